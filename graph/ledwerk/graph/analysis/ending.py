"""What ends soon: seats, projects and programmes, who is in them, and which ties go with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.projections import two_mode
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import LAST_DAY, Network, Places, day
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.fields import first_day, last_day

ENDING = ("Seat", "Project", "Programme")


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends: its last day, how many days after the first asked for, who is in it.

    `who` are ids: the holders of a seat, or who takes part in an activity, in order of name.
    `only_ties` counts the pairs of them who share nothing else and have no tenancy, now or later:
    the ties that end with it.
    """

    id: str
    kind: str
    last: str
    days: int
    who: tuple[str, ...]
    only_ties: int


@dataclass(frozen=True, slots=True)
class Endings:
    """What ends from one day to another, soonest first, and how much has no known end, by kind."""

    since: str
    until: str
    ending: tuple[Ending, ...]
    unknown: Mapping[str, int]


def ending(
    network: Network,
    since: str,
    until: str | None = None,
    *,
    days: int = 365,
    kinds: Sequence[str] = ENDING,
) -> Endings:
    """The seats, projects and programmes that end from a date to another, or within some days.

    Definition: a node ends on its last day; a partial date ends with its month or year, and a
    partial `until` takes all of it. What is still to begin may end within the time too. What has
    begun, or may have, and has no end is counted in `unknown`, never guessed. Order: last day,
    kind, name. O(nodes + squared sizes of the activities that end). A planned end is what a source
    said when it wrote; a project may be prolonged without anybody noting it here.
    """
    start = date.fromisoformat(first_day(since))
    stop = start + timedelta(days) if until is None else date.fromisoformat(last_day(until))
    if stop < start:
        raise InvalidQuestion(f"until ({stop}) lies before since ({start}); name a later date")
    wanted = network.of_kinds(kinds)
    first, last = (day(one.isoformat()) for one in (start, stop))
    soon = np.flatnonzero(wanted & (network.last >= first) & (network.last <= last))
    soon = soon[network.first[soon] <= network.last[soon]]
    listed = sorted(
        soon.tolist(), key=lambda at: (network.last[at], network.kind[at], network.order(at))
    )
    open_ = wanted & (network.last >= LAST_DAY) & (network.first <= last)
    inside = _inside(network, listed, f"{start}")
    found = tuple(_ending(network, at, start, *inside[at]) for at in listed)
    unknown = Counter(network.kind[open_].tolist())
    return Endings(f"{start}", f"{stop}", found, {kind: unknown[kind] for kind in kinds})


def _ending(
    network: Network, at: int, start: date, parties: Sequence[int], only_ties: int
) -> Ending:
    text = f"{network.last[at]:08d}"
    last = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    names = tuple(network.ids[one] for one in sorted(parties, key=network.order))
    return Ending(
        network.ids[at], network.kind[at], f"{last}", (last - start).days, names, only_ties
    )


def _inside(
    network: Network, listed: Sequence[int], since: str
) -> dict[int, tuple[list[int], int]]:
    """Who is in each thing that ends, and how many ties rest on it alone from then on."""
    found: dict[int, tuple[list[int], int]] = {}
    two = two_mode(network, Lens(during=(since, "")))
    column = {place: at for at, place in enumerate(two.meetings.tolist())}
    by_column = two.incidence.tocsc()
    tied = set(map(tuple, two.direct.tolist()))
    holders = _holders(network)
    for place in listed:
        if place not in column:
            found[place] = (holders.get(place, []), 0)
            continue
        at = column[place]
        rows = np.sort(by_column.indices[by_column.indptr[at] : by_column.indptr[at + 1]])
        parties = two.members[rows].tolist()
        found[place] = (parties, _alone(two.incidence, rows, tied))
    return found


def _alone(incidence: sparse.csr_array, rows: Places, tied: set[tuple[int, ...]]) -> int:
    """How many pairs of rows share one meeting only, and no tenancy."""
    part = incidence[rows]
    shared = sparse.triu(part @ part.T, k=1, format="coo")
    once = shared.data == 1
    pairs = zip(rows[shared.row[once]].tolist(), rows[shared.col[once]].tolist(), strict=True)
    return sum(pair not in tied for pair in pairs)


def _holders(network: Network) -> dict[int, list[int]]:
    rows = network.relation("HOLDS")
    found: dict[int, list[int]] = {}
    for holder, seat in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
        found.setdefault(seat, []).append(holder)
    return found
