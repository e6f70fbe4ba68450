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

_MOST_REVISIONS = 100
_MOST_EVENTS = 20_000  # of one revision that are looked at for what brought the tie


@dataclass(frozen=True, slots=True)
class Tied:
    """How things stand with the tie, and as if it were not there; what the two have met in."""

    after: Standing
    alone: Standing
    met_in: tuple[Named, ...]


async def closing_of(store: Store, analyst: Analyst, one: Agreement) -> Closing | None:
    """How an agreement was closed; None where the newest data have no tie between the two."""
    found = await analyst.ask(
        tied, source=one.source.id, target=one.target.id, via=one.via.id, kind=one.kind
    )
    if found.value is None:
        return None
    now: Tied = found.value
    between, more = await asyncio.to_thread(_between, store, one, now)
    return Closing("", now.after, now.alone, now.met_in, between, more)


def tied(reckoning: Reckoning, *, source: str, target: str, via: str, kind: str) -> Tied | None:
    """A question for the analyst: all that is to be known of a tie that appeared."""
    from ledwerk.graph.analysis.agreed import shared, standing

    reckoned = partial(standing, reckoning, source=source, target=target, via=via, kind=kind)
    after = reckoned()
    if after.distance != 1:
        return None
    alone = reckoned(untied=True)
    return Tied(after, alone, shared(reckoning, source, target))


def _between(store: Store, one: Agreement, now: Tied) -> tuple[tuple[Meanwhile, ...], int]:
    """The changes since the agreement up to the tie, oldest first, and how many are not told."""
    last = now.after.revision
    rows = [row for row in store.revisions(one.before.revision) if row.number <= last]
    told = tuple(
        Meanwhile(
            row.number, row.at, row.actor, row.action, row.dataset, row.why,
            _brought(store, row.number, one, now),
        )
        for row in rows[-_MOST_REVISIONS:]
    )  # fmt: skip
    return told, len(rows) - len(told)


def _brought(store: Store, revision: int, one: Agreement, now: Tied) -> bool:
    """Whether a revision said that one of the two is in what they share, or tied to the other."""
    shared = {met.id for met in now.met_in}
    pair = set(one.pair)
    events = store.events(revision - 1, revision)
    for event in islice(events, _MOST_EVENTS):
        said = event.statement
        ends = {said.source_id, said.target_id}
        met = ends == pair or (ends & pair and ends & shared)
        if event.sign == "+" and not said.denied and met:
            return True
    return False
