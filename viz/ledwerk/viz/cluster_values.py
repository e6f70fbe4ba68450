"""By what parties are put together: one value for each, of a helix, sector, place or programme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from ledwerk.graph.network import Network
from ledwerk.schema.relations import PARTIES
from ledwerk.viz.scene_sets import Sets, programmes_of, sectors_of

UNKNOWN = "unknown"


@lru_cache(maxsize=2)
def values_of(network: Network, grouping: str) -> Mapping[str, str]:
    """The value of each party by helix, sector, municipality or programme; "unknown" for none.

    helix: its word. sector: the sector that it is active in, else one of what it takes part in.
    municipality: itself, if it is one; the one that it is located in; else another place that it is
    located in. programme: one that is part of no other, in which, or in part of which, it takes
    part. Of several, the smallest id.
    """
    found = _VALUES[grouping](network)
    parties = network.of_kinds(PARTIES).nonzero()[0].tolist()
    return {network.ids[place]: found.get(place) or UNKNOWN for place in parties}


def _helix(network: Network) -> dict[int, str]:
    return dict(enumerate(network.helix.tolist()))


def _sector(network: Network) -> dict[int, str]:
    own = network.targets("ACTIVE_IN", ("Sector",))
    around = _smallest(network, sectors_of(network))
    return around | {place: min(network.ids[one] for one in near) for place, near in own.items()}


def _municipality(network: Network) -> dict[int, str]:
    found: dict[int, str] = {}
    for kinds in (("Place",), ("Municipality",)):
        for place, near in network.targets("LOCATED_IN", kinds).items():
            found[place] = min(network.ids[one] for one in near)
    towns = network.of_kinds(("Municipality",)).nonzero()[0].tolist()
    return found | {place: network.ids[place] for place in towns}


def _programme(network: Network) -> dict[int, str]:
    parts = network.targets("PART_OF", ("Programme",))
    sets = programmes_of(network)
    outer = {place: inside for place, inside in sets.items() if place not in parts}
    return _smallest(network, outer)


def _smallest(network: Network, sets: Sets) -> dict[int, str]:
    """The smallest id of the sets that each node is in."""
    found: dict[int, str] = {}
    for ident, inside in _by_id(network, sets):
        for place in inside:
            found.setdefault(place, ident)
    return found


def _by_id(network: Network, sets: Sets) -> Iterable[tuple[str, set[int]]]:
    return sorted((network.ids[place], inside) for place, inside in sets.items())


_VALUES: Mapping[str, Callable[[Network], dict[int, str]]] = {
    "helix": _helix,
    "sector": _sector,
    "municipality": _municipality,
    "programme": _programme,
}
