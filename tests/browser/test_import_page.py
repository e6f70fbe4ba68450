"""A file brought in with a real browser: dragged, refused with its place, mended, confirmed once."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from tests.browser.tables_service import Service, axe_findings, service, shown_values, small
from tests.viz.conftest import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from ledwerk.graph.store import Store

__all__ = ["service", "small"]
pytestmark = pytest.mark.browser

WRONG = "Naam;MKB;begin\nNieuw bedrijf;misschien;2016\nAlfa B.V.;ja;12-5-2016\n"
RIGHT = "Naam;MKB;begin\nNieuw bedrijf;ja;2016\nAlfa B.V.;ja;2016-05-12\n"


def drop(page: Page, text: str, name: str) -> None:
    """Lets a file fall on the page, as from a folder's window."""
    given = page.evaluate_handle(
        """([text, name]) => {
            const given = new DataTransfer();
            given.items.add(new File([text], name));
            return given;
        }""",
        [text, name],
    )
    page.dispatch_event("#main", "dragover", {"dataTransfer": given})
    assert page.locator(".drop-over").is_visible()
    page.dispatch_event("#main", "drop", {"dataTransfer": given})


def tab_to(page: Page, element: str) -> None:
    """Presses Tab until an element has the focus."""
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == element:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never comes to {element}")


def looked_at(page: Page) -> None:
    """Waits until what a file would do has been drawn, and has the focus."""
    page.locator("#preview:not([aria-busy]) #preview-title:focus").wait_for()


def test_a_dragged_file_is_refused_mended_and_taken_over(
    chromium: Browser, service: Service, small: Store
) -> None:
    page = service.open(chromium, "/tables/organisations", who="Anna")
    drop(page, WRONG, "Deelnemers.csv")
    page.wait_for_url("**/import?key=*")
    lines = page.locator("#problems tbody tr")
    lines.first.wait_for()
    told = [row.locator("td").all_inner_texts() for row in lines.all()]
    assert [row[:3] for row in told] == [
        ["Deelnemers.csv", "2", "MKB"], ["Deelnemers.csv", "3", "begin"],
    ]  # fmt: skip
    assert "2016-05-12" in told[1][3]
    assert page.locator("#take-over").count() == 0
    drop(page, RIGHT, "Deelnemers.csv")
    page.locator("#take-over").wait_for()
    page.locator("#matches summary").click()
    assert "Alfa B.V. (rij 3) is Alfa" in page.locator("#matches").inner_text()
    assert "Nieuw bedrijf" in page.locator("#effect-new").inner_text()
    assert "begin: leeg → 2016-05-12" in page.locator("#effect-changed").inner_text()
    assert shown_values(small, "organisation:nieuw-bedrijf") == {}
    page.locator("#take-over").dblclick()  # by mistake
    page.locator("#taken-over").wait_for()
    assert "Overgenomen: 2 nieuw, 1 gewijzigd, 0 verdwenen." in (
        page.locator("#taken-over").inner_text()
    )
    assert shown_values(small, "organisation:nieuw-bedrijf")["sme"] is True
    assert [one.action for one in small.revisions()] == ["load", "load"]
    page.get_by_role("button", name="Ongedaan maken").click()
    page.locator("#taken-over", has_text="zoals voor het inlezen").wait_for()
    assert shown_values(small, "organisation:nieuw-bedrijf") == {}


def test_it_can_all_be_done_by_keyboard(
    chromium: Browser, service: Service, small: Store, tmp_path: Path
) -> None:
    file = tmp_path / "Bèta lijst.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        sheet = book.add_worksheet("Organisaties")
        sheet.write_row(0, 0, ["naam", "telefoon"])
        sheet.write_row(1, 0, ["Betta", "043"])
    page = service.open(chromium, "/import", who="Anna")
    page.on("filechooser", lambda _: None)  # so that it is waited for long before it opens
    tab_to(page, "file")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(file)
    page.locator("#problems", has_text="telefoon").wait_for()
    looked_at(page)
    tab_to(page, "skip-columns")
    page.keyboard.press("Enter")
    looked_at(page)
    page.locator("#near", has_text="Betta (rij 2)").wait_for()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Dat is Beta":
            break
    page.keyboard.press("Enter")
    looked_at(page)
    page.locator("#effect-changed", has_text="ook bekend als").wait_for()
    tab_to(page, "dataset")
    page.keyboard.press("Control+A")
    page.keyboard.type("bijeenkomst-maart")
    page.keyboard.press("Enter")
    looked_at(page)
    tab_to(page, "take-over")
    page.keyboard.press("Enter")
    page.locator("#taken-over").wait_for()
    assert shown_values(small, "organisation:beta")["aliases"] == ("Betta",)
    assert "bijeenkomst-maart" in small.datasets()


