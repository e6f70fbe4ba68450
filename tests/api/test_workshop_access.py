"""What a participant may do: read and propose, nothing else, and nothing once it has ended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from graphql import GraphQLNonNull, get_named_type, is_leaf_type
from tests.api.every_change import _value
from tests.api.workshop_room import PROPOSE, SOCKET, WORKSHOP, Room, ask, propose

from ledwerk.api.access import PROPOSING
from ledwerk.api.graphql_schema import make_schema
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def _every_mutation() -> dict[str, tuple[str, dict[str, Any]]]:
    """A valid request for every root field by which something is changed, whoever declared it."""
    mutation = make_schema(MODEL)._schema.mutation_type
    assert mutation is not None
    made = {}
    for name, field in mutation.fields.items():
        needed = {k: a for k, a in field.args.items() if isinstance(a.type, GraphQLNonNull)}
        declared = ", ".join(f"${key}: {argument.type}" for key, argument in needed.items())
        given = ", ".join(f"{key}: ${key}" for key in needed)
        below = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
        head = f"mutation ({declared})" if needed else "mutation"
        call = f"{name}({given})" if needed else name
        values = {key: _value(argument.type) for key, argument in needed.items()}
        made[name] = (f"{head} {{ {call}{below} }}", values)
    return made


MUTATIONS = _every_mutation()
FORBIDDEN = sorted(MUTATIONS.keys() - PROPOSING)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room(tmp_path_factory.mktemp("access"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def anna(room: Room) -> TestClient:
    return room.join("Anna")


def test_the_list_has_what_is_to_be_refused() -> None:
    assert MUTATIONS.keys() >= PROPOSING
    for name in (
        "createOrganisation",
        "undo",
        "decide",
        "undoProposal",
        "showScreen",
        "endWorkshop",
    ):
        assert name in FORBIDDEN


def test_a_participant_changes_nothing(room: Room, anna: TestClient) -> None:
    before = room.revision(), room.workshop.record().number
    for name in FORBIDDEN:
        text, variables = MUTATIONS[name]
        answer = anna.post("/graphql", json={"query": text, "variables": variables})
        assert answer.status_code == 403, name
        assert "data" not in answer.json(), name
    assert (room.revision(), room.workshop.record().number) == before


def test_nor_over_a_websocket(room: Room, anna: TestClient) -> None:
    before = room.revision(), room.workshop.record().number
    with anna.websocket_connect(SOCKET, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": {}})
        assert socket.receive_json()["type"] == "connection_ack"
        for name in FORBIDDEN:
            text, variables = MUTATIONS[name]
            payload = {"query": text, "variables": variables}
            socket.send_json({"id": name, "type": "subscribe", "payload": payload})
            found = socket.receive_json()
            assert found["type"] == "error", name
            assert found["payload"][0]["extensions"]["code"] == "FORBIDDEN", name
    assert (room.revision(), room.workshop.record().number) == before


@pytest.mark.parametrize(
    "text",
    [
        "mutation ($i: ProposalInput!) { propose(input: $i) { revision } endWorkshop { revision } }",
        "mutation ($i: ProposalInput!) { ...a propose(input: $i) { revision } }"
        " fragment a on Mutation { ... on Mutation { propose: endWorkshop { revision } } }",
        "mutation ($i: ProposalInput!) { propose(input: $i) { revision }"
        " undo(revision: 1) @skip(if: true) { revision } }",
    ],
)
def test_nothing_is_hidden_beside_a_proposal(anna: TestClient, text: str) -> None:
    given = {"i": {"id": "hidden-001", "kind": "PARTY", "name": "Verstopt"}}
    answer = anna.post("/graphql", json={"query": text, "variables": given})
    assert answer.status_code in {400, 403} or "errors" in answer.json()
    assert ask(anna, WORKSHOP)["workshop"]["proposals"] == []


@pytest.mark.parametrize("role", ["", "reader"])
def test_others_may_not_propose(room: Room, role: str) -> None:
    from ledwerk.api import tokens_file

    browser = room.browser()
    if role:
        file = Path(room.store.address.removeprefix("sqlite:")).parent / "tokens.json"
        browser = room.browser(tokens_file.add(file, role, "reader", None)[1])
    given = {"id": "other-0001", "kind": "PARTY", "name": "Van buiten"}
    answer = browser.post("/graphql", json={"query": PROPOSE, "variables": {"input": given}})
    assert answer.status_code == (403 if role else 401)
    assert ask(room.facilitator, WORKSHOP)["workshop"]["proposals"] == []


def test_no_token_is_told_or_kept_readable(room: Room, anna: TestClient) -> None:
    token = anna.cookies["ledwerk_session"]
    folder = Path(room.store.address.removeprefix("sqlite:")).parent
    secret = token.rpartition("_")[2].encode()
    for file in folder.iterdir():
        assert secret not in file.read_bytes(), file.name
    for browser in (anna, room.facilitator):
        for path in ("/workshop", "/workshop/forms.json", "/session"):
            assert "ledwerk-zaal_" not in browser.get(path).text, path
    assert token[:-1] != token
    changed = token[:-1] + ("A" if token[-1] != "A" else "B")
    assert room.browser(changed).get("/session").json()["role"] == ""


def test_reading_needs_the_code_where_the_room_gets_in(tmp_path: Path) -> None:
    closed = Room(tmp_path, read_token=True)
    stranger = closed.browser()
    html = {"accept": "text/html"}
    for path in ("/workshop", "/graphql?query={revision}", "/export.graphml", "/workshop/report"):
        assert stranger.get(path).status_code == 401, path
    leading = stranger.get("/workshop?lang=en", headers=html)
    assert leading.status_code == 401
    assert 'href="/join?lang=en"' in leading.text
    assert stranger.get("/join").status_code == 200
    assert stranger.get("/static/viz/base.js").status_code == 200
    inside = closed.join("Anna")
    assert inside.get("/graphql?query={revision}").status_code == 200
    closed.close()


def test_after_the_end_a_participant_is_nobody(room: Room) -> None:
    bo = room.join("Bo")
    room.workshop.end(room.session, "Petra", 0)
    text, variables = MUTATIONS["propose"]
    answer = bo.post("/graphql", json={"query": text, "variables": variables})
    assert answer.status_code == 401
    assert "ended" in answer.json()["errors"][0]["message"]
    assert ask(bo, WORKSHOP)["workshop"] is None
    room.enter()
    assert ask(bo, WORKSHOP)["workshop"] is None
    assert propose(room.facilitator, "later-0001", "PARTY", name="Later")["errors"] == []


def test_no_page_takes_anything_from_a_participant(room: Room) -> None:
    """Whatever is posted to, put or deleted besides GraphQL, whoever added it."""
    room.anew()
    bo = room.join("Bo")
    theirs = {"/session", "/workshop/join", "/graphql", "/markdown.json"}  # the last keeps nothing
    before = room.revision(), room.workshop.record().number
    for route in room.app.routes:
        path, methods = getattr(route, "path", ""), getattr(route, "methods", None) or set()
        for method in sorted(methods - {"GET", "HEAD", "OPTIONS"}):
            if path not in theirs:
                plain = path.replace("{", "").replace("}", "")
                answer = bo.request(method, plain, json={})
                assert answer.status_code in {401, 403}, f"{method} {path}: {answer.text}"
    assert (room.revision(), room.workshop.record().number) == before
