"""Who takes part in which project or programme, by the phrases, lists and labels of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ledwerk.loaders.publication.activity_found import Activities, Activity
from ledwerk.loaders.publication.activity_names import PROJECT
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import (
    IN_A_LIST,
    IN_A_SENTENCE,
    Finding,
    FoundNode,
    Ref,
    node,
    tie,
)
from ledwerk.loaders.publication.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.labels import labelled
from ledwerk.loaders.publication.names_found import (
    LEAD,
    PARTICIPANT,
    PARTNER,
    Mention,
    parties_in,
)
from ledwerk.loaders.publication.partner_cues import never_came_about, turned_down
from ledwerk.loaders.publication.partner_parts import role_announced, role_of_part
from ledwerk.loaders.publication.partner_sentences import Partnered, parties_said
from ledwerk.loaders.publication.sections import Section, is_list
from ledwerk.loaders.publication.sentences import Stretch, clauses_of, sentences_of
from ledwerk.schema.names import fold


@dataclass(frozen=True, slots=True)
class Partnership:
    """A party in an activity, in a role, with where that is said and how sure it is."""

    mention: Mention
    activity: Ref
    role: str
    locator: str
    confidence: float


@dataclass(slots=True)
class Partners:
    """What is found of who takes part; `gone` are the pairs that the text takes back."""

    found: list[Partnership] = field(default_factory=list)
    known: Known = field(default_factory=Known)
    gone: set[tuple[str, Ref]] = field(default_factory=set)
    common: frozenset[str] = frozenset()  # words that the text writes small somewhere

    def add(
        self, mention: Mention, activities: tuple[Ref, ...], role: str, place: str, sure: float
    ) -> None:
        """Take a party into activities; one that is named as out of them is remembered as such."""
        self.known.add(mention.ref, *mention.aliases)
        for activity in activities:
            if mention.out:
                self.gone.add((mention.ref.name, activity))
            else:
                self.found.append(Partnership(mention, activity, role, place, sure))


def partners_of(document: Document, activities: Activities, made: Partners) -> None:
    """Add all partnerships that a document states in running text, lists and labels."""
    made.common = _small_words(document)
    spoken = [section for section in activities.sections if not section.silent]
    for section in spoken:
        _section(document, section, activities, made)
    for section in spoken:
        _take_back(section, activities, made)


def _small_words(document: Document) -> frozenset[str]:
    return frozenset(word for block in document.blocks for word in _SMALL_WORD.findall(block.text))


_SMALL_WORD = re.compile(r"(?<![\w.@-])[a-zà-ÿ]{3,}(?![\w@-])")


def findings_of(partners: Partners) -> Iterator[Finding]:
    """The parties and their partnerships; a lead is no second partner."""
    leads = {(p.mention.ref, p.activity) for p in partners.found if p.role == LEAD}
    for one in partners.found:
        ref = one.mention.ref
        if _is_gone(partners, one):
            continue
        yield from party_findings(one.mention, one.locator, one.confidence)
        role = one.role
        if (ref, one.activity) in leads:
            role = LEAD
        yield tie("PARTNER_IN", ref, one.activity, one.locator, one.confidence, role=role)


def party_findings(mention: Mention, locator: str, confidence: float) -> Iterator[Finding]:
    """A party, where it is, and who it consists of."""
    ref = mention.ref
    yield FoundNode(ref, locator, confidence, (), mention.aliases)
    if mention.place:
        yield node("Place", mention.place, locator, confidence)
        yield tie("LOCATED_IN", ref, Ref("Place", mention.place), locator, confidence)
    for member in mention.members:
        yield FoundNode(member, locator, confidence)
        yield tie("MEMBER_OF", member, ref, locator, confidence)


def _is_gone(partners: Partners, one: Partnership) -> bool:
    return any((name, one.activity) in partners.gone for name in (one.mention.ref.name,))


def _section(document: Document, section: Section, activities: Activities, made: Partners) -> None:
    owners = activities.of_heading(section.topic)
    role = role_of_part(section.part) if section.part else ""
    last: tuple[Ref, ...] = owners
    listing = ""
    for block in section.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        if listing and (owners or last) and block.kind is BlockKind.ITEM:
            _list(document, block, owners or last, listing, activities, made)
            continue
        listing = role_announced(block.text)
        if role and owners and _lists(block):
            _list(document, block, owners, role, activities, made)
            continue
        last = _block(document, block, owners or last, activities, made)


def _lists(block: Block) -> bool:
    """Whether a block under a heading such as "Partners" is a list, and no talk about them."""
    if block.kind is BlockKind.ITEM or is_list(block):
        return True
    sentences = [*sentences_of(block.text)]
    return len(sentences) == 1 or not parties_said(sentences[0].text).mentions


def _list(
    document: Document,
    block: Block,
    owners: tuple[Ref, ...],
    role: str,
    activities: Activities,
    made: Partners,
) -> None:
    """Every party in a block that lists them, sentence by sentence or line by line."""
    said = [*labelled(block)]
    if said:
        _labels(document, block, owners, activities, made)
        return
    for stretch in _lines(block):
        if turned_down(stretch.text):
            continue
        cut = _after_cue(stretch.text)
        for mention in parties_in(stretch.text[cut:], prose=cut > 0):
            start = stretch.start + cut + mention.start
            place = document.locator(block, start, start + mention.end - mention.start)
            made.add(mention, owners, mention.role or role, place, IN_A_LIST)


def _after_cue(text: str) -> int:
    """Where the list begins in "Partners zijn A en B" under a heading that says so already."""
    said = parties_said(text)
    return said.begin if said.mentions else 0


def _lines(block: Block) -> Iterator[Stretch]:
    """The entries of a list of lines, or the first sentence of a paragraph and those like it."""
    if not is_list(block):
        yield from sentences_of(block.text)
        return
    begin = 0
    for line, after in zip(block.lines, [*block.lines[1:], None], strict=True):
        if after is None or (line.broken and not after.text[:1].islower()):
            end = after.offset if after else len(block.text)
            yield Stretch(block.text[begin:end].strip(), begin)
            begin = end


def _labels(
    document: Document,
    block: Block,
    owners: tuple[Ref, ...],
    activities: Activities,
    made: Partners,
) -> None:
    said = [*labelled(block)]
    for one in said:
        if one.meaning == "project" and len(said) > 1 and one.value[:1].isupper():
            place = document.locator(block, one.start, one.start + len(one.value))
            owners = (activities.add(Activity(Ref(PROJECT, one.value), place, IN_A_LIST)),)
    for one in said:
        if one.meaning not in (LEAD, PARTNER, PARTICIPANT):
            continue
        value = _before_name(block, one.value, one.start, activities)
        for sentence in sentences_of(value):
            if turned_down(sentence.text):
                continue
            for mention in parties_in(sentence.text):
                start = one.start + sentence.start + mention.start
                place = document.locator(block, start, start + mention.end - mention.start)
                made.add(mention, owners, mention.role or one.meaning, place, IN_A_LIST)


def _before_name(block: Block, value: str, start: int, activities: Activities) -> str:
    """A label's value up to a line that begins with an activity's name: a sentence about it."""
    for line in block.lines:
        inside = start < line.offset < start + len(value)
        if inside and activities.known.longest_at(block.text, line.offset, ACTIVITIES):
            return value[: line.offset - start]
    return value


def _block(
    document: Document,
    block: Block,
    owners: tuple[Ref, ...],
    activities: Activities,
    made: Partners,
) -> tuple[Ref, ...]:
    """Read a block's labels and sentences; returns what it was about in the end."""
    topic = owners
    before: tuple[Mention, ...] = ()
    for sentence in sentences_of(block.text):
        for clause in clauses_of(sentence):
            named = activities_in(clause.text, activities.known)
            if named:
                topic = named
            if never_came_about(sentence.text):
                continue
            if turned_down(sentence.text if clause.start == sentence.start else clause.text):
                continue
            said = parties_said(clause.text, before)
            if not said.mentions and named:
                said = _in_it(clause.text, named, activities)
            _say(document, block, clause, said, topic, activities, made)
        before = parties_said(sentence.text).subjects
    _labels(document, block, topic or owners, activities, made)
    return topic


