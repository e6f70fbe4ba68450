"""Random graphs and random questions: both stores answer as one, and as a plain reference does.

`LEDWERK_EXAMPLES` multiplies the number of examples, and makes each run try others.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from random import Random
from typing import Any

import pytest
from graphql import parse, validate
from hypothesis import HealthCheck, Phase, given, settings
from tests.contract.conftest import Ground
from tests.contract.generated import (
    NAMES,
    NOWHERE,
    Graph,
    Question,
    graphs,
    pages,
    question,
    schema,
    value,
)
from tests.contract.reference import Reference
from tests.ready_path import ReadyPath

from ledwerk.api.analyst import Analyst
from ledwerk.api.answering import Desk
from ledwerk.api.conditions import step
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.query import bind
from ledwerk.graph import plan as p
from ledwerk.graph.analysis.projections import projected
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.projection import WALKED, Projections, Ties
from ledwerk.graph.store import Store
from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import Property
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import camel, sort_key
from ledwerk.schema.relations import PARTIES

TIMES = float(os.environ.get("LEDWERK_EXAMPLES", "1"))
DAYS = (None, "2015-11-30", "2016-02-29", "2030-01-01")
_MASKED = "something went wrong here"


def some(examples: int) -> settings:
    """So many examples; the same ones in every run, unless another number is asked for."""
    return settings(
        max_examples=max(1, int(examples * TIMES)),
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )


class Asked:
    """One of the two stores, filled anew for each example, with GraphQL over it."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.schema = make_schema(MODEL)
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        assert self._store is not None
        return self._store

    def fill(self, graph: Graph) -> None:
        """Make it hold this graph and nothing else."""
        self.ground.empty()
        if self._store is None or self.ground.kind == "sqlite":
            self.close()
            self._store = self.ground.open()
        for change in graph.changes:
            self.store.commit(change)
        # A projection is kept by revision, and revisions begin anew with each example.
        query = self.schema._schema.query_type
        assert query is not None
        bind(query, Desk(MODEL, self.store, Projections(self.store), Analyst(self.store)))
        self.ready = ReadyPath(self.schema, self.store)

    def ask(self, asked: Question, **variables: Any) -> tuple[Any, list[Any]]:
        """The data, and each error as its message, place and extensions."""
        values = {**asked.variables, **variables}
        result = asyncio.run(self.schema.execute(asked.text, variable_values=values))
        self.ready.must_agree(asked.text, values, result.data, result.errors)
        errors = result.errors or []
        for error in errors:
            if error.message.startswith(_MASKED):
                raise error.original_error or error
        shown = [(e.message, e.path, e.extensions) for e in errors]
        return comparable(result.data), shown

    def answer(self, plan: Any) -> Any:
        return comparable(asyncio.run(self.store.answer(plan)))

    def close(self) -> None:
        if self._store is not None:
            self._store.close()


Both = tuple[Asked, Asked]


def comparable(found: Any, key: str = "") -> Any:
    """An answer in which cursors are what they stand for, and true is not 1 elsewhere."""
    if "cursor" in key.lower():
        return json.loads(found, strict=False) if isinstance(found, str) else found
    if isinstance(found, dict):
        return {k: comparable(v, k) for k, v in found.items()}
    if isinstance(found, list):
        return [comparable(one) for one in found]
    return ("boolean", found) if isinstance(found, bool) else found


@pytest.fixture(scope="module")
def both(grounds: Callable[[str], Ground]) -> Iterator[Both]:
    """The embedded store and Neo4j."""
    made = Asked(grounds("sqlite")), Asked(grounds("neo4j"))
    yield made
    for one in made:
        one.close()


def smallest(graph: Graph, fails: Callable[[Graph], bool]) -> Graph:
    """The graph without statements that it fails without; its words, and so questions, stay."""
    for place in range(len(graph.changes)):
        for row in graph.changes[place].statements:
            changes = list(graph.changes)
            rows = tuple(one for one in changes[place].statements if one is not row)
            changes[place] = replace(changes[place], statements=rows)
            less = replace(graph, changes=tuple(changes))
            if fails(less):
                graph = less
    return graph


def demand(both: Both, graph: Graph, asked: Any, answers: Callable[[Graph], list[Any]]) -> None:
    """All answers are equal; if not, the smallest part of the graph that shows it is."""

    def differ(less: Graph) -> bool:
        for one in both:
            one.fill(less)
        first, *others = answers(less)
        return any(other != first for other in others)

    first, *others = answers(graph)
    if any(other != first for other in others):
        less = smallest(graph, differ)
        assert differ(less)
        found = "\n\n".join(map(str, answers(less)))
        raise AssertionError(f"answered differently:\n{asked}\n{less}\n\n{found}")


