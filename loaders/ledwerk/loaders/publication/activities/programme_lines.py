"""The numbered lines of a programme: "1 – Name (subtitle)" under a heading that says programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity, years_in
from ledwerk.loaders.publication.activities.activity_headings import lists_partners
from ledwerk.loaders.publication.activities.activity_heads import squeezed
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME
from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.findings import IN_A_LIST, Ref
from ledwerk.loaders.publication.layout.sections import Section, topics_of
from ledwerk.schema.fields import Value
from ledwerk.schema.names import fold

_LINE = re.compile(
    r"^(?P<number>\d{1,2})\s*(?:[–—.:)]|-(?=\s))\s+(?P<name>[^()]{3,90}?)"
    r"(?:\s+\((?P<sub>[^()]{3,80})\))?$"
)
_FEWEST_LINES = 3
_OVER_LINES = re.compile(
    r"\b(?:programma|programme|speerpunten|actielijnen|programmalijnen|pillars)\b"
)


def number_lines(document: Document, made: Activities) -> None:
    """A programme's numbered lines: "1 – Name (subtitle)" under a heading that says programme."""
    for section in made.sections:
        heading = section.heading
        if section.silent or heading is None or not _OVER_LINES.search(fold(heading.text)):
            continue
        lines = [*_numbered(section)]
        numbers = [int(found["number"]) for found, _, _ in lines]
        if len(lines) < _FEWEST_LINES or numbers != list(range(1, len(numbers) + 1)):
            continue
        whole = made.of_heading(heading) or (
            made.add(_programme(document, heading)),
        )  # fmt: skip
        made.headed[id(heading)] = whole
        for found, block, start in lines:
            _add_line(document, made, whole[0], (found, block, start))
    _head_lines(made)


_SUBTITLE = re.compile(
    r"(?:het |the |een |an? )?(?:[a-z]{0,14}programma|programme|[a-z]{0,14}agenda|strategie|"
    r"strategy)\s+"
    r"(?:voor|van|for|of|to|on|over)\s+[^.]{3,80}?(?:,?\s+\(?(?P<start>(?:19|20)\d\d)\s*[-–]\s*"
    r"(?P<end>(?:19|20)\d\d)\)?)?",
    re.IGNORECASE,
)
_HEAD = 4  # blocks at the beginning


def read_subtitled(document: Document, made: Activities) -> None:
    """The programme that a document is called after, by the subtitle under its title."""
    for title, below in pairwise(document.blocks[:_HEAD]):
        text = " ".join(title.text.split())
        found = _SUBTITLE.fullmatch(" ".join(below.text.split()))
        if found is None or title.kind is not BlockKind.HEADING or len(text) > _LONGEST:
            continue
        years = (("start", found["start"] or ""), ("end", found["end"] or ""))
        given = tuple((name, value) for name, value in years if value)
        ref = Ref(PROGRAMME, text.title() if text.isupper() and " " in text else text)
        made.headed[id(title)] = (
            made.add(Activity(ref, document.locator(title), IN_A_LIST, (), given)),
        )
        return


_LONGEST = 60  # signs of a programme's name


def _programme(document: Document, heading: Block) -> Activity:
    place, years = document.locator(heading), years_in(heading.text)
    return Activity(Ref(PROGRAMME, heading.text), place, IN_A_LIST, (), years)


def _numbered(section: Section) -> Iterator[tuple[re.Match[str], Block, int]]:
    for block in section.blocks:
        for line in block.lines:
            found = _LINE.match(" ".join(line.text.split()))
            if found:
                yield found, block, line.offset


def _add_line(
    document: Document, made: Activities, whole: Ref, line: tuple[re.Match[str], Block, int]
) -> None:
    found, block, start = line
    place = document.locator(block, start, start + len(found[0]))
    aliases = (found["sub"],) if found["sub"] else ()
    years = years_in(whole.name)
    properties: tuple[tuple[str, Value], ...] = (
        ("number", int(found["number"])),
        ("type", "line"),
        *years,
    )
    ref = made.add(
        Activity(Ref(PROGRAMME, found["name"].strip()), place, IN_A_LIST, aliases, properties)
    )
    made.parts.append((ref, whole, place))


def _head_lines(made: Activities) -> None:
    """Headings that begin with the name of a numbered line stand for it, wherever they stand."""
    lines = {squeezed(part.name): part for part, _, _ in made.parts}
    heads = [s.heading for s in made.sections if s.heading is not None and s.heading is s.topic]
    for heading in heads:
        text = squeezed(heading.text)
        for key, ref in lines.items():
            if text.startswith(key) and not made.of_heading(heading):
                made.headed[id(heading)] = (ref,)
    _titles_below(made)


def _titles_below(made: Activities) -> None:
    """A title printed below its page's text: parts without a topic take the line that follows."""
    topics = topics_of(made.sections)
    for topic, after in pairwise(topics):
        has_parts = any(lists_partners(s.part) for s in topic.sections if s.part)
        next_refs = made.of_heading(after.heading)
        if has_parts and topic.heading and not made.of_heading(topic.heading) and next_refs:
            made.headed[id(topic.heading)] = next_refs
