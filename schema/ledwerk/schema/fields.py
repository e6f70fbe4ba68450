"""Value types: how a cell is read, kept and written. Nothing else cleans a value.

A kept value is one of `str`, `int`, `float`, `bool`, `tuple[str, ...]` or `None`.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from ledwerk.schema.errors import InvalidValue

Value = str | int | float | bool | tuple[str, ...] | None

LIST_SEPARATOR = "|"
MAX_TEXT = 1_000_000


class Shape(Enum):
    """What a value is to a store, a table schema and GraphQL."""

    TEXT = "string"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    LIST = "list"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the interface's two languages."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary, with what a legend shows for it."""

    value: str
    label: Text
    colour: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of words; `name` is its GraphQL enum."""

    name: str
    description: str
    terms: tuple[Term, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The words, in declared order."""
        return tuple(term.value for term in self.terms)

    def term(self, value: str) -> Term:
        """The term of that value; raises KeyError for another word."""
        return next((term for term in self.terms if term.value == value), None) or _missing(value)


@dataclass(frozen=True, slots=True)
class FieldType:
    """A value type: its shape, its name for people, and for choices its vocabulary."""

    name: str
    shape: Shape
    hint: Text
    vocabulary: Vocabulary | None = None

    def read(self, cell: str) -> Value:
        """The value that a cell's text stands for; `None` for an empty cell.

        Raises InvalidValue, which says what would be right.
        """
        text = unicodedata.normalize("NFC", cell).strip()
        if not text:
            return None
        if len(text) > MAX_TEXT:
            raise InvalidValue(f"{len(text):,} characters", f"at most {MAX_TEXT:,} fit")
        return _READERS[self.name](text, self)

    def write(self, value: Value) -> str:
        """The cell's text for a value; reading it gives the value again."""
        match value:
            case None:
                return ""
            case bool():
                return "yes" if value else "no"
            case float():
                return _written_number(value)
            case tuple():
                parts = (part.replace("\\", "\\\\").replace("|", "\\|") for part in value)
                return f" {LIST_SEPARATOR} ".join(parts)
            case _:
                return str(value)


def choice(vocabulary: Vocabulary) -> FieldType:
    """The type of a word from a vocabulary."""
    words = ", ".join(vocabulary.values)
    return FieldType(
        "choice", Shape.TEXT, Text(f"een van: {words}", f"one of: {words}"), vocabulary
    )


def first_day(date: str) -> str:
    """The first day that a partial date covers: "2016-10" gives "2016-10-01"."""
    return date + "-01-01"[3 * (len(date) > 4) + 3 * (len(date) > 7) :]


