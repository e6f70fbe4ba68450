"""Likely doubles from the terminal, in GraphQL and as a page."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from ledwerk.api.app import create_app
from ledwerk.api.cli import main
from ledwerk.api.settings import Settings
from ledwerk.api.tokens_file import add
from ledwerk.graph.opening import open_store

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
HOSTILE = '<img src=x onerror=alert(1)> & "co"'
LEFT = {
    "sources": "id,name,date\nsource:one,Een,2016\n",
    "organisations": "id,name,aliases,kind,country,website,locator\n"
    "organisation:um,Maastricht University,UM,university,,,1\n"
    "organisation:ou,Open Universiteit,OU,university,,,2\n"
    "organisation:dsm,DSM,,company,NL,,3\n"
    f'organisation:bad,"{HOSTILE.replace(chr(34), chr(34) * 2)}",,company,NL,,4\n',
    "people": "id,name,locator\nperson:jan,Jan Peeters,5\n",
}
RIGHT = {
    "sources": "id,name,date\nsource:two,Twee,2017\n",
    "organisations": "id,name,aliases,kind,country,pic,locator\n"
    "organisation:pic-1,UNIVERSITEIT MAASTRICHT,UM,,NL,1,1\n"
    "organisation:pic-2,OPEN UNIVERSITEIT NEDERLAND,OUNL,,NL,2,2\n"
    "organisation:pic-3,UNIVERSITEIT UTRECHT,UU,,NL,3,3\n"
    f'organisation:pic-4,"{HOSTILE.replace(chr(34), chr(34) * 2)} bv",,company,NL,4,4\n',
    "people": 'id,name,locator\nperson:j-peeters,"Peeters, J.",5\n',
}


def folder(path: Path, name: str, tables: dict[str, str]) -> Path:
    made = path / name
    made.mkdir()
    (made / "datapackage.json").write_text(json.dumps({"name": name}), encoding="utf-8")
    for table, text in tables.items():
        (made / f"{table}.csv").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def address(tmp_path: Path) -> str:
    return f"sqlite:{tmp_path / 'store.sqlite'}"


@pytest.fixture
def loaded(tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs commands over a store with two datasets; returns what they print."""

    def run(*words: str, code: int = 0) -> str:
        assert main(["--lang", "en", *words, "--store", address]) == code
        out, err = capsys.readouterr()
        return out + err

    run("load", str(folder(tmp_path, "one", LEFT)))
    told = run("load", str(folder(tmp_path, "two", RIGHT)))
    assert "likely doubles; ledwerk match shows them" in told
    return run


def test_doubles_are_listed_with_their_reasons(loaded: Callable[..., str]) -> None:
    told = loaded("match")
    assert "Maastricht University  (organisation:um; one)\n= UNIVERSITEIT MAASTRICHT" in told
    assert "sure 6.3: the same words, translated (+6.3)" in told
    assert "Open Universiteit" in told.split("OPEN UNIVERSITEIT NEDERLAND")[0]
    assert "UTRECHT" not in told
    assert "Jan Peeters" in told
    assert "2 sure, 2 doubtful" in told
    assert "Open" not in loaded("match", "--sure")
    assert "Maastricht" not in loaded("match", "--kind", "person")
    assert "… and 3 more" in loaded("match", "--most", "1")
    wrong = loaded("match", "--kind", "Board", code=1)
    assert "'Board' is no kind of party or person; Organisation" in wrong


def test_sure_ones_merge_and_outlive_a_load(
    loaded: Callable[..., str], tmp_path: Path, address: str
) -> None:
    assert "2 merged; revision 3" in loaded("match", "--merge-sure", "--actor", "eva")
    assert "no sure doubles" in loaded("match", "--merge-sure")
    assert "0 added, 0 changed, 0 removed; revision 3" in loaded("load", str(tmp_path / "two"))
    who = loaded("who", "UNIVERSITEIT MAASTRICHT")
    assert "Maastricht University  (Organisation, organisation:um)" in who
    decided = loaded("match", "--decided")
    assert "organisation:pic-1 was merged into organisation:um  (eva; " in decided
    assert "the same words, translated)" in decided
    assert "taken back; revision 4" in loaded(
        "match", "--take-back", "organisation:um", "organisation:pic-1"
    )
    store = open_store(address)
    assert {row.key for row in store.statements("two")} >= {"organisation:pic-1"}
    store.close()


