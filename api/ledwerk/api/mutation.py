"""The root fields that change something: a wish from the input, an amendment, and what became of
it. Everything is written as statements of the dataset "edits", with who, when, and from where.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLObjectType

from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.answering import Desk
from ledwerk.api.changing import change_names, end_names
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import TYPENAME, Asked, Info, Request
from ledwerk.api.selection import Compiler
from ledwerk.api.words import NODE, kinds_of, singular, stored
from ledwerk.graph import plan as p
from ledwerk.graph.store import Outcome
from ledwerk.loaders import editing, merging
from ledwerk.schema.errors import ChangedSince, InvalidEdit, LedwerkError
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.names import camel

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Wish:
    """One change as asked: what to do, to what kind, by whom, with which arguments."""

    act: str
    kind: str
    who: Who
    given: Mapping[str, Any]


def bind_mutation(mutation: GraphQLObjectType, desk: Desk) -> None:
    """Give the root fields their resolvers."""
    for field, act, kind in change_names(desk.model):
        mutation.fields[field].resolve = _resolver(desk, act, kind)


def who_of(context: Any) -> Who:
    """Who asks: the service says so in the context of a request."""
    if isinstance(context, Who):
        return context
    found = context.get("who") if isinstance(context, dict) else None
    return found if isinstance(found, Who) else Who()


def _resolver(desk: Desk, act: str, kind: str) -> Callable[..., Awaitable[Json]]:
    async def resolve(_root: object, info: Info, **_arguments: object) -> Json:
        request = Request.of(info)
        asked = request.root(info)
        try:
            who = who_of(info.context)
            if who.role != "editor":
                raise NotAllowed("a change needs the token of an editor", 403 if who.role else 401)
            return await _changed(desk, request, asked, _Wish(act, kind, who, asked.arguments))
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


async def _changed(desk: Desk, request: Request, asked: Asked, wish: _Wish) -> Json:
    errors: list[Json] = []
    shown: dict[str, str | None] = {}
    try:
        shown, outcome = await asyncio.to_thread(_write, desk, wish)
        revision = outcome.revision
    except InvalidEdit as error:
        field = _field(desk, wish, error.field)
        errors = [{"field": field, "code": error.code, "message": str(error)}]
        revision = await desk.store.revision()
    except ChangedSince as error:
        errors = [{"field": None, "code": "CHANGED_SINCE", "message": str(error)}]
        revision = error.revision
    return await _payload(desk, request, asked, (shown, revision, errors))


async def _payload(
    desk: Desk,
    request: Request,
    asked: Asked,
    made: tuple[Mapping[str, str | None], int, list[Json]],
) -> Json:
    shown, revision, errors = made
    answer: Json = {}
    for field in request.below([asked], asked.type_name):
        if field.name == "revision":
            answer[field.key] = revision
        elif field.name == "errors":
            inner = request.below([field], "UserError")
            rows = [{**one, TYPENAME: "UserError"} for one in errors]
            answer[field.key] = [{i.key: row[i.name] for i in inner} for row in rows]
        elif field.name == TYPENAME:
            answer[field.key] = asked.type_name
        else:
            answer[field.key] = await _node(desk, request, field, shown.get(field.name))
    return answer


async def _node(desk: Desk, request: Request, field: Asked, node_id: str | None) -> Any:
    if node_id is None:
        return None
    compiler = Compiler(desk.model, request)
    kinds = kinds_of(desk.model, NODE)
    take = p.OneOf(compiler.shape([field], field.type_name))
    return await desk.answer(compiler, p.Find(p.ById((node_id,), kinds), take))


# -- from inputs to edits -------------------------------------------------------------------


def _write(desk: Desk, wish: _Wish) -> tuple[dict[str, str | None], Outcome]:
    """Make the change; returns the nodes to show, by field, and what became of it."""
    if wish.act == "undo":
        why = wish.given.get("why") or ""
        editor = _editor(desk, wish, why=why)
        made = editing.undo(editor, wish.given["revision"])
        return {}, desk.store.amend(made.amendment)
    kind = desk.model.kind(wish.kind)
    expected = wish.given.get("expectedRevision")
    editor = _editor(desk, wish, expected=expected)
    if isinstance(kind, NodeKind):
        make = _node_edit(editor, kind, wish)
    else:
        make = _relation_edit(editor, kind, wish)
    made_edit, outcome = editing.edit(desk.store, make, insist=expected is not None)
    if isinstance(kind, NodeKind):
        gone = wish.act == "delete"
        return {singular(kind): None if gone else made_edit.key}, outcome
    source, target = _ends(kind, wish.given["input"])
    return {"source": source, "target": target}, outcome


def _editor(
    desk: Desk, wish: _Wish, *, expected: int | None = None, why: str = ""
) -> editing.Editor:
    given = wish.given.get("provenance") or {}
    words = {name: given.get(name) or "" for name in ("source", "locator", "note", "why")}
    words["why"] = words["why"] or why
    by = editing.Provenance(wish.who.name, **words)
    return editing.Editor(desk.model, desk.store, by, expected)


def _node_edit(editor: editing.Editor, kind: NodeKind, wish: _Wish) -> Callable[[], editing.Edit]:
    given = wish.given
    match wish.act:
        case "create":
            node_id = given["input"].get("id") or ""
            values = _values(kind, given["input"])
            values = {name: value for name, value in values.items() if value is not None}
            return lambda: editing.create_node(editor, kind.name, values, node_id)
        case "update":
            _check_kind(editor, kind, given["id"], "id")
            values = _values(kind, given["input"])
            return lambda: editing.update_node(editor, kind.name, given["id"], values)
        case "delete":
            _check_kind(editor, kind, given["id"], "id")
            return lambda: editing.remove_node(editor, kind.name, given["id"])
        case _:
            for side in ("keep", "merge"):
                _check_kind(editor, kind, given[side], side)
            return lambda: merging.merge_nodes(editor, given["keep"], given["merge"])


def _relation_edit(
    editor: editing.Editor, kind: RelationKind, wish: _Wish
) -> Callable[[], editing.Edit]:
    source, target = _ends(kind, wish.given["input"])
    values = _values(kind, wish.given["input"])
    ends = (kind.name, source, target)
    match wish.act:
        case "add relation":
            values = {name: value for name, value in values.items() if value is not None}
            return lambda: editing.add_relation(editor, *ends, values)
        case "update relation":
            return lambda: editing.update_relation(editor, *ends, values)
        case _:
            return lambda: editing.remove_relation(editor, *ends, values)


def _ends(kind: RelationKind, given: Mapping[str, Any]) -> tuple[str, str]:
    source, target = end_names(kind)
    return given[source], given[target]


def _values(kind: NodeKind | RelationKind, given: Mapping[str, Any]) -> dict[str, object]:
    """The properties of an input, as the model names and keeps them."""
    values: dict[str, object] = {}
    for prop in kind.properties:
        if camel(prop.name) in given:
            value = given[camel(prop.name)]
            values[prop.name] = stored(prop.type.vocabulary, value)
    return values


def _field(desk: Desk, wish: _Wish, field: str) -> str:
    """An end of a relation, as the input calls it."""
    kind = desk.model.kind(wish.kind) if wish.kind else None
    if isinstance(kind, RelationKind) and field in {"source", "target"}:
        return end_names(kind)[field == "target"]
    return field


def _check_kind(editor: editing.Editor, kind: NodeKind, node_id: str, field: str) -> None:
    found = editor.model.kind_of(node_id)
    if found is not kind:
        what = f"a {found.label.en}" if found else "no id of ours"
        message = f"{node_id!r} is {what}; give the id of a {kind.label.en} ({kind.prefix}:…)"
        raise InvalidEdit(field, "WRONG_KIND", message)
