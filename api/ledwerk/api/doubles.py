"""Likely doubles of the newest revision, looked for beside the questions of others and kept."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from ledwerk.graph.identity.matching import Match, matches
from ledwerk.graph.identity.records import records
from ledwerk.graph.store import Store
from ledwerk.schema.errors import QuestionTooExpensive
from ledwerk.schema.kinds import Model

_PATIENCE = 60.0  # seconds; a service breaks its questions off sooner
_STILL = "doubles are being looked for, which goes on; ask again in a while, and they are there"

Found = tuple[Match, ...]


@dataclass
class Doubles:
    """Looks for the doubles of a store, once a revision, for whoever asks."""

    model: Model
    store: Store
    _kept: tuple[int, Found] = (-1, ())
    _under_way: dict[int, asyncio.Task[Found]] = field(default_factory=dict)

    async def found(self, patience: float = _PATIENCE) -> Found:
        """The doubles between datasets, sure ones first. Raises QuestionTooExpensive when it takes
        longer than somebody waits, and then it goes on.
        """
        revision = await self.store.revision()
        if self._kept[0] == revision:
            return self._kept[1]
        task = self._under_way.get(revision)
        if task is None or task.get_loop() is not asyncio.get_running_loop():
            task = asyncio.create_task(self._look(revision))
            self._under_way[revision] = task
        try:
            return await asyncio.wait_for(asyncio.shield(task), patience)
        except TimeoutError:
            raise QuestionTooExpensive(_STILL) from None

    async def _look(self, revision: int) -> Found:
        try:
            found = await asyncio.to_thread(self._matches)
            if revision > self._kept[0]:
                self._kept = (revision, found)
            return found
        finally:
            self._under_way.pop(revision, None)

    def _matches(self) -> Found:
        return tuple(matches(records(self.model, self.store)))
