"""The service: `create_app(store, settings)`. Nothing is fetched from other hosts by its pages."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ledwerk.api.access import NOBODY, Access, NotAllowed, check_sender
from ledwerk.api.analyst import Analyst
from ledwerk.api.compiled import Compiled
from ledwerk.api.execution import Execution
from ledwerk.api.exports import add_exports
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.http import GraphQLOverHTTP
from ledwerk.api.network_page import language_of
from ledwerk.api.observing import Observed
from ledwerk.api.pages import add_pages
from ledwerk.api.seen_desks import SeenBy
from ledwerk.api.seen_pages import check_seen
from ledwerk.api.served import Served
from ledwerk.api.session import NOT_KEPT
from ledwerk.api.settings import Settings
from ledwerk.api.their_language import TheirLanguage
from ledwerk.api.tracing import tracing_from
from ledwerk.api.websocket import sockets
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_page import closed
from ledwerk.api.workshop_passes import access_of
from ledwerk.graph.sqlite_journal import journal_beside
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.model import MODEL

# Pages draw with script and style of their own and talk to this service only.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
]
_OF_ALL = [Depends(check_seen)]
_WAITED = 0.8  # of the time of a question, so that who asks hears that it is still being reckoned


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The service over a store. The store stays the caller's to close."""
    settings = settings or Settings()
    analyst = Analyst(store, apart=True, patience=_WAITED * settings.limits.seconds)
    journal = journal_beside(store.address)
    workshop = Workshop(store, journal)
    seen = SeenBy(store, patience=_WAITED * settings.limits.seconds)
    schema = make_schema(MODEL, store, analyst, journal, workshop, seen.looking)
    inner = schema._schema  # noqa: SLF001 - no public way to it
    execution = Execution(
        inner, Compiled(inner, MODEL, store), settings.limits, introspection=settings.introspection
    )
    access = access_of(settings, workshop)
    app = FastAPI(
        title="ledwerk", docs_url=None, redoc_url=None, openapi_url=None, dependencies=_OF_ALL
    )
    app.state.analyst, app.state.workshop, app.state.seen = analyst, workshop, seen
    endpoint = GraphQLOverHTTP(execution, store, access, settings, HEADERS)
    app.add_middleware(Gate, settings=settings, graphql=endpoint, access=access)
    app.add_middleware(TheirLanguage)
    if settings.origins:
        app.add_middleware(CORSMiddleware, allow_origins=settings.origins, **_CORS)
    app.include_router(
        sockets(schema, execution, access, settings.origins, workshop), prefix="/graphql"
    )
    add_pages(app, Served(store, settings, access, analyst, schema, journal, seen))
    _add_health(app, store)
    add_exports(app, store)  # the gate has looked at the token
    _observe(app, store)
    return app


def _observe(app: FastAPI, store: Store) -> None:
    """Metrics, a log line a request, and spans where they are wanted; around all the rest."""

    def observed(inner: ASGIApp) -> Observed:
        made = Observed(inner, revision=store.revision, tracing=tracing_from(os.environ))
        app.state.observed = made
        return made

    app.add_middleware(observed)

    @app.get("/metrics")
    async def metrics() -> Response:
        body, content_type = await app.state.observed.metrics_answer()
        return Response(body, headers={"content-type": content_type})


_CORS: dict[str, Any] = {
    "allow_methods": ["GET", "POST"],
    "allow_headers": ["authorization", "content-type"],
    "expose_headers": ["etag", "x-request-id"],
}


_FOR_ALL = ("/health/", "/static/")  # also without a token, where reading needs one
_WAYS_IN = {"/session", "/join", "/workshop/join"}


class Gate:
    """What stands before everything: host names, security headers, size, and GraphQL itself."""

    def __init__(self, app: ASGIApp, settings: Settings, graphql: ASGIApp, access: Access) -> None:
        self._app = app
        self._graphql = graphql
        self._access = access
        self._most = settings.most_bytes
        self._most_at = {"/import": settings.most_file_bytes}  # read for editors only
        self._origins = settings.origins
        hosts = settings.allowed_hosts
        self._hosts = None if "*" in hosts else frozenset(host.encode() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if self._hosts is not None and _host(headers.get(b"host", b"")) not in self._hosts:
            await self._refuse(scope, receive, send, 400, "this name is not served here")
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        elif not _fits(headers.get(b"content-length", b"0"), self._most_for(scope)):
            message = f"a request may have at most {self._most_for(scope):,} bytes"
            await self._refuse(scope, receive, send, 413, message)
        elif scope["path"] in {"/graphql", "/graphql/"}:
            await self._graphql(scope, receive, send)
        else:
            try:
                check_sender(scope["method"], headers, self._origins)
                self._let_in(scope, headers)
            except NotAllowed as error:
                if error.status == 401 and b"text/html" in headers.get(b"accept", b""):
                    await self._lead_in(scope, receive, send, str(error))
                else:
                    await self._refuse(scope, receive, send, error.status, str(error))
            except LedwerkError as error:
                await self._refuse(scope, receive, send, 503, str(error))
            else:
                await self._app(
                    scope, _limited(receive, self._most_for(scope)), _with_headers(send)
                )

    def _let_in(self, scope: Scope, headers: Mapping[bytes, bytes]) -> None:
        """Say who asks, as `request.state.asker`; NotAllowed where they may not even read."""
        who = NOBODY
        if not scope["path"].startswith(_FOR_ALL):
            try:
                who = self._access.asker(headers)
            except NotAllowed:
                if scope["path"] not in _WAYS_IN:
                    raise
        scope["state"] = state = scope.get("state") or {}
        state |= {"who": who.name, "asker": who}

    async def _lead_in(self, scope: Scope, receive: Receive, send: Send, message: str) -> None:
        """A page that leads to where one joins or signs in."""
        lang = language_of(Request(scope))
        page = HTMLResponse(closed(lang, message), 401, NOT_KEPT)
        await page(scope, receive, _with_headers(send))

    def _most_for(self, scope: Scope) -> int:
        return self._most_at.get(scope["path"], self._most)

    async def _refuse(
        self, scope: Scope, receive: Receive, send: Send, status: int, message: str
    ) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        refusal = JSONResponse({"errors": [{"message": message}]}, status)
        await refusal(scope, receive, _with_headers(send))


def _host(header: bytes) -> bytes:
    """The name in a Host header, without its port."""
    if header.startswith(b"["):
        return header[: header.find(b"]") + 1]
    return header.partition(b":")[0].lower()


def _fits(length: bytes, most: int) -> bool:
    return length.isdigit() and int(length) <= most


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", []), *HEADERS]
        await send(message)

    return sending


def _limited(receive: Receive, most: int) -> Callable[[], Awaitable[MutableMapping[str, Any]]]:
    taken = 0

    async def receiving() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:  # a body without a stated length
            return {"type": "http.disconnect"}
        return message

    return receiving


def _add_health(app: FastAPI, store: Store) -> None:
    @app.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "alive"}

    @app.get("/health/ready")
    async def ready() -> Response:
        if getattr(app.state, "stopping", False):
            return JSONResponse({"status": "not ready", "reason": "it is being stopped"}, 503)
        try:
            body = {"status": "ready", "revision": await store.revision()}
            return Response(json.dumps(body), media_type="application/json")
        except LedwerkError as error:
            return JSONResponse({"status": "not ready", "reason": str(error)}, 503)
