"""How many statements each root field of the API costs: counted at the database, not above it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import asker
from tests.contract.conftest import Ground

from ledwerk.api.graphql_schema import make_schema
from ledwerk.graph import neo4j_store, sqlite_store
from ledwerk.schema.model import MODEL

# A root field, its most statements with projections kept: one, unless it is about the graph's
# shape (one more fills in what is shown) or has to find the ends by name first.
_PARTY = "id name ... on Organisation { projects { edges { node { name partners { edges { node { name } } } } } } }"
QUESTIONS: tuple[tuple[str, str, int], ...] = (
    ("node", '{ node(id: "organisation:dsm") { id ... on Organisation { sectors { name } } } }', 1),
    ("nodes", '{ nodes(ids: ["organisation:dsm", "campus:none", "project:eurostad"]) { id } }', 1),
    ("party", f'{{ party(name: "dsm") {{ {_PARTY} }} }}', 1),
    ("parties", f"{{ parties(first: 20) {{ totalCount nodes {{ {_PARTY} }} pageInfo {{ endCursor }} }} }}", 1),
    ("search", '{ search(text: "sport") { totalCount edges { snippet node { name } } } }', 1),
    ("gaps", "{ gaps(from: {sme: true}, to: {kind: CAMPUS}) { edges { distance node { name } introducers { name } } } }", 3),
    ("path", '{ path(from: "organisation:sananet-care-bv", to: "APG") { nodes { name } steps { relation } } }', 3),
    ("statistics", "{ statistics { nodes { kind count } relations { kind count } helix { helix count } } }", 1),
    ("revision", "{ revision }", 1),
    ("conflicts", "{ organisations(first: 50) { nodes { name conflicts { property } } } }", 2),
    ("collaborators", "{ organisations { nodes { collaborators { edges { weight shared { name } node { name } } } } } }", 1),
    ("citations", "{ projects { nodes { sources { title } partners { edges { sources { locator } } } } } }", 1),
    ("campus partners", "{ campuses { nodes { partners { totalCount edges { distance node { name } } } } } }", 2),
)  # fmt: skip


class Counter:
    """Counts the statements that a store sends while it answers."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def reset(self) -> None:
        self.statements.clear()

    def __len__(self) -> int:
        # A look at the revision, by which projections are kept, is no retrieval.
        # What begins with "--" the full-text index asks of its own tables.
        counted = [text for text in self.statements if not text.startswith("--")]
        return len([text for text in counted if not _only_revision(text)])


def _only_revision(text: str) -> bool:
    return "coalesce(max(number), 0) FROM revision" in text and "UNION" not in text


@pytest.fixture
def counter(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter]:
    """Counts what goes to the database itself, below everything of ours."""
    made = Counter()
    if ground.kind == "neo4j":
        once = neo4j_store.Neo4jStore._run_once

        async def counted(self: Any, cypher: Any, seconds: float) -> Any:
            if cypher is not neo4j_store.neo4j_read.REVISION:
                made.statements.append(cypher.text)
            return await once(self, cypher, seconds)

        monkeypatch.setattr(neo4j_store.Neo4jStore, "_run_once", counted)
        yield made
        return
    reader = sqlite_store.SqliteStore._reader

    def traced(self: Any) -> sqlite3.Connection:
        db = reader(self)
        db.set_trace_callback(made.statements.append)
        return db

    monkeypatch.setattr(sqlite_store.SqliteStore, "_reader", traced)
    yield made


@pytest.mark.parametrize(("field", "text", "most"), QUESTIONS, ids=[q[0] for q in QUESTIONS])
def test_a_question_costs_no_more_statements_than_stated(
    ground: Ground, counter: Counter, field: str, text: str, most: int
) -> None:
    ask = asker(ground.led())
    ask(text, once=True)  # projections are read once per revision, in one statement each
    counter.reset()
    assert ask(text, once=True)
    assert 0 < len(counter) + (field == "revision") <= most, (field, counter.statements)


_PROVENANCE = {"statements", "sideBySide", "confirmed"}


@pytest.mark.parametrize("kind", [kind.name for kind in MODEL.nodes])
def test_a_list_of_any_kind_with_all_its_links_is_one_statement(
    ground: Ground, counter: Counter, kind: str
) -> None:
    from graphql import GraphQLObjectType, get_named_type, is_leaf_type

    led = ground.led()
    schema = make_schema(MODEL, led)._schema
    field = next(
        name
        for name, one in schema.query_type.fields.items()
        if get_named_type(one.type).name == f"{kind}Connection"
    )
    type_ = schema.type_map[kind]
    assert isinstance(type_, GraphQLObjectType)
    parts = []
    for name, one in type_.fields.items():
        if name in _PROVENANCE:
            continue  # no link: with every link beside it, Neo4j is asked in pieces
        if is_leaf_type(get_named_type(one.type)):
            parts.append(name)
        elif name not in {"conflicts", "partners"} or (name == "partners" and kind != "Campus"):
            inner = get_named_type(one.type)
            if inner.name.endswith("Connection"):
                parts.append(f"{name} {{ nodes {{ __typename }} }}")
            else:
                parts.append(f"{name} {{ __typename }}")
    counter.reset()
    asker(led)(f"{{ {field}(first: 5) {{ nodes {{ {' '.join(parts)} }} }} }}", once=True)
    assert len(counter) == 1, counter.statements


def test_projections_are_read_in_one_statement(ground: Ground, counter: Counter) -> None:
    import asyncio

    led = ground.led()
    for read in (led.ties(None), led.ties("2016-01-01"), led.walks(("PARTNER_IN",))):
        counter.reset()
        asyncio.run(read)
        assert len(counter) == 1
