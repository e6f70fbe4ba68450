"""Projections: who meets whom where, and what ties follow from it. Declared once, used by all.

A two-mode network (members and what they meet in) is taken from the columns of a graph through a
lens; its projection is one sparse product. Breiger (1974), "The duality of persons and groups".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.takings import held, party_seats, tenancies, whole_groups, within
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.lens import Lens, Mode, Weight
from ledwerk.graph.network import Mask, Network, Places, span_of
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.relations import ACTIVITIES, PARTIES


@dataclass(frozen=True, eq=False)
class TwoMode:
    """Members, what they meet in, and who is in which; all by place in the network.

    `incidence` has a row a member and a column a meeting, 1 where the one is in the other.
    `direct` pairs rows that have a tie without a meeting (tenancy), each pair once. `budgets` are
    those of the meetings, 0 where unknown.
    """

    network: Network
    members: Places
    meetings: Places
    incidence: sparse.csr_array[Any]
    direct: Places
    budgets: np.ndarray[Any, np.dtype[np.float64]]

    @cached_property
    def sizes(self) -> Places:
        """How many members each meeting has."""
        return np.asarray(self.incidence.sum(axis=0), dtype=np.int64).ravel()

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The row of each member, by its place in the network."""
        return {place: row for row, place in enumerate(self.members.tolist())}

    def met_in(self, one: int, two: int) -> Places:
        """The places, in the network, of what two rows share, in order of name."""
        shared = np.intersect1d(self._of(one), self._of(two))
        places = self.meetings[shared]
        return places[np.argsort(self.network.rank[places])]

    def _of(self, row: int) -> Places:
        start, end = self.incidence.indptr[row : row + 2]
        return np.asarray(self.incidence.indices[start:end])


def projected(network: Network, lens: Lens, mode: Mode = Mode.PARTIES) -> TieMatrix:
    """The ties of a mode through a lens. The nodes are ids, those without a tie among them.

    Definition: members i and j have a tie where they share a meeting, or a tenancy; its strength is
    what `Weight` says. A meeting of one member makes none. O(sum of squared meeting sizes).
    A tie says that both took part, not that they spoke with each other.
    """
    return projection(two_mode(network, lens, mode), lens.weight)


def projection(two: TwoMode, weight: Weight = Weight.COUNT) -> TieMatrix:
    """The ties between the members of a two-mode network."""
    nodes = tuple(two.network.ids[place] for place in two.members.tolist())
    b = two.incidence
    worth: np.ndarray[Any, Any] = _worth(two, weight)
    if weight is Weight.BUDGET:  # counted beside it, so that a tie worth nothing stays a tie
        worth = worth + 1j
    shared = sparse.csr_array(b.multiply(worth[np.newaxis, :]).tocsr() @ b.T)
    rows = np.repeat(np.arange(len(nodes)), np.diff(shared.indptr))
    apart = rows != shared.indices
    data = np.ascontiguousarray(shared.data[apart].real)
    if not len(two.direct):
        starts = np.concatenate([[0], np.cumsum(apart)])[shared.indptr]
        ties = sparse.csr_array((data, shared.indices[apart], starts), shape=shared.shape)
        ties.sort_indices()
        return TieMatrix(nodes, ties)
    one, other = two.direct[:, 0], two.direct[:, 1]
    own = 0.0 if weight is Weight.BUDGET else 1.0
    rows = np.concatenate([rows[apart], one, other])
    columns = np.concatenate([shared.indices[apart], other, one])
    data = np.concatenate([data, np.full(2 * len(one), own)])
    found = sparse.coo_array((data, (rows, columns)), shape=shared.shape).tocsr()
    found.sort_indices()
    return TieMatrix(nodes, found)


def two_mode(network: Network, lens: Lens, mode: Mode = Mode.PARTIES) -> TwoMode:
    """Who meets where through a lens, for a mode.

    Raises InvalidQuestion where the lens names a programme that is not there.
    """
    return _MODES[mode](network, lens)


def _worth(two: TwoMode, weight: Weight) -> np.ndarray[Any, np.dtype[np.float64]]:
    """What sharing each meeting adds to a tie."""
    if weight is Weight.COUNT:
        return np.ones(len(two.meetings))
    others = np.maximum(two.sizes - 1, 1).astype(np.float64)
    return (two.budgets if weight is Weight.BUDGET else 1.0) / others


