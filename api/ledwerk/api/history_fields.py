"""History in GraphQL: what changed between two moments, what rests on a change, taking it back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from graphql import GraphQLObjectType

from ledwerk.api.access import NotAllowed
from ledwerk.api.answering import Desk
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import Asked, Info, Request
from ledwerk.api.mutation import who_of
from ledwerk.api.seen_fields import as_seen
from ledwerk.api.selection import Compiler
from ledwerk.api.told import told
from ledwerk.graph.net_change import NetChange, Shift, net_change
from ledwerk.graph.seen import revision_at
from ledwerk.graph.store import Revision
from ledwerk.graph.trust import moment_of
from ledwerk.loaders.taking_back import How, TakenBack, look, take_back
from ledwerk.loaders.taking_back_rests import Resting
from ledwerk.schema.errors import ChangedSince, InvalidEdit, InvalidQuestion, LedwerkError

Json = dict[str, Any]
MOST_RESTING = 1_000

Answer = Callable[[Desk, Mapping[str, Any]], Json]


def bind_history(query: GraphQLObjectType, mutation: GraphQLObjectType, desk: Desk) -> None:
    """Give the fields their resolvers."""
    for name, answer in (("changesBetween", _between), ("takingBack", _taking_back)):
        query.fields[name].resolve = _asked(desk, answer)
    mutation.fields["takeBack"].resolve = _changed(desk)


def _asked(desk: Desk, answer: Answer) -> Callable[..., Awaitable[Any]]:
    async def found(seen: Desk, request: Request, asked: Asked) -> Any:
        given = await asyncio.to_thread(answer, seen, asked.arguments)
        return await told(seen, Compiler(seen.model, request), asked, given)

    resolver = as_seen(found)

    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        try:
            return await resolver(desk, request, request.root(info))
        except InvalidEdit as error:
            raise as_graphql(InvalidQuestion(str(error))) from error
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


def _changed(desk: Desk) -> Callable[..., Awaitable[Any]]:
    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        asked = request.root(info)
        try:
            who = who_of(info.context)
            if who.role != "editor":
                raise NotAllowed("a change needs the token of an editor", 403 if who.role else 401)
            given = await asyncio.to_thread(_take_back, desk, asked.arguments, who.name)
            return await told(desk, Compiler(desk.model, request), asked, given)
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


def _take_back(desk: Desk, given: Mapping[str, Any], actor: str) -> Json:
    revision, why = given["revision"], given.get("why") or ""
    how = _how(given, How.REFUSE)
    made: TakenBack | None = None
    errors: list[Json] = []
    try:
        made, outcome = take_back(desk.model, desk.store, revision, how, actor=actor, why=why)
        now = outcome.revision
    except InvalidEdit as error:
        errors = [{"field": error.field, "code": error.code, "message": str(error)}]
        if error.code == "RESTS_ON":
            made = look(desk.model, desk.store, revision)
        now = asyncio.run(desk.store.revision())
    except ChangedSince as error:
        errors = [{"field": None, "code": "CHANGED_SINCE", "message": str(error)}]
        now = error.revision
    rows = _taken(desk, made) if made else None
    return {"takingBack": rows, "revision": now, "errors": errors}


def _taking_back(desk: Desk, given: Mapping[str, Any]) -> Json:
    how = _how(given, How.KEEP)
    return _taken(desk, look(desk.model, desk.store, given["revision"], how))


def _how(given: Mapping[str, Any], otherwise: How) -> How:
    word = given.get("dependents")
    return How(word.lower()) if word else otherwise


def _taken(desk: Desk, made: TakenBack) -> Json:
    numbers = {one.revision for one in made.resting[:MOST_RESTING]}
    first = min(numbers, default=0)
    known = {one.number: one for one in desk.store.revisions(first - 1) if one.number in numbers}
    return {
        "revisions": [revision_row(one) for one in made.revisions],
        "rests": [_resting(one, known[one.revision]) for one in made.resting[:MOST_RESTING]],
        "restsInTotal": len(made.resting),
        "statementsComing": len(made.amendment.add),
        "statementsGoing": len(made.amendment.drop),
    }


def _resting(one: Resting, by: Revision) -> Json:
    return {
        "how": one.how.upper(),
        "by": revision_row(by),
        "kind": one.kind or None,
        "key": one.key or None,
        "property": one.property or None,
    }


def revision_row(one: Revision) -> Json:
    """A change under the names of its fields."""
    return {
        "number": one.number,
        "at": one.at,
        "actor": one.actor,
        "action": one.action,
        "dataset": one.dataset,
        "why": one.why or None,
    }


def _between(desk: Desk, given: Mapping[str, Any]) -> Json:
    since, until = moment_of(given["since"], begins=True), given.get("until")
    start = revision_at(desk.store, since)
    end = None if until is None else revision_at(desk.store, moment_of(until))
    if until is not None and moment_of(until) < since:
        raise InvalidQuestion(
            f"until={until!r} is before since={given['since']!r}; turn them round"
        )
    net = net_change(desk.model, desk.store, start, end)
    by = {one.number: one for one in net.revisions}
    return {
        "since": net.since,
        "until": net.until,
        "revisions": [revision_row(one) for one in net.revisions],
        "whole": net.whole,
        "things": [_thing(one, by[one.revision]) for one in net.shifts],
        "touched": _touched(net),
    }


def _thing(one: Shift, by: Revision) -> Json:
    return {
        "changed": one.what.upper(),
        "kind": one.kind,
        "key": one.key,
        "name": one.name or None,
        "source": one.source_id or None,
        "target": one.target_id or None,
        "values": [
            {"property": e.property, "before": _text(e.before), "after": _text(e.after)}
            for e in one.edits
        ],
        "by": revision_row(by),
    }


def _touched(net: NetChange) -> list[Json]:
    return [{"kind": kind, "count": count} for kind, count in sorted(net.touched.items())]


def _text(value: object) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
