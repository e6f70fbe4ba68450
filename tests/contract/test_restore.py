"""A whole history from one store into another, whichever both are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.contract.conftest import Ground
from tests.contract.making import drawn, link, node, put, tally

from ledwerk.graph.store import Event, Revision, Store
from ledwerk.schema.errors import StoreError
from ledwerk.schema.statements import Statement

A, B, P = "organisation:a", "organisation:b", "project:p"
HARD = "“É” 日本語 \"'`\\ $1 {x} \n € 💶 عربي"


def _history(store: Store) -> None:
    base = [
        node("source:s", name="S", date="2016-03"),
        node("source:t", name="T", date="2015"),
        node(A, name="Alpha", aliases=("A", HARD), sme=True, locator="1", cited="source:s"),
        node(A, name="Alfa", sme=False, cited="source:t", confidence=0.25, note=HARD),
        node(P, name="P", budget=1e21, start="2014", end="2016-02"),
        link("PARTNER_IN", A, P, role="lead", contribution=0.1, cited="source:s"),
        link("PARTNER_IN", "organisation:pic-1", P, start="2015"),
        link("FUNDS", B, P, amount=5.0, state="granted", year="2016", purpose=HARD),
        link("MEMBER_OF", B, "group:g"), link("PARTNER_IN", "group:g", P),
        node("seat:1", role="lid"), link("HOLDS", "person:x", "seat:1"),
        link("ON", "seat:1", "board:b"), node("board:b", name="Board"),
    ]  # fmt: skip
    put(store, *base)
    put(store, *base[1:])
    put(store, node(A, name="Zwei", basis="edited"), node(B, denied=True), dataset="two")
    put(store, *base, node("person:x", name="Xenia"))
    put(store, dataset="two")
    put(store, node("municipality:m", name="M", latitude=50.85, longitude=-5.0), dataset="two")
    put(store, *base, node("person:x", name="Yara"))


def _told(store: Store) -> tuple[list[Revision], list[Event]]:
    return list(store.revisions()), list(store.events())


def _seen(store: Store) -> dict[str, Any]:
    return {"revision": asyncio.run(store.revision()), "told": _told(store), **drawn(store)}


@pytest.mark.parametrize("source", ["sqlite", "neo4j"])
def test_a_restored_store_is_the_other_one(
    ground: Ground, grounds: Callable[[str], Ground], source: str
) -> None:
    other = grounds(source)
    other.empty()
    first = other.open()
    _history(first)
    seen = _seen(first)
    first.close()
    ground.empty()
    store = ground.open()
    try:
        revisions, events = seen["told"]
        store.restore(iter(revisions), iter(events))
        assert _seen(store) == seen
        # It goes on counting, and knows what stood and what stood once.
        assert put(store, dataset="nobody").revision == 7
        assert put(store, node(A, name="Zwei", basis="edited"), dataset="three").revision == 8
        assert put(store, dataset="two").difference.removed
        assert put(store, node(A, name="Zwei", basis="edited"), dataset="two").revision == 10
        again = [e for e in store.events() if e.statement.values().get("name") == "Zwei"]
        assert [(e.revision, e.sign, e.statement.dataset) for e in again] == [
            (3, "+", "two"), (5, "-", "two"), (8, "+", "three"), (10, "+", "two"),
        ]  # fmt: skip
    finally:
        store.close()


def test_a_restored_store_is_one_that_was_loaded_step_by_step(ground: Ground, store: Store) -> None:
    """Nothing is left of what stood before, and nothing missing of what only relations mention."""
    _history(store)
    revisions, events = _told(store)
    seen = _seen(store)
    ground.empty()
    other = ground.open()
    try:
        other.restore(revisions, events)
        assert _seen(other) == seen
        assert put(other, *other.statements("d")).revision == seen["revision"]
    finally:
        other.close()


def test_a_store_that_is_not_empty_is_left_as_it_is(store: Store) -> None:
    put(store, node(A, name="A"))
    seen = _seen(store)
    told = _told(store)
    for revisions, events in (told, ([], [])):
        with pytest.raises(StoreError, match="not empty"):
            store.restore(revisions, events)
    assert _seen(store) == seen
    put(store)  # nothing stands, but there is a history
    with pytest.raises(StoreError, match="not empty"):
        store.restore(*told)


def test_a_history_that_breaks_off_leaves_the_store_empty(store: Store) -> None:
    rows = [node(f"organisation:o{i}", name=f"O {i}") for i in range(20)]
    revision = Revision(1, "2026-01-01T00:00:00.000+00:00", "a", "load", "d", "")

    def broken() -> Any:
        for row in rows:
            yield Event(1, "+", row)
        raise OSError("the disk is gone")

    with pytest.raises((OSError, StoreError)):
        store.restore([revision], broken())
    assert asyncio.run(store.revision()) == 0
    assert tally(store) == (0, 0)
    assert (list(store.events()), list(store.revisions())) == ([], [])
    store.restore([revision], [Event(1, "+", row) for row in rows])
    assert tally(store) == (20, 0)


def test_an_empty_history_leaves_an_empty_store(store: Store) -> None:
    store.restore([], [])
    assert asyncio.run(store.revision()) == 0
    assert put(store, node(A, name="A")).revision == 1


def test_revisions_with_gaps_and_statements_that_come_again(store: Store) -> None:
    at = "2026-01-01T00:00:00.000+00:00"
    one = node(A, name="A", note=HARD)
    told = [Revision(n, at, "who", "load", "d", f"why {n}") for n in (3, 7, 8, 12)]
    events = [Event(3, "+", one), Event(7, "-", one), Event(8, "+", one)]
    events.append(Event(12, "+", node(B, name="B")))
    store.restore(told, events)
    assert _told(store) == (told, events)
    assert [row.key for row in store.statements()] == [A, B]
    assert put(store, one).revision == 13


def test_a_long_history_of_many_rows(store: Store) -> None:
    at = "2026-01-01T00:00:00.000+00:00"
    told = [Revision(n, at, "who", "load", "d", "") for n in range(1, 13)]
    rows: list[Statement] = [node(f"organisation:{i:05}", name=f"O {i}") for i in range(6000)]
    rows += [link("PARTNER_IN", f"organisation:{i:05}", "project:p") for i in range(6000)]
    turned = [replace(row, note="again") for row in rows]
    events = [Event(1, "+", row) for row in sorted(rows, key=lambda row: (row.kind, row.key))]
    events += [Event(12, "+", row) for row in turned[:100]]
    events += [Event(12, "-", row) for row in rows[:100]]
    store.restore(told, events)
    assert tally(store) == (6001, 6000)
    assert len(list(store.events())) == 12_200
    assert len(list(store.statements())) == 12_000
    assert put(store, *turned[:100], *rows[100:]).revision == 12
