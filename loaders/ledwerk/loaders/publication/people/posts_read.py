"""Who works where: in running text, under a foreword, in a table's cell, beside a credit."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, Ref, node, tie
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.parties.party_refs import party_of
from ledwerk.loaders.publication.people.boards_found import Boards, short
from ledwerk.loaders.publication.people.employer_meant import Passage
from ledwerk.loaders.publication.people.functions import begins_function, post
from ledwerk.loaders.publication.people.gone import is_gone
from ledwerk.loaders.publication.people.person_names import (
    bare_name,
    is_surely,
    people_in,
    person_at,
)
from ledwerk.loaders.publication.people.working_for import (
    AFTER,
    ASIDE_HEADINGS,
    Working,
    behind_comma,
    in_brackets,
    of_person,
    told_of,
)
from ledwerk.loaders.publication.people.working_ways import behind_name


def read_posts(
    document: Document, known: Known, read: set[int], boards: Boards
) -> Iterator[Finding]:
    """Who works where, from the blocks that are not among those `read` already."""
    named = {who for board in boards.boards.values() for who in board.seated}
    passage = Passage(known)
    for number, block in enumerate(document.blocks):
        if number in read:
            continue
        below = document.blocks[number + 1] if number + 1 < len(document.blocks) else None
        for one in _of_block(block, below, named, passage):
            boards.employ(one.person, one.post)
            yield from _findings(document, block, one, known)


def _of_block(
    block: Block, below: Block | None, named: set[str], passage: Passage
) -> Iterator[Working]:
    """Who works where by one block; below it may stand the function of who is named in it."""
    if block.kind is BlockKind.TABLE:
        yield from _in_cells(block, passage.known)
    elif any(ASIDE_HEADINGS.search(heading) for heading in block.path):
        yield from _credited(block, passage.known)
    else:
        yield from (*_signed(block, below), *told_of(block, named, passage))


_CELL = re.compile(r"[^|\n]+")


def _in_cells(block: Block, known: Known) -> Iterator[Working]:
    """Who stands in a cell with his function and party: "Ria Bos, adviseur, Melkunie"."""
    for cell in _CELL.finditer(block.text):
        text = cell[0].strip()
        person = person_at(text)
        made = of_person(text, person, known) if person and is_surely(person) else None
        if person and made and made.party and not is_gone(text, person):
            yield Working(person.name, made, cell.start(), cell.end())


# Who wrote or answers for a publication; who photographed, designed or printed it was hired.
_WROTE = re.compile(
    r"\b(?:\w*redact(?:ie|eur|rice)(?:raad)?|teksten|tekst|interviews?|verantwoordelijke? uitgever|"
    r"samenstelling|auteurs?|editor|editors|words|text|contact|contactpersoon|publisher)\b"
    r"[^.:]{0,30}: (?:[^.:()]{3,40}(?:, | en | and ))?$",
    re.IGNORECASE,
)


def _credited(block: Block, known: Known) -> Iterator[Working]:
    """Who made the publication and where they work, if the colophon tells of that beside them."""
    for sentence in sentences_of(block.text):
        for person in people_in(sentence.text):
            after = sentence.text[person.end : person.end + AFTER]
            if not is_surely(person) or not _WROTE.search(sentence.text[: person.start]):
                continue
            made = behind_comma(after, known) or in_brackets(after, known)
            if after.startswith(", ") and not begins_function(after[2:]):
                made = made or behind_name(after, known)
            if made and made.party and made.party[0].isupper():
                start = sentence.start + person.start
                yield Working(person.name, made, start, start + person.end - person.start)


def _findings(document: Document, block: Block, one: Working, known: Known) -> Iterator[Finding]:
    ref = party_of(one.post, known)
    if ref is None or ref.kind not in PARTIES:
        return
    place = document.locator(block, one.start, one.end)
    sure = IN_A_SENTENCE
    yield node("Person", one.person, place, sure)
    yield node(ref.kind, ref.name, place, sure, aliases=short(ref))
    yield tie("WORKS_FOR", Ref("Person", one.person), ref, place, sure, function=one.post.function)


def _signed(block: Block, below: Block | None) -> Iterator[Working]:
    """A name on a line of its own with function and party on the next, as under a foreword."""
    lines = [(line.text.strip(), line.offset) for line in block.lines]
    if block.kind is BlockKind.HEADING and below and below.lines and len(lines) == 1:
        lines.append((below.lines[0].text.strip(), len(block.text)))
        if below.kind is BlockKind.PARAGRAPH and len(below.lines) > 2:
            return
    for (text, start), (after, offset) in itertools.pairwise(lines):
        name = bare_name(text)
        person = person_at(text)
        if (
            name
            and person
            and is_surely(person)
            and begins_function(after)
            and not after.endswith(":")
        ):
            made = post(after)
            if made.party and not _stops_early(after):
                end = min(offset + len(after), len(block.text))
                yield Working(name, made, start, max(end, start + 1))


def _stops_early(text: str) -> bool:
    return re.search(r"\.\s", text) is not None
