"""Where every node of a graph stands: laid out where that is affordable, else disc by disc."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import ceil, cos, pi, sin, sqrt

from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import Whole
from ledwerk.schema.kinds import Model
from ledwerk.viz.layout import Box, positions
from ledwerk.viz.style import style

MOST_LAID_OUT = 3_000  # nodes; the layout takes longer than the rest by far for more

_STEP = 30.0  # between two neighbours on a disc
_GOLDEN = pi * (3 - sqrt(5))

Place = tuple[int, int]


class Placing:
    """Gives each node its place; `told` says to a reader how. Nodes of a kind come in one order."""

    def __init__(
        self, places: Mapping[str, Place], discs: Mapping[str, tuple[float, float]], told: str
    ) -> None:
        self._places = places
        self._discs = discs
        self._placed: Counter[str] = Counter()
        self.told = told

    def of(self, fact: Fact) -> Place:
        """The place of the next node of its kind."""
        if fact.key in self._places:
            return self._places[fact.key]
        number = self._placed[fact.kind]
        self._placed[fact.kind] += 1
        x, y = self._discs.get(fact.kind, (0.0, 0.0))
        # As seeds in a sunflower: an even disc, whatever the number.
        far, turn = _STEP * sqrt(number + 0.5), number * _GOLDEN
        return round(x + far * cos(turn)), round(y + far * sin(turn))


def placing(model: Model, whole: Whole) -> Placing:
    """Places for every node; the same graph gives the same ones. Memory does not grow with it."""
    counts = {kind.name: whole.count(kind.name) for kind in model.nodes}
    total = sum(counts.values())
    if total <= MOST_LAID_OUT:
        return Placing(_laid_out(model, whole), {}, "Positions are a layout of the whole network.")
    return Placing(
        {},
        _discs(counts),
        f"Of {total} nodes no layout was made, which is done for up to {MOST_LAID_OUT}: each kind "
        "is a disc by itself. Run a layout, such as OpenOrd or ForceAtlas 2.",
    )


def _laid_out(model: Model, whole: Whole) -> dict[str, Place]:
    ties = tuple(
        dict.fromkeys(
            (fact.source_id, fact.target_id)
            for kind in model.relations
            for fact in whole.facts(kind.name)
            if fact.source_id != fact.target_id
        )
    )
    tied = {end for pair in ties for end in pair}
    boxes = tuple(
        _box(model, fact, loose=fact.key not in tied)
        for kind in model.nodes
        for fact in whole.facts(kind.name)
    )
    return positions(boxes, ties)


def _box(model: Model, fact: Fact, *, loose: bool) -> Box:
    """Room for the mark; Gephi shows names only when it is told to, and makes room itself."""
    look = style(model, fact.kind, str(fact.values.get("helix") or "unknown"))
    return Box(fact.key, look.size * 4, look.size * 4, loose)


def _discs(counts: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    """The middle of each kind's disc, in rows; the largest first."""
    radii = {kind: _STEP * sqrt(count + 1) for kind, count in counts.items() if count}
    order = sorted(radii, key=lambda kind: (-radii[kind], kind))
    across = 2.5 * max(radii.values(), default=0.0) * max(1, ceil(sqrt(len(order)) / 2))
    found: dict[str, tuple[float, float]] = {}
    left = top = tallest = 0.0
    for kind in order:
        size = 2.2 * radii[kind]
        if left and left + size > across:
            left, top, tallest = 0.0, top + tallest, 0.0
        found[kind] = (left + size / 2, top + size / 2)
        left, tallest = left + size, max(tallest, size)
    return found
