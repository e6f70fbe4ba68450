"""Decisions about what is stated, in GraphQL: each is one amendment, by an editor."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from graphql import GraphQLObjectType

from ledwerk.api import conditions
from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.answering import Desk
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import Asked, Info, Request
from ledwerk.api.mutation import who_of
from ledwerk.api.read_rows import read_rows, waiting
from ledwerk.api.selection import Compiler
from ledwerk.api.told import Ref, told
from ledwerk.graph.store import Outcome
from ledwerk.loaders import confirming, editing, reviewing, withdrawing
from ledwerk.schema.errors import ChangedSince, InvalidEdit, InvalidQuestion, LedwerkError

Json = dict[str, Any]
MOST_EFFECTS = 500
ORDER = (withdrawing.GONE, withdrawing.UNSAID, withdrawing.POORER, withdrawing.BACK,
         withdrawing.STAYS)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of a decision: the node it is about, if any, how many rows, and the outcome."""

    node: str | None
    rows: int
    outcome: Outcome


def bind_decisions(query: GraphQLObjectType, mutation: GraphQLObjectType, desk: Desk) -> None:
    """Give the fields their resolvers."""
    query.fields["withdrawal"].resolve = _resolver(desk, _withdrawal)
    query.fields["readRows"].resolve = _resolver(desk, _read_rows)
    for name, act in _ACTS.items():
        mutation.fields[name].resolve = _resolver(desk, _deciding(act), editors=True)


def today() -> str:
    """The day on which something is decided, in UTC as in the log."""
    return datetime.now(UTC).date().isoformat()


def _resolver(
    desk: Desk, answer: Callable[..., Awaitable[Any]], *, editors: bool = False
) -> Callable[..., Awaitable[Any]]:
    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        asked = request.root(info)
        try:
            who = who_of(info.context)
            if editors and who.role != "editor":
                raise NotAllowed("a change needs the token of an editor", 403 if who.role else 401)
            given = await answer(desk, asked, who)
            return await told(desk, Compiler(desk.model, request), asked, given)
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


# -- what can be asked ---------------------------------------------------------------------------


async def _withdrawal(desk: Desk, asked: Asked, _who: Who) -> Json:
    editor = editing.Editor(desk.model, desk.store, editing.Provenance(""))
    source = str(asked.arguments["source"])
    try:
        found = await asyncio.to_thread(withdrawing.withdrawal, editor, source, today())
    except InvalidEdit as error:
        raise InvalidQuestion(str(error)) from error
    effects = (one for what in ORDER for one in found.of(what))
    return {
        "name": found.name,
        "rows": found.rows,
        **{what: len(found.of(what)) for what in ORDER},
        "effects": [_effect(one) for one in islice(effects, MOST_EFFECTS)],
    }


def _effect(one: withdrawing.Effect) -> Json:
    return {
        "what": one.what.upper(),
        "kind": one.kind,
        "key": one.key,
        "name": one.name or None,
        "from": Ref(one.source_id) if one.source_id else None,
        "to": Ref(one.target_id) if one.target_id else None,
        "lost": list(one.lost),
    }


async def _read_rows(desk: Desk, asked: Asked, _who: Who) -> Json:
    given = asked.arguments
    most, skip = given.get("first"), given.get("skip") or 0
    most = conditions.DEFAULT_PAGE if most is None else most
    if not 0 <= most <= conditions.MOST_PER_PAGE or skip < 0:
        raise InvalidQuestion(
            f"first is 0 to {conditions.MOST_PER_PAGE}, and skip 0 or more, not {most} and {skip}"
        )
    only = (given.get("dataset"), given.get("kind"))
    rows = await asyncio.to_thread(waiting, desk.model, desk.store, *only)
    page = rows[skip : skip + most]
    shown = await asyncio.to_thread(read_rows, desk.model, desk.store, page)
    return {"totalCount": len(rows), "rows": [one.shown() for one in shown]}


# -- what can be decided -------------------------------------------------------------------------


def _deciding(act: Callable[[Desk, Who, Mapping[str, Any]], _Done]) -> Any:
    async def decide(desk: Desk, asked: Asked, who: Who) -> Json:
        try:
            done = await asyncio.to_thread(act, desk, who, asked.arguments)
        except InvalidEdit as error:
            errors: list[Json] = [{"field": error.field, "code": error.code, "message": str(error)}]
            return _answer(None, 0, await desk.store.revision(), errors)
        except ChangedSince as error:
            errors = [{"field": None, "code": "CHANGED_SINCE", "message": str(error)}]
            return _answer(None, 0, error.revision, errors)
        return _answer(done.node, done.rows, done.outcome.revision, [])

    return decide


def _answer(node: str | None, rows: int, revision: int, errors: list[Json]) -> Json:
    shown = Ref(node) if node else None
    return {"node": shown, "rows": rows, "revision": revision, "errors": errors}


def _editor(desk: Desk, who: Who, given: Mapping[str, Any]) -> editing.Editor:
    words = given.get("provenance") or {}
    parts = {name: words.get(name) or "" for name in ("source", "locator", "note", "why")}
    by = editing.Provenance(who.name, **parts)
    return editing.Editor(desk.model, desk.store, by, given.get("expectedRevision"))


def _confirm(desk: Desk, who: Who, given: Mapping[str, Any]) -> _Done:
    editor, key = _editor(desk, who, given), str(given["id"])
    made, outcome = editing.edit(
        desk.store,
        lambda: confirming.confirm(editor, key, today()),
        insist=editor.expected is not None,
    )
    return _Done(key if desk.model.kind_of(key) else None, len(made.amendment.add), outcome)


def _withdraw(desk: Desk, who: Who, given: Mapping[str, Any]) -> _Done:
    editor, source = _editor(desk, who, given), str(given["source"])
    made, outcome = editing.edit(
        desk.store,
        lambda: withdrawing.withdrawal(editor, source, today()).edit,
        insist=editor.expected is not None,
    )
    return _Done(source, len(made.amendment.drop), outcome)


def _restore(desk: Desk, who: Who, given: Mapping[str, Any]) -> _Done:
    editor, source = _editor(desk, who, given), str(given["source"])
    made, outcome = editing.edit(
        desk.store,
        lambda: withdrawing.restoration(editor, desk.store, source).edit,
        insist=editor.expected is not None,
    )
    return _Done(source, len(made.amendment.add), outcome)


def _accept(desk: Desk, who: Who, given: Mapping[str, Any]) -> _Done:
    amendment = reviewing.accepting(desk.store, given["rows"], who.name, given.get("why") or "")
    return _Done(None, len(amendment.drop), desk.store.amend(amendment))


def _reject(desk: Desk, who: Who, given: Mapping[str, Any]) -> _Done:
    amendment = reviewing.rejecting(desk.store, given["rows"], who.name, given.get("why") or "")
    return _Done(None, len(amendment.drop), desk.store.amend(amendment))


_ACTS: dict[str, Callable[[Desk, Who, Mapping[str, Any]], _Done]] = {
    "confirm": _confirm,
    "withdrawSource": _withdraw,
    "restoreSource": _restore,
    "acceptRead": _accept,
    "rejectRead": _reject,
}
