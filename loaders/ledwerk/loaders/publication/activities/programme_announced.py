"""What is announced as part of a programme and follows: projects in sections, a table or lines.

"Het programma X omvat de volgende projecten." stands over them; "Fiches 1 tot en met 3 maken deel
uit van X" means them by their numbers; "twee programmalijnen: A. Y (…) B. Z" names lines of X.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, takewhile

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity
from ledwerk.loaders.publication.activities.activity_headings import never_an_activity, titled
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT, TITLE
from ledwerk.loaders.publication.activities.programme_parts import (
    HOLDS,
    NOT,
    Spot,
    is_within,
    spots_in,
    spots_said,
)
from ledwerk.loaders.publication.activities.project_entries import is_entry
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import GATHERED, IN_A_LIST, Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import clauses_of, sentences_of

_PLURAL = re.compile(
    r"\b(?:[a-z]{0,20}projecten|projects|pilots|proeven|proeftuinen|fieldlabs|initiatieven|schemes|"
    r"initiatives|trajecten|pieces of work|fiches|sheets|experimenten|experiments)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:naast|apart from|besides|in addition to|alongside|next to|los van)\b", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"\b(?:fiches?|projecten|project|projects?|sheets?|nummers?|numbers?|nos?\.)\s+"
    r"(?P<first>\d{1,2})(?:\s*(?:tot en met|t/m|to|through|-|–)\s*(?P<last>\d{1,2})|"
    r"(?P<more>(?:,\s*\d{1,2})*\s+(?:en|and)\s+\d{1,2}))?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:project)?\s*(?:fiche|project|sheet|blad|nr\.?|no\.?)?\s*(?P<number>\d{1,2})\b(?!\.\d)",
    re.IGNORECASE,
)
_LINES = re.compile(
    r"\b(?:[a-z]{0,12}lijnen|deelprogramma['’]s|sporen|pijlers|strands|pillars|tracks|"
    r"work ?streams|themes|thema['’]s)\s*:\s*$",
    re.IGNORECASE,
)
_OF_LINES = re.compile(
    r"\b(?:[a-z]{0,12}lijnen|deelprogramma['’]s|sporen|pijlers|strands|pillars|tracks)\b"
)
_LETTERED = re.compile(
    rf"(?:^|\s)(?:[A-H]|[1-9])[.):]\s+(?P<name>{TITLE})"
    r"(?=\s*\(|\s*[–:;.]|\s+-\s|\s*$|\s+[A-H1-9][.)])"
)


def read_announced(document: Document, made: Activities) -> None:
    """Add what follows an announcement as parts of the programme that it names."""
    wholes = frozenset(one.ref for one in made.found if one.ref.kind == PROGRAMME)
    for at, section in enumerate(made.sections if wholes else ()):
        for number, block in enumerate(section.blocks):
            if section.silent or block.kind is BlockKind.TABLE:
                continue
            for whole, text, place in _announced(document, section, block, made, wholes):
                numbered = _NUMBERS.search(text)
                if numbered:
                    refs: Iterator[Ref] = _by_number(numbered, made)
                elif _LINES.search(block.text):
                    refs = _lines(document, section.blocks[number:], made)
                else:
                    refs = _below(section, made.sections[at + 1 :], made)
                    rest = block.text[block.text.find(text) + len(text) :]
                    behind = (spot.ref for spot in spots_in(rest, made.known))
                    listed = _items(section.blocks[number + 1 :], made)
                    refs = chain(refs, (ref for ref in behind if ref.kind == PROJECT), listed)
                made.parts += [(ref, whole, place) for ref in refs if ref != whole]


# "Het programma heeft drie lijnen: A, B en C", or without names: "bestaat uit drie sporen".
_HAS_LINES = re.compile(
    r"[”\"’']?(?:\s+(?:programma|programme|deal|agenda))?(?:\s*\([^)]*\))?\s+"
    r"(?:heeft|kent|telt|omvat|bestaat uit|valt uiteen in|is verdeeld in|has|"
    r"consists of|comprises|is divided into|is built on|rust op)\s+(?:\w+\s+)?"
    rf"(?:{SMALL_NUMBER}|\d)"
    r"\s+(?:\w+\s+)?(?P<sort>[a-z]{0,12}lijnen|"
    r"sporen|pijlers|deelprogramma['’]s|strands|pillars|tracks|work ?streams|lines)"
    r"(?:\s*:\s+(?P<row>[A-ZÀ-Þ“‘\"][^.:]{2,200}))?"
)
_IT = re.compile(r"(?:Het|It|Dit|This|The programme|Het programma|De deal|The deal)(?=\s)")
_ROW = re.compile(r",\s+|\s+(?:en|and)\s+")
_SINGLE = {"sporen": "spoor", "lijnen": "lijn", "pijlers": "pijler", "tracks": "track"}


# "Programmalijn 1 Toekomstbestendig boeren Trekker: LTO": a line by its number, in any block.
_NUMBERED_LINE = re.compile(
    r"^(?:[Pp]rogrammalijn|[Aa]ctielijn|[Ll]ijn|[Ss]poor|[Pp]ijler|[Ss]trand|[Pp]illar|[Tt]rack|"
    r"[Ww]ork ?[Ss]tream|[Ww]orkstream|PROGRAMMALIJN|ACTIELIJN|LIJN|SPOOR|PIJLER)\s+"
    r"(?P<number>\d{1,2}|[A-H])\s*[:.–—-]?\s+(?P<name>[A-ZÀ-Þ][^:.;|]{2,70}?)"
    r"(?=\s+(?:Trekkers?|Penvoerder|Lead(?: partner)?|Partners?|Coördinator|Doel|Looptijd)\s?:|$|"
    r"[.:;]|\s+[–—-]\s)"
)
_OF_NUMBER = re.compile(r"^(?P<number>\d{1,2}|[A-H])[.]?\d{1,2}[.:)]?\s")


def read_numbered_lines(document: Document, made: Activities) -> None:
    """A programme's lines by their numbers, and what is numbered after each as its parts."""
    lines: dict[str, Ref] = {}
    for block in document.blocks:
        found = _NUMBERED_LINE.match(block.text) if block.kind is not BlockKind.TABLE else None
        if found and found["number"] not in lines:
            place = document.locator(block, 0, found.end())
            name = found["name"].title() if found["name"].isupper() else found["name"]
            line = Activity(Ref(PROGRAMME, name), place, IN_A_LIST, (), (("type", "line"),))
            lines[found["number"]] = made.add(line)
    if len(lines) < _FEWEST_LINES:
        return
    for section in made.sections:
        heading = section.heading
        found = _OF_NUMBER.match(_as_printed(heading)) if heading is not None else None
        line_ref = lines.get(found["number"]) if found else None
        if heading is not None and line_ref is not None and heading is section.topic:
            place = document.locator(heading)
            if not made.of_heading(heading) and not _is_silent(section):
                ref = Ref(PROJECT, titled(heading.text).names[0])
                made.headed[id(heading)] = (made.add(Activity(ref, place, GATHERED)),)
            refs = (ref for ref in made.of_heading(heading) if ref.kind == PROJECT)
            made.parts += [(ref, line_ref, place) for ref in refs]
    _whole_of(lines, made)


