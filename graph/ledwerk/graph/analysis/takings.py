"""Who takes part in what on some days: projects and programmes, boards, campuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.network import (
    ALWAYS,
    OPEN_END,
    OPEN_START,
    Days,
    Floats,
    Mask,
    Network,
    Places,
    Relations,
    Span,
    overlaps,
)
from ledwerk.schema.relations import PARTIES


@dataclass(frozen=True, eq=False, slots=True)
class Takings:
    """Who takes part in which activity, by place; a pair may occur more than once.

    `via` is the group that the source names, -1 where it names the party itself; `amount` is what
    the source says of the contribution, nan where it does not.
    """

    member: Places
    meeting: Places
    first: Days
    last: Days
    via: Places
    amount: Floats
    kinds: frozenset[str]


def within(network: Network, span: Span, activities: Mask) -> Takings:
    """Who takes part in some activities on some days, members for a group that has any.

    A participation without a period has its activity's. A member counts while it belongs to
    the group and the group takes part.
    """
    rows = network.relation("PARTNER_IN")
    rows = rows.taken(activities[rows.target]) if len(rows) else rows
    first, last = _periods(network, rows)
    whole: Mask = np.zeros(len(network), dtype=bool)
    whole[whole_groups(network, span)] = True
    own = overlaps(first, last, span) & ~whole[rows.source]
    parts = [
        (rows.source[own], rows.target[own], first[own], last[own],
         np.full(int(own.sum()), -1), rows.amount[own]),
        *_through_groups(network, rows, (first, last), span, whole),
    ]  # fmt: skip
    member, meeting, begin, end, via, amount = (
        np.concatenate(column) for column in zip(*parts, strict=True)
    )
    kinds = frozenset(np.unique(network.kind[meeting].astype(str)).tolist())
    return Takings(member, meeting, begin, end, via.astype(np.int64), amount, kinds)


def _periods(network: Network, rows: Relations) -> tuple[Days, Days]:
    open_ = (rows.first == OPEN_START) & (rows.last == OPEN_END)
    first = np.where(open_, network.first[rows.target], rows.first)
    last = np.where(open_, network.last[rows.target], rows.last)
    return first, last


_Columns = tuple[Places, Places, Days, Days, Places, Floats]


def _through_groups(
    network: Network, rows: Relations, days: tuple[Days, Days], span: Span, whole: Mask
) -> list[_Columns]:
    everybody = network.memberships
    by_group = np.isin(rows.source, list(everybody))
    found = []
    for at in np.flatnonzero(by_group).tolist():
        group = int(rows.source[at])
        for member, (start, end) in everybody[group].items():
            first, last = max(int(days[0][at]), start), min(int(days[1][at]), end)
            held = first <= last and first <= span.last and last >= span.first
            # Over all time every period counts, as it does in what a store answers.
            if (held or span == ALWAYS) and not whole[member]:
                found.append((member, int(rows.target[at]), first, last, group, rows.amount[at]))
    if not found:
        return []
    columns = list(zip(*found, strict=True))
    whole_numbers = [np.array(column, dtype=np.int64) for column in columns[:5]]
    member_, meeting, begin, end_, via = whole_numbers
    return [(member_, meeting, begin, end_, via, np.array(columns[5], dtype=np.float64))]


def whole_groups(network: Network, span: Span) -> list[int]:
    """The groups that have members on some days, who stand for them."""
    return [
        group
        for group, inside in network.memberships.items()
        if any(
            first <= span.last and last >= span.first and first <= last
            for first, last in inside.values()
        )
    ]


def tenancies(network: Network, span: Span) -> Places:
    """Pairs of a tenant or owner and its campus."""
    found = [np.zeros((0, 2), dtype=np.int64)]
    for kind in ("TENANT_OF", "OWNER_OF"):
        rows = network.relation(kind)
        rows = rows.taken(rows.within(span))
        found.append(np.stack([rows.source, rows.target], axis=1))
    return np.concatenate(found)


def held(network: Network, span: Span, kinds: Sequence[str]) -> Places:
    """Pairs of a holder of some kinds and a board on which it holds a seat."""
    return _on_boards(network, span, "HOLDS", kinds, sent=False)


def party_seats(network: Network, span: Span) -> Places:
    """Pairs of a party and a board on which it has a seat: held, sent to, or on its behalf."""
    return np.concatenate(
        [
            _on_boards(network, span, "HOLDS", PARTIES, sent=False),
            _on_boards(network, span, "FROM", PARTIES, sent=True),
            _on_boards(network, span, "ON_BEHALF_OF", PARTIES, sent=True),
        ]
    )


def _on_boards(
    network: Network, span: Span, kind: str, kinds: Sequence[str], *, sent: bool
) -> Places:
    boards = network.targets("ON")
    rows = network.relation(kind)
    seats, holders = (rows.source, rows.target) if sent else (rows.target, rows.source)
    there = overlaps(network.first[seats], network.last[seats], span)
    found = [
        (holder, board)
        for seat, holder in zip(seats[there].tolist(), holders[there].tolist(), strict=True)
        if network.kind[holder] in kinds
        for board in boards.get(seat, ())
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 2)
