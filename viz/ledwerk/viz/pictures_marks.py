"""The marks, ties and regions of a view as parts of a sheet, at some scale.

Nothing becomes smaller than a reader can see: words have a least size, and where a sheet is too
small for all of them, the names that do not fit are left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import sqrt
from typing import TypeAlias

from ledwerk.viz.font_widths import width_of
from ledwerk.viz.pictures_parts import (
    PAPER,
    SOFT,
    Item,
    Line,
    Outline,
    Part,
    Strokes,
    Words,
    ellipse,
    rectangle,
    shaped,
)
from ledwerk.viz.pictures_words import told_mark, told_tie
from ledwerk.viz.style import MARGIN
from ledwerk.viz.view import Mark, Tie, View

LEAST_TEXT = 4.2  # points
FRESH, LIT = "#b3267a", "#1f2933"
GAP_DASHES, DASHES, DOTS = (7.0, 4.0), (3.6, 2.6), (1.4, 1.8)  # points
_TEXT = 0.94  # of the size on the page, whose face is narrower
_SPACING, _BASELINE = 1.12, 0.86  # of the size of the text
_LEAST_RADIUS, _LEAST_LINE = 2.2, 0.45
_FAINT = 0.22  # of ties beside those that are lit
_SEEN, _MANY = 0.62, 250  # of ties, up to how many
_REGION, _REGION_TEXT = "#eef1f4", 17

Extent: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Scaled:
    """A view at `scale` points a pixel, moved by `left` and `top` points."""

    view: View
    scale: float
    left: float = 0.0
    top: float = 0.0

    def size(self, mark: Mark) -> float:
        """The size of a mark's words, in points."""
        return max(LEAST_TEXT, mark.style.text * _TEXT * self.scale)

    @cached_property
    def cramped(self) -> bool:
        """Whether words had to stay larger than the scale makes them, so that some may not fit."""
        return any(m.style.text * _TEXT * self.scale < LEAST_TEXT for m in self.view.marks)

    @cached_property
    def named(self) -> frozenset[str]:
        """The marks whose names are shown: all, or as many as do not lie over each other."""
        if not self.cramped:
            return frozenset(mark.id for mark in self.view.marks)
        ties = Counter(end for tie in self.view.ties for end in (tie.source, tie.target))
        order = sorted(
            self.view.marks,
            key=lambda m: (not (m.lit or m.fresh), -m.members, -m.style.size, -ties[m.id], m.id),
        )
        taken = _Taken()
        return frozenset(m.id for m in order if taken.free(self.label_extent(m)))

    def extent(self) -> Extent:
        """The room that everything takes, names included."""
        found = [self.mark_extent(mark) for mark in self.view.marks]
        found += [self._region_extent(region) for region in range(len(self.view.regions))]
        if not found:
            return (0.0, 0.0, 1.0, 1.0)
        left, top, right, bottom = zip(*found, strict=True)
        return min(left), min(top), max(right), max(bottom)

    def mark_extent(self, mark: Mark) -> Extent:
        """The room of a mark with its name."""
        left, top, right, bottom = self.label_extent(mark)
        ring = 3.0 * len(self._rings(mark))
        if mark.style.boxed:
            return left - ring, top - ring, right + ring, bottom + ring
        x, y = self._at(mark)
        r = self._radius(mark) * 1.25 + ring
        return min(left, x - r), min(top, y - r), max(right, x + r), max(bottom, y + r)

    def label_extent(self, mark: Mark) -> Extent:
        """The room of a mark's name, with the box or ellipse around it."""
        x, y = self._at(mark)
        across, down = self._words_size(mark)
        if mark.style.boxed:
            a, b = self._around(mark, across, down)
            return x - a, y - b, x + a, y + b
        top = y + self._label_top(mark)
        return x - across / 2, top, x + across / 2, top + down

    def regions(self) -> Iterator[Item]:
        """The ground of the parts of the picture that have a word."""
        for number, region in enumerate(self.view.regions):
            left, top, right, bottom = self._ground(number)
            shape = rectangle(left, top, right - left, bottom - top, 8 * self.scale)
            yield Item((Outline(shape, _REGION, "#c9d1d9", 0.5),), region.label)

    def region_words(self) -> Iterator[Item]:
        """Their words, which ties must not hide: within the upper edge, or else above it."""
        for number, region in enumerate(self.view.regions):
            size, (x, y, _, _) = self._region_size(), self._region_word(number)
            word = Words(x, y + size, region.label, size, SOFT, bold=True, halo=_REGION)
            if region.label:
                yield Item((word,))

    def ties(self) -> Iterator[Item]:
        """The ties; lit ones come last, above the others."""
        names = {mark.id: mark.name or mark.label for mark in self.view.marks}
        places = {mark.id: self._at(mark) for mark in self.view.marks}
        for tie in sorted(self.view.ties, key=_height):
            if tie.source in places and tie.target in places:
                told = told_tie(tie, names, self.view.lang)
                lines = self._lines(tie, places[tie.source], places[tie.target])
                yield Item(tuple(lines), told)

    def _lines(
        self, tie: Tie, start: tuple[float, float], end: tuple[float, float]
    ) -> Iterator[Line]:
        width = max(_LEAST_LINE, tie.look.width * self.scale)
        if tie.fresh:
            yield Line(start, end, FRESH, width + 2.4, opacity=0.45)
        if tie.lit:
            width = max(1.6, 1.8 * width)
        opacity = 1.0 if tie.lit or tie.gap else self._opacity
        dashes = GAP_DASHES if tie.gap else DASHES if tie.look.dashed else ()
        dashes = DOTS if tie.unreviewed else dashes
        if tie.gap:
            width = max(1.1, width)
        yield Line(start, end, tie.look.colour, width, dashes, opacity)

    def marks(self) -> Iterator[Item]:
        """The marks with their names, those that stand out last."""
        for mark in sorted(self.view.marks, key=lambda one: (one.lit, one.fresh)):
            parts: tuple[Part, ...] = (*self._shape(mark), *self._name(mark))
            yield Item(parts, told_mark(mark, self.view.lang), mark.id)

    def _shape(self, mark: Mark) -> Iterator[Outline]:
        edge, strokes = max(_LEAST_LINE, mark.style.border * self.scale), self._strokes(mark)
        # Rings are the shape itself with a wide edge, each a little narrower over the one before.
        for number, colour in reversed(list(enumerate(self._rings(mark)))):
            for more in (6.0, 3.0):
                ring = edge + 6.0 * number + more
                yield Outline(strokes, PAPER, colour if more > 3 else PAPER, ring)
        dots = DOTS if mark.unreviewed else ()
        yield Outline(strokes, mark.style.fill, mark.style.colour, edge, dashes=dots)

    def _rings(self, mark: Mark) -> list[str]:
        """The colours of the rings around a mark, from within."""
        chosen = mark.lit or mark.id in {self.view.state.selected, self.view.state.focus}
        return [LIT] * chosen + [FRESH] * mark.fresh

    def _strokes(self, mark: Mark) -> Strokes:
        x, y = self._at(mark)
        if not mark.style.boxed:
            return shaped(mark.style.shape, x, y, self._radius(mark))
        across, down = self._words_size(mark)
        if mark.id not in self.named:  # a box without its words is as small as the scale makes it
            less = mark.style.text * _TEXT * self.scale / self.size(mark)
            across, down = across * less, down * less
        a, b = self._around(mark, across, down)
        if mark.style.shape == "ellipse":
            return ellipse(x, y, a, b)
        return rectangle(x - a, y - b, 2 * a, 2 * b, 6 * self.scale)

    def _name(self, mark: Mark) -> Iterator[Words]:
        if mark.id not in self.named:
            return
        x, _ = self._at(mark)
        size, (_, top, _, bottom) = self.size(mark), self.label_extent(mark)
        if mark.style.boxed:
            top = (top + bottom - self._words_size(mark)[1]) / 2
        for number, line in enumerate(mark.label.split("\n")):
            y = top + (number * _SPACING + _BASELINE) * size
            yield Words(
                x, y, line, size, mark.style.ink, "middle", bold=mark.lit,
                halo="" if mark.style.boxed else self._under(mark),
            )  # fmt: skip

    def _under(self, mark: Mark) -> str:
        """The colour of what a mark stands on."""
        inside = any(
            0 <= mark.x - region.x <= region.width and 0 <= mark.y - region.y <= region.height
            for region in self.view.regions
        )
        return _REGION if inside else PAPER

    def _at(self, mark: Mark) -> tuple[float, float]:
        return self.left + mark.x * self.scale, self.top + mark.y * self.scale

    def _radius(self, mark: Mark) -> float:
        return max(_LEAST_RADIUS, mark.style.size * self.scale)

    def _words_size(self, mark: Mark) -> tuple[float, float]:
        size = self.size(mark)
        across, lines = _measured(mark.label, mark.lit)
        return across * size, lines * size * _SPACING

    def _around(self, mark: Mark, across: float, down: float) -> tuple[float, float]:
        """Half the width and height of the box or ellipse around some words."""
        margin = MARGIN * self.scale
        a, b = across / 2 + margin, down / 2 + margin
        return (a * 1.2, b * 1.25) if mark.style.shape == "ellipse" else (a, b)

    def _label_top(self, mark: Mark) -> float:
        return self._radius(mark) + 0.12 * self.size(mark) + 3.0 * len(self._rings(mark))

    def _region_size(self) -> float:
        return max(LEAST_TEXT + 0.8, _REGION_TEXT * self.scale)

    def _ground(self, number: int) -> Extent:
        region = self.view.regions[number]
        left, top = self.left + region.x * self.scale, self.top + region.y * self.scale
        return left, top, left + region.width * self.scale, top + region.height * self.scale

    def _region_word(self, number: int) -> Extent:
        """Where the word of a region stands: not over a mark."""
        left, top, _, _ = self._ground(number)
        size = self._region_size()
        across = width_of(self.view.regions[number].label, size, bold=True)
        x, y = left + 0.6 * size, top + 0.5 * size
        inside = (x, y, x + across, y + 1.3 * size)
        if any(_overlap(inside, self.mark_extent(mark)) for mark in self.view.marks):
            return left, top - 1.4 * size, left + across, top - 0.1 * size
        return inside

    def _region_extent(self, number: int) -> Extent:
        one, other = self._ground(number), self._region_word(number)
        return (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[2], other[2]),
            max(one[3], other[3]),
        )

    @cached_property
    def _opacity(self) -> float:
        """Of plain ties: the more there are, the fainter, so that marks stay in front."""
        if any(tie.lit for tie in self.view.ties):
            return _FAINT
        return _SEEN * min(1.0, sqrt(_MANY / max(len(self.view.ties), 1)))


@lru_cache(maxsize=8192)
def _measured(label: str, bold: bool) -> tuple[float, int]:
    """How wide a name is for every point of its size, and on how many lines it stands."""
    lines = label.split("\n")
    return max(width_of(line, 1.0, bold=bold) for line in lines), len(lines)


def _height(tie: Tie) -> tuple[bool, bool, bool]:
    return tie.lit, tie.gap, tie.fresh


class _Taken:
    """The room that names have taken, in cells of the sheet."""

    _CELL = 24.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Extent]] = {}

    def free(self, wanted: Extent) -> bool:
        """Take this room, unless something lies there already."""
        cells = list(self._touched(wanted))
        if any(_overlap(wanted, one) for cell in cells for one in self._cells.get(cell, ())):
            return False
        for cell in cells:
            self._cells.setdefault(cell, []).append(wanted)
        return True

    def _touched(self, extent: Extent) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // self._CELL) for side in extent)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _overlap(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
