"""Campuses and science parks that a text names, and the parties that have their place there.

A campus is told by its name ("Maritieme Campus Werkenstad", "Northfold Science Park"), by what is
said of it ("Agrodok, een campus van 20 hectare") or by what its heading's text calls it.
Who has a place there is told in `tenants`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator
from itertools import pairwise

from ledwerk.loaders.publication.activities.tenants import NEXT_TO, tenants_in, tenants_of_items
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_SENTENCE, Finding, FoundNode, Ref
from ledwerk.loaders.publication.layout.sections import Section, sections_of
from ledwerk.loaders.publication.layout.sentences import Stretch, sentences_of
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.party_words import OPENERS
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.partners.partner_cues import about_others
from ledwerk.loaders.publication.people.given_names import has_given_name
from ledwerk.schema.names import fold

_WORD = r"[A-ZÀ-Þ][\w’'&-]*"
_PARK = (
    r"(?:[A-ZÀ-Þ]?[\w-]{0,20}[Cc]ampus|Science ?[Pp]ark|Tech(?:nology)? ?[Pp]ark|"
    r"(?:Innovation|Research|Bio|Enterprise|Marine|Health|Food|Agro|Energy|Chemi(?:e|cals?)|"
    r"Innovatie|Industrie|Business|Knowledge|Media|Life Science|Medi|High ?Tech) ?[Pp]ark|"
    r"Kennispark|Technopark|Proving Ground|Innovation (?:District|Quarter)|Test Site|Testterrein)"
)
_NAMED = re.compile(
    rf"(?<![\w’'-])(?P<name>(?:{_WORD}\s+){{0,4}}(?<![’']s )(?P<park>{_PARK})"
    rf"(?P<after>(?:\s+{_WORD}){{0,3}}))(?![\w@’'-])"
)
_LED_IN = re.compile(
    r"^(?:(?:De|Het|The|Op|Bij|Aan|Onze|Our|On|At|In|Naar|Van|Ook|A|Een|To|From|This|"
    r"Deze|And|En|With|Met|Visit|Bezoek|Welkom)\s+)+"
)
# A campus without a name of its own: "Science Park", "Campus".
_GENERIC = re.compile(
    r"[Cc]ampus|(?:Science|Tech|Technology|Innovation|Research|Enterprise|Bio|Marine|Health|Food|"
    r"Agro|Energy|Chemie?|Chemicals?|Innovatie|Industrie|Business|Knowledge|Media|Medi|"
    r"High ?Tech) ?[Pp]ark|Kennispark|Technopark|Proving Ground|Innovation (?:District|Quarter)|"
    r"Test Site|Testterrein|[a-z]+campus"
)
_LEGAL = re.compile(r"\b(?:Ltd|Limited|CLG|DAC|plc|CIC|LLP|B\.?V|N\.?V|bv|nv|vzw)\b")
_COMPOUND = re.compile(r"[A-ZÀ-Þ][a-z]+campus")
# What is said to be a campus: "Agrodok, een campus van 20 hectare"; "Wat is Agrodok? Een campus".
_SORT = (
    r"(?:campus|science park|kennispark|technopark|test site|testterrein|proving ground|"
    r"innovation (?:park|district|quarter|campus)|startersgebouw|bedrijvencampus|"
    r"innovatiecampus|technology park)"
)
_NAME = rf"(?P<name>(?:(?:De|Het|The) )?{_WORD}(?: {_WORD}){{0,4}})"
_SAID_SO = (
    re.compile(rf"{_NAME}(?:,| is| was) (?i:(?:een|de|het|the|a|an|our|onze|ons) )"
               rf"(?:[a-z]+ ){{0,2}}{_SORT}\b"),
    re.compile(rf"\b(?:[Cc]ampus|[Ss]tartersgebouw|[Tt]esterrein|[Bb]edrijvencampus) {_NAME}"
               r"(?= [a-z(]|[,.;:]|$)"),
)  # fmt: skip
# Under a heading that is its name: "The campus passed …", "This former airfield is a test site".
_OF_HEADING = re.compile(
    rf"^(?:[Tt]he|[Tt]his|[Dd]e|[Dd]eze|[Hh]et|[Dd]it|[Oo]ur|[Oo]nze) (?:[a-z]+ ){{0,2}}{_SORT}\b|"
    rf"\b(?:is|was) (?:[\w’']+ ){{0,4}}{_SORT}\b"
)
_A_NAME = re.compile(rf"(?:(?:De|Het|The) )?{_WORD}(?: (?:(?:of|van|de|&) )?{_WORD}){{0,4}}")
_BODY = re.compile(r"(?:Stichting|Vereniging|Co[öo]peratie|\w*[Oo]rganisatie|Foundation)\b")


def read_campuses(document: Document, found: Iterable[Finding] = ()) -> Iterator[Finding]:
    """The campuses of a text, and who is a tenant of which."""
    us = publisher_of(document, Known(found))
    for section in sections_of(document):
        if section.silent:
            continue
        last = _in_heading(section)
        if last and section.heading is not None:
            place = document.locator(section.heading)
            yield FoundNode(Ref("Campus", last), place, IN_A_SENTENCE)
        led_in = ""
        for block in section.blocks:
            if block.kind is BlockKind.TABLE:
                continue
            if last and led_in and block.kind is BlockKind.ITEM:
                yield from tenants_of_items(document, block, led_in, last)
                continue
            last = yield from _of_block(document, block, last, us)
            led_in = block.text if block.text.rstrip().endswith(":") else ""


def _of_block(
    document: Document, block: Block, last: str, us: Ref | None
) -> Generator[Finding, None, str]:
    """The campuses and tenants of a block; returns the campus that it named last."""
    asked = ""
    for sentence in sentences_of(block.text):
        if about_others(sentence.text) and not (last and NEXT_TO.search(sentence.text)):
            continue
        named = [*_in_lines(block, sentence)]
        if asked and _ANSWER.match(sentence.text):
            named.append((asked, max(0, block.text.find(asked) - sentence.start)))
        question = _QUESTION.search(sentence.text)
        asked = question["name"] if question else ""
        for name, start in named:
            at = sentence.start + start
            place = document.locator(block, at, at + len(name))
            yield FoundNode(Ref("Campus", name), place, IN_A_SENTENCE)
        last = named[-1][0] if named else last
        if last:
            yield from tenants_in(document, block, sentence, last, named=bool(named), us=us)
    return last


_QUESTION = re.compile(rf"\b(?:[Ww]at is|[Ww]hat is|[Ww]at doet|[Ww]hat[’']s) {_NAME}\?")
_ANSWER = re.compile(
    rf"[\"“‘'„]?(?:Het is |It is |It[’']s |Dat is )?(?:[Ee]en|[Aa]n?|[Dd]e|[Tt]he) "
    rf"(?:[a-z]+ ){{0,2}}{_SORT}\b"
)


def _in_heading(section: Section) -> str:
    """The campus that a heading names, which the text under it may call "the campus"."""
    if section.heading is None:
        return ""
    heading = " ".join(section.heading.text.split()).rpartition(": ")[2]
    names = [name for name, _ in campuses_in(heading)]
    if names or not section.blocks or not _A_NAME.fullmatch(heading):
        return names[-1] if names else ""
    first = next(iter(sentences_of(section.blocks[0].text)), None)
    called = first is not None and _OF_HEADING.search(first.text)
    return heading if called and fold(heading.split()[0]) not in OPENERS else ""


def _in_lines(block: Block, sentence: Stretch) -> Iterator[tuple[str, int]]:
    """The campuses of a sentence; a name ends where a line of a list does."""
    listed = any(line.broken for line in block.lines[:-1])
    for name, start in campuses_in(sentence.text):
        begin = sentence.start + start
        ends = [
            after.offset - begin
            for line, after in pairwise(block.lines)
            if (line.broken or listed) and begin < after.offset < begin + len(name)
        ]
        kept = name[: ends[0]].strip() if ends else name
        if re.search(_PARK, kept) or not ends:
            yield kept, start


def campuses_in(text: str) -> Iterator[tuple[str, int]]:
    """The names of campuses in a text, with where they stand."""
    taken: set[str] = set()
    for found in _NAMED.finditer(text):
        led_in = _LED_IN.match(found["name"])
        start = led_in.end() if led_in else 0
        name = found["name"][start:]
        if found["after"] and has_given_name(found["after"]):  # a list: its next line is a person
            name = name[: -len(found["after"])]
        begins = not text[: found.start() + start].strip(" \"'“‘•-") or name == text.strip()
        generic = _GENERIC.fullmatch(name) or (begins and _COMPOUND.fullmatch(name))
        if name.isupper() or generic or _BODY.match(name):
            continue
        if found["park"].islower() and not found["after"]:
            continue
        if _LEGAL.search(name) or _LEGAL.match(text[found.end() : found.end() + 12].strip()):
            continue  # whose name says that it runs one
        taken.add(name)
        yield name, found.start() + start
    yield from _said_to_be(text, taken)


def _said_to_be(text: str, taken: set[str]) -> Iterator[tuple[str, int]]:
    """The campuses that are none by their names, but by what is said of them."""
    for pattern in _SAID_SO:
        for found in pattern.finditer(text):
            name = found["name"]
            led_in = _LED_IN.match(f"{name} ")
            start = led_in.end() if led_in and led_in.end() < len(name) and " " in name else 0
            name = name[start:] if not name.startswith(("De ", "Het ", "The ")) else name
            nobody = fold(name.split()[0]) in OPENERS and " " not in name
            if nobody or has_given_name(name) or _BODY.match(name) or name.isupper():
                continue
            if any(name in other or other in name for other in taken):
                continue
            taken.add(name)
            yield name, text.index(name, found.start("name"))
