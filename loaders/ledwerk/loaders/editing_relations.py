"""Two nodes that are one: relations and values of the one that goes become the other's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ledwerk.graph.resolution import ranked, resolve
from ledwerk.loaders.edited_statements import (
    About,
    Editor,
    Provenance,
    Step,
    about_node,
    dated,
    denied,
    stated,
)
from ledwerk.loaders.editing import Edit, begun, finished
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.statements import EDITED, EDITS, Statement, relation_key

_PERIOD = ("start", "end")

Groups = dict[str, list[Statement]]


def merge_nodes(editor: Editor, kept_id: str, dropped_id: str) -> Edit:
    """One node into another of its kind. The one that goes is denied, with a word where it went.

    Its relations are denied and stated anew of the one that stays, with the sources they had; its
    names become aliases; what the one that stays lacks is taken over.
    """
    declared = editor.model.kind_of(kept_id)
    if declared is None:
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {kept_id}")
    if kept_id == dropped_id:
        raise InvalidEdit("id", "SAME_NODE", f"{kept_id} cannot be merged into itself")
    before = _relations(editor, dropped_id)
    seen = begun(editor, [kept_id, dropped_id, *before])
    kept, dropped = (about_node(editor, declared, one) for one in (kept_id, dropped_id))
    for one in (kept, dropped):
        if one.fact is None:
            raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {one.key}")
    words = f"merged into {kept_id}"
    by = replace(editor.by, note=f"{words}: {editor.by.note}" if editor.by.note else words)
    taken = _taken_over(declared, kept, dropped)
    steps = [stated(kept, taken, editor.by)] if taken else []
    steps.append(denied(dropped, by))
    steps += _moved(editor, by, kept_id, dropped_id)
    return finished(editor, kept_id, seen, Step.joined(steps), "merge")


def _relations(editor: Editor, node_id: str) -> Groups:
    """What is said of each relation of a node."""
    found: Groups = defaultdict(list)
    for row in editor.told.statements(end=node_id):
        found[row.key].append(row)
    return found


def _taken_over(kind: NodeKind, kept: About, dropped: About) -> dict[str, Value]:
    """What the one that stays is given: values it lacks, and names as aliases."""
    values = _lacking(kept.values, dropped.values, {"name", "aliases", *dict(kind.fixed)})
    names = [dropped.values.get("name")] if dropped.fact and not dropped.fact.derived_name else []
    if kept.fact and kept.fact.derived_name and names and kind.named:
        values["name"] = names[0]
    if kind.named:
        had, more = _aliases(kept), _aliases(dropped)
        name = values.get("name") or kept.values.get("name")
        every = tuple(dict.fromkeys(str(n) for n in (*had, *names, *more) if n and n != name))
        if every != had:
            values["aliases"] = every
    return values


def _aliases(one: About) -> tuple[str, ...]:
    found = one.values.get("aliases")
    return found if isinstance(found, tuple) else ()


def _lacking(
    have: Mapping[str, Value], other: Mapping[str, Value], but: Iterable[str] = ()
) -> dict[str, Value]:
    """Values that only the other has; of a period both ends or none."""
    left_out = {*but, *(_PERIOD if any(have.get(name) for name in _PERIOD) else ())}
    unknown = (None, "unknown")
    return {
        name: value
        for name, value in other.items()
        if name not in left_out and value not in unknown and have.get(name) in unknown
    }


def _moved(editor: Editor, by: Provenance, kept_id: str, dropped_id: str) -> Iterator[Step]:
    """The relations of the one that goes, denied and stated anew."""
    before, beside = _relations(editor, dropped_id), _relations(editor, kept_id)
    dates = dated(editor.told, [row for rows in before.values() for row in rows])
    for key, rows in before.items():
        kind = editor.model.relation(rows[0].kind)
        ends = [rows[0].source_id, rows[0].target_id]
        old = About(kind, key, ends[0], ends[1], tuple(rows), resolve(kind, rows, dates))
        if old.fact is None:
            continue  # somebody says that it is not so; that stays as it is
        yield denied(old, by)
        source, target = (kept_id if end == dropped_id else end for end in ends)
        if source == target:
            continue
        new_key = relation_key(kind, source, target, old.values)
        there = tuple(beside.get(new_key, ()))
        new = About(kind, new_key, source, target, there, resolve(kind, there, {}))
        if new.fact is None:
            yield _anew(new, old, ranked(rows, dates))
        elif lacking := _lacking(new.values, old.values):
            yield stated(new, lacking, editor.by)


def _anew(new: About, old: About, rows: Sequence[Statement]) -> Step:
    """What statements say of the old relation, said of the new one; each property once, the best.

    Each goes on citing its source and place.
    """
    assert isinstance(new.kind, RelationKind)
    kept: dict[tuple[str, str], Statement] = {}
    known: set[str] = set()
    identity = {name: old.values[name] for name in new.kind.identity if name in old.values}
    for row in rows:
        if row.denied:
            continue
        values = {name: value for name, value in row.properties if name not in known}
        values |= {} if known or kept else identity
        known.update(values)
        place = (row.cited, row.locator)
        first = kept.get(place, row)
        values |= first.values() if place in kept else {}
        kept[place] = replace(
            first, dataset=EDITS, basis=EDITED, key=new.key, source_id=new.source_id,
            target_id=new.target_id, properties=tuple(sorted(values.items())),
        )  # fmt: skip
    return Step(tuple(kept.values()), tuple(new.own))
