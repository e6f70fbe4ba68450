"""Point by point what keeps a name from becoming markup: on every address that the service has."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook
from tests.api.everywhere import examples, hostile_room, patient, readable
from tests.api.workshop_room import Room
from tests.viz.conftest import HOSTILE

from ledwerk.api.app import CSP

Place = tuple[Room, TestClient, dict[str, str]]
Answers = Callable[[str], list[tuple[str, str, bytes]]]
AS_TAG = "<img src=x"
_BROWSER = {"accept": "text/html, */*"}
_DATA = ("application/json", "application/octet-stream", "text/plain")  # never run
# Files to keep, not pages: they hold their scripts, and are saved, never shown by the service.
_FILES = ("/stories/{ident}.html",)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with hostile_room(tmp_path_factory.mktemp("hostile")) as made:
        yield made


class Seen(HTMLParser):
    """What is in a page that a strict policy would stop, and the texts that it shows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.texts: list[str] = []
        self.ended: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and not given.get("src") and given.get("type") not in _DATA:
            self.wrong.append("a script in the page")
        if tag in {"style", "iframe", "object", "embed", "base"}:
            self.wrong.append(f"<{tag}>")
        for name, value in given.items():
            if name.startswith("on") or name == "style":
                self.wrong.append(f"<{tag} {name}={value!r}>")
            if name in {"src", "href", "action"} and re.match(
                r"(https?:)?//|javascript:", value or ""
            ):
                self.wrong.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        self.ended.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def seen(page: str) -> Seen:
    made = Seen()
    made.feed(page)
    made.close()
    return made


def test_every_path_that_can_be_read_is_looked_at(place: Place) -> None:
    room, _, spoken = place
    assert readable(room.app) == set(examples(spoken))


@pytest.fixture(scope="module")
def everything(place: Place) -> list[tuple[str, str, str, bytes]]:
    """The path, the address, the content type and the body of every answer, in both languages."""
    _, editor, spoken = place
    found = []
    for path, addresses in examples(spoken).items():
        for address in addresses():
            for lang in ("nl", "en"):
                shown = f"{address}{'&' if '?' in address else '?'}lang={lang}"
                answer = patient(lambda at=shown: editor.get(at, headers=_BROWSER))  # type: ignore[misc]
                headers = answer.headers
                assert answer.status_code < 500, (shown, answer.text[:300])
                assert headers["content-security-policy"] == CSP, shown
                assert headers["x-content-type-options"] == "nosniff", shown
                assert headers["referrer-policy"] == "no-referrer", shown
                if path in _FILES:
                    assert "attachment" in headers["content-disposition"]
                found.append((path, shown, headers.get("content-type", ""), answer.content))
    return found


@pytest.fixture
def answers(everything: list[tuple[str, str, str, bytes]]) -> Answers:
    """The path, the address and the body of every answer of a content type."""
    return lambda kind: [
        (path, address, body) for path, address, type_, body in everything if type_.startswith(kind)
    ]


