"""What a plan means, in plain Python over statements: slow, short, and without a database."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.resolution import Fact, resolve, stand_in
from ledwerk.schema.fields import first_day, last_day
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import fold, name_from_id, name_key, sort_key
from ledwerk.schema.statements import Statement

Node = dict[str, Any]  # properties, with `id`, `label`, `derived_name`, `sort`, and keys of `names`
_PARTNER = p.Step("participation", "PARTNER_IN", outgoing=True, to=("Project", "Programme"))


@dataclass
class Row:
    """A node, how it was come by, and its keys: pairs of a value and whether it goes down."""

    node: Node
    relation: Fact | None = None
    shared: Sequence[Node] = ()
    rank: tuple[Any, ...] = ()
    last: tuple[Any, ...] = ()

    def keys(self, order: Sequence[p.Order]) -> tuple[tuple[Any, bool], ...]:
        own = [(self.node.get("sort" if o.name == "name" else o.name), o.descending) for o in order]
        ends = [(self.node[name], False) for name in ("sort", "id")]
        return (*(own or self.rank), *ends, *self.last)

    def leaf(self, name: str) -> Any:
        kind = MODEL.kind(self.relation.kind if self.relation else self.node["label"])
        words = {prop.name for prop in kind.properties if prop.type.vocabulary}
        value: Any = (self.relation.values if self.relation else self.node).get(name)
        shown = value.upper() if value and name in words else value
        return list(shown) if isinstance(shown, tuple) else shown


class Reference:
    """Answers plans without searching, citations and excerpts."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        said = {one.key: [two for two in statements if two.key == one.key] for one in statements}
        ends = {end for one in statements for end in (one.source_id, one.target_id)}
        dates = sorted((s.key, str(s.values().get("date", ""))) for s in statements if not s.denied)
        facts = [resolve(MODEL.kind(rows[0].kind), rows, dict(dates)) for rows in said.values()]
        facts += [stand_in(MODEL, end) for end in ends - {*said, ""}]
        self.nodes = {fact.key: _node(fact) for fact in facts if fact and not fact.source_id}
        self.relations = [f for f in facts if f and {f.source_id, f.target_id} <= {*self.nodes}]
        ways = [(r.kind, r.source_id, r.target_id) for r in self.relations]
        for key, seat in [(key, node) for key, node in self.nodes.items() if not node["names"]]:
            held = sorted(self.nodes[a]["name"] for k, a, b in ways if (k, b) == ("HOLDS", key))
            on = sorted(self.nodes[b]["name"] for k, a, b in ways if (k, a) == ("ON", key))
            name = ", ".join(filter(None, (" / ".join(held), *on[:1]))) or name_from_id(key)
            seat |= {"name": name, "sort": sort_key(name), "derived_name": True}

    def answer(self, plan: p.Find) -> Any:
        return self._take(self._start(plan.start), plan.take, plan.where, plan.order)

    def _start(self, start: p.Start) -> Iterable[Row]:
        there = {key: n for key, n in self.nodes.items() if n["label"] in start.kinds}
        if isinstance(start, p.ById):
            found = [(at, one) for at, one in enumerate(start.ids) if one in there]
            return [Row(there[one], rank=((at, False),)) for at, one in found]
        if isinstance(start, p.ByName):
            same = name_key(start.name)
            there = {k: n for k, n in there.items() if k == start.name or same in n["names"]}
        return map(Row, there.values())

    def _step(self, here: str, step: p.Step) -> Iterator[Row]:
        """The other ends of relations, and of participations also those through a group."""
        yield from self._ties(here, step) if step.over == "ties" else ()
        for r in [r for r in self.relations if r.kind == step.relation]:
            routes = [(r.source_id, r.key)]
            if step.over == "participation":
                inside = sorted(set(self._members(r.source_id)))
                routes = [(r.source_id, ""), *((one, r.source_id) for one in inside)]
            for source, last in routes:
                near, far = (source, r.target_id)[:: 1 if step.outgoing else -1]
                if near == here and self.nodes[far]["label"] in step.to:
                    yield Row(self.nodes[far], r, last=((last, False),))

    def _members(self, group: str, span: Any = ("0", "~"), path: Any = ()) -> Iterator[str]:
        """Everybody in a group, also through others, if the memberships have a day in common."""
        if self.nodes[group]["label"] == "Group":
            for r in [r for r in self.relations if r.kind == "MEMBER_OF" and r.target_id == group]:
                first = max(span[0], first_day(str(r.values.get("start") or "0000")))
                last = min(span[1], last_day(str(r.values.get("end") or "9999")))
                if r.source_id not in (*path, group) and first <= last:
                    yield r.source_id
                    yield from self._members(r.source_id, (first, last), (*path, group))

    def _ties(self, here: str, step: p.Step) -> Iterator[Row]:
        alone = [one for one in self.nodes if not any(self._members(one))]
        done = {one: {row.node["id"] for row in self._step(one, _PARTNER)} for one in alone}
        sites = [r for r in self.relations if r.kind in {"TENANT_OF", "OWNER_OF"}]
        for other in [one for one in self.nodes if self.nodes[one]["label"] in step.to]:
            shared = done.get(here, set()) & done.get(other, set())
            shared |= {r.target_id for r in sites if {r.source_id, r.target_id} == {here, other}}
            found = sorted((self.nodes[one] for one in shared), key=lambda n: (n["sort"], n["id"]))
            if found and other != here:
                far = self.nodes[other] | {"weight": len(found)}
                yield Row(far, shared=found, rank=((len(found), True),))

    def _holds(self, condition: p.Condition | None, node: Node) -> bool:
        match condition:
            case p.All(parts):
                return all(self._holds(part, node) for part in parts)
            case p.AnyOf(parts):
                return any(self._holds(part, node) for part in parts)
            case p.Not(inner):
                return not self._holds(inner, node)
            case p.Related(step, inner):
                return any(self._holds(inner, row.node) for row in self._step(node["id"], step))
        return condition is None or _compare(condition, node)

    def _take(self, rows: Iterable[Row], take: Any, where: Any, order: Sequence[p.Order]) -> Any:
        keyed = [(row.keys(order), row) for row in rows if self._holds(where, row.node)]
        keyed.sort(key=cmp_to_key(lambda one, two: _compared(one[0], [key for key, _ in two[0]])))
        if isinstance(take, p.Connection):
            return self._connection(keyed, take)
        some = [self._shape(take.shape, row.node) for _, row in keyed]
        return some[: take.limit] if isinstance(take, p.ListOf) else next(iter(some), None)

    def _connection(self, keyed: list[tuple[Any, Row]], take: p.Connection) -> dict[str, Any]:
        page, made = take.page, dict[str, Any]()
        left = [one for one in keyed if page.after is None or _compared(one[0], page.after) > 0]
        left = [one for one in left if page.before is None or _compared(one[0], page.before) < 0]
        cut = left[max(0, len(left) - page.size) :] if page.backwards else left[: page.size]
        beyond = (page.before if page.backwards else page.after) is not None
        more = (beyond, len(left) > page.size)[:: 1 if page.backwards else -1]
        edges = [([key for key, _ in keys], row) for keys, row in cut]
        ends = (edges[0][0], edges[-1][0]) if edges else (None, None)
        words = ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")
        info = dict(zip(words, (*more, *ends), strict=True))
        for part in take.parts:
            if isinstance(part, p.Edges):
                made[part.key] = [self._object(part.items, row, cursor) for cursor, row in edges]
            elif isinstance(part, p.NodesOf):
                made[part.key] = [self._shape(part.shape, row.node) for _, row in edges]
            elif isinstance(part, p.PageInfo):
                made[part.key] = {i.key: info[i.name] for i in part.items if isinstance(i, p.Leaf)}
            else:
                made[part.key] = len(keyed)
        return made

    def _shape(self, shape: p.Shape, node: Node) -> Any:
        own = (items for kinds, items in shape.branches if not kinds or node["label"] in kinds)
        return next((self._object(items, Row(node)) for items in own), None)

    def _object(self, items: Sequence[p.Item], row: Row, cursor: Any = None) -> dict[str, Any]:
        return {item.key: self._item(item, row, cursor) for item in items}

    def _item(self, item: p.Item, row: Row, cursor: Any) -> Any:
        match item:
            case p.Leaf(_, name):
                return row.leaf(name)
            case p.TypeName():
                return row.node["label"]
            case p.NodeAt(_, shape, role):
                far = self.nodes.get(row.last[0][0]) if role == "via" else row.node
                return self._shape(shape, far) if far else None
            case p.Shared(_, shape):
                return [self._shape(shape, node) for node in row.shared]
            case p.Hop(_, step, take, where, order):
                return self._take(self._step(row.node["id"], step), take, where, order)
        return cursor


