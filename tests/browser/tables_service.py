"""A real service on a free port of this machine, editors to sign in, and pages that reach only it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.api.tokens_file import Role, add
from ledwerk.graph.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@dataclass
class Service:
    """Where it answers, and the tokens of its people by name."""

    address: str
    tokens: dict[str, str]
    contexts: list[BrowserContext] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def open(
        self, chromium: Browser, path: str, *, who: str = "", width: int = 1400, height: int = 900
    ) -> Page:
        """A page of it in a context of its own, signed in if somebody is named."""
        context = chromium.new_context(
            viewport={"width": width, "height": height}, accept_downloads=True
        )
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda one: self._reached(one.url))
        key = f"#key={self.tokens[who]}" if who else ""
        page.goto(f"{self.address}{path}{key}")
        page.locator("body[data-ready=true]").wait_for()
        return page

    def _reached(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:", self.address.replace("http", "ws"))):
            self.wrong.append(f"asked for {url}")


@contextmanager
def running(store: Store, folder: Path) -> Iterator[Service]:
    """A service over a store, with the editors Anna and Bert and the reader Rob."""
    file = folder / "tokens.json"
    roles: dict[str, Role] = {"Anna": "editor", "Bert": "editor", "Rob": "reader"}
    tokens = {name: add(file, name, role, None)[1] for name, role in roles.items()}
    app = create_app(store, Settings(tokens=str(file)))
    config = uvicorn.Config(app, port=0, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.02)
    made = Service(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", tokens)
    try:
        yield made
    finally:
        for context in made.contexts:
            context.close()
        server.should_exit = True
        thread.join()
        app.state.analyst.close()
    assert made.wrong == []
