"""JSON-LD says in PROV-O who said what, when it came, who brought and who accepted it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import rdflib
from rdflib.namespace import PROV, RDF, SDO, XSD
from tests.contract.making import link, node, put

from ledwerk.graph.beginnings import beginnings, changes
from ledwerk.graph.store import Amendment, Store
from ledwerk.loaders.export_cypher import cypher_script
from ledwerk.loaders.export_graphml import graphml
from ledwerk.loaders.export_jsonld import json_ld
from ledwerk.loaders.reviewing import accepting
from ledwerk.schema.model import MODEL
from ledwerk.viz.gexf import gexf

# rdflib itself uses what it deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

URN = "urn:ledwerk:"
LED = rdflib.Namespace(f"{URN}term:")
A, P = "organisation:a", "project:p"
ROWS = (
    node("source:s", name="S", date="2016-10", cited="source:s"),
    node("source:t", name="T", date="2019", cited="source:t"),
    node(A, name="A", website="https://a.example", cited="source:s", locator="1"),
    node(A, website="https://b.example", cited="source:t", basis="read", confidence=0.5),
    node(P, name="P", cited="source:s", basis="read"),
    link("PARTNER_IN", A, P, cited="source:s"),
)


@pytest.fixture
def graph(store: Store) -> rdflib.Graph:
    put(store, *ROWS)
    read = replace(ROWS[3], dataset="d")
    store.amend(accepting(store, [read.digest], "Ada Ader", "seen"))
    with store.whole() as whole:
        told = "".join(json_ld(MODEL, whole, changes=changes(store, whole.revision)))
    return rdflib.Graph().parse(data=told, format="json-ld")


def iri(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"{URN}{name}")


def saying(store: Store, key: str, cited: str) -> rdflib.URIRef:
    (row,) = (row for row in store.statements(key=key) if row.cited == cited)
    return iri(f"statement:{row.digest}")


def test_a_saying_has_source_change_moment_and_people(store: Store, graph: rdflib.Graph) -> None:
    first, second = saying(store, A, "source:s"), saying(store, A, "source:t")
    assert (first, RDF.type, PROV.Entity) in graph
    assert graph.value(first, PROV.hadPrimarySource) == iri("source:s")
    assert graph.value(first, PROV.wasGeneratedBy) == iri("revision:1")
    assert graph.value(second, PROV.wasGeneratedBy) == iri("revision:2")
    moment = graph.value(second, PROV.generatedAtTime)
    assert isinstance(moment, rdflib.Literal)
    assert moment.datatype == XSD.dateTime
    loaded, accepted = iri("revision:1"), iri("revision:2")
    assert (loaded, RDF.type, PROV.Activity) in graph
    assert str(graph.value(loaded, LED.action)) == "load"
    assert (str(graph.value(accepted, LED.action)), str(graph.value(accepted, LED.why))) == (
        "accept", "seen",
    )  # fmt: skip
    assert graph.value(accepted, PROV.endedAtTime) == moment
    agent = graph.value(accepted, PROV.wasAssociatedWith)
    assert (agent, RDF.type, PROV.Agent) in graph
    assert str(graph.value(agent, SDO.name)) == "Ada Ader"
    assert graph.value(second, LED.acceptedBy) == agent
    assert (second, PROV.wasAttributedTo, agent) in graph
    assert (first, PROV.wasAttributedTo, graph.value(loaded, PROV.wasAssociatedWith)) in graph


def test_what_differs_is_kept_beside_what_is_shown(store: Store, graph: rdflib.Graph) -> None:
    first, second = saying(store, A, "source:s"), saying(store, A, "source:t")
    says = {
        (str(graph.value(one, LED.property)), str(graph.value(one, RDF.value)))
        for one in graph.objects(first, LED.says)
    }
    assert says == {("name", "A"), ("website", "https://a.example")}
    (one,) = graph.objects(second, LED.says)
    assert str(graph.value(one, RDF.value)) == "https://b.example"
    assert graph.value(iri(A), LED.confirmed) == rdflib.Literal("2019", datatype=XSD.gYear)
    confirmed = graph.value(iri(f"relation:PARTNER_IN:{A}%3E{P}"), LED.confirmed)
    assert confirmed == rdflib.Literal("2016-10", datatype=XSD.gYearMonth)


def test_what_nobody_reviewed_says_so(store: Store, graph: rdflib.Graph) -> None:
    yes = rdflib.Literal(True)
    assert (iri(P), LED.unreviewed, yes) in graph
    assert (saying(store, P, "source:s"), LED.unreviewed, yes) in graph
    assert (iri(A), LED.unreviewed, None) not in graph


def test_since_when_each_statement_stands(store: Store) -> None:
    put(store, *ROWS)
    put(store, *ROWS[:2], dataset="e")
    put(store, *ROWS[:-1])
    put(store, *ROWS)
    rows = list(store.statements())
    gone = rows[0]
    store.amend(Amendment((), (gone,), "x"))
    store.amend(Amendment((gone,), (), "y"))
    found = beginnings(store, rows)
    every = changes(store, 6)
    for row in rows:
        last = max(
            event.revision
            for event in store.events()
            if event.sign == "+" and event.statement == row
        )
        assert found[row].number == last
        told = every.of(row)
        assert told is not None
        assert told.number == last


@pytest.mark.parametrize("made", [graphml, gexf, cypher_script])
def test_other_formats_mark_what_nobody_reviewed(store: Store, made: Any) -> None:
    put(store, *ROWS)
    with store.whole() as whole:
        told = "".join(made(MODEL, whole))
    lines = [line for line in told.replace("}, {", "},\n{").split("\n") if "unreviewed" in line]
    about = [line for line in lines if P in line and "key id" not in line]
    assert len(about) == 1
    assert not any(A in line for line in about)
    store.amend(accepting(store, [ROWS[4].digest], "Ada"))
    store.amend(accepting(store, [ROWS[3].digest], "Ada"))
    with store.whole() as whole:
        assert "unreviewed" not in "".join(made(MODEL, whole))
