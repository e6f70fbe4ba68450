"""What a report is made of, before it is a page or a file of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from ledwerk.schema.fields import Text

Cell: TypeAlias = str | int | float | bool | tuple[str, ...] | None


class Sort(Enum):
    """How the cells of a column are written on the page."""

    TEXT = "text"
    HELIX = "helix"
    COUNT = "count"  # whole, or rounded to it
    NUMBER = "number"
    DATE = "date"
    FINE = "fine"  # small numbers, of which digits matter
    SHARE = "share"
    MONEY = "money"
    NODE = "node"  # an id, shown by name
    NODES = "nodes"  # ids
    HELIXES = "helixes"
    WORD = "word"  # one of the words in `report_words.WORDS`


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file of numbers, its heading, and how its cells are written.

    One that is not `shown` is in the file of numbers only, one not `filed` on the page only.
    """

    name: str
    label: Text
    sort: Sort = Sort.TEXT
    shown: bool = True
    filed: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is about, by id or by word, and a cell for each column."""

    of: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its rows in the order of what is worth reading; the page shows the first `most`."""

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    predicted: bool = False
    most: int = 20


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing as SVG, under a heading."""

    svg: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: sentences, then drawings, then tables."""

    name: str
    title: Text
    told: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    predicted: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, and the name of the table that it is from."""

    text: str
    table: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the list of methods: what it is called, what it means, its source and limits."""

    term: str
    text: str
    source: str
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is told, in one language. `about` says what it is of, by heading; `name` what
    a node is called by its id.
    """

    lang: str
    title: str
    about: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    sections: tuple[Section, ...]
    methods: tuple[Entry, ...]
    name: Callable[[str], str]
