"""What must be so for an edit to be made: the source it cites, the ends of a relation, its room.

Each raises InvalidEdit, which says of which field, and what would be right.
"""

from __future__ import annotations

from collections.abc import Iterable

from ledwerk.graph.identity.decisions import decided_same
from ledwerk.loaders.edited_statements import About, Editor, about_node, about_relation
from ledwerk.loaders.references import NESTED
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.kinds import Form, RelationKind
from ledwerk.schema.names import camel


def check_not_merged(one: About) -> None:
    """A node that was merged into another is changed there, or after the merge is taken back."""
    kept = next((kept for row in one.rows if (kept := decided_same(row))), "")
    if kept:
        message = f"{one.key} was merged into {kept}; change that, or take the merge back first"
        raise InvalidEdit("id", "UNKNOWN_NODE", message)


def check_source(editor: Editor, key: str) -> None:
    """What is cited is a source that is there; a new source may cite itself."""
    cited = editor.by.source
    kind = editor.model.node("Source")
    if not cited:
        return
    known = editor.model.kind_of(cited) is kind
    if not known or (cited != key and about_node(editor, kind, cited).fact is None):
        message = f"{cited!r} is no source; cite one that is there, or create it first"
        raise InvalidEdit("source", "UNKNOWN_SOURCE", message)


def check_ends(editor: Editor, kind: RelationKind, source: str, target: str) -> None:
    """Both ends are there, of the kinds that the relation is for, and not the same node."""
    for field, end, kinds in (("source", source, kind.source), ("target", target, kind.target)):
        declared = editor.model.kind_of(end)
        if declared is None or declared.name not in kinds:
            message = f"{kind.name}: {end!r} is no {' or '.join(kinds)}"
            raise InvalidEdit(field, "WRONG_KIND", message)
        if about_node(editor, declared, end).fact is None:
            raise InvalidEdit(field, "UNKNOWN_NODE", f"there is no {end}; create it first")
    if source == target:
        raise InvalidEdit("target", "SAME_NODE", f"{source} cannot be related to itself")


def check_room(editor: Editor, kind: RelationKind, source: str, target: str) -> None:
    """An end that has one such relation cannot have another; with periods there may be several."""
    ends = ((kind.forward, source, "target_id"), (kind.backward, target, "source_id"))
    for links, near, far in ends:
        for link in links:
            if kind.period or link.form is not Form.ONE:
                continue
            for other in _beside(editor, kind, near, far):
                declared = editor.model.kind_of(other)
                if declared and (not link.to or declared.name in link.to):
                    message = f"{near} has {other} as {camel(link.name)}; remove that first"
                    raise InvalidEdit("source" if near == source else "target", "TAKEN", message)


def _beside(editor: Editor, kind: RelationKind, near: str, far: str) -> Iterable[str]:
    """What a node is related to already, at the side that `far` names."""
    keys = {
        row.key: row
        for row in editor.told.statements(end=near)
        if row.kind == kind.name and getattr(row, far) != near
    }
    for row in keys.values():
        if about_relation(editor, kind, row.key, row.source_id, row.target_id).fact:
            yield getattr(row, far)


def check_circle(editor: Editor, kind: RelationKind, source: str, target: str) -> None:
    """A group cannot be a member of itself, nor a programme a part; also not through others."""
    if kind.name not in NESTED:
        return
    seen, todo = {target}, [target]
    while todo:
        for whole in _beside(editor, kind, todo.pop(), "target_id"):
            if whole == source:
                message = f"{target} is a member of {source}, directly or through others"
                if kind.name == "PART_OF":
                    message = f"{target} is a part of {source}, directly or through others"
                raise InvalidEdit("target", "CIRCLE", message)
            if whole not in seen:
                seen.add(whole)
                todo.append(whole)
