"""Writing to the embedded store: statements in, nodes and relations out, in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from ledwerk.graph import sqlite_derive
from ledwerk.graph.claims import properties_from
from ledwerk.graph.resolution import Fact, resolve, stand_in
from ledwerk.graph.sqlite_tables import node_columns, relation_columns
from ledwerk.graph.store import Change, Difference
from ledwerk.schema.fields import Value, first_day, last_day
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import MOST_SORTED, fold, name_key, sort_key
from ledwerk.schema.statements import Statement

_STATEMENT = (
    "dataset, kind, key, source_id, target_id, properties, cited, locator, basis, confidence, "
    "denied, note"
)
_TEXT_FIELDS = ("description_nl", "description_en", "bottleneck", "bottleneck_en", "state_nl",
                "state_en")  # fmt: skip

Row = tuple[object, ...]


def difference(db: sqlite3.Connection, change: Change, revision: int) -> Difference:
    """What the change would add, change and remove, without writing."""
    wanted = {row.digest: row for row in change.statements}
    query = f"SELECT digest, {_STATEMENT} FROM statement WHERE dataset = ? AND standing"
    standing = {row[0]: row[1:] for row in db.execute(query, (change.dataset,))}
    added = {s.place: s for digest, s in wanted.items() if digest not in standing}
    gone = [statement_of(row) for digest, row in standing.items() if digest not in wanted]
    changed = [(old, added.pop(old.place)) for old in gone if old.place in added]
    replaced = {old.place for old, _ in changed}
    removed = [old for old in gone if old.place not in replaced]
    return Difference(
        tuple(added.values()), tuple(changed), tuple(removed), len(standing), revision
    )


def write(db: sqlite3.Connection, model: Model, change: Change, diff: Difference) -> int:
    """Carry out a difference inside the open transaction; returns the new revision."""
    revision = _new_revision(db, change)
    new = [*diff.added, *(now for _, now in diff.changed)]
    old = [*diff.removed, *(before for before, _ in diff.changed)]
    _assert_statements(db, revision, new)
    _retract_statements(db, revision, old)
    touched = [*new, *old]
    _touch(db, touched)
    _touch_what_cites(db, {row.key for row in touched if row.kind == "Source"})
    dated = _dates(db)
    nodes = _resolved_nodes(db, model, dated)
    _write_nodes(db, model, nodes)
    _touch_relations_of_new_ends(db)
    kinds = _write_relations(db, model, dated)
    sqlite_derive.derive(db, model, kinds | {fact.kind for fact in nodes.values() if fact})
    return revision


def statement_of(row: Sequence[object]) -> Statement:
    """A statement from its columns in the order of `_STATEMENT`."""
    dataset, kind, key, source_id, target_id, properties, cited, locator, basis = map(str, row[:9])
    said = properties_from(json.loads(properties))
    confidence = row[9] if isinstance(row[9], float) else None
    denied, note = bool(row[10]), str(row[11])
    return Statement(
        dataset, kind, key, said, source_id, target_id, cited, locator, basis, confidence,
        denied, note,
    )  # fmt: skip


def statements(db: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[Statement]:
    """Standing statements that meet a condition on their columns."""
    query = (
        f"SELECT {_STATEMENT} FROM statement WHERE standing AND {where} "
        "ORDER BY kind, key, cited, locator, basis, number"
    )
    return map(statement_of, db.execute(query, values))


def _columns_of(row: Statement) -> Row:
    properties = json.dumps(row.properties, ensure_ascii=False, separators=(",", ":"))
    return (
        row.dataset, row.kind, row.key, row.source_id, row.target_id, properties, row.cited,
        row.locator, row.basis, row.confidence, int(row.denied), row.note,
    )  # fmt: skip


def _new_revision(db: sqlite3.Connection, change: Change) -> int:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    cursor = db.execute(
        "INSERT INTO revision (at, actor, action, dataset, why) VALUES (?, ?, ?, ?, ?)",
        (at, change.actor, change.action, change.dataset, change.why),
    )
    return int(cursor.lastrowid or 0)


def _assert_statements(db: sqlite3.Connection, revision: int, new: Sequence[Statement]) -> None:
    digests = [row.digest for row in new]
    db.executemany(
        f"INSERT INTO statement (digest, {_STATEMENT}, standing) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1) "
        "ON CONFLICT (digest) DO UPDATE SET standing = 1",
        ((digest, *_columns_of(row)) for digest, row in zip(digests, new, strict=True)),
    )
    _log(db, revision, "+", digests)


def _retract_statements(db: sqlite3.Connection, revision: int, old: Sequence[Statement]) -> None:
    digests = [row.digest for row in old]
    db.executemany(
        "UPDATE statement SET standing = 0 WHERE digest = ?", ((one,) for one in digests)
    )
    _log(db, revision, "-", digests)


def _log(db: sqlite3.Connection, revision: int, sign: str, digests: Iterable[str]) -> None:
    db.executemany(
        "INSERT INTO event (revision, sign, statement) "
        "SELECT ?, ?, number FROM statement WHERE digest = ?",
        ((revision, sign, digest) for digest in digests),
    )


def _touch(db: sqlite3.Connection, touched: Iterable[Statement]) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS touched (key TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("CREATE TEMP TABLE IF NOT EXISTS touched_node (key TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM touched")
    db.execute("DELETE FROM touched_node")
    relations = []
    nodes: set[str] = set()
    for row in touched:
        if row.source_id:
            relations.append((row.key,))
            nodes.update((row.source_id, row.target_id))
        else:
            nodes.add(row.key)
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", relations)
    db.executemany("INSERT OR IGNORE INTO touched_node VALUES (?)", ((key,) for key in nodes))


def _touch_what_cites(db: sqlite3.Connection, sources: Iterable[str]) -> None:
    """When a source's own row changed, what cites it may be ranked anew."""
    for table, which in (("touched", "<>"), ("touched_node", "=")):
        db.executemany(
            f"INSERT OR IGNORE INTO {table} SELECT key FROM statement "
            f"WHERE standing AND cited = ? AND source_id {which} ''",
            ((source,) for source in sources),
        )


