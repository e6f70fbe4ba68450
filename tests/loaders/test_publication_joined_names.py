"""Names with commas and "and" in them, told from lists by what stands around them."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.parties.bodies_named import bodies_in
from ledwerk.loaders.publication.parties.joined_names import joined, ministries_in, whole_at
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.names_found import parties_in


def names(text: str) -> list[str]:
    return [one.ref.name for one in parties_in(text, prose=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "het ministerie van Visserij, Natuur en Groene Groei legt 2 miljoen euro in",
            ["Ministerie van Visserij, Natuur en Groene Groei"],
        ),
        (
            "the Department of Trade, Food and the Marine, Harbourworks and Tauw",
            ["Department of Trade, Food and the Marine", "Harbourworks", "Tauw"],
        ),
        (
            "Marlow University, Eastern Health and Social Care Trust and Bolton Ltd",
            ["Marlow University", "Eastern Health and Social Care Trust", "Bolton Ltd"],
        ),
        ("the Weavers’ and Dyers’ Charity pays", ["Weavers’ and Dyers’ Charity"]),
        (
            "Saxhof, Ziekenhuis Aar en Brem en de gemeente Lier",
            ["Saxhof", "Ziekenhuis Aar en Brem", "Gemeente Lier"],
        ),
        (
            "the Department for Education and the City of Marlow Council",
            ["Department for Education", "City of Marlow Council"],
        ),
        ("Stichting Zon en Tauw", ["Stichting Zon", "Tauw"]),
        ("Trade Hub, Farm Trust and Sea Trust", ["Trade Hub", "Farm Trust", "Sea Trust"]),
    ],
)
def test_a_joint_in_a_name_parts_no_list(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_name_is_whole_where_it_begins() -> None:
    text = "by the Ministry of Housing, Skills and Sport"
    assert text[text.index("M") : whole_at(text, text.index("M"))] == text[7:]
    assert whole_at(text, 0) == 0
    assert joined("Tauw, De Pers en Bolton Ltd") == ()


def test_a_ministry_of_one_field_is_one() -> None:
    text = "paid by the Department for Education"
    assert [text[a:b] for a, b in ministries_in(text)] == ["Department for Education"]
    assert ministries_in("the department of trade") == ()


def test_bodies_with_joints_are_named_once() -> None:
    text = "The money came from the Economic and Social Research Council and Marlow University."
    found = [one.ref.name for one in bodies_in(text, Known())]
    assert found == ["Economic and Social Research Council", "Marlow University"]
