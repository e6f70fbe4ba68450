"""Lists of members as they are set: a line for each, roles in a column, what is said below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.loaders.publications.found import Reader, names, reader, ties

from ledwerk.loaders.publication.findings import Finding, FoundNode
from ledwerk.loaders.publication.layout.printed import Printed
from ledwerk.loaders.publication.people.member_layout import a_member_each


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a text as a publication, whole."""
    return reader(tmp_path)


def roles(found: Sequence[Finding]) -> dict[str, str]:
    """The role of each seat."""
    return {
        f.ref.name.rpartition(": ")[2]: str(dict(f.properties).get("role", ""))
        for f in found
        if isinstance(f, FoundNode) and f.ref.kind == "Seat"
    }


COLUMN = (
    "Bestuurlijk overleg\n\n"
    "Voorzitter   Truus Verhoeven, gedeputeerde provincie Zuid-Holland\n"
    "Leden        Arie Kok, wethouder gemeente Gouda\n"
    "             Dr. Mirjam Oud, lid college van bestuur Hogeschool Leiden,\n"
    "             namens de kennisinstellingen\n"
    "Adviseurs    Bram Dekker, directeur Dekker Sloopwerken\n"
    "             Kees Mol, Rabobank Gouda\n"
    "Secretaris   Ria Bos, directeur Stichting Waterkring\n"
)


def test_roles_in_a_column_before_the_members(read: Reader) -> None:
    found = read(COLUMN)
    assert roles(found) == {
        "Truus Verhoeven": "voorzitter", "Arie Kok": "lid", "Mirjam Oud": "lid",
        "Bram Dekker": "adviseur", "Kees Mol": "adviseur", "Ria Bos": "secretaris",
    }  # fmt: skip
    assert ("Bestuurlijk overleg: Truus Verhoeven", "Provincie Zuid-Holland") in ties(found, "FROM")


A_LINE_EACH = (
    "Stuurgroep Schoon Water\n\n"
    "Wiebe Navis, gedeputeerde van Gelderland (voorzitter)\n"
    "Oscar Ruess, VNO-NCW Berkel\n"
    "Dr. Fenna Hayt, Hogeschool Saxen\n"
    "Ellen Bokkel, relatiemanager Rabobank Berkel,\n"
    "  penningmeester\n"
    "Piet Vos, eigenaar Vos Metaal, secretaris\n"
)


def test_no_name_runs_on_into_the_line_below(read: Reader) -> None:
    found = read(A_LINE_EACH)
    assert {one for one in names(found, "Organisation") if "VNO" in one} == {"VNO-NCW Berkel"}
    assert roles(found)["Ellen Bokkel"] == "penningmeester"
    assert roles(found)["Piet Vos"] == "secretaris"


def test_sentences_that_begin_with_people_are_no_list() -> None:
    lines = [
        Printed("Jan Smit, de voorzitter, opende de dag. Het regende.", 1),
        Printed("Ria Bos, wethouder van Ede, is blij.", 2),
    ]
    assert a_member_each(lines, [True, True]) == []
    assert a_member_each([Printed("Jan Smit, lid", 1), Printed("Ria Bos, lid", 2)], [True] * 2)


def test_those_who_take_part_in_a_project_are_not_at_a_meeting(read: Reader) -> None:
    found = read(
        "ECONOMIC BOARD OOSTRAND\n\nHet is zomer in de streek, en er wordt gebouwd.\n\n"
        "Deelnemers: Datadienst Kubus, gemeente Ede\n\n"
        "5 Organisatie\n\n5.1 Bestuurlijk overleg\n\n"
        "Voorzitter: Jan Smit, wethouder Ede\nSecretaris: Ria Bos\n"
    )
    assert len(names(found, "Board")) == 1
    assert not names(found, "Board") & {"Economic Board Oostrand"}
    assert "Datadienst Kubus" not in names(found, "Person")


