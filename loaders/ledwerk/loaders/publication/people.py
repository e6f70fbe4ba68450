"""People in a publication: on boards, and at work ("zegt Ria Bos, directeur van Melkunie")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ledwerk.loaders.publication.board_lists import read_lists
from ledwerk.loaders.publication.board_sentences import read_sentences
from ledwerk.loaders.publication.boards_found import Boards
from ledwerk.loaders.publication.document import BlockKind, Document
from ledwerk.loaders.publication.findings import Finding, Ref
from ledwerk.loaders.publication.heading_words import heads_a_part
from ledwerk.loaders.publication.known_names import Known
from ledwerk.loaders.publication.minutes import read_present
from ledwerk.loaders.publication.names_found import is_short_for
from ledwerk.loaders.publication.working_for import read_posts

# "Limburg Economic Development (LED)": the short name is told once.
_CALLED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w&'’-]+(?: (?:van|de|der|het|voor|en|of|the|for|and|&|"
    r"[A-ZÀ-Þ][\w&'’-]+)){1,8})"
    r" \((?P<short>[A-Z][A-Za-z&]{1,8})\)"
)


def read_people(document: Document, found: Iterable[Finding] = ()) -> list[Finding]:
    """Boards, seats, and who works where. `found` is what is known of parties and projects."""
    known = Known(found)
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and not heads_a_part(block.text):
            known.add(Ref("Heading", block.text))
        for called in _CALLED.finditer(block.text):
            if is_short_for(called["short"], called["name"]):
                whole = known.find(called["name"]) or Ref("Organisation", called["name"])
                known.add(whole, called["name"], called["short"], first=True)
    boards = Boards(document, known)
    read = read_lists(boards) | read_present(boards)
    posts = list(read_posts(document, known, read, boards))
    read_sentences(boards, read)
    return [*boards.findings(), *posts]
