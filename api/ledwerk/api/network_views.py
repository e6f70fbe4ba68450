"""Views of the network for whoever serves one: of the newest revision, in a process of its own.

Not the analyst's, since nobody waits for a picture until an analysis of minutes is done. The
process holds the network of one revision, so that the next view costs no reading.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import replace
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

from ledwerk.api.analyst import Analyst, Found
from ledwerk.api.seen_kept import OfStores
from ledwerk.graph import network as graph_files
from ledwerk.graph.plan import Tally
from ledwerk.graph.seen import Seen
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError, QuestionTooExpensive
from ledwerk.viz import scene as viz_files
from ledwerk.viz.facets import facets
from ledwerk.viz.facts import Facts
from ledwerk.viz.keeping import kept_of, mark_of
from ledwerk.viz.scene import canonical, scene
from ledwerk.viz.scene_asking import Around, around
from ledwerk.viz.scene_members import members
from ledwerk.viz.scene_unreviewed import (
    ALL_REVIEWED,
    Unreviewed,
    unreviewed_in,
    unreviewed_still,
)
from ledwerk.viz.seen_as import NOW, SeenAs
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import View

_PATIENCE = 60.0  # seconds that somebody waits for a view of a large network that is new
_CROWD = 100  # views under way or waiting: a room in which everybody looks at something else
_ROUNDS = 4
_LARGE = 3_000  # nodes
_WORTH_KEEPING = 0.2  # seconds: what took longer to make is kept on disk


class Views:
    """Makes views of one store, and keeps on disk what took long."""

    def __init__(
        self, store: Store, seen: Seen | None = None, drawer: Analyst | None = None
    ) -> None:
        self._store = store
        self._kept = kept_of(store)
        self._drawer = drawer or _drawer(store)
        self._seen = seen or Seen(store)
        self._other_drawer = _drawer(store)  # of the store as it is seen; beside that of now
        self._others = OfStores(self._of_another)
        self._mark = (-1, "")
        self._large = (-1, False)
        self._unreviewed = (-1, ALL_REVIEWED)
        self._beside: dict[tuple[int, str, bool, int], Around] = {}

    @property
    def edition(self) -> str:
        """What tells this version's views from another's."""
        return edition()

    async def view(self, state: ViewState, lang: str) -> View:
        """The view of a state, without facts. Raises InvalidQuestion for what is not there,
        QuestionTooExpensive when it takes longer than somebody waits, and then it goes on.
        """
        state = canonical(state)
        async with self.looking(state) as store:
            if store is not self._store:
                view = await self._others.of(store).view(replace(state, known="", trust=()), lang)
                return replace(view, state=state, notes=(*state.seen.notes(lang), *view.notes))

        async def ask() -> Found:
            beside = await self._around(state, lang)
            return await self._drawer.ask(
                scene,
                state=state,
                lang=lang,
                standing=beside.standing,
                fresh=beside.fresh,
                origin=beside.origin,
                unreviewed=beside.unreviewed,
            )

        found: View = await self._of_newest(ask)
        return found

    async def facets(self, lang: str, seen: SeenAs = NOW) -> dict[str, Any]:
        """What the filters offer."""
        async with self.looking(seen) as store:
            if store is not self._store:
                return await self._others.of(store).facets(lang)
        found: dict[str, Any] = await self._of_newest(lambda: self._drawer.ask(facets, lang=lang))
        return found

    async def members(self, state: ViewState, lang: str, cluster: str) -> Facts | None:
        """A cluster of a view as the panel tells of it; None where there is none such."""
        state = canonical(state)
        async with self.looking(state) as store:
            if store is not self._store:
                now = replace(state, known="", trust=())
                return await self._others.of(store).members(now, lang, cluster)

        async def ask() -> Found:
            beside = await self._around(state, lang)
            return await self._drawer.ask(
                members, state=state, lang=lang, cluster=cluster, standing=beside.standing
            )

        found: Facts | None = await self._of_newest(ask)
        return found

    async def kept(
        self, key: str, make: Callable[[], Awaitable[bytes]], *, always: bool = False
    ) -> bytes:
        """An answer of the newest revision, from disk if it is there; put there if it took long,
        or `always`.
        """
        revision = await self._store.revision()
        full = f"answer {self.edition} {await self._marked(revision)} {key}"
        found = await asyncio.to_thread(self._kept.get, full)
        if found is not None:
            return found
        started = monotonic()
        made = await make()
        slow = always or monotonic() - started > _WORTH_KEEPING
        if slow and await self._store.revision() == revision:
            # Nobody waits for the disk.
            asyncio.get_running_loop().run_in_executor(None, self._kept.put, full, made)
        return made

    def looking(self, state: ViewState | SeenAs) -> AbstractAsyncContextManager[Store]:
        """The store as a state, or the address of a page, asks to see it."""
        sight = state.sight
        return nullcontext(self._store) if sight.plain else self._seen.looking(sight, _PATIENCE)

    def _of_another(self, store: Store) -> Views:
        """The views of a store as it is seen."""
        return Views(store, self._seen, self._other_drawer.of(store, store.address))

    def close(self) -> None:
        """Stop drawing, also in the middle."""
        self._drawer.close()
        self._other_drawer.close()

    async def is_large(self) -> bool:
        """Whether a view may take longer to make than somebody waits."""
        revision = await self._store.revision()
        if self._large[0] != revision:
            counts = (await self._store.answer(Tally(("nodes",))))["nodes"]
            self._large = (revision, sum(counts.values()) > _LARGE)
        return self._large[1]

    async def _around(self, state: ViewState, lang: str) -> Around:
        """What a view needs besides the network; read once a revision for all who need the same."""
        revision = await self._store.revision()
        key = (revision, lang, state.layout == "map", state.fresh)
        if key not in self._beside:
            for old in [one for one in self._beside if one[0] != revision]:
                del self._beside[old]
            waiting = await self._waiting(revision)
            self._beside[key] = await around(
                self._store, revision, state, lang, self._kept, waiting
            )
        return self._beside[key]

    async def _waiting(self, revision: int) -> Unreviewed:
        """What nobody has reviewed at a revision; looked through anew only where that can differ
        from what it was.
        """
        since, known = self._unreviewed
        if since < 0 or (
            since != revision
            and not await asyncio.to_thread(unreviewed_still, self._store, since, known)
        ):
            known = await asyncio.to_thread(unreviewed_in, self._store)
        self._unreviewed = (revision, known)
        return known

    async def _marked(self, revision: int) -> str:
        if self._mark[0] != revision:
            self._mark = (revision, await asyncio.to_thread(mark_of, self._store, revision))
        return self._mark[1]

    async def _of_newest(self, ask: Callable[[], Awaitable[Found]]) -> Any:
        """An answer of one revision, asked again where a change came in between."""
        for _ in range(_ROUNDS):
            revision = await self._store.revision()
            try:
                found = await ask()
            except QuestionTooExpensive:
                if await self._store.revision() == revision:
                    raise
                continue
            if found.revision == revision:
                return found.value
        raise LedwerkError("the network is being changed all the time; ask again in a moment")


def _drawer(store: Store) -> Analyst:
    return Analyst(
        store, apart=True, patience=_PATIENCE, niceness=0, waiting=_CROWD, most_kept=_CROWD
    )


@cache
def edition() -> str:
    """A digest of what views are made by: other code may make other ones of the same data."""
    told = hashlib.sha256()
    for room in (viz_files, graph_files):
        folder = Path(str(room.__file__)).parent
        for file in sorted(folder.rglob("*")):
            if file.suffix in {".py", ".html"}:
                told.update(str(file.relative_to(folder)).encode() + file.read_bytes())
    return told.hexdigest()[:16]
