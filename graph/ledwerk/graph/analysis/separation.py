"""Sectors and municipalities whose parties do not work together, though they do elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.curveball import Curveball
from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.analysis.tie_matrix import Floats, Whole
from ledwerk.graph.network import ALWAYS, Network, Span
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.relations import PARTIES

BURN_IN, BETWEEN = 100, 3  # trades before the first draw, and between two
LEAST_DRAWS, MOST_DRAWS = 999, 9_999
_TESTED = 0.05
_DENSE = 1_000_000  # entries up to which a plain array is faster than a sparse one


@dataclass(frozen=True, slots=True)
class Separation:
    """How many ties two groups have with each other, and how many there would be by chance.

    `p` is the chance of so few or fewer, `adjusted` the same for all pairs that were looked at.
    """

    one: str
    two: str
    observed: int
    expected: float
    p: float
    adjusted: float


@dataclass(frozen=True, slots=True)
class Separations:
    """The pairs of groups, the least likely first, and how it was found.

    `least` is the smallest adjusted p that so many draws can show for so many pairs.
    """

    pairs: tuple[Separation, ...]
    draws: int
    least: float


def separations(
    two: TwoMode,
    groups: Mapping[str, Collection[str]],
    *,
    draws: int | None = None,
    seed: int = 0,
) -> Separations:
    """Which groups have fewer ties with each other than their parties' activity would give.

    Definition: observed are the pairs of a party of the one and a party of the other that have a
    tie. Looked at are pairs of groups that both have a tie with some other group, since who works
    with nobody keeps away from nobody in particular. The null model keeps for every party in how
    many meetings it is and for every meeting how many are in it, and is uniform otherwise
    (`Curveball`, BURN_IN trades, then BETWEEN draws); tenancies stay as they are. `expected` is the
    mean of the draws, p = (1 + draws with no more ties than observed)/(1 + draws) (Phipson and
    Smyth 2010), one-sided; `adjusted` is Holm's (1979), which holds whatever the pairs have to do
    with each other. Without `draws` there are 40 for each pair, from LEAST_DRAWS to MOST_DRAWS.
    Order: p, then how many ties are wanting, then names.

    O(draws x participations). Groups are what the data says they are: where it knows the
    municipality or sector of few parties, a p says little, and a large one is no proof of nearness.
    """
    if draws is not None and draws < 1:
        raise InvalidQuestion(f"{draws} draws are asked for; ask for 1 or more, or leave it out")
    labels, member = _membership(two, groups)
    direct = _direct(two)
    observed = _between(two.incidence, member, direct)
    tested = _tested(observed)
    draws = _enough(len(tested)) if draws is None else draws
    if not tested:
        return Separations((), 0, 1.0)
    seen = observed[tuple(np.transpose(tested))]
    expected, p = _by_chance(two, (member, direct), (tested, seen), draws, seed)
    columns = (seen.tolist(), expected.tolist(), p.tolist(), holm(p).tolist())
    found = [
        Separation(labels[a], labels[b], int(ties), mean, chance, adjusted)
        for (a, b), ties, mean, chance, adjusted in zip(tested, *columns, strict=True)
    ]
    found.sort(key=lambda s: (s.p, s.observed - s.expected, s.one, s.two))
    return Separations(tuple(found), draws, min(1.0, len(tested) / (1 + draws)))


def sectors_of(network: Network) -> dict[str, tuple[str, ...]]:
    """The parties of each sector: those that a source says are active in it."""
    rows = network.relation("ACTIVE_IN")
    return _grouped(network, rows.target, rows.source)


def municipalities_of(network: Network, span: Span = ALWAYS) -> dict[str, tuple[str, ...]]:
    """The parties of each municipality: itself, and those located in it on some days."""
    rows = network.relation("LOCATED_IN")
    rows = rows.taken(rows.within(span) & (network.kind[rows.target] == "Municipality"))
    own = np.flatnonzero(network.of_kinds(("Municipality",)))
    return _grouped(network, np.concatenate([rows.target, own]), np.concatenate([rows.source, own]))


def holm(p: Floats) -> Floats:
    """P-values adjusted for their number: the chance of one such or more is at most that."""
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    found = np.empty(len(p))
    found[order] = np.minimum(stepped, 1.0)
    return found


def _grouped(network: Network, groups: Whole, members: Whole) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    parties = network.of_kinds(PARTIES)
    for group, party in zip(groups.tolist(), members.tolist(), strict=True):
        if parties[party]:
            found.setdefault(network.ids[group], set()).add(network.ids[party])
    return {group: tuple(sorted(found[group])) for group in sorted(found)}


def _membership(
    two: TwoMode, groups: Mapping[str, Collection[str]]
) -> tuple[list[str], sparse.csr_array[Any]]:
    """The groups in order, and who of the members is in which."""
    labels, numbers = sorted(groups), two.network.numbers
    entries = [
        (row, at)
        for at, label in enumerate(labels)
        for party in sorted(set(groups[label]))
        if (row := two.numbers.get(numbers.get(party, -1))) is not None
    ]
    rows, columns = np.array(entries, dtype=np.int64).reshape(-1, 2).T
    shape = (len(two.members), len(labels))
    made = sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    return labels, sparse.csr_array(made.tocsr())


def _direct(two: TwoMode) -> sparse.csr_array[Any]:
    one, other = two.direct[:, 0], two.direct[:, 1]
    rows, columns = np.concatenate([one, other]), np.concatenate([other, one])
    shape = (len(two.members), len(two.members))
    made = sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    return sparse.csr_array(made.tocsr())


def _between(
    incidence: sparse.csr_array[Any], member: sparse.csr_array[Any], direct: sparse.csr_array[Any]
) -> Whole:
    """How many ties there are between each two groups."""
    rows = np.flatnonzero(np.diff(member.indptr))
    inside, group, beside = incidence[rows], member[rows], direct[rows][:, rows]
    if len(rows) * max(len(rows), incidence.shape[1]) <= _DENSE:
        inside, group, beside = inside.toarray(), group.toarray(), beside.toarray()
        tied = ((inside @ inside.T + beside) > 0).astype(float)
        np.fill_diagonal(tied, 0.0)
        return np.asarray(group.T @ tied @ group, dtype=np.int64)
    ties = sparse.csr_array(inside @ inside.T + beside)
    ties.setdiag(0.0)
    ties.eliminate_zeros()
    ties.data[:] = 1.0
    return np.asarray((group.T @ ties @ group).toarray(), dtype=np.int64)


def _by_chance(
    two: TwoMode,
    counted: tuple[sparse.csr_array[Any], sparse.csr_array[Any]],
    looked_at: tuple[list[tuple[int, int]], Whole],
    draws: int,
    seed: int,
) -> tuple[Floats, Floats]:
    """How many ties the pairs that are looked at have in the mean of the draws, and their p."""
    pairs, seen = looked_at
    total, fewer = np.zeros(len(pairs)), np.zeros(len(pairs))
    chain = Curveball(two.incidence, np.random.default_rng(seed))
    chain.trade(BURN_IN)
    for _ in range(draws):
        chain.trade(BETWEEN)
        drawn = _between(chain.incidence(), *counted)[tuple(np.transpose(pairs))]
        total += drawn
        fewer += drawn <= seen
    return total / draws, (1 + fewer) / (1 + draws)


def _tested(observed: Whole) -> list[tuple[int, int]]:
    """The pairs of groups that both have a tie with some other group."""
    apart = observed.copy()
    np.fill_diagonal(apart, 0)
    working = np.flatnonzero(apart.sum(axis=1)).tolist()
    return list(combinations(working, 2))


def _enough(pairs: int) -> int:
    """So many draws that the smallest adjusted p is half of what is commonly asked for."""
    return min(MOST_DRAWS, max(LEAST_DRAWS, int(2 * pairs / _TESTED) - 1))
