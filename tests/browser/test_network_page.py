"""The network page in a real browser, served, and cut off from the rest of the world."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.browser.conftest import Open, serving
from tests.browser.network_page import address, click, go, overlapping, panel, place
from tests.viz.conftest import HOSTILE

from ledwerk.graph.store import Store
from ledwerk.viz import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

ZUYD = "organisation:zuyd-hogeschool"


def test_the_whole_led_network_is_on_the_screen_at_once(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    nodes = page.evaluate("ledwerk.view.current().nodes.map(node => node.id)")
    assert len(nodes) > 100
    frame = page.locator("#network").bounding_box()
    assert frame is not None
    assert frame["width"] * frame["height"] > 0.8 * 1600 * 1000
    for node in nodes:
        x, y = place(page, node)
        assert frame["x"] < x < frame["x"] + frame["width"], node
        assert frame["y"] < y < frame["y"] + frame["height"], node


@pytest.mark.parametrize(
    "state",
    [
        "",
        "layout=columns",
        "layout=map",
        "most=40",
        "group=sector",
        "group=helix",
        "gaps=sme~campus",
    ],
)
def test_no_two_labels_lie_over_each_other(open_page: Open, led_service: str, state: str) -> None:
    page = open_page(f"{led_service}/?{state}")
    assert page.evaluate("ledwerk.view.current().nodes.length") > 1
    assert overlapping(page) == []


def test_labels_are_large_enough_for_a_projector(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    smallest = page.evaluate(
        "Math.min(...ledwerk.view.current().nodes.map(node => node.font.size))"
    )
    assert smallest * page.evaluate("ledwerk.network.getScale()") > 8


def test_a_click_on_a_mark_shows_its_facts_and_sources(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    click(page, "programme:brightlands-innovation-factory")
    told = panel(page)
    assert told.startswith("Brightlands Innovation Factory")
    assert "Maastricht University" in told
    assert "bronnen" in told.lower()
    assert "regel" in told
    assert address(page) == "selected=programme%3Abrightlands-innovation-factory"


def test_others_hear_of_the_panel_and_of_each_view(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.evaluate("""() => {
      window.heard = [];
      document.addEventListener("ledwerk:panel", ({ detail }) => heard.push(detail.fact.name));
      document.addEventListener("ledwerk:view", ({ detail }) => heard.push(detail.address));
    }""")
    page.evaluate("ledwerk.view.select('organisation:beta').then(() => null)")
    page.wait_for_function("() => heard.length === 2")
    assert page.evaluate("heard") == ["selected=organisation%3Abeta", "Beta"]


def test_choosing_lights_up_the_neighbours(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    click(page, "project:brug")
    panel(page)
    lit = page.evaluate("[...ledwerk.light.shown().marks].sort()")
    assert "organisation:alfa" in lit
    assert "municipality:grootdorp" not in lit


def test_a_link_opens_the_same_view(open_page: Open, led_service: str) -> None:
    first = open_page(led_service)
    go(first, f"helix=industry&helix=knowledge&focus={ZUYD}&steps=2&selected={ZUYD}")
    second = open_page(first.url)
    same = "[ledwerk.view.address(), ledwerk.view.current()]"
    assert second.evaluate(same) == first.evaluate(same)
    assert panel(second).startswith("Zuyd Hogeschool")
    assert second.locator("#chips").inner_text() == first.locator("#chips").inner_text()


def test_a_link_can_be_copied(open_page: Open, small_service: str) -> None:
    page = open_page(small_service, permissions=["clipboard-read", "clipboard-write"])
    go(page, "focus=organisation:alfa")
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name="Link kopiëren").click()
    page.wait_for_selector("#copy:has-text('klembord')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{small_service}/?focus=organisation%3Aalfa&lang=nl"


def test_where_a_page_may_not_copy_the_link_is_shown(open_page: Open, small_service: str) -> None:
    """Over plain http, as in a room's own network, there is no clipboard."""
    page = open_page(small_service)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Meer", exact=True).click()
    page.get_by_role("button", name="Link kopiëren").click()
    shown = page.get_by_label("Kopieer deze link:").input_value()
    assert shown == f"{small_service}/?lang=nl"


def _step(page: Page, how: str) -> None:
    if how == "button":
        page.get_by_role("button", name="Stap terug").click()
    elif how == "keys":
        page.keyboard.press("Control+z")
    else:
        page.go_back()


@pytest.mark.parametrize("how", ["button", "keys", "browser"])
def test_every_step_can_be_undone(open_page: Open, led_service: str, how: str) -> None:
    page = open_page(led_service)
    seen = [address(page)]
    for step in ("layout=columns", "layout=columns&helix=industry", f"focus={ZUYD}&size=degree"):
        go(page, step)
        seen.append(address(page))
    page.evaluate("id => ledwerk.view.select(id).then(() => null)", ZUYD)
    assert len(set(seen)) == 4
    for expected in reversed(seen):
        _step(page, how)
        page.wait_for_function("wanted => ledwerk.view.address() === wanted", arg=expected)
    assert page.locator("#undo").is_disabled()
    page.get_by_role("button", name="Stap vooruit").click()
    page.wait_for_function("wanted => ledwerk.view.address() === wanted", arg=seen[1])


