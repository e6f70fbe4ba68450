"""The legend of a picture: what its colours, shapes and lines mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from ledwerk.viz.font_widths import cut, width_of
from ledwerk.viz.pictures_marks import DASHES, DOTS, FRESH, GAP_DASHES, LIT
from ledwerk.viz.pictures_parts import INK, Item, Line, Outline, Part, Words, ellipse, shaped
from ledwerk.viz.pictures_words import words
from ledwerk.viz.style import CLUSTERED, DOTTED, LegendEntry
from ledwerk.viz.view import View

_SIGN, _TEXT, _HEADING = 11.0, 9.5, 11.0
_LONGEST = 250.0  # points of one line of the legend
_LINES = {"line": (), "dashes": DASHES, "gap": GAP_DASHES, DOTTED: DOTS}


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend. `ring` is the colour of a ring around the sign, "" for none."""

    heading: ClassVar[float] = 16.0
    line: ClassVar[float] = 15.0

    label: str
    colour: str
    shape: str
    ring: str = ""
    count: int = 0

    @property
    def text(self) -> str:
        """What it says: a label that is too long is cut, and how many there are is not."""
        many = f" ({self.count})" if self.count else ""
        return cut(self.label, _TEXT, _LONGEST - width_of(many, _TEXT)) + many

    @property
    def width(self) -> float:
        """The room that it takes, with a space behind it."""
        return 2 * _SIGN + width_of(self.text, _TEXT) + 18.0


def keys_of(view: View) -> list[Key]:
    """The lines of a view's legend, with those for what stands out in it."""
    keys = []
    gap = next((tie.look.colour for tie in view.ties if tie.gap), "")
    for entry in view.legend:
        is_gap = entry.shape in _LINES and entry.colour == gap
        shape = "gap" if is_gap else entry.shape
        label = words("key_cluster", view.lang) if _is_cluster(entry) else entry.label
        keys.append(Key(label, entry.colour, shape, count=entry.count))
    if gap and not any(key.shape == "gap" for key in keys):
        keys.append(Key(words("key_gap", view.lang), gap, "gap"))
    for name, colour, there in (
        ("key_fresh", FRESH, any(mark.fresh for mark in view.marks)),
        ("key_lit", LIT, any(mark.lit for mark in view.marks)),
    ):
        if there:
            keys.append(Key(words(name, view.lang), "#ffffff", "dot", colour))
    return keys


def _is_cluster(entry: LegendEntry) -> bool:
    """Whether it is about clusters, which on paper nobody can open."""
    return (entry.colour, entry.shape, entry.field) == (CLUSTERED, "dot", "")


def legend_items(
    keys: Sequence[Key], lang: str, left: float, top: float, columns: int
) -> tuple[Item, ...]:
    """The legend from its corner, filled column by column."""
    if not keys:
        return ()
    heading = Words(left, top + _HEADING, words("legend", lang), _HEADING, INK, bold=True)
    items = [Item((heading,))]
    rows = -(-len(keys) // columns)
    across = max(key.width for key in keys)
    for number, key in enumerate(keys):
        x = left + (number // rows) * across
        y = top + Key.heading + (number % rows + 0.5) * Key.line
        label = Words(x + 2 * _SIGN + 4, y + 0.35 * _TEXT, key.text, _TEXT)
        items.append(Item((*_sign(key, x + _SIGN, y), label), key.text))
    return tuple(items)


def _sign(key: Key, x: float, y: float) -> list[Part]:
    if key.shape in _LINES:
        ends = (x - _SIGN, y), (x + _SIGN, y)
        return [Line(*ends, key.colour, 2.0, _LINES[key.shape])]
    size = 0.5 * _SIGN
    parts: list[Part] = [Outline(shaped(key.shape, x, y, size), key.colour, INK, 0.6)]
    if key.ring:
        parts.append(Outline(ellipse(x, y, size + 2, size + 2), "", key.ring, 1.6))
    return parts
