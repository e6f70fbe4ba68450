"""The graph on a Neo4j server: the only file that knows the driver.

Questions run on the async driver, in a loop of its own thread, so that a store serves any number of
callers' loops; loading and whole-store reads run on the plain driver. Nothing is connected until it
is needed: a server that is away makes one clear error a question, and is tried again with the next.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any, TypeVar
from uuid import uuid4

import neo4j
import orjson
from neo4j import exceptions as driver_errors

from ledwerk.graph import neo4j_pieces, neo4j_read, neo4j_rewrite, neo4j_write, splitting
from ledwerk.graph.collecting import uncollected
from ledwerk.graph.cypher import Cypher, compile_plan
from ledwerk.graph.cypher_schema import schema_statements
from ledwerk.graph.given import CannotPrepare, Prepared, ready
from ledwerk.graph.neo4j_access import Access, check_format
from ledwerk.graph.neo4j_standing import Run
from ledwerk.graph.neo4j_warning import CommitWarning
from ledwerk.graph.neo4j_whole import Neo4jWhole
from ledwerk.graph.neo4j_words import AWAY, CHANGING, STARTING, first_line, in_words
from ledwerk.graph.plan import Find, Plan
from ledwerk.graph.rewriting import Rewriting, Rewritten
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
from ledwerk.schema.errors import HALF_A_LETTER, InvalidQuestion, StoreError, StoreUnavailable
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

T = TypeVar("T")

# What the driver logs of retries is told in our own errors; who wants it adds a handler.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

_CONNECT_SECONDS = 5.0
_RETRY_SECONDS = 60.0  # how long a load goes on trying while the server is away
_PLANNING_SECONDS = 0.001  # a letter: what a server just started may need to plan a statement
_PAUSE = 0.02
_LONGEST_PAUSE = 2.0
_FETCH = 10_000


class Neo4jStore:
    """A `Store` on a server. `time_limit` is the most seconds that one question may take."""

    def __init__(
        self, model: Model, address: str, access: Access, *, time_limit: float = 10.0
    ) -> None:
        self._model, self._address, self._access = model, address, access
        self._limit = time_limit
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._asking: neo4j.AsyncDriver | None = None
        self._loading: neo4j.Driver | None = None
        self._bookmarks: neo4j.Bookmarks | None = None
        self._prepared = False

    @property
    def address(self) -> str:
        """The server's address; it holds no secret."""
        return self._address

    async def revision(self) -> int:
        """See `Store`."""
        return int(await self._answer(neo4j_read.REVISION) or 0)

    async def answer(self, plan: Plan) -> Any:
        """See `Store`."""
        return await self._whole(plan, 0)

    def prepare(self, plan: Plan) -> Prepared:
        """See `Store`."""
        cypher = compile_plan(self._model, plan)
        if len(cypher.text) > neo4j_pieces.LONGEST_PLANNED:
            raise CannotPrepare("the statement is too long to be planned at once")
        return ready(plan, cypher.text, cypher.values.keys(), cypher.values.values())

    async def answer_json(self, prepared: Prepared, variables: Mapping[str, Any]) -> bytes:
        """See `Store`."""
        values = dict(zip(prepared.keys, prepared.filled(variables), strict=True))
        found = await self._answer(Cypher(prepared.text, values))
        return orjson.dumps(neo4j_read.finished(prepared.plan, found))

    async def _whole(self, plan: Plan, least: int) -> Any:
        """The answer, in pieces if need be; what nests `least` hops deep has to stay together."""
        if not isinstance(plan, Find):
            return await self._one(plan)
        depth = neo4j_pieces.depth(self._model, plan, least)
        if depth is None:
            return await self._one(plan)
        kinds = tuple(kind.name for kind in self._model.nodes)
        return await splitting.answered(plan, depth, self._one, self._whole, kinds)

    async def _one(self, plan: Plan) -> Any:
        found = await self._answer(compile_plan(self._model, plan))
        return neo4j_read.finished(plan, found)

    async def ties(self, as_of: str | None) -> TieRows:
        """See `Store`."""
        return neo4j_read.tie_rows(await self._answer(neo4j_read.ties(as_of)), as_of)

    async def walks(self, kinds: Sequence[str]) -> WalkRows:
        """See `Store`."""
        known = [self._model.relation(kind).name for kind in kinds]
        revision, steps = await self._answer(neo4j_read.walks(known))
        return WalkRows(revision, tuple((a, b, kind) for a, b, kind in steps))

    async def network(self) -> NetworkRows:
        """See `Store`."""
        return neo4j_read.network_rows(await self._answer(neo4j_read.network()))

    async def names(self) -> Sequence[tuple[str, str, str]]:
        """See `Store`."""
        return [tuple(named) for named in await self._answer(neo4j_read.NAMES)]

    async def _answer(self, cypher: Cypher) -> Any:
        """The answer of one statement, asked again while a change is being committed."""
        loop = self._running_loop()
        if loop is asyncio.get_running_loop():  # it is attached to this very loop
            return await self._settled(cypher)
        return await asyncio.wrap_future(
            asyncio.run_coroutine_threadsafe(self._settled(cypher), loop)
        )

    def _answer_now(self, cypher: Cypher) -> Any:
        """The same for those who load or read the whole store, and can wait longer."""
        asked = self._settled(cypher, max(self._limit, _RETRY_SECONDS))
        return asyncio.run_coroutine_threadsafe(asked, self._running_loop()).result()

    async def _settled(self, cypher: Cypher, limit: float | None = None) -> Any:
        planning = len(cypher.text) * _PLANNING_SECONDS
        deadline = time.monotonic() + (self._limit if limit is None else limit) + planning
        asked, changing = cypher, False
        with self._plain_errors():
            while True:
                try:
                    answer, before, after, found, committing = await self._once(asked, deadline)
                except TimeoutError as error:
                    if changing:
                        raise StoreUnavailable(CHANGING.format(self._address)) from error
                    raise
                check_format(self._address, found)
                settled = before == after and not committing
                if settled and asked is cypher:
                    return answer
                if time.monotonic() > deadline:
                    raise StoreUnavailable(CHANGING.format(self._address))
                # While it is being changed only that is asked, which costs the server little.
                asked = cypher if settled else neo4j_read.REVISION
                changing = True
                await asyncio.sleep(_PAUSE)

    async def _once(self, cypher: Cypher, deadline: float) -> Sequence[Any]:
        for tries in count(1):
            left = max(deadline - time.monotonic(), 0.1)
            try:
                async with asyncio.timeout(left + 1):
                    return await self._run_once(cypher, left)
            except (driver_errors.SessionExpired, driver_errors.ServiceUnavailable):
                if tries > 1:  # a connection from before the server was started again
                    raise
            except driver_errors.Neo4jError as error:
                if not error.is_retryable() or time.monotonic() > deadline:
                    raise
                await asyncio.sleep(_PAUSE)
        raise AssertionError

    async def _run_once(self, cypher: Cypher, seconds: float) -> Sequence[Any]:
        if self._asking is None:
            self._asking = neo4j.AsyncGraphDatabase.driver(
                self._address, auth=self._auth(), max_transaction_retry_time=0, **_POOL
            )
        started = self._bookmarks
        session = self._asking.session(
            database=self._access.database,
            default_access_mode=neo4j.READ_ACCESS,
            bookmarks=started,
        )
        async with session:
            query = neo4j.Query(cypher.text, timeout=seconds)
            result = await session.run(query, dict(cypher.values))
            record = await result.single(strict=True)
            self._remember(started, await session.last_bookmarks())
            return tuple(record.values())

    def _remember(self, started: neo4j.Bookmarks | None, ended: neo4j.Bookmarks) -> None:
        """Read what was written or read before, whichever member of a cluster answers next."""
        with self._lock:
            since = self._bookmarks.raw_values if self._bookmarks else frozenset()
            passed = started.raw_values if started else frozenset()
            kept = (since - passed) | ended.raw_values
            self._bookmarks = neo4j.Bookmarks.from_raw_values(kept)

    def _running_loop(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(
                    target=self._loop.run_forever, name="ledwerk-neo4j", daemon=True
                )
                self._thread.start()
            return self._loop

    async def attach(self) -> None:
        """See `Store`."""
        with self._lock:
            if self._loop is None:
                self._loop = asyncio.get_running_loop()

    async def detach(self) -> None:
        """See `Store`."""
        with self._lock:
            if self._loop is not asyncio.get_running_loop():
                return
            asking, self._asking, self._loop = self._asking, None, None
        if asking is not None:
            await asking.close()

    def difference(self, change: Change) -> Difference:
        """See `Store`."""
        deadline = time.monotonic() + _RETRY_SECONDS

        def work(run: Run) -> Difference:
            while True:
                revision = neo4j_read.settled(run)
                if revision is not None:
                    found = neo4j_write.difference(run, change, revision)
                    if neo4j_read.settled(run) == revision:
                        return found
                if time.monotonic() > deadline:
                    raise StoreUnavailable(CHANGING.format(self._address))
                time.sleep(_PAUSE)

        return self._read(work)

    def commit(self, change: Change, known: Difference | None = None) -> Outcome:
        """See `Store`."""
        warning = CommitWarning(self._send)

        def work(run: Run) -> Outcome:
            revision = self._locked(run)
            diff = known
            if diff is None or diff.revision != revision:
                diff = neo4j_write.difference(run, change, revision)
            if diff.empty:
                return Outcome(revision, diff)
            made = neo4j_write.write(run, self._model, change, diff)
            warning.give()
            return Outcome(made, diff)

        return self._write(work, warning)

    def restore(self, revisions: Iterable[Revision], events: Iterable[Event]) -> None:
        """See `Store`."""
        warning = CommitWarning(self._send)

        def work(run: Run) -> None:
            if self._locked(run) or list(run("MATCH (s:Statement) RETURN 1 LIMIT 1")):
                raise StoreError(f"{self._address} is not empty; restore into an empty graph")
            neo4j_write.restore(run, self._model, revisions, events)
            warning.give()

        self._write(work, warning)

    def amend(self, amendment: Amendment) -> Outcome:
        """See `Store`."""
        warning = CommitWarning(self._send)
        token, diffs = uuid4().hex, list[Difference]()

        def work(run: Run) -> Outcome:
            revision = self._locked(run)
            # Another try may find that the one before did come through.
            done = neo4j_write.written(run, token) if diffs else None
            if done is not None:
                return Outcome(done, diffs[-1])
            diff = neo4j_write.amended(run, amendment, revision)
            if diff.empty:
                return Outcome(revision, diff)
            diffs.append(diff)
            made = neo4j_write.write(run, self._model, amendment, diff, token)
            warning.give()
            return Outcome(made, diff)

        return self._write(work, warning)

    def rewrite(self, rewriting: Rewriting) -> Rewritten:
        """See `Store`."""
        warning = CommitWarning(self._send)

        def work(run: Run) -> Rewritten:
            at = self._locked(run)
            return neo4j_rewrite.rewrite(run, self._model, at, rewriting, warning.give)

        return self._write(work, warning)

    def changed(self, keys: Iterable[str]) -> dict[str, int]:
        """See `Store`."""
        return dict(self._answer_now(neo4j_read.changed(keys)))

    def statements(
        self, dataset: str | None = None, key: str | None = None, *, end: str | None = None
    ) -> Iterator[Statement]:
        """See `Store`."""
        asked = neo4j_read.statements(dataset, key, end)
        yield from self._stream(*asked, neo4j_read.statement_of_row)

    def events(self, since: int = 0, until: int | None = None) -> Iterator[Event]:
        """See `Store`."""
        touched = self._answer_now(neo4j_read.touched(since, until))
        asked = neo4j_read.events(since, until, touched)
        yield from self._stream(*asked, neo4j_read.event_of_row)

    def revisions(self, since: int = 0) -> Iterator[Revision]:
        """See `Store`."""
        yield from self._stream(neo4j_read.REVISIONS, {"since": since}, lambda row: Revision(*row))

    @contextmanager
    def whole(self) -> Iterator[Whole]:
        """See `Store`."""
        yield Neo4jWhole(self._model, self._address, self._rows, self._answer_now)

    def datasets(self) -> Sequence[str]:
        """See `Store`."""
        return list(self._answer_now(neo4j_read.DATASETS))

    def names_beside(self, dataset: str) -> Sequence[tuple[str, str]]:
        """See `Store`."""
        kinds = [kind.name for kind in self._model.nodes]
        found = self._answer_now(neo4j_read.names_beside(dataset, kinds))
        return [tuple(named) for named in found]

    def close(self) -> None:
        """See `Store`."""
        if self._loading is not None:
            self._loading.close()
            self._loading = None
        if self._loop is not None and self._thread is not None:
            asking, self._asking = self._asking, None
            if asking is not None:
                asyncio.run_coroutine_threadsafe(asking.close(), self._loop).result(10)
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(10)
            self._loop.close()
            self._loop = self._thread = None

    def _locked(self, run: Run) -> int:
        revision, found = neo4j_write.lock(run)
        check_format(self._address, found)
        return revision

    def _read(self, work: Callable[[Run], T]) -> T:
        with self._plain_errors():
            return self._retried(neo4j.READ_ACCESS, work)

    def _write(self, work: Callable[[Run], T], warning: CommitWarning) -> T:
        """Run work in one transaction, again after what passes by itself."""
        with self._plain_errors(), uncollected():
            self._prepare()
            try:
                return self._retried(neo4j.WRITE_ACCESS, work)
            finally:
                warning.take_back()

    def _retried(self, mode: str, work: Callable[[Run], T]) -> T:
        """What work makes in a transaction of its own.

        Not the driver's own retries: those also repeat what has run out of the server's memory,
        and give up where it is unknown whether a commit came through. A change says what its
        dataset holds, so that doing it again is harmless.
        """
        deadline = time.monotonic() + _RETRY_SECONDS
        pause = _PAUSE
        while True:
            try:
                started = self._bookmarks
                with self._session(mode) as session:
                    with session.begin_transaction() as tx:
                        made = work(_runner(tx))
                        tx.commit()
                    self._remember(started, session.last_bookmarks())
            except (driver_errors.Neo4jError, driver_errors.DriverError) as error:
                if not _passing(error) or time.monotonic() + pause > deadline:
                    raise
                time.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
            else:
                return made

    def _prepare(self) -> None:
        """Constraints and indexes, once a process and before the first write."""
        if self._prepared:
            return
        self._driver().verify_connectivity()
        with self._session(neo4j.WRITE_ACCESS) as session:
            for statement in schema_statements(self._model):
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes(300)").consume()
        self._prepared = True

    def _send(self, query: str, values: dict[str, object]) -> None:
        """A statement in a transaction of its own."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            session.run(query, values).consume()

    def _stream(
        self, query: str, values: dict[str, Any], made: Callable[[Sequence[Any]], T]
    ) -> Iterator[T]:
        upto = self._answer_now(neo4j_read.REVISION) or 0
        yield from map(made, self._rows(query, {**values, "upto": upto}))

    def _rows(self, query: str, values: dict[str, Any]) -> Iterator[Sequence[Any]]:
        with self._plain_errors(), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(query, values):
                yield record.values()

    def _session(self, mode: str) -> neo4j.Session:
        return self._driver().session(
            database=self._access.database,
            default_access_mode=mode,
            bookmarks=self._bookmarks,
            fetch_size=_FETCH,
        )

    def _driver(self) -> neo4j.Driver:
        if self._loading is None:
            self._loading = neo4j.GraphDatabase.driver(self._address, auth=self._auth(), **_POOL)
        return self._loading

    def _auth(self) -> tuple[str, str] | None:
        return (self._access.user, self._access.password) if self._access.user else None

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """Driver errors as errors of ours, in words a person can act on."""
        try:
            yield
        except driver_errors.Neo4jError as error:
            raise self._plain(error) from error
        except (driver_errors.DriverError, OSError, TimeoutError) as error:
            raise StoreUnavailable(AWAY.format(self._address, first_line(error))) from error
        except UnicodeEncodeError as error:
            raise InvalidQuestion(HALF_A_LETTER) from error

    def _plain(self, error: driver_errors.Neo4jError) -> StoreError:
        told = {
            "address": self._address,
            "user": self._access.user or "nobody",
            "database": self._access.database,
            "limit": f"{self._limit:g}",
            "said": first_line(error),
        }
        return in_words(error.code or "", error.is_retryable(), told)


_POOL: dict[str, Any] = {
    "connection_timeout": _CONNECT_SECONDS,
    "connection_acquisition_timeout": _CONNECT_SECONDS * 2,
    "max_connection_pool_size": 50,
    "keep_alive": True,
    "notifications_min_severity": neo4j.NotificationMinimumSeverity.OFF,
    "user_agent": "ledwerk",
}


def _passing(error: Exception) -> bool:
    """Whether trying again may help: a restart, a deadlock, a change of leader."""
    if isinstance(error, driver_errors.Neo4jError):
        code = error.code or ""
        return "OutOfMemory" not in code and (error.is_retryable() or STARTING in code)
    return isinstance(error, driver_errors.ServiceUnavailable | driver_errors.SessionExpired)


def _runner(tx: neo4j.Transaction) -> Run:
    def run(text: str, **values: object) -> Iterable[Sequence[Any]]:
        return (record.values() for record in tx.run(text, values))

    return run
