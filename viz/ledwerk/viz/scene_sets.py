"""What belongs together by what is said of it: sectors, programmes and municipalities, as sets of
the places of nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ledwerk.graph.analysis.takings import within
from ledwerk.graph.network import ALWAYS, Network
from ledwerk.schema.relations import ACTIVITIES

Sets = dict[int, set[int]]


@lru_cache(maxsize=1)
def takers_of(network: Network) -> Mapping[int, frozenset[int]]:
    """The parties that take part in each activity, by itself or through a group, groups as well."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    takings = within(network, ALWAYS, network.of_kinds(ACTIVITIES))
    for member, meeting in zip(takings.member.tolist(), takings.meeting.tolist(), strict=True):
        found[meeting].add(member)
    rows = network.relation("PARTNER_IN")
    for party, activity in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
        found[activity].add(party)
    return {activity: frozenset(parties) for activity, parties in found.items()}


@lru_cache(maxsize=1)
def parts_of(network: Network) -> Mapping[int, frozenset[int]]:
    """Each programme with all that is part of it, at any depth, itself included."""
    rows = network.relation("PART_OF")
    below: defaultdict[int, list[int]] = defaultdict(list)
    for part, whole in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
        below[whole].append(part)
    return {
        place: frozenset(_reached(place, below))
        for place, kind in enumerate(network.kind.tolist())
        if kind == "Programme"
    }


def _reached(start: int, below: Mapping[int, list[int]]) -> set[int]:
    found, todo = {start}, [start]
    while todo:
        for part in below.get(todo.pop(), ()):
            if part not in found:
                found.add(part)
                todo.append(part)
    return found


def programmes_of(network: Network) -> Sets:
    """Of each programme its parts, and who takes part in one of them."""
    takers = takers_of(network)
    return {
        place: {*parts, *(one for part in parts for one in takers.get(part, ()))}
        for place, parts in parts_of(network).items()
    }


def sectors_of(network: Network) -> Sets:
    """Of each sector what is active in it, what is part of such a programme, and who takes part."""
    takers, parts = takers_of(network), parts_of(network)
    found: Sets = {at: set() for at in _of_kind(network, "Sector")}
    rows = network.relation("ACTIVE_IN")
    for who, sector in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
        inside = parts.get(who, frozenset({who}))
        found[sector] |= inside
        found[sector].update(one for part in inside for one in takers.get(part, ()))
    return found


def towns_of(network: Network) -> Sets:
    """Of each municipality itself and who is located in it, where anybody else is or it has ties.

    One that is nothing but a name on the map is left out.
    """
    found: Sets = {at: {at} for at in _of_kind(network, "Municipality")}
    rows = network.relation("LOCATED_IN")
    for who, town in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
        if town in found:
            found[town].add(who)
    takes_part = {one for parties in takers_of(network).values() for one in parties}
    return {at: who for at, who in found.items() if len(who) > 1 or at in takes_part}


def union(sets: Sets, chosen: Iterable[int]) -> set[int]:
    """Everything in one of some sets."""
    return {one for place in chosen for one in sets.get(place, ())}


def _of_kind(network: Network, kind: str) -> list[int]:
    return [at for at, one in enumerate(network.kind.tolist()) if one == kind]
