"""A store as it stood at a moment, and as those see it who believe only some of it.

The statements that stood then and are believed are given to a store of their own, history and all,
in a temporary file: whatever can be asked of a store can be asked of it, as if the rest did not
exist. Making one costs by the length of the log, once; some are kept. Before the first change
everything is empty; a moment to come is now.

What describes a source that is cited stays, whoever said it, so that each fact can be shown with
where it comes from.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import weakref
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from ledwerk.graph.opening import open_store
from ledwerk.graph.seen_building import Builder, fill
from ledwerk.graph.sqlite_seen import SeenStore
from ledwerk.graph.store import Revision, Store
from ledwerk.graph.trust import EVERYBODY, Sight, Trust, check_trust
from ledwerk.schema.errors import QuestionTooExpensive
from ledwerk.schema.model import MODEL

_MOST_KEPT = 4
_MOST_BYTES = 1_000_000_000  # of files that are kept beside the newest
_MOST_WAITING = 6  # being made or waiting for it; nobody can fill the disk or the queue for others
_STILL = (
    "the network as it is asked for is still being put together, which goes on; ask again in a "
    "while, and the answer is there"
)
_CROWDED = (
    "{} networks of other moments or of other sources are being put together; ask again in a while"
)

_Key = tuple[int, Trust]


@dataclass
class _Kept:
    """One that is made or being made, and how many look at it."""

    path: Path
    made: Future[Store]
    looking: int = 0
    gone: bool = False


class Seen:
    """Keeps the stores that one store is seen as: for any thread and event loop."""

    def __init__(self, store: Store, *, most: int = _MOST_KEPT) -> None:
        self._store = store
        self._most = most
        self._moments = _Moments(store)
        self._kept: dict[_Key, _Kept] = {}  # the one used last is the last
        self._lock = Lock()
        self._builder = Builder(store)
        self._thread = ThreadPoolExecutor(1, "ledwerk-seen")
        self._folder: Path | None = None
        self._count = 0

    @asynccontextmanager
    async def looking(self, sight: Sight, patience: float | None = None) -> AsyncIterator[Store]:
        """The store as it is seen, for as long as this is open. Readers of others do not wait.

        Raises InvalidQuestion for datasets and sources that there are not, QuestionTooExpensive
        where it takes longer than `patience` seconds, and then it goes on being made.
        """
        key = None if sight.plain else await asyncio.to_thread(self._key, sight)
        if key is None:
            yield self._store
            return
        kept = self._begun(key)
        try:
            waiting = asyncio.shield(asyncio.wrap_future(kept.made))
            try:
                store = await asyncio.wait_for(waiting, patience)
            except TimeoutError:
                raise QuestionTooExpensive(_STILL) from None
            yield store
        finally:
            self._left(kept)

    def close(self) -> None:
        """Let all of them go, also in the middle of making one."""
        self._builder.close()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self.forget()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def forget(self) -> None:
        """Keep none of them: what they hold may be erased. Those in use go when nobody looks."""
        with self._lock:
            every = list(self._kept.values())
            self._kept.clear()
            for one in every:
                self._drop(one)

    def _key(self, sight: Sight) -> _Key | None:
        """What tells it from others; None where it is the store itself."""
        check_trust(self._store, sight.trust)
        news = self._moments.read()
        if any(one.action == ERASED for one in news):
            self.forget()
        number = self._moments.revision(sight.known_at)
        if number == self._moments.newest and sight.trust == EVERYBODY:
            return None
        return number, sight.trust

    def _begun(self, key: _Key) -> _Kept:
        with self._lock:
            kept = self._kept.pop(key, None)
            if kept is None or (kept.made.done() and kept.made.exception() is not None):
                if sum(not one.made.done() for one in self._kept.values()) >= _MOST_WAITING:
                    raise QuestionTooExpensive(_CROWDED.format(_MOST_WAITING))
                path = self._place()
                kept = _Kept(path, self._thread.submit(self._made, path, key))
            kept.looking += 1
            self._kept[key] = kept
            self._trim()
            return kept

    def _made(self, path: Path, key: _Key) -> Store:
        self._builder.build(path, *key)
        return SeenStore(MODEL, str(path))

    def _place(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="ledwerk-seen-"))
            weakref.finalize(self, _cleared, self._kept, self._folder)  # at the latest at the end
        self._count += 1
        return self._folder / f"{self._count}.sqlite"

    def _left(self, kept: _Kept) -> None:
        with self._lock:
            kept.looking -= 1
            if kept.gone:
                self._drop(kept)
            self._trim()

    def _trim(self) -> None:
        """Let go of those used longest ago, as long as there are too many."""
        spent = 0
        for count, (key, kept) in enumerate(reversed(list(self._kept.items()))):
            spent += kept.path.stat().st_size if count and kept.path.is_file() else 0
            idle = kept.made.done() and not kept.looking
            if idle and (count >= self._most or spent > _MOST_BYTES):
                del self._kept[key]
                self._drop(kept)

    def _drop(self, kept: _Kept) -> None:
        kept.gone = True
        if kept.looking or not kept.made.done():
            if not kept.looking:
                kept.made.add_done_callback(lambda _: _removed(kept))
            return
        _removed(kept)


ERASED = "erase"  # the action of a revision after which nothing older may be kept


def _cleared(kept: dict[_Key, _Kept], folder: Path) -> None:
    """Nothing of them is left."""
    for one in kept.values():
        _removed(one)
    shutil.rmtree(folder, ignore_errors=True)


def _removed(kept: _Kept) -> None:
    if kept.made.done() and not kept.made.cancelled() and kept.made.exception() is None:
        kept.made.result().close()
    for ending in ("", "-wal", "-shm"):
        kept.path.with_name(kept.path.name + ending).unlink(missing_ok=True)


@contextmanager
def seen(store: Store, sight: Sight) -> Iterator[Store]:
    """The store as it is seen, made here and now, and gone afterwards."""
    moments = _Moments(store)
    moments.read()
    number = moments.revision(sight.known_at)
    check_trust(store, sight.trust)
    if number == moments.newest and sight.trust == EVERYBODY:
        yield store
        return
    with tempfile.TemporaryDirectory(prefix="ledwerk-seen-") as folder:
        path = Path(folder) / "seen.sqlite"
        filled = open_store(f"sqlite:{path}")
        try:
            fill(store, filled, number, sight.trust)
        finally:
            filled.close()
        made = SeenStore(MODEL, str(path))
        try:
            yield made
        finally:
            made.close()


def revision_at(store: Store, moment: datetime) -> int:
    """The newest revision that was made by a moment; 0 before the first."""
    moments = _Moments(store)
    moments.read()
    return moments.revision(moment)


class _Moments:
    """When each revision of a store was made; read once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: list[tuple[int, datetime]] = []
        self._lock = Lock()

    @property
    def newest(self) -> int:
        """The newest revision there is."""
        return self._known[-1][0] if self._known else 0

    def read(self) -> list[Revision]:
        """Read on; gives the revisions that came since."""
        with self._lock:
            news = list(self._store.revisions(self.newest))
            self._known += [(one.number, datetime.fromisoformat(one.at)) for one in news]
            return news

    def revision(self, moment: datetime | None) -> int:
        """The newest revision by a moment, or of all."""
        if moment is None:
            return self.newest
        return max((number for number, at in self._known if at <= moment), default=0)
