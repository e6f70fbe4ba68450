"""Boards whose members are listed: under a heading, after a colon, in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.board_names import BoardName, board_in_heading, mentions
from ledwerk.loaders.publication.boards_found import Board, Boards
from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.findings import IN_A_LIST
from ledwerk.loaders.publication.member_tables import member_rows
from ledwerk.loaders.publication.seat_entries import begins_entry, entries, is_vacant

_LABEL = re.compile(r"^(?P<label>[^:.,]{3,80}):\s*(?P<rest>.*)$")
_MEMBERS = re.compile(
    r"\b(?:leden|bestaat|bestaan|zitting|zitten|vormen|gevormd|samenstelling|samengesteld|"
    r"members?|consists?|comprises?|composed|made up|sits?|serve|membership)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:,|[-–]|\b(?:en|van|de|het|der|namens|bij|voor|of|the|and|at|for|mede|on behalf))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list of members, and where it is in its block."""

    text: str
    start: int
    end: int


def read_lists(boards: Boards) -> set[int]:
    """Seats from lists and tables; and which blocks were read, by their number in the document."""
    blocks = boards.document.blocks
    read: set[int] = set()
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if _read_pieces(boards, block):
            read.add(at)
            at += 1
            continue
        name, under = _head(boards, block)
        if name is None:
            at += 1
            continue
        taken = _read_under(boards, name, block, blocks, at + 1) if under else 0
        if taken or _read_labelled(boards, name, block):
            read.update(range(at, at + 1 + taken))
        at += 1 + taken
    return read


def _read_pieces(boards: Boards, block: Block) -> bool:
    """Reads a block of which lines begin with a board and a colon: "Werkgroep Water: S. Bos, …"."""
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return False
    labelled: list[tuple[BoardName, int, int]] = []
    for line in block.lines:
        label = _LABEL.match(line.text.strip())
        named = board_in_heading(label["label"], boards.known) if label else None
        if label and named and begins_entry(label["rest"]):
            labelled.append((named, line.offset, line.offset + label.start("rest")))
    if not labelled:
        return False
    ends = [*(start for _, start, _ in labelled[1:]), len(block.text)]
    for (named, start, rest), end in zip(labelled, ends, strict=True):
        board = boards.board(named, block, boards.document.locator(block, start, rest), IN_A_LIST)
        for entry in entries(block.text[rest:end].strip(" ,.;")):
            place = boards.document.locator(block, rest + entry.start, rest + entry.end)
            boards.seat(board, entry, place, IN_A_LIST)
    return True


def _head(boards: Boards, block: Block) -> tuple[BoardName | None, bool]:
    """The board that a block announces the members of; whether they come in the blocks below."""
    if block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
        return board_in_heading(block.text, boards.known), True
    if block.kind is BlockKind.TABLE:
        return None, False
    if block.text.rstrip().endswith(":"):
        return _announced(boards, block), True
    return _titled(boards, block), False


def _announced(boards: Boards, block: Block) -> BoardName | None:
    """The board whose members come after a colon, in the blocks below."""
    named = board_in_heading(block.text.rstrip(": "), boards.known)
    told = mentions(block.text, boards.known)
    if named is None and told and _MEMBERS.search(block.text):
        return told[-1].board
    return named


def _titled(boards: Boards, block: Block) -> BoardName | None:
    """The board that a block begins with, before a colon or on a line of its own."""
    label = _LABEL.match(block.text)
    if label and not begins_entry(block.text):
        named = board_in_heading(label["label"], boards.known)
        if named and begins_entry(label["rest"]):
            return named
    if len(block.lines) > 1 and begins_entry(block.text[block.lines[1].offset :]):
        return board_in_heading(block.lines[0].text, boards.known)
    return None


def _read_labelled(boards: Boards, name: BoardName, block: Block) -> bool:
    """Members after a colon in the same block."""
    label = _LABEL.match(block.text)
    if block.kind is BlockKind.HEADING:
        return False
    locator = boards.document.locator(block)
    titled = len(block.lines) > 1 and begins_entry(block.text[block.lines[1].offset :])
    if label and not titled:
        start = label.start("rest")
    elif titled:
        start = block.lines[1].offset
    else:
        return False
    board = boards.board(name, block, locator, IN_A_LIST)
    rest = Block(block.kind, block.text[start:], _moved(block.lines, start), block.path)
    _seat_rows(boards, board, rest, _rows(rest) or [Row(rest.text, 0, len(rest.text))])
    return True


