"""The statements that stand, by key: from memory where all are known, else asked of Neo4j."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from ledwerk.graph.neo4j_rows import statement_of
from ledwerk.schema.statements import Statement

_BATCH = 5_000

# Runs a statement in the open transaction; its rows are read when iterated over, or never.
Run = Callable[..., Iterable[Sequence[Any]]]


class Standing:
    """What stands. `everything` is all of it, for a graph that was empty before this change."""

    def __init__(self, run: Run, everything: Sequence[Statement] | None) -> None:
        self._run = run
        self.whole = everything is not None
        self._by_key: dict[str, tuple[Statement, ...]] = {}
        self._mentioned: set[str] = set()
        for row in everything or ():
            self._by_key[row.key] = (*self._by_key.get(row.key, ()), row)
            if row.source_id:
                self._mentioned.update((row.source_id, row.target_id))

    def groups(self, keys: Mapping[str, None]) -> Iterator[tuple[str, Sequence[Statement]]]:
        """The statements of each key; keys of which nobody says anything are left out."""
        if self.whole:
            for key in keys:
                if key in self._by_key:
                    yield key, self._by_key[key]
            return
        query = (
            "UNWIND $keys AS k RETURN k, "
            "COLLECT { MATCH (s:Statement {key: k}) WHERE s.standing RETURN properties(s) }"
        )
        for some in _batches(keys):
            for key, found in self._run(query, keys=some):
                if found:
                    yield key, [statement_of(one) for one in found]

    def mentioned(self, ids: Sequence[str]) -> set[str]:
        """Those of the ids that a standing relation has at one of its ends."""
        if self.whole:
            return self._mentioned.intersection(ids)
        query = (
            "UNWIND $ids AS id WITH id WHERE "
            "EXISTS { MATCH (s:Statement {sourceId: id}) WHERE s.standing } OR "
            "EXISTS { MATCH (s:Statement {targetId: id}) WHERE s.standing } RETURN id"
        )
        return {found for some in _batches(ids) for (found,) in self._run(query, ids=some)}

    def relations_of(self, ids: Sequence[str]) -> Iterator[str]:
        """The keys of standing relations with one of the ids at an end."""
        for end in ("sourceId", "targetId"):
            query = (
                f"UNWIND $ids AS id MATCH (s:Statement {{{end}: id}}) WHERE s.standing RETURN s.key"
            )
            for some in _batches(ids):
                yield from (key for (key,) in self._run(query, ids=some))

    def citing(self, sources: Sequence[str]) -> Iterator[tuple[str, bool]]:
        """What cites a source, as (key, whether it is a node): it may be ranked anew."""
        query = (
            "UNWIND $ids AS id MATCH (s:Statement {cited: id}) WHERE s.standing "
            "RETURN DISTINCT s.key, s.sourceId IS NULL"
        )
        for some in _batches(sources):
            yield from ((key, is_node) for key, is_node in self._run(query, ids=some))

    def dates(self) -> dict[str, str]:
        """The newest date stated of each source."""
        dates: dict[str, str] = {}
        for row in self._sources():
            date = row.values().get("date")
            if date is not None and not row.denied:
                dates[row.key] = max(dates.get(row.key, ""), str(date))
        return dates

    def _sources(self) -> Iterator[Statement]:
        if self.whole:
            for key, group in self._by_key.items():
                if key.startswith("source:"):
                    yield from group
            return
        query = (
            "MATCH (s:Statement) WHERE s.key STARTS WITH 'source:' AND s.standing "
            "RETURN properties(s)"
        )
        for (found,) in self._run(query):
            yield statement_of(found)


def _batches(items: Iterable[str]) -> Iterator[list[str]]:
    left = iter(items)
    while some := list(islice(left, _BATCH)):
        yield some
