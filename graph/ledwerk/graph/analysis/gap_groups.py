"""Gaps counted: by distance, and by the sector, municipality or programme of whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.distances import distances
from ledwerk.graph.analysis.takings import within
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.network import ALWAYS, Network, Span
from ledwerk.schema.relations import ACTIVITIES

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class GroupGaps:
    """The parties of a group by their distance to the nearest target.

    `by_distance` counts them at 1, 2 and so on; `unreachable` have no way to one. `gaps` are all
    that are not at 1.
    """

    group: str
    parties: int
    gaps: int
    by_distance: dict[int, int]
    unreachable: int


def gaps_by_group(
    graph: TieMatrix | nx.Graph[Any],
    sources: Iterable[Hashable],
    targets: Collection[Hashable],
    groups: Mapping[str, Collection[Hashable]],
) -> tuple[GroupGaps, ...]:
    """How many parties of each group have a gap, and how far they are away.

    Definition: of `sources`, those in the group; distances and gaps as in `distances`. Who is in
    several groups counts in each, and who is in none is under "". Order: most gaps, then group.
    O(ties + memberships). Shares of small groups say little.
    """
    found = distances(graph, sources, targets)
    grouped = {party for parties in groups.values() for party in parties}
    every = {**groups, "": [party for party in found if party not in grouped]}
    counted = [_counted(group, found, set(parties)) for group, parties in every.items()]
    return tuple(
        sorted((one for one in counted if one.parties), key=lambda one: (-one.gaps, one.group))
    )


def programmes_of(network: Network, span: Span = ALWAYS) -> dict[str, tuple[str, ...]]:
    """The parties of each programme: who takes part in it, or in anything that is part of it."""
    taking = within(network, span, network.of_kinds(ACTIVITIES))
    parts = network.relation("PART_OF")
    parts = parts.taken(parts.within(span))
    above: dict[int, list[int]] = {}
    for part, whole in zip(parts.source.tolist(), parts.target.tolist(), strict=True):
        above.setdefault(part, []).append(whole)
    found: dict[str, set[str]] = {}
    for member, meeting in np.unique(
        np.stack([taking.member, taking.meeting], axis=1), axis=0
    ).tolist():
        for activity in _upwards(meeting, above):
            if network.kind[activity] == "Programme":
                found.setdefault(network.ids[activity], set()).add(network.ids[member])
    return {programme: tuple(sorted(found[programme])) for programme in sorted(found)}


def _upwards(start: int, above: Mapping[int, list[int]]) -> set[int]:
    """An activity, and everything that it is part of."""
    found, todo = {start}, [start]
    while todo:
        ahead = [one for one in above.get(todo.pop(), ()) if one not in found]
        found.update(ahead)
        todo.extend(ahead)
    return found


def _counted(group: str, found: Mapping[Hashable, int | None], parties: set[Hashable]) -> GroupGaps:
    counts = Counter(distance for party, distance in found.items() if party in parties)
    unreachable = counts.pop(None, 0)
    known = {distance: counts[distance] for distance in sorted(d for d in counts if d is not None)}
    total = sum(known.values()) + unreachable
    return GroupGaps(group, total, total - known.get(1, 0), known, unreachable)
