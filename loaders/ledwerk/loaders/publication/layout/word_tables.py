"""The tables of a Word file: their cells, merged ones told apart; and tables that only lay out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.loaders.publication.layout.cards import are_cards
from ledwerk.loaders.publication.layout.word_text import children, in_order, inside, text_of
from ledwerk.loaders.publication.layout.word_type import W

_MOST_SPANNED = 60  # columns
_TEXT = 350  # signs of a cell that is a text
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table's rows of cells as texts, and the cells themselves."""

    rows: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[Any, ...], ...]

    @property
    def lays_out(self) -> bool:
        """Whether it only puts texts beside each other: a frame, columns, cards."""
        filled = [(text, cell) for row, cells in zip(self.rows, self.cells, strict=True)
                  for text, cell in zip([t for t in row if t], [c for c in cells if _said(c)],
                                        strict=False)]  # fmt: skip
        if are_cards(text for text, _ in filled):
            return False
        if len(self.rows) == 1 or len(filled) <= 1:
            return True
        if max(sum(1 for text in row if text) for row in self.rows) == 1:
            return True
        if any(_nested(cell) for cells in self.cells for cell in cells):
            return True
        several = sum(1 for text, _ in filled if text.count("\n") >= _SEVERAL - 1)
        long = sum(1 for text, _ in filled if len(text) > _TEXT)
        return several * 4 >= len(filled) * 3 or (long > 1 and long * 2 >= len(filled))


def word_table(element: Any) -> WordTable:
    """The rows of a table that say something, each as wide as the widest."""
    rows: list[tuple[str, ...]] = []
    cells: list[tuple[Any, ...]] = []
    above: list[str] = []
    for row in children(element, "tr"):
        own = [*children(row, "tc")]
        texts: list[str] = [""] * _left_out(row)
        for cell in own:
            text = cell_text(cell)
            if _goes_on(cell) and len(texts) < len(above) and not text:
                text = above[len(texts)]
            texts += [text, *[""] * (_span(cell) - 1)]
        if any(texts):
            rows.append(tuple(texts))
            cells.append(tuple(own))
            above = texts
    width = max((len(row) for row in rows), default=0)
    return WordTable(
        tuple((*row, *[""] * (width - len(row))) for row in rows), tuple(cells)
    )  # fmt: skip


def cell_text(cell: Any) -> str:
    """A cell's lines, one a paragraph."""
    lines = (line for one in cell.iter(f"{W}p") for line in text_of(one).split("\n"))
    texts = [" ".join(line.split()) for line in lines]
    return "\n".join(text for text in texts if text)


def _said(cell: Any) -> bool:
    return bool(cell_text(cell))


def _nested(cell: Any) -> bool:
    return any(one.tag == f"{W}tbl" for one in in_order(cell))


def _number(cell: Any, path: str) -> int:
    found = cell.find(path)
    value = "" if found is None else str(found.get(f"{W}val") or "")
    return min(int(value), _MOST_SPANNED) if value.isdigit() else 0


def _span(cell: Any) -> int:
    return max(1, _number(cell, f"{W}tcPr/{W}gridSpan"))


def _left_out(row: Any) -> int:
    return _number(row, f"{W}trPr/{W}gridBefore")


def _goes_on(cell: Any) -> bool:
    """Whether a cell is merged with the one above it."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val") in (None, "continue")


def outermost(elements: Sequence[Any], top: Any) -> list[Any]:
    """Those elements that stand in no other table's cell below `top`."""
    return [one for one in elements if not inside(one, "tc", top)]
