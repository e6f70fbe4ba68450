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
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.partners.partner_cues import about_others
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.loaders.publication.people.person_names import bare_name

_BODY = (
    r"(?:\w{0,15}(?:stichting|vereniging|co[öo]peratie|alliantie|federatie|kring|club|netwerk|"
    r"platform|samenwerkingsverband|samenwerking|verband|bond|huis|raad|regio|unie|fonds|gilde|"
    r"overleg|partnership|foundation|association|network|alliance|federation|cluster|company|"
    r"organi[sz]ation|organisatie|consortium|council|trust|society|union|body|forum|"
    r"coalition|cooperative|group|groep|campus))"
)
_PRONOUN = r"(?:It|We|Zij|Wij|Ze|Het|Hij|it|het|haar|hem)"
_OUR = rf"(?:(?i:de|het|the|our|onze|ons|deze|dit|this)\s+(?i:{_BODY}))"
_YEAR = r"(?:19|20)\d\d"
_WHEN = (
    rf"(?:(?:back\s+)?in\s+(?:(?:[a-z]+|\d+)\s+)?(?P<{{0}}>{_YEAR})|"
    rf"op \d+ [a-z]+ (?P<{{0}}d>{_YEAR}))"
)
_MADE = (
    r"(?:founded|established|set up|started|created|formed|launched|opgericht|gesticht|gestart|"
    r"in het leven geroepen|opgezet|ge[iï]nitieerd)"
)
_BE = r"(?:was|were|is|zijn|werd|werden|has been)"
_TO = r"(?=\s+(?:to|om|voor|with the aim|met als doel|zodat|so that)\b|[.;,]|\s+[–—]|$)"


def _when(name: str) -> str:
    return rf"(?:\s+{_WHEN.format(name)})?"


