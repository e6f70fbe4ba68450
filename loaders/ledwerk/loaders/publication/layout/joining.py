"""Printed lines joined to one text: hyphens that only broke a line go, others stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ledwerk.loaders.publication.document import Line
from ledwerk.loaders.publication.layout.counting_words import SMALL_NUMBERS

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN_WORD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_AFTER_SUSPENDED = frozenset({"en", "of", "and", "or", "und", "tot", "to", "dan", "als"})


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole on a line, with their hyphens; they tell how a broken one goes."""
    found: set[str] = set()
    for line in lines:
        found.update(word.lower() for word in _WORD.findall(line.rstrip().rstrip("-")))
    return frozenset(found)


def joined(lines: Sequence[Line], known: frozenset[str]) -> tuple[str, tuple[Line, ...]]:
    """The text of lines as one, and the lines with where each begins in it."""
    parts: list[str] = []
    placed: list[Line] = []
    length = 0
    for line in lines:
        bare = " ".join(line.text.replace("\xa0", " ").split())
        if parts:
            before = len(parts[-1])
            parts[-1] = _glued(parts[-1], bare, known)
            length += len(parts[-1]) - before
        placed.append(replace(line, offset=length))
        parts.append(bare.replace("\xad", "") if not bare.endswith("\xad") else bare)
        length += len(parts[-1])
    return "".join(parts).rstrip("\xad"), tuple(placed)


_LONGEST_WORD = 80
# What is joined to what follows with a hyphen, wherever the line ends: "Vice-chair".
_ALWAYS_HYPHENED = frozenset({"vice", "ex", "self", "non", "triple", "quasi"})


def _glued(before: str, after: str, known: frozenset[str]) -> str:
    """The text so far, ended so that the next line can be put right behind it."""
    if before.endswith("\xad"):
        return before.rstrip("\xad")
    broken = _BROKEN_WORD.search(before[-_LONGEST_WORD:])
    if broken is None:
        return f"{before} " if before else before
    next_word = _FIRST_WORD.match(after)
    if next_word is None:
        return before if after[:1].isdigit() else f"{before} "
    if next_word[0].lower() in _AFTER_SUSPENDED and _is_suspended(after[next_word.end() :]):
        return f"{before} "
    first, second = broken[1].rsplit("-", 1)[-1].lower(), next_word[0].lower()
    if (
        next_word[0][0].isupper()
        or first in _ALWAYS_HYPHENED
        or (first == "pro" and second in _FOR)
        or (second in _MEASURES and (first in SMALL_NUMBERS or first == "one"))
        or (f"{first}-{second}" in known and f"{first}{second}" not in known)
    ):
        return before
    return before[:-1]


_FOR = frozenset({"vice", "rector", "active", "actief", "actieve", "rata", "forma", "deo", "bono"})
_MEASURES = frozenset({
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "term",
    "storey", "part", "stage", "point", "acre", "mile", "fold", "bed", "room", "seat",
})  # fmt: skip


def _is_suspended(rest: str) -> bool:
    """Whether "en" behind a hyphen joins two words, "kennis- en onderwijs", or ends a broken one:

    "groei- / en, maar", "van de dak- / en op de campus".
    """
    return not rest.startswith((",", ".", ";", ":", "!", "?", ")")) and not _NO_NOUN.match(rest)


_NO_NOUN = re.compile(
    r"\s+(?:op|in|van|met|voor|bij|aan|uit|naar|tot|door|om|te|die|dat|de|het|is|zijn|wordt|worden|"
    r"werd|werden|was|waren|heeft|hebben|had|kan|kunnen|moet|moeten|maar|want|als|of|zo|ook|niet)\b"
)


def cell_joined(before: str, after: str) -> str:
    """A cell's lines as one, a word that was broken made whole."""
    if not before or not after:
        return before or after
    if before.endswith("-") and after[:1].islower() and before[-2:-1].islower():
        return before[:-1] + after
    return f"{before} {after}"
