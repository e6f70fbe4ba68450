"""The root fields: what each of them asks of the store and of the projections."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from graphql import GraphQLObjectType, GraphQLResolveInfo
from strawberry.types.field import StrawberryField

from ledwerk.api import conditions, memory
from ledwerk.api.analysed import ANSWERS, answering
from ledwerk.api.analysis_lens import parties_meeting
from ledwerk.api.answering import Desk
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import TYPENAME, Asked, Request, one_of
from ledwerk.api.following import changes_since
from ledwerk.api.registry import Types
from ledwerk.api.seen_fields import as_seen
from ledwerk.api.selection import Compiler
from ledwerk.api.types import narrowing, paging, timing
from ledwerk.api.words import NODE, PARTY, kinds_of, plural, singular
from ledwerk.graph import plan as p
from ledwerk.graph.analysis.gaps import gaps
from ledwerk.graph.analysis.paths import shortest_path
from ledwerk.graph.given import CannotPrepare
from ledwerk.graph.lens import Lens
from ledwerk.graph.spelling import searched
from ledwerk.schema.errors import AmbiguousName, InvalidQuestion, LedwerkError, UnknownName
from ledwerk.schema.kinds import Model

Info = GraphQLResolveInfo[Any]
Resolver = Callable[[Desk, Request, Asked], Awaitable[Any]]
_MOST_MATCHES = 20
MOST_IDS = 200


def query_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations of the root fields."""
    model = types.model
    by = [
        types.argument("id", "ID | None", "Its id."),
        types.argument("name", "str | None", "Its name or an alias, however it is written."),
    ]
    named = [(singular(k), k.name, k.label.en) for k in model.nodes]
    many = [(plural(k), k.name, k.plural.en) for k in model.nodes]
    for field, type_, label in (*named, ("party", PARTY, "party")):
        yield types.field(field, f"{type_} | None", f"One {label}, by id or by name.", by)
    for field, type_, label in (*many, ("parties", PARTY, "parties")):
        arguments = [*paging(types), *narrowing(types, type_)]
        yield types.field(field, f"{type_}Connection", f"The {label}.", arguments)
    ident = [types.argument("id", "ID", "Its id.")]
    yield types.field("node", f"{NODE} | None", "Anything by its id (Relay).", ident)
    several = [types.argument("ids", "list[ID]", "Their ids.")]
    yield types.field("nodes", f"list[{NODE} | None]", "Several by id, null if unknown.", several)
    yield types.field(
        "gaps",
        "GapConnection",
        "Parties of one set without a tie to any of another, and who could introduce them.",
        [
            types.argument("from", f"{PARTY}Filter", "Whose gaps."),
            types.argument("to", f"{PARTY}Filter", "To whom."),
            *paging(types),
            *timing(types),
        ],
    )
    text = types.argument("text", "str", "Words to look for in names, aliases and texts.")
    yield types.field("search", "SearchConnection", "Full-text search.", [text, *paging(types)])
    ends = [types.argument(name, "str", f"{name.capitalize()}: an id or a name.")
            for name in ("from", "to")]  # fmt: skip
    language = types.argument("language", "Language | None", "Of the labels; Dutch if left out.")
    yield types.field("path", "Path | None", "The fewest steps between two.", [*ends, language])
    yield types.field("statistics", "Statistics", "How much the graph holds.")
    yield types.field("revision", "int", "The number of the newest change.")
    since = types.argument("since", "int | None", "Only what came after this revision.")
    most = types.argument("first", "int | None", "How many at most; 50 if left out, 200 at most.")
    about = (
        "What was changed, by whom and when: oldest first, or the newest where since is left out."
    )
    yield types.field("changes", "list[GraphChange]", about, [since, most])


def bind(query: GraphQLObjectType, desk: Desk) -> None:
    """Give the root fields their resolvers."""
    for one, many, type_name in _roots(desk.model):
        query.fields[one].resolve = _resolver(desk, _one(type_name))
        query.fields[many].resolve = _resolver(desk, _many(type_name))
    analyses = ((name, answering(answer)) for name, answer in ANSWERS)
    for name, resolver in (*_RESOLVERS, *analyses):
        query.fields[name].resolve = _resolver(desk, resolver)


def _resolver(desk: Desk, resolver: Resolver) -> Callable[..., Awaitable[Any]]:
    seen = as_seen(resolver)

    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        try:
            return await seen(desk, request, request.root(info))
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


def planner(model: Model, root: str) -> Callable[[Compiler, Asked], tuple[p.Find, bool]] | None:
    """How a root field becomes one plan, and whether finding nothing is an error.

    None for a field that needs more than one plan. A plan by name is none either: a name can
    stand for several.
    """
    if root == "node":
        return lambda compiler, asked: (_node_plan(compiler, asked), False)
    if root == "search":
        return lambda compiler, asked: (_search_plan(compiler, asked), False)
    for one, many, type_name in _roots(model):
        if root == one:
            return lambda compiler, asked: (_by_id_plan(compiler, asked, type_name), True)
        if root == many:
            return lambda compiler, asked: (_many_plan(compiler, asked, type_name), False)
    return None


