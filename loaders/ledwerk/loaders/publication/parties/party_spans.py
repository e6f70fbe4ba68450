"""Where a clause names parties, projects and people: what the frames of sentences are laid over.

A list such as "Tauw, de gemeente Ede en De Pers" is one span with three parties. Which of them
takes part in something is not told here, only where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, PARTIES, Known
from ledwerk.loaders.publication.parties.name_ends import is_capital
from ledwerk.loaders.publication.parties.names_found import Mention, parties_in
from ledwerk.loaders.publication.parties.party_words import (
    DESCRIPTOR,
    GENERIC_PLURAL,
    NAME_HEADS,
    OPENERS,
    PARTY_WORD,
    PLURAL_HEADS,
)
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.person_names import is_surely, person_at

PARTY, ACTIVITY, PERSON, OTHER = "party", "activity", "person", "other"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a clause that names something: parties, an activity or a person.

    `told` is whether words before a name in it say what it is: "zaadteler Wiersma".
    """

    kind: str
    start: int
    end: int
    mentions: tuple[Mention, ...] = ()
    told: bool = False


_WORD = re.compile(r"(?<![\w’'&.-])['’‘“\"]?\w[\w.’'&-]*")
_HEAD_BEGINS = re.compile(
    rf"(?:{NAME_HEADS.pattern}|{DESCRIPTOR.pattern}\b|"
    + "|".join(head for head, _, _ in PLURAL_HEADS)
    + r")[\s:]"
)
_MOST = 60  # spans of one clause; more is made to keep a reader busy
_MOST_TRIED = 200  # words with a capital of one clause, for the same reason


