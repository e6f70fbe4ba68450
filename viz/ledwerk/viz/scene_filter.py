"""What the filters of a view let through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Mask, Places, overlaps, span_of
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.schema.vocabularies import PARTY_KIND
from ledwerk.viz.scene_ground import KINDS, Ground
from ledwerk.viz.scene_sets import parts_of, programmes_of, sectors_of, union
from ledwerk.viz.state import ViewState

Sparse: TypeAlias = sparse.csr_array[Any]
FILTERS = ("helix", "kind", "sector", "programme", "municipality", "since", "until", "strength")


@dataclass(frozen=True, eq=False)
class Passing:
    """What passes: parties (groups among them), activities and drawn relations, and the ties.

    `members` are the parties that ties are between, by place in the network: those that pass but
    groups that have members. `weights` is the strength of the tie of each two of them, the number
    of activities that both take part in, with one for tenancy or ownership; `taking` has a row a
    member and a column an activity of `meetings`.
    """

    parties: Mask
    activities: Mask
    rows: Mask
    members: Places
    weights: Sparse
    direct: Sparse
    meetings: Places
    taking: Sparse

    @property
    def drawn(self) -> Mask:
        """Everything that passes."""
        return self.parties | self.activities

    def matrix(self, ground: Ground) -> TieMatrix:
        """The ties, for an analysis."""
        return TieMatrix(tuple(ground.ids(self.members)), self.weights)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The row of each member, by its place in the network."""
        return {place: row for row, place in enumerate(self.members.tolist())}


def is_filtered(state: ViewState) -> bool:
    """Whether a state filters at all."""
    return any(getattr(state, name) != getattr(ViewState(), name) for name in FILTERS)


def let_through(reckoning: Reckoning, ground: Ground, state: ViewState) -> Passing:
    """What the filters of a state let through.

    Of each filter, one of its values is enough; every filter has to be passed. A group passes with
    a member. Activities pass that a passing party takes part in, those of a programme asked for
    also without. In a period, parties pass that have something drawn then, or never have. With a
    strength of more than one, parties without such a tie drop out, and participations stay of
    parties that have one with another party of that activity. Municipalities where others are and
    that take part in nothing are not drawn unless they are asked for. The focus always passes.
    """
    focus = _mask(ground, _places(ground, (state.focus,)))
    parties = _parties(ground, state) & ~_unasked_towns(ground, state) | focus & ground.parties
    allowed = _allowed(ground, state) | focus & ground.activities
    rows = _rows_within(ground, state)
    activities = _taken_part_in(ground, state, parties, allowed, rows) | focus & allowed
    rows &= ground.rows.between(parties | activities)
    if state.since or state.until:
        parties &= ~_silent(ground, rows) | focus
        rows &= ground.rows.between(parties | activities)
    passing = _tied(reckoning, state, (parties, activities, rows))
    return _strong(ground, passing, state.strength) if state.strength > 1 else passing


def _parties(ground: Ground, state: ViewState) -> Mask:
    network = ground.network
    found = ground.parties.copy()
    if state.helix:
        helix = np.where(network.helix == "", "unknown", network.helix)
        found &= np.isin(helix.astype(str), state.helix)
    words = [one for one in state.kind if one in PARTIES or one in PARTY_KIND.values]
    if words:
        own = np.where(network.type == "", "unknown", network.type)
        found &= np.isin(network.kind.astype(str), words) | np.isin(own.astype(str), words)
    for chosen, sets in ((state.sector, sectors_of), (state.programme, programmes_of)):
        if chosen:
            found &= _mask(ground, union(sets(network), _places(ground, chosen)))
    if state.municipality:
        found &= _located(ground, state.municipality)
    return found | _through_members(ground, found)


def _through_members(ground: Ground, passing: Mask) -> Mask:
    """The groups that a passing party is in: its way to what they take part in."""
    inside = ground.network.memberships
    whole = [one for one, members in inside.items() if passing[list(members)].any()]
    return _mask(ground, whole)


