"""Moments and trusts: how they are written, and what they let through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ledwerk.graph.trust import EVERYBODY, Trust, moment_of, trust_of
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.statements import Statement

SAID = Statement("a", "Project", "project:x", (("name", "X"),), cited="source:s")
READ = Statement("b", "Project", "project:y", (("name", "Y"),), cited="source:t", basis="read")
ACCEPTED = Statement("b", "Project", "project:y", (), basis="read", accepted_by="An")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-10-01T14:30", datetime(2026, 10, 1, 14, 30, tzinfo=UTC)),
        ("2026-10-01T14:30:05.25Z", datetime(2026, 10, 1, 14, 30, 5, 250_000, UTC)),
        ("2026-10-01t14:30z", datetime(2026, 10, 1, 14, 30, tzinfo=UTC)),
        (" 2026-10-01 14:30:00+02:00 ", datetime(2026, 10, 1, 12, 30, tzinfo=UTC)),
        ("2026-10-01T00:30:00-0200", datetime(2026, 10, 1, 2, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_as_utc_unless_it_says_otherwise(text: str, moment: datetime) -> None:
    assert moment_of(text) == moment == moment_of(text, begins=True)


@pytest.mark.parametrize(
    ("text", "first", "next_day"),
    [
        ("2026-10-01", datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 10, 2, tzinfo=UTC)),
        ("2024-02", datetime(2024, 2, 1, tzinfo=UTC), datetime(2024, 3, 1, tzinfo=UTC)),
        ("2025", datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_date_is_all_of_its_day(text: str, first: datetime, next_day: datetime) -> None:
    assert moment_of(text, begins=True) == first
    assert moment_of(text) == next_day - timedelta(microseconds=1)


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "2026-13-01", "2026-02-30", "1e9", "2026-10-01T25:00", "2026-10-01T14:30+99:00",
     "0001-01-01T00:00+14:00", "20261001", "2026-W01", "2026-10-01T14", "１２"],
)  # fmt: skip
def test_what_is_no_moment_is_told_with_what_to_write(text: str) -> None:
    with pytest.raises(InvalidQuestion, match="is no moment; write a date such as 2026-10-01"):
        moment_of(text)


def test_a_trust_lets_through_what_meets_all_of_it() -> None:
    assert all(EVERYBODY.believes(one) for one in (SAID, READ, ACCEPTED))
    assert Trust(datasets=("a",)).believes(SAID)
    assert not Trust(datasets=("a",)).believes(READ)
    assert Trust(sources=("source:t",)).believes(READ)
    assert not Trust(sources=("source:t",)).believes(SAID)
    assert not Trust(sources=()).believes(SAID)
    assert not Trust(bases=("stated",)).believes(READ)
    assert not Trust(unreviewed=False).believes(READ)
    assert Trust(unreviewed=False).believes(ACCEPTED)
    assert not Trust(datasets=("b",), bases=("stated",)).believes(READ)


def test_a_trust_is_the_same_however_it_is_written() -> None:
    given = trust_of(["b", "a", "b"], None, ["STATED", "edited"], None)
    assert given == Trust(("a", "b"), None, ("edited", "stated"), True)
    assert trust_of(None, None, None, True) == EVERYBODY
    with pytest.raises(InvalidQuestion, match="'guessed' is no basis; there are edited, stated"):
        trust_of(None, None, ["guessed"], None)
