"""Deciding on doubles in a real browser: by keyboard, with the focus going on to the next pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.api.test_match import LEFT, RIGHT, folder
from tests.browser.tables_service import AXE, Service, running

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.merging import standing
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture
def doubled(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    for name, tables in (("one", LEFT), ("two", RIGHT)):
        load(store, check(MODEL, folder(tmp_path, name, tables), store))
    yield store
    store.close()


@pytest.fixture
def service(chromium: Browser, doubled: Store, tmp_path: Path) -> Iterator[Service]:  # noqa: ARG001
    with running(doubled, tmp_path) as made:
        yield made


def test_pairs_are_decided_by_keyboard_and_taken_back(
    service: Service, doubled: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/match?lang=nl", who="Anna")
    first = page.locator("#doubtful .pair").first
    assert "Jan Peeters" in first.inner_text()
    first.focus()
    page.keyboard.press("v")
    page.locator("#doubtful .pair", has_text="Jan Peeters").wait_for(state="hidden")
    assert "Open Universiteit" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("l")
    page.locator("#doubtful .pair", has_text="Open Universiteit").wait_for(state="hidden")
    assert standing(doubled).apart() == {("person:j-peeters", "person:jan")}
    # On to the sure ones; the other way round first.
    sure = page.locator("#sure .pair", has_text="Maastricht")
    sure.locator("[data-act=swap]").click()
    assert sure.get_attribute("data-keep") == "organisation:pic-1"
    sure.locator("[data-act=swap]").click()
    sure.focus()
    page.keyboard.press("z")
    sure.wait_for(state="hidden")
    assert standing(doubled).canonical("organisation:pic-1") == "organisation:um"
    page.reload()
    page.locator("body[data-ready=true]").wait_for()
    item = page.locator("#decided li", has_text="Maastricht")
    assert "UNIVERSITEIT MAASTRICHT (organisation:pic-1)" in item.inner_text()
    with page.expect_navigation():
        item.locator("button").press("Enter")
    page.locator("#sure .pair", has_text="Maastricht").wait_for()
    assert standing(doubled).same == {}
    assert service.wrong == []


def test_who_may_not_decide_is_told_so(service: Service, chromium: Browser) -> None:
    page = service.open(chromium, "/match?lang=en", who="Rob", width=360)
    assert page.locator("#sign-first").is_visible()
    pair = page.locator("#doubtful .pair").first
    pair.locator("[data-act=same]").click()
    pair.locator(".wrong", has_text="Sign in as an editor").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_accessible(service: Service, chromium: Browser, theme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    page = service.open(chromium, f"/match?lang=nl&theme={theme}", who="Anna")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