def _say(
    document: Document,
    block: Block,
    clause: Stretch,
    said: Partnered,
    topic: tuple[Ref, ...],
    activities: Activities,
    made: Partners,
) -> None:
    named = [mention for mention, _ in said.mentions if not _is_common(mention, made)]
    for mention, role in said.mentions:
        if _is_common(mention, made) or (mention.generic and len(named) < _FEWEST_NAMED):
            continue
        if activities.known.find(mention.ref.name, ACTIVITIES):
            continue
        if _is_own(document, clause.text[: mention.start], mention):
            continue
        start = clause.start + max(mention.start, 0)
        end = clause.start + max(mention.end, 0)
        place = document.locator(block, start, end)
        made.add(mention, topic, mention.role or role, place, IN_A_SENTENCE)


_OWN = re.compile(
    r"\b(?:project|programma|programme) (?:van|of|by)\s+(?:de |het |the )?$", re.IGNORECASE
)


def _is_own(document: Document, before: str, mention: Mention) -> bool:
    """Whether "een project van X" only says that it is one of the publisher's own."""
    own = document.publisher.lower()
    return bool(own and _OWN.search(before)) and mention.ref.name.lower() in own


_IN = re.compile(
    r"^(?:in|binnen|aan|voor|within|under|through|for)\s+(?:het |de |the )?", re.IGNORECASE
)
_BEHIND_NAME = re.compile(
    r"(?:\s+(?:project|programma|programme|pilot))?(?:,\s*|\s+[a-zë]{3,}(?:t|en|de|den|te|ten)\s+)"
)


