"""Withdrawing a source: everything that rests on it alone goes, what others say too stays.

The decision is kept as an edited statement about the source, which itself stays, marked. While it
stands, no load brings back what cites the source; taken back, what went comes again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ledwerk.graph.decisions import day_withdrawn, withdrawn_at
from ledwerk.graph.resolution import Fact, resolve
from ledwerk.graph.store import Revision, Store
from ledwerk.loaders.edited_statements import (
    About,
    Editor,
    Step,
    Told,
    about_node,
    dated,
    identified,
)
from ledwerk.loaders.editing import Edit, begun, finished
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import EDITED, EDITS, Statement

ACTION = "withdraw"
RESTORED = "restore"
GONE, UNSAID, POORER, BACK, STAYS = "gone", "unsaid", "poorer", "back", "stays"


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of a node or relation. `what` is one of the words above: it goes; it goes on
    being shown by its id, since relations mention it; other values are shown, or fewer (`lost`);
    it comes back, since only this source denied it; it stays as it is, since others say the same.
    """

    what: str
    kind: str
    key: str
    name: str
    source_id: str
    target_id: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What withdrawing would do, and the edit that does it. `rows` counts its statements."""

    edit: Edit
    name: str
    rows: int
    effects: tuple[Effect, ...]

    def of(self, what: str) -> list[Effect]:
        """The effects of one sort."""
        return [one for one in self.effects if one.what == what]


def withdrawal(editor: Editor, source_id: str, day: str) -> Withdrawal:
    """Withdraw a source on a day. Goes through every statement once or twice.

    Raises InvalidEdit where there is no such source, or it was withdrawn before.
    """
    seen = begun(editor, [source_id])
    one = _source(editor, source_id)
    before = _decision(one.rows)
    if before is not None:
        message = f"{source_id} was withdrawn on {day_withdrawn(before)} already"
        raise InvalidEdit("id", "NOTHING_TO_DO", message)
    drop = [row for row in editor.told.statements() if _rests_on(row, source_id)]
    by = replace(editor.by, locator=withdrawn_at(day), note=editor.by.note or editor.by.why)
    step = Step((identified(one, by),), tuple(drop))
    name = str(one.values.get("name") or source_id)
    found = tuple(_effects(editor, drop))
    return Withdrawal(finished(editor, source_id, seen, step, ACTION), name, len(drop), found)


def restoration(editor: Editor, store: Store, source_id: str) -> Withdrawal:
    """Take a withdrawal back: what went with it comes again, as it was said then.

    What an editor said meanwhile stays, and goes first. Raises InvalidEdit where the source is not
    withdrawn.
    """
    seen = begun(editor, [source_id])
    one = _source(editor, source_id)
    decision = _decision(one.rows)
    if decision is None:
        message = f"{source_id} is not withdrawn, so there is nothing to take back"
        raise InvalidEdit("id", "NOTHING_TO_DO", message)
    went = _went_with(store, decision)
    add = tuple(row for old in went for row in _beside_newer(editor.told, old))
    step = Step(add, (decision,))
    name = str(one.values.get("name") or source_id)
    made = finished(editor, source_id, seen, step, RESTORED)
    return Withdrawal(made, name, len(add), ())


def without_withdrawn(
    store: Store | None, rows: Sequence[Statement]
) -> tuple[list[Statement], Mapping[str, int]]:
    """Rows that cite no withdrawn source, and how many cite each of those that are."""
    withdrawn = set(withdrawn_sources(store)) if store else set()
    left: dict[str, int] = defaultdict(int)
    kept = []
    for row in rows:
        if row.cited in withdrawn and row.key != row.cited:
            left[row.cited] += 1
        else:
            kept.append(row)
    return kept, dict(sorted(left.items()))


def withdrawn_sources(told: Told) -> dict[str, str]:
    """The sources that are withdrawn, by id, each with the day."""
    found = ((row.key, day_withdrawn(row)) for row in told.statements(EDITS))
    return {key: day for key, day in found if day}


def _source(editor: Editor, source_id: str) -> About:
    kind = editor.model.node("Source")
    known = editor.model.kind_of(source_id) is kind
    one = about_node(editor, kind, source_id) if known else None
    if one is None or one.fact is None:
        message = f"there is no source {source_id}; the table of sources lists those that are there"
        raise InvalidEdit("id", "UNKNOWN_SOURCE", message)
    return one


def _decision(rows: Iterable[Statement]) -> Statement | None:
    return next((row for row in rows if day_withdrawn(row)), None)


def _rests_on(row: Statement, source_id: str) -> bool:
    """What cites the source, but for what the source says of itself."""
    return row.cited == source_id and row.key != source_id


# -- what becomes of it --------------------------------------------------------------------------


def _effects(editor: Editor, drop: Sequence[Statement]) -> Iterator[Effect]:
    gone = set(drop)
    keys = {row.key for row in drop}
    rest: dict[str, list[Statement]] = defaultdict(list)
    mentioned: set[str] = set()
    for row in editor.told.statements():
        if row in gone:
            continue
        if row.source_id and not row.denied:
            mentioned.update((row.source_id, row.target_id))
        if row.key in keys:
            rest[row.key].append(row)
    lost: dict[str, list[Statement]] = defaultdict(list)
    for row in drop:
        lost[row.key].append(row)
    every = [row for rows in (*lost.values(), *rest.values()) for row in rows]
    dates = dated(editor.told, every)
    for key in sorted(lost, key=lambda one: (bool(lost[one][0].source_id), one)):
        found = _effect(editor.model, lost[key], rest[key], dates, key in mentioned)
        if found is not None:
            yield found


def _effect(
    model: Model,
    lost: Sequence[Statement],
    rest: Sequence[Statement],
    dates: Mapping[str, str],
    mentioned: bool,
) -> Effect | None:
    said = lost[0]
    kind = model.kind(said.kind)
    before = resolve(kind, [*lost, *rest], dates)
    after = resolve(kind, rest, dates) if rest else None
    fact = before or after
    if fact is None:
        return None
    name = "" if said.source_id else str(fact.values.get("name") or said.key)
    differing = _differing(before, after)
    if before is None:
        what = BACK
    elif after is None:
        what = UNSAID if mentioned and not rest and not said.source_id else GONE
    else:
        what = POORER if differing else STAYS
    return Effect(
        what, said.kind, said.key, name, said.source_id, said.target_id,
        differing if what == POORER else (),
    )  # fmt: skip


def _differing(before: Fact | None, after: Fact | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    names = sorted({*before.values, *after.values})
    return tuple(n for n in names if before.values.get(n) != after.values.get(n))


# -- taking back ---------------------------------------------------------------------------------


def _went_with(store: Store, decision: Statement) -> list[Statement]:
    """What ceased to stand with the newest revision by which the decision began to."""
    for revision in reversed(_withdrawals(store)):
        events = list(store.events(revision.number - 1, revision.number))
        if any(event.sign == "+" and event.statement == decision for event in events):
            return [event.statement for event in events if event.sign == "-"]
    return []


def _withdrawals(store: Store) -> list[Revision]:
    """What can have brought a decision: not a load, but whatever takes a change back too."""
    return [one for one in store.revisions() if one.action != "load"]


def _beside_newer(told: Told, old: Statement) -> Iterator[Statement]:
    """What went, without the properties that an editor has given another value since."""
    if old.dataset != EDITS or old.basis != EDITED:
        yield old
        return
    stands = told.statements(key=old.key)
    newer = [row for row in stands if row.dataset == EDITS and row.basis == EDITED]
    if any(row.denied for row in newer) or (old.denied and newer):
        return
    given = {name for row in newer for name, _ in row.properties}
    left = tuple((name, value) for name, value in old.properties if name not in given)
    if left or not old.properties:
        yield replace(old, properties=left)
