"""Two columns: parties on one side, what they take part in on the other, with few ties crossing.

The order within a column is that of Sugiyama, Tagawa and Toda (1981): by turns, each side is sorted
by where its neighbours on the other side are on average.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from ledwerk.viz.layout import Box, Place, Ties

_SWEEPS = 24
_GAP = 8  # between two boxes of a column
_LINES, _LINE = 60, 26  # a column is no higher than so many lines of so many pixels
_BESIDE = 30  # between two columns of one side
_NARROW, _WIDE = 320, 720  # between the two sides

Near = Mapping[str, Sequence[str]]


def column_positions(left: Sequence[Box], right: Sequence[Box], ties: Ties) -> dict[str, Place]:
    """A middle for every box, without overlaps: some left, others right, by their ties.

    A side that is too high to be read has several columns, filled row by row, so that the order
    from top to bottom stays. Boxes without a tie to the other side come last. Ties within a side
    do not count. The same input gives the same places.
    """
    sides = {box.id for box in left}, {box.id for box in right}
    near = _neighbours(sides[0], sides[1], ties)
    one, other = _ordered(_begun(left, near), _begun(right, near), near)
    by_id = {box.id: box for box in (*left, *right)}
    columns = [_wrapped([by_id[ident] for ident in side]) for side in (one, other)]
    tall = max((_height(column) for side in columns for column in side), default=0)
    middle = min(max(tall * 0.4, _NARROW), _WIDE) / 2
    places: dict[str, Place] = {}
    for side, sign in zip(columns, (-1, 1), strict=True):
        away = middle
        for column in side:
            wide = max((box.width for box in column), default=0)
            for box, y in zip(column, _heights(column, tall, near, places), strict=True):
                places[box.id] = (round(sign * (away + wide / 2)), round(y))
            away += wide + _BESIDE
    return places


def crossing_ties(left: Sequence[str], right: Sequence[str], near: Near) -> int:
    """How many pairs of ties between two columns cross: O(ties log ties), more for many crossings.

    `near` has the neighbours of every one on the left.
    """
    at = {ident: place for place, ident in enumerate(right)}
    seen: list[int] = []
    found = 0
    for ident in left:
        ends = sorted(at[one] for one in near[ident])
        found += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
        for end in ends:
            seen.insert(bisect_left(seen, end), end)
    return found


def _neighbours(left: set[str], right: set[str], ties: Ties) -> dict[str, list[str]]:
    near: dict[str, set[str]] = {ident: set() for ident in (*left, *right)}
    for one, other in ties:
        if (one in left and other in right) or (one in right and other in left):
            near[one].add(other)
            near[other].add(one)
    return {ident: sorted(found) for ident, found in near.items()}


def _begun(boxes: Iterable[Box], near: Near) -> list[str]:
    """An order to begin with: part after part, the largest first, each from one end to the other
    (Cuthill and McKee 1969).
    """
    at: dict[str, tuple[int, str, int]] = {}
    for ident in sorted(near):
        if ident not in at:
            inside = _outward(_outward(ident, near)[-1], near)
            first = min(inside)
            at |= {one: (-len(inside), first, place) for place, one in enumerate(inside)}
    ids = (box.id for box in boxes)
    return sorted(ids, key=lambda ident: (not near[ident], at[ident]))


def _outward(start: str, near: Near) -> list[str]:
    """Everything that hangs together with one, the nearest first."""
    found = [start]
    seen = {start}
    for ident in found:  # which grows meanwhile
        more = [one for one in near[ident] if one not in seen]
        found += sorted(more, key=lambda one: (len(near[one]), one))
        seen.update(more)
    return found


def _ordered(left: list[str], right: list[str], near: Near) -> tuple[list[str], list[str]]:
    """The best order of many sweeps; the first of equals."""
    best, fewest = (left, right), crossing_ties(left, right, near)
    for sweep in range(_SWEEPS):
        if sweep % 2:
            left = _sorted(left, right, near)
        else:
            right = _sorted(right, left, near)
        crossed = crossing_ties(left, right, near)
        if crossed < fewest:
            best, fewest = (left, right), crossed
    return best


def _sorted(moved: list[str], fixed: Sequence[str], near: Near) -> list[str]:
    """One side by the average place of neighbours; those without any stay last."""
    at = {ident: place for place, ident in enumerate(fixed)}

    def average(ident: str) -> tuple[bool, float]:
        ends = near[ident]
        return not ends, sum(at[one] for one in ends) / max(len(ends), 1)

    return sorted(moved, key=average)


def _wrapped(side: Sequence[Box]) -> list[list[Box]]:
    """The columns of a side, the one next to the other side first."""
    count = max(1, ceil(_height(side) / (_LINES * _LINE)))
    return [list(side[start::count]) for start in range(count)]


def _height(column: Sequence[Box]) -> int:
    return sum(box.height + _GAP for box in column)


def _heights(
    column: Sequence[Box], tall: float, near: Near, places: Mapping[str, Place]
) -> list[float]:
    """The middles of a column's boxes, as near as may be to those that they are tied to.

    The left side is evenly spread, since the right one is not placed yet. What would overlap is put
    together and moved as one (the pool of adjacent violators, Ayer et al. 1955).
    """
    spare = (tall - _height(column)) / max(len(column), 1)
    wished, top = [], -tall / 2
    for box in column:
        even = top + (box.height + _GAP + spare) / 2
        top += box.height + _GAP + spare
        ends = [places[one][1] for one in near[box.id] if one in places]
        wished.append(sum(ends) / len(ends) if ends else even)
    offsets, total = [], 0.0
    for box in column:
        offsets.append(total + (box.height + _GAP) / 2)
        total += box.height + _GAP
    starts = _rising([wish - offset for wish, offset in zip(wished, offsets, strict=True)])
    first, last = -tall / 2, tall / 2 - total
    return [
        min(max(start, first), last) + offset for start, offset in zip(starts, offsets, strict=True)
    ]


def _rising(values: Iterable[float]) -> list[float]:
    """The nearest values, by least squares, that never fall."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            before, size = pools.pop()
            mean = (before * size + mean * count) / (size + count)
            count += size
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
