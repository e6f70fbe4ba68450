"""Questions about gaps, money, ends and what could be: as those in `questions`."""

from __future__ import annotations

from ledwerk.graph.analysis.before_after import BeforeAfter, before_after
from ledwerk.graph.analysis.changes import Changes
from ledwerk.graph.analysis.cutting import SinglePoints, single_points
from ledwerk.graph.analysis.ending import Endings
from ledwerk.graph.analysis.ending import ending as ends
from ledwerk.graph.analysis.missing import (
    Helixes,
    SeatOnly,
    Unseated,
    UnseatedPayer,
    missing_helixes,
    partners_without_seat,
    payers_without_seat,
    seats_without_partners,
)
from ledwerk.graph.analysis.money import By, Money
from ledwerk.graph.analysis.money import money as sums
from ledwerk.graph.analysis.new_ties import NewTie, best_new_ties
from ledwerk.graph.analysis.prediction import PredictedTie, predicted_ties
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.separation import (
    Separations,
    municipalities_of,
    sectors_of,
)
from ledwerk.graph.analysis.separation import separations as apart
from ledwerk.graph.analysis.subject import two_of
from ledwerk.graph.analysis.unknown import Blanks, blanks
from ledwerk.graph.analysis.what_if import WhatIf, campuses, small_firms
from ledwerk.graph.analysis.what_if import what_if as would
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import span_of

Ids = tuple[str, ...]


def what_if(
    reckoning: Reckoning,
    *,
    lens: Lens,
    changes: Changes,
    sources: Ids | None = None,
    targets: Ids | None = None,
) -> WhatIf:
    """What changes would do; gaps are those from small firms to campuses unless ids are given."""
    return would(
        reckoning.network,
        lens,
        changes,
        sources=small_firms if sources is None else lambda _: sources,
        targets=campuses if targets is None else lambda _: targets,
    )


def new_ties(
    reckoning: Reckoning, *, lens: Lens, sources: Ids, targets: Ids, first: int
) -> tuple[NewTie, ...]:
    """The new ties that would help most."""
    subject = reckoning.subject(lens)
    found = best_new_ties(subject.matrix, sources, set(targets), met=subject.two, first=first)
    return tuple(found)


def beside_programme(reckoning: Reckoning, *, lens: Lens, programme: str) -> BeforeAfter:
    """Before, during and after a programme."""
    return before_after(reckoning.network, programme, lens)


def helix_gaps(reckoning: Reckoning, *, lens: Lens) -> tuple[Helixes, ...]:
    """The projects and programmes in which a helix is missing."""
    return missing_helixes(reckoning.network, lens)


def unseated_partners(reckoning: Reckoning, *, lens: Lens, at_least: int) -> tuple[Unseated, ...]:
    """Partners of so many projects without a seat."""
    return partners_without_seat(reckoning.network, lens, at_least=at_least)


def seat_only(reckoning: Reckoning, *, lens: Lens) -> tuple[SeatOnly, ...]:
    """Parties with a seat that are partner in nothing."""
    return seats_without_partners(reckoning.network, lens)


def unseated_payers(reckoning: Reckoning, *, lens: Lens) -> tuple[UnseatedPayer, ...]:
    """Payers without a seat."""
    return payers_without_seat(reckoning.network, lens)


def separations(reckoning: Reckoning, *, lens: Lens, by: str) -> Separations:
    """Sectors, or municipalities, that keep apart."""
    network = reckoning.network
    span = span_of(lens.as_of, lens.during)
    groups = sectors_of(network) if by == "sector" else municipalities_of(network, span)
    return apart(two_of(reckoning.subject(lens)), groups)


def cuts(reckoning: Reckoning, *, lens: Lens, first: int) -> SinglePoints:
    """Whose leaving cuts whom off."""
    subject = reckoning.subject(lens)
    return single_points(subject.matrix, met=subject.two, first=first)


def ending(reckoning: Reckoning, *, since: str, days: int) -> Endings:
    """What ends within so many days."""
    return ends(reckoning.network, since, days=days)


def money(reckoning: Reckoning, *, by: str) -> tuple[Money, ...]:
    """What money adds up to."""
    return sums(reckoning.network, By(by))


def predicted(reckoning: Reckoning, *, lens: Lens, first: int) -> tuple[PredictedTie, ...]:
    """Ties that may come."""
    return predicted_ties(two_of(reckoning.subject(lens)), first)


def unknown(reckoning: Reckoning) -> Blanks:
    """What is not recorded."""
    return blanks(reckoning.network)
