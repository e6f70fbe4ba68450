"""How the model's names are written in GraphQL."""

from __future__ import annotations

from functools import cache

from ledwerk.schema.fields import FieldType, Shape, Value, Vocabulary
from ledwerk.schema.kinds import Form, Link, Model, NodeKind, Property, RelationKind, link_targets
from ledwerk.schema.names import camel

NODE, PARTY = "Node", "Party"

_SCALARS = {
    Shape.TEXT: "str",
    Shape.NUMBER: "float",
    Shape.INTEGER: "int",
    Shape.BOOLEAN: "bool",
    Shape.DATE: "str",
    Shape.LIST: "list[str]",
}


@cache
def pascal(name: str) -> str:
    """`ON_BEHALF_OF` as `OnBehalfOf`; `fundedBy` as `FundedBy`."""
    word = camel(name) if "_" in name or name.isupper() else name
    return word[:1].upper() + word[1:]


def enum_name(value: str) -> str:
    """A vocabulary's word as an enum value."""
    return value.upper()


def stored(vocabulary: Vocabulary | None, value: Value) -> Value:
    """An enum value as the store keeps it; other values as they are."""
    return value.lower() if vocabulary and isinstance(value, str) else value


def singular(kind: NodeKind) -> str:
    """The root field for one node of a kind."""
    return kind.name[:1].lower() + kind.name[1:]


def plural(kind: NodeKind) -> str:
    """The root field for many nodes of a kind."""
    return camel(kind.table)


def kinds_of(model: Model, type_name: str) -> tuple[str, ...]:
    """The node kinds that a GraphQL type stands for."""
    if type_name == NODE:
        return tuple(kind.name for kind in model.nodes)
    if type_name == PARTY:
        return model.parties
    return (type_name,)


def type_of(model: Model, kinds: tuple[str, ...]) -> str:
    """The narrowest GraphQL type that covers some node kinds."""
    if len(kinds) == 1:
        return kinds[0]
    return PARTY if set(kinds) <= set(model.parties) else NODE


def target_type(model: Model, relation: RelationKind, link: Link, *, outgoing: bool) -> str:
    """The GraphQL type at the far end of a link."""
    return type_of(model, link_targets(relation, link, outgoing))


def connection_name(relation: RelationKind, link: Link) -> str:
    """The type of a link that is a connection."""
    return f"{pascal(relation.name)}{pascal(link.name)}Connection"


def shared_properties(model: Model, type_name: str) -> tuple[Property, ...]:
    """The properties that every kind of a GraphQL type has, `start` and `end` left out."""
    first, *others = (model.node(kind).properties for kind in kinds_of(model, type_name))
    common = [p for p in first if all(p in other for other in others)]
    return tuple(p for p in common if p.name not in {"start", "end"})


def shared_links(model: Model, type_name: str) -> tuple[tuple[RelationKind, Link, bool], ...]:
    """The links that every kind of a GraphQL type has."""
    first, *others = (list(model.links(kind)) for kind in kinds_of(model, type_name))
    return tuple(one for one in first if all(one in other for other in others))


def is_connection(link: Link) -> bool:
    """Whether a link is a Relay connection."""
    return link.form is Form.CONNECTION


def python_type(type_: FieldType) -> str:
    """The annotation of a value type."""
    return type_.vocabulary.name if type_.vocabulary else _SCALARS[type_.shape]
