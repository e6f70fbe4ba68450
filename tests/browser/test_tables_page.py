"""Tables in a real browser over a real service: finding, and changing cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.tables_service import Service, cell, running, saved, shown_values, small
from tests.viz.conftest import HOSTILE

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

__all__ = ["small"]
pytestmark = pytest.mark.browser

ORGANISATIONS = "/tables/organisations"


CLUBS = "".join(f"organisation:o{n:02},Club {n:02},civil,Het boek\n" for n in range(70))


@pytest.fixture
def store(small: Store, mini: Callable[..., Path]) -> Store:
    """The small network, with seventy clubs beside."""
    clubs = mini("clubs", organisations=f"id,name,helix,source\n{CLUBS}")
    load(small, check(MODEL, clubs, small))
    return small


@pytest.fixture
def service(store: Store, tmp_path: Path) -> Iterator[Service]:
    with running(store, tmp_path) as made:
        yield made


def names(page: Page) -> list[str]:
    return page.locator("#grid tbody th").all_inner_texts()


def counted(page: Page, text: str) -> None:
    page.locator("#count", has_text=re.compile(f"^{re.escape(text)}$")).wait_for()


def first_is(page: Page, name: str) -> None:
    page.locator("#grid tbody tr:first-child th", has_text=name).wait_for()


def test_searching_sorting_and_filtering(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, ORGANISATIONS)
    assert page.locator("#count").inner_text() == "1–50 van 74"
    page.fill("#q", "club 6")
    counted(page, "1–16 van 16")
    assert all("6" in name for name in names(page))
    page.get_by_role("button", name="naam").click()
    first_is(page, "Club 69")
    assert page.locator("#grid thead [aria-sort]").get_attribute("aria-sort") == "descending"
    page.reload()
    page.locator("body[data-ready=true]").wait_for()
    assert names(page)[0] == "Club 69"  # the address has it all
    page.fill("#q", "")
    page.locator("#filter-helix").select_option(label="bedrijfsleven")
    counted(page, "1–1 van 1")
    assert names(page) == ["Alfa"]
    page.locator("#filter-helix").select_option(label="onbekend")
    first_is(page, "Eenling")
    page.fill("#q", "A-1")
    page.locator("#filter-helix").select_option(label="alle")
    first_is(page, "Alfa")


def test_turning_pages_there_and_back(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, f"{ORGANISATIONS}?lang=en")
    first = names(page)
    page.get_by_role("button", name="Next").click()
    counted(page, "51–74 of 74")
    second = names(page)
    assert len({*first, *second}) == 74
    assert page.get_by_role("button", name="Next").is_disabled()
    page.get_by_role("button", name="Previous").click()
    counted(page, "1–50 of 74")
    assert names(page) == first
    page.get_by_role("button", name="Last").click()
    page.locator("#count", has_text="–74 of 74").wait_for()
    assert names(page)[-1] == second[-1]


def test_columns_are_chosen_and_kept(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, ORGANISATIONS)
    page.get_by_text("Kolommen", exact=True).first.click()
    page.get_by_label("omschrijving", exact=True).check()
    assert "omschrijving" in page.locator("#grid thead").inner_text()
    assert cell(page, "Alfa", "omschrijving").inner_text() == "Maakt"
    page.goto(f"{service.address}{ORGANISATIONS}")
    assert "omschrijving" in page.locator("#grid thead").inner_text()


def test_a_reader_sees_where_rows_are_from_and_can_change_nothing(
    chromium: Browser, service: Service
) -> None:
    for who, hint in (("", "Log rechtsboven in"), ("Rob", "niet als redacteur")):
        page = service.open(chromium, "/tables/projects", who=who)
        assert hint in page.locator("#hint").inner_text()
        assert "Het boek" in cell(page, "Brug", "waar vandaan").inner_text()
        link = page.get_by_role("link", name="Brug in het netwerk")
        assert link.get_attribute("href") == "/?selected=project%3Abrug&lang=nl"
        cell(page, "Brug", "budget").dblclick()
        assert page.locator(".editing").count() == 0
        assert page.locator("#add").is_hidden()
        assert cell(page, "Brug", "budget").inner_text() == "1.500.000"


def test_a_cell_is_changed_by_keyboard_and_taken_back(
    chromium: Browser, service: Service, store: Store
) -> None:
    page = service.open(chromium, "/tables/projects", who="Anna")
    cell(page, "Brug", "budget").click()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("2.000.000,50")
    page.keyboard.press("Tab")
    saved(page, "Bewaard: budget van Brug is 2.000.000,5.")
    assert page.locator(":focus").evaluate("one => one.cellIndex") == (
        cell(page, "Brug", "budget").evaluate("one => one.cellIndex + 1")
    )
    assert shown_values(store, "project:brug")["budget"] == 2000000.5
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Delete")
    saved(page, "budget van Brug is leeg")
    assert "budget" not in shown_values(store, "project:brug")
    page.locator("#notice").get_by_role("button", name="Ongedaan maken").click()
    saved(page, "ongedaan gemaakt")
    assert cell(page, "Brug", "budget").inner_text() == "2.000.000,5"
    page.locator("#undo").click()
    page.locator("#undo:disabled").wait_for()
    assert shown_values(store, "project:brug")["budget"] == 1500000


def test_words_are_chosen_and_escape_leaves_all_as_it_was(
    chromium: Browser, service: Service, store: Store
) -> None:
    page = service.open(chromium, ORGANISATIONS, who="Anna")
    before = store.changed(["organisation:beta"])
    cell(page, "Beta", "helix").dblclick()
    page.keyboard.press("Escape")
    cell(page, "Beta", "mkb").click()
    page.keyboard.press("F2")
    page.locator(".editing select").select_option("ja")
    page.keyboard.press("Escape")
    assert cell(page, "Beta", "mkb").inner_text() == ""
    assert store.changed(["organisation:beta"]) == before
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("g")  # the first word that begins so
    page.locator(".editing select").select_option("gemengd")
    page.keyboard.press("Enter")
    saved(page, "helix van Beta is gemengd")
    assert shown_values(store, "organisation:beta")["helix"] == "hybrid"
    cell(page, "Beta", "ook bekend als").dblclick()
    page.keyboard.type("B.V. Beta | bèta")
    page.keyboard.press("Enter")
    saved(page, "ook bekend als van Beta is B.V. Beta | bèta")
    assert shown_values(store, "organisation:beta")["aliases"] == ("B.V. Beta", "bèta")


def test_what_cannot_stand_there_is_said_at_the_cell_and_kept(
    chromium: Browser, service: Service, store: Store
) -> None:
    page = service.open(chromium, "/tables/projects", who="Anna")
    cell(page, "Brug", "eind").dblclick()
    page.keyboard.type("3-10-2016")
    page.keyboard.press("Enter")
    told = page.get_by_role("alert").filter(has_text="2016-10-03")
    assert "Schrijf: 2016-10-03" in told.inner_text()
    field = page.locator(".editing input")
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == "cell-wrong"
    assert field.input_value() == "3-10-2016"
    field.fill("2012")  # the service says that this is before its start
    page.keyboard.press("Enter")
    page.locator(".cell-wrong", has_text="Het einde ligt voor het begin").wait_for()
    assert field.input_value() == "2012"
    field.fill("2017-02")
    page.keyboard.press("Enter")
    saved(page, "eind van Brug is 2017-02")
    cell(page, "Brug", "naam").dblclick()
    page.locator(".editing input").fill(" ")
    page.keyboard.press("Tab")
    page.locator(".cell-wrong", has_text="mag niet leeg zijn").wait_for()
    page.keyboard.press("Escape")
    assert shown_values(store, "project:brug")["name"] == "Brug"


def test_two_editors_at_one_cell_both_see_both_values(
    chromium: Browser, service: Service, store: Store
) -> None:
    anna = service.open(chromium, "/tables/projects", who="Anna")
    bert = service.open(chromium, "/tables/projects", who="Bert")
    cell(anna, "Brug", "begin").dblclick()
    anna.locator(".editing input").fill("2013")
    cell(bert, "Brug", "begin").dblclick()
    bert.locator(".editing input").fill("2015")
    bert.keyboard.press("Enter")
    saved(bert, "begin van Brug is 2015")
    anna.wait_for_timeout(400)  # Bert's change has come by
    assert anna.locator(".editing input").input_value() == "2013"
    anna.keyboard.press("Enter")
    told = anna.locator(".cell-wrong")
    told.get_by_text("Bert heeft deze cel intussen gewijzigd").wait_for()
    assert [told.locator("dd").nth(n).inner_text() for n in range(3)] == ["2014", "2015", "2013"]
    assert shown_values(store, "project:brug")["start"] == "2015"
    told.get_by_role("button", name="Die van mij bewaren").click()
    saved(anna, "begin van Brug is 2013")
    assert shown_values(store, "project:brug")["start"] == "2013"
    cell(bert, "Brug", "begin").filter(has_text="2013").wait_for()


def test_another_cell_of_the_row_may_be_changed_by_somebody_else(
    chromium: Browser, service: Service, store: Store
) -> None:
    anna = service.open(chromium, "/tables/projects", who="Anna")
    bert = service.open(chromium, "/tables/projects", who="Bert")
    cell(anna, "Brug", "begin").dblclick()
    anna.locator(".editing input").fill("2013")
    cell(bert, "Brug", "eind").dblclick()
    bert.keyboard.type("2020")
    bert.keyboard.press("Enter")
    saved(bert, "eind van Brug is 2020")
    anna.keyboard.press("Enter")
    saved(anna, "Bert heeft deze rij intussen gewijzigd")
    assert shown_values(store, "project:brug")["start"] == "2013"
    assert shown_values(store, "project:brug")["end"] == "2020"


def test_a_cell_is_copied_and_pasted(chromium: Browser, service: Service, store: Store) -> None:
    page = service.open(chromium, "/tables/projects", who="Anna")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cell(page, "Brug", "begin").click()
    page.keyboard.press("Control+C")
    cell(page, "Weg", "begin").click()
    page.keyboard.press("Control+V")
    page.locator(".editing input").wait_for()
    page.keyboard.press("Enter")
    saved(page, "begin van Weg is 2014")
    assert shown_values(store, "project:weg")["start"] == "2014"
    page.evaluate("navigator.clipboard.writeText('a\\tb')")
    cell(page, "Weg", "munt").click()
    page.keyboard.press("Control+V")
    saved(page, "Dit zijn meer cellen")


def test_hostile_names_are_only_text(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, f"{ORGANISATIONS}?q=img", who="Anna")
    assert names(page) == [HOSTILE]
    page.locator("#grid tbody input").check()
    page.locator("#delete").click()
    assert HOSTILE in page.locator("#dialog").inner_text()
    assert page.locator("img").count() == 0
    assert "Organisaties" in page.title()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_of_the_screen(chromium: Browser, service: Service, width: int) -> None:
    for path in ("/tables", ORGANISATIONS, "/tables/partner_in"):
        page = service.open(chromium, path, who="Anna", width=width, height=700)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
