"""The graph in Neo4j is one that a Neo4j user would have drawn by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from tests.conftest import ROOT
from tests.contract.conftest import Ground

from ledwerk.graph.cypher_schema import schema_statements
from ledwerk.graph.neo4j_access import Access
from ledwerk.schema.model import MODEL

APART = {"Statement", "Revision", "Ledwerk", "Name", "Text", "Stem"}


@pytest.fixture
def ground(grounds: Any) -> Ground:
    """Neo4j only: this is about what its users see."""
    found: Ground = grounds("neo4j")
    found.led()
    return found


@pytest.fixture
def cypher(ground: Ground) -> Iterator[Any]:
    """Runs Cypher as a user in Neo4j Browser would."""
    auth = (ground.environment["LEDWERK_NEO4J_USER"], ground.environment["LEDWERK_NEO4J_PASSWORD"])
    with neo4j.GraphDatabase.driver(ground.address, auth=auth) as driver:

        def run(text: str, **values: Any) -> list[tuple[Any, ...]]:
            records = driver.execute_query(text, values, database_="neo4j").records
            return [tuple(record.values()) for record in records]

        yield run


def test_labels_are_the_kinds_and_parties_are_parties_too(cypher: Any) -> None:
    found = {frozenset(labels) for (labels,) in cypher("MATCH (n) RETURN DISTINCT labels(n)")}
    parties = {frozenset({kind, "Party"}) for kind in MODEL.parties}
    others = {frozenset({kind.name}) for kind in MODEL.nodes if not kind.party}
    assert found <= parties | others | {frozenset({word}) for word in APART}
    assert parties <= found
    assert cypher("MATCH (n:Party) RETURN count(n)") == [(63 + 3 + 15 + 17,)]


def test_relations_have_the_models_types_and_directions(cypher: Any) -> None:
    rows = cypher(
        "MATCH (a)-[r]->(b) RETURN DISTINCT type(r), [x IN labels(a) WHERE x <> 'Party'][0], "
        "[x IN labels(b) WHERE x <> 'Party'][0]"
    )
    assert {kind for kind, _, _ in rows} >= {"PARTNER_IN", "HOLDS", "ON", "FROM", "ON_BEHALF_OF"}
    for kind, source, target in rows:
        declared = MODEL.relation(kind)
        assert source in declared.source, (kind, source)
        assert target in declared.target, (kind, target)
    seats = cypher("MATCH (p:Person)-[:HOLDS]->(s:Seat)-[:ON]->(b:Board) RETURN count(*)")
    assert seats[0][0] == 32  # the other four of the 36 seats are held by no person


def test_what_stands_apart_has_no_relation_to_the_drawing(cypher: Any) -> None:
    words = "|".join(sorted(APART))
    assert cypher(f"MATCH (s:{words})--() RETURN count(*)") == [(0,)]
    assert cypher("MATCH (s:Statement) RETURN count(s)") == [(1181,)]


def test_a_partial_date_stands_as_stated_with_its_first_and_last_day(cypher: Any) -> None:
    rows = cypher(
        "MATCH (n) WHERE n.start IS NOT NULL AND NOT n:Statement "
        "RETURN n.start, n.startFirstDay, n.startLastDay"
    )
    assert rows
    for stated, first, last in rows:
        assert isinstance(first, neo4j.time.Date)
        assert first.iso_format().startswith(stated)
        assert last.iso_format().startswith(stated)
    years = {stated: (a.iso_format(), b.iso_format()) for stated, a, b in rows if len(stated) == 4}
    assert all(days == (f"{y}-01-01", f"{y}-12-31") for y, days in years.items())


def test_properties_are_native_and_in_camel_case(cypher: Any) -> None:
    keys = {
        key
        for (key,) in cypher(
            "MATCH (n) WHERE NOT n:Statement UNWIND keys(n) AS k RETURN DISTINCT k"
        )
    }
    keys |= {key for (key,) in cypher("MATCH ()-[r]->() UNWIND keys(r) AS k RETURN DISTINCT k")}
    assert all(re.fullmatch(r"[a-z][A-Za-z]*", key) for key in keys), keys
    values = cypher(
        "MATCH (n) UNWIND keys(n) AS k WITH n[k] AS v WHERE v IS :: STRING RETURN v "
        "UNION ALL MATCH ()-[r]->() UNWIND keys(r) AS k WITH r[k] AS v WHERE v IS :: STRING RETURN v"
    )
    assert [v for (v,) in values if v.startswith(("{", "["))] == []  # no JSON blobs


def test_constraints_and_indexes_are_made_twice_without_harm(cypher: Any) -> None:
    def names() -> set[str]:
        made = {name for (name,) in cypher("SHOW CONSTRAINTS YIELD name")}
        return made | {name for (name,) in cypher("SHOW INDEXES YIELD name")}

    before = names()
    for statement in schema_statements(MODEL):
        cypher(statement)
    assert names() == before
    states = {state for (state,) in cypher("SHOW INDEXES YIELD state")}
    assert states == {"ONLINE"}
    kinds = {kind for (kind,) in cypher("SHOW INDEXES YIELD type")}
    assert {"RANGE", "FULLTEXT", "TEXT"} <= kinds
    unique = cypher("SHOW CONSTRAINTS YIELD labelsOrTypes, properties")
    assert {(kind.name, "id") for kind in MODEL.nodes} <= {(of[0], key[0]) for of, key in unique}
    assert {(kind.name, "key") for kind in MODEL.relations} <= {
        (of[0], key[0]) for of, key in unique
    }


def test_the_full_text_index_finds_names_and_texts(cypher: Any) -> None:
    rows = cypher(
        'CALL db.index.fulltext.queryNodes("search", "sport*") YIELD node RETURN node.name'
    )
    assert ("Topsport Limburg",) not in rows  # words begin so; ledwerk's own search looks inside
    assert ("Limburg Business in Sports",) in rows


README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", re.findall(r"```cypher\n(.*?)```", README, re.DOTALL))
def test_the_questions_of_the_readme_have_answers(cypher: Any, text: str) -> None:
    assert cypher(text)


def test_the_readme_has_five_questions() -> None:
    assert len(re.findall(r"```cypher\n", README)) >= 5


def test_a_password_is_in_no_representation() -> None:
    assert "geheim" not in repr(Access("neo4j", "geheim"))
