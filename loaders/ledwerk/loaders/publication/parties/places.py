"""Municipalities that a text lists, and where parties are: "gevestigd in Heerlen", an address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_LIST, IN_A_SENTENCE, Finding, Ref, node, tie
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.parties.known_names import PARTIES, Known
from ledwerk.loaders.publication.parties.located import located_in
from ledwerk.loaders.publication.parties.names_found import parties_in
from ledwerk.loaders.publication.parties.own_address import address_of
from ledwerk.loaders.publication.parties.parties_at import named_at
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.people.boards_found import short

_TOWN = re.compile(
    r"\b[Gg]emeente (?:'s-|’s-|Den |De |Het |Sint )?[A-ZÀ-Þ][\w’'-]+"
    r"(?: (?:(?:aan|de|den|der|op|het|a/d) )+[A-ZÀ-Þ][\w’'-]+)*"
)
# Countries and regions: nobody's seat, and no party by themselves.
LARGE = frozenset(
    [
        "nederland",
        "duitsland",
        "belgië",
        "frankrijk",
        "engeland",
        "europa",
        "amerika",
        "peru",
        "china",
        "japan",
        "spanje",
        "italië",
        "netherlands",
        "germany",
        "belgium",
        "france",
        "england",
        "europe",
        "america",
        "spain",
        "italy",
        "wales",
        "scotland",
        "ireland",
        "brussel",
        "euregio",
        "randstad",
        "gelderland",
        "overijssel",
        "drenthe",
        "friesland",
        "fryslân",
        "limburg",
        "brabant",
        "noord-brabant",
        "zeeland",
        "flevoland",
        "noord-holland",
        "zuid-holland",
        "vlaanderen",
        "wallonië",
        "flanders",
    ]
)


def read_places(document: Document, found: Iterable[Finding]) -> Iterator[Finding]:
    """Municipalities by name, and parties with the place that they are in."""
    found = list(found)
    known = Known(found)
    towns = list(_towns(document))
    yield from towns
    known_towns = Known([*found, *towns])
    us = publisher_of(document, known)
    whole = "\n".join(block.text for block in document.blocks)
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        yield from _located(document, block, known, known_towns, whole, us)
    yield from _address(document, known, known_towns)
    yield from _regions(document, known_towns)


# Regions by their form: "Zuid-Limburg", "Noordoost-Twente", "the Euregio".
_REGION = re.compile(
    r"\b(?:in|binnen|uit|heel|voor|van|across|throughout|within) (?:heel |de |the )?"
    r"(?P<name>(?:Noord|Zuid|Oost|West|Midden|Noordoost|Noordwest|Zuidoost|Zuidwest|North|South|"
    r"East|West|Mid)-[A-ZÀ-Þ][\w-]+|Euregio|Eurode|Randstad)\b(?! [A-ZÀ-Þ])"
)
_OFTEN = 3  # times that a text speaks of a region which it is about


def _regions(document: Document, known: Known) -> Iterator[Finding]:
    """The regions that a text speaks of again and again, if they are no party's name."""
    first: dict[str, str] = {}
    times: Counter[str] = Counter()
    for block in document.blocks:
        for found in _REGION.finditer(block.text):
            name = found["name"]
            times[name] += 1
            start, end = found.span("name")
            first.setdefault(name, document.locator(block, start, end))
    for name, count in times.items():
        party = known.find(name) or known.find(f"Provincie {name}") or known.find(f"Regio {name}")
        if count >= _OFTEN and party is None:
            yield node("Place", name, first[name], IN_A_SENTENCE)


