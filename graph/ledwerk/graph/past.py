"""A network as it was: rebuilt from the log, in a store of its own in this process's memory."""

from __future__ import annotations

import asyncio
from itertools import islice

from ledwerk.graph.network import Network, network_of
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store

MOST_EVENTS = 100_000  # of a log that is gone through for this: some seconds


def network_at(store: Store, revision: int, *, most: int = MOST_EVENTS) -> Network | None:
    """The network as every analysis saw it at a revision; None where the log is too long for this.

    Statements that stood then add up to the same nodes and relations as they did. O(log).
    """
    events = list(islice(store.events(0, revision), most + 1))
    if len(events) > most:
        return None
    past = open_store("sqlite::memory:")
    try:
        revisions = (one for one in store.revisions(0) if one.number <= revision)
        past.restore(revisions, events)
        return network_of(asyncio.run(past.network()))
    finally:
        past.close()
