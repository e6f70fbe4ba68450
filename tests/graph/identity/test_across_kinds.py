"""Parties of two kinds that bear one name are asked about, and never merged."""

from __future__ import annotations

import pytest

from ledwerk.graph.identity.evidence import DOUBTFUL
from ledwerk.graph.identity.matching import matches, verdict
from ledwerk.graph.identity.record import Record


def record(kind: str, name: str, *others: str, data: str = "one", **about: object) -> Record:
    made = Record(
        f"{kind.lower()}:{name.lower()}", kind, (name, *others), datasets=frozenset({data})
    )
    return made if not about else Record(
        made.id, kind, made.names, datasets=made.datasets, **about,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Municipality", "Gemeente Heerlen"), ("Organisation", "Gemeente Heerlen")),
        (("Municipality", "Heerlen"), ("Organisation", "Gemeente Heerlen")),
        (("Municipality", "Gemeente Den Haag"), ("Organisation", "Municipality of The Hague")),
        (("Campus", "Kanaalpark Campus"), ("Organisation", "Kanaalpark Campus B.V.")),
        (("Group", "Werkgevers Peelrand"), ("Organisation", "Werkgevers Peelrand")),
        (("Group", "Kanaalpark"), ("Campus", "Kanaalpark")),
    ],
)
def test_one_name_in_two_kinds_is_asked_about(one: tuple[str, str], two: tuple[str, str]) -> None:
    left, right = record(*one), record(*two, data="two")
    for pair in ((left, right), (right, left)):
        said = verdict(*pair)
        assert said.answer == DOUBTFUL
        assert "cannot be merged" in said.evidence[-1].text.en
        assert "niet samen te voegen" in said.evidence[-1].text.nl
    (match,) = matches([left, right])
    assert not match.mergeable
    assert not match.sure


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("Municipality", "Gemeente Heerlen"), ("Organisation", "Heerlen B.V.")),
        (("Municipality", "Gemeente Heerlen", "Heerlen"), ("Organisation", "Heerlen")),
        (("Municipality", "Gemeente Venlo"), ("Organisation", "Gemeente Venray")),
        (("Campus", "Kanaalpark Campus"), ("Organisation", "Kanaalpark Ventures")),
        (("Group", "Werkgevers Peelrand"), ("Organisation", "Peelrand Logistiek")),
    ],
)
def test_what_is_only_alike_is_not(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    left, right = record(*one), record(*two, data="two")
    assert verdict(left, right).answer == ""
    assert matches([left, right]) == []


def test_a_number_of_a_register_is_asked_about_but_never_sure() -> None:
    numbers = (("kvk", "14112233"),)
    left = record("Campus", "Kanaalpark", identifiers=numbers)
    right = record("Organisation", "Beheer Zuid", data="two", identifiers=numbers)
    assert verdict(left, right).answer == DOUBTFUL


def test_a_person_is_no_party() -> None:
    assert (
        matches([record("Person", "Wim Sonnen"), record("Group", "Wim Sonnen", data="two")]) == []
    )
