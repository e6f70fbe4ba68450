"""Programmes that a document names only by their office or board: "Programmabureau X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activity_found import Activities, Activity, years_in
from ledwerk.loaders.publication.activities.activity_names import PROGRAMME
from ledwerk.loaders.publication.document import Block, Document
from ledwerk.loaders.publication.findings import GATHERED, Ref
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES
from ledwerk.schema.names import name_key

_NAME = (
    r"(?<![\w’'-])(?P<name>[A-ZÀ-Þ][\w’'-]{1,40}(?:[ ](?:(?:van|de|het|in|aan|op|en|voor|of|"
    r"the|for|and)[ ]){0,3}[A-ZÀ-Þ0-9][\w’'-]{1,40}){0,5})"
)
_NL = re.compile(
    rf"\b(?P<office>[Pp]rogramma(?:bureau|team|secretariaat|raad|management)|PROGRAMMA(?:BUREAU|"
    rf"TEAM)|[Ss]tuurgroep|STUURGROEP|[Ss]tuurgroep programma)\s+{_NAME}"
)
_EN = re.compile(
    rf"{_NAME}\s+(?P<office>[Pp]rogramme (?:[Oo]ffice|[Bb]oard|[Tt]eam)|[Ss]teering (?:[Gg]roup|"
    rf"[Cc]ommittee))\b"
)
_THE_PROGRAMME = re.compile(
    r"\b(?:het|dit|ons|the|this|our) (?:programma|programme)\b(?!\s+[A-ZÀ-Þ“‘\"])"
)
# A committee of a programme, wherever it is named: "de programmacommissie Leisure".
_COMMITTEE = re.compile(
    r"\b(?:[Pp]rogramma-?\s?(?:commissie|raad)\s+(?:voor\s+)?|[Pp]rogramme (?:[Cc]ommittee|"
    r"[Bb]oard|[Cc]ouncil) (?:for|of)\s+(?:the\s+)?)(?P<name>[A-ZÀ-Þ][\w’'-]+"
    r"(?:[ ](?:(?:&|en|and|van|de|voor|of)[ ])?[A-ZÀ-Þ][\w’'-]+){0,4})"
)
_SECTORS = re.compile(r"\b[Ss]ector(?:en|s)?\b[^.:]{0,60}:\s+(?P<row>[A-ZÀ-Þ][^.:]{3,200})")
_HEAD = 6
_NO_NAME = frozenset({"nr", "datum", "verslag", "vergadering", "leden", "vacant"})


def programmes_of_offices(document: Document, made: Activities) -> None:
    """The programme that an office or board at the head of a document is called after.

    A document in which nobody speaks of "the programme" has none; nor has one that names another.
    """
    if any(one.ref.kind == PROGRAMME for one in made.found):
        return
    spoken = any(_THE_PROGRAMME.search(block.text) for block in document.blocks)
    for block, name in _named(document):
        known = made.known.find(name, ACTIVITIES)
        if spoken and known is None and name_key(name) not in _NO_NAME:
            shown = _as_written(name, document)
            made.add(
                Activity(
                    Ref(PROGRAMME, shown), document.locator(block), GATHERED, (), years_in(shown)
                )
            )
            return


def programmes_of_committees(document: Document, made: Activities) -> None:
    """The programmes that have a committee of their own; one of a sector is called after it.

    A heading with that name stands for it, and it is part of the programme whose section names it
    among the sectors. The bare name is no name that running text is searched for: "Logistiek".
    """
    found: dict[str, str] = {}
    for block in document.blocks:
        for one in _COMMITTEE.finditer(block.text):
            name = one["name"]
            if not made.known.find(name, ACTIVITIES) and name_key(name) not in _NO_NAME:
                found.setdefault(name, document.locator(block, one.start(), one.end()))
    for name, place in found.items():
        if not _is_sector(name, document):
            continue
        ref = Ref(PROGRAMME, f"Sectorprogramma {name}")
        kind = (("type", "sector_programme"),)
        made.found.append(Activity(ref, place, GATHERED, (name,), kind))
        made.known.add(ref)
        for section in made.sections:
            heading = section.heading
            if heading is not None and heading.text.strip() == name and heading is section.topic:
                made.headed[id(heading)] = (ref,)
        _part_of_section(document, name, ref, made)


def _is_sector(name: str, document: Document) -> bool:
    """Whether a text calls it a sector: in a row of sectors, or as "de Leisure sector"."""
    rows = (row["row"] for block in document.blocks for row in _SECTORS.finditer(block.text))
    said = re.compile(rf"\b{re.escape(name)}[- ]sector\b|\bsector {re.escape(name)}\b")
    return any(name in row for row in rows) or any(said.search(b.text) for b in document.blocks)


def _part_of_section(document: Document, name: str, ref: Ref, made: Activities) -> None:
    for section in made.sections:
        wholes = [one for one in made.of_heading(section.topic) if one.kind == PROGRAMME]
        for block in section.blocks if len(wholes) == 1 and wholes[0] != ref else ():
            for row in _SECTORS.finditer(block.text):
                if name in row["row"]:
                    place = document.locator(block, row.start(), row.end())
                    made.parts.append((ref, wholes[0], place))


def _named(document: Document) -> Iterator[tuple[Block, str]]:
    for block in document.blocks[:_HEAD]:
        for pattern in (_NL, _EN):
            for line in block.lines:
                found = pattern.search(line.text)
                if found:
                    yield block, found["name"]


def _as_written(name: str, document: Document) -> str:
    """A name in capitals as the text spells it elsewhere."""
    if not name.isupper():
        return name
    for block in document.blocks:
        at = block.text.lower().find(name.lower())
        if at >= 0 and not block.text[at : at + len(name)].isupper():
            return block.text[at : at + len(name)]
    return name.title()