def test_a_town_before_a_name_is_where_a_member_is_from(read: Reader) -> None:
    found = read(
        "Samenstelling dagelijks bestuur\n\nDelft: J.M. van Bijster\nDen Haag: K. Zanen\n"
        "Rotterdam: A. Aboutal, voorzitter\nSecretaris: W. Hoog\n"
    )
    assert ties(found, "FROM") == {
        ("Dagelijks bestuur: J.M. van Bijster", "Gemeente Delft"),
        ("Dagelijks bestuur: K. Zanen", "Gemeente Den Haag"),
        ("Dagelijks bestuur: A. Aboutal", "Gemeente Rotterdam"),
    }
    assert roles(found)["A. Aboutal"] == "voorzitter"


@pytest.mark.parametrize(
    ("places", "parties"),
    [
        (("Utrecht", "Gelderland"), {"Provincie Utrecht", "Provincie Gelderland"}),
        (("Utrecht", "Ede"), {"Gemeente Utrecht", "Gemeente Ede"}),
    ],
)
def test_places_in_brackets_are_of_one_sort(
    read: Reader, places: tuple[str, str], parties: set[str]
) -> None:
    found = read(
        "Kring Oost\n\nDe volgende leden van de stuurgroep zijn verhinderd: mevrouw Vos-de Wit "
        f"({places[0]}) en de heer Van Dam ({places[1]}).\n"
    )
    assert {party for _, party in ties(found, "FROM")} == parties


BOARD_TABLE = (
    "Governance\n\nThe Council of Trustees met four times in the year.\n\n"
    "Name      | Position                         | Nominated by | Office\n"
    "Ann Hill  | Manager, Hill Farm Ltd           | The farmers  | Chairperson\n"
    "Tom Reed  | Head of Finance, Reed Metals Ltd | The firms    | Treasurer\n"
)


def test_a_table_takes_the_board_that_the_text_over_it_names(read: Reader) -> None:
    found = read(BOARD_TABLE)
    assert names(found, "Board") == {"Council of Trustees"}
    assert ("Council of Trustees: Ann Hill", "Hill Farm Ltd") in ties(found, "FROM")


def test_titles_of_columns_in_other_words(read: Reader) -> None:
    found = read(
        "Wie is wie\n\nZo ziet het bestuur er nu uit:\n\n"
        "Wie      | Rol            | Dagelijks werk            | Zit er namens\n"
        "Jan Smit | voorzitter     | burgemeester van Goes     | de drie gemeenten\n"
        "Ria Bos  | penningmeester | eigenaar van hotel De Zon | de musea\n"
    )
    assert ("Bestuur: Ria Bos", "De Zon") in ties(found, "FROM")
    assert {mandate for _, mandate in ties(found, "ON_BEHALF_OF")} == {"Drie gemeenten", "Musea"}


def test_roles_behind_names_without_any_sign(read: Reader) -> None:
    found = read(
        "Raad van bestuur\n\nCharlotte Castel Secretaris Provincieraadslid\n"
        "Bart Boel Lid Vertegenwoordiger private sector\nJan Smit Voorzitter Gedeputeerde\n"
    )
    assert roles(found) == {
        "Charlotte Castel": "secretaris", "Bart Boel": "lid", "Jan Smit": "voorzitter"
    }  # fmt: skip
    assert ("Raad van bestuur: Bart Boel", "Private sector") in ties(found, "ON_BEHALF_OF")


def test_members_appointed_with_what_they_are_charged_with(read: Reader) -> None:
    found = read(
        "Regio Oost\n\nDie avond zijn de leden van het dagelijks bestuur aangewezen: "
        "Bert Bel (Financiën), Anna Luit (Personeel & Organisatie) en Jan Mol.\n"
    )
    assert {holder for holder, _ in ties(found, "HOLDS")} == {"Bert Bel", "Anna Luit", "Jan Mol"}
    assert ties(found, "FROM") == set()