# What was founded stands before, its founders behind "by".
_PASSIVE = (
    re.compile(
        rf"(?P<what>{_PRONOUN}|{_OUR}|(?:[Tt]he |[Dd]e |[Hh]et )?[A-ZÀ-Þ][^.;:]{{2,70}}?),?\s+"
        rf"(?:(?:that|which|die|"
        rf"dat)\s+)?(?:in\s+(?P<y0>{_YEAR})\s+)?{_BE}(?:\s+\w+)?{_when('y1')}\s+{_MADE}{_when('y2')}\s+"
        rf"(?:by|door|op initiatief van|at the initiative of)\s+(?P<who>.+)"
    ),
    re.compile(
        rf"(?P<what>{_PRONOUN}|{_OUR}|(?:[Tt]he |[Dd]e |[Hh]et )?[A-ZÀ-Þ][^.;:]{{2,70}}?)\s+{_BE}"
        rf"{_when('y1')}\s+door\s+(?P<who>[^.;]{{3,300}}?){_when('y2')}\s+{_MADE}\b"
    ),
    re.compile(
        rf"(?P<what>{_PRONOUN}|{_OUR}|(?:[Tt]he |[Dd]e |[Hh]et )?[A-ZÀ-Þ][^.;:,]{{2,70}}?),\s+"
        rf"{_MADE}{_when('y1')}\s+(?:by|door)\s+(?P<who>[^.;]{{3,300}}?),\s+(?=[a-z]+[ .])"
    ),
    re.compile(
        rf"^[Ii]n\s+(?P<y1>{_YEAR})\s+{_BE}\s+(?P<what>{_OUR}|[A-ZÀ-Þ][^.;:]{{2,70}}?)\s+"
        rf"(?:door\s+(?P<who>[^.;]{{3,300}}?)\s+{_MADE}|{_MADE}\s+door\s+(?P<who2>.+))"
    ),
)
_SUB = r"\b(?:[Tt]oen|[Nn]adat|[Ss]inds|[Oo]mdat|[Dd]at)\s+"
_SET_UP = (
    r"(?:oprichtten|stichtten|opzetten|begonnen|startten|in het leven riepen|"
    r"(?:hebben|hadden) opgericht|opgericht (?:hebben|hadden))\b"
)
# The founders do it.
_ACTIVE = (
    re.compile(
        rf"\b(?:hebben|heeft|had|hadden)\s+(?P<who>[^.;:]{{3,400}}?)\s+(?:samen\s+)?(?:in\s+"
        rf"(?P<y1>{_YEAR})\s+)?(?P<what>{_OUR}|(?:het|de|Stichting|Vereniging)\s+[A-ZÀ-Þ][^.;:,]"
        rf"{{2,60}}?)\s+(?:in\s+(?P<y2>{_YEAR})\s+)?(?:opgericht|gesticht|in het leven geroepen)\b"
    ),
    re.compile(
        rf"(?P<who>[^.;:]{{3,300}}?)\s+(?:together\s+|jointly\s+|samen\s+)?(?:founded|established|"
        rf"set up|created|formed|started|launched)\s+"
        rf"(?P<what>{_OUR}|(?:the\s+)?[A-ZÀ-Þ][^.;:,]{{2,70}}?){_when('y1')}{_TO}"
    ),
    re.compile(
        rf"^[Ii]n\s+(?P<y1>{_YEAR}),?\s+(?P<who>[^.;:]{{3,300}}?)\s+(?:founded|established|set up|"
        rf"created|formed)\s+(?P<what>{_OUR}|(?:the\s+)?[A-ZÀ-Þ][^.;:,]{{2,70}}?){_TO}"
    ),
    re.compile(
        rf"^[Ii]n\s+(?P<y1>{_YEAR})\s+(?:richtten|stichtten|begonnen|riepen)\s+"
        rf"(?P<who>[^.;:]{{3,300}}?)\s+(?P<what>{_OUR}|"
        rf"(?:Vereniging|Stichting) [A-ZÀ-Þ][^.;:,]{{2,60}}?)\s+(?:op|in het leven)\b"
    ),
    re.compile(
        rf"(?P<who>[^.;:]{{3,300}}?)\s+(?:richtten|stichtten|riepen)(?:\s+in\s+(?P<y1>{_YEAR}))?\s+"
        rf"(?:samen\s+)?(?P<what>{_OUR}|"
        rf"[A-ZÀ-Þ][^.;:,]{{2,60}}?)(?:\s+in\s+(?:[a-z]+\s+)?(?P<y2>{_YEAR}))?\s+"
        rf"(?:op|in het leven)\b"
    ),
    # Within a sentence, the verb comes last: "Toen A en B in 2018 de stichting oprichtten, …".
    re.compile(
        rf"{_SUB}(?P<who>[^.;:]{{3,300}}?)\s+in\s+(?:[a-z]+\s+)?(?P<y1>{_YEAR})\s+(?:samen\s+)?"
        rf"(?P<what>{_OUR}|(?:(?:de|het)\s+)?[A-ZÀ-Þ][^.;:,\d]{{2,60}}?)\s+{_SET_UP}"
    ),
    re.compile(
        rf"{_SUB}(?P<who>[^.;:]{{3,300}}?)\s+(?P<what>{_OUR})"
        rf"(?:\s+in\s+(?:[a-z]+\s+)?(?P<y1>{_YEAR}))?\s+{_SET_UP}"
    ),
    re.compile(
        rf"^(?P<who>[^.;:]{{3,300}}?)\s+(?:begonnen|startten|richtten)\s+(?P<what>het|haar|hem)\s+"
        rf"(?:(?:toen|destijds|samen|ooit)\s+)?(?:in\s+(?:[a-z]+\s+)?(?P<y1>{_YEAR})\b|met|op\b|samen)"
    ),
    re.compile(
        rf"^(?P<who>[^.;:]{{3,300}}?)\s+(?:founded|established|created|formed|set)\s+(?P<what>it)\s+"
        rf"(?:up\s+)?(?:together|jointly|between them|in\s+(?P<y1>{_YEAR}))\b"
    ),
    re.compile(
        r"(?:tekenden|ondertekenden|signed|passeerden)\s+(?P<who>[^.;:]{3,300}?)\s+(?:de|the)\s+"
        r"(?:oprichtingsakte|stichtingsakte|akte van oprichting|deed of foundation|founding "
        rf"(?:deed|charter))\s+(?:van|of)\s+(?P<what>{_OUR}|(?:de |the )?[A-ZÀ-Þ][^.;:,]{{2,70}})"
    ),
)
# A noun says who they are.
_NOUN = (
    re.compile(
        rf"(?:(?:[Mm]ede-?)?[Oo]prichters|(?:[Cc]o-?)?[Ff]ounders|[Ff]ounding (?:members|partners|"
        rf"parties|fathers)|[Ss]tichters|[Gg]rondleggers|[Oo]prichtende (?:leden|partners|"
        rf"partijen))"
        rf"(?:\s+(?:van|of)\s+(?P<what>{_OUR}|[A-ZÀ-Þ][^.;:,]{{2,60}}?))?"
        rf"(?:,?\s+(?:at the end of|in|uit|eind)\s+(?P<y1>{_YEAR}),?)?\s*(?:zijn|waren|are|were|"
        rf"include[sd]?|:)\s+(?:the companies\s+|de bedrijven\s+|onder meer\s+)?(?P<who>.+)"
    ),
    re.compile(
        rf"(?P<who>[^.;:]{{3,300}}?)\s+(?:zijn|waren|are|were)\s+(?:de|the|onze|our)\s+"
        rf"(?:oprichters|founders|founding (?:members|partners)|stichters|grondleggers)"
        rf"(?:\s+(?:van|of)\s+(?P<what>{_OUR}|[A-ZÀ-Þ][^.;:,]{{2,60}}?))?"
        rf"(?:\s+in\s+(?P<y1>{_YEAR}))?[.;,]"
    ),
    re.compile(
        rf"(?P<who>[^.;:]{{3,300}}?)\s+stonden\s+(?:in\s+(?P<y1>{_YEAR})\s+)?"
        rf"aan de (?:wieg|basis) van\s+"
        rf"(?P<what>{_OUR}|[A-ZÀ-Þ][^.;:,]{{2,60}})"
    ),
)
_NOT = re.compile(r"\b(?:niet|geen|not|never|nooit)\b", re.IGNORECASE)
_LED_IN = re.compile(
    rf"^(?:(?:When|Toen|Since|Nadat|After)\s+|(?:[A-Za-zë]+\s+){{1,6}}(?:geleden|later|ago|"
    rf"earlier)[,]?\s+|[Ii]n\s+(?:\w+\s+)?{_YEAR},?\s+|"
    r"(?:[Dd]at|[Tt]hat) (?:jaar|year),?\s+)"
)
_AFTER_YEAR = re.compile(rf"\b[Ii]n\s+(?:[a-z]+\s+)?(?P<year>{_YEAR})\b")


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
    if not _SAID.search(text) or _NOT.search(text) or about_others(text):
        return
    for pattern in (*_PASSIVE, *_ACTIVE, *_NOUN):
        match = pattern.search(text)
        if not match:
            continue
        said = match.groupdict()
        what = meant((said.get("what") or "").strip(), publisher, known, spoken)
        who = _parties(_LED_IN.sub("", said.get("who") or said.get("who2") or ""), whole)
        who = [one for one in who if one.ref != what]
        if what is None or not who:
            continue
        years = [said.get(key) for key in ("y0", "y1", "y1d", "y2", "y2d") if said.get(key)]
        near = _AFTER_YEAR.search(text)
        year = years[0] if years else near["year"] if near else ""
        place = document.locator(block, sentence.start, sentence.end)
        yield FoundNode(what, place, IN_A_SENTENCE)
        for one in who:
            yield from _tied(_group_of(one, known), what, place, year or "")
        return


