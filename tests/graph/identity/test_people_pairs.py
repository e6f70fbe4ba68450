"""Pairs of people that a person labelled: what is merged unasked is right, and most is proposed."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ledwerk.graph.identity.matching import verdict
from ledwerk.graph.identity.person_names import person_name
from ledwerk.graph.identity.record import Record

Row = dict[str, str]


@cache
def told() -> tuple[tuple[Row, str], ...]:
    with (Path(__file__).parent / "people_pairs.csv").open(encoding="utf-8") as file:
        return tuple((row, answer(row)) for row in csv.DictReader(file))


def answer(row: Row) -> str:
    one, two = (person(row[side], row[f"{side}_at"]) for side in ("first", "second"))
    said = verdict(one, two)
    assert verdict(two, one).answer == said.answer, row
    return said.answer


def person(name: str, parties: str) -> Record:
    at = frozenset(one.strip() for one in parties.split(";") if one.strip())
    return Record(f"person:{name}", "Person", (name,), related=at)


def test_there_are_enough_pairs_and_many_look_alikes() -> None:
    found = Counter(row["same"] for row, _ in told())
    assert found["yes"] >= 90
    assert found["no"] >= 50
    assert all(row["why"] for row, _ in told())


def test_nobody_is_merged_with_another_unasked() -> None:
    wrong = [row for row, said in told() if row["same"] == "no" and said == "sure"]
    assert wrong == []


@pytest.mark.parametrize("part", ["tune", "test"])
def test_most_people_are_found(part: str) -> None:
    here = [(row["same"], said) for row, said in told() if row["part"] == part]
    same = [said for label, said in here if label == "yes"]
    proposed = [label for label, said in here if said]
    assert same.count("sure") / len(same) >= 0.75
    assert sum(map(bool, same)) / len(same) >= 0.9
    assert proposed.count("yes") / len(proposed) >= 0.8


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("dr. J.A. van den Berg", ("j", "a"), ("berg",)),
        ("Berg, Jan van den", ("jan",), ("berg",)),
        ("Sonnen, ter, Wim", ("wim",), ("sonnen",)),
        ("P. v.d. Meulen", ("p",), ("meulen",)),
        ("T. Hermans", ("t",), ("hermans",)),
        ("Prof. Dr. h.c. mult. Klaus Winter", ("klaus",), ("winter",)),
        ("wethouder Lia Voncken", ("lia",), ("voncken",)),
        ("Ingrid Smits - Jacobs", ("ingrid",), ("smits", "jacobs")),
        ("Wim Sijbrands, CEO", ("wim",), ("sijbrands",)),
        ("Marleen van 't Hof", ("marleen",), ("hof",)),
        ("Anita Do", ("anita",), ("do",)),
        ("dr.", (), ("dr",)),
        ("", (), ()),
    ],
)
def test_names_of_people_are_taken_apart(
    name: str, given: tuple[str, ...], family: tuple[str, ...]
) -> None:
    found = person_name(name)
    assert (found.given, found.family) == (given, family)
