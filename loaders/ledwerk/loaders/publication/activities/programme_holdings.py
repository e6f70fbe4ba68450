"""What is said of projects together: that all, the first four, or three of them are in a programme.

"Almost everything below sits within X", "van de zes projecten horen de eerste vier bij X", "X telt
vijf projecten", a chapter "Projecten binnen X". Such words mean the projects that stand in a
document by themselves, under a heading or in a table's row, but those that it says are not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ledwerk.loaders.publication.activities.activity_found import Activities
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME, PROJECT
from ledwerk.loaders.publication.activities.programme_parts import (
    BELONGS,
    HOLDS,
    NOT,
    OF_IT,
    Spot,
    is_within,
    spots_in,
    spots_said,
)
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import Ref
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBER, SMALL_NUMBERS
from ledwerk.loaders.publication.layout.sections import Section
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.partners.partner_cues import about_others, never_came_about

_PROJECTS = (
    r"(?:\w*projecten|projects|entries|plannen|initiatieven|initiatives|trajecten|schemes|proeven|"
    r"proeftuinen|pilots|fieldlabs|onderzoeken|studies|pieces of work|strands of work|fiches|"
    r"bladzijden|pages|stukken|verhalen|stories)"
)
_NUMBER = rf"(?:{SMALL_NUMBER}|\d{{1,2}})"
_THESE = (
    r"(?:(?:de|het|the|deze|die|these|those|onze|our|al|alle|all|andere|other|lopende|current)\s)"
)
_HERE = (
    r"(?:hier(?:onder|na|boven)?|below|above|overleaf|follow\w*|volg\w*|staa[nt]|beschre\w+|"
    r"onderstaande|bovenstaande|(?:in|op) (?:dit|deze|this|these|the)(?: \w+)?|we do|wij doen|"
    r"we doen|onze|our|dit|deze|this|these)"
)
# "all of it": every project here, or nearly.
_ALL = re.compile(
    rf"\b(?:alles|everything|(?:het )?(?:gros|grootste deel|merendeel|leeuwendeel) van|"
    rf"(?:most|the (?:bulk|majority|lion['’]s share)|nearly all|almost all|all|each|every one) of)"
    rf"\b[^.;]{{0,40}}?\b(?:{_HERE}|{_PROJECTS})\b|"
    rf"\b(?:alle|all|elk|ieder|every|each|de meeste|most)\s{_THESE}*?(?:{_NUMBER}\s)?"
    rf"(?:\w+\s)?(?:{_PROJECTS}|project|entry)\b|\b(?:ze|they|die|deze)\b[^.;]{{0,60}}?"
    rf"\b(?:allemaal|all)\b|\b{_HERE}\s{_PROJECTS}\b|\b{_THESE}{_PROJECTS}\s{_HERE}\b",
    re.IGNORECASE,
)
_BOTH = re.compile(rf"\b(?:beide|both)(?:\s{_THESE}?{_PROJECTS})?\b", re.IGNORECASE)
# "what is marked with ◆", "* valt buiten het programma"
_MARKED = re.compile(
    r"(?:\b(?:marked|shown|flagged|gemerkt|gemarkeerd|aangeduid|aangegeven|voorzien|met|with)\s"
    r"(?:\w+\s){0,3}|^\W{0,2})[(“\"‘]?(?P<sign>[*†‡◆◇●○■□▲△§✓✔#°¹²³]{1,2})"
)
# "The table lists the projects that ran under X"
_TABLED = re.compile(
    rf"\b(?:tables?|tabel(?:len)?|overzicht|lijst|list|staatje)\b[^.;]{{0,60}}?\b{_PROJECTS}\b|"
    rf"\b{_PROJECTS}\b[^.;]{{0,60}}?\b(?:tables?|tabel(?:len)?|overzicht|lijst|list|staatje)\b",
    re.IGNORECASE,
)
_PAIR = 2
# "the first four", "de laatste twee", "the next three"
_ENDS = re.compile(
    rf"\b(?P<which>eerste|first|bovenste|laatste|last|onderste|volgende|following|next)\s"
    rf"(?P<n>{_NUMBER})(?=\s*[,;.]|$|\s(?:{_PROJECTS}|{BELONGS.pattern[5:-3]}|bij|onder|binnen|in|"
    r"tot|of|under|within|below|hieronder|maken|zitten|passen|kaderen)\b)",
    re.IGNORECASE,
)
# "three of the four", "vijf projecten", "the five below"
_COUNT = re.compile(
    rf"(?<![\w.,-])(?P<n>{_NUMBER})\s(?:(?:of|van)\s{_THESE}?(?P<m>{_NUMBER})(?=\s)|"
    rf"(?:{_HERE}\s)?(?:\w+\s)?{_PROJECTS}\b|{_HERE}\b)",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(rf"\s(?:{_PROJECTS}\b|{_HERE}\b|{BELONGS.pattern[2:]})", re.IGNORECASE)
_HEADS = re.compile(
    rf"\b{_PROJECTS}\b[^.;:]{{0,20}}?\b(?:onder|binnen|in|van|uit|under|within|of|from)\s",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s+)?(?:beyond|outside|buiten|naast|los van|apart from|besides|"
    r"alongside|andere|overige|other|losse?|separate|afzonderlijke|ook|en verder|not\b|niet\b)",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    rf"{NOT.pattern}|\b(?:daarbuiten|erbuiten|ernaast|daarnaast)\b", re.IGNORECASE
)
_CODE = re.compile(
    r"\b(?i:entry|project|number|no\.|nr\.?|nummer|fiche|sheet)\s(?P<code>[A-Z]|\d{1,2})\b"
)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A project that stands by itself, with the place of its section and block in the document."""

    ref: Ref
    section: int
    block: int
    text: str = ""
    row: bool = False


