"""The pages of nodes and of a search: what stands on them, for whom, and what is refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.viz.conftest import HOSTILE, tables

from ledwerk.api import tokens_file
from ledwerk.api.app import create_app
from ledwerk.api.cli import main
from ledwerk.api.settings import Settings
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

UPDATE = """mutation ($text: String, $seen: Int) {
  updateOrganisation(id: "organisation:alfa", input: {textNl: $text}, expectedRevision: $seen) {
    revision organisation { text textEn } errors { code } } }"""
FIND = """query ($text: String!) { search(text: $text) { totalCount edges {
  matched snippet marked node { id text(lang: EN) } } } }"""


class Service:
    """A service over the small network, and its editor's token."""

    def __init__(self, store: Store, folder: Path) -> None:
        file = folder / "tokens.json"
        token = tokens_file.add(file, "Anna", "editor", None)[1]
        self.headers = {"authorization": f"Bearer {token}"}
        self.app = create_app(store, Settings(tokens=str(file)))
        self.client = TestClient(self.app, base_url="http://127.0.0.1", follow_redirects=False)

    def page(self, path: str, status: int = 200) -> str:
        answer = self.client.get(path, headers={"accept": "text/html"})
        assert answer.status_code == status, answer.text
        return answer.text

    def ask(self, query: str, **variables: Any) -> Any:
        body = {"query": query, "variables": variables}
        answer = self.client.post("/graphql", json=body, headers=self.headers).json()
        assert "errors" not in answer, answer
        return answer["data"]