def _in_it(text: str, named: tuple[Ref, ...], activities: Activities) -> Partnered:
    """Who does something in an activity that a clause begins with: "In X, A and B offer …"."""
    lead_in = _IN.match(text)
    at = activities.known.longest_at(text, lead_in.end(), ACTIVITIES) if lead_in else None
    behind = _BEHIND_NAME.match(text, at[1]) if at and at[0] in named else None
    if not behind:
        return Partnered()
    found = tuple(
        (replace(one, start=one.start + behind.end(), end=one.end + behind.end()), PARTNER)
        for one in parties_in(text[behind.end() :], prose=True)
        if not one.generic
    )
    return Partnered(found, listed=True) if len(found) > 1 else Partnered()


_FEWEST_NAMED = 2


def _is_common(mention: Mention, made: Partners) -> bool:
    """Whether a party in a sentence is only a common noun: "Studenten", "bedrijven"."""
    name = mention.ref.name
    if mention.generic:
        return fold(name) not in _PUBLIC and not fold(name).endswith(_PUBLIC_ENDS)
    return " " not in name and name.lower() in made.common


_PUBLIC = ("provincie", "province", "rijk")
_PUBLIC_ENDS = ("gemeenten", "municipalities", "ministeries", "provincies", "waterschappen")


def activities_in(text: str, known: Known) -> tuple[Ref, ...]:
    """The activities that a text names, in its order."""
    refs: list[Ref] = []
    at = 0
    while at < len(text):
        begins = at == 0 or not text[at - 1].isalnum()
        found = known.longest_at(text, at, ACTIVITIES) if begins and text[at].isalnum() else None
        if found and any(sign.isupper() for sign in text[at : found[1]]):
            if found[0] not in refs:
                refs.append(found[0])
            at = found[1]
        else:
            at += 1
    return tuple(refs)


def _take_back(section: Section, activities: Activities, made: Partners) -> None:
    """Parties that a clause names as not or no longer taking part."""
    owners = activities.of_heading(section.topic)
    for block in section.blocks:
        topic = owners
        for sentence in sentences_of(block.text):
            topic = activities_in(sentence.text, activities.known) or topic
            clauses = clauses_of(sentence)
            for clause in clauses:
                if not turned_down(clause.text):
                    continue
                for ref in _known_in(clause.text, made.known):
                    made.gone.update((ref.name, activity) for activity in topic)


def _known_in(text: str, known: Known) -> Iterator[Ref]:
    at = 0
    while at < len(text):
        begins = at == 0 or not text[at - 1].isalnum()
        found = known.longest_at(text, at, PARTIES) if begins and text[at].isalnum() else None
        if found and any(sign.isupper() for sign in text[at : found[1]]):
            yield found[0]
            at = found[1]
        else:
            at += 1
