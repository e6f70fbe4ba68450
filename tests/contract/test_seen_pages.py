"""Pages as of another moment, and believing only some: what they show, and what they link to."""

from __future__ import annotations

import html
import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fastapi.testclient import TestClient
from tests.contract.making import link, node, put

from ledwerk.api.app import create_app
from ledwerk.graph.store import Amendment, Store
from ledwerk.schema.statements import EDITED, EDITS, Statement

A, B, PLAN = "organisation:a", "organisation:b", "project:p"
ONE = [
    node(A, name="Alfa", aliases=("Eerste",), text_nl="Zie [plan](project:p).",
         helix="industry", cited="source:s", dataset="one"),
    node(PLAN, name="Plan", cited="source:s", dataset="one"),
    link("PARTNER_IN", A, PLAN, cited="source:s", dataset="one"),
    node("source:s", name="Krant", date="2016", dataset="one"),
]  # fmt: skip
TWO = [
    node(B, name="Beta", cited="source:t", basis="assessed", dataset="two"),
    link("PARTNER_IN", B, PLAN, cited="source:t", basis="assessed", dataset="two"),
    node("source:t", name="Jaarverslag", date="2017", dataset="two"),
]
EDIT = Statement(EDITS, "Organisation", A, (("name", "Alpha BV"),), basis=EDITED)


class Service:
    """A service over a store with three changes, and the moment after the first of them."""

    def __init__(self, store: Store) -> None:
        put(store, *ONE, dataset="one")
        time.sleep(0.003)
        self.then = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
        time.sleep(0.003)
        put(store, *TWO, dataset="two")
        store.amend(Amendment((EDIT,), (), "An"))
        self.app = create_app(store)
        self.client = TestClient(self.app, base_url="http://127.0.0.1", follow_redirects=False)

    def get(self, path: str, status: int = 200) -> Any:
        answer = self.client.get(path, headers={"accept": "text/html"})
        assert answer.status_code == status, answer.text
        return answer

    def page(self, path: str) -> str:
        """A page's HTML; every link in it to a page that can be seen so keeps what is asked."""
        made = self.get(path).text
        asked = {k: v for k, v in parse_qs(urlsplit(path).query).items() if k in {"known", "trust"}}
        for there in map(html.unescape, re.findall(r'(?:href|src)="(/[^"]*)"', made)):
            parts = urlsplit(there)
            if parts.path == "/" or re.match(r"/(node|search|tables|picture)", parts.path):
                kept = {k: v for k, v in parse_qs(parts.query).items() if k in asked}
                back = f'id="seen-now" href="{html.escape(there)}"' in made
                assert kept == ({} if back else asked), there
        for form in re.findall(r'<form[^>]*action="/search".*?</form>', made, re.DOTALL):
            for name, values in asked.items():
                for value in values:
                    assert f'name="{name}" value="{html.escape(value)}"' in form
        return made


@pytest.fixture
def service(store: Store) -> Iterator[Service]:
    made = Service(store)
    with made.client:
        yield made
    made.app.state.analyst.close()


def _data(page: str) -> Any:
    (found,) = re.findall(r'id="page-data">(.*?)</script>', page, re.DOTALL)
    return json.loads(found)


def test_the_page_of_a_node_is_seen_as_it_was_and_as_some_believe(service: Service) -> None:
    now = service.page(f"/node/{A}")
    assert "<h1>Alpha BV</h1>" in now
    assert "seen-as" not in now
    assert 'id="writing"' in now
    then = service.page(f"/node/{A}?known={service.then}&lang=en")
    assert "<h1>Alfa</h1>" in then
    assert "Beta" not in then
    assert "As known on" in then
    assert f'<a id="seen-now" href="/node/{A}?lang=en">Back to everything, as of now</a>' in then
    assert 'data-seen="true"' in then
    assert 'id="writing"' not in then
    told = service.page(f"/node/{PLAN}?trust=basis:assessed&trust=dataset:two")
    assert "<h1>p</h1>" in told.lower()  # its name is from what is not believed
    assert "Alleen " in told
    assert "Beta" in told
    assert "Alpha" not in told


