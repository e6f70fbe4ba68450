"""The graph as Gephi opens it."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from math import dist
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from tests.contract.making import link, node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz import placing
from ledwerk.viz.gexf import gexf, view_gexf
from ledwerk.viz.style import Shade, Style
from ledwerk.viz.view import Mark, Tie, View, network_view

NS = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
MANY = 3_001


def document(store: Store) -> str:
    with store.whole() as whole:
        return "".join(gexf(MODEL, whole))


def read(text: str) -> Any:
    return nx.read_gexf(io.BytesIO(text.encode()))


def colour(found: Any) -> str:
    return "#{r:02X}{g:02X}{b:02X}".format(**found["viz"]["color"])


@pytest.fixture(scope="module")
def led_text(led: Store) -> str:
    return document(led)


@pytest.fixture
def small(store: Store) -> Store:
    put(
        store,
        node("organisation:a", name='<A> & "B" \x07', helix="industry", start="2016-10"),
        node("organisation:b", name="B", helix="government"),
        node("group:g", name="G", helix="knowledge"),
        node("project:p", name="P", start="2016", end="2017-02", budget=0.5),
        link("PARTNER_IN", "organisation:a", "project:p", end="2016"),
        link("FUNDS", "organisation:a", "project:p", amount=5.0),
        link("PARTNER_IN", "organisation:b", "project:p"),
    )
    return store


def test_networkx_reads_the_whole_network(led: Store, led_text: str) -> None:
    graph = read(led_text)
    with led.whole() as whole:
        assert len(graph) == sum(whole.count(kind.name) for kind in MODEL.nodes)
        assert graph.size() == sum(whole.count(kind.name) for kind in MODEL.relations)
        for kind in MODEL.nodes:
            for fact in whole.facts(kind.name):
                found = graph.nodes[fact.key]
                assert found["node_kind"] == kind.name
                assert found["label"] == fact.values["name"]
                if fact.values.get("sme") is not None:
                    assert found["sme"] is fact.values["sme"]


def test_colours_are_those_of_the_page(led_text: str) -> None:
    for _, found in read(led_text).nodes(data=True):
        kind = MODEL.node(found["node_kind"])
        wanted = HELIX.term(found["helix"]).colour if kind.party else kind.colour
        assert colour(found) == wanted.upper()


def test_positions_are_a_layout_without_overlaps(led_text: str) -> None:
    assert "layout of the whole network" in led_text
    places = [
        (found["viz"]["position"]["x"], found["viz"]["position"]["y"], found["viz"]["size"])
        for _, found in read(led_text).nodes(data=True)
    ]
    assert len(set(places)) == len(places)
    for number, (x, y, size) in enumerate(places):
        for x2, y2, size2 in places[number + 1 :]:
            assert dist((x, y), (x2, y2)) >= min(size, size2)


def test_periods_are_spells_of_whole_days(small: Store) -> None:
    root = ET.fromstring(document(small))  # noqa: S314 - our own
    spells = {
        element.get("id"): dict(element.find(f"{NS}spells/{NS}spell").attrib)  # type: ignore[union-attr]
        for element in (*root.iter(f"{NS}node"), *root.iter(f"{NS}edge"))
        if element.find(f"{NS}spells") is not None
    }
    assert spells == {
        "organisation:a": {"start": "2016-10-01"},
        "project:p": {"start": "2016-01-01", "end": "2017-02-28"},
        "PARTNER_IN:organisation:a>project:p": {"end": "2016-12-31"},
    }
    graph = root.find(f"{NS}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")


def test_hostile_names_and_parallel_relations(small: Store) -> None:
    text = document(small)
    graph = read(text)
    assert graph.nodes["organisation:a"]["label"] == '<A> & "B" \ufffd'
    between = graph.get_edge_data("organisation:a", "project:p")
    assert sorted(edge["relation_kind"] for edge in between.values()) == ["FUNDS", "PARTNER_IN"]
    assert graph.nodes["project:p"]["budget"] == 0.5
    kinds = {edge.get("kind") for edge in ET.fromstring(text).iter(f"{NS}edge")}  # noqa: S314
    assert kinds == {"FUNDS", "PARTNER_IN"}


def test_elements_stand_in_the_order_of_the_schema(small: Store) -> None:
    wanted = ["attvalues", "spells", "color", "position", "size", "shape"]
    for element in ET.fromstring(document(small)).iter(f"{NS}node"):  # noqa: S314 - our own
        names = [child.tag.rpartition("}")[2] for child in element]
        assert names == [name for name in wanted if name in names]
        assert element.find(f"{VIZ}shape").get("value") in {"disc", "square", "triangle", "diamond"}  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("large")
    made = open_store(f"sqlite:{folder / 'large.sqlite'}")
    rows = [node(f"organisation:o{n}", name=f"O{n}") for n in range(MANY)]
    put(
        made, *rows, node("project:p", name="P"), link("PARTNER_IN", "organisation:o1", "project:p")
    )
    yield made
    made.close()


def test_a_large_graph_is_placed_at_once_and_says_so(large: Store) -> None:
    text = document(large)
    assert f"Of {MANY + 1} nodes no layout was made" in text
    graph = read(text)
    places = [found["viz"]["position"] for _, found in graph.nodes(data=True)]
    assert len({(p["x"], p["y"]) for p in places}) == MANY + 1
    assert document(large) == text


def test_discs_do_not_overlap(large: Store) -> None:
    with large.whole() as whole:
        found = placing.placing(MODEL, whole)
        spots: dict[str, list[tuple[int, int]]] = {"Organisation": [], "Project": []}
        for kind, some in spots.items():
            some.extend(found.of(fact) for fact in whole.facts(kind))
    (alone,) = spots["Project"]
    assert min(dist(alone, other) for other in spots["Organisation"]) > 20


def test_an_empty_graph_is_a_document(store: Store) -> None:
    assert len(read(document(store))) == 0


def test_a_view_is_its_marks_where_they_stand_and_its_ties() -> None:
    look = Style("#0072B2", "square", 11, 15, "#0072B2", "#1f2933", 1)
    marks = (
        Mark("organisation:a", "A\nB", "Organisation", look, 10, 20, loose=False, name='<A> & "B"',
             helix="industry", fresh=True, value=0.25),
        Mark("helix:x", "X", "Cluster", look, -5, 7, loose=False, name="X", members=12),
    )  # fmt: skip
    ties = (
        Tie("organisation:a", "helix:x", Shade("shared", "#6b7885", dashed=False, width=1.5),
            "samen in <projecten>", weight=3),
        Tie("organisation:a", "helix:x", Shade("gap", "#AA3377", dashed=True, width=2.5), "gat",
            gap=True, lit=True),
        Tie("organisation:a", "organisation:gone", Shade("gap", "#AA3377", dashed=True, width=2.5),
            "gat"),
    )  # fmt: skip
    graph = read("".join(view_gexf(View("Titel", "nl", 4, marks, ties, (), ()))))
    assert set(graph) == {"organisation:a", "helix:x"}
    party = graph.nodes["organisation:a"]
    assert (party["label"], party["helix"], party["fresh"]) == ('<A> & "B"', "industry", True)
    assert party["value"] == 0.25
    assert (party["viz"]["position"]["x"], party["viz"]["position"]["y"]) == (10, -20)
    assert colour(party) == "#0072B2"
    assert graph.nodes["helix:x"]["members"] == 12
    between = graph.get_edge_data("organisation:a", "helix:x")
    found = sorted((e["weight"], e["gap"], e["lit"], e["label"]) for e in between.values())
    assert found == [(1.0, True, True, "gat"), (3.0, False, False, "samen in <projecten>")]


def test_the_view_of_the_led_network_is_read_back(led: Store) -> None:
    view = asyncio.run(network_view(led, facts=False))
    graph = read("".join(view_gexf(view)))
    assert set(graph) == {mark.id for mark in view.marks}
    assert graph.size() == len(view.ties)