@some(20)
@given(graph=graphs)
def test_both_stores_answer_graphql_alike(both: Both, graph: Graph) -> None:
    for one in both:
        one.fill(graph)
    for number in range(5):
        asked = question(graph, number)
        assert not validate(schema(), parse(asked.text))
        demand(both, graph, asked, lambda _, asked=asked: [one.ask(asked) for one in both])


@some(6)
@given(graph=graphs)
def test_pages_together_are_the_whole(both: Both, graph: Graph) -> None:
    for one in both:
        one.fill(graph)
    for number in range(3):
        asked = pages(graph, number)
        assert not validate(schema(), parse(asked.text))
        demand(
            both, graph, asked, lambda _, asked=asked: [one.ask(asked, first=200) for one in both]
        )
        for one in both:
            demand(both, graph, asked, lambda _, a=asked, o=one, n=number: walks(o, a, n + 1))


def walks(one: Asked, asked: Question, size: int) -> list[Any]:
    """The edges of a list: as one page, as pages from the start, as pages from the end."""
    whole = _list(one.ask(asked, first=200))
    edges = whole["edges"] if whole else []
    return [edges, *(walked(one, asked, size, forwards=way) for way in (True, False))]


def walked(one: Asked, asked: Question, size: int, *, forwards: bool) -> list[Any]:
    """The edges of all pages of a list, in the order of the list."""
    found: list[Any] = []
    turn: dict[str, Any] = {"first" if forwards else "last": size}
    while page := _list(one.ask(asked, **turn)):
        found = [*found, *page["edges"]] if forwards else [*page["edges"], *found]
        info = page["pageInfo"]
        cursor = info["endCursor" if forwards else "startCursor"]
        more = info["hasNextPage" if forwards else "hasPreviousPage"] == comparable(True)
        if not more or len(page["edges"]) != size or len(found) > page["totalCount"]:
            break
        turn["after" if forwards else "before"] = json.dumps(cursor)
    return found


def _list(answer: tuple[Any, list[Any]]) -> Any:
    data = answer[0]
    if data is None:
        return None
    return data["list"] if "list" in data else (data["node"] or {}).get("list")


@some(6)
@given(graph=graphs)
def test_both_stores_read_whole_alike(both: Both, graph: Graph) -> None:
    for one in both:
        one.fill(graph)
    day = DAYS[graph.seed % len(DAYS)]
    demand(both, graph, day, lambda _: [whole(one.store, day) for one in both])


def whole(store: Store, day: str | None) -> dict[str, Any]:
    """Everything that is read of a store beside plans."""
    ties = asyncio.run(store.ties(day))
    ids = {number: row[0] for number, row in ties.nodes.items()}
    return {
        "statements": list(store.statements()),
        "events": list(store.events()),
        "datasets": list(store.datasets()),
        "names beside": sorted(store.names_beside("one")),
        "names": sorted(asyncio.run(store.names())),
        "nodes": sorted(ties.nodes.values()),
        "participations": sorted((ids[a], ids[b]) for a, b in ties.participations),
        "tenancies": sorted((ids[a], ids[b]) for a, b in ties.tenancies),
        "walks": sorted(asyncio.run(store.walks(WALKED)).steps),
        "network": columns(network_of(asyncio.run(store.network()))),
    }


def columns(network: Network) -> list[Any]:
    """The columns that analyses look at, as plain values."""
    every = [network, *(network.relations[kind] for kind in sorted(network.relations))]
    return [
        [str(getattr(one, field.name).tolist()) for field in fields(one) if field.name not in _TOLD]
        for one in every
    ] + [network.ids, sorted(network.relations)]


_TOLD = ("revision", "ids", "relations")  # by themselves


@some(12)
@given(graph=graphs)
def test_projections_tie_whom_the_store_ties(both: Both, graph: Graph) -> None:
    one = next(iter(both))
    one.fill(graph)
    network = network_of(asyncio.run(one.store.network()))
    for day in (None, DAYS[graph.seed % len(DAYS)]):
        rows = asyncio.run(one.store.ties(day))
        told = Ties(rows)
        parties = {n for n, row in rows.nodes.items() if row[2] in PARTIES}
        expected = {told.id(n): {told.id(o): w for o, w in told.near(n).items()} for n in parties}
        matrix = projected(network, Lens(as_of=day))
        graph_ = matrix.to_networkx()
        found = {
            party: {other: data["weight"] for other, data in graph_[party].items()}
            for party in graph_
        }
        assert found == expected


# -- plans --------------------------------------------------------------------------------------

_RANGED = (Shape.NUMBER, Shape.INTEGER, Shape.DATE)
_PAGE_INFO = ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")


