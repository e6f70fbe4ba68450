"""Cards and large figures: what stands over one another in a grid and belongs together.

A card holds a name with what it does under it; a figure in large type stands over what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ledwerk.loaders.publication.document import Line
from ledwerk.loaders.publication.layout.heading_words import heads_a_part
from ledwerk.loaders.publication.layout.printed import Printed, PrintedTable

_FEWEST, _FEWEST_LINES, _MOST_LINES = 3, 2, 5
_LONGEST = 70
_NAME = re.compile(r"[^\W\d_][^\d:;!?]{2,50}")
_FIGURE = re.compile(
    r"(?:(?:ruim|circa|ca\.|meer dan|bijna|over|some|nearly|about|almost|up to|>|<|±|~|\+)\s?)?"
    r"(?:[€£$]|EUR|GBP)?\s?\d[\d.,\u00a0 ]{0,14}\+?"
    r"(?:\s?(?:%|k|m|M|bn|mln\.?|mld\.?|miljoen|miljard|million|billion|procent|per cent))?",
    re.IGNORECASE,
)


def are_cards(cells: Iterable[str]) -> bool:
    """Whether texts of several lines are cards: a name each, and short lines under it."""
    filled = [[line.strip() for line in cell.split("\n")] for cell in cells if cell.strip()]
    if len(filled) < _FEWEST:
        return False
    fit = [
        lines
        for lines in filled
        if _FEWEST_LINES <= len(lines) <= _MOST_LINES
        and all(len(line) <= _LONGEST for line in lines)
        and _NAME.fullmatch(lines[0])
        and lines[0][:1].isupper()
        and not heads_a_part(lines[0])
    ]
    return len(fit) * 4 >= len(filled) * 3


def cards_of(table: PrintedTable) -> list[Line] | None:
    """The cards of a table, each on one line as in a list; None where it is none."""
    if len(table.rows[0]) < _FEWEST_LINES or not are_cards(c for row in table.rows for c in row):
        return None
    pages = table.pages or (table.page,) * len(table.rows)
    return [
        Line(card_line(cell), number, page)
        for row, number, page in zip(table.rows, table.numbers, pages, strict=True)
        for cell in row
        if cell.strip()
    ]


def card_line(cell: str) -> str:
    """The lines of a card as one: "Name, office, function"."""
    return ", ".join(line.strip().rstrip(",") for line in cell.split("\n") if line.strip())


def is_figure(text: str) -> bool:
    """Whether a text is a figure by itself, with its unit at most."""
    return _FIGURE.fullmatch(text.strip()) is not None


def captioned(lines: Sequence[Printed]) -> list[Printed]:
    """The lines with a figure in large type put before what it counts, which stands under it."""
    made: list[Printed] = []
    figure: Printed | None = None
    for line in lines:
        if figure is not None and not is_figure(line.text):
            text = f"{figure.text.strip()} {line.text.strip()}"
            made.append(replace(line, text=text, gap=True, indent=figure.indent))
            figure = None
            continue
        if figure is not None:
            made.append(replace(figure, weight=0))
            figure = None
        if line.weight and is_figure(line.text):
            figure = line
        else:
            made.append(line)
    return [*made, replace(figure, weight=0)] if figure is not None else made
