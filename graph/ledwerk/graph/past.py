"""A network as it was: rebuilt from the log, in a store of its own in this process's memory.

Where it is known what changed since, only that and what hangs on it is rebuilt; the rest is as now.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from ledwerk.graph.net_change import CORRECTED, NetChange, undone
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Event, NetworkRows, Revision, Store
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

MOST_EVENTS = 100_000  # of a log that is gone through as a whole: some seconds


def rows_at(store: Store, revision: int, *, most: int = MOST_EVENTS) -> NetworkRows | None:
    """The network as every analysis saw it at a revision; None where the log is too long for this.

    Statements that stood then add up to the same nodes and relations as they did. O(log).
    """
    events = list(islice(store.events(0, revision), most + 1))
    if len(events) > most:
        return None
    revisions = (one for one in store.revisions(0) if one.number <= revision)
    return _added_up(revisions, events)


def rows_before(model: Model, store: Store, net: NetChange, now: NetworkRows) -> NetworkRows:
    """The network before a net change of which every part is listed, from what it is now.

    The same as `rows_at` gives, but for the names of seats, which nothing is reckoned from; costs
    by what changed and by the relations of nodes that came or went.
    """
    rest = _Rest(model, store, net)
    stood = [Event(1, "+", said) for said in rest.statements()]
    old = _added_up([Revision(1, "", "", "", "", "")], stood)
    nodes, ties = rest.nodes, rest.ties
    return NetworkRows(
        net.since,
        [row for row in now.nodes if row[0] not in nodes]
        + [row for row in old.nodes if row[0] in nodes],
        [row for row in now.relations if row[:3] not in ties]
        + [row for row in old.relations if row[:3] in ties],
    )


def _added_up(revisions: Iterable[Revision], events: Iterable[Event]) -> NetworkRows:
    past = open_store("sqlite::memory:")
    try:
        past.restore(revisions, events)
        return asyncio.run(past.network())
    finally:
        past.close()


class _Rest:
    """What has to be rebuilt: `nodes` by id, `ties` by kind and ends."""

    def __init__(self, model: Model, store: Store, net: NetChange) -> None:
        self._store = store
        self._events = defaultdict[str, list[Event]](list)
        self._ends = defaultdict[str, set[str]](set)  # relation keys of the log, by end
        for event in store.events(net.since):
            said = event.statement
            self._events[said.key].append(event)
            for end in filter(None, (said.source_id, said.target_id)):
                self._ends[end].add(said.key)
        self.nodes: set[str] = set()
        self.ties: set[tuple[str, str, str]] = set()
        self._keys: set[str] = set()
        self._stood: dict[str, list[Statement]] = {}
        # Nodes whose relations are still to be gone through: a network hangs together too deep for
        # one call within another, and a server has so many streams open at once and no more.
        self._waiting: list[str] = []
        for shift in net.shifts:
            if shift.source_id:
                self._relation(shift.key, shift.kind, shift.source_id, shift.target_id)
                if model.relation(shift.kind).identity:  # others between the same two
                    self._waiting.append(shift.source_id)
            else:
                self._node(shift.key)
                if shift.what != CORRECTED:
                    self._waiting.append(shift.key)
        gone: set[str] = set()
        while self._waiting:
            ident = self._waiting.pop()
            if ident not in gone:
                gone.add(ident)
                self._all_of(ident)

    def statements(self) -> list[Statement]:
        """What stood then about all of it, and about the sources that it cites."""
        found = [said for key in self._keys | self.nodes for said in self._at(key)]
        cited = {said.cited for said in found if said.cited} - self.nodes
        found += [said for key in cited for said in self._at(key)]
        return sorted(found, key=lambda said: (said.kind, said.key, said.digest))

    def _at(self, key: str) -> list[Statement]:
        if key not in self._stood:
            now = self._store.statements(key=key)
            self._stood[key] = undone(now, self._events.get(key, ()))
        return self._stood[key]

    def _node(self, ident: str) -> None:
        if ident in self.nodes:
            return
        self.nodes.add(ident)
        if not self._at(ident):  # there only as long as something mentions it
            self._waiting.append(ident)

    def _relation(self, key: str, kind: str, source: str, target: str) -> None:
        if key in self._keys:
            return
        self._keys.add(key)
        self.ties.add((kind, source, target))
        self._node(source)
        self._node(target)

    def _all_of(self, ident: str) -> None:
        """Every relation of a node, those too that stand no more."""
        for said in list(self._store.statements(end=ident)):
            self._relation(said.key, said.kind, said.source_id, said.target_id)
        for key in sorted(self._ends.get(ident, ())):
            said = self._events[key][0].statement
            self._relation(key, said.kind, said.source_id, said.target_id)
