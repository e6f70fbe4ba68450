"""Gaps: parties without a tie to a target set, and who could introduce them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledwerk.graph.projection import Ties


@dataclass(frozen=True, slots=True)
class Introducer:
    """Somebody who knows both sides; `strength` is the weakest tie on the strongest way."""

    party: int
    strength: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A party at distance above 1 from every target; `distance` is None where none is reached."""

    party: int
    nearest: tuple[int, ...]
    distance: int | None
    introducers: tuple[Introducer, ...]


def gaps(ties: Ties, sources: Iterable[int], targets: Iterable[int]) -> list[Gap]:
    """The gaps between two sets of parties.

    Definition: a party of `sources` at distance above 1, or unreachable, from every party of
    `targets` other than itself. Its nearest are all targets at the smallest distance. An
    introducer is the next party on a shortest path to one of them; its strength is the weight of
    the weakest tie on the strongest such path (the widest shortest path; Pollack 1960 for the
    bottleneck). Order: distance, unreachable last, then name, id.

    One breadth-first search for each source that is a gap: O(gaps x ties). A gap says that no
    tie is recorded, never that two parties do not know each other.
    """
    aims = set(targets)
    found = [gap for party in set(sources) if (gap := _gap(ties, party, aims)) is not None]
    found.sort(key=lambda g: (g.distance is None, g.distance or 0, ties.order(g.party)))
    return found


def _gap(ties: Ties, party: int, targets: set[int]) -> Gap | None:
    aims = targets - {party}
    if not aims.isdisjoint(ties.near(party)):
        return None
    layers = _layers(ties, party, aims)
    nearest = sorted(layers[-1].keys() & aims, key=ties.order) if layers else []
    if not nearest:
        return Gap(party, (), None, ())
    return Gap(party, tuple(nearest), len(layers) - 1, _introducers(ties, layers, nearest))


def _layers(ties: Ties, party: int, aims: set[int]) -> list[dict[int, int]]:
    """Parties by distance up to the first layer that holds an aim; empty if none does."""
    seen = {party}
    layers = [{party: 0}]
    while layers[-1]:
        ahead = {other: 0 for one in layers[-1] for other in ties.near(one) if other not in seen}
        seen.update(ahead)
        layers.append(ahead)
        if not aims.isdisjoint(ahead):
            return layers
    return []


def _introducers(
    ties: Ties, layers: list[dict[int, int]], nearest: list[int]
) -> tuple[Introducer, ...]:
    # Backwards from the targets: the widest way from each party of a layer to any of them.
    widths: dict[int, float] = dict.fromkeys(nearest, float("inf"))
    for layer in reversed(layers[1:-1]):
        behind: dict[int, float] = {}
        for one in layer:
            ways = [
                min(weight, widths[other])
                for other, weight in ties.near(one).items()
                if other in widths
            ]
            if ways:
                behind[one] = max(ways)
        widths = behind
    (party,) = layers[0]
    near = ties.near(party)
    found = [Introducer(one, int(min(width, near[one]))) for one, width in widths.items()]
    return tuple(sorted(found, key=lambda i: (-i.strength, ties.order(i.party))))