_FEWEST_LINES = 2


def _is_silent(section: Section) -> bool:
    """Whether a numbered section is about no project."""
    heading = section.heading
    return section.silent or heading is None or never_an_activity(heading.text)


def _as_printed(heading: Block) -> str:
    """A heading, or the line of an entry, with the number before it."""
    return heading.lines[0].text.strip() if heading.lines else heading.text


def _whole_of(lines: dict[str, Ref], made: Activities) -> None:
    """Lines are parts of the one programme that is no line and has the years or the word for it."""
    wholes = {
        one.ref: one.locator
        for one in made.found
        if one.ref.kind == PROGRAMME and one.ref not in lines.values()
    }
    if len(wholes) == 1:
        whole, place = next(iter(wholes.items()))
        made.parts += [(line, whole, place) for line in lines.values()]


def read_lines(document: Document, made: Activities) -> None:
    """The lines of a programme that a sentence names, or that headings name by the word for "
    "them.
    """
    for section in made.sections:
        of_topic = made.of_heading(section.topic)
        last = next((ref for ref in of_topic if ref.kind == PROGRAMME), None)
        for block in section.blocks if not section.silent else ():
            if block.kind is BlockKind.TABLE:
                continue
            for sentence in sentences_of(block.text):
                for whole, at in _wholes(sentence.text, last, made):
                    last = whole
                    found = _HAS_LINES.match(sentence.text, at)
                    if found:
                        place = document.locator(block, sentence.start, sentence.end)
                        _take_lines(found, whole, place, made)


def _wholes(text: str, last: Ref | None, made: Activities) -> Iterator[tuple[Ref, int]]:
    """The programmes that a sentence names, or means by its first word, and where that ends."""
    meant = _IT.match(text)
    if meant and last is not None:
        yield last, meant.end()
    for spot in spots_in(text, made.known):
        if spot.ref.kind == PROGRAMME:
            yield spot.ref, spot.end


def _take_lines(found: re.Match[str], whole: Ref, place: str, made: Activities) -> None:
    names = [one.strip(' “”‘’"') for one in _ROW.split(found["row"] or "") if one]
    if len(names) > 1 and all(name[:1].isupper() for name in names):
        for name in names:
            line = Activity(Ref(PROGRAMME, name), place, IN_A_LIST, (), (("type", "line"),))
            made.parts.append((made.add(line), whole, place))
        return
    word = _SINGLE.get(found["sort"], "")
    for one in [*made.found]:
        if word and one.ref.kind == PROGRAMME and one.ref.name.lower().startswith(f"{word} "):
            made.parts.append((one.ref, whole, place))


