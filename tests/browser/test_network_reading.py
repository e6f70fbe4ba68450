"""The network page for everyone: by keyboard alone, from its tables alone, in the dark, on a phone, on paper."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Open
from tests.browser.network_page import address, go, panel, until

pytestmark = pytest.mark.browser

ALFA = "organisation:alfa"
CONTRAST = """() => {
  const lum = (text) => {
    const parts = text.match(/[\\d.]+/g).slice(0, 3).map(one => one / 255)
      .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (!/rgba\\(.*, 0\\)|transparent/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const low = [];
  for (const element of document.querySelectorAll("button, a, p, label, h1, h2, h3, li, dt, dd, small")) {
    if (!element.checkVisibility() || element.disabled || !element.innerText.trim()) continue;
    const [a, b] = [getComputedStyle(element).color, ground(element)].map(lum).sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) low.push(element.outerHTML.slice(0, 80));
  }
  return low;
}"""


def test_arrow_keys_go_from_mark_to_mark(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.locator("#network").focus()
    page.keyboard.press("ArrowRight")
    first = page.evaluate("ledwerk.light.reached()")
    assert first is not None
    x = page.evaluate("id => ledwerk.network.getPosition(id).x", first)
    for key, back in (("ArrowRight", "ArrowLeft"), ("ArrowLeft", "ArrowRight")):
        page.keyboard.press(key)
        reached = page.evaluate("ledwerk.light.reached()")
        if reached == first:
            continue  # nothing lies on that side
        there = page.evaluate("id => ledwerk.network.getPosition(id).x", reached)
        assert (there > x) is (key == "ArrowRight")
        name = page.evaluate("id => ledwerk.picture.mark(id).name", reached)
        page.wait_for_selector(f"#said:has-text({name!r})", state="attached")
        page.keyboard.press("Enter")
        assert panel(page).startswith(name)
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.id") == "network"
        page.keyboard.press(back)


def test_keys_zoom_and_fit(open_page: Open, small_service: str) -> None:
    page = open_page(small_service, reduced_motion="reduce")
    page.locator("#network").focus()
    whole = page.evaluate("ledwerk.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("ledwerk.network.getScale()") > whole
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert page.evaluate("ledwerk.network.getScale()") < whole
    page.keyboard.press("0")
    assert page.evaluate("ledwerk.network.getScale()") == pytest.approx(whole)


def test_a_list_of_keys_is_one_key_away(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.keyboard.press("?")
    assert "dichtstbijzijnde punt" in page.locator("#keys").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_everything_is_in_tables_behind_the_picture(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    page.wait_for_selector("#table tbody tr", state="attached")
    # Read out at any time, though not reached by Tab while it is put away.
    assert page.get_by_role("table", name="Punten").count() == 1
    assert page.locator("#table button[tabindex='0']").count() == 0
    page.get_by_role("button", name="Tabel", exact=True).click()
    marks = page.get_by_role("table", name="Punten")
    assert marks.locator("tbody tr").count() == page.evaluate("ledwerk.view.current().nodes.length")
    ties = page.get_by_role("table", name="Verbindingen")
    assert ties.locator("tbody tr").count() == page.evaluate("ledwerk.view.current().edges.length")
    names = marks.locator("tbody th").all_inner_texts()
    marks.get_by_role("button", name="Naam").click()
    assert marks.locator("tbody th").all_inner_texts() == names[::-1]
    marks.get_by_role("button", name="Verbindingen").click()
    assert marks.locator("th[aria-sort=ascending]").inner_text().strip().startswith("Verbindingen")
    marks.get_by_role("button", name="Brug").click()
    assert panel(page).startswith("Brug")
    ties.get_by_role("button", name="Kies de verbinding Alfa – Brug").click()
    page.wait_for_selector("#facts h2:has-text('Alfa – Brug')")


def test_the_tasks_of_a_workshop_without_the_picture(open_page: Open, led_service: str) -> None:
    """Find a party, see its partners, show only them, go back; with the picture hidden."""
    page = open_page(led_service)
    page.evaluate("document.getElementById('network').style.visibility = 'hidden'")
    page.get_by_role("combobox").fill("cofely")
    page.get_by_role("option").first.wait_for()
    page.get_by_role("combobox").press("Enter")
    page.get_by_role("heading", name="Cofely").wait_for()
    page.get_by_role("button", name="1 stap").press("Enter")
    until(page, "() => ledwerk.view.state().focus !== ''")
    page.get_by_role("button", name="Tabel", exact=True).press("Enter")
    rows = page.get_by_role("table", name="Punten").get_by_role("rowheader").all_inner_texts()
    assert "Cofely" in rows
    assert 1 < len(rows) < 60
    page.get_by_role("button", name="Stap terug").press("Enter")
    until(page, "() => ledwerk.view.state().focus === ''")


def test_the_picture_is_told_in_words(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    told = page.locator("#network").evaluate(
        "element => document.getElementById(element.getAttribute('aria-describedby')).textContent"
    )
    count = page.evaluate("ledwerk.view.current().nodes.length")
    assert f"Het beeld toont {count} punten" in told
    go(page, "helix=industry")
    page.wait_for_selector("#said:has-text('Helix: bedrijfsleven')", state="attached")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_stand_out_in_both_themes(open_page: Open, led_service: str, theme: str) -> None:
    page = open_page(f"{led_service}/?theme={theme}&helix=industry&selected=organisation:cofely")
    panel(page)
    page.get_by_role("button", name="Filters").click()
    page.get_by_role("button", name="Tabel", exact=True).click()
    assert page.evaluate(CONTRAST) == []


def test_the_picture_follows_the_theme(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    ink = "ledwerk.picture.nodes.get('organisation:beta').font.color"
    light = page.evaluate(ink)
    page.get_by_role("button", name="Donker").click()
    assert page.evaluate(ink) != light
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 23, 29)"
    page.reload()
    until(page, "() => document.body.dataset.ready === 'true'")
    assert page.evaluate(ink) != light


@pytest.mark.parametrize(("width", "height"), [(360, 640), (390, 800), (1280, 720)])
def test_nothing_sticks_out_of_the_screen(
    open_page: Open, small_service: str, width: int, height: int
) -> None:
    page = open_page(
        f"{small_service}/?helix=civil&focus=organisation:hostile", width=width, height=height
    )

    def fits() -> bool:
        found: bool = page.evaluate("document.documentElement.scrollWidth") <= width
        return found

    assert fits()
    page.evaluate("ledwerk.view.select('organisation:hostile').then(() => null)")
    panel(page)
    assert fits()
    assert page.locator("#close").is_visible()
    page.locator("#close").click()
    page.locator("#filters-toggle").click()
    assert fits()
    page.locator("#filters .shut").click()
    page.locator("#table-toggle").click()
    assert fits()
    page.locator("#more-toggle").click()
    assert fits()
    small = page.evaluate("""() => [...document.querySelectorAll("button, a, summary")]
      .filter(one => one.checkVisibility() && !one.closest(".skip, .put-away"))
      .filter(one => { const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; })
      .map(one => one.outerHTML.slice(0, 90) + one.getBoundingClientRect().width)""")
    assert small == []


def test_the_facts_are_a_sheet_from_below_on_a_phone(open_page: Open, small_service: str) -> None:
    page = open_page(f"{small_service}/?selected={ALFA}", width=360, height=740)
    panel(page)
    box = page.locator("#panel").bounding_box()
    assert box is not None
    assert box["width"] == 360
    assert box["y"] > 250
    assert page.locator("#network").is_visible()


def test_the_large_screen_hides_all_but_the_picture(open_page: Open, small_service: str) -> None:
    page = open_page(small_service)
    before = page.locator("#network").bounding_box()
    page.get_by_role("button", name="Groot scherm").click()
    assert not page.locator(".tools").is_visible()
    assert not page.locator(".top").is_visible()
    after = page.locator("#network").bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > before["height"]
    page.keyboard.press("Escape")
    page.wait_for_selector(".tools:visible")


def test_it_prints_the_picture_with_legend_and_source(open_page: Open, led_service: str) -> None:
    page = open_page(f"{led_service}/?theme=dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#printed").is_visible()
    assert page.locator("#printed").evaluate("image => image.naturalWidth > 500")
    assert page.locator("#legend").is_visible()
    assert not page.locator(".tools button").first.is_visible()
    assert page.locator("#imprint").inner_text().startswith("Bron")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#printed").count() == 0
    assert address(page) == ""


def test_moving_the_picture_draws_no_mark_anew(open_page: Open, led_service: str) -> None:
    page = open_page(led_service)
    until(page, "() => ledwerk.sheet.sharp()")
    page.evaluate("""() => {
      window.drawn = 0;
      for (const node of Object.values(ledwerk.network.body.nodes)) {
        const draw = node.draw.bind(node);
        node.draw = (context) => { drawn += 1; return draw(context); };
      }
    }""")
    page.mouse.move(800, 800)
    page.mouse.down()
    for step in range(20):
        page.mouse.move(800 + 4 * step, 800)
    page.mouse.up()
    assert page.evaluate("drawn") == 0
    page.evaluate("ledwerk.sheet.stale(); ledwerk.network.redraw()")
    until(page, "() => drawn > 50")


def test_a_refreshed_view_leaves_whoever_reads_the_panel_where_they_are(
    open_page: Open, small_service: str
) -> None:
    page = open_page(f"{small_service}/?selected={ALFA}")
    panel(page)
    brug = page.locator("#facts").get_by_role("button", name="Brug", exact=True)
    brug.focus()
    page.evaluate("ledwerk.view.refresh().then(() => null)")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.activeElement.textContent") == "Brug"
    page.keyboard.press("Enter")
    page.wait_for_selector("#facts h2:has-text('Brug')")
