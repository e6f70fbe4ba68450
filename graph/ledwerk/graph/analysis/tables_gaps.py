"""Gaps of every sort, and what would close them, as tables."""

from __future__ import annotations

from ledwerk.graph.analysis.asking import Asking
from ledwerk.graph.analysis.introductions import introductions, ranked_gaps
from ledwerk.graph.analysis.missing import (
    HELIXES,
    helixes,
    partners_without_seat,
    payers_without_seat,
    seats_without_partners,
)
from ledwerk.graph.analysis.new_ties import best_new_ties
from ledwerk.graph.analysis.result_table import Cell, ResultTable, table
from ledwerk.graph.analysis.separation import municipalities_of, sectors_of, separations
from ledwerk.graph.analysis.subject import Saying, Subject, two_of
from ledwerk.graph.network import span_of


def gaps_table(subject: Subject, asked: Asking) -> ResultTable:
    """The parties of one set without a tie to another; see `ranked_gaps`."""
    two = two_of(subject)
    found = ranked_gaps(subject.matrix, asked.sources, set(asked.targets), met=two)
    say = Saying(two.network)
    rows = [
        (one.party, say(one.party), one.distance, say.all( one.nearest),
         say.all( who.introducer for who in one.introducers),
         one.introducers[0].strength if one.introducers else None)
        for one in found
    ]  # fmt: skip
    columns = ("node", "name", "distance", "nearest", "introducers", "strength")
    return table(columns, rows, [f"{len(rows)} gaps"])


def introductions_table(subject: Subject, asked: Asking) -> ResultTable:
    """The fewest introductions that close the gaps; see `introductions`."""
    two = two_of(subject)
    found = introductions(subject.matrix, asked.sources, set(asked.targets), met=two)
    say = Saying(two.network)
    rows = [
        (say(one.introducer), say(gap.party), say(gap.target), gap.strength,
         say.all( gap.met_party), say.all( gap.met_target))
        for one in found.edges
        for gap in one.closes
    ]  # fmt: skip
    note = (
        f"{found.gaps} gaps: {found.reached} reached by {len(found.edges)} introducers, "
        f"{found.further} further, {found.unreachable} unreachable; no fewer than {found.bound} "
        f"can do{'' if found.exact else f', and these are at most {found.ratio:.2f} times that'}"
    )
    columns = ("introducer", "party", "target", "strength", "met_party_in", "met_target_in")
    return table(columns, rows, [note])


def new_ties_table(subject: Subject, asked: Asking) -> ResultTable:
    """The new ties that would help most of those with a gap; see `best_new_ties`."""
    two = two_of(subject)
    found = best_new_ties(
        subject.matrix, asked.sources, set(asked.targets), met=two, first=asked.first
    )
    say = Saying(two.network)
    rows = [
        (say(one.party), say(one.target), one.distance, one.helped, say.all(one.closes),
         say.all(one.brings))
        for one in found
    ]  # fmt: skip
    columns = ("party", "target", "distance", "helps", "closes", "brings_near")
    return table(columns, rows)


def helixes_table(subject: Subject, asked: Asking) -> ResultTable:
    """Which helixes take part in each project and programme; see `helixes`."""
    del asked
    network = two_of(subject).network
    say = Saying(network)
    rows = [
        (one.activity, say(one.activity), one.kind.lower(), one.partners, list(one.missing),
         *(one.present.get(helix, 0) for helix in HELIXES),
         one.unsure)
        for one in helixes(network, subject.lens)
    ]  # fmt: skip
    columns = ("node", "name", "kind", "partners", "missing", "government", "industry",
               "knowledge", "unsure")  # fmt: skip
    return table(columns, rows)


def seats_table(subject: Subject, asked: Asking) -> ResultTable:
    """Partners of many without a seat, seats without partners, payers without; see `missing`."""
    del asked
    network, lens = two_of(subject).network, subject.lens
    say = Saying(network)
    rows: list[tuple[Cell, ...]] = [
        ("partner without a seat", say(one.party), len(one.activities),
         say.all( one.activities), say.all( one.through))
        for one in partners_without_seat(network, lens)
    ]  # fmt: skip
    rows += [
        ("seat, partner in nothing", say(one.party), len(one.boards), say.all( one.boards),
         say.all( one.through))
        for one in seats_without_partners(network, lens)
    ]  # fmt: skip
    rows += [
        ("payer without a seat", say(one.party), len(one.payments),
         say.all( dict.fromkeys(paid.receiver for paid in one.payments)),
         say.all( one.through))
        for one in payers_without_seat(network, lens)
    ]  # fmt: skip
    return table(("what", "name", "count", "in", "has_one_through"), rows)


def separation_table(subject: Subject, asked: Asking) -> ResultTable:
    """Sectors or municipalities that keep apart; see `separations`."""
    two = two_of(subject)
    span = span_of(subject.lens.as_of, subject.lens.during)
    sectors = asked.by != "municipality"
    groups = sectors_of(two.network) if sectors else municipalities_of(two.network, span)
    found = separations(two, groups, seed=asked.seed)
    say = Saying(two.network)
    rows = [
        (say(one.one), say(one.two), one.observed, one.expected, one.p, one.adjusted)
        for one in found.pairs
    ]
    notes = [f"{found.draws} draws; the smallest adjusted p that they can show is {found.least:g}"]
    return table(("one", "two", "ties", "expected", "p", "adjusted_p"), rows, notes)
