"""A view on a sheet of A3: title, picture, legend, notes and sources, fitted so that nothing is cut
off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.viz.font_widths import cut, fitting, width_of
from ledwerk.viz.pictures_legend import Key, keys_of, legend_items
from ledwerk.viz.pictures_marks import Scaled
from ledwerk.viz.pictures_parts import (
    INK,
    PAPER,
    SOFT,
    Item,
    Layer,
    Outline,
    Sheet,
    Words,
    rectangle,
)
from ledwerk.viz.pictures_words import Labels, dated, sourced, state_words, told_view, words
from ledwerk.viz.view import View

WIDTH, HEIGHT = 420 / 25.4 * 72, 297 / 25.4 * 72  # A3, landscape
MARGIN = 30.0
_TITLE, _STATE, _SMALL = 24.0, 11.5, 8.5
_LINE = 1.3
_GAP = 10.0
_LARGEST = 1.6  # points a pixel; a few marks do not fill a sheet
_STATE_LINES, _NOTE_LINES, _SOURCE_LINES = 3, 4, 2
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class _Area:
    """A rectangle of the sheet."""

    left: float
    top: float
    width: float
    height: float


def sheet(view: View, labels: Labels) -> Sheet:
    """The sheet of a view. The same view and labels give the same sheet."""
    head, top = _head(view, labels)
    foot, bottom = _foot(view, ())
    keys = keys_of(view)
    area = _Area(MARGIN, top, WIDTH - 2 * MARGIN, bottom - top)
    scaled, key_area, columns = _arranged(view, keys, area)
    unnamed = len(view.marks) - len(scaled.named)
    if unnamed:
        foot, lower = _foot(view, (words("unnamed", view.lang, n=unnamed),))
        area = replace(area, height=lower - top)
        scaled, key_area, columns = _arranged(view, keys, area)
    layers = (
        Layer("paper", "", (Item((Outline(rectangle(0, 0, WIDTH, HEIGHT), PAPER),)),)),
        Layer("regions", words("regions", view.lang), tuple(scaled.regions())),
        Layer("ties", words("ties", view.lang), tuple(scaled.ties())),
        Layer("region-words", "", tuple(scaled.region_words())),
        Layer("marks", words("marks", view.lang), tuple(scaled.marks())),
        Layer(
            "legend",
            words("legend", view.lang),
            legend_items(keys, view.lang, key_area.left, key_area.top, columns),
        ),
        Layer("texts", "", (*head, *foot, *_nothing(view, area))),
    )
    about = told_view(view, labels)
    return Sheet(WIDTH, HEIGHT, view.title, about, view.lang, layers)


def _arranged(view: View, keys: Sequence[Key], area: _Area) -> tuple[Scaled, _Area, int]:
    """The picture and its legend, below it or beside it, whichever leaves the picture larger."""
    choices = []
    cell = max((key.width for key in keys), default=0.0)
    for columns in (max(1, int(area.width // max(cell, 1.0))), 1):
        rows = -(-len(keys) // columns)
        down = Key.heading + rows * Key.line if keys else 0.0
        if columns > 1 or not keys:
            picture = replace(area, height=area.height - down - _GAP)
            where = _Area(area.left, area.top + picture.height + _GAP, area.width, down)
        else:
            picture = replace(area, width=area.width - cell - _GAP)
            where = _Area(area.left + picture.width + _GAP, area.top, cell, down)
        if where.height <= area.height * 0.9:
            choices.append((_fitted(view, picture), where, columns))
    return max(choices, key=lambda choice: choice[0].scale)


def _fitted(view: View, area: _Area) -> Scaled:
    """The view as large as an area takes it, in its middle."""
    low, high = 0.0, _LARGEST
    if not _fits(Scaled(view, high), area):
        for _ in range(_ROUNDS):
            middle = (low + high) / 2
            if _fits(Scaled(view, middle), area):
                low = middle
            else:
                high = middle
        high = low
    left, top, right, bottom = Scaled(view, high).extent()
    return Scaled(
        view,
        high,
        area.left + (area.width - (right - left)) / 2 - left,
        area.top + (area.height - (bottom - top)) / 2 - top,
    )


def _fits(scaled: Scaled, area: _Area) -> bool:
    left, top, right, bottom = scaled.extent()
    return right - left <= area.width and bottom - top <= area.height


def _head(view: View, labels: Labels) -> tuple[list[Item], float]:
    """Title and state, and where the picture may begin."""
    room = WIDTH - 2 * MARGIN
    y = MARGIN + 0.8 * _TITLE
    title = cut(view.title, _TITLE, room, bold=True)
    items = [Item((Words(MARGIN, y, title, _TITLE, INK, bold=True),))]
    y += 0.35 * _TITLE
    for line in _lines(state_words(view, labels), _STATE, room, _STATE_LINES):
        y += _LINE * _STATE
        items.append(Item((Words(MARGIN, y, line, _STATE, SOFT),)))
    return items, y + _GAP


def _foot(view: View, more: Sequence[str]) -> tuple[list[Item], float]:
    """Notes, sources and date at the foot, and where the picture must end."""
    date = dated(view)
    room = WIDTH - 2 * MARGIN
    beside = room - width_of(date, _SMALL) - 3 * _GAP
    untold = view.left_out and not any(str(view.left_out) in note for note in view.notes)
    left_out = (words("left_out", view.lang, n=view.left_out),) if untold else ()
    notes = _lines(" ".join((*view.notes, *left_out, *more)), _SMALL, room, _NOTE_LINES)
    sources = _lines(sourced(view), _SMALL, beside, _SOURCE_LINES)
    lines = [*((line, INK) for line in notes), *((line, SOFT) for line in sources)]
    height = _LINE * _SMALL
    first = HEIGHT - MARGIN - height * max(len(lines) - 1, 0)
    items = [
        Item((Words(MARGIN, first + number * height, line, _SMALL, colour),))
        for number, (line, colour) in enumerate(lines)
    ]
    items.append(Item((Words(WIDTH - MARGIN, HEIGHT - MARGIN, date, _SMALL, SOFT, "end"),)))
    return items, first - height - _GAP


def _lines(text: str, size: float, room: float, most: int) -> list[str]:
    """A text on at most so many lines; where it goes on, the last ends in …"""
    if not text:
        return []
    lines = fitting(text, size, room)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(f"{lines[most - 1]} …", size, room)]
    return lines


def _nothing(view: View, area: _Area) -> Iterator[Item]:
    if not view.marks:
        x, y = area.left + area.width / 2, area.top + area.height / 2
        text = words("nothing", view.lang)
        yield Item((Words(x, y, text, 2 * _STATE, SOFT, "middle"),))
