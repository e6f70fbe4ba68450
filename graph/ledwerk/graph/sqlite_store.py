"""The embedded store: one SQLite file, durable and crash-safe (WAL), read by many at once."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import replace
from threading import Lock, local
from typing import Any, TypeVar

from ledwerk.graph import (
    splitting,
    sqlite_log,
    sqlite_read,
    sqlite_rewrite,
    sqlite_whole,
    sqlite_write,
)
from ledwerk.graph.collecting import uncollected
from ledwerk.graph.given import CannotPrepare, Prepared, ready
from ledwerk.graph.plan import Find, Plan
from ledwerk.graph.rewriting import Rewriting, Rewritten
from ledwerk.graph.sql import compile_plan
from ledwerk.graph.sqlite_connect import NestedTooDeep, connect, plain_errors, snapshot, transaction
from ledwerk.graph.sqlite_migrate import prepare
from ledwerk.graph.store import (
    Amendment,
    Change,
    Difference,
    Event,
    NetworkRows,
    Outcome,
    Revision,
    TieRows,
    WalkRows,
)
from ledwerk.graph.whole import Whole
from ledwerk.schema.errors import QuestionTooExpensive, StoreError
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

_CHECK_EVERY = 10_000  # SQLite instructions between two looks at the clock

_QUICK = 0.001  # seconds: below that, handing a question to another thread costs more than it
_QUICK_LIMIT = 0.02  # seconds until what was thought to be quick is handed over after all
_DEEPEST = 3  # hops inside one another that are tried in one statement, where all are too many

T = TypeVar("T")


class SqliteStore:
    """A `Store` in a file, or in memory with the path `:memory:` (for one process's life).

    `time_limit` is the most seconds that one question may take.
    """

    def __init__(self, model: Model, path: str, *, time_limit: float = 10.0) -> None:
        self._model = model
        self._path = path
        self._limit = time_limit
        self._in_memory = path == ":memory:"
        self._uri = f"file:ledwerk-{id(self)}?mode=memory&cache=shared" if self._in_memory else path
        self._threads = local()
        self._connections: list[sqlite3.Connection] = []
        self._readers = ThreadPoolExecutor(1 if self._in_memory else 4, "ledwerk-read")
        self._idle: deque[sqlite3.Connection] = deque()  # for whole-store reads, one at a time each
        # Held by whoever writes; in memory also by whoever reads, as a shared cache has no
        # snapshots: its tables are locked against each other.
        self._writing = Lock()
        self._writer = self._open(writer=True)
        with plain_errors(path):
            prepare(self._writer, model, path)

    @property
    def address(self) -> str:
        """`sqlite:` and the file's path."""
        return f"sqlite:{self._path}"

    async def revision(self) -> int:
        """See `Store`."""
        return await self._read(sqlite_log.newest_revision)

    async def answer(self, plan: Plan) -> Any:
        """See `Store`."""
        return await self._whole(plan, 0)

    def prepare(self, plan: Plan) -> Prepared:
        """See `Store`."""
        sql = compile_plan(self._model, plan)
        return ready(plan, sql.text, range(len(sql.values)), sql.values)

    async def answer_json(self, prepared: Prepared, variables: Mapping[str, Any]) -> bytes:
        """See `Store`. What has been seen to be quick is not handed to another thread."""
        values = prepared.filled(variables)

        def ask(db: sqlite3.Connection) -> bytes:
            started = time.thread_time()  # of its own work, not of waiting for others
            (found,) = db.execute(prepared.text, values).fetchone()
            prepared.quick = time.thread_time() - started < _QUICK
            return b"null" if found is None else str(found).encode()

        try:
            if prepared.quick:
                with suppress(QuestionTooExpensive):
                    return self._here(ask, _QUICK_LIMIT)
                prepared.quick = False
            return await self._read(ask)
        except NestedTooDeep as error:
            raise CannotPrepare(str(error)) from error

    async def attach(self) -> None:
        """See `Store`; any loop asks without a thread in between where it is quick."""

    async def detach(self) -> None:
        """See `Store`."""

    async def _whole(self, plan: Plan, least: int) -> Any:
        """The answer, in pieces if need be; what nests `least` hops deep has to stay together."""
        try:
            return await self._one(plan)
        except NestedTooDeep:
            if not isinstance(plan, Find):
                raise
        for depth in range(_DEEPEST, least - 1, -1):
            try:
                return await self._in_pieces(plan, depth)
            except NestedTooDeep:
                continue
        raise StoreError("the question nests too deep for this store; ask for less at once")

    async def _one(self, plan: Plan) -> Any:
        sql = compile_plan(self._model, plan)

        def ask(db: sqlite3.Connection) -> Any:
            row = db.execute(sql.text, sql.values).fetchone()
            return json.loads(row[0]) if row and row[0] is not None else None

        return await self._read(ask)

    async def _in_pieces(self, plan: Find, depth: int) -> Any:
        kinds = tuple(kind.name for kind in self._model.nodes)
        return await splitting.answered(plan, depth, self._one, self._whole, kinds)

    async def ties(self, as_of: str | None) -> TieRows:
        """See `Store`."""
        return await self._read(lambda db: sqlite_read.ties(db, as_of))

    async def walks(self, kinds: Sequence[str]) -> WalkRows:
        """See `Store`."""
        words = [self._model.relation(kind).name for kind in kinds]
        return await self._read(lambda db: sqlite_read.walks(db, words))

    async def network(self) -> NetworkRows:
        """See `Store`."""
        return await self._read(sqlite_read.network)

    async def names(self) -> Sequence[tuple[str, str, str]]:
        """See `Store`."""
        query = "SELECT w.text, n.id, n.label FROM name w JOIN node n ON n.pk = w.node"
        return await self._read(lambda db: db.execute(query).fetchall())

    def difference(self, change: Change) -> Difference:
        """See `Store`."""
        with uncollected(), self._snapshot() as db:
            return sqlite_log.difference(db, change, sqlite_log.newest_revision(db))

    def commit(self, change: Change, known: Difference | None = None) -> Outcome:
        """See `Store`."""
        with uncollected(), self._change() as db:
            now = sqlite_log.newest_revision(db)
            diff = known
            if diff is None or diff.revision != now:
                diff = sqlite_log.difference(db, change, now)
            if not diff.empty:
                now = sqlite_write.write(db, self._model, change, diff)
        return Outcome(now, diff)

    def amend(self, amendment: Amendment) -> Outcome:
        """See `Store`."""
        with self._change() as db:
            now = sqlite_log.newest_revision(db)
            diff = sqlite_log.amended(db, amendment, now)
            if not diff.empty:
                now = sqlite_write.write(db, self._model, amendment, diff)
        return Outcome(now, diff)

    def changed(self, keys: Iterable[str]) -> dict[str, int]:
        """See `Store`."""
        with self._snapshot() as db:
            return sqlite_log.changed(db, keys)

    def statements(
        self, dataset: str | None = None, key: str | None = None, *, end: str | None = None
    ) -> Iterator[Statement]:
        """See `Store`."""
        where, values = sqlite_log.asked(dataset, key, end)
        yield from self._told(lambda db: sqlite_log.statements(db, where, values))

    def events(self, since: int = 0, until: int | None = None) -> Iterator[Event]:
        """See `Store`."""
        yield from self._told(lambda db: sqlite_log.events(db, since, until))

    def revisions(self, since: int = 0) -> Iterator[Revision]:
        """See `Store`."""
        yield from self._told(lambda db: sqlite_log.revisions(db, since))

    def restore(self, revisions: Iterable[Revision], events: Iterable[Event]) -> None:
        """See `Store`."""
        with uncollected(), self._change() as db:
            sqlite_write.restore(db, self._model, revisions, events)

    def rewrite(self, rewriting: Rewriting) -> Rewritten:
        """See `Store`."""
        with uncollected(), plain_errors(self._path), self._writing:
            self._writer.execute("PRAGMA secure_delete = ON")  # zeros where something was
            with transaction(self._writer):
                done = sqlite_rewrite.rewrite(self._writer, self._model, rewriting)
            return replace(done, left=sqlite_rewrite.compact(self._writer, self._path))

    def whole(self) -> AbstractContextManager[Whole]:
        """See `Store`."""
        return sqlite_whole.whole(self._model, self._uri, shared_memory=self._in_memory)

    def datasets(self) -> Sequence[str]:
        """See `Store`."""
        query = "SELECT DISTINCT dataset FROM statement WHERE standing ORDER BY dataset"
        with self._snapshot() as db:
            return [name for (name,) in db.execute(query)]

    def names_beside(self, dataset: str) -> Sequence[tuple[str, str]]:
        """See `Store`."""
        query = (
            "SELECT coalesce(w.text, ''), n.id FROM node n LEFT JOIN name w ON w.node = n.pk "
            "WHERE EXISTS (SELECT 1 FROM statement s WHERE s.key = n.id AND s.standing "
            "AND s.dataset <> ?)"
        )
        with self._snapshot() as db:
            return db.execute(query, (dataset,)).fetchall()

    def close(self) -> None:
        """See `Store`."""
        self._readers.shutdown(cancel_futures=True)
        self._idle.clear()
        for db in self._connections:
            db.close()
        self._connections.clear()

    # -- connections ----------------------------------------------------------------------------

    def _open(self, *, writer: bool = False) -> sqlite3.Connection:
        with plain_errors(self._path):
            db = connect(self._uri, shared_memory=self._in_memory, writer=writer)
            if not writer:
                db.execute("PRAGMA query_only = ON")
        self._connections.append(db)
        return db

    def _reader(self) -> sqlite3.Connection:
        if not hasattr(self._threads, "db"):
            self._threads.db = self._open()
        db: sqlite3.Connection = self._threads.db
        return db

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One change, whole or not at all; other threads and processes wait."""
        with plain_errors(self._path), self._writing, transaction(self._writer):
            yield self._writer

    def _alone(self) -> AbstractContextManager[object]:
        """Within, nobody writes to a store in memory; others need not wait for anybody."""
        return self._writing if self._in_memory else nullcontext()

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses meanwhile, and that sees one state of the store."""
        with plain_errors(self._path), self._alone():
            try:
                db = self._idle.pop()
            except IndexError:
                db = self._open()
            try:
                with snapshot(db):
                    yield db
            finally:
                self._idle.append(db)

    def _told(self, ask: Callable[[sqlite3.Connection], Iterable[T]]) -> Iterator[T]:
        """What is read row by row; all at once where nobody could write meanwhile."""
        with self._snapshot() as db:
            found = list(ask(db)) if self._in_memory else None
            if found is None:
                yield from ask(db)
        yield from found or ()

    async def _read(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        def work() -> T:
            return self._here(ask, self._limit)

        return await asyncio.get_running_loop().run_in_executor(self._readers, work)

    def _here(self, ask: Callable[[sqlite3.Connection], T], limit: float) -> T:
        """What is asked in this very thread, which has a connection of its own."""
        db = self._reader()
        deadline = time.monotonic() + limit
        db.set_progress_handler(lambda: time.monotonic() > deadline, _CHECK_EVERY)
        with plain_errors(self._path, limit), self._alone():
            return ask(db)
