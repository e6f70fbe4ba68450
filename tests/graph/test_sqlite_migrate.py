"""Files of older versions are brought up to date, and kept as they were beside it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ledwerk.graph.opening import open_store
from ledwerk.graph.plan import Find, Leaf, ListOf, OfKinds, Shape, Tally
from ledwerk.graph.sqlite_rows import STATEMENT, statement_row
from ledwerk.graph.sqlite_store import SqliteStore
from ledwerk.graph.sqlite_tables import FORMAT
from ledwerk.graph.store import Change, Store
from ledwerk.schema.errors import StoreError
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, said

# The tables of format 1; of the columns that follow the model only a few.
FORMAT_1 = """
CREATE TABLE node (pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
    sort TEXT NOT NULL, derived_name INTEGER NOT NULL, first_day TEXT, last_day TEXT, name TEXT,
    helix TEXT, sme INTEGER);
CREATE INDEX node_by_label ON node (label, sort, id);
CREATE INDEX node_by_helix ON node (label, helix, sme, sort, id);
CREATE TABLE relation (pk INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    source INTEGER NOT NULL, target INTEGER NOT NULL, first_day TEXT, last_day TEXT, role TEXT);
CREATE INDEX relation_out ON relation (source, kind, target);
CREATE INDEX relation_in ON relation (target, kind, source);
CREATE INDEX relation_by_kind ON relation (kind);
CREATE TABLE name (key TEXT NOT NULL, node INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX name_by_key ON name (key, node);
CREATE INDEX name_by_node ON name (node);
CREATE VIRTUAL TABLE text_index USING fts5(name, aliases, body, tokenize='trigram');
CREATE TABLE membership (member INTEGER NOT NULL, whole INTEGER NOT NULL, first_day TEXT,
    last_day TEXT, PRIMARY KEY (whole, member)) WITHOUT ROWID;
CREATE TABLE participation (activity INTEGER NOT NULL, party INTEGER NOT NULL, via INTEGER NOT NULL,
    relation INTEGER NOT NULL, grouped INTEGER NOT NULL, first_day TEXT, last_day TEXT,
    PRIMARY KEY (activity, party, via)) WITHOUT ROWID;
CREATE INDEX participation_by_party ON participation (party, activity, via);
CREATE TABLE statement (number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE,
    dataset TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, source_id TEXT NOT NULL,
    target_id TEXT NOT NULL, properties TEXT NOT NULL, cited TEXT NOT NULL, locator TEXT NOT NULL,
    basis TEXT NOT NULL, confidence REAL, denied INTEGER NOT NULL, note TEXT NOT NULL,
    standing INTEGER NOT NULL);
CREATE INDEX statement_by_key ON statement (key) WHERE standing;
CREATE INDEX statement_by_dataset ON statement (dataset) WHERE standing;
CREATE INDEX statement_by_source ON statement (source_id) WHERE standing;
CREATE INDEX statement_by_target ON statement (target_id) WHERE standing;
CREATE INDEX statement_by_cited ON statement (cited) WHERE standing;
CREATE TABLE event (number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, sign TEXT NOT NULL,
    statement INTEGER NOT NULL);
CREATE TABLE revision (number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,
    action TEXT NOT NULL, dataset TEXT NOT NULL, why TEXT NOT NULL);
CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
INSERT INTO node (id, label, sort, derived_name, name)
    VALUES ('organisation:old', 'Organisation', 'as it was', 0, 'As it was');
INSERT INTO name VALUES ('as it was', 1, 'As it was');
INSERT INTO text_index (rowid, name) VALUES (1, 'as it was');
INSERT INTO participation VALUES (1, 1, 0, 1, 0, NULL, NULL);
PRAGMA user_version = 1;
"""


def old_file(path: Path, stated: Iterable[Statement], gone: Iterable[Statement] = ()) -> None:
    """A file as format 1 was: `stated` in its first revision, `gone` taken back in a second."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(FORMAT_1)
        columns = STATEMENT[:12]  # those that there were
        marks = ", ".join("?" for _ in columns)
        for number, why in ((1, ""), (2, "mistaken")):
            values = (number, "2025-09-01T12:00:00.000+00:00", "loader", "load", "d", why)
            db.execute("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)", values)
        for standing, rows in ((1, stated), (0, gone)):
            for row in rows:
                cells = statement_row(row)[:12]
                text = json.dumps(cells, ensure_ascii=False, separators=(",", ":"))
                digest = hashlib.blake2b(text.encode(), digest_size=16).digest()
                cursor = db.execute(
                    f"INSERT INTO statement (digest, {', '.join(columns)}, standing) "
                    f"VALUES (?, {marks}, ?)",
                    (digest, *cells, standing),
                )
                for revision, sign in ((1, "+"), (2, "-"))[: 2 - standing]:
                    db.execute(
                        "INSERT INTO event (revision, sign, statement) VALUES (?, ?, ?)",
                        (revision, sign, cursor.lastrowid),
                    )
        db.commit()


def asked(store: Store) -> tuple[Any, ...]:
    plan = Find(
        OfKinds(("Organisation", "Project")),
        ListOf(Shape((((), (Leaf("n", "name"), Leaf("h", "helix"), Leaf("w", "website"))),))),
    )
    return (
        asyncio.run(store.answer(plan)),
        asyncio.run(store.answer(Tally())),
        asyncio.run(store.walks(("PARTNER_IN",))).steps,
        list(store.statements()),
    )


def test_a_file_of_format_1_is_brought_up_to_date(
    led: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "old.sqlite"
    stated = list(led.statements())
    gone = replace(stated[0], note="taken back")
    old_file(file, stated, [gone])
    with caplog.at_level(logging.WARNING, "ledwerk"):
        store = open_store(f"sqlite:{file}")
    assert f"format 1 to {FORMAT}" in caplog.text
    assert asked(store) == asked(led)
    assert [(e.revision, e.sign) for e in store.events() if e.statement == gone] == [
        (1, "+"), (2, "-"),
    ]  # fmt: skip
    assert [revision.why for revision in store.revisions()] == ["", "mistaken"]
    # Its digests are those of now: the same again changes nothing.
    dataset = stated[0].dataset
    assert store.commit(Change(dataset, stated, "loader")).difference.empty
    assert store.commit(Change(dataset, [*stated, gone], "loader")).revision == 3
    store.close()
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        (count,) = db.execute("SELECT count(*) FROM statement").fetchone()
        assert count == len(stated) + 1  # what was taken back stands again under its old number
    with closing(open_store(f"sqlite:{tmp_path / 'new.sqlite'}")) as new:
        assert schema(file) == schema(Path(new.address.removeprefix("sqlite:")))


def schema(file: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(file)) as db:
        rows = db.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return sorted((name, "".join(sql.split())) for name, sql in rows)


ROW = Statement("d", "Organisation", "organisation:a", said({"name": "A"}), cited="source:s")


def test_the_file_is_kept_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite"
    for number in range(3):
        for suffix in ("", "-wal", "-shm"):
            Path(f"{file}{suffix}").unlink(missing_ok=True)
        old_file(file, [replace(ROW, note=str(number))])
        open_store(f"sqlite:{file}").close()
    for number, suffix in enumerate(("", ".1", ".2")):
        with closing(sqlite3.connect(f"{file}.format-1.backup{suffix}")) as db:
            assert db.execute("PRAGMA user_version").fetchone() == (1,)
            assert db.execute("SELECT note FROM statement").fetchall() == [(str(number),)]
            assert db.execute("SELECT name FROM node").fetchall() == [("As it was",)]
    assert not list(tmp_path.glob("*.part*"))


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite"
    old_file(file, [replace(ROW, kind="Unicorn", key="unicorn:a")])
    before = schema(file)
    with pytest.raises(StoreError, match=r"does not know \(Unicorn\)"):
        open_store(f"sqlite:{file}")
    assert schema(file) == before
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("SELECT id FROM node").fetchall() == [("organisation:old",)]


def test_another_programs_database_is_not_migrated(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(file)) as db:
        db.executescript("CREATE TABLE statement (x); PRAGMA user_version = 1")
    before = schema(file)
    with pytest.raises(StoreError, match="another program"):
        open_store(f"sqlite:{file}")
    assert schema(file) == before
    assert not list(tmp_path.glob("*.backup"))


def test_a_file_of_format_2_gets_the_indexes_that_edits_need(tmp_path: Path) -> None:
    file = tmp_path / "two.sqlite"
    row = Statement("d", "Organisation", "organisation:a", said({"name": "A"}))
    with closing(open_store(f"sqlite:{file}")) as store:
        store.commit(Change("d", [row], "tester"))
        store.commit(Change("d", [replace(row, note="again")], "tester"))
    with closing(sqlite3.connect(file)) as db:
        for index in ("event_by_statement", "statement_past"):
            db.execute(f"DROP INDEX {index}")
        for column in ("accepted_by", "stated_as"):
            db.execute(f"ALTER TABLE statement DROP COLUMN {column}")
        db.execute("PRAGMA user_version = 2")
        db.commit()
    with closing(open_store(f"sqlite:{file}")) as store:
        assert store.changed(["organisation:a", "organisation:b"]) == {"organisation:a": 2}
        assert [event.sign for event in store.events()] == ["+", "+", "-"]
    with closing(sqlite3.connect(file)) as db:
        found = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        assert {"event_by_statement", "statement_past"} <= found
        assert db.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert (tmp_path / "two.sqlite.format-2.backup").exists()


def test_a_file_of_format_3_learns_who_accepted_what(tmp_path: Path) -> None:
    file = tmp_path / "three.sqlite"
    row = Statement("d", "Organisation", "organisation:a", said({"name": "A"}))
    with closing(open_store(f"sqlite:{file}")) as store:
        store.commit(Change("d", [row], "tester"))
    with closing(sqlite3.connect(file)) as db:
        for column in ("accepted_by", "stated_as"):
            db.execute(f"ALTER TABLE statement DROP COLUMN {column}")
        db.execute("PRAGMA user_version = 3")
        db.commit()
    read = replace(row, basis="read", accepted_by="Anna", stated_as="organisation:b")
    with closing(open_store(f"sqlite:{file}")) as store:
        assert list(store.statements()) == [row]
        assert store.commit(Change("d", [row], "tester")).difference.empty
        store.commit(Change("d", [row, read], "tester"))
        assert list(store.statements()) == [read, row]
    assert (tmp_path / "three.sqlite.format-3.backup").exists()


def test_a_field_added_to_the_model_needs_no_new_format(tmp_path: Path) -> None:
    """The tables that questions run on follow the model; the log is untouched."""
    file = tmp_path / "store.sqlite"
    less = Model(
        tuple(
            replace(
                kind, properties=tuple(prop for prop in kind.properties if prop.name != "website")
            )
            for kind in MODEL.nodes
        ),
        MODEL.relations,
    )
    row = replace(ROW, properties=said({"name": "A", "website": "https://a.example"}))
    with closing(SqliteStore(less, str(file))) as store:
        store.commit(Change("d", [row], "loader"))
    with closing(open_store(f"sqlite:{file}")) as full:
        assert asked(full)[0] == [{"n": "A", "h": "UNKNOWN", "w": "https://a.example"}]
        assert list(full.statements()) == [row]
    assert not list(tmp_path.glob("*.backup"))
