"""Introductions: who could bring a party together with one of a target set, and the fewest such."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.by_name import rank_of
from ledwerk.graph.analysis.chances import Chances, chances_of
from ledwerk.graph.analysis.distances import (
    UNREACHED,
    Ways,
    gap_places,
    other_steps,
    places_of,
    ways_of,
    ways_to,
)
from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.analysis.set_cover import Cover, smallest_cover
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole, matrix_of

if TYPE_CHECKING:
    import networkx as nx

_ONE_AWAY = 2  # the distance that one introduction closes


@dataclass(frozen=True, slots=True)
class Introduction:
    """One gap that an introducer closes, and what it met each of the two in, by id.

    `strength` is the weaker of its two ties. A tie by tenancy was met in nothing.
    """

    party: str
    target: str
    strength: float
    met_party: tuple[str, ...]
    met_target: tuple[str, ...]

    @property
    def met_in(self) -> tuple[str, ...]:
        """What the introducer met the one or the other in, each once."""
        return tuple(dict.fromkeys((*self.met_party, *self.met_target)))


@dataclass(frozen=True, slots=True)
class Introducer:
    """One who is asked to introduce, and what that closes; `strength` is that of the weakest."""

    introducer: str
    strength: float
    closes: tuple[Introduction, ...]


@dataclass(frozen=True, slots=True)
class Introductions:
    """The introducers, and how much they bring about.

    Of all `gaps`, `reached` are closed by them, `further` are more than one introduction away, and
    `unreachable` have no way to a target at all. No choice of introducers that reaches as many has
    fewer than `bound` of them; where `exact`, these are as few as can be, and else at most
    `ratio` times that.
    """

    edges: tuple[Introducer, ...]
    gaps: int
    reached: int
    further: int
    unreachable: int
    bound: int
    ratio: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could introduce a party, or take it the first step of the way.

    `strength` is the weakest tie on the strongest shortest way through it, `could_close` how many
    gaps one introduction by it could close, `met_in` where it met the party.
    """

    introducer: str
    strength: float
    could_close: int
    met_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankedGap:
    """A party without a tie to a target; None where there is no way to one."""

    party: str
    distance: int | None
    nearest: tuple[str, ...]
    introducers: tuple[Candidate, ...]


def introductions(
    graph: TieMatrix | nx.Graph[Any],
    sources: Iterable[Hashable],
    targets: Collection[Hashable],
    *,
    met: TwoMode | None = None,
) -> Introductions:
    """The fewest introducers that bring every party within reach one step from a target.

    Definition: a gap is a party of `sources` without a tie to any of `targets` other than itself.
    X can close it who has a tie with the party and one with such a target; that is so for gaps at
    distance 2 and no others, since who is further away needs more than one introduction and who
    has no way to a target needs somebody new. Choosing the fewest X that close all gaps at
    distance 2 is a set cover (see `smallest_cover` for how, and how near to the fewest). Each gap
    is then closed by the chosen X whose weaker tie is the strongest, with the target to whom X has
    the strongest tie; of equals the first by name and id. `met` tells what they met in: the
    two-mode network that the graph was projected from.

    Sources: greedy cover, Chvatal (1979); brokers as go-betweens, Burt (1992). O(ties + entries)
    and the cover, where a gap has as many entries as parties that could introduce it.
    Not to be read as a promise: a recorded tie does not say that somebody will introduce another.
    """
    matrix = matrix_of(graph)
    aims = places_of(matrix, targets)
    gaps = gap_places(matrix, sources, aims)
    steps = other_steps(matrix, ways_to(matrix, aims))[gaps]
    rank = rank_of(matrix, met)
    chances = chances_of(matrix, aims, gaps[steps == _ONE_AWAY], rank)
    edges, cover = _chosen(chances, _Met(matrix, met), rank)
    unreachable = int(np.sum(steps == UNREACHED))
    return Introductions(
        edges,
        len(gaps),
        len(chances.gaps),
        len(gaps) - len(chances.gaps) - unreachable,
        unreachable,
        cover.bound,
        1.0 if cover.exact else cover.ratio,
        cover.exact,
    )


