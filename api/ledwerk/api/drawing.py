"""Who draws pictures: a process of its own, started when first asked and ended when nobody asks any
more, so that no other request waits for a PDF.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from ledwerk.api.apart import Apart, Died
from ledwerk.schema.errors import LedwerkError, QuestionTooExpensive
from ledwerk.viz.pictures import picture
from ledwerk.viz.pictures_words import Labels
from ledwerk.viz.view import View

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
        self.desk = Apart("ledwerk-pictures", _drawing, _NICENESS, _IDLE)

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
        self._thread.shutdown(wait=False, cancel_futures=True)
        self.desk.close()

    def _asked(self, ending: str, view: View, labels: Labels) -> bytes:
        message = (ending, view, dict(labels))
        try:
            try:
                well, made = self.desk.ask(message)
            except Died:  # it may just have ended for want of questions
                well, made = self.desk.ask(message)
        except Died as error:
            raise LedwerkError("the picture was not finished; ask again") from error
        if not well:
            raise LedwerkError("the picture could not be drawn; the service's log says why")
        found: bytes = made
        return found


def _drawing() -> Callable[[tuple[str, View, Labels]], tuple[bool, bytes]]:
    """What answers in that process."""
    return lambda message: _tried(*message)


def _tried(ending: str, view: View, labels: Labels) -> tuple[bool, bytes]:
    try:
        return True, picture(ending, view, labels)
    except Exception:
        logging.getLogger("ledwerk").exception("a picture could not be drawn")
        return False, b""
