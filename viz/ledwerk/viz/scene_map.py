"""Which municipality or place on the map each mark belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ledwerk.graph.network import Network
from ledwerk.viz.scene_choice import Chosen
from ledwerk.viz.scene_standing import Spot


def towns_of_marks(network: Network, chosen: Chosen, spots: Collection[str]) -> dict[str, str]:
    """The municipality, else the place, of each mark whose whereabouts are known, by id.

    A municipality is where it is itself. A cluster by municipality is at that which its members
    share.
    """
    found = {network.ids[place]: at for place, at in _located(network, spots).items()}
    found |= {ident: ident for ident in spots if ident in network.numbers}
    clusters = (one.id for one in chosen.clusters)
    shared = {ident: ident.partition(":")[2].partition("/")[0] for ident in clusters}
    return found | {ident: town for ident, town in shared.items() if town in spots}


def between_on_map(network: Network, chosen: Chosen, spots: Iterable[Spot]) -> frozenset[str]:
    """The ids of marks that ties are drawn between on a map: those that are on it; all, where that
    is not so of two at least.
    """
    known = {ident for ident, _, _ in spots}
    drawn = {network.ids[place] for place in chosen.nodes} | {one.id for one in chosen.clusters}
    found = towns_of_marks(network, chosen, known).keys() & drawn
    return frozenset(found if len(found) > 1 else drawn)


def _located(network: Network, spots: Collection[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for kinds in (("Place",), ("Municipality",)):  # of both, the municipality says more
        for place, near in network.targets("LOCATED_IN", kinds).items():
            known = sorted(network.ids[one] for one in near if network.ids[one] in spots)
            if known:
                found[place] = known[0]
    return found
