"""People in a publication: on boards, and at work ("zegt Ria Bos, directeur van Melkunie")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ledwerk.loaders.publication.document import BlockKind, Document
from ledwerk.loaders.publication.findings import Finding, Ref
from ledwerk.loaders.publication.layout.heading_words import heads_a_part
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.names_found import is_short_for
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.people.board_lists import read_lists
from ledwerk.loaders.publication.people.board_sentences import read_sentences
from ledwerk.loaders.publication.people.boards_found import Boards
from ledwerk.loaders.publication.people.functions_told import with_functions
from ledwerk.loaders.publication.people.minutes import read_present
from ledwerk.loaders.publication.people.own_people import read_own
from ledwerk.loaders.publication.people.people_named import read_named
from ledwerk.loaders.publication.people.posts_read import read_posts
from ledwerk.loaders.publication.people.seat_homes import homes_told
from ledwerk.loaders.publication.people.surnames import with_whole_names

_SHORT = re.compile(r" \((?P<short>[A-Z][A-Za-z&]{1,8})\)")
_REACH = 90  # letters before a short name in brackets in which the whole name stands


def _short_names(known: Known, text: str) -> None:
    """Makes short names known that are told once: "Limburg Economic Development (LED)"."""
    for found in _SHORT.finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        starts = [at.start() for at in re.finditer(r"(?<![\w-])[A-ZÀ-Þ]", before)]
        name = next((before[i:] for i in starts if is_short_for(found["short"], before[i:])), "")
        if name:
            whole = known.find(name) or Ref("Organisation", name)
            known.add(whole, name, found["short"], first=True)


def read_people(document: Document, found: Iterable[Finding] = ()) -> list[Finding]:
    """Boards, seats, and who works where. `found` is what is known of parties and projects."""
    known = Known(found)
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and not heads_a_part(block.text):
            known.add(Ref("Heading", block.text))
        _short_names(known, block.text)
    publisher = publisher_of(document, known)
    if publisher:
        known.add(publisher)
    boards = Boards(document, known)
    read = read_lists(boards) | read_present(boards)
    posts = list(read_posts(document, known, read, boards))
    own = list(read_own(boards, read))
    read_sentences(boards, read)
    told = with_whole_names([*boards.findings(), *posts, *own])
    told = list(with_functions(document, told))
    return list(homes_told([*told, *read_named(document, known, told)]))
