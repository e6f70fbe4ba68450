"""Boxes beside the text of a page: frames and coloured grounds with lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_NARROWEST, _LOWEST = 60.0, 24.0
_WIDEST = 0.72  # of the page; what is wider is no box beside the text
_NEAR = 4.0
_DOT = 7.0  # points: a sign drawn before a list's item, at most
_SMALLEST_DOT = 1.5


@dataclass(frozen=True, slots=True)
class Box:
    """Where a box stands."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether another place lies in it."""
        return (
            left >= self.left - _NEAR
            and right <= self.right + _NEAR
            and top >= self.top - _NEAR
            and bottom <= self.bottom + _NEAR
        )


def boxes_of(page: Any) -> list[Box]:
    """The frames and coloured grounds of a page, the outer ones only."""
    found = [
        Box(float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"]))
        for one in (*page.rects, *page.curves)
        if one["x1"] - one["x0"] >= _NARROWEST
        and one["bottom"] - one["top"] >= _LOWEST
        and one["x1"] - one["x0"] <= float(page.width) * _WIDEST
        and (one.get("stroke") or not _is_white(one.get("non_stroking_color")))
    ]
    framed = [table.bbox for table in page.find_tables() if len(table.cells) == 1]
    found += [
        Box(*map(float, place))
        for place in framed
        if place[2] - place[0] <= float(page.width) * _WIDEST
    ]
    found.sort(key=lambda box: -(box.right - box.left) * (box.bottom - box.top))
    outer: list[Box] = []
    for box in found:
        if not any(one.holds(box.left, box.top, box.right, box.bottom) for one in outer):
            outer.append(box)
    return outer


def wide_grounds(page: Any) -> list[Box]:
    """The frames and coloured grounds that go across a page: what is in them is apart."""
    return [
        Box(float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"]))
        for one in (*page.rects, *page.curves)
        if one["x1"] - one["x0"] > float(page.width) * _WIDEST
        and _LOWEST <= one["bottom"] - one["top"] < float(page.height) * _WHOLE_PAGE
        and (one.get("stroke") or not _is_white(one.get("non_stroking_color")))
    ]


_WHOLE_PAGE = 0.8


def _is_white(color: Any) -> bool:
    if color is None:
        return True
    parts = color if isinstance(color, Sequence) and not isinstance(color, str) else (color,)
    return all(isinstance(part, int | float) and part > 0.98 for part in parts) and len(parts) != 4


def with_dots(page: Any, words: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The words of a page, and a sign where a dot is drawn before a list's item."""
    dots = []
    for one in (*page.curves, *page.rects):
        width, height = one["x1"] - one["x0"], one["bottom"] - one["top"]
        if not (_SMALLEST_DOT <= width <= _DOT and _SMALLEST_DOT <= height <= _DOT):
            continue
        middle = (one["top"] + one["bottom"]) / 2
        after = [
            word
            for word in words
            if word["top"] < middle < word["bottom"]
            and 0 < word["x0"] - one["x1"] < word["size"] * 2.5
        ]
        before = any(
            word["top"] < middle < word["bottom"] and 0 <= one["x0"] - word["x1"] < word["size"]
            for word in words
        )
        if after and not before:
            item = min(after, key=lambda word: float(word["x0"]))
            # As wide as the white behind it, so that the sign and its item are one line.
            dots.append({**item, "text": "•", "x0": one["x0"], "x1": item["x0"] - 1})
    return [*words, *dots]
