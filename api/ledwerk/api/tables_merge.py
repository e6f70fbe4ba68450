"""What would become of two nodes that are made one: told before it is done."""

from __future__ import annotations

from typing import Any

from ledwerk.graph.store import Amendment, Store
from ledwerk.loaders.edited_statements import Editor, Provenance, about_node
from ledwerk.loaders.merging import merge_nodes
from ledwerk.schema.errors import InvalidEdit, InvalidQuestion
from ledwerk.schema.kinds import Model, NodeKind
from ledwerk.schema.statements import Statement
from ledwerk.viz.texts import said, worded


def merge_told(
    model: Model, store: Store, kind: NodeKind, ends: tuple[str, str], lang: str
) -> dict[str, Any]:
    """The values that the node that stays takes over, the relations that move to it, and those that
    it has already.

    `ends` are the id that stays and the one that goes. It is the very amendment that merging makes,
    told instead of written. Raises InvalidQuestion where the two cannot be made one.
    """
    kept, gone = ends
    editor = Editor(model, store, Provenance(""))
    try:
        for one in ends:
            about_node(editor, kind, one)
        made = merge_nodes(editor, kept, gone).amendment
        going = about_node(editor, kind, gone)
    except InvalidEdit as error:
        raise InvalidQuestion(str(error)) from error
    names = _Names(model, store)
    moved = {row.key for row in made.add if row.source_id and not row.denied}
    lapsed = [row for row in made.add if row.source_id and row.denied]
    doubles = [row for row in lapsed if not _is_moved(row, gone, kept, moved)]
    return {
        "gone": str(going.values.get("name") or gone),
        "values": _values(kind, made, kept, lang),
        "moves": sorted({
            names.line(row, kept, lang) for row in made.add if row.source_id and not row.denied
        }),
        "doubles": sorted({names.line(row, gone, lang) for row in doubles}),
    }  # fmt: skip


def _is_moved(row: Statement, gone: str, kept: str, moved: set[str]) -> bool:
    """Whether a relation that is denied is stated anew of the node that stays."""
    return row.key.replace(gone, kept) in moved


def _values(kind: NodeKind, made: Amendment, kept: str, lang: str) -> list[dict[str, str]]:
    told = []
    for row in made.add:
        if row.key == kept and not row.denied:
            for name, value in row.properties:
                prop = kind.property(name)
                told.append({"label": said(prop.label, lang), "value": worded(prop, value, lang)})
    return told


class _Names:
    """What nodes are called, each asked for once."""

    def __init__(self, model: Model, store: Store) -> None:
        self._editor = Editor(model, store, Provenance(""))
        self._model = model
        self._known: dict[str, str] = {}

    def line(self, row: Statement, near: str, lang: str) -> str:
        """A relation in words, as seen from one of its ends."""
        kind = self._model.relation(row.kind)
        if row.source_id == near:
            return f"{said(kind.label, lang)}: {self._name(row.target_id)}"
        return f"{said(kind.inverse, lang)}: {self._name(row.source_id)}"

    def _name(self, node_id: str) -> str:
        kind = self._model.kind_of(node_id)
        if node_id not in self._known and kind is not None:
            found = about_node(self._editor, kind, node_id)
            self._known[node_id] = str(found.values.get("name") or node_id)
        return self._known.get(node_id, node_id)
