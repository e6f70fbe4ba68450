"""Two nodes that are one, or are said not to be: decisions of editors, and how they are taken back.

What sources say of the node that goes is placed under the id of the one that stays, relations too
(`ledwerk.graph.identity.decisions` says how and why). Nothing is lost by it: taken back, every
statement is as its source has it, and what was added to the one that stays remains there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from ledwerk.graph.identity.decisions import (
    Decisions,
    decided_different,
    decided_same,
    decisions,
    different_from,
    same_as,
)
from ledwerk.loaders.edited_statements import About, Editor, Step, Told, about_node, stated
from ledwerk.loaders.editing import Edit, begun, finished
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.statements import EDITED, EDITS, Statement


def standing(told: Told) -> Decisions:
    """The decisions that stand in a store."""
    return decisions(told.statements(EDITS))


def placed(told: Told | None, rows: Sequence[Statement]) -> list[Statement]:
    """What a dataset says, under the ids that stay; every load goes through this.

    Where the dataset is that of the edits, its own decisions count.
    """
    own = [row for row in rows if row.dataset == EDITS]
    known = decisions(own) if own or not told else standing(told)
    return known.placed_all(rows)


def merge_nodes(editor: Editor, kept_id: str, dropped_id: str) -> Edit:
    """One node into another of its kind. The one that goes is denied, with a word where it went.

    Everything said of it is said of the one that stays, by the rule for conflicts; its names become
    aliases. Raises InvalidEdit where one is not there, or both are one already.
    """
    declared = editor.model.kind_of(kept_id)
    if declared is None:
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {kept_id}")
    if kept_id == dropped_id:
        raise InvalidEdit("id", "SAME_NODE", f"{kept_id} cannot be merged into itself")
    if editor.model.kind_of(dropped_id) not in {declared, None}:
        raise InvalidEdit("id", "WRONG_KIND", f"{dropped_id} and {kept_id} are not of one kind")
    seen = begun(editor, [kept_id, dropped_id, *_relation_keys(editor.told, [dropped_id])])
    known = standing(editor.told)
    kept, dropped = (_there(editor, declared, one, known) for one in (kept_id, dropped_id))
    opposed = tuple(_said_different(editor.told, known, kept_id, dropped_id))
    if declared.name == "Source":
        # What cites it needs its date, so that its statements stay but for an editor's own.
        taken = _taken_over(editor, declared, kept, dropped)
        moved = Step.joined((taken, Step((), tuple(dropped.own))))
    else:
        moved = _moved(editor.told, known.with_same(dropped_id, kept_id), [dropped_id], opposed)
    decision = _decision(editor, declared, dropped_id, same_as(kept_id), f"merged into {kept_id}")
    step = Step.joined((moved, Step((replace(decision, denied=True),), opposed)))
    return finished(editor, kept_id, _wider(editor, seen, step), step, "merge")


def merge_all(editor: Editor, pairs: Iterable[tuple[str, str, str]]) -> Edit | None:
    """Many merges as one change: (the id that stays, the one that goes, a word about it) each.

    Pairs that are one already are left out; None where nothing is left to do. Raises InvalidEdit
    where one is not there.
    """
    known = standing(editor.told)
    told: dict[str, tuple[str, str]] = {}
    for kept_id, gone_id, words in pairs:
        kept, gone = known.canonical(kept_id), known.canonical(gone_id)
        if kept == gone or (min(kept, gone), max(kept, gone)) in known.apart():
            continue
        known = known.with_same(gone, kept)
        told[gone] = (kept, words)
    if not told:
        return None
    seen = begun(editor, [*told, *_relation_keys(editor.told, told)])
    made = []
    for gone, (kept, words) in told.items():
        declared = editor.model.kind_of(gone)
        if declared is None or editor.model.kind_of(kept) is not declared:
            raise InvalidEdit("id", "WRONG_KIND", f"{gone} and {kept} are not of one kind")
        _there(editor, declared, gone, known.without(gone))
        by = replace(editor, by=replace(editor.by, note=words or editor.by.note))
        row = _decision(by, declared, gone, same_as(kept), f"merged into {kept}")
        made.append(replace(row, denied=True))
    step = Step.joined((_moved(editor.told, known, told), Step(tuple(made))))
    return finished(editor, next(iter(told)), _wider(editor, seen, step), step, "merge")


def unmerge_node(editor: Editor, gone_id: str) -> Edit:
    """A node that was merged into another is there again, with what its sources say of it.

    Raises InvalidEdit for one that was not merged.
    """
    seen = begun(editor, [gone_id])
    rows = [row for row in editor.told.statements(key=gone_id) if decided_same(row)]
    if not rows:
        message = f"{gone_id} was not merged into another node, so nothing can be taken back"
        raise InvalidEdit("id", "NOTHING_TO_DO", message)
    if rows[0].kind == "Source":
        message = f"{gone_id} is a source; undo the revision that merged it"
        raise InvalidEdit("id", "WRONG_KIND", message)
    known = standing(editor.told)
    moved = _moved(editor.told, known.without(gone_id), sorted(known.together(gone_id)))
    step = Step.joined((moved, Step((), tuple(rows))))
    return finished(editor, gone_id, _wider(editor, seen, step), step, "unmerge")


def mark_different(editor: Editor, one_id: str, other_id: str) -> Edit:
    """Two nodes that look alike are not the same; they are not proposed as doubles any more.

    They may be of two kinds.
    """
    one_id, other_id = sorted((one_id, other_id))
    declared, other = editor.model.kind_of(one_id), editor.model.kind_of(other_id)
    if declared is None or other is None:
        unknown = other_id if declared else one_id
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {unknown}")
    if one_id == other_id:
        raise InvalidEdit("id", "SAME_NODE", f"{one_id} cannot be different from itself")
    seen = begun(editor, [one_id, other_id])
    known = standing(editor.told)
    for kind, node_id in ((declared, one_id), (other, other_id)):
        _there(editor, kind, node_id, known)
    if (one_id, other_id) in known.apart():
        message = f"{one_id} and {other_id} are called different already"
        raise InvalidEdit("id", "NOTHING_TO_DO", message)
    decision = _decision(editor, declared, one_id, different_from(other_id), "")
    return finished(editor, one_id, seen, Step((decision,)), "different")


def unmark_different(editor: Editor, one_id: str, other_id: str) -> Edit:
    """Nothing is said any more about two nodes that were called different."""
    seen = begun(editor, [one_id, other_id])
    rows = tuple(_said_different(editor.told, standing(editor.told), one_id, other_id))
    if not rows:
        message = f"{one_id} and {other_id} were not called different, nor merged"
        raise InvalidEdit("id", "NOTHING_TO_DO", message)
    return finished(editor, one_id, seen, Step((), rows), "not different")


def take_back(editor: Editor, one_id: str, other_id: str) -> Edit:
    """Whatever was decided of two nodes: that they are the same, or that they are different."""
    known = standing(editor.told)
    for gone, kept in ((one_id, other_id), (other_id, one_id)):
        if gone in known.same and known.canonical(gone) == known.canonical(kept):
            return unmerge_node(editor, gone)
    return unmark_different(editor, one_id, other_id)


def _there(editor: Editor, kind: NodeKind, node_id: str, known: Decisions) -> About:
    one = about_node(editor, kind, node_id)
    if one.fact is None:
        kept = known.canonical(node_id)
        if kept != node_id:
            message = f"{node_id} was merged into {kept} already; use that id"
            raise InvalidEdit("id", "UNKNOWN_NODE", message)
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {node_id}")
    return one


def _decision(editor: Editor, kind: NodeKind, key: str, locator: str, words: str) -> Statement:
    by = editor.by
    # The locator says what was decided, so that an editor's own goes to the words.
    said = ", ".join(text for text in (by.note, by.locator) if text)
    note = ": ".join(text for text in (words, said) if text)
    return Statement(
        EDITS, kind.name, key, (), cited=by.source, locator=locator, basis=EDITED, note=note
    )


def _moved(
    told: Told, known: Decisions, node_ids: Iterable[str], but: Collection[Statement] = ()
) -> Step:
    """Statements about nodes and their relations as decisions place them, not as they are now."""
    rows: dict[Statement, None] = {}
    for node_id in node_ids:
        rows.update(dict.fromkeys(told.statements(key=node_id)))
        rows.update(dict.fromkeys(told.statements(end=node_id)))
    changed = [(row, known.placed(row)) for row in rows if row not in but]
    changed = [(row, now) for row, now in changed if now != row]
    return Step(tuple(now for _, now in changed), tuple(row for row, _ in changed))


def _said_different(told: Told, known: Decisions, one: str, two: str) -> Iterable[Statement]:
    """The decisions that two nodes, or what was merged into them, are different."""
    pair = {known.canonical(one), known.canonical(two)}
    for node_id in sorted(pair):
        for row in told.statements(key=node_id):
            other = decided_different(row)
            if other and {node_id, known.canonical(other)} == pair:
                yield row


def _relation_keys(told: Told, node_ids: Iterable[str]) -> list[str]:
    return [row.key for node_id in node_ids for row in told.statements(end=node_id)]


def _wider(
    editor: Editor, seen: tuple[tuple[str, int], ...], step: Step
) -> tuple[tuple[str, int], ...]:
    """What an editor has seen, of every key that a step touches."""
    had = dict(seen)
    keys = {row.key for row in (*step.add, *step.drop)} - had.keys()
    return (*seen, *begun(editor, sorted(keys)))


def _taken_over(editor: Editor, kind: NodeKind, kept: About, dropped: About) -> Step:
    """What a source that stays is given of one that goes: values that it lacks, and names.

    Statements go on citing the one that goes, whose date they need.
    """
    values: dict[str, Value] = {
        name: value
        for name, value in dropped.values.items()
        if name not in {"name", "aliases"} and kept.values.get(name) in (None, "unknown")
    }
    own = kept.values.get("aliases")
    names = (own, (dropped.values.get("name"),), dropped.values.get("aliases"))
    every = tuple(dict.fromkeys(_texts(names)))
    if every != kept.values.get("aliases", ()):
        values["aliases"] = every
    return stated(kept, _plain(kind, values), editor.by) if values else Step()


def _texts(lists: Iterable[object]) -> Iterable[str]:
    for some in lists:
        if isinstance(some, tuple):
            yield from (str(one) for one in some if one)


def _plain(kind: NodeKind, values: Mapping[str, Value]) -> dict[str, Value]:
    fixed = dict(kind.fixed)
    return {name: value for name, value in values.items() if name not in fixed}
