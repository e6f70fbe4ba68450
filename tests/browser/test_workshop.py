"""A workshop in the browser: a facilitator and a phone, without any other network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.workshop_service import Workshop, copied, filled, workshop
from tests.conftest import LED, ROOT, missing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

AXE = ROOT / "tests" / "http" / "node_modules" / "axe-core" / "axe.min.js"
HOSTILE = "</script><img src=x onerror=alert(1)>"
NAMES = "() => ledwerk.view.current().nodes.map((one) => one.name)"
Opens = Callable[..., "Page"]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> str:
    return filled(tmp_path_factory.mktemp("loaded"), LED)


@pytest.fixture
def store(loaded: str, tmp_path: Path) -> str:
    return copied(loaded, tmp_path)


@pytest.fixture
def opens(chromium: Browser) -> Iterator[Opens]:
    """Opens a page in a browser of its own; nothing but the workshop is asked for, and no script
    goes wrong.
    """
    wrong: list[str] = []
    contexts = []

    def opened(address: str, *, width: int = 1400, height: int = 900) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        here = address.split("/")[2]

        def only_here(route: Route) -> None:
            if route.request.url.split("/")[2] == here:
                route.continue_()
            else:
                wrong.append(f"asked for {route.request.url}")
                route.abort()

        context.route("**/*", only_here)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def joined(opens: Opens, room: Workshop, name: str, **size: int) -> Page:
    """A phone that has joined and shows the network."""
    phone = opens(
        f"{room.address}join?code={room.code}&lang=nl", **(size or {"width": 360, "height": 740})
    )
    phone.fill("#name", name)
    phone.press("#name", "Enter")
    phone.wait_for_selector("body[data-workshop=there]")
    return phone


def leading(opens: Opens, room: Workshop) -> Page:
    """The facilitator's network, once they are signed in."""
    page = opens(room.mine)
    page.wait_for_selector("body[data-ready=true]")
    page.goto(f"{room.address}?lang=nl")
    page.wait_for_selector("body[data-workshop=there]")
    return page


