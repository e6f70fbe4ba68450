"""Minutes of a board's meeting: who was there, or sent word, has a seat on it; guests have none."""

from __future__ import annotations

import re

from ledwerk.loaders.publication.board_names import BoardName, board_in_heading
from ledwerk.loaders.publication.boards_found import Boards
from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.findings import IN_A_LIST
from ledwerk.loaders.publication.seat_entries import entries

_OF_MEETING = re.compile(
    r"^(?:(?:concept|vastgestelde|draft|approved)[ -])?(?:notulen|verslag|besluitenlijst|agenda|"
    r"minutes|report|action list)(?: (?:van|of|from))?(?: (?:de|het|the|een|a))?"
    r"(?: (?:\d+e )?(?:(?:bestuurs|leden|voortgangs)?vergadering|bijeenkomst|overleg|meeting)"
    r"(?: (?:van|of))?(?: (?:de|het|the))?)?\s*[:–-]?\s*|^(?:vergadering|bijeenkomst|meeting)"
    r" (?:van|of) (?:de|het|the)?\s*",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"^(?P<label>(?:aanwezig(?:e leden|en)?|aanwezige bestuursleden|leden|present|members present|"
    r"attendance|attending|in attendance \(members\)|afwezig(?: (?:met|zonder) (?:bericht|"
    r"kennisgeving))?|verhinderd|met kennisgeving afwezig|afwezigen|afgemeld|berichten? van "
    r"verhindering|apologies(?: for absence)?|absent|voorzitter|secretaris|chair|secretary))"
    r"\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)


def read_present(boards: Boards) -> set[int]:
    """Seats of those who were at a board's meeting or sent word; which blocks were read."""
    board = _board(boards)
    if board is None:
        return set()
    name, head = board
    read: set[int] = set()
    label = ""
    for number, block in enumerate(boards.document.blocks):
        found = _MEMBERS.match(block.text)
        if found:
            label = found["label"]
            if _read(boards, name, head, block, found.start("rest")):
                read.add(number)
        elif label and block.kind is BlockKind.ITEM:
            if _read(boards, name, head, block, 0):
                read.add(number)
        else:
            label = _listing(block, label)
    return read


def _listing(block: Block, label: str) -> str:
    """The label that holds for the items below: a heading "Aanwezig" is one as well."""
    if block.kind is BlockKind.HEADING or block.text.rstrip().endswith(":"):
        found = _MEMBERS.match(f"{block.text.strip(' :')}:")
        return found["label"] if found else ""
    return "" if block.kind is not BlockKind.NOTE else label


def _board(boards: Boards) -> tuple[BoardName, Block] | None:
    """The board whose meeting the document tells of, by its first headings or lines."""
    for block in boards.document.blocks[:_FIRST]:
        bare = _OF_MEETING.sub("", block.lines[0].text.strip() if block.lines else block.text)
        if bare == block.text.strip() and block.kind is not BlockKind.HEADING:
            continue
        named = board_in_heading(re.split(r",? (?:d\.d\.|van|op|of|on|held) \d|, ", bare)[0], boards.known)
        if named and (bare != block.text.strip() or _has_present(boards)):
            return named, block
    return None


def _has_present(boards: Boards) -> bool:
    return any(_MEMBERS.match(block.text) for block in boards.document.blocks)


_FIRST = 4


def _read(boards: Boards, name: BoardName, head: Block, block: Block, start: int) -> bool:
    """The members that a line names from a letter on."""
    found = entries(block.text[start:])
    label = re.match(r"(voorzitter|secretaris|chair|secretary)\s*:", block.text, re.IGNORECASE)
    if not found:
        return False
    board = boards.board(name, head, boards.document.locator(head), IN_A_LIST)
    for entry in entries(block.text) if label else found:
        shift = 0 if label else start
        place = boards.document.locator(block, shift + entry.start, shift + entry.end)
        boards.seat(board, entry, place, IN_A_LIST)
    return True
