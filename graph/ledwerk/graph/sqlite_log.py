"""The log of the embedded store: statements, when they began and ceased to stand, revisions."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from ledwerk.graph.sqlite_bulk import batches, indexes_later, insert, looked_up
from ledwerk.graph.sqlite_rows import STATEMENT, statement_of, statement_row
from ledwerk.graph.store import Amendment, Change, Difference, Event, Revision
from ledwerk.schema.errors import ChangedSince
from ledwerk.schema.statements import Statement

_COLUMNS = ", ".join(STATEMENT)
_OF_S = ", ".join(f"s.{column}" for column in STATEMENT)
INSERTED = ("number", "digest", *STATEMENT, "standing")


def newest_revision(db: sqlite3.Connection) -> int:
    """The number of the newest committed change; 0 where there is none."""
    (number,) = db.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()
    return int(number)


def newest_statement(db: sqlite3.Connection) -> int:
    """The number of the statement that came last; 0 where there is none."""
    (number,) = db.execute("SELECT coalesce(max(number), 0) FROM statement").fetchone()
    return int(number)


def difference(db: sqlite3.Connection, change: Change, revision: int) -> Difference:
    """What the change would add, change and remove, without writing."""
    wanted = {row.digest: row for row in change.statements}
    query = f"SELECT digest, {_COLUMNS} FROM statement WHERE dataset = ? AND standing"
    standing: set[str] = set()
    gone = []
    for digest, *row in db.execute(query, (change.dataset,)):
        standing.add(digest)
        if digest not in wanted:
            gone.append(statement_of(row))
    new = [s for digest, s in wanted.items() if digest not in standing]
    return Difference.of(new, gone, len(standing), revision)


def amended(db: sqlite3.Connection, amendment: Amendment, revision: int) -> Difference:
    """What an amendment would add and let go. Raises ChangedSince where others were first."""
    expected = dict(amendment.expected)
    newest = changed(db, expected)
    for key, seen in amendment.expected:
        if newest.get(key, 0) > seen:
            raise _changed_since(db, key, seen, newest[key])
    add = {row.digest: row for row in amendment.add}
    drop = {row.digest: row for row in amendment.drop}
    stands = _standing(db, [*add, *drop])
    for digest, row in drop.items():
        if digest not in stands:
            seen = changed(db, [row.key]).get(row.key, 0)
            raise _changed_since(db, row.key, expected.get(row.key), seen)
    return Difference.of(
        [row for digest, row in add.items() if digest not in stands],
        [row for digest, row in drop.items() if digest not in add],
        len(drop),
        revision,
    )


def changed(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, int]:
    """The newest revision that touched each of the keys; those never touched are left out."""
    newest = "(SELECT max(e.revision) FROM event e WHERE e.statement = s.number)"
    query = " UNION ALL ".join(
        f"SELECT k.value, {newest} FROM json_each(?1) k "
        f"CROSS JOIN statement s ON s.key = k.value AND {state}"
        for state in ("s.standing", "NOT s.standing")
    )
    found: dict[str, int] = {}
    for key, revision in looked_up(db, query, dict.fromkeys(keys)):
        found[key] = max(found.get(key, 0), revision)
    return found


def _changed_since(
    db: sqlite3.Connection, key: str, seen: int | None, revision: int
) -> ChangedSince:
    row = db.execute("SELECT actor FROM revision WHERE number = ?", (revision,)).fetchone()
    return ChangedSince(key, seen, revision, row[0] if row else "")


def _standing(db: sqlite3.Connection, digests: Sequence[str]) -> set[str]:
    query = (
        "SELECT s.digest FROM json_each(?1) k "
        "CROSS JOIN statement s ON s.digest = k.value WHERE s.standing"
    )
    return {digest for (digest,) in looked_up(db, query, digests)}


def asked(dataset: str | None, key: str | None, end: str | None) -> tuple[str, list[str]]:
    """The condition, and its values, for statements of a dataset, about a key, or at an end."""
    where, values = ["TRUE"], []
    for column, value in (("dataset", dataset), ("key", key)):
        if value is not None:
            where.append(f"{column} = ?")
            values.append(value)
    if end is not None:
        # Two look-ups by index; with OR every statement would be looked at.
        ends = (f"SELECT number FROM statement WHERE standing AND {column} = ?"
                for column in ("source_id", "target_id"))  # fmt: skip
        where.append(f"number IN ({' UNION ALL '.join(ends)})")
        values += [end, end]
    return " AND ".join(where), values


def statements(
    db: sqlite3.Connection, where: str = "TRUE", values: Sequence[object] = ()
) -> Iterator[Statement]:
    """Standing statements that meet a condition on their columns."""
    query = (
        f"SELECT {_COLUMNS} FROM statement WHERE standing AND {where} "
        "ORDER BY kind, key, cited, locator, basis, digest"
    )
    return map(statement_of, db.execute(query, values))


def standing_by_key(db: sqlite3.Connection, where: str) -> Iterator[Statement]:
    """Standing statements that meet a condition, those of one key together.

    Nothing is asked before the first is taken: an open question would forbid to drop an index.
    """
    # In the order of an index, so that nothing is sorted in memory.
    query = (
        f"SELECT {_COLUMNS} FROM statement INDEXED BY statement_by_key "
        f"WHERE standing AND {where} ORDER BY key"
    )
    yield from map(statement_of, db.execute(query))


def undescribed(db: sqlite3.Connection) -> list[str]:
    """The ids that standing relations mention and no standing statement is about."""
    query = (
        "SELECT source_id AS id FROM statement WHERE standing AND source_id <> '' UNION "
        "SELECT target_id FROM statement WHERE standing AND target_id <> ''"
    )
    silent = "NOT EXISTS (SELECT 1 FROM statement s WHERE s.key = id AND s.standing)"
    rows = db.execute(f"SELECT id FROM ({query}) WHERE {silent} ORDER BY id")
    return [key for (key,) in rows]


def older(db: sqlite3.Connection, keys: Sequence[str], until: int) -> dict[str, list[Statement]]:
    """The standing statements of these keys with a number up to `until`."""
    query = (
        f"SELECT {_OF_S} FROM json_each(?1) k CROSS JOIN statement s ON s.key = k.value "
        f"AND s.standing WHERE s.number <= {until:d}"
    )
    found: dict[str, list[Statement]] = defaultdict(list)
    for row in looked_up(db, query, keys):
        statement = statement_of(row)
        found[statement.key].append(statement)
    return found


def events(db: sqlite3.Connection, since: int, until: int | None = None) -> Iterator[Event]:
    """The log after a revision up to another: by revision, then sign, kind, key and digest."""
    query = (
        f"SELECT e.sign, {_OF_S} FROM event e JOIN statement s ON s.number = e.statement "
        "WHERE e.number BETWEEN ? AND ? ORDER BY e.sign, s.kind, s.key, s.digest"
    )
    # Revision by revision: no more than one has to be sorted at a time.
    # The log is in the order of its revisions: what is new is found from its end.
    last = "SELECT number FROM event WHERE revision <= ?1 ORDER BY number DESC LIMIT 1"
    spans = db.execute(
        "SELECT revision, min(number), max(number) FROM event "
        f"WHERE number > coalesce(({last}), 0) AND revision <= coalesce(?2, revision) "
        "GROUP BY revision ORDER BY revision",
        (since, until),
    ).fetchall()
    for revision, first, last in spans:
        for sign, *row in db.execute(query, (first, last)):
            yield Event(revision, sign, statement_of(row))


def revisions(db: sqlite3.Connection, since: int = 0) -> Iterator[Revision]:
    """Every committed change after a revision, oldest first."""
    query = (
        "SELECT number, at, actor, action, dataset, why FROM revision "
        "WHERE number > ? ORDER BY number"
    )
    return (Revision(*row) for row in db.execute(query, (since,)))


def new_revision(db: sqlite3.Connection, change: Change | Amendment) -> int:
    """Write down who changes what, and why; returns the number of the change."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    cursor = db.execute(
        "INSERT INTO revision (at, actor, action, dataset, why) VALUES (?, ?, ?, ?, ?)",
        (at, change.actor, change.action, change.dataset, change.why),
    )
    return int(cursor.lastrowid or 0)


