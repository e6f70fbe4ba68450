"""What stands on every page of a text file: its number, and the head or foot of all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ledwerk.loaders.publication.layout.label_words import is_label

Numbered = tuple[int, str]

_NUMBER = re.compile(r"\d{1,3}")
_WIDE = re.compile(r"(?P<left>\S.{0,90}?)\s{8,200}(?P<right>\S.{0,90})")
_PAGED = re.compile(
    r"(?:(?P<first>\d{1,3})\s+(?:[|·–—-]\s+)?(?P<after>[^\W\d_].{2,80})|"
    r"(?P<before>[^\W\d_].{2,80}?)(?:\s{2,}|\s+[|·–—-]\s+)(?P<last>\d{1,3}))"
)
_DIGITS = re.compile(r"\d+")
_DRAWN = re.compile(r"[-=_*~—–·.+<>/\\|\s]{4,400}")
_FARTHEST = 4  # pages from one number to the next
_LAST_PAGE = 500
_FEWEST = 2


def running(lines: Sequence[Numbered]) -> frozenset[int]:
    """The numbers of the lines that are no part of the text."""
    bare = [(number, text.strip(" \t\f\r\xa0")) for number, text in lines]
    numbers = _counting_up([(number, int(t)) for number, t in bare if _NUMBER.fullmatch(t)])
    found = frozenset(numbers)
    made = found | frozenset(_heads(bare, found)) | frozenset(_paged(bare, found))
    return made | frozenset(_beside(bare, found))


def _counting_up(pages: Sequence[tuple[int, int]]) -> list[int]:
    """The lines of numbers that count the pages: each a little more than the one before."""
    if len(pages) < _FEWEST or pages[0][1] > _LAST_PAGE:
        return []
    steps = [after[1] - one[1] for one, after in pairwise(pages)]
    return [number for number, _ in pages] if all(0 < s <= _FARTHEST for s in steps) else []


def _heads(bare: Sequence[Numbered], numbers: frozenset[int]) -> Iterator[int]:
    """Lines with white between two parts, one of which is the same on others: name and rubric."""
    apart = []
    for i, (number, text) in enumerate(bare):
        found = _WIDE.fullmatch(text)
        if found and _tops(bare, i, numbers) and not _goes_on(bare, i, found.start("right")):
            apart.append((number, _shape(found["left"]), _shape(found["right"])))
    left = Counter(one for _, one, _ in apart)
    right = Counter(one for _, _, one in apart)
    for number, one, other in apart:
        if (left[one] >= _FEWEST and not is_label(one)) or (
            right[other] >= _FEWEST and _DIGITS.sub("", other) != other and one == "#"
        ):
            yield number


def _beside(bare: Sequence[Numbered], numbers: frozenset[int]) -> Iterator[int]:
    """Lines that say the same right under or over the number of more than one page."""
    for step in (1, -1):
        near = [
            bare[i + step]
            for i, (number, _) in enumerate(bare)
            if number in numbers and 0 <= i + step < len(bare) and bare[i + step][1]
        ]
        often = Counter(_shape(text) for _, text in near)
        yield from (n for n, text in near if often[_shape(text)] >= _FEWEST)


def _tops(bare: Sequence[Numbered], at: int, numbers: frozenset[int]) -> bool:
    """Whether nothing of the text stands right above a line."""
    if not at:
        return True
    number, text = bare[at - 1]
    return not text or number in numbers or _DRAWN.fullmatch(text) is not None


def _goes_on(bare: Sequence[Numbered], at: int, place: int) -> bool:
    """Whether the line below has something in the same column: a table."""
    below = bare[at + 1][1] if at + 1 < len(bare) else ""
    return len(below) > place and below[:place].endswith("  ") and below[place] != " "


def _paged(bare: Sequence[Numbered], numbers: frozenset[int]) -> Iterator[int]:
    """Lines of the same words with a page's number before or behind them, which counts up."""
    pages: dict[str, list[tuple[int, int]]] = {}
    for i, (number, text) in enumerate(bare):
        found = _PAGED.fullmatch(text)
        if found and (_tops(bare, i, numbers) or _ends(bare, i)):
            words = _shape(found["after"] or found["before"])
            pages.setdefault(words, []).append((number, int(found["first"] or found["last"])))
    for some in pages.values():
        yield from _counting_up(some)


def _ends(bare: Sequence[Numbered], at: int) -> bool:
    """Whether nothing of the text stands right below a line."""
    text = bare[at + 1][1] if at + 1 < len(bare) else ""
    return not text or _DRAWN.fullmatch(text) is not None


def _shape(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.split()).lower())
