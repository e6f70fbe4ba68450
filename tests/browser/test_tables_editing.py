"""Rows added, deleted and made one in a real browser; changes by others; what a table says aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.tables_service import (
    Service,
    axe_findings,
    cell,
    saved,
    service,
    shown_values,
    small,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from ledwerk.graph.store import Store

__all__ = ["service", "small"]
pytestmark = pytest.mark.browser


def test_a_row_is_added_and_stands_first(chromium: Browser, service: Service, small: Store) -> None:
    page = service.open(chromium, "/tables/projects", who="Anna")
    page.get_by_role("button", name="Rij toevoegen").click()
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_label("naam *").fill("Zaaien")
    page.locator("#new-start").fill("3-10-2016")
    page.get_by_role("button", name="Bewaren").click()
    page.locator("#dialog .wrong", has_text="Schrijf: 2016-10-03").wait_for()
    page.locator("#new-start").fill("2016-10-03")
    page.keyboard.press("Enter")
    saved(page, "Zaaien is toegevoegd")
    page.locator("#grid tbody tr.fresh th", has_text="Zaaien").wait_for()
    assert shown_values(small, "project:zaaien")["start"] == "2016-10-03"
    page.locator("#undo").click()
    page.locator("#undo:disabled").wait_for()
    assert shown_values(small, "project:zaaien") == {}


def test_a_relation_is_added_by_the_names_of_its_ends(
    chromium: Browser, service: Service, small: Store
) -> None:
    page = service.open(chromium, "/tables/partner_in", who="Anna")
    page.get_by_role("button", name="Rij toevoegen").click()
    page.get_by_label("partij *").fill("Bet")
    page.get_by_role("button", name="Bewaren").click()
    page.locator("#dialog .wrong", has_text="geen naam uit de lijst").wait_for()
    page.get_by_label("partij *").fill("Beta")
    page.get_by_label("project of programma *").fill("Brug")
    page.locator("#new-role").select_option("trekker")
    page.get_by_role("button", name="Bewaren").click()
    saved(page, "Beta – Brug is toegevoegd")
    page.locator("#grid tbody tr.fresh", has_text="Beta").wait_for()
    key = "PARTNER_IN:organisation:beta>project:brug"
    assert shown_values(small, key) == {"role": "lead"}
    row = page.locator("#grid tbody tr", has_text="Beta")
    row.get_by_text("trekker").dblclick()
    page.locator(".editing select").select_option("deelnemer")
    page.keyboard.press("Enter")
    saved(page, "rol van Beta – Brug is deelnemer")
    row.locator("input").check()
    page.get_by_role("button", name="Verwijderen").click()
    page.locator("#dialog").get_by_role("button", name="Verwijderen").click()
    saved(page, "Beta – Brug is verwijderd")
    assert shown_values(small, key) == {}


def test_a_row_is_deleted_and_comes_back(chromium: Browser, service: Service, small: Store) -> None:
    page = service.open(chromium, "/tables/projects", who="Anna")
    cell(page, "Weg", "naam").click()
    page.keyboard.press("Space")
    assert page.locator("#grid tr[aria-selected=true]").count() == 1
    page.get_by_role("button", name="Verwijderen").click()
    assert "met alle verbanden" in page.locator("#dialog").inner_text()
    page.locator("#dialog").get_by_role("button", name="Verwijderen").click()
    saved(page, "Weg is verwijderd")
    cell(page, "Weg", "naam").wait_for(state="detached")
    assert page.locator("#grid tbody th").all_inner_texts() == ["Brug"]
    page.locator("#notice").get_by_role("button").click()
    cell(page, "Weg", "naam").wait_for()
    assert shown_values(small, "PARTNER_IN:municipality:grootdorp>project:weg") == {}
    assert page.locator("#undo").is_disabled()


def test_two_rows_become_one_after_a_look_at_what_moves(
    chromium: Browser, service: Service, small: Store
) -> None:
    page = service.open(chromium, "/tables/organisations", who="Anna")
    for name in ("Alfa", "Beta"):
        page.get_by_label(f"Kies {name}", exact=True).check()
    page.get_by_role("button", name="Samenvoegen").click()
    page.locator("#dialog").get_by_label("Beta").check()
    told = page.locator("#dialog .preview", has_text="Alfa verdwijnt")
    told.get_by_text("is partner in: Brug").wait_for()
    assert "mkb: ja" in told.inner_text()
    page.locator("#dialog").get_by_role("button", name="Samenvoegen").click()
    saved(page, "Alfa is samengevoegd met Beta")
    assert shown_values(small, "organisation:alfa") == {}
    assert "Alfa" in str(shown_values(small, "organisation:beta")["aliases"])
    page.locator("#notice").get_by_role("button").click()
    cell(page, "Alfa", "naam").wait_for()


def test_changes_by_others_appear_and_the_list_takes_them_back(
    chromium: Browser, service: Service, small: Store
) -> None:
    anna = service.open(chromium, "/tables/projects", who="Anna")
    bert = service.open(chromium, "/tables/projects", who="Bert")
    reader = service.open(chromium, "/tables/projects")
    cell(anna, "Brug", "munt").dblclick()
    anna.keyboard.type("EUR")
    anna.keyboard.press("Enter")
    for page in (bert, reader):
        cell(page, "Brug", "munt").filter(has_text="EUR").wait_for()
        page.get_by_text("Laatste wijzigingen").click()
        page.locator("#changes-list li", has_text="Anna").first.wait_for()
    assert reader.locator("#changes-list button").count() == 0
    assert "hier gewijzigd" in cell(bert, "Brug", "waar vandaan").inner_text()
    line = bert.locator("#changes-list li", has_text="Anna").first
    assert "gewijzigd: brug – gewijzigd in de tabel projecten" in line.inner_text()
    line.get_by_role("button").click()
    saved(bert, "ongedaan gemaakt")
    anna.locator("#undo").click()  # what she did is undone already
    anna.locator("#trouble", has_text="Dit is daarna nog gewijzigd").wait_for()
    assert "currency" not in shown_values(small, "project:brug")


def test_the_grid_is_walked_and_told_as_a_grid(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, "/tables/projects", who="Anna")
    grid = page.get_by_role("grid", name="Projecten")
    assert grid.get_attribute("aria-rowcount") == "3"
    assert grid.locator("[tabindex='0']").count() == 1  # one stop for Tab
    cell(page, "Brug", "naam").focus()
    for key, expected in (
        ("ArrowRight", (1, 2)), ("ArrowDown", (2, 2)), ("Home", (2, 0)), ("End", (2, -1)),
        ("Control+Home", (1, 0)), ("ArrowUp", (0, 0)), ("ArrowRight", (0, 1)),
    ):  # fmt: skip
        page.keyboard.press(key)
        row, column = page.evaluate("""() => {
            const at = document.activeElement.closest("td, th");
            return [at.parentElement.ariaRowIndex - 1, at.cellIndex];
        }""")
        width = page.locator("#grid thead th").count()
        assert (row, column) == (expected[0], expected[1] % width), key
    page.keyboard.press("Enter")  # the title sorts
    page.locator("#grid [aria-sort=descending]").wait_for()
    assert page.locator("#grid tbody th").all_inner_texts() == ["Weg", "Brug"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("F2")
    page.keyboard.press("Control+A")
    page.keyboard.type("Grote weg")
    page.keyboard.press("Enter")
    saved(page, "naam van Weg is Grote weg")
    page.locator("#said", has_text="Bewaard: naam van Weg is Grote weg.").wait_for(state="attached")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_bars_the_way(chromium: Browser, service: Service, theme: str) -> None:
    for path in ("/tables", "/tables/organisations", "/tables/partner_in", "/import"):
        page = service.open(chromium, f"{path}?theme={theme}", who="Anna")
        assert axe_findings(page) == [], path
    page = service.open(chromium, f"/tables/projects?theme={theme}", who="Anna")
    cell(page, "Brug", "eind").dblclick()
    page.keyboard.type("gisteren")
    page.keyboard.press("Enter")
    assert axe_findings(page) == []
