"""Members of the publisher in lists and tables: under "Onze leden", in a column "Member"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_LIST, IN_A_TABLE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.sections import is_list, sections_of
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.parties.party_words import GONE
from ledwerk.loaders.publication.people.person_names import bare_name, is_surely, person_at
from ledwerk.schema.names import fold

_MEMBERS = re.compile(
    r"(?:onze |de |alle |nieuwe |our |the |all |new |list of |lijst van )?"
    r"(?:leden(?:lijst)?|lidorganisaties|lidbedrijven|lid-?gemeenten|aangesloten (?:organisaties|"
    r"leden|partijen|bedrijven|gemeenten)|aangeslotenen|members?(?: organi[sz]ations)?|membership|"
    r"member (?:companies|councils|firms|list))"
    r"(?: (?:in |per |as of |at )?(?:[\w ]{0,20})?\d{4})?(?: van .{2,60}| of .{2,60})?"
)
_BOARD = re.compile(
    r"\b(?:bestuur|raad|board|committee|commissie|stuurgroep|groep|group|team|redactie|council|"
    r"panel|college|forum)\b",
    re.IGNORECASE,
)
# "Four firms joined during the year:", over a list.
_ANNOUNCED = re.compile(
    r"(?:^|[.!?]\s+)[^.!?:]*\b(?:new members|nieuwe leden|(?:our|onze|the|de) (?:\w+ )?(?:members|"
    r"leden) (?:are|zijn|include)|joined|lid geworden|(?:sloten|sluiten) zich (?:\w+ ){0,4}?aan|"
    r"traden toe|"
    r"toegetreden|aangesloten|became members|welcomed?|verwelkomden)\b(?![^.!?:]*\b(?:board|"
    r"bestuur|team|project|staff|committee|raad)\b)[^.!?:]*:$",
    re.IGNORECASE,
)
_HEADERS = re.compile(
    r"(?:naam )?(?:lid|leden|member|members|member organi[sz]ation|lidorganisatie)"
)
_SINCE = re.compile(r"(?:lid )?(?:sinds|vanaf)|joined|(?:member )?since|toegetreden(?: in)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST = 3


def listed_members(document: Document, publisher: Ref) -> Iterator[Finding]:
    """The members that a list or table under a heading of members names."""
    for section in sections_of(document):
        if section.silent:
            continue
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                yield from _in_table(document, block, publisher)
        if section.heading is not None and _heads_members(section.heading):
            yield from _in_list(document, section.blocks, publisher)
        for at, block in enumerate(section.blocks):
            if _ANNOUNCED.search(block.text) and block.kind is BlockKind.PARAGRAPH:
                items = takewhile(lambda b: b.kind is BlockKind.ITEM, section.blocks[at + 1 :])
                yield from _in_list(document, tuple(items), publisher)


def _heads_members(heading: Block) -> bool:
    above = any(_BOARD.search(one) for one in heading.path[-1:])
    return not above and _MEMBERS.fullmatch(fold(heading.text).strip(" :.")) is not None


def _in_list(document: Document, blocks: tuple[Block, ...], publisher: Ref) -> Iterator[Finding]:
    """Those in the items and lines of a list, where they are parties and no people."""
    found: list[tuple[Mention, str]] = []
    for block in blocks:
        if block.kind is BlockKind.ITEM or is_list(block):
            for line in block.lines:
                place = document.locator(block, line.offset, line.offset + max(len(line.text), 1))
                found += [(one, place) for one in parties_in(line.text)]
    named = [(one, place) for one, place in found if not one.generic and not one.out]
    if len(named) < _FEWEST or any(_is_person(one.ref.name) for one, _ in named):
        return
    for one, place in named:
        yield from _tied(one, publisher, place, IN_A_LIST, "")


def _in_table(document: Document, block: Block, publisher: Ref) -> Iterator[Finding]:
    """Those in the first column of a table that is headed "Member"."""
    if len(block.rows) <= _FEWEST or not _HEADERS.fullmatch(fold(block.rows[0][0]).strip(" :.")):
        return
    header = [fold(cell).strip(" :.") for cell in block.rows[0]]
    if any(_is_person(row[0]) for row in block.rows[1:]):
        return
    since = next((at for at, cell in enumerate(header) if _SINCE.fullmatch(cell)), None)
    for number, row in enumerate(block.rows[1:], start=1):
        if GONE.search(" ".join(row[1:])):
            continue
        place = document.row_locator(block, number)
        year = _YEAR.search(row[since]) if since is not None and since < len(row) else None
        for one in parties_in(row[0]):
            if not (one.generic or one.out):
                yield from _tied(one, publisher, place, IN_A_TABLE, year[0] if year else "")


def _is_person(name: str) -> bool:
    bare = bare_name(name)
    person = person_at(name) if bare else None
    return person is not None and is_surely(person)


def _tied(one: Mention, publisher: Ref, place: str, sure: float, year: str) -> Iterator[Finding]:
    if one.ref == publisher:
        return
    yield FoundNode(one.ref, place, sure, (), one.aliases)
    yield FoundNode(publisher, place, sure)
    years = {"start": year} if year else {}
    yield tie("MEMBER_OF", one.ref, publisher, place, sure, **years)
