"""Running the service on a port, and saying where once it answers."""

from __future__ import annotations

import asyncio
import gc
import socket
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from ledwerk.api.app import create_app
from ledwerk.api.log_lines import flush_lines
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError

DEFAULT_PORT = 8000
_FINISHING_SECONDS = 10  # for requests under way when the service is told to stop


def serve(store: Store, settings: Settings, port: int | None, *, logged: bool = False) -> int:
    """Answer requests until stopped. Without a port of its own, another free one will do.

    Told to stop (Ctrl-C, SIGTERM), it takes no new requests and finishes those under way. `logged`
    says that logging is set up already.
    """
    bound = _bind(settings.host, port)
    taken = bound.getsockname()[1]
    app = create_app(store, settings)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        log_config=None if logged else uvicorn.config.LOGGING_CONFIG,
        lifespan="off",
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_FINISHING_SECONDS,
        ws_max_size=settings.most_bytes,
    )
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    _Server(config, app, store, f"http://{shown}:{taken}/").run(sockets=[bound])
    return 0


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, app: FastAPI, store: Store, address: str) -> None:
        super().__init__(config)
        self._store = store
        self._app = app
        self._address = address
        self._drawing: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self._store.attach()
        await super().startup(sockets)
        if self.started:
            # The schema is some hundred thousand objects that stay: not to be gone through again
            # and again while requests wait.
            gc.collect()
            gc.freeze()
            words = f"{self._address}  (questions at {self._address}graphql, Ctrl-C stops)"
            print(words, flush=True)
            self._drawing = asyncio.create_task(self._draw())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.state.stopping = True  # no longer ready: whoever shares out requests goes on
        if self._drawing is not None:
            self._drawing.cancel()
        await super().shutdown(sockets)
        await self._store.detach()
        flush_lines()
        observed = getattr(self._app.state, "observed", None)
        if observed is not None:
            observed.close()

    async def _draw(self) -> None:
        """Make the page before somebody opens it."""
        with suppress(LedwerkError):
            await self._app.state.page("nl")


def _bind(host: str, port: int | None) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][0]
    except OSError as error:
        raise LedwerkError(f"{host!r} is no address of this machine; leave --host out") from error
    for attempt in (DEFAULT_PORT if port is None else port, 0):
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, attempt))
        except OSError as error:
            bound.close()
            if port is not None or attempt == 0:
                reason = error.strerror or str(error)
                raise LedwerkError(f"{host} port {attempt} cannot be used: {reason}") from error
        else:
            return bound
    raise AssertionError
