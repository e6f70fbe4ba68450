"""A Word file as blocks: headings by style or type, lists, tables, text boxes and footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.layout.blocks import laid_out, under_headings
from ledwerk.loaders.publication.layout.cards import captioned
from ledwerk.loaders.publication.layout.heading_words import (
    bullet,
    heads_a_part,
    is_signature,
    looks_like_heading,
)
from ledwerk.loaders.publication.layout.label_lines import over_values
from ledwerk.loaders.publication.layout.label_words import begins_with_label, is_label
from ledwerk.loaders.publication.layout.printed import Printed, PrintedTable
from ledwerk.loaders.publication.layout.refusing import refused
from ledwerk.loaders.publication.layout.unpacking import check_archive
from ledwerk.loaders.publication.layout.word_tables import word_table
from ledwerk.loaders.publication.layout.word_text import bold_before, in_order, inside, text_of
from ledwerk.loaders.publication.layout.word_type import (
    Setting,
    Type,
    W,
    settings_of,
    style_of,
    type_of,
)

_LIST_STYLE = re.compile(r"list|lijst|opsomming|bullet", re.IGNORECASE)
_CAPTION_STYLE = re.compile(r"caption|bijschrift", re.IGNORECASE)
_CONTENTS_STYLE = re.compile(r"(?:toc|inhopg|inhoud)\b", re.IGNORECASE)


def word_blocks(file: Path) -> tuple[Sequence[Block], str]:
    """The blocks of a Word file in its order, and the title in its properties.

    A place is counted in paragraphs, each row of a table as one; headers and footers are left out.
    """
    check_archive(file, "word/document.xml")
    import docx

    try:
        word = docx.Document(str(file))
        pieces = [*_Reader(settings_of(word)).pieces(word.element.body)]
        blocks = [*_blocks(pieces), *_notes(word)]
        title = str(word.core_properties.title or "").strip()
    except Exception as error:  # noqa: BLE001 - the library raises what its parsers raise
        raise refused(file.name, f"a broken Word file ({error}); save it again") from None
    return tuple(under_headings(blocks)), "" if title.lower() in _NO_TITLES else title


_NO_TITLES = frozenset({"", "word document", "document", "untitled"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A line of a paragraph: its text, how it is set, what its style makes of it."""

    text: str
    number: int
    type: Type
    style: Setting
    listed: bool = False
    lead: str = ""  # in bold, before letters that are not


class _Reader:
    """Goes through a body and numbers what it finds."""

    def __init__(self, settings: Mapping[str, Setting]) -> None:
        self._settings = settings
        self._last = 0

    def _next(self) -> int:
        self._last += 1
        return self._last

    def pieces(self, body: Any) -> Iterator[_Said | PrintedTable]:
        """The lines and tables under an element."""
        for element in in_order(body):
            if element.tag == f"{W}tbl":
                yield from self._table(element)
            else:
                yield from self._paragraph(element)

    def _paragraph(self, element: Any) -> Iterator[_Said | PrintedTable]:
        style = style_of(element, self._settings)
        number = self._next()
        if not _CONTENTS_STYLE.match(style.name):
            yield from self._lines(element, style, number)
        boxed = element.findall(f".//{W}txbxContent")
        # Word writes a box twice, the second for older versions.
        boxes = {text_of(box): box for box in boxed if not inside(box, "Fallback")}
        for box in boxes.values():
            yield from self.pieces(box)

    def _lines(self, element: Any, style: Setting, number: int) -> Iterator[_Said]:
        numbered = element.find(f"{W}pPr/{W}numPr")
        listed = numbered is not None or style.listed or bool(_LIST_STYLE.search(style.name))
        kind = type_of(element, self._settings)
        lead = " ".join(bold_before(element, style).split())
        for text in text_of(element, skip_boxes=True).split("\n"):
            bare = "\t".join(" ".join(part.split()) for part in text.strip().split("\t"))
            if bare.strip():
                yield _Said(bare, number, kind, style, listed, lead)
            lead = ""

    def _table(self, element: Any) -> Iterator[_Said | PrintedTable]:
        table = word_table(element)
        if not table.rows:
            return
        if table.lays_out:
            for cells in table.cells:
                for cell in cells:
                    yield from self.pieces(cell)
            return
        yield PrintedTable(table.rows, tuple(self._next() for _ in table.rows))


