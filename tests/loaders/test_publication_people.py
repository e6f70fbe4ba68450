"""People in publications: names, functions, members of boards in lists, tables and sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.people.functions import post, seat_role
from ledwerk.loaders.publication.people.people import read_people
from ledwerk.loaders.publication.people.person_names import bare_name, people_in
from ledwerk.loaders.publication.people.seat_entries import entries
from ledwerk.loaders.publication.told_apart import told_apart

Reader = Callable[[str], Sequence[Finding]]


@pytest.fixture
def people(tmp_path: Path) -> Reader:
    """Reads a text as a publication."""

    def read(text: str) -> Sequence[Finding]:
        file = tmp_path / "publication.txt"
        file.write_text(text, encoding="utf-8")
        return read_people(extracted(file))

    return read


def ties(found: Sequence[Finding], kind: str) -> set[tuple[str, str]]:
    """The relations of a kind, by the names at their ends."""
    return {
        (f.source.name, f.target.name) for f in found if isinstance(f, FoundTie) and f.kind == kind
    }


def seats(found: Sequence[Finding]) -> dict[str, tuple[str, str]]:
    """Role and function of each seat, by board and holder."""
    made: dict[str, tuple[str, str]] = {}
    for one in found:
        if isinstance(one, FoundNode) and one.ref.kind == "Seat":
            told = dict(one.properties)
            before = made.get(one.ref.name, ("", ""))
            role, function = str(told.get("role", "")), str(told.get("function", ""))
            made[one.ref.name] = (role or before[0], function or before[1])
    return made


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dr. Marijke ter Braak-Vos", "Marijke ter Braak-Vos"),
        ("drs. Annelies van 't Hoff", "Annelies van 't Hoff"),
        ("Prof. dr. ir. Dirk-Pieter Aalbers", "Dirk-Pieter Aalbers"),
        ("mr. J. de Vries-van der Laan", "J. de Vries-van der Laan"),
        ("H.J.M. (Henk) van der Meer", "Henk van der Meer"),
        ("mw. drs. A.M. (Annemiek) Wolterink", "Annemiek Wolterink"),
        ("dhr. E.J. (Evert-Jan) ten Brinke", "Evert-Jan ten Brinke"),
        ("ir. Th. (Theo) Oude Vrielink", "Theo Oude Vrielink"),
        ("Sevda Yıldırım", "Sevda Yıldırım"),
        ("İlker Çağlar", "İlker Çağlar"),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
        ("Hilde Postma-de Graaf", "Hilde Postma-de Graaf"),
        ("Fatima el Idrissi", "Fatima el Idrissi"),
        ("Dame Sarah McDonald OBE", "Sarah McDonald"),
        ("Siân Llewellyn-Jones", "Siân Llewellyn-Jones"),
        ("Cllr Jean O'Brien", "Jean O'Brien"),
        ("Jan Willem de Boer, MSc", "Jan Willem de Boer"),
    ],
)
def test_names_are_kept_without_titles(text: str, name: str) -> None:
    assert bare_name(text) == name


@pytest.mark.parametrize(
    "text",
    ["Zuyd Hogeschool", "Stichting Groen", "Rabobank Noord", "Chief Executive", "Provincie Limburg",
     "Financiën De", "Opening Mevrouw", "Blauwe Campus"],
)  # fmt: skip
def test_what_nobody_is_called_is_no_name(text: str) -> None:
    assert bare_name(text) is None


def test_a_word_that_leads_in_a_name_is_no_part_of_it() -> None:
    found = people_in("Volgens Jan Smit heeft Lector Ria van den Bos van Hogeschool Oost gelijk")
    assert [one.name for one in found] == ["Jan Smit", "Ria van den Bos"]


@pytest.mark.parametrize(
    ("text", "function", "party"),
    [
        ("wethouder Maastricht", "wethouder", "Maastricht"),
        ("voorzitter College van Bestuur Zuyd Hogeschool", "voorzitter College van Bestuur",
         "Zuyd Hogeschool"),
        ("voorzitter van het College van Bestuur van ROC Oost",
         "voorzitter van het College van Bestuur", "ROC Oost"),
        ("hoogleraar Logistiek aan de Universiteit Twente", "hoogleraar Logistiek",
         "Universiteit Twente"),
        ("wethouder economie van de gemeente Heerlen", "wethouder economie", "gemeente Heerlen"),
        ("directeur, De Haven", "directeur", "De Haven"),
        ("eigenaar Jules & You", "eigenaar", "Jules & You"),
        ("head of research at Tees Water", "head of research", "Tees Water"),
        ("Head of Innovation, North Sea Ports", "Head of Innovation", "North Sea Ports"),
        ("Vice-Chancellor of the University of Hull", "Vice-Chancellor", "University of Hull"),
        ("managing director, Oakfield Ltd", "managing director", "Oakfield Ltd"),
        ("manager innovatie", "manager innovatie", ""),
        ("Gemeente Stein", "", "Gemeente Stein"),
    ],
)  # fmt: skip
def test_a_function_and_its_party_are_told_apart(text: str, function: str, party: str) -> None:
    made = post(text)
    assert (made.function, made.party) == (function, party)


def test_a_role_on_a_board_needs_no_party() -> None:
    assert seat_role("vice-voorzitter") == "vice-voorzitter"
    assert seat_role("Treasurer") == "Treasurer"
    assert seat_role("directeur") == ""


def test_a_comma_on_a_line_of_its_own_parts_no_people() -> None:
    assert [one.person for one in entries("Piet Jansen, Tata Steel", own_line=True)] == [
        "Piet Jansen"
    ]
    both = entries("Nick Bos en Carola van der Weijden, Maastricht University", own_line=True)
    assert [(one.person, one.posts[0].party) for one in both] == [
        ("Nick Bos", "Maastricht University"),
        ("Carola van der Weijden", "Maastricht University"),
    ]


def test_a_list_of_members_over_broken_lines(people: Reader) -> None:
    found = people(
        "Wie is wie\n\nBestuur\nMarijke Vos, voorzitter\n"
        "Joost Lamers, directeur Lamers Staal, secretaris\n"
        "Tjeerd Bosma, wethouder Hardewijk, mede namens de ge-\nmeenten Ommerloo en Zuiderlo\n"
        "Dirk Aalbers, decaan Hogeschool Het\nSticht\nVacature, namens de werknemers\n"
    )
    assert seats(found) == {
        "Bestuur: Marijke Vos": ("voorzitter", ""),
        "Bestuur: Joost Lamers": ("secretaris", "directeur"),
        "Bestuur: Tjeerd Bosma": ("lid", "wethouder"),
        "Bestuur: Dirk Aalbers": ("lid", "decaan"),
    }
    assert ("Bestuur: Tjeerd Bosma", "Gemeente Hardewijk") in ties(found, "FROM")
    assert ties(found, "ON_BEHALF_OF") == {
        ("Bestuur: Tjeerd Bosma", "Gemeente Ommerloo"),
        ("Bestuur: Tjeerd Bosma", "Gemeente Zuiderlo"),
    }
    assert ("Dirk Aalbers", "Hogeschool Het Sticht") in ties(found, "WORKS_FOR")


def test_sentences_about_a_board(people: Reader) -> None:
    found = people(
        "Nieuws\n\nDe stuurgroep Kust wordt voorgezeten door Wil van den Oever, wethouder van "
        "Ommerloo. Verder bestaat de stuurgroep uit Henk Wolters (Melkunie Oost) en P.J. Kuiper, "
        "die namens de gemeente Hardewijk deelneemt. Wolters is penningmeester van de stuurgroep.\n"
    )
    assert seats(found) == {
        "Stuurgroep Kust: Wil van den Oever": ("voorzitter", "wethouder"),
        "Stuurgroep Kust: Henk Wolters": ("penningmeester", ""),
        "Stuurgroep Kust: P.J. Kuiper": ("lid", ""),
    }
    assert ties(found, "ON_BEHALF_OF") == {("Stuurgroep Kust: P.J. Kuiper", "Gemeente Hardewijk")}


def test_english_sentences_about_a_board(people: Reader) -> None:
    found = people(
        "News\n\nThe Clean Tugs steering group is chaired by Professor Ines Duarte of the University "
        "of Sunderland. Its members are Amir Khan (Blyth Marine Ltd) and Tom Reed, who represents "
        "Northumberland County Council. Kate O'Leary has joined the steering group on behalf of "
        "Port of Blyth.\n"
    )
    assert seats(found) == {
        "Clean Tugs steering group: Ines Duarte": ("chair", "professor"),
        "Clean Tugs steering group: Amir Khan": ("member", ""),
        "Clean Tugs steering group: Tom Reed": ("member", ""),
        "Clean Tugs steering group: Kate O'Leary": ("member", ""),
    }
    assert ("Clean Tugs steering group: Kate O'Leary", "Port of Blyth") in ties(
        found, "ON_BEHALF_OF"
    )


def test_who_left_has_no_seat_and_who_follows_has(people: Reader) -> None:
    found = people(
        "Nieuws\n\nHet bestuur bestaat uit Ria Bos (voorzitter) en Jan Smit. Gert Ebbing is per "
        "1 maart afgetreden als penningmeester en wordt opgevolgd door Eva Lindeman.\n"
    )
    assert seats(found) == {
        "Bestuur: Ria Bos": ("voorzitter", ""),
        "Bestuur: Jan Smit": ("lid", ""),
        "Bestuur: Eva Lindeman": ("penningmeester", ""),
    }


def test_who_is_quoted_works_somewhere_and_has_no_seat(people: Reader) -> None:
    found = people(
        "Nieuws\n\n“Het gaat goed”, zegt Henk Wolters, directeur van Melkunie Oost. Lector Sanne de "
        "Gooijer van Hogeschool Het Sticht knikt. Bas Kuipers (42) werkt als accountmanager bij "
        "Rabobank Noord. Oud-wethouder Ed Pot van Stein was er ook. Foto: Ellen Vis.\n"
    )
    assert ties(found, "WORKS_FOR") == {
        ("Henk Wolters", "Melkunie Oost"),
        ("Sanne de Gooijer", "Hogeschool Het Sticht"),
        ("Bas Kuipers", "Rabobank Noord"),
    }
    assert not seats(found)


def test_a_name_above_a_function_is_a_signature(people: Reader) -> None:
    found = people(
        "Voorwoord\n\nVeel plezier met lezen.\n\nJos Schneider\nVoorzitter Stichting Oost\n"
    )
    assert ties(found, "WORKS_FOR") == {("Jos Schneider", "Stichting Oost")}


def test_a_table_of_members(people: Reader) -> None:
    found = people(
        "Bestuur van Buurtwarmte Zuid\n\n| Naam | Rol | Organisatie | Namens |\n"
        "| Fien Otten | voorzitter | Huisartsen Zuid | |\n| Bart Klein | lid | Kleinbouw BV | MKB Zuid |\n"
        "| vacature | penningmeester | | |\n"
    )
    assert seats(found) == {
        "Bestuur: Fien Otten": ("voorzitter", ""),
        "Bestuur: Bart Klein": ("lid", ""),
    }
    assert ties(found, "BOARD_OF") == {("Bestuur", "Buurtwarmte Zuid")}
    assert ties(found, "ON_BEHALF_OF") == {("Bestuur: Bart Klein", "MKB Zuid")}


def test_minutes_seat_those_who_came_or_sent_word_but_no_guests(people: Reader) -> None:
    found = people(
        "Notulen van de vergadering van de stuurgroep Kassen\n\nAanwezig: L. van Eck (voorzitter, "
        "provincie Veldland), H. Maas (Glastuinbouw Plas)\nAfwezig m.k.: J. Poortvliet (Rabobank "
        "Plas)\nTe gast: Tim Groot (Adviesbureau Ver)\nVerslag: Saskia Wolf\n"
    )
    assert set(seats(found)) == {
        "Stuurgroep Kassen: L. van Eck",
        "Stuurgroep Kassen: H. Maas",
        "Stuurgroep Kassen: J. Poortvliet",
    }


def test_a_council_that_is_a_party_is_no_board(people: Reader) -> None:
    found = people("News\n\nNorthumberland County Council gave money, says Jo March.\n")
    assert not [f for f in found if isinstance(f, FoundNode) and f.ref.kind == "Board"]


def test_who_is_spoken_of_by_surname_is_who_has_that_name(people: Reader) -> None:
    found = people(
        "Nieuws\n\nHet bestuur bestaat uit Anna de Vries (voorzitter) en Jan Smit. “Mooi”, zegt "
        "mevrouw De Vries, directeur van Melkunie Oost.\n"
    )
    assert ties(found, "WORKS_FOR") == {("Anna de Vries", "Melkunie Oost")}


def test_a_list_of_what_changed_seats_nobody(people: Reader) -> None:
    found = people("Nieuws\n\nIn het bestuur zijn veranderingen doorgevoerd door Jan Smit.\n")
    assert not seats(found)


def test_committees_by_their_whole_names(people: Reader) -> None:
    found = people(
        "Our year\n\nThe Finance and Audit Committee, chaired by Grace Lin, met three times. The Skills "
        "Committee is made up of Adam Reeve (chair), Simon Peel, and Tanya Brooks of March College.\n"
    )
    assert seats(found) == {
        "Finance and Audit Committee: Grace Lin": ("chair", ""),
        "Skills Committee: Adam Reeve": ("chair", ""),
        "Skills Committee: Simon Peel": ("member", ""),
        "Skills Committee: Tanya Brooks": ("member", ""),
    }
    assert ties(found, "FROM") == {("Skills Committee: Tanya Brooks", "March College")}


def test_people_and_boards_are_no_parties() -> None:
    board, person = Ref("Board", "Skills Committee"), Ref("Person", "Adam Reeve")
    party, taken = Ref("Organisation", "March College"), Ref("Organisation", "Adam Reeve")
    right = [
        FoundNode(board, "line 1", 0.9),
        FoundNode(person, "line 1", 0.9),
        FoundNode(party, "line 1", 0.9),
    ]
    wrong = [
        FoundNode(taken, "line 1", 0.9),
        FoundTie("MEMBER_OF", taken, Ref("Organisation", "Skills Committee"), "line 1", 0.9),
        FoundNode(Ref("Organisation", "Adam Reeve of March College"), "line 1", 0.9),
    ]
    assert told_apart([*right, *wrong]) == right


def test_houses_where_guests_stay_are_nobody() -> None:
    text = "Gasten: Camping De Duinroos, Herberg Het Wiel, Café De Brug en Jan Wolters."
    assert [one.name for one in people_in(text)] == ["Jan Wolters"]