def test_pairs_are_decided_one_by_one(loaded: Callable[..., str]) -> None:
    told = loaded("match", "--accept", "Open Universiteit", "organisation:pic-2")
    assert "organisation:pic-2 is organisation:ou by now; revision 3" in told
    loaded("match", "--different", "organisation:um", "organisation:pic-1", "--note", "a test")
    left = loaded("match")
    assert "Maastricht" not in left
    assert "are different  (" in loaded("match", "--decided")
    again = loaded("match", "--different", "organisation:um", "organisation:pic-1", code=1)
    assert "called different already" in again
    loaded("match", "--take-back", "organisation:pic-1", "organisation:um")
    assert "Maastricht" in loaded("match")
    nothing = loaded("match", "--take-back", "organisation:pic-1", "organisation:um", code=1)
    assert "were not called different, nor merged" in nothing
    gone = loaded("match", "--accept", "organisation:um", "organisation:pic-2", code=1)
    assert "organisation:pic-2 was merged into organisation:ou already" in gone


def test_one_dataset_has_no_doubles_unless_asked_inside(
    tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tables = {
        **LEFT,
        "organisations": LEFT["organisations"] + "organisation:x,DSM N.V.,,company,NL,,6\n",
    }
    main(["--lang", "nl", "load", str(folder(tmp_path, "one", tables)), "--store", address])
    capsys.readouterr()
    main(["--lang", "nl", "match", "--store", address])
    assert "alles is uit één bestand" in capsys.readouterr().out
    main(["--lang", "nl", "match", "--inside", "--store", address])
    assert "zeker 7.7: dezelfde naam (+7.0); hetzelfde land (NL) (+0.7)" in capsys.readouterr().out


# -- the service ------------------------------------------------------------------------------


@pytest.fixture
def client(loaded: Callable[..., str], address: str, tmp_path: Path) -> Iterator[TestClient]:
    assert loaded
    file = tmp_path / "tokens.json"
    _, token = add(file, "Anna", "editor", None)
    store = open_store(address)
    app = create_app(store, Settings(tokens=str(file)))
    made = TestClient(app, base_url="http://127.0.0.1")
    made.headers["authorization"] = f"Bearer {token}"
    yield made
    app.state.analyst.close()
    store.close()


def ask(client: TestClient, query: str, **variables: Any) -> Any:
    told = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in told, told
    return told["data"]


PAIR = "kept { id names node { name } } gone { id datasets numbers } sure score evidence { nl en weight }"


def test_doubles_in_graphql(client: TestClient) -> None:
    found = ask(
        client, f"{{ matches(sure: true) {{ totalCount sure doubtful matches {{ {PAIR} }} }} }}"
    )
    (match,) = [m for m in found["matches"]["matches"] if m["kept"]["id"] == "organisation:um"]
    assert (found["matches"]["sure"], found["matches"]["doubtful"]) == (2, 2)
    assert match["kept"]["node"] == {"name": "Maastricht University"}
    assert match["gone"] == {"id": "organisation:pic-1", "datasets": ["two"], "numbers": ["pic 1"]}
    assert match["evidence"][0] == {
        "nl": "dezelfde woorden, vertaald", "en": "the same words, translated", "weight": 6.3,
    }  # fmt: skip
    assert sum(one["weight"] for one in match["evidence"]) == pytest.approx(match["score"])


CHANGE = "{ kept { id } merged revision errors { field code message } }"


def test_decisions_in_graphql(client: TestClient) -> None:
    ends = {"a": "organisation:um", "b": "organisation:pic-1"}
    merge = f"mutation ($a: ID!, $b: ID!) {{ done: mergeNodes(keep: $a, merge: $b) {CHANGE} }}"
    assert ask(client, merge, **ends)["done"] == {
        "kept": {"id": "organisation:um"}, "merged": 1, "revision": 3, "errors": [],
    }  # fmt: skip
    again = ask(client, merge, **ends)["done"]["errors"]
    assert [(one["field"], one["code"]) for one in again] == [("id", "UNKNOWN_NODE")]
    (made,) = ask(client, "{ matchDecisions { same kept gone by revision } }")["matchDecisions"]
    assert made == {
        "same": True, "kept": "organisation:um", "gone": "organisation:pic-1", "by": "Anna", "revision": 3,
    }  # fmt: skip
    back = f'mutation {{ done: unmerge(id: "organisation:pic-1") {CHANGE} }}'
    assert ask(client, back)["done"]["errors"] == []
    apart = f"mutation ($a: ID!, $b: ID!) {{ done: markDifferent(one: $a, other: $b) {CHANGE} }}"
    assert ask(client, apart, **ends)["done"]["errors"] == []
    left = ask(client, "{ matches { matches { kept { id } } } }")["matches"]["matches"]
    assert {"kept": {"id": "organisation:um"}} not in left
    sure = ask(client, f"mutation {{ done: mergeSure {CHANGE} }}")["done"]
    assert (sure["merged"], sure["errors"]) == (1, [])
    del client.headers["authorization"]
    told = client.post("/graphql", json={"query": merge, "variables": ends}).json()
    assert "needs the token of an editor" in told["errors"][0]["message"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_shows_pairs_and_decisions(client: TestClient, lang: str) -> None:
    made = client.get(f"/match?lang={lang}").text
    assert f'<html lang="{lang}"' in made
    assert 'data-keep="organisation:ou" data-merge="organisation:pic-2"' in made
    assert HOSTILE not in made
    assert html.escape(HOSTILE) in made
    assert ("Waarom" if lang == "nl" else "Why") in made
    apart = f"mutation ($a: ID!, $b: ID!) {{ done: markDifferent(one: $a, other: $b) {CHANGE} }}"
    ask(client, apart, a="organisation:ou", b="organisation:pic-2")
    made = client.get(f"/match?lang={lang}").text
    assert 'data-keep="organisation:ou"' not in made
    assert 'data-one="organisation:ou" data-other="organisation:pic-2"' in made
    assert "OPEN UNIVERSITEIT NEDERLAND (organisation:pic-2)" in made


# -- of two kinds -----------------------------------------------------------------------------


def test_a_party_of_two_kinds_is_asked_about_and_not_merged(
    loaded: Callable[..., str], tmp_path: Path
) -> None:
    tables = {
        "sources": "id,name,date\nsource:three,Drie,2018\n",
        "groups": "id,name,locator\ngroup:dsm,DSM,1\n",
    }
    loaded("load", str(folder(tmp_path, "three", tables)))
    told = loaded("match")
    assert "of two kinds (group and organisation), so they cannot be merged" in told
    refused = loaded("match", "--accept", "organisation:dsm", "group:dsm", code=1)
    assert "group:dsm and organisation:dsm are not of one kind" in refused
    assert "2 merged" in loaded("match", "--merge-sure")
    loaded("match", "--different", "organisation:dsm", "group:dsm")
    assert "of two kinds" not in loaded("match")
    assert "organisation:dsm" in loaded("match", "--decided")
    loaded("match", "--take-back", "group:dsm", "organisation:dsm")
    assert "of two kinds" in loaded("match")
    # Who calls it what it is in the file lets them come together.
    tables["groups"] = "id,name,locator\n"
    tables["organisations"] = "id,name,locator\norganisation:dsm,DSM,1\n"
    for file in (tmp_path / "three").iterdir():
        file.unlink()
    (tmp_path / "three").rmdir()
    loaded("load", str(folder(tmp_path, "three", tables)), "--yes")
    assert "of two kinds" not in loaded("match")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_offers_no_merge_of_two_kinds(
    loaded: Callable[..., str], client: TestClient, tmp_path: Path, lang: str
) -> None:
    tables = {
        "sources": "id,name,date\nsource:three,Drie,2018\n",
        "groups": "id,name,locator\ngroup:dsm,DSM,1\n",
    }
    loaded("load", str(folder(tmp_path, "three", tables)))
    (match,) = [
        one
        for one in ask(client, "{ matches { matches { mergeable kept { id } gone { id } } } }")[
            "matches"
        ]["matches"]
        if not one["mergeable"]
    ]
    assert {match["kept"]["id"], match["gone"]["id"]} == {"organisation:dsm", "group:dsm"}
    made = client.get(f"/match?lang={lang}").text
    pair = made.split('data-kinds="2"')[1].split("</article>")[0]
    assert 'data-act="same"' not in pair
    assert 'data-act="different"' in pair
    assert ("een knoop heeft één soort" if lang == "nl" else "a node has one kind") in pair
