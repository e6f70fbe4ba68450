"""Plain text that was printed in two columns: the left is read first, and then the right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

Numbered = tuple[int, str]

_TITLE = re.compile(r"(?:mw|mevr|dhr|mr|mrs|ms|dr|drs|ir|ing|prof|cllr)\b\.?", re.IGNORECASE)
_FEWEST = 6  # lines with text in both columns
_GUTTER = 3  # spaces at least, before the right column
_WORDS = 2.6  # in a line of a column of text, on average
_SMALL = 0.3  # of the lines of a column of text begin with a small letter
_BOTH = 0.5  # of a stretch's lines have text on both sides
_WIDEST = 400


def unfolded(lines: Sequence[Numbered]) -> Iterator[Numbered]:
    """The lines in the order in which they are read, each with its number."""
    at = 0
    while at < len(lines):
        end, place = _stretch(lines, at)
        if not place:
            yield lines[at]
            at += 1
            continue
        sides = [(number, text[:place].rstrip()) for number, text in lines[at:end]]
        yield from sides
        yield lines[at][0], ""
        yield from ((number, text[place:]) for number, text in lines[at:end])
        yield lines[end - 1][0], ""
        at = end


def _stretch(lines: Sequence[Numbered], at: int) -> tuple[int, int]:
    """Where a stretch of two columns ends that begins at a line, and where its right one begins."""
    place = _right(lines[at][1])
    if not place:
        return at, 0
    end = at
    while end < len(lines) and end - at < _MOST_LINES and _fits(lines[end][1], place):
        end += 1
    texts = [text for _, text in lines[at:end] if text.strip()]
    both = [text for text in texts if text[:place].strip() and text[place:].strip()]
    if len(both) < _FEWEST or len(both) < len(texts) * _BOTH:
        return at, 0
    begins = Counter(len(text) - len(text[place:].lstrip()) for text in both)
    if begins[place] * 2 < len(both):
        return at, 0
    left = [text[:place].strip() for text in both]
    right = [text[place:].strip() for text in both]
    return (end, place) if _is_text(left) and _is_text(right) else (at, 0)


_MOST_LINES = 2_000


def _right(text: str) -> int:
    """Where the text begins that stands right of the widest white in a line; 0 without any."""
    if len(text) > _WIDEST or " " * _GUTTER not in text.strip():
        return 0
    bare = len(text) - len(text.lstrip())
    best, width, run = 0, 0, 0
    for i in range(bare, len(text)):
        if text[i] == " ":
            run += 1
            continue
        if run >= _GUTTER and run > width:
            best, width = i, run
        run = 0
    return best


def _fits(text: str, place: int) -> bool:
    """Whether nothing in a line stands across a place."""
    return len(text) <= place or not text[place - 2 : place].strip()


def _is_text(lines: Sequence[str]) -> bool:
    words = sum(len(line.split()) for line in lines)
    small = sum(1 for line in lines if line[:1].islower() and not _TITLE.match(line))
    return (
        words >= _WORDS * len(lines)
        and small >= _SMALL * len(lines)
        and not any(" " * _GUTTER in line for line in lines)
    )
