"""Who belongs to what: members of groups and networks, tenants of a campus, founders, and which
project is part of which programme.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
from ledwerk.loaders.publication.partners.partner_sentences import ending_parties
from ledwerk.loaders.publication.partners.partners_found import activities_in


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase between two parties: `kind` goes from the left to the right, or back if turned."""

    kind: str
    pattern: re.Pattern[str]
    turned: bool = False


def _phrase(kind: str, pattern: str, *, turned: bool = False) -> _Phrase:
    return _Phrase(kind, re.compile(pattern, re.IGNORECASE), turned)


_ALSO = r"(?:\s+(?:ook|onder meer|onder andere|o\.a\.|also|currently|inmiddels))*\s*:?\s+"
_PHRASES = (
    _phrase("MEMBER_OF", r"\s+(?:(?:is|zijn|werd(?:en)?)\s+(?:ook\s+|sinds \d{4}\s+)?lid van|"
            r"(?:maakt|maken)\s+(?:ook\s+)?deel uit van|(?:is|zijn) aangesloten bij|"
            r"(?:is|are|became|become)\s+(?:also\s+)?(?:a\s+)?members?\s+of|belongs? to|"
            r"(?:is|are) part of)\s+"),
    _phrase("MEMBER_OF", rf"\b(?:leden|members)\s+(?:van|of)\s+(?P<whole>[^,.:;]{{2,70}}?)\s+"
            rf"(?:zijn|are|include|were){_ALSO}", turned=True),
    _phrase("MEMBER_OF", rf"\s+(?:heeft als leden|telt als leden|bestaat uit|verenigt|consists of|"
            rf"comprises|unites|is made up of|has as (?:its )?members){_ALSO}", turned=True),
    _phrase("TENANT_OF", r"\s+(?:(?:is|zijn)\s+(?:\w+\s+)?(?:gevestigd|gehuisvest|te vinden)\s+op|"
            r"(?:heeft|hebben)\s+zich\s+(?:\w+\s+)?gevestigd\s+op|(?:vestigt|vestigen|"
            r"vestigde[n]?) zich op|"
            r"(?:huurt|huren|betrok(?:ken)?|betrekt)\s+(?:\w+\s+){0,3}op|"
            r"(?:is|are)\s+(?:\w+\s+)?(?:based|located|housed|situated)\s+(?:at|on|in)|"
            r"(?:has|have)\s+(?:\w+\s+){0,3}(?:offices?|labs?|rooms|premises)\s+(?:at|on|in)|"
            r"moved\s+(?:in)?to|is verhuisd naar|zijn verhuisd naar|verhuisden? naar|"
            r"(?:is|are)\s+(?:a\s+)?tenants?\s+(?:of|at))\s+"),
    _phrase("FOUNDED", r"\s+(?:is|zijn|werd(?:en)?|was|were)\s+(?:in\s+(?P<year>(?:19|20)\d\d)\s+)?"
            r"(?:opgericht\s+door|founded\s+by|set up by|established by)\s+", turned=True),
)  # fmt: skip
_FOUNDED_NL = re.compile(
    r"^(?P<whole>[A-ZÀ-Þ].{1,80}?)\s+(?:is|werd)\s+(?:in\s+(?P<year>(?:19|20)\d\d)\s+)?door\s+"
    r"(?P<who>.+?)\s+(?:in\s+(?P<year2>(?:19|20)\d\d)\s+)?opgericht\b"
)
_CAMPUS = re.compile(r"campus|science ?park|tech(?:nology)? ?park|innovation park", re.IGNORECASE)
_SO_IS = re.compile(
    r",?\s+(?:and so (?:is|are)|evenals|net als|as (?:is|are|does))\s+", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:alle|all)\s+(?:(?:\w+|of)\s+){0,3}?(?:projecten|projects|pilots|proeven|initiatieven|"
    r"initiatives|schemes|fieldlabs|proeftuinen|verhalen|stories)\b.*\b(?:onder|deel|binnen|"
    r"part|"
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
    """Members, tenants and founders, and the programmes that projects are part of."""
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
                    yield from _clause(document, block, clause, activities)
                    yield from _parts(document, block, clause, owners, activities)


def _clause(
    document: Document, block: Block, clause: Stretch, activities: Activities
) -> Iterator[Finding]:
    place = document.locator(block, clause.start, clause.end)
    founded = _FOUNDED_NL.match(clause.text)
    if founded:
        year = founded["year"] or founded["year2"]
        yield from _ties(
            "FOUNDED",
            parties_in(founded["who"], prose=True),
            parties_in(founded["whole"]),
            place,
            year,
        )
        return
    for phrase in _PHRASES:
        for found in phrase.pattern.finditer(clause.text):
            groups = found.groupdict()
            after = parties_in(clause.text[found.end() :], prose=True)
            if groups.get("whole"):
                before = parties_in(groups["whole"])
            else:
                before = ending_parties(clause.text[: found.start()])
            if activities_in(clause.text[found.end() :][:80], activities.known):
                continue
            parts, wholes = (after, before) if phrase.turned else (before, after)
            if phrase.kind == "TENANT_OF":
                parts = (*parts, *_and_so(clause.text[found.end() :]))
            yield from _ties(phrase.kind, parts, wholes[:1], place, groups.get("year"))


def _and_so(text: str) -> tuple[Mention, ...]:
    """Those of whom the same is said: "… and so is B"."""
    parted = _SO_IS.split(text, maxsplit=1)
    return parties_in(parted[1], prose=True) if len(parted) > 1 else ()


def _ties(
    kind: str,
    parts: tuple[Mention, ...],
    wholes: tuple[Mention, ...],
    place: str,
    year: str | None,
) -> Iterator[Finding]:
    if len(wholes) != 1:
        return
    whole = wholes[0]
    if kind == "FOUNDED" and _MEANT.search(whole.ref.name):
        return
    if kind == "TENANT_OF" and not _CAMPUS.search(whole.ref.name):
        return
    target = Ref("Campus", whole.ref.name) if kind == "TENANT_OF" else whole.ref
    if kind == "MEMBER_OF" and (whole.generic or target.kind not in ("Organisation", "Group")):
        return
    for part in parts:
        if part.generic and kind != "FOUNDED":
            continue
        yield FoundNode(part.ref, place, IN_A_SENTENCE, (), part.aliases)
        yield FoundNode(target, place, IN_A_SENTENCE, (), whole.aliases)
        years = {"start": year} if year else {}
        yield tie(kind, part.ref, target, place, IN_A_SENTENCE, **years)


# Whoever is founded under such a name is looked for by those who know the publisher.
_MEANT = re.compile(
    r"^(?:(?:[Oo]nze|[Oo]ns|[Oo]ur|[Dd]eze|[Dd]it|[Tt]his|[Dd]e|[Hh]et|[Tt]he)\s+)?[a-zà-ÿ]+$|"
    r"^(?:[Oo]nze|[Oo]ns|[Oo]ur|[Dd]eze|[Dd]it|[Tt]his)\s|\sin \d{4}$",
)
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
