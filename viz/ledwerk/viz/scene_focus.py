"""Who and what is near one party or activity."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.changes import nearest_ids
from ledwerk.graph.analysis.distances import UNREACHED, ways_to
from ledwerk.graph.network import Mask, Places
from ledwerk.schema.errors import InvalidQuestion, UnknownName
from ledwerk.viz.scene_filter import Passing
from ledwerk.viz.scene_ground import KINDS, Ground
from ledwerk.viz.scene_sets import parts_of, takers_of
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import DRAWN


@dataclass(frozen=True, eq=False, slots=True)
class Near:
    """What is within reach of a focus.

    `members` are places of parties in the network, the nearest first, of equally near ones those
    with the strongest tie to somebody nearer; `activities` are what they are tied by, and `groups`
    the groups between. `centre` is what it is all about: the focus, with what is part of it.
    """

    centre: tuple[int, ...]
    members: Places
    activities: Mask
    groups: Mask


def drawn_place(ground: Ground, ident: str, field: str) -> int:
    """Where a party or activity is that a state names.

    Raises UnknownName with ids that come close, InvalidQuestion for a node that is never drawn.
    """
    at = ground.place(ident)
    if at is not None:
        return at
    if ident in ground.network.numbers:
        kind = str(ground.network.kind[ground.network.numbers[ident]]).lower()
        raise InvalidQuestion(
            f"{field}={ident} is a {kind}, which is not drawn; name a party, project or programme"
        )
    raise UnknownName(
        ident, "party, project or programme", nearest_ids(ground.network, ident, DRAWN)
    )


def near_focus(ground: Ground, passing: Passing, state: ViewState) -> Near:
    """Everything within so many ties of the focus, of what passes.

    An activity's partners are one step away, also those of what is part of a programme; and so are
    a group's members, and who takes part with it.
    """
    start = drawn_place(ground, state.focus, "focus")
    centre, first, met = _centre(ground, start)
    row = passing.numbers
    aims = np.array(sorted(row[one] for one in first if one in row), dtype=np.int64)
    ways = ways_to(passing.matrix(ground), aims)
    away = np.where(ways.steps == UNREACHED, UNREACHED, ways.steps)
    more = 0 if first == {start} else 1
    within = np.flatnonzero((away != UNREACHED) & (away + more <= state.steps))
    order = np.lexsort((ground.network.rank[passing.members[within]], -_pull(passing, away, within),
                        away[within]))  # fmt: skip
    members = passing.members[within[order]]
    inner = passing.members[np.flatnonzero((away != UNREACHED) & (away + more < state.steps))]
    activities = _met(ground, passing, inner)
    activities[[one for one in met if passing.activities[one]]] = True
    groups = _groups(ground, passing, members, activities)
    if ground.stood_for[start]:
        groups[start] = True
    return Near(tuple(sorted(centre)), members, activities, groups)


def _centre(ground: Ground, start: int) -> tuple[set[int], set[int], set[int]]:
    """What the focus is, the parties nearest to it (itself, if it has ties), and the activities
    that they are nearest by.
    """
    takers = takers_of(ground.network)
    if ground.activities[start]:
        met = set(parts_of(ground.network).get(start, {start}))
        return met, {one for part in met for one in takers.get(part, ())}, met
    if ground.stood_for[start]:
        rows = ground.rows
        own = (rows.source == start) & (rows.kind == KINDS.index("PARTNER_IN"))
        met = set(rows.target[own].tolist())
        inside = set(ground.network.memberships[start])
        return {start}, inside | {one for part in met for one in takers.get(part, ())}, met
    return {start}, {start}, set()


def _pull(
    passing: Passing, away: Places, within: Places
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """How strong the ties are of each with those that are a step nearer."""
    rows = np.repeat(np.arange(len(away)), np.diff(passing.weights.indptr))
    near = passing.weights.indices
    inward = (away[near] != UNREACHED) & (away[near] == away[rows] - 1)
    found = np.bincount(rows[inward], passing.weights.data[inward], minlength=len(away))
    return np.asarray(found[within], dtype=np.float64)


def _met(ground: Ground, passing: Passing, inner: Places) -> Mask:
    """What the inner ones take part in."""
    found: Mask = np.zeros(len(ground.network), dtype=bool)
    row = passing.numbers
    inside = passing.taking[[row[one] for one in inner.tolist()]]
    found[passing.meetings[np.asarray(inside.sum(axis=0)).ravel() > 0]] = True
    return found


def _groups(ground: Ground, passing: Passing, members: Places, activities: Mask) -> Mask:
    """The groups through which somebody within reach takes part in what is shown."""
    rows, shown = ground.rows, set(members.tolist())
    found: Mask = np.zeros(len(ground.network), dtype=bool)
    code = KINDS.index("PARTNER_IN")
    taking = passing.rows & (rows.kind == code) & activities[rows.target]
    partners = {int(one) for one in rows.source[taking]}
    for group, inside in ground.network.memberships.items():
        whole = {group} | {
            upper for upper, below in ground.network.memberships.items() if group in below
        }
        if passing.parties[group] and whole & partners and shown & set(inside):
            found[group] = True
    return found