def _roots(model: Model) -> list[tuple[str, str, str]]:
    """The fields for one and for many of a type."""
    return [
        *((singular(kind), plural(kind), kind.name) for kind in model.nodes),
        ("party", "parties", PARTY),
    ]


def _by_id_plan(compiler: Compiler, asked: Asked, type_name: str) -> p.Find:
    how, word = one_of(asked.arguments, "id", "name")
    if how != "id":
        raise CannotPrepare("a name can stand for several")
    take = p.OneOf(compiler.shape([asked], type_name))
    return p.Find(p.ById((word,), kinds_of(compiler.model, type_name)), take)


def _one(type_name: str) -> Resolver:
    async def resolve(desk: Desk, request: Request, asked: Asked) -> Any:
        how, word = one_of(asked.arguments, "id", "name")
        kinds = kinds_of(desk.model, type_name)
        start = p.ById((word,), kinds) if how == "id" else p.ByName(word, kinds)
        return await _single(desk, request, asked, type_name, start, word)

    return resolve


async def _single(
    desk: Desk, request: Request, asked: Asked, type_name: str, start: p.Start, word: str
) -> Any:
    compiler = Compiler(desk.model, request)
    shape = _with_id(compiler.shape([asked], type_name))
    plan = p.Find(start, p.ListOf(shape, _MOST_MATCHES))
    found = await desk.answer(compiler, plan)
    if len(found) > 1:
        raise AmbiguousName(word, [row[p.ID_KEY] for row in found])
    if found:
        return found[0]
    kinds = kinds_of(desk.model, type_name)
    what = desk.model.node(kinds[0]).label.en if len(kinds) == 1 else type_name.lower()
    elsewhere = await _ids_called(desk, word)
    raise UnknownName(word, what, await desk.nearest_names(word, kinds), elsewhere)


async def _ids_called(desk: Desk, word: str) -> list[str]:
    """The ids of all nodes, of any kind, that an id or name means."""
    start = p.ByName(word, kinds_of(desk.model, NODE))
    shape = p.Shape((((), (p.Leaf("id", "id"),)),))
    found = await desk.store.answer(p.Find(start, p.ListOf(shape, _MOST_MATCHES)))
    return [row["id"] for row in found]


def _with_id(shape: p.Shape) -> p.Shape:
    return p.Shape(
        tuple((kinds, (p.Leaf(p.ID_KEY, "id"), *items)) for kinds, items in shape.branches)
    )


def _many(type_name: str) -> Resolver:
    async def resolve(desk: Desk, request: Request, asked: Asked) -> Any:
        compiler = Compiler(desk.model, request)
        return await desk.answer(compiler, _many_plan(compiler, asked, type_name))

    return resolve


def _many_plan(compiler: Compiler, asked: Asked, type_name: str) -> p.Find:
    model = compiler.model
    order = conditions.order(model, asked.arguments)
    page = conditions.check_cursor(conditions.page(asked.arguments), len(order) + 2)
    take = compiler.connection(asked, asked.type_name, page, compiler.leaf_edge)
    where = conditions.condition(model, type_name, asked.arguments.get("filter"))
    return p.Find(p.OfKinds(kinds_of(model, type_name)), take, where, order)


async def _node(desk: Desk, request: Request, asked: Asked) -> Any:
    compiler = Compiler(desk.model, request)
    return await desk.answer(compiler, _node_plan(compiler, asked))


def _node_plan(compiler: Compiler, asked: Asked) -> p.Find:
    start = p.ById((asked.arguments["id"],), kinds_of(compiler.model, NODE))
    return p.Find(start, p.OneOf(compiler.shape([asked], NODE)))


async def _nodes(desk: Desk, request: Request, asked: Asked) -> Any:
    ids = tuple(asked.arguments["ids"])
    if len(ids) > MOST_IDS:
        raise InvalidQuestion(f"at most {MOST_IDS} ids at once, {len(ids)} were given")
    compiler = Compiler(desk.model, request)
    shape = _with_id(compiler.shape([asked], NODE))
    start = p.ById(tuple(dict.fromkeys(ids)), kinds_of(desk.model, NODE))
    found = await desk.answer(compiler, p.Find(start, p.ListOf(shape, MOST_IDS)))
    by_id = {row[p.ID_KEY]: row for row in found}
    return [by_id.get(one) for one in ids]


async def _search(desk: Desk, request: Request, asked: Asked) -> Any:
    compiler = Compiler(desk.model, request)
    plan = _search_plan(compiler, asked)
    return await desk.later(compiler, await searched(desk.store, desk.model, plan))


def _search_plan(compiler: Compiler, asked: Asked) -> p.Find:
    text = asked.arguments["text"]
    if not text.strip():
        raise InvalidQuestion("the text to search for is empty; give at least one word")
    page = conditions.check_cursor(conditions.page(asked.arguments), 3)
    take = compiler.connection(asked, asked.type_name, page, compiler.leaf_edge)
    kinds = tuple(kind.name for kind in compiler.model.nodes if kind.named)
    return p.Find(p.Matching(text, kinds), take)


