"""SVG by hand: a few shapes as text, every word escaped, nothing that a page fetches or runs."""

from __future__ import annotations

import html
import math
from collections.abc import Iterable, Sequence

INK, SOFT, GRID, MARK = "#1f2933", "#52606d", "#d9dee4", "#0072B2"
WIDTH = 720
_NARROW, _LETTER, _WIDE = 0.38, 0.62, 0.75  # of the size of the text, in a wide face
_THIN = " .,:;'|!()[]fijlrtI"
_SMALL = 12
_ROOM = 238.0


def drawing(name: str, title: str, about: str, height: float, parts: Iterable[str]) -> str:
    """An SVG with a title and a description, for those who do not see it."""
    body = "\n".join(parts)
    return (
        f'<svg viewBox="0 0 {WIDTH} {_n(height)}" role="img" aria-labelledby="{name}-t {name}-d">\n'
        f'<title id="{name}-t">{html.escape(title)}</title>\n'
        f'<desc id="{name}-d">{html.escape(about)}</desc>\n{body}\n</svg>'
    )


def text(
    x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK, size: int = 13
) -> str:
    """Words at a place; `anchor` is start, middle or end."""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" fill="{fill}" '
        f'font-size="{size}">{html.escape(words)}</text>'
    )


def label(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "end",
    room: float = _ROOM,
    size: int = _SMALL,
) -> str:
    """A name beside a bar, cut where there is no room for all of it; in full when pointed at."""
    shown = words
    if width_of(words, size) > room:
        while shown and width_of(f"{shown}…", size) > room:
            shown = shown[:-1]
        shown = f"{shown.rstrip()}…"
    told = f"<title>{html.escape(words)}</title>" if shown != words else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}" fill="{INK}" '
        f'font-size="{size}">{told}{html.escape(shown)}</text>'
    )


def box(x: float, y: float, width: float, height: float, fill: str, told: str = "") -> str:
    """A filled rectangle, which says something when pointed at."""
    inner = f"<title>{html.escape(told)}</title>" if told else ""
    return (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" height="{_n(height)}" '
        f'fill="{fill}">{inner}</rect>'
    )


def line(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = GRID, width: float = 1
) -> str:
    """A straight line."""
    return (
        f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" '
        f'stroke="{stroke}" stroke-width="{_n(width)}"/>'
    )


def path(points: Sequence[tuple[float, float]], stroke: str, *, dashes: str = "") -> str:
    """A line through points."""
    where = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{where}" fill="none" stroke="{stroke}" stroke-width="2.2"{dashed}/>'


def dot(x: float, y: float, fill: str, radius: float = 4, told: str = "") -> str:
    """A dot, which says something when pointed at."""
    inner = f"<title>{html.escape(told)}</title>" if told else ""
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}">{inner}</circle>'


def ticks(highest: float, count: int = 5) -> list[float]:
    """Round numbers from 0 to the highest or just above."""
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest / count
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    step = max(step, 1.0) if highest >= count else step
    return [step * number for number in range(math.ceil(highest / step - 1e-9) + 1)]


def ink(fill: str) -> str:
    """Dark words on a bright fill, white ones on a dark one, by luminance."""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return INK if 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2 > 0.35 else "#ffffff"


def width_of(words: str, size: int = 13) -> float:
    """About how wide words are, in a wide face."""
    return size * sum(
        _NARROW if letter in _THIN else _WIDE if letter.isupper() or letter in "mw" else _LETTER
        for letter in words
    )


def _n(value: float) -> str:
    """A number with no more digits than a screen can show."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
