"""Stories in a real browser: saved, edited by keyboard, played, and played from a file offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.api.test_agreements import SCHOOL, TABLES
from tests.browser.conftest import Open
from tests.browser.tables_service import Service, running
from tests.viz.conftest import HOSTILE

from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STEPS = (
    ("", "Het hele netwerk", "Wie er zijn."),
    (f"focus={SCHOOL}", "Rond de school", "Zij kent\nde campus."),
    ("layout=columns", HOSTILE, HOSTILE),
)


@pytest.fixture(scope="module")
def service(
    chromium: Browser,  # noqa: ARG001 - it ends after the service, whose pages it shows
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    folder: Path = tmp_path_factory.mktemp("stories")
    (folder / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{folder / 'store.sqlite'}")
    load(store, check(MODEL, folder, store))
    with running(store, folder) as made:
        yield made
    store.close()


@pytest.fixture(scope="module")
def story(service: Service, chromium: Browser) -> str:
    """The id of a story with three views, made as people do."""
    page = service.open(chromium, "/stories?add=", who="Anna")
    for number, (address, title, text) in enumerate(STEPS):
        if number:
            page.goto(f"{service.address}/stories?add={address.replace('=', '%3D')}")
        page.locator("body[data-ready=true]").wait_for()
        if not number:
            page.locator("#story-title").fill("Van gat naar afspraak")
        page.locator("#step-title").fill(title)
        page.locator("#step-text").fill(text)
        page.locator("#step-text").press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/edit?*")
    assert page.locator(".step").count() == 3
    return page.url.split("/")[-2]


def titles(page: Page) -> list[str]:
    found: list[str] = page.locator(".step input").evaluate_all("all => all.map(one => one.value)")
    return found


def at(page: Page, number: int) -> None:
    """Waits until the story is at a step, and its view is shown."""
    page.locator(".story-at", has_text=f"{number} / 3").wait_for()
    address = STEPS[number - 1][0].replace(":", "%3A")
    page.wait_for_function(f"() => ledwerk.view.address() === {address!r}")


def test_a_story_is_edited_by_keyboard_and_every_change_can_be_undone(
    service: Service, chromium: Browser, story: str
) -> None:
    page = service.open(chromium, f"/stories/{story}/edit", who="Anna")
    page.locator(".step input").first.wait_for()
    before = titles(page)
    page.locator("button.down").first.focus()
    page.keyboard.press("Enter")
    assert titles(page) == [before[1], before[0], before[2]]
    # The focus went along with the view that was moved.
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('.step')[1]"
    )
    page.locator("button.remove").first.focus()
    page.keyboard.press("Enter")
    assert titles(page) == [before[0], before[2]]
    page.locator("#title").fill("Iets anders")
    page.locator("#title").press("Tab")
    for _ in range(3):
        page.locator("#undo").focus()
        page.keyboard.press("Enter")
    page.locator("#state", has_text="Bewaard.").wait_for()
    page.reload()
    page.locator(".step input").first.wait_for()
    assert titles(page) == before
    assert page.locator("#title").input_value() == "Van gat naar afspraak"


def test_who_may_not_change_a_story_reads_it(
    service: Service, chromium: Browser, story: str
) -> None:
    page = service.open(chromium, f"/stories/{story}/edit", who="Rob")
    page.locator("#read-only").wait_for()
    assert page.locator(".step h3").all_inner_texts()[2] == HOSTILE
    assert page.locator(".step input").count() == 0
    assert page.title() != "broken"


def test_two_who_edit_at_once_lose_nothing(service: Service, chromium: Browser, story: str) -> None:
    one, two = (
        service.open(chromium, f"/stories/{story}/edit", who=who) for who in ("Anna", "Bert")
    )
    for page in (one, two):
        page.locator(".step input").first.wait_for()
    one.locator("#title").fill("Van Anna")
    one.locator("#title").press("Tab")
    one.locator("#state", has_text="Bewaard.").wait_for()
    two.locator("#title").fill("Van Bert")
    two.locator("#title").press("Tab")
    two.locator("#trouble", has_text="intussen gewijzigd").wait_for()
    assert two.locator("#title").input_value() == "Van Bert"
    one.locator("#undo").click()
    one.locator("#state", has_text="Bewaard.").wait_for()


def played(page: Page) -> None:
    """Goes through a story with the keys, and sees what it shows."""
    page.locator("body[data-story=true]").wait_for()
    at(page, 1)
    assert page.locator(".story h2").inner_text().endswith("Het hele netwerk")
    everything = page.evaluate("ledwerk.view.current().nodes.length")
    page.keyboard.press("ArrowRight")
    at(page, 2)
    assert page.locator(".story-text").inner_text() == "Zij kent\nde campus."
    assert page.evaluate("ledwerk.view.current().nodes.length") < everything
    page.keyboard.press("End")
    at(page, 3)
    assert page.locator(".story h2").inner_text().endswith(HOSTILE)
    page.keyboard.press("ArrowRight")  # there is no further
    at(page, 3)
    page.keyboard.press("Home")
    at(page, 1)
    # The buttons do the same, and keep the focus.
    page.locator("#story-next").focus()
    page.keyboard.press("Enter")
    at(page, 2)
    assert page.evaluate("document.activeElement.id") == "story-next"
    page.keyboard.press("ArrowLeft")
    at(page, 1)
    # Not while somebody types.
    page.locator("#query").fill("sch")
    page.keyboard.press("ArrowRight")
    at(page, 1)
    page.locator("#query").fill("")
    page.locator("#story-next").focus()
    assert page.locator(".story-told").get_attribute("aria-live") == "polite"
    assert page.title() != "broken"


def test_a_story_is_played_with_the_keys(service: Service, chromium: Browser, story: str) -> None:
    page = service.open(chromium, f"/stories/{story}")
    played(page)
    page.keyboard.press("ArrowRight")
    at(page, 2)
    page.wait_for_url("**step=2*")
    page.reload()
    page.locator("body[data-story=true]").wait_for()
    at(page, 2)
    page.keyboard.press("Escape")
    page.wait_for_url("**/?focus=*")


def test_the_exported_file_plays_offline(
    service: Service, chromium: Browser, story: str, open_page: Open, tmp_path: Path
) -> None:
    page = service.open(chromium, "/stories")
    with page.expect_download() as taken:
        page.locator(f"[data-id='{story}'] a[download]").click()
    file = tmp_path / "story.html"
    taken.value.save_as(file)
    assert file.stat().st_size < 3_000_000
    played(open_page(file.as_uri()))


def test_a_story_fits_a_phone(service: Service, chromium: Browser, story: str) -> None:
    for path in ("/stories?add=", f"/stories/{story}/edit", f"/stories/{story}"):
        page = service.open(chromium, path, width=360, height=740)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
