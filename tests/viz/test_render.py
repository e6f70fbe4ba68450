"""The page: names stay text, nothing is asked of anybody else, the same view the same bytes."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import re
import subprocess
import sys
from dataclasses import asdict, fields, replace
from html.parser import HTMLParser
from typing import Any

from tests.viz.conftest import HOSTILE, Draw

from ledwerk.graph.store import Store
from ledwerk.viz import render
from ledwerk.viz.state import PLAIN, ViewState
from ledwerk.viz.view import network_view


class Page(HTMLParser):
    """Collects what a browser would find: tags, what they load, and scripts with text in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.attributes: set[str] = set()
        self.inline: list[str] = []
        self.data: dict[str, Any] = {}
        self.packed = ""
        self._script: dict[str, str | None] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "action"}]
        self._script = dict(attrs) if tag == "script" else None

    def handle_data(self, data: str) -> None:
        script = self._script
        if script is None:
            return
        if script.get("type") == "application/json":
            self.data[script["id"] or ""] = json.loads(data)
            self.raw = data
        elif script.get("type") == "text/plain":
            self.packed += data
        elif data.strip():
            self.inline.append(data)

    def unpacked(self) -> Any:
        """What the page's own script finds in the packed part."""
        return json.loads(gzip.decompress(base64.b64decode(self.packed)))

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None


def test_names_stay_text_in_both_pages(draw: Draw) -> None:
    served, alone = render.page(draw()), render.standalone(draw())
    page = Page(served)
    nodes = page.data["page-data"]["views"][0]["nodes"]
    assert HOSTILE in [node["name"] for node in nodes]
    assert re.search(r"[<>&\u2028\u2029]", page.raw) is None
    assert Page(alone).unpacked()["facts"]["organisation:hostile"]["name"] == HOSTILE
    for made in (served, alone):
        assert "img" not in Page(made).tags
        assert HOSTILE not in made


def test_line_separators_are_escaped(draw: Draw) -> None:
    made = render.page(replace(draw(), title="a\u2028b <i>"))
    page = Page(made)
    assert page.data["page-data"]["views"][0]["title"] == "a\u2028b <i>"
    assert "\u2028" not in page.raw
    assert "i" not in page.tags


def test_the_standalone_page_loads_nothing(draw: Draw) -> None:
    page = Page(render.standalone(draw()))
    assert "link" not in page.tags or "/static" not in "".join(page.loads)
    assert [one for one in page.loads if one.startswith(("http", "//", "/static"))] == []
    assert page.tags.count("style") >= 3
    assert page.unpacked()["views"][0]["nodes"]


def test_a_file_holds_several_views_and_a_story(draw: Draw) -> None:
    views = [draw(), replace(draw(), state=ViewState(focus="organisation:alfa"))]
    story = {"title": "Verhaal", "steps": [{"title": "Een", "text": "", "address": ""}]}
    page = Page(render.standalone(views, lang="nl", story=story))
    assert [one["address"] for one in page.unpacked()["views"]] == [
        "",
        "focus=organisation%3Aalfa",
    ]
    assert page.data["page-data"]["story"] == story
    assert page.data["page-data"]["mode"] == "file"


def test_the_served_page_holds_no_script_or_style_of_its_own(draw: Draw) -> None:
    page = Page(render.page(draw()))
    assert page.inline == []
    assert "style" not in page.tags
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
    served = {one.rpartition("/")[2] for one in page.loads if one.startswith("/static/viz/")}
    own = {name for name in render.static_files() if name.startswith(("network", "base", "vis"))}
    assert own <= served <= set(render.static_files())


def test_the_page_knows_a_state_as_the_service_does(draw: Draw) -> None:
    data = Page(render.page(draw())).data["page-data"]
    assert dict(data["plain"]) == json.loads(json.dumps(asdict(PLAIN)))
    assert [name for name, _ in data["plain"]] == [one.name for one in fields(PLAIN)]


def test_static_files_are_there() -> None:
    assert all(file.stat().st_size for file in render.static_files().values())


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


def test_the_led_network_fits_in_900_000_bytes(led: Store) -> None:
    made = render.standalone(asyncio.run(network_view(led)))
    assert 500_000 < len(made.encode()) <= 900_000