@dataclass(slots=True)
class _Said:
    """What sentences say of projects together, and which they say are not in a programme."""

    document: Document
    made: Activities
    standing: tuple[_Standing, ...]
    wholes: frozenset[Ref]
    out: set[tuple[Ref, Ref]] = field(default_factory=set)
    told: list[tuple[list[_Standing], int, Ref, str]] = field(default_factory=list)
    most: dict[Ref, int] = field(default_factory=dict)  # where it says how many there are


def read_holdings(document: Document, made: Activities) -> None:
    """Add what a document says of its projects together, and of a programme's own chapter."""
    wholes = frozenset(one.ref for one in made.found if one.ref.kind == PROGRAMME)
    if not wholes:
        return
    said = _Said(document, made, tuple(_standing(made)), wholes)
    last: Ref | None = None
    for number, section in enumerate(made.sections):
        if not section.silent:
            last = _section(number, section, last, said)
    for refs, most, whole, place in said.told:
        _take(refs, min(most, said.most.get(whole, most)), whole, place, said)


def _take(refs: list[_Standing], most: int, whole: Ref, place: str, said: _Said) -> None:
    elsewhere = {part for part, other, _ in said.made.parts if other != whole}
    there = {part for part, other, _ in said.made.parts if other == whole}
    meant = [one.ref for one in refs if (one.ref, whole) not in said.out]
    meant = [ref for ref in dict.fromkeys(meant) if ref not in elsewhere]
    if not most >= len(meant) >= most / 2:
        return  # others are meant, or some that do not stand here
    said.made.parts += [(ref, whole, place) for ref in meant if ref not in there]


def _standing(made: Activities) -> Iterator[_Standing]:
    """The projects under headings of their own, in rows and at the head of items, in order."""
    for number, section in enumerate(made.sections):
        if section.silent:
            continue
        for ref in made.of_heading(section.heading):
            if ref.kind == PROJECT and section.heading is not None:
                yield _Standing(ref, number, -1, section.heading.text)
        for at, block in enumerate(section.blocks):
            if block.kind is BlockKind.TABLE:
                for row in block.rows[1:]:
                    named = [s.ref for cell in row[:2] for s in spots_in(cell, made.known)]
                    yield from (_Standing(ref, number, at, " ".join(row), row=True)
                                for ref in named[:1] if ref.kind == PROJECT)  # fmt: skip
            elif block.kind is BlockKind.ITEM:
                named = [s.ref for s in spots_in(block.text[:120], made.known) if s.start == 0]
                yield from (_Standing(ref, number, at) for ref in named if ref.kind == PROJECT)


def _code(heading: str) -> str:
    found = re.match(r"\W{0,2}(?P<code>[A-Z]|\d{1,2})[.):]?\s", heading)
    return found["code"] if found else ""


def _section(number: int, section: Section, last: Ref | None, said: _Said) -> Ref | None:
    """Read a section; returns the programme last spoken of."""
    if section.heading is not None:
        last = _chapter(number, section.heading, last, said)
    topic = said.made.of_heading(section.topic)
    for at, block in enumerate(section.blocks):
        if block.kind is BlockKind.TABLE:
            continue
        about = [ref for ref in topic if ref.kind == PROJECT]
        for sentence in sentences_of(block.text):
            spots = spots_said(sentence.text, said.made.known, last, said.wholes)
            if last is not None:
                found = OF_IT.finditer(sentence.text)
                spots += [Spot(last, one.start(), one.end()) for one in found]
            place = said.document.locator(block, sentence.start, sentence.end)
            _sentence(sentence.text, spots, about, (number, at), place, said)
            about = [spot.ref for spot in spots if spot.ref.kind == PROJECT] or about
            last = next((s.ref for s in reversed(spots) if s.ref in said.wholes), last)
    return last


