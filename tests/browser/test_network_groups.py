"""Groups that open in place, gaps with who could introduce, and changes that come in while one looks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.browser.conftest import Open, serving
from tests.browser.network_page import address, click, go, overlapping, panel, place, until
from tests.viz.conftest import tables

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.browser

GROUPED = "most=40"
LARGEST = """() => ledwerk.view.current().nodes.filter(node => node.members > 1)
  .sort((a, b) => b.members - a.members)[0].id"""


@pytest.fixture
def changing(tmp_path: Path) -> Iterator[tuple[str, Callable[[str], None]]]:
    """A service with the small network, and what loads another organisation into its store."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps({"name": "mini"}), encoding="utf-8")
    address = f"sqlite:{tmp_path / 'changing.sqlite'}"

    def write(store: Store, extra: str = "") -> None:
        for name, text in tables().items():
            lines = text + (
                f"organisation:nieuw,{extra},industry,,,,,Het boek\n"
                if name == "organisations" and extra
                else ""
            )
            lines += (
                "organisation:nieuw,Brug,,,Het boek\n" if name == "partner_in" and extra else ""
            )
            (folder / f"{name}.csv").write_text(lines, encoding="utf-8")
        load(store, check(MODEL, folder, store))

    def add(name: str) -> None:
        def loaded() -> None:
            store = open_store(address)  # another process would do the same
            write(store, name)
            store.close()

        with ThreadPoolExecutor(1) as pool:
            pool.submit(loaded).result()

    store = open_store(address)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(write, store).result()
    with serving(store) as url:
        yield url, add
    store.close()


def test_a_group_opens_where_it_stands_and_closes_again(open_page: Open, led_service: str) -> None:
    page = open_page(f"{led_service}/?{GROUPED}")
    group = page.evaluate(LARGEST)
    click(page, group)
    assert "leden" in panel(page)
    page.get_by_role("button", name="Groep openen").first.click()
    until(page, "() => ledwerk.view.state().open.length === 1")
    assert page.evaluate("ledwerk.view.state().open") == [group]
    assert group not in page.evaluate("ledwerk.view.current().nodes.map(node => node.id)")
    assert overlapping(page) == []
    assert page.evaluate("ledwerk.view.current().regions.some(region => region.closes)")
    page.locator("#closers button").first.click()
    until(page, "() => ledwerk.view.state().open.length === 0")


def test_a_double_click_opens_a_group(open_page: Open, led_service: str) -> None:
    page = open_page(f"{led_service}/?{GROUPED}", reduced_motion="reduce")
    page.mouse.dblclick(*place(page, page.evaluate(LARGEST)))
    until(page, "() => ledwerk.view.state().open.length === 1")


def test_zooming_far_into_a_group_opens_it(open_page: Open, led_service: str) -> None:
    page = open_page(f"{led_service}/?{GROUPED}", reduced_motion="reduce")
    group = page.evaluate(LARGEST)
    page.mouse.move(*place(page, group))
    for _ in range(12):
        page.mouse.wheel(0, -240)
        page.wait_for_timeout(30)
    until(page, "() => ledwerk.view.state().open.length === 1")


def test_groups_are_opened_and_closed_from_the_table(open_page: Open, led_service: str) -> None:
    page = open_page(f"{led_service}/?{GROUPED}")
    page.keyboard.press("t")
    page.get_by_role("table", name="Punten").get_by_role("button", name="Groep openen").first.press(
        "Enter"
    )
    until(page, "() => ledwerk.view.state().open.length === 1")
    page.locator("#table").get_by_role("button", name="Sluit de groep").first.press("Enter")
    until(page, "() => ledwerk.view.state().open.length === 0")


def test_a_gap_says_who_lacks_whom_and_who_could_introduce(
    open_page: Open, led_service: str
) -> None:
    page = open_page(f"{led_service}/?gaps=sme~campus")
    gap = page.evaluate("ledwerk.view.current().edges.find(edge => edge.gap)")
    page.keyboard.press("t")
    names = page.evaluate("gap => [gap.from, gap.to].map(id => ledwerk.picture.mark(id).name)", gap)
    page.get_by_role("button", name=f"Kies de verbinding {names[0]} – {names[1]}").press("Enter")
    page.wait_for_selector("#facts:has-text('voorstellen')")
    told = panel(page)
    assert told.startswith(f"{names[0]} mist {names[1]}.")
    link = page.get_by_role("link", name="Afspraak maken via").first.get_attribute("href")
    assert link is not None
    for part in ("/agreements?from=organisation%3A", "&to=", "&via="):
        assert part in link
    lit = page.evaluate("[...ledwerk.light.shown().marks]")
    assert {gap["from"], gap["to"]} < set(lit)


def test_what_comes_into_the_graph_comes_into_the_picture(
    open_page: Open, changing: tuple[str, Callable[[str], None]]
) -> None:
    url, add = changing
    page = open_page(url)
    page.evaluate("ledwerk.network.moveTo({ scale: 2, position: { x: 10, y: 20 } })")
    seen = page.evaluate("[ledwerk.network.getScale(), ledwerk.network.getViewPosition()]")
    page.wait_for_function("() => document.body.dataset.link === 'there'")
    add("<b>Nieuwkomer</b>")
    until(page, "() => ledwerk.view.current().nodes.some(node => node.id === 'organisation:nieuw')")
    assert page.evaluate("[...ledwerk.light.young()]") == ["organisation:nieuw"]
    assert page.evaluate("[ledwerk.network.getScale(), ledwerk.network.getViewPosition()]") == seen
    page.wait_for_selector("#said:has-text('<b>Nieuwkomer</b>')", state="attached")
    assert address(page) == ""
    go(page, "helix=industry")
    assert page.locator("#undo").is_enabled()
