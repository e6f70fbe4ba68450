"""What is asked of statements, as an item of a plan: their rows, and what to make of them later.

Plain fields come from the store as they are asked for. Whatever needs several statements at once,
which of them is shown, say, is left as rows under `TOLD_KEY` with the number of a ticket.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz import process

from ledwerk.api.fields_asked import TYPENAME, Asked
from ledwerk.graph import plan as p
from ledwerk.graph.claims import TOLD
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import camel

if TYPE_CHECKING:
    from ledwerk.api.selection import Compiler

TOLD_KEY = "$told"
TOLD_FIELDS = ("statements", "confirmed", "sideBySide")

# Fields of a statement that are one value of its row, by their names in a plan.
PLAIN = {
    "id": "digest", "kind": "kind", "key": "key", "sourceId": "source_id", "title": "title",
    "date": "date", "locator": "locator", "dataset": "dataset", "actor": "actor", "at": "at",
    "basis": "basis", "acceptedBy": "accepted_by", "unreviewed": "unreviewed",
    "confidence": "confidence", "denied": "denied", "note": "note", "statedAs": "stated_as",
}  # fmt: skip
_OBJECTS = {"Statement", "Said", "Loaded", "Side", "SideBySide"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field and what is asked below it; of a source, the shape that its node is fetched in."""

    field: Asked
    inner: tuple[Wanted, ...] = ()
    shape: p.Shape | None = None


def told_item(compiler: Compiler, one: Asked) -> p.Item:
    """The item that answers `statements`, `confirmed` or `sideBySide` of a row."""
    if one.name == "statements":
        fields = compiler.request.below([one], "Statement")
        if all(field.name in PLAIN or field.name == TYPENAME for field in fields):
            items = tuple(_plain(field) for field in fields)
            return p.Citations(one.key, items, distinct=False)
    if one.arguments.get("property") is not None:
        _check_property(compiler.model, str(one.arguments["property"]))
    number = compiler.put_off(one.name, one, wanted(compiler, one))
    rows = p.Citations("rows", TOLD, distinct=False)
    return p.Record(one.key, (p.Constant(TOLD_KEY, number), rows))


def wanted(compiler: Compiler, one: Asked) -> tuple[Wanted, ...]:
    """What is asked below a field whose objects are made here, not by the store."""
    if one.definition is None or one.type_name not in _OBJECTS:
        return ()
    found = []
    for field in compiler.request.below([one], one.type_name):
        if field.name == "source":
            found.append(Wanted(field, shape=compiler.shape([field], "Source")))
        else:
            found.append(Wanted(field, wanted(compiler, field)))
    return tuple(found)


def told_places(found: Any) -> Iterator[tuple[Any, Any, int, list[dict[str, Any]]]]:
    """Every place where rows are left: (holder, key, ticket, rows)."""
    todo = [found]
    while todo:
        holder = todo.pop()
        entries: list[tuple[Any, Any]] = []
        if isinstance(holder, dict):
            entries = list(holder.items())
        elif isinstance(holder, list):
            entries = list(enumerate(holder))
        for key, value in entries:
            if isinstance(value, dict) and TOLD_KEY in value:
                yield holder, key, value[TOLD_KEY], value["rows"]
            elif isinstance(value, dict | list):
                todo.append(value)


def _plain(field: Asked) -> p.Item:
    if field.name == TYPENAME:
        return p.Constant(field.key, "Statement")
    return p.Leaf(field.key, PLAIN[field.name])


def _check_property(model: Model, name: str) -> None:
    known = sorted({camel(one) for one in (*model.node_properties, *model.relation_properties)})
    if name not in known:
        near = " or ".join(one for one, *_ in process.extract(name, known, limit=2))
        raise InvalidQuestion(f"there is no property {name!r}; did you mean {near}?")
