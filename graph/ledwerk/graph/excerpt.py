"""The piece of text that shows why a search found something, also with its hits marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from ledwerk.graph.stems import same_stem, stems, words_of

MARK = "**"  # before and after a hit; no excerpt has it otherwise
_BEFORE, _LENGTH = 40, 160
_LOOKED_AT = 20_000  # letters of a text in which other forms of a word are looked for
_SHORT = 3  # letters: a shorter word counts where a word begins
_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*\)")
_SIGNS = re.compile(r"\*\*|__|`|^ {0,3}(?:#{1,6}|>|[-*+]) +", re.MULTILINE)


def excerpt(words: str, *texts: str | None) -> str:
    """The surroundings of the first word found in the first text that has one.

    Up to 160 characters, cut at spaces and marked with “…” where cut. A text without any word is
    looked through for other forms of them; the last text stands in where none has one. Accents and
    case do not count. Of Markdown the words are left.
    """
    wanted = words.split()
    given = [_plain(text) for text in texts if text]
    for find in (_exact, _other_forms):
        for text in given:
            place = find(text, wanted)
            if place is not None:
                return _around(text, place)
    return _around(given[-1] if given else "", 0)


def marked(words: str, *texts: str | None) -> str:
    """The same with each word found between two stars."""
    piece = excerpt(words, *texts)
    made, end = [], 0
    for start, stop in _hits(piece, words.split()):
        if start >= end:
            made += [piece[end:start], MARK, piece[start:stop], MARK]
            end = stop
    return "".join([*made, piece[end:]])


def _plain(text: str) -> str:
    if not any(sign in text for sign in "*_`#>[-+"):
        return text
    return _SIGNS.sub("", _LINK.sub(r"\1", text))


def _exact(text: str, wanted: Sequence[str]) -> int | None:
    folded = _same_length(text)
    places = [place for word in wanted if (place := folded.find(word)) >= 0]
    return min(places, default=None)


def _other_forms(text: str, wanted: Sequence[str]) -> int | None:
    roots = _stems(wanted)
    found = _WORD.finditer(text[:_LOOKED_AT])
    return next((match.start() for match in found if same_stem(match[0], roots)), None)


def _stems(wanted: Sequence[str]) -> frozenset[str]:
    return frozenset(stem for word in wanted for one in words_of(word) for stem in stems(one))


def _hits(piece: str, wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words, or other forms of them, stand in a piece; the first and longest first."""
    folded = _same_length(piece)
    found = {
        (match.start(), match.end())
        for word in wanted
        for match in re.finditer(("" if len(word) >= _SHORT else r"\b") + re.escape(word), folded)
    }
    roots = _stems(wanted)
    for match in _WORD.finditer(piece):
        inside = any(match.start() <= start < match.end() for start, _ in found)
        if not inside and same_stem(match[0], roots):
            found.add((match.start(), match.end()))
    yield from sorted(found, key=lambda span: (span[0], -span[1]))


def _same_length(text: str) -> str:
    """Folded letter by letter, so that places in it are places in the text."""
    return "".join(unicodedata.normalize("NFKD", c.casefold())[:1] or c for c in text)


def _around(text: str, place: int) -> str:
    start = max(0, place - _BEFORE)
    if start:
        start = text.find(" ", start, place) + 1 or start
    end = min(len(text), start + _LENGTH)
    if end < len(text):
        end = text.rfind(" ", start + 1, end) if " " in text[start + 1 : end] else end
    piece = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{piece}{'…' if end < len(text) else ''}"
