"""The service: `create_app(store, settings)`. Nothing is fetched from other hosts by its pages."""

from __future__ import annotations

import asyncio
import html
import json
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from strawberry.fastapi import GraphQLRouter

from ledwerk.api import graphiql
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.model import MODEL
from ledwerk.viz import render
from ledwerk.viz.view import network_view

# Pages draw with script and style of their own and talk to this service only.
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
)
_LANGUAGES = ("nl", "en")


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The service over a store. The store stays the caller's to close."""
    settings = settings or Settings()
    app = FastAPI(title="ledwerk", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(SafeHeaders, most_bytes=settings.most_bytes)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.allowed_hosts))
    app.include_router(_graphql(store), prefix="/graphql")
    _add_pages(app, store)
    _add_health(app, store)
    return app


class SafeHeaders:
    """Puts security headers on every answer, and refuses bodies that are too large."""

    def __init__(self, app: ASGIApp, most_bytes: int) -> None:
        self._app = app
        self._most = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = dict(scope["headers"]).get(b"content-length", b"0")
        if not length.isdigit() or int(length) > self._most:
            refusal = JSONResponse(
                {"errors": [{"message": f"a request may have at most {self._most:,} bytes"}]}, 413
            )
            await refusal(scope, receive, _with_headers(send))
            return
        await self._app(scope, _limited(receive, self._most), _with_headers(send))


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


def _graphql(store: Store) -> GraphQLRouter[Any, Any]:
    class Router(GraphQLRouter[Any, Any]):
        async def render_graphql_ide(self, request: Request) -> HTMLResponse:  # noqa: ARG002
            return HTMLResponse(graphiql.PAGE)

    return Router(make_schema(MODEL, store), graphql_ide="graphiql")


def _add_pages(app: FastAPI, store: Store) -> None:
    kept: dict[tuple[int, str], str] = {}
    one_at_a_time = asyncio.Lock()

    async def page(language: str) -> str:
        """The page of the newest revision; made once, whoever asks first."""
        async with one_at_a_time:
            key = (await store.revision(), language)
            if key not in kept:
                for old in [one for one in kept if one[0] != key[0]]:
                    del kept[old]
                kept[key] = render.page(await network_view(store, lang=language))
            return kept[key]

    app.state.page = page

    @app.get("/", response_class=HTMLResponse)
    async def network(lang: str = "nl") -> Response:
        try:
            return HTMLResponse(await page(lang if lang in _LANGUAGES else "nl"))
        except LedwerkError as error:
            return HTMLResponse(_sorry(str(error)), 503)

    @app.get("/static/{room}/{name}")
    async def static(room: str, name: str) -> Response:
        file = _static(room, name)
        if file is None:
            return JSONResponse({"detail": "no such file"}, 404)
        return FileResponse(file, headers={"cache-control": "public, max-age=3600"})


def _static(room: str, name: str) -> Path | None:
    rooms = {"graphiql": graphiql.static_files, "viz": render.static_files}
    return rooms[room]().get(name) if room in rooms else None


def _sorry(message: str) -> str:
    return f"<!doctype html><title>ledwerk</title><p>{html.escape(message)}</p>"


def _add_health(app: FastAPI, store: Store) -> None:
    @app.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "alive"}

    @app.get("/health/ready")
    async def ready() -> Response:
        try:
            body = {"status": "ready", "revision": await store.revision()}
            return Response(json.dumps(body), media_type="application/json")
        except LedwerkError as error:
            return JSONResponse({"status": "not ready", "reason": str(error)}, 503)
