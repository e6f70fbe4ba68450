"""However a graph came about, it is what its statements add up to, in every table."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledwerk.graph.sqlite_store import SqliteStore
from ledwerk.graph.sqlite_tables import node_columns, relation_columns
from ledwerk.graph.store import Change, Event
from ledwerk.schema.errors import StoreError
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, relation_key, said

# A small world, so that chance often speaks of one thing twice.
NODES = {
    "Organisation": ("organisation:a", "organisation:b"),
    "Group": ("group:g", "group:h"),
    "Project": ("project:p", "project:q"),
    "Person": ("person:x",),
    "Board": ("board:k",),
    "Seat": ("seat:1",),
    "Source": ("source:s", "source:t"),
}
PARTIES = (*NODES["Organisation"], *NODES["Group"])
ENDS = {
    "PARTNER_IN": (PARTIES, NODES["Project"]),
    "MEMBER_OF": (PARTIES, NODES["Group"]),
    "HOLDS": (NODES["Person"], NODES["Seat"]),
    "ON": (NODES["Seat"], NODES["Board"]),
}
PERIODS = st.fixed_dictionaries(
    {}, optional={"start": st.sampled_from(("2014", "2016-05")), "end": st.just("2015")}
)
SAID: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "Organisation": st.fixed_dictionaries(
        {}, optional={"name": st.sampled_from(("A", "Ã b.v.", "x" * 500)),
                      "aliases": st.sampled_from((("A",), ("B", "C")))}
    ),
    "Source": st.fixed_dictionaries({}, optional={"date": st.sampled_from(("2010", "2020"))}),
    "Board": st.fixed_dictionaries({"name": st.sampled_from(("K", "L"))}),
    "Project": PERIODS,
    "PARTNER_IN": PERIODS,
    "MEMBER_OF": PERIODS,
}  # fmt: skip


@st.composite
def statement(draw: st.DrawFn, dataset: str) -> Statement:
    kind = draw(st.sampled_from((*NODES, *ENDS, "PARTNER_IN", "MEMBER_OF")))
    values = draw(SAID.get(kind, st.just({})))
    source = target = ""
    if kind in NODES:
        key = draw(st.sampled_from(NODES[kind]))
    else:
        source, target = (draw(st.sampled_from(end)) for end in ENDS[kind])
        key = relation_key(MODEL.relation(kind), source, target, values)
    return Statement(
        dataset, kind, key, said(values), source, target, draw(st.sampled_from(NODES["Source"])),
        draw(st.sampled_from("12")), draw(st.sampled_from(("stated", "edited"))),
        denied=draw(st.integers(0, 5)) == 0,
    )  # fmt: skip


@st.composite
def history(draw: st.DrawFn) -> list[Change]:
    """What two datasets say, one after the other; each change is all that its dataset says."""
    changes = []
    for _ in range(draw(st.integers(1, 5))):
        dataset = draw(st.sampled_from(("one", "two")))
        rows = draw(st.lists(statement(dataset), max_size=12))
        changes.append(Change(dataset, list({row.place: row for row in rows}.values()), "test"))
    return changes


@contextmanager
def empty() -> Iterator[SqliteStore]:
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore(MODEL, str(Path(folder, "store.sqlite")))
        try:
            yield store
        finally:
            store.close()


def tables(store: SqliteStore) -> dict[str, list[Any]]:
    """Everything in the derived tables, with ids for numbers."""
    nodes = ", ".join(f'"{column}"' for column in node_columns(MODEL))
    ends = {"source": "s.id", "target": "t.id"}
    relations = ", ".join(ends.get(c, f'r."{c}"') for c in relation_columns(MODEL))
    queries = {
        "node": f"SELECT {nodes} FROM node",
        "relation": f"SELECT {relations} FROM relation r JOIN node s ON s.pk = r.source "
        "JOIN node t ON t.pk = r.target",
        "relations": "SELECT count(*) FROM relation",
        "name": "SELECT w.key, n.id, w.text FROM name w LEFT JOIN node n ON n.pk = w.node",
        "text": "SELECT n.id, x.name, x.aliases, x.body FROM text_index x "
        "LEFT JOIN node n ON n.pk = x.rowid",
        "membership": "SELECT m.id, w.id, x.first_day, x.last_day FROM membership x "
        "LEFT JOIN node m ON m.pk = x.member LEFT JOIN node w ON w.pk = x.whole",
        "participation": "SELECT a.id, p.id, v.id, x.via = 0, r.key, x.grouped, x.first_day, "
        "x.last_day FROM participation x LEFT JOIN node a ON a.pk = x.activity "
        "LEFT JOIN node p ON p.pk = x.party LEFT JOIN node v ON v.pk = x.via "
        "LEFT JOIN relation r ON r.pk = x.relation",
    }
    db = sqlite3.connect(store.address.removeprefix("sqlite:"))
    try:
        found = {name: sorted(db.execute(q), key=repr) for name, q in queries.items()}
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        names = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
        found["indexes"] = db.execute(names).fetchall()
    finally:
        db.close()
    return found


def last_said(changes: Sequence[Change]) -> list[Change]:
    return list({change.dataset: change for change in changes}.values())


@settings(max_examples=80, deadline=None)
@given(history())
def test_many_steps_give_the_same_as_one(changes: list[Change]) -> None:
    with empty() as grown, empty() as clean:
        for change in changes:
            grown.commit(change)
        for change in last_said(changes):
            clean.commit(change)
        assert tables(grown) == tables(clean)
        assert list(grown.statements()) == list(clean.statements())


@settings(max_examples=80, deadline=None)
@given(history())
def test_a_history_restored_gives_the_same(changes: list[Change]) -> None:
    with empty() as grown, empty() as other:
        for change in changes:
            grown.commit(change)
        other.restore(grown.revisions(), grown.events())
        assert tables(other) == tables(grown)
        assert list(other.statements()) == list(grown.statements())
        assert list(other.revisions()) == list(grown.revisions())
        assert list(other.events()) == list(grown.events())
        more = Change("three", changes[0].statements[:1], "test")
        assert other.commit(more).revision == grown.commit(more).revision


def test_a_restore_that_breaks_off_leaves_an_empty_store() -> None:
    rows = [Statement("one", "Person", f"person:{n}", said({"name": "X"})) for n in range(3000)]

    def broken(told: Iterator[Event]) -> Iterator[Event]:
        yield from islice(told, 2500)
        raise StoreError("no more")

    with empty() as grown, empty() as other, empty() as clean:
        grown.commit(Change("one", rows, "test"))
        before = tables(other)
        with pytest.raises(StoreError, match="no more"):
            other.restore(grown.revisions(), broken(grown.events()))
        assert tables(other) == before == tables(clean)
        assert list(other.revisions()) == []
        other.restore(grown.revisions(), grown.events())
        assert tables(other) == tables(grown)
        with pytest.raises(StoreError, match="not empty"):
            other.restore(grown.revisions(), grown.events())
