"""The journal beside a store: nothing that was appended is lost, and nothing is there twice."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ledwerk.graph.sqlite_journal import Journal, journal_path
from ledwerk.schema.errors import StoreError


def test_entries_come_back_in_order(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "deep" / "a.journal"))
    first = journal.append("Anna", "proposal", "p1", {"name": "Café ’t Hoekje", "n": 1})
    journal.append("Bert", "screen", "s1", {"address": "focus=x"})
    journal.append("Anna", "proposal", "p1", {"state": "withdrawn"})
    assert journal.newest() == 3
    assert journal.entries()[0] == first
    assert [one.number for one in journal.entries(["proposal"])] == [1, 3]
    assert [one.actor for one in journal.entries(since=1)] == ["Bert", "Anna"]
    assert first.body == {"name": "Café ’t Hoekje", "n": 1}
    assert first.at.endswith("+00:00")
    journal.close()


def test_what_is_said_again_is_there_once(tmp_path: Path) -> None:
    path = str(tmp_path / "a.journal")
    journals = [Journal(path), Journal(path)]

    def append(number: int) -> int:
        return (
            journals[number % 2].append("Anna", "proposal", "p", {"try": number}, mark="m").number
        )

    with ThreadPoolExecutor(8) as pool:
        numbers = set(pool.map(append, range(40)))
    assert numbers == {1}
    assert len(journals[0].entries()) == 1
    for journal in journals:
        journal.close()


def test_another_process_sees_it_and_it_lasts(tmp_path: Path) -> None:
    path = str(tmp_path / "a.journal")
    one, other = Journal(path), Journal(path)
    one.append("Anna", "note", "n", {})
    assert other.newest() == 1
    one.close()
    other.close()
    again = Journal(path)
    assert [entry.actor for entry in again.entries()] == ["Anna"]
    again.close()


def test_where_it_is_kept() -> None:
    assert journal_path("sqlite:/data/led.sqlite") == "/data/led.sqlite.journal"
    assert journal_path("sqlite::memory:") == ":memory:"
    assert journal_path("neo4j://host:7687").endswith("journals/neo4j-host-7687.journal")


def test_a_file_that_is_none_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.journal"
    file.write_text("no database, but long enough to be looked at as one" * 40, encoding="utf-8")
    with pytest.raises(StoreError, match=r"the journal .*a\.journal cannot be used"):
        Journal(str(file))


def test_a_newer_one_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.journal"
    Journal(str(path)).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9")
    db.close()
    with pytest.raises(StoreError, match="newer ledwerk"):
        Journal(str(path))
