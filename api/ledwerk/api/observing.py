"""What a service tells about itself: a log line, figures and a span for every request.

All of it stands around the application and costs a few millionths of a second a request.
"""

from __future__ import annotations

import itertools
import logging
import re
import secrets
from collections.abc import Awaitable, Callable
from time import perf_counter, time
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ledwerk.api.figures import IN_FLIGHT, OPEN_SOCKETS, Figures
from ledwerk.api.log_lines import ACCESS, AccessLine, flush_lines, record_of
from ledwerk.api.metrics import Metrics
from ledwerk.api.tracing import Tracing, trace_id

REQUEST_ID = b"x-request-id"
PATHS = ("/graphql", "/static", "/health", "/metrics", "/export")

_SANE = re.compile(rb"[A-Za-z0-9._-]{1,64}").fullmatch
_LONGEST_PATH = 500
# Ids of people, and of what is theirs, are made from names: no log and no span has them.
_PERSONAL = re.compile(r"\b(person|seat):[^/]*")
_GONE = 499  # as others write it: who asked left before there was an answer
_FAILED = 500


class Observed:
    """The application, observed.

    Every request has an id: the caller's `X-Request-ID` where it is sane, else a new one. It is in
    the answer's headers, in the log, and for the application in `scope["state"]["request_id"]`.
    The application may set `scope["state"]["who"]` and `["operation"]`, both names, for the log.
    Lines go to the logger `ledwerk.access`; while that is off they cost nothing.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        revision: Callable[[], Awaitable[int]] | None = None,
        tracing: Tracing | None = None,
        paths: tuple[str, ...] = PATHS,
    ) -> None:
        self._app = app
        self._metrics = Metrics(paths, revision)
        self._tracing = tracing
        self._log = logging.getLogger(ACCESS)
        self._prefix = secrets.token_hex(6)
        self._next = itertools.count(1).__next__

    async def metrics_answer(self) -> tuple[bytes, str]:
        """The figures as Prometheus reads them, and their content type: the body of /metrics."""
        return await self._metrics.answer()

    def count_in(self, figures: Figures) -> None:
        """Share figures with other processes of the service; called before the first request."""
        self._metrics.count_in(figures)

    def close(self) -> None:
        """Send the last spans and write the last lines; called before the process ends."""
        if self._tracing is not None:
            self._tracing.close()
        flush_lines()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        kind = scope["type"]
        if kind == "http":
            await self._observe(scope, receive, send)
        elif kind == "websocket":
            self._metrics.own[OPEN_SOCKETS] += 1
            try:
                await self._app(scope, receive, send)
            finally:
                self._metrics.own[OPEN_SOCKETS] -= 1
        else:
            await self._app(scope, receive, send)

    async def _observe(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = perf_counter()
        metrics = self._metrics
        ident = self._id(scope["headers"])
        state = scope.setdefault("state", {})
        state["request_id"] = ident.decode()
        group = metrics.group(scope["path"])
        status, size, done = 0, 0, False

        # No coroutine of its own: it hands on the one it was given.
        def sending(message: Message) -> Awaitable[None]:
            nonlocal status, size, done
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (REQUEST_ID, ident)]
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
                done = not message.get("more_body", False)
            return send(message)

        span = None
        if self._tracing is not None:
            span = self._begin(scope, group, state["request_id"])
        metrics.own[IN_FLIGHT] += 1
        failure = _GONE
        try:
            await self._app(scope, receive, sending)
        except Exception:
            failure = _FAILED
            raise
        finally:
            metrics.own[IN_FLIGHT] -= 1
            if not status or (not done and failure == _FAILED):
                status = failure
            seconds = perf_counter() - started
            metrics.note(group, status, seconds)
            if span is not None:
                self._end(span, status, state)
            if self._log.isEnabledFor(logging.INFO):
                self._write(scope, state, status, seconds, size, span)

    def _id(self, headers: list[tuple[bytes, bytes]]) -> bytes:
        for name, value in headers:
            if name == REQUEST_ID:
                if _SANE(value):
                    return value
                break
        return b"%b-%06x" % (self._prefix.encode(), self._next())

    def _write(
        self,
        scope: Scope,
        state: dict[str, Any],
        status: int,
        seconds: float,
        size: int,
        span: Any,
    ) -> None:
        line = AccessLine(
            time(),
            state["request_id"],
            scope["method"],
            _nameless(scope["path"]),
            status,
            round(seconds * 1000, 3),
            size,
            state.get("who") or None,
            state.get("operation") or None,
            trace_id(span) if span is not None else None,
        )
        self._log.handle(record_of(line))

    def _begin(self, scope: Scope, group: str, ident: str) -> Any:
        assert self._tracing is not None
        attributes = {
            "http.request.method": scope["method"],
            "url.path": _nameless(scope["path"]),
            "url.scheme": scope.get("scheme", "http"),
            "http.route": group,
            "ledwerk.request_id": ident,
        }
        return self._tracing.begin(f"{scope['method']} {group}", scope["headers"], attributes)

    def _end(self, span: Any, status: int, state: dict[str, Any]) -> None:
        assert self._tracing is not None
        operation = state.get("operation")
        attributes = {"graphql.operation.name": operation} if operation else {}
        self._tracing.end(span, status, attributes)


def _nameless(path: str) -> str:
    """A request's path as it is told: not too long, and without people's ids."""
    told = path[:_LONGEST_PATH]
    return _PERSONAL.sub(r"\1:*", told) if ":" in told else told
