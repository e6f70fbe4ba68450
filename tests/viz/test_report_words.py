"""How a report says numbers, names, and one or more of something; and that both languages agree."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import ledwerk.viz.report
from ledwerk.schema.fields import Text
from ledwerk.viz.report_words import WORDS, Tongue, colour

NL, EN = Tongue("nl"), Tongue("en")
FILES = sorted(Path(ledwerk.viz.report.__file__).parent.glob("report*.py"))
MODULES = [import_module(f"ledwerk.viz.{file.stem}") for file in FILES]


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (0, "0", "0"),
        (1234567, "1.234.567", "1,234,567"),
        (1234.5, "1.234,50", "1,234.50"),
        (-0.5, "−0,50", "−0.50"),
        (0.0, "0,00", "0.00"),
        (0.00012, "0,0001", "0.0001"),
    ],
)
def test_numbers(value: float, nl: str, en: str) -> None:
    assert (NL.number(value), EN.number(value)) == (nl, en)


def test_shares_that_are_not_nothing_or_all_are_not_shown_as_such() -> None:
    shares = [NL.percent(share) for share in (0, 0.001, 0.5, 0.999, 1)]
    assert shares == ["0%", "<1%", "50%", ">99%", "100%"]


@pytest.mark.parametrize(
    ("amount", "currency", "nl", "en"),
    [
        (27_700_000, "EUR", "€ 27,7 mln.", "€27.7 million"),
        (6, "EUR", "€ 6", "€6"),
        (1234.5, "EUR", "€ 1.234,50", "€1,234.50"),
        (5_000, "USD", "USD 5.000", "USD 5,000"),
    ],
)
def test_money(amount: float, currency: str, nl: str, en: str) -> None:
    assert (NL.euro(amount, currency), EN.euro(amount, currency)) == (nl, en)


@pytest.mark.parametrize(
    ("names", "nl", "en"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A en B", "A and B"),
        (["A", "B", "C"], "A, B en C", "A, B and C"),
        (["A", "B", "C", "D"], "A, B en 2 andere", "A, B and 2 others"),
    ],
)
def test_lists_of_names(names: list[str], nl: str, en: str) -> None:
    assert (NL.names(names, 2), EN.names(names, 2)) == (nl, en)


def test_one_or_more() -> None:
    words = Text(
        "{n} [partij heeft|partijen hebben] {other}", "{n} [party has|parties have] {other}"
    )
    assert NL.say(words, n=1, other=2) == "1 partij heeft 2"
    assert EN.say(words, n=1200, other="x") == "1,200 parties have x"


def test_a_name_is_never_read_as_a_pattern() -> None:
    hostile = "{n} [een|meer] {0.__class__} %s"
    assert NL.say(Text("Naam: {name}", "Name: {name}"), name=hostile) == f"Naam: {hostile}"


def test_a_helix_that_is_unknown_has_a_word_and_a_colour() -> None:
    assert NL.helix("") == NL.helix("unknown") == "onbekend"
    assert colour("") == colour("unknown")
    assert NL.word("nothing such") == "nothing such"
    assert EN.word("asked_for") == "asked for"


def texts(value: Any) -> list[Text]:
    """Every text somewhere in a value."""
    if isinstance(value, Text):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in texts(one)]
    if isinstance(value, tuple | list):
        return [text for one in value for text in texts(one)]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields and not isinstance(value, type):
        return [text for name in fields for text in texts(getattr(value, name))]
    return []


@pytest.mark.parametrize("module", MODULES, ids=[module.__name__ for module in MODULES])
def test_both_languages_say_the_same_with_the_same_values(module: ModuleType) -> None:
    for text in texts(vars(module)):
        used = [set(re.findall(r"\{(\w+)\}", words)) for words in (text.nl, text.en)]
        assert used[0] == used[1], text
        assert text.nl.strip(), text
        assert text.en.strip(), text


def test_there_are_words_for_what_analyses_name() -> None:
    from ledwerk.graph.analysis.money import WHATS
    from ledwerk.graph.analysis.prediction import Score
    from ledwerk.schema.statements import BASES

    named = {*WHATS, *BASES, *(score.value for score in Score)}
    assert not named - set(WORDS)
