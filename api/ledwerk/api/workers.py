"""Several processes of the service on one port, each with a store of its own, and who minds them.

Each process has a socket of its own with SO_REUSEPORT, and the system shares connections out. One
socket for all would not do: whichever process is quickest then takes nearly all connections.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import Array, c_double
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from time import monotonic

from ledwerk.api.figures import forget, room
from ledwerk.api.log_lines import flush_lines, set_up_logging
from ledwerk.api.ports import reserved, shown_address, tell
from ledwerk.api.settings import Settings
from ledwerk.api.whole_lines import whole_lines
from ledwerk.schema.errors import LedwerkError

_SPAWN = multiprocessing.get_context("spawn")
_LOG = logging.getLogger("ledwerk.workers")
_PATIENCE = 15  # seconds for requests under way and for leaving; a worker itself takes ten at most
_LASTING = 10  # who lived so many seconds is replaced at once
_LONGEST_PAUSE = 30.0
_ANSWERS = ""  # what a worker says once it answers; any other text says why it cannot


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker needs to know to open the store and answer; it can be sent to a process."""

    store: str
    settings: Settings
    log: str
    port: int
    cells: Array[c_double]


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    hearing: Connection
    since: float
    answers: bool = False
    said: str | None = None


def serve_together(store: str, settings: Settings, port: int | None, log: str, count: int) -> int:
    """Answer requests in `count` processes until stopped, each of which opens the store.

    The promises are those of `serving.serve`. A process that dies is replaced, and the log says so.
    Raises LedwerkError where none can answer.
    """
    if log != "off":
        set_up_lines(log)
    with reserved(settings.host, port) as kept:
        taken = kept.getsockname()[1]
        work = Work(store, settings, log, taken, room(count))
        crew = _Crew(work, count, shown_address(settings.host, taken))
        with _told() as (told, woken):
            try:
                crew.mind(told, woken)
            finally:
                crew.stop(told, woken)
                flush_lines()
    if told:
        signal.raise_signal(told[0])  # as the system wants it: Ctrl-C is one, SIGTERM ends it
    return 0


def set_up_lines(log: str) -> None:
    """Send log lines to stderr so that those of several processes do not tear."""
    set_up_logging("json" if log == "json" else "text", stream=whole_lines(2))


class _Crew:
    """The workers, by their places."""

    def __init__(self, work: Work, count: int, address: str) -> None:
        self._work = work
        self._address = address
        self._workers: dict[int, _Worker] = {}
        # When which place is to be filled. The first answers sooner while the others do not start.
        self._due = {0: 0.0}
        self._others = range(1, count)
        self._quick = dict.fromkeys(range(count), 0)  # how many in a row did not last there

    def mind(self, told: list[int], woken: int) -> None:
        """Keep all places filled until a signal is told. LedwerkError where nobody can answer."""
        while not told:
            for place in [one for one, due in self._due.items() if due <= monotonic()]:
                del self._due[place]
                self._workers[place] = _started(self._work, place)
            self._hear(woken)

    def stop(self, told: list[int], woken: int) -> None:
        """End all, after what is under way; at once if Ctrl-C is told when another was before."""
        deadline = monotonic() + _PATIENCE
        for worker in self._workers.values():
            worker.process.terminate()
        while (
            self._workers and signal.SIGINT not in told[1:] and (left := deadline - monotonic()) > 0
        ):
            ends = {one.process.sentinel: place for place, one in self._workers.items()}
            for end in wait([woken, *ends], left):
                if end in ends:
                    self._workers.pop(ends[end]).process.join()
                elif end == woken:
                    os.read(woken, 100)
        for worker in self._workers.values():
            worker.process.kill()
            worker.process.join()

    def _hear(self, woken: int) -> None:
        hearing = [one.hearing for one in self._workers.values() if not one.hearing.closed]
        ends = [one.process.sentinel for one in self._workers.values()]
        next_due = min(self._due.values(), default=None)
        pause = None if next_due is None else max(0.0, next_due - monotonic())
        found = wait([woken, *hearing, *ends], pause)
        for place, worker in list(self._workers.items()):
            if worker.hearing in found:
                self._listen(worker)
            if worker.process.sentinel in found:
                self._bury(place, self._workers.pop(place))

    def _listen(self, worker: _Worker) -> None:
        with worker.hearing as hearing:
            try:
                worker.said = hearing.recv()
            except (EOFError, OSError):
                return
        worker.answers = worker.said == _ANSWERS
        if worker.answers and self._others:
            tell(self._address, self._work.settings.editor)
            self._due |= dict.fromkeys(self._others, 0.0)
            self._others = range(0)

    def _bury(self, place: int, worker: _Worker) -> None:
        worker.process.join()
        worker.hearing.close()
        forget(self._work.cells, place)
        how = f"worker {worker.process.pid} {_ended(worker.process.exitcode)}"
        if not worker.answers:
            how = worker.said or f"{how} before it answered"
            if not any(one.answers for one in self._workers.values()):
                raise LedwerkError(how)
        lasted = worker.answers and monotonic() - worker.since > _LASTING
        self._quick[place] = 0 if lasted else self._quick[place] + 1
        pause = min(_LONGEST_PAUSE, 2.0 ** (self._quick[place] - 2)) if self._quick[place] else 0.0
        self._due[place] = monotonic() + pause
        _LOG.warning("%s; another is started", how)


def _started(work: Work, place: int) -> _Worker:
    hearing, telling = _SPAWN.Pipe(duplex=False)
    # No daemon, since it has a process of its own for analyses; it ends with this one all the same.
    process = _SPAWN.Process(target=_answer, args=(work, place, telling), name=f"ledwerk {place}")
    # Ctrl-C reaches every process of a terminal; a worker stops when it is told to from here.
    # Starting the first would start the tracker before it, which takes the mask away.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    telling.close()
    return _Worker(process, hearing, monotonic())


def _answer(work: Work, place: int, telling: Connection) -> None:
    """What a worker does, in its own process."""
    try:
        _serve(work, place, telling)
    except LedwerkError as error:
        if telling.closed:
            raise
        telling.send(str(error))
        raise SystemExit(1) from None


def _serve(work: Work, place: int, telling: Connection) -> None:
    from ledwerk.api.figures import counted_in
    from ledwerk.api.ports import bound_together
    from ledwerk.api.serving import Place, serve_at
    from ledwerk.graph.opening import open_store

    parent = multiprocessing.parent_process()
    assert parent is not None
    if work.log != "off":
        set_up_lines(work.log)

    def answers() -> None:
        telling.send(_ANSWERS)
        telling.close()

    store = open_store(work.store)
    try:
        at = Place(
            bound_together(work.settings.host, work.port),
            answers,
            draws=place == 0,  # one is enough: it keeps all cores of a small machine busy
            figures=counted_in(work.cells, place, parent.pid),
            until=parent.sentinel,
        )
        serve_at(at, store, work.settings, logged=work.log != "off")
    finally:
        store.close()


def _ended(code: int | None) -> str:
    if code is not None and code < 0:
        return f"was ended by {signal.Signals(-code).name}"
    return f"ended with code {code}"


@contextmanager
def _told() -> Iterator[tuple[list[int], int]]:
    """The signals to stop that came so far, and a file that can be read when another comes."""
    told: list[int] = []
    woken, waking = os.pipe()
    os.set_blocking(waking, False)

    def hear(number: int, _: object) -> None:
        told.append(number)
        os.write(waking, b".")

    before = {one: signal.signal(one, hear) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield told, woken
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
        os.close(woken)
        os.close(waking)
