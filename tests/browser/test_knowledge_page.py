"""A node's page in a real browser: writing its text, its gaps and history, and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.tables_service import Service, running
from tests.conftest import ROOT
from tests.viz.conftest import tables

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
ALFA = "organisation:alfa"
LONG = "\n\n".join(f"## Kop {n}\n\n{'Een lange zin over wat er gebeurt. ' * 12}" for n in range(12))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small network, and a file of its own."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in tables().items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    made = open_store(f"sqlite:{folder / 'store.sqlite'}")
    load(made, check(MODEL, folder, made))
    yield made
    made.close()


@pytest.fixture
def service(chromium: Browser, store: Store, tmp_path: Path) -> Iterator[Service]:  # noqa: ARG001
    with running(store, tmp_path) as made:
        yield made


def written(store: Store, wish: dict[str, str]) -> None:
    """Somebody else changes Alfa."""
    editor = Editor(MODEL, store, Provenance("bart"))
    editing.edit(store, lambda: editing.update_node(editor, "Organisation", ALFA, wish))


def opened(service: Service, chromium: Browser, path: str, **more: object) -> Page:
    return service.open(chromium, path, **more)  # type: ignore[arg-type]


def test_a_text_is_written_previewed_and_kept_by_keyboard(
    service: Service, store: Store, chromium: Browser
) -> None:
    page = opened(service, chromium, f"/node/{ALFA}?lang=nl", who="Anna")
    page.locator("#edit").wait_for()
    page.locator("#edit").press("Enter")
    assert page.evaluate("document.activeElement.id") == "markdown"
    page.locator("#markdown").fill("## Wat\n\n<b>Alfa</b> maakt *bruggen*.")
    page.locator("#preview").press("Enter")
    page.locator("#seen h4", has_text="Wat").wait_for()
    assert page.locator("#seen em").inner_text() == "bruggen"
    assert page.locator("#seen b").count() == 0
    page.locator("#writing button.first").press("Enter")
    page.locator("#shown-text em", has_text="bruggen").wait_for()
    assert "<b>Alfa</b> maakt" in page.locator("#shown-text").inner_text()
    # Somebody else is first: nothing of what was typed is lost.
    page.locator("#edit").press("Enter")
    page.locator("#markdown").fill("Mijn tekst")
    written(store, {"description_nl": "Iets anders"})
    page.locator("#writing button.first").press("Enter")
    page.locator("#wrong", has_text="Iemand anders").wait_for()
    assert page.locator("#markdown").input_value() == "Mijn tekst"
    page.keyboard.press("Escape")
    page.locator("#writing").wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "edit"


def test_gaps_history_and_links_come_when_they_are_ready(
    service: Service, chromium: Browser
) -> None:
    page = opened(service, chromium, "/node/municipality:grootdorp?lang=nl")
    page.locator("#gap-list", has_text="Geen band met een campus").wait_for()
    page.locator("#show-history").press("Enter")
    page.locator("#history-list li").first.wait_for()
    assert page.evaluate("document.activeElement.id") == "history-list"
    assert not page.locator("#edit").is_visible()  # nobody is signed in
    page = opened(service, chromium, f"/node/{ALFA}?lang=nl")
    page.locator("#gap-list .good", has_text="een band met ten minste één campus").wait_for()
    page.locator("#near a", has_text="Beta").first.click()
    page.locator("h1", has_text="Beta").wait_for()
    box = page.locator("header input[type=search]")
    box.fill("brgu")
    box.press("Enter")
    page.locator(".hits a", has_text="Brug").wait_for()
    assert "Bedoelde u" in page.locator("#results").inner_text()


def test_the_network_and_the_tables_lead_to_a_page(service: Service, chromium: Browser) -> None:
    page = opened(service, chromium, f"/?selected={ALFA}&lang=nl")
    page.locator("#facts a", has_text="eigen pagina").click()
    page.locator("h1", has_text="Alfa").wait_for()
    page = opened(service, chromium, "/tables/organisations?lang=nl")
    page.locator('a[aria-label="De pagina van Alfa"]').click()
    page.locator("h1", has_text="Alfa").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_narrow_screen_needs_no_scrolling_aside(
    service: Service, chromium: Browser, theme: str
) -> None:
    for path in (f"/node/{ALFA}?", "/node/organisation:hostile?", "/search?q=brug&"):
        page = opened(service, chromium, f"{path}lang=nl&theme={theme}", width=360, height=700)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def pages_of(page: Page) -> int:
    import pypdfium2

    raw = page.pdf(prefer_css_page_size=True, print_background=True)
    with pypdfium2.PdfDocument(io.BytesIO(raw)) as document:
        return len(document)


def text_of(page: Page) -> str:
    import pypdfium2

    raw = page.pdf(prefer_css_page_size=True)
    with pypdfium2.PdfDocument(io.BytesIO(raw)) as document:
        sheet = document[0]
        words = sheet.get_textpage()
        text = str(words.get_text_range())
        words.close()
        sheet.close()
    return text


def test_printed_with_a_long_text_it_is_one_sheet_that_says_where_the_rest_is(
    service: Service, store: Store, chromium: Browser
) -> None:
    written(store, {"text_nl": LONG})
    page = opened(service, chromium, f"/node/{ALFA}?lang=nl")
    assert pages_of(page) == 1
    text = text_of(page)
    assert "Alfa" in text
    assert "de hele tekst staat op /node/organisation:alfa" in " ".join(text.split())
    assert "Kop 0" in text


def test_every_node_of_a_real_network_is_one_sheet(chromium: Browser, tmp_path: Path) -> None:
    store = open_store(f"sqlite:{tmp_path / 'led.sqlite'}")
    load(store, check(MODEL, ROOT / "data" / "led-2016", store))
    with running(store, tmp_path) as service:
        for node in (
            "organisation:zuyd-hogeschool", "programme:eurostad", "campus:brightlands-chemelot-campus",
            "board:bestuur-led", "municipality:gemeente-maastricht",
        ):  # fmt: skip
            page = opened(service, chromium, f"/node/{node}?lang=nl")
            assert pages_of(page) == 1, node
    store.close()
