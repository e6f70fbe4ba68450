"""Where a clause names parties, projects and people: what the frames of sentences are laid over.

A list such as "Tauw, de gemeente Ede en De Pers" is one span with three parties. Which of them
takes part in something is not told here, only where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.names_found import Mention, is_capital, parties_in
from ledwerk.loaders.publication.party_words import (
    DESCRIPTOR,
    GENERIC_PLURAL,
    NAME_HEADS,
    PLURAL_HEADS,
)
from ledwerk.loaders.publication.person_names import is_surely, person_at

PARTY, ACTIVITY, PERSON, OTHER = "party", "activity", "person", "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a clause that names something: parties, an activity or a person."""

    kind: str
    start: int
    end: int
    mentions: tuple[Mention, ...] = ()


# Words that sentences begin with, which no party is called by alone.
_OPENERS = """
    aan aangesloten aldus alle allemaal allereerst als andere anders april augustus begin behalve
    beide bij bijna binnen boven bovendien buiten daar daaraan daarbij daardoor daarin daarmee
    daarna daarnaast daarom daarop daartoe daarvan daarvoor dan dankzij dat de december deelnemende
    deelnemers dergelijke deze die dit doel doordat drie dus dwars een eerder eerst eind eindelijk
    elk elke en er eraan erin erbij februari gezamenlijk graag haar halverwege hebben heel het hier
    hieraan hierbij hierdoor hierin hiermee hiernaast hiervoor hij hoe hoewel hun ieder iedere
    immers in inmiddels intussen inzet jaarlijks januari jij juist juli juni kortom later lokale
    maar maart maandag dinsdag woensdag donderdag vrijdag zaterdag zondag medio meer mei men met
    midden mijn mocht na naar naast namens natuurlijk nadat net niet nieuw nieuwe nog november nu
    oktober om omdat onder ondertussen ongeveer onlangs ons onze ook op over overigens partner
    partners per projecten samen samenwerking september sinds soms steeds straks tal te tegelijk
    ten tenslotte terwijl tevens tijdens toch toen tot totdat trekker trekkers tussen twee uit
    uiteindelijk vanaf vandaag vandaar vanuit vanwege veel verder via vier vijf volgend volgende
    volgens voor vooral voorheen voorjaar vorig vorige waar waaraan waarbij waarin waarmee waarom
    wanneer want was wat we welke wie wij wil winter zal ze zelf zelfs zes zeven zij zijn zo zoals
    zodat zodra zoiets zomer zonder zowel zulke herfst lente najaar penvoerder initiatiefnemer
    kartrekker coordinator promotor aanvrager projectleider opdrachtgever financier
    a about above across after again all almost alongside already also although among an and
    another any april are around as at august autumn because been before behind being below beside
    besides between both but by despite december during each early either every everyone february
    finally first five following for four friday from further has have he her here his how however
    if in indeed initially inside instead into is it its january joining july june last late later
    led like many march may meanwhile monday more most much my near neither new next no nor not
    november now october of off on once one only or other others our out outside over partners
    previously recently run saturday seven she since six so some soon spring still such summer
    sunday supported taking ten than thanks that the their them then there these they this those
    three through throughout thursday to today together tuesday two under unlike until up upon us
    we wednesday well were what when where whether which while who whose why will winter with within
    without working yes yesterday yet you your building
"""
OPENERS = frozenset(_OPENERS.split())
_WORD = re.compile(r"(?<![\w’'&.-])['’‘“\"]?\w[\w.’'&-]*")
_HEAD_BEGINS = re.compile(
    rf"(?:{NAME_HEADS.pattern}|{DESCRIPTOR.pattern}\b|"
    + "|".join(head for head, _, _ in PLURAL_HEADS)
    + r")[\s:]"
)
_MOST = 60  # spans of one clause; more is made to keep a reader busy


