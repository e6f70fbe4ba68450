"""The columns of the tables that people read and edit, from the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledwerk.api.changing import change_names, end_names, properties_of
from ledwerk.loaders.columns import Kind, tables
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.fields import LINE, FieldType, Shape, Text
from ledwerk.schema.kinds import Model, NodeKind, Property, RelationKind
from ledwerk.schema.names import camel
from ledwerk.viz.texts import said
from ledwerk.viz.texts_tables import TABLES_TEXTS

_FILTERED = ("choice", "boolean")
# Seen at once; the rest is one click away.
_OFTEN = {
    "aliases", "kind", "helix", "sme", "start", "end", "role", "type", "board_type", "code",
    "event_type", "value", "unit", "year", "state", "amount", "budget", "currency", "function",
    "publisher", "date", "url", "number", "contribution", "purpose",
}  # fmt: skip
_NAME = Property("name", LINE, Text("naam", "name"), "")


class NoSuchTable(LedwerkError):
    """There is no table of that name."""

    status = 404


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is called, of what type, and what can be done with it.

    `end` says of which kinds the nodes of an end are, for the two ends of a relation.
    """

    name: str
    label: Text
    help: str
    type: FieldType
    editable: bool
    often: bool
    required: bool = False
    end: tuple[str, ...] = ()

    @property
    def sortable(self) -> bool:
        """Whether rows can be put in the order of it."""
        return self.type.shape is not Shape.LIST

    @property
    def filtered(self) -> bool:
        """Whether its words are few enough to choose from."""
        return self.type.name in _FILTERED


def kind_of_table(model: Model, table: str) -> Kind:
    """The kind whose table it is. Raises NoSuchTable."""
    found = tables(model).get(table)
    if found is None:
        raise NoSuchTable(f"there is no table {table!r}; /tables lists them all")
    return found


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns of a table in order; the one that names a row comes first."""
    if isinstance(kind, RelationKind):
        ends = ((kind.source_column, kind.source), (kind.target_column, kind.target))
        return (
            *(_end(name, kinds) for name, kinds in ends),
            *(_column(prop, fixed=prop.name in kind.identity) for prop in kind.properties),
        )
    own = tuple(_column(prop, named=kind.named) for prop in properties_of(kind))
    if kind.named:
        return own
    return (Column("name", _NAME.label, "", LINE, editable=False, often=True), *own)


def _column(prop: Property, *, named: bool = False, fixed: bool = False) -> Column:
    needed = prop.required or (named and prop.name == "name")
    often = prop.name in _OFTEN or prop.name == "name"
    return Column(
        prop.name, prop.label, prop.description, prop.type, not fixed, often or fixed, needed
    )


def _end(name: str, kinds: tuple[str, ...]) -> Column:
    label = TABLES_TEXTS.get(f"end_{name}", Text(name, name))
    return Column(name, label, "", LINE, editable=False, often=True, required=True, end=kinds)


def title_of(kind: Kind) -> Text:
    """What a table is called."""
    return kind.plural if isinstance(kind, NodeKind) else kind.label


def described(model: Model, kind: Kind, lang: str) -> dict[str, Any]:
    """A table for the page's script: its columns, and the changes that can be made to it."""
    changes = {act.split(" ")[0]: field for field, act, name in change_names(model)
               if name == kind.name}  # fmt: skip
    relation = isinstance(kind, RelationKind)
    return {
        "table": kind.table,
        "kind": kind.name,
        "title": said(title_of(kind), lang),
        "one": said(kind.label, lang),
        "relation": relation,
        "ends": list(end_names(kind)) if isinstance(kind, RelationKind) else [],
        "identity": [camel(name) for name in kind.identity]
        if isinstance(kind, RelationKind)
        else [],
        "changes": changes,
        "inputs": _inputs(kind),
        "columns": [_told(model, column, lang) for column in columns_of(kind)],
    }


def _inputs(kind: Kind) -> dict[str, str]:
    """The GraphQL types of what a change is given."""
    if isinstance(kind, RelationKind):
        noun = f"{kind.noun}Input"
        return {"add": noun, "update": noun, "remove": f"Remove{noun}"}
    return {"create": f"Create{kind.name}Input", "update": f"Update{kind.name}Input"}


def _told(model: Model, column: Column, lang: str) -> dict[str, Any]:
    words = column.type.vocabulary
    terms = [{"value": t.value, "label": said(t.label, lang)} for t in words.terms] if words else []
    return {
        "name": column.name,
        "field": camel(column.name),
        "label": said(column.label, lang),
        "help": column.help if lang == "en" else "",
        "type": "text" if column.type.name == "markdown" else column.type.name,
        "hint": "" if words else said(column.type.hint, lang),
        "terms": terms,
        "editable": column.editable,
        "often": column.often,
        "required": column.required,
        "sortable": column.sortable,
        "filtered": column.filtered,
        "end": [model.node(kind).prefix for kind in column.end],
    }
