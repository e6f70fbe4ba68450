"""Desks for a store as it stood at a moment and as some believe it: what root fields are asked of
in place of the store of now, with projections and analyses of their own.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from typing import Any

from ledwerk.api.analyst import Analyst
from ledwerk.api.answering import Desk
from ledwerk.api.seen_kept import OfStores
from ledwerk.graph.projection import Projections
from ledwerk.graph.seen import Seen
from ledwerk.graph.store import Store
from ledwerk.graph.trust import EVERYBODY, Sight, moment_of, trust_of
from ledwerk.schema.errors import InvalidQuestion

Looking = Callable[[Sight], AbstractAsyncContextManager[Desk]]


def sight_of(arguments: Mapping[str, Any]) -> Sight:
    """How a root field asks to see the store. Raises InvalidQuestion for what is no moment."""
    known_at, trust = arguments.get("knownAt"), arguments.get("trust")
    if known_at is not None and not isinstance(known_at, str):
        raise InvalidQuestion("knownAt is a text, such as 2026-10-01T14:30:00Z")
    return Sight(
        None if known_at is None else moment_of(known_at),
        EVERYBODY
        if trust is None
        else trust_of(
            trust.get("datasets"), trust.get("sources"), trust.get("bases"), trust.get("unreviewed")
        ),
    )


class SeenBy:
    """For a service: stores as they are seen, and who reckons for them in a process of its own."""

    def __init__(self, store: Store, patience: float) -> None:
        self.stores = Seen(store)
        self.patience = patience
        self.analyst = Analyst(store, apart=True, patience=patience)

    def looking(self, desk: Desk) -> Looking:
        """What opens desks beside that of now."""
        return looking(desk, self.stores, self.analyst, self.patience)

    def close(self) -> None:
        """Let all go, also in the middle."""
        self.analyst.close()
        self.stores.close()


def looking(desk: Desk, seen: Seen, analyst: Analyst, patience: float | None = None) -> Looking:
    """What opens a desk for a sight; `analyst` reckons for all of them, beside that of now.

    Somebody waits `patience` seconds for one that is still to be put together.
    """

    def made(store: Store) -> Desk:
        return replace(
            desk,
            store=store,
            projections=Projections(store),
            analyst=analyst.of(store, store.address),  # a file of its own, so a name of its own
        )

    desks = OfStores(made)

    @asynccontextmanager
    async def look(sight: Sight) -> AsyncIterator[Desk]:
        async with seen.looking(sight, patience) as store:
            yield desk if store is desk.store else desks.of(store)

    return look
