"""Questions of a graph that take ids and plain values, and answer with them.

Each is a function of a `Reckoning` and of arguments that can be compared, so that it can be handed
to another process by name, and its answer kept.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.brokerage import brokerage, participation_coefficient
from ledwerk.graph.analysis.brokerage_roles import Roles
from ledwerk.graph.analysis.centrality import centralities, measure_of
from ledwerk.graph.analysis.introductions import Introductions, introductions
from ledwerk.graph.analysis.ranks import places
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.stability import stability
from ledwerk.graph.analysis.subject import Subject
from ledwerk.graph.analysis.timeline import Year
from ledwerk.graph.analysis.timeline import timeline as years_told
from ledwerk.graph.analysis.triple_helix import HELICES, triple_helix
from ledwerk.graph.lens import Lens, Mode


@dataclass(frozen=True, slots=True)
class Centrality:
    """Nodes from the most central to the least, with rank and value.

    `samples` and `error`, the largest standard error, are None where every value is exact.
    """

    rows: tuple[tuple[str, int, float], ...]
    exact: bool
    samples: int | None
    error: float | None


def centrality(
    reckoning: Reckoning,
    *,
    measure: str,
    lens: Lens,
    mode: Mode = Mode.PARTIES,
    weighted: bool = False,
    samples: int | None = None,
) -> Centrality:
    """A measure of every node; see `centrality.MEASURES`. Equals share a rank."""
    subject = reckoning.subject(lens, mode)
    found = centralities(
        subject.matrix, (measure,), weighted=weighted, samples=samples, distance_samples=samples
    )[measure]
    listed = np.array(list(found.values.values()), dtype=np.float64)
    rank = dict(zip(found.values, places(listed).tolist(), strict=True))
    rows = [(str(node), rank[node], found.values[node]) for node in subject.ranked(found.values)]
    if found.exact:
        return Centrality(tuple(rows), exact=True, samples=None, error=None)
    return Centrality(tuple(rows), exact=False, samples=found.samples, error=found.error)


def rank_intervals(
    reckoning: Reckoning,
    *,
    measure: str,
    lens: Lens,
    mode: Mode = Mode.PARTIES,
    weighted: bool = False,
    samples: int | None = None,
) -> dict[str, tuple[int, int]]:
    """Between which ranks each node stands when a tenth of the ties is dropped at random."""
    measured = measure_of(measure, weighted=weighted, samples=samples)
    matrix = reckoning.subject(lens, mode).matrix
    found = stability(matrix, measured, samples=_DRAWS, share=_DROPPED)
    return {str(one.node): (one.low, one.high) for one in found.ranks}


_DRAWS = 40
_DROPPED = 0.1


def introduced(
    reckoning: Reckoning, *, lens: Lens, sources: tuple[str, ...], targets: tuple[str, ...]
) -> Introductions:
    """The fewest introductions that bring some parties within one step of others."""
    subject = reckoning.subject(lens)
    return introductions(subject.matrix, sources, set(targets), met=subject.two)


@dataclass(frozen=True, slots=True)
class Broker:
    """A party and what it brokers; None where a measure is not defined."""

    node: str
    roles: Roles
    constraint: float | None
    effective_size: float | None
    participation: float | None


def brokers(reckoning: Reckoning, *, lens: Lens) -> tuple[Broker, ...]:
    """Every party with a tie, who brokers most first; groups are helices."""
    subject = reckoning.subject(lens)
    found = brokerage(subject.matrix, subject.groups)
    spread = participation_coefficient(subject.matrix, subject.groups)
    totals = {node: float(roles.total) for node, roles in found.roles.items()}
    tied = _tied(subject)
    return tuple(
        Broker(
            str(node),
            found.roles[node],
            found.constraint[node],
            found.effective_size[node],
            spread[node],
        )
        for node in subject.ranked(totals)
        if node in tied
    )


@dataclass(frozen=True, slots=True)
class HelixTold:
    """A row of the triple helix in plain values; an interval is (value, low, high)."""

    label: str
    node: str | None
    parties: int
    counts: Mapping[str, int]
    other: int
    ei_index: float | None
    assortativity: float | None
    synergy: tuple[float, float, float] | None


def helices(reckoning: Reckoning, *, lens: Lens, by: str) -> tuple[HelixTold, ...]:
    """The triple helix of each scope."""
    return tuple(
        HelixTold(
            row.label,
            row.node,
            row.parties,
            {helix: row.count(helix) for helix in HELICES},
            row.other,
            row.mixing.ei_index,
            row.mixing.assortativity,
            (row.synergy.value, row.synergy.low, row.synergy.high) if row.synergy else None,
        )
        for row in triple_helix(reckoning.network, lens, by)
    )


def timeline(reckoning: Reckoning, *, lens: Lens) -> tuple[Year, ...]:
    """The network of each year."""
    return years_told(reckoning.network, lens).years


def _tied(subject: Subject) -> set[Hashable]:
    degrees: Sequence[int] = subject.matrix.degrees.tolist()
    return {node for node, degree in zip(subject.matrix.nodes, degrees, strict=True) if degree}
