"""Boards whose members are listed: under a heading, after a colon, in a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.findings import IN_A_LIST
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.people.board_changes import LEAVING
from ledwerk.loaders.publication.people.board_names import BoardName, board_in_heading, mentions
from ledwerk.loaders.publication.people.boards_found import Board, Boards
from ledwerk.loaders.publication.people.entry_tails import Entry
from ledwerk.loaders.publication.people.member_lines import (
    from_letter,
    last_label,
    people_of,
    rows_of,
    seat_rows,
)
from ledwerk.loaders.publication.people.member_tables import board_over, member_rows
from ledwerk.loaders.publication.people.minutes import is_attendance, tells_presence
from ledwerk.loaders.publication.people.seat_clauses import row_seats
from ledwerk.loaders.publication.people.seat_entries import begins_entry, entries, label_alone
from ledwerk.loaders.publication.people.seats_of_places import sort_of_places

_LABEL = re.compile(r"^(?P<label>[^:.,]{3,80}):\s*(?P<rest>.*)$")
_MEMBERS = re.compile(
    r"\b(?:leden|bestaat|bestaan|zitting|zitten|vormen|gevormd|samenstelling|samengesteld|"
    r"members?|consists?|comprises?|composed|made up|sits?|serve|membership|aanwezig(?:en)?|"
    r"present|attendance|attended|aan tafel|bijeen|aangeschoven)\b",
    re.IGNORECASE,
)


def read_lists(boards: Boards) -> set[int]:
    """Seats from lists and tables; and which blocks were read, by their number in the document."""
    blocks = boards.document.blocks
    read: set[int] = set()
    at = 0
    while at < len(blocks):
        block = blocks[at]
        pieces = _read_pieces(boards, block)
        if pieces is not None:
            read.update([at] if pieces else [])
            at += 1
            continue
        if block.kind is BlockKind.TABLE and not is_attendance(block) and _is_a_board(block):
            spoken = _spoken_of(boards, blocks, at)
            board = boards.board(spoken, block, boards.document.locator(block), IN_A_LIST)
            for number, entry in member_rows(block):
                boards.seat(board, entry, boards.document.row_locator(block, number), IN_A_LIST)
            read.add(at)
            at += 1
            continue
        name, under = _head(boards, block)
        if name is None or _is_credit(name, block):
            at += 1
            continue
        taken = _read_under(boards, name, block, blocks, at + 1) if under else 0
        if taken or _read_labelled(boards, name, block):
            read.update(range(at, at + 1 + taken))
        at += 1 + taken
    return read


_CREDITS = re.compile(
    r"\b(?:foto(?:['’]?s|grafie|graaf)?|vormgeving|opmaak|ontwerp|druk(?:werk|kerij)?|photo(?:s|"
    r"graphy)?|design|print(?:ed|ing)?|colofon|colophon|imprint)\b",
    re.IGNORECASE,
)


def _spoken_of(boards: Boards, blocks: Sequence[Block], at: int) -> BoardName:
    """The board that the text right over a table tells of: "The Board of Directors met twice"."""
    head = board_over(blocks[at])
    above = board_in_heading(blocks[at].heading, boards.known)
    if head or above:
        return BoardName(head) if head and not (above and above.topic) else above or BoardName(head)
    for block in reversed(blocks[max(0, at - _NEAR) : at]):
        if block.kind is BlockKind.TABLE or block.path != blocks[at].path:
            break
        told = [one.board for one in mentions(block.text, boards.known)]
        told = [one for one in told if one.board_type in ("board", "steering_group")]
        if told:
            return told[-1]
    return _led_by(boards, blocks[at]) or BoardName(
        "Bestuur" if boards.document.language == "nl" else "Board"
    )


_NEAR = 3  # blocks over a table


def _led_by(boards: Boards, table: Block) -> BoardName | None:
    """The board of which the document tells elsewhere that the table's chair leads it."""
    for _, entry in member_rows(table):
        if not _CHAIR.match(entry.role):
            continue
        for block in boards.document.blocks:
            at = block.text.find(entry.person) if block.kind is not BlockKind.TABLE else -1
            after = block.text[at + len(entry.person) :] if at >= 0 else ""
            found = _OF_BOARD.match(after)
            told = mentions(after[: found.end() + 60], boards.known) if found else []
            if found and told and told[0].start <= found.end():
                return told[0].board
    return None


