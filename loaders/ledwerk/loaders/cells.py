"""Cells of foreign tables: cleaned text, and values from other notations than our own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ledwerk.loaders.notations import (
    DATES,
    NUMBERS,
    boolean_word,
    sure_date,
    sure_number,
    whole_quarter,
)
from ledwerk.loaders.yaml_nodes import near
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import NUMBER, FieldType, Shape, Value
from ledwerk.schema.names import fold


@dataclass(frozen=True, slots=True)
class Cleaning:
    """How the text of a column is understood.

    `words` are pairs of what the cell says and what it means, `words_at` is where they stand;
    `otherwise` is what another word means: itself, nothing, some word, or (None) a problem.
    `split`, `find` and `drop` are regular patterns.
    """

    missing: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    words_at: str = ""
    otherwise: str | None = None
    case: str = ""
    split: str = ""
    find: str = ""
    drop: str = ""
    numbers: str = ""
    factor: float = 1.0
    dates: str = ""


def text_reader(cleaning: Cleaning) -> Callable[[str], str]:
    """From a cell to its cleaned text, empty where it says nothing. Raises InvalidValue."""
    words = dict(cleaning.words)
    folded = {fold(word): meant for word, meant in reversed(cleaning.words)}
    missing = frozenset(cleaning.missing) | {""}
    cased = _CASES[cleaning.case]
    cut = _cutting(cleaning)

    def plain(cell: str) -> str:
        text = cell.strip()
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return "" if text in missing else text

    def read(cell: str) -> str:
        text = unicodedata.normalize("NFC", cell).strip()
        if cut and text not in missing:
            text = cut(text)
        meant = words.get(text)
        if meant is None and text and words:
            meant = folded.get(fold(text))
        if meant is not None:
            return meant
        if text in missing:
            return ""
        return cased(_otherwise(text, cleaning) if words else text)

    return read if words or cut or cleaning.case else plain


def _cutting(cleaning: Cleaning) -> Callable[[str], str] | None:
    """What `find` takes of a text (its first group, or all of it) without what `drop` says."""
    if not cleaning.find and not cleaning.drop:
        return None
    find = re.compile(cleaning.find) if cleaning.find else None
    drop = re.compile(cleaning.drop) if cleaning.drop else None

    def cut(text: str) -> str:
        if find:
            match = find.search(text)
            text = (match[1] if find.groups else match[0]) or "" if match else ""
        return (drop.sub("", text) if drop else text).strip()

    return cut


_BRACKETS = re.compile(r"[()\[\]]")


def split_text(pattern: str, text: str) -> list[str]:
    """The texts between the signs that a list is split at, those within brackets left whole."""
    if not _BRACKETS.search(text):
        return [part for part in re.split(pattern, text) if part and part.strip()]
    parts, depth, start, at = [], 0, 0, 0
    for match in re.finditer(pattern, text):
        if match.end() == match.start():
            continue
        inside = text[at : match.start()]
        depth += sum(1 if sign in "([" else -1 for sign in _BRACKETS.findall(inside))
        at = match.start()
        if depth <= 0:
            parts.append(text[start : match.start()])
            start, depth = match.end(), 0
    parts.append(text[start:])
    return [part for part in parts if part.strip()]


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


def value_reader(
    type_: FieldType, cleaning: Cleaning, *, last: bool = False
) -> Callable[[Sequence[str]], Value]:
    """From cleaned texts to a value; only a list takes more than one. Raises InvalidValue.

    A quarter of a year is its first month, or its `last`.
    """
    if type_.shape is Shape.LIST:
        return _listed
    notation = _notation(type_, cleaning, last=last)

    def read(texts: Sequence[str]) -> Value:
        text = texts[0] if texts else ""
        return type_.read(notation(text)) if text else None

    return read


def _listed(texts: Sequence[str]) -> Value:
    return tuple(dict.fromkeys(text for text in map(_one_line, texts) if text)) or None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _notation(type_: FieldType, cleaning: Cleaning, *, last: bool) -> Callable[[str], str]:
    if type_.shape in {Shape.NUMBER, Shape.INTEGER}:
        number = NUMBERS[cleaning.numbers] if cleaning.numbers else sure_number
        return number if cleaning.factor == 1 else _multiplying(number, type_, cleaning.factor)
    if type_.shape is Shape.DATE:
        date = DATES[cleaning.dates] if cleaning.dates else sure_date
        return lambda text: whole_quarter(date(text), last=last)
    return boolean_word if type_.shape is Shape.BOOLEAN else str


def _multiplying(
    number: Callable[[str], str], type_: FieldType, factor: float
) -> Callable[[str], str]:
    def read(text: str) -> str:
        value = type_.read(number(text))
        assert isinstance(value, int | float)
        return NUMBER.write(round(value * factor, 6))

    return read


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
