"""A process of its own that answers what is sent to it: started when first asked, and after it
died, so that no request of the service waits for what takes long.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from ledwerk.schema.errors import LedwerkError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Answerer = Callable[[], Callable[[Any], Any]]


class Died(Exception):
    """The process ended before it answered."""


class Apart:
    """Asked by one thread at a time, closed by any.

    `answerer` is called in the process, once, and gives what answers each message; it is handed
    over by name. `niceness` is how far the process stands back behind others, `idle` the seconds
    without a question after which it ends.
    """

    def __init__(
        self, name: str, answerer: Answerer, niceness: int, idle: float | None = None
    ) -> None:
        self._name = name
        self._arguments = (answerer, niceness, idle)
        self._starting = threading.Lock()
        self._closed = False
        self._pipe: Connection[Any, Any] | None = None
        self.process: BaseProcess | None = None

    @property
    def alive(self) -> bool:
        """Whether there is a process now."""
        return self.process is not None and self.process.is_alive()

    def ask(self, message: Any) -> Any:
        """The answer. Raises Died; LedwerkError once it is closed."""
        try:
            pipe = self._running()
            pipe.send(message)
            return pipe.recv()
        except (EOFError, OSError) as error:
            self._hang_up()
            raise Died from error

    def close(self) -> None:
        """End the process, also in the middle, and one that is just being started."""
        with self._starting:
            self._closed = True
        if self.process is not None:
            self.process.terminate()
            self.process.join(5)

    def _running(self) -> Connection[Any, Any]:
        with self._starting:
            if self._closed:
                raise LedwerkError("the service is being stopped")
            if self._pipe is None or not self.alive:
                self._hang_up()
                context = get_context("spawn")
                self._pipe, theirs = context.Pipe()
                process = context.Process(
                    target=_answer_all,
                    args=(theirs, *self._arguments),
                    name=self._name,
                    daemon=True,
                )
                process.start()
                theirs.close()
                self.process = process
            return self._pipe

    def _hang_up(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = None


def _answer_all(
    pipe: Connection[Any, Any], answerer: Answerer, niceness: int, idle: float | None
) -> None:
    """The process: answers until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which stops this
    with suppress(OSError, AttributeError):
        os.nice(niceness)
    answer = answerer()
    with suppress(EOFError, OSError):
        while pipe.poll(idle):
            pipe.send(answer(pipe.recv()))
