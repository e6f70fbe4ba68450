"""Who founded what: "Het platform is in 2009 opgericht door A, B en C", "A and B set up the X".

What was founded is the publisher, by its name, its word ("de stichting") or a pronoun; or another
party or group that the sentence names with the word for what it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledwerk.loaders.publication.activities.campuses import campuses_in
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref, tie
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.founding_words import (
    ACTIVE,
    BODY,
    NOUN,
    OUR,
    PASSIVE,
    PRONOUN,
    SAID,
    YEAR,
    as_written,
    without_adverbs,
)
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import Mention, initials_of, parties_in
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.partners.partner_cues import about_others
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name

_NOT = re.compile(r"\b(?:niet|geen|not|never|nooit)\b", re.IGNORECASE)
_LED_IN = re.compile(
    rf"^(?:(?:When|Toen|Since|Nadat|After)\s+|(?:[A-Za-zë]+\s+){{1,6}}(?:geleden|later|ago|"
    rf"earlier)[,]?\s+|[Ii]n\s+(?:\w+\s+)?{YEAR},?\s+|"
    r"(?:[Dd]at|[Tt]hat) (?:jaar|year),?\s+)"
)


def read_founders(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Who founded the publisher, or a party that the sentence names."""
    known = Known(found)
    publisher = publisher_of(document, known)
    campus: Ref | None = None
    text = "\n".join(block.text for block in document.blocks)
    for block in document.blocks:
        names = [name for name, _ in campuses_in(block.text)]
        campus = Ref("Campus", names[-1]) if names else campus
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        spoken = False
        subject: Ref | None = None
        for sentence in sentences_of(block.text):
            on_campus = campus if _OF_CAMPUS.search(sentence.text) else None
            meant = on_campus or publisher or subject
            yield from _founded(document, block, sentence, meant, known, spoken, text)
            told = _SUBJECT.match(sentence.text)
            named = _named(told["name"]) if told and publisher is None else None
            subject, spoken = (named or subject), spoken or named is not None
            spoken = spoken or bool(publisher and _names(sentence.text, publisher))


# "Blue Cluster is a non-profit association. Its founders were …"
_SUBJECT = re.compile(
    r"(?:The |De |Het )?(?P<name>[A-ZÀ-Þ][^,.;:()]{1,60}?)\s+(?:is|was|zijn|are)\s+"
    r"(?:an?|een|the|de|het)\b"
)


_OF_CAMPUS = re.compile(r"\b(?:[Dd]eze|[Dd]e|[Tt]his|[Tt]he|[Oo]ur|[Oo]nze)\s+(?:campus|park)\b")


def _names(text: str, publisher: Ref) -> bool:
    return publisher.name in text or text.startswith(("We ", "Wij "))


def _founded(
    document: Document,
    block: Block,
    sentence: Stretch,
    publisher: Ref | None,
    known: Known,
    spoken: bool,
    whole: str,
) -> Iterator[Finding]:
    text = " ".join(sentence.text.split())[:_LONGEST]
    if not SAID.search(text) or _NOT.search(text) or about_others(text):
        return
    bare, year = without_adverbs(text)
    for pattern in (*PASSIVE, *ACTIVE, *NOUN):
        match = pattern.search(bare)
        if not match:
            continue
        said = match.groupdict()
        what = meant(as_written(said.get("what") or ""), publisher, known, spoken)
        told = _LED_IN.sub("", as_written(said.get("who") or said.get("who2") or ""))
        who = [one for one in parties_told(told, whole, known) if one.ref != what]
        if what is None or not who:
            continue
        place = document.locator(block, sentence.start, sentence.end)
        yield FoundNode(what, place, IN_A_SENTENCE)
        for one in who:
            yield from _tied(_group_of(one, known), what, place, year)
        return


_LONGEST = 1_000  # signs of a sentence in which founders are looked for


