"""Answers that are made once, whoever asks first: by revision and address, kept in memory.

Forty phones ask for the same picture at the same moment: one of them has it made, all wait for it.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from fastapi.responses import Response

from ledwerk.api.accepting import compressed, encoding_of

_KEPT = 200  # answers
_MOST_BYTES = 60_000_000  # of all of them, before they are packed
_LEAST_PACKED = 600  # bytes below which packing gains nothing

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An answer's bytes, and the same as packed for those who asked."""

    raw: bytes
    packed: dict[str, bytes] = field(default_factory=dict)

    async def taken(self, encoding: str) -> bytes:
        """The bytes in an encoding, `br`, `gzip` or none."""
        if not encoding:
            return self.raw
        if encoding not in self.packed:
            self.packed[encoding] = await compressed(self.raw, encoding)
        return self.packed[encoding]


class Made:
    """Keeps the answers that were asked for last, in bounds, and those under way."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._bytes = 0
        self._bodies: OrderedDict[Key, Body] = OrderedDict()
        self._coming: dict[Key, asyncio.Task[Body]] = {}

    async def get(self, key: Key, make: Callable[[], Awaitable[bytes]]) -> Body:
        """The answer kept under a key, made if it is not there; nothing is kept of what failed."""
        found = self._bodies.get(key)
        if found is not None:
            self._bodies.move_to_end(key)
            return found
        task = self._coming.get(key)
        # A task of another loop cannot be waited for.
        if task is None or task.get_loop() is not asyncio.get_running_loop():
            task = asyncio.create_task(self._made(key, make))
            task.add_done_callback(_heard)
            self._coming[key] = task
        # Whoever asked first may go away; the others still want it.
        return await asyncio.shield(task)

    async def _made(self, key: Key, make: Callable[[], Awaitable[bytes]]) -> Body:
        try:
            body = Body(await make())
        finally:
            self._coming.pop(key, None)
        self._bodies[key] = body
        self._bytes += len(body.raw)
        while len(self._bodies) > self._most or (
            self._bytes > _MOST_BYTES and len(self._bodies) > 1
        ):
            _, gone = self._bodies.popitem(last=False)
            self._bytes -= len(gone.raw)
        return body


def _heard(task: asyncio.Task[Body]) -> None:
    """What went wrong is told to those who wait; where nobody does any more, to nobody."""
    if not task.cancelled():
        task.exception()


def tag_of(revision: int, *parts: object) -> str:
    """The ETag of an answer of a revision."""
    told = hashlib.blake2b(repr(parts).encode(), digest_size=9).hexdigest()
    return f'W/"r{revision}-{told}"'


def unchanged(headers: Mapping[str, str], tag: str) -> bool:
    """Whether the client has it already."""
    known = (one.strip() for one in headers.get("if-none-match", "").split(","))
    return tag in known


async def sent(
    body: Body, headers: Mapping[str, str], media: str, tag: str, status: int = 200
) -> Response:
    """The answer as the client takes it."""
    encoding = encoding_of(headers.get("accept-encoding", "").encode("latin-1"))
    if len(body.raw) < _LEAST_PACKED:
        encoding = ""
    extra = headers_of(tag) | ({"content-encoding": encoding} if encoding else {})
    return Response(await body.taken(encoding), status, extra, media)


def headers_of(tag: str) -> dict[str, str]:
    """What goes with every such answer: it is asked again each time, and then often unchanged."""
    return {
        "etag": tag,
        "cache-control": "private, no-cache",
        "vary": "authorization, cookie, accept-encoding",
    }