def _dates(db: sqlite3.Connection) -> dict[str, str]:
    dates: dict[str, str] = {}
    # By the range of their ids, which is indexed.
    for row in statements(db, "key >= 'source:' AND key < 'source;' AND NOT denied", ()):
        date = row.values().get("date")
        if date is not None:
            dates[row.key] = max(dates.get(row.key, ""), str(date))
    return dates


def _standing_of_touched(db: sqlite3.Connection, table: str) -> Iterator[list[Statement]]:
    query = (
        f"SELECT {', '.join('s.' + c.strip() for c in _STATEMENT.split(','))} "
        f"FROM {table} t CROSS JOIN statement s ON s.key = t.key AND s.standing ORDER BY t.key"
    )
    rows = map(statement_of, db.execute(query))
    for _, group in groupby(rows, key=lambda row: row.key):
        yield list(group)


def _resolved_nodes(
    db: sqlite3.Connection, model: Model, dated: Mapping[str, str]
) -> dict[str, Fact | None]:
    facts: dict[str, Fact | None] = {
        group[0].key: resolve(model.kind(group[0].kind), group, dated)
        for group in _standing_of_touched(db, "touched_node")
    }
    silent = db.execute(
        "SELECT t.key, EXISTS (SELECT 1 FROM statement s WHERE s.standing AND s.source_id = t.key)"
        " OR EXISTS (SELECT 1 FROM statement s WHERE s.standing AND s.target_id = t.key) "
        "FROM touched_node t WHERE NOT EXISTS "
        "(SELECT 1 FROM statement s WHERE s.standing AND s.key = t.key)"
    )
    for key, mentioned in silent.fetchall():
        facts[key] = stand_in(model, key) if mentioned else None
    return facts


