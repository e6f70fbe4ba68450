"""Minutes of a board's meeting: who was there, or sent word, has a seat on it; guests have none."""

from __future__ import annotations

import re
from dataclasses import replace

from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.findings import IN_A_LIST
from ledwerk.loaders.publication.layout.letter_case import cased
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.people.board_names import BoardName, board_in_heading
from ledwerk.loaders.publication.people.boards_found import Boards
from ledwerk.loaders.publication.people.functions import seat_role
from ledwerk.loaders.publication.people.member_lines import from_letter, seat_rows
from ledwerk.loaders.publication.people.member_tables import member_rows
from ledwerk.loaders.publication.people.person_names import person_at
from ledwerk.loaders.publication.people.seat_entries import begins_entry, entries, one_of

# What sort of paper it is: "Besluitenlijst en kort verslag", "Draft minutes and actions".
_PAPER = (
    r"(?:(?:concept|vastgestelde?|draft|approved|kort|beknopt|short|summary)[ -])?"
    r"(?:(?:concept)?notulen|(?:concept|vergader|gespreks|overleg)?verslag|besluitenlijst|"
    r"actielijst|"
    r"actie- en besluitenlijst|afsprakenlijst|samenvatting|agenda|minutes|report|record|notes|"
    r"summary|action list|action notes|decisions|actions)"
)
_OF_MEETING = re.compile(
    rf"^{_PAPER}(?:(?:,| en| and| &) {_PAPER})?(?: (?:van|of|from)\b)?(?: (?:de|het|the|een|a)\b)?"
    r"(?: (?:\d+e )?(?:(?:bestuurs|leden|voortgangs)?vergadering|bijeenkomst|overleg|meeting)"
    r"(?: (?:van|of))?(?: (?:de|het|the))?)?\s*[:–-]?\s*|"
    r"^(?:vergadering|bijeenkomst|meeting) (?:van|of) (?:de|het|the)?\s*|"
    r"^(?:vergadering|overleg|bijeenkomst|onderwerp|betreft|meeting|subject|re)\s*:\s*",
    re.IGNORECASE,
)
_THERE = (
    r"aanwezig(?:e leden|en)?|deelnemers|participants|attendees|"
    r"aanwezige bestuursleden|present|members present|attendance|"
    r"aanw\.?|afw\.?|presentielijst|aanwezigheid|"
    r"afwezig(?: (?:met|zonder) (?:bericht|kennisgeving)| m\.?\s?k\.?\s?(?:a\.?)?| mkg)?|"
    r"verhinderd|met kennisgeving afwezig|afwezigen|afgemeld|berichten? van verhindering|"
    r"verontschuldigd(?:en)?|ge[ëe]xcuseerd|excused|apologies(?: for absence)?|absent"
)
_MEMBERS = re.compile(
    rf"^(?P<label>{_THERE}|observers|waarnemers|toehoorders|agendaleden|leden|voorzitter|"
    rf"secretaris|chair|secretary)\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
# "Apologies were received from:" names members as the label "Apologies:" does.
_SENT_WORD = re.compile(
    r"^(?:Apologies(?: for absence)?|Berichten? van verhindering|Afmeldingen|Afmelding|Present|"
    r"Aanwezig|Afwezig|Verhinderd|Afgemeld)(?: [a-z]+)? "
    r"(?:were|was|are|zijn|is|waren|hebben zich|heeft zich)"
    r"(?: (?:received|presented|noted|given|submitted|tendered|sent|ontvangen|binnengekomen|"
    r"afgemeld))?(?: from| by| van| door)?\s*:?-?\s*(?P<rest>\S.*)?$",
    re.IGNORECASE,
)
_PRESENT = re.compile(rf"^(?:{_THERE})\s*:?(?=\s|$)", re.IGNORECASE)
_LABEL = re.compile(r"[A-ZÀ-Þ][\w.]*(?: [\w.]+){0,3}\s*:")


def read_present(boards: Boards) -> set[int]:
    """Seats of those who were at a board's meeting or sent word; which blocks were read."""
    board = _board(boards)
    if board is None:
        return _read_sections(boards)
    name, head = board
    boards.own = boards.board(name, head, boards.document.locator(head), IN_A_LIST)
    read = {boards.document.blocks.index(head)}
    label = ""
    for number, block in enumerate(boards.document.blocks):
        if block.kind is BlockKind.TABLE:
            if _read_table(boards, name, head, block, label):
                read.add(number)
            continue
        told = _MEMBERS.match(block.text)
        if not (told and told["rest"]) and (
            block.kind is BlockKind.HEADING or block.text.rstrip().endswith(":")
        ):
            label = _heading_label(block)
            continue
        for begin, end in _pieces(block):
            label, start, until = _labelled(block, begin, end, label)
            if label and _read(boards, name, head, block, start, until, label):
                read.add(number)
    return read


def _labelled(block: Block, begin: int, end: int, label: str) -> tuple[str, int, int]:
    """The label that holds for a piece of a block, and where its members begin and end."""
    text = block.text[begin:end].rstrip()
    apology = _SENT_WORD.match(text)
    if apology:
        start = begin + (apology.start("rest") if apology["rest"] else len(text))
        return "Apologies", start, start + next(sentences_of(block.text[start:end]), _NONE).end
    found = _MEMBERS.match(text)
    if found:
        label = found["label"]
        return label, begin + (0 if _ROLE_LABEL.match(label) else found.start("rest")), end
    if _LABEL.match(text) or not (label and begins_entry(text)):
        return "", begin, end
    return label, begin, end


_NONE = Stretch("", 0)


def tells_presence(block: Block) -> bool:
    """Whether a block tells who was at a meeting, or sent word."""
    return block.kind is not BlockKind.TABLE and any(
        _SENT_WORD.match(text) or (_PRESENT.match(text) and _MEMBERS.match(text))
        for text in (line.text.strip() for line in block.lines)
    )


def _read_sections(boards: Boards) -> set[int]:
    """Seats where a part of a publication tells of a board's meeting: "Present: …" under it."""
    read: set[int] = set()
    head: tuple[BoardName, Block] | None = None
    for number, block in enumerate(boards.document.blocks):
        if block.kind is BlockKind.HEADING:
            named = board_in_heading(cased(_of_board(block.text), boards.document), boards.known)
            head = (named, block) if named else None
            continue
        told = _MEMBERS.match(block.text) if head and block.kind is not BlockKind.TABLE else None
        if head and told and told["rest"] and _PRESENT.match(block.text):
            for begin, end in _pieces(block):
                found = _MEMBERS.match(block.text[begin:end].rstrip())
                if found and _PRESENT.match(block.text[begin:end]):
                    start = begin + found.start("rest")
                    if _read(boards, *head, block, start, end, found["label"]):
                        read.add(number)
    return read


_ROLE_LABEL = re.compile(
    r"voorzitter|secretaris|chair|secretary|(?:non-)?voting members|advisers|advisors|observers|"
    r"waarnemers|toehoorders|agendaleden|adviseurs|(?:adviserende|stemhebbende) leden",
    re.IGNORECASE,
)


# Who comes for one point, or is only there, is no member.
_GUESTS = re.compile(
    r"(?:te gast|gast(?:en)?|guests?|visitors?|genodigden?|in attendance|"
    r"also (?:present|attending)|(?:ook|tevens|verder|mede) aanwezig|voor (?:dit|agenda)punt)\b",
    re.IGNORECASE,
)
_HAS_SEAT = re.compile(r"observer|toehoorder|waarnemer|secretar|clerk|voorzit|chair", re.IGNORECASE)


def is_attendance(block: Block) -> bool:
    """Whether a table tells who was at a meeting, by its heading or the head of a column."""
    titles = (block.heading, *(block.rows[0][:1] if block.rows else ()))
    return any(_PRESENT.match(one.strip()) or _GUESTS.match(one.strip()) for one in titles)


def _guest_rows(block: Block) -> set[int]:
    """The rows of a table that stand below a row that announces guests."""
    found: set[int] = set()
    guests = _GUESTS.match(block.heading.strip()) is not None
    for number, row in enumerate(block.rows):
        alone = not any(cell.strip() for cell in row[1:])
        if alone and (_GUESTS.match(row[0].strip()) or _PRESENT.match(row[0].strip())):
            guests = _GUESTS.match(row[0].strip()) is not None
        if guests:
            found.add(number)
    return found


# "Gast (bij punt 4) mw. Bos": a label that stands in the cell of the first it holds for.
_LABEL_IN_CELL = re.compile(
    rf"(?P<label>(?:{_THERE}|(?:te )?gast(?:en)?|guests?|in attendance)"
    r"(?: \([^()]{2,30}\))?):? (?=[A-ZÀ-Þa-z])",
    re.IGNORECASE,
)


def _labels_apart(block: Block) -> Block:
    """A table with a row of its own for each label that stands before a name in its first cell."""
    rows: list[tuple[str, ...]] = []
    lines: list[Line] = []
    for row, line in zip(block.rows, block.lines, strict=True):
        lines.append(line)
        found = _LABEL_IN_CELL.match(row[0]) if row else None
        if found and person_at(row[0], found.end()):
            lines.append(line)
            rows.append((found["label"], *("" for _ in row[1:])))
            rows.append((row[0][found.end() :], *row[1:]))
        else:
            rows.append(row)
    return (
        replace(block, rows=tuple(rows), lines=tuple(lines))
        if len(rows) > len(block.rows)
        else block
    )


def _read_table(boards: Boards, name: BoardName, head: Block, block: Block, label: str) -> bool:
    """Those whom a table names as there or absent: a row a label, or a row a person."""
    read, above = False, label
    block = _labels_apart(block)
    board = boards.board(name, head, boards.document.locator(head), IN_A_LIST)
    for number, row in enumerate(block.rows):
        title = f"{row[0].strip(' :')}:"
        if row[0].strip(" :"):
            told = _MEMBERS.match(title)
            label = told["label"] if told and len(row) > 1 else ""
        if not label:
            continue
        place = boards.document.row_locator(block, number)
        for text in " ".join(row[1:]).strip(" :").split("\n"):
            role = f"{label}: " if _ROLE_LABEL.match(label) else ""
            for entry in entries(f"{role}{text.strip()}"):
                boards.seat(board, entry, place, IN_A_LIST)
                read = True
    other = board_in_heading(block.heading, boards.known)
    if read or (other and other.head != name.head):
        return read
    if (
        not above
        and not is_attendance(block)
        and not any(_PRESENT.match(title.strip()) for title in block.rows[0])
    ):
        return read
    role = seat_role(one_of(above)).lower() if _ROLE_LABEL.match(above) else ""
    guests = _guest_rows(block)
    for number, entry in member_rows(block):
        seated = _HAS_SEAT.match(entry.role) or number not in guests
        place = boards.document.row_locator(block, number)
        if not seated or _GUESTS.match(entry.role):
            boards.guest(entry, place, IN_A_LIST)
            continue
        boards.seat(board, replace(entry, role=entry.role or role), place, IN_A_LIST)
        read = True
    return read


def _pieces(block: Block) -> list[tuple[int, int]]:
    """A block's text from label to label, where lines begin with one: "Afwezig: …".

    A label may itself go on over a line: "Afwezig / m.k.: …".
    """
    starts = [0, *(one.offset for one in block.lines[1:] if _begins_piece(block, one))]
    return list(zip(starts, [*starts[1:], len(block.text)], strict=True))


def _begins_piece(block: Block, line: Line) -> bool:
    text = line.text.strip()
    return bool(_LABEL.match(block.text, line.offset) or _SENT_WORD.match(text))


def _heading_label(block: Block) -> str:
    """The label that holds for the items below: a heading "Aanwezig" is one as well."""
    last = block.lines[-1].text if block.lines else block.text
    if _SENT_WORD.match(last.strip()):
        return "Apologies"
    found = _MEMBERS.match(f"{last.strip(' :')}:") or _GROUP.match(last.strip(" :"))
    return found["label"] if found else ""


# Sorts of members that agendas list each under a heading of its own.
_GROUP = re.compile(
    r"(?P<label>(?:(?:non-)?voting|elected|co-opted|advisory) members|advisers|advisors|chief "
    r"officers|stemhebbende leden|adviserende leden|adviseurs|membership|leden|members)(?: ?[-–(] "
    r"?(?:non-)?voting\)?)?$",
    re.IGNORECASE,
)


def _board(boards: Boards) -> tuple[BoardName, Block] | None:
    """The board whose meeting the document tells of, by its first headings or lines."""
    present = _has_present(boards)
    for block in boards.document.blocks[:_FIRST]:
        first = " ".join((block.lines[0].text if block.lines else block.text).split())
        if len(first) > _LONGEST_TITLE:
            continue
        first = _of_board(_SHORT_NAME.sub("", first))
        bare = _STATE.sub("", _OF_MEETING.sub("", first))
        titled = _OF_MEETING.match(first) is not None
        if not titled and (block.kind is not BlockKind.HEADING or not present):
            continue
        shown = cased(re.split(_DATED, bare)[0], boards.document)
        named = board_in_heading(shown, boards.known)
        if named:
            return None if _OF_ALL_MEMBERS.search(named.word) else (named, block)
    return None


# Who comes to a meeting of all members has no seat by that.
_OF_ALL_MEMBERS = re.compile(r"ledenvergadering|general meeting", re.IGNORECASE)
_SHORT_NAME = re.compile(r" \([A-Z]{1,2}[A-Za-z]{0,5}\)")  # "de Algemene Vergadering (AV) van"
_BOARD_MEETING = re.compile(
    r"\b(?P<nl>bestuur|stuurgroep|projectgroep|werkgroep|regiegroep|programmaraad|kernteam|"
    r"klankbordgroep|commissie|adviesraad|directie)s?-?(?:vergadering|overleg|bijeenkomst)"
    r"(?P<of> van(?: (?:de|het))?)?(?= [A-ZÀ-Þ]|\W|$)|"
    r"\b(?P<en>board|committee|group|panel|council|team|forum) meeting(?P<of2> of(?: the)?)?\b|"
    r"\s+(?P<after>minutes|agenda|notulen|verslag|besluitenlijst)$",
    re.IGNORECASE,
)


def _of_board(title: str) -> str:
    """A title with the board for its meeting: "bestuursvergadering Kust" is of "bestuur van Kust".

    What kind of paper it is stands in front: "Zuid Board Minutes" are "Minutes of Zuid Board".
    """
    found = _BOARD_MEETING.search(title)
    if not found:
        return title
    if found["after"]:
        return _of_board(f"Minutes of {title[: found.start()]}")
    of = " of" if found["en"] else " van"
    goes_on = re.match(r" [A-ZÀ-Þ]", title[found.end() :]) is not None
    word = (found["nl"] or found["en"]) + (of if goes_on else "")
    before = title[: found.start()]
    head = before if _OF_MEETING.match(before or " ") else f"Minutes of {before}"
    return f"{head}{word}{title[found.end() :]}"


# What stands behind the board's name in the title of minutes.
_STATE = re.compile(
    r"(?:[\s,–-]*[(\[]?\b(?:concept|ontwerp|vastgesteld|definitief|goedgekeurd|versie [\d.]+|draft|"
    r"approved|final|confirmed|nr\.? ?\d+|no\.? ?\d+)\b[)\]]?)+\s*$",
    re.IGNORECASE,
)
_DATED = (
    r",? (?:maan|dins|woens|donder|vrij|zater|zon)dag\b|,? (?:mon|tues|wednes|thurs|fri)day\b|"
    r",? (?:d\.d\.|van|op|of|on|held) \d|, | [–-] (?=\d)| (?=\d{1,2} [a-z]+ \d{4})"
)


def _has_present(boards: Boards) -> bool:
    return any(
        (i < _EARLY and _GROUP.match(block.text))
        or (_PRESENT.match(block.text) and not _of_parties(block.text))
        for i, block in enumerate(boards.document.blocks)
    )


_EARLY = 20  # blocks of minutes, or an agenda, in which it tells whose they are


# Those who take part in a project are parties: "Deelnemers: Bouwgroep Oost, gemeente Ede".
_TAKING_PART = re.compile(r"(?:deelnemers|participants)\s*:?\s*(?=\S)", re.IGNORECASE)


def _of_parties(text: str) -> bool:
    """Whether a label for those who take part stands before parties, and not before people."""
    found = _TAKING_PART.match(text)
    return found is not None and not begins_entry(text[found.end() :])


_FIRST = 4
_LONGEST_TITLE = 160


def _read(
    boards: Boards, name: BoardName, head: Block, block: Block, start: int, end: int,
    label: str = "",
) -> bool:  # fmt: skip
    """The members that a piece of a block names; `label` stands before or above them."""
    piece = from_letter(block, start)
    text = piece.text[: end - start].rstrip()
    lines = tuple(line for line in piece.lines if line.offset < len(text))
    piece = replace(piece, kind=BlockKind.PARAGRAPH, text=text, lines=lines)
    if not entries(text):
        return False
    board = boards.board(name, head, boards.document.locator(head), IN_A_LIST)
    role = label if _ROLE_LABEL.match(label) and not _ROLE_LABEL.match(text) else ""
    return seat_rows(boards, board, piece, role) > 0
