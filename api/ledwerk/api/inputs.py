"""The input types of filters and orders, for every type of node."""

from __future__ import annotations

from enum import Enum
from typing import Any

import strawberry
from strawberry import UNSET
from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.api.words import (
    NODE,
    enum_name,
    kinds_of,
    pascal,
    python_type,
    shared_links,
    shared_properties,
    target_type,
)
from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import Model, Property
from ledwerk.schema.names import camel


def add_filter(types: Types, name: str) -> None:
    """Make the filter, the related filter and the order of a type known."""
    fields = [types.field("id", "ID | None", "Has this id.")]
    fields.append(types.field("idIn", "list[ID] | None", "Has one of these ids."))
    for prop in _filterable(types.model, name):
        fields += _comparisons(types, prop)
    seen = {one.python_name for one in fields}
    for relation, link, outgoing in shared_links(types.model, name) if name != NODE else ():
        if link.name not in seen:
            far = target_type(types.model, relation, link, outgoing=outgoing)
            fields.append(types.field(link.name, f"{far}Related | None", link.label.en))
    own = f"{name}Filter"
    fields.append(types.field("and", f"list[{own}] | None", "All of these hold."))
    fields.append(types.field("or", f"list[{own}] | None", "At least one of these holds."))
    fields.append(types.field("not", f"{own} | None", "This does not hold."))
    for one in fields:
        one.default = UNSET
    types.make(own, f"Conditions on {name}; all given ones hold.", fields, inputs=True)
    related = [
        types.field("some", f"{own} | None", "At least one of them meets it."),
        types.field("none", f"{own} | None", "None of them meets it."),
    ]
    for one in related:
        one.default = UNSET
    types.make(f"{name}Related", f"A condition on related {name}.", related, inputs=True)
    words = tuple(dict.fromkeys(["id", "name", *(p.name for p in _orderable(types.model, name))]))
    members = {enum_name(word): strawberry.enum_value(enum_name(word), description=word)
               for word in words}  # fmt: skip
    key = f"{name}OrderKey"
    made: Any = Enum(key, members)  # type: ignore[misc]
    types.known[key] = strawberry.enum(
        made,
        name=key,
        description=f"What {name} can be ordered by.",
    )
    direction = types.field("direction", "Direction | None", "Ascending if left out.")
    direction.default = UNSET
    order = (types.field("key", key, "What to order by."), direction)
    types.make(f"{name}Order", f"An order of {name}.", order, inputs=True)


def _filterable(model: Model, name: str) -> tuple[Property, ...]:
    props = shared_properties(model, name) if name != NODE else ()
    named = tuple(p for p in model.node("Organisation").properties if p.name == "name")
    periods = (
        model.node("Project").property("start"),
        model.node("Project").property("end"),
    )
    own = props if any(p.name == "name" for p in props) else (*named, *props)
    has_period = name != NODE and all(model.node(k).period for k in kinds_of(model, name))
    return (*own, *periods) if has_period else own


def _orderable(model: Model, name: str) -> list[Property]:
    return [p for p in _filterable(model, name) if p.type.shape is not Shape.LIST]


def _comparisons(types: Types, prop: Property) -> list[StrawberryField]:
    name, word = camel(prop.name), python_type(prop.type)
    if prop.type.shape is Shape.LIST:
        return [types.field(f"{name}Contains", "str | None", f"Has this among: {prop.label.en}.")]
    made = [types.field(name, f"{word} | None", f"{prop.label.en} is this; null asks for none.")]
    if prop.type.shape is not Shape.BOOLEAN:
        made.append(types.field(f"{name}In", f"list[{word}] | None", "Is one of these."))
    if prop.type.shape is Shape.TEXT and not prop.type.vocabulary:
        made.append(types.field(f"{name}Contains", "str | None", "Contains this text."))
        made.append(types.field(f"{name}StartsWith", "str | None", "Begins with this text."))
    if prop.type.shape in {Shape.NUMBER, Shape.INTEGER, Shape.DATE}:
        for sign, meaning in _RANGES:
            about = f"Is {meaning} this."
            made.append(types.field(f"{name}{pascal(sign)}", f"{word} | None", about))
    return made


_RANGES = (("lt", "less than"), ("lte", "at most"), ("gt", "more than"), ("gte", "at least"))
