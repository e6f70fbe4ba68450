"""The report in a real browser, cut off from the network: nothing refused, nothing cut off."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ledwerk.graph.analysis.evidence import evidence_of
from ledwerk.graph.analysis.findings import findings
from ledwerk.graph.analysis.findings_steps import Sampling
from ledwerk.graph.network import network_of
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL
from ledwerk.viz.report import report
from ledwerk.viz.report_page import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

OUTSIDE = """() => [...document.querySelectorAll("svg")].flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
  }).map(text => text.textContent);
})"""
OVER = """() => [...document.querySelectorAll("svg")].flatMap(svg => {
  const boxes = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], at) => boxes.slice(at + 1).filter(([, b]) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3).map(([two]) => `${one} / ${two}`));
})"""


def _made(store: Store, lang: str) -> str:
    network = network_of(asyncio.run(store.network()))
    evidence = evidence_of(MODEL, store)
    found = findings(network, sampling=Sampling(None, 5, None, 1), since=evidence.newest or None)
    return page(report(found, evidence, lang))


@pytest.fixture(scope="module", params=["nl", "en"])
def led_page(
    request: pytest.FixtureRequest,
    led: Store,
    chromium: Browser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Page:
    """The page of LED, opened; nothing may be asked for or refused while it is."""
    with ThreadPoolExecutor(1) as pool:  # this thread is the browser's
        text = pool.submit(_made, led, request.param).result()
    file: Path = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(text, encoding="utf-8")
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    context.set_offline(True)
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("console", lambda one: wrong.append(one.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("request", lambda one: wrong.append(one.url) if one.url != file.as_uri() else None)
    opened.goto(file.as_uri())
    assert wrong == []
    return opened


def test_its_style_is_let_in_by_its_own_policy(led_page: Page) -> None:
    shown = led_page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth")
    assert shown not in {"none", ""}


def test_no_word_of_a_drawing_is_cut_off_or_lies_over_another(led_page: Page) -> None:
    assert led_page.evaluate(OUTSIDE) == []
    assert led_page.evaluate(OVER) == []


@pytest.mark.parametrize("width", [1200, 800, 380])
def test_nothing_is_wider_than_the_screen(led_page: Page, width: int) -> None:
    led_page.set_viewport_size({"width": width, "height": 900})
    assert led_page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_table_fits_on_paper(led_page: Page) -> None:
    """A4 less its margins is 184 mm wide: 695 pixels."""
    led_page.emulate_media(media="print")
    led_page.set_viewport_size({"width": 695, "height": 900})
    wide = """() => [...document.querySelectorAll("table, svg")].filter(
      one => one.getBoundingClientRect().right > 696).map(one => one.id || one.textContent.slice(0, 40))"""
    assert led_page.evaluate(wide) == []
    led_page.emulate_media(media="screen")
    led_page.set_viewport_size({"width": 1200, "height": 900})
