"""The other way round: which single new tie would do most about the gaps."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.by_name import rank_of
from ledwerk.graph.analysis.distances import (
    UNREACHED,
    gap_places,
    other_steps,
    places_of,
    tied_to,
    ways_to,
)
from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole, matrix_of
from ledwerk.graph.network import Mask

if TYPE_CHECKING:
    import networkx as nx

_ONE_AWAY = 2


@dataclass(frozen=True, slots=True)
class NewTie:
    """A tie that is not there, and whom it would help.

    `closes` are those whose gap it closes, since they are its ends; `brings` those who would come
    within two ties of a target, where one introduction does the rest. `distance` is how many ties
    apart its ends are now, None where there is no way.
    """

    party: str
    target: str
    distance: int | None
    closes: tuple[str, ...]
    brings: tuple[str, ...]

    @property
    def helped(self) -> int:
        """How many are helped."""
        return len(self.closes) + len(self.brings)


def best_new_ties(
    graph: TieMatrix | nx.Graph[Any],
    sources: Iterable[Hashable],
    targets: Collection[Hashable],
    *,
    met: TwoMode | None = None,
    first: int = 10,
) -> list[NewTie]:
    """The new ties that would help most of those with a gap, the best tie of each party.

    Definition: a gap is a party of `sources` without a tie to any of `targets` other than itself. A
    new tie of its own closes it; a new tie of a partner with a target brings it within two ties,
    if it was further away, so that one introduction is enough. A tie is worth the number of gaps it
    closes or brings near; no tie between two others than a party and a target helps more than one.
    Order: how many are helped, how many gaps closed, name, id. The target is that with whom a tie
    helps most, of equals that which is nearest now, then the first by name. Ties that help nobody
    are left out.

    O(ties) for what every party's tie would do, and a search for each that is listed.
    It says what a tie would do to distances, not how likely or how useful it would be.
    """
    matrix = matrix_of(graph)
    rank = rank_of(matrix, met)
    ground = _ground(matrix, sources, places_of(matrix, targets), rank)
    found: dict[frozenset[int], NewTie] = {}
    worth, closes = ground.worth()
    for party in np.lexsort((rank, -closes, -worth)).tolist():
        if len(found) >= first or not worth[party]:
            break
        target, distance = ground.best_target(party)
        # The same tie may be the best of both its ends.
        found.setdefault(frozenset((party, target)), ground.tie(party, target, distance))
    return list(found.values())


@dataclass(frozen=True, eq=False, slots=True)
class _Ground:
    """By place: who is a target, who has a tie with one, who has a gap, and who is far away."""

    matrix: TieMatrix
    rank: Whole
    aim: Mask
    tied: Mask
    gap: Mask
    far: Mask

    def worth(self) -> tuple[Whole, Whole]:
        """How many the best tie of each with a target helps, and how many gaps it closes."""
        near = self._near(self.far)
        # The other end is helped too: a target's gap by a target, one far away by who has a tie.
        second = self._free(self.aim & self.gap) & self.aim
        third = self._free(self.aim & self.far) & ~self.aim & self.tied
        closes = self.gap.astype(np.int64) + second
        able = self._free(self.aim)
        return (near + closes + third) * able, closes * able

    def best_target(self, party: int) -> tuple[int, int]:
        """The target with whom a tie of somebody's helps most, and how far away it is."""
        free = self.aim.copy()
        free[party] = False
        free[self.matrix.near(party)] = False
        better = free & (self.gap if self.aim[party] else self.far & self.tied[party])
        places = np.flatnonzero(better if better.any() else free)
        steps = ways_to(self.matrix, np.array([party])).steps[places]
        at = np.lexsort((self.rank[places], steps, steps == UNREACHED))[0]
        return int(places[at]), int(steps[at])

    def tie(self, party: int, target: int, distance: int) -> NewTie:
        """Whom a tie helps."""
        closes = [party] if self.gap[party] else []
        near = self.matrix.near(party)
        brings = near[self.far[near]].tolist()
        if self.aim[party] and self.gap[target]:
            closes.append(target)
        elif self.far[target] and self.tied[party]:
            brings.append(target)
        return NewTie(
            str(self.matrix.nodes[party]),
            str(self.matrix.nodes[target]),
            None if distance == UNREACHED else distance,
            self._named(closes),
            self._named(brings),
        )

    def _near(self, chosen: Mask) -> Whole:
        """How many of some places each place has a tie with."""
        found: Whole = np.rint(self.matrix.pattern @ chosen.astype(np.float64)).astype(np.int64)
        return found

    def _free(self, chosen: Mask) -> Mask:
        """Who could have a new tie with one of some places."""
        found: Mask = chosen.sum() - chosen.astype(np.int64) - self._near(chosen) > 0
        return found

    def _named(self, places: list[int]) -> tuple[str, ...]:
        ordered = sorted(places, key=lambda place: int(self.rank[place]))
        return tuple(str(self.matrix.nodes[place]) for place in ordered)


def _ground(matrix: TieMatrix, sources: Iterable[Hashable], aims: Whole, rank: Whole) -> _Ground:
    steps = other_steps(matrix, ways_to(matrix, aims))
    aim, gap = np.zeros(len(matrix), dtype=bool), np.zeros(len(matrix), dtype=bool)
    aim[aims] = True
    gap[gap_places(matrix, sources, aims)] = True
    far = gap & ((steps == UNREACHED) | (steps > _ONE_AWAY))
    return _Ground(matrix, rank, aim, tied_to(matrix, aims), gap, far)
