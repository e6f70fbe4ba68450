"""What the values of a column look like: numbers or dates in which notation, lists, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from ledwerk.loaders.notations import (
    DATES,
    NUMBERS,
    boolean_word,
    sure_date,
    sure_number,
    whole_quarter,
)
from ledwerk.loaders.proposing_words import currency_of
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import DATE, NUMBER, FieldType

ENOUGH = 0.9  # of the values say what a column is; the others are named as missing
MOST_WRONG = 25  # different cells that are named so
MOST_WORDS = 40
_FEW = 100  # values that are looked at before all are
_DIGIT = re.compile(r"\d")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:nl|com|eu|org|de|be|se|fr|es|net|uk)(?:/\S*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_MISSING = frozenset(
    {
        "na",
        "n/a",
        "n.a.",
        "nvt",
        "n.v.t.",
        "-",
        "--",
        "?",
        "null",
        "none",
        "nan",
        "onbekend",
        "unknown",
        "k.a.",
        "unbekannt",
        "okänd",
        "saknas",
        ".",
    }
)
_MARKS = re.compile(r"[.,]")
_PERIOD = re.compile(r"\d{4}\s*[-–/]\s*\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*[-–]\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}(?:-\d{2})?\s*(?:–|/| - | tot | bis | to | t/m )\s*\d{4}-\d{2}(?:-\d{2})?")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A notation that fits: its name, the cells that it does not fit, and what is doubtful."""

    notation: str
    wrong: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as its values show it."""

    title: str
    values: tuple[str, ...]  # every filled cell, in order
    rows: int
    counts: Counter[str]
    missing: tuple[str, ...]

    @property
    def filled(self) -> float:
        """The share of rows that have a value."""
        return len(self.values) / self.rows if self.rows else 0.0

    @property
    def unique(self) -> bool:
        """Whether every row has a value of its own."""
        return self.filled == 1.0 and len(self.counts) == self.rows

    @property
    def is_vocabulary(self) -> bool:
        """Whether few words come back again and again."""
        few = len(self.counts) <= MOST_WORDS and all(len(word) < 80 for word in self.counts)
        return few and (len(self.counts) <= 6 or len(self.counts) <= 0.5 * len(self.values))

    def share(self, fits: Callable[[str], object]) -> float:
        """The share of values that fit."""
        if not self.values:
            return 0.0
        return sum(n for word, n in self.counts.items() if fits(word)) / len(self.values)

    @property
    def is_address(self) -> bool:
        """Whether the values are pages of the web."""
        return self.share(_URL.fullmatch) >= ENOUGH

    @property
    def is_mail(self) -> bool:
        """Whether there are e-mail addresses in it."""
        return self.share(_EMAIL.search) > 0.2

    @property
    def is_boolean(self) -> bool:
        """Whether it says yes or no."""
        return len(self.counts) <= 4 and self.share(lambda w: boolean_word(w) in {"yes", "no"}) == 1

    @property
    def is_period(self) -> bool:
        """Whether a value holds a beginning and an end."""
        return self.share(_PERIOD.search) >= ENOUGH

    @property
    def is_text(self) -> bool:
        """Whether the values have letters, as names have."""
        return self.share(lambda word: re.search(r"[^\W\d_]{2}", word)) >= ENOUGH

    def currency(self) -> str:
        """The currency that its title or its values name."""
        found = Counter(c for word in self.counts if (c := currency_of(word)))
        return currency_of(self.title) or (found.most_common(1)[0][0] if found else "")


def column_of(title: str, cells: Sequence[str]) -> Column:
    """A column with its cells, those that say nothing left out."""
    bare = [cell.strip() for cell in cells]
    nothing = sorted({cell for cell in bare if cell.casefold() in _MISSING})
    values = tuple(cell for cell in bare if cell and cell not in nothing)
    return Column(title, values, len(bare), Counter(values), tuple(nothing))


def number_of(column: Column) -> Found | None:
    """The notation of a column of numbers; None where it is none."""
    if column.share(_DIGIT.search) < ENOUGH or not column.values:
        return None
    notation, doubt = _signs([word for word in column.counts if _DIGIT.search(word)])
    return _tried(column, NUMBER, NUMBERS[notation], notation, doubt)


def _signs(words: Sequence[str]) -> tuple[str, str]:  # noqa: PLR0911 - a way out for each sign
    """The notation that the signs between digits speak of."""
    bare = [re.sub(r"[^\d.,' \u00a0\u202f]", "", word).strip(" .,") for word in words]
    if all(re.fullmatch(r"\d+(?:\.\d+)?", b) for b in bare) and all(
        sure_number(w) == w and re.fullmatch(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", w) for w in words
    ):
        ends = {len(b.partition(".")[2]) for b in bare if "." in b}
        if not (ends == {3} and all(len(b.partition(".")[0]) < 4 or "." not in b for b in bare)):
            return "plain", ""
    spaced = any(re.search(r"\d[ \u00a0\u202f]\d{3}(?!\d)", b) for b in bare)
    tight = [re.sub(r"[ '\u00a0\u202f]", "", b) for b in bare]
    both = next((b for b in tight if "." in b and "," in b), "")
    if both:
        return ("nl" if both.rfind(",") > both.rfind(".") else "en"), ""
    dots, commas = [b for b in tight if "." in b], [b for b in tight if "," in b]
    if any("'" in b for b in bare):
        return "ch", ""
    for marked, grouped, decimal, sign in ((dots, "nl", "en", "."), (commas, "en", "sv", ",")):
        if not marked:
            continue
        others = commas if marked is dots else dots
        thousands = all(re.fullmatch(rf"\d{{1,3}}(?:\{sign}\d{{3}})+", b) for b in marked)
        if thousands and not spaced:
            sure = bool(others) or any(b.count(sign) > 1 for b in marked)
            example = next((w for w in words if sign in w), "")
            doubt = f"{example} is taken as thousands; decimals would be another notation"
            return grouped, "" if sure else doubt
        if not others:
            return decimal, ""
    if dots and commas:
        return "decimal", ""
    return ("sv" if spaced else "decimal"), ""


def date_of(column: Column) -> Found | None:
    """The notation of a column of dates; None where it is none."""
    words = list(column.counts)
    if not words or column.share(lambda word: re.search(r"\d{2}", word)) < ENOUGH:
        return None
    turned = [m for w in words if (m := re.match(r"(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}", w))]
    if len(turned) >= ENOUGH * len(words) / 2:
        if any(int(m[2]) > 12 for m in turned) and not any(int(m[1]) > 12 for m in turned):
            return _tried(column, DATE, DATES["mdy"], "mdy", "")
        sure = any(int(m[1]) > 12 for m in turned) or any("." in m[0] for m in turned)
        doubt = "" if sure else f"{turned[0][0]} is taken as day, month, year"
        return _tried(column, DATE, DATES["dmy"], "dmy", doubt)
    if all(re.fullmatch(r"\d{9,10}|\d{12,13}", word) for word in words):
        return Found("unix", doubt="numbers of seconds since 1970")
    return _tried(column, DATE, sure_date, "", "")


def _tried(
    column: Column, type_: FieldType, read: Callable[[str], str], notation: str, doubt: str
) -> Found | None:
    """The notation, with the cells that it cannot read; None where these are too many."""
    few = list(islice(column.counts, _FEW))
    if sum(not _reads(type_, read, word) for word in few) > len(few) / 2:
        return None
    wrong = [word for word in column.counts if not _reads(type_, read, word)]
    if len(wrong) > MOST_WRONG or sum(column.counts[w] for w in wrong) > (1 - ENOUGH) * len(
        column.values
    ):
        return None
    return Found(notation, tuple(wrong), doubt)


def _reads(type_: FieldType, read: Callable[[str], str], word: str) -> bool:
    try:
        return type_.read(whole_quarter(read(word), last=False)) is not None
    except InvalidValue:
        return False


def separator_of(column: Column) -> str:
    """The sign between the values of a list; empty where cells hold one value."""
    signs = (";", "|", "\n", " / ", "•")
    return next((sign for sign in signs if _splits(column, sign) >= 0.1), "")


def _splits(column: Column, sign: str) -> float:
    return column.share(lambda word: sign in word.strip(sign))
