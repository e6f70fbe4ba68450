"""Who sits on which board, and who works where, in the many ways in which editors write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.people.board_names import board_in_heading
from ledwerk.loaders.publication.people.entry_tails import joined_posts
from ledwerk.loaders.publication.people.functions import post
from ledwerk.loaders.publication.people.person_names import bare_name, is_person, people_in
from ledwerk.loaders.publication.people.seat_entries import entries
from ledwerk.loaders.publication.reading import read_document

Reader = Callable[[str], Sequence[Finding]]
DUTCH = "Stichting De Kade\nJaarverslag 2022\n\nStichting De Kade werkt aan de haven.\n\nNieuws\n\n"
ENGLISH = "Calder Partnership\nAnnual Review 2022\n\nThe Calder Partnership is ten.\n\nPeople\n\n"
PLAIN = {"", "lid", "member"}


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a text as a publication, whole."""

    def whole(text: str) -> Sequence[Finding]:
        file = tmp_path / "publicatie.txt"
        file.write_text(text, encoding="utf-8")
        return read_document(extracted(file))

    return whole


def seats(found: Sequence[Finding]) -> set[str]:
    """Seats as "Person @ Board", with "= role" where it is no plain one."""
    roles: dict[str, str] = {}
    for one in found:
        if isinstance(one, FoundNode) and one.ref.kind == "Seat":
            role = str(dict(one.properties).get("role", "")).lower()
            roles[one.ref.name] = role if role not in PLAIN else roles.get(one.ref.name, "")
    made = set()
    for one in found:
        if isinstance(one, FoundTie) and one.kind == "HOLDS":
            board = one.target.name.rpartition(": ")[0]
            role = roles.get(one.target.name, "")
            made.add(f"{one.source.name} @ {board}" + (f" = {role}" if role else ""))
    return made


def works(found: Sequence[Finding]) -> set[str]:
    """Who works where, as "Person > Party: function"."""
    made: dict[tuple[str, str], str] = {}
    for one in found:
        if isinstance(one, FoundTie) and one.kind == "WORKS_FOR":
            function = str(dict(one.properties).get("function", ""))
            ends = (one.source.name, one.target.name)
            made[ends] = function or made.get(ends, "")
    return {f"{who} > {where}" + (f": {f}" if f else "") for (who, where), f in made.items()}


