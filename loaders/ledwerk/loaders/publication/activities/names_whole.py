"""Names that running text seems to break off: "het programma Bouwen met wat groeit onderzoekt".

Where a name goes on in small letters cannot be told from the sentence. It can where the same words
stand by themselves elsewhere: as a heading, at the end of a line of capitals, in quotation marks or
in a cell of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ledwerk.loaders.publication.activities.activity_headings import without_code
from ledwerk.loaders.publication.activities.activity_names import Naming
from ledwerk.loaders.publication.document import BlockKind, Document

_QUOTED = re.compile(r"[\"“‘«]([^\"”’»“‘]{4,80})[\"”’»]")
_NEXT = re.compile(r"\s+([^\W\d_][\w’'-]*|\d[\w.]*)")
_SMALL_FIRST = re.compile(r"[a-zà-ÿ]")
# What a sentence goes on with behind a name, and no name does.
_VERB = re.compile(
    r"(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|krijgt|krijgen|kreeg|"
    r"gaat|gaan|ging|loopt|liep|start|startte|komt|kwam|kan|kunnen|moet|zal|wil|doet|die|dat|waarin|"
    r"waarmee|waarbij|en|and|of|or|keurt|biedt|krijgt|has|have|had|are|were|will|can|gets|got|runs|ran|starts|started|which|that)"
)
_MOST = 6  # words that a name may go on for
_LONGEST = 90


def goes_on_so(word: str) -> bool:
    """Whether a word behind a name is the sentence's and not the name's."""
    return _VERB.fullmatch(word) is not None


def ended_phrases(document: Document) -> tuple[str, ...]:
    """What stands by itself in a document, in small letters."""
    return tuple({*_phrases(document)})


def _phrases(document: Document) -> Iterator[str]:
    yield _plain(document.title)
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            yield _plain(without_code(block.text))
            yield from (_plain(part) for part in re.split(r":\s|\s[–—-]\s", block.text))
        elif block.kind is BlockKind.TABLE:
            yield from (_plain(cell) for row in block.rows for cell in row[:2])
        for line in block.lines:
            bare = line.text.strip()
            if bare.isupper() and len(bare) <= _LONGEST:
                yield _plain(bare)
        yield from (_plain(found[1]) for found in _QUOTED.finditer(block.text))


def _plain(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .,:;!?\"“”‘’'")


def whole_name(naming: Naming, text: str, phrases: tuple[str, ...], prose: str) -> Naming:
    """A naming with as much behind it as stands by itself elsewhere in the document."""
    if naming.quoted or naming.end > len(text):
        return naming
    ends = [*_ends(text, naming.end)]
    for end in reversed(ends):
        key = f" {_plain(text[naming.start : end])}"
        if any(f" {phrase}".endswith(key) for phrase in phrases):
            return replace(naming, name=" ".join(text[naming.start : end].split()), end=end)
    return _with_comma(naming, text, prose)


# "het programma Gezonde Grond, Gezonde Mensen": a comma is of a name that is written so again.
_COMMA = re.compile(
    r",\s+(?:(?:en|and)\s+)?[A-ZÀ-Þ][\w’'&-]*(?:\s+[A-ZÀ-Þ][\w’'&-]*){0,3}(?=[\s.,;:()\"”’]|$)"
)
_ONE = re.compile(r"(?:programma|programme|project|traject|deal|initiatief)\s+[\"“‘]?$")
_TWICE = 2


def _with_comma(naming: Naming, text: str, prose: str) -> Naming:
    found = _COMMA.match(text, naming.end)
    if not found or not _ONE.search(text[max(0, naming.start - _LONGEST) : naming.start]):
        return naming
    whole = " ".join(text[naming.start : found.end()].split())
    return replace(naming, name=whole, end=found.end()) if prose.count(whole) >= _TWICE else naming


def _ends(text: str, at: int) -> Iterator[int]:
    """Where a name may end, word by word, that goes on behind a place."""
    for number in range(_MOST):
        found = _NEXT.match(text, at)
        if not found or (not number and not _SMALL_FIRST.match(found[1])):
            return
        if not number and _VERB.fullmatch(found[1]):
            return
        at = found.end()
        yield at
