"""The piece of text that shows why a search found something."""

from __future__ import annotations

import unicodedata

_BEFORE, _LENGTH = 40, 160


def excerpt(words: str, *texts: str | None) -> str:
    """The surroundings of the first word found in the first text that has one.

    Up to 160 characters, cut at spaces and marked with “…” where cut. The last text stands in
    where none has a word. Accents and case do not count.
    """
    wanted = words.split()
    for text in texts:
        if not text:
            continue
        folded = _same_length(text)
        places = [place for word in wanted if (place := folded.find(word)) >= 0]
        if places:
            return _around(text, min(places))
    return _around(next((text for text in reversed(texts) if text), ""), 0)


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
