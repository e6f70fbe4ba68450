"""Which project is part of which programme, and members of a group by a heading or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from ledwerk.loaders.publication.activities.activity_found import Activities
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    GATHERED,
    IN_A_LIST,
    IN_A_SENTENCE,
    Finding,
    FoundNode,
    Ref,
    tie,
)
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import Stretch, clauses_of, sentences_of
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.parties.party_words import GENERIC_PLURAL
from ledwerk.loaders.publication.partners.partner_cues import turned_down
from ledwerk.loaders.publication.partners.partners_found import activities_in

_ALL = re.compile(
    r"\b(?:alle|all)\s+(?:(?:\w+|of)\s+){0,3}?(?:projecten|projects|pilots|proeven|initiatieven|"
    r"initiatives|schemes|fieldlabs|proeftuinen|verhalen|stories)\b.*\b(?:onder|deel|binnen|part|"
    r"under|within|belong\w*|hoort|horen|behoren)\b",
    re.IGNORECASE,
)
# "De drie verhalen hierboven horen bij X", "The projects on these pages are part of X".
_ABOVE = re.compile(
    r"\b(?:projecten|projects|pilots|proeven|initiatieven|initiatives|schemes|verhalen|stories|"
    r"artikelen|articles|voorbeelden|examples)\s+(?:hierboven|hiervoor|above|(?:op|on) (?:deze|de "
    r"vorige|these|the previous) (?:pagina['’]?s?|bladzijden|pages?)|(?:in|uit) dit nummer|in this "
    r"issue|described so far)\b[^.;]*\b(?:onder|deel|binnen|part|under|within|belong|hoort|horen|"
    r"behoren|bij)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:onderdeel van|deel uit van|valt onder|vallen onder|binnen|in het kader van|uit|"
    r"part of|under|within|as part of|belongs? to|funded through|component of)\s+"
    r"(?:het\s+|de\s+|the\s+|ons\s+|our\s+)?(?:programma\s+|programme\s+)?[\"“‘]?$",
    re.IGNORECASE,
)


_IN_IT = re.compile(
    r"\b(?:(?:binnen|onder|in|van|within|under|in|of|part of) (?:het|dit|ons|the|this|our) "
    r"(?:programma|programme|program)|hieronder vallen|hierbinnen|daaronder vallen)\b(?! van\b)",
    re.IGNORECASE,
)


def read_memberships(document: Document, activities: Activities) -> Iterator[Finding]:
    """Members by headings, and the programmes that projects are part of."""
    for section in activities.sections:
        if section.silent:
            continue
        yield from _headed_members(document, section)
        owners = activities.of_heading(section.topic)
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                continue
            for sentence in sentences_of(block.text):
                for clause in clauses_of(sentence):
                    if turned_down(clause.text):
                        continue
                    yield from _parts(document, block, clause, owners, activities)


_FEWEST = 3


def _headed_members(document: Document, section: Section) -> Iterator[Finding]:
    """A list of parties under a heading for such parties: "Gemeenten" over fifteen of them."""
    heading = section.heading
    if heading is None or not GENERIC_PLURAL.fullmatch(heading.text.strip(" :")):
        return
    found: list[tuple[Mention, str]] = []
    for block in section.blocks:
        if any(len(parties_in(line.text)) != 1 for line in block.lines):
            continue
        for line in block.lines:
            mentions = parties_in(line.text)
            place = document.locator(block, line.offset, line.offset + max(len(line.text), 1))
            found += [(mention, place) for mention in mentions if not mention.generic]
    if len(found) < _FEWEST:
        return
    group = Ref("Group", heading.text.strip(" :"))
    yield FoundNode(group, document.locator(heading), IN_A_LIST)
    for mention, place in found:
        yield FoundNode(mention.ref, place, IN_A_LIST, (), mention.aliases)
        yield tie("MEMBER_OF", mention.ref, group, place, IN_A_LIST)


def _parts(
    document: Document,
    block: Block,
    clause: Stretch,
    owners: tuple[Ref, ...],
    activities: Activities,
) -> Iterator[Finding]:
    """A project that a clause says is part of a programme."""
    named = activities_in(clause.text, activities.known)
    above = [ref for ref in owners if ref.kind == "Programme"]
    if len(above) == 1 and above[0] not in named and _IN_IT.search(clause.text):
        place = document.locator(block, clause.start, clause.end)
        for part in (ref for ref in named if ref.kind == "Project"):
            yield tie("PART_OF", part, above[0], place, IN_A_SENTENCE)
    programmes = [ref for ref in named if ref.kind == "Programme"]
    if len(programmes) == 1 and _ABOVE.search(clause.text):
        place = document.locator(block, clause.start, clause.end)
        for part in _told_above(document, block, activities):
            yield tie("PART_OF", part, programmes[0], place, IN_A_SENTENCE)
        return
    if len(programmes) == 1 and _ALL.search(clause.text):
        place = document.locator(block, clause.start, clause.end)
        everything = {one.ref for one in activities.found if one.ref.kind == "Project"}
        for part in sorted(everything, key=lambda ref: ref.name):
            yield tie("PART_OF", part, programmes[0], place, IN_A_SENTENCE)
        return
    for whole in programmes:
        at = clause.text.lower().find(whole.name.lower())
        if at < 0 or not _PART.search(clause.text[:at]):
            continue
        before = [
            r for r in named if r != whole and 0 <= clause.text.lower().find(r.name.lower()) < at
        ]
        after = [r for r in named if r not in (whole, *before)]
        parts = before or after or [ref for ref in owners if ref != whole]
        place = document.locator(block, clause.start, clause.end)
        for part in parts:
            yield tie("PART_OF", part, whole, place, IN_A_SENTENCE)


def _told_above(document: Document, block: Block, activities: Activities) -> tuple[Ref, ...]:
    """The projects that the text before a block names."""
    before = takewhile(lambda one: one is not block, document.blocks)
    named = (ref for one in before for ref in activities_in(one.text, activities.known))
    return tuple(dict.fromkeys(ref for ref in named if ref.kind == "Project"))


_OF_CAMPUSES = re.compile(r"(?P<first>.+?)\s+(?:campussen|campuses)$", re.IGNORECASE)


def members_by_name(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Campuses that a group is named after: "X Chemistry Campus" is one of the "X campuses"."""
    nodes = [one for one in findings if isinstance(one, FoundNode)]
    groups = {one.ref for one in nodes if one.ref.kind == "Group"}
    for group in sorted(groups, key=lambda ref: ref.name):
        named = _OF_CAMPUSES.match(group.name)
        first = f"{named['first']} ".lower() if named else ""
        seen: set[Ref] = set()
        for one in nodes:
            if first and one.ref.kind == "Campus" and one.ref.name.lower().startswith(first):
                if one.ref not in seen:
                    yield tie("MEMBER_OF", one.ref, group, one.locator, GATHERED)
                seen.add(one.ref)