def _towns(document: Document) -> Iterator[Finding]:
    """Municipalities that are listed as such: a line each, or after "deelnemende gemeenten"."""
    for block in document.blocks:
        lines = [line for line in block.lines if _TOWN.fullmatch(line.text.strip(" ,;.•"))]
        whole = len(lines) == len(block.lines) and block.kind is not BlockKind.TABLE
        bare = _TOWNS_HEADING.fullmatch(block.heading.strip(" :")) and block.kind in _LISTS
        names = [(line.text, line.offset) for line in block.lines] if whole or bare else []
        told = _TAKING_PART.search(block.text)
        if told:
            names = [(told["names"], told.start("names"))]
        for text, start in names:
            for one in parties_in(_as_town(text)):
                if one.ref.kind == "Municipality":
                    place = document.locator(block, start, start + len(text))
                    yield node(one.ref.kind, one.ref.name, place, IN_A_LIST, aliases=short(one.ref))


def _as_town(text: str) -> str:
    """A name in a list of municipalities, with the word for it where it lacks that."""
    bare = text.strip(" ,;.•")
    return bare if re.match(r"(?:de )?gemeente", bare, re.IGNORECASE) else f"Gemeente {bare}"


_LISTS = (BlockKind.ITEM, BlockKind.PARAGRAPH)
_TOWNS_HEADING = re.compile(r"(?:(?:deelnemende|aangesloten|onze|de) )?gemeenten", re.IGNORECASE)
_TAKING_PART = re.compile(
    r"\b(?:deelnemende|aangesloten|samenwerkende) gemeenten(?: zijn)?:? (?P<names>[A-ZÀ-Þ'’][^.;]+)"
)


def _located(
    document: Document, block: Block, known: Known, towns: Known, whole: str, us: Ref | None
) -> Iterator[Finding]:
    earlier: list[Ref] = []
    for sentence in sentences_of(block.text):
        for one in located_in(sentence.text, known, earlier, whole, us):
            start = sentence.start
            place = document.locator(block, start + one.start, start + one.end)
            yield from _tied(one.ref, one.place, towns, place)
        earlier += [spot.ref for spot in named_at(sentence.text, known, PARTIES)]


def _tied(ref: Ref, name: str, towns: Known, locator: str) -> Iterator[Finding]:
    if name.lower() in LARGE:
        return
    where = _governed(name, towns) or Ref("Place", name)
    if where == ref:
        return
    yield node(ref.kind, ref.name, locator, IN_A_SENTENCE)
    yield node(where.kind, where.name, locator, IN_A_SENTENCE, aliases=short(where))
    yield tie("LOCATED_IN", ref, where, locator, IN_A_SENTENCE)


_COUNCIL = re.compile(
    r"^(?:Gemeente|Stad|Municipality of|City of|Borough of|Town of) |"
    r" (?:(?:(?:Metropolitan )?Borough|City and County|City|County(?: Borough)?|District|Town) )?"
    r"Council$",
    re.IGNORECASE,
)


def _governed(name: str, towns: Known) -> Ref | None:
    """The municipality of a town, by its name with or without the word for what it is."""
    found = towns.find(name, frozenset({"Municipality"}))
    called = (ref for ref in towns.all_of("Municipality") if _COUNCIL.sub("", ref.name) == name)
    return found or next(called, None)


def _address(document: Document, known: Known, towns: Known) -> Iterator[Finding]:
    """Where the publisher is, by the address in the colophon."""
    publisher = publisher_of(document, known)
    names = (publisher.name, *known.names_of(publisher)) if publisher else ()
    found = address_of(document, names)
    if found:
        block, start, end, name = found
        who = _owner(block, start, known) or publisher
        if who is None:
            return
        yield from _tied(who, name, towns, document.locator(block, start, end))


def _owner(block: Block, start: int, known: Known) -> Ref | None:
    """Whose office it is: the party that its own text has just told of, if any."""
    before = block.text[:start].rstrip()
    sentence = list(sentences_of(before))[-1].text if before else ""
    named = named_at(sentence, known, PARTIES)
    first = [one for one in named if one.start <= _SUBJECT and one.ref.kind == "Organisation"]
    return first[0].ref if first and before.endswith(".") else None


_SUBJECT = 5  # letters of an article before the subject of a sentence
