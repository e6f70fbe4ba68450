"""A real Chromium without network, and the pages that it opens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.conftest import missing
from tests.viz.conftest import tables

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz import render
from ledwerk.viz.view import View, network_view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

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
ORIGIN = "http://ledwerk.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'"
)
TYPES = {".js": "text/javascript", ".css": "text/css"}

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

    `served` answers requests to `ORIGIN`; every other request, but for the page's own file, is
    refused and fails the test.
    """
    wrong: list[str] = []
    contexts = []

    def opened(
        url: str, *, width: int = 1600, height: int = 1000, served: dict[str, Any] | None = None
    ) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)

        def answer(route: Route) -> None:
            asked = route.request.url
            if served is not None and asked.removeprefix(ORIGIN) in served:
                route.fulfill(**served[asked.removeprefix(ORIGIN)])
            elif served is None and asked.split("?")[0] == url:
                route.continue_()
            else:
                wrong.append(f"asked for {asked}")
                route.abort()

        context.route("**/*", answer)
        context.set_offline(served is None)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda one: wrong.append(one.text) if one.type == "error" else None)
        page.goto(url)
        page.wait_for_function("document.body.dataset.ready === 'true'", timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


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
def small_served(small_store: Store) -> dict[str, Any]:
    """What a service answers under each path, with its content security policy."""
    made: dict[str, Any] = {}
    for path, lang in (("/", "nl"), ("/?lang=nl", "nl"), ("/?lang=en", "en")):
        body = render.page(_view(small_store, lang))
        headers = {"content-security-policy": POLICY}
        made[path] = {"body": body, "content_type": "text/html", "headers": headers}
    for name, file in render.static_files().items():
        made[f"/static/viz/{name}"] = {"path": file, "content_type": TYPES[file.suffix]}
    return made


def _view(store: Store, lang: str) -> View:
    """A view made in another thread: this one is the browser's."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(network_view(store, lang=lang))).result()


def _written(store: Store, file: Path) -> str:
    made = render.standalone(_view(store, "nl"))
    file.write_text(made, encoding="utf-8")
    return file.as_uri()
