"""What loads said, beside what editors made of it: the ground that a picture stays upon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ledwerk.graph.identity.decisions import Decisions, decisions
from ledwerk.graph.resolution import Fact, resolve, stand_in
from ledwerk.graph.store import Store
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model, NodeKind, RelationKind
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import EDITS, Statement

Step: TypeAlias = tuple[str, str, str]  # source, target, kind of relation


class Known(NamedTuple):
    """A node in the words that decide how large its mark is; helix is "" where it has none."""

    id: str
    kind: str
    name: str
    helix: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The difference between what loads said and what stands, each in order of id.

    `added` are ids of nodes that only editors say. `removed` are nodes that editors removed, and
    `altered` those that they gave another name or helix, both as loads said them. `new_steps` and
    `gone_steps` are relations that only editors say, and that they removed or whose end they
    removed.
    """

    added: tuple[str, ...] = ()
    removed: tuple[Known, ...] = ()
    altered: tuple[Known, ...] = ()
    new_steps: tuple[Step, ...] = ()
    gone_steps: tuple[Step, ...] = ()

    def nodes_before(self, nodes: Mapping[str, Known]) -> dict[str, Known]:
        """The nodes as loads said them, in order of id; `nodes` are those that stand."""
        found = {**nodes, **{one.id: one for one in self.removed}}
        found |= {one.id: one for one in self.altered if one.id in nodes}
        return {ident: found[ident] for ident in sorted(found.keys() - set(self.added))}

    def steps_before(self, steps: Iterable[Step]) -> tuple[Step, ...]:
        """The relations as loads said them, in order; `steps` are those that stand."""
        return tuple(sorted({*steps, *self.gone_steps} - set(self.new_steps)))


UNEDITED = Loaded()


def loaded_of(store: Store, model: Model = MODEL) -> Loaded:
    """What editors added, removed and renamed; costs by the number of edits.

    Relations of which there may be several between two nodes (money) are left out.
    """
    edits = list(store.statements(EDITS))
    keys: dict[str, str] = {}
    for row in edits:
        keys.setdefault(row.key, row.kind)
    same = decisions(edits)
    for merged in same.same:  # what stands under another id now, and where loads said it
        kept = same.canonical(merged)
        keys.setdefault(kept, keys[merged])
        for row in store.statements(end=kept):
            if row.stated_as:
                keys.setdefault(row.key, row.kind)
                keys.setdefault(_as_stated(row).key, row.kind)
    relations = {kind.name: kind for kind in model.relations}
    read = _Reading(store, model, {}, same)
    nodes = _Nodes.of(read, sorted(key for key, kind in keys.items() if kind not in relations))
    new: set[Step] = set()
    gone: set[Step] = set()
    for key, kind in keys.items():
        if kind in relations and not relations[kind].identity:
            before, now = read.relation(relations[kind], key)
            new |= _steps(now) - _steps(before)
            gone |= _steps(before) - _steps(now)
    away = {one.id for one in nodes.removed}
    for ident in away:
        gone |= set(read.loaded_steps(ident))
    new = {step for step in new if not away & set(step[:2])}
    return Loaded(
        nodes.added, nodes.removed, nodes.altered, tuple(sorted(new)), tuple(sorted(gone))
    )


@dataclass(frozen=True, slots=True)
class _Nodes:
    added: tuple[str, ...]
    removed: tuple[Known, ...]
    altered: tuple[Known, ...]

    @classmethod
    def of(cls, read: _Reading, keys: Iterable[str]) -> _Nodes:
        added, removed, altered = [], [], []
        for key in keys:
            before, now = read.node(key)
            if before is None and now is not None:
                added.append(key)
            elif before is not None and now is None:
                removed.append(before)
            elif before is not None and before != now:
                altered.append(before)
        return cls(tuple(added), tuple(removed), tuple(altered))


@dataclass(frozen=True, slots=True)
class _Reading:
    store: Store
    model: Model
    dated: dict[str, str]  # the date of each source asked for
    same: Decisions  # which nodes were found to be the same

    def node(self, key: str) -> tuple[Known | None, Known | None]:
        """A node as loads said it, and as it stands."""
        rows = list(self.store.statements(key=key))
        loads = [row for row in rows if row.dataset != EDITS and not row.stated_as]
        if key in self.same.same:
            kept = self.store.statements(key=self.same.canonical(key))
            loads += [_as_stated(row) for row in kept if row.stated_as == key]
        kind = self.model.node((rows or loads)[0].kind)
        before, now = self.fact(kind, loads), self.fact(kind, rows)
        if before is None and not loads:
            # Nobody described it, but a relation may have mentioned it.
            before = stand_in(self.model, key) if any(self.loaded_steps(key)) else None
        return _known(before), _known(now)

    def relation(self, kind: RelationKind, key: str) -> tuple[Fact | None, Fact | None]:
        """A relation as loads said it, and as it stands."""
        rows = list(self.store.statements(key=key))
        source, _, target = key.removeprefix(f"{kind.name}:").partition(">")
        moved = f"{kind.name}:{self.same.canonical(source)}>{self.same.canonical(target)}"
        loads = [row for row in rows if row.dataset != EDITS and not row.stated_as]
        if moved != key:
            stated = (_as_stated(row) for row in self.store.statements(key=moved) if row.stated_as)
            loads += [row for row in stated if row.key == key]
        return self.fact(kind, loads), self.fact(kind, rows)

    def fact(self, kind: NodeKind | RelationKind, rows: list[Statement]) -> Fact | None:
        """What rows about one key add up to."""
        dates = {row.cited: self._date(row.cited) for row in rows if len(rows) > 1}
        return resolve(kind, rows, dates)

    def loaded_steps(self, ident: str) -> Iterator[Step]:
        """The relations of a node that loads said."""
        by_key: dict[str, list[Statement]] = {}
        ends = {ident, self.same.canonical(ident)}
        for row in (_as_stated(one) for end in ends for one in self.store.statements(end=end)):
            if row.dataset != EDITS and ident in {row.source_id, row.target_id}:
                by_key.setdefault(row.key, []).append(row)
        for rows in by_key.values():
            kind = self.model.relation(rows[0].kind)
            if not kind.identity:
                yield from _steps(self.fact(kind, rows))

    def _date(self, source: str) -> str:
        if source not in self.dated:
            values: dict[str, Value] = {}
            for row in self.store.statements(key=source):
                values |= row.values()
            self.dated[source] = str(values.get("date") or "")
        return self.dated[source]


# A statement under the ids that its source had, before nodes were found to be the same.
_as_stated = Decisions({}).placed


def _known(fact: Fact | None) -> Known | None:
    if fact is None:
        return None
    return Known(
        fact.key,
        fact.kind,
        str(fact.values.get("name") or ""),
        str(fact.values.get("helix") or "").lower(),
    )


def _steps(fact: Fact | None) -> set[Step]:
    return set() if fact is None else {(fact.source_id, fact.target_id, fact.kind)}