def last_day(date: str) -> str:
    """The last day that a partial date covers: "2016" gives "2016-12-31"."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:7]))[1]:02d}"
    return date


def _missing(value: str) -> Term:
    raise KeyError(value)


def _read_text(text: str, _: FieldType) -> Value:
    return re.sub(r"[ \t\r\f\v]+", " ", text.replace("\r\n", "\n"))


def _read_markdown(text: str, _: FieldType) -> Value:
    """As it stands, since spaces before a line mean something; those after it are taken off."""
    lines = re.split(r"\r\n|[\n\r\f\v]", text.replace("\t", "    "))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines))


def _read_line(text: str, _: FieldType) -> Value:
    return " ".join(text.split())


def _read_list(text: str, _: FieldType) -> Value:
    parts = re.findall(r"(?:[^|\\]|\\.)+", text)
    cleaned = (" ".join(re.sub(r"\\(.)", r"\1", part).split()) for part in parts)
    return tuple(dict.fromkeys(part for part in cleaned if part)) or None


_YES = {"yes", "ja", "true", "waar", "1", "y", "j"}
_NO = {"no", "nee", "false", "onwaar", "0", "n"}


def _read_boolean(text: str, _: FieldType) -> Value:
    word = text.casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    if word in {"unknown", "onbekend"}:
        return None
    raise InvalidValue(f"{text!r} is neither yes nor no", "write yes, no or leave it empty")


def _read_choice(text: str, field: FieldType) -> Value:
    assert field.vocabulary is not None
    word = re.sub(r"[\s-]+", "_", text.casefold())
    for term in field.vocabulary.terms:
        if word == term.value or text.casefold() in (
            term.label.nl.casefold(),
            term.label.en.casefold(),
        ):
            return term.value
    raise InvalidValue(
        f"{text!r} is not in the list", f"one of {', '.join(field.vocabulary.values)}"
    )


_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?")
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


def _read_number(text: str, _: FieldType) -> Value:
    if _AMBIGUOUS.fullmatch(text):
        plain = re.sub(r"[.,]", "", text)
        exact = text.replace(",", ".") + "0"
        raise InvalidValue(
            f"{text!r} can be read in two ways", f"write {plain} or {exact}, whichever is meant"
        )
    if not _PLAIN_NUMBER.fullmatch(text):
        raise InvalidValue(f"{text!r} is not a number", "write digits only, such as 8500000 or 0.5")
    value = float(text.replace(",", "."))
    if value in (float("inf"), float("-inf")):
        raise InvalidValue(f"{text!r} is too large a number", "at most 1e308 fits")
    return value


def _read_integer(text: str, _: FieldType) -> Value:
    if re.fullmatch(r"[+-]?\d{1,15}(?:\.0+)?", text):
        return int(text.split(".", maxsplit=1)[0])
    raise InvalidValue(f"{text!r} is not a whole number", "write digits only, such as 15")


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TURNED = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def _read_date(text: str, _: FieldType) -> Value:
    match = _DATE.fullmatch(text)
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        if year and (month is None or 1 <= month <= 12):
            last = monthrange(year, month)[1] if month else 0
            if day is None or 1 <= day <= last:
                return text
        raise InvalidValue(
            f"{text!r} is not in the calendar", "write an existing day, month or year"
        )
    turned = _TURNED.fullmatch(text)
    if turned:
        day_text, month_text, year_text = turned.groups()
        right = f"{year_text}-{int(month_text):02d}-{int(day_text):02d}"
        raise InvalidValue(f"{text!r} is not a date in ISO order", f"write {right}")
    raise InvalidValue(f"{text!r} is not a date", "write 2016, 2016-10 or 2016-10-03")


def _read_url(text: str, _: FieldType) -> Value:
    parts = urlsplit(text if "//" in text else f"https://{text}")
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or re.search(r"\s", text):
        raise InvalidValue(
            f"{text!r} is not a web address", "write one such as https://example.org"
        )
    return text


def _written_number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = repr(value)
    return f"{text}0" if _AMBIGUOUS.fullmatch(text) else text


_READERS = {
    "text": _read_text,
    "markdown": _read_markdown,
    "line": _read_line,
    "list": _read_list,
    "boolean": _read_boolean,
    "choice": _read_choice,
    "number": _read_number,
    "integer": _read_integer,
    "date": _read_date,
    "url": _read_url,
}

TEXT = FieldType("text", Shape.TEXT, Text("tekst", "text"))
MARKDOWN = FieldType("markdown", Shape.TEXT, Text("tekst in Markdown", "text in Markdown"))
LINE = FieldType("line", Shape.TEXT, Text("tekst op één regel", "text on one line"))
LIST = FieldType(
    "list", Shape.LIST, Text("meer waarden, gescheiden door |", "several values, separated by |")
)
BOOLEAN = FieldType("boolean", Shape.BOOLEAN, Text("ja, nee of leeg", "yes, no or empty"))
NUMBER = FieldType("number", Shape.NUMBER, Text("getal, zoals 8500000", "number, such as 8500000"))
INTEGER = FieldType("integer", Shape.INTEGER, Text("geheel getal", "whole number"))
DATE = FieldType(
    "date", Shape.DATE, Text("2016, 2016-10 of 2016-10-03", "2016, 2016-10 or 2016-10-03")
)
URL = FieldType("url", Shape.TEXT, Text("webadres", "web address"))