async def _gaps(desk: Desk, request: Request, asked: Asked) -> Any:
    compiler = Compiler(desk.model, request)
    page = conditions.page(asked.arguments)
    take = compiler.connection(asked, asked.type_name, page, compiler.gap_edge)
    ties = await desk.projections.ties(Lens(as_of=conditions.as_of(asked.arguments)))
    sides = []
    for side in ("from", "to"):
        ids = await parties_meeting(desk, asked.arguments[side])
        sides.append([ties.numbers[one] for one in ids if one in ties.numbers])
    rows = [
        memory.Row(
            ties.id(gap.party),
            {"distance": gap.distance},
            {"nearest": [ties.id(one) for one in gap.nearest]},
            [memory.Row(ties.id(i.party), {"strength": i.strength}) for i in gap.introducers],
        )
        for gap in gaps(ties, *sides)
    ]
    made = await desk.connections({"gaps": rows}, take)
    return await desk.later(compiler, made["gaps"])


async def _path(desk: Desk, request: Request, asked: Asked) -> Any:
    ends = [await _find(desk, asked.arguments[side]) for side in ("from", "to")]
    path = shortest_path(await desk.projections.walks(), *ends)
    if path is None:
        return None
    compiler = Compiler(desk.model, request)
    language = str(asked.arguments.get("language") or "NL").lower()
    fields = request.below([asked], "Path")
    fill = memory.Fill()
    shapes = {f.key: compiler.shape([f], NODE) for f in fields if f.name == "nodes"}
    for shape in shapes.values():
        fill.want(path.nodes, shape)
    await desk.fetch(fill)
    made: dict[str, Any] = {}
    for field in fields:
        if field.name == "nodes":
            made[field.key] = [fill.get(node, shapes[field.key]) for node in path.nodes]
        elif field.name == "steps":
            inner = request.below([field], "PathStep")
            made[field.key] = [
                {i.key: _step(desk.model, step.relation, step.outgoing, language)[i.name]
                 for i in inner}
                for step in path.steps
            ]  # fmt: skip
        else:
            made[field.key] = "Path"
    return await desk.later(compiler, made)


def _step(model: Model, relation: str, outgoing: bool, language: str) -> dict[str, Any]:
    kind = model.relation(relation)
    label = kind.label if outgoing else kind.inverse
    return {
        "relation": relation,
        "outgoing": outgoing,
        "label": getattr(label, language),
        TYPENAME: "PathStep",
    }


async def _find(desk: Desk, word: str) -> str:
    """The id of the one node that an id or name means."""
    found = await _ids_called(desk, word)
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousName(word, found)
    nearest = await desk.nearest_names(word, kinds_of(desk.model, NODE))
    raise UnknownName(word, "node", nearest)


async def _statistics(desk: Desk, request: Request, asked: Asked) -> Any:
    fields = request.below([asked], "Statistics")
    parts = tuple(f.name for f in fields if f.name != TYPENAME)
    counts = await desk.store.answer(p.Tally(tuple(dict.fromkeys(parts)))) if parts else {}  # type: ignore[arg-type]
    made: dict[str, Any] = {}
    for field in fields:
        if field.name == TYPENAME:
            made[field.key] = "Statistics"
            continue
        type_ = field.type_name
        inner = request.below([field], type_)
        rows = sorted(counts[field.name].items(), key=lambda one: (-one[1], one[0]))
        made[field.key] = [
            {i.key: _count(type_, word, count)[i.name] for i in inner} for word, count in rows
        ]
    return made


def _count(type_: str, word: str, count: int) -> dict[str, Any]:
    helices = word.upper().split(",") if word else []
    return {
        "kind": word, "helix": word.upper(), "helices": helices, "count": count, TYPENAME: type_,
    }  # fmt: skip


async def _revision(desk: Desk, _request: Request, _asked: Asked) -> int:
    return await desk.store.revision()


async def _changes(desk: Desk, request: Request, asked: Asked) -> Any:
    most = asked.arguments.get("first")
    most = conditions.DEFAULT_PAGE if most is None else most
    if not 0 <= most <= conditions.MOST_PER_PAGE:
        raise InvalidQuestion(f"first is 0 to {conditions.MOST_PER_PAGE}, not {most}")
    since = asked.arguments.get("since")
    if since is None:
        since = max(0, await desk.store.revision() - most)
    found = await asyncio.to_thread(changes_since, desk.store, since, most)
    return [change_row(request, asked, one) for one in found]


def change_row(request: Request, asked: Asked, change: dict[str, Any]) -> dict[str, Any]:
    """A change under the keys that were asked for."""
    named = {**change, TYPENAME: "GraphChange"}
    return {one.key: named[one.name] for one in request.below([asked], "GraphChange")}


_RESOLVERS: tuple[tuple[str, Resolver], ...] = (
    ("node", _node),
    ("nodes", _nodes),
    ("search", _search),
    ("gaps", _gaps),
    ("path", _path),
    ("statistics", _statistics),
    ("revision", _revision),
    ("changes", _changes),
)
