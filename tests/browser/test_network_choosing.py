"""Search, filters, legend, focus, path, layouts: what is chosen on the network page, with mouse and keys."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Open
from tests.browser.network_page import address, go, panel, until

pytestmark = pytest.mark.browser

ALFA = "organisation:alfa"


def test_typing_a_name_finds_and_selects_a_mark(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    page.keyboard.press("/")
    page.keyboard.type("zuyd hog")
    page.wait_for_selector("#found [role=option]")
    assert page.locator("#found [role=option]").first.inner_text().startswith("Zuyd Hogeschool")
    assert page.locator("#query").get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert panel(page).startswith("Zuyd Hogeschool")
    assert address(page) == "selected=organisation%3Azuyd-hogeschool"
    assert page.evaluate("document.activeElement.textContent") == "Zuyd Hogeschool"
    page.keyboard.press("Escape")
    page.wait_for_selector("#panel", state="hidden")
    assert page.evaluate("document.activeElement.id") == "query"
    assert address(page) == ""


def test_what_is_not_drawn_is_found_too_and_then_drawn(open_page: Open, led_service: str) -> None:
    page = open_page(f"{led_service}/?most=40")
    page.locator("#query").fill("cofely")
    page.wait_for_selector("#found [role=option]")
    page.keyboard.press("Enter")
    assert "staat niet los in het beeld" in panel(page)
    page.get_by_role("button", name="1 stap").click()
    until(
        page, "() => ledwerk.view.current().nodes.some(node => node.id === 'organisation:cofely')"
    )


def test_people_and_boards_are_found_too(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.locator("#query").fill("ank")
    page.wait_for_selector("#found [role=option]")
    page.keyboard.press("Enter")
    assert panel(page).startswith("An Ank")
    page.locator("#facts button", has_text="Raad").click()
    page.wait_for_selector("#facts h2:has-text('Raad')")
    page.locator("#query").fill("zzzzzz")
    page.wait_for_selector("#found:has-text('Niets gevonden')")


def test_focus_goes_one_two_or_three_steps(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    page.evaluate("ledwerk.view.select('organisation:cofely').then(() => null)")
    panel(page)
    counts = []
    for steps in (1, 2, 3):
        page.get_by_role("button", name=f"{steps} stap").click()
        until(page, f"() => ledwerk.view.state().steps === {steps} && ledwerk.view.state().focus")
        counts.append(page.evaluate("ledwerk.view.current().nodes.length"))
    assert 1 < counts[0] < counts[1] <= counts[2]
    page.get_by_role("button", name="Alles weer laten zien").click()
    until(page, "() => ledwerk.view.state().focus === ''")


def test_a_path_from_one_to_another(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    page.evaluate("ledwerk.view.select('organisation:cofely').then(() => null)")
    panel(page)
    page.get_by_role("button", name="Pad vanaf hier").click()
    page.wait_for_selector("#facts:has-text('Kies nu het andere eind')")
    page.evaluate("ledwerk.view.select('organisation:zuyd-hogeschool').then(() => null)")
    page.wait_for_selector("#facts h2:has-text('Zuyd')")
    page.get_by_role("button", name="Pad naar hier").click()
    until(page, "() => ledwerk.view.current().nodes.filter(node => node.lit).length >= 2")
    assert "pad van Cofely naar Zuyd Hogeschool" in page.locator("#chips").inner_text()


def test_filters_are_lists_with_counts(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    page.keyboard.press("f")
    page.wait_for_selector("#filters:visible")
    page.locator("#filters summary", has_text="Helix").click()
    line = page.locator("#filters details label", has_text="kennis en onderwijs")
    assert int(line.locator("small").inner_text()) > 5
    line.click()
    until(page, "() => ledwerk.view.address() === 'helix=knowledge'")
    assert page.locator("#filters-toggle").inner_text() == "Filters (1)"
    assert line.locator("input").is_checked()
    municipalities = page.locator("#filters details", has=page.get_by_text("Gemeente", exact=True))
    municipalities.locator("summary").click()
    municipalities.locator("input[type=search]").fill("maastr")
    assert municipalities.locator("li span").all_inner_texts() == ["Gemeente Maastricht"]
    page.get_by_role("button", name="Verwijder: Helix: kennis en onderwijs").click()
    until(page, "() => ledwerk.view.address() === ''")
    assert not line.locator("input").is_checked()
    page.keyboard.press("Escape")
    assert page.locator("#filters").is_hidden()


def test_period_strength_size_colour_and_group(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Vanaf").fill("vroeger")
    page.keyboard.press("Tab")
    assert "Schrijf een jaar" in page.locator("#filters").inner_text()
    assert address(page) == ""
    page.get_by_label("Vanaf").fill("2014")
    page.keyboard.press("Tab")
    until(page, "() => ledwerk.view.address() === 'since=2014'")
    page.get_by_role("spinbutton", name="Sterkte").fill("2")
    page.keyboard.press("Tab")
    until(page, "() => ledwerk.view.state().strength === 2")
    page.get_by_role("button", name="Alles wissen").first.click()
    until(page, "() => ledwerk.view.address() === ''")
    page.get_by_label("Grootte").select_option("betweenness")
    page.get_by_label("Kleur").select_option("sector")
    until(page, "() => ledwerk.view.address() === 'size=betweenness&colour=sector'")
    page.get_by_label("Groeperen").select_option("helix")
    until(page, "() => ledwerk.view.current().nodes.some(node => node.members > 1)")


def test_gaps_are_asked_for_in_two_words(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("Wie mist er iemand?").select_option("sme")
    assert address(page) == ""
    page.get_by_label("Wie ontbreekt er?").select_option("campus")
    until(
        page,
        "() => ledwerk.view.address() === 'gaps=sme%7Ecampus' || ledwerk.view.address() === 'gaps=sme~campus'",
    )
    assert page.evaluate("ledwerk.view.current().edges.some(edge => edge.gap)")


def test_the_legend_filters(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    entry = page.locator("#legend button", has_text="bedrijfsleven")
    assert entry.get_attribute("aria-pressed") == "false"
    entry.click()
    until(page, "() => ledwerk.view.address() === 'helix=industry'")
    helices = page.evaluate(
        "[...new Set(ledwerk.view.current().nodes.map(node => node.helix))].filter(Boolean)"
    )
    assert helices == ["industry"]
    # What is filtered out can be let in from the legend again.
    page.locator("#legend button", has_text="overheid").click()
    until(page, "() => ledwerk.view.address() === 'helix=government&helix=industry'")
    assert page.evaluate("document.activeElement.textContent.startsWith('overheid')")


@pytest.mark.parametrize("layout", ["columns", "map"])
def test_layouts_are_one_press_away(open_page: Open, led_service: str, layout: str) -> None:
    page = open_page(led_service)
    words = {"columns": "Kolommen", "map": "Kaart"}
    button = page.get_by_role("button", name=words[layout])
    button.click()
    until(page, f"() => ledwerk.view.address() === 'layout={layout}'")
    assert button.get_attribute("aria-pressed") == "true"
    for form in ("svg", "png", "pdf", "gexf"):
        link = page.locator(f"#downloads a[data-form={form}]")
        assert link.get_attribute("href") == f"/picture.{form}?layout={layout}&lang=nl"
    assert page.locator("#save").get_attribute("href") == f"/stories?add=layout%3D{layout}&lang=nl"


def test_the_panel_can_be_read_and_left_by_keyboard(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    go(page, f"selected={ALFA}")
    assert panel(page).startswith("Alfa")
    page.locator("#facts button", has_text="Brug").press("Enter")
    page.wait_for_selector("#facts h2:has-text('Brug')")
    assert page.evaluate("document.activeElement.textContent") == "Brug"
