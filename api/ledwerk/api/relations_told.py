"""Every relation of a node with who says so, in GraphQL: those too that have no connection of their
own, such as who holds a seat, and those that somebody denies.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from graphql import GraphQLObjectType
from strawberry.types.field import StrawberryField

from ledwerk.api import conditions, memory
from ledwerk.api.answering import Desk
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import Asked, Info, Request
from ledwerk.api.registry import Types
from ledwerk.api.seen_fields import as_seen
from ledwerk.api.selection import Compiler
from ledwerk.api.statement_answers import ToldOf, sources_wanted
from ledwerk.api.statement_asked import TOLD_FIELDS, Wanted, wanted
from ledwerk.api.statement_types import provenance_fields
from ledwerk.api.words import NODE
from ledwerk.graph import plan as p
from ledwerk.graph.beginnings import beginnings
from ledwerk.graph.store import Revision, Store
from ledwerk.loaders.edited_statements import dated
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.schema.statements import Statement
from ledwerk.viz.texts import said

Json = dict[str, Any]


def relation_fields(types: Types) -> Iterable[StrawberryField]:
    """The type, and the declaration of the root field."""
    language = types.argument("language", "Language | None", "In which; Dutch if left out.")
    types.make(
        "RelationTold",
        "A relation, and who says so.",
        (
            types.field("kind", "str", "The kind of relation."),
            types.field("label", "str", "What it is called, from its start.", [language]),
            types.field("key", "ID", "What it is known by; `confirm` takes it."),
            types.field("from", f"{NODE} | None", "Where it starts."),
            types.field("to", f"{NODE} | None", "Where it leads."),
            types.field("shown", "bool", "Whether it counts; false where it is denied."),
            *provenance_fields(types),
        ),
    )
    yield types.field(
        "relations",
        "list[RelationTold]",
        "Every relation of a node, those too that somebody denies, by kind and key.",
        [
            types.argument("of", "ID", "The node's id."),
            types.argument("kind", "str | None", "Only of this kind, such as FROM."),
            types.argument("first", "int | None", "How many at most; 50 if left out, 200 at most."),
            types.argument("skip", "int | None", "How many to leave out before them."),
        ],
    )


def bind_relations(query: GraphQLObjectType, desk: Desk) -> None:
    """Give the field its resolver."""
    seen = as_seen(_relations)

    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        try:
            return await seen(desk, request, request.root(info))
        except LedwerkError as error:
            raise as_graphql(error) from error

    query.fields["relations"].resolve = resolve


async def _relations(desk: Desk, request: Request, asked: Asked) -> list[Json]:
    given = asked.arguments
    most, skip = given.get("first"), given.get("skip") or 0
    most = conditions.DEFAULT_PAGE if most is None else most
    if not 0 <= most <= conditions.MOST_PER_PAGE or skip < 0:
        raise InvalidQuestion(
            f"first is 0 to {conditions.MOST_PER_PAGE}, and skip 0 or more, not {most} and {skip}"
        )
    kind = given.get("kind")
    known = [one.name for one in desk.model.relations]
    if kind is not None and kind not in known:
        raise InvalidQuestion(f"there is no kind {kind!r}; one of {', '.join(known)}")
    groups = await asyncio.to_thread(_read, desk.store, str(given["of"]), kind, (skip, most))
    return await _told(desk, request, asked, groups)


def _read(store: Store, node_id: str, kind: str | None, page: tuple[int, int]) -> list[list[Json]]:
    """The statements of each relation as rows of citations that take `TOLD`."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for row in store.statements(end=node_id):
        if kind is None or row.kind == kind:
            found[row.kind, row.key].append(row)
    skip, most = page
    shown = sorted(found)[skip : skip + most]
    rows = [row for key in shown for row in found[key]]
    dates, since = dated(store, rows), beginnings(store, rows)
    return [
        [_row(row, dates.get(row.cited), since.get(row)) for row in found[key]] for key in shown
    ]


def _row(row: Statement, date: str | None, since: Revision | None) -> Json:
    change = {
        "revision": since and since.number,
        **{name: since and getattr(since, name) for name in ("at", "actor", "action", "why")},
    }
    return {
        "source_id": row.cited or None, "title": row.cited or None, "locator": row.locator or None,
        "basis": row.basis.upper(), "denied": row.denied, "note": row.note or None,
        "dataset": row.dataset, "date": date, "kind": row.kind, "key": row.key,
        "says": [[name, value] for name, value in row.properties],
        "accepted_by": row.accepted_by or None, "unreviewed": row.unreviewed,
        "confidence": row.confidence, "stated_as": row.stated_as or None, "digest": row.digest,
        "ends": (row.source_id, row.target_id), **change,
    }  # fmt: skip


async def _told(
    desk: Desk, request: Request, asked: Asked, groups: Sequence[Sequence[Json]]
) -> list[Json]:
    compiler, fill = Compiler(desk.model, request), memory.Fill()
    fields = request.below([asked], "RelationTold")
    inner: dict[str, tuple[Wanted, ...]] = {
        field.key: wanted(compiler, field) for field in fields if field.name in TOLD_FIELDS
    }
    shapes = {
        field.key: compiler.shape([field], NODE) for field in fields if field.name in {"from", "to"}
    }
    for group in groups:
        for shape in shapes.values():
            fill.want(group[0]["ends"], shape)
        for want in inner.values():
            for ids, shape in sources_wanted(group, want):
                fill.want(ids, shape)
    await desk.fetch(fill)
    names = await _titles(desk, [row for group in groups for row in group])
    for group in groups:
        for row in group:
            row["title"] = names.get(row["source_id"], row["title"])
    made = [
        {field.key: _field(desk, group, field, inner, shapes, fill) for field in fields}
        for group in groups
    ]
    found: list[Json] = await desk.later(compiler, made)
    return found


async def _titles(desk: Desk, rows: Sequence[Json]) -> dict[str, str]:
    """What the sources that rows cite are called."""
    ids = tuple(dict.fromkeys(row["source_id"] for row in rows if row["source_id"]))
    if not ids:
        return {}
    shape = p.Shape((((), (p.Leaf("id", "id"), p.Leaf("name", "name"))),))
    found = await desk.store.answer(p.Find(p.ById(ids, ("Source",)), p.ListOf(shape, len(ids))))
    return {one["id"]: one["name"] for one in found}


def _field(
    desk: Desk,
    group: Sequence[Json],
    field: Asked,
    inner: dict[str, tuple[Wanted, ...]],
    shapes: dict[str, Any],
    fill: memory.Fill,
) -> Any:
    of = ToldOf(desk.model, group, fill)
    match field.name:
        case "kind" | "key":
            value: Any = group[0][field.name]
        case "label":
            language = str(field.arguments.get("language") or "NL").lower()
            value = said(of.kind.label, language)
        case "from" | "to":
            value = fill.get(group[0]["ends"][field.name == "to"], shapes[field.key])
        case "shown":
            value = of.weighed[0].value
        case "confirmed":
            value = of.confirmed()
        case "unreviewed":
            asserted = [row for row in group if not row["denied"]]
            value = bool(asserted) and all(row["unreviewed"] for row in asserted)
        case "statements":
            value = of.statements(inner[field.key])
        case "sideBySide":
            value = of.side_by_side(inner[field.key], field.arguments.get("property"))
        case _:
            value = "RelationTold"
    return value