def _parties(network: Network, lens: Lens) -> TwoMode:
    span = span_of(lens.as_of, lens.during)
    seen = _seen_parties(network, lens)
    pairs = [_empty()]
    activities = within(network, span, _activities(network, lens))
    if activities.kinds & set(lens.through):
        chosen = np.isin(network.kind[activities.meeting].astype(str), lens.through)
        pairs.append(np.stack([activities.member[chosen], activities.meeting[chosen]], axis=1))
    if "Board" in lens.through:
        pairs.append(party_seats(network, span))
    direct = tenancies(network, span) if "Campus" in lens.through else _empty()
    return _made(network, np.flatnonzero(seen), np.concatenate(pairs), direct)


def _people(network: Network, lens: Lens) -> TwoMode:
    pairs = held(network, span_of(lens.as_of, lens.during), ("Person",))
    return _made(network, np.flatnonzero(network.of_kinds(("Person",))), pairs, _empty())


def _projects(network: Network, lens: Lens) -> TwoMode:
    span = span_of(lens.as_of, lens.during)
    seen = _activities(network, lens)
    taking = within(network, span, seen)
    chosen = _seen_parties(network, lens)[taking.member]
    pairs = np.stack([taking.meeting[chosen], taking.member[chosen]], axis=1)
    wanted = seen & network.of_kinds([kind for kind in ACTIVITIES if kind in lens.through])
    return _made(network, np.flatnonzero(wanted), pairs, _empty())


_MODES: dict[Mode, Callable[[Network, Lens], TwoMode]] = {
    Mode.PARTIES: _parties,
    Mode.PEOPLE: _people,
    Mode.PROJECTS: _projects,
}


def _made(network: Network, members: Places, pairs: Places, direct: Places) -> TwoMode:
    """The two-mode network of pairs of places; who is no member is left out."""
    row = np.full(len(network), -1, dtype=np.int64)
    row[members] = np.arange(len(members))
    # As single numbers, which sort many times faster than pairs.
    pairs = pairs[row[pairs[:, 0]] >= 0]
    once = np.unique(row[pairs[:, 0]] * max(len(network), 1) + pairs[:, 1])
    rows, places = np.divmod(once, max(len(network), 1))
    there = np.zeros(len(network), dtype=bool)
    there[places] = True
    meetings = np.flatnonzero(there)
    column = np.cumsum(there) - 1
    shape = (len(members), len(meetings))
    incidence = sparse.coo_array((np.ones(len(once)), (rows, column[places])), shape=shape).tocsr()
    incidence.sort_indices()
    ends = row[direct]
    ends = np.sort(ends[(ends >= 0).all(axis=1)], axis=1)
    budgets = np.nan_to_num(network.budget[meetings])
    return TwoMode(network, members, meetings, incidence, np.unique(ends, axis=0), budgets)


def _seen_parties(network: Network, lens: Lens) -> Mask:
    """The parties that are seen; a group with members is not, since they stand for it."""
    seen = network.of_kinds(PARTIES)
    seen[whole_groups(network, span_of(lens.as_of, lens.during))] = False
    if lens.helixes:
        seen &= np.isin(network.helix.astype(str), lens.helixes)
    return seen


def _activities(network: Network, lens: Lens) -> Mask:
    """The activities that count: all, or a programme with all that is part of it."""
    seen = network.of_kinds(ACTIVITIES)
    if lens.programme is None:
        return seen
    at = network.numbers.get(lens.programme)
    if at is None or network.kind[at] != "Programme":
        raise InvalidQuestion(
            f"{lens.programme!r} is no programme here; name one by its id, such as programme:..."
        )
    parts = network.relation("PART_OF")
    inside: Mask = np.zeros(len(network), dtype=bool)
    inside[at] = True
    while True:
        more = inside.copy()
        more[parts.source[inside[parts.target]]] = True
        if (more == inside).all():
            return seen & inside
        inside = more


def _empty() -> Places:
    return np.zeros((0, 2), dtype=np.int64)
