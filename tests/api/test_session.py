"""Signing in with a cookie: who may have one, what comes with one, and from where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ledwerk.api import tokens_file
from ledwerk.api.access import COOKIE, NotAllowed, check_sender, session_token
from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"
SOCKET = "ws://127.0.0.1/graphql"
ADD = 'mutation { createOrganisation(input: {name: "Nieuw"}) { errors { code } } }'


class Signing:
    """A service with tokens, and browsers without a cookie."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = open_store(f"sqlite:{folder / 'a.sqlite'}")
        self.file = folder / "tokens.json"
        self.tokens = {
            role: tokens_file.add(self.file, role, role, None)[1] for role in tokens_file.ROLES
        }

    def browser(self, *, read_token: bool = False) -> TestClient:
        settings = Settings(tokens=str(self.file), read_token=read_token)
        return TestClient(create_app(self.store, settings), base_url=BASE)


@pytest.fixture
def signing(tmp_path: Path) -> Iterator[Signing]:
    made = Signing(tmp_path)
    yield made
    made.store.close()


def test_a_token_becomes_a_cookie_that_no_script_reads(signing: Signing) -> None:
    browser = signing.browser()
    assert browser.get("/session").json() == {"name": "", "role": ""}
    answer = browser.post("/session", json={"token": signing.tokens["editor"]})
    assert answer.json() == {"name": "editor", "role": "editor"}
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert browser.get("/session").json() == {"name": "editor", "role": "editor"}
    assert browser.post("/graphql", json={"query": ADD}).json()["data"]
    gone = browser.request("DELETE", "/session", json={})
    assert gone.json() == {"name": "", "role": ""}
    assert browser.get("/session").json()["role"] == ""
    assert browser.post("/graphql", json={"query": ADD}).status_code == 401


@pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": 3}, {"token": "x" * 500}, [1]])
def test_what_is_no_token_is_refused(signing: Signing, body: object) -> None:
    answer = signing.browser().post("/session", json=body)
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers


def test_a_form_of_another_site_signs_nobody_in(signing: Signing) -> None:
    body = f'{{"token": "{signing.tokens["editor"]}"}}'.encode()
    answer = signing.browser().post(
        "/session", content=body, headers={"content-type": "text/plain"}
    )
    assert answer.status_code == 400
    assert "set-cookie" not in answer.headers


def test_a_wrong_token_makes_no_cookie(signing: Signing) -> None:
    answer = signing.browser().post("/session", json={"token": "ledwerk_no"})
    assert answer.status_code == 401
    assert "not known" in answer.json()["errors"][0]["message"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-type": "application/json"}, 200),
        ({"content-type": "application/json", "origin": BASE}, 200),
        ({"content-type": "application/json", "origin": "https://evil.example"}, 403),
        ({"content-type": "application/json", "origin": "http://127.0.0.1:9"}, 403),
        ({"content-type": "application/json", "origin": "null"}, 403),
        ({"content-type": "text/plain"}, 403),
        ({"content-type": "application/x-www-form-urlencoded"}, 403),
        ({}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/graphql", "/session"])
def test_another_site_cannot_use_the_cookie(
    signing: Signing, path: str, headers: dict[str, str], status: int
) -> None:
    browser = signing.browser()
    browser.post("/session", json={"token": signing.tokens["editor"]})
    token = signing.tokens["editor"]
    body = f'{{"query": "{{ revision }}", "token": "{token}"}}'
    answer = browser.post(path, content=body.encode(), headers=headers)
    assert answer.status_code == status
    assert ("errors" in answer.json()) == (status != 200)


def test_a_header_goes_before_the_cookie(signing: Signing) -> None:
    browser = signing.browser()
    browser.post("/session", json={"token": signing.tokens["editor"]})
    headers = {"authorization": f"Bearer {signing.tokens['reader']}"}
    assert browser.get("/session", headers=headers).json()["role"] == "reader"
    assert browser.post("/graphql", json={"query": ADD}, headers=headers).status_code == 403


def test_a_cookie_that_counts_no_longer_is_as_good_as_none(signing: Signing) -> None:
    browser = signing.browser()
    browser.cookies.set(COOKIE, "ledwerk_gone", domain="127.0.0.1")
    assert browser.get("/session").json()["role"] == ""
    assert browser.post("/graphql", json={"query": "{ revision }"}).status_code == 200
    answer = browser.post("/graphql", json={"query": ADD})
    assert answer.status_code == 401
    assert "not known" in answer.json()["errors"][0]["message"]
    closed = signing.browser(read_token=True)
    closed.cookies.set(COOKIE, "ledwerk_gone", domain="127.0.0.1")
    assert closed.post("/graphql", json={"query": "{ revision }"}).status_code == 401


def test_reading_that_needs_a_token_takes_the_cookie(signing: Signing) -> None:
    browser = signing.browser(read_token=True)
    assert browser.get("/session").json()["role"] == ""
    assert browser.get("/export.graphml").status_code == 401
    browser.post("/session", json={"token": signing.tokens["reader"]})
    assert browser.get("/export.graphml").status_code == 200


@pytest.mark.parametrize("role", ["editor", "reader"])
def test_a_websocket_takes_the_cookie(signing: Signing, role: str) -> None:
    browser = signing.browser()
    browser.post("/session", json={"token": signing.tokens[role]})
    with browser.websocket_connect(SOCKET, subprotocols=["graphql-transport-ws"]) as socket:
        socket.send_json({"type": "connection_init", "payload": {}})
        assert socket.receive_json()["type"] == "connection_ack"
        socket.send_json({"id": "1", "type": "subscribe", "payload": {"query": ADD}})
        assert socket.receive_json()["type"] == ("next" if role == "editor" else "error")


def test_tokens_among_cookies() -> None:
    assert session_token(b"a=b; ledwerk_session=x_y-z; c=d") == "x_y-z"
    assert session_token(b"other=ledwerk_session") == ""
    assert session_token(b"") == ""


def test_methods_that_change_nothing_are_not_looked_at() -> None:
    check_sender("GET", {b"cookie": b"ledwerk_session=x"}, ())
    named = {b"cookie": b"ledwerk_session=x", b"content-type": b"application/json"}
    check_sender("POST", named | {b"origin": b"https://ours.example"}, ["https://ours.example"])
    with pytest.raises(NotAllowed):
        check_sender("DELETE", {b"cookie": b"ledwerk_session=x"}, ())
