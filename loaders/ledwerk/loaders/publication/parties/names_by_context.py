"""Parties whose names do not tell what they are, by what stands on both sides of them.

sort before      keuringsinstituut Axial; the fleet operator Bolt Cabs
sort behind      It Wiet, de stichting die …; Leafworks, a young company making sensors
who acts         Veldfonds Noord legt 125.000 in; Coleg Du leads; Bolt withdrew in May
who is beside    Bolt and Leafworks, where Bolt is known
by a label       Partners: Bolt; Leafworks
told as a firm   In mei opende Zadelmans de deuren. Het bedrijf maakt frames.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, Finding, FoundNode, Ref
from ledwerk.loaders.publication.layout.sections import sections_of
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.bodies_named import takes_part
from ledwerk.loaders.publication.parties.body_spans import people_at
from ledwerk.loaders.publication.parties.joined_names import joined
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.located import unknown_in
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.parties_at import named_at
from ledwerk.loaders.publication.parties.party_acts import (
    ACTS,
    GIVES,
    GIVES_LAST,
    SUM,
)
from ledwerk.loaders.publication.parties.party_spans import PARTY, spans_in
from ledwerk.loaders.publication.parties.party_words import OPENERS
from ledwerk.loaders.publication.parties.sort_words import NO_SORT, SORT
from ledwerk.loaders.publication.people.function_words import FUNCTION_HEADS
from ledwerk.loaders.publication.people.given_names import has_given_name

_WORD = r"[A-ZÀ-Þ][\w’'&/-]*"
_NAME = (
    rf"(?P<name>(?:(?:De|Het|It|The|Van|Gebroeders) )?{_WORD}"
    rf"(?: (?:(?:&|van|de|der|het|of|the) ){{0,2}}{_WORD}){{0,4}}(?: (?:bv|nv|cv|vzw|vof))?)"
)
_BEFORE = re.compile(rf"(?<![\w’'-])(?!{NO_SORT}\b){SORT} {_NAME}(?![\w-])")
_BEHIND = re.compile(
    rf"{_NAME}, (?:(?:de|het|een|the|a|an|hun|our|their) )(?:[a-zà-ÿ’'-]+ ){{0,2}}"
    rf"{SORT}\b(?! van [A-Z]| of [A-Z])"
)
_WHO = re.compile(
    rf"(?<![\w’'-])(?!(?:Zij|Hij|Ze|Het|Wij|We|Ik|Dat|Dit|Die|He|She|It|They|This|That) )"
    rf"{_NAME},? (?:{ACTS}\b|{GIVES}\b[^.;:]{{0,70}}?{SUM}|"
    rf"[^.;:A-ZÀ-Þ]{{0,40}}?{SUM}(?:[^.;:]|\.(?=\d)){{0,40}}? {GIVES_LAST}\b)"
)
# "Het bedrijf maakt …" tells of the sentence before that it named a firm.
_THE_FIRM = re.compile(
    r"(?:Het (?:jonge |Duitse |Belgische )?(?:bedrijf|bureau|instituut|lab)|De (?:startup|start-up|"
    r"firma|onderneming|stichting|co[öo]peratie|fabriek)|The (?:company|firm|start-?up|business|"
    r"charity)) (?!die|dat|which|that)[a-z]+"
)
_FIRM_DOES = re.compile(
    rf"\b(?:opende|opent|kwam|komt|begon|verhuisde|betrok|opened|came|moved|began) {_NAME}"
    rf"(?= [a-z])|(?:^|[.,] ){_NAME.replace('name', 'first')}(?= (?:opende|kwam|begon|verhuisde|"
    r"betrok|opened|moved|began|came)\b)"
)
_KINDS = frozenset({
    "Organisation", "Municipality", "Campus", "Group", "Project", "Programme", "Person", "Place",
    "Board", "Sector",
})  # fmt: skip
_NO_NAME = re.compile(
    r"(?:Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December|"
    r"January|February|March|May|June|July|August|October|Monday|Friday|Project|Programme|"
    r"Programma|Board|Bestuur|Stuurgroep|Raad|Europa|Europe|Nederland|Vlaanderen|England|Wales|"
    r"Scotland|Ireland|Duitsland|België)\b|(?:Het )?Rijk$|[A-Z][a-z]+ing$|Van [A-Z]{2,}"
)


# Who only did a job, and who is not or not yet with them.
_SERVED = re.compile(
    r"\b(?:gehuurd|ingehuurd|uitbesteed|outsourced|sub-?contracted|gegund|awarded to|"
    r"(?:uitgevoerd|ontwikkeld|ontworpen|bedacht|gebouwd|geleverd|gegeven|verzorgd|"
    r"begeleid|gemaakt|opgesteld|geschreven) door|evalua\w+|broodjes|lunch|trainers?|"
    r"nog niet|nooit|not yet|never|(?:run|given|written|made|developed|designed|built|prepared|"
    r"provided|catered) by|commissioned|gepraat|praten|gesprek\w*|gevraagd|aanvragen|"
    r"toevertrouwd|entrusted|agenda|elders|elsewhere|de grens|the border|discuss\w*|"
    r"vergissing|by mistake|ten onrechte|wrongly|tekst|beeld|foto|photo|talks)\b",
    re.IGNORECASE,
)


def read_by_context(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """The parties that sentences tell by what stands before and behind their names."""
    found = list(found)
    known = Known(found)
    common = _common(document)
    for section in sections_of(document):
        for block in () if section.silent else section.blocks:
            if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
                continue
            for ref, start, end in _in_block(block, known, common):
                known.add(ref)
                yield FoundNode(ref, document.locator(block, start, end), GATHERED)


def _common(document: Document) -> frozenset[str]:
    """The words that a document writes small: what begins a sentence with one is no name."""
    words = re.findall(r"(?<![\w-])[a-zà-ÿ]{3,}", " ".join(b.text for b in document.blocks))
    return frozenset(words)


def _in_block(block: Block, known: Known, common: frozenset[str]) -> Iterator[tuple[Ref, int, int]]:
    sentences = list(sentences_of(block.text))
    yield from _labelled(block, known, common)
    for i, sentence in enumerate(sentences):
        if not takes_part(sentence.text) or _SERVED.search(sentence.text):
            continue
        after = sentences[i + 1].text if i + 1 < len(sentences) else ""
        for name, start in _named(sentence, known, after):
            ref = _party(name, start, sentence.text, known, common)
            if ref is not None:
                begin = sentence.start + start
                yield ref, begin, begin + len(name)


# What a line with such a label names is a party, whether or not its project is known.
_LABEL = re.compile(
    r"^(?:(?:[Pp]roject|[Oo]verige |[Oo]ther |[Kk]ern)?[Pp]artners?|[Ll]ead(?: (?:partner|"
    r"organi[sz]ation))?|[Ll]ed by|[Tt]rekkers?|[Pp]envoerders?|[Cc]o[öo]rdinat(?:ie|or)|"
    r"[Dd]eelnemers?|[Pp]articipants|[Tt]enants|[Hh]uurders|[Aa]anvragers?|[Aa]pplicants?|"
    r"[Bb]etrokken(?: partijen)?|[Ii]nvolved|[Ww]ith|[Mm]et|[Ll]eden|[Mm]embers|[Ff]unders?|"
    r"[Bb]acked by|[Ff]inanciers?)\s*: (?=\S)"
)


def _labelled(block: Block, known: Known, common: frozenset[str]) -> Iterator[tuple[Ref, int, int]]:
    label = _LABEL.match(block.text)
    rest = block.text[label.end() :] if label else ""
    if label is None or not takes_part(rest):
        return
    for one in parties_in(rest):
        begin = label.end() + one.start
        ref = _party(one.ref.name, begin, block.text, known, common)
        if ref is not None and not one.out:
            yield ref, begin, label.end() + one.end


def _beside(text: str, known: Known) -> Iterator[tuple[str, int]]:
    """The names in one enumeration with somebody known: "A en B doen mee"."""
    for span in spans_in(text, known, known):
        parties = span.mentions if span.kind == PARTY else ()
        if not any(known.find(one.ref.name) for one in parties):
            continue
        if not _JOINED.search(text, parties[0].end, max(parties[-1].start, parties[0].end)):
            continue  # "Acme BV, Lier": a name and where it is
        for one in parties:
            at = text.find(one.ref.name, one.start)
            told = _TELLING.search(one.ref.name) and not _OTHER.search(one.ref.name)
            if at >= 0 and told and not known.find(one.ref.name):
                yield one.ref.name, at


_JOINED = re.compile(r"\b(?:en|and|alsmede|evenals|as well as|plus)\b|&")
# A name of more than one word, or of capitals: one word with a capital may be anything.
_TELLING = re.compile(r"\w [A-ZÀ-Þ]|^[A-ZÀ-Þ]{2,}$|[a-z][A-Z]")
_OTHER = re.compile(
    rf"\d|\b(?:{FUNCTION_HEADS}|CEO|CTO|CFO|COO|MD|HR|RvB|RvT|Head)\b", re.IGNORECASE
)


def _named(sentence: Stretch, known: Known, after: str) -> Iterator[tuple[str, int]]:
    for pattern in (_BEFORE, _BEHIND, _WHO):
        for found in pattern.finditer(sentence.text):
            yield found["name"], found.start("name")
    for spot in unknown_in(sentence.text, known):
        if spot.ref.kind == "Organisation":
            yield sentence.text[spot.start : spot.end], spot.start
    yield from _beside(sentence.text, known)
    if _THE_FIRM.match(after):
        for found in _FIRM_DOES.finditer(sentence.text):
            group = "name" if found["name"] else "first"
            yield found[group], found.start(group)


def _party(name: str, start: int, text: str, known: Known, common: frozenset[str]) -> Ref | None:
    """The party of such a name; None where it is known as something, or a word or a person."""
    words = [word.lower() for word in name.split()]
    first = words[0]
    if (first in OPENERS and first not in _ARTICLES) or _NO_NAME.match(name):
        return None
    if all(word in common or word in OPENERS for word in words) or has_given_name(name):
        return None
    taken = [(spot.start, spot.end) for spot in named_at(text, known, _KINDS)]
    taken += [*joined(text), *(() if _WORKS.search(text[:start]) else people_at(text))]
    if any(begin < start + len(name) and start < end for begin, end in taken):
        return None
    if any(known.longest_at(text, at, _KINDS) for at in _starts(name, start)):
        return None
    if _ends_known(name, known):
        return None
    named = parties_in(name)
    ref = named[0].ref if len(named) == 1 else None
    return ref if ref is not None and ref.kind == "Organisation" else None


# A place of work, and nobody: "touwslagerij Van der Kaai" is no person.
_WORKS = re.compile(
    r"(?:erij|bedrijf|bureau|fabriek|werf|huis|centrale|instituut|stichting|maatschap|molen|"
    r"company|firm|mill|yard|foundry|shipyard|brewery|start-?up|works) $"
)
_ARTICLES = ("de", "het", "the", "it", "van")


def _starts(name: str, start: int) -> list[int]:
    """Where the words of a name begin in its text."""
    return [start + found.start() for found in re.finditer(r"(?<![\w’'-])\w", name)]


def _ends_known(name: str, known: Known) -> bool:
    """Whether it is only the surname of somebody known."""
    end = f" {name.lower()}"
    return any(ref.name.lower().endswith(end) for ref in known.all_of("Person"))
