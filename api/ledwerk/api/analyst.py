"""Who reckons analyses: once a revision, in a process of its own, so that no request waits for it.

Questions are functions of a `Reckoning` and of arguments that can be compared; they are handed over
by name, and one is reckoned after the other. What was reckoned is kept; what takes longer than
somebody waits goes on, and is there when it is asked again.
"""

from __future__ import annotations

import asyncio
import copy
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from ledwerk.api.apart import Apart, Died
from ledwerk.graph.store import NetworkRows, Store
from ledwerk.schema.errors import InvalidQuestion, LedwerkError, QuestionTooExpensive

if TYPE_CHECKING:
    from ledwerk.graph.analysis.reckoning import Reckoning

Question: TypeAlias = "Callable[..., Any]"
_Held = tuple[int, str]  # a revision, and which of the stores: see `Analyst.of`
_Key = tuple[_Held, str, tuple[tuple[str, Any], ...]]

_KEPT = 256  # answers
_MOST_WAITING = 16  # analyses under way or waiting; nobody can fill the queue for others
_CROWDED = "{} analyses are waiting to be reckoned; ask again in a while"
_LEAST_WAIT = 0.5  # seconds
_NICENESS = 10  # questions of the service itself go first
_STILL = (
    "this is still being reckoned, which goes on; ask again in a while, and the answer is there"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and the revision that it is of."""

    revision: int
    value: Any


class Analyst:
    """Reckons for one store. `apart` says whether in a process of its own, as a service wants.

    `patience` is how many seconds somebody waits before being told to ask again; `niceness` how
    far that process stands back behind others; `waiting` how many questions may wait at a time,
    and `most_kept` how many answers are kept.
    """

    def __init__(
        self,
        store: Store,
        *,
        apart: bool = False,
        patience: float | None = None,
        niceness: int = _NICENESS,
        waiting: int = _MOST_WAITING,
        most_kept: int = _KEPT,
    ) -> None:
        self._store, self._mark = store, ""
        self._patience, self._waiting, self._most_kept = patience, waiting, most_kept
        self._desk: _Apart | _Here = _Apart(niceness) if apart else _Here()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledwerk-analyst")
        self._kept: OrderedDict[_Key, Future[Found]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, store: Store, mark: str) -> Analyst:
        """The same analyst, asked about another store, which only the mark tells from others."""
        other = copy.copy(self)
        other._store, other._mark = store, mark  # noqa: SLF001 - it is one of these itself
        return other

    async def ask(self, question: Question, **arguments: Any) -> Found:
        """The answer of `question(reckoning, **arguments)` for the newest revision.

        Raises InvalidQuestion for what cannot be asked, QuestionTooExpensive when it takes longer.
        """
        started = time.monotonic()
        revision = await self._store.revision()
        held = (revision, self._mark)
        key = (held, question.__qualname__, tuple(sorted(arguments.items())))
        with self._lock:
            future = self._kept.get(key)
        if future is None:
            rows = None if self._desk.holds(held) else await self._store.network()
            future = self._begin(key, rows, question, arguments)
        try:
            waiting = asyncio.shield(asyncio.wrap_future(future))
            return await asyncio.wait_for(waiting, self._left(started))
        except TimeoutError:
            raise QuestionTooExpensive(_STILL) from None

    def _left(self, started: float) -> float | None:
        """How long somebody still waits; reading the graph has taken a part of it."""
        if self._patience is None:
            return None
        return max(self._patience - (time.monotonic() - started), _LEAST_WAIT)

    def _begin(
        self, key: _Key, rows: NetworkRows | None, question: Question, arguments: dict[str, Any]
    ) -> Future[Found]:
        if rows is not None:  # it may be newer than it was a moment ago
            key = ((rows.revision, self._mark), *key[1:])
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if sum(not one.done() for one in self._kept.values()) >= self._waiting:
                raise QuestionTooExpensive(_CROWDED.format(self._waiting))
            try:
                future = self._thread.submit(self._found, key[0], rows, question, arguments)
            except RuntimeError as error:  # it was closed meanwhile
                raise LedwerkError("the service is being stopped") from error
            self._kept[key] = future
            while len(self._kept) > self._most_kept:
                self._kept.popitem(last=False)
        future.add_done_callback(lambda done: self._forget(key, done))
        return future

    def _found(
        self, held: _Held, rows: NetworkRows | None, question: Question, arguments: dict[str, Any]
    ) -> Found:
        return Found(held[0], self._desk.reckon(held, rows, question, arguments))

    def _forget(self, key: _Key, done: Future[Found]) -> None:
        """What failed is reckoned anew when it is asked again."""
        if done.cancelled() or done.exception() is not None:
            with self._lock:
                self._kept.pop(key, None)

    def close(self) -> None:
        """Stop reckoning, also in the middle."""
        self._desk.close()
        self._thread.shutdown(wait=False, cancel_futures=True)


@dataclass
class _Here:
    """Reckons in this process."""

    held: _Held | None = None
    _reckoning: Reckoning | None = None

    def holds(self, held: _Held) -> bool:
        return self.held == held

    def reckon(
        self, held: _Held, rows: NetworkRows | None, question: Question, arguments: dict[str, Any]
    ) -> Any:
        if rows is not None:
            self._reckoning, self.held = _reckoning_of(rows), held
        if self._reckoning is None or self.held != held:
            raise QuestionTooExpensive(_STILL)  # it was changed meanwhile
        return question(self._reckoning, **arguments)

    def close(self) -> None:
        self._reckoning = self.held = None


class _Apart:
    """Reckons in a process of its own, which holds the network of one revision."""

    def __init__(self, niceness: int) -> None:
        self.held: _Held | None = None
        self.desk = Apart("ledwerk-analyst", _Reckoner, niceness)

    def holds(self, held: _Held) -> bool:
        return self.desk.alive and self.held == held

    def reckon(
        self, held: _Held, rows: NetworkRows | None, question: Question, arguments: dict[str, Any]
    ) -> Any:
        if rows is not None:
            self.held = held
        elif not self.holds(held):
            raise QuestionTooExpensive(_STILL)  # its process died meanwhile
        try:
            well, found = self.desk.ask((rows, question, arguments))
        except Died as error:
            self.held = None
            raise LedwerkError("the analysis was stopped; ask again") from error
        if not well:
            raise InvalidQuestion(found or "the analysis failed; the service's log says why")
        return found

    def close(self) -> None:
        self.desk.close()


def _reckoning_of(rows: NetworkRows) -> Reckoning:
    from ledwerk.graph.analysis.reckoning import Reckoning
    from ledwerk.graph.network import network_of

    return Reckoning(network_of(rows))


class _Reckoner:
    """What answers in that process."""

    def __init__(self) -> None:
        self._reckoning: Reckoning | None = None

    def __call__(self, message: tuple[NetworkRows | None, Question, dict[str, Any]]) -> Any:
        rows, question, arguments = message
        if rows is not None:
            self._reckoning = _reckoning_of(rows)
        return _tried(question, self._reckoning, arguments)


def _tried(question: Question, reckoning: Any, arguments: dict[str, Any]) -> tuple[bool, Any]:
    try:
        return True, question(reckoning, **arguments)
    except LedwerkError as error:
        return False, str(error)
    except Exception:
        logging.getLogger("ledwerk").exception("an analysis failed")
        return False, None
