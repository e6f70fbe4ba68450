"""GraphQL over HTTP beside what the audits look at: tags, packing, documents, errors."""

from __future__ import annotations

import gzip
import json

import brotli
import pytest
from fastapi.testclient import TestClient
from tests.conftest import LED

from ledwerk.api.app import create_app
from ledwerk.api.limits import Limits
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"
GRAPHQL = "application/graphql-response+json"
LONG = "{ parties(first: 100) { nodes { id name helix sources { title locator } } } }"


def client(store: Store, **settings: object) -> TestClient:
    return TestClient(create_app(store, Settings(**settings)), base_url=BASE)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plain(led: Store) -> TestClient:
    return client(led)


def test_a_query_by_get_has_a_tag_and_is_not_sent_twice(plain: TestClient) -> None:
    first = plain.get("/graphql", params={"query": "{ revision }"})
    assert first.json() == {"data": {"revision": 1}}
    again = plain.get(
        "/graphql",
        params={"query": "{ revision }"},
        headers={"if-none-match": first.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    other = plain.get(
        "/graphql",
        params={"query": "{ r: revision }"},
        headers={"if-none-match": first.headers["etag"]},
    )
    assert other.json() == {"data": {"r": 1}}


def test_a_change_makes_another_tag(store: Store) -> None:
    asked = client(store)
    before = asked.get("/graphql", params={"query": "{ revision }"}).headers["etag"]
    load(store, check(MODEL, LED, store))
    after = asked.get(
        "/graphql", params={"query": "{ revision }"}, headers={"if-none-match": before}
    )
    assert after.status_code == 200
    assert after.headers["etag"] != before


@pytest.mark.parametrize("variables", [{"n": 1}, {"n": 2}])
def test_variables_come_in_the_address(plain: TestClient, variables: dict[str, int]) -> None:
    query = "query ($n: Int) { parties(first: $n) { nodes { id } } }"
    answer = plain.get("/graphql", params={"query": query, "variables": json.dumps(variables)})
    assert len(answer.json()["data"]["parties"]["nodes"]) == variables["n"]


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_long_answers_are_packed(led: Store, encoding: str) -> None:
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress}[encoding]
    asked = client(led)
    whole = asked.post("/graphql", json={"query": LONG}, headers={"accept-encoding": "identity"})
    with asked.stream(
        "POST", "/graphql", json={"query": LONG}, headers={"accept-encoding": encoding}
    ) as answer:
        packed = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == encoding
    assert "accept-encoding" in answer.headers["vary"]
    assert len(packed) < len(whole.content) / 3
    assert json.loads(unpacked(packed)) == whole.json()


def test_packing_can_be_declined(plain: TestClient) -> None:
    headers = {"accept-encoding": "br;q=0, gzip;q=0"}
    answer = plain.post("/graphql", json={"query": LONG}, headers=headers)
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    ("method", "status"), [("PUT", 405), ("DELETE", 405), ("PATCH", 405), ("HEAD", 405)]
)
def test_other_methods_are_told_what_is_right(plain: TestClient, method: str, status: int) -> None:
    answer = plain.request(method, "/graphql")
    assert answer.status_code == status
    assert answer.headers["allow"] == "GET, POST"


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        (b'{"query": "{ revision }"}', "text/plain", 415),
        (b'{"query": "{ revision }"}', "application/json; charset=latin-1", 415),
        (b'[{"query": "{ revision }"}]', "application/json", 400),
        (b'{"query": "\\ud800"}', "application/json", 400),
        (b"\xff\xfe{}", "application/json", 400),
        (b"", "application/json", 400),
        (b'{"query": 3}', "application/json", 400),
        (b'{"documentId": "none"}', "application/json", 400),
    ],
)
def test_what_is_no_question_is_refused(
    plain: TestClient, body: bytes, media: str, status: int
) -> None:
    answer = plain.post("/graphql", content=body, headers={"content-type": media})
    assert answer.status_code == status
    assert answer.json()["errors"][0]["message"]
    assert "data" not in answer.json()


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("application/json", "application/json"),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}, application/json;q=0.9", GRAPHQL),
        (f"{GRAPHQL};q=0.5, application/json", "application/json"),
    ],
)
def test_the_answer_is_of_the_type_that_is_taken(
    plain: TestClient, accept: str, media: str
) -> None:
    answer = plain.post("/graphql", json={"query": "{ revision }"}, headers={"accept": accept})
    assert answer.headers["content-type"] == f"{media}; charset=utf-8"


def test_no_type_that_is_served(plain: TestClient) -> None:
    headers = {"accept": "image/png"}
    assert (
        plain.post("/graphql", json={"query": "{ revision }"}, headers=headers).status_code == 406
    )


def test_a_mutation_or_subscription_is_not_for_get(plain: TestClient) -> None:
    for text in (
        "mutation { undo(revision: 1) { revision } }",
        "subscription { graphChanged { revision } }",
    ):
        answer = plain.get("/graphql", params={"query": text})
        assert answer.status_code in {401, 405}


def test_registered_documents(led: Store) -> None:
    texts = {"who": "query ($id: ID!) { node(id: $id) { name } }"}
    asked = client(led, documents=texts, only_documents=True)
    given = {"documentId": "who", "variables": {"id": "organisation:zuyd-hogeschool"}}
    assert asked.post("/graphql", json=given).json()["data"]["node"]["name"] == "Zuyd Hogeschool"
    refused = asked.post("/graphql", json={"query": "{ revision }"})
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["extensions"]["code"] == "DOCUMENT_NOT_TRUSTED"


def test_other_origins_may_not_ask_unless_named(led: Store) -> None:
    ask = {"origin": "https://example.org", "access-control-request-method": "POST"}
    assert "access-control-allow-origin" not in client(led).options("/graphql", headers=ask).headers
    named = client(led, origins=("https://example.org",))
    answer = named.post("/graphql", json={"query": "{ revision }"}, headers=ask)
    assert answer.headers["access-control-allow-origin"] == "https://example.org"


def test_fields_come_in_the_order_asked(plain: TestClient) -> None:
    query = (
        "{ parties(first: 1) { totalCount pageInfo { endCursor hasNextPage } nodes { name id } } }"
    )
    found = plain.post("/graphql", json={"query": query}).json()["data"]["parties"]
    assert list(found) == ["totalCount", "pageInfo", "nodes"]
    assert list(found["pageInfo"]) == ["endCursor", "hasNextPage"]
    assert list(found["nodes"][0]) == ["name", "id"]


def test_several_operations_in_one_document(plain: TestClient) -> None:
    text = "query a { revision } query b { r: revision }"
    named = plain.post("/graphql", json={"query": text, "operationName": "b"})
    assert named.json() == {"data": {"r": 1}}
    unnamed = plain.post("/graphql", json={"query": text}, headers={"accept": GRAPHQL})
    assert unnamed.status_code == 400
    assert "a, b" in unnamed.json()["errors"][0]["message"]


def test_what_is_there_is_answered_beside_what_is_not(plain: TestClient) -> None:
    text = '{ revision organisation(id: "organisation:nobody") { id } }'
    answer = plain.post("/graphql", json={"query": text}, headers={"accept": GRAPHQL})
    assert answer.status_code == 200
    assert answer.json()["data"] == {"revision": 1, "organisation": None}
    assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"


def test_a_question_past_its_time_is_told_so(led: Store) -> None:
    asked = client(led, limits=Limits(seconds=0.000001))
    found = asked.post("/graphql", json={"query": "{ statistics { nodes { count } } }"}).json()
    assert found["errors"][0]["extensions"]["code"] == "TOO_EXPENSIVE"
