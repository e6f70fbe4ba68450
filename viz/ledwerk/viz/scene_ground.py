"""What every view of one network is cut from: its parties, activities and drawn relations, by
place in the network.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from ledwerk.graph.network import OPEN_END, OPEN_START, Days, Mask, Network, Places
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.viz.style import TIES

KINDS = tuple(TIES)  # of drawn relations, by their code


@dataclass(frozen=True, eq=False, slots=True)
class Rows:
    """Drawn relations in columns, in the order of source id, target id and kind.

    A participation without a period has its activity's. `kind` is a place in KINDS.
    """

    source: Places
    target: Places
    kind: Places
    first: Days
    last: Days

    def __len__(self) -> int:
        return len(self.source)

    def between(self, drawn: Mask) -> Mask:
        """Which have both ends among some nodes."""
        found: Mask = drawn[self.source] & drawn[self.target]
        return found


@dataclass(frozen=True, eq=False)
class Ground:
    """The drawn part of a network."""

    network: Network
    parties: Mask
    activities: Mask
    rows: Rows

    @cached_property
    def tied(self) -> Mask:
        """Who has a drawn relation."""
        found: Mask = np.zeros(len(self.network), dtype=bool)
        found[self.rows.source] = found[self.rows.target] = True
        return found

    @cached_property
    def stood_for(self) -> Mask:
        """The groups whose members stand for them where only ties between parties are drawn."""
        found: Mask = np.zeros(len(self.network), dtype=bool)
        found[[group for group, inside in self.network.memberships.items() if inside]] = True
        return found

    @cached_property
    def bare_towns(self) -> Mask:
        """Municipalities without a drawn relation: on the map where others are, and no more."""
        found: Mask = (self.network.kind == "Municipality") & ~self.tied
        return found

    def place(self, ident: str) -> int | None:
        """Where a drawn node is; None where it is not."""
        at = self.network.numbers.get(ident)
        return at if at is not None and (self.parties[at] or self.activities[at]) else None

    def ids(self, places: Places) -> list[str]:
        """The ids of some places."""
        return [self.network.ids[at] for at in places.tolist()]


@lru_cache(maxsize=1)
def ground_of(network: Network) -> Ground:
    """The drawn part of a network; made once for each."""
    parties, activities = network.of_kinds(PARTIES), network.of_kinds(ACTIVITIES)
    return Ground(network, parties, activities, _rows(network, parties | activities))


def _rows(network: Network, drawn: Mask) -> Rows:
    columns: list[tuple[Places, Places, Places, Days, Days]] = []
    for code, kind in enumerate(KINDS):
        rows = network.relation(kind)
        if not len(rows):
            continue
        kept = drawn[rows.source] & drawn[rows.target] & (rows.source != rows.target)
        if kind == "MEMBER_OF":  # being a member of an organisation is no working together
            kept &= network.kind[rows.target] == "Group"
        rows = rows.taken(kept)
        first, last = rows.first, rows.last
        if kind == "PARTNER_IN":
            open_ = (first == OPEN_START) & (last == OPEN_END)
            first = np.where(open_, network.first[rows.target], first)
            last = np.where(open_, network.last[rows.target], last)
        columns.append((rows.source, rows.target, np.full(len(rows), code), first, last))
    if not columns:
        none = np.zeros(0, dtype=np.int64)
        return Rows(none, none, none, none, none)
    source, target, kind_, first, last = (
        np.concatenate(column).astype(np.int64) for column in zip(*columns, strict=True)
    )
    order = np.lexsort((_alphabet()[kind_], target, source))
    return Rows(source[order], target[order], kind_[order], first[order], last[order])


def _alphabet() -> Places:
    """The order of the kinds' names, by their code."""
    found = np.empty(len(KINDS), dtype=np.int64)
    found[np.argsort(np.array(KINDS))] = np.arange(len(KINDS))
    return found
