"""Exports over HTTP: `/export.{ending}`, made while it is sent, by worker threads."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import ExitStack
from itertools import chain
from urllib.parse import quote

from anyio import CancelScope, to_thread
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from ledwerk.api.access import Access, NotAllowed
from ledwerk.api.export_formats import FORMATS, Asked, Format, format_of, opened
from ledwerk.graph.store import Store
from ledwerk.schema.errors import CannotExport, LedwerkError, StoreUnavailable

__all__ = ["FORMATS", "MOST_AT_ONCE", "add_exports"]

MOST_AT_ONCE = 4  # exports that are under way; each takes turns on worker threads
_LOOK_EVERY = 0.2  # seconds between two looks whether somebody still waits for a first byte
_RETRY_AFTER = "5"  # seconds

_log = logging.getLogger("ledwerk.export")


def add_exports(
    app: FastAPI, store: Store, access: Access | None = None, *, base: str | None = None
) -> None:
    """Add `/export.{ending}` for every format; `access` says who may read, `base` what ids of
    JSON-LD begin with.

    An answer is all of one revision, has an ETag by it, and is sent while it is read. What goes
    wrong before the first byte is told as JSON; after it the connection is cut, so that nobody
    takes a part for the whole. Whoever goes away ends the work.
    """
    desk = _Desk(store, base)

    @app.get("/export.{ending}")
    async def export(request: Request, ending: str, dataset: str | None = None) -> Response:
        try:
            if access is not None:
                header = request.headers.get("authorization")
                access.who(None if header is None else header.encode("latin-1"))
            return await desk.answer(request, format_of(ending), dataset)
        except LedwerkError as error:
            return _refusal(error, ending)


class _Desk:
    """Gives out exports, a few at a time."""

    def __init__(self, store: Store, base: str | None) -> None:
        self._store = store
        self._base = base
        self._under_way = 0

    async def answer(self, request: Request, format_: Format, dataset: str | None) -> Response:
        """The export, or that it has not changed, or that there are too many."""
        tag = _tag(await self._store.revision(), format_, dataset)
        if _has(request, tag):
            return Response(status_code=304, headers=_caching(tag))
        if self._under_way >= MOST_AT_ONCE:
            busy = StoreUnavailable(f"{MOST_AT_ONCE} exports are under way; try again in a moment")
            return _refusal(busy, format_.ending)
        self._under_way += 1
        job = _Job(self._store, format_, Asked(dataset, self._base), self._ended)
        try:
            revision = await job.begin(request)
        except BaseException:
            await job.end()
            raise
        name = _file_name(format_, revision, dataset)
        headers = {
            "content-disposition": f'attachment; filename="{name}"',
            **_caching(_tag(revision, format_, dataset)),
        }
        return _Sent(job, headers, format_.media_type)

    def _ended(self) -> None:
        self._under_way -= 1


class _Job:
    """One export: begun, taken piece by piece and ended, each step on some worker thread."""

    def __init__(
        self, store: Store, format_: Format, asked: Asked, ended: Callable[[], None]
    ) -> None:
        self._store = store
        self._format = format_
        self._asked = asked
        self._ended = ended
        self._open = ExitStack()
        self.pieces: Generator[bytes] = _taken(iter(()))

    async def begin(self, request: Request) -> int:
        """Make the first piece, and what has to be made before it; returns the revision."""
        watch = asyncio.create_task(self._watch(request))
        try:
            return await to_thread.run_sync(self._begin)
        finally:
            watch.cancel()
            await asyncio.wait([watch])

    async def end(self) -> None:
        """Let go of everything, also where the one who asked has gone in the middle of it."""
        with CancelScope(shield=True):
            try:
                await to_thread.run_sync(self._end)
            finally:
                self._ended()

    def _begin(self) -> int:
        revision, pieces = self._open.enter_context(opened(self._store, self._format, self._asked))
        first = next(pieces, b"")
        self.pieces = _taken(chain((first,), pieces))
        return revision

    def _end(self) -> None:
        self.pieces.close()
        self._open.close()

    async def _watch(self, request: Request) -> None:
        while not await request.is_disconnected():
            await asyncio.sleep(_LOOK_EVERY)
        self._asked.gone.set()


def _taken(pieces: Iterator[bytes]) -> Generator[bytes]:
    yield from pieces


class _Sent(StreamingResponse):
    """Sends an export, and ends it however that goes."""

    def __init__(self, job: _Job, headers: Mapping[str, str], media_type: str) -> None:
        super().__init__(job.pieces, headers=headers, media_type=media_type)
        self._job = job

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        try:
            await super().__call__(scope, receive, send)
        except LedwerkError as error:
            _log.warning("an export was cut off: %s", error)
            raise
        finally:
            await self._job.end()


def _refusal(error: LedwerkError, ending: str) -> JSONResponse:
    known = ending.lower() in {one.ending for one in FORMATS}
    status, code = 500, "STORE_ERROR"
    headers = {"cache-control": "no-store"}
    if isinstance(error, NotAllowed):
        status, code = error.status, "UNAUTHENTICATED" if error.status == 401 else "FORBIDDEN"
        headers |= {"www-authenticate": "Bearer"} if error.status == 401 else {}
    elif isinstance(error, CannotExport):
        status, code = (400, "BAD_USER_INPUT") if known else (404, "NOT_FOUND")
    elif isinstance(error, StoreUnavailable):
        status, code = 503, "STORE_UNAVAILABLE"
        headers["retry-after"] = _RETRY_AFTER
    told = {"errors": [{"message": str(error), "extensions": {"code": code}}]}
    return JSONResponse(told, status, headers)


def _tag(revision: int, format_: Format, dataset: str | None) -> str:
    """Weak: a newer ledwerk may write the same revision in other bytes."""
    part = "" if dataset is None else f"-{quote(dataset, safe='')}"
    return f'W/"{revision}-{format_.ending}{part}"'


def _has(request: Request, tag: str) -> bool:
    known = (one.strip() for one in request.headers.get("if-none-match", "").split(","))
    return any(one == "*" or one.removeprefix("W/") == tag.removeprefix("W/") for one in known)


def _caching(tag: str) -> dict[str, str]:
    """Kept by the one who asked, and asked for again each time."""
    return {"etag": tag, "cache-control": "private, no-cache", "vary": "authorization"}


def _file_name(format_: Format, revision: int, dataset: str | None) -> str:
    """A name that says what it is, in letters that any system takes."""
    part = "" if dataset is None else f"-{re.sub('[^A-Za-z0-9_-]+', '-', dataset)[:60]}"
    return f"ledwerk{part}-revision-{revision}.{format_.ending}"
