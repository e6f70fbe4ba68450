"""Gaps as a picture shows them: who has no tie to whom, and who could introduce them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.distances import (
    UNREACHED,
    gap_places,
    other_steps,
    places_of,
    ways_to,
)
from ledwerk.graph.analysis.introductions import RankedGap, ranked_gaps
from ledwerk.graph.analysis.party_words import both_sides
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.lens import Lens
from ledwerk.viz.scene_ground import Ground, ground_of
from ledwerk.viz.scene_path import way_by_ties

MOST_GAPS = 60  # in one picture
_ONE_AWAY = 2  # the distance that one introduction closes


@dataclass(frozen=True, slots=True)
class Gap:
    """A party and its nearest target, by place in the network, and who could introduce them.

    `introducers` are the next on a shortest way, the strongest first. `way` is the whole way from
    the party over the first of them to the target.
    """

    party: int
    target: int
    introducers: tuple[int, ...]
    way: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps that are drawn, how many there are in all, and how many have no way to a target.

    `missing` is the word, of the two that were asked, that no party answers to; "" where both do.
    """

    drawn: tuple[Gap, ...]
    total: int
    unreachable: int
    missing: str = ""


def gaps_asked(reckoning: Reckoning, words: str) -> Gaps:
    """The gaps between two sets of parties, the nearest first; those without a way are counted.

    Raises InvalidQuestion where the words say nothing known. Definitions: `ranked_gaps`.
    """
    network, subject = reckoning.network, reckoning.subject(Lens())
    sources, targets = both_sides(network, words)
    matrix = subject.matrix
    for word, chosen in zip(words.split("~"), (sources, targets), strict=True):
        if not chosen:
            return Gaps((), 0, 0, word)
    aims = places_of(matrix, targets)
    gaps = gap_places(matrix, sources, aims)
    unreachable = int(np.sum(other_steps(matrix, ways_to(matrix, aims))[gaps] == UNREACHED))
    found = ranked_gaps(matrix, sources, set(targets), met=subject.two, first=MOST_GAPS)
    ground = ground_of(network)
    drawn = (_gap(ground, matrix, gap) for gap in found if gap.distance is not None)
    return Gaps(tuple(drawn), len(gaps), unreachable)


def _gap(ground: Ground, matrix: TieMatrix, gap: RankedGap) -> Gap:
    numbers = ground.network.numbers
    party = numbers[gap.party]
    introducers = tuple(numbers[one.introducer] for one in gap.introducers)
    if gap.distance == _ONE_AWAY:
        target = _strongest(matrix, gap.introducers[0].introducer, gap.nearest)
        return Gap(party, numbers[target], introducers, (party, introducers[0], numbers[target]))
    target_ = numbers[gap.nearest[0]]
    way = way_by_ties(ground, matrix, party, target_)
    assert way is not None  # it is reached
    first = (way.nodes[1], *(one for one in introducers if one != way.nodes[1]))
    return Gap(party, target_, first, way.nodes)


def _strongest(matrix: TieMatrix, introducer: str, nearest: Sequence[str]) -> str:
    """Whom the introducer has the strongest tie with; the first of equals."""
    row = matrix.numbers[introducer]
    strength = [float(matrix.strengths[row, matrix.numbers[one]]) for one in nearest]
    return nearest[strength.index(max(strength))]