def spans_in(
    text: str, activities: Known, known: Known, common: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """What a clause names, in its order; `common` are words that the document writes small."""
    spans: list[Span] = []
    tried = 0
    spots = _activities(text, activities)
    for begin, end in zip(
        [0, *(s.end for s in spots)], [*(s.start for s in spots), len(text)], strict=True
    ):
        part, at = text[:end], begin
        for found in _WORD.finditer(part, begin):
            if found.start() < at or len(spans) >= _MOST:
                continue
            tried += is_capital(found[0])
            if tried > _MOST_TRIED:
                break
            span = _span(part, found, known, common)
            if span is not None:
                spans.append(span)
                at = span.end
    return tuple(sorted((*spans, *spots), key=lambda span: span.start))


def _activities(text: str, activities: Known) -> list[Span]:
    """Where a clause names activities, and not parties that have such a name in theirs."""
    spots: list[Span] = []
    at = 0
    for found in _WORD.finditer(text):
        if found.start() < at or not is_capital(found[0]) or len(spots) >= _MOST:
            continue
        near = activities.longest_at(text, found.start(), ACTIVITIES)
        if near and not _goes_on(text, near[1]) and not _led_by_name(text[: found.start()]):
            spots.append(Span(ACTIVITY, found.start(), near[1]))
            at = near[1]
    return spots


_LAST_WORD = re.compile(r"(?:^|\s)(?P<word>[A-ZÀ-Þ][\w’'-]*) $")
_SORTS = frozenset({
    "project", "programma", "programme", "program", "pilot", "proeftuin", "fieldlab", "traject",
    "initiatief", "initiative", "the", "projects", "projecten", "spoor", "lijn", "living",
})  # fmt: skip


def _led_by_name(before: str) -> bool:
    """Whether a capital stands right before it: "Stichting Kust & Haven" is no project."""
    word = _LAST_WORD.search(before)
    return word is not None and word["word"].lower() not in OPENERS | _SORTS


def _span(text: str, found: re.Match[str], known: Known, common: frozenset[str]) -> Span | None:
    at, word = found.start(), found[0]
    if _ROLE_WORD.fullmatch(word):
        return None
    if is_capital(word) and not _OUR_REGION.match(text, at):
        if word.lower() in OPENERS and not _is_longer_name(text, found, known):
            return None
        party = known.longest_at(text, at, PARTIES)
        if party is None and (person := _person_end(text, found)):
            return Span(PERSON, at, person)
        if party is None and (_is_no_name(text, found) or _NUMBER.fullmatch(word)):
            listed = _parties(text, at, common) if _names_others(text, at) else None
            return Span(OTHER, at, listed.end) if listed else None
    elif not is_capital(word) and not _HEAD_BEGINS.match(text, at):
        return _meant(text, found, known)
    span = _by_first_word(text, _parties(text, at, common), known)
    if span is not None and not span.told:
        span = replace(span, told=any(known.find(one.ref.name) for one in span.mentions))
    return span or _meant(text, found, known)


def _by_first_word(text: str, span: Span | None, known: Known) -> Span | None:
    """Who is meant by the first word of his name: "Het ROC" for the one ROC that is known."""
    if span is None or len(span.mentions) != 1:
        return span
    one = span.mentions[0]
    name = text[one.start : one.end].strip(" .,;:")
    if " " in name or not (name.isupper() or _THE.search(text[: span.start])):
        return span
    ref = None if known.find(name) else known.only(name, PARTIES)
    return replace(span, mentions=(replace(one, ref=ref, aliases=()),)) if ref else span


# What such a word begins is no name, but a role of those who are named behind it.
_ROLE_WORD = re.compile(
    r"(?:(?:project|programma|consortium|samenwerkings|keten|kennis|kern|hoofd|mede)?-?"
    r"(?:partners?|trekkers?|penvoerders?|deelnemers?|leden|aanvragers?|indieners?)|aanjagers?|"
    r"initiatiefnemers?|kartrekkers?|participants?|applicants?|initiators?|consortiumleden|"
    r"medewerkers|bewoners|residents)",
    re.IGNORECASE,
)
_OUR_REGION = re.compile(r"(?:Onze|Our) (?:regio|region)(?:,| en | and )")


# Nouns that stand for the one party of such a name: "under the lead of the college".
_NOUN = re.compile(
    r"vzw|waterschap|hoogheemraadschap|provincie|universiteit|hogeschool|gemeente|woningcorporatie|"
    r"co[öo]peratie|stichting|vereniging|vakcollege|roc|ziekenhuis|zorggroep|havenbedrijf|haven|"
    r"university|college|council|trust|hospital|port|shipyard|harbour authority|port authority|"
    r"cluster|co-?operative|charity|academy|museum|institute|foundation"
)
_THE = re.compile(r"\b(?:de|het|the) $", re.IGNORECASE)


def _meant(text: str, found: re.Match[str], known: Known) -> Span | None:
    """The one known party that a common noun with an article means: "the college"."""
    noun = _NOUN.match(text, found.start())
    article = _THE.search(text[max(0, found.start() - 5) : found.start()])
    if noun is None or article is None or _MORE_BEHIND.match(text, noun.end()):
        return None
    ref = known.only(noun[0], PARTIES) or known.ending(noun[0])
    if ref is None:
        return None
    return Span(PARTY, *noun.span(), (Mention(ref, *noun.span()),), True)


_MORE_BEHIND = re.compile(r"\w|-\w|['’]s\b| (?:van |of |for )?(?:de |het |the )?[A-ZÀ-Þ0-9]")


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
    r"of)\b))(?= [a-z])"
)
_NUMBER = re.compile(r"[\d.,/-]+[A-Za-z%]?(?:[.,]\d+)*")
# What stands behind such a word is the name of something else than a party.
_OTHERS_NAMES = re.compile(
    r"(?:[a-z]*(?:opleiding|richting|studie|vak|thema|sector|domein|wedstrijd|prijs|award|wijk|"
    r"dorp|kern|stad|steden|plaats|land|locatie|festival|beurs|product|merk|module|methode|systeem|"
    r"boek|film|"
    r"rapport|titel|course|subject|village|town|district|area|neighbourhood|event|product|brand|"
    r"theme|book|report|title|street|site|straat|weg|route|terrein|park|gebied|polder|rivier|river|"
    r"schip|ship|"
    r"vessel|blad|krant|magazine|podcast|app|website|platform voor)(?:e?n|s|['’]s|es)?|called|"
    r"named|genaamd|heet|getiteld|entitled|onder de naam|known as)\s+[\"“‘'’]?$",
    re.IGNORECASE,
)


def _is_no_name(text: str, found: re.Match[str]) -> bool:
    """Whether a capital begins something else than a party's name there."""
    before = text[max(0, found.start() - 40) : found.start()]
    if re.search(r"[\"“‘'„]$", before) and not found[0].startswith(("'t", "’t")):
        return True
    if found[0][0] in '"“‘„':
        return True
    other = _PAPERS.match(text, found.start()) or _WORKERS.match(text, found.start())
    other = other or _TITLE_BEFORE.search(before)
    if other or _names_others(text, found.start()):
        return True
    if not before.strip() and (_DATELINE.match(text) or _SORT_FIRST.match(text)):
        return True
    if PARTY_WORD.search(found[0]):
        return False  # "Hogeschool voor Toerisme"
    return not before.strip() and _DONE.match(text, found.start()) is not None


