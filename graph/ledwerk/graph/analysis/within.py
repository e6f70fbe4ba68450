"""Who stands within so many ties of a party."""

from __future__ import annotations

from ledwerk.graph.projection import Ties


def within(ties: Ties, party: int, most: int) -> list[tuple[int, int]]:
    """The parties at a distance of 1 to `most` ties, as (party, distance).

    Order: distance, name, id. One bounded breadth-first search.
    """
    found = [(other, steps) for other, steps in ties.distances(party, most).items() if steps]
    return sorted(found, key=lambda one: (one[1], ties.order(one[0])))
