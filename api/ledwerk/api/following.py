"""Following a graph: what changed since a revision, and word of each change as it comes.

One look at the revision number serves every subscriber of this process. The number is the store's,
so changes made by other processes are seen as well.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from itertools import islice
from typing import Any

from ledwerk.graph.store import Revision, Store
from ledwerk.schema.errors import LedwerkError

MOST_KEYS = 1000
_AT_ONCE = 100
_EVERY = 0.1  # seconds between two looks
_EVERY_WITHOUT_STORE = 2.0


class Watch:
    """Looks for new revisions for as long as somebody wants to know. For one event loop."""

    def __init__(self, store: Store, every: float = _EVERY) -> None:
        self._store = store
        self._every = every
        self._newest = 0
        self._subscribers = 0
        self._looking: asyncio.Task[None] | None = None
        self._changed = asyncio.Condition()

    async def changes(self, since: int | None = None) -> AsyncIterator[dict[str, Any]]:
        """Every change after a revision, in order and each once; from now on if none is given."""
        seen = await self._store.revision() if since is None else since
        self._subscribers += 1
        try:
            if self._looking is None or self._looking.done():
                self._looking = asyncio.create_task(self._look())
            while True:
                found = await asyncio.to_thread(changes_since, self._store, seen, _AT_ONCE)
                for one in found:
                    seen = one["revision"]
                    yield one
                if not found:  # its number is known before it can be read
                    await asyncio.sleep(self._every)
                async with self._changed:
                    while self._newest <= seen:
                        await self._changed.wait()
        finally:
            self._subscribers -= 1

    async def _look(self) -> None:
        while self._subscribers:
            pause = self._every
            try:
                newest = await self._store.revision()
            except LedwerkError:
                pause = _EVERY_WITHOUT_STORE  # the store is away; what is missed is caught up on
            else:
                if newest != self._newest:
                    async with self._changed:
                        self._newest = newest
                        self._changed.notify_all()
            await asyncio.sleep(pause)


def changes_since(store: Store, since: int, most: int) -> list[dict[str, Any]]:
    """The changes after a revision, oldest first, at most so many."""
    return [_shown(store, one) for one in islice(store.revisions(since), most)]


def _shown(store: Store, revision: Revision) -> dict[str, Any]:
    """A change with what it touched: ids of nodes, and of both ends of relations."""
    keys: dict[str, None] = {}
    more = False
    for event in store.events(revision.number - 1, revision.number):
        said = event.statement
        ends = (said.source_id, said.target_id) if said.source_id else (said.key,)
        keys.update(dict.fromkeys(ends))
        if len(keys) > MOST_KEYS:
            more = True
            break
    return {
        "revision": revision.number,
        "at": revision.at,
        "actor": revision.actor,
        "action": revision.action,
        "dataset": revision.dataset,
        "why": revision.why or None,
        "touched": list(keys)[:MOST_KEYS],
        "touchedMore": more,
    }
