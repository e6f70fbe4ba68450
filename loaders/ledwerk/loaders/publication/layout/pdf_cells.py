"""The lines of a table's cell on a page: which run on into the next, and which end on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ledwerk.loaders.publication.layout.heading_words import bullet

_SPACE = 0.3  # times the type's size: a space between two words
_GOES_ON = re.compile(r"(?:[-/&,(]|\b(?:en|and|of|van|de|het|the|for|voor|in|at|der|den|te))$")


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line in a cell: where it ends, how wide its first word is, and the size of its type."""

    text: str
    right: float
    first: float
    size: float
    bold: bool = False


def cell_line(words: Sequence[dict[str, Any]]) -> CellLine:
    """The line that some words make."""
    first, last = words[0], words[-1]
    return CellLine(
        " ".join(word["text"] for word in words),
        float(last["x1"]),
        float(first["x1"] - first["x0"]),
        float(first["size"]),
        is_bold(first["fontname"]),
    )


def is_bold(font: str) -> bool:
    """Whether a font is bold, by its name."""
    return any(word in font.lower() for word in ("bold", "black", "heavy", "semibold", "-bd"))


def texts_of(rows: Sequence[Sequence[Sequence[CellLine]]]) -> tuple[tuple[str, ...], ...]:
    """The texts of a table's cells; a column is as wide as the longest line in it."""
    width = max((len(row) for row in rows), default=0)
    edges = [
        max((line.right for row in rows if at < len(row) for line in row[at]), default=0.0)
        for at in range(width)
    ]
    return tuple(tuple(_text(cell, edge) for cell, edge in zip(row, edges, strict=False))
                 for row in rows)  # fmt: skip


def _text(lines: Sequence[CellLine], edge: float) -> str:
    """A cell's lines as one; a line ends where the next one's first word would have fitted in.

    `edge` is where the cell ends. A word that was broken is made whole.
    """
    text = ""
    pairs = [*pairwise(lines)]
    listed = any(_ends(one, after, edge) for one, after in pairs) and not any(
        re.search(r"[,;]", line.text) for line in lines
    )
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None:
            text = line.text
        elif re.search(r"[a-zà-ÿ]-$", before.text):
            small = line.text[:1].islower() and not _SUSPENDED.match(line.text)
            text = text[:-1] + line.text if small else f"{text} {line.text}"
        elif re.search(r"\d[–-]$", before.text) and line.text[:1].isdigit():
            text += line.text
        elif _ends(before, line, edge) or (listed and _may_end(before, line)):
            text = f"{text}\n{line.text}"
        else:
            text = f"{text} {line.text}"
    return text.strip()


_SUSPENDED = re.compile(r"(?:en|of|and|or|tot|to)\b")


def _may_end(before: CellLine, line: CellLine) -> bool:
    """Whether what the next line begins with may be something new."""
    begins = line.text[:1].isupper() or line.text[:1].isdigit()
    return begins and not _GOES_ON.search(before.text)


def _ends(before: CellLine, line: CellLine, edge: float) -> bool:
    """Whether a line ends on purpose before the next."""
    if bullet(line.text) or (before.bold and not line.bold):
        return True
    return _may_end(before, line) and before.right + before.size * _SPACE + line.first <= edge