def _moved(lines: Sequence[Line], start: int) -> tuple[Line, ...]:
    """The lines of a block's text from a letter on."""
    kept = [
        line for i, line in enumerate(lines) if i + 1 == len(lines) or lines[i + 1].offset > start
    ]
    return tuple(replace(line, offset=max(0, line.offset - start)) for line in kept)


def _read_under(
    boards: Boards, name: BoardName, head: Block, blocks: Sequence[Block], at: int
) -> int:
    """How many blocks below are a list of the members of a board, having read them."""
    taken = 0
    found: list[tuple[Block, list[Row]]] = []
    tables: list[Block] = []
    for block in blocks[at:]:
        if block.kind is BlockKind.TABLE and member_rows(block):
            tables.append(block)
        elif rows := _rows(block):
            found.append((block, rows))
        elif block.kind is BlockKind.HEADING or found or tables or taken >= _MOST_BETWEEN:
            break
        taken += 1
    if not found and not tables:
        return 0
    board = boards.board(name, head, boards.document.locator(head), IN_A_LIST)
    for block in tables:
        for number, entry in member_rows(block):
            boards.seat(board, entry, boards.document.row_locator(block, number), IN_A_LIST)
    for block, rows in found:
        _seat_rows(boards, board, block, rows)
    return taken


def _seat_rows(boards: Boards, board: Board, block: Block, rows: Sequence[Row]) -> None:
    for row in rows:
        bare = _run_in(rows, row)
        for entry in entries(row.text, own_line=not bare):
            start = row.start + (entry.start if bare else 0)
            end = row.start + entry.end if bare else row.end
            boards.seat(board, entry, boards.document.locator(block, start, end), IN_A_LIST)


_MOST_BETWEEN = 1  # paragraphs between a board's heading and its list


_PLURAL_LABEL = re.compile(
    r"(?:[\w ]+ )?(?:leden|members|redacteuren|editors|adviseurs)\s*:", re.IGNORECASE
)


def _run_in(rows: Sequence[Row], row: Row) -> bool:
    """Whether a list is one run of names, not a line for each."""
    if _PLURAL_LABEL.match(row.text):
        return True
    return len(rows) == 1 and (";" in row.text or row.text.count(",") + row.text.count(")") > 1)


def _rows(block: Block) -> list[Row]:
    """The members' lines of a block; none where it is something else."""
    text = block.text
    if block.kind is BlockKind.TABLE or not begins_entry(text):
        return []
    if block.kind in (BlockKind.HEADING, BlockKind.ITEM) or len(block.lines) < 2:
        return [] if _is_sentence(text) else [Row(text, 0, len(text))]
    starts = list(_starts(block))
    if _is_sentence(text) and len(starts) < 2:
        return []
    ends = [*starts[1:], len(text)]
    return [Row(text[a:b].strip(), a, b) for a, b in zip(starts, ends, strict=True)]


def _starts(block: Block) -> Iterator[int]:
    """Where a new member begins: at lines that begin with a name and do not go on from the last."""
    names_alone = "," not in block.lines[0].text and "(" not in block.lines[0].text
    for i, line in enumerate(block.lines):
        if i == 0:
            yield 0
            continue
        before = block.lines[i - 1].text.rstrip()
        if _HANGING.search(before) or block.text[line.offset - 1 : line.offset] not in (" ", ""):
            continue
        bare = line.text.strip()
        alone = not re.search(r"[,(:–]|\s(?:en|and|&|-)\s", bare)
        if begins_entry(bare) and (not alone or names_alone or is_vacant(bare)):
            yield line.offset


_VERB = re.compile(
    r"^\S+(?: \S+){0,5}? (?:is|zijn|was|waren|heeft|hebben|wordt|werd|zegt|vertelt|chairs|has|have|"
    r"says|leads|leidt|vindt|werkt|works|joined|neemt|treedt|volgt|kijkt|blikt|opent|opende)\b"
)


def _is_sentence(text: str) -> bool:
    return _VERB.match(text) is not None
