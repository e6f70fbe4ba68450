"""Confirming: a person says that a node or relation is still so, on a day. It changes nothing else.

It is kept as an edited statement that gives no property, so that it is an event like every other
and outlives each load.
"""

from __future__ import annotations

from dataclasses import replace

from ledwerk.graph.decisions import confirmed_at
from ledwerk.loaders.edited_statements import (
    About,
    Editor,
    Step,
    about_node,
    about_relation,
    identified,
)
from ledwerk.loaders.editing import Edit, begun, finished
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.kinds import RelationKind


def confirm(editor: Editor, key: str, day: str) -> Edit:
    """A node (by its id) or a relation (by its key) is so, as its editor knows on that day.

    Saying it twice a day is saying it once. Raises InvalidEdit for what is not there.
    """
    seen = begun(editor, [key])
    one = about(editor, key)
    if one.fact is None:
        raise InvalidEdit("id", "NOT_STATED", f"there is no {key}; only what is there is confirmed")
    said = identified(one, replace(editor.by, locator=confirmed_at(day)))
    return finished(editor, key, seen, Step((said,)), "confirm")


def about(editor: Editor, key: str) -> About:
    """The node or relation of a key, as it stands. Raises InvalidEdit for an unknown one."""
    kind = editor.model.kind_of(key)
    if kind is not None:
        return about_node(editor, kind, key)
    first = next(iter(editor.told.statements(key=key)), None)
    if first is None or not first.source_id:
        message = f"there is no {key}; give the id of a node, or the key of a relation"
        raise InvalidEdit("id", "UNKNOWN_NODE", message)
    declared = editor.model.relation(first.kind)
    assert isinstance(declared, RelationKind)
    return about_relation(editor, declared, key, first.source_id, first.target_id)