def _blocks(pieces: Sequence[_Said | PrintedTable]) -> Iterator[Block]:
    said = [one for one in pieces if isinstance(one, _Said)]
    levels = _levels(said)
    depth = 0
    for piece in _in_tables(_over_values(pieces, levels)):
        if isinstance(piece, PrintedTable):
            yield from laid_out(piece, depth)
            continue
        for block in _of_line(piece, levels):
            depth = block.level or depth
            yield block


def _of_line(said: _Said, levels: Mapping[Type, int]) -> Iterator[Block]:
    text = " ".join(said.text.split())
    level = _level(said, text, levels)
    if level:
        yield _block(BlockKind.HEADING, text.rstrip(":").rstrip(), said.number, level)
    elif _CAPTION_STYLE.search(said.style.name):
        yield _block(BlockKind.CAPTION, text, said.number)
    elif said.listed or bullet(text):
        cut = len(bullet(text))
        yield _block(BlockKind.ITEM, text[cut:].strip(), said.number)
    elif said.lead and (head := _run_in(said.lead, text)):
        yield _block(BlockKind.HEADING, head.rstrip(". "), said.number, _RUN_IN)
        yield _block(BlockKind.PARAGRAPH, text[len(head) :].strip(), said.number)
    elif said.lead and is_label(said.lead) and ":" not in text[: len(said.lead) + 2]:
        yield _block(BlockKind.PARAGRAPH, _with_colon(said.lead, text), said.number)
    else:
        yield _block(BlockKind.PARAGRAPH, text, said.number)


def _block(kind: BlockKind, text: str, number: int, level: int = 0) -> Block:
    return Block(kind, text, (Line(text, number),), level=level)


_RUN_IN = 40  # under every other heading
_MOST_WORDS = 8


def _run_in(lead: str, text: str) -> str:
    """The heading that a paragraph begins with in bold: "New members. Two firms joined"."""
    ends = lead.endswith((".", "?", "!"))
    head = lead if text.startswith(lead) else ""
    rest = text[len(head) :].strip()
    fits = len(head.split()) <= _MOST_WORDS and bool(rest) and rest[:1] not in ".,:;)"
    named = looks_like_heading(head.rstrip(".")) and not re.search(r"\b[A-Za-z]\.$", head)
    return head if ends and fits and named else ""


def _with_colon(lead: str, text: str) -> str:
    return f"{lead}: {text[len(lead) :].strip(' –-')}" if text.startswith(lead) else text


def _level(said: _Said, text: str, levels: Mapping[Type, int]) -> int:
    """How deep a heading a line is; 0 if it is none."""
    if said.style.outline and len(text) <= _LONGEST:
        return said.style.outline
    level = levels.get(said.type, 0)
    if not level or said.lead or not _shaped(said, text):
        return 0
    return level + heads_a_part(text)


_LONGEST = 150
_LONGEST_BY_HAND = 110
_MOST_BY_HAND = 15  # words
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z]\.|[IVX]{1,5}\.)\s+")


def _shaped(said: _Said, text: str) -> bool:
    """Whether a line that is set apart by its type has a heading's shape as well."""
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    if said.listed and not number and not said.type.bold:
        return False
    if not number and bullet(text):
        return False
    if len(bare) > _LONGEST_BY_HAND or len(bare.split()) > _MOST_BY_HAND:
        return False
    if begins_with_label(bare) or is_signature(bare) or not re.search(r"[^\W\d_]{2}", bare):
        return False
    return looks_like_heading(bare) or (bare.isupper() and bare[-1] not in ".,;")


