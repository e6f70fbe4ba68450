"""The network page as one file, opened without any network: what a file can do by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.conftest import Open, view_of
from tests.browser.network_page import address, click, go, overlapping, panel
from tests.viz.conftest import HOSTILE

from ledwerk.graph.store import Store
from ledwerk.viz.state import ViewState, address_of

pytestmark = pytest.mark.browser

ALFA = "organisation:alfa"


def test_a_file_shows_its_network_at_once(open_page: Open, led_file: str) -> None:
    page = open_page(led_file)
    assert page.evaluate("ledwerk.view.current().nodes.length") > 100
    assert overlapping(page) == []
    click(page, "programme:brightlands-innovation-factory")
    assert "Maastricht University" in panel(page)
    assert "regel" in panel(page)


def test_a_file_is_no_larger_than_it_must_be(led_file: str) -> None:
    assert Path(led_file.removeprefix("file://")).stat().st_size <= 900_000


def test_names_are_found_in_a_file(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.locator("#query").press_sequentially("ank")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert panel(page).startswith("An Ank")
    page.locator("#facts button", has_text="Raad").click()
    page.wait_for_selector("#facts h2:has-text('Raad')")
    page.locator("#query").fill("a-1")
    assert page.locator("#found").inner_text().startswith("Alfa")
    page.locator("#query").fill("zzz")
    assert page.locator("#found").inner_text() == "Niets gevonden"


def test_a_file_filters_by_helix_and_kind(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.get_by_role("button", name="Filters").click()
    page.locator("#filters summary", has_text="Soort").click()
    page.locator("#filters label", has_text="project").first.click()
    page.wait_for_function("() => ledwerk.view.address() === 'kind=Project'")
    kinds = page.evaluate("[...new Set(ledwerk.view.current().nodes.map(node => node.kind))]")
    assert kinds == ["Project"]
    page.get_by_role("button", name="Verwijder: Soort: project").click()
    page.wait_for_function("() => ledwerk.view.address() === ''")


def test_focus_in_a_file_shows_what_is_so_many_steps_away(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    ids = "ledwerk.view.current().nodes.map(node => node.id).sort()"
    page.evaluate("id => ledwerk.view.select(id).then(() => null)", ALFA)
    page.get_by_role("button", name="1 stap").click()
    page.wait_for_function("() => ledwerk.view.state().focus !== ''")
    near = ["organisation:beta", "campus:campus-noord", "group:de-scholen", "project:brug"]
    assert page.evaluate(ids) == sorted([ALFA, *near])
    page.get_by_role("button", name="2 stappen").click()
    page.wait_for_function("() => ledwerk.view.state().steps === 2")
    assert page.evaluate(ids) == sorted([ALFA, *near])


FOCI = (
    "organisation:zuyd-hogeschool",
    "organisation:dsm",
    "organisation:kiss-engineering",
    "campus:brightlands-chemelot-campus",
    "municipality:gemeente-vaals",
    "group:gemeenten",
    "programme:programma-2016-2020",
    "project:4ehealth",
)


def test_steps_in_a_file_are_those_of_the_service(
    open_page: Open, led: Store, led_file: str
) -> None:
    page = open_page(led_file)
    ask = """(address) => ledwerk.file.drawn(ledwerk.view.stateOf(address))
      .then(found => found.nodes.map(node => node.id).sort())"""
    drawn = {mark.id for mark in view_of(led, "nl").marks}
    asked = [one for one in FOCI if one in drawn]
    assert len(asked) > 5
    for focus in asked:
        for steps in (1, 2, 3):
            state = ViewState(focus=focus, steps=steps)
            marks = sorted(mark.id for mark in view_of(led, "nl", state).marks)
            assert page.evaluate(ask, address_of(state)) == marks, (focus, steps)


def test_a_path_in_a_file_is_the_shortest_over_drawn_ties(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    go(page, f"source={ALFA}&target=municipality:grootdorp")
    lit = page.evaluate(
        "ledwerk.view.current().nodes.filter(node => node.lit).map(node => node.id).sort()"
    )
    assert lit == sorted(
        [ALFA, "project:brug", "programme:bouwen", "project:weg", "municipality:grootdorp"]
    )
    assert len(page.evaluate("ledwerk.view.current().edges.filter(edge => edge.lit)")) == 4


def test_the_address_of_a_file_is_its_view(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    go(page, f"focus={ALFA}")
    again = open_page(page.url)
    assert address(again) == "focus=organisation%3Aalfa"
    page.get_by_role("button", name="Stap terug").click()
    page.wait_for_function("() => ledwerk.view.address() === ''")


def test_what_needs_a_service_is_not_in_a_file(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.get_by_role("button", name="Meer").click()
    shown = page.locator("#more").inner_text()
    assert "Toetsen" in shown
    assert (
        "Downloaden" not in shown.replace("\n", " ") or not page.locator("#downloads").is_visible()
    )
    for name in ("Inloggen", "Link kopiëren"):
        assert page.get_by_role("button", name=name).count() == 0
    assert page.get_by_role("link").count() == 0 or not page.locator("nav.pages").is_visible()


def test_hostile_names_are_only_text_in_a_file(open_page: Open, small_file: str) -> None:
    page = open_page(small_file)
    page.evaluate("ledwerk.view.select('organisation:hostile').then(() => null)")
    assert panel(page).startswith(HOSTILE)
    assert page.locator("img").count() == 0
    assert "broken" not in page.title().split()


def test_several_views_in_one_file_can_be_gone_to(open_page: Open, views_file: str) -> None:
    page = open_page(views_file)
    whole = page.evaluate("ledwerk.view.current().nodes.length")
    page.get_by_role("button", name="Meer").click()
    page.locator("#baked button").nth(1).click()
    page.wait_for_function("() => ledwerk.view.state().focus !== ''")
    assert page.evaluate("ledwerk.view.current().nodes.length") < whole


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_of_a_file_sticks_out_of_the_screen(
    open_page: Open, small_file: str, width: int
) -> None:
    page = open_page(small_file, width=width, height=700)
    page.evaluate("ledwerk.view.select('organisation:hostile').then(() => null)")
    panel(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#close").is_visible()
