"""A picture in a real browser, cut off from the network: its letters stay where they were meant."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.viz.conftest import HOSTILE

from ledwerk.graph.store import Store
from ledwerk.viz.pictures import picture
from ledwerk.viz.state import state_of
from ledwerk.viz.view import View, network_view

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Show = Callable[..., "Page"]
# What sticks out of the sheet, and words that are wider than the box they stand in.
STICKING = """() => {
  const box = document.documentElement.viewBox.baseVal;
  return [...document.querySelectorAll("text, path")].filter((one) => {
    const { x, y, width, height } = one.getBBox();
    return x < -1 || y < -1 || x + width > box.width + 1 || y + height > box.height + 1;
  }).map((one) => one.outerHTML.slice(0, 120));
}"""
TOO_WIDE = """() => [...document.querySelectorAll("[data-id]")].filter((mark) => {
  const shape = [...mark.querySelectorAll("path")].pop().getBBox();
  return [...mark.querySelectorAll("text:not([paint-order])")].some((text) => {
    const { x, width } = text.getBBox();
    return x < shape.x || x + width > shape.x + shape.width;
  });
}).map((mark) => mark.dataset.id)"""
LABELS = """() => [...document.querySelectorAll("[data-id]")].map((mark) => {
  const boxes = [...mark.querySelectorAll("text")].map((text) => text.getBBox());
  return [Math.min(...boxes.map((b) => b.x)), Math.min(...boxes.map((b) => b.y)),
    Math.max(...boxes.map((b) => b.x + b.width)), Math.max(...boxes.map((b) => b.y + b.height))];
})"""


def view_of(store: Store, query: str = "") -> View:
    """A view made in another thread: this one is the browser's."""
    with ThreadPoolExecutor(1) as pool:
        making = network_view(store, state=state_of(query), facts=False)
        return pool.submit(lambda: asyncio.run(making)).result()


@pytest.fixture
def show(chromium: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens the picture of a view; its end checks that nothing was asked for and nothing failed."""
    wrong: list[str] = []
    context = chromium.new_context(offline=True, viewport={"width": 1600, "height": 1130})

    def shown(store: Store, query: str = "") -> Page:
        file = tmp_path / "picture.svg"
        file.write_bytes(picture("svg", view_of(store, query)))
        page = context.new_page()
        page.on("request", lambda one: wrong.append(one.url))
        page.on("console", lambda one: wrong.append(one.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(file.as_uri())
        assert wrong == [file.as_uri()]
        wrong.clear()
        return page

    yield shown
    context.close()
    assert wrong == []


@pytest.mark.parametrize("query", ["", "layout=columns", "gaps=sme~campus", "group=helix"])
def test_words_fit_where_they_stand(show: Show, led: Store, query: str) -> None:
    page = show(led, query)
    assert page.evaluate(STICKING) == []
    assert page.evaluate(TOO_WIDE) == []


def test_names_do_not_lie_over_each_other(show: Show, led: Store) -> None:
    boxes: list[list[float]] = show(led).evaluate(LABELS)
    hits = [
        (a, b)
        for number, a in enumerate(boxes)
        for b in boxes[:number]
        # The height of a line is more than that of its letters.
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 3
    ]
    assert hits == []


def test_a_screen_reader_hears_every_mark_and_hostile_names_are_text(
    show: Show, small_store: Store
) -> None:
    page = show(small_store)
    session = page.context.new_cdp_session(page)
    nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
    names = {node["name"]["value"] for node in nodes if node.get("name")}
    assert "Wie werkt met wie?" in names
    for mark in view_of(small_store).marks:
        assert any(name.startswith(f"{mark.name}, ") for name in names), mark
    assert any(name.startswith("Alfa – Brug: ") for name in names)
    lines = page.evaluate("[...document.querySelectorAll('text')].map((one) => one.textContent)")
    assert HOSTILE in " ".join(lines)
    assert page.evaluate("document.querySelectorAll('img, script, foreignObject').length") == 0
