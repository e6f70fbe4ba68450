"""The rows of relation tables. A plan begins at nodes, so these are read as a stream, kept by
revision, and brought up to date by the log.
"""

from __future__ import annotations

import asyncio
import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from ledwerk.api.tables_columns import Column, columns_of
from ledwerk.api.tables_question import EMPTY, PAGE, Asked
from ledwerk.api.tables_rows import Cited, End, Listed, Row
from ledwerk.graph import plan as p
from ledwerk.graph.resolution import Fact, resolve
from ledwerk.graph.store import Store
from ledwerk.loaders.edited_statements import dated
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model, RelationKind
from ledwerk.schema.names import fold, sort_key
from ledwerk.schema.statements import Statement

_MOST_KEPT = 3  # tables
_MOST_EVENTS = 2_000  # after which reading all anew is quicker
_MOST_NAMES = 10_000_000

Names = dict[str, str]


@dataclass(frozen=True)
class _Kept:
    """The relations of a kind by key, and the names of the nodes that they lie between."""

    revision: int
    facts: dict[str, Fact]
    names: Names
    sources: Names

    @cached_property
    def folded(self) -> Names:
        """Names as they are searched in."""
        return {node: fold(name) for node, name in self.names.items()}

    @cached_property
    def sort(self) -> Names:
        """Names as they are ordered by."""
        return {node: sort_key(name) for node, name in self.names.items()}

    @cached_property
    def ordered(self) -> tuple[Fact, ...]:
        """The relations whose ends are there, by the names of both."""
        sort = self.sort
        there = (fact for fact in self.facts.values() if _is_there(self, fact))
        key = operator.attrgetter("key")
        by_key = sorted(there, key=key)
        return tuple(sorted(by_key, key=lambda f: (sort[f.source_id], sort[f.target_id])))


class Relations:
    """Reads relation tables of a store, a few of which it keeps. For one event loop."""

    def __init__(self, model: Model, store: Store) -> None:
        self._model = model
        self._store = store
        self._kept: dict[str, _Kept] = {}
        self._one_at_a_time = asyncio.Lock()

    async def listed(self, kind: RelationKind, asked: Asked) -> Listed:
        """A page of a kind's relations; a cursor is the number of a row."""
        kept = await self._read(kind)
        found = await asyncio.to_thread(_chosen, kind, kept, asked)
        start, end = _span(asked, len(found))
        rows = await asyncio.to_thread(self._rows, kind, kept, found[start:end])
        numbered = tuple(replace(row, cursor=str(start + n)) for n, row in enumerate(rows))
        return Listed(kept.revision, numbered, len(found), start > 0, end < len(found))

    async def every(self, kind: RelationKind, asked: Asked) -> Iterator[Row]:
        """All of a kind's relations that are asked for, in their order."""
        kept = await self._read(kind)
        found = await asyncio.to_thread(_chosen, kind, kept, asked)
        first = await asyncio.to_thread(self._first_said, kind)
        return (_row(kind, kept, fact, first.get(fact.key, ())) for fact in found)

    async def rows_of(self, kind: RelationKind, keys: Sequence[str]) -> Listed:
        """The relations with these keys; those that are gone are left out."""
        kept = await self._read(kind)
        found = [kept.facts[key] for key in keys if key in kept.facts]
        there = [fact for fact in found if _is_there(kept, fact)]
        rows = await asyncio.to_thread(self._rows, kind, kept, there)
        return Listed(kept.revision, tuple(rows), len(rows), before=False, after=False)

    async def _read(self, kind: RelationKind) -> _Kept:
        async with self._one_at_a_time:
            revision = await self._store.revision()
            kept = self._kept.pop(kind.name, None)
            if kept is None or kept.revision != revision:
                kept = await self._newer(kind, kept) or await self._anew(kind)
            self._kept[kind.name] = kept
            while len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return kept

    async def _anew(self, kind: RelationKind) -> _Kept:
        def read() -> tuple[int, dict[str, Fact]]:
            with self._store.whole() as whole:
                return whole.revision, {fact.key: fact for fact in whole.facts(kind.name)}

        revision, facts = await asyncio.to_thread(read)
        ends = tuple(dict.fromkeys((*kind.source, *kind.target)))
        names = await self._names(p.OfKinds(ends), ends)
        return _Kept(revision, facts, names, await self._names(p.OfKinds(("Source",)), ("Source",)))

    async def _newer(self, kind: RelationKind, kept: _Kept | None) -> _Kept | None:
        """What is kept, brought up to date; None where too much has changed for that."""
        if kept is None:
            return None
        revision, touched = await asyncio.to_thread(self._touched, kept.revision)
        if len(touched) > _MOST_EVENTS:
            return None
        facts, names = dict(kept.facts), dict(kept.names)
        ends = {*kind.source, *kind.target}
        for key, kind_name in touched.items():
            if kind_name == kind.name:
                fact = await asyncio.to_thread(self._resolved, kind, key)
                _put(facts, key, fact)
            elif kind_name in {*ends, "Source"}:
                if key not in kept.names and kind_name in ends:
                    return None  # relations of it may be shown again
                names.pop(key, None)
        again = tuple(k for k, name in touched.items() if name in ends)
        names |= await self._names(p.ById(again, tuple(ends)), tuple(ends)) if again else {}
        if "Source" in touched.values():
            sources = await self._names(p.OfKinds(("Source",)), ("Source",))
            return _Kept(revision, facts, names, sources)
        return _Kept(revision, facts, names, kept.sources)

    def _touched(self, since: int) -> tuple[int, dict[str, str]]:
        found: dict[str, str] = {}
        newest = since
        for event in self._store.events(since):
            newest = max(newest, event.revision)
            found[event.statement.key] = event.statement.kind
            if len(found) > _MOST_EVENTS:
                break
        return newest, found

    def _resolved(self, kind: RelationKind, key: str) -> Fact | None:
        rows = tuple(self._store.statements(key=key))
        return resolve(kind, rows, dated(self._store, rows)) if rows else None

    async def _names(self, start: p.Start, kinds: Sequence[str]) -> Names:
        shape = p.Shape(((tuple(kinds), (p.Leaf("id", "id"), p.Leaf("name", "name"))),))
        found: list[Any] = await self._store.answer(p.Find(start, p.ListOf(shape, _MOST_NAMES)))
        return {one["id"]: one["name"] for one in found}

    def _rows(self, kind: RelationKind, kept: _Kept, facts: Iterable[Fact]) -> list[Row]:
        return [
            _row(kind, kept, fact, tuple(self._store.statements(key=fact.key))) for fact in facts
        ]

    def _first_said(self, kind: RelationKind) -> dict[str, tuple[Statement, ...]]:
        with self._store.whole() as whole:
            return {one.fact.key: one.statements[:1] for one in whole.supported(kind.name)}


