"""A GraphQL selection as a plan: one statement for all of it, whatever its depth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import get_named_type

from ledwerk.api import conditions
from ledwerk.api.fields_asked import TYPENAME, Asked, Request, scalars
from ledwerk.api.statement_asked import TOLD_FIELDS, Wanted, told_item
from ledwerk.api.words import PARTY, kinds_of
from ledwerk.graph import plan as p
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Form, Link, Model, RelationKind
from ledwerk.schema.names import camel

MOST_NESTED = 7  # nodes within nodes; answers grow by a factor with each

# GraphQL names of a citation's fields, by the plan's.
CITED = {
    "title": "title",
    "sourceId": "source_id",
    "locator": "locator",
    "basis": "basis",
    "denied": "denied",
    "confidence": "confidence",
    "note": "note",
    "date": "date",
    "dataset": "dataset",
    "actor": "actor",
    "at": "at",
    "acceptedBy": "accepted_by",
    "unreviewed": "unreviewed",
}


@dataclass
class Ticket:
    """A question about the graph's shape, asked of the nodes of one field."""

    question: str
    asked: Asked
    parts: p.Connection | None = None
    wanted: tuple[Wanted, ...] = ()


@dataclass
class Compiler:
    """Compiles the selections of one request; `tickets` are the questions left for later.

    What is `lean` holds no more than was asked: nobody but the client will look at the answer.
    """

    model: Model
    request: Request
    lean: bool = False
    tickets: list[Ticket] = field(default_factory=list)
    nested: int = 0

    def shape(self, asked: Sequence[Asked], type_name: str) -> p.Shape:
        """What is asked of a node of a GraphQL type, by kind; equal branches are one."""
        if self.nested >= MOST_NESTED:
            raise InvalidQuestion(
                f"the question nests nodes more than {MOST_NESTED} deep; ask again from further on"
            )
        self.nested += 1
        branches: dict[tuple[p.Item, ...], list[str]] = {}
        for kind in kinds_of(self.model, type_name):
            items = self.items(self.request.below(asked, kind), kind)
            branches.setdefault(items, []).append(kind)
        self.nested -= 1
        if len(branches) == 1:
            return p.Shape((((), next(iter(branches))),))
        return p.Shape(tuple((tuple(kinds), items) for items, kinds in branches.items()))

    def items(self, asked: Sequence[Asked], kind: str) -> tuple[p.Item, ...]:
        """What is asked of a node of one kind; unless lean, its kind is there as `__typename`."""
        made: list[p.Item] = [] if self.lean else [p.TypeName(TYPENAME)]
        links = {link.name: (r, link, out) for r, link, out in self.model.links(kind)}
        leaves = {camel(prop.name): prop.name for prop in self.model.node(kind).properties}
        leaves |= {"id": "id", "name": "name", "nameIsDerived": "derived_name"}
        leaves["unreviewed"] = "unreviewed"
        for one in asked:
            if one.name == TYPENAME:
                made += [p.TypeName(one.key)] if self.lean or one.key != TYPENAME else []
            elif one.name == "partners" and kind == "Campus":
                made.append(self._later(one, "within", "CampusPartnerConnection"))
            elif one.name in links:
                made.append(self.hop(one, *links[one.name]))
            else:
                made.append(self._own(one, leaves))
        return tuple(made)

    def _own(self, one: Asked, leaves: dict[str, str]) -> p.Item:  # noqa: PLR0911 - a line a field
        if one.name in leaves:
            return p.Leaf(one.key, leaves[one.name])
        if one.name == "text":
            return p.Leaf(one.key, f"text:{str(one.arguments.get('lang') or 'NL').lower()}")
        if one.name == "period":
            return self.period(one)
        if one.name == "sources":
            return self.citations(one)
        if one.name in TOLD_FIELDS:
            return told_item(self, one)
        if one.name == "collaborators":
            return self._collaborators(one)
        if one.name == "conflicts":
            return p.Later(one.key, self.put_off("conflicts", one))
        raise AssertionError(one.name)

    def put_off(self, question: str, one: Asked, wanted: tuple[Wanted, ...] = ()) -> int:
        """Leave a question for later; the number of its ticket."""
        self.tickets.append(Ticket(question, one, wanted=wanted))
        return len(self.tickets) - 1

    def period(self, one: Asked) -> p.Item:
        """A period as an object of its own."""
        return p.Record(one.key, _leaves(self.request.below([one], "Period"), "Period"))

    def citations(self, one: Asked) -> p.Item:
        """The sources of a row."""
        items = _leaves(self.request.below([one], "Citation"), "Citation", CITED)
        return p.Citations(one.key, items, distinct=True)

    def hop(self, one: Asked, relation: RelationKind, link: Link, outgoing: bool) -> p.Hop:
        """A link as a step to its far end."""
        days = conditions.days(one.arguments)
        step = conditions.step(relation, link, outgoing=outgoing, days=days)
        far = one.type_name
        match link.form:
            case Form.ONE:
                return p.Hop(one.key, step, p.OneOf(self.shape([one], far)))
            case Form.LIST:
                return p.Hop(one.key, step, p.ListOf(self.shape([one], far)))
            case Form.CONNECTION:
                pass
        node = self.node_type(far)
        order = conditions.order(self.model, one.arguments)
        page = conditions.check_cursor(conditions.page(one.arguments), len(order) + 3)
        take = self.connection(one, far, page, lambda e: self._relation_edge(e, relation))
        where = conditions.condition(self.model, node, one.arguments.get("filter"))
        return p.Hop(one.key, step, take, where, order)

    def node_type(self, connection: str) -> str:
        """The GraphQL type of a connection's nodes."""
        fields = self.request.schema.type_map[connection].fields  # type: ignore[attr-defined]
        return str(get_named_type(fields["nodes"].type).name)

    def connection(
        self, one: Asked, type_name: str, page: p.Page, edge: Callable[[Asked], p.Item]
    ) -> p.Connection:
        """What is asked of a connection; `edge` compiles the edge fields of its own."""
        node = self.node_type(type_name)
        edge_type = type_name.removesuffix("Connection") + "Edge"
        parts: list[Any] = []
        for part in self.request.below([one], type_name):
            match part.name:
                case "edges":
                    items = [
                        self._edge(e, node, edge_type, edge)
                        for e in self.request.below([part], edge_type)
                    ]
                    parts.append(p.Edges(part.key, tuple(items)))
                case "nodes":
                    parts.append(p.NodesOf(part.key, self.shape([part], node)))
                case "pageInfo":
                    fields = self.request.below([part], "PageInfo")
                    parts.append(p.PageInfo(part.key, _leaves(fields, "PageInfo")))
                case "totalCount":
                    parts.append(p.Total(part.key))
                case _:
                    parts.append(p.Constant(part.key, type_name))
        return p.Connection(tuple(parts), page)

    def _edge(self, e: Asked, node: str, edge_type: str, own: Callable[[Asked], p.Item]) -> p.Item:
        match e.name:
            case "node":
                return p.NodeAt(e.key, self.shape([e], node))
            case "cursor":
                return p.Cursor(e.key)
            case "__typename":
                return p.Constant(e.key, edge_type)
            case _:
                return own(e)

    def _relation_edge(self, e: Asked, relation: RelationKind) -> p.Item:
        match e.name:
            case "period":
                return self.period(e)
            case "sources":
                return self.citations(e)
            case "unreviewed":
                return p.Leaf(e.key, e.name)
            case name if name in TOLD_FIELDS:
                return told_item(self, e)
            case "via":
                return p.NodeAt(e.key, self.shape([e], "Group"), "via")
            case _:
                names = {camel(prop.name): prop.name for prop in relation.properties}
                return p.Leaf(e.key, names[e.name])

    def _collaborators(self, one: Asked) -> p.Hop:
        page = conditions.check_cursor(conditions.page(one.arguments), 3)
        days = conditions.days(one.arguments)
        step = p.Step("ties", "", outgoing=True, to=self.model.parties, days=days)
        take = self.connection(one, one.type_name, page, self.tie_edge)
        return p.Hop(one.key, step, take)

    def tie_edge(self, e: Asked) -> p.Item:
        """What an edge between tied parties has of its own."""
        if e.name == "shared":
            return p.Shared(e.key, self.shape([e], "Node"))
        return p.Leaf(e.key, e.name)

    def leaf_edge(self, e: Asked) -> p.Item:
        """What an edge has of its own where that is one value."""
        return p.Leaf(e.key, e.name)

    def gap_edge(self, e: Asked) -> p.Item:
        """What the edge of a gap has of its own."""
        match e.name:
            case "nearest":
                return p.NodeAt(e.key, self.shape([e], PARTY), "nearest")
            case "introducers":
                items = [self._introducer(i) for i in self.request.below([e], "Introducer")]
                return p.Record(e.key, tuple(items))
            case _:
                return p.Leaf(e.key, e.name)

    def _introducer(self, i: Asked) -> p.Item:
        match i.name:
            case "party":
                return p.NodeAt(i.key, self.shape([i], PARTY))
            case "id" | "name":
                leaf = p.Leaf(i.name, i.name)
                return p.NodeAt(i.key, p.Shape((((), (leaf,)),)), f"only {i.name}")
            case "__typename":
                return p.Constant(i.key, "Introducer")
            case _:
                return p.Leaf(i.key, i.name)

    def _later(self, one: Asked, question: str, type_name: str) -> p.Later:
        page = conditions.page(one.arguments)
        ticket = Ticket(question, one, self.connection(one, type_name, page, self.leaf_edge))
        self.tickets.append(ticket)
        return p.Later(one.key, len(self.tickets) - 1)


def _leaves(
    asked: Sequence[Asked], type_name: str, names: dict[str, str] | None = None
) -> tuple[p.Item, ...]:
    """Plain fields of an object; the type's own name is a constant."""
    return tuple(
        p.Constant(key, type_name)
        if name == TYPENAME
        else p.Leaf(key, (names or {}).get(name, name))
        for key, name in scalars(asked)
    )
