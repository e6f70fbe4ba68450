"""Seats that are told in any order of words, by what somebody does on a board."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundNode, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.people.board_names import board_in_heading, mentions
from ledwerk.loaders.publication.people.member_tables import board_over, columns_of
from ledwerk.loaders.publication.people.seat_clauses import clause_seats, row_seats
from ledwerk.loaders.publication.reading import read_document


def told(text: str, language: str = "nl") -> list[str]:
    """Each seat as "Person = role < for whom"."""
    return [
        f"{one.person} = {one.role}" + "".join(f" < {whom}" for whom in one.behalf)
        for one in clause_seats(text, text, language)
    ]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Maria Jansen zit de raad voor.", ["Maria Jansen = voorzitter"]),
        ("Onder leiding van Peter de Boer komt de groep samen.", ["Peter de Boer = voorzitter"]),
        ("Aan het roer staat sinds mei Maria Jansen.", ["Maria Jansen = voorzitter"]),
        ("Peter de Boer doet de kas.", ["Peter de Boer = penningmeester"]),
        (
            "De penningen worden beheerd door Peter de Boer (Zonnedak).",
            ["Peter de Boer = penningmeester"],
        ),
        ("De portemonnee houdt Peter de Boer bij.", ["Peter de Boer = penningmeester"]),
        ("Maria Jansen houdt de pen.", ["Maria Jansen = secretaris"]),
        ("Maria Jansen, wethouder, blijft aan als secretaris.", ["Maria Jansen = secretaris"]),
        ("Secretaris van de raad blijft Maria Jansen.", ["Maria Jansen = secretaris"]),
        ("Maria Jansen schuift aan als toehoorder.", ["Maria Jansen = toehoorder"]),
        ("Voorts schuift directeur Maria Jansen aan.", ["Maria Jansen = toehoorder"]),
        ("Op die avond trad Maria Jansen toe.", ["Maria Jansen = "]),
        (
            "Namens de telers heeft Peter de Boer zitting, namens de veilingen Maria Jansen.",
            ["Peter de Boer =  < de telers", "Maria Jansen =  < de veilingen"],
        ),
        (
            "Peter de Boer en Maria Jansen spreken er voor de scholen.",
            ["Peter de Boer =  < de scholen", "Maria Jansen =  < de scholen"],
        ),
        (
            "Maria Jansen kreeg een zetel namens de gemeenten Aarle, Beek en Nuth.",
            ["Maria Jansen =  < de gemeenten Aarle, Beek en Nuth"],
        ),
        ("De provincie vaardigt Maria Jansen af als waarnemer.", ["Maria Jansen = waarnemer"]),
        ("De leden kozen Peter de Boer tot ondervoorzitter.", ["Peter de Boer = ondervoorzitter"]),
        ("Peter de Boer maakt het vijftal compleet.", ["Peter de Boer = "]),
    ],
)
def test_words_of_a_dutch_board(text: str, seats: list[str]) -> None:
    assert told(text) == seats


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("Helen Carter presides.", ["Helen Carter = chair"]),
        ("Helen Carter of Carter Mills chairs.", ["Helen Carter = chair"]),
        ("In the chair is Helen Carter.", ["Helen Carter = chair"]),
        ("James Wilson keeps the books.", ["James Wilson = treasurer"]),
        ("The minutes are taken by James Wilson.", ["James Wilson = secretary"]),
        ("James Wilson will act as secretary to the group.", ["James Wilson = secretary"]),
        ("James Wilson speaks for industry.", ["James Wilson =  < industry"]),
        ("Helen Carter attends as an observer.", ["Helen Carter = observer"]),
        (
            "Around the table: Helen Carter for Ribble Council and James Wilson for Ribble Mills.",
            ["Helen Carter =  < Ribble Council", "James Wilson =  < Ribble Mills"],
        ),
    ],
)
def test_words_of_an_english_board(text: str, seats: list[str]) -> None:
    assert told(text, "en") == seats


@pytest.mark.parametrize(
    "text",
    [
        "Maria Jansen, die acht jaar voorzitter was, nam afscheid.",
        "Maria Jansen draagt het voorzitterschap over aan haar opvolger.",
        "Spoor Water wordt geleid door Maria Jansen.",
        "De dagelijkse leiding is in handen van manager Maria Jansen.",
        "Maria Jansen houdt van fietsen.",
        "Peter de Boer zit vooral op kantoor.",
    ],
)
def test_words_that_give_no_seat(text: str) -> None:
    assert told(text) == []


def test_lines_that_are_sentences() -> None:
    one = row_seats("Peter de Boer doet de kas. Hij is financieel directeur van Zonnedak", "nl")
    assert [(e.person, e.role, e.posts[0].function, e.posts[0].party) for e in one] == [
        ("Peter de Boer", "penningmeester", "financieel directeur", "Zonnedak")
    ]
    two = row_seats("Maria Jansen, wethouder, zit er namens Regio Maas en is secretaris", "nl")
    assert [(e.person, e.role, e.behalf) for e in two] == [
        ("Maria Jansen", "secretaris", ("Regio Maas",))
    ]
    assert row_seats("Maria Jansen, wethouder", "nl") == []


def test_columns_by_what_heads_them() -> None:
    assert columns_of(("Stuurgroep", "Functie", "Zit er namens")) == {
        "name": 0, "function": 1, "behalf": 2,
    }  # fmt: skip
    assert columns_of(("Director", "Day job", "Nominated by")) == {
        "name": 0, "function": 1, "behalf": 2,
    }  # fmt: skip
    assert columns_of(("Naam", "Taak in het bestuur", "Komt van")) == {
        "name": 0, "role": 1, "party": 2,
    }  # fmt: skip
    assert columns_of(("Name", "Role", "Nominated by / employed as")) == {
        "name": 0, "role": 1, "both": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Item 4 Tidal Park Steering Group: revised membership", "Tidal Park Steering Group"),
        ("Bijlage 2 Samenstelling stuurgroep en bureau", "Stuurgroep"),
        ("Table 3. Directors at 31 March 2021", "Board of Directors"),
        ("Wie beslist: het Comité van Toezicht", "Comité van Toezicht"),
    ],
)
def test_headings_of_boards(heading: str, name: str) -> None:
    found = board_in_heading(heading, Known())
    assert found is not None
    assert found.name == name


def test_a_general_meeting_is_an_occasion() -> None:
    assert mentions("Op de algemene vergadering van mei gaf zij die door.", Known()) == []


TABLE = """Verbond De Zilverdijk
Jaarverslag 2022

Verbond De Zilverdijk werkt aan de dijk.

Wie stuurt?

| Stuurgroep | Functie | Zit er namens |
|---|---|---|
| Maria Jansen (voorzitter) | wethouder | gemeente Lisse |
| Peter de Boer | directeur, Zonnedak B.V. | Zonnedak B.V. |
| vacature | | de scholen |
"""


def test_a_table_of_a_board_without_a_heading_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "jaarverslag.md"
    file.write_text(TABLE, encoding="utf-8")
    document = extracted(file)
    table = next(block for block in document.blocks if block.rows)
    assert board_over(table) == "Stuurgroep"
    found = read_document(document)
    seats = {one.ref.name for one in found if isinstance(one, FoundNode) if one.ref.kind == "Seat"}
    assert seats == {"Stuurgroep: Maria Jansen", "Stuurgroep: Peter de Boer"}
    homes = {
        (one.source.name, one.target.name)
        for one in found
        if isinstance(one, FoundTie) and one.kind == "FROM"
    }
    assert ("Stuurgroep: Maria Jansen", "Gemeente Lisse") in homes
