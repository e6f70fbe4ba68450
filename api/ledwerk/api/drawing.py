"""Who draws pictures: a process of its own, started when first asked and ended when nobody asks any
more, so that no other request waits for a PDF.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

from ledwerk.schema.errors import LedwerkError, QuestionTooExpensive
from ledwerk.viz.pictures import picture
from ledwerk.viz.pictures_words import Labels
from ledwerk.viz.view import View

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_SLOW = ("png", "pdf")  # the others are text, and there in a moment
_MOST_WAITING = 12
_CROWDED = f"{_MOST_WAITING} pictures are waiting to be drawn; ask again in a while"
_IDLE = 300.0  # seconds without a question after which the process ends
_NICENESS = 10


class Draughtsman:
    """Draws one picture after the other; `waiting` counts those not finished yet."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="ledwerk-pictures")
        self.waiting = 0
        self.process: BaseProcess | None = None
        self._closed = False
        self._starting = threading.Lock()
        self._pipe: Connection[Any, Any] | None = None

    async def draw(self, ending: str, view: View, labels: Labels) -> bytes:
        """The file of a view: see `picture`. Raises QuestionTooExpensive when too many wait."""
        view = replace(view, facts=())  # no picture shows them
        if ending not in _SLOW:
            return await asyncio.to_thread(picture, ending, view, labels)
        if self.waiting >= _MOST_WAITING:
            raise QuestionTooExpensive(_CROWDED)
        self.waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._thread, self._asked, ending, view, labels)
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """Stop drawing, also in the middle."""
        with self._starting:
            self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self.process is not None:
            self.process.terminate()
            self.process.join(5)

    def _asked(self, ending: str, view: View, labels: Labels) -> bytes:
        for another in (True, False):  # it may just have ended for want of questions
            try:
                pipe = self._running()
                pipe.send((ending, view, dict(labels)))
                well, made = pipe.recv()
            except (EOFError, OSError) as error:
                self._ended()
                if not another:
                    raise LedwerkError("the picture was not finished; ask again") from error
            else:
                break
        if not well:
            raise LedwerkError("the picture could not be drawn; the service's log says why")
        found: bytes = made
        return found

    def _running(self) -> Connection[Any, Any]:
        with self._starting:
            if self._closed:
                raise LedwerkError("the service is being stopped")
            if self._pipe is None or self.process is None or not self.process.is_alive():
                self._ended()
                context = get_context("spawn")
                self._pipe, theirs = context.Pipe()
                process = context.Process(
                    target=_draw_all, args=(theirs,), name="ledwerk-pictures", daemon=True
                )
                process.start()
                theirs.close()
                self.process = process
            return self._pipe

    def _ended(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        self._pipe = None


def _draw_all(pipe: Connection[Any, Any]) -> None:
    """The process: draws until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the service, which stops this
    with suppress(OSError, AttributeError):
        os.nice(_NICENESS)
    with suppress(EOFError, OSError):
        while pipe.poll(_IDLE):
            pipe.send(_tried(*pipe.recv()))


def _tried(ending: str, view: View, labels: Labels) -> tuple[bool, bytes]:
    try:
        return True, picture(ending, view, labels)
    except Exception:
        logging.getLogger("ledwerk").exception("a picture could not be drawn")
        return False, b""
