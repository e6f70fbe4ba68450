"""From what would stand to what has to be written: statements to come, and to go."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any

from ledwerk.graph.identity.decisions import Decisions, decisions
from ledwerk.graph.store import Store
from ledwerk.loaders.taking_back_log import ABOUT, EXISTS, Part, World, grouped, is_edit, parts_of
from ledwerk.schema.fields import Value
from ledwerk.schema.statements import EDITS, Statement

_ONE_BY_ONE = 2_000  # keys that are looked up; of more, everything is gone through once


@dataclass(frozen=True)
class Result:
    """What is to come and go, the newest revision seen of each key of these, and of every key that
    was touched what stands now.
    """

    add: tuple[Statement, ...]
    drop: tuple[Statement, ...]
    seen: Mapping[str, int]
    keys: Mapping[str, tuple[Statement, ...]]

    def after(self, key: str) -> list[Statement]:
        """What will stand about a key."""
        kept = [row for row in self.keys.get(key, ()) if row not in self.gone]
        return kept + self._coming.get(key, [])

    @cached_property
    def gone(self) -> frozenset[Statement]:
        """What is to go."""
        return frozenset(self.drop)

    @cached_property
    def _coming(self) -> dict[str, list[Statement]]:
        found = defaultdict[str, list[Statement]](list)
        for row in self.add:
            found[row.key].append(row)
        return dict(found)


def result(store: Store, world: World) -> Result:
    """What has to be written for a world to be."""
    log = world.log
    keys = standing(store, log.keys)
    add, drop = _rows(world, keys)
    edited = {part[0][2] for part in log.courses if len(part) > 1}
    for key in sorted(edited):
        come, go = _edits(world, key, keys.get(key, ()))
        add += come
        drop += go
    touched = {row.key for row in (*add, *drop)}
    return Result(tuple(add), tuple(drop), store.changed(touched), keys)


def placed_again(store: Store, found: Result) -> Result:
    """The same, with every row under the id that the decisions give it which will stand then: what
    comes back under that of the node that it was merged into meanwhile, and, where a merge is taken
    back, what was loaded since under its own.
    """
    rows = list(store.statements(EDITS))
    before = decisions(rows)
    after = decisions([*(row for row in rows if row not in found.gone), *found.add])
    add = dict.fromkeys(after.placed(row) for row in found.add)
    drop = dict.fromkeys(found.drop)
    for node_id in sorted(_told_anew(before, after)):
        some = chain(store.statements(key=node_id), store.statements(end=node_id))
        for row in [one for one in some if one not in drop]:
            now = after.placed(row)
            if now != row:
                add[now] = drop[row] = None
    come = tuple(row for row in add if row not in drop)
    go = tuple(row for row in drop if row not in add)
    return Result(come, go, store.changed({row.key for row in (*come, *go)}), found.keys)


def _told_anew(before: Decisions, after: Decisions) -> set[str]:
    """The ids of nodes that are one with others than before."""
    moved = [
        one for one in {*before.same, *after.same} if before.canonical(one) != after.canonical(one)
    ]
    return {one for node_id in moved for one in before.together(node_id) | after.together(node_id)}


def standing(store: Store, keys: Iterable[str]) -> dict[str, tuple[Statement, ...]]:
    """What stands about each of some keys."""
    wanted = set(keys)
    if len(wanted) <= _ONE_BY_ONE:
        return {key: tuple(store.statements(key=key)) for key in wanted}
    found = defaultdict[str, list[Statement]](list)
    for row in store.statements():
        if row.key in wanted:
            found[row.key].append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def _rows(
    world: World, keys: Mapping[str, tuple[Statement, ...]]
) -> tuple[list[Statement], list[Statement]]:
    """Rows of datasets that come and go; of two at one place the newer stays."""
    log = world.log
    come: dict[Statement, int] = {}
    go: dict[Statement, None] = {}
    for part in log.courses:
        if len(part) > 1:
            continue
        row = log.rows[part[0]]
        stands, since = world.stands(part)
        there = row in keys.get(row.key, ())
        if stands and not there:
            come[row] = since
        elif there and not stands:
            go[row] = None
    for row, since in list(come.items()):
        for other in keys.get(row.key, ()):
            if other.place == row.place and other not in go:
                if world.stands((other.digest,))[1] > since:
                    come.pop(row, None)
                else:
                    go[other] = None
    newest = dict(sorted(((row.place, row) for row in come), key=lambda one: come[one[1]]))
    return list(newest.values()), list(go)


def _edits(
    world: World, key: str, rows: Iterable[Statement]
) -> tuple[list[Statement], list[Statement]]:
    """What editors said of a key, as it comes and goes."""
    log = world.log
    own = {row.place: row for row in rows if is_edit(row)}
    now = dict.fromkeys(part for row in own.values() for part in parts_of(row))
    other = [part for part in log.courses if len(part) > 1 and part[0][2] == key]
    since = {}
    for part in dict.fromkeys((*now, *other)):
        stands, number = world.stands(part)
        if stands:
            since[part] = number
    made = {}
    for place, parts in grouped(_settled(since, now)).items():
        row = _statement(log.heads.get(place) or own[place], parts)
        if row is not None:
            made[place] = row
    add = [row for place, row in made.items() if own.get(place) != row]
    drop = [row for place, row in own.items() if made.get(place) != row]
    return add, drop


def _settled(since: Mapping[Part, int], now: Collection[Part]) -> list[Part]:
    """What stands once what comes back has met what is there: of two the newer stays."""
    kept = dict(since)
    for part in [one for one in since if one not in now]:
        for other in [one for one in kept if one != part and _rivals(part, one)]:
            if kept[other] > since[part]:
                kept.pop(part, None)
            elif kept[other] < since[part]:
                kept.pop(other)
    return list(kept)


def _rivals(one: Part, other: Part) -> bool:
    """Whether only one of two may stand: two values of a property, or a denial and its contrary."""
    (place, name, value), (there, called, said) = one, other
    if place[6] != there[6]:
        return True
    if name == EXISTS or name != called or value == said:
        return False
    return place == there or not (place[6] or name.startswith(ABOUT))


def _statement(head: Statement, parts: Iterable[Part]) -> Statement | None:
    """A statement of its parts; None where no more than words about it are left."""
    values: dict[str, Value] = {}
    own: dict[str, Any] = {"note": "", "confidence": None, "accepted_by": ""}
    there = False
    for _, name, value in parts:
        if name == EXISTS:
            there = True
        elif name.startswith(ABOUT):
            own[name.removeprefix(ABOUT)] = value
        else:
            values[name] = value
    if not values and not there:
        return None
    return replace(head, properties=tuple(sorted(values.items())), **own)
