"""What if: the network's measures before and after changes that are made in a sandbox only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.centrality import betweenness_centrality, centralities
from ledwerk.graph.analysis.changes import Changes
from ledwerk.graph.analysis.connectivity import articulation_points, bridges, labels_of
from ledwerk.graph.analysis.distances import (
    UNREACHED,
    gap_places,
    other_steps,
    places_of,
    ways_to,
)
from ledwerk.graph.analysis.projections import TwoMode, projection, two_mode
from ledwerk.graph.analysis.sandbox import changed, changed_ties
from ledwerk.graph.analysis.takings import party_seats
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, span_of

Chosen = Callable[[Network], Iterable[str]]
"""Ids of parties in a network: asked before and after, so that new parties can be among them."""

EXACT_UP_TO = 2_000
"""Up to so many parties distances and betweenness are searched from all, else from SAMPLES."""
SAMPLES = 200


@dataclass(frozen=True, slots=True)
class Change:
    """A measure before and after; None where it is not defined."""

    name: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class GapChange:
    """How many gaps there are; whose opened, whose closed, and who left with theirs."""

    before: int
    after: int
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A party's betweenness before and after; None while it is not there."""

    party: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a change would do.

    `cut_off` are in the largest component before, and still there but not in the largest after.
    `moved` are the largest differences of betweenness. Where not `exact`, that and the mean
    distance are estimated from `samples` sources; a difference may be chance then.
    """

    measures: tuple[Change, ...]
    gaps: GapChange
    cut_off: tuple[str, ...]
    moved: tuple[Moved, ...]
    exact: bool
    samples: int


def small_firms(network: Network) -> list[str]:
    """Organisations of which a source says that they are small or medium-sized."""
    chosen = (network.sme == 1) & network.of_kinds(("Organisation",))
    return [network.ids[place] for place in np.flatnonzero(chosen).tolist()]


def campuses(network: Network) -> list[str]:
    """The campuses."""
    return [network.ids[place] for place in np.flatnonzero(network.of_kinds(("Campus",))).tolist()]


def what_if(
    network: Network,
    lens: Lens,
    changes: Changes,
    *,
    sources: Chosen = small_firms,
    targets: Chosen = campuses,
    first: int = 10,
    seed: int = 0,
) -> WhatIf:
    """Every measure through a lens, before and after changes. Nothing is stored.

    Definitions: those of the measures (`measures_of`); gaps are of `sources` without a tie with any
    of `targets`; the largest component is that with the most parties, of equals that with the
    first id; `first` says how many of those whose betweenness differs most are told.

    Two projections, and betweenness (Brandes 2001) and distances of both: exact up to EXACT_UP_TO
    parties, O(parties x ties), and from SAMPLES sources by `seed` beyond.
    Nobody else does anything otherwise here: what parties would do in answer, it cannot say.
    """
    was = _State(network, lens, Changes(), sources, targets)
    would = _State(changed(network, changes), lens, changes, sources, targets)
    return _compared(was, would, first, seed)


def compared(
    before: Network,
    after: Network,
    lens: Lens,
    *,
    sources: Chosen = small_firms,
    targets: Chosen = campuses,
    first: int = 10,
    seed: int = 0,
) -> WhatIf:
    """The same for two networks that were: the measures of one, of the other, and what moved.

    Definitions, costs and limits are those of `what_if`.
    """
    was = _State(before, lens, Changes(), sources, targets)
    now = _State(after, lens, Changes(), sources, targets)
    return _compared(was, now, first, seed)


def _compared(was: _State, would: _State, first: int, seed: int) -> WhatIf:
    before, after = was.measures(seed), would.measures(seed)
    moved, exact = _moved(was, would, first, seed)
    return WhatIf(
        tuple(Change(name, before[name], after[name]) for name in before),
        _gap_change(was, would),
        was.listed((was.largest() & set(would.matrix.nodes)) - would.largest()),
        moved,
        exact,
        max(was.samples, would.samples),
    )


class _State:
    """A network through a lens, with ties that belong to no activity put in or taken out."""

    def __init__(
        self, network: Network, lens: Lens, changes: Changes, sources: Chosen, targets: Chosen
    ) -> None:
        self.network, self._lens = network, lens
        self.two: TwoMode = two_mode(network, lens)
        self.matrix: TieMatrix = changed_ties(projection(self.two, lens.weight), changes)
        self._labels = labels_of(self.matrix.pattern)
        self.aims = places_of(self.matrix, targets(network))
        self._gaps = gap_places(self.matrix, sources(network), self.aims)
        self.samples = min(len(self.matrix), SAMPLES) if self.large else len(self.matrix)

    @property
    def large(self) -> bool:
        """Whether it is too large to be searched from everybody."""
        return len(self.matrix) > EXACT_UP_TO

    def gaps(self) -> set[str]:
        """Whose gaps there are."""
        return self._named(self._gaps)

    def largest(self) -> set[str]:
        """Who is in the largest component; nobody, if nobody has a tie."""
        alone = not self.matrix.ties
        return set() if alone else self._named(np.flatnonzero(self._labels == 0))

    def listed(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids in the order of names."""
        rank, numbers = self.network.rank, self.network.numbers
        return tuple(sorted(ids, key=lambda ident: int(rank[numbers[ident]])))

    def measures(self, seed: int) -> dict[str, float | None]:
        """See `what_if`: counts, how it hangs together, and gaps."""
        matrix, n = self.matrix, len(self.matrix)
        sizes = np.bincount(self._labels) if n else np.zeros(0, dtype=np.int64)
        steps = other_steps(matrix, ways_to(matrix, self.aims))[self._gaps]
        span = span_of(self._lens.as_of, self._lens.during)
        return {
            "parties": n,
            "activities": len(self.two.meetings),
            "participations": int(self.two.incidence.nnz),
            "seats": len(np.unique(party_seats(self.network, span), axis=0)),
            "ties": matrix.ties,
            "isolates": int((matrix.degrees == 0).sum()),
            "components": int((sizes > 1).sum()),
            "largest_component": int(sizes.max()) if matrix.ties else 0,
            "density": matrix.ties / (n * (n - 1) / 2) if n > 1 else None,
            "mean_ties": float(matrix.degrees.mean()) if n else None,
            "mean_distance": self._mean_distance(seed),
            "single_points": len(articulation_points(matrix)),
            "bridges": len(bridges(matrix)),
            "gaps": len(self._gaps),
            "unreachable": int((steps == UNREACHED).sum()),
        }

    def _mean_distance(self, seed: int) -> float | None:
        """The mean length of the shortest paths between two of the largest component."""
        if not self.matrix.ties:
            return None
        part = self.matrix.part(np.flatnonzero(self._labels == 0))
        asked = SAMPLES if self.large else None
        found = centralities(part, ("closeness",), distance_samples=asked, seed=seed)["closeness"]
        # Within one component closeness is 1 over the mean distance to the others.
        return float(np.mean([1 / value for value in found.values.values()]))

    def _named(self, places: Whole) -> set[str]:
        return {str(self.matrix.nodes[place]) for place in places.tolist()}


def _gap_change(was: _State, would: _State) -> GapChange:
    before, after = was.gaps(), would.gaps()
    stay = set(would.matrix.nodes)
    return GapChange(
        len(before),
        len(after),
        would.listed(after - before),
        was.listed((before - after) & stay),
        was.listed(before - stay),
    )


def _moved(was: _State, would: _State, first: int, seed: int) -> tuple[tuple[Moved, ...], bool]:
    before, after = (_betweenness(state, seed) for state in (was, would))
    found = []
    for party in sorted({*before, *after}):
        one, other = before.get(party), after.get(party)
        difference = round(abs((other or 0.0) - (one or 0.0)), 9)
        if difference:
            found.append((-difference, Moved(party, one, other)))
    found.sort(key=lambda entry: (entry[0], entry[1].party))
    return tuple(moved for _, moved in found[:first]), not (was.large or would.large)


def _betweenness(state: _State, seed: int) -> dict[str, float]:
    if state.large:
        measure = centralities(state.matrix, ("betweenness",), samples=SAMPLES, seed=seed)
        values = measure["betweenness"].values
    else:
        values = betweenness_centrality(state.matrix)
    return {str(node): float(value) for node, value in values.items()}
