"""Numbers, dates and yes and no in the notations of several countries."""

from __future__ import annotations

import pytest

from ledwerk.loaders.cells import Cleaning, split_text, text_reader, value_reader
from ledwerk.loaders.notations import DATES, NUMBERS, sure_date, sure_number
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import BOOLEAN, DATE, NUMBER


@pytest.mark.parametrize(
    ("notation", "text", "value"),
    [
        ("sv", "1 234,56", 1234.56), ("sv", "SEK 1 200 000", 1_200_000), ("sv", "12\u00a0500 kr", 12500),
        ("sv", "2,5 Mkr", 2_500_000), ("sv", "850 tkr", 850_000), ("de", "1.234.567,89 €", 1234567.89),
        ("de", "1,5 Mio. €", 1_500_000), ("de", "12 T€", 12_000), ("fr", "1 234 567,00 €", 1234567),
        ("nl", "€ 3,2 mln", 3_200_000), ("nl", "€ 1.238.920", 1_238_920), ("nl", "40%", 40),
        ("nl", "€ 250,-", 250), ("ch", "CHF 1'234.50", 1234.5), ("en", "£1,234.5k", 1_234_500),
        ("decimal", "2998012,75", 2998012.75), ("decimal", "540000.0", 540000),
    ],
)  # fmt: skip
def test_numbers_with_thousands_currencies_and_units(
    notation: str, text: str, value: float
) -> None:
    assert NUMBER.read(NUMBERS[notation](text)) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.238.920", 1_238_920), ("1.234,5", 1234.5), ("1,234,567.8", 1234567.8), ("12,5", 12.5),
     ("1 200 000", 1_200_000), ("€ 3,2 miljoen", 3_200_000), ("7", 7), ("-5", -5), ("1e5", 1e5)],
)  # fmt: skip
def test_what_can_be_read_in_one_way_needs_no_notation(text: str, value: float) -> None:
    assert NUMBER.read(sure_number(text)) == value


@pytest.mark.parametrize("text", ["1.234", "1,234", "veel", "12 appels", "3 mln 4"])
def test_what_is_doubtful_or_no_number_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue):
        NUMBER.read(sure_number(text))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12. März 2016", "2016-03-12"), ("12 mei 2016", "2016-05-12"), ("31.12.2016", "2016-12-31"),
        ("1er janvier 2016", "2016-01-01"), ("March 5, 2016", "2016-03-05"), ("maj 2016", "2016-05"),
        ("5 de marzo de 2016", "2016-03-05"), ("2016-05-31 12:00", "2016-05-31"), ("2016", "2016"),
        ("2016-07", "2016-07"), ("2016-12", "2016-12"), ("sept. 2014", "2014-09"),
    ],
)  # fmt: skip
def test_dates_that_need_no_notation(text: str, date: str) -> None:
    assert DATE.read(sure_date(text)) == date


@pytest.mark.parametrize(
    ("notation", "text", "date"),
    [
        ("dmy", "31/12/16", "2016-12-31"), ("dmy", "1-2-1998", "1998-02-01"), ("mdy", "12/31/2016", "2016-12-31"),
        ("unix", "1199142000", "2008-01-01"), ("unix", "1199142000000", "2008-01-01"), ("year", "2014/15", "2014"),
    ],
)  # fmt: skip
def test_dates_of_a_notation(notation: str, text: str, date: str) -> None:
    assert DATE.read(DATES[notation](text)) == date


def test_a_quarter_begins_and_ends() -> None:
    for text in ("Q3 2016", "2016-Q3", "3. Quartal 2016", "3e kwartaal 2016"):
        assert value_reader(DATE, Cleaning())([text]) == "2016-07"
        assert value_reader(DATE, Cleaning(), last=True)([text]) == "2016-09"


def test_a_date_that_two_peoples_read_otherwise_is_refused() -> None:
    with pytest.raises(InvalidValue, match="ISO order"):
        DATE.read(sure_date("03-04-2016"))


def test_yes_and_no_in_other_languages() -> None:
    read = value_reader(BOOLEAN, Cleaning())
    assert [read([word]) for word in ("ja", "oui", "x", "✓", "sí")] == [True] * 5
    assert [read([word]) for word in ("nein", "Non", "nej", "0", "-")] == [False] * 5
    with pytest.raises(InvalidValue):
        read(["perhaps"])


def test_a_factor_multiplies() -> None:
    assert value_reader(NUMBER, Cleaning(numbers="nl", factor=1000))(["12,5"]) == 12500


def test_text_is_cut_before_its_words_are_looked_up() -> None:
    cleaning = Cleaning(find=r"\((\w+)\)", words=(("pp", "partner"),), otherwise="nothing")
    assert [text_reader(cleaning)(cell) for cell in ("A (PP)", "A (x)", "A")] == ["partner", "", ""]


def test_lists_are_split_outside_brackets() -> None:
    assert split_text(";", "A (x; y); B;") == ["A (x; y)", " B"]
    assert split_text(";", "A (x; B") == ["A (x; B"]
    assert split_text(";| en ", "A; B en C") == ["A", " B", "C"]