def meant(what: str, publisher: Ref | None, known: Known, spoken: bool) -> Ref | None:
    """What is meant by what a sentence says was founded; None for a project or something else."""
    if publisher is not None and _is_publisher(what, publisher, spoken):
        return publisher
    bare = re.sub(r"^(?:[Tt]he|[Dd]e|[Hh]et)\s+", "", what)
    if not bare or known.find(bare, ACTIVITIES) or re.fullmatch(PRONOUN, what):
        return None
    if re.fullmatch(OUR, what):
        noun = bare.split()[-1]
        return known.only(noun, PARTIES) or known.ending(noun)
    return known.find(bare, PARTIES) or _named(bare)


def _is_publisher(what: str, publisher: Ref, spoken: bool) -> bool:
    """Whether it is the publisher: by no name at all, its word, a pronoun or part of its name."""
    if not what or re.fullmatch(OUR, what):
        return True
    if re.fullmatch(PRONOUN, what):
        return spoken or what in ("We", "Wij")
    ends = (what[at.start() :].lower() for at in re.finditer(r"\b[A-ZÀ-Þ]", what))
    name = publisher.name.lower()
    short = re.sub(r"^(?:[Tt]he|[Dd]e|[Hh]et) ", "", what).lower()
    letters = (one for one in initials_of(publisher.name) if what[-1:].isupper())
    if len(short) >= _SHORTEST and any(one.startswith(short) for one in letters):
        return True
    return any(end == name or (len(end) > _TELLING and end in name) for end in ends)


_SHORTEST = 3  # letters by which a publisher is called


_TELLING = 4  # letters of a name


def _named(text: str) -> Ref | None:
    """The one party that a text is the name of, where it has a word for a body."""
    named = parties_in(text) if _IS_BODY.search(text) else ()
    if len(named) != 1:
        return None
    ref = named[0].ref
    return Ref(ref.kind, text) if text.endswith(ref.name) else ref


_IS_BODY = re.compile(
    rf"\b{BODY}\b|\b(?:hub|academy|institute|instituut|academie|centre|center|centrum|b\.?v\.?|"
    r"cic|ltd|vzw|bureau|huis|lab|agency|agentschap|maatschappij)\b",
    re.IGNORECASE,
)


def _group_of(one: Mention, known: Known) -> Mention:
    """A group by the name that the text gives it alone: "de Zuid-Limburgse gemeenten"."""
    last = one.ref.name.split()[-1]
    there = known.find(last, _GROUPS) if one.ref.kind == "Group" else None
    return replace(one, ref=there) if there is not None else one


_GROUPS = frozenset({"Group"})
_ORGANISATIONS = frozenset({"Organisation", "Municipality"})


def _whole(mentions: tuple[Mention, ...], text: str, whole: str, known: Known) -> Iterator[Mention]:
    """Mentions, two of them as one where the text has them so again: "Argyle and Isles Council"."""
    skip = False
    for one, after in itertools.zip_longest(mentions, mentions[1:]):
        if skip:
            skip = False
            continue
        joined = text[one.start : after.end] if after is not None else ""
        again = " " not in one.ref.name and " and " in joined and whole.count(joined) > 1
        skip = again or (" " in joined and known.find(joined, _ORGANISATIONS) is not None)
        yield replace(one, ref=Ref("Organisation", joined), aliases=()) if skip else one


def parties_told(text: str, whole: str, known: Known) -> list[Mention]:
    """The parties of an enumeration that have a name, and are no people."""
    found = [
        one
        for one in _whole(parties_in(text, prose=True), text, whole, known)
        if not (bare_name(one.ref.name) and has_given_name(one.ref.name))
    ]
    # "de gemeenten A en B, scholen en bedrijven": those without a name are founders beside others.
    return found if any(not one.generic for one in found) else []


def _tied(one: Mention, what: Ref, place: str, year: str) -> Iterator[Finding]:
    yield FoundNode(one.ref, place, IN_A_SENTENCE, (), one.aliases)
    years = {"start": year} if year else {}
    yield tie("FOUNDED", one.ref, what, place, IN_A_SENTENCE, **years)
