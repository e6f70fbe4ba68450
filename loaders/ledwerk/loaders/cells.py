"""Cells of foreign tables: cleaned text, and values from other notations than our own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ledwerk.loaders.yaml_nodes import near
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import FieldType, Shape, Value
from ledwerk.schema.names import fold


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How the text of a column is understood.

    `words` are pairs of what the cell says and what it means, `words_at` is where they stand;
    `otherwise` is what another word means: itself, nothing, some word, or (None) a problem.
    """

    missing: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    words_at: str = ""
    otherwise: str | None = None
    case: str = ""
    split: str = ""
    numbers: str = ""
    dates: str = ""


def text_reader(cleaning: Cleaning) -> Callable[[str], str]:
    """From a cell to its cleaned text, empty where it says nothing. Raises InvalidValue."""
    words = dict(cleaning.words)
    folded = {fold(word): meant for word, meant in reversed(cleaning.words)}
    missing = frozenset(cleaning.missing) | {""}
    cased = _CASES[cleaning.case]

    def plain(cell: str) -> str:
        text = cell.strip()
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return "" if text in missing else text

    def read(cell: str) -> str:
        text = unicodedata.normalize("NFC", cell).strip()
        meant = words.get(text)
        if meant is None and text and words:
            meant = folded.get(fold(text))
        if meant is not None:
            return meant
        if text in missing:
            return ""
        return cased(_otherwise(text, cleaning) if words else text)

    return read if words or cleaning.case else plain


def _otherwise(text: str, cleaning: Cleaning) -> str:
    match cleaning.otherwise:
        case None:
            known = [word for word, _ in cleaning.words]
            raise InvalidValue(
                f"{text!r} is not among the words in {cleaning.words_at}",
                f"add it there, or say otherwise{near(text, known)}",
            )
        case "same":
            return text
        case "nothing":
            return ""
        case word:
            return word


def value_reader(type_: FieldType, cleaning: Cleaning) -> Callable[[Sequence[str]], Value]:
    """From cleaned texts to a value; only a list takes more than one. Raises InvalidValue."""
    if type_.shape is Shape.LIST:
        return _listed
    notation = _notation(type_, cleaning)

    def read(texts: Sequence[str]) -> Value:
        text = texts[0] if texts else ""
        return type_.read(notation(text)) if text else None

    return read


def _listed(texts: Sequence[str]) -> Value:
    return tuple(dict.fromkeys(text for text in map(_one_line, texts) if text)) or None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _notation(type_: FieldType, cleaning: Cleaning) -> Callable[[str], str]:
    if type_.shape in {Shape.NUMBER, Shape.INTEGER} and cleaning.numbers:
        return NUMBERS[cleaning.numbers]
    if type_.shape is Shape.DATE and cleaning.dates:
        return DATES[cleaning.dates]
    return str


# Numbers: into digits with a dot, of which the value type never doubts what they mean.

_SPACES = str.maketrans(dict.fromkeys(" \u00a0\u2009\u202f'’"))
_CURRENCY = re.compile(r"^(?:€|EUR)|(?:€|EUR)$|[.,]-+$", re.IGNORECASE)


def _grouped(thousands: str, decimal: str, example: str) -> Callable[[str], str]:
    t, d = re.escape(thousands), re.escape(decimal)
    right = re.compile(rf"([+-]?(?:\d{{1,3}}(?:{t}\d{{3}})+|\d+))(?:{d}(\d+))?")

    def read(text: str) -> str:
        bare = _CURRENCY.sub("", _CURRENCY.sub("", text.translate(_SPACES)))
        match = right.fullmatch(bare)
        if not match:
            raise InvalidValue(f"{text!r} is not a number as this table writes it", example)
        return _undoubted(match[1].replace(thousands, ""), match[2])

    return read


_PLAIN = re.compile(r"([+-]?\d+)(?:\.(\d+))?([eE][+-]?\d+)?")


def _plain_number(text: str) -> str:
    if text.isdecimal() and text.isascii():
        return text
    match = _PLAIN.fullmatch(text)
    if not match:
        raise InvalidValue(f"{text!r} is not a plain number", "digits and a dot, such as 1234.56")
    return text if match[3] else _undoubted(match[1], match[2])


def _undoubted(whole: str, fraction: str | None) -> str:
    """Three digits after the sign could be thousands; a fourth says that they are not."""
    if not fraction:
        return whole
    return f"{whole}.{fraction}0" if len(fraction) == 3 else f"{whole}.{fraction}"


NUMBERS: dict[str, Callable[[str], str]] = {
    "nl": _grouped(".", ",", "such as 1.234,56"),
    "en": _grouped(",", ".", "such as 1,234.56"),
    "plain": _plain_number,
}

# Dates: into ISO order; whether the day exists is the value type's question.

_TIME = re.compile(r"[T ]\d{1,2}:\d{2}.*")
_THREE = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})")
_TWO = re.compile(r"(\d{1,2})[-/. ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})")


def _iso(text: str) -> str:
    bare = _TIME.sub("", text)
    match = _YEAR_FIRST.fullmatch(bare)
    return "-".join(match.groups()) if match else bare


def _day_first(text: str) -> str:
    bare = _TIME.sub("", text)
    if match := _THREE.fullmatch(bare):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    return _month_or_iso(bare)


def _month_first(text: str) -> str:
    bare = _TIME.sub("", text)
    if match := _THREE.fullmatch(bare):
        return f"{match[3]}-{int(match[1]):02d}-{int(match[2]):02d}"
    return _month_or_iso(bare)


def _month_or_iso(text: str) -> str:
    match = _TWO.fullmatch(text)
    return f"{match[2]}-{int(match[1]):02d}" if match else _iso(text)


DATES: dict[str, Callable[[str], str]] = {"iso": _iso, "dmy": _day_first, "mdy": _month_first}

# Letters: what stands in capitals only is hard to read.

_SMALL_WORDS = (
    "a aan al am an and auf bei d da de degli del dell della den der des di do dos du e el en et i "
    "im in l la las le les los na nad of on op over pod sur the ter und upon van von y zu"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_LETTERS = re.compile(r"[^\W\d_]+")


def readable_case(text: str) -> str:
    """`FRANKFURT AM MAIN` as `Frankfurt am Main`; text with both cases stays as it is."""
    if not (text.isupper() or text.islower()):
        return text
    first = True

    def cased(match: re.Match[str]) -> str:
        nonlocal first
        word = match[0].lower()
        if word in {"s", "t"} and text[: match.start()].endswith(("'", "’")):
            return word  # 's-Hertogenbosch, 't Harde, King's Lynn
        initial, first = first, False
        return word if word in _SMALL and not initial else word[:1].upper() + word[1:]

    return _LETTERS.sub(cased, text)


def _unchanged(text: str) -> str:
    return text


_CASES: dict[str, Callable[[str], str]] = {"": _unchanged, "readable": readable_case}
CASES = tuple(_CASES)[1:]
