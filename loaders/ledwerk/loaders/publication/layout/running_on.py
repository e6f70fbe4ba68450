"""Paragraphs that something stands in the middle of: a quote, a caption, a note, a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.layout.joining import joined

_BETWEEN = (BlockKind.CAPTION, BlockKind.NOTE, BlockKind.TABLE)
_MOST_BETWEEN = 3  # blocks
_HANGING = re.compile(
    r"(?:\b(?:de|het|een|van|voor|met|en|of|in|op|te|aan|door|bij|namens|om|tot|is|zijn|wordt|"
    r"the|a|an|for|with|and|or|to|at|by|from|on|are|was|were|which|that|die|dat)|[,(&–-])$"
)
_CAPTION = re.compile(
    r"(?:foto|beeld|illustratie|figuur|tabel|kaart|bron|photos?|photograph|figure|fig\.|table|"
    r"source|map|picture)\b.{0,12}[:.]|"
    r".{0,200}\b(?:foto|beeld|photo|picture)(?:.s)?(?:grafie|graphy)?\s*(?::|by\b|door\b)|"
    r"(?:van links naar rechts|from left to right|v\.l\.n\.r\.)",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 220


def run_on(blocks: Sequence[Block], words: frozenset[str]) -> list[Block]:
    """The blocks with each paragraph whole that others stand in the middle of."""
    made: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        after = _rest_of(blocks, at)
        if not after:
            made.append(block)
            at += 1
            continue
        lines, rest = block.lines, blocks[after].lines
        text, placed = joined([*lines[:-1], replace(lines[-1], broken=False), *rest], words)
        made += [replace(block, text=text, lines=placed), *blocks[at + 1 : after]]
        at = after + 1
    return made


def is_caption(block: Block) -> bool:
    """Whether a paragraph says what a picture or table beside it shows."""
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(block.text) <= _LONGEST_CAPTION
        and _CAPTION.match(block.text) is not None
    )


def _rest_of(blocks: Sequence[Block], at: int) -> int:
    """Where the rest of a paragraph stands, behind what parts it; 0 if nothing does."""
    block = blocks[at]
    ends = block.text.rstrip()
    if block.kind is not BlockKind.PARAGRAPH or len(block.lines) < 2 or ends[-1:] in '.!?:;…”"’)':
        return 0
    place = at + 1
    while (
        place < len(blocks)
        and place - at <= _MOST_BETWEEN
        and (blocks[place].kind in _BETWEEN or is_caption(blocks[place]))
    ):
        place += 1
    if place == at + 1 or place >= len(blocks) or blocks[place].kind is not BlockKind.PARAGRAPH:
        return 0
    begins = blocks[place].text[:1].islower() or _HANGING.search(ends)
    return place if begins and not is_caption(blocks[place]) else 0
