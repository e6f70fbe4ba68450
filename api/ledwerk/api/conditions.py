"""GraphQL arguments into the plan's words: filters, orders and pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ledwerk.api.words import pascal, shared_links, stored, target_type
from ledwerk.graph import plan as p
from ledwerk.schema.errors import InvalidQuestion, InvalidValue
from ledwerk.schema.fields import DATE, first_day, last_day
from ledwerk.schema.kinds import Link, Model, Property, Reach, RelationKind, link_targets
from ledwerk.schema.names import camel

DEFAULT_PAGE = 50
MOST_PER_PAGE = 200

_SUFFIXES: tuple[tuple[str, p.Operator], ...] = (
    ("", "eq"),
    ("In", "in"),
    ("Contains", "contains"),
    ("StartsWith", "starts"),
    ("Lt", "lt"),
    ("Lte", "lte"),
    ("Gt", "gt"),
    ("Gte", "gte"),
)


def page(arguments: Mapping[str, Any]) -> p.Page:
    """The page that Relay's arguments ask for. Raises InvalidQuestion outside the limits."""
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise InvalidQuestion("give first or last, not both")
    size = last if last is not None else DEFAULT_PAGE if first is None else first
    if not 0 <= size <= MOST_PER_PAGE:
        raise InvalidQuestion(
            f"a page holds 0 to {MOST_PER_PAGE} entries, {size} were asked for; "
            "use first with after to turn pages"
        )
    after, before = arguments.get("after"), arguments.get("before")
    return p.Page(size, _cursor(after), _cursor(before), backwards=last is not None)


def _cursor(text: str | None) -> tuple[Any, ...] | None:
    if text is None:
        return None
    try:
        found = json.loads(text, strict=False)  # Neo4j leaves the line ends of a text as they are
    except ValueError as error:
        raise InvalidQuestion(_BAD_CURSOR.format(text)) from error
    scalars = isinstance(found, list) and found and all(_is_key(one) for one in found)
    if not scalars:
        raise InvalidQuestion(_BAD_CURSOR.format(text))
    return tuple(found)


_BAD_CURSOR = "{!r} is not a cursor; take one from an edge of the same list"


def _is_key(value: object) -> bool:
    if isinstance(value, int) and abs(value) >= 2**63:
        return False
    return value is None or isinstance(value, str | int | float)


def check_cursor(given: p.Page, keys: int) -> p.Page:
    """The page itself, once its cursors have as many keys as the list is ordered by."""
    for cursor in (given.after, given.before):
        if cursor is not None and len(cursor) != keys:
            raise InvalidQuestion("the cursor belongs to a list in another order")
    return given


def order(model: Model, arguments: Mapping[str, Any]) -> tuple[p.Order, ...]:
    """The keys of `orderBy`."""
    names = {name.upper(): name for name in ("id", *model.node_properties)}
    return tuple(
        p.Order(names[one["key"]], descending=one.get("direction") == "DESC")
        for one in arguments.get("orderBy") or ()
    )


def condition(model: Model, type_name: str, given: Mapping[str, Any] | None) -> p.Condition | None:
    """A filter on nodes of a GraphQL type, or None where nothing is asked."""
    if not given:
        return None
    parts = [_part(model, type_name, key, value) for key, value in given.items()]
    return p.All(tuple(part for part in parts if part is not None))


def _part(model: Model, type_name: str, key: str, value: Any) -> p.Condition | None:
    if key == "and":
        return p.All(_several(model, type_name, value))
    if key == "or":
        return None if value is None else p.AnyOf(_several(model, type_name, value))
    if key == "not":
        inner = condition(model, type_name, value)
        return p.Not(inner) if inner is not None else None
    for relation, link, outgoing in shared_links(model, type_name):
        if link.name == key:
            return _related(model, relation, link, value, outgoing=outgoing)
    return _compare(model, key, value)


def _several(model: Model, type_name: str, given: Sequence[Any] | None) -> tuple[p.Condition, ...]:
    parts = (condition(model, type_name, one) for one in given or ())
    return tuple(part if part is not None else p.All(()) for part in parts)


def _related(
    model: Model, relation: RelationKind, link: Link, given: Any, *, outgoing: bool
) -> p.Condition | None:
    far = target_type(model, relation, link, outgoing=outgoing)
    way = step(relation, link, outgoing=outgoing)
    parts: list[p.Condition] = []
    for key, value in (given or {}).items():
        if value is None:
            continue
        found = p.Related(way, condition(model, far, value) or p.All(()))
        parts.append(found if key == "some" else p.Not(found))
    return p.All(tuple(parts)) if parts else None


def step(
    relation: RelationKind, link: Link, *, outgoing: bool, days: tuple[str, str] | None = None
) -> p.Step:
    """The plan's step for a link."""
    over = "participation" if link.reach is Reach.PARTICIPATION else "relation"
    to = link_targets(relation, link, outgoing)
    return p.Step(over, relation.name, outgoing, to, days)  # type: ignore[arg-type]


def days(arguments: Mapping[str, Any]) -> tuple[str, str] | None:
    """The first and last day that `asOf` covers, or None where every period counts.

    Raises InvalidQuestion for what is no date.
    """
    found = as_of(arguments)
    return None if found is None else (first_day(found), last_day(found))


def as_of(arguments: Mapping[str, Any]) -> str | None:
    """The date of `asOf`, or None where every period counts. Raises InvalidQuestion for none."""
    given = arguments.get("asOf")
    if given is None:
        return None
    found = date("asOf", given)
    if not found:
        raise InvalidQuestion("asOf is empty; write 2016, 2016-10 or 2016-10-03, or leave it out")
    return found


def date(name: str, given: str) -> str:
    """A date as it was given under a name, "" for none. Raises InvalidQuestion for what is none."""
    try:
        return str(DATE.read(given) or "")
    except InvalidValue as error:
        raise InvalidQuestion(f"{name}: {error}") from error


def _compare(model: Model, key: str, value: Any) -> p.Condition | None:
    prop, operator = _operation(model, key)
    if value is None and operator != "eq":
        return None
    if prop is None:
        return p.Compare("id", operator, tuple(value) if operator == "in" else value)
    words = prop.type.vocabulary
    if operator == "in":
        return p.Compare(prop.name, operator, tuple(stored(words, one) for one in value))
    return p.Compare(prop.name, operator, stored(words, value))


def _operation(model: Model, key: str) -> tuple[Property | None, p.Operator]:
    if key in {"id", "idIn"}:
        return None, "in" if key == "idIn" else "eq"
    for prop in model.node_properties.values():
        for suffix, operator in _SUFFIXES:
            if key == camel(prop.name) + suffix:
                return prop, operator
    raise InvalidQuestion(f"{pascal(key)} cannot be filtered on")
