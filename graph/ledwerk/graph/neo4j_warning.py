"""A word to readers that a change is being committed: Neo4j shows a commit bit by bit.

Whoever reads while a warning stands, at the beginning or the end of an answer, may have read a mix
of two states, and asks again. Runs statements through a function that it is given, each in a
transaction of its own, and knows nothing of drivers.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

_SECONDS = 30  # how long a warning stands should its writer die, or the server be stopped
_RENEWED = 5.0  # seconds after which a writer that lives says it again

_WARN = "MERGE (c:Committing {by: $by}) SET c.until = datetime() + duration({seconds: $seconds})"
# First given where nobody else can be writing: who left a warning behind, is gone.
_FORGET = " WITH c MATCH (o:Committing) WHERE o.by <> $by DELETE o"
_CALM = "MATCH (c:Committing) WHERE c.by = $by OR c.until < datetime() DELETE c"


class CommitWarning:
    """The warning of one commit: given before it, renewed while it takes, then taken back."""

    def __init__(self, send: Callable[[str, dict[str, object]], None]) -> None:
        self._send = send
        self._by = uuid4().hex
        self._over = threading.Event()
        self._renewing: threading.Thread | None = None

    def give(self) -> None:
        """Warn readers from now on, holding the lock on writing; again is harmless."""
        self._warn(_WARN + _FORGET)
        if self._renewing is None:
            self._renewing = threading.Thread(
                target=self._renew, name="ledwerk-committing", daemon=True
            )
            self._renewing.start()

    def take_back(self) -> None:
        """Readers may trust what they see again; where that cannot be said, it ends by itself."""
        if self._renewing is None:
            return
        self._over.set()
        self._renewing.join()
        with suppress(Exception):
            self._send(_CALM, {"by": self._by})

    def _renew(self) -> None:
        while not self._over.wait(_RENEWED):
            with suppress(Exception):
                self._warn(_WARN)

    def _warn(self, query: str) -> None:
        self._send(query, {"by": self._by, "seconds": _SECONDS})
