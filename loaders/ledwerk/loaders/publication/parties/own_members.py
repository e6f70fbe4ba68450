"""Members of the publisher itself, which its text calls "we", "it", "the network".

new members are parties            Nieuw dit jaar zijn A en B; our members include A and B
parties joined                     A en B werden lid; A and B have joined the network
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.sentences import Stretch, clauses_of, sentences_of
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.parties.listed_members import listed_members
from ledwerk.loaders.publication.parties.member_frames import BODY, members_in
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.partners.partner_cues import turned_down
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name

_NEW = r"(?:[Nn]ew|[Nn]ieuwe?)"
_WHEN = r"(?:,? (?:since|this|in|last|sinds|dit|deze|per|vanaf|afgelopen|at)(?: [\w’']+){1,3}?)?"
_MEMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"\b(?:leden|members)\b[^.:;]{0,40}\b(?:onder wie|waaronder|among (?:them|"
            r"whom)|including)(?: [\w’'-]+){0,3}: (?P<who>.+)"
        ),
        (
            r"\b(?:became|become|werden|zijn|joined)\b[^.:;]{0,30}\b(?:members?|lid|us|ons)\b"
            r"[^.:;]{0,40}: (?P<who>.+)"
        ),
        (
            rf"^{_NEW}(?: (?:als lid|as members?|lid|leden|members?))?{_WHEN} (?:are|is|zijn):? "
            r"(?P<who>.+)"
        ),
        (
            rf"\b(?:[Oo]ur|[Oo]nze|[Tt]he|[Dd]e) (?:{_NEW} )?(?:members|leden){_WHEN} "
            r"(?:are|zijn|include|were):? (?P<who>.+)"
        ),
        (
            rf"\b{_NEW} (?:members|leden|lid|member){_WHEN}(?: (?:are|is|zijn|include))?:? "
            r"(?P<who>[A-Z].+)"
        ),
        (
            r"^(?P<who>.{3,400}?) (?:(?:has|have|is|zijn|was|were) )?(?:joined (?:us|our network|"
            rf"as (?:a )?(?:new )?members?|(?:the|our) {BODY})|became (?:a )?(?:new )?members?|"
            r"(?:werd|werden|wordt|worden) (?:\w+ )?lid|lid geworden|"
            r"(?:sloot|sloten) zich (?:bij ons )?aan|aangesloten bij ons|"
            r"(?:trad|traden) toe als lid)\b"
        ),
        (
            r"\b(?:[Ww]elcomed?|verwelkom(?:en|den|de)|begroeten|begroetten)(?: (?:we|wij|ons|as|"
            r"als|(?:new|nieuwe?) (?:members?|leden|lid)):?)* (?P<who>[A-Z].+?) (?:as|als) "
            r"(?:(?:a|our|onze) )?(?:new|nieuwe?)? ?(?:members?|leden|lid)\b"
        ),
    )
)
_OF_MEMBERS = re.compile(
    r"\b(?:members?|membership|leden|ledenlijst|aangeslotenen)\b", re.IGNORECASE
)
_LEAD = re.compile(r"^.*?\b(?:[Tt]his (?:year|autumn|spring)|[Dd]it (?:jaar|voorjaar|najaar)),? ")


def read_own_members(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who is a member of the publisher, by the sentences of its text."""
    known = Known(found)
    publisher = publisher_of(document, known)
    if publisher is None or publisher.kind != "Organisation":
        return
    yield from listed_members(document, publisher)
    for block in document.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        if any(known.headed(heading, ACTIVITIES) for heading in block.path):
            continue
        for sentence in sentences_of(block.text):
            for clause in clauses_of(sentence):
                yield from _joined(document, block, clause, publisher, known)


def _joined(
    document: Document, block: Block, clause: Stretch, publisher: Ref, known: Known
) -> Iterator[Finding]:
    around = f"{block.heading} {block.text}"
    if turned_down(clause.text):
        return
    place = document.locator(block, clause.start, clause.end)
    told: set[Ref] = set()
    for one in members_in(clause.text, around, publisher, known, known):
        told.add(one.ref)
        yield from _tied(one, publisher, place)
    if told or not _OF_MEMBERS.search(around):
        return
    for pattern in _MEMBERS:
        found = pattern.search(clause.text)
        if not found or known.find(found["who"], ACTIVITIES):
            continue
        for one in _parties(_LEAD.sub("", found["who"])):
            if one.ref != publisher:
                yield from _tied(one, publisher, place)
        return


def _parties(text: str) -> list[Mention]:
    """The parties of an enumeration that have a name, and are no people."""
    return [
        one
        for one in parties_in(text, prose=True)
        if not one.generic and not (bare_name(one.ref.name) and has_given_name(one.ref.name))
    ]


def _tied(one: Mention, publisher: Ref, place: str) -> Iterator[Finding]:
    yield FoundNode(one.ref, place, IN_A_SENTENCE, (), one.aliases)
    yield FoundNode(publisher, place, IN_A_SENTENCE)
    yield tie("MEMBER_OF", one.ref, publisher, place, IN_A_SENTENCE)
