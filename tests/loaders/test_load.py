"""What a load promises beside its rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import LoadAborted, RemovalRefused
from ledwerk.schema.model import MODEL

Mini = Callable[..., Path]
MANY = "name\n" + "".join(f"Persoon {i}\n" for i in range(10))
FEW = "name\n" + "".join(f"Persoon {i}\n" for i in range(7))
SOURCES = "name\nBron\n"


def test_a_large_removal_asks_first(store: Store, mini: Mini) -> None:
    load(store, check(MODEL, mini(sources=SOURCES, people=MANY), store))
    fewer = check(MODEL, mini(sources=SOURCES, people=FEW), store)
    with pytest.raises(RemovalRefused, match="3 of the 11 rows that mini had would go"):
        load(store, fewer)
    with pytest.raises(RemovalRefused):
        load(store, fewer, agree=lambda _: False)
    assert store.difference(fewer.change).removed
    assert load(store, fewer, agree=lambda _: True).revision == 2


def test_a_small_removal_does_not(store: Store, mini: Mini) -> None:
    load(store, check(MODEL, mini(sources=SOURCES, people=MANY), store))
    fewer = mini(sources=SOURCES, people=MANY.replace("Persoon 9\n", ""))
    assert load(store, check(MODEL, fewer, store)).revision == 2


def test_a_difference_tells_added_changed_and_removed(store: Store, mini: Mini) -> None:
    people = "name,aliases,locator\nA,,1\nB,,2\nC,,3\n"
    load(store, check(MODEL, mini(sources=SOURCES, people=people), store))
    now = "name,aliases,locator\nA,,1\nB,Bé,2\nD,,4\n"
    diff = store.difference(check(MODEL, mini(sources=SOURCES, people=now), store).change)
    assert [row.key for row in diff.added] == ["person:d"]
    assert [row.key for _, row in diff.changed] == ["person:b"]
    assert [row.key for row in diff.removed] == ["person:c"]


def test_the_same_key_at_another_place_is_a_second_statement(store: Store, mini: Mini) -> None:
    people = "name,locator\nA,1\nA,1\nA,2\n"
    load(store, check(MODEL, mini(sources=SOURCES, people=people), store))
    assert [row.locator for row in store.statements(key="person:a")] == ["1", "2"]


def test_a_reference_may_go_to_another_dataset_but_not_to_a_row_just_removed(
    store: Store, mini: Mini
) -> None:
    one = {"sources": SOURCES, "organisations": "name\nA\n", "projects": "name\nP\n"}
    load(store, check(MODEL, mini("one", **one), store))
    two = {"sources": "name\nElders\n", "partner_in": "party,activity\nA,P\n"}
    load(store, check(MODEL, mini("two", **two), store))
    gone = {"sources": SOURCES, "projects": "name\nP\n", "partner_in": "party,activity\nA,P\n"}
    with pytest.raises(LoadAborted, match="'A' is neither an id nor a name"):
        check(MODEL, mini("one", **gone), store)


def test_nothing_is_written_where_one_row_is_wrong(store: Store, mini: Mini) -> None:
    with pytest.raises(LoadAborted):
        check(MODEL, mini(sources=SOURCES, projects="name,start\nP,2016\nQ,nooit\n"), store)
    assert store.datasets() == []