def test_the_policy_lets_no_script_stand_in_a_page() -> None:
    directives = dict(one.strip().split(" ", 1) for one in CSP.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self'"
    assert directives["form-action"] == directives["base-uri"] == "'none'"
    assert directives["frame-ancestors"] == "'none'"
    assert "unsafe-eval" not in CSP


def test_pages_hold_no_script_no_style_and_no_handler_and_show_names_as_text(
    answers: Answers,
) -> None:
    pages = {}
    for path, address, body in answers("text/html"):
        text = body.decode()
        assert AS_TAG not in text, address
        if path in _FILES:
            continue
        page = seen(text)
        assert page.wrong == [], address
        pages[address] = page
    assert len(pages) > 40
    # Names that a page gets in its first HTML are there, whole, as text.
    named = [
        address for address, page in pages.items() if any(HOSTILE in one for one in page.texts)
    ]
    assert named


def test_graphiql_is_as_strict(place: Place) -> None:
    answer = place[1].get("/graphql", headers={"accept": "text/html"})
    assert answer.headers["content-security-policy"].startswith(
        "default-src 'none'; script-src 'self'"
    )
    assert seen(answer.text).wrong == []


def test_json_is_never_taken_for_a_page_and_names_are_whole_in_it(answers: Answers) -> None:
    found = 0
    for _, address, body in answers("application/json"):
        told = json.dumps(json.loads(body), ensure_ascii=False)
        found += json.dumps(HOSTILE, ensure_ascii=False)[1:-1] in told
        assert address
    assert found > 4


def test_pictures_and_graph_files_hold_names_as_text_only(answers: Answers) -> None:
    named = set()
    for kind in (
        "image/svg",
        "application/gexf",
        "application/graphml",
        "application/xml",
        "text/xml",
    ):
        for _, address, body in answers(kind):
            assert AS_TAG.encode() not in body, address
            tree = ET.fromstring(body)  # noqa: S314 - our own
            tags = {one.tag.rpartition("}")[2] for one in tree.iter()}
            assert not tags & {"script", "img", "foreignObject"}, address
            for one in tree.iter():
                assert not [name for name in one.attrib if name.rpartition("}")[2].startswith("on")]
            words = [*(one.text or "" for one in tree.iter()), *_attributes(tree)]
            if any("</script>" in word for word in words):
                named.add(address.partition("?")[0])
    assert {"/picture.svg", "/picture.gexf", "/export.gexf", "/export.graphml"} <= named


def _attributes(tree: ET.Element) -> list[str]:
    return [value for one in tree.iter() for value in one.attrib.values()]


def test_spreadsheets_hold_names_as_text_only(answers: Answers) -> None:
    named = set()
    for _, address, body in answers("application/vnd.openxmlformats"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        cells = [
            cell
            for name in book.sheet_names
            for row in book.get_sheet_by_name(name).to_python()
            for cell in row
        ]
        if any(HOSTILE in str(cell) for cell in cells):
            named.add(address.partition("?")[0])
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            sheets = [packed.read(one) for one in packed.namelist() if "/worksheets/" in one]
        assert not any(b"<f>" in sheet for sheet in sheets), address
    assert {"/tables/organisations.xlsx", "/agreements.xlsx", "/export.xlsx"} <= named
    assert "/workshop/report.xlsx" in named


def test_comma_separated_text_reads_back_whole(answers: Answers) -> None:
    named = set()
    for _, address, body in answers("text/csv"):
        rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
        assert len({len(row) for row in rows}) == 1, address
        if any(HOSTILE in row for row in rows):
            named.add(address.partition("?")[0])
    assert {"/tables/organisations.csv", "/tables/people.csv", "/tables/sources.csv"} <= named


def test_a_calendar_keeps_names_in_their_lines(answers: Answers) -> None:
    bodies = [body.decode() for _, _, body in answers("text/calendar")]
    assert bodies
    for body in bodies:
        unfolded = body.replace("\r\n ", "")
        assert all(re.match(r"[A-Z-]+[:;]", line) for line in unfolded.split("\r\n") if line)


def test_a_story_as_a_file_shows_names_as_text(answers: Answers) -> None:
    files = [body.decode() for path, _, body in answers("text/html") if path in _FILES]
    assert files
    for file in files:
        whole_file(file)


def whole_file(file: str) -> None:
    """It ends where it should, and nothing in it is run but its own scripts."""
    assert AS_TAG not in file
    page = seen(file)
    assert file.rstrip().endswith("</html>")
    assert "html" in page.ended
    assert not [one for one in page.wrong if " on" in one]


def test_names_in_the_page_of_a_file(place: Place, tmp_path: Path) -> None:
    room = place[0]
    from ledwerk.viz import render
    from ledwerk.viz.view import network_view

    view = room.facilitator.portal.call(network_view, room.store)  # type: ignore[union-attr]
    (tmp_path / "network.html").write_text(render.standalone(view), encoding="utf-8")
    page = (tmp_path / "network.html").read_text(encoding="utf-8")
    whole_file(page)
