"""A real Chromium without network, and the pages that it opens."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from tests.conftest import missing
from tests.viz.conftest import tables

from ledwerk.api.app import create_app
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz import render
from ledwerk.viz.state import PLAIN, ViewState
from ledwerk.viz.view import View, network_view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Route

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser; skips where there is none, which in CI is a failure.

    It ends with its module, since no other loop can run in this thread while it lives.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    if not CHROMIUM.exists():
        missing(f"{CHROMIUM} does not exist")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Opens a page and waits until it is drawn; its end checks that nothing went wrong in it.

    Whatever is asked of another host than the page's own is refused and fails the test. `expected`
    are parts of what the console may say, such as "503".
    """
    wrong: list[str] = []
    contexts = []

    def opened(
        url: str,
        *,
        width: int = 1600,
        height: int = 1000,
        expected: Sequence[str] = (),
        **more: Any,
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        home = url.partition("#")[0] if url.startswith("file:") else "/".join(url.split("/")[:3])

        def answer(route: Route) -> None:
            if route.request.url.startswith((home, "blob:", "data:")):
                route.continue_()
            else:
                wrong.append(f"asked for {route.request.url}")
                route.abort()

        def heard(message: ConsoleMessage) -> None:
            if message.type == "error" and not any(part in message.text for part in expected):
                wrong.append(message.text)

        context.route("**/*", answer)
        context.set_offline(url.startswith("file:"))
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", heard)
        page.goto(url)
        page.wait_for_function("() => document.body.dataset.ready === 'true'", timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@contextmanager
def serving(store: Store) -> Iterator[str]:
    """A real service over a store on a free port of this machine, as its address."""
    app = create_app(store)
    config = uvicorn.Config(app, port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        thread.join(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    server.force_exit = True  # pages may still follow it
    thread.join()
    app.state.analyst.close()


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with the small network, hostile name included."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "datapackage.json").write_text(json.dumps({"name": "mini"}), encoding="utf-8")
    for name, text in tables().items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{folder / 'small.sqlite'}")
    load(store, check(MODEL, folder, store))
    yield store
    store.close()


@pytest.fixture(scope="session")
def led_file(led: Store, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the LED network as one file."""
    return _written(led, tmp_path_factory.mktemp("led") / "led.html")


@pytest.fixture(scope="session")
def small_file(small_store: Store, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the small network as one file."""
    return _written(small_store, tmp_path_factory.mktemp("small") / "small.html")


@pytest.fixture(scope="session")
def views_file(small_store: Store, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of one file with two views of the small network."""
    states = (PLAIN, ViewState(focus="organisation:alfa"))
    views = [view_of(small_store, "nl", state) for state in states]
    file: Path = tmp_path_factory.mktemp("views") / "views.html"
    file.write_text(render.standalone(views), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="session")
def small_service(small_store: Store) -> Iterator[str]:
    """The address of a service with the small network."""
    with serving(small_store) as address:
        yield address


@pytest.fixture(scope="session")
def led_service(led: Store) -> Iterator[str]:
    """The address of a service with the LED network."""
    with serving(led) as address:
        yield address


def view_of(store: Store, lang: str, state: ViewState = PLAIN) -> View:
    """A view made in another thread: this one is the browser's."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(
            lambda: asyncio.run(network_view(store, lang=lang, state=state))
        ).result()


def _written(store: Store, file: Path) -> str:
    made = render.standalone(view_of(store, "nl"))
    file.write_text(made, encoding="utf-8")
    return file.as_uri()