def behalf(found: Sequence[Finding]) -> set[tuple[str, str]]:
    """On whose behalf somebody sits."""
    return {
        (one.source.name.rpartition(": ")[2], one.target.name)
        for one in found
        if isinstance(one, FoundTie) and one.kind == "ON_BEHALF_OF"
    }


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Drie nieuwe bestuursleden traden aan: Anna Vos (Hogeschool Oost), Gerrit Smit en Fenna Bos.",
            {"Anna Vos @ Bestuur", "Gerrit Smit @ Bestuur", "Fenna Bos @ Bestuur"},
        ),
        (
            "In 2022 traden tot het bestuur toe: Anna Vos en Gerrit Smit. Fenna Bos trad af.",
            {"Anna Vos @ Bestuur", "Gerrit Smit @ Bestuur"},
        ),
        (
            "Het voorzitterschap van de stuurgroep ging over van Anna Vos naar Gerrit Smit.",
            {"Gerrit Smit @ Stuurgroep = voorzitter"},
        ),
        (
            "Anna Vos droeg de voorzittershamer van de klankbordgroep over aan Gerrit Smit.",
            {"Gerrit Smit @ Klankbordgroep = voorzitter"},
        ),
        (
            "De adviesraad staat onder voorzitterschap van prof. dr. Ria Bol. Verder zitten in de raad "
            "Anna Vos en Gerrit Smit.",
            {
                "Ria Bol @ Adviesraad = voorzitter",
                "Anna Vos @ Adviesraad",
                "Gerrit Smit @ Adviesraad",
            },
        ),
        (
            "Het bestuur bestond in 2022 uit drie leden: Anna Vos (voorzitter), Gerrit Smit en Fenna Mol.",
            {"Anna Vos @ Bestuur = voorzitter", "Gerrit Smit @ Bestuur", "Fenna Mol @ Bestuur"},
        ),
        (
            "Ook Gerrit Smit van Smit Metaal BV maakt deel uit van de taskforce.",
            {"Gerrit Smit @ Taskforce"},
        ),
        (
            "Cor en Mia Fabri van Fabri Transport traden toe tot het bestuur.",
            {"Cor Fabri @ Bestuur", "Mia Fabri @ Bestuur"},
        ),
        (
            "Per 1 mei is Anna Vos benoemd tot voorzitter van de Raad van Toezicht.",
            {"Anna Vos @ Raad van Toezicht = voorzitter"},
        ),
        (
            "Ria Bol, voorzitter van de programmaraad, opende de dag.",
            {"Ria Bol @ Programmaraad = voorzitter"},
        ),
        (
            "In de stuurgroep hebben zitting: wethouder Tim Kok (gemeente Dalen, voorzitter), directeur "
            "Eva Smit van ROC Oost en namens LTO Oost Bart Pol.",
            {"Tim Kok @ Stuurgroep = voorzitter", "Eva Smit @ Stuurgroep", "Bart Pol @ Stuurgroep"},
        ),
        (
            "De jury, onder leiding van hoogleraar Eva Smit, koos drie winnaars.",
            {"Eva Smit @ Jury = voorzitter"},
        ),
        (
            "Het bestuur komt bijeen. Aanwezig waren Tim Kok (voorzitter) en Eva Smit.",
            {"Tim Kok @ Bestuur = voorzitter", "Eva Smit @ Bestuur"},
        ),
        (
            "Karel Mol nam afscheid als voorzitter van het bestuur. Zijn opvolger is Ria Bol.",
            {"Ria Bol @ Bestuur = voorzitter"},
        ),
    ],
)
def test_dutch_sentences_seat_members(read: Reader, said: str, expected: set[str]) -> None:
    assert seats(read(f"{DUTCH}{said}\n")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "The Board is chaired by Dame Anna Reed and further consists of Cllr John Hill and Tom Ash.",
            {"Anna Reed @ Board = chair", "John Hill @ Board", "Tom Ash @ Board"},
        ),
        (
            "Sue Lee of Lee Foods joined the Board; Dr Ann Hart stepped down.",
            {"Sue Lee @ Board"},
        ),
        (
            "The advisory panel meets under the chairmanship of Professor Jane Doe. Other panel "
            "members: Tom Ash, Ash Dairy; Sue Lee; Dr Ann Hart, Calder College.",
            {
                "Jane Doe @ Advisory panel = chair",
                "Tom Ash @ Advisory panel",
                "Sue Lee @ Advisory panel",
                "Ann Hart @ Advisory panel",
            },
        ),
        (
            "Appointed to the Board in 2022 were Tom Ash and Jane Doe.",
            {"Tom Ash @ Board", "Jane Doe @ Board"},
        ),
        (
            "Eva Small has taken over from Tim Cook as chair of the steering group. Bea Poll has agreed "
            "to serve as vice-chair.",
            {"Eva Small @ Steering group = chair", "Bea Poll @ Steering group = vice-chair"},
        ),
        (
            "The task force brings together Tim Cook from Cook Boats and, for the council, Bea Poll.",
            {"Tim Cook @ Task force", "Bea Poll @ Task force"},
        ),
        ("Sue Lee was elected treasurer of the Board.", {"Sue Lee @ Board = treasurer"}),
        (
            "Decisions are taken by the Executive Group. It comprises Tom Ash (chair) and Sue Lee.",
            {"Tom Ash @ Executive Group = chair", "Sue Lee @ Executive Group"},
        ),
    ],
)
def test_english_sentences_seat_members(read: Reader, said: str, expected: set[str]) -> None:
    assert seats(read(f"{ENGLISH}{said}\n")) == expected