def keep_revisions(db: sqlite3.Connection, rows: Iterable[Revision]) -> None:
    """Write down changes that another store saw."""
    columns = ("number", "at", "actor", "action", "dataset", "why")
    cells = ((r.number, r.at, r.actor, r.action, r.dataset, r.why) for r in rows)
    insert(db, "revision", columns, cells)


def record(
    db: sqlite3.Connection, revision: int, new: Sequence[Statement], old: Sequence[Statement]
) -> list[Statement]:
    """Let statements stand, and cease to; returns those of the new that were never there."""
    before = newest = newest_statement(db)
    known = _numbers(db, [row.digest for row in (*new, *old)]) if before else {}
    fresh, begun, again = [], [], []
    for row in new:
        number = known.get(row.digest) if known else None
        if number is None:
            newest += 1
            number = newest
            fresh.append(row)
        else:
            again.append(number)
        begun.append(number)
    ceased = [known[row.digest] for row in old]
    _stand(db, again, standing=True)
    _stand(db, ceased, standing=False)
    with indexes_later(db, "statement", coming=len(fresh)):
        _insert(db, before, ((row, True) for row in fresh))
    _log(db, ((revision, "+", number) for number in begun))
    _log(db, ((revision, "-", number) for number in ceased))
    return fresh


def replay(db: sqlite3.Connection, told: Iterable[Event]) -> None:
    """Write down a log that another store kept."""
    for some in batches(told):
        before = newest_statement(db)
        last = {event.statement.digest: event for event in some}  # what counts in the end
        known = _numbers(db, list(last))
        for sign in "+-":
            again = [known[d] for d, event in last.items() if event.sign == sign and d in known]
            _stand(db, again, standing=sign == "+")
        fresh = [event for digest, event in last.items() if digest not in known]
        _insert(db, before, ((event.statement, event.sign == "+") for event in fresh))
        known.update((e.statement.digest, number) for number, e in enumerate(fresh, before + 1))
        _log(db, ((e.revision, e.sign, known[e.statement.digest]) for e in some))


def _numbers(db: sqlite3.Connection, digests: Sequence[str]) -> dict[str, int]:
    query = (
        "SELECT s.digest, s.number FROM json_each(?1) k "
        "CROSS JOIN statement s ON s.digest = k.value"
    )
    return dict(looked_up(db, query, digests))


def _insert(db: sqlite3.Connection, before: int, rows: Iterable[tuple[Statement, bool]]) -> None:
    numbered = enumerate(rows, before + 1)
    cells = (
        (number, row.digest, *statement_row(row), int(standing))
        for number, (row, standing) in numbered
    )
    insert(db, "statement", INSERTED, cells)


def _stand(db: sqlite3.Connection, numbers: Sequence[int], *, standing: bool) -> None:
    db.executemany(
        f"UPDATE statement SET standing = {int(standing)} WHERE number = ?",
        ((number,) for number in numbers),
    )


def _log(db: sqlite3.Connection, rows: Iterable[tuple[int, str, int]]) -> None:
    insert(db, "event", ("revision", "sign", "statement"), rows)
