"""Lines as they come out of a file, before anybody knows what is a heading and what a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """A line: its text and number, its page, how far it is indented (in letters).

    `gap` is whether white space stands above it; `weight` is 0 for a text as most is, and 1 or
    more for a line in larger or bolder type, 1 the largest.
    """

    text: str
    number: int
    page: int = 0
    indent: float = 0
    gap: bool = False
    weight: int = 0


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table: its rows of cells, and the line and page of each row.

    `pages` are those of the rows where a table goes on over pages, and else empty.
    """

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    page: int = 0
    pages: tuple[int, ...] = ()


Piece = Printed | PrintedTable
