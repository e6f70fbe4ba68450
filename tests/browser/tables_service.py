"""A real service on a free port of this machine, editors to sign in, and pages that reach only it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from tests.viz.conftest import tables

from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.api.tokens_file import Role, add
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

AXE = Path(__file__).parents[1] / "http" / "node_modules" / "axe-core" / "axe.min.js"


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


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Store]:
    """A store with the small network, for this test only."""
    folder = tmp_path / "mini"
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps({"name": "mini"}), encoding="utf-8")
    for name, text in tables().items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    made = open_store(f"sqlite:{tmp_path / 'tables.sqlite'}")
    load(made, check(MODEL, folder, made))
    yield made
    made.close()


@pytest.fixture
def service(small: Store, tmp_path: Path) -> Iterator[Service]:
    """A service over it."""
    with running(small, tmp_path) as made:
        yield made


def cell(page: Page, name: str, column: str) -> Locator:
    """The cell of a row, by its name, under a title."""
    titles = [one.strip() for one in page.locator("#grid thead th").all_inner_texts()]
    row = page.locator("#grid tbody tr").filter(
        has=page.get_by_role("rowheader", name=name, exact=True)
    )
    return row.locator("th, td").nth(titles.index(column))


def saved(page: Page, text: str) -> None:
    """Waits until the page says so."""
    page.locator("#notice", has_text=text).wait_for()


def shown_values(store: Store, key: str) -> dict[str, object]:
    """What a node or relation is shown with now; nothing where it is not there."""
    kind = MODEL.kind_of(key) or MODEL.relation(key.partition(":")[0])
    with store.whole() as whole:
        return next((dict(one.values) for one in whole.facts(kind.name) if one.key == key), {})


def axe_findings(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 AA, each with the element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("""async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa",
        "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})).violations.flatMap(
        one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 150)}`))""")
    return list(found)
