"""What stands, by key: a commit's own statements from memory, older ones from the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from ledwerk.graph import sqlite_log
from ledwerk.graph.sqlite_bulk import looked_up
from ledwerk.schema.statements import Statement

Groups = dict[str, Sequence[Statement]]


class Standing:
    """Standing statements; those of `fresh` came after the one with the number `before`.

    Where nothing was there before, the file is never asked.
    """

    def __init__(self, db: sqlite3.Connection, fresh: Iterable[Statement], before: int) -> None:
        self._db = db
        self._before = before
        self._fresh: dict[str, tuple[Statement, ...]] = {}
        self._ends: set[str] = set()
        for row in fresh:
            self._fresh[row.key] = (*self._fresh.get(row.key, ()), row)
            if row.source_id:
                self._ends.update((row.source_id, row.target_id))

    def groups(self, keys: Sequence[str]) -> Groups:
        """The statements of each of some keys; a key that nobody speaks of is left out."""
        found: Groups = {key: self._fresh[key] for key in keys if key in self._fresh}
        if self._before:
            for key, rows in sqlite_log.older(self._db, keys, self._before).items():
                found[key] = (*found.get(key, ()), *rows)
        return found

    def described(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys that a statement is about."""
        return self._among(keys, self._fresh.keys(), "SELECT 1 FROM statement WHERE key = k.value")

    def mentioned(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys that a relation has at one of its ends."""
        query = (
            "SELECT 1 FROM statement WHERE source_id = k.value AND standing UNION ALL "
            "SELECT 1 FROM statement WHERE target_id = k.value"
        )
        return self._among(keys, self._ends, query)

    def relations_of(self, ids: Iterable[str]) -> Iterator[str]:
        """The keys of older relations with one of the ids at an end."""
        if self._before:
            for end in ("source_id", "target_id"):
                query = (
                    "SELECT s.key FROM json_each(?1) k CROSS JOIN statement s "
                    f"ON s.{end} = k.value AND s.standing"
                )
                yield from (key for (key,) in looked_up(self._db, query, ids))

    def citing(self, sources: Iterable[str]) -> Iterator[Statement]:
        """Older statements that cite one of these sources."""
        if self._before:
            for source in sources:
                yield from sqlite_log.statements(self._db, "cited = ?", (source,))

    def _among(self, keys: Iterable[str], fresh: Iterable[str], query: str) -> set[str]:
        asked = set(keys)
        found = asked.intersection(fresh)
        if self._before:
            full = f"SELECT k.value FROM json_each(?1) k WHERE EXISTS ({query} AND standing)"
            found.update(key for (key,) in looked_up(self._db, full, asked - found))
        return found


def dates(db: sqlite3.Connection) -> dict[str, str]:
    """The newest date stated of each source."""
    found: dict[str, str] = {}
    # By the range of their ids, which is indexed.
    for row in sqlite_log.statements(db, "key >= 'source:' AND key < 'source;' AND NOT denied"):
        date = row.values().get("date")
        if date is not None:
            found[row.key] = max(found.get(row.key, ""), str(date))
    return found
