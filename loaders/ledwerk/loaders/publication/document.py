"""A publication as what it is printed as: headings, paragraphs, items, tables; and their places.

Whatever a file was (text, PDF, Word), readers see the same blocks. A block's text is joined over
its lines, and hyphens that only broke a line are gone; every letter of it still knows its line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CAPTION = "caption"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed: its text, its number, its page and where it begins in its block's text.

    Numbers count from 1, within the page where the document has pages and else in the document.
    `page` is 0 without pages. `offset` is where the line begins in the block's text. `broken` is
    whether the line ends before the margin, as in a list; a full line runs on into the next.
    """

    text: str
    number: int
    page: int = 0
    offset: int = 0
    broken: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table, caption or note.

    `text` is the whole text on one line; `lines` are the printed ones. `path` holds the headings
    it stands under, the outermost first; `level` is a heading's own, 1 the outermost. A table
    has its cells in `rows`, and a line for each row; its text is the cells one after another.
    """

    kind: BlockKind
    text: str
    lines: tuple[Line, ...]
    path: tuple[str, ...] = ()
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def heading(self) -> str:
        """The nearest heading above it, or its own text if it is one; empty without any."""
        if self.kind is BlockKind.HEADING:
            return self.text
        return self.path[-1] if self.path else ""

    def lines_of(self, start: int, end: int) -> tuple[Line, Line]:
        """The first and last line of the letters from `start` up to `end`."""
        offsets = [line.offset for line in self.lines]
        first = max(0, bisect_right(offsets, start) - 1)
        last = max(first, bisect_right(offsets, max(start, end - 1)) - 1)
        return self.lines[first], self.lines[last]


@dataclass(frozen=True, slots=True)
class Document:
    """A publication: its title, language ("nl" or "en"), date if it says one, and its blocks.

    `counted` is what a place is counted in: "line", or "paragraph" for a file without lines.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    date: str = ""
    publisher: str = ""
    counted: str = "line"
    file: str = field(default="", compare=False)

    def locator(self, block: Block, start: int = 0, end: int | None = None) -> str:
        """Where letters of a block stand, as a person would look it up.

        "Heading, regel 12-13" in a Dutch text, "p. 3, line 12" where there are pages.
        """
        first, last = block.lines_of(start, len(block.text) if end is None else end)
        return self._place(block, first, last)

    def row_locator(self, block: Block, row: int) -> str:
        """Where a row of a table stands."""
        return self._place(block, block.lines[row], block.lines[row])

    def sections(self) -> Iterator[tuple[Block | None, tuple[Block, ...]]]:
        """Each heading with the blocks up to the next heading; None before the first."""
        head: Block | None = None
        under: list[Block] = []
        for block in self.blocks:
            if block.kind is BlockKind.HEADING:
                yield head, tuple(under)
                head, under = block, []
            else:
                under.append(block)
        yield head, tuple(under)

    def _place(self, block: Block, first: Line, last: Line) -> str:
        word = _COUNTED[self.language, self.counted]
        numbers = f"{first.number}"
        if last.page != first.page:
            numbers += f" – p. {last.page}, {word} {last.number}"
        elif last.number != first.number:
            numbers += f"-{last.number}"
        heading = block.heading[:_LONGEST_HEADING]
        before = f"p. {first.page}" if first.page else heading
        return f"{before}, {word} {numbers}" if before else f"{word} {numbers}"


_LONGEST_HEADING = 80
_COUNTED = {
    ("nl", "line"): "regel",
    ("en", "line"): "line",
    ("nl", "paragraph"): "alinea",
    ("en", "paragraph"): "paragraph",
}
