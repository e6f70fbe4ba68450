"""Pairs that a person labelled: what is merged without asking is right, and most is proposed."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ledwerk.graph.identity.evidence import Verdict
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.scoring import verdict

KINDS = {"REC": "research_institute", "PRC": "company", "PUB": "public_body"}
Row = dict[str, str]


@cache
def told() -> tuple[tuple[Row, Verdict], ...]:
    with (Path(__file__).parent / "pairs.csv").open(encoding="utf-8") as file:
        return tuple((row, verdict(*records(row))) for row in csv.DictReader(file))


def records(row: Row) -> tuple[Record, Record]:
    first = tuple(name for name in (row["first"], row["alias"]) if name)
    second = tuple(name for name in (row["second"], row["second_alias"]) if name)
    place, other = ((p,) if p else () for p in (row["place"], row["second_place"]))
    kind = KINDS.get(row["second_type"], "")
    return (
        Record("a", "Organisation", first, row["country"], place, row["kind"]),
        Record("b", "Organisation", second, row["second_country"], other, kind),
    )


def test_there_are_enough_pairs_and_half_of_them_are_look_alikes() -> None:
    found = Counter(row["same"] for row, _ in told())
    assert found["yes"] >= 150
    assert found["no"] >= 300
    assert {row["part"] for row, _ in told()} == {"tune", "test"}
    assert all(row["why"] for row, _ in told())
    assert {row["sources"] for row, _ in told()} == {"FP7 H2020", "LED H2020"}


def test_nothing_different_is_merged_without_asking() -> None:
    wrong = [
        (r["first"], r["second"]) for r, v in told() if r["same"] == "no" and v.answer == "sure"
    ]
    assert wrong == []


@pytest.mark.parametrize(("part", "sure", "proposed"), [("tune", 0.69, 0.95), ("test", 0.59, 0.85)])
def test_most_of_what_is_the_same_is_found(part: str, sure: float, proposed: float) -> None:
    found = Counter(v.answer for r, v in told() if r["part"] == part and r["same"] == "yes")
    every = sum(found.values())
    assert found["sure"] / every >= sure
    assert (found["sure"] + found["doubtful"]) / every >= proposed
    rows = [r["same"] for r, v in told() if r["part"] == part and v.answer]
    assert rows.count("yes") / len(rows) >= 0.78  # of what people are asked about


def test_every_reason_is_in_two_languages_and_adds_up() -> None:
    for _, said in told():
        assert all(one.text.nl and one.text.en for one in said.evidence)
        assert said.score == pytest.approx(sum(one.weight for one in said.evidence))


def test_it_does_not_matter_which_comes_first() -> None:
    for row, said in told():
        one, two = records(row)
        assert verdict(two, one).answer == said.answer, (row["first"], row["second"])
