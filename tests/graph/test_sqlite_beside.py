"""A store in this process's memory, read and written by several threads at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.contract.making import ask, link, listed, node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Amendment, Change, Store
from ledwerk.schema.statements import Statement

TURNS = 25


def rows(turn: int) -> list[Statement]:
    made = [
        node(f"organisation:{i}", name=f"Org {i}", website=f"https://{turn}.org") for i in range(40)
    ]
    return [*made, *(link("PARTNER_IN", row.key, "project:p") for row in made)]


QUESTIONS: tuple[Callable[[Store], object], ...] = (
    lambda store: {row["website"] for row in ask(store, listed("Organisation", "website"))},
    lambda store: {row.values()["website"] for row in store.statements("d") if not row.source_id},
    lambda store: {len(list(store.events(revision - 1, revision)) or [40]) % 40
                   for revision in [asyncio.run(store.revision())]},
    lambda store: {store.difference(Change("d", rows(0), "tester")).standing},
    lambda store: {len(store.names_beside("nobody"))},
    lambda store: {len(store.changed([row.key for row in rows(0)]))},
)  # fmt: skip


@pytest.mark.parametrize("address", ["sqlite::memory:", "sqlite:{}/store.sqlite"])
def test_everything_is_read_whole_beside_a_writer(address: str, tmp_path: Path) -> None:
    store = open_store(address.format(tmp_path))
    put(store, *rows(0))
    stop = threading.Event()
    errors: list[Exception] = []
    mixed: list[object] = []
    answers = [0] * len(QUESTIONS)

    def read(number: int) -> None:
        try:
            while not stop.is_set():
                found = QUESTIONS[number](store)
                answers[number] += 1
                if not isinstance(found, set) or len(found) != 1:
                    mixed.append((number, found))
        except Exception as error:  # noqa: BLE001
            errors.append(error)

    threads = [threading.Thread(target=read, args=(n,)) for n in range(len(QUESTIONS))]
    for thread in threads:
        thread.start()
    for turn in range(1, TURNS):
        put(store, *rows(turn))
        store.amend(Amendment((node(f"person:{turn}", dataset="edits"),), (), "eva"))
    stop.set()
    for thread in threads:
        thread.join()
    assert asyncio.run(store.revision()) == 2 * TURNS - 1
    store.close()
    assert errors == []
    assert mixed == []
    assert min(answers) > 3


def test_what_is_read_row_by_row_is_of_one_moment(tmp_path: Path) -> None:
    store = open_store(f"sqlite:{tmp_path}/store.sqlite")
    put(store, *rows(0))
    told = store.statements("d")
    first = next(told)
    put(store, *rows(1))
    assert list(told) == sorted(rows(0), key=lambda row: (row.kind, row.key))[1:]
    assert first.values()["website"] == "https://0.org"
    begun = store.statements("d")
    next(begun)
    store.close()  # whoever had not read to the end is not in the way
    del begun