@pytest.mark.parametrize(
    "said",
    [
        "Tot 2021 zat Anna Vos in het bestuur.",
        "Het bestuur bedankt oud-voorzitter Gerrit Smit.",
        "Het bestuur sprak met Anna Vos van Hogeschool Oost over de opleiding.",
        "Gastspreker bij de stuurgroep was Gerrit Smit, directeur van Smit Metaal BV.",
        "Fenna Mol verliet het bestuur per 1 mei.",
        "Anna Vos volgt Gerrit Smit op als programmamanager.",
        "Secretariaat: Anna Vos.",
        "Vanaf januari schuift Anna Vos aan bij het bestuur; zij is nog geen lid.",
        "Bestuurslid Anna Vos heeft aangegeven te stoppen.",
    ],
)
def test_who_left_or_came_along_has_no_seat(read: Reader, said: str) -> None:
    assert seats(read(f"{DUTCH}{said}\n")) == set()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Namens de gemeenten zit Anna Vos in de stuurgroep.", {("Anna Vos", "Gemeenten")}),
        (
            "Smit Metaal BV wordt in de stuurgroep vertegenwoordigd door Gerrit Smit.",
            {("Gerrit Smit", "Smit Metaal BV")},
        ),
        (
            "Anna Vos treedt toe als lid van de stuurgroep namens het onderwijs.",
            {("Anna Vos", "Onderwijs")},
        ),
    ],
)
def test_on_whose_behalf(read: Reader, said: str, expected: set[tuple[str, str]]) -> None:
    assert behalf(read(f"{DUTCH}{said}\n")) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("“Mooi”, zegt wethouder Jan Bos van Dalen.", {"Jan Bos > Gemeente Dalen: wethouder"}),
        (
            "Ook Smit Metaal-directeur Gerrit Smit is blij.",
            {"Gerrit Smit > Smit Metaal: directeur"},
        ),
        ("Fenna Mol runt met haar broer Mol Zuivel.", {"Fenna Mol > Mol Zuivel"}),
        (
            "Aan het woord is Anna Vos. Zij is programmamanager bij de provincie Oostland.",
            {"Anna Vos > Provincie Oostland: programmamanager"},
        ),
        (
            "De nieuwe directeur van Hogeschool Oost heet Anna Vos.",
            {"Anna Vos > Hogeschool Oost: directeur"},
        ),
        ("Contactpersoon: Gerrit Smit (Smit Metaal BV).", {"Gerrit Smit > Smit Metaal BV"}),
        (
            "Bij Hogeschool Oost is docent Anna Vos het aanspreekpunt.",
            {"Anna Vos > Hogeschool Oost: docent"},
        ),
        (
            "Anna Vos en Gerrit Smit, beiden van Hogeschool Oost, leiden het onderzoek.",
            {"Anna Vos > Hogeschool Oost", "Gerrit Smit > Hogeschool Oost"},
        ),
        (
            "Wethouder Anna Vos (VVD) en gedeputeerde Ria Bol (Economie en Innovatie) tekenden.",
            set(),
        ),
        (
            "Eva Smit is sinds 2019 directeur van Pol Techniek.",
            {"Eva Smit > Pol Techniek: directeur"},
        ),
        ("Bram Vos (links) van Hogeschool Oost kijkt toe.", {"Bram Vos > Hogeschool Oost"}),
        (
            "Eva Smit, locoburgemeester in Dalen, tekende.",
            {"Eva Smit > Gemeente Dalen: locoburgemeester"},
        ),
        ("Oud-directeur Eva Smit van ROC Oost was er ook.", set()),
        ("Projectleider: Eva Smit (ROC Oost).", {"Eva Smit > ROC Oost: projectleider"}),
        ("Trekker: ROC Oost (Eva Smit, bestuurder).", {"Eva Smit > ROC Oost: bestuurder"}),
        ("CEO of Ash Dairy, Tom Ash, said so.", {"Tom Ash > Ash Dairy: CEO"}),
        ("Jane Doe, who runs Doe Joinery, agreed.", {"Jane Doe > Doe Joinery"}),
        (
            "Martin Kelly, Director of Economic Development, Calder County Council, spoke.",
            {"Martin Kelly > Calder County Council: Director of Economic Development"},
        ),
        (
            "Ash Dairy’s chief engineer Tom Ash showed them round.",
            {"Tom Ash > Ash Dairy: chief engineer"},
        ),
    ],
)
def test_who_works_where(read: Reader, said: str, expected: set[str]) -> None:
    assert works(read(f"Bericht\n\n{said}\n")) == expected


def test_roles_stand_on_lines_of_their_own(read: Reader) -> None:
    found = read(
        "STUURGROEP (per 1 januari 2023)\n\nVoorzitter\n   Rianne Blok, burgemeester van Enkermeer\n"
        "Leden\n   Thijs Koomen, wethouder Medenwoude\n   Piet Steltman, directeur Machinefabriek "
        "Steltman, namens\n      Ondernemersfederatie West\nAgendalid\n   Ruud Kommer (Greenport West)\n"
    )
    assert seats(found) == {
        "Rianne Blok @ Stuurgroep = voorzitter",
        "Thijs Koomen @ Stuurgroep",
        "Piet Steltman @ Stuurgroep",
        "Ruud Kommer @ Stuurgroep = agendalid",
    }
    assert ("Piet Steltman", "Ondernemersfederatie West") in behalf(found)


