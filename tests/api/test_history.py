"""History from outside: GraphQL, the command line, and the pages."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.api.test_agreements import TABLES, joined

from ledwerk.api import tokens_file
from ledwerk.api.app import create_app
from ledwerk.api.cli import main
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.state import ViewState, address_of, state_of

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
NEW = "organisation:nieuw"


@pytest.fixture
def grown(store: Store, mini: Callable[..., Path]) -> tuple[Store, str]:
    """A load; a moment; then a node made, changed and related by an editor."""
    load(store, check(MODEL, mini(**TABLES), store))
    time.sleep(0.01)
    moment = datetime.now(UTC).isoformat()
    time.sleep(0.01)
    by = editing.Editor(MODEL, store, editing.Provenance("dirk", why="nieuw lid"))
    for make in (
        lambda: editing.create_node(by, "Organisation", {"name": "Nieuw", "kind": "company"}, NEW),
        lambda: editing.update_node(by, "Organisation", NEW, {"website": "https://n.example"}),
    ):
        editing.edit(store, make)
    joined(store, NEW, "project:two")
    return store, moment


@pytest.fixture
def client(grown: tuple[Store, str], tmp_path: Path) -> Iterator[TestClient]:
    file = tmp_path / "tokens"
    token = tokens_file.add(file, "An", "editor", None)[1]
    app = create_app(grown[0], Settings(tokens=file))
    made = TestClient(app, base_url="http://127.0.0.1")
    made.app_state = {"token": token}  # type: ignore[assignment]
    yield made
    for part in (app.state.analyst, app.state.seen, app.state.views):
        part.close()


def ask(client: TestClient, query: str, *, editor: bool = False, **variables: Any) -> Any:
    headers = {"authorization": f"Bearer {client.app_state['token']}"} if editor else {}
    body = {"query": query, "variables": variables}
    return client.post("/graphql", json=body, headers=headers).json()


REVISION = "{ number actor action dataset why }"


def test_what_changed_between_two_moments(client: TestClient, grown: tuple[Store, str]) -> None:
    query = f"""query ($since: DateTime!, $until: DateTime) {{ changesBetween(since: $since, until: $until) {{
      since until whole revisions {REVISION} touched {{ kind }}
      things {{ changed kind key name source target values {{ property }} by {{ number actor why }} }} }} }}"""
    found = ask(client, query, since=grown[1])["data"]["changesBetween"]
    assert (found["since"], found["until"], found["whole"]) == (1, 4, True)
    assert [one["action"] for one in found["revisions"]] == ["create", "update", "add"]
    node, tie = found["things"]
    assert (node["changed"], node["key"], node["name"]) == ("ADDED", NEW, "Nieuw")
    assert node["by"] == {"number": 3, "actor": "dirk", "why": "nieuw lid"}
    assert (tie["kind"], tie["source"], tie["target"]) == ("PARTNER_IN", NEW, "project:two")
    then = ask(client, query, since="2020-01-01", until=grown[1])["data"]["changesBetween"]
    assert (then["since"], then["until"]) == (0, 1)
    assert NEW not in {one["key"] for one in then["things"]}
    wrong = ask(client, query, since="2026-02-01", until="2026-01-01")["errors"][0]["message"]
    assert "is before since" in wrong


def test_other_moments_are_asked_of_the_service_and_cost(
    client: TestClient, grown: tuple[Store, str]
) -> None:
    many = " ".join(f'a{n}: revision(knownAt: "2020-01-{n + 1:02}")' for n in range(30))
    wrong = ask(client, f"{{ {many} }}")["errors"][0]
    assert wrong["extensions"]["code"] == "TOO_EXPENSIVE"
    query = """query ($at: DateTime, $id: ID!) {
      then: organisations(knownAt: $at) { totalCount } now: organisations { totalCount }
      node(id: $id, knownAt: $at) { name } }"""
    for _ in range(2):
        found = ask(client, query, at=grown[1], id=NEW)["data"]
        assert found["now"]["totalCount"] == found["then"]["totalCount"] + 1
        assert found["node"] is None
    assert ask(client, query, at=None, id=NEW)["data"]["node"] == {"name": "Nieuw"}
    got = client.get("/graphql", params={"query": '{ revision(knownAt: "2020") }'})
    assert got.json() == {"data": {"revision": 0}}


def test_what_rests_on_a_change_is_listed_and_it_is_taken_back(client: TestClient) -> None:
    resting = "rests { how by { number } kind key property } restsInTotal"
    query = f"{{ takingBack(revision: 2) {{ revisions {REVISION} {resting} statementsGoing statementsComing }} }}"
    found = ask(client, query)["data"]["takingBack"]
    assert [(one["how"], one["by"]["number"], one["key"]) for one in found["rests"]] == [
        ("EDIT", 3, NEW),
        ("RELATION", 4, f"PARTNER_IN:{NEW}>project:two"),
    ]
    take = f"""mutation ($how: Dependents) {{ takeBack(revision: 2, dependents: $how, why: "fout") {{
      revision errors {{ field code message }} takingBack {{ {resting} statementsGoing }} }} }}"""
    assert ask(client, take)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    refused = ask(client, take, editor=True)["data"]["takeBack"]
    assert refused["errors"][0]["code"] == "RESTS_ON"
    assert refused["takingBack"]["restsInTotal"] == 2
    assert refused["revision"] == 4
    done = ask(client, take, editor=True, how="TOO")["data"]["takeBack"]
    assert (done["errors"], done["revision"]) == ([], 5)
    assert ask(client, f'{{ node(id: "{NEW}") {{ name }} }}')["data"]["node"] is None
    again = ask(client, take, editor=True, how="TOO")["data"]["takeBack"]
    assert again["errors"][0]["code"] == "NOTHING_TO_DO"
    assert again["takingBack"] is None
    missing = ask(client, "{ takingBack(revision: 99) { restsInTotal } }")["errors"][0]
    assert missing["extensions"]["code"] == "BAD_USER_INPUT"


def test_the_page_of_history_shows_what_each_change_did(client: TestClient) -> None:
    listed = client.get("/history?lang=en").text
    assert listed.index("revision=4&amp;lang=en") < listed.index("revision=1&amp;lang=en")
    assert "created: nieuw lid" in listed
    assert "1 came, 0 went" in listed
    one = client.get("/history?revision=2&lang=en").text
    assert "Nieuw (organisation)" in one
    assert "revision 3 edited Nieuw, which would be gone" in one
    assert "revision 4 added the relation Nieuw – Two" in one
    assert "/?known=" in one
    assert client.get("/history?revision=99").status_code == 400
    assert client.get("/history?revision=x").status_code == 400
    dutch = client.get("/history?revision=4").text
    assert "Er rust niets op" in dutch


def test_a_view_is_of_another_moment_and_says_so(
    client: TestClient, grown: tuple[Store, str]
) -> None:
    def drawn(**state: Any) -> Any:
        answer = client.get(f"/view.json?{address_of(ViewState(**state))}&lang=en")
        assert answer.status_code == 200, answer.text
        return answer.json()

    then, now = drawn(known=grown[1]), drawn()
    ids = [{node["id"] for node in one["nodes"]} for one in (then, now)]
    assert ids[1] - ids[0] == {NEW}
    assert then["notes"][0].startswith("As known on ")
    assert (then["revision"], now["revision"]) == (1, 4)
    only = drawn(trust=("basis:edited",))
    assert {node["id"] for node in only["nodes"]} == {NEW, "project:two"}
    assert only["notes"][0] == "Only basis: by an editor, as if the rest did not exist."
    facts = f"/facts.json?id={NEW}&lang=en"
    assert client.get(facts).status_code == 200
    assert client.get(f"{facts}&known=2020-01-01").status_code == 400
    for wrong in ("known=soon", "trust=gossip", "trust=dataset:none", "trust=basis:guess"):
        assert client.get(f"/view.json?{wrong}").status_code == 400
    offered = client.get("/seen.json?lang=en").json()
    assert offered["datasets"] == ["edits", "mini"]


def test_the_state_of_a_view_keeps_its_moment_and_whom_it_believes() -> None:
    state = ViewState(known="2026-10-01T12:00Z", trust=("basis:stated", "dataset:mini", "reviewed"))
    assert state_of(address_of(state)) == state
    with pytest.raises(InvalidQuestion, match="says not whom to believe"):
        state_of("trust=everybody")


def test_changes_are_looked_at_between_two_revisions(client: TestClient) -> None:
    while '"late":true' in (text := client.get("/changes?since=0&until=1&lang=en").text):
        pass
    assert "Up to and including revision 1" in text
    assert "Nieuw" not in text
    assert "known=" in text  # the picture is of that moment too
    later = client.get("/changes?since=1&until=2026-01-01")
    assert later.status_code == 400
    sheet = client.get("/changes.xlsx?since=1&until=2")
    assert sheet.status_code == 200


def test_the_command_line_lists_and_takes_back(
    grown: tuple[Store, str], capsys: pytest.CaptureFixture[str]
) -> None:
    store, moment = grown
    at = ["--store", store.address]
    assert main(["changes", "--since", moment, *at]) == 0
    told = capsys.readouterr().out
    assert "dirk  created: nieuw lid" in told
    assert "Nieuw (organisation)" in told
    assert main(["changes", "--since", "2020", "--until", moment, "--json", *at]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["since"], made["until"], len(made["revisions"])) == (0, 1, 1)
    assert main(["take-back", "2", *at]) == 1
    told = capsys.readouterr()
    assert f"revision 3 edited {NEW}, which would be gone" in told.out
    assert "add --with-dependents or --keep" in told.err
    assert main(["take-back", "2", "--dry-run", "--with-dependents", *at]) == 0
    assert "would bring back 0 statements and take away 2" in capsys.readouterr().out
    assert main(["take-back", "2", "--with-dependents", "--why", "fout", *at]) == 0
    assert "0 statements are there again, 2 are gone; revision 5" in capsys.readouterr().out
    assert main(["take-back", "5", *at]) == 0
    assert main(["take-back", "77", *at]) == 1
    assert "there is no revision 77" in capsys.readouterr().err


def test_commands_look_at_another_moment_and_believe_whom_they_are_told(
    grown: tuple[Store, str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    store, moment = grown
    at = ["--store", store.address]
    assert main(["who", "Nieuw", *at]) == 0
    capsys.readouterr()
    assert main(["who", "Nieuw", "--known-at", moment, *at]) == 1
    told = capsys.readouterr().err
    assert "as it stood after revision 1" in told
    assert "is called 'Nieuw'" in told
    for command in ("search", "why"):
        assert main([command, "Nieuw", *at]) == 0
        assert main([command, "Nieuw", "--known-at", moment, *at]) == 1
        assert main([command, "Nieuw", "--trust", "dataset:mini", *at]) == 1
        capsys.readouterr()
    assert main(["query", "{ revision }", "--known-at", "2020-01-01", *at]) == 0
    assert '"revision": 0' in capsys.readouterr().out
    folder = tmp_path / "out"
    assert main(["export", str(folder), "--trust", "dataset:mini", *at]) == 0
    assert "Nieuw" not in (folder / "organisations.csv").read_text(encoding="utf-8")
    view = tmp_path / "then.svg"
    assert main(["view", str(view), "--known-at", moment, "--lang", "en", *at]) == 0
    text = view.read_text(encoding="utf-8")
    assert "As known on" in text
    assert "Nieuw" not in text
    assert main(["view", str(view), "--state", "trust=basis:edited", *at]) == 0
    assert "Nieuw" in view.read_text(encoding="utf-8")
    for wrong in (["--trust", "rumour"], ["--known-at", "soon"], ["--trust", "dataset:none"]):
        assert main(["gaps", *wrong, *at]) == 1
        assert "Traceback" not in capsys.readouterr().err
