"""Running the service on a port, and saying where once it answers."""

from __future__ import annotations

import asyncio
import gc
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from ledwerk.api.app import create_app
from ledwerk.api.figures import Figures
from ledwerk.api.log_lines import flush_lines
from ledwerk.api.ports import bound_alone, shown_address, tell
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError

FINISHING_SECONDS = 10  # for requests under way when the service is told to stop


@dataclass(frozen=True, slots=True)
class Place:
    """Where a process answers, and what it does besides.

    `started` is called once it answers. `draws` makes the page before somebody opens it. `figures`
    are where it counts, if others are to know. It ends when the file `until` can be read.
    """

    bound: socket.socket
    started: Callable[[], None]
    draws: bool = True
    figures: Figures | None = None
    until: int | None = None


def serve(store: Store, settings: Settings, port: int | None, *, logged: bool = False) -> int:
    """Answer requests until stopped. Without a port of its own, another free one will do.

    Told to stop (Ctrl-C, SIGTERM), it takes no new requests and finishes those under way. `logged`
    says that logging is set up already.
    """
    bound = bound_alone(settings.host, port)
    address = shown_address(settings.host, bound.getsockname()[1])
    serve_at(Place(bound, lambda: tell(address, settings.editor)), store, settings, logged=logged)
    return 0


def serve_at(place: Place, store: Store, settings: Settings, *, logged: bool) -> None:
    """Answer requests on a socket until stopped, as `serve` does."""
    app = create_app(store, settings)
    if place.figures is not None:
        app.middleware_stack = app.build_middleware_stack()  # else made with the first request
        app.state.observed.count_in(place.figures)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        log_config=None if logged else uvicorn.config.LOGGING_CONFIG,
        lifespan="off",
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=FINISHING_SECONDS,
        ws_max_size=settings.most_bytes,
    )
    _Server(config, app, store, place).run(sockets=[place.bound])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, app: FastAPI, store: Store, place: Place) -> None:
        super().__init__(config)
        self._store = store
        self._app = app
        self._place = place
        self._drawing: asyncio.Task[None] | None = None
        self._beside: list[asyncio.Task[None]] = []

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self._store.attach()
        await super().startup(sockets)
        if self.started:
            # The schema is some hundred thousand objects that stay: not to be gone through again
            # and again while requests wait.
            gc.collect()
            gc.freeze()
            if self._place.until is not None:
                asyncio.get_running_loop().add_reader(self._place.until, self._end)
            self._place.started()
            self._beside = [asyncio.create_task(go()) for go in self._app.state.beside]
            if self._place.draws:
                self._drawing = asyncio.create_task(self._draw())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.state.stopping = True  # no longer ready: whoever shares out requests goes on
        for task in (self._drawing, *self._beside):
            if task is not None:
                task.cancel()
        await super().shutdown(sockets)
        self._app.state.analyst.close()
        self._app.state.seen.close()
        self._app.state.views.close()
        self._app.state.pictures.close()
        await self._store.detach()
        flush_lines()
        observed = getattr(self._app.state, "observed", None)
        if observed is not None:
            observed.close()

    def _end(self) -> None:
        assert self._place.until is not None
        asyncio.get_running_loop().remove_reader(self._place.until)
        self.should_exit = True

    async def _draw(self) -> None:
        """Make the page before somebody opens it."""
        with suppress(LedwerkError):
            await self._app.state.page("nl")
