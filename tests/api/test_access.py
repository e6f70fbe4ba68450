"""Who may do what: every mutation with every sort of token, over HTTP and WebSocket."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from tests.api.every_change import every_change
from tests.conftest import LED

from ledwerk.api import tokens_file
from ledwerk.api.app import create_app
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.settings import Settings
from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"
SOCKET = "ws://127.0.0.1/graphql"
CHANGES = every_change(make_schema(MODEL)._schema, MODEL)
REFUSED = {
    "none": (None, 401),
    "wrong": ("ledwerk_0123456789ab_" + "x" * 43, 401),
    "no token": ("", 401),
    "other scheme": ("Basic YTpi", 401),
    "revoked": ("revoked", 401),
    "ended": ("ended", 401),
    "reader": ("reader", 403),
    "participant": ("participant", 403),
}


class Service:
    """A service with a token of every sort."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "tokens.json"
        self.store = open_store(f"sqlite:{folder / 'led.sqlite'}")
        load(self.store, check(MODEL, LED, self.store))
        long_ago = datetime.now(UTC) - timedelta(days=30)
        self.tokens: dict[str, str] = {}
        for role in tokens_file.ROLES:
            self.tokens[role] = tokens_file.add(self.file, role, role, None)[1]
        self.tokens["revoked"] = tokens_file.add(self.file, "revoked", "editor", None)[1]
        tokens_file.revoke(self.file, "revoked")
        yesterday = (datetime.now(UTC) - timedelta(days=2)).date()
        _, ended = tokens_file.add(self.file, "ended", "editor", yesterday, now=long_ago)
        self.tokens["ended"] = ended
        self.client = TestClient(
            create_app(self.store, Settings(tokens=str(self.file))), base_url=BASE
        )

    def headers(self, token: str | None) -> dict[str, str]:
        if token is None:
            return {}
        if token.startswith("Basic"):
            return {"authorization": token}
        return {"authorization": f"Bearer {self.tokens.get(token, token)}"}

    def revision(self) -> int:
        return int(
            self.client.post("/graphql", json={"query": "{ revision }"}).json()["data"]["revision"]
        )


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = Service(tmp_path_factory.mktemp("access"))
    yield made
    made.store.close()


@pytest.mark.parametrize("token", REFUSED)
@pytest.mark.parametrize("name", CHANGES)
def test_no_change_without_the_token_of_an_editor(service: Service, name: str, token: str) -> None:
    text, variables = CHANGES[name]
    given, status = REFUSED[token]
    answer = service.client.post(
        "/graphql", json={"query": text, "variables": variables}, headers=service.headers(given)
    )
    assert answer.status_code == status
    found = answer.json()
    assert "data" not in found
    code = {401: "UNAUTHENTICATED", 403: "FORBIDDEN"}[status]
    assert found["errors"][0]["extensions"]["code"] == code
    assert ("www-authenticate" in answer.headers) == (status == 401)


def test_nothing_was_changed_by_any_of_them(service: Service) -> None:
    assert service.revision() == 1


@pytest.mark.parametrize("name", CHANGES)
def test_an_editor_gets_an_answer_to_every_change(service: Service, name: str) -> None:
    text, variables = CHANGES[name]
    answer = service.client.post(
        "/graphql", json={"query": text, "variables": variables}, headers=service.headers("editor")
    )
    assert answer.status_code == 200
    assert set(answer.json()) == {"data"}, answer.text


@pytest.mark.parametrize("token", ["reader", "participant", "editor", None])
def test_reading_is_open(service: Service, token: str | None) -> None:
    answer = service.client.post(
        "/graphql", json={"query": "{ revision }"}, headers=service.headers(token)
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("token", ["wrong", "revoked", "ended"])
def test_a_token_that_is_sent_must_count(service: Service, token: str) -> None:
    answer = service.client.post(
        "/graphql", json={"query": "{ revision }"}, headers=service.headers(REFUSED[token][0])
    )
    assert answer.status_code == 401
    assert "token" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("path", ["/graphql?query={revision}", "/", "/metrics", "/export.graphml"])
def test_reading_can_be_closed(service: Service, path: str) -> None:
    closed = TestClient(
        create_app(service.store, Settings(tokens=str(service.file), read_token=True)),
        base_url=BASE,
    )
    assert closed.get(path).status_code == 401
    assert closed.get(path, headers=service.headers("reader")).status_code == 200
    assert closed.get("/health/live").status_code == 200


def _start(socket: Any, text: str, token: str | None) -> Any:
    parameters = {"authorization": f"Bearer {token}"} if token is not None else {}
    socket.send_json({"type": "connection_init", "payload": parameters})
    assert socket.receive_json()["type"] == "connection_ack"
    socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": text}})
    return socket.receive_json()


@pytest.mark.parametrize("token", [None, "reader", "participant"])
def test_no_change_over_a_websocket_either(service: Service, token: str | None) -> None:
    before = service.revision()
    with service.client.websocket_connect(SOCKET, subprotocols=["graphql-transport-ws"]) as socket:
        text = 'mutation { deleteOrganisation(id: "organisation:zuyd-hogeschool") { revision } }'
        found = _start(socket, text, service.tokens[token] if token else None)
        assert found["type"] == "error"
        assert found["payload"][0]["extensions"]["code"] in {"UNAUTHENTICATED", "FORBIDDEN"}
    assert service.revision() == before


def test_a_websocket_with_a_wrong_token_is_closed(service: Service) -> None:
    with service.client.websocket_connect(SOCKET, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": {"authorization": "Bearer x"}})
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
    assert closed.value.code == 4403


def test_a_page_of_another_origin_opens_no_websocket(service: Service) -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        service.client.websocket_connect(
            SOCKET,
            subprotocols=["graphql-transport-ws"],
            headers={"origin": "https://evil.example"},
        ),
    ):
        pass


def test_limits_hold_over_a_websocket(service: Service) -> None:
    with service.client.websocket_connect(SOCKET, subprotocols=["graphql-transport-ws"]) as socket:
        found = _start(socket, "{ " + "revision " * 60 + "}", None)
        assert found["type"] == "error"
        assert found["payload"][0]["extensions"]["code"] == "TOO_EXPENSIVE"


def test_a_broken_file_of_tokens_lets_nobody_in(service: Service, tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    tokens_file.add(file, "ada", "editor", None)
    client = TestClient(create_app(service.store, Settings(tokens=str(file))), base_url=BASE)
    file.write_text("{", encoding="utf-8")
    time.sleep(0.3)
    headers = {"authorization": "Bearer ledwerk_x"}
    answer = client.post("/graphql", json={"query": "{ revision }"}, headers=headers)
    assert answer.status_code == 503
