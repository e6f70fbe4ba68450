"""The network page in a real browser, cut off from the network."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.conftest import ORIGIN, Open
from tests.viz.conftest import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PLACE = """id => {
  const at = ledwerk.network.getPosition(id);
  const dom = ledwerk.network.canvasToDOM(at);
  const box = document.getElementById("network").getBoundingClientRect();
  return [box.left + dom.x, box.top + dom.y];
}"""
BOXES = """() => ledwerk.view.nodes.map(node => ({
  id: node.id, ...ledwerk.network.getBoundingBox(node.id)
}))"""


def click(page: Page, node: str) -> None:
    page.mouse.click(*page.evaluate(PLACE, node))


def panel(page: Page) -> str:
    return page.locator("#facts").inner_text()


def test_the_whole_led_network_is_on_the_screen_at_once(open_page: Open, led_file: str) -> None:
    page = open_page(led_file)
    assert page.evaluate("ledwerk.view.nodes.length") > 100
    frame = page.locator("#network").bounding_box()
    assert frame is not None
    for node in page.evaluate("ledwerk.view.nodes.map(node => node.id)"):
        x, y = page.evaluate(PLACE, node)
        assert frame["x"] < x < frame["x"] + frame["width"], node
        assert frame["y"] < y < frame["y"] + frame["height"], node


def test_no_two_labels_lie_over_each_other(open_page: Open, led_file: str) -> None:
    boxes: list[dict[str, Any]] = open_page(led_file).evaluate(BOXES)
    hits = [
        (a["id"], b["id"])
        for a, b in combinations(boxes, 2)
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > 2
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 2
    ]
    assert hits == []


def test_labels_are_large_enough_for_a_projector(open_page: Open, led_file: str) -> None:
    page = open_page(led_file)
    smallest = page.evaluate("Math.min(...ledwerk.view.nodes.map(node => node.font.size))")
    assert smallest * page.evaluate("ledwerk.network.getScale()") > 9


def test_a_click_on_a_node_shows_its_facts_and_sources(open_page: Open, led_file: str) -> None:
    page = open_page(led_file)
    click(page, "programme:brightlands-innovation-factory")
    page.wait_for_selector("#panel:visible")
    told = panel(page)
    assert told.startswith("Brightlands Innovation Factory")
    assert "Maastricht University" in told
    assert "Bronnen" in told
    assert "regel" in told
    assert page.evaluate("ledwerk.network.getSelectedNodes()") == [
        "programme:brightlands-innovation-factory"
    ]


def test_typing_a_name_finds_and_selects_a_node(open_page: Open, led_file: str) -> None:
    page = open_page(led_file)
    page.locator("#query").press_sequentially("zuyd hog")
    assert page.locator("#found [role=option]").first.inner_text().startswith("Zuyd Hogeschool")
    page.keyboard.press("Enter")
    assert panel(page).startswith("Zuyd Hogeschool")
    assert page.evaluate("ledwerk.network.getSelectedNodes()") == ["organisation:zuyd-hogeschool"]
    assert page.evaluate("document.activeElement.textContent") == "Zuyd Hogeschool"
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.id") == "query"


def test_people_and_boards_are_found_too(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.locator("#query").press_sequentially("ank")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert panel(page).startswith("An Ank")
    page.locator("#facts button", has_text="Raad").click()
    assert panel(page).startswith("Raad")


def test_search_looks_at_other_names_and_says_when_there_is_none(
    open_page: Open, small_file: str
) -> None:
    page = open_page(small_file)
    page.locator("#query").fill("a-1")
    assert page.locator("#found").inner_text().startswith("Alfa")
    page.locator("#query").fill("zzz")
    assert page.locator("#found").inner_text() == "Niets gevonden"


def test_everything_can_be_reached_by_keyboard(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.locator("#all summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert page.locator("#all button").count() == page.evaluate(
        "Object.keys(ledwerk.view.facts).length"
    )


def test_hovering_lights_up_the_neighbours(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.mouse.move(*page.evaluate(PLACE, "project:brug"))
    page.wait_for_function(
        "ledwerk.network.body.data.nodes.get('municipality:grootdorp').opacity < 0.5"
    )
    assert page.evaluate("ledwerk.network.body.data.nodes.get('organisation:alfa').opacity") == 1


def test_hostile_names_are_only_text(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    assert page.evaluate("ledwerk.select('organisation:hostile')") is True
    assert page.locator("#facts h2").inner_text() == HOSTILE
    page.locator("#query").fill("img")
    assert HOSTILE in page.locator("#found").inner_text()
    assert page.locator("img").count() == 0
    assert page.title() != "broken"


def test_the_served_page_works_under_a_strict_policy(
    open_page: Open, small_served: dict[str, Any]
) -> None:
    page = open_page(f"{ORIGIN}/", served=small_served)
    click(page, "project:brug")
    page.wait_for_selector("#panel:visible")
    assert panel(page).startswith("Brug")
    with page.expect_navigation():
        page.locator("nav a[hreflang=en]").click()
    page.wait_for_function("document.body.dataset.ready === 'true'")
    assert page.locator("h1").inner_text() == "Who works with whom?"


@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 800), (1280, 720)])
def test_nothing_sticks_out_of_the_screen(
    open_page: Open, small_file: str, width: int, height: int
) -> None:
    page = open_page(small_file, width=width, height=height)
    page.evaluate("ledwerk.select('organisation:hostile')")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#close").is_visible()
