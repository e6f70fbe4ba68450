"""Doing many rows at once: batches, look-ups by list, indexes made after the rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

_BATCH = 2_000

T = TypeVar("T")


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """The items in lists of some thousand, so that memory holds no more than one of them."""
    left = iter(items)
    while some := list(islice(left, _BATCH)):
        yield some


def looked_up(db: sqlite3.Connection, query: str, keys: Iterable[object]) -> Iterator[Any]:
    """The rows of a query for each batch of keys, which it reads from `json_each(?1)`."""
    for some in batches(keys):
        # All of a batch at once: an open cursor would be in the way of a change to the tables.
        yield from db.execute(query, (json.dumps(some),)).fetchall()


def insert(
    db: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Plain insertion, with nothing asked or computed for a row."""
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" for _ in columns)
    db.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)


@contextmanager
def indexes_later(
    db: sqlite3.Connection, *tables: str, coming: int, but: str = ""
) -> Iterator[None]:
    """Within, where more rows come than there are, tables have no index but their keys' and `but`.

    An index is made from sorted rows several times faster than row by row. All of it is part of
    the open transaction: if that fails, the old indexes are there again, and no reader ever sees
    a table without them.
    """
    left_out = []
    for table in tables:
        (there,) = db.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()
        if coming > there:
            left_out += db.execute(
                "SELECT name, sql FROM sqlite_master "
                "WHERE type = 'index' AND tbl_name = ? AND name <> ? AND sql IS NOT NULL "
                "ORDER BY rowid",
                (table, but),
            ).fetchall()
    for name, _ in left_out:
        db.execute(f'DROP INDEX "{name}"')
    yield
    for _, sql in left_out:
        db.execute(sql)