@contextmanager
def serving(place: Path) -> Iterator[Service]:
    folder = place / "data"
    folder.mkdir()
    (folder / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in tables().items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{place / 'store.sqlite'}")
    load(store, check(MODEL, folder, store))
    made = Service(store, place)
    yield made
    made.app.state.analyst.close()
    store.close()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that nobody changes anything in."""
    with serving(tmp_path_factory.mktemp("read")) as made:
        yield made


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Service]:
    """A service of a test's own."""
    with serving(tmp_path) as made:
        yield made


def test_a_page_says_what_is_known_and_links_to_other_pages(service: Service) -> None:
    page = service.page("/node/organisation:alfa?lang=nl")
    assert "<h1>Alfa</h1>" in page
    assert "Ook bekend als Alpha, A-1" in page
    for near in ("campus:campus-noord", "organisation:beta", "project:brug"):
        assert f'<a href="/node/{near}?lang=nl">' in page
    assert "samen in " in page
    assert 'src="/picture.svg?focus=organisation%3Aalfa' in page
    assert '<section id="statements" data-node="organisation:alfa"' in page
    assert "(kracht 1; samen in " in page
    english = service.page("/node/organisation:alfa?lang=en")
    assert "Also known as" in english
    assert "Nobody has written" in english


@pytest.mark.parametrize(
    ("node", "told"),
    [
        ("person:an-ank", "Raad"), ("board:raad", "An Ank"), ("project:brug", "De scholen"),
        ("programme:bouwen", "Brug"), ("campus:campus-noord", "Alfa"), ("group:de-scholen", "Beta"),
        ("municipality:grootdorp", "Weg"), ("source:het-boek", "2016"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_kind_has_a_page(service: Service, node: str, told: str, lang: str) -> None:
    assert told in service.page(f"/node/{node}?lang={lang}")


def test_names_and_texts_are_shown_and_never_run(fresh: Service) -> None:
    page = fresh.page("/node/organisation:hostile")
    assert HOSTILE not in page
    assert "&lt;/script&gt;&lt;img src=x" in page
    fresh.ask(UPDATE, text="<script>x</script> [a](javascript:b) **vet**", seen=None)
    page = fresh.page("/node/organisation:alfa")
    shown = page[page.index('id="shown-text"') : page.index('id="markdown"')]
    assert "<strong>vet</strong>" in shown
    assert "<script" not in shown
    assert "href=" not in shown
    # As data for the script it stands where nothing in it can end the element.
    (data,) = re.findall(r'id="page-data">(.*?)</script>', page)
    assert json.loads(data)["texts"]["nl"].startswith("<script>")


def test_a_text_is_written_once_by_an_editor_and_refused_after_another(fresh: Service) -> None:
    (data,) = re.findall(r'id="page-data">(.*?)</script>', fresh.page("/node/organisation:alfa"))
    seen = json.loads(data)["revision"]
    made = fresh.ask(UPDATE, text="## Wat\n\nBrug naar het *zuiden*.", seen=seen)
    assert made["updateOrganisation"]["errors"] == []
    assert made["updateOrganisation"]["organisation"]["text"] == "## Wat\n\nBrug naar het *zuiden*."
    late = fresh.ask(UPDATE, text="Anders", seen=seen)["updateOrganisation"]
    assert [one["code"] for one in late["errors"]] == ["CHANGED_SINCE"]
    assert "<h4>Wat</h4>" in fresh.page("/node/organisation:alfa?lang=nl")
    english = fresh.page("/node/organisation:alfa?lang=en")
    assert "There is only a text in Dutch." in english
    assert '<div class="prose " lang="nl">' in english
    hits = fresh.ask(FIND, text="bruggen zuiden")["search"]
    assert hits["edges"][0]["node"]["id"] == "organisation:alfa"
    assert hits["edges"][0]["matched"] == "STEM"
    assert "**Brug**" in hits["edges"][0]["marked"]


def test_a_preview_is_the_same_as_the_page(service: Service) -> None:
    answer = service.client.post("/markdown.json", json={"text": "# a\n<b>"})
    assert answer.json() == {"html": "<h3>a</h3>\n<p>&lt;b&gt;</p>\n"}
    for body in ({}, {"text": 1}, {"text": None}, []):
        assert service.client.post("/markdown.json", json=body).status_code == 400
    assert service.client.post("/markdown.json", content="x").status_code == 400


def test_a_name_leads_to_its_page_or_to_a_search(service: Service) -> None:
    def led(path: str) -> str:
        answer = service.client.get(path)
        assert answer.status_code == 303
        return answer.headers["location"]

    assert led("/node?name=Alpha&lang=en") == "/node/organisation:alfa?lang=en"
    assert led("/node?name=al") == "/search?q=al&lang=nl"
    assert led("/node?name=") == "/search?q=&lang=nl"
    assert led("/node/seat:an-raad") == "/node/person:an-ank?lang=nl"
    for missing in ("organisation:nobody", "nonsense", "seat:none", "a/b/c", "indicator:x"):
        assert "Het lukte niet" in service.page(f"/node/{missing}", 404)


def test_the_history_of_a_page_is_told_newest_first(fresh: Service) -> None:
    fresh.ask(UPDATE, text="Een", seen=None)
    found = fresh.client.get("/node-history.json?id=organisation:alfa").json()
    assert [one["number"] for one in found["changes"]] == [2, 1]
    assert (found["changes"][0]["actor"], found["changes"][0]["action"]) == ("Anna", "update")
    other = fresh.client.get("/node-history.json?id=project:weg").json()
    assert [one["number"] for one in other["changes"]] == [1]
    none = fresh.client.get("/node-history.json?id=project:none").json()
    assert none == {"changes": [], "total": 0}


def test_a_page_is_sent_again_only_when_something_changed(fresh: Service) -> None:
    first = fresh.client.get("/node/organisation:alfa")
    known = {"if-none-match": first.headers["etag"]}
    assert fresh.client.get("/node/organisation:alfa", headers=known).status_code == 304
    fresh.ask(UPDATE, text="Nieuw", seen=None)
    assert fresh.client.get("/node/organisation:alfa", headers=known).status_code == 200


def test_a_search_shows_hits_with_what_was_found_and_why(service: Service) -> None:
    page = service.page("/search?q=brug&lang=nl")
    assert '<a href="/node/project:brug?lang=nl">Brug</a> <small>project · naam</small>' in page
    page = service.page("/search?q=alpha&lang=en")
    assert "<mark>Alpha</mark>" in page
    assert "other name" in page
    assert "Niets gevonden voor “xyzzy”" in service.page("/search?q=xyzzy&lang=nl")
    assert "gevonden" not in service.page("/search?lang=nl")
    mistaken = service.page("/search?q=grotdorp&lang=nl")
    assert "Bedoelde u:" in mistaken
    assert "/search?q=grootdorp&amp;lang=nl" in mistaken
    assert "Grootdorp" in mistaken
    only = service.page("/search?q=brug&kind=Programme&lang=nl")
    assert "Niets gevonden" in only
    for wrong in ("kind=Nothing", "after=x", "after=[1]", "after=[[]]", "after=[1,2,3]&start=x"):
        service.page(f"/search?q=a&{wrong}", 400)


def test_a_long_search_is_paged_without_a_gap(fresh: Service) -> None:
    create = "mutation ($name: String!) { createProject(input: {name: $name}) { errors { code } } }"
    for n in range(45):
        fresh.ask(create, name=f"Proefproject {n:02}")
    got: list[str] = []
    address = "/search?q=proefproject&lang=nl"
    for _ in range(3):
        page = fresh.page(address)
        got += re.findall(r"Proefproject \d\d(?=</a>)", page)
        found = re.search(r'<a href="([^"]*start=[^"]*)">Volgende', page)
        if found is None:
            break
        address = found[1].replace("&amp;", "&")
    assert got == [f"Proefproject {n:02}" for n in range(45)]
    assert "41 tot 45 van 45" in page


def test_the_command_line_searches_and_tells_the_text(
    fresh: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh.ask(UPDATE, text="Brug\n\nnaar het zuiden", seen=None)
    store = ["--store", f"sqlite:{tmp_path / 'store.sqlite'}"]
    assert main(["--lang", "en", "search", "zuiden", *store]) == 0
    assert capsys.readouterr().out == (
        "Alfa  (organisation, organisation:alfa; text)\n    Brug naar het zuiden\n"
    )
    assert main(["search", "grotdorp", "--json", *store]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["meant"], found["hits"][0]["matched"]) == (["grootdorp"], "TYPO")
    assert main(["--lang", "en", "search", "xyzzy", *store]) == 1
    assert "nothing found" in capsys.readouterr().out
    assert main(["search", " ", *store]) == 1
    assert main(["search", "a", "--kind", "Nothing", *store]) == 1
    capsys.readouterr()
    assert main(["--lang", "nl", "who", "Alfa", *store]) == 0
    assert "    Brug\n\n    naar het zuiden\n" in capsys.readouterr().out