def test_labels_of_several_members(read: Reader) -> None:
    found = read(
        "Dagelijks bestuur\n\nVoorzitter: Anna Vos (gemeente Hoogveen)\nLid: vacature\n"
        "Algemene leden: Karel Mol (Smit Metaal BV) en Ria Bol (LTO Oost)\n"
    )
    assert seats(found) == {
        "Anna Vos @ Dagelijks bestuur = voorzitter",
        "Karel Mol @ Dagelijks bestuur",
        "Ria Bol @ Dagelijks bestuur",
    }


def test_a_leader_of_a_council_does_not_lead_the_board(read: Reader) -> None:
    found = read(
        "Steering group\n\n• Tom Ash, Chair – Managing Director, Ash Dairy\n"
        "• Cllr Jane Doe, Leader, Calder Borough Council\n• Observer: Ann Hart, Ministry of Works\n"
    )
    assert seats(found) == {
        "Tom Ash @ Steering group = chair",
        "Jane Doe @ Steering group",
        "Ann Hart @ Steering group = observer",
    }
    assert "Jane Doe > Calder Borough Council: Leader" in works(found)


def test_an_office_has_no_seats_and_editors_in_a_colophon_are_no_board(read: Reader) -> None:
    found = read(
        f"{DUTCH}Er is nieuws.\n\nProjectbureau\n\nAnna Vos, programmamanager\n\nColofon\n\n"
        "Redactie: Gerrit Smit, Ria Bol (eindredactie)\nFoto's: Fenna Mol\nDruk: Drukkerij Prins\n"
    )
    assert seats(found) == set()
    assert not any("Drukkerij" in one for one in works(found))


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Cor en Mia Fabri openden de zaak.", ["Cor Fabri", "Mia Fabri"]),
        ("Schepen Koenraad D’haene sprak.", ["Koenraad D'haene"]),
        ("Councillors Joan Reed and John Hill", ["Joan Reed", "John Hill"]),
        ("Stadhuis Enkermeer en Lorn Marine Laboratory", []),
    ],
)
def test_names_in_a_text(text: str, people: list[str]) -> None:
    assert [one.name for one in people_in(text)] == people


def test_firms_and_houses_are_nobody() -> None:
    assert not is_person("Zorgverzekeraar Eendracht")
    assert bare_name("Gemeentehuis Dalen") is None
    assert bare_name("Ann Hall") == "Ann Hall"


def test_initials_behind_names_begin_members() -> None:
    told = entries(
        "Ann Lee (AL) Leader, Hull Council Dr Tom Ash (TA) Ash Dairy Sue Ely (SE) Ely Ltd"
    )
    assert [one.person for one in told] == ["Ann Lee", "Tom Ash", "Sue Ely"]
    assert [one.posts[0].party for one in told] == ["Hull Council Dr", "Ash Dairy", "Ely Ltd"]


@pytest.mark.parametrize(
    ("text", "function", "party"),
    [
        ("Head of Communications Damen Yards", "Head of Communications", "Damen Yards"),
        ("adviseur bij ingenieursbureau Tauw", "adviseur", "ingenieursbureau Tauw"),
        ("Director of Water Alliance", "Director", "Water Alliance"),
        ("afgevaardigd bestuurder van Telemeter NV", "afgevaardigd bestuurder", "Telemeter NV"),
        ("schepen van Dalen", "schepen", "Dalen"),
    ],
)
def test_functions_and_parties(text: str, function: str, party: str) -> None:
    assert (post(text).function, post(text).party) == (function, party)


def test_a_party_that_is_told_of_all(read: Reader) -> None:
    found = read(
        "Minutes of the Programme Board\n\nPresent: Cllr Ann Lee (Chair), Hull Council; Tom Ash, Sue Ely "
        "and Bob Orr, all Ash Dairy; Joe Bain\nApologies were received from Ian Rae (Ely Ltd).\n"
    )
    assert {"Tom Ash > Ash Dairy", "Sue Ely > Ash Dairy", "Bob Orr > Ash Dairy"} <= works(found)
    assert "Ian Rae @ Programme Board" in seats(found)
    assert not any("Joe Bain" in one for one in works(found))


