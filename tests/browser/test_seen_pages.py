"""Pages as of another moment in a real browser: links keep it, nothing can be changed, and back."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.browser.tables_service import Service, axe_findings, running
from tests.contract.making import link, node, put
from tests.viz.conftest import tables

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ALFA = "organisation:alfa"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """The small network in which Alfa is called otherwise now, and a moment before that."""
    folder = tmp_path_factory.mktemp("seen")
    (folder / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in tables().items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{folder / 'store.sqlite'}")
    load(store, check(MODEL, folder, store))
    time.sleep(0.003)
    then = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
    time.sleep(0.003)
    editor = Editor(MODEL, store, Provenance("bart"))
    editing.edit(
        store, lambda: editing.update_node(editor, "Organisation", ALFA, {"name": "Omega"})
    )
    yield store, then
    store.close()


@pytest.fixture
def service(
    chromium: Browser,  # noqa: ARG001
    changed: tuple[Store, str],
    tmp_path: Path,
) -> Iterator[Service]:
    with running(changed[0], tmp_path) as made:
        yield made


def asked(page: Page) -> dict[str, list[str]]:
    """What the address says of how the page is seen."""
    query = parse_qs(urlsplit(page.url).query)
    return {name: query[name] for name in ("known", "trust") if name in query}


def ready(page: Page) -> None:
    page.locator("body[data-ready=true]").wait_for()


def test_from_page_to_page_and_back_to_now(
    service: Service, chromium: Browser, changed: tuple[Store, str]
) -> None:
    then = {"known": [changed[1]]}
    page = service.open(chromium, f"/node/{ALFA}?known={changed[1]}&lang=en", who="Anna")
    assert page.locator("h1").inner_text() != "Omega"
    assert page.locator("#seen-as").is_visible()
    page.locator("#who").wait_for()  # an editor, who can change nothing here
    assert not page.locator(".editors").is_visible()
    page.locator("#statements table").wait_for()
    assert "Omega" not in page.locator("#statements").inner_text()
    assert page.locator("#statements button").count() == 0
    assert page.locator("#gap-list .wrong").count() == 0
    page.locator("#statement-ties summary").click()
    page.locator("#statement-ties li").first.wait_for()
    page.locator("#show-history").click()
    assert "bart" not in page.locator("#history-list ul").inner_text()
    page.locator("#near a").first.click()
    ready(page)
    assert asked(page) == then
    page.locator("form.finding [name=q]").fill("Omega")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?**")
    ready(page)
    assert asked(page) == then
    assert page.locator("ol.hits").count() == 0
    page.locator("#page-links a", has_text="Tables").click()
    page.wait_for_url("**/tables?**")
    ready(page)
    assert asked(page) == then
    page.locator("a[href*='/tables/organisations']").click()
    page.wait_for_url("**/tables/organisations?**")
    ready(page)
    assert asked(page) == then
    page.locator("#q").fill("alfa")
    page.wait_for_url("**q=alfa**")
    page.locator("#grid tbody tr").first.wait_for()
    assert asked(page) == then
    assert not page.locator("#edit-actions").is_visible()
    assert not page.locator("#import-link").is_visible()
    assert "said above" in page.locator("#hint").inner_text()
    assert "known=" in (page.locator("#to-csv").get_attribute("href") or "")
    now = page.locator("#seen-now")
    now.click()
    page.wait_for_url(lambda url: "known" not in url)
    ready(page)
    assert asked(page) == {}
    assert page.locator("#q").input_value() == "alfa"
    assert page.locator("#edit-actions").is_visible()
    assert not service.wrong


def test_what_is_chosen_in_the_network_goes_along(service: Service, chromium: Browser) -> None:
    page = service.open(chromium, "/?lang=en")
    page.locator("#filters-toggle").click()
    page.locator("#filters summary", has_text="Another moment").click()
    box = page.locator("#seen input[value='basis:edited']")
    box.check()
    page.wait_for_url("**trust=**")
    for word in ("Network", "Tables"):
        there = page.locator("#page-links a", has_text=re.compile(f"^{word}$"))
        assert "trust=basis%3Aedited" in (there.get_attribute("href") or "")
    assert "trust" not in (
        page.locator("#page-links a", has_text="History").get_attribute("href") or ""
    )
    assert page.locator("form.finding input[name=trust]").get_attribute("value") == "basis:edited"
    assert box.is_checked()
    box.uncheck()
    page.wait_for_url(lambda url: "trust" not in url)
    assert page.locator("form.finding input[name=trust]").count() == 0
    assert not service.wrong


def test_the_line_fits_a_phone(
    service: Service, chromium: Browser, changed: tuple[Store, str]
) -> None:
    page = service.open(
        chromium, f"/tables/organisations?known={changed[1]}&trust=basis:stated", width=360
    )
    line = page.locator("#seen-as").inner_text()
    assert "Zoals bekend op" in line
    assert "Alleen" in line
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 360
    assert axe_findings(page) == []


def test_what_nobody_reviewed_is_dotted_in_the_network(chromium: Browser, tmp_path: Path) -> None:
    store = open_store(f"sqlite:{tmp_path / 'read.sqlite'}")
    put(
        store,
        node("organisation:a", name="A"), node("project:p", name="P"),
        link("PARTNER_IN", "organisation:a", "project:p", basis="read"),
        node("organisation:b", name="B", basis="read"),
        link("PARTNER_IN", "organisation:b", "project:p"),
    )  # fmt: skip
    with running(store, tmp_path) as service:
        page = service.open(chromium, "/?lang=en")
        look = """(id) => ledwerk.network.body.nodes[id].options.shapeProperties.borderDashes"""
        assert page.evaluate(look, "organisation:b") == [3, 3]
        assert not page.evaluate(look, "organisation:a")
        ties = page.evaluate("Object.values(ledwerk.network.body.edges).map(e => e.options.dashes)")
        assert sorted(map(str, ties)) == sorted(["[2, 4]", "False"])
        entry = page.locator("#legend li", has_text="not reviewed")
        assert "(" not in entry.inner_text()
        assert entry.locator("path").get_attribute("fill") == "none"
    store.close()
