"""What an editor wishes for, read by the model: values into what a statement keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ledwerk.schema.errors import InvalidEdit, InvalidValue
from ledwerk.schema.fields import FieldType, Shape, Value, first_day, last_day
from ledwerk.schema.kinds import NodeKind, Property, RelationKind
from ledwerk.schema.names import camel

Wish = Mapping[
    str, object
]  # by property: a text as in a cell, or a value of the type; None empties

_WANTED: dict[Shape, tuple[type, ...]] = {
    Shape.TEXT: (str,),
    Shape.DATE: (str,),
    Shape.NUMBER: (str, int, float),
    Shape.INTEGER: (str, int),
    Shape.BOOLEAN: (str, bool),
    Shape.LIST: (str, list, tuple),
}


def read_values(kind: NodeKind | RelationKind, wish: Wish) -> dict[str, Value]:
    """The values of a wish, None where it empties one. Raises InvalidEdit for a wrong one."""
    known = {prop.name: prop for prop in kind.properties}
    fixed = dict(kind.fixed) if isinstance(kind, NodeKind) else {}
    values: dict[str, Value] = {}
    for name, wished in wish.items():
        if name not in known:
            raise InvalidEdit(camel(name), "UNKNOWN_FIELD", f"{kind.name} has no {camel(name)}")
        values[name] = _read(known[name], wished)
        if name in fixed and values.pop(name) != fixed[name]:
            message = f"{camel(name)} of a {kind.name} is always {fixed[name]}; leave it out"
            raise InvalidEdit(camel(name), "INVALID_VALUE", message)
    return values


def check_whole(kind: NodeKind | RelationKind, values: Mapping[str, Value]) -> None:
    """Raises InvalidEdit where a thing with these values lacks one, or ends before it starts."""
    for prop in kind.properties:
        named = isinstance(kind, NodeKind) and kind.named and prop.name == "name"
        if (prop.required or named) and values.get(prop.name) is None:
            message = f"a {kind.name} needs {camel(prop.name)}"
            raise InvalidEdit(camel(prop.name), "REQUIRED", message)
    start, end = values.get("start"), values.get("end")
    if isinstance(start, str) and isinstance(end, str) and last_day(end) < first_day(start):
        message = f"{end} is before the start, {start}; one of the two is wrong"
        raise InvalidEdit("end", "WRONG_PERIOD", message)


def _read(prop: Property, wished: object) -> Value:
    if wished is None:
        return None
    field = camel(prop.name)
    wanted = _WANTED[prop.type.shape]
    if not isinstance(wished, wanted) or (isinstance(wished, bool) and bool not in wanted):
        message = f"{field}: {wished!r} is no {prop.type.name}; {prop.type.hint.en}"
        raise InvalidEdit(field, "INVALID_VALUE", message)
    try:
        cell = _cell(prop.type, wished)
        cell.encode()
        return prop.type.read(cell)
    except InvalidValue as error:
        raise InvalidEdit(field, "INVALID_VALUE", f"{field}: {error}") from error
    except UnicodeEncodeError as error:
        message = f"{field}: holds half a letter; send text in UTF-8"
        raise InvalidEdit(field, "INVALID_VALUE", message) from error


def _cell(type_: FieldType, wished: object) -> str:
    """A value as the text of a cell, which is what a type reads."""
    if isinstance(wished, str):
        return wished
    if isinstance(wished, Sequence):
        if not all(isinstance(part, str) for part in wished):
            raise InvalidValue("not every entry is a text", type_.hint.en)
        return type_.write(tuple(wished))
    if isinstance(wished, bool):
        return type_.write(wished)
    if type_.shape is Shape.NUMBER and isinstance(wished, int | float):
        return type_.write(_float(wished))
    return str(wished)


def _float(number: float) -> float:
    try:
        return float(number)
    except OverflowError as error:
        raise InvalidValue("too large a number", "at most 1e308 fits") from error
