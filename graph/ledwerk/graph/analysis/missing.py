"""Who is missing: helixes in projects, partners and payers on boards, seat holders in projects."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ledwerk.graph.analysis.projections import two_mode
from ledwerk.graph.analysis.takings import party_seats, within
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, Span, span_of
from ledwerk.schema.relations import ACTIVITIES

HELIXES = ("government", "industry", "knowledge")


@dataclass(frozen=True, slots=True)
class Helixes:
    """The helixes of an activity's partners: how many there are of each, and which are missing.

    `unsure` are partners of whom it is not known, or who are of several (`hybrid`): where there
    are any, a missing helix may be there after all.
    """

    activity: str
    kind: str
    partners: int
    present: dict[str, int]
    missing: tuple[str, ...]
    unsure: int


@dataclass(frozen=True, slots=True)
class Unseated:
    """A partner without a seat, and what it takes part in.

    `through` are groups it is in, or members of it, that do have a seat.
    """

    party: str
    activities: tuple[str, ...]
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatOnly:
    """A party with a seat that is a partner in nothing.

    `through` are groups it is in, or members of it, that are.
    """

    party: str
    boards: tuple[str, ...]
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """What somebody pays, or is asked to: None is an unknown amount, "" what nobody said."""

    receiver: str
    state: str
    amount: float | None
    currency: str
    per: str
    year: str


@dataclass(frozen=True, slots=True)
class UnseatedPayer:
    """One who pays without a seat; `through` as for partners."""

    party: str
    payments: tuple[Payment, ...]
    through: tuple[str, ...]


def helixes(network: Network, lens: Lens | None = None) -> tuple[Helixes, ...]:
    """Which helixes take part in each project and programme, and which are missing.

    Definition: of government, industry and knowledge (Etzkowitz and Leydesdorff 2000), those of
    which no partner is; the lens's own helixes are not looked at. One that nobody takes part in is
    left out; one with a single partner counts, and misses two at least. Order: how many are
    missing, how many partners, name. O(participations).
    A helix may be missing on purpose; and advisers, subcontractors and clients are no partners.
    """
    lens = replace(lens or Lens(), helixes=())
    two = two_mode(network, replace(lens, through=_activities(lens)))
    by_meeting = two.incidence.tocsc()
    found = []
    for at, meeting in enumerate(two.meetings.tolist()):
        rows = by_meeting.indices[by_meeting.indptr[at] : by_meeting.indptr[at + 1]]
        words = Counter(network.helix[two.members[rows]].tolist())
        missing = tuple(helix for helix in HELIXES if not words[helix])
        unsure = sum(words[word] for word in ("", "unknown", "hybrid"))
        present = {word or "unknown": words[word] for word in sorted(words)}
        kind, ident = str(network.kind[meeting]), network.ids[meeting]
        one = Helixes(ident, kind, len(rows), present, missing, unsure)
        found.append((-len(missing), -len(rows), int(network.rank[meeting]), one))
    return tuple(one for *_, one in sorted(found, key=lambda entry: entry[:3]))


def missing_helixes(
    network: Network, lens: Lens | None = None, *, at_least: int = 1
) -> tuple[Helixes, ...]:
    """Those of `helixes` in which one is missing, with so many partners at least."""
    return tuple(one for one in helixes(network, lens) if one.missing and one.partners >= at_least)


def partners_without_seat(
    network: Network,
    lens: Lens | None = None,
    *,
    at_least: int = 3,
    kinds: Sequence[str] = ("Project",),
) -> tuple[Unseated, ...]:
    """Partners of many projects without any seat on a board.

    Definition: who takes part in `at_least` activities of these kinds, and by whom no seat is held,
    from whom none is sent, and on whose behalf there is none, in the time that the lens looks at.
    Who has one only through a group it is in is listed, with that group. Order: how many
    activities, name. O(participations + seats). No seat recorded is not: no influence.
    """
    lens = lens or Lens()
    two = two_mode(network, replace(lens, through=tuple(kinds)))
    seats = _Seats(network, span_of(lens.as_of, lens.during))
    found = []
    for row in np.flatnonzero(np.diff(two.incidence.indptr) >= at_least).tolist():
        place = int(two.members[row])
        if place not in seats.boards:
            start, end = two.incidence.indptr[row : row + 2]
            taken = two.meetings[two.incidence.indices[start:end]].tolist()
            one = Unseated(network.ids[place], _named(network, taken), seats.through(place))
            found.append((-len(taken), int(network.rank[place]), one))
    return tuple(one for *_, one in sorted(found, key=lambda entry: entry[:2]))


def seats_without_partners(network: Network, lens: Lens | None = None) -> tuple[SeatOnly, ...]:
    """Parties with a seat that are partner in nothing, neither project nor programme.

    A group is a partner where a source names it, also where its members stand for it. Order: how
    many boards, name. O(participations + seats). They may govern or supervise what others do.
    """
    lens = lens or Lens()
    span = span_of(lens.as_of, lens.during)
    taking = within(network, span, network.of_kinds(ACTIVITIES))
    partners = {*taking.member.tolist(), *taking.via.tolist()}
    others = _belonging(network, span)
    found = []
    for party, boards in _Seats(network, span).boards.items():
        if party not in partners:
            through = _named(network, others.get(party, set()) & partners)
            one = SeatOnly(network.ids[party], _named(network, boards), through)
            found.append((-len(boards), int(network.rank[party]), one))
    return tuple(one for *_, one in sorted(found, key=lambda entry: entry[:2]))


def payers_without_seat(network: Network, lens: Lens | None = None) -> tuple[UnseatedPayer, ...]:
    """Who pays, or is asked to, without any seat on a board.

    Definition: the source of a sum of money, whatever its state, with no seat as for
    `partners_without_seat`; sums are not added up, since they may be per year or per inhabitant.
    Order: name. O(sums + seats). Who pays may decide elsewhere, by its own council say.
    """
    lens = lens or Lens()
    span = span_of(lens.as_of, lens.during)
    seats, rows = _Seats(network, span), network.relation("FUNDS")
    rows = rows.taken(rows.within(span))
    payments: dict[int, list[Payment]] = defaultdict(list)
    columns = (rows.source, rows.target, rows.word, rows.amount, rows.currency, rows.per, rows.year)
    for payer, receiver, state, amount, currency, per, year in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        known = None if np.isnan(amount) else amount
        payments[payer].append(Payment(network.ids[receiver], state, known, currency, per, year))
    return tuple(
        UnseatedPayer(network.ids[payer], tuple(payments[payer]), seats.through(payer))
        for payer in sorted(payments, key=lambda place: int(network.rank[place]))
        if payer not in seats.boards
    )


class _Seats:
    """The boards of each party with a seat, and through whom others have one."""

    def __init__(self, network: Network, span: Span) -> None:
        self._network = network
        boards: dict[int, set[int]] = defaultdict(set)
        for party, board in party_seats(network, span).tolist():
            boards[party].add(board)
        self.boards = dict(boards)
        self._others = _belonging(network, span)

    def through(self, party: int) -> tuple[str, ...]:
        """The groups it is in and the members of it that have a seat."""
        return _named(self._network, self._others.get(party, set()) & self.boards.keys())


def _belonging(network: Network, span: Span) -> dict[int, set[int]]:
    """The groups that each party is in on some days, and the members of each group."""
    found: dict[int, set[int]] = defaultdict(set)
    for group, inside in network.memberships.items():
        for member, (first, last) in inside.items():
            if max(first, span.first) <= min(last, span.last):
                found[member].add(group)
                found[group].add(member)
    return dict(found)


def _named(network: Network, places: Iterable[int]) -> tuple[str, ...]:
    """Ids in the order of names."""
    ordered = sorted(places, key=lambda place: int(network.rank[place]))
    return tuple(network.ids[place] for place in ordered)


def _activities(lens: Lens) -> tuple[str, ...]:
    return tuple(kind for kind in ACTIVITIES if kind in lens.through)