_LONGEST = 1_000  # signs of a sentence in which founders are looked for
_SAID = re.compile(
    rf"\b(?:{_MADE}|richtten|oprichtten|stichtten|riepen|begonnen|startten|opzetten|oprichters|founders|founding|stichters|grondleggers|"
    r"oprichtingsakte|stichtingsakte|akte van oprichting|aan de (?:wieg|basis) van)\b",
    re.IGNORECASE,
)


def meant(what: str, publisher: Ref | None, known: Known, spoken: bool) -> Ref | None:
    """What is meant by what a sentence says was founded; None for a project or something else."""
    if publisher is not None and _is_publisher(what, publisher, spoken):
        return publisher
    bare = re.sub(r"^(?:[Tt]he|[Dd]e|[Hh]et)\s+", "", what)
    if not bare or known.find(bare, ACTIVITIES) or re.fullmatch(_PRONOUN, what):
        return None
    if re.fullmatch(_OUR, what):
        noun = bare.split()[-1]
        return known.only(noun, PARTIES) or known.ending(noun)
    return known.find(bare, PARTIES) or _named(bare)


def _is_publisher(what: str, publisher: Ref, spoken: bool) -> bool:
    """Whether it is the publisher: by no name at all, its word, a pronoun or part of its name."""
    if not what or re.fullmatch(_OUR, what):
        return True
    if re.fullmatch(_PRONOUN, what):
        return spoken or what in ("We", "Wij")
    ends = (what[at.start() :].lower() for at in re.finditer(r"\b[A-ZÀ-Þ]", what))
    name = publisher.name.lower()
    return any(end == name or (len(end) > _TELLING and end in name) for end in ends)