def test_a_pasted_piece_of_a_spreadsheet_is_a_table_too(
    chromium: Browser, service: Service, small: Store
) -> None:
    page = service.open(chromium, "/import?table=projects", who="Anna")
    page.get_by_text("Of plak een stuk tabel").first.click()
    page.fill("#pasted", "naam\tmunt\nBrug\tEUR\nZaaien\t\n")
    page.get_by_role("button", name="Bekijk wat dit zou doen").click()
    page.locator("#effect-changed", has_text="munt: leeg → EUR").wait_for()
    assert "Zaaien" in page.locator("#effect-new").inner_text()
    page.locator("#source").fill("Telefoontje met Ank")
    page.get_by_role("button", name="Opnieuw bekijken").click()
    page.locator("#effect-new", has_text="Telefoontje met Ank").wait_for()
    assert shown_values(small, "project:zaaien") == {}


def test_what_changed_meanwhile_is_shown_anew(
    chromium: Browser, service: Service, small: Store
) -> None:
    page = service.open(chromium, "/import?table=projects", who="Anna")
    drop(page, "naam;munt\nBrug;EUR\n", "munten.csv")
    page.locator("#effect-changed", has_text="munt: leeg → EUR").wait_for()
    other = service.open(chromium, "/tables/projects", who="Bert")
    other.evaluate("""() => ledwerk.graphql(
        'mutation { updateProject(id: "project:brug", input: {currency: "USD"}) { revision } }')""")
    page.locator("#take-over").click()
    page.locator("#trouble", has_text="Het netwerk is intussen veranderd").wait_for()
    assert page.locator("#effect-changed").count() == 0  # what an editor said goes first
    assert "munten" not in small.datasets()
    page.locator("#take-over").click()
    page.locator("#taken-over").wait_for()
    assert shown_values(small, "project:brug")["currency"] == "USD"


def test_that_much_goes_is_asked_extra(chromium: Browser, service: Service, small: Store) -> None:
    page = service.open(chromium, "/import?table=goals", who="Anna")
    for text in ("naam\nEen\nTwee\nDrie\n", "naam\nEen\n"):
        drop(page, text, "doelen.csv")
        page.locator("#take-over").wait_for()
        page.locator("#effect-gone" if "Twee" not in text else "#effect-new").wait_for()
        page.locator("#take-over").click()
        if "Twee" in text:
            page.locator("#taken-over").wait_for()
    page.locator("#trouble", has_text="Zet eerst het vinkje").wait_for()
    assert "2 van de 4 rijen van doelen verdwijnen" in page.locator("#agree").inner_text()
    page.get_by_label("Ja, dat is de bedoeling").check()
    page.locator("#take-over").click()
    page.locator("#taken-over", has_text="2 verdwenen").wait_for()
    assert shown_values(small, "goal:twee") == {}


def test_only_an_editor_hands_in_a_file(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, "/import", who="Rob")
    assert page.locator("#file").is_disabled()
    assert page.locator("#editors-only").is_visible()
    drop(page, RIGHT, "lijst.csv")
    page.locator("#trouble", has_text="Alleen een redacteur").wait_for()
    elsewhere = service.open(chromium, "/tables")
    drop(elsewhere, RIGHT, "lijst.csv")
    elsewhere.locator("#trouble").wait_for()


def test_hostile_names_in_a_file_are_only_text(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, "/import?table=goals", who="Anna", width=360, height=700)
    cell = HOSTILE.replace('"', '""')
    drop(page, f'naam\n"{cell}"\n=1+1\n', f"{'x' * 60}<img src=x>.csv")
    page.locator("#effect-new").wait_for()
    assert HOSTILE in page.locator("#effect-new").inner_text()
    assert page.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe_findings(page) == []


def test_the_export_is_the_list(chromium: Browser, service: Service) -> None:
    page = service.open(chromium, "/tables/organisations?q=a&sort=-name&columns=helix,sme")
    with page.expect_download() as download:
        page.get_by_role("link", name="Naar Excel").click()
    assert download.value.suggested_filename == "organisaties.xlsx"
    book = CalamineWorkbook.from_filelike(io.BytesIO(Path(download.value.path()).read_bytes()))
    header, *rows = book.get_sheet_by_index(0).to_python()
    titles = [one.split("\n")[0] for one in page.locator("#grid thead th").all_inner_texts()]
    assert header[1:4] == titles[:3]
    shown = [
        row.locator("th, td").all_inner_texts()[:3] for row in page.locator("#grid tbody tr").all()
    ]
    assert [row[1:4] for row in rows] == shown
