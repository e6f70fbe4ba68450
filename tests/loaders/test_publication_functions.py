"""What a phrase says of a function and a party, and where a person's name ends."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.people.functions import begins_function, post
from ledwerk.loaders.publication.people.person_names import people_in


@pytest.mark.parametrize(
    ("text", "function", "party"),
    [
        ("wethouder Zorg en Welzijn", "wethouder Zorg en Welzijn", ""),
        ("lector Bodem en Mens", "lector Bodem en Mens", ""),
        ("schepen van Landbouw in Beveren", "schepen van Landbouw", "Beveren"),
        ("hoogleraar Universiteit van Hanze", "hoogleraar", "Universiteit van Hanze"),
        ("directeur Bakker en Zonen", "directeur", "Bakker en Zonen"),
        ("souschef bij Ziekenhuis Zuid", "souschef", "Ziekenhuis Zuid"),
        ("storage lead at Fen Chemicals", "storage lead", "Fen Chemicals"),
        ("Sector Manager, Growth Wales", "Sector Manager", "Growth Wales"),
        ("Consultant Cardiologist, Fen Trust", "Consultant Cardiologist", "Fen Trust"),
        ("Pro vice-chancellor, Fen University", "Pro vice-chancellor", "Fen University"),
        ("official of the Ministry of Sea", "official", "Ministry of Sea"),
    ],
)
def test_post(text: str, function: str, party: str) -> None:
    made = post(text)
    assert (made.function, made.party) == (function, party)


@pytest.mark.parametrize("text", ["who is a manager", "Tees Water", "the Managers' Forum"])
def test_no_function(text: str) -> None:
    assert not begins_function(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wethouder Anna Martina uit Goes.", ["Anna Martina"]),
        ("run by Chief Executive Naomi Coad.", ["Naomi Coad"]),
        ("Station Commander Paul Bray came.", ["Paul Bray"]),
        ("Officer: Emeka Oni Finance and claims: Ria Bos", ["Emeka Oni", "Ria Bos"]),
        ("Tom Ó Dónaill, clerk", ["Tom Ó Dónaill"]),
        ("Gedeputeerde Staten van Drenthe", []),
        ("Jan Willem van den Berg", ["Jan Willem van den Berg"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert [one.name for one in people_in(text)] == names
