"""People whom a text names without telling of a party or board: beside a function, in a quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GUESSED, Finding, FoundNode, node
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.people.board_changes import LEAVING
from ledwerk.loaders.publication.people.board_names import mentions
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS, SEAT_ROLES
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.gone import is_gone
from ledwerk.loaders.publication.people.person_names import PersonName, people_in
from ledwerk.loaders.publication.people.working_for import ASIDE_HEADINGS, CREDITS, SAYING
from ledwerk.schema.names import fold

# What tells in a sentence that somebody in it is spoken of for what he does.
_DOES = re.compile(
    rf"(?<![\w-])(?:[a-zà-ÿ-]*(?:{FUNCTION_HEADS})s?|{SEAT_ROLES}|{SAYING}|minutes|notulen|"
    rf"notulist|"
    r"afscheid|vertrekt|verliet|trad|stepped down|retired|joined|succeeded|volgt|who runs|"
    r"benoemd|appointed|elected|gekozen|gast\w*|guest|secretariaat|secretariat|manages|leidt|leads|"
    r"looks after|verzorgt|doet|co[öo]rdineert|contact)(?![\w-])",
    re.IGNORECASE,
)
# Who made something for the text or the occasion, wrote what is cited, or gave a room its name.
_BY = re.compile(
    r"\b(?:gemaakt door|geschreven door|ontworpen door|getekend door|made by|written by|designed "
    r"by|drawn by|painted by|edited by|proposal by|photo\w* (?:by|of)|foto['’]?s?(?: van)?|"
    r"beeldhouw\w+|"
    r"kunstenaar|schilder|dichter|sculptor|artist|author|auteur|schrijver|illustrat\w+|by|zie|see|"
    r"cabaretier|radiomaker|presentat(?:or|rice)|comedian|broadcaster|"
    r"zanger\w*|singer|muzikant|band|venue|genoemd naar|named after|wijlen|the late)"
    r"[: ]+(?:\w+ )?$",
    re.IGNORECASE,
)
# Who took the minutes, or was there before somebody else, is named in passing.
_IN_PASSING = re.compile(
    r"(?:\b(?:volgt|volgde|succeeds|succeeded|replaces|replaced|vervangt|verving|opvolg(?:er|"
    r"ster) van|"
    r"successor (?:of|to)|takes over from|took over from|predecessor,?|voorgang(?:er|ster),?) |"
    r"(?:^|[.;] ?)(?:verslag|notulen|notulist(?:e)?|minutes|notes|minutes taken)(?: by| door)?:? "
    r"?)$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\s*(?:['’]s\b|&|(?:Room|Zaal|Hall|Building|Huis|House|Street|straat|Prijs|Prize|Award|"
    r"Fonds|Fund|Foundation|Stichting|Lecture|School|College|Park|Tel)\b)"
)
_LONGEST = 1200


def read_named(document: Document, known: Known, found: Iterable[Finding]) -> Iterator[Finding]:
    """People of sentences that tell what somebody does; `found` is who is known already."""
    have = {fold(one.ref.name) for one in found
            if isinstance(one, FoundNode) and one.ref.kind == "Person"}  # fmt: skip
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.HEADING, BlockKind.NOTE) or any(
            ASIDE_HEADINGS.search(heading) for heading in block.path
        ):
            continue
        for person, start in _of_block(block, known):
            if fold(person.name) not in have:
                have.add(fold(person.name))
                place = document.locator(block, start, start + person.end - person.start)
                yield node("Person", person.name, place, GUESSED)


def _of_block(block: Block, known: Known) -> Iterator[tuple[PersonName, int]]:
    for sentence in sentences_of(block.text):
        text = sentence.text
        if len(text) > _LONGEST or not (_DOES.search(text) or mentions(text, known)):
            continue
        leaving = LEAVING.search(text) is not None
        for number, person in enumerate(people_in(text)):
            if (leaving and not number) or is_gone(text, person):
                continue  # who left is nobody any more
            before = text[: person.start]
            if not has_given_name(person.name) or known.find(person.name, PARTIES):
                continue
            if CREDITS.search(before) or _BY.search(before) or _IN_PASSING.search(before):
                continue
            if _THING.match(text, person.end):
                continue
            yield person, sentence.start + person.start
