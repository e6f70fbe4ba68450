"""Tables over HTTP: their pages, their rows, and exports that list exactly what the page does."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook
from tests.viz.conftest import HOSTILE, tables

from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"
EVERY = (*MODEL.nodes, *MODEL.relations)


@pytest.fixture(scope="module")
def led_client(led: Store) -> TestClient:
    return TestClient(create_app(led, Settings()), base_url=BASE)


@pytest.fixture
def client(store: Store, mini: Callable[..., Path]) -> TestClient:
    load(store, check(MODEL, mini(**tables()), store))
    return TestClient(create_app(store, Settings()), base_url=BASE)


def rows(client: TestClient, table: str, **query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/tables/{table}.json", params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def names(client: TestClient, table: str, **query: str) -> list[str]:
    return [row["name"] for row in rows(client, table, **query)]


def sheet(client: TestClient, table: str, **query: str) -> list[list[Any]]:
    body = client.get(f"/tables/{table}.xlsx", params=query).content
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    assert book.sheet_names == [table]
    return book.get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.table)
def test_every_table_has_a_page_and_its_rows(led_client: TestClient, kind: Any) -> None:
    for lang in ("nl", "en"):
        page = led_client.get(f"/tables/{kind.table}?lang={lang}")
        assert page.status_code == 200
        assert "<script>" not in page.text
    found = led_client.get(f"/tables/{kind.table}.json").json()
    assert len(found["rows"]) == min(found["total"], 50)
    every = sheet(led_client, kind.table)
    assert len(every) == found["total"] + 1


def test_the_list_of_tables_counts_in_words(led_client: TestClient) -> None:
    page = led_client.get("/tables").text
    assert 'href="/tables/organisations?lang=nl">Organisaties</a></th><td class="number">63' in page
    assert 'href="/tables/partner_in?lang=nl">Is partner in</a>' in page
    assert "Who and what" in led_client.get("/tables?lang=en").text


def test_rows_are_found_by_name_alias_number_and_id(client: TestClient) -> None:
    assert names(client, "organisations", q="alf") == ["Alfa"]
    assert names(client, "organisations", q="A-1") == ["Alfa"]
    assert names(client, "organisations", q="organisation:beta") == ["Beta"]
    assert names(client, "seats", q="voorz") == names(client, "seats")
    assert names(client, "partner_in", q="grootd weg") == ["Grootdorp – Weg"]
    assert names(client, "organisations", q="zzz") == []


def test_rows_are_ordered_and_filtered(client: TestClient) -> None:
    down = names(client, "organisations", sort="-name")
    assert down == names(client, "organisations")[::-1]
    assert names(client, "organisations", helix="knowledge,industry") == ["Alfa", "Beta"]
    assert names(client, "organisations", helix="-") == ["Eenling"]
    assert names(client, "organisations", sme="no") == [HOSTILE]
    assert names(client, "projects", sort="start") == ["Brug", "Weg"]  # what is unknown comes last
    assert names(client, "projects", sort="-start") == ["Brug", "Weg"]
    assert names(client, "partner_in", role="lead") == ["Alfa – Brug"]
    assert names(client, "partner_in", sort="-party")[0].startswith("Grootdorp")
    assert names(client, "partner_in", sort="role")[0] == "Alfa – Brug"


def test_each_row_says_where_it_is_from(client: TestClient) -> None:
    (alfa,) = rows(client, "partner_in", q="alfa")
    assert alfa["from"] == [
        {"title": "Het boek", "locator": "regel 5", "basis": "stated", "dataset": "mini"}
    ]
    (seat,) = rows(client, "seats")
    assert {one["title"] for one in seat["from"]} == {"Het boek", "De krant"}


def test_pages_of_relations_turn_both_ways(led_client: TestClient) -> None:
    first = led_client.get("/tables/partner_in.json").json()
    assert first["total"] > 100
    assert (first["before"], first["after"]) == (False, True)
    second = led_client.get(f"/tables/partner_in.json?after={first['rows'][-1]['cursor']}").json()
    back = led_client.get(f"/tables/partner_in.json?before={second['rows'][0]['cursor']}").json()
    assert back["rows"] == first["rows"]
    last = led_client.get("/tables/partner_in.json?last=1").json()
    assert last["after"] is False


def test_relations_follow_what_is_edited(client: TestClient, store: Store) -> None:
    from ledwerk.loaders.editing import Editor, Provenance, edit, remove_node, update_relation

    editor = Editor(MODEL, store, Provenance("Anna"))
    assert len(rows(client, "partner_in")) == 4
    ends = ("PARTNER_IN", "municipality:grootdorp", "project:weg")
    edit(store, lambda: update_relation(editor, *ends, {"role": "lead"}))
    assert names(client, "partner_in", role="lead") == ["Alfa – Brug", "Grootdorp – Weg"]
    _, outcome = edit(store, lambda: remove_node(editor, "Project", "project:weg"))
    assert names(client, "partner_in") == ["Alfa – Brug", "De scholen – Brug"]
    from ledwerk.loaders.editing import undo

    store.amend(undo(editor, outcome.revision).amendment)
    assert len(rows(client, "partner_in")) == 4


def test_an_export_lists_what_the_page_does(client: TestClient) -> None:
    header, *cells = sheet(client, "organisations", q="a", sort="-name", columns="helix,sme")
    assert header == ["id", "naam", "helix", "mkb", "bron", "vindplaats"]
    assert [row[1] for row in cells] == names(client, "organisations", q="a", sort="-name")
    assert ["organisation:alfa", "Alfa", "bedrijfsleven", "ja", "Het boek", ""] in cells
    text = client.get("/tables/organisations.csv?lang=en&columns=helix").content
    found = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    assert found[0] == ["id", "name", "helix", "source", "locator"]
    assert HOSTILE in {row[1] for row in found}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("table", ["organisations", "projects", "programmes", "partner_in"])
def test_an_export_can_be_read_in_again(
    led_client: TestClient, led: Store, tmp_path: Path, table: str, lang: str
) -> None:
    every = ",".join(prop.name for kind in EVERY if kind.table == table for prop in kind.properties
                     if prop.name != "kind" or table == "organisations")  # fmt: skip
    query = {"lang": lang, "columns": every}
    file = tmp_path / "terug.xlsx"
    file.write_bytes(led_client.get(f"/tables/{table}.xlsx", params=query).content)
    again = check(MODEL, file, led, dataset="terug")
    total = led_client.get(f"/tables/{table}.json").json()["total"]
    assert len(again.change.statements) == total
    known = {row.key: row.values() for row in again.change.statements}
    with led.whole() as whole:
        kind = next(kind for kind in EVERY if kind.table == table)
        for fact in whole.facts(kind.name):
            told = {name: value for name, value in fact.values.items() if value != "unknown"}
            same = {n: v for n, v in known[fact.key].items() if v != "unknown"}
            assert same == told


def test_what_merging_would_do_is_told(client: TestClient) -> None:
    ends = {"keep": "organisation:beta", "gone": "organisation:alfa"}
    told = client.get("/tables/organisations/merge", params=ends).json()
    assert told["gone"] == "Alfa"
    assert {"label": "mkb", "value": "ja"} in told["values"]
    assert "is partner in: Brug" in told["moves"]
    assert told["doubles"] == []
    assert "Alfa" in names(client, "organisations")  # only told
    wrong = client.get("/tables/organisations/merge", params={**ends, "gone": "project:brug"})
    assert wrong.status_code == 400
    assert client.get("/tables/partner_in/merge", params=ends).status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/tables/nothing", 404),
        ("/tables/nothing.json", 404),
        ("/tables/organisations.pdf", 404),
        ("/tables/organisations.json?sort=aliases", 400),
        ("/tables/organisations.json?helix=groen", 400),
        ("/tables/organisations.json?columns=x", 400),
        ("/tables/organisations.json?after=x", 400),
        ("/tables/partner_in.json?after=x", 400),
        ("/tables/organisations?sort=nothing", 200),  # an old link shows the beginning, and why
    ],
)
def test_what_is_asked_wrongly_is_said(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    assert "Traceback" not in answer.text


def test_hostile_names_are_only_text(client: TestClient) -> None:
    page = client.get("/tables/organisations").text
    assert "<img" not in page
    assert HOSTILE in names(client, "organisations")
