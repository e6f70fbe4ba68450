"""Rewriting the history of an embedded store, so that its file holds nothing of what it was."""

from __future__ import annotations

import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterator

from ledwerk.graph import sqlite_log, sqlite_write
from ledwerk.graph.rewriting import Rewriting, Rewritten, spans_united
from ledwerk.graph.sqlite_bulk import batches
from ledwerk.graph.sqlite_rows import STATEMENT, statement_of, statement_row
from ledwerk.graph.sqlite_tables import APPEND_ONLY, FACTS, facts_ddl
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

_COLUMNS = ", ".join(STATEMENT)
_WAIT_SECONDS = 10.0  # for readers in other processes, before the file is called not compact yet
_PAUSE = 0.1
_LEFT = (
    "{}-wal still has pages of before, since another program reads the store; close that program, "
    "and the file is emptied"
)


def rewrite(db: sqlite3.Connection, model: Model, rewriting: Rewriting) -> Rewritten:
    """Carry a rewriting out inside the open transaction; the file is to be compacted after it."""
    now = sqlite_log.newest_revision(db)
    diff = sqlite_log.amended(db, rewriting.amendment, now)
    revision = sqlite_write.write(db, model, rewriting.amendment, diff)
    db.execute("DROP TRIGGER IF EXISTS event_is_append_only")
    statements = _statements(db, rewriting)
    revisions = _revisions(db, rewriting)
    db.execute(APPEND_ONLY)
    for table in FACTS:  # an index of words keeps what was taken out of it for a while
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for ddl in facts_ddl(model):
        db.execute(ddl)
    sqlite_write.rebuild(db, model)
    return Rewritten(revision, statements, revisions)


def compact(db: sqlite3.Connection, path: str) -> tuple[str, ...]:
    """Write the file anew without what was deleted, and empty its log of pages.

    Returns what is left to do where another process keeps reading an old state.
    """
    db.execute("VACUUM")
    deadline = time.monotonic() + _WAIT_SECONDS
    while True:
        busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return ()
        if time.monotonic() > deadline:
            return (_LEFT.format(path),)
        time.sleep(_PAUSE)


def _statements(db: sqlite3.Connection, rewriting: Rewriting) -> int:
    """Replace statements in place; returns how many."""
    changes = list(_changes(db, rewriting))
    gone = [number for number, new in changes if new is None]
    by_digest: dict[str, list[int]] = defaultdict(list)
    becoming: dict[str, Statement] = {}
    for number, new in changes:
        if new is not None:
            by_digest[new.digest].append(number)
            becoming[new.digest] = new
    # Two may become the same, or the same as one that was always so.
    old = {number for number, _ in changes}
    for some in batches(by_digest):
        marks = ", ".join("?" * len(some))
        query = f"SELECT number, digest FROM statement WHERE digest IN ({marks})"
        for number, digest in db.execute(query, some):
            if number not in old:
                by_digest[digest].append(number)
    for digest, numbers in by_digest.items():
        kept, *others = sorted(numbers)
        if others:
            _unite(db, kept, others)
            _delete(db, others)
        assigned = ", ".join(f"{column} = ?" for column in STATEMENT)
        db.execute(
            f"UPDATE statement SET {assigned}, digest = ? WHERE number = ?",
            (*statement_row(becoming[digest]), digest, kept),
        )
    db.executemany("DELETE FROM event WHERE statement = ?", ((number,) for number in gone))
    _delete(db, gone)
    return len(changes)


def _changes(
    db: sqlite3.Connection, rewriting: Rewriting
) -> Iterator[tuple[int, Statement | None]]:
    for number, *row in db.execute(f"SELECT number, {_COLUMNS} FROM statement"):
        old = statement_of(row)
        new = rewriting.statement(old)
        if new != old:
            yield number, new


def _unite(db: sqlite3.Connection, kept: int, others: list[int]) -> None:
    """Give one statement the log of several, and say whether it stands."""
    every = [kept, *others]
    marks = ", ".join("?" * len(every))
    rows = db.execute(
        f"SELECT number, sign FROM event WHERE statement IN ({marks}) ORDER BY number", every
    ).fetchall()
    telling = dict(spans_united(rows))
    db.executemany(
        "DELETE FROM event WHERE number = ?", ((n,) for n, _ in rows if n not in telling)
    )
    db.executemany("UPDATE event SET statement = ? WHERE number = ?", ((kept, n) for n in telling))
    last = list(telling.values())[-1:]
    standing = int(last == ["+"])
    db.execute("UPDATE statement SET standing = ? WHERE number = ?", (standing, kept))


def _delete(db: sqlite3.Connection, numbers: list[int]) -> None:
    db.executemany("DELETE FROM statement WHERE number = ?", ((number,) for number in numbers))


def _revisions(db: sqlite3.Connection, rewriting: Rewriting) -> int:
    changed = [
        (new.actor, new.action, new.dataset, new.why, old.number)
        for old in list(sqlite_log.revisions(db))
        if (new := rewriting.revision(old)) != old
    ]
    db.executemany(
        "UPDATE revision SET actor = ?, action = ?, dataset = ?, why = ? WHERE number = ?", changed
    )
    return len(changed)
