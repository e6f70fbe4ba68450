"""Ten thousand hostile requests, and schemathesis on the schema: never our fault, never too much."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.api.hostile import Hostile
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
REQUESTS = 10_000
MOST_BYTES = 5_000_000


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder = tmp_path_factory.mktemp("fuzzing")
    store = open_store(f"sqlite:{folder / 'led.sqlite'}")
    load(store, check(MODEL, LED, store))
    _, token = tokens_file.add(folder / "tokens.json", "ada", "editor", None)
    app = create_app(store, Settings(tokens=str(folder / "tokens.json")))
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    return TestClient(app, base_url=BASE, headers=headers)


def test_ten_thousand_hostile_requests(client: TestClient) -> None:
    schema = make_schema(MODEL)._schema
    seen: Counter[str] = Counter()
    for seed in range(REQUESTS):
        body = Hostile(schema, seed).body()
        answer = client.post("/graphql", content=body)
        assert answer.status_code in {200, 400, 413}, (seed, answer.status_code, body)
        assert len(answer.content) < MOST_BYTES, (seed, body)
        found = answer.json()
        codes = [one.get("extensions", {}).get("code") for one in found.get("errors", ())]
        assert "INTERNAL_SERVER_ERROR" not in codes, (seed, body, found)
        for code in codes:
            assert code, (seed, body, found)
        seen.update(codes or ["ANSWERED"])
    # The generator reaches every stage: parsing, validation, limits, values, and answers.
    for code in ("GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "TOO_EXPENSIVE",
                 "BAD_USER_INPUT", "NOT_FOUND", "ANSWERED"):  # fmt: skip
        assert seen[code] > 20, seen
    assert client.get("/health/ready").status_code == 200


@pytest.mark.filterwarnings("ignore")
def test_schemathesis_finds_no_fault(client: TestClient) -> None:
    import schemathesis
    from hypothesis import HealthCheck, given, settings

    path = Path(__file__).parents[2] / "api" / "schema.graphql"
    loaded: Any = schemathesis.graphql.from_file(path.read_text(encoding="utf-8"))
    roots = loaded.as_strategy()

    @given(case=roots)
    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        body = json.dumps({"query": case.body}).encode("utf-8", "replace")
        answer = client.post("/graphql", content=body)
        assert answer.status_code in {200, 400}, (answer.status_code, case.body)
        codes = [e.get("extensions", {}).get("code") for e in answer.json().get("errors", ())]
        assert "INTERNAL_SERVER_ERROR" not in codes, (case.body, answer.json())

    ask()
