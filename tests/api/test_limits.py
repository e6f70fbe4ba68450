"""What one operation may ask, and that refusing is cheaper than answering."""

from __future__ import annotations

import time

import pytest
from fastapi.testclient import TestClient

from ledwerk.api.answers import GAPS
from ledwerk.api.app import create_app
from ledwerk.api.limits import Limits
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "http://127.0.0.1"
HONEST = (
    "{ parties(first: 100) { edges { node { name ... on Organisation { projects(first: 100) {"
    " edges { role node { name } } } } } } } }"
)


def asked(store: Store, text: str, limits: Limits | None = None, **settings: object) -> dict:  # type: ignore[type-arg]
    made = Settings(limits=limits or Limits(), **settings)  # type: ignore[arg-type]
    client = TestClient(create_app(store, made), base_url=BASE)
    found: dict = client.post("/graphql", json={"query": text}).json()  # type: ignore[type-arg]
    return found


def deep(levels: int) -> str:
    return (
        "{ parties { nodes "
        + "{ collaborators(first: 1) { nodes " * levels
        + "{ id }"
        + " } }" * levels
        + " } }"
    )


def bomb(size: int) -> str:
    """Fragments that double with each: 2 ** size fields from size lines."""
    lines = [f"fragment F{n} on Query {{ ...F{n + 1} ...F{n + 1} }}" for n in range(size)]
    return "{ ...F0 } " + " ".join(lines) + f" fragment F{size} on Query {{ revision }}"


HOSTILE = {
    "deep": deep(12),
    "nested pages": "{ parties(first: 200) { nodes { collaborators(first: 200) { nodes {"
    " collaborators(first: 200) { nodes { id } } } } } } }",
    "aliases": "{ " + " ".join(f"a{n}: revision" for n in range(101)) + " }",
    "dear aliases": "{ " + " ".join(
        f"a{n}: parties(first: 200) {{ nodes {{ collaborators(first: 200) {{ nodes {{ id }} }} }} }}"
        for n in range(90)
    ) + " }",
    "statistics": "{ " + " ".join(f"a{n}: statistics {{ nodes {{ count }} }}" for n in range(100)) + " }",
    "tokens": "{ " + "revision " * 5_001 + "}",
    "same field": "{ " + "revision " * 51 + "}",
    "fields": "{ " + " ".join(f"parties(first: {n}) {{ nodes {{ id }} }}" for n in range(400)) + " }",
    "fragments": bomb(30),
    "fragment cycle": "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "page": "{ parties(first: 201) { nodes { id } } }",
    "negative page": "{ parties(first: -1) { nodes { id } } }",
    "braces": "{" * 4_000,
    "lists": "{ parties(filter: {idIn: " + "[" * 2_000 + "]" * 2_000 + "}) { nodes { id } } }",
    "overlapping": "{ " + " ".join(
        f"parties(first: {n}) {{ nodes {{ name: id }} }}" for n in range(49)
    ) + " }",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_question_costs_less_than_an_honest_one(led: Store, name: str) -> None:
    client = TestClient(create_app(led, Settings()), base_url=BASE)
    honest, hostile = [], []
    for _ in range(3):
        for text, spent in ((HONEST + f"# {len(honest)}", honest), (HOSTILE[name], hostile)):
            started = time.perf_counter()
            answer = client.post("/graphql", json={"query": text})
            spent.append(time.perf_counter() - started)
            assert answer.status_code == 200
            assert bool(answer.json().get("errors")) == (text == HOSTILE[name])
    # Two hundred letters and two thousand braces alike: never longer than the honest question
    # could take on the largest graph that is served.
    assert min(hostile) < max(0.5, 10 * min(honest))


@pytest.mark.parametrize(
    ("limits", "text", "told"),
    [
        (Limits(depth=2), "{ parties { nodes { id } } }", "2 fields within fields"),
        (Limits(aliases=1), "{ a: revision b: revision }", "1 aliases"),
        (Limits(tokens=5), "{ parties { nodes { id } } }", "5 words and signs"),
        (Limits(fields=2), "{ parties { nodes { id } } }", "2 fields"),
        (Limits(page=10), "{ parties(first: 11) { nodes { id } } }", "0 to 10 entries"),
        (Limits(cost=100), "{ parties(first: 101) { nodes { id } } }", "at most 100 is allowed"),
    ],
)
def test_every_limit_can_be_set_and_says_so(
    led: Store, limits: Limits, text: str, told: str
) -> None:
    found = asked(led, text, limits)
    assert told in found["errors"][0]["message"]
    assert found["errors"][0]["extensions"]["code"] == "TOO_EXPENSIVE"
    assert "data" not in found


def test_honest_questions_pass(led: Store) -> None:
    assert asked(led, HONEST)["data"]["parties"]["edges"]
    client = TestClient(create_app(led, Settings()), base_url=BASE)
    variables = {"from": {"sme": True}, "to": {"kind": "CAMPUS"}}
    found = client.post("/graphql", json={"query": GAPS, "variables": variables}).json()
    assert found["data"]["gaps"]["edges"]


def test_introspection_can_be_switched_off(led: Store) -> None:
    text = "{ __schema { types { name } } }"
    assert asked(led, text)["data"]["__schema"]["types"]
    closed = asked(led, text, introspection=False)
    assert "data" not in closed
    typo = asked(led, "{ revisio }", introspection=False)
    assert "Did you mean" not in typo["errors"][0]["message"]
    assert asked(led, "{ __typename revision }", introspection=False)["data"]["revision"] == 1


def test_huge_variables_are_refused(led: Store) -> None:
    client = TestClient(create_app(led, Settings()), base_url=BASE)
    query = "query ($f: PartyFilter) { parties(filter: $f) { totalCount } }"
    wide = {"idIn": [f"x{n}" for n in range(5_001)]}
    nested: dict[str, object] = {"sme": True}
    for _ in range(30):
        nested = {"not": nested}
    for given in (wide, nested):
        answer = client.post("/graphql", json={"query": query, "variables": {"f": given}})
        assert answer.json()["errors"][0]["extensions"]["code"] == "TOO_EXPENSIVE"
