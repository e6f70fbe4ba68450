"""Programmes that a document names only by their office or board: "Programmabureau X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.loaders.publication.activity_found import Activities, Activity, years_in
from ledwerk.loaders.publication.activity_names import PROGRAMME
from ledwerk.loaders.publication.document import Block, Document
from ledwerk.loaders.publication.findings import GATHERED, Ref
from ledwerk.loaders.publication.known_names import ACTIVITIES
from ledwerk.schema.names import name_key

_NAME = (
    r"(?<![\w’'-])(?P<name>[A-ZÀ-Þ][\w’'-]{1,40}(?:[ ](?:(?:van|de|het|in|aan|op|en|voor|of|"
    r"the|for|and)[ ]){0,3}[A-ZÀ-Þ0-9][\w’'-]{1,40}){0,5})"
)
_NL = re.compile(
    rf"\b(?P<office>[Pp]rogramma(?:bureau|team|secretariaat|raad|management)|PROGRAMMA(?:BUREAU|"
    rf"TEAM)|"
    rf"[Ss]tuurgroep|STUURGROEP|[Ss]tuurgroep programma)\s+{_NAME}"
)
_EN = re.compile(
    rf"{_NAME}\s+(?P<office>[Pp]rogramme (?:[Oo]ffice|[Bb]oard|[Tt]eam)|[Ss]teering (?:[Gg]roup|"
    rf"[Cc]ommittee))\b"
)
_THE_PROGRAMME = re.compile(
    r"\b(?:het|dit|ons|the|this|our) (?:programma|programme)\b(?!\s+[A-ZÀ-Þ“‘\"])"
)
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
