"""What rests on revisions that are to be taken back: what would hang in the air without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledwerk.graph.resolution import Fact, resolve
from ledwerk.graph.store import Store
from ledwerk.loaders.taking_back_log import (
    ABOUT,
    EXISTS,
    Log,
    World,
    is_edit,
    parts_of,
)
from ledwerk.loaders.taking_back_outcome import Result, standing
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

_MAKING = frozenset({"create", "add"})  # edits that let something be there on their own account


@dataclass(frozen=True, slots=True)
class Resting:
    """One thing that rests on what is taken back.

    `how` is "edit" (of what would be gone), "value" (in place of one that was given), "relation"
    (newer, of a node that would be gone), "merge", "acceptance" or "load"; `revision` is the newer
    change. `kind` and `key` say of what; a merge, acceptance or load is a whole revision.
    """

    how: str
    revision: int
    kind: str = ""
    key: str = ""
    property: str = ""
    statement: Statement | None = None


def resting_revisions(log: Log) -> list[int]:
    """The merges of the nodes concerned, and the later loads of the same datasets."""
    return sorted({*log.merges, *_later_loads(log)})


def resting(model: Model, store: Store, world: World, found: Result) -> list[Resting]:
    """Everything that rests on the targets, in the order of revisions."""
    log = world.log
    every = [Resting("load", number) for number in _later_loads(log)]
    every += [Resting("merge", number) for number in log.merges]
    every += [Resting("acceptance", number) for number in log.rewritten - log.merges]
    lost = set()
    for key in sorted(log.keys):
        newer = _Newer(model, world, found, key)
        if newer.lost:
            lost.add(key)
            every += newer.edits()
        else:
            every += newer.values()
    every += _relations(store, world, found, lost)
    return sorted(every, key=lambda one: (one.revision, one.how, one.key, one.property))


def _later_loads(log: Log) -> set[int]:
    datasets = {course.dataset for course in log.courses.values()}
    touched = {log.revisions[one].dataset for one in log.targets}
    later = {number for name in datasets & touched for number in log.loads(name)}
    return {number for number in later if number > log.first}


class _Newer:
    """What newer revisions say of a key that the targets touched."""

    def __init__(self, model: Model, world: World, found: Result, key: str) -> None:
        self._world, self._key = world, key
        now = found.keys.get(key, ())
        self._rows = found.after(key)
        self._kind = self._rows[0].kind if self._rows else now[0].kind if now else ""
        self.lost = bool(self._kind) and self._is_lost(model, now)

    def edits(self) -> Iterator[Resting]:
        """Edits of what would be gone."""
        for row in self._rows:
            since = self._since(row)
            if since and is_edit(row):
                yield Resting("edit", since, row.kind, row.key)

    def values(self) -> Iterator[Resting]:
        """Edits that took the place of a value that the targets gave."""
        given = self._world.log.said.get(self._key, set())
        for row in self._rows:
            for part in parts_of(row) if is_edit(row) and not row.denied else ():
                since = self._world.stands(part)[1]
                name = part[1]
                if since > self._world.log.first and name in given and not name.startswith(ABOUT):
                    yield Resting("value", since, row.kind, row.key, name)

    def _is_lost(self, model: Model, now: Iterable[Statement]) -> bool:
        """Whether it was there by what the targets said, and nothing older or whole says so too."""
        if _fact(model, self._kind, now) is None:
            return False
        older = [row for row in self._rows if not self._since(row) or self._is_own(row)]
        if _fact(model, self._kind, older) is not None:
            return False
        after = _fact(model, self._kind, self._rows)
        newer = [row for row in self._rows if not is_edit(row) and not row.denied]
        return after is None or after.derived_name or not newer

    def _is_own(self, row: Statement) -> bool:
        """Whether it is there on its own account."""
        revision = self._world.log.revisions.get(self._since(row))
        return revision is not None and revision.action in _MAKING and is_edit(row)

    def _since(self, row: Statement) -> int:
        """Since when it would stand, 0 for since before the targets; a row with an older part is
        older.
        """
        parts = [
            part for part in parts_of(row) if part[1:2] != (EXISTS,) or len(parts_of(row)) == 1
        ]
        since = min((self._world.stands(part)[1] for part in parts), default=0)
        return since if since > self._world.log.first else 0


def _fact(model: Model, kind: str, rows: Iterable[Statement]) -> Fact | None:
    some = list(rows)
    return resolve(model.kind(kind), some, {}) if some else None


def _relations(store: Store, world: World, found: Result, lost: set[str]) -> Iterator[Resting]:
    """Newer relations of nodes that would be gone, where nobody stated them before."""
    gone = found.gone
    newer = {
        said: number
        for number, said in world.log.newer.values()
        if number > 0 and said not in gone and not said.denied
        and (said.source_id in lost or said.target_id in lost)
    }  # fmt: skip
    rows = standing(store, {said.key for said in newer})
    for said, number in newer.items():
        older = [row for row in rows.get(said.key, ()) if row not in newer and row not in gone]
        if said in rows.get(said.key, ()) and not any(not row.denied for row in older):
            yield Resting("relation", number, said.kind, said.key, statement=said)