def _located(ground: Ground, towns: Iterable[str]) -> Mask:
    there = _mask(ground, _places(ground, towns))
    found = there.copy()
    rows = ground.network.relation("LOCATED_IN")
    found[rows.source[there[rows.target]]] = True
    return found


def _unasked_towns(ground: Ground, state: ViewState) -> Mask:
    return ground.bare_towns & ~_mask(ground, _places(ground, state.municipality))


def _allowed(ground: Ground, state: ViewState) -> Mask:
    """The activities that filters of theirs let through."""
    network = ground.network
    found = ground.activities.copy()
    words = [one for one in state.kind if one in ACTIVITIES]
    if words:
        found &= np.isin(network.kind.astype(str), words)
    if state.programme:
        found &= _mask(ground, _parts(ground, state.programme))
    if state.since or state.until:
        found &= overlaps(network.first, network.last, _span(state))
    return found


def _parts(ground: Ground, programmes: Iterable[str]) -> set[int]:
    parts = parts_of(ground.network)
    return {one for at in _places(ground, programmes) for one in parts.get(at, ())}


def _rows_within(ground: Ground, state: ViewState) -> Mask:
    rows = ground.rows
    if state.since or state.until:
        return overlaps(rows.first, rows.last, _span(state))
    found: Mask = np.ones(len(rows), dtype=bool)
    return found


def _taken_part_in(
    ground: Ground, state: ViewState, parties: Mask, allowed: Mask, rows: Mask
) -> Mask:
    words = [one for one in state.kind if one not in ACTIVITIES]
    if not (state.helix or words or state.sector or state.municipality):
        return allowed
    code = KINDS.index("PARTNER_IN")
    taking = rows & (ground.rows.kind == code) & parties[ground.rows.source]
    found: Mask = np.zeros(len(allowed), dtype=bool)
    found[ground.rows.target[taking]] = True
    found |= _mask(ground, _parts(ground, state.programme))
    if state.sector and not (state.helix or words or state.municipality):
        found |= _mask(ground, union(sectors_of(ground.network), _places(ground, state.sector)))
    return found & allowed


def _silent(ground: Ground, rows: Mask) -> Mask:
    """Who has drawn relations, and none of them among some."""
    there: Mask = np.zeros(len(ground.network), dtype=bool)
    there[ground.rows.source[rows]] = there[ground.rows.target[rows]] = True
    return ground.tied & ~there


def _tied(reckoning: Reckoning, state: ViewState, passed: tuple[Mask, Mask, Mask]) -> Passing:
    parties, activities, rows = passed
    subject = reckoning.subject(lens_of(state))
    two = subject.two
    assert two is not None
    chosen = np.flatnonzero(parties[two.members])
    columns = np.flatnonzero(activities[two.meetings])
    taking = sparse.csr_array(two.incidence[chosen][:, columns])
    direct = sparse.csr_array(_direct(two.direct, len(two.members))[chosen][:, chosen])
    if len(columns) == len(two.meetings):
        weights = sparse.csr_array(subject.matrix.strengths[chosen][:, chosen])
    else:
        weights = product(taking, direct)
    weights.sort_indices()
    members, meetings = two.members[chosen], two.meetings[columns]
    return Passing(parties, activities, rows, members, weights, direct, meetings, taking)


def product(taking: Sparse, direct: Sparse) -> Sparse:
    """How many activities each two share, with what they are tied by besides."""
    found = sparse.coo_array(taking @ taking.T + direct)
    apart = found.row != found.col
    kept = (found.data[apart], (found.row[apart], found.col[apart]))
    return sparse.csr_array(sparse.coo_array(kept, shape=found.shape))


def _direct(pairs: Places, size: int) -> Sparse:
    both = (np.concatenate([pairs[:, 0], pairs[:, 1]]), np.concatenate([pairs[:, 1], pairs[:, 0]]))
    return sparse.coo_array((np.ones(2 * len(pairs)), both), shape=(size, size)).tocsr()


