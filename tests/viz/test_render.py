"""The page: names stay text, nothing is asked of anybody else, the same view the same bytes."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from html.parser import HTMLParser

from tests.viz.conftest import HOSTILE, Draw

from ledwerk.graph.store import Store
from ledwerk.viz import render
from ledwerk.viz.view import View, network_view


class Page(HTMLParser):
    """Collects what a browser would find: tags, what they load, and scripts with text in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.attributes: set[str] = set()
        self.inline: list[str] = []
        self.data = ""
        self._script: dict[str, str | None] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "action"}]
        self._script = dict(attrs) if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._script is not None and self._script.get("type") == "application/json":
            self.data += data
        elif self._script is not None and data.strip():
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None


def test_names_stay_text_in_both_pages(draw: Draw) -> None:
    for made in (render.page(draw()), render.standalone(draw())):
        page = Page(made)
        assert "img" not in page.tags
        data = json.loads(page.data)
        assert data["facts"]["organisation:hostile"]["name"] == HOSTILE
        assert re.search(r"[<>&\u2028\u2029]", page.data) is None


def test_line_separators_are_escaped(draw: Draw) -> None:
    view = draw()
    made = render.page(View("a\u2028b", *(getattr(view, n) for n in View.__slots__[1:])))
    assert "\u2028" not in made
    assert json.loads(Page(made).data)["title"] == "a\u2028b"


def test_the_standalone_page_loads_nothing(draw: Draw) -> None:
    page = Page(render.standalone(draw()))
    assert [one for one in page.loads if not one.startswith(("data:", "?", "/graphql"))] == []
    assert "link" not in page.tags or "/static" not in "".join(page.loads)
    assert len(page.inline) == 2


def test_the_served_page_holds_no_script_or_style_of_its_own(draw: Draw) -> None:
    page = Page(render.page(draw()))
    assert page.inline == []
    assert "style" not in page.tags
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
    served = [one.rpartition("/")[2] for one in page.loads if one.startswith("/static/viz/")]
    assert sorted(served) == sorted(render.static_files())


def test_static_files_are_there() -> None:
    assert all(file.stat().st_size > 500 for file in render.static_files().values())


def test_static_files_are_found_without_importing_pyvis() -> None:
    code = (
        "import sys; from ledwerk.viz import render; render.static_files();"
        "sys.exit('pyvis' in sys.modules or 'networkx' in sys.modules)"
    )
    path = {"PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], env=path, check=False).returncode == 0


def test_one_view_gives_the_same_bytes(draw: Draw) -> None:
    assert render.page(draw()) == render.page(draw())
    assert render.standalone(draw("en")) == render.standalone(draw("en"))


def test_the_page_is_in_the_language_of_its_view(draw: Draw) -> None:
    dutch, english = render.page(draw("nl")), render.page(draw("en"))
    assert '<html lang="nl">' in dutch
    assert 'href="?lang=en"' in dutch
    assert '<html lang="en">' in english
    assert 'href="?lang=nl"' in english


def test_the_led_network_fits_in_a_megabyte(led: Store) -> None:
    made = render.standalone(asyncio.run(network_view(led)))
    assert 500_000 < len(made.encode()) < 1_500_000
