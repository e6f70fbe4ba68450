"""History in a real browser: looked through and taken back by keyboard, and views of other moments."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.api.test_agreements import TABLES, joined
from tests.browser.tables_service import AXE, Service, running

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
NEW = "organisation:nieuw"


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    load(store, check(MODEL, tmp_path, store))
    time.sleep(0.01)
    by = editing.Editor(MODEL, store, editing.Provenance("<b>dirk</b>"))
    wish = {"name": "Nieuw <i>lid</i>"}
    editing.edit(store, lambda: editing.create_node(by, "Organisation", wish, NEW))
    joined(store, NEW, "project:two")
    yield store
    store.close()


@pytest.fixture
def service(chromium: Browser, network: Store, tmp_path: Path) -> Iterator[Service]:  # noqa: ARG001
    with running(network, tmp_path) as made:
        yield made


def wrong_for_anybody(page: Page) -> list[str]:
    if AXE.is_file():
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(
            "() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })"
        )
        return [one["id"] for one in found["violations"]]
    return []


def test_a_change_is_looked_at_and_taken_back_by_keyboard(
    service: Service, network: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/history?lang=nl", who="Anna")
    assert "<b>dirk</b>" in page.locator("table").inner_text()  # as text
    assert wrong_for_anybody(page) == []
    page.locator("tbody th a", has_text="2").focus()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Revisie 2").wait_for()
    page.wait_for_selector("body[data-ready=true]")
    assert "Nieuw <i>lid</i>" in page.locator("main").inner_text()
    assert "voegde de relatie" in page.locator("main").inner_text()
    assert wrong_for_anybody(page) == []
    page.locator("#why").fill("vergissing")
    page.locator("#back input[value=TOO]").focus()
    page.keyboard.press("Space")
    page.locator("#back button").focus()
    page.keyboard.press("Enter")
    page.locator("h1", has_text="Revisie 4").wait_for()
    assert "teruggenomen: revisie 2: vergissing" in page.locator("main").inner_text()
    assert list(network.statements(key=NEW)) == []
    page.goto(f"{service.address}/history?lang=nl")
    page.wait_for_selector("body[data-ready=true]")
    assert page.locator("tr", has_text="teruggenomen").count() == 2  # what did it, and what it did


def test_nobody_else_takes_back_and_two_moments_are_compared(
    service: Service, network: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/history?revision=3&lang=en")
    page.locator("#back button").press("Enter")
    page.locator("#back-told", has_text="Sign in as an editor first.").wait_for()
    assert len(list(network.revisions())) == 3
    page.goto(f"{service.address}/history?lang=en")
    page.wait_for_selector("body[data-ready=true]")
    page.locator("#since").select_option("1")
    page.locator("#until").select_option("2")
    page.locator("#compare button").press("Enter")
    page.locator("strong", has_text="Up to and including revision 2").wait_for()
    assert "Nieuw <i>lid</i> (organisation)" in page.locator("main").inner_text()


def test_history_fits_a_phone(service: Service, chromium: Browser) -> None:
    for path in ("/history", "/history?revision=2"):
        page = service.open(chromium, path, width=360, height=740)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 360, path


def test_the_network_is_shown_as_some_believe_it_and_as_it_was(
    service: Service, chromium: Browser
) -> None:
    page = service.open(chromium, "/?lang=en")
    everything = page.evaluate("ledwerk.view.current().nodes.length")
    page.locator("#filters-toggle").press("Enter")
    page.locator("#seen > summary").press("Enter")
    page.locator("#seen input[value='basis:edited']").check()
    page.locator("#notes", has_text="Only basis: by an editor").wait_for()
    assert page.evaluate("ledwerk.view.current().nodes.length") == 2
    assert "trust=basis%3Aedited" in page.url
    assert wrong_for_anybody(page) == []
    page.locator("#seen button", has_text="Back to everything").press("Enter")
    page.locator("#strip").wait_for(state="hidden")
    assert page.evaluate("ledwerk.view.current().nodes.length") == everything
    page.locator("#seen-known").fill("2020-01-01T12:00")
    page.locator("#seen-known").dispatch_event("change")
    page.locator("#notes", has_text="As known on 1 January 2020").wait_for()
    assert page.evaluate("ledwerk.view.current().nodes.length") == 0
    page.locator("#chips button", has_text="as known on").first.press("Enter")
    page.locator("#strip").wait_for(state="hidden")
    assert page.evaluate("ledwerk.view.current().nodes.length") == everything
