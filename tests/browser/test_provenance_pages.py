"""Who says what on a node's page, and reviewing what a program read, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.tables_service import Service, axe_findings, running

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.reviewing import Terms
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

_TABLES = {
    "sources": "id,name,date\nsource:m,Magazine,2016\nsource:r,Register,2019\n",
    "organisations": "id,name,website,source,locator,basis,confidence,note\n"
    "organisation:a,Academie,https://old.example,source:m,p. 1,,,\n"
    "organisation:a,Academie,https://new.example,source:r,1,,,\n"
    'organisation:b,Bakkerij & <b>Zn</b>,,source:m,p. 2,read,0.97,"„Bakkerij & <b>Zn</b>”"\n'
    "organisation:c,Coöperatie,,source:m,p. 3,read,0.4,\n",
    "projects": "id,name,source,locator,basis\nproject:p,Proef,source:m,p. 4,\n",
    "partner_in": "party,activity,source,locator,basis,confidence\n"
    "organisation:b,project:p,source:m,p. 5,read,0.91\n"
    "organisation:a,project:p,source:r,2,,\n",
}


@pytest.fixture
def network(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "read"
    folder.mkdir()
    (folder / "datapackage.json").write_text('{"name": "read"}', encoding="utf-8")
    for name, text in _TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    load(store, check(MODEL, folder, store, terms=Terms("Eve", unreviewed=True)))
    yield store
    store.close()


@pytest.fixture
def service(chromium: Browser, network: Store, tmp_path: Path) -> Iterator[Service]:  # noqa: ARG001
    with running(network, tmp_path) as made:
        yield made


def said(page: Page) -> None:
    page.locator("#statements[data-filled=true]").wait_for()


# -- side by side ------------------------------------------------------------------------------------


def test_values_stand_side_by_side_with_why_one_is_shown(
    service: Service, chromium: Browser
) -> None:
    page = service.open(chromium, "/node/organisation:a?lang=nl")
    said(page)
    assert page.locator("#statements .confirmed").inner_text() == "Laatst bevestigd: 2019"
    row = page.locator("#statements tr", has_text="https://new.example")
    assert row.locator("li.shown strong").inner_text() == "https://new.example"
    assert "Magazine, p. 1" in row.locator("li:not(.shown)").inner_text()
    assert "want de bron is nieuwer (2019 tegen 2016)" in row.inner_text()
    page.get_by_label("Alleen waar bronnen verschillen").check()
    assert page.locator("#statements tbody tr:visible").count() == 1
    page.locator("#statements summary").first.click()
    assert page.locator("#statements .said-all").first.locator("li").count() == 2
    assert "read, revisie 1" in page.locator("#statements .said-all li").first.inner_text()
    assert page.locator("#statements .buttons").count() == 0  # nobody is signed in
    page.get_by_text("Banden: wie zegt dat ze er zijn").click()
    page.locator("#statement-ties li", has_text="Academie is partner in Proef").wait_for()
    assert "Register, 2" in page.locator("#statement-ties").inner_text()
    assert axe_findings(page) == []


def test_an_editor_confirms_on_the_page(service: Service, chromium: Browser) -> None:
    page = service.open(chromium, "/node/organisation:a?lang=en", who="Anna")
    said(page)
    page.get_by_role("button", name="This is right today").press("Enter")
    page.locator("#statements .confirmed", has_text="Last confirmed: 20").filter(
        has_not_text="2019"
    ).wait_for()
    page.locator("#statements summary").first.click()
    page.locator("#statements .said-all li", has_text="confirms that it is so").wait_for()
    page.get_by_text("Ties: who says that they are there").click()
    page.get_by_role("button", name="This is right today: Academie is partner in Proef").press(
        "Enter"
    )
    tie = page.locator("#statement-ties > ol > li")
    tie.filter(has_text="confirms that it is so").wait_for()


def test_a_source_is_withdrawn_on_its_page_and_taken_back(
    service: Service, network: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/node/source:r?lang=nl", who="Anna")
    said(page)
    page.get_by_role("button", name="Bron intrekken…").press("Enter")
    dialog = page.locator("#statements dialog[open]")
    dialog.wait_for()
    assert "2 uitspraken rusten op deze bron" in dialog.inner_text()
    assert "1 verdwijnen" in dialog.inner_text()
    assert axe_findings(page) == []
    dialog.get_by_label("Waarom").fill("verouderd")
    dialog.get_by_role("button", name="Intrekken", exact=True).press("Enter")
    back = page.get_by_role("button", name="Intrekking terugnemen")
    back.wait_for()
    assert not any(
        row.cited == "source:r" and row.key != "source:r" for row in network.statements()
    )
    back.press("Enter")
    page.get_by_role("button", name="Bron intrekken…").wait_for()
    assert any(row.cited == "source:r" and row.key != "source:r" for row in network.statements())


# -- review ------------------------------------------------------------------------------------------


def waiting(store: Store) -> set[str]:
    return {row.key for row in store.statements() if row.unreviewed}


def test_rows_are_reviewed_by_keyboard_alone(
    service: Service, network: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/review?lang=nl", who="Anna")
    rows = page.locator(".pile tbody tr")
    assert rows.count() == 3
    first = rows.first
    assert "Bakkerij & <b>Zn</b>" in first.inner_text()
    assert "Magazine, p. 2" in first.inner_text()
    assert "zekerheid 0,97" in first.inner_text()
    page.locator(".tools:visible").wait_for()
    first.focus()
    page.keyboard.press("a")
    page.locator("#told", has_text="1 aanvaard.").wait_for()
    assert waiting(network) == {"organisation:c", "PARTNER_IN:organisation:b>project:p"}
    (accepted,) = network.statements(key="organisation:b")
    assert accepted.accepted_by == "Anna"
    # The next row has the focus: rejected, and put back.
    assert page.evaluate("document.activeElement.textContent").startswith("Coöperatie")
    page.keyboard.press("x")
    page.locator("#told", has_text="1 afgewezen.").wait_for()
    assert waiting(network) == {"PARTNER_IN:organisation:b>project:p"}
    page.locator("#undo").press("Enter")
    page.locator(".pile tbody tr", has_text="Coöperatie").wait_for()
    assert waiting(network) == {"organisation:c", "PARTNER_IN:organisation:b>project:p"}


def test_many_rows_are_accepted_at_once_by_their_confidence(
    service: Service, network: Store, chromium: Browser
) -> None:
    page = service.open(chromium, "/review?lang=en", who="Anna")
    page.locator(".tools:visible").wait_for()
    page.get_by_label("Choose with a confidence from").select_option("0.9")
    assert page.locator("#chosen").inner_text() == "2 chosen"
    page.locator("#accept").press("Enter")
    page.locator("#told", has_text="2 accepted.").wait_for()
    assert waiting(network) == {"organisation:c"}
    assert page.locator(".pile").count() == 1


def test_a_reader_sees_what_waits_and_decides_nothing(service: Service, chromium: Browser) -> None:
    for who, width in (("Rob", 1400), ("", 360)):
        page = service.open(chromium, "/review?lang=nl&kind=PARTNER_IN", who=who, width=width)
        assert page.locator(".pile tbody tr").count() == 1
        assert (
            "Bakkerij & <b>Zn</b> is partner in Proef" in page.locator(".pile th").last.inner_text()
        )
        assert page.locator(".tools:visible, .acts:visible").count() == 0
        assert page.locator("#readers").is_visible()
        assert axe_findings(page) == []
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
