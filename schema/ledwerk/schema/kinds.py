"""The words in which the model is declared: properties, links, node kinds, relation kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, cached_property

from ledwerk.schema.errors import InvalidModel
from ledwerk.schema.fields import DATE, FieldType, Shape, Text, Value


class Form(Enum):
    """How a link looks in GraphQL: one node, a plain list, or a Relay connection."""

    ONE = "one"
    LIST = "list"
    CONNECTION = "connection"


class Reach(Enum):
    """What a link walks over: one relation, a participation, or a tie in memory."""

    RELATION = "relation"
    PARTICIPATION = "participation"


@cache
def _hyphenated(name: str) -> str:
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).lstrip("-")


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a kind: a column in its table, a field in GraphQL."""

    name: str
    type: FieldType
    label: Text
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as seen from one of its ends: a field of that end's GraphQL type.

    `on` and `to` narrow the ends to some of the relation's kinds; empty means all of them.
    """

    name: str
    label: Text
    form: Form
    on: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    reach: Reach = Reach.RELATION


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A kind of node. `maps_to` is its term in a published vocabulary."""

    name: str
    table: str
    label: Text
    plural: Text
    description: str
    maps_to: str
    properties: tuple[Property, ...]
    party: bool = False
    period: bool = False
    fixed: tuple[tuple[str, Value], ...] = ()
    named: bool = True
    colour: str = "#999999"
    shape: str = "dot"

    @property
    def prefix(self) -> str:
        """What every id of this kind begins with, colon excluded."""
        return _hyphenated(self.name)

    def property(self, name: str) -> Property:
        """The property of that name; raises KeyError where there is none."""
        return {prop.name: prop for prop in self.properties}[name]


@dataclass(frozen=True, slots=True)
class RelationKind:
    """A kind of relation, drawn from a node of `source` to one of `target`.

    `identity` names the properties that, beside both ends, tell two relations apart; `noun` is
    what one of them is called where it is added or removed (`addPartner`).
    """

    name: str
    table: str
    label: Text
    inverse: Text
    description: str
    maps_to: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_column: str
    target_column: str
    properties: tuple[Property, ...] = ()
    identity: tuple[str, ...] = ()
    period: bool = False
    forward: tuple[Link, ...] = ()
    backward: tuple[Link, ...] = ()
    noun: str = ""

    def property(self, name: str) -> Property:
        """The property of that name; raises KeyError where there is none."""
        return {prop.name: prop for prop in self.properties}[name]


PERIOD = (
    Property("start", DATE, Text("begin", "start"), "First day, month or year; empty is unknown."),
    Property("end", DATE, Text("eind", "end"), "Last day, month or year; empty is open."),
)


@dataclass(frozen=True)
class Model:
    """All kinds together. Made once, checked by `validate`."""

    nodes: tuple[NodeKind, ...]
    relations: tuple[RelationKind, ...]
    _by_name: dict[str, NodeKind | RelationKind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kinds: tuple[NodeKind | RelationKind, ...] = (*self.nodes, *self.relations)
        object.__setattr__(self, "_by_name", {kind.name: kind for kind in kinds})
        validate(self)

    def node(self, name: str) -> NodeKind:
        """The node kind of that name; raises KeyError for another word."""
        kind = self._by_name[name]
        if not isinstance(kind, NodeKind):
            raise KeyError(name)
        return kind

    def relation(self, name: str) -> RelationKind:
        """The relation kind of that name; raises KeyError for another word."""
        kind = self._by_name[name]
        if not isinstance(kind, RelationKind):
            raise KeyError(name)
        return kind

    def kind(self, name: str) -> NodeKind | RelationKind:
        """The node or relation kind of that name; raises KeyError for another word."""
        return self._by_name[name]

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The kinds that can be a partner, pay, hold or send a seat."""
        return tuple(kind.name for kind in self.nodes if kind.party)

    @cached_property
    def by_prefix(self) -> dict[str, NodeKind]:
        """Node kinds by what their ids begin with."""
        return {kind.prefix: kind for kind in self.nodes}

    def kind_of(self, node_id: str) -> NodeKind | None:
        """The kind that an id begins with; None for no id of ours."""
        return self.by_prefix.get(node_id.partition(":")[0])

    @cached_property
    def node_properties(self) -> dict[str, Property]:
        """Every node property by name: a name has one shape on every kind."""
        return {prop.name: prop for kind in self.nodes for prop in kind.properties}

    @cached_property
    def relation_properties(self) -> dict[str, Property]:
        """Every relation property by name: a name has one shape on every kind."""
        return {prop.name: prop for kind in self.relations for prop in kind.properties}

    def links(self, kind: str) -> Iterator[tuple[RelationKind, Link, bool]]:
        """The links of a node kind as (relation, link, outgoing), in declared order."""
        for relation in self.relations:
            for link in relation.forward:
                if kind in (link.on or relation.source):
                    yield relation, link, True
            for link in relation.backward:
                if kind in (link.on or relation.target):
                    yield relation, link, False


def link_targets(relation: RelationKind, link: Link, outgoing: bool) -> tuple[str, ...]:
    """The kinds at the far end of a link."""
    return link.to or (relation.target if outgoing else relation.source)


def validate(model: Model) -> None:
    """Raises InvalidModel where declarations contradict each other."""
    kinds: tuple[NodeKind | RelationKind, ...] = (*model.nodes, *model.relations)
    names = [kind.name for kind in kinds]
    tables = [kind.table for kind in kinds]
    nouns = [kind.name for kind in model.nodes] + [kind.noun for kind in model.relations]
    for words in (names, tables, nouns):
        if len(set(words)) != len(words):
            raise InvalidModel(f"declared twice: {sorted(w for w in words if words.count(w) > 1)}")
    known = {kind.name for kind in model.nodes}
    for relation in model.relations:
        for end in (*relation.source, *relation.target):
            if end not in known:
                raise InvalidModel(f"{relation.name} ends at {end}, which is no node kind")
        if not relation.noun:
            raise InvalidModel(f"{relation.name} has no noun: what is one of them called?")
        for key in relation.identity:
            relation.property(key)
    _same_shapes([p for kind in model.nodes for p in kind.properties])
    _same_shapes([p for kind in model.relations for p in kind.properties])
    for kind in model.nodes:
        fields = [link.name for _, link, _ in model.links(kind.name)]
        fields += [prop.name for prop in kind.properties]
        if len(set(fields)) != len(fields):
            raise InvalidModel(f"{kind.name} has a field declared twice: {sorted(fields)}")


def _same_shapes(properties: list[Property]) -> None:
    shapes: dict[str, Shape] = {}
    for prop in properties:
        if shapes.setdefault(prop.name, prop.type.shape) is not prop.type.shape:
            raise InvalidModel(f"{prop.name} is declared with two shapes")
        if prop.type.shape is Shape.LIST and prop.required:
            raise InvalidModel(f"{prop.name}: a list cannot be required")
