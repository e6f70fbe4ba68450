"""Bringing in a file over HTTP: handed in, looked at, chosen for, taken over once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook

from ledwerk.api.app import create_app
from ledwerk.api.importing_held import Shelf
from ledwerk.api.settings import Settings
from ledwerk.api.tokens_file import Role, add
from ledwerk.graph.store import Store
from ledwerk.loaders.preview_tables import Wanted
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"
OCTETS = {"content-type": "application/octet-stream"}
LIST = "Naam;MKB\nNieuw bedrijf;ja\nBizzdom;ja\n"
Client = Callable[..., TestClient]


@pytest.fixture
def client(store: Store, mini: Callable[..., Path], tmp_path: Path) -> Client:
    """Clients of a service that knows one firm; each signed in as somebody, or nobody."""
    folder = mini(
        sources="id,name\nsource:boek,Het boek\n", organisations="name,sme\nBizzdom,yes\n"
    )
    load(store, check(MODEL, folder, store))
    file = tmp_path / "tokens.json"
    roles: dict[str, Role] = {"Anna": "editor", "Bert": "editor", "Rob": "reader"}
    tokens = {name: add(file, name, role, None)[1] for name, role in roles.items()}
    settings = Settings(tokens=str(file), most_file_bytes=2_000_000)
    processes = [create_app(store, settings) for _ in range(2)]

    def made(who: str = "", lang: str = "en", process: int = 0) -> TestClient:
        headers = {"accept-language": lang}
        if who:
            headers["authorization"] = f"Bearer {tokens[who]}"
        return TestClient(processes[process], base_url=BASE, headers=headers)

    return made


def hand_in(client: TestClient, text: str = LIST, name: str = "lijst.csv", **query: str) -> Any:
    params = {"name": name, "table": "organisations", "lang": "en", **query}
    return client.post("/import", params=params, content=text.encode(), headers=OCTETS)


def confirm(client: TestClient, told: Any, **more: object) -> Any:
    return client.post(f"/import/{told['key']}/confirm", json={"digest": told["digest"], **more})


def sme(store: Store) -> dict[str, object]:
    with store.whole() as whole:
        return {f.key: f.values.get("sme") for f in whole.facts("Organisation")}


def test_nothing_is_written_before_it_is_confirmed(client: Client, store: Store) -> None:
    anna = client("Anna")
    told = hand_in(anna).json()
    assert told["counts"] == {"new": 2, "changed": 0, "gone": 0, "same": 1}
    assert told["rows"] == 3  # the source that they are from among them
    assert [m["id"] for m in told["matches"]] == ["organisation:bizzdom"]
    assert sme(store) == {"organisation:bizzdom": True}
    done = confirm(anna, told)
    assert done.json() == {
        "revision": 2, "dataset": "lijst", "counts": {"new": 2, "changed": 0, "gone": 0},
    }  # fmt: skip
    assert sme(store)["organisation:nieuw-bedrijf"] is True
    *_, last = store.revisions()
    assert (last.actor, last.action, last.why) == ("Anna", "load", "lijst.csv")


def test_a_second_click_loads_nothing_again(client: Client, store: Store) -> None:
    anna = client("Anna")
    told = hand_in(anna).json()
    first, second = (confirm(anna, told).json() for _ in range(2))
    assert second == {**first, "again": True}
    assert [one.number for one in store.revisions()] == [1, 2]


def test_every_process_of_a_service_knows_a_file(client: Client, store: Store) -> None:
    told = hand_in(client("Anna", process=0)).json()
    assert told["datasets"] == ["mini"]
    assert confirm(client("Anna", process=1), told).status_code == 200
    assert confirm(client("Anna", process=0), told).json()["again"] is True
    assert [one.number for one in store.revisions()] == [1, 2]


def test_where_the_network_changed_a_new_preview_is_shown(client: Client, store: Store) -> None:
    anna = client("Anna")
    told = hand_in(anna, "Naam;MKB;basis\nBizzdom;nee;edited\n").json()
    assert told["counts"]["changed"] == 1
    change = """mutation { updateOrganisation(id: "organisation:bizzdom", input: {sme: false}) {
        errors { message } } }"""
    assert client("Bert").post("/graphql", json={"query": change}).json()["data"]
    answer = confirm(anna, told)
    assert answer.status_code == 409
    newer = answer.json()["preview"]
    assert newer["counts"] == {"new": 1, "changed": 0, "gone": 0, "same": 1}
    assert "changed since" in answer.json()["errors"][0]["message"]
    assert store.datasets() == ["edits", "mini"]
    assert confirm(anna, newer).status_code == 200


def test_a_change_that_is_about_something_else_does_not_matter(
    client: Client, store: Store
) -> None:
    anna = client("Anna")
    told = hand_in(anna).json()
    change = 'mutation { createProject(input: {name: "Brug"}) { errors { message } } }'
    assert client("Bert").post("/graphql", json={"query": change}).json()["data"]
    assert confirm(anna, told).status_code == 200
    assert "lijst" in store.datasets()


def test_that_much_goes_has_to_be_said(client: Client, store: Store) -> None:
    anna = client("Anna")
    confirm(anna, hand_in(anna, "Naam\nEen\nTwee\nDrie\n").json())
    told = hand_in(anna, "Naam\nEen\n").json()
    assert told["exists"]
    assert told["removesMuch"]
    assert told["counts"]["gone"] == 2
    refused = confirm(anna, told)
    assert refused.status_code == 409
    assert refused.json()["removing"] is True
    assert confirm(anna, told, removing=True).status_code == 200
    assert len(sme(store)) == 2


def test_problems_are_told_in_the_language_of_the_page(client: Client) -> None:
    anna = client("Anna", "nl")
    text = "Naam;MKB\nEen;misschien\n"
    (dutch,) = hand_in(anna, text, lang="nl").json()["problems"]
    (english,) = hand_in(anna, text, lang="en").json()["problems"]
    assert (dutch["file"], dutch["line"], dutch["column"]) == ("lijst.csv", 2, "MKB")
    assert english["message"].startswith("'misschien' is neither yes nor no")
    assert dutch["message"] != english["message"]
    told = hand_in(anna, text, lang="en").json()
    assert confirm(anna, told).status_code == 409


def test_choices_make_another_preview(client: Client) -> None:
    anna = client("Anna")
    told = hand_in(anna, "Naam;Telefoon\nBizdom;1\n").json()
    assert told["unknown"] == [{"file": "lijst.csv", "column": "Telefoon"}]
    told = anna.post(f"/import/{told['key']}", json={**told["chosen"], "skip": True}).json()
    (near,) = told["near"]
    assert near["candidates"] == [{"id": "organisation:bizzdom", "name": "Bizzdom"}]
    chosen = {
        **told["chosen"], "dataset": "nieuw", "source": "Het boek",
        "same": [["organisation:bizdom", "organisation:bizzdom"]],
    }  # fmt: skip
    newer = anna.post(f"/import/{told['key']}", json=chosen).json()
    assert (newer["dataset"], newer["source"], newer["problemCount"]) == ("nieuw", "Het boek", 0)
    assert newer["counts"] == {"new": 0, "changed": 1, "gone": 0, "same": 1}
    assert anna.get(f"/import/{told['key']}").json() == newer
    wrong = anna.post(f"/import/{told['key']}", json={"same": "x"})
    assert wrong.status_code == 400


def test_only_editors_bring_in_files_and_each_sees_only_their_own(client: Client) -> None:
    assert hand_in(client()).status_code == 401
    assert hand_in(client("Rob")).status_code == 403
    key = hand_in(client("Anna")).json()["key"]
    for path in (f"/import/{key}", "/import/aaaaaaaaaaaaaaaaaaaaaaaa", "/import/..%2F..%2Fx"):
        assert client("Bert").get(path).status_code == 404, path
    assert client("Bert").post(f"/import/{key}/confirm", json={}).status_code == 404
    assert client("Anna").get(f"/import/{key}").status_code == 200


def test_a_browser_is_known_by_its_cookie(client: Client) -> None:
    signed = client()
    token = client("Anna").headers["authorization"].removeprefix("Bearer ")
    assert signed.post("/session", json={"token": token}).status_code == 200
    assert hand_in(signed).status_code == 200
    form = signed.post("/import?name=a.csv", content=b"name\nx", headers={"content-type": ""})
    assert form.status_code == 403  # as a form of another site would send it


def test_files_may_be_larger_than_questions_but_not_without_bound(client: Client) -> None:
    anna = client("Anna")
    rows = "".join(f"Firma {n} {'x' * 100}\n" for n in range(12_000))
    assert len(rows) > 1_000_000
    assert hand_in(anna, f"Naam\n{rows}").status_code == 200
    answer = hand_in(anna, f"Naam\n{rows}{rows}")
    assert answer.status_code == 413
    assert "2,000,000 bytes" in answer.json()["errors"][0]["message"]
    assert hand_in(anna, name="foto.png").status_code == 400


def test_what_is_held_too_long_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path / "imports")
    key = shelf.put("Anna", "../../a/b.csv", b"name\nx\n", Wanted()).key
    held, reading = shelf.get(key, "Anna")
    assert held.name == "b.csv"
    assert reading.tables[0].name == "b"
    assert [one.name for one in (tmp_path / "imports").iterdir()] == [key]
    monkeypatch.setattr("ledwerk.api.importing_held.KEPT_SECONDS", -1)
    other = shelf.put("Anna", "c.csv", b"name\nx\n", Wanted()).key
    assert [one.name for one in (tmp_path / "imports").iterdir()] == [other]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_template_loads_as_it_is(
    client: Client, store: Store, tmp_path: Path, lang: str
) -> None:
    body = client().get("/import/template.xlsx", params={"lang": lang}).content
    file = tmp_path / "leeg.xlsx"
    file.write_bytes(body)
    assert len(CalamineWorkbook.from_path(str(file)).sheet_names) == 30
    (source,) = check(MODEL, file, store, dataset="leeg").change.statements
    assert source.kind == "Source"
    one = client().get("/import/template.xlsx?table=projects").content
    file.write_bytes(one)
    assert CalamineWorkbook.from_path(str(file)).sheet_names[0] == "Projecten"
    assert client().get("/import/template.xlsx?table=x").status_code == 400