def narrow(page: Page) -> None:
    """Nothing is scrolled sideways."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def shows(page: Page, name: str) -> None:
    """Wait until a name stands in the picture."""
    page.wait_for_function(f"(name) => ({NAMES})().includes(name)", arg=name)


def choose(page: Page, label: str, text: str) -> None:
    """Type into a field of the dialog and take the first that is offered, by the keyboard."""
    page.get_by_role("combobox", name=label, exact=True).press_sequentially(text)
    page.wait_for_selector("#proposal ul:not([hidden]) [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_phone_proposes_and_all_screens_see_it(store: str, opens: Opens) -> None:
    with workshop(store) as room:
        lead, phone = leading(opens, room), joined(opens, room, "Anna")
        narrow(phone)
        phone.click(".workshop summary")
        phone.get_by_role("button", name="Voorstel doen").press("Enter")
        narrow(phone)
        choose(phone, "Wie?", "zuyd")
        choose(phone, "Met wie?", "rabobank")
        phone.get_by_role("combobox", name="In welk project of programma?").fill("Samen sterk")
        phone.keyboard.press("Tab")
        phone.get_by_role("button", name="Versturen").press("Enter")
        mine = phone.locator(".proposal")
        mine.filter(has_text="wacht op de begeleider").wait_for()
        card = lead.locator(".proposal", has_text="Samen sterk")
        card.filter(has_text="van Anna").wait_for()
        card.get_by_role("button", name="Aannemen").press("Enter")
        for screen in (lead, phone):
            shows(screen, "Samen sterk")
        mine.filter(has_text="aangenomen").wait_for()
        lead.locator(".workshop", has_text="Er wachten geen voorstellen").wait_for()


def test_screens_follow_the_facilitator_unless_somebody_looks_around(
    store: str, opens: Opens
) -> None:
    with workshop(store) as room:
        phone, lead = joined(opens, room, "Anna"), leading(opens, room)
        address = "focus=organisation%3Azuyd-hogeschool&steps=2"
        lead.evaluate("(address) => ledwerk.view.show(address)", address)
        phone.wait_for_function("(wanted) => ledwerk.view.address() === wanted", arg=address)
        phone.evaluate("() => ledwerk.view.show('helix=industry')")
        phone.click(".workshop summary")
        follow = phone.get_by_role("button", name="De begeleider volgen")
        phone.wait_for_selector("text=Je kijkt zelf rond")
        lead.evaluate("() => ledwerk.view.show('layout=columns')")
        lead.wait_for_function("() => ledwerk.room.state.screen === 'layout=columns'")
        assert phone.evaluate("ledwerk.view.address()") == "helix=industry"
        follow.press("Enter")
        phone.wait_for_function("() => ledwerk.view.address() === 'layout=columns'")
        late = joined(opens, room, "Bo")
        late.wait_for_function("() => ledwerk.view.address() === 'layout=columns'")


def test_what_is_proposed_without_connection_is_kept_and_sent_later(
    store: str, opens: Opens
) -> None:
    with workshop(store) as room:
        phone = joined(opens, room, "Anna")
        phone.click(".workshop summary")
        room.kill()
        phone.get_by_role("button", name="Voorstel doen").click()
        phone.get_by_role("button", name="Nieuwe partij", exact=True).click()
        phone.get_by_label("Naam", exact=True).fill("Zonder verbinding")
        phone.get_by_role("button", name="Versturen").click()
        phone.wait_for_selector(".proposal[data-state=UNSENT]")
        assert phone.locator("#away").is_visible()
    with workshop(store, port=room.port) as again:
        assert again.code == room.code
        phone.wait_for_selector(".proposal[data-state=WAITING]")
        assert phone.locator(".proposal").count() == 1
        lead = leading(opens, again)
        lead.locator(".proposal", has_text="Zonder verbinding").get_by_role(
            "button", name="Aannemen"
        ).click()
        shows(phone, "Zonder verbinding")


def test_the_facilitator_changes_a_proposal_or_takes_what_is_there(
    store: str, opens: Opens
) -> None:
    with workshop(store) as room:
        phone, desk = joined(opens, room, "Anna"), opens(room.mine)
        desk.wait_for_selector("body[data-ready=true]")
        project = {"kind": "TIE", "party": "organisation:ey", "activityName": "Datalab"}
        twice = {"kind": "PARTY", "name": "zuyd", "helix": "KNOWLEDGE", "remark": "bij Datalab"}
        for wish in (project, twice):
            phone.evaluate("(wish) => ledwerk.room.propose(wish)", wish)
        first = desk.locator("#waiting .proposal", has_text="Datalab” (nieuw)")
        first.get_by_role("button", name="Wijzigen").press("Enter")
        dialog = desk.get_by_role("dialog")
        field = dialog.get_by_role("combobox", name="In welk project of programma?")
        assert field.input_value() == "Datalab"
        assert dialog.get_by_role("combobox", name="Wie?", exact=True).input_value() == "EY"
        field.fill("Regionaal datalab")
        dialog.get_by_role("button", name="Gewijzigd aannemen").press("Enter")
        desk.locator("#decided .proposal", has_text="Regionaal datalab").wait_for()
        shows(phone, "Regionaal datalab")
        second = desk.locator("#waiting .proposal", has_text="zuyd")
        assert "Lijkt op" in second.inner_text()
        second.get_by_role("button", name="Dit is Zuyd Hogeschool").press("Enter")
        desk.locator("#decided .proposal", has_text="die er al is").wait_for()
        undone = desk.locator("#decided .proposal", has_text="Regionaal datalab")
        undone.get_by_role("button", name="Ongedaan maken").press("Enter")
        desk.locator("#decided .proposal[data-state=UNDONE]").wait_for()
        phone.wait_for_function(f"() => !({NAMES})().includes('Regionaal datalab')")


def test_names_are_text_wherever_they_stand(store: str, opens: Opens) -> None:
    with workshop(store) as room:
        phone, desk = joined(opens, room, HOSTILE), opens(room.mine)
        desk.wait_for_selector("body[data-ready=true]")
        wish: dict[str, Any] = {"kind": "PARTY", "name": HOSTILE, "remark": HOSTILE}
        phone.evaluate("(wish) => ledwerk.room.propose(wish)", wish)
        desk.locator(".proposal").wait_for()
        for page in (phone, desk):
            assert page.locator(".proposal .what", has_text=HOSTILE).count() == 1
        desk.get_by_role("button", name="Aannemen").click()
        desk.locator("#decided .proposal[data-state=ACCEPTED]").wait_for()
        desk.get_by_role("link", name="Verslag").click()
        desk.wait_for_selector(".report")
        assert HOSTILE in desk.inner_text(".report table")
        for page in (phone, desk):
            assert page.locator("img[src=x]").count() == 0


def test_the_facilitator_ends_it_and_has_the_report(
    store: str, opens: Opens, tmp_path: Path
) -> None:
    with workshop(store) as room:
        phone, desk = joined(opens, room, "Anna"), opens(room.mine)
        desk.wait_for_selector("body[data-ready=true]")
        assert room.code in desk.inner_text(".code")
        assert desk.evaluate("document.querySelector('.qr').naturalWidth > 0")
        for name in ("Wel", "Niet"):
            phone.evaluate("(name) => ledwerk.room.propose({ kind: 'PARTY', name })", name)
        desk.locator(".proposal", has_text="Wel").get_by_role("button", name="Aannemen").click()
        desk.locator("#decided .proposal[data-state=ACCEPTED]").wait_for()
        desk.locator(".proposal", has_text="Niet").get_by_role("button", name="Afwijzen").click()
        desk.locator("#decided .proposal[data-state=REFUSED]").wait_for()
        desk.get_by_role("button", name="Werksessie beëindigen").click()
        desk.get_by_role("button", name="Ja, beëindigen").click()
        desk.wait_for_selector(".report")
        told = desk.inner_text(".report")
        for word in ("Nieuwe partij: Wel", "Nieuwe partij: Niet", "Anna", "Petra", "afgewezen"):
            assert word in told
        with desk.expect_download() as got:
            desk.get_by_role("link", name="Als Excel").click()
        assert got.value.suggested_filename.endswith(".xlsx")
        phone.click(".workshop, .note")
        phone.wait_for_selector("text=De werksessie is beëindigd")
        assert phone.evaluate("ledwerk.asJson('/session').then((who) => who.role)") == ""
        file = tmp_path / "report.pdf"
        desk.pdf(path=str(file))
        assert file.stat().st_size > 5_000


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_stands_in_anybodys_way(store: str, opens: Opens, theme: str) -> None:
    if not AXE.exists():
        missing("axe-core is not installed; npm ci in tests/http")
    with workshop(store) as room:
        phone, desk = joined(opens, room, "Anna"), opens(room.mine)
        door = opens(f"{room.address}join?lang=en", width=360, height=740)
        desk.wait_for_selector("body[data-ready=true]")
        phone.evaluate("() => ledwerk.room.propose({ kind: 'PARTY', name: 'Zuyd' })")
        desk.locator(".proposal").wait_for()
        phone.click(".workshop summary")
        for page in (door, desk, phone):
            page.evaluate("(theme) => { document.documentElement.dataset.theme = theme }", theme)
            narrow(page)
            blocked(page)
        phone.get_by_role("button", name="Voorstel doen").click()
        for sort in ("Wie werkt met wie", "Nieuwe partij", "Verbetering"):
            phone.get_by_role("button", name=sort, exact=True).click()
            narrow(phone)
            blocked(phone)
        desk.get_by_role("link", name="Verslag").click()
        desk.wait_for_selector(".report")
        blocked(desk)


def blocked(page: Page) -> None:
    """The test fails with what axe-core finds."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("(tags) => axe.run({ runOnly: tags })", tags)["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
