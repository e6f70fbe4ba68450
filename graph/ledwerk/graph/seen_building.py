"""Putting a store together of what another one said up to a revision, as far as it is believed.

That of a large network is made by a process of its own, so that nobody else waits for it.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import suppress
from itertools import takewhile
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from ledwerk.graph.opening import open_store
from ledwerk.graph.plan import Tally
from ledwerk.graph.store import Event, Store
from ledwerk.graph.trust import EVERYBODY, Trust
from ledwerk.schema.errors import LedwerkError, StoreError

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_LARGE = 3_000  # nodes; a network of fewer is there in less time than a process needs to start
_SOURCE = "Source"


def fill(origin: Store, target: Store, revision: int, trust: Trust) -> None:
    """Give an empty store the history of another up to a revision, as far as it is believed."""
    cited = frozenset[str]() if trust == EVERYBODY else _cited(origin, revision, trust)
    told = takewhile(lambda one: one.number <= revision, origin.revisions())
    target.restore(told, _believed(origin, revision, trust, cited))


def _cited(origin: Store, revision: int, trust: Trust) -> frozenset[str]:
    """The sources of what is believed."""
    some = (event.statement for event in origin.events(0, revision))
    return frozenset(one.cited for one in some if one.cited and trust.believes(one))


def _believed(origin: Store, revision: int, trust: Trust, cited: frozenset[str]) -> Iterator[Event]:
    for event in origin.events(0, revision):
        said = event.statement
        if trust.believes(said) or (said.kind == _SOURCE and said.key in cited):
            yield event


class Builder:
    """Makes files of one store, one after the other, for one thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._process: BaseProcess | None = None
        self._closed = False

    def build(self, path: Path, revision: int, trust: Trust) -> None:
        """Make the file. Raises StoreError where it cannot be made."""
        if self._closed:
            raise LedwerkError(_STOPPED)
        if not self._is_large():
            _build(self._store, path, revision, trust)
            return
        context = get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(
            target=_build_apart,
            args=(theirs, self._store.address, path, revision, trust),
            name="ledwerk-seen",
            daemon=True,
        )
        with self._lock:
            if self._closed:
                raise LedwerkError(_STOPPED)
            process.start()
            self._process = process
        theirs.close()
        _heard(ours)
        process.join()

    def close(self) -> None:
        """Make no more, and end in the middle."""
        with self._lock:
            self._closed = True
            if self._process is not None and self._process.is_alive():
                self._process.terminate()

    def _is_large(self) -> bool:
        """Whether it is, and another process can read it."""
        if ":memory:" in self._store.address:
            return False
        counts: dict[str, int] = asyncio.run(self._store.answer(Tally(("nodes",))))["nodes"]
        return sum(counts.values()) > _LARGE


_STOPPED = "the service is being stopped"


def _heard(pipe: Any) -> None:
    """Wait for the process, and raise what went wrong in it."""
    try:
        wrong = pipe.recv()
    except (EOFError, OSError) as error:
        raise StoreError("the network could not be put together; ask again") from error
    finally:
        pipe.close()
    if wrong is not None:
        raise StoreError(wrong)


def _build(store: Store, path: Path, revision: int, trust: Trust) -> None:
    made = open_store(f"sqlite:{path}")
    try:
        fill(store, made, revision, trust)
    finally:
        made.close()


def _build_apart(pipe: Any, address: str, path: Path, revision: int, trust: Trust) -> None:
    """The process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which stops this
    wrong = None
    try:
        store = open_store(address)
        try:
            _build(store, path, revision, trust)
        finally:
            store.close()
    except LedwerkError as error:
        wrong = str(error)
    with suppress(OSError):
        pipe.send(wrong)