def _strong(ground: Ground, passing: Passing, strength: int) -> Passing:
    """What is left where a tie has to have a strength."""
    ties = passing.weights.copy()
    ties.data = (ties.data >= strength).astype(np.float64)
    ties.eliminate_zeros()
    kept = np.flatnonzero(np.diff(ties.indptr))
    shared = sparse.coo_array(((ties @ passing.taking) > 0).multiply(passing.taking))
    pairs = _Pairs(ground, passing.members[shared.row], passing.meetings[shared.col])
    activities = _mask(ground, pairs.meetings.tolist())
    members = passing.members[kept]
    weights = sparse.csr_array(passing.weights.multiply(ties))[kept][:, kept]
    weights.sort_indices()
    rows = passing.rows & pairs.drawn(_tenancies(ground, passing, ties))
    parties = _mask(ground, members.tolist())
    parties[ground.rows.source[rows & (ground.rows.kind != KINDS.index("PART_OF"))]] = True
    rows &= ground.rows.between(parties | activities)
    columns = np.flatnonzero(activities[passing.meetings])
    taking = sparse.csr_array(passing.taking[kept][:, columns])
    direct = sparse.csr_array(passing.direct[kept][:, kept])
    return Passing(
        parties, activities, rows, members, weights, direct, passing.meetings[columns], taking
    )


def _tenancies(ground: Ground, passing: Passing, ties: Sparse) -> Mask:
    """Which relations are a tenancy or ownership between two that have one of some ties."""
    row = np.full(len(ground.network), -1, dtype=np.int64)
    row[passing.members] = np.arange(len(passing.members))
    found: Mask = np.zeros(len(ground.rows), dtype=bool)
    codes = [KINDS.index("TENANT_OF"), KINDS.index("OWNER_OF")]
    for at in np.flatnonzero(np.isin(ground.rows.kind, codes)).tolist():
        one, other = row[ground.rows.source[at]], row[ground.rows.target[at]]
        found[at] = one >= 0 and other >= 0 and ties[one, other] > 0
    return found


@dataclass(frozen=True, eq=False, slots=True)
class _Pairs:
    """Who of those with a strong tie takes part in what they have it by."""

    ground: Ground
    members: Places
    meetings: Places

    def drawn(self, tenancies: Mask) -> Mask:
        """Which relations these are: by itself, or as a member of a group."""
        rows, inside = self.ground.rows, self.ground.network.memberships
        strong = set(zip(self.members.tolist(), self.meetings.tolist(), strict=True))
        groups: dict[int, set[int]] = {}  # what each group takes part in for a strong member
        found: Mask = tenancies | (rows.kind == KINDS.index("PART_OF"))
        for at in np.flatnonzero(rows.kind == KINDS.index("PARTNER_IN")).tolist():
            party, activity = int(rows.source[at]), int(rows.target[at])
            for_it = [one for one in inside.get(party, ()) if (one, activity) in strong]
            if for_it:
                groups.setdefault(party, set()).update(for_it)
            found[at] = (party, activity) in strong or bool(for_it)
        for at in np.flatnonzero(rows.kind == KINDS.index("MEMBER_OF")).tolist():
            member, group = int(rows.source[at]), int(rows.target[at])
            beneath = {member, *inside.get(member, ())}
            found[at] = any(
                beneath & members
                for whole, members in groups.items()
                if whole == group or group in inside.get(whole, ())
            )
        return found


def lens_of(state: ViewState) -> Lens:
    """The days that ties are looked at through."""
    return Lens(during=(state.since, state.until)) if state.since or state.until else Lens()


def _span(state: ViewState) -> Any:
    return span_of(None, (state.since, state.until))


def _places(ground: Ground, idents: Iterable[str]) -> list[int]:
    numbers = ground.network.numbers
    return [numbers[one] for one in idents if one in numbers]


def _mask(ground: Ground, places: Iterable[int]) -> Mask:
    found: Mask = np.zeros(len(ground.network), dtype=bool)
    found[list(places)] = True
    return found