def _sentence(
    text: str,
    spots: Sequence[Spot],
    about: Sequence[Ref],
    at: tuple[int, int],
    place: str,
    said: _Said,
) -> None:
    """Take which projects a sentence says are outside a programme, and which are in it."""
    wholes = [spot for spot in spots if spot.ref in said.wholes]
    projects = [spot for spot in spots if spot.ref.kind == PROJECT]
    if not wholes or about_others(text) or never_came_about(text):
        return
    outside = _OUTSIDE.search(text)
    clause = text if outside is None else text[: outside.start()].rpartition(";")[0]
    if outside is not None:
        named = [one.ref for one in projects if one.start >= len(clause)]
        out = named or _coded(text, said) or about
        said.out |= {(ref, spot.ref) for ref in out for spot in wholes}
    if not projects:
        _together(clause, wholes, at, place, said)


def _coded(text: str, said: _Said) -> list[Ref]:
    """The project that is told by its letter or number: "Entry F is not part of it"."""
    codes = {found["code"] for found in _CODE.finditer(text)}
    return [one.ref for one in said.standing if _code(one.text) in codes]


def _together(
    text: str, wholes: Sequence[Spot], at: tuple[int, int], place: str, said: _Said
) -> None:
    """Take what a sentence says of projects together, if it says that they are in a programme."""
    for whole in wholes:
        before, after = text[: whole.start], text[whole.end :]
        holds = HOLDS.match(after) is not None
        if not holds and not is_within(before, text) and not OF_IT.match(text, whole.start):
            continue
        part = after if holds else text
        for refs, most in _meant(part, at, said):
            said.told.append((refs, most, whole.ref, place))
            if most < len({one.ref for one in refs}):
                said.most[whole.ref] = most
            return


def _meant(text: str, at: tuple[int, int], said: _Said) -> Iterator[tuple[list[_Standing], int]]:
    """Which projects a text means together, and how many there may be at the most."""
    marked = _MARKED.search(text)
    if marked:
        refs = [one for one in said.standing if marked["sign"] in one.text]
        yield refs, len(refs)
        return
    ahead = [one for one in said.standing if (one.section, one.block) > at]
    here = [one for one in said.standing if one.section == at[0] and one.row]
    ends = _ENDS.search(text)
    if ends:
        n, which = _value(ends["n"]), ends["which"].lower()
        last = which in ("laatste", "last", "onderste")
        among = here if len(here) >= n and which[0] not in "vfn" else ahead
        among = among if len(among) >= n else [*said.standing]
        first: dict[Ref, _Standing] = {}
        for one in among:
            first.setdefault(one.ref, one)
        among = [*first.values()]
        yield (among[-n:] if last else among[:n]), n
        return
    count = _COUNT.search(text)
    if count and (not count["m"] or _NO_NOUN.match(text, count.end())):
        yield _tabled(here) or [*said.standing], _value(count["n"])
        return
    if _BOTH.search(text):
        near = [one for one in said.standing if (one.section, one.block) <= at]
        both = [*dict.fromkeys(one.ref for one in near)]
        yield [one for one in near if one.ref in both[-_PAIR:]], _PAIR
    elif _TABLED.search(text) or _ALL.search(text):
        refs = (_TABLED.search(text) and _tabled(here)) or [*said.standing]
        yield refs, len(refs)


def _tabled(here: Sequence[_Standing]) -> list[_Standing]:
    return [*here] if len(here) > 1 else []


def _value(number: str) -> int:
    return SMALL_NUMBERS.get(number.lower(), 0) or (int(number) if number.isdigit() else 0)


def _chapter(number: int, heading: Block, last: Ref | None, said: _Said) -> Ref | None:
    """Take the projects of a chapter "Projects within X", or under X's own heading."""
    own = [ref for ref in said.made.of_heading(heading) if ref in said.wholes]
    spots = spots_said(heading.text, said.made.known, last, said.wholes)
    named = [spot for spot in spots if spot.ref in said.wholes]
    whole = own[0] if len(own) == 1 else None
    if whole is None and len(named) == 1 and _HEADS.search(heading.text[: named[0].start]):
        whole = named[0].ref
    if _BESIDE.match(heading.text):
        under = _under(number, heading, said)
        said.out |= {(one.ref, ref) for one in under for ref in said.wholes}
    elif whole is not None:
        refs = [*_under(number, heading, said)]
        place = said.document.locator(heading)
        said.told.append((refs, len(refs), whole, place))
    return named[-1].ref if named else last


def _under(number: int, heading: Block, said: _Said) -> Iterable[_Standing]:
    """The projects that stand under a heading and those below it."""
    for one in said.standing:
        section = said.made.sections[one.section]
        below = section.heading is not None and heading.text in section.heading.path
        if (one.section == number and one.row) or (one.section > number and below):
            yield one