@some(16)
@given(graph=graphs)
def test_plans_mean_what_the_reference_says(both: Both, graph: Graph) -> None:
    for one in both:
        one.fill(graph)
    for number in range(6):
        plan = plan_of(graph, number)

        def answers(less: Graph, plan: p.Find = plan) -> list[Any]:
            return [
                comparable(Reference(less.standing).answer(plan)),
                *(one.answer(plan) for one in both),
            ]

        demand(both, graph, plan, answers)


def plan_of(graph: Graph, number: int) -> p.Find:
    """A plan about what is in a graph; another for each number."""
    return _Planner(Random(f"plan {graph.seed} {number}"), graph).find()


@dataclass
class _Planner:
    """Makes one plan of the words that the reference knows."""

    random: Random
    graph: Graph
    hops: int = 0

    def find(self) -> p.Find:
        kinds = self.kinds()
        start: p.Start = p.OfKinds(kinds)
        rank: tuple[Any, ...] = ()
        match self.random.randrange(6):
            case 0:
                ids = [*self.graph.ids, NOWHERE]
                # Nobody turns pages of one id: there, Neo4j's order has no place among ids.
                several = self.random.choices(ids, k=self.one((0, 2, 3, 6)))
                start = p.ById(tuple(several), kinds)
                rank = (self.random.randint(0, 5),)
            case 1:
                start = p.ByName(str(self.word(MODEL.node_properties["name"])), kinds)
        order = self.order(kinds)
        take = self.take(kinds, (), (order, rank, ()), 2)
        return p.Find(start, take, self.maybe(lambda: self.condition(kinds, 2)), order)

    # -- chances --------------------------------------------------------------------------------

    def one(self, some: Sequence[Any]) -> Any:
        return self.random.choice(some)

    def several(self, some: Sequence[Any], most: int, least: int = 0) -> list[Any]:
        return self.random.sample(some, min(len(some), self.random.randint(least, most)))

    def maybe(self, made: Callable[[], Any]) -> Any:
        return made() if self.random.random() < 0.5 else None

    def kinds(self) -> tuple[str, ...]:
        there = sorted({MODEL.by_prefix[i.partition(":")[0]].name for i in self.graph.ids})
        every = tuple(kind.name for kind in MODEL.nodes)
        few = ((self.one(there),), tuple(self.several(there, 3, 1)))
        # A server plans sixteen kinds at once for long.
        return self.one((*few, *few, *few, MODEL.parties, every))

    def property(self, kinds: Sequence[str]) -> Property:
        return self.one(MODEL.node(self.one(kinds)).properties)

    def word(self, prop: Property) -> Any:
        """A value that somebody says of a property, or another."""
        said = [one for name, one, _ in self.graph.said if name == camel(prop.name)]
        if said and self.random.random() < 0.8:
            return self.one(said)
        made = value(self.random, prop)
        return self.one(NAMES) if made is None or isinstance(made, tuple) else made

    # -- conditions, orders, pages --------------------------------------------------------------

    def condition(self, kinds: Sequence[str], depth: int) -> p.Condition:
        match self.random.randrange(6 if depth else 2):
            case 2:
                return p.All(
                    tuple(self.condition(kinds, depth - 1) for _ in range(self.one((0, 2))))
                )
            case 3:
                return p.AnyOf(
                    tuple(self.condition(kinds, depth - 1) for _ in range(self.one((0, 2, 3))))
                )
            case 4:
                return p.Not(self.condition(kinds, depth - 1))
            case 5:
                way = self.step(kinds)
                return p.Related(way, self.condition(way.to, depth - 1))
            case _:
                return self.compare(self.property(kinds))

    def compare(self, prop: Property) -> p.Compare:
        if self.random.random() < 0.1:
            return p.Compare("id", "in", tuple(self.several(self.graph.ids, 3)))
        if prop.type.shape is Shape.LIST:
            return p.Compare(prop.name, "contains", self.word(prop))
        operators = ["eq", "in"] if prop.type.shape is not Shape.BOOLEAN else ["eq"]
        if prop.type.shape is Shape.TEXT and not prop.type.vocabulary:
            operators += ["contains", "starts", "contains"]
        if prop.type.shape in _RANGED:
            operators += ["lt", "lte", "gt", "gte"]
        operator = self.one(operators)
        if operator == "in":
            return p.Compare(
                prop.name, "in", tuple(self.word(prop) for _ in range(self.one((0, 1, 3))))
            )
        given = self.word(prop)
        if operator in {"contains", "starts"}:
            given = given[: self.random.randint(1, 4)]
        if operator == "eq" and prop.name != "name" and self.random.random() < 0.2:
            given = None
        return p.Compare(prop.name, operator, given)

    def order(self, kinds: Sequence[str]) -> tuple[p.Order, ...]:
        names = [prop.name for prop in MODEL.node(self.one(kinds)).properties
                 if prop.type.shape is not Shape.LIST]  # fmt: skip
        some = self.several(["id", "name", *names], 2)
        return tuple(p.Order(name, self.random.random() < 0.5) for name in some)

    def page(
        self, order: Sequence[p.Order], rank: tuple[Any, ...], last: tuple[Any, ...]
    ) -> p.Page:
        def place() -> tuple[Any, ...]:
            named = tuple(self.key(one.name) for one in order)
            return (
                *(named or rank),
                self.key("name"),
                self.one(self.graph.ids),
                *map(self.one, last),
            )

        return p.Page(
            self.random.randint(0, 4), self.maybe(place), self.maybe(place),
            backwards=self.random.random() < 0.5,
        )  # fmt: skip

    def key(self, name: str) -> Any:
        """A value to stand in a cursor."""
        if name == "id":
            return self.one(self.graph.ids)
        given = self.word(MODEL.node_properties[name])
        if name == "name":
            return sort_key(str(given))
        return None if self.random.random() < 0.3 else given

    # -- what is taken --------------------------------------------------------------------------

    def step(self, kinds: Sequence[str]) -> p.Step:
        links = [one for kind in kinds for one in MODEL.links(kind)]
        if not links:
            return p.Step("relation", "ABOUT", True, ("Project",))
        relation, link, outgoing = self.one(links)
        return step(relation, link, outgoing=outgoing)

    def take(self, kinds: Sequence[str], own: tuple[p.Item, ...], keys: Any, depth: int) -> Any:
        """What is taken of rows of these kinds; `own` is what their edges have beside."""
        if self.random.random() < 0.25:
            return p.OneOf(self.shape(kinds, depth))
        if self.random.random() < 0.25:
            return p.ListOf(self.shape(kinds, depth, some=0), self.one((1, 3, 1000)))
        parts = [
            p.Edges("e", (p.Cursor("cursor"), p.NodeAt("n", self.shape(kinds, depth)), *self.several(own, 3))),
            p.NodesOf("nodes", self.shape(kinds, depth)),
            p.PageInfo("i", tuple(p.Leaf(name, name) for name in self.several(_PAGE_INFO, 4, 1))),
            p.Total("total"),
        ]  # fmt: skip
        return p.Connection(tuple(self.several(parts, 3, 1)), self.page(*keys))

    def shape(self, kinds: Sequence[str], depth: int, some: int = 3) -> p.Shape:
        """One branch for all kinds, or two, which leave out some kinds if so many are too many."""
        if self.random.random() < 0.5:
            return p.Shape((((), self.items(kinds, depth)),))
        first = self.several(kinds, len(kinds), 1)
        rest = [kind for kind in kinds if kind not in first][: some or None]
        branches = [(tuple(some), self.items(some, depth)) for some in (first, rest) if some]
        return p.Shape(tuple(branches))

    def items(self, kinds: Sequence[str], depth: int) -> tuple[p.Item, ...]:
        names = {self.property(kinds).name for _ in range(self.random.randint(0, 3))}
        made: list[p.Item] = [p.Leaf(f"l_{name}", name) for name in sorted(names)]
        made += self.several((p.Leaf("id", "id"), p.Leaf("label", "label"), p.TypeName("t"), p.Leaf("d", "derived_name")), 3)  # fmt: skip
        for _ in range(self.random.randint(0, min(depth, 1 + (self.hops < 2)))):
            made.append(self.hop(kinds, depth - 1))
        return tuple(made)

    def hop(self, kinds: Sequence[str], depth: int) -> p.Hop:
        self.hops += 1
        key = f"h{self.hops}"
        if set(kinds) <= set(MODEL.parties) and self.random.random() < 0.3:
            way = p.Step(
                "ties", "", True, self.one((MODEL.parties, ("Organisation",), ("Campus", "Group")))
            )
            shared = p.Shared("s", self.shape(("Project", "Programme", "Campus"), 0))
            rank, last, own = (self.random.randint(0, 3),), (), (p.Leaf("w", "weight"), shared)
        else:
            way = self.step(kinds)
            relation = MODEL.relation(way.relation)
            keys = tuple(row.key for row in self.graph.standing if row.kind == way.relation) or (
                "x",
            )
            rank, last = (), (keys,)
            own = tuple(p.Leaf(f"r_{prop.name}", prop.name) for prop in relation.properties)
            if way.over == "participation":
                own = (*own, p.NodeAt("v", self.shape(("Group",), 0), "via"))
                last = (("", *(one for one in self.graph.ids if one.startswith("group:"))),)
        order = self.order(way.to)
        take = self.take(way.to, own, (order, rank, last), depth)
        return p.Hop(key, way, take, self.maybe(lambda: self.condition(way.to, 1)), order)
