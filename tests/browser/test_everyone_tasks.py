"""The tasks of a workshop without a mouse and without the picture: find a party, see its partners,
follow the facilitator, propose a tie, accept it. Once by keyboard alone, and once by the roles and
names that a screen reader is given, with the picture hidden.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.everyone import Everything, everything

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

Screens = tuple["Page", "Page"]
# What the element that has the focus is called: by its label, or by its own words.
FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent;
  return one === document.body ? "" : label.replace(/\\s+/g, " ").trim();
}"""
HIDDEN = "canvas { visibility: hidden !important; }"


@pytest.fixture
def place(
    chromium: Browser,  # noqa: ARG001 - it ends after the service, whose pages it shows
    tmp_path: Path,
) -> Iterator[Everything]:
    with everything(tmp_path) as made:
        yield made


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Pages in browsers of their own; no script goes wrong in any."""
    wrong: list[str] = []
    contexts = []

    def new(address: str, *, width: int, height: int) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(address)
        return page

    yield new
    for context in contexts:
        context.close()
    assert wrong == []


# -- by keyboard alone ---------------------------------------------------------------------------


def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Press Tab until what is so called has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        called = page.evaluate(FOCUSED)
        seen.append(called[:40])
        if re.match(name, called):
            return
    raise AssertionError(f"{name} is not reached by Tab: {seen}")


def press(page: Page, name: str) -> None:
    tab_to(page, name)
    page.keyboard.press("Enter")


def choose(page: Page, name: str, text: str) -> None:
    """Type into a field that offers what it finds, and take the first."""
    tab_to(page, name)
    page.keyboard.type(text)
    page.wait_for_selector("[role=listbox]:not([hidden]) [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def find(page: Page, text: str) -> None:
    """Look a party up, from anywhere on the page."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.wait_for_selector("#found:not([hidden]) [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:visible")


def address(page: Page) -> str:
    found: str = page.evaluate("ledwerk.view.address()")
    return found


def test_the_tasks_of_a_workshop_by_keyboard_alone(
    place: Everything, opened: Callable[..., Page]
) -> None:
    room = place.room
    lead = opened(room.mine, width=1400, height=900)
    lead.wait_for_selector("body[data-ready=true]")
    lead.goto(f"{room.address}?lang=nl")
    lead.wait_for_selector("body[data-workshop=there]")
    phone = opened(f"{room.address}join?code={room.code}&lang=nl", width=360, height=740)
    if not re.match("Je voornaam", phone.evaluate(FOCUSED)):
        tab_to(phone, "Je voornaam")
    phone.keyboard.type("Anna")
    phone.keyboard.press("Enter")
    phone.wait_for_selector("body[data-workshop=there]")

    find(phone, "alfa")
    facts = phone.locator("#facts")
    facts.get_by_role("heading", name="Alfa", exact=True).wait_for()
    press(phone, "Brug")
    facts.get_by_text("De scholen").first.wait_for()
    phone.keyboard.press("Escape")

    find(lead, "beta")
    lead.wait_for_function("() => ledwerk.room.state.screen === ledwerk.view.address()")
    press(phone, "Werksessie")
    follows = phone.get_by_text("Je volgt de begeleider.")
    if not follows.is_visible():
        press(phone, "De begeleider volgen")
    phone.wait_for_function("wanted => ledwerk.view.address() === wanted", arg=address(lead))

    press(phone, "Voorstel doen")
    phone.wait_for_selector("#proposal[open]")
    choose(phone, r"Wie\?", "eenling")
    choose(phone, r"Met wie\?", "beta")
    tab_to(phone, "In welk project of programma")
    phone.keyboard.type("Samen sterk")
    press(phone, "Versturen")
    phone.locator(".proposal", has_text="wacht op de begeleider").wait_for()

    lead.locator(".proposal", has_text="Samen sterk").wait_for()
    press(lead, "Aannemen")
    phone.locator(".proposal", has_text="aangenomen").wait_for()
    for screen in (lead, phone):
        screen.wait_for_function(
            "() => ledwerk.view.current().nodes.some(one => one.name === 'Samen sterk')"
        )


# -- by roles and names alone, the picture hidden -----------------------------------------------


def heard(place: Locator, text: str) -> None:
    """Waits until a screen reader would be given that text there."""
    for _ in range(150):
        if text in place.aria_snapshot():
            return
        place.page.wait_for_timeout(200)
    raise AssertionError(f"{text} is not in:\n{place.aria_snapshot()}")


def hidden(page: Page) -> None:
    page.add_style_tag(content=HIDDEN)
    assert (
        page.locator("canvas").first.evaluate("one => getComputedStyle(one).visibility") == "hidden"
    )


def looked_up(page: Page, name: str) -> Locator:
    """What is known of a party, found by its name."""
    page.get_by_role("combobox", name="Zoek").first.fill(name)
    option = page.get_by_role("option", name=name).first
    option.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    facts = page.get_by_role("region", name="Gegevens")
    facts.wait_for()
    return facts


def taken(page: Page, label: str, name: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).press_sequentially(name)
    page.get_by_role("option", name=re.compile(name)).first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_the_tasks_of_a_workshop_from_the_accessibility_tree_with_the_picture_hidden(
    place: Everything, opened: Callable[..., Page]
) -> None:
    room = place.room
    lead = opened(room.mine, width=1400, height=900)
    lead.get_by_role("link", name="Netwerk", exact=True).wait_for()
    lead.wait_for_selector("body[data-ready=true]")
    lead.get_by_role("link", name="Netwerk", exact=True).press("Enter")
    lead.get_by_role("button", name="Alle schermen volgen mij").or_(
        lead.get_by_role("checkbox", name="Alle schermen volgen mij")
    ).first.wait_for()
    other = opened(f"{room.address}join?code={room.code}&lang=nl", width=1400, height=900)
    other.get_by_role("textbox", name="Je voornaam").fill("Anna")
    other.get_by_role("button", name="Meedoen").press("Enter")
    other.get_by_role("button", name="Voorstel doen").wait_for()
    for page in (lead, other):
        hidden(page)

    facts = looked_up(other, "Alfa")
    facts.get_by_role("button", name="Brug", exact=True).press("Enter")
    heard(facts, "De scholen")

    looked_up(lead, "Beta")
    follow = other.get_by_role("button", name="De begeleider volgen")
    if follow.get_attribute("aria-pressed") != "true":
        follow.press("Enter")
    heard(other.get_by_role("region", name="Gegevens"), "Beta")

    other.get_by_role("button", name="Voorstel doen").first.press("Enter")
    form = other.get_by_role("dialog", name="Voorstel doen")
    form.wait_for()
    taken(other, "Wie?", "Eenling")
    taken(other, "Met wie?", "Beta")
    form.get_by_role("combobox", name="In welk project of programma?").fill("Samen sterk")
    form.get_by_role("button", name="Versturen").press("Enter")
    form.wait_for(state="hidden")

    accept = lead.get_by_role("button", name=re.compile("^Aannemen.*Samen sterk"))
    accept.press("Enter")
    heard(other.get_by_role("main"), "aangenomen")
    for page in (lead, other):
        page.get_by_role("button", name="Tabel", exact=True).press("Enter")
        heard(page.get_by_role("region", name="Tabel"), "Samen sterk")
