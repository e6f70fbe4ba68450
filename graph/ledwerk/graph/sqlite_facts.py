"""The nodes and relations of the embedded store, with names and texts, written many at once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledwerk.graph.resolution import Fact
from ledwerk.graph.sqlite_bulk import batches, indexes_later, insert, looked_up
from ledwerk.graph.sqlite_rows import name_rows, node_values, relation_values, text_row
from ledwerk.graph.sqlite_tables import TEXT_INDEX, node_columns, relation_columns
from ledwerk.schema.kinds import Model

_NAME = ("key", "node", "text")
_TEXT = ("rowid", *TEXT_INDEX)


@dataclass(frozen=True, slots=True)
class Around:
    """The numbers of nodes at the ends of relations, and the kinds of these relations."""

    ends: set[int]
    kinds: set[str]


@dataclass(frozen=True, slots=True)
class Nodes:
    """The ids of nodes that are new, and the numbers of those that are no more."""

    appeared: list[str]
    gone: list[int]


def numbers_of(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of those of the nodes that are there."""
    query = "SELECT n.id, n.pk FROM json_each(?1) k CROSS JOIN node n ON n.id = k.value"
    return dict(looked_up(db, query, ids))


def clear_nodes(db: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take nodes away, with their names and texts; their relations stay."""
    for some in batches((number,) for number in numbers):
        for table, column in (("name", "node"), ("text_index", "rowid"), ("node", "pk")):
            db.executemany(f"DELETE FROM {table} WHERE {column} = ?", some)


def write_nodes(
    db: sqlite3.Connection, model: Model, facts: Iterable[tuple[str, Fact | None]],
    numbers: dict[str, int], coming: int,
) -> Nodes:  # fmt: skip
    """Write the facts of some keys; the nodes that had these keys are cleared already.

    A node keeps its number. `numbers` is brought up to date.
    """
    columns = ("pk", *node_columns(model))
    done = Nodes([], [])
    (newest,) = db.execute("SELECT coalesce(max(pk), 0) FROM node").fetchone()
    newest = max(newest, max(numbers.values(), default=0))
    with indexes_later(db, "node", "name", coming=coming):
        for some in batches(facts):
            rows = []
            for key, fact in some:
                if fact is None:
                    done.gone.extend([numbers.pop(key)] if key in numbers else [])
                    continue
                if key not in numbers:
                    newest += 1
                    numbers[key] = newest
                    done.appeared.append(key)
                rows.append((fact, numbers[key]))
            nodes = [node_values(*row) for row in rows]
            _insert(db, "node", columns, nodes)
            insert(db, "name", _NAME, (name for row in rows for name in name_rows(*row)))
            texts = (text_row(fact, node) for (fact, _), node in zip(rows, nodes, strict=True))
            insert(db, "text_index", _TEXT, (text for text in texts if text))
    return done


def clear_relations(db: sqlite3.Connection, keys: Iterable[str], gone: Sequence[int]) -> Around:
    """Take away the relations with these keys, and those of gone nodes."""
    ends: set[int] = set(gone)
    kinds: set[str] = set()
    for column, asked in (("key", keys), ("source", gone), ("target", gone)):
        query = (
            "SELECT r.pk, r.kind, r.source, r.target FROM json_each(?1) k "
            f"CROSS JOIN relation r ON r.{column} = k.value"
        )
        for number, kind, source, target in looked_up(db, query, asked):
            kinds.add(kind)
            ends.update((source, target))
            db.execute("DELETE FROM relation WHERE pk = ?", (number,))
    return Around(ends, kinds)


def write_relations(
    db: sqlite3.Connection, model: Model, facts: Iterable[Fact], numbers: Mapping[str, int],
    coming: int,
) -> Around:  # fmt: skip
    """Write relations; one whose ends are not both there is left out."""
    columns = relation_columns(model)
    ends: set[int] = set()
    kinds: set[str] = set()
    with indexes_later(db, "relation", coming=coming):
        for some in batches(facts):
            rows = [
                (fact, numbers[fact.source_id], numbers[fact.target_id])
                for fact in some
                if fact.source_id in numbers and fact.target_id in numbers
            ]
            _insert(db, "relation", columns, [relation_values(*row) for row in rows])
            for fact, source, target in rows:
                ends.update((source, target))
                kinds.add(fact.kind)
    return Around(ends, kinds)


def _insert(
    db: sqlite3.Connection, table: str, columns: Sequence[str],
    rows: Sequence[Mapping[str, object]],
) -> None:  # fmt: skip
    """Insertion that leaves out the columns in which all rows have nothing."""
    present = set().union(*rows)
    used = [column for column in columns if column in present]
    if rows:
        insert(db, table, used, ([row.get(column) for column in used] for row in rows))