_TELLING = 4  # letters of a name


def _named(text: str) -> Ref | None:
    """The one party that a text is the name of, where it has a word for a body."""
    named = parties_in(text) if _IS_BODY.search(text) else ()
    if len(named) != 1:
        return None
    ref = named[0].ref
    return Ref(ref.kind, text) if text.endswith(ref.name) else ref


_IS_BODY = re.compile(
    rf"\b{_BODY}\b|\b(?:hub|academy|institute|instituut|academie|centre|center|centrum|b\.?v\.?|"
    r"cic|ltd|vzw|bureau|huis|lab|agency|agentschap|maatschappij)\b",
    re.IGNORECASE,
)


def _group_of(one: Mention, known: Known) -> Mention:
    """A group by the name that the text gives it alone: "de Zuid-Limburgse gemeenten"."""
    last = one.ref.name.split()[-1]
    there = known.find(last, _GROUPS) if one.ref.kind == "Group" else None
    return replace(one, ref=there) if there is not None else one


_GROUPS = frozenset({"Group"})


def _whole(mentions: tuple[Mention, ...], text: str, whole: str) -> Iterator[Mention]:
    """Mentions, two of them as one where the text has them so again: "Argyle and Isles Council"."""
    skip = False
    for one, after in itertools.zip_longest(mentions, mentions[1:]):
        if skip:
            skip = False
            continue
        joined = text[one.start : after.end] if after is not None else ""
        skip = " " not in one.ref.name and " and " in joined and whole.count(joined) > 1
        yield replace(one, ref=Ref("Organisation", joined), aliases=()) if skip else one


def _parties(text: str, whole: str) -> list[Mention]:
    """The parties of an enumeration that have a name, and are no people."""
    found = [
        one
        for one in _whole(parties_in(text, prose=True), text, whole)
        if not (bare_name(one.ref.name) and has_given_name(one.ref.name))
    ]
    # "de gemeenten A en B, scholen en bedrijven": those without a name are founders beside others.
    return found if any(not one.generic for one in found) else []


def _tied(one: Mention, what: Ref, place: str, year: str) -> Iterator[Finding]:
    yield FoundNode(one.ref, place, IN_A_SENTENCE, (), one.aliases)
    years = {"start": year} if year else {}
    yield tie("FOUNDED", one.ref, what, place, IN_A_SENTENCE, **years)
