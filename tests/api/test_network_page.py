"""What the network page asks of the service, and that it is made once for all who ask."""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.viz.conftest import HOSTILE, tables

from ledwerk.api.app import create_app
from ledwerk.api.made import Made
from ledwerk.api.network_views import Views
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.model import MODEL
from ledwerk.viz.keeping import VARIABLE
from ledwerk.viz.state import PLAIN


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service over the small network, and the store that it is of."""
    folder = tmp_path_factory.mktemp("network")
    (folder / "data").mkdir()
    (folder / "data" / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in tables().items():
        (folder / "data" / f"{name}.csv").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(folder / "cache"))
        store = open_store(f"sqlite:{folder / 'store.sqlite'}")
        load(store, check(MODEL, folder / "data", store))
        app = create_app(store)
        with TestClient(app, base_url="http://localhost") as made:
            made.headers["accept-encoding"] = "identity"
            yield made
        app.state.views.close()
        app.state.analyst.close()
        store.close()


def asked(client: TestClient, path: str, **headers: str) -> Any:
    response = client.get(path, headers=headers)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_view_is_what_its_address_asks_for(client: TestClient) -> None:
    whole = asked(client, "/view.json?lang=en")
    assert (whole["address"], whole["detail"], whole["lang"]) == ("", "activities", "en")
    assert {node["id"] for node in whole["nodes"]} >= {"organisation:alfa", "project:brug"}
    some = asked(client, "/view.json?helix=industry&lang=en&nothing=known")
    assert some["address"] == "helix=industry"
    assert {node["id"] for node in some["nodes"]} == {
        "organisation:alfa", "project:brug",
    }  # fmt: skip
    places = {node["id"]: (node["x"], node["y"]) for node in whole["nodes"]}
    assert all(places[node["id"]] == (node["x"], node["y"]) for node in some["nodes"])


def test_a_selection_changes_the_state_and_draws_the_same(client: TestClient) -> None:
    plain = asked(client, "/view.json?lang=en")
    chosen = asked(client, "/view.json?selected=organisation:alfa&lang=en")
    assert chosen["state"]["selected"] == "organisation:alfa"
    assert chosen["address"] == "selected=organisation%3Aalfa"
    assert chosen["nodes"] == plain["nodes"]
    assert chosen["edges"] == plain["edges"]
    hidden = asked(client, "/view.json?selected=organisation:alfa&helix=civil&lang=en")
    assert "organisation:alfa" in {node["id"] for node in hidden["nodes"]}


def test_what_cannot_be_asked_is_told(client: TestClient) -> None:
    for query, words in (
        ("size=weight", "size='weight' is not known"),
        ("focus=organisation:alva", "did you mean 'organisation:alfa'"),
        ("gaps=alfa~beta", "'alfa' is not known"),
    ):
        response = client.get(f"/view.json?{query}")
        assert response.status_code == 400
        assert words in response.json()["errors"][0]["message"]


def test_a_client_that_has_it_gets_it_once(client: TestClient) -> None:
    first = client.get("/view.json?helix=civil")
    again = client.get("/view.json?helix=civil", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/view.json?helix=hybrid", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_it_is_packed_for_who_takes_that(client: TestClient) -> None:
    plain = client.get("/view.json").content
    with client.stream("GET", "/view.json", headers={"accept-encoding": "gzip"}) as packed:
        body = b"".join(packed.iter_raw())
        assert packed.headers["content-encoding"] == "gzip"
    assert len(body) < len(plain) / 3
    assert gzip.decompress(body) == plain


def test_the_page_holds_its_view_and_names_stay_text(client: TestClient) -> None:
    response = client.get("/?helix=civil&lang=en")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="en"' in response.text
    assert "<img src=x" not in response.text
    assert client.get("/?size=weight", headers={"accept": "text/html"}).status_code == 400


def test_filters_know_their_values(client: TestClient) -> None:
    found = asked(client, "/facets.json?lang=en")
    helices = {one["value"]: one["count"] for one in found["helix"]}
    assert helices["industry"] == 1
    assert found["programme"] == [
        {"value": "programme:bouwen", "label": "Bouwen", "count": 8}
    ]  # fmt: skip


def test_facts_are_those_of_the_panel(client: TestClient) -> None:
    found = asked(client, "/facts.json?id=organisation:hostile&lang=en")
    assert (found["name"], found["kind"]) == (HOSTILE, "organisation")
    assert set(found) == {
        "id", "name", "kind", "aliases", "rows", "lists", "sources", "disputes",
    }  # fmt: skip
    person = asked(client, "/facts.json?id=person:an-ank&lang=en")
    assert person["name"] == "An Ank"
    for wrong in ("organisation:nobody", "seat:an-raad", "source:het-boek", "x", ""):
        assert client.get("/facts.json", params={"id": wrong}).status_code == 400


def test_facts_of_a_cluster_are_its_members(client: TestClient) -> None:
    found = asked(client, "/facts.json?id=helix:industry&lang=en")
    assert (found["name"], found["kind"]) == ("industry", "cluster of parties")
    assert found["rows"] == [["parties", "1"]]
    ((title, entries),) = found["lists"]
    assert (title, [entry["id"] for entry in entries]) == ("in this cluster", ["organisation:alfa"])
    assert client.get("/facts.json?id=helix:nothing").status_code == 400
    # A municipality begins as clusters by municipality do, and is none.
    assert asked(client, "/facts.json?id=municipality:grootdorp")["name"] == "Grootdorp"


def test_suggestions_are_found_by_name_and_alias_also_of_what_is_not_drawn(
    client: TestClient,
) -> None:
    found = asked(client, "/suggest.json?q=alf&lang=en")["found"]
    assert found[0] == {
        "id": "organisation:alfa", "name": "Alfa", "alias": "", "kind": "Organisation",
        "kindLabel": "organisation",
    }  # fmt: skip
    (alias,) = asked(client, "/suggest.json?q=alpha&lang=en")["found"]
    assert (alias["name"], alias["alias"]) == ("Alfa", "Alpha")
    assert [one["id"] for one in asked(client, "/suggest.json?q=ank")["found"]] == ["person:an-ank"]
    assert asked(client, "/suggest.json?q=%20")["found"] == []
    assert asked(client, "/suggest.json")["found"] == []
    assert asked(client, f"/suggest.json?q={'x' * 5000}")["found"] == []


def test_a_change_is_seen_at_once_and_nothing_else_moves(client: TestClient) -> None:
    before = asked(client, "/view.json")
    store: Store = client.app.state.views._store  # type: ignore[attr-defined]
    editor = Editor(MODEL, store, Provenance("eva"))
    wish = {"name": "Later"}
    made, outcome = editing.edit(store, lambda: editing.create_node(editor, "Organisation", wish))
    tie = (editor, "PARTNER_IN", made.key, "project:weg", {})
    _, outcome = editing.edit(store, lambda: editing.add_relation(*tie))
    after = asked(client, f"/view.json?fresh={before['revision']}")
    assert after["revision"] == outcome.revision
    assert [node["id"] for node in after["nodes"] if node["fresh"]] == ["organisation:later"]
    places = {node["id"]: (node["x"], node["y"]) for node in after["nodes"]}
    assert all(places[node["id"]] == (node["x"], node["y"]) for node in before["nodes"])


def test_forty_who_ask_at_once_have_it_made_once() -> None:
    made = Made()
    calls: list[int] = []

    async def make() -> bytes:
        calls.append(1)
        await asyncio.sleep(0.01)
        return b"x"

    async def ask_all() -> list[bytes]:
        bodies = await asyncio.gather(*(made.get(("a",), make) for _ in range(40)))
        return [body.raw for body in bodies]

    assert asyncio.run(ask_all()) == [b"x"] * 40
    assert len(calls) == 1


def test_only_so_many_answers_and_bytes_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledwerk.api.made._MOST_BYTES", 100)
    made = Made(most=3)
    calls: list[int] = []

    async def ask(key: int, size: int = 1) -> None:
        async def make() -> bytes:
            calls.append(key)
            return b"x" * size

        await made.get((key,), make)

    async def all_of(*keys: int) -> None:
        for key in keys:
            await ask(key)

    asyncio.run(all_of(1, 2, 3, 1, 4))  # 1 was asked again, so that 2 goes
    asyncio.run(all_of(1, 3, 4))
    assert calls == [1, 2, 3, 4]
    asyncio.run(ask(5, size=200))  # too large to keep others beside it
    asyncio.run(all_of(5, 4))
    assert calls == [1, 2, 3, 4, 5, 4]


def test_who_goes_away_does_not_stop_the_others_and_errors_are_not_kept() -> None:
    made = Made()
    fails = [True]

    async def make() -> bytes:
        await asyncio.sleep(0.01)
        if fails.pop() if fails else False:
            raise ValueError("once")
        return b"x"

    async def ask() -> bytes:
        with pytest.raises(ValueError, match="once"):
            await made.get(("a",), make)
        leaving = asyncio.create_task(made.get(("a",), make))
        await asyncio.sleep(0)
        staying = asyncio.create_task(made.get(("a",), make))
        await asyncio.sleep(0)
        leaving.cancel()
        return (await staying).raw

    assert asyncio.run(ask()) == b"x"


def test_what_goes_wrong_when_nobody_waits_any_more_is_not_noise(
    caplog: pytest.LogCaptureFixture,
) -> None:
    made = Made()

    async def make() -> bytes:
        await asyncio.sleep(0.01)
        raise ValueError("unheard")

    async def leave() -> None:
        leaving = asyncio.create_task(made.get(("a",), make))
        await asyncio.sleep(0)
        leaving.cancel()
        await asyncio.sleep(0.05)

    asyncio.run(leave())
    gc.collect()
    assert "never retrieved" not in caplog.text


def test_views_of_a_service_that_is_stopped_are_refused_in_words(led: Store) -> None:
    views = Views(led)
    views.close()
    with pytest.raises(LedwerkError, match="being stopped"):
        asyncio.run(views.view(PLAIN, "nl"))


def test_a_warm_start_reads_no_network(
    led: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    first = Views(led)
    try:
        made = asyncio.run(first.kept("x", lambda: _bytes(first), always=True))
    finally:
        first.close()

    async def never() -> bytes:
        raise AssertionError("it is kept")

    second = Views(led)
    assert asyncio.run(second.kept("x", never)) == made


async def _bytes(views: Views) -> bytes:
    view = await views.view(PLAIN, "nl")
    return json.dumps([mark.id for mark in view.marks]).encode()


def test_what_is_kept_of_one_store_is_not_taken_for_another(
    tmp_path: Path, mini: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the same address and revision, such as a file that was made anew."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    seen = []
    for name in ("Alfa", "Beta"):
        (tmp_path / "s.sqlite").unlink(missing_ok=True)
        store = open_store(f"sqlite:{tmp_path / 's.sqlite'}")
        folder = mini(organisations=f"name,source\n{name},Bron\n", sources="name\nBron\n")
        load(store, check(MODEL, folder, store))
        views = Views(store)
        seen.append(asyncio.run(views.kept("x", lambda n=name: _named(n), always=True)))
        store.close()
    assert seen == [b"Alfa", b"Beta"]


async def _named(name: str) -> bytes:
    return name.encode()
