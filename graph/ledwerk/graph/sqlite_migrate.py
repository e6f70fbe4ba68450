"""Making an embedded store's file fit for this version: new, older, or of an older model."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from ledwerk.graph.sqlite_bulk import insert
from ledwerk.graph.sqlite_connect import transaction
from ledwerk.graph.sqlite_log import INSERTED
from ledwerk.graph.sqlite_rows import STATEMENT, statement_of
from ledwerk.graph.sqlite_tables import (
    EVENT_INDEX,
    FACTS,
    FORMAT,
    STATEMENT_DDL,
    STATEMENT_LATER,
    STATEMENT_PAST,
    TEXT_INDEX,
    ddl,
    facts_ddl,
    node_columns,
    relation_columns,
)
from ledwerk.graph.sqlite_write import rebuild
from ledwerk.schema.errors import StoreError
from ledwerk.schema.kinds import Model

_log = logging.getLogger("ledwerk")
_OLD_LOG = {"statement", "event", "revision"}


def prepare(db: sqlite3.Connection, model: Model, path: str) -> None:
    """Make the tables where there are none; bring those of an older version up to date.

    Raises StoreError for a file of a newer version or of another program.
    """
    if _format(db, path) == FORMAT and _fits(db, model):
        return
    with transaction(db):
        found = _format(db, path)  # another process may have been first
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        if not found and not tables:
            for statement in ddl(model):
                db.execute(statement)
        elif not found or not tables >= _OLD_LOG:
            raise StoreError(f"{path} is a database of another program")
        elif found < FORMAT:
            _migrate(db, model, path, found)
        elif not _fits(db, model):
            _remake_facts(db, model)


def _format(db: sqlite3.Connection, path: str) -> int:
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found > FORMAT:
        raise StoreError(
            f"{path} was written by a newer ledwerk (format {found}, this one knows {FORMAT}); "
            "install the newer version"
        )
    return int(found)


def _fits(db: sqlite3.Connection, model: Model) -> bool:
    """Whether the tables have a column for everything that the model declares."""
    for table, wanted in (
        ("node", node_columns(model)),
        ("relation", relation_columns(model)),
        ("text_index", TEXT_INDEX),
    ):
        there = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
        if not there.issuperset(wanted):
            return False
    return True


def _migrate(db: sqlite3.Connection, model: Model, path: str, found: int) -> None:
    """From format 1: digests were bytes over other columns, nodes had no folded name.

    From format 2: what stands no more, and when a statement was touched, had no index. From format
    3: a statement did not say who accepted it, nor what it was stated as.
    """
    backup = _copied(path, f"{path}.format-{found}.backup")
    for statement in STATEMENT_LATER:
        db.execute(statement)
    if found < 2:
        _remake_statements(db)
        _remake_facts(db, model)
    else:
        if found < 3:
            db.execute(STATEMENT_PAST)
        if not _fits(db, model):
            _remake_facts(db, model)
    if found < 3:
        db.execute(EVENT_INDEX)
    db.execute(f"PRAGMA user_version = {FORMAT}")
    _log.warning("%s is brought from format %d to %d; as it was: %s", path, found, FORMAT, backup)


def _copied(path: str, wanted: str) -> Path:
    """A copy of the file as it stands; it has its name only when it is complete."""
    names = (Path(f"{wanted}.{number}" if number else wanted) for number in count())
    target = next(name for name in names if not name.exists())
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
    return unfinished.rename(target)


def _remake_statements(db: sqlite3.Connection) -> None:
    """The same statements under the same numbers, with digests as they are now."""
    for (name,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'statement' "
        "AND sql IS NOT NULL"
    ).fetchall():
        db.execute(f'DROP INDEX "{name}"')
    db.execute("ALTER TABLE statement RENAME TO old_statement")
    table, *indexes = STATEMENT_DDL
    db.execute(table)
    columns = ", ".join(STATEMENT)
    rows = db.execute(f"SELECT number, standing, {columns} FROM old_statement ORDER BY number")
    cells = ((number, statement_of(row).digest, *row, standing) for number, standing, *row in rows)
    insert(db, "statement", INSERTED, cells)
    for index in indexes:
        db.execute(index)
    db.execute("DROP TABLE old_statement")


def _remake_facts(db: sqlite3.Connection, model: Model) -> None:
    for table in FACTS:
        db.execute(f"DROP TABLE IF EXISTS {table}")
    for statement in facts_ddl(model):
        db.execute(statement)
    rebuild(db, model)
