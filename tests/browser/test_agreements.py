"""From a gap to an agreement to a tie, in a real browser and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.api.test_agreements import CAMPUS, SCHOOL, TABLES, WORKSHOP, joined
from tests.browser.tables_service import Service, running

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Store]:
    (tmp_path / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    load(store, check(MODEL, tmp_path, store))
    yield store
    store.close()


@pytest.fixture
def service(chromium: Browser, network: Store, tmp_path: Path) -> Iterator[Service]:  # noqa: ARG001
    with running(network, tmp_path) as made:
        yield made


def fill_by_keyboard(page: Page, due: str) -> None:
    """Makes the agreement that the first gap offers, without a mouse."""
    page.locator("button.make").first.focus()
    page.keyboard.press("Enter")
    page.locator("#make[open]").wait_for()
    assert page.evaluate("document.activeElement.id") == "f-due"
    page.locator("#f-due").fill(due)
    page.locator("#f-agreedBy").fill("Anna en <i>Bart</i>")
    page.keyboard.press("Enter")


def test_an_agreement_is_made_followed_and_closed_by_the_data(
    service: Service, network: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/agreements", who="Anna")
    fill_by_keyboard(page, "1999-01-01")
    page.locator("#e-due", has_text="vóór de dag").wait_for()
    assert page.evaluate("document.activeElement.id") == "f-due"
    assert page.locator("#f-agreedBy").input_value() == "Anna en <i>Bart</i>"  # nothing was lost
    page.locator("#f-due").fill("2999-12-01")
    page.keyboard.press("Enter")
    item = page.locator("li.agreement.open")
    item.wait_for()
    assert item.locator("h3").inner_text() == "School stelt Werkplaats voor aan Campus"
    assert "Anna en <i>Bart</i>" in item.inner_text()
    assert page.evaluate("document.activeElement.classList.contains('agreement')")
    # What came of it, by keyboard.
    item.locator("[data-act=outcome]").focus()
    page.keyboard.press("Enter")
    page.locator("#w-outcome").fill("Koffie gedronken")
    page.locator("#ask-outcome button.first").press("Enter")
    page.locator("li.agreement", has_text="Koffie gedronken").wait_for()
    # Somebody else adds the tie: the page says so by itself.
    joined(network, WORKSHOP, "project:two")
    closed = page.locator("li.agreement.closed")
    closed.wait_for()
    assert "De band staat in de gegevens" in closed.inner_text()
    rows = closed.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
    )
    assert rows[0] == ["Afstand tussen beide (banden)", "2", "2", "1", "−1"]
    assert rows[1] == ["Gaten mkb-bedrijf → campus", "2", "2", "1", "−1"]
    assert closed.locator("[data-act=drop]").count() == 0


def test_agreements_are_dropped_filtered_and_ordered(service: Service, chromium: Browser) -> None:
    page = service.open(chromium, f"/agreements?from={WORKSHOP}&to={CAMPUS}", who="Anna")
    page.locator("#make[open]").wait_for()
    assert page.evaluate("document.activeElement.id") == "f-via"
    page.locator("#f-via").press_sequentially("sch")
    page.wait_for_function("() => document.querySelector('#l-via option')?.value === 'School'")
    page.locator("#f-via").fill("School")
    page.locator("#f-due").fill("2998-01-01")
    page.locator("#make button.first").click()
    page.locator("li.agreement").wait_for()
    page.locator("button.make").first.click()
    page.locator("#f-agreedOn").fill("2020-01-01")
    page.locator("#f-due").fill("2020-02-01")
    page.locator("#make button.first").click()
    page.locator("li.agreement.overdue").wait_for()
    days = "all => all.filter(one => !one.hidden).map(one => one.dataset.due)"
    shown = page.locator("li.agreement")
    assert shown.evaluate_all(days) == ["2020-02-01", "2998-01-01"]
    page.locator("#order").select_option("agreed")
    assert shown.evaluate_all(days) == ["2998-01-01", "2020-02-01"]
    page.get_by_role("button", name="te laat (1)").click()
    assert shown.evaluate_all(days) == ["2020-02-01"]
    page.locator("li.agreement.overdue [data-act=drop]").click()
    page.locator("#w-drop").fill("Geen zin")
    page.locator("#ask-drop button.first").click()
    page.locator("li.agreement.dropped", has_text="Geen zin").wait_for()
    with page.expect_download() as taken:
        page.get_by_role("link", name="XLSX").click()
    assert taken.value.suggested_filename == "agreements.xlsx"


def test_a_name_that_is_none_and_a_reader_are_told_so(service: Service, chromium: Browser) -> None:
    page = service.open(chromium, f"/agreements?from={WORKSHOP}&to={CAMPUS}", who="Anna")
    page.locator("#f-via").fill("Niemand")
    page.locator("#f-due").fill("2998-01-01")
    page.locator("#make button.first").click()
    page.locator("#e-via", has_text="Zo heet geen partij").wait_for()
    page = service.open(
        chromium, f"/agreements?from={WORKSHOP}&to={CAMPUS}&via={SCHOOL}", who="Rob"
    )
    page.locator("#e-all", has_text="Log in als redacteur").wait_for()
    page.locator("#f-due").fill("2998-01-01")
    page.locator("#make button.first").click()
    page.locator("#e-all", has_text="Log in als redacteur").wait_for()
    assert page.locator("li.agreement").count() == 0


def test_the_pages_fit_a_phone(service: Service, network: Store, chromium: Browser) -> None:
    joined(network, WORKSHOP, "project:two")
    for path in ("/agreements", "/changes?since=1"):
        page = service.open(chromium, path, width=360, height=740)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_what_changed_has_a_picture_with_words_for_it(
    service: Service, network: Store, chromium: Browser
) -> None:
    joined(network, WORKSHOP, "project:two")
    page = service.open(chromium, "/changes?since=1")
    picture = page.locator("figure img")
    page.wait_for_function("() => document.querySelector('figure img').naturalWidth > 0")
    assert "Het netwerk van nu" in str(picture.get_attribute("alt"))
    page.locator("summary").first.click()
    page.locator("#since").fill("2999-01-01")
    page.locator("#show").click()
    page.get_by_text("Er is sindsdien niets veranderd.").wait_for()
