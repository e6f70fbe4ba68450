"""What an agreement rests on and is measured by: who shares what, and how two parties stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.agreements import Evidence, Named, Standing
from ledwerk.graph.analysis.centrality import betweenness_centrality, centralities
from ledwerk.graph.analysis.changes import Changes
from ledwerk.graph.analysis.distances import UNREACHED, gap_places, places_of, ways_to
from ledwerk.graph.analysis.introductions import Candidate, RankedGap, ranked_gaps
from ledwerk.graph.analysis.party_words import both_sides
from ledwerk.graph.analysis.projections import projected
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.sandbox import changed, changed_ties
from ledwerk.graph.analysis.subject import two_of
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.analysis.what_if import EXACT_UP_TO, SAMPLES
from ledwerk.graph.lens import THROUGH, Lens

Pair = tuple[str, str]
_OFFERED = 4  # introducers of one gap


@dataclass(frozen=True, slots=True)
class Offer:
    """Somebody who could introduce a party, and to whom; evidence as of now.

    `target` is the nearest target that the introducer has the strongest tie with; None where the
    introducer is only the first step of a longer way. `could_close` counts the gaps of this sort
    that one introduction by it could close.
    """

    via: Named
    target: Named | None
    evidence: Evidence
    could_close: int


@dataclass(frozen=True, slots=True)
class GapRow:
    """A party without a tie to the other set; `distance` None: no way at all."""

    party: Named
    helix: str
    distance: int | None
    nearest: tuple[Named, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class GapList:
    """The gaps of a sort: some of them, and how many there are among how many parties."""

    rows: tuple[GapRow, ...]
    total: int
    parties: int


def gap_list(reckoning: Reckoning, *, kind: str, start: int, first: int) -> GapList:
    """The gaps FROM~TO from the `start`th on, with who could introduce and what shows it.

    Order and definitions as those of `ranked_gaps`. Evidence counts boards too, though they make no
    tie here. Raises InvalidQuestion for words that are not known.
    """
    sources, targets = both_sides(reckoning.network, kind)
    subject = reckoning.subject(Lens())
    matrix = subject.matrix
    aims = places_of(matrix, targets)
    total = len(gap_places(matrix, sources, aims))
    found = ranked_gaps(
        matrix, sources, set(targets), met=two_of(subject), start=start, first=first
    )
    rows = tuple(_row(reckoning, matrix, gap) for gap in found)
    return GapList(rows, total, len(places_of(matrix, sources)))


def evidence(reckoning: Reckoning, *, source: str, target: str, via: str) -> Evidence:
    """What an introducer shares with each of two parties, in order of name."""
    matrix = reckoning.subject(Lens()).matrix
    numbers = matrix.numbers
    strengths = [
        float(matrix.strengths[numbers[via], numbers[end]])
        for end in (source, target)
        if via in numbers and end in numbers
    ]
    return Evidence(
        shared(reckoning, via, source),
        shared(reckoning, via, target),
        min(strengths) if len(strengths) == len((source, target)) else None,
    )


def shared(reckoning: Reckoning, one: str, other: str) -> tuple[Named, ...]:
    """The projects, programmes, campuses and boards that two parties are both in."""
    two = two_of(reckoning.subject(Lens(through=THROUGH)))
    network = two.network
    rows = [two.numbers.get(network.numbers.get(ident, -1)) for ident in (one, other)]
    if rows[0] is None or rows[1] is None:
        return ()
    return _named(reckoning, (network.ids[at] for at in two.met_in(rows[0], rows[1]).tolist()))


def distances_between(reckoning: Reckoning, *, pairs: tuple[Pair, ...]) -> tuple[int | None, ...]:
    """How many ties each pair is apart; None where there is no way, or one is no party."""
    matrix = reckoning.subject(Lens()).matrix
    return tuple(_distance(matrix, *pair) for pair in pairs)


def standing(
    reckoning: Reckoning,
    *,
    source: str,
    target: str,
    via: str,
    kind: str,
    apart: tuple[Pair, ...] | None = None,
) -> Standing:
    """How two parties and who introduces them stand; see `Standing`.

    With `apart`, pairs of a party and what it takes part in, as if they took no part in it, and
    as if the two had no tie where they still have one. Betweenness is exact up to EXACT_UP_TO
    parties and estimated from SAMPLES beyond. Raises InvalidQuestion for who takes no part.
    """
    matrix = _matrix(reckoning, source, target, apart)
    sources, targets = both_sides(reckoning.network, kind)
    asked, gaps = len(places_of(matrix, sources)), _gaps(matrix, sources, targets)
    large = len(matrix) > EXACT_UP_TO
    between = (
        centralities(matrix, ("betweenness",), samples=SAMPLES)["betweenness"].values
        if large
        else betweenness_centrality(matrix)
    )
    three = (source, target, via)
    places = [matrix.numbers.get(ident) for ident in three]
    return Standing(
        reckoning.network.revision,
        _distance(matrix, source, target),
        gaps,
        asked - gaps,
        tuple(None if at is None else int(matrix.degrees[at]) for at in places),
        tuple(None if ident not in between else float(between[ident]) for ident in three),
        len(matrix),
        matrix.ties,
        not large,
    )


def _matrix(
    reckoning: Reckoning, source: str, target: str, apart: tuple[Pair, ...] | None
) -> TieMatrix:
    """The ties as they are, or as they would be without what brought two parties together."""
    if apart is None:
        return reckoning.subject(Lens()).matrix
    network = changed(reckoning.network, Changes(leave=apart))
    matrix = projected(network, Lens())
    if _distance(matrix, source, target) == 1:
        matrix = changed_ties(matrix, Changes(remove_ties=((source, target),)))
    return matrix


def party_names(reckoning: Reckoning, *, ids: tuple[str, ...]) -> tuple[Named | None, ...]:
    """The parties of some ids; None for what is no party that ties are reckoned of."""
    numbers = reckoning.subject(Lens()).matrix.numbers
    called = reckoning.network.called
    return tuple(Named(one, called(one)) if one in numbers else None for one in ids)


def _gaps(matrix: TieMatrix, sources: Iterable[str], targets: Iterable[str]) -> int:
    return len(gap_places(matrix, sources, places_of(matrix, targets)))


def _distance(matrix: TieMatrix, one: str, other: str) -> int | None:
    a, b = matrix.numbers.get(one), matrix.numbers.get(other)
    if a is None or b is None:
        return None
    found = int(ways_to(matrix, np.array([b], dtype=np.int64), until=a).steps[a])
    return None if found == UNREACHED else found


def _row(reckoning: Reckoning, matrix: TieMatrix, gap: RankedGap) -> GapRow:
    network = reckoning.network
    return GapRow(
        Named(gap.party, network.called(gap.party)),
        str(network.helix[network.numbers[gap.party]]),
        gap.distance,
        _named(reckoning, gap.nearest),
        tuple(_offer(reckoning, matrix, gap, one) for one in gap.introducers[:_OFFERED]),
    )


def _offer(reckoning: Reckoning, matrix: TieMatrix, gap: RankedGap, one: Candidate) -> Offer:
    called = reckoning.network.called
    via = Named(one.introducer, called(one.introducer))
    at = matrix.numbers
    ties = {
        target: float(matrix.strengths[at[one.introducer], at[target]])
        for target in gap.nearest
        if at[target] in matrix.near(at[one.introducer])
    }
    if not ties:
        known = Evidence(shared(reckoning, one.introducer, gap.party), (), one.strength)
        return Offer(via, None, known, one.could_close)
    target = max(ties, key=lambda ident: ties[ident])  # of equals the first by name
    found = evidence(reckoning, source=gap.party, target=target, via=one.introducer)
    return Offer(via, Named(target, called(target)), found, one.could_close)


def _named(reckoning: Reckoning, ids: Iterable[str]) -> tuple[Named, ...]:
    return tuple(Named(one, reckoning.network.called(one)) for one in ids)
