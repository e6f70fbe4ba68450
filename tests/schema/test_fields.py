"""Cells into values and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledwerk.schema import fields
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import choice, first_day, last_day
from ledwerk.schema.vocabularies import HELIX


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-10", "2016-10-01", "2016-10-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016-06-30", "2016-06-30", "2016-06-30"),
    ],
)
def test_a_partial_date_covers_the_whole_of_it(date: str, first: str, last: str) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


@pytest.mark.parametrize("cell", ["2016-13", "2016-02-30", "16", "yesterday", "0000", "2-6-2016"])
def test_a_wrong_date_says_what_would_be_right(cell: str) -> None:
    with pytest.raises(InvalidValue, match="write"):
        fields.DATE.read(cell)


def test_a_turned_date_is_turned_back_in_the_message() -> None:
    with pytest.raises(InvalidValue, match="write 2016-06-02"):
        fields.DATE.read("2-6-2016")


@pytest.mark.parametrize(("cell", "value"), [("5400000", 5400000.0), ("0,5", 0.5), ("-3", -3.0)])
def test_numbers_are_read(cell: str, value: float) -> None:
    assert fields.NUMBER.read(cell) == value


@pytest.mark.parametrize("cell", ["1.238", "17.000", "8,500"])
def test_a_number_that_can_be_read_in_two_ways_is_refused(cell: str) -> None:
    with pytest.raises(InvalidValue, match="two ways"):
        fields.NUMBER.read(cell)


@pytest.mark.parametrize("cell", ["abc", "1 000", "1.2.3", "€ 5", "nan", "inf", "1e999"])
def test_what_is_no_number_is_refused(cell: str) -> None:
    with pytest.raises(InvalidValue):
        fields.NUMBER.read(cell)


@pytest.mark.parametrize(
    ("cell", "value"), [("ja", True), ("No", False), ("", None), ("unknown", None)]
)
def test_yes_and_no_in_both_languages(cell: str, value: bool | None) -> None:
    assert fields.BOOLEAN.read(cell) is value


def test_a_word_of_a_vocabulary_may_be_its_label() -> None:
    type_ = choice(HELIX)
    assert type_.read("Bedrijfsleven") == type_.read("INDUSTRY") == "industry"
    with pytest.raises(InvalidValue, match="one of government, industry"):
        type_.read("bakery")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)))
def test_a_list_survives_its_cell(parts: list[str]) -> None:
    cleaned = tuple(dict.fromkeys(" ".join(p.split()) for p in parts if p.split()))
    read = fields.LIST.read(fields.LIST.write(cleaned))
    import unicodedata

    assert read == (tuple(dict.fromkeys(unicodedata.normalize("NFC", c) for c in cleaned)) or None)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_survives_its_cell(value: float) -> None:
    assert fields.NUMBER.read(fields.NUMBER.write(value)) == value
