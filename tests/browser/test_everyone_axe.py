"""Every page, light and dark, Dutch and English, on a phone and on a wall: axe-core finds nothing,
nothing is scrolled sideways, and what is pressed is large enough to be hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.browser.everyone import AXE, Everything, everything
from tests.conftest import missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
LEAST = 24  # CSS pixels, by WCAG 2.2's target size
UNSCRIPTED = ("?layout=nowhere", "join", "workshop/report")  # there at once
# In the two languages together every theme is looked at in every width.
LOOKS = {"nl": (("light", 360), ("dark", 1600)), "en": (("light", 1600), ("dark", 360))}
# What is pressed and smaller: links within a sentence are left out, as the criterion does.
SMALL = """least => [...document.querySelectorAll(
    "button, input, select, textarea, summary, [role=button], nav a, .buttons a")]
  .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map(one => [one, one.closest("label") || one])
  .map(([one, hit]) => [one, hit.getBoundingClientRect()])
  .filter(([one, box]) => box.width > 1 && box.height > 1 && !one.closest(".unseen, .put-away"))
  .filter(([one, box]) => Math.min(box.width, box.height) < least - 0.5)
  .map(([one, box]) => `${one.outerHTML.slice(0, 120)} ${box.width} × ${box.height}`)"""


@pytest.fixture(scope="module")
def place(
    chromium: Browser,  # noqa: ARG001 - it ends after the service, whose pages it shows
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Everything]:
    if not AXE.exists():
        missing("axe-core is not installed; npm ci in tests/http")
    with everything(tmp_path_factory.mktemp("everyone")) as made:
        yield made


@pytest.fixture(scope="module")
def page(place: Everything, chromium: Browser) -> Iterator[Page]:
    made = place.signed_in(chromium)
    yield made
    made.context.close()


def wrong(page: Page) -> list[str]:
    """What axe-core finds, where pages are scrolled sideways, and what is too small to hit."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run({ runOnly: tags })", TAGS)["violations"]
    told = [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]
    small = page.evaluate(SMALL, LEAST)
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*told, *(f"small: {one}" for one in small), *([f"{wide} px wider"] if wide > 0 else [])]


def shapes() -> list[int]:
    return list(range(24))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("number", shapes())
def test_nothing_stands_in_anybodys_way(
    place: Everything, page: Page, number: int, lang: str
) -> None:
    address = place.pages()[number]
    page.set_viewport_size({"width": 1600, "height": 900})
    page.goto(f"{place.room.address}{address}{'&' if '?' in address else '?'}lang={lang}")
    page.wait_for_selector("body[data-ready=true]" if address not in UNSCRIPTED else "main h1")
    assert page.evaluate("document.documentElement.lang") == lang
    found = []
    for theme, width in LOOKS[lang]:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        found += [f"{theme} {width}: {one}" for one in wrong(page)]
    assert found == []


def test_the_checks_find_what_stands_in_the_way(page: Page) -> None:
    page.goto("about:blank")
    page.set_content(
        "<html><body><main><img src='data:,'><button style='width:9px;padding:0'>x</button>"
        "<p style='width:4000px;color:#ccc;background:#fff'>pale</p></main></body></html>"
    )
    found = " ".join(wrong(page))
    for word in ("image-alt", "html-has-lang", "color-contrast", "small: ", "px wider"):
        assert word in found


def test_every_page_is_there(place: Everything) -> None:
    assert len(place.pages()) == len(shapes())
