"""The whole graph in a stream: what questions show, with its statements, all of one revision."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest
from tests.contract.conftest import Ground
from tests.contract.making import ask, drawn, link, listed, node, put, tally

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.schema.errors import StoreUnavailable
from ledwerk.schema.kinds import Property
from ledwerk.schema.model import MODEL
from ledwerk.schema.nodes import NAME

HOSTILE = "=1+1 \\u0027 ' \" ` \\ \u2028 😀 \x01 <&>"


def everything(store: Store) -> dict[str, Any]:
    """All facts by kind and key."""
    with store.whole() as whole:
        kinds = [kind.name for kind in (*MODEL.nodes, *MODEL.relations)]
        found = {kind: list(whole.facts(kind)) for kind in kinds}
        assert [whole.count(kind) for kind in kinds] == [len(found[kind]) for kind in kinds]
        for kind in kinds:
            assert [one.fact for one in whole.supported(kind)] == found[kind]
    return found


def fill(store: Store) -> None:
    put(
        store,
        node("source:s", name="S", date="2016", dataset="one"),
        node("organisation:a", name="A", aliases=("x|y", "z"), sme=True, start="2016-10",
             cited="source:s", locator="1"),
        node("organisation:a", country="NL", basis="assessed"),
        node("organisation:b", name=HOSTILE),
        node("project:p", name="P", budget=0.5),
        node("programme:q", name="Q", number=3),
        node("organisation:gone", name="Gone", denied=True),
        link("PARTNER_IN", "organisation:a", "project:p", role="lead", contribution=1e300),
        link("PARTNER_IN", "organisation:silent", "project:p"),
        link("FUNDS", "organisation:a", "project:p", amount=5.0, year="2016"),
        link("FUNDS", "organisation:a", "project:p", amount=6.0, year="2017"),
        link("HOLDS", "person:x", "seat:s"),
        link("ON", "seat:s", "board:b"),
        dataset="one",
    )  # fmt: skip
    put(store, node("organisation:a", name="A", website="https://a.example"), dataset="two")


def test_facts_are_what_is_shown(store: Store) -> None:
    fill(store)
    found = everything(store)
    shown = drawn(store)
    assert sum(len(facts) for facts in found.values()) == sum(tally(store))
    for kind in MODEL.nodes:
        own: tuple[Property, ...] = kind.properties if kind.named else (NAME, *kind.properties)
        for fact in found[kind.name]:
            row = shown["nodes"][fact.key]
            assert fact.derived_name is bool(row["derived_name"])
            for prop in own:
                value = fact.values.get(prop.name)
                wanted = tuple(row[prop.name]) if prop.name == "aliases" else row[prop.name]
                if prop.type.vocabulary and value:
                    value = str(value).upper()
                assert value == wanted or (value is None and wanted == ()), prop.name
    steps = [
        (fact.source_id, fact.target_id, fact.kind)
        for kind in MODEL.relations
        for fact in found[kind.name]
    ]
    assert sorted(steps) == shown["steps"]
    assert found["Seat"][0].values["name"] == "x, b"
    assert found["Organisation"][1].values["name"] == HOSTILE
    partner = found["PARTNER_IN"][0]
    assert dict(partner.values) == {"role": "lead", "contribution": 1e300}


def test_facts_come_by_id_and_with_what_supports_them(store: Store) -> None:
    fill(store)
    with store.whole() as whole:
        found = list(whole.supported("Organisation"))
        assert [one.fact.key.partition(":")[2] for one in found] == ["a", "b", "silent"]
        assert [len(one.statements) for one in found] == [3, 1, 0]
        assert {s.dataset for s in found[0].statements} == {"one", "two"}
        assert {s.cited for s in found[0].statements} == {"source:s", ""}
        assert [one.fact.values.get("amount") for one in whole.supported("FUNDS")] == [5.0, 6.0]


def test_statements_of_a_dataset_and_a_kind(store: Store) -> None:
    fill(store)
    with store.whole() as whole:
        assert whole.datasets() == ["one", "two"]
        told = [
            row
            for dataset in whole.datasets()
            for kind in (*MODEL.nodes, *MODEL.relations)
            for row in whole.statements(dataset, kind.name)
        ]
        keys = [row.key for row in whole.statements("one", "Organisation")]
        ends = [(row.source_id, row.target_id) for row in whole.statements("one", "PARTNER_IN")]
    assert keys == sorted(keys)
    assert ends == sorted(ends)
    assert sorted(row.digest for row in told) == sorted(row.digest for row in store.statements())


def test_a_change_meanwhile_is_left_out_or_told(store: Store, ground: Ground) -> None:
    fill(store)
    with store.whole() as whole:
        before = whole.revision
        begun = whole.facts("Organisation")
        first = list(islice(begun, 1))
        put(store, node("organisation:a", name="Changed"), dataset="three")
        told = [
            *whole.statements("one", "Organisation"),
            *whole.statements("three", "Organisation"),
        ]
        assert whole.revision == before
        assert len(told) == 4
        if ground.kind == "neo4j":
            with pytest.raises(StoreUnavailable, match="ask again"):
                list(whole.facts("Organisation"))
        else:
            assert [f.values["name"] for f in (*first, *begun)] == ["A", HOSTILE, "silent"]
    with store.whole() as whole:
        assert whole.revision == before + 1


def test_a_store_in_memory_is_read_and_written_at_once() -> None:
    store = open_store("sqlite::memory:")
    try:
        fill(store)
        with store.whole() as whole:
            begun = whole.facts("Organisation")
            next(begun)
            put(store, node("organisation:new", name="New"), dataset="three")
            assert len(list(begun)) == 2
        assert len(ask(store, listed("Organisation"))) == 4
    finally:
        store.close()


def test_an_empty_store_is_a_whole_without_anything(store: Store) -> None:
    assert not any(everything(store).values())
    with store.whole() as whole:
        assert (whole.revision, list(whole.datasets())) == (0, [])
