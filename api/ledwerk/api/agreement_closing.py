"""What an agreement did, once its tie is there: measures, and what else changed in between."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from itertools import islice

from ledwerk.api.analyst import Analyst
from ledwerk.graph.agreements import Agreement, Closing, Meanwhile, Named, Standing
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion

Pair = tuple[str, str]

_MOST_REVISIONS = 100
_MOST_EVENTS = 20_000  # of one revision that are looked at for what brought the tie


@dataclass(frozen=True, slots=True)
class Tied:
    """How things stand with the tie, and what the two have met in."""

    after: Standing
    met_in: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """What was changed since an agreement; `came` pairs a party with what it came to take part in,
    of what the two share.
    """

    told: tuple[Meanwhile, ...]
    more: int
    came: tuple[Pair, ...]


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
    without = await analyst.ask(apart, **how, came=between.came)
    left_out, standing = without.value
    if standing.revision != now.after.revision:
        return None
    named = tuple(met for met in now.met_in if met.id in left_out)
    return Closing("", now.after, standing, now.met_in, named, between.told, between.more)


def tied(reckoning: Reckoning, *, source: str, target: str, via: str, kind: str) -> Tied | None:
    """A question for the analyst: how things stand with a tie that appeared."""
    from ledwerk.graph.analysis.agreed import shared, standing

    after = standing(reckoning, source=source, target=target, via=via, kind=kind)
    return Tied(after, shared(reckoning, source, target)) if after.distance == 1 else None


def apart(
    reckoning: Reckoning, *, source: str, target: str, via: str, kind: str, came: tuple[Pair, ...]
) -> tuple[frozenset[str], Standing]:
    """A question for the analyst: how things would stand without what brought the two together,
    and what of it could be left out.
    """
    from ledwerk.graph.analysis.agreed import standing

    reckoned = partial(standing, reckoning, source=source, target=target, via=via, kind=kind)
    try:
        return frozenset(activity for _, activity in came), reckoned(apart=came)
    except InvalidQuestion:  # who came is no longer in it by itself, a group is, say
        return frozenset(), reckoned(apart=())


def _between(store: Store, one: Agreement, now: Tied) -> Between:
    """The changes since the agreement up to the tie, oldest first."""
    last = now.after.revision
    rows = [row for row in store.revisions(one.before.revision) if row.number <= last]
    told: list[Meanwhile] = []
    came: dict[Pair, None] = {}
    for row in rows[-_MOST_REVISIONS:]:
        brought, pairs = _brought(store, row.number, one, now)
        came.update(dict.fromkeys(pairs))
        told.append(
            Meanwhile(row.number, row.at, row.actor, row.action, row.dataset, row.why, brought)
        )
    return Between(tuple(told), len(rows) - len(told), tuple(sorted(came)))


def _brought(store: Store, revision: int, one: Agreement, now: Tied) -> tuple[bool, set[Pair]]:
    """Whether a revision said that one of the two is in what they share, or tied to the other; and
    who came to take part in what.
    """
    shared = {met.id for met in now.met_in}
    pair = set(one.pair)
    brought, came = False, set[Pair]()
    for event in islice(store.events(revision - 1, revision), _MOST_EVENTS):
        said = event.statement
        ends = {said.source_id, said.target_id}
        if event.sign != "+" or said.denied:
            continue
        if ends == pair or (ends & pair and ends & shared):
            brought = True
            if said.kind == "PARTNER_IN":
                came.add((said.source_id, said.target_id))
    return brought, came
