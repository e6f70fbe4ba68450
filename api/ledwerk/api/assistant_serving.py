"""How an assistant reaches the tools: over a pipe to a process of its own, or over HTTP."""

from __future__ import annotations

import json
import socket
from typing import Any

import anyio
import uvicorn
from mcp.server.lowlevel.server import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp, Receive, Scope, Send

from ledwerk.api.assistant import make_server
from ledwerk.api.language import show
from ledwerk.api.settings import LOOPBACK
from ledwerk.api.tokens import Tokens, tokens_path
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError, TokensError

DEFAULT_PORT = 8001
_PATH = "/mcp"
_ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - only compared


def serve_pipe(store: Store) -> int:
    """Answer the process that started this one until it closes the pipe. Stdout is the wire."""
    anyio.run(_over_pipe, make_server(store))
    return 0


def serve_http(store: Store, host: str, port: int | None, tokens: str | None) -> int:
    """Answer over HTTP until stopped. Beyond loopback, or where a file of tokens is named, only
    those with a token, of any role, are answered.
    """
    known = None
    if tokens or host not in LOOPBACK:
        path = tokens_path(tokens)
        known = Tokens(path)
        if not known:
            raise LedwerkError(
                f"nobody could ask: {path} has no token that counts; "
                "make one with: ledwerk token add NAME"
            )
    chosen = DEFAULT_PORT if port is None else port
    bound = _bound(host, chosen)
    shown = f"[{host}]" if ":" in host else host
    app = http_app(make_server(store), host, known)
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    _Serving(config, f"http://{shown}:{bound.getsockname()[1]}{_PATH}").run(sockets=[bound])
    return 0


def http_app(server: Server[Any], host: str, tokens: Tokens | None) -> ASGIApp:
    """The service: answers at /mcp, under its own host names only, to bearers of a token if any."""
    names = (*LOOPBACK, f"[{host}]" if ":" in host else host)
    allowed = [f"{name}{port}" for name in dict.fromkeys(names) for port in ("", ":*")]
    security = TransportSecuritySettings(
        # An address that stands for all has no list of names; there a token is asked for, which no
        # page of somebody else has.
        enable_dns_rebinding_protection=host not in _ANYWHERE,
        allowed_hosts=allowed,
        allowed_origins=[f"http://{name}" for name in allowed],
    )
    # Every request stands alone: nothing is kept between them that could fill memory.
    app = server.streamable_http_app(
        streamable_http_path=_PATH,
        json_response=True,
        stateless_http=True,
        transport_security=security,
        host=host,
    )
    return app if tokens is None else _Doorkeeper(app, tokens)


class _Doorkeeper:
    """Lets in who has a token."""

    def __init__(self, app: ASGIApp, tokens: Tokens) -> None:
        self._app = app
        self._tokens = tokens

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            status, reason = self._judge(dict(scope["headers"]).get(b"authorization", b""))
            if reason:
                await _refuse(send, status, reason)
                return
        await self._app(scope, receive, send)

    def _judge(self, given: bytes) -> tuple[int, str]:
        scheme, _, token = given.decode("latin-1").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return 401, "a token is needed: Authorization: Bearer ledwerk_…"
        try:
            return 401, self._tokens.refusal(token.strip())
        except TokensError:
            return 503, "tokens cannot be checked now; whoever runs the service can mend it"


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = json.dumps({"error": reason}, ensure_ascii=False).encode()
    headers = [
        (b"content-type", b"application/json; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
    ]
    if status == 401:
        headers.append((b"www-authenticate", b'Bearer realm="ledwerk"'))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class _Serving(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            show(f"{self._address}  (Ctrl-C stops)")


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LedwerkError(f"{host} port {port} cannot be used: {reason}") from error


async def _over_pipe(server: Server[Any]) -> None:
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())
