"""Cells of foreign tables: notations, repaired text, ids made of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledwerk.loaders.cells import readable_case
from ledwerk.loaders.encodings import repaired
from ledwerk.loaders.notations import DATES, NUMBERS
from ledwerk.loaders.templates import has_id_signs, id_part, shortened
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import DATE, NUMBER


@pytest.mark.parametrize(
    ("notation", "text", "value"),
    [
        ("nl", "1.234,56", 1234.56),
        ("nl", "107.097", 107097.0),
        ("nl", "€ 1.238.920", 1238920.0),
        ("nl", "-12,5", -12.5),
        ("nl", "250,-", 250.0),
        ("nl", "1\u00a0234,567", 1234.567),
        ("en", "1,234.56", 1234.56),
        ("en", "1.234", 1.234),
        ("plain", "107.097", 107.097),
        ("plain", "1e+05", 100000.0),
    ],
)
def test_numbers_in_other_notations(notation: str, text: str, value: float) -> None:
    assert NUMBER.read(NUMBERS[notation](text)) == value


@pytest.mark.parametrize(
    ("notation", "text"),
    [("nl", "1.23"), ("nl", "1,234.5"), ("en", "1,23"), ("en", "x"), ("plain", "1,5")],
)
def test_numbers_of_another_notation_are_refused(notation: str, text: str) -> None:
    with pytest.raises(InvalidValue):
        NUMBERS[notation](text)


@pytest.mark.parametrize(
    ("notation", "text", "value"),
    [
        ("dmy", "31-12-2016", "2016-12-31"),
        ("dmy", "1.2.2016", "2016-02-01"),
        ("dmy", "12/2016", "2016-12"),
        ("dmy", "2016-12-31", "2016-12-31"),
        ("mdy", "12/31/2016", "2016-12-31"),
        ("iso", "2016-12-31T00:00:00", "2016-12-31"),
        ("iso", "20161231", "2016-12-31"),
        ("iso", "2016", "2016"),
    ],
)
def test_dates_in_other_notations(notation: str, text: str, value: str) -> None:
    assert DATE.read(DATES[notation](text)) == value


@given(st.decimals(-(10**9), 10**9, places=3, allow_nan=False))
def test_a_number_means_the_same_in_every_notation(number: object) -> None:
    english = f"{number:,.3f}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    values = {
        NUMBER.read(NUMBERS[notation](text))
        for notation, text in (("en", english), ("nl", dutch), ("plain", f"{number:.3f}"))
    }
    assert values == {float(str(number))}


@given(st.text(), st.sampled_from(["mac_roman", "latin_1"]))
def test_repair_undoes_what_a_wrong_encoding_did(text: str, encoding: str) -> None:
    try:
        broken = text.encode().decode(encoding)
    except UnicodeError:  # a lone surrogate, or a byte that the encoding does not have
        return
    assert repaired(broken, (encoding,)) == text


@given(st.text())
def test_any_text_makes_a_valid_id_part_or_none(text: str) -> None:
    part = id_part(text)
    assert has_id_signs(part)
    assert part == id_part(part)
    assert len(shortened(f"organisation:{part * 50}").partition(":")[2]) <= 200


def test_ids_keep_other_scripts_and_are_told_apart_when_cut() -> None:
    assert id_part("Δήμος Αθηναίων") == "δημοσ-αθηναιων"
    assert id_part("'s-Hertogenbosch") == "s-hertogenbosch"
    one, two = shortened("project:" + "a" * 300), shortened("project:" + "a" * 299 + "b")
    assert one != two


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("LEICESTER", "Leicester"),
        ("FRANKFURT AM MAIN", "Frankfurt am Main"),
        ("DEN HAAG", "Den Haag"),
        ("'S-HERTOGENBOSCH", "'s-Hertogenbosch"),
        ("alphen aan den rijn", "Alphen aan den Rijn"),
        ("McAllen", "McAllen"),
    ],
)
def test_capitals_become_readable(text: str, readable: str) -> None:
    assert readable_case(text) == readable