_CHAIR = re.compile(
    r"(?:onafhankelijk |independent )?(?:voorzitt?er|voorzitster|chair)", re.IGNORECASE
)
_OF_BOARD = re.compile(
    r",? (?:is |as |als )?(?:de |the )?(?:onafhankelijk )?(?:voorzitter|voorzitster|"
    r"chair(?:man|woman|person)?) (?:van|of) (?:(?:de|het|onze|the|our) )?",
    re.IGNORECASE,
)


def _is_a_board(block: Block) -> bool:
    """Whether a table of people is one of a board: with a chair, and others with roles or mandates.

    Where the word for a board heads the names, that is enough.
    """
    people = [entry for _, entry in member_rows(block)]
    if len(people) > 1 and board_over(block):
        return True
    roles = {entry.role.lower() for entry in people}
    led = any(_CHAIR.match(role) for role in roles)
    officers = any(_OFFICER.match(role) for role in roles)
    sent = sum(1 for entry in people if entry.behalf or _PLAIN.fullmatch(entry.role))
    return led and (officers or sent * 2 >= len(people) > _FEW)


_FEW = 2
_OFFICER = re.compile(
    r"penningmeester|secretaris|treasurer|secretary|vice-? ?(?:voorzit|chair)|ondervoorzit|"
    r"(?:deputy|honorary) ?-?(?:chair|secretary|treasurer)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:bestuurs|board )?(?:lid|member)|toehoorder|observer|waarnemer", re.IGNORECASE
)


def _is_credit(name: BoardName, block: Block) -> bool:
    """Whether editors are named among the photographers and printers, and are no board."""
    if not re.match(r"redactie|editor", name.word, re.IGNORECASE):
        return False
    return any(_CREDITS.search(text) for text in (*block.path, block.text))


def _read_pieces(boards: Boards, block: Block) -> bool | None:
    """Reads a block of which lines begin with a board and a colon: "Werkgroep Water: S. Bos, …".

    Gives back whether that was all of it, and None where there are no such lines.
    """
    if block.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return None
    labelled: list[tuple[BoardName, int, int]] = []
    for line in block.lines:
        label = _LABEL.match(line.text.strip())
        if label and label["label"].count("(") > label["label"].count(")"):
            continue  # "De werkgroep Water (trekker: Ria Bos)"
        named = board_in_heading(label["label"], boards.known) if label else None
        if label and named and begins_entry(label["rest"]) and not _is_credit(named, block):
            labelled.append((named, line.offset, line.offset + label.start("rest")))
    if not labelled:
        return None
    ends = [*(start for _, start, _ in labelled[1:]), len(block.text)]
    for (named, start, rest), below in zip(labelled, ends, strict=True):
        until = next((at for at in _labels(block) if rest < at < below), below)
        end = rest + next(sentences_of(block.text[rest:until])).end
        board = boards.board(named, block, boards.document.locator(block, start, rest), IN_A_LIST)
        for entry in entries(block.text[rest:end].strip(" ,.;")):
            place = boards.document.locator(block, rest + entry.start, rest + entry.end)
            boards.seat(board, entry, place, IN_A_LIST)
    return end >= len(block.text.rstrip())


_LINE_LABEL = re.compile(r"[A-ZÀ-Þ][^\W\d]*(?: [^\W\d]+){0,2} ?:")


def _labels(block: Block) -> list[int]:
    """Where lines of a block begin with a label."""
    return [line.offset for line in block.lines if _LINE_LABEL.match(line.text.strip())]


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
    if named is not None:
        return named
    last = list(sentences_of(block.text))[-1].text
    told = mentions(last, boards.known) or (
        mentions(block.text, boards.known) if _MEMBERS.search(last) else []
    )
    if told and not LEAVING.search(last):
        return told[-1].board
    return board_in_heading(block.heading, boards.known) if _MEMBERS.search(last) else None