def _put(facts: dict[str, Fact], key: str, fact: Fact | None) -> None:
    if fact is None:
        facts.pop(key, None)
    else:
        facts[key] = fact


def _is_there(kept: _Kept, fact: Fact) -> bool:
    return fact.source_id in kept.names and fact.target_id in kept.names


def _row(kind: RelationKind, kept: _Kept, fact: Fact, said: Iterable[Statement]) -> Row:
    near, far = kept.names[fact.source_id], kept.names[fact.target_id]
    ends = {
        kind.source_column: End(fact.source_id, near),
        kind.target_column: End(fact.target_id, far),
    }
    values = {column.name: fact.values.get(column.name) for column in columns_of(kind)
              if not column.end}  # fmt: skip
    places = dict.fromkeys(
        Cited(kept.sources.get(s.cited, s.cited), s.cited, s.locator, s.basis, s.dataset)
        for s in said
        if not s.denied
    )
    return Row(fact.key, f"{near} – {far}", values, ends, tuple(places))


def _span(asked: Asked, total: int) -> tuple[int, int]:
    """Where a page begins and ends. Raises InvalidQuestion for a cursor that is no number."""
    try:
        if asked.after is not None:
            start = int(asked.after) + 1
        elif asked.before is not None:
            start = int(asked.before) - PAGE
        else:
            start = (max(total - 1, 0) // PAGE) * PAGE if asked.last else 0
    except ValueError as error:
        raise InvalidQuestion("this is no place in this table; begin at its first page") from error
    start = max(0, min(start, total))
    return start, min(start + PAGE, total)


def _chosen(kind: RelationKind, kept: _Kept, asked: Asked) -> Sequence[Fact]:
    """The relations asked for, in their order."""
    ordered: Sequence[Fact] = kept.ordered
    words = [fold(word) for word in asked.words]
    if words:
        ordered = [fact for fact in ordered if _has(fact, kept.folded, words)]
    for name, chosen in asked.filters:
        ordered = [fact for fact in ordered if _word(fact.values.get(name)) in chosen]
    sort = kept.sort
    if asked.sort and asked.sort != "id":
        column = next(one for one in columns_of(kind) if one.name == asked.sort)
        known = [fact for fact in ordered if _key(kind, column, fact, sort) is not None]
        unknown = [fact for fact in ordered if _key(kind, column, fact, sort) is None]
        known.sort(key=lambda fact: _key(kind, column, fact, sort), reverse=asked.descending)
        ordered = known + unknown  # what is unknown comes last either way
    return ordered


def _has(fact: Fact, folded: Mapping[str, str], words: Sequence[str]) -> bool:
    text = f"{folded[fact.source_id]} {folded[fact.target_id]}"
    if all(word in text for word in words):
        return True
    said = (fold(value) for value in fact.values.values() if isinstance(value, str))
    text = " ".join((text, *said))
    return all(word in text for word in words)


def _word(value: object) -> str:
    if value is None:
        return EMPTY
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _key(kind: RelationKind, column: Column, fact: Fact, sort: Mapping[str, str]) -> Any:
    if column.end:
        return sort[fact.source_id if column.name == kind.source_column else fact.target_id]
    value = fact.values.get(column.name)
    return fold(value) if isinstance(value, str) else value
