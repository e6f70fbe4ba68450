"""What an agreement did, once its tie is there: measures, and what else changed in between."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from ledwerk.api.analyst import Analyst
from ledwerk.graph.agreements import Agreement, Closing, Meanwhile, Named, Standing
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.net_change import ADDED, Shift, net_change
from ledwerk.graph.store import Revision, Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL

Pair = tuple[str, str]
Ids = tuple[str, ...]

_MOST_REVISIONS = 100
_MOST_EVENTS = 20_000  # of one revision that are looked at for what brought the tie
_MOST_NAMED = 4  # things that one revision touched


@dataclass(frozen=True, slots=True)
class Tied:
    """How things stand with the tie, and what the two have met in."""

    after: Standing
    met_in: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """How things would stand without what brought two together, and what of it is left out."""

    standing: Standing
    left_out: frozenset[str]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Between:
    """What was changed since an agreement: each revision with ids that it touched, and `came`, who
    of the two has come to take part in what they share.
    """

    told: tuple[tuple[Meanwhile, Ids], ...]
    more: int
    came: tuple[Pair, ...]

    @property
    def touched(self) -> Ids:
        """Every id that is named, each once."""
        return tuple(dict.fromkeys(ident for _, ids in self.told for ident in ids))


async def closing_of(store: Store, analyst: Analyst, one: Agreement) -> Closing | None:
    """How an agreement was closed; None where the newest data have no tie between the two.

    Also None where the data change while this is reckoned: it is looked at again then.
    """
    how = {"source": one.source.id, "target": one.target.id, "via": one.via.id, "kind": one.kind}
    found = await analyst.ask(tied, **how)
    if found.value is None:
        return None
    now: Tied = found.value
    between = await asyncio.to_thread(_between, store, one, now)
    asked = await analyst.ask(apart, **how, came=between.came, ids=between.touched)
    without: Apart = asked.value
    if without.standing.revision != now.after.revision:
        return None
    left_out = tuple(met for met in now.met_in if met.id in without.left_out)
    told = tuple(
        replace(each, about=tuple(dict.fromkeys(without.names[ident] for ident in ids)))
        for each, ids in between.told
    )
    return Closing("", now.after, without.standing, now.met_in, left_out, told, between.more)


def tied(reckoning: Reckoning, *, source: str, target: str, via: str, kind: str) -> Tied | None:
    """A question for the analyst: how things stand with a tie that appeared."""
    from ledwerk.graph.analysis.agreed import shared, standing

    after = standing(reckoning, source=source, target=target, via=via, kind=kind)
    return Tied(after, shared(reckoning, source, target)) if after.distance == 1 else None


def apart(
    reckoning: Reckoning, *, source: str, target: str, via: str, kind: str,
    came: tuple[Pair, ...], ids: Ids,
) -> Apart:  # fmt: skip
    """A question for the analyst: how things would stand without what brought the two together,
    and what some ids are called.
    """
    from ledwerk.graph.analysis.agreed import standing

    names = {ident: reckoning.network.called(ident) for ident in ids}
    reckoned = partial(standing, reckoning, source=source, target=target, via=via, kind=kind)
    try:
        return Apart(reckoned(apart=came), frozenset(activity for _, activity in came), names)
    except InvalidQuestion:  # who came is no longer in it by itself, a group is, say
        return Apart(reckoned(apart=()), frozenset(), names)


def _between(store: Store, one: Agreement, now: Tied) -> Between:
    """The changes since the agreement up to the tie, oldest first."""
    net = net_change(MODEL, store, one.before.revision)
    new = [shift for shift in net.shifts if shift.what == ADDED and _brings(shift, one, now)]
    rows = [row for row in net.revisions if row.number <= now.after.revision]
    told = tuple(_told(store, row, {shift.key for shift in new}) for row in rows[-_MOST_REVISIONS:])
    came = {
        (shift.source_id, shift.target_id)
        for shift in new
        if shift.kind == "PARTNER_IN" and shift.source_id in one.pair
    }
    return Between(told, len(rows) - len(told), tuple(sorted(came)))


def _brings(shift: Shift, one: Agreement, now: Tied) -> bool:
    """Whether a relation that is new ties the two: one of them to the other or to what they share,
    or to a group that takes part for it.
    """
    pair, ends = set(one.pair), {shift.source_id, shift.target_id}
    shared = {met.id for met in now.met_in}
    joins = shift.kind == "MEMBER_OF" and shift.source_id in pair
    return ends == pair or bool(ends & pair and ends & shared) or joins


def _told(store: Store, row: Revision, bring: set[str]) -> tuple[Meanwhile, Ids]:
    """One revision, whether it said what ties the two, and the first few ids that it touched."""
    brought, ids = False, dict[str, None]()
    for event in islice(store.events(row.number - 1, row.number), _MOST_EVENTS):
        said = event.statement
        brought |= event.sign == "+" and said.key in bring
        ids.update(
            dict.fromkeys((said.source_id, said.target_id) if said.source_id else (said.key,))
        )
    some = tuple(ids)[:_MOST_NAMED]
    words = (row.number, row.at, row.actor, row.action, row.dataset, row.why)
    return Meanwhile(*words, brought, others=len(ids) > len(some)), some
