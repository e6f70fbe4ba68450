"""The Cypher script makes in an empty Neo4j what ledwerk itself draws there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import neo4j
import pytest
from tests.conftest import LED
from tests.contract.conftest import Ground
from tests.contract.making import link, node, put
from tests.neo4j import server

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders.export_cypher import cypher_script, literal
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

HOSTILE = (
    'x"}) MATCH (n) DETACH DELETE n //',
    "x'}) DETACH DELETE n; MATCH (n)",
    "\\u0022}] AS row MATCH (n) DETACH DELETE n //",
    "\\\\u0022 \\\\\\u0027 \\u005c\\u0022",
    "C:\\users\\new \\U0001F600 \\",
    "ends in a backslash \\",
    ";\n:param x => 1\n// */ /* `",
    "tab\t nul\x00 bell\x07 escape\x1b[31m del\x7f nel\x85 ls\u2028 ps\u2029",
    "😀 ß € ⅷ \ufeff",
    "$x {y} [z] <&>",
)


def fill(store: Store) -> None:
    """The LED network, and things with hostile names and awkward values."""
    load(store, check(MODEL, LED, store))
    rows = [node(f"organisation:h{n}", name=f"{n} {name}", aliases=(name,), address=name)
            for n, name in enumerate(HOSTILE)]  # fmt: skip
    put(
        store,
        *rows,
        node("project:h", name="P", start="2016-02", end="2017", budget=1e300),
        node("programme:h", name="Q", number=-3),
        *(link("PARTNER_IN", row.key, "project:h", contribution=-0.5) for row in rows),
        link("FUNDS", "organisation:h0", "project:h", amount=1e-7, purpose=HOSTILE[2]),
        link("FUNDS", "organisation:h0", "project:h", amount=2.0, purpose=HOSTILE[0]),
        dataset="hostile",
    )


def drawn(driver: neo4j.Driver) -> dict[str, Any]:
    """All that is drawn, without the statements and look-ups that stand beside it."""
    labels = "|".join(kind.name for kind in MODEL.nodes)
    nodes, _, _ = driver.execute_query(f"MATCH (n:{labels}) RETURN labels(n), properties(n)")
    ties, _, _ = driver.execute_query(
        f"MATCH (a:{labels})-[r]->(b:{labels}) RETURN a.id, type(r), b.id, properties(r)"
    )
    return {
        "nodes": sorted([sorted(n), sorted(p.items(), key=str)] for n, p in nodes),
        "ties": sorted([a, r, b, sorted(p.items(), key=str)] for a, r, b, p in ties),
    }


def run(driver: neo4j.Driver, script: str) -> None:
    """As cypher-shell does it: statement by statement, each in a transaction of its own."""
    for line in script.splitlines():
        if line and not line.startswith("//"):
            assert line.endswith(";")
            driver.execute_query(line[:-1])


@pytest.fixture
def ground(grounds: Callable[[str], Ground]) -> Ground:
    return grounds("neo4j")


def test_the_script_draws_what_ledwerk_draws(ground: Ground, tmp_path: Path) -> None:
    file = open_store(f"sqlite:{tmp_path / 'any.sqlite'}")
    ground.empty()
    there = ground.open()
    try:
        fill(file)
        fill(there)
        scripts = []
        for store in (file, there):
            with store.whole() as whole:
                scripts.append("".join(cypher_script(MODEL, whole)))
    finally:
        file.close()
        there.close()
    auth = tuple(ground.environment[f"LEDWERK_NEO4J_{what}"] for what in ("USER", "PASSWORD"))
    with neo4j.GraphDatabase.driver(ground.address, auth=(auth[0], auth[1])) as driver:
        wanted = drawn(driver)
        assert len(wanted["nodes"]) > 380
        for script in scripts:
            server.empty(ground.address, ground.environment)
            run(driver, script)
            assert drawn(driver) == wanted
            run(driver, script)
            assert drawn(driver) == wanted
        found, _, _ = driver.execute_query(
            "MATCH (n:Organisation) WHERE n.id STARTS WITH 'organisation:h' "
            "AND n.address IS NOT NULL RETURN n.address ORDER BY toInteger(split(n.name, ' ')[0])"
        )
        assert [text for (text,) in found if text in HOSTILE] == list(HOSTILE)
        server.empty(ground.address, ground.environment)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_on_its_line_and_between_its_quotes(text: str) -> None:
    written = literal(text)
    assert len(written.splitlines()) == 1
    assert "\\\\u" not in written
    assert literal({"a": [1.0, 1e300, True, -3, text]}).startswith("{`a`: [1.0, 1e300, true, -3, ")
