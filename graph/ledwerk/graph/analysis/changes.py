"""What could be otherwise: parties, ties, seats and projects that come or go, and whether they can.

Nothing here is ever stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledwerk.graph.network import Network
from ledwerk.schema.errors import InvalidQuestion, UnknownName
from ledwerk.schema.relations import ACTIVITIES, PARTIES

Pair = tuple[str, str]

_SUGGESTIONS = 3
_ALIKE = 60  # of a hundred


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party that is not there yet; `sme` is None where it is not known."""

    id: str
    name: str
    helix: str = ""
    kind: str = "Organisation"
    sme: bool | None = None


@dataclass(frozen=True, slots=True)
class NewActivity:
    """A project or programme that is not there yet, its partners, and what it is part of."""

    id: str
    name: str
    parties: tuple[str, ...] = ()
    kind: str = "Project"
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What comes and what goes; everything is named by its id.

    `add_ties` and `remove_ties` are pairs of parties, whatever they have a tie by. Pairs of seats
    are (party, board): a removed seat is any that the party holds, sends or is represented by.
    `join` and `leave` are (party, project or programme): who takes part through a group
    leaves it alone, the group's other members stay. A party that is removed takes its
    participations, seats and ties along; a removed group those of its members through it.
    """

    remove_parties: tuple[str, ...] = ()
    add_parties: tuple[NewParty, ...] = ()
    remove_ties: tuple[Pair, ...] = ()
    add_ties: tuple[Pair, ...] = ()
    remove_seats: tuple[Pair, ...] = ()
    add_seats: tuple[Pair, ...] = ()
    leave: tuple[Pair, ...] = ()
    join: tuple[Pair, ...] = ()
    remove_projects: tuple[str, ...] = ()
    add_projects: tuple[NewActivity, ...] = ()


def check(network: Network, changes: Changes) -> None:
    """That everything named is there and of the right kind, and that what is new is new.

    Raises UnknownName, with ids that come close, and InvalidQuestion.
    """
    known = _Known(network, changes)
    known.new(changes.add_parties, PARTIES, "party")
    known.new(changes.add_projects, ACTIVITIES, "project or programme")
    for activity in changes.add_projects:
        known.all(activity.parties, PARTIES, "party")
        known.all(activity.part_of, ("Programme",), "programme")
    known.all(changes.remove_parties, PARTIES, "party", going=True)
    known.all(changes.remove_projects, ACTIVITIES, "project or programme", going=True)
    for pairs in (changes.add_ties, changes.remove_ties):
        known.all((ident for pair in pairs for ident in pair), PARTIES, "party")
        for one, two in pairs:
            if one == two:
                raise InvalidQuestion(f"{one} can have no tie with itself; name two parties")
    for pairs, there in ((changes.add_seats, False), (changes.remove_seats, True)):
        known.all((party for party, _ in pairs), PARTIES, "party", there=there)
        known.all((board for _, board in pairs), ("Board",), "board")
    for pairs, there in ((changes.join, False), (changes.leave, True)):
        known.all((party for party, _ in pairs), PARTIES, "party", there=there)
        known.all((one for _, one in pairs), ACTIVITIES, "project or programme", there=there)


class _Known:
    """What is there, what comes, and what goes."""

    def __init__(self, network: Network, changes: Changes) -> None:
        self._network = network
        coming: list[NewParty | NewActivity] = [*changes.add_parties, *changes.add_projects]
        self._coming = {one.id: one.kind for one in coming}
        self._going = {*changes.remove_parties, *changes.remove_projects}
        ids = [one.id for one in coming]
        for twice in (ident for at, ident in enumerate(ids) if ident in ids[:at]):
            raise InvalidQuestion(f"{twice} is added twice; give each an id of its own")

    def new(
        self, coming: Sequence[NewParty | NewActivity], kinds: Sequence[str], what: str
    ) -> None:
        for one in coming:
            if one.id in self._network.numbers:
                raise InvalidQuestion(f"{one.id} is there already; give what is new another id")
            if one.kind not in kinds:
                raise InvalidQuestion(
                    f"{one.id}: {one.kind!r} is no kind of {what}; it is one of {', '.join(kinds)}"
                )

    def all(
        self,
        ids: Iterable[str],
        kinds: Sequence[str],
        what: str,
        *,
        going: bool = False,
        there: bool = False,
    ) -> None:
        """That all are of some kinds, and stay unless `going`; stored already, if `there`."""
        for ident in ids:
            if ident in self._going and not going:
                raise InvalidQuestion(
                    f"{ident} is to be removed and also to be part of another change; leave one out"
                )
            kind = None if going or there else self._coming.get(ident)
            if kind is None:
                place = self._network.numbers.get(ident)
                if place is None:
                    raise UnknownName(ident, what, nearest_ids(self._network, ident, kinds))
                kind = str(self._network.kind[place])
            if kind not in kinds:
                raise InvalidQuestion(f"{ident} is no {what} but a {kind.lower()}")


def nearest_ids(network: Network, asked: str, kinds: Sequence[str]) -> list[str]:
    """The ids of some kinds that come closest to one that is not there, by id or by name."""
    from rapidfuzz import fuzz, process

    places = [place for place in range(len(network)) if network.kind[place] in kinds]
    choices = [
        text.lower()
        for place in places
        for text in (_after_kind(network.ids[place]), network.name[place])
    ]
    found = process.extract(
        _after_kind(asked).lower(),
        choices,
        scorer=fuzz.WRatio,
        limit=2 * _SUGGESTIONS,
        score_cutoff=_ALIKE,
    )
    ids = dict.fromkeys(network.ids[places[at // 2]] for _, _, at in found)
    return list(ids)[:_SUGGESTIONS]


def _after_kind(ident: str) -> str:
    """An id without its kind, which all of that kind have in common."""
    return ident.partition(":")[2] or ident
