"""What a picture is made of before it is written in some format: outlines, lines and words.

All measures are points of 1/72 inch on the sheet, y goes down. Each format's writer draws the same
parts, so that a picture says the same on screen and on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
# One move of a pen: its letter as in SVG (M, L, C, Z), and the points it needs.
Stroke: TypeAlias = tuple[str, tuple[Point, ...]]
Strokes: TypeAlias = tuple[Stroke, ...]

INK, SOFT, PAPER = "#1f2933", "#52606d", "#ffffff"
_ROUND = 0.5522847498  # of the radius: where a cubic curve has its handles to look like an arc


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed shape. `stroke` is "" where it has no edge; `fill` likewise. `dashes` of the edge
    are as in `Line`.
    """

    strokes: Strokes
    fill: str
    stroke: str = ""
    width: float = 0.0
    opacity: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line. `dashes` are lengths of ink and of gap; empty is a whole line."""

    start: Point
    end: Point
    colour: str
    width: float
    dashes: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, y its baseline; `anchor` is start, middle or end. `halo` is the colour of
    the ground around it, over what it may lie on; "" for none.
    """

    x: float
    y: float
    text: str
    size: float
    fill: str = INK
    anchor: str = "start"
    bold: bool = False
    halo: str = ""


Part: TypeAlias = Outline | Line | Words


@dataclass(frozen=True, slots=True)
class Item:
    """Parts that are one thing to the reader: `told` is what it is in words, `id` whose mark it is.

    What is told of nothing is only for the eye.
    """

    parts: tuple[Part, ...]
    told: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """Items of a sort, such as ties. `told` names it for those who do not see it."""

    name: str
    told: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture; later layers lie over earlier ones."""

    width: float
    height: float
    title: str
    about: str
    lang: str
    layers: tuple[Layer, ...]

    def parts(self) -> Iterator[Part]:
        """Every part, in the order in which they are drawn."""
        return (part for layer in self.layers for item in layer.items for part in item.parts)


def polygon(points: Iterable[Point]) -> Strokes:
    """Corners joined by straight lines."""
    first, *others = points
    return (("M", (first,)), *(("L", (point,)) for point in others), ("Z", ()))


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> Strokes:
    """A rectangle from its corner, with corners rounded by some radius."""
    right, low = x + width, y + height
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return polygon(((x, y), (right, y), (right, low), (x, low)))
    k = r * (1 - _ROUND)
    return (
        ("M", ((x + r, y),)),
        ("L", ((right - r, y),)),
        ("C", ((right - k, y), (right, y + k), (right, y + r))),
        ("L", ((right, low - r),)),
        ("C", ((right, low - k), (right - k, low), (right - r, low))),
        ("L", ((x + r, low),)),
        ("C", ((x + k, low), (x, low - k), (x, low - r))),
        ("L", ((x, y + r),)),
        ("C", ((x, y + k), (x + k, y), (x + r, y))),
        ("Z", ()),
    )


def ellipse(x: float, y: float, across: float, down: float) -> Strokes:
    """An ellipse from its middle and its two radii."""
    a, b = across * _ROUND, down * _ROUND
    return (
        ("M", ((x + across, y),)),
        ("C", ((x + across, y + b), (x + a, y + down), (x, y + down))),
        ("C", ((x - a, y + down), (x - across, y + b), (x - across, y))),
        ("C", ((x - across, y - b), (x - a, y - down), (x, y - down))),
        ("C", ((x + a, y - down), (x + across, y - b), (x + across, y))),
        ("Z", ()),
    )


def shaped(shape: str, x: float, y: float, r: float) -> Strokes:
    """A shape of vis-network around a middle, as it draws it for the size `r`; else a dot.

    `box` and `ellipse`, which vis-network draws around their words, are here as signs of a legend.
    """
    return _SHAPES.get(shape, _dot)(x, y, r)


def _dot(x: float, y: float, r: float) -> Strokes:
    return ellipse(x, y, r, r)


def _square(x: float, y: float, r: float) -> Strokes:
    return rectangle(x - r, y - r, 2 * r, 2 * r)


def _diamond(x: float, y: float, r: float) -> Strokes:
    return polygon(((x, y + r), (x + r, y), (x, y - r), (x - r, y)))


def _hexagon(x: float, y: float, r: float) -> Strokes:
    turns = [pi / 3 * corner for corner in range(6)]
    return polygon((x + r * cos(turn), y + r * sin(turn)) for turn in turns)


def _box(x: float, y: float, r: float) -> Strokes:
    return rectangle(x - 1.3 * r, y - 0.8 * r, 2.6 * r, 1.6 * r, 0.3 * r)


def _ellipse(x: float, y: float, r: float) -> Strokes:
    return ellipse(x, y, 1.3 * r, 0.8 * r)


def _up(x: float, y: float, r: float) -> Strokes:
    return _triangle(x, y, r, 1.0)


def _down(x: float, y: float, r: float) -> Strokes:
    return _triangle(x, y, r, -1.0)


def _triangle(x: float, y: float, r: float, up: float) -> Strokes:
    r *= 1.15
    y += 0.275 * r * up
    inner = sqrt(3) / 3 * r
    height = sqrt(3) * r
    return polygon(
        ((x, y - up * (height - inner)), (x + r, y + up * inner), (x - r, y + up * inner))
    )


def _star(x: float, y: float, r: float) -> Strokes:
    r *= 0.82
    y += 0.1 * r
    far = [1.3 * r if corner % 2 == 0 else 0.5 * r for corner in range(10)]
    turns = [pi / 5 * corner for corner in range(10)]
    return polygon(
        (x + one * sin(turn), y - one * cos(turn)) for one, turn in zip(far, turns, strict=True)
    )


_SHAPES: dict[str, Callable[[float, float, float], Strokes]] = {
    "dot": _dot,
    "square": _square,
    "triangle": _up,
    "triangleDown": _down,
    "diamond": _diamond,
    "hexagon": _hexagon,
    "star": _star,
    "box": _box,
    "ellipse": _ellipse,
}
