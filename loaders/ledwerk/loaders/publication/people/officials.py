"""Officials of whom only the office is told: "Wethouder Ria Bos opende de hal".

Whose alderman she is, the text around tells: the one municipality that the sentence, or else the
section, names. So a deputy is of the one province, and a minister of the ministry whose letters
stand behind the name. Whoever is found at work elsewhere in the text is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, Finding, FoundNode, FoundTie, Ref, tie
from ledwerk.loaders.publication.layout.sections import Section, sections_of
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.parties_meant import MINISTRIES
from ledwerk.loaders.publication.parties.town_names import PROVINCES
from ledwerk.loaders.publication.parties.towns_told import town_of_adjective
from ledwerk.loaders.publication.partners.partner_cues import about_others
from ledwerk.loaders.publication.people.functions import FIELD
from ledwerk.loaders.publication.people.gone import is_gone
from ledwerk.loaders.publication.people.person_names import person_at
from ledwerk.schema.names import fold

_MUNICIPAL = (
    r"(?:(?:loco-?)?burgemeester(?: en wethouder)?|wethouder(?: en locoburgemeester)?|schepen|"
    r"(?:Lord )?Mayor|gemeentesecretaris)"
)
_PROVINCIAL = r"(?:gedeputeerde|commissaris van de Koning(?:in)?|gouverneur|statenlid)"
_OFFICE = re.compile(
    rf"(?:\b(?P<adjective>[A-ZÀ-Þ][a-zà-ÿ-]+(?:se|sche)) )?"
    rf"\b(?P<office>(?i:(?P<town>{_MUNICIPAL})|(?P<province>{_PROVINCIAL}))) (?=[A-ZÀ-Þ])"
)
_FIELD_BEHIND = re.compile(r" \((?:[A-Z][\w-]{1,6}, )?(?P<field>[A-ZÀ-Þ][^()]{3,60})\)")
_MINISTER = re.compile(
    r"\b(?P<office>[Mm]inister|[Ss]taatssecretaris) (?P<name>(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}"
    r"(?:(?:van|de|der|den) ){0,2}[A-ZÀ-Þ][\w’'-]+) \((?P<house>[A-Z][\w&]{1,5})\)"
)
_PROVINCE = re.compile(
    r"\b(?:[Pp]rovincies?|(?:Provinciale|Gedeputeerde) Staten van) (?P<name>[A-ZÀ-Þ][\w-]+)"
    r"|(?<![\w-])(?P<bare>" + "|".join(sorted(PROVINCES, key=len, reverse=True)) + r")(?![\w-])"
)
# Adjectives of provinces, and of which they are.
_ADJECTIVES = {
    "zeeuwse": "Zeeland",
    "limburgse": "Limburg",
    "brabantse": "Noord-Brabant",
    "gelderse": "Gelderland",
    "overijsselse": "Overijssel",
    "drentse": "Drenthe",
    "friese": "Fryslân",
    "groningse": "Groningen",
    "utrechtse": "Utrecht",
    "flevolandse": "Flevoland",
    "zuid-hollandse": "Zuid-Holland",
    "noord-hollandse": "Noord-Holland",
    "west-vlaamse": "West-Vlaanderen",
    "oost-vlaamse": "Oost-Vlaanderen",
    "antwerpse": "Antwerpen",
}


_FORMER = re.compile(r"\b(?:oud|voormalig|toenmalig|former|then|ex)[- ]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Held:
    """An office: who holds it, at whom, and where that stands."""

    person: str
    party: Ref
    function: str
    start: int
    end: int


def read_officials(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Mayors, aldermen, deputies and ministers of whom no party is told beside the name."""
    found = list(found)
    ties = [one for one in found if isinstance(one, FoundTie) and one.kind == "WORKS_FOR"]
    at_work = {fold(one.source.name) for one in ties}
    people = {fold(one.ref.name) for one in found if isinstance(one, FoundNode)
              and one.ref.kind == "Person"}  # fmt: skip
    towns = {
        name: one.ref
        for one in found
        if isinstance(one, FoundNode) and one.ref.kind == "Municipality"
        for name in (one.ref.name, *one.aliases, _bare(one.ref.name))
    }
    for section in sections_of(document):
        if section.silent:
            continue
        around = _text(section)
        for block in section.blocks:
            if block.kind in (BlockKind.TABLE, BlockKind.NOTE) or about_others(block.text):
                continue
            for held in _held(block, around, towns):
                name = fold(held.person)
                elsewhere = any(one != name and one.endswith(f" {name}") for one in people)
                if name not in at_work and not elsewhere:
                    yield from _findings(document, block, held)


def _bare(name: str) -> str:
    return re.sub(r"^(?:Gemeente|Stad) ", "", name)


def _text(section: Section) -> str:
    blocks = section.blocks if section.heading is None else (section.heading, *section.blocks)
    return "\n".join(block.text for block in blocks)


def _held(block: Block, around: str, towns: dict[str, Ref]) -> Iterator[_Held]:
    for sentence in sentences_of(block.text):
        for told in _OFFICE.finditer(sentence.text):
            person = person_at(sentence.text, told.end())
            if (
                person is None
                or FIELD.fullmatch(person.name)
                or _FORMER.search(sentence.text[: told.start()])
                or is_gone(sentence.text, person)
            ):
                continue
            party = _party(told, sentence.text, around, towns)
            if party is None:
                continue
            behind = _FIELD_BEHIND.match(sentence.text, person.end)
            office = told["office"][:1].lower() + told["office"][1:]
            field = behind["field"] if behind and told["province"] else ""
            function = f"{office} {field}" if FIELD.fullmatch(field) else office
            start = sentence.start + told.start()
            yield _Held(person.name, party, function, start, sentence.start + person.end)
        for told in _MINISTER.finditer(sentence.text):
            house = MINISTRIES.get(told["house"])
            if house:
                start = sentence.start + told.start()
                party = Ref("Organisation", f"Ministerie van {house}")
                office = told["office"].lower()
                yield _Held(told["name"], party, office, start, sentence.start + told.end())


def _party(told: re.Match[str], sentence: str, around: str, towns: dict[str, Ref]) -> Ref | None:
    """At whom the office is: by the adjective before it, the sentence or the section."""
    adjective = (told["adjective"] or "").lower()
    if told["province"]:
        if adjective:
            name = _ADJECTIVES.get(adjective)
            return Ref("Organisation", f"Provincie {name}") if name else None
        return _only(_provinces(sentence)) or _only(_provinces(around))
    if adjective:
        name = town_of_adjective(told["adjective"], around)
        return Ref("Municipality", f"Gemeente {name}") if name else None
    return _only(_towns(sentence, towns)) or _only(_towns(around, towns))


def _only(refs: set[Ref]) -> Ref | None:
    return next(iter(refs)) if len(refs) == 1 else None


def _provinces(text: str) -> set[Ref]:
    named = (found["name"] or found["bare"] for found in _PROVINCE.finditer(text))
    return {Ref("Organisation", f"Provincie {name}") for name in named}


def _towns(text: str, towns: dict[str, Ref]) -> set[Ref]:
    return {
        ref
        for name, ref in towns.items()
        if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)
    }


def _findings(document: Document, block: Block, held: _Held) -> Iterator[Finding]:
    place = document.locator(block, held.start, held.end)
    person = Ref("Person", held.person)
    yield FoundNode(person, place, GATHERED)
    yield FoundNode(held.party, place, GATHERED)
    yield tie("WORKS_FOR", person, held.party, place, GATHERED, function=held.function)