# "LOCHEM - Van schuim is plaat te persen", "Insulation maker Tarbolt is a partner"
_DATELINE = re.compile(r"[A-ZÀ-Þ’' -]{3,30}\s[-–—]\s")
_SORT_FIRST = re.compile(
    r"[A-ZÀ-Þ][a-zà-ÿ-]+ (?:maker|firm|company|specialist|supplier|producer|manufacturer|grower|"
    r"start-?up|retailer|builder|developer|operator|chain|consultancy|charity|business|provider) "
    r"[A-ZÀ-Þ]"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:heer|mevrouw|mevr\.|dhr\.|mw\.|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.?|ds\.|cllr\.?|wethouder|"
    r"burgemeester|gedeputeerde|councillor|alderman) $",
    re.IGNORECASE,
)
# "Paper 5 sought approval"
_PAPERS = re.compile(
    r"(?:Paper|Item|Annex|Appendix|Agenda|Agendapunt|Bijlage|Tabel|Table|Figure|Figuur|Report|"
    r"Nota|Stuk|"
    r"Notitie|Artikel|Article|Section|Paragraaf|Hoofdstuk|Chapter|Phase|Fase|Stage|Priority|Theme|"
    r"Thema|NEW APPLICATION|APPLICATION)\b(?=\s+(?:\d|[A-Z]\b)|:)"
)


def _names_others(text: str, at: int) -> bool:
    """Whether names of other things follow: "de opleidingen A en B"."""
    return _OTHERS_NAMES.search(text[max(0, at - 40) : at]) is not None


_WORKERS = re.compile(r"[A-Z][a-zà-ÿ]+(?:en|s|ers) (?:van|of|from|at|uit) ")


def _parties(text: str, at: int, common: frozenset[str]) -> Span | None:
    listed = _with_head(text, at) or parties_in(text[at:], prose=True)
    mentions = tuple(_in_one_list(text[at:], listed))
    if len(mentions) > 1 and _SORT_NEXT.match(text, at + mentions[-1].end):
        mentions = mentions[:-1]  # "A and the Dudley startup B"
    if not mentions or mentions[0].generic or not text[at : at + mentions[0].start + 1].strip():
        return None
    if len(mentions) == 1 and mentions[0].ref.name.lower() in common:
        return None
    before = text[at : at + mentions[0].start]
    if before.strip() and not _HEAD_BEGINS.match(before):
        return None
    moved = tuple(
        _without_possessive(text, replace(one, start=one.start + at, end=one.end + at))
        for one in mentions
    )
    told = any(_SORT_BEFORE.match(text[one.start : one.end]) for one in moved)
    return Span(PARTY, at, _name_end(text, at, moved[-1].end), moved, told)


_SORT_NEXT = re.compile(
    r"\s(?:start-?up|scale-?up|spin-?(?:off|out)|firm|company|maker|bedrijf|specialist|charity|"
    r"college)\s[A-ZÀ-Þ]"
)
_POSSESSIVE = re.compile(r"(?<=[a-z])['’]s$|(?<=s)['’]$")
_UNIT_BEHIND = re.compile(
    r"\s+(?:[a-z-]+ ){0,2}(?:unit|team|department|lab|laborator(?:y|ies)|school|faculty|centre|"
    r"staff|researchers|students|service|division|office|arm|campus)\b"
)


def _without_possessive(text: str, one: Mention) -> Mention:
    """A party without the "'s" of what is its own: "the Council's composting unit"."""
    bare = _POSSESSIVE.sub("", one.ref.name)
    if bare == one.ref.name or not _UNIT_BEHIND.match(text, one.end):
        return one
    return replace(one, ref=replace(one.ref, name=bare))


def _name_end(text: str, start: int, end: int) -> int:
    """Where a list ends without the signs behind it, such as a bracket that opened before it."""
    while end > start + 1 and text[end - 1] in ":;,)] ":
        if text[end - 1] in ")]" and re.search(r"[(\[]", text[start:end]):
            break
        end -= 1
    return end


def _in_one_list(text: str, listed: tuple[Mention, ...]) -> Iterator[Mention]:
    """Those of a list up to those whom they do it "together with"."""
    end = 0
    for one in listed:
        if end and (_TOGETHER.search(text[end : one.start]) or _WITH_NEXT.match(text, end)):
            return
        yield one
        end = one.end


_WITH_NEXT = re.compile(r",?\s*(?:samen |together )?(?:met|with)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:with|met)\b", re.IGNORECASE)
_SORT_BEFORE = re.compile(r"(?:(?:de|het|the)\s+)?[a-zà-ÿ]{4,} [A-ZÀ-Þ0-9]")


_HEAD_BEFORE = re.compile(
    r"\b(?P<head>gemeenten|gemeentes|provincies|waterschappen|hogescholen|universiteiten|"
    r"municipalities)\b[^:.;()]{0,80}:\s*$",
    re.IGNORECASE,
)


def _with_head(text: str, at: int) -> tuple[Mention, ...]:
    """The parties behind a colon before which stands what they are: "drie gemeenten: A en B"."""
    said = _HEAD_BEFORE.search(text, max(0, at - 110), at)
    if said is None:
        return ()
    head = f"{said['head'].lower()} {'of ' if said['head'].lower() == 'municipalities' else ''}"
    return tuple(
        replace(one, start=max(0, one.start - len(head)), end=one.end - len(head))
        for one in parties_in(head + text[at:], prose=True)
    )


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
