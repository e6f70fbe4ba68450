"""The embedded store: one SQLite file, durable and crash-safe (WAL), read by many at once."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from threading import local
from typing import Any, TypeVar

from ledwerk.graph import plan as p
from ledwerk.graph import splitting, sqlite_write
from ledwerk.graph.excerpt import excerpt
from ledwerk.graph.plan import Find, Plan
from ledwerk.graph.sql import compile_plan
from ledwerk.graph.sqlite_tables import FORMAT, ddl
from ledwerk.graph.store import (
    Change,
    Difference,
    Event,
    Outcome,
    Revision,
    TieRows,
    WalkRows,
)
from ledwerk.schema.errors import QuestionTooExpensive, StoreError, StoreUnavailable
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import fold
from ledwerk.schema.statements import Statement

_BUSY_SECONDS = 30.0
_CACHED_STATEMENTS = 512
_CHECK_EVERY = 10_000  # SQLite instructions between two looks at the clock

_DEEPEST = 3  # hops inside one another that are tried in one statement, where all are too many

T = TypeVar("T")


class _NestedTooDeep(StoreError):
    """SQLite's parser ran out of room."""


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
        self._writer = self._open()
        self._prepare()

    @property
    def address(self) -> str:
        """`sqlite:` and the file's path."""
        return f"sqlite:{self._path}"

    async def revision(self) -> int:
        """See `Store`."""
        return await self._read(_revision)

    async def answer(self, plan: Plan) -> Any:
        """See `Store`."""
        try:
            return await self._one(plan)
        except _NestedTooDeep:
            if not isinstance(plan, Find):
                raise
        for depth in range(_DEEPEST, 0, -1):
            try:
                return await self._in_pieces(plan, depth)
            except _NestedTooDeep:
                continue
        raise StoreError("the question nests too deep for this store; ask for less at once")

    async def _one(self, plan: Plan) -> Any:
        sql = compile_plan(self._model, plan)

        def ask(db: sqlite3.Connection) -> Any:
            row = db.execute(sql.text, sql.values).fetchone()
            return json.loads(row[0]) if row and row[0] is not None else None

        return await self._read(ask)

    async def _in_pieces(self, plan: Find, depth: int) -> Any:
        piece = splitting.cut(plan, depth)
        found = await self._one(piece.plan)
        kinds = tuple(kind.name for kind in self._model.nodes)
        for ticket, places in splitting.open_places(found).items():
            hop = piece.hops[ticket]
            ids = tuple(dict.fromkeys(node for _, _, node in places))
            rows = await self.answer(splitting.rest(hop, ids, kinds))
            by_id = {row[p.ID_KEY]: row[hop.key] for row in rows}
            if by_id.keys() != set(ids):
                raise StoreUnavailable("the graph changed while it was read; ask again")
            for holder, key, node in places:
                # A node of two places is shown twice, and filled in twice: no sharing.
                holder[key] = deepcopy(by_id[node]) if len(places) > 1 else by_id[node]
        return found

    async def ties(self, as_of: str | None) -> TieRows:
        """See `Store`."""
        return await self._read(lambda db: _ties(db, as_of))

    async def walks(self, kinds: Sequence[str]) -> WalkRows:
        """See `Store`."""
        words = ", ".join(f"'{self._model.relation(kind).name}'" for kind in kinds)
        query = (
            "SELECT CAST(coalesce(max(number), 0) AS TEXT), '', '' FROM revision UNION ALL "
            "SELECT s.id, t.id, r.kind FROM relation r JOIN node s ON s.pk = r.source "
            f"JOIN node t ON t.pk = r.target WHERE r.kind IN ({words})"
        )

        def walk(db: sqlite3.Connection) -> WalkRows:
            first, *steps = db.execute(query).fetchall()
            return WalkRows(int(first[0]), tuple(steps))

        return await self._read(walk)

    async def names(self) -> Sequence[tuple[str, str, str]]:
        """See `Store`."""
        query = "SELECT w.text, n.id, n.label FROM name w JOIN node n ON n.pk = w.node"
        return await self._read(lambda db: db.execute(query).fetchall())

    def difference(self, change: Change) -> Difference:
        """See `Store`."""
        with _plain_errors(self._path):
            self._writer.execute("BEGIN")
            try:
                return sqlite_write.difference(self._writer, change, _revision(self._writer))
            finally:
                self._writer.execute("ROLLBACK")

    def commit(self, change: Change, known: Difference | None = None) -> Outcome:
        """See `Store`."""
        db = self._writer
        with _plain_errors(self._path):
            db.execute("BEGIN IMMEDIATE")
            try:
                now = _revision(db)
                diff = known
                if diff is None or diff.revision != now:
                    diff = sqlite_write.difference(db, change, now)
                if diff.empty:
                    db.execute("ROLLBACK")
                    return Outcome(_revision(db), diff)
                revision = sqlite_write.write(db, self._model, change, diff)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            return Outcome(revision, diff)

    def statements(self, dataset: str | None = None, key: str | None = None) -> Iterator[Statement]:
        """See `Store`."""
        where = "(?1 IS NULL OR dataset = ?1) AND (?2 IS NULL OR key = ?2)"
        yield from sqlite_write.statements(self._writer, where, (dataset, key))

    def events(self, since: int = 0) -> Iterator[Event]:
        """See `Store`."""
        query = (
            "SELECT e.revision, e.sign, s.dataset, s.kind, s.key, s.source_id, s.target_id, "
            "s.properties, s.cited, s.locator, s.basis, s.confidence, s.denied, s.note "
            "FROM event e JOIN statement s ON s.number = e.statement "
            "WHERE e.revision > ? ORDER BY e.revision, e.sign, s.kind, s.key, s.digest"
        )
        for row in self._writer.execute(query, (since,)):
            yield Event(row[0], row[1], sqlite_write.statement_of(row[2:]))

    def revisions(self) -> Iterator[Revision]:
        """See `Store`."""
        query = "SELECT number, at, actor, action, dataset, why FROM revision ORDER BY number"
        for row in self._writer.execute(query):
            yield Revision(*row)

    def restore(self, revisions: Iterable[Revision], events: Iterable[Event]) -> None:
        """See `Store`."""
        raise NotImplementedError

    def datasets(self) -> Sequence[str]:
        """See `Store`."""
        query = "SELECT DISTINCT dataset FROM statement WHERE standing ORDER BY dataset"
        return [name for (name,) in self._writer.execute(query)]

    def names_beside(self, dataset: str) -> Sequence[tuple[str, str]]:
        """See `Store`."""
        query = (
            "SELECT coalesce(w.text, ''), n.id FROM node n LEFT JOIN name w ON w.node = n.pk "
            "WHERE EXISTS (SELECT 1 FROM statement s WHERE s.key = n.id AND s.standing "
            "AND s.dataset <> ?)"
        )
        return self._writer.execute(query, (dataset,)).fetchall()

    def close(self) -> None:
        """See `Store`."""
        self._readers.shutdown(cancel_futures=True)
        for db in self._connections:
            db.close()
        self._connections.clear()

    # -- connections ----------------------------------------------------------------------------

    def _open(self) -> sqlite3.Connection:
        with _plain_errors(self._path):
            db = sqlite3.connect(
                self._uri,
                timeout=_BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                uri=self._in_memory,
                cached_statements=_CACHED_STATEMENTS,
            )
            db.create_function("excerpt", -1, excerpt, deterministic=True)
            db.create_function("folded", 1, _folded, deterministic=True)
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA temp_store = MEMORY")
            if not self._in_memory:
                db.execute("PRAGMA journal_mode = WAL")
        self._connections.append(db)
        return db

    def _prepare(self) -> None:
        db = self._writer
        with _plain_errors(self._path):
            (found,) = db.execute("PRAGMA user_version").fetchone()
            if found == FORMAT:
                return
            if found > FORMAT:
                raise StoreError(
                    f"{self._path} was written by a newer ledwerk (format {found}, this one "
                    f"knows {FORMAT}); install the newer version"
                )
            db.execute("BEGIN IMMEDIATE")
            try:
                if db.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
                    for statement in ddl(self._model):
                        db.execute(statement)
                elif db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
                    raise StoreError(f"{self._path} is a database of another program")
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    def _reader(self) -> sqlite3.Connection:
        if not hasattr(self._threads, "db"):
            self._threads.db = self._open()
            self._threads.db.execute("PRAGMA query_only = ON")
        db: sqlite3.Connection = self._threads.db
        return db

    async def _read(self, ask: Callable[[sqlite3.Connection], T]) -> T:
        def work() -> T:
            db = self._reader()
            deadline = time.monotonic() + self._limit
            db.set_progress_handler(lambda: time.monotonic() > deadline, _CHECK_EVERY)
            with _plain_errors(self._path, self._limit):
                return ask(db)

        return await asyncio.get_running_loop().run_in_executor(self._readers, work)