def test_a_table_without_a_head_has_mandates_last(read: Reader) -> None:
    found = read(
        "Bestuur\n\nTim Kok | voorzitter | wethouder gemeente Dalen | de gemeenten\n"
        "Eva Smit | lid | directeur ROC Oost | het onderwijs\n"
        "Bart Pol | lid | eigenaar Pol Techniek | onafhankelijk\n"
    )
    assert behalf(found) == {("Tim Kok", "Gemeenten"), ("Eva Smit", "Onderwijs")}
    assert "Tim Kok @ Bestuur = voorzitter" in seats(found)


def test_a_publisher_s_people(read: Reader) -> None:
    found = read(
        f"{DUTCH}Er is nieuws.\n\nBureau\n\nDirecteur is Eva Smit; Tim Kok doet de communicatie. "
        "Per 1 mei begon Bart Pol als adviseur water.\n"
    )
    assert works(found) == {
        "Eva Smit > Stichting De Kade: directeur",
        "Tim Kok > Stichting De Kade: communicatie",
        "Bart Pol > Stichting De Kade: adviseur water",
    }


def test_the_column_of_seats_is_known_by_what_is_in_it(read: Reader) -> None:
    table = (
        "| Naam | Mandaat | Beroep | Namens |\n|---|---|---|---|\n"
        "| Anna Vos | voorzitter | schepen | Stad Aalst |\n"
        "| Gerrit Smit | bestuurder | directeur | Hogeschool Oost |\n"
        "| M. Smit- Bos | waarnemer zonder stem | schipper namens Vereniging Vaart | |\n"
    )
    found = read(f"{DUTCH}Bestuur op 31 december 2022\n\n{table}")
    assert {
        "Anna Vos @ Bestuur = voorzitter",
        "Gerrit Smit @ Bestuur = bestuurder",
        "M. Smit-Bos @ Bestuur = waarnemer",
    } == seats(found)
    assert {name for name, _ in behalf(found)} == {"Anna Vos", "Gerrit Smit", "M. Smit-Bos"}


def test_dots_lead_to_what_somebody_is(read: Reader) -> None:
    lines = (
        "   Anna Cole .......... Chair (Dean of Arts, Hull College)\n"
        "   Tavi Okumu ......... Treasurer (partner, Reed Bank)\n"
        "   Ruth Ali ........... for the independent growers\n"
    )
    found = read(f"{ENGLISH}Board of Directors (January 2022)\n\n{lines}")
    board = "Board of Directors"
    assert seats(found) == {
        f"Anna Cole @ {board} = chair", f"Tavi Okumu @ {board} = treasurer",
        f"Ruth Ali @ {board}",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Het secretariaat werd verzorgd door Ria Bos.", "secretariaat"),
        ("Ria Bos was controller.", "controller"),
        ("Wij worden geholpen door Ria Bos, die de administratie verzorgt.", "administratie"),
        ("De dagelijkse leiding is van Ria Bos, programmamanager.", "programmamanager"),
    ],
)
def test_what_the_office_s_people_do(read: Reader, said: str, expected: str) -> None:
    found = read(f"{DUTCH}Bureau\n\nHet bureau telt vier mensen. {said}\n")
    assert works(found) == {f"Ria Bos > Stichting De Kade: {expected}"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Head of School of Science, Hull University", ("Head of School of Science", "Hull University")),
        ("directeur Academie Techniek, Hogeschool Oost", ("directeur Academie Techniek", "Hogeschool Oost")),
        ("directeur Smit Metaal, Ede", ("directeur", "Smit Metaal")),
    ],
)  # fmt: skip
def test_a_unit_of_a_house(text: str, expected: tuple[str, str]) -> None:
    told = joined_posts(entries(f"Ria Bos, {text}", own_line=True)[0].posts)[0]
    assert (told.function, told.party) == expected


def test_a_year_may_be_part_of_a_board_s_name() -> None:
    known = Known()
    known.add(Ref("Programme", "Zilt 2030"))
    headings = ("Stuurgroep Zilt 2030", "Bestuur 2024-2026", "Programme panel, Zilt 2030")
    named = [board_in_heading(text, known) for text in headings]
    assert [one.name if one else "" for one in named] == [
        "Stuurgroep Zilt 2030", "Bestuur", "Programme panel Zilt 2030",
    ]  # fmt: skip


def test_part_of_a_longer_name_is_nobody() -> None:
    told = "The Department for Marine Safety and Net Growth sends Ann Lee."
    assert [one.name for one in people_in(told)] == ["Ann Lee"]