def test_what_the_organisations_cell_tells_beside_its_name(read: Reader) -> None:
    found = read(
        "Members of the Steering Committee\n\n"
        "Name | Position | Organisation\n"
        "Dr Ann Bates | Chair | Independent\n"
        "Cllr Tom Ash | Deputy Chair | Leader, Calder Borough Council\n"
        "Joan Peel | Member | Principal, Firth College, on behalf of the Colleges Forum\n"
        "Mark Dean | Member | Cabinet Member for Economy, Otley Council\n"
        "Sue Hall | Treasurer | Finance Director, Aire Foundry Ltd\n"
        "Peter Lane | Member | Aire Housing Trust\n"
    )
    assert ties(found, "FROM") == {
        ("Steering Committee: Tom Ash", "Calder Borough Council"),
        ("Steering Committee: Joan Peel", "Firth College"),
        ("Steering Committee: Mark Dean", "Otley Council"),
        ("Steering Committee: Sue Hall", "Aire Foundry Ltd"),
        ("Steering Committee: Peter Lane", "Aire Housing Trust"),
    }
    assert ties(found, "ON_BEHALF_OF") == {("Steering Committee: Joan Peel", "Colleges Forum")}
    assert roles(found)["Sue Hall"].lower() == "treasurer"


def test_cells_that_go_on_below_in_the_last_column(read: Reader) -> None:
    found = read(
        "Raad van toezicht in 2022\n\n"
        "Ria Bos            voorzitter      directeur\n"
        "                                   Zorggroep Delta BV,\n"
        "                                   namens de zorg\n"
        "Jan Smit           bestuurder      wethouder gemeente\n"
        "                                   Vosdorp\n"
        "Els de Vries       lid             rector\n"
        "                                   Hogeschool Oost\n"
    )
    assert ties(found, "FROM") == {
        ("Raad van toezicht: Ria Bos", "Zorggroep Delta BV"),
        ("Raad van toezicht: Jan Smit", "Gemeente Vosdorp"),
        ("Raad van toezicht: Els de Vries", "Hogeschool Oost"),
    }
    assert roles(found)["Jan Smit"] == "bestuurder"


def test_who_was_present_listed_below_the_sentence_that_tells_so(read: Reader) -> None:
    found = read(
        "Wie beslist er?\n\n"
        "Het bestuurlijk platform kwam op 3 maart 2023 bijeen. Aanwezig waren:\n\n"
        "- Ria Bos, burgemeester van Vosdorp (voorzitter)\n"
        "- Jan Smit, rector van Hogeschool Oost, namens het onderwijs\n"
    )
    assert ties(found, "ON") == {
        ("Bestuurlijk platform: Ria Bos", "Bestuurlijk platform"),
        ("Bestuurlijk platform: Jan Smit", "Bestuurlijk platform"),
    }


def test_who_else_is_on_it(read: Reader) -> None:
    found = read(
        "Who decides\n\n"
        "The Steering Group is chaired by Ann Bates, dean at Firth College. Also on it are "
        "Tom Ash (Reader in Hydrology, University of Calder) and Sue Hall, Works Manager at "
        "Aire Foundry Ltd.\n"
    )
    assert {seat for seat, _ in ties(found, "ON")} == {
        "Steering Group: Ann Bates", "Steering Group: Tom Ash", "Steering Group: Sue Hall",
    }  # fmt: skip


def test_a_board_of_the_deal_is_of_the_one_deal_that_is_told_of(read: Reader) -> None:
    found = read(
        "Voortgang\n\n"
        "De Regiodeal Water voor Later loopt van 2021 tot 2025.\n\n"
        "Wie beslist er?\n\n"
        "Het bestuurlijk platform van de Regiodeal kwam op 3 maart 2023 bijeen. Aanwezig waren:\n\n"
        "- Ria Bos, burgemeester van Vosdorp (voorzitter)\n"
        "- Jan Smit, rector van Hogeschool Oost\n"
    )
    owners = {owner for _, owner in ties(found, "BOARD_OF")}
    assert owners == {"Regiodeal Water voor Later"}