def test_a_step_after_undo_makes_another_future(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    go(page, "helix=industry")
    page.locator("#undo").click()
    page.wait_for_function("() => ledwerk.view.address() === ''")
    go(page, "helix=knowledge")
    assert page.locator("#redo").is_disabled()


def test_what_goes_wrong_is_said_and_the_old_view_stays(
    open_page: Open, small_service: str
) -> None:
    page = open_page(small_service, expected=["400"])
    go(page, "helix=industry")
    before = page.evaluate("JSON.stringify(ledwerk.view.current())")
    go(page, "strength=veel")
    assert "strength" in page.locator("#trouble").inner_text()
    assert "vorige beeld" in page.locator("#trouble").inner_text()
    assert page.evaluate("JSON.stringify(ledwerk.view.current())") == before
    assert address(page) == "helix=industry"
    page.locator("#trouble button").click()
    assert page.locator("#trouble").is_hidden()


def test_while_the_service_reckons_it_is_asked_again(open_page: Open, small_service: str) -> None:
    page = open_page(small_service, expected=["503"])
    answers = iter([503, 503])
    said: list[str] = []

    def busy(route: Route) -> None:
        status = next(answers, None)
        if status is None:
            said.append(page.locator("#busy").inner_text())
            route.continue_()
            return
        body = '{"errors": [{"message": "this is still being reckoned"}]}'
        route.fulfill(status=status, body=body, headers={"retry-after": "1"})

    page.route("**/view.json*", busy)
    go(page, "helix=industry")
    assert said == ["Er wordt nog gerekend; het beeld komt vanzelf."]
    assert address(page) == "helix=industry"
    assert page.locator("#busy").is_hidden()
    assert page.locator("#trouble").is_hidden()


def test_only_the_last_of_quick_changes_is_shown(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.evaluate("""() => Promise.all([
      ledwerk.view.change({ helix: ["industry"] }), ledwerk.view.change({ layout: "columns" }),
    ]).then(() => null)""")
    assert address(page) == "layout=columns&helix=industry"
    page.go_back()
    page.wait_for_function("() => ledwerk.view.address() === ''")


def test_hostile_names_are_only_text(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.evaluate("ledwerk.view.select('organisation:hostile').then(() => null)")
    assert panel(page).startswith(HOSTILE)
    page.locator("#query").fill("img")
    page.wait_for_selector("#found [role=option]")
    assert HOSTILE in page.locator("#found").inner_text()
    page.keyboard.press("Escape")
    page.locator("#table-toggle").click()
    assert HOSTILE in page.locator("#table").inner_text()
    go(page, "focus=organisation:hostile")
    assert HOSTILE in page.locator("#chips").inner_text()
    assert page.locator("img").count() == 0
    assert "broken" not in page.title().split()


def test_the_other_language_shows_the_same_view(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    go(page, "focus=organisation:alfa&steps=2")
    with page.expect_navigation():
        page.locator("#language").click()
    page.wait_for_function("() => document.body.dataset.ready === 'true'")
    assert page.locator("h1").inner_text() == "Who works with whom?"
    assert address(page) == "focus=organisation%3Aalfa&steps=2"
    assert "around Alfa, 2 steps" in page.locator("#chips").inner_text()


def test_an_empty_network_says_how_to_begin(open_page: Open, store: Store) -> None:
    with serving(store) as address:
        page = open_page(address)
        assert (
            page.locator("#empty").inner_text()
            == "Er is nog niets geladen. Begin met: ledwerk load MAP"
        )
        assert page.get_by_role("button", name="Filters").is_visible()


def test_filters_that_leave_nothing_say_so(open_page: Open, small_service: str) -> None:
    page = open_page(f"{small_service}/?since=2090&until=2091&helix=industry&kind=bank")
    assert page.locator("#empty").inner_text() == "Met deze filters blijft er niets over."
    page.get_by_role("button", name="Alles wissen").first.click()
    page.wait_for_function("() => ledwerk.view.current().nodes.length > 5")


def test_a_page_without_its_view_asks_for_it(chromium: Browser, small_service: str) -> None:
    """As it is sent while the first view is still being reckoned."""
    page = chromium.new_page()
    body = render.page(None, None, "nl")
    page.route(
        f"{small_service}/?helix=industry",
        lambda route: route.fulfill(body=body, content_type="text/html"),
    )
    page.goto(f"{small_service}/?helix=industry")
    page.wait_for_function("() => document.body.dataset.ready === 'true'")
    assert address(page) == "helix=industry"
    page.get_by_role("button", name="Filters").click()
    page.locator("#filters summary", has_text="Soort").wait_for()
    page.close()