def test_a_node_that_was_not_there_is_not_there(service: Service) -> None:
    service.get(f"/node/{B}")
    gone = service.get(f"/node/{B}?known={service.then}", 404).text
    assert "organisation:b" in gone
    assert f'<a id="seen-now" href="/node/{B}">' in gone
    assert service.get(f"/node/{A}?known=1999", 404)
    assert "1 oktober" in service.get(f"/node/{A}?known=1%20oktober", 400).text
    assert "two" in service.get(f"/node/{A}?trust=dataset:three", 400).text


def test_a_node_is_looked_up_by_the_name_that_it_had(service: Service) -> None:
    then = f"known={quote(service.then)}"
    there = service.get(f"/node?name=Alfa&{then}&lang=en", 303).headers["location"]
    assert there == f"/node/{A}?lang=en&{then}"
    assert service.get("/node?name=Alfa", 303).headers["location"].startswith("/search?")
    there = service.get(f"/node?name=Alpha BV&{then}", 303).headers["location"]
    assert there.startswith("/search?")
    assert then in there


def test_a_search_finds_what_was_there(service: Service) -> None:
    assert "Beta" in service.page("/search?q=beta")
    then = service.page(f"/search?q=beta&known={service.then}")
    assert '<ol class="hits"' not in then
    assert "Zoals bekend op" in then
    assert 'href="/search?q=beta&amp;lang=nl">Terug naar alles' in then
    assert '<ol class="hits"' in service.page(f"/search?q=alfa&known={service.then}")
    assert '<ol class="hits"' not in service.page("/search?q=alfa&trust=dataset:two")


def test_tables_show_what_was_there_and_offer_no_change(service: Service) -> None:
    assert _data(service.page("/tables/organisations"))["listed"]["total"] == 2
    then = service.page(f"/tables/organisations?known={service.then}&q=a&after=x&lang=en")
    assert 'id="seen-now" href="/tables/organisations?q=a&amp;lang=en"' in then
    page = _data(service.page(f"/tables/organisations?known={service.then}"))
    assert [row["name"] for row in page["listed"]["rows"]] == ["Alfa"]
    rows = service.get(f"/tables/partner_in.json?known={service.then}").json()
    assert (rows["total"], rows["rows"][0]["name"]) == (1, "Alfa – Plan")
    rows = service.get("/tables/partner_in.json?trust=basis:assessed").json()
    assert [row["key"] for row in rows["rows"]] == [f"PARTNER_IN:{B}>{PLAN}"]
    assert service.get("/tables/partner_in.json").json()["total"] == 2
    sheet = service.get(f"/tables/organisations.csv?known={service.then}").text
    assert "Alfa" in sheet
    assert "Beta" not in sheet
    counts = service.page(f"/tables?known={service.then}&lang=en")
    assert re.search(r">Organisations</a></th><td class=\"number\">1<", counts)
    assert "/import" not in counts


def test_the_box_of_the_network_and_its_filters_offer_what_was_there(service: Service) -> None:
    def offered(path: str) -> Any:
        return service.get(path).json()

    then = f"known={service.then}"
    assert [one["id"] for one in offered("/suggest.json?q=beta")["found"]] == [B]
    assert offered(f"/suggest.json?q=beta&{then}")["found"] == []
    (alfa,) = offered(f"/suggest.json?q=alfa&{then}&lang=en")["found"]
    assert alfa["name"] == "Alfa"
    now, was = offered("/facets.json"), offered(f"/facets.json?{then}&strength=3")
    assert sum(one["count"] for one in now["helix"]) == 2
    assert sum(one["count"] for one in was["helix"]) == 1
    assert offered("/facets.json?trust=dataset:two") != now
    assert offered("/facets.json") == now


def test_the_changes_of_a_node_are_those_of_then(service: Service) -> None:
    def total(more: str) -> Any:
        return service.get(f"/node-history.json?id={A}{more}").json()["total"]

    assert (total(""), total(f"&known={service.then}")) == (2, 1)


_OF_NOW = (
    "/changes", "/history", "/review", "/match", "/import", "/stories", "/workshop",
    "/tables/organisations/merge?keep=a&gone=b", "/export.json",
)  # fmt: skip


def test_what_knows_no_other_moment_says_so(service: Service) -> None:
    refused = "this is only there as of now"
    for path in _OF_NOW:
        asking = f"{path}{'&' if '?' in path else '?'}lang=en&"
        for more in ("known=2016", "trust=basis:stated"):
            assert refused in service.get(f"{asking}{more}", 400).text
        assert refused not in service.client.get(f"{asking}known=").text