def _announced(
    document: Document,
    section: Section,
    block: Block,
    made: Activities,
    wholes: frozenset[Ref],
) -> Iterator[tuple[Ref, str, str]]:
    last = next((ref for ref in made.of_heading(section.topic) if ref in wholes), None)
    for sentence in sentences_of(block.text):
        spots = spots_said(sentence.text, made.known, last, wholes)
        named = [spot.ref for spot in spots if spot.ref in wholes]
        last = named[-1] if named else last
        for clause in clauses_of(sentence):
            found = [*spots_said(clause.text, made.known, last, wholes)]
            for spot in found:
                if spot.ref in wholes and _says(clause.text, spot):
                    yield spot.ref, clause.text, document.locator(block, clause.start, clause.end)


def _says(text: str, spot: Spot) -> bool:
    """Whether a clause says of projects without naming them that they are in a programme."""
    if NOT.search(text) or _BESIDE.search(text):
        return False
    if _OF_LINES.search(text) and not _LINES.search(text):
        return False  # its lines are its parts, and the projects are theirs
    holds = HOLDS.match(text[spot.end :]) is not None
    if not (holds or is_within(text[: spot.start], text)):
        return False
    several = _PLURAL.search(text) or _NUMBERS.search(text)
    return bool(several or (holds and _LINES.search(text)))


def _below(section: Section, after: tuple[Section, ...], made: Activities) -> Iterator[Ref]:
    """The projects that have sections under the one that announces them."""
    if section.heading is None:
        return
    for one in after:
        heading = one.heading
        if heading is None or section.heading.text not in heading.path:
            return
        yield from (ref for ref in made.of_heading(heading) if ref.kind == PROJECT)


_COUNTED = re.compile(
    rf"\b(?:\d+|{SMALL_NUMBER})\s+"
    r"(?:\w+\s+){0,3}(?:projecten|projects|pilots|fieldlabs|schemes)\b",
    re.IGNORECASE,
)


def read_granted(document: Document, made: Activities) -> None:
    """A list of projects right below a text that counts them and names the one programme."""
    for at, section in enumerate(made.sections):
        entries = takewhile(lambda one: is_entry(one.heading), made.sections[at + 1 :])
        for number, block in enumerate(section.blocks if not section.silent else ()):
            if block.kind is not BlockKind.PARAGRAPH or not _COUNTED.search(block.text):
                continue
            named = [s.ref for s in spots_in(block.text, made.known) if s.ref.kind == PROGRAMME]
            if len(set(named)) == 1 and not NOT.search(block.text):
                place = document.locator(block)
                below = [*_items(section.blocks[number + 1 :], made)]
                if block is section.blocks[-1]:
                    below += [ref for one in entries for ref in made.of_heading(one.heading)]
                made.parts += [(ref, named[0], place) for ref in below]


def _items(blocks: tuple[Block, ...], made: Activities) -> Iterator[Ref]:
    """The projects that the items of a list begin with, up to its end."""
    for block in takewhile(lambda one: one.kind is BlockKind.ITEM, blocks):
        first = next(spots_in(block.text, made.known), None)
        if first is not None and first.start <= _AT_START and first.ref.kind == PROJECT:
            yield first.ref


_AT_START = 4  # signs before a name: an article, a quotation mark


def _by_number(numbered: re.Match[str], made: Activities) -> Iterator[Ref]:
    first = int(numbered["first"])
    wanted = {first}
    if numbered["last"]:
        wanted |= set(range(first, int(numbered["last"]) + 1))
    wanted |= {int(one) for one in re.findall(r"\d+", numbered["more"] or "")}
    for section in made.sections:
        heading = section.heading
        found = _NUMBER.match(heading.text) if heading is not None else None
        if found and int(found["number"]) in wanted and heading is section.topic:
            yield from (ref for ref in made.of_heading(heading) if ref.kind == PROJECT)


_MOST_BLOCKS = 8


def _lines(document: Document, blocks: tuple[Block, ...], made: Activities) -> Iterator[Ref]:
    """The lines of a programme that follow, each with its letter or number."""
    found: list[tuple[str, str]] = []
    for block in blocks[1:_MOST_BLOCKS]:
        text = block.text if block.kind is not BlockKind.ITEM else f"1. {block.text}"
        names = [*_LETTERED.finditer(text)]
        if not names:
            break
        found += [(one["name"], document.locator(block)) for one in names]
    if len(found) > 1:
        for name, place in found:
            properties = (("type", "line"),)
            yield made.add(Activity(Ref(PROGRAMME, name), place, IN_A_LIST, (), properties))
