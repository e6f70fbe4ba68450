"""Lines that begin something new by what they say: a count, a part's number, a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledwerk.loaders.publication.layout.heading_words import bullet, looks_like_heading
from ledwerk.loaders.publication.layout.printed import Printed

_COUNTED = re.compile(
    r"\s*(?:[€£$]\s?)?\d[\d.,]{0,14}(?:\s?(?:%|[kKmM]\b|bn\b|mln\b|miljoen\b|million\b))?\s+[a-zà-ÿ]"
)
_FEWEST_COUNTED = 3
# "1.2 The chair reported", a numbered part of minutes, behind a sentence that ended.
_CLAUSE = re.compile(r"\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?\s+[A-ZÀ-Þ]")
_CLAUSE_END = (".", "!", "?", ":", ";", "…", "”", "’", '"', ")", "%")
_CAPITALS = re.compile(r"[^\W\d_]{4}")
_WIDE = re.compile(r"\S {3,200}\S")


def counting(group: Sequence[Printed]) -> frozenset[int]:
    """Lines that each count something, "63 aangesloten bedrijven", where most of a group do so."""
    if any(bullet(line.text) for line in group):
        return frozenset()
    found = [i for i, line in enumerate(group) if _COUNTED.match(line.text)]
    first = found[0] if found else 0
    if len(found) < _FEWEST_COUNTED or len(found) * 3 < (len(group) - first) * 2:
        return frozenset()
    after = found[-1] + 1
    ends = {after} if after < len(group) and group[after].text[:1].isupper() else set()
    return frozenset({*found, *ends})


def is_clause(line: Printed, before: Printed) -> bool:
    """Whether a line begins a numbered part, "3.2 Headline results", and goes on with nothing."""
    ended = before.text.rstrip().endswith(_CLAUSE_END) or is_capital(_bare(before))
    return ended and _CLAUSE.match(line.text) is not None


def is_capital(text: str) -> bool:
    """Whether a line is a title in capitals, with a word of four letters at least."""
    return text.isupper() and _CAPITALS.search(text) is not None and looks_like_heading(text)


def is_titled(text: str) -> bool:
    """Whether a line is in capitals but for what stands in brackets: "TE GAST (alleen punt 4)"."""
    bare = _BRACKETS.sub("", text)
    return bare.isupper() and _CAPITALS.search(bare) is not None


_BRACKETS = re.compile(r"\([^()]{0,80}\)")


def heads_in_capitals(line: Printed, below: Printed | None) -> bool:
    """Whether a line, without its sign or number, is a title in capitals over what is none."""
    return below is not None and is_capital(_bare(line)) and not is_capital(_bare(below))


def _bare(line: Printed) -> str:
    text = line.text.strip()
    return text[len(bullet(text)) :]


def in_cells(group: Sequence[Printed], line: Printed) -> bool:
    """Whether a line is a row of a table like one before it, however far in it begins."""
    return _WIDE.search(line.text.strip()) is not None and any(
        _WIDE.search(one.text.strip()) for one in group[-_NEAR:]
    )


_NEAR = 6  # lines of one cell, at most