def _write_nodes(db: sqlite3.Connection, model: Model, facts: Mapping[str, Fact | None]) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS new_end (key TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM new_end")
    gone = [(key,) for key, fact in facts.items() if fact is None]
    there = {key: fact for key, fact in facts.items() if fact is not None}
    known = {key for (key,) in db.execute("SELECT id FROM node JOIN touched_node ON key = id")}
    appeared = [(key,) for key in there if key not in known]
    db.executemany("INSERT OR IGNORE INTO new_end VALUES (?)", appeared)
    _forget_nodes(db, gone)
    columns = node_columns(model)
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" for _ in columns)
    updates = ", ".join(f'"{c}" = excluded."{c}"' for c in columns if c != "id")
    db.executemany(
        f"INSERT INTO node ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}",
        (_node_row(columns, fact) for fact in there.values()),
    )
    _index_names(db, there)


def _forget_nodes(db: sqlite3.Connection, gone: Sequence[tuple[str]]) -> None:
    of = "(SELECT pk FROM node WHERE id = ?)"
    for statement in (
        f"DELETE FROM name WHERE node = {of}",
        f"DELETE FROM text_index WHERE rowid = {of}",
        f"DELETE FROM relation WHERE source = {of}",
        f"DELETE FROM relation WHERE target = {of}",
        "DELETE FROM node WHERE id = ?",
    ):
        db.executemany(statement, gone)


def _node_row(columns: Sequence[str], fact: Fact) -> list[object]:
    name = str(fact.values.get("name") or "")
    folded = fold(name)
    fixed: dict[str, object] = {
        "id": fact.key,
        "label": fact.kind,
        "sort": sort_key(name),
        "folded": folded if len(folded) > MOST_SORTED else None,
        "derived_name": int(fact.derived_name),
        **_days(fact.values),
    }
    return [_cell(fixed.get(column, fact.values.get(column))) for column in columns]


def _index_names(db: sqlite3.Connection, facts: Mapping[str, Fact]) -> None:
    keys = [(key,) for key in facts]
    numbers = dict(db.execute("SELECT id, pk FROM node JOIN touched_node ON key = id"))
    of = "(SELECT pk FROM node WHERE id = ?)"
    db.executemany(f"DELETE FROM name WHERE node = {of}", keys)
    db.executemany(f"DELETE FROM text_index WHERE rowid = {of}", keys)
    names: list[Row] = []
    texts: list[Row] = []
    for key, fact in facts.items():
        name = str(fact.values.get("name") or "")
        aliases = fact.values.get("aliases")
        every = [name, *aliases] if isinstance(aliases, tuple) else [name]
        if name:
            names.extend((name_key(text), numbers[key], text) for text in every)
            body = "\n".join(str(fact.values[f]) for f in _TEXT_FIELDS if fact.values.get(f))
            texts.append((numbers[key], fold(name), fold("\n".join(every[1:])), fold(body)))
    db.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    db.executemany("INSERT INTO text_index (rowid, name, aliases, body) VALUES (?, ?, ?, ?)", texts)


def _touch_relations_of_new_ends(db: sqlite3.Connection) -> None:
    for end in ("source_id", "target_id"):
        db.execute(
            "INSERT OR IGNORE INTO touched SELECT s.key FROM new_end e "
            f"CROSS JOIN statement s ON s.{end} = e.key AND s.standing"
        )


def _write_relations(db: sqlite3.Connection, model: Model, dated: Mapping[str, str]) -> set[str]:
    """Resolve the touched relations; returns the kinds among them. Both ends must exist."""
    kinds = {
        kind
        for (kind,) in db.execute("SELECT DISTINCT kind FROM relation JOIN touched USING (key)")
    }
    db.execute("DELETE FROM relation WHERE key IN (SELECT key FROM touched)")
    facts = [
        resolve(model.kind(group[0].kind), group, dated)
        for group in _standing_of_touched(db, "touched")
    ]
    columns = relation_columns(model)
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("s.pk" if c == "source" else "t.pk" if c == "target" else "?"
                      for c in columns)  # fmt: skip
    db.executemany(
        f"INSERT INTO relation ({names}) SELECT {marks} "
        "FROM node s, node t WHERE s.id = ? AND t.id = ?",
        (_relation_row(columns, fact) for fact in facts if fact),
    )
    return kinds | {fact.kind for fact in facts if fact}


def _relation_row(columns: Sequence[str], fact: Fact) -> list[object]:
    fixed: dict[str, object] = {"key": fact.key, "kind": fact.kind, **_days(fact.values)}
    row = [
        _cell(fixed.get(column, fact.values.get(column)))
        for column in columns
        if column not in {"source", "target"}
    ]
    return [*row, fact.source_id, fact.target_id]


def _days(values: Mapping[str, Value]) -> dict[str, object]:
    start, end = values.get("start"), values.get("end")
    return {
        "first_day": first_day(start) if isinstance(start, str) else None,
        "last_day": last_day(end) if isinstance(end, str) else None,
    }


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return int(value) if isinstance(value, bool) else value