def _node(fact: Fact) -> Node:
    own: Node = {"aliases": (), "name": "", **fact.values, "id": fact.key, "label": fact.kind}
    names = {name_key(name) for name in (own["name"], *own["aliases"])}
    own |= {"derived_name": fact.derived_name, "sort": sort_key(own["name"])}
    return own | {"names": names if MODEL.node(fact.kind).named else set()}


def _compared(keys: Sequence[tuple[Any, bool]], other: Sequence[Any]) -> int:
    """1 where keys come after others, -1 before, 0 at the same place; nulls last either way."""
    for (one, descending), two in zip(keys, other, strict=True):
        if one != two:
            return 1 if two is not None and (one is None or (one > two) != descending) else -1
    return 0


def _compare(c: p.Compare, node: Node) -> bool:
    has, some = node.get(c.name), c.value if isinstance(c.value, tuple) else (c.value,)
    if c.name == "aliases" or (c.name == "name" and c.operator in {"eq", "in"}):
        return any(name_key(str(one)) in node["names"] for one in some)
    if c.operator in {"eq", "in"}:
        return has in some
    if c.operator in {"lt", "lte", "gt", "gte"}:
        return has is not None and getattr(operator, c.operator.replace("te", "e"))(has, c.value)
    at = -1 if has is None else fold(has).find(fold(str(c.value)))
    return at == 0 if c.operator == "starts" else at > -1