def _levels(said: Sequence[_Said]) -> dict[Type, int]:
    """The level of each type that sets headings apart by hand; those of styles are above."""
    letters: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for one in said:
        letters[one.type.size] += len(one.text)
        bold[one.type.bold] += len(one.text)
    if not letters:
        return {}
    body = letters.most_common(1)[0][0]
    plainly_bold = bold[True] > bold[False]
    apart = {
        one.type
        for one in said
        if not one.style.outline
        and (
            (one.type.bold and not plainly_bold and one.type.size >= body * 0.9)
            or one.type.size >= body * _LARGER
            or (one.type.caps and one.type.size >= body)
            or one.type.underlined
        )
    }
    base = _UNDER_STYLES if any(one.style.outline for one in said) else 1
    order = sorted(apart, key=lambda one: (-one.size, not one.caps, not one.bold))
    return {one: base + 2 * rank for rank, one in enumerate(order)}


_LARGER = 1.15
_UNDER_STYLES = 11


def _over_values(
    pieces: Sequence[_Said | PrintedTable], levels: Mapping[Type, int]
) -> list[_Said | PrintedTable]:
    """The pieces with labels that stand over their values put before them."""
    lines = {
        i: Printed(one.text, i, weight=int(one.style.outline > 0) or levels.get(one.type, 0))
        for i, one in enumerate(pieces)
        if isinstance(one, _Said)
    }
    kept: dict[int, str] = {}
    run: list[Printed] = []
    for i in range(len(pieces) + 1):
        if i in lines:
            run.append(lines[i])
        else:
            kept |= {line.number: line.text for line in over_values(captioned(run))}
            run = []
    made: list[_Said | PrintedTable] = []
    for i, one in enumerate(pieces):
        if not isinstance(one, _Said):
            made.append(one)
        elif i in kept:
            changed = kept[i] != one.text
            made.append(_Said(kept[i], one.number, one.type, one.style) if changed else one)
    return made


_FEWEST_ROWS = 2


def _in_tables(pieces: Sequence[_Said | PrintedTable]) -> Iterator[_Said | PrintedTable]:
    """Lines under one another with tabs at the same places as the tables that they look like."""
    run: list[_Said] = []
    for piece in [*pieces, None]:
        cells = _tabbed(piece) if isinstance(piece, _Said) else 0
        if run and (not cells or cells != _tabbed(run[0])):
            yield from _as_table(run)
            run = []
        if cells and isinstance(piece, _Said):
            run.append(piece)
        elif piece is not None:
            yield piece


def _tabbed(said: _Said) -> int:
    """How many tabs stand between the words of a line, but that behind a list's sign."""
    bare = said.text[len(bullet(said.text)) :].strip()
    return 0 if said.listed else len(re.findall(r"\t+", bare))


def _as_table(run: Sequence[_Said]) -> Iterator[_Said | PrintedTable]:
    if len(run) < _FEWEST_ROWS:
        yield from run
        return
    rows = [[cell.strip() for cell in re.split(r"\t+", one.text)] for one in run]
    width = max(map(len, rows))
    whole = tuple((*row, *[""] * (width - len(row))) for row in rows)
    yield PrintedTable(whole, tuple(one.number for one in run))


def _notes(word: Any) -> Iterator[Block]:
    """The footnotes and endnotes, after the text, as notes."""
    from lxml import etree

    for relation in word.part.rels.values():
        if not relation.reltype.endswith(("/footnotes", "/endnotes")):
            continue
        safe = etree.XMLParser(resolve_entities=False, no_network=True)
        number = 0
        for note in etree.fromstring(relation.target_part.blob, safe):
            text = " ".join(text_of(note).split())
            if text:
                number += 1
                yield Block(BlockKind.NOTE, text, (Line(text, number),))
