"""The service over HTTP."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"


@pytest.fixture(scope="module")
def client(led: Store) -> TestClient:
    return TestClient(create_app(led, Settings()), base_url=BASE)


def test_questions_by_post(client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": "{ revision }"})
    assert answer.json() == {"data": {"revision": 1}}


def test_the_network_page_asks_nobody_else(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "script-src 'self'" in page.headers["content-security-policy"]
    for url in re.findall(r'(?:src|href)="([^"]+)"', page.text):
        assert url.startswith(("/", "?", "#", "data:")), url
    assert "<script>" not in page.text
    for url in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        assert client.get(url).status_code == 200, url
    assert "Who works with whom?" in client.get("/?lang=en").text


def test_graphiql_comes_from_here(client: TestClient) -> None:
    page = client.get("/graphql", headers={"accept": "text/html"})
    files = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(files) == 7
    for url in files:
        if url == "data:,":
            continue
        assert url.startswith("/static/graphiql/")
        assert client.get(url).status_code == 200, url


@pytest.mark.parametrize(
    "path", ["/static/viz/../view.py", "/static/api/app.py", "/static/viz/none.js", "/docs"]
)
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_rebound_name_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_a_body_that_is_too_large_is_refused(led: Store) -> None:
    small = TestClient(create_app(led, Settings(most_bytes=100)), base_url=BASE)
    answer = small.post("/graphql", json={"query": "{ revision }" + " " * 200})
    assert answer.status_code == 413
    assert "at most 100 bytes" in answer.json()["errors"][0]["message"]


def test_health(client: TestClient) -> None:
    assert client.get("/health/live").json() == {"status": "alive"}
    assert client.get("/health/ready").json() == {"status": "ready", "revision": 1}


def test_what_goes_wrong_inside_is_not_told(led: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(type(led), "answer", broken)
    client = TestClient(create_app(led, Settings()), base_url=BASE)
    answer = client.post("/graphql", json={"query": "{ statistics { nodes { count } } }"})
    assert "secret" not in answer.text
    assert "the log says what" in answer.text
