"""The network over time: who has a tie in each year, who came, left and stayed, how central."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.analysis import ranks
from ledwerk.graph.analysis.projections import projected, two_mode
from ledwerk.graph.analysis.takings import within
from ledwerk.graph.lens import Lens, Mode
from ledwerk.graph.network import (
    ALWAYS,
    LAST_DAY,
    OPEN_END,
    OPEN_START,
    Days,
    Mask,
    Network,
    Places,
    Relations,
)
from ledwerk.schema.relations import ACTIVITIES

_OF_SEATS = ("HOLDS", "FROM", "ON_BEHALF_OF")
_OF_CAMPUSES = ("TENANT_OF", "OWNER_OF")


@dataclass(frozen=True, slots=True)
class Year:
    """One year: how many have a tie in it, how many ties, and who came, left and stayed.

    `came` are the ids of those with a tie that had none the year before, in the first year all of
    them; `left` had one the year before and have none. Both are in order of name. So `parties` is
    that of the year before, and who came, without who left.
    """

    year: int
    parties: int
    ties: int
    came: tuple[str, ...]
    left: tuple[str, ...]
    stayed: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How central one was in a year: its number of ties, and its rank by it, None without any."""

    year: int
    degree: int
    rank: int | None


@dataclass(frozen=True, eq=False, slots=True)
class Timeline:
    """Every year from the first to the last that some participation has.

    `undated` counts the participations of which no beginning and no end is known, nor of their
    activity: they count in every year, unless they were left out (`undated_count_in`). `ids` are
    those with a tie in some year; `degrees` and `ranks` have a row a year and a column an id, rank
    0 where there is no tie.
    """

    years: tuple[Year, ...]
    undated: int
    undated_count_in: bool
    ids: tuple[str, ...]
    degrees: NDArray[np.int32]
    ranks: NDArray[np.int32]

    def standings(self, ident: str) -> tuple[Standing, ...]:
        """How central one was in each year; nothing known is no tie."""
        at = self.ids.index(ident) if ident in self.ids else None
        return tuple(
            Standing(one.year, 0, None)
            if at is None
            else Standing(one.year, int(self.degrees[row, at]), int(self.ranks[row, at]) or None)
            for row, one in enumerate(self.years)
        )


def timeline(
    network: Network,
    lens: Lens | None = None,
    mode: Mode = Mode.PARTIES,
    *,
    undated: bool = True,
    progress: Callable[[float], None] | None = None,
) -> Timeline:
    """The network of each year through a lens, whose own dates are not looked at.

    Definition: the ties of a year are those of all that holds on one of its days at least, so that
    a project from December 2015 to January 2017 counts in three years. The rank is by degree (the
    number of ties), equals sharing one. The years go from the first to the last that a beginning or
    end of a participation names; one without an end goes on to the last year. Without `undated`,
    what nobody dated (participations, seats, tenancies) is left out instead of counting always.

    One projection a year: O(years x sum of squared meeting sizes). Not to be read as growth or
    decline where the data begin or stop: the first and last years know only what overlaps them.
    """
    lens = (lens or Lens()).at(None)
    seen = network if undated else dated(network)
    years = years_of(seen, lens, mode)
    degrees = np.zeros((len(years), len(network)), dtype=np.int32)
    for row, year in enumerate(years):
        matrix = projected(seen, lens.at(str(year).zfill(4)), mode)
        places = [network.numbers[str(node)] for node in matrix.nodes]
        degrees[row, places] = matrix.degrees
        if progress is not None:
            progress((row + 1) / len(years))
    return _told(network, years, degrees, (_undated(network, lens, mode), undated))


def dated(network: Network) -> Network:
    """The network without the participations, seats and tenancies whose period nobody knows."""
    kept: dict[str, Relations] = dict(network.relations)
    for kind in ("PARTNER_IN", *_OF_SEATS, *_OF_CAMPUSES):
        if kind in kept:
            kept[kind] = kept[kind].taken(~undated_rows(network, kind))
    return replace(network, relations=kept)


def undated_rows(network: Network, kind: str) -> Mask:
    """Which relations of a kind have no beginning and no end, and get none from their activity.

    A seat's relations have the seat's period, a participation without one its activity's.
    """
    rows = network.relation(kind)
    found: Mask = (rows.first == OPEN_START) & (rows.last == OPEN_END)
    if kind in {"PARTNER_IN", "HOLDS"}:
        found &= _open(network, rows.target)
    elif kind in _OF_SEATS:
        found &= _open(network, rows.source)
    return found


def _open(network: Network, at: Places) -> Mask:
    found: Mask = (network.first[at] == OPEN_START) & (network.last[at] == OPEN_END)
    return found


def years_of(network: Network, lens: Lens, mode: Mode = Mode.PARTIES) -> list[int]:
    """Every year from the first to the last that a beginning or end of a participation names."""
    first, last = _periods(network, lens, mode)
    right = first <= last
    named = np.concatenate([first[right], last[right]])
    named = named[(named != OPEN_START) & (named < LAST_DAY)] // 10000
    return list(range(int(named.min()), int(named.max()) + 1)) if len(named) else []


def _periods(network: Network, lens: Lens, mode: Mode) -> tuple[Days, Days]:
    """From when to when each participation is that makes a tie through the lens."""
    first, last = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    if mode is not Mode.PEOPLE:
        taking = within(network, ALWAYS, _activities(network, lens, mode))
        first.append(taking.first)
        last.append(taking.last)
    if mode is Mode.PEOPLE or (mode is Mode.PARTIES and "Board" in lens.through):
        seats = network.relation("ON").source
        first.append(network.first[seats])
        last.append(network.last[seats])
    return np.concatenate(first), np.concatenate(last)


def _activities(network: Network, lens: Lens, mode: Mode) -> Mask:
    """The projects and programmes that count through the lens at any time."""
    two = two_mode(network, lens, mode)
    found: Mask = np.zeros(len(network), dtype=bool)
    found[two.members if mode is Mode.PROJECTS else two.meetings] = True
    return found & network.of_kinds(ACTIVITIES)


def _undated(network: Network, lens: Lens, mode: Mode) -> int:
    if mode is Mode.PEOPLE:
        return int(undated_rows(network, "HOLDS").sum())
    rows = network.relation("PARTNER_IN")
    counted = _activities(network, lens, mode)[rows.target]
    return int((undated_rows(network, "PARTNER_IN") & counted).sum())


def _told(
    network: Network, years: list[int], degrees: NDArray[Any], undated: tuple[int, bool]
) -> Timeline:
    there = degrees > 0
    listed = np.flatnonzero(there.any(axis=0))
    listed = listed[np.argsort(network.rank[listed])] if len(listed) else listed
    degrees, there = degrees[:, listed], there[:, listed]
    ids = tuple(network.ids[place] for place in listed.tolist())
    before = np.zeros(len(ids), dtype=bool)
    told = []
    for row, year in enumerate(years):
        now = there[row]
        told.append(
            Year(
                year,
                int(now.sum()),
                int(degrees[row].sum()) // 2,
                _named(ids, now & ~before),
                _named(ids, before & ~now),
                int((now & before).sum()),
            )
        )
        before = now
    placed = [
        np.where(degrees[row] > 0, ranks.places(degrees[row]), 0) for row in range(len(years))
    ]
    by_rank = np.array(placed, dtype=np.int32).reshape(degrees.shape)
    return Timeline(tuple(told), *undated, ids, degrees, by_rank)


def _named(ids: tuple[str, ...], chosen: Mask) -> tuple[str, ...]:
    return tuple(ids[at] for at in np.flatnonzero(chosen).tolist())