@contextmanager
def _plain_errors(path: str, limit: float = 0.0) -> Iterator[None]:
    """Driver errors as errors of ours, in words a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        if "parser stack overflow" in str(error):
            raise _NestedTooDeep(str(error)) from error
        if "interrupted" in str(error):
            message = f"the question took more than {limit:g} seconds and was stopped; ask for less"
            raise QuestionTooExpensive(message) from error
        if "not a database" in str(error):
            raise StoreError(f"{path} is not a ledwerk store; name another file") from error
        if "unable to open" in str(error):
            where = Path(path).parent
            raise StoreError(
                f"{path} cannot be opened; is {where} a folder you may write in?"
            ) from error
        raise StoreError(f"{path}: {error}") from error


def _revision(db: sqlite3.Connection) -> int:
    (number,) = db.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()
    return int(number)


_TIES = """
    SELECT 'revision', coalesce(max(number), 0), NULL, NULL, NULL FROM revision
    UNION ALL SELECT DISTINCT 'participation', party, activity, NULL, NULL FROM participation p
    WHERE (?1 IS NULL OR (first_day <= ?1 AND last_day >= ?1))
    AND (NOT grouped OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.whole = p.party
        AND (?1 IS NULL OR (m.first_day <= ?1 AND m.last_day >= ?1))))
    UNION ALL SELECT DISTINCT 'tenancy', source, target, NULL, NULL FROM relation
    WHERE kind IN ('TENANT_OF', 'OWNER_OF')
    AND (?1 IS NULL OR (coalesce(first_day, ?1) <= ?1 AND coalesce(last_day, ?1) >= ?1))
    UNION ALL SELECT 'node', pk, id, sort, label FROM node
    WHERE label IN ('Organisation', 'Campus', 'Municipality', 'Group', 'Project', 'Programme')
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.whole = node.pk
        AND (?1 IS NULL OR (m.first_day <= ?1 AND m.last_day >= ?1)))
"""


def _ties(db: sqlite3.Connection, as_of: str | None) -> TieRows:
    pairs: dict[str, list[tuple[int, int]]] = {"revision": [], "participation": [], "tenancy": []}
    nodes: dict[int, tuple[str, str, str]] = {}
    for what, one, two, sort, label in db.execute(_TIES, (as_of,)):
        if what == "node":
            nodes[one] = (two, sort, label)
        else:
            pairs[what].append((one, two))
    revision = pairs["revision"][0][0]
    return TieRows(revision, tuple(pairs["participation"]), tuple(pairs["tenancy"]), nodes)


def _folded(text: object) -> str | None:
    return None if text is None else fold(str(text))
