"""What the pages ask besides views, from either store: tables, and what changed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from ledwerk.api.tables_question import asked_of
from ledwerk.api.tables_rows import as_json, every_node, listed_nodes
from ledwerk.graph.net_change import net_change
from ledwerk.graph.network import network_of
from ledwerk.graph.past import rows_at, rows_before
from ledwerk.graph.store import Change, Store
from ledwerk.loaders.run import check
from ledwerk.schema.model import MODEL

LED = Path(__file__).parents[2] / "data" / "led-2016"
_LISTED: dict[str, dict[str, Any]] = {}


def test_every_table_lists_the_same(led: Store) -> None:
    asked = {"q": "", "sort": "-name"}
    listed: dict[str, Any] = {}
    for kind in MODEL.nodes:
        query = asked if kind.named else {}
        page = asyncio.run(listed_nodes(led, kind, asked_of(kind, query)))
        rows = as_json(page)["rows"]
        listed[kind.name] = [{**row, "cursor": ""} for row in rows]
        assert len(list(asyncio.run(every_node(led, kind, asked_of(kind, query))))) >= len(rows)
    assert len(listed["Organisation"]) == 50
    for other in _LISTED.values():
        assert listed == other
    _LISTED[led.address] = listed


def test_a_search_in_a_table_finds_the_same(led: Store) -> None:
    kind = MODEL.node("Organisation")
    found = asyncio.run(listed_nodes(led, kind, asked_of(kind, {"q": "zuyd"})))
    assert [row["name"] for row in as_json(found)["rows"]] == ["Zuyd Hogeschool"]


def test_a_network_before_all_of_it_is_empty_and_is_rebuilt_without_one(store: Store) -> None:
    """Everything hangs together here: as deep as a network goes, and as many streams as it has."""
    store.commit(check(MODEL, LED, store).change)
    net = net_change(MODEL, store, 0)
    assert len(net.shifts) > 500
    now = asyncio.run(store.network())
    before = network_of(rows_before(MODEL, store, net, now))
    assert (len(before), before.relations) == (0, {})


def test_a_network_before_a_part_of_it_went(store: Store) -> None:
    whole = check(MODEL, LED, store).change
    store.commit(whole)
    first = asyncio.run(store.network()).revision
    some = [row for row in whole.statements if row.kind not in {"PARTNER_IN", "Seat", "ON"}]
    store.commit(Change(whole.dataset, some, "test"))
    net = net_change(MODEL, store, first)
    before = rows_before(MODEL, store, net, asyncio.run(store.network()))
    then = rows_at(store, first)
    assert then is not None
    assert {row[0] for row in before.nodes} == {row[0] for row in then.nodes}
    assert {row[:3] for row in before.relations} == {row[:3] for row in then.relations}