def _titled(boards: Boards, block: Block) -> BoardName | None:
    """The board that a block begins with, before a colon or on a line of its own."""
    label = _LABEL.match(block.text)
    closed = label and label["label"].count("(") == label["label"].count(")")
    if label and closed and not begins_entry(block.text):
        named = board_in_heading(label["label"], boards.known)
        if named and begins_entry(label["rest"]):
            return named
    alone = len(block.lines) > 1 and not _VERB.search(block.lines[0].text)
    if alone and begins_entry(block.text[block.lines[1].offset :]):
        return board_in_heading(block.lines[0].text, boards.known)
    return None


_VERB = re.compile(
    r"\s(?:wordt|worden|is|zijn|heeft|hebben|bestaat|bestond|was|were|are|has|have|consists?)\s"
)


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
    seat_rows(boards, board, from_letter(block, start))
    return True


def _read_under(
    boards: Boards, name: BoardName, head: Block, blocks: Sequence[Block], at: int
) -> int:
    """How many blocks below are a list of the members of a board, having read them."""
    taken = 0
    label = ""
    found: list[tuple[Block, str]] = []
    tables: list[Block] = []
    said: list[tuple[Block, list[Entry]]] = []
    language = boards.document.language
    for number, block in enumerate(blocks[at:], start=at):
        if block.kind is BlockKind.TABLE and member_rows(block):
            tables.append(block)
        elif label_alone(block.text) and number + 1 < len(blocks) and rows_of(blocks[number + 1]):
            label = label_alone(block.text)
        elif _begins_another(boards, name, block) or tells_presence(block):
            break
        elif block.kind is BlockKind.ITEM and (row := row_seats(block.text, language)):
            said.append((block, row))
        elif rows_of(block):
            found.append((block, label))
            label = last_label(block) or label
        elif block.kind is BlockKind.ITEM and found and _goes_on(blocks, number):
            pass  # what an item of two lines went on with
        elif block.kind is BlockKind.HEADING or found or tables or said or taken >= _MOST_BETWEEN:
            break
        taken += 1
    if not (found or tables or len(said) > 1):
        return 0
    board = boards.board(name, head, boards.document.locator(head), IN_A_LIST)
    if name.owned and head.kind is BlockKind.HEADING and not head.text.isupper():
        board.aliases.append(" ".join(head.text.split()).strip(" .:"))
    for block in tables:
        for number, entry in member_rows(block):
            boards.seat(board, entry, boards.document.row_locator(block, number), IN_A_LIST)
    _seat_said(boards, board, said)
    places = sort_of_places([one for block, _ in found for one in people_of(block)])
    for block, above in found:
        seat_rows(boards, board, block, above, places)
    return taken


def _seat_said(boards: Boards, board: Board, said: list[tuple[Block, list[Entry]]]) -> None:
    """The seats of members of whom a line each tells in a sentence."""
    for block, row in said:
        for entry in row:
            boards.seat(board, entry, boards.document.locator(block), IN_A_LIST)


def _begins_another(boards: Boards, name: BoardName, block: Block) -> bool:
    """Whether a block is the heading of a board, or has another's label: "Team: Jan Smit"."""
    if block.kind is BlockKind.HEADING and board_in_heading(block.text, boards.known):
        return True
    label = _LABEL.match(block.text)
    other = board_in_heading(label["label"], boards.known) if label else None
    return other is not None and other.head != name.head


def _goes_on(blocks: Sequence[Block], number: int) -> bool:
    """Whether a member stands in the item below one that names none."""
    below = blocks[number + 1] if number + 1 < len(blocks) else None
    return below is not None and below.kind is BlockKind.ITEM and bool(rows_of(below))


_MOST_BETWEEN = 1  # paragraphs between a board's heading and its list
