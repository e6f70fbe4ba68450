"""What a change of a dataset does to the graph that people see: which nodes and relations would
appear, change or go. Statements that change nothing visible are only counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledwerk.graph.resolution import Fact, resolve
from ledwerk.graph.store import Difference, Store
from ledwerk.loaders.edited_statements import dated
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

MOST_TOLD = 10_000  # keys whose effect is looked at


@dataclass(frozen=True, slots=True)
class Field:
    """A property with another value: its name, what is shown now, and what would be."""

    name: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one node or relation: `what` is new, changed, gone or same."""

    what: str
    kind: str
    key: str
    source_id: str
    target_id: str
    fields: tuple[Field, ...] = ()
    name: str = ""


def effects(model: Model, store: Store, difference: Difference) -> Iterator[Effect]:
    """The effect on each of the first MOST_TOLD keys of a difference, by kind and key."""
    new: dict[str, list[Statement]] = defaultdict(list)
    old: dict[str, list[Statement]] = defaultdict(list)
    for row in difference.added:
        new[row.key].append(row)
    for row in difference.removed:
        old[row.key].append(row)
    for before, after in difference.changed:
        old[before.key].append(before)
        new[after.key].append(after)
    kinds = {row.key: row.kind for rows in (*new.values(), *old.values()) for row in rows}
    dates = _Dates(store, (row for rows in new.values() for row in rows if row.kind == "Source"))
    for key in sorted(kinds, key=lambda key: (kinds[key], key))[:MOST_TOLD]:
        standing = tuple(store.statements(key=key))
        gone = set(old[key])
        coming = (*(row for row in standing if row not in gone), *new[key])
        one = model.kind(kinds[key])
        first = resolve(one, standing, dates.of(standing)) if standing else None
        second = resolve(one, coming, dates.of(coming)) if coming else None
        yield _effect((new[key] or old[key])[0], first, second)


def _effect(row: Statement, before: Fact | None, after: Fact | None) -> Effect:
    shown = after or before
    name = str(shown.values.get("name") or "") if shown else ""
    if before and after:
        fields = tuple(_fields(before, after))
        what = "changed" if fields else "same"
    elif after:
        what = "new"
        fields = tuple(Field(n, None, v) for n, v in sorted(after.values.items()))
    else:
        what, fields = ("gone" if before else "same"), ()
    return Effect(what, row.kind, row.key, row.source_id, row.target_id, fields, name)


def _fields(before: Fact, after: Fact) -> Iterator[Field]:
    for name in sorted(before.values.keys() | after.values.keys()):
        was, will = before.values.get(name), after.values.get(name)
        if was != will and {was, will} != {None, "unknown"}:
            yield Field(name, was, will)


class _Dates:
    """The dates of sources, also of those that come with the change."""

    def __init__(self, store: Store, coming: Iterable[Statement]) -> None:
        self._store = store
        self._coming = {row.key: str(row.values().get("date") or "") for row in coming}
        self._known: dict[str, str] = {}

    def of(self, rows: Iterable[Statement]) -> dict[str, str]:
        """The newest date of each source that rows cite."""
        found = {}
        for row in rows:
            if row.cited not in self._known:
                stated = dated(self._store, (row,)).get(row.cited, "")
                self._known[row.cited] = max(stated, self._coming.get(row.cited, ""))
            found[row.cited] = self._known[row.cited]
        return found
