"""Waiting a little longer than one question may take, for a page that somebody looks at."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

from ledwerk.schema.errors import QuestionTooExpensive

T = TypeVar("T")
ALONG = 8.0  # seconds that a page waits for a part of it that may come later
_SECONDS = 25.0
_PAUSE = 0.2


async def patiently(ask: Callable[[], Awaitable[T]], seconds: float = _SECONDS) -> T:
    """The answer, asked again for so long as it is still being reckoned.

    What is reckoned goes on meanwhile, so asking again costs nothing. Raises what `ask` raises,
    QuestionTooExpensive only after that time.
    """
    until = time.monotonic() + seconds
    while True:
        try:
            return await ask()
        except QuestionTooExpensive:
            if time.monotonic() > until:
                raise
        await asyncio.sleep(_PAUSE)


async def in_time(ask: Callable[[], Awaitable[T]], seconds: float = ALONG) -> T | None:
    """The answer, or None where it is still being reckoned after that time."""
    try:
        return await patiently(ask, seconds)
    except QuestionTooExpensive:
        return None