def spans_in(
    text: str, activities: Known, known: Known, common: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """What a clause names, in its order; `common` are words that the document writes small."""
    spans: list[Span] = []
    at = 0
    for found in _WORD.finditer(text):
        if found.start() < at or len(spans) >= _MOST:
            continue
        span = _span(text, found, activities, known, common)
        if span is not None:
            spans.append(span)
            at = span.end
    return tuple(spans)


def _span(
    text: str, found: re.Match[str], activities: Known, known: Known, common: frozenset[str]
) -> Span | None:
    at, word = found.start(), found[0]
    if is_capital(word):
        near = activities.longest_at(text, at, ACTIVITIES)
        if near and not _goes_on(text, near[1]):
            return Span(ACTIVITY, at, near[1])
        if word.lower() in OPENERS and not _is_longer_name(text, found, known):
            return None
        party = known.longest_at(text, at, PARTIES)
        if party is None and (person := _person_end(text, found)):
            return Span(PERSON, at, person)
        if party is None and (_is_no_name(text, found) or _NUMBER.fullmatch(word)):
            listed = _parties(text, at, common) if _names_others(text, at) else None
            return Span(OTHER, at, listed.end) if listed else None
    elif not _HEAD_BEGINS.match(text, at):
        return None
    return _parties(text, at, common)


_FUNCTION = re.compile(FUNCTION_HEADS, re.IGNORECASE)
_CAPITALS = re.compile(r"(?: (?:(?:van|de|der|den|ter|ten|te|von|el|al|'t|’t) )*[A-ZÀ-Þ][\w’'-]+)+")


def _person_end(text: str, found: re.Match[str]) -> int:
    """Where a person's name ends that begins there, a function before it or not; 0 without one."""
    if _FUNCTION.fullmatch(found[0]):
        named = _CAPITALS.match(text, found.end())
        return named.end() if named else 0
    person = person_at(text, found.start())
    if person is None or not is_surely(person) or _as_party(text, person.end):
        return 0
    return person.end


# What a sentence begins with that is done, not one who does it: "Gebouwd door", "Commenting on".
_DONE = re.compile(
    r"(?:[A-Z][a-z]+(?:ing|ed)|[A-ZÀ-Þ][\w-]+(?= (?:door|op|met|aan|voor|tot|by|on|with|for|to|"
    r"of)\b))"
    r"(?= [a-z])"
)
_NUMBER = re.compile(r"[\d.,/-]+[A-Za-z%]?(?:[.,]\d+)*")
# What stands behind such a word is the name of something else than a party.
_OTHERS_NAMES = re.compile(
    r"(?:[a-z]*(?:opleiding|richting|studie|vak|thema|sector|domein|wedstrijd|prijs|award|wijk|"
    r"dorp|"
    r"kern|stad|steden|plaats|land|locatie|festival|beurs|product|merk|module|methode|systeem|"
    r"boek|film|"
    r"rapport|titel|course|subject|village|town|district|area|neighbourhood|event|product|brand|"
    r"theme|"
    r"book|report|title|street|site|straat|weg|route|terrein|park|gebied|polder|rivier|river|"
    r"schip|ship|"
    r"vessel|blad|krant|magazine|podcast|app|website|platform voor)(?:e?n|s|['’]s|es)?|called|"
    r"named|"
    r"genaamd|heet|getiteld|entitled|onder de naam|known as)\s+[\"“‘'’]?$",
    re.IGNORECASE,
)


def _is_no_name(text: str, found: re.Match[str]) -> bool:
    """Whether a capital begins something else than a party's name there."""
    before = text[max(0, found.start() - 40) : found.start()]
    if re.search(r"[\"“‘'„]$", before) and not found[0].startswith(("'t", "’t")):
        return True
    if found[0][0] in '"“‘„':
        return True
    if _WORKERS.match(text, found.start()) or _names_others(text, found.start()):
        return True
    return not before.strip() and _DONE.match(text, found.start()) is not None


def _names_others(text: str, at: int) -> bool:
    """Whether names of other things follow: "de opleidingen A en B"."""
    return _OTHERS_NAMES.search(text[max(0, at - 40) : at]) is not None


_WORKERS = re.compile(r"[A-Z][a-zà-ÿ]+(?:en|s|ers) (?:van|of|from|at|uit) ")


def _parties(text: str, at: int, common: frozenset[str]) -> Span | None:
    mentions = parties_in(text[at:], prose=True)
    if not mentions or mentions[0].generic or not text[at : at + mentions[0].start + 1].strip():
        return None
    if len(mentions) == 1 and mentions[0].ref.name.lower() in common:
        return None
    before = text[at : at + mentions[0].start]
    if before.strip() and not _HEAD_BEGINS.match(before):
        return None
    moved = tuple(replace(one, start=one.start + at, end=one.end + at) for one in mentions)
    return Span(PARTY, at, moved[-1].end, moved)


_CAPITAL_BEHIND = re.compile(r"[ -](?:&\s)?[A-ZÀ-Þ]")
_LEGAL_BEHIND = re.compile(
    r" (?:& |en |and )?(?:Zn|Zonen|Sons|Co|Groep|Group|B\.?V|N\.?V|Ltd|LLP|plc|GmbH|Stichting)\b"
)


def _goes_on(text: str, end: int) -> bool:
    """Whether a name that is an activity's is only the beginning of a longer one: a party's."""
    return _LEGAL_BEHIND.match(text, end) is not None


def _as_party(text: str, end: int) -> bool:
    """Whether what begins with a person's name is called as a firm: "Jan Smit Groep"."""
    return _LEGAL_BEHIND.match(text, end) is not None or text[end : end + 2] in (" &", "-G")


def _is_longer_name(text: str, found: re.Match[str], known: Known) -> bool:
    """Whether a word that sentences begin with begins a name here: "De Pers", "Nieuwe Stroom"."""
    if not _CAPITAL_BEHIND.match(text, found.end()):
        return False
    if known.longest_at(text, found.start(), PARTIES):
        return True
    if found[0].lower() in ("de", "het", "the"):
        after = text[found.end() :].split(maxsplit=1)
        return found[0] in ("De", "Het") and bool(after) and not _HEADED.match(after[0])
    return found[0].lower() in _IN_NAMES


_HEADED = re.compile(
    r"(?:Stichting|Vereniging|Waterschap|Provincie|Gemeente|Hogeschool|Universiteit|Technische|"
    r"Coöperatie|Ministerie|Kamer|Rabobank|Rijksdienst|Hoogheemraadschap|Omgevingsdienst|"
    r"Veiligheidsregio|Federatie|Rederij|Woningcorporatie|[A-Z]{2,})\b"
)
_IN_NAMES = frozenset({
    "nieuwe", "nieuw", "first", "new", "all", "three", "two", "four", "vier", "drie", "zeven",
    "seven", "haar", "samen", "boven", "north", "west", "midden", "building", "north-west",
})  # fmt: skip


def is_generic(mention: Mention) -> bool:
    """Whether a mention has no name of its own."""
    return mention.generic or GENERIC_PLURAL.fullmatch(mention.ref.name) is not None