def ranked_gaps(
    graph: TieMatrix | nx.Graph[Any],
    sources: Iterable[Hashable],
    targets: Collection[Hashable],
    *,
    met: TwoMode | None = None,
    start: int = 0,
    first: int | None = None,
) -> list[RankedGap]:
    """The gaps from the `start`th on, `first` of them, each with everybody who could introduce it.

    Definitions as those of `gaps`: an introducer is the next party on a shortest path to a nearest
    target. Order of gaps: distance, unreachable last, name, id; of introducers: strength, how
    many gaps each could close, name, id. O(ties) for all, and what each gap shown has to show; a
    gap of a party that is a target itself takes a search of its own.
    """
    matrix = matrix_of(graph)
    aims = places_of(matrix, targets)
    shared = ways_to(matrix, aims)
    gaps = gap_places(matrix, sources, aims)
    steps, rank = other_steps(matrix, shared)[gaps], rank_of(matrix, met)
    order = np.lexsort((rank[gaps], steps, steps == UNREACHED))
    closes = chances_of(matrix, aims, gaps[steps == _ONE_AWAY], rank).could_close()
    end = None if first is None else start + first
    return [
        _ranked(ways_of(matrix, place, aims, shared), place, _Met(matrix, met), closes, rank)
        for place in gaps[order[start:end]].tolist()
    ]


@dataclass(frozen=True, eq=False, slots=True)
class _Met:
    """What two places met in."""

    matrix: TieMatrix
    met: TwoMode | None

    def ids(self, one: int, two: int) -> tuple[str, ...]:
        if self.met is None:
            return ()
        network, rows = self.met.network, self.met.numbers
        a, b = (rows[network.numbers[str(self.matrix.nodes[place])]] for place in (one, two))
        return tuple(network.ids[place] for place in self.met.met_in(a, b).tolist())

    def name(self, place: int) -> str:
        return str(self.matrix.nodes[place])


def _chosen(chances: Chances, met: _Met, rank: Whole) -> tuple[tuple[Introducer, ...], Cover]:
    """The fewest introducers with what each closes, and how sure it is that they are."""
    names, holds = chances.by_introducer()
    cover = smallest_cover(holds, rank[names])
    taken = _shared_out(chances, names[list(cover.chosen)], rank)
    edges = [(who, _edge(chances, met, who, at)) for who, at in taken.items()]
    edges.sort(key=lambda e: (-len(e[1].closes), -e[1].strength, rank[e[0]]))
    return tuple(edge for _, edge in edges), cover


def _shared_out(chances: Chances, chosen: Whole, rank: Whole) -> dict[int, list[int]]:
    """The chances that each chosen introducer takes: of each gap the strongest, by name of party.

    No introducer is left without one, since each is the only one chosen for some gap.
    """
    ours = np.flatnonzero(np.isin(chances.introducer, chosen))
    who, row = chances.introducer[ours], chances.row[ours]
    order = np.lexsort((rank[who], -chances.strength[ours], row))
    _, firsts = np.unique(row[order], return_index=True)
    taken = ours[order[firsts]]
    party = chances.gaps[chances.row[taken]]
    found: dict[int, list[int]] = {}
    for at in taken[np.lexsort((rank[party], -chances.strength[taken]))].tolist():
        found.setdefault(int(chances.introducer[at]), []).append(at)
    return found


def _edge(chances: Chances, met: _Met, who: int, taken: list[int]) -> Introducer:
    closes = []
    for at in taken:
        party, target = int(chances.gaps[chances.row[at]]), int(chances.target[at])
        closes.append(
            Introduction(
                met.name(party),
                met.name(target),
                float(chances.strength[at]),
                met.ids(who, party),
                met.ids(who, target),
            )
        )
    return Introducer(met.name(who), min(one.strength for one in closes), tuple(closes))


def _ranked(ways: Ways, place: int, met: _Met, closes: Whole, rank: Whole) -> RankedGap:
    step = int(ways.steps[place])
    if step == UNREACHED:
        return RankedGap(met.name(place), None, (), ())
    nearest = ways.nearest(place)
    who, strength = ways.introducers(place)
    order = np.lexsort((rank[who], -closes[who], -strength))
    found = [
        Candidate(
            met.name(int(who[at])),
            float(strength[at]),
            int(closes[who[at]]),
            met.ids(int(who[at]), place),
        )
        for at in order.tolist()
    ]
    by_name = nearest[np.argsort(rank[nearest])].tolist()
    return RankedGap(met.name(place), step, tuple(met.name(one) for one in by_name), tuple(found))
