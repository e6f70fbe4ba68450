"""The whole embedded graph in a stream: one snapshot, on a connection of its own."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

from ledwerk.graph.resolution import Fact
from ledwerk.graph.sqlite_connect import connect, plain_errors, snapshot
from ledwerk.graph.sqlite_log import newest_revision
from ledwerk.graph.sqlite_rows import STATEMENT, statement_of
from ledwerk.graph.whole import NotReviewed, Supported
from ledwerk.schema.fields import Shape, Value
from ledwerk.schema.kinds import Model, NodeKind, Property
from ledwerk.schema.nodes import NAME
from ledwerk.schema.statements import Statement

_STATEMENT = ", ".join(f"s.{column}" for column in STATEMENT)
_SAYS = "SELECT 1 FROM statement o WHERE o.standing AND NOT o.denied AND o.{} = {}"
_READ = "{0}.basis = 'read' AND {0}.accepted_by = ''"
# One that somebody did look at would be enough.
_UNREVIEWED = (
    "SELECT DISTINCT s.key, s.kind, coalesce(s.source_id, ''), coalesce(s.target_id, '') "
    f"FROM statement s WHERE s.standing AND NOT s.denied AND {_READ.format('s')} "
    f"AND NOT EXISTS ({_SAYS.format('key', 's.key')} AND NOT ({_READ.format('o')}))"
)
_ONLY_MENTIONED = "SELECT " + " AND ".join(
    (
        f"NOT EXISTS ({_SAYS.format('key', '?1')})",
        *(
            f"NOT EXISTS ({_SAYS.format(end, '?1')} AND NOT ({_READ.format('o')}))"
            for end in ("source_id", "target_id")
        ),
    )
)
_OWN = 4  # columns of a fact before its properties: key, both ends, whether its name is derived


@contextmanager
def whole(model: Model, path: str, *, shared_memory: bool) -> Iterator[SqliteWhole]:
    """The graph in a file as it is now, whatever is committed meanwhile."""
    with plain_errors(path), closing(_opened(path, shared_memory)) as db:
        # Sorting goes to temporary files when it outgrows the cache.
        db.execute("PRAGMA temp_store = FILE")
        db.execute("PRAGMA query_only = ON")
        with snapshot(db):
            yield SqliteWhole(model, db)


def _opened(path: str, shared_memory: bool) -> sqlite3.Connection:
    if not shared_memory:
        return connect(path)
    # Connections to one memory lock each other out, so that a copy is read.
    copied = connect(":memory:")
    with closing(connect(path, shared_memory=True)) as there:
        there.backup(copied)
    return copied


class SqliteWhole:
    """A `Whole` over an open snapshot."""

    def __init__(self, model: Model, db: sqlite3.Connection) -> None:
        self._model = model
        self._db = db
        self._revision = newest_revision(db)

    @property
    def revision(self) -> int:
        """See `Whole`."""
        return self._revision

    def count(self, kind: str) -> int:
        """See `Whole`."""
        table, column = self._table(kind)
        query = f"SELECT count(*) FROM {table} WHERE {column} = ?"
        (found,) = self._db.execute(query, (kind,)).fetchone()
        return int(found)

    def facts(self, kind: str) -> Iterator[Fact]:
        """See `Whole`."""
        properties = self._properties(kind)
        query, bounds = self._query(kind, properties, "")
        for row in self._db.execute(query, bounds):
            yield _fact(kind, properties, row)

    def supported(self, kind: str) -> Iterator[Supported]:
        """See `Whole`."""
        properties = self._properties(kind)
        width = _OWN + len(properties)
        query, bounds = self._query(kind, properties, f", {_STATEMENT}")
        for _, rows in groupby(self._db.execute(query, bounds), itemgetter(0)):
            every = list(rows)
            said = tuple(statement_of(row[width:]) for row in every if row[width] is not None)
            yield Supported(_fact(kind, properties, every[0]), said)

    def statements(self, dataset: str, kind: str) -> Iterator[Statement]:
        """See `Whole`."""
        order = "s.key" if self._is_node(kind) else "s.source_id, s.target_id, s.key"
        query = (
            f"SELECT {_STATEMENT} FROM statement s INDEXED BY statement_by_key WHERE s.standing "
            "AND s.key >= ? AND s.key < ? AND s.kind = ? AND s.dataset = ? "
            f"ORDER BY {order}"
        )
        return map(statement_of, self._db.execute(query, (*self._bounds(kind), kind, dataset)))

    def unreviewed(self) -> Iterator[NotReviewed]:
        """See `Whole`."""
        rows = self._db.execute(_UNREVIEWED).fetchall()
        yield from (NotReviewed(*row) for row in rows)
        ends = dict.fromkeys(end for row in rows for end in row[2:] if end)
        for end in ends:
            (mentioned,) = self._db.execute(_ONLY_MENTIONED, (end,)).fetchone()
            kind = self._model.kind_of(end)
            if mentioned and kind is not None:
                yield NotReviewed(end, kind.name)

    def datasets(self) -> Sequence[str]:
        """See `Whole`."""
        query = "SELECT DISTINCT dataset FROM statement WHERE standing ORDER BY dataset"
        return [name for (name,) in self._db.execute(query)]

    def _query(
        self, kind: str, properties: Sequence[Property], said: str
    ) -> tuple[str, tuple[str, str, str]]:
        """What reads facts in the order of an index, with statements where `said` names columns."""
        columns = "".join(f', f."{prop.name}"' for prop in properties)
        if self._is_node(kind):
            key, own, ends = "id", "'', '', f.derived_name", "FROM node f"
        else:
            key, own = "key", "a.id, b.id, 0"
            ends = (
                "FROM relation f CROSS JOIN node a ON a.pk = f.source "
                "CROSS JOIN node b ON b.pk = f.target"
            )
        if said:
            ends += (
                " LEFT JOIN statement s INDEXED BY statement_by_key "
                f"ON s.key = f.{key} AND s.standing"
            )
        column = self._table(kind)[1]
        query = (
            f"SELECT f.{key}, {own}{columns}{said} {ends} "
            f"WHERE f.{key} >= ? AND f.{key} < ? AND f.{column} = ? ORDER BY f.{key}"
        )
        return query, (*self._bounds(kind), kind)

    def _is_node(self, kind: str) -> bool:
        return isinstance(self._model.kind(kind), NodeKind)

    def _table(self, kind: str) -> tuple[str, str]:
        return ("node", "label") if self._is_node(kind) else ("relation", "kind")

    def _bounds(self, kind: str) -> tuple[str, str]:
        """Between which keys those of a kind are: they begin with its prefix and a colon."""
        declared = self._model.kind(kind)
        prefix = declared.prefix if isinstance(declared, NodeKind) else declared.name
        return f"{prefix}:", f"{prefix};"

    def _properties(self, kind: str) -> tuple[Property, ...]:
        declared = self._model.kind(kind)
        if isinstance(declared, NodeKind) and not declared.named:
            return (NAME, *declared.properties)  # a seat's, which the store makes
        return declared.properties


def _fact(kind: str, properties: Sequence[Property], row: Sequence[Any]) -> Fact:
    key, source, target, derived = row[:_OWN]
    cells = zip(properties, row[_OWN:], strict=False)
    values = {prop.name: _value(prop.type.shape, cell) for prop, cell in cells if cell is not None}
    return Fact(kind, key, values, source, target, bool(derived))


def _value(shape: Shape, cell: Any) -> Value:
    if shape is Shape.LIST:
        return tuple(json.loads(cell))
    return bool(cell) if shape is Shape.BOOLEAN else cell
