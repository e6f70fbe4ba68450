"""A journal: what people do around a graph and is no fact of it, such as proposals and agreements.

Entries are appended and never changed, but for what has to be forgotten; what stands now is what
they add up to. It is a file of its own, beside an embedded store or in the user's data folder,
since a graph database holds facts only.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from ledwerk.schema.errors import StoreError

_FORMAT = 1
_BUSY_SECONDS = 30.0
_DDL = (
    """CREATE TABLE entry (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
    actor TEXT NOT NULL, topic TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL)""",
    "CREATE INDEX entry_topic ON entry (topic, number)",
    "CREATE TABLE said (mark TEXT PRIMARY KEY, number INTEGER NOT NULL)",
    f"PRAGMA user_version = {_FORMAT}",
)
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its number, when (UTC, ISO 8601), by whom, about what sort of thing and which."""

    number: int
    at: str
    actor: str
    topic: str
    key: str
    body: Json


@dataclass(frozen=True, slots=True)
class Kept(Entry):
    """An entry with the mark under which it is written once, "" for none: what a backup needs."""

    mark: str = ""


class Journal:
    """An append-only list of entries, shared by every process that opens the same file.

    What is appended is on the disk before `append` returns. Raises StoreError, and then nothing was
    written. May be used by several threads.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._lock = threading.RLock()
        with _errors(path):
            if path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._make()

    def append(self, actor: str, topic: str, key: str, body: Json, *, mark: str = "") -> Entry:
        """Write an entry. With a `mark`, such as a number that a phone made up, it is written once:
        said again, the entry that is there is given back.
        """
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        text = json.dumps(body, ensure_ascii=False, sort_keys=True)
        with self._alone() as db:
            if mark and (there := self._marked(mark)):
                return there
            row = (now, actor, topic, key, text)
            done = db.execute(
                "INSERT INTO entry (at, actor, topic, key, body) VALUES (?, ?, ?, ?, ?)", row
            )
            number = int(done.lastrowid or 0)
            if mark:
                db.execute("INSERT INTO said VALUES (?, ?)", (mark, number))
        return Entry(number, now, actor, topic, key, json.loads(text))

    def newest(self) -> int:
        """The number of the last entry; 0 where there is none."""
        with self._lock, _errors(self._path):
            (found,) = self._db.execute("SELECT max(number) FROM entry").fetchone()
        return int(found or 0)

    def entries(self, topics: Iterable[str] = (), *, since: int = 0) -> list[Entry]:
        """The entries of some topics (all if none is named) after a number, oldest first."""
        wanted = sorted(set(topics))
        marks = ", ".join("?" * len(wanted))
        among = f"AND topic IN ({marks})" if wanted else ""
        ask = f"SELECT * FROM entry WHERE number > ? {among} ORDER BY number"
        with self._lock, _errors(self._path):
            rows = self._db.execute(ask, (since, *wanted)).fetchall()
        return [_entry(row) for row in rows]

    def kept(self) -> tuple[Kept, ...]:
        """Every entry with its mark, oldest first."""
        ask = (
            "SELECT e.*, coalesce((SELECT mark FROM said s WHERE s.number = e.number), '') "
            "FROM entry e ORDER BY e.number"
        )
        with self._lock, _errors(self._path):
            rows = self._db.execute(ask).fetchall()
        return tuple(
            Kept(number, at, actor, topic, key, json.loads(body), mark)
            for number, at, actor, topic, key, body, mark in rows
        )

    def restore(self, entries: Iterable[Kept]) -> None:
        """Give an empty journal all that another one held, under the same numbers.

        Raises StoreError where it is not empty.
        """
        with self._alone() as db:
            if db.execute("SELECT 1 FROM entry LIMIT 1").fetchone():
                raise StoreError(f"the journal {self._path} is not empty; restore into a new one")
            for one in entries:
                text = json.dumps(one.body, ensure_ascii=False, sort_keys=True)
                row = (one.number, one.at, one.actor, one.topic, one.key, text)
                db.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)", row)
                if one.mark:
                    db.execute("INSERT INTO said VALUES (?, ?)", (one.mark, one.number))

    def rewrite(self, read: Callable[[object], object]) -> int:
        """Let every entry read as `read` gives it, for what has to be forgotten; returns how many
        are others now. The file is compacted, so that nothing is left of what they were.
        """
        with self._lock, _errors(self._path):
            self._db.execute("PRAGMA secure_delete = ON")
        changed = 0
        with self._alone() as db:
            for row in db.execute("SELECT * FROM entry").fetchall():
                one = _entry(row)
                said = read([one.actor, one.key, dict(one.body)])
                if said == [one.actor, one.key, dict(one.body)] or not isinstance(said, list):
                    continue
                actor, key, body = said
                text = json.dumps(body, ensure_ascii=False, sort_keys=True)
                values = (actor, key, text, one.number)
                db.execute("UPDATE entry SET actor = ?, key = ?, body = ? WHERE number = ?", values)
                changed += 1
            for mark, number in db.execute("SELECT * FROM said").fetchall():
                db.execute("UPDATE OR REPLACE said SET mark = ? WHERE number = ?",
                           (str(read(mark)), number))  # fmt: skip
        with self._lock, _errors(self._path):
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return changed

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def _marked(self, mark: str) -> Entry | None:
        ask = "SELECT entry.* FROM said JOIN entry USING (number) WHERE mark = ?"
        row = self._db.execute(ask, (mark,)).fetchone()
        return _entry(row) if row else None

    def _make(self) -> None:
        with self._alone() as db:
            (found,) = db.execute("PRAGMA user_version").fetchone()
            if found > _FORMAT:
                raise StoreError(
                    f"{self._path} was written by a newer ledwerk (format {found}, this one knows "
                    f"{_FORMAT}); install the newer version"
                )
            if not found:
                for statement in _DDL:
                    db.execute(statement)

    @contextmanager
    def _alone(self) -> Iterator[sqlite3.Connection]:
        """One change, whole or not at all."""
        with self._lock, _errors(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")


def journal_path(store: str) -> str:
    """Where the journal of the store at an address is kept.

    Of an embedded store it is the file's name with `.journal`; of a server a file in the user's
    data folder, so that it belongs to this machine.
    """
    scheme, _, rest = store.partition(":")
    if scheme == "sqlite":
        path = rest.removeprefix("//")
        return path if path == ":memory:" else f"{path}.journal"
    from platformdirs import user_data_path

    name = re.sub(r"[^A-Za-z0-9.-]+", "-", store).strip("-")
    return str(user_data_path("ledwerk", appauthor=False) / "journals" / f"{name}.journal")


def journal_beside(store: str) -> Callable[[], Journal]:
    """What gives the journal of the store at an address: opened when first asked for, then kept."""
    return cache(lambda: Journal(journal_path(store)))


def _entry(row: tuple[Any, ...]) -> Entry:
    number, at, actor, topic, key, body = row
    return Entry(number, at, actor, topic, key, json.loads(body))


@contextmanager
def _errors(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the journal {path} cannot be used: {error}") from error
    except OSError as error:
        raise StoreError(f"the journal {path} cannot be made: {error.strerror}") from error
