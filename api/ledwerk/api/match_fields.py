"""Likely doubles in GraphQL: what can be asked of them, and what editors decide."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from graphql import GraphQLObjectType

from ledwerk.api import conditions
from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.answering import Desk
from ledwerk.api.doubles import Doubles
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import Asked, Info, Request
from ledwerk.api.mutation import who_of
from ledwerk.api.selection import Compiler
from ledwerk.api.told import Ref, told
from ledwerk.graph.identity.decided import decided
from ledwerk.graph.identity.evidence import DOUBTFUL, SURE
from ledwerk.graph.identity.matching import Match, as_merges, counted
from ledwerk.graph.identity.record import Record
from ledwerk.graph.store import Outcome
from ledwerk.loaders import editing, merging
from ledwerk.schema.errors import ChangedSince, InvalidEdit, InvalidQuestion, LedwerkError

Json = dict[str, Any]
Act = Callable[[editing.Editor, Json], editing.Edit]
_ACTS: dict[str, Act] = {
    "mergeNodes": lambda e, given: merging.merge_nodes(e, given["keep"], given["merge"]),
    "markDifferent": lambda e, given: merging.mark_different(e, given["one"], given["other"]),
    "unmerge": lambda e, given: merging.unmerge_node(e, given["id"]),
    "takeBackMatch": lambda e, given: merging.take_back(e, given["one"], given["other"]),
}


def bind_matches(query: GraphQLObjectType, mutation: GraphQLObjectType, desk: Desk) -> None:
    """Give the fields their resolvers."""
    doubles = Doubles(desk.model, desk.store)

    async def listed(asked: Asked, _who: Who) -> Json:
        return _page(await doubles.found(), asked.arguments)

    async def decisions(_asked: Asked, _who: Who) -> list[Json]:
        found = await asyncio.to_thread(decided, desk.store)
        return [
            {
                "same": one.same,
                "kept": one.kept,
                "gone": one.gone,
                "note": one.note or None,
                "by": one.by,
                "at": one.at,
                "revision": one.revision,
            }
            for one in found
        ]

    async def merge_sure(asked: Asked, who: Who) -> Json:
        sure = [match for match in await doubles.found() if match.sure]
        editor = _editor(desk, who, asked.arguments)
        made = await asyncio.to_thread(merging.merge_all, editor, as_merges(sure))
        if made is None:
            return _change(await desk.store.revision())
        outcome = await asyncio.to_thread(desk.store.amend, made.amendment)
        merged = sum(1 for row in made.amendment.add if row.denied and not row.source_id)
        return _change(outcome.revision, kept=sure[0].kept.id, merged=merged)

    query.fields["matches"].resolve = _resolver(desk, listed)
    query.fields["matchDecisions"].resolve = _resolver(desk, decisions)
    mutation.fields["mergeSure"].resolve = _resolver(desk, _tried(desk, merge_sure), editors=True)
    for name, act in _ACTS.items():
        resolver = _resolver(desk, _tried(desk, _single(desk, act)), editors=True)
        mutation.fields[name].resolve = resolver


def _single(desk: Desk, act: Act) -> Callable[[Asked, Who], Awaitable[Json]]:
    """One decision, made and written."""

    async def decide(asked: Asked, who: Who) -> Json:
        given = dict(asked.arguments)
        editor = _editor(desk, who, given)

        def write() -> tuple[editing.Edit, Outcome]:
            return editing.edit(desk.store, lambda: act(editor, given))

        made, outcome = await asyncio.to_thread(write)
        merged = 1 if made.amendment.action == "merge" else 0
        return _change(outcome.revision, kept=made.key, merged=merged)

    return decide


def _tried(
    desk: Desk, change: Callable[[Asked, Who], Awaitable[Json]]
) -> Callable[[Asked, Who], Awaitable[Json]]:
    """A change that says why it was not made."""

    async def attempt(asked: Asked, who: Who) -> Json:
        try:
            return await change(asked, who)
        except (InvalidEdit, ChangedSince) as error:
            code = error.code if isinstance(error, InvalidEdit) else "CHANGED_SINCE"
            field = error.field if isinstance(error, InvalidEdit) else None
            wrong = {"field": field, "code": code, "message": str(error)}
            return {**_change(await desk.store.revision()), "errors": [wrong]}

    return attempt


def _change(revision: int, *, kept: str = "", merged: int = 0) -> Json:
    return {
        "kept": Ref(kept) if kept else None,
        "merged": merged,
        "revision": revision,
        "errors": [],
    }


def _editor(desk: Desk, who: Who, given: Mapping[str, Any]) -> editing.Editor:
    by = editing.Provenance(who.name, note=given.get("note") or "")
    return editing.Editor(desk.model, desk.store, by)


def _resolver(
    desk: Desk, answer: Callable[[Asked, Who], Awaitable[Any]], *, editors: bool = False
) -> Callable[..., Awaitable[Any]]:
    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        asked = request.root(info)
        try:
            who = who_of(info.context)
            if editors and who.role != "editor":
                raise NotAllowed("a change needs the token of an editor", 403 if who.role else 401)
            given = await answer(asked, who)
            return await told(desk, Compiler(desk.model, request), asked, given)
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


# -- rows ---------------------------------------------------------------------------------------


def _page(found: Sequence[Match], given: Mapping[str, Any]) -> Json:
    first, skip = given.get("first"), given.get("skip") or 0
    most = conditions.DEFAULT_PAGE if first is None else first
    if not 0 <= most <= conditions.MOST_PER_PAGE or skip < 0:
        raise InvalidQuestion(
            f"first is 0 to {conditions.MOST_PER_PAGE}, and skip 0 or more, not {most} and {skip}"
        )
    only = given.get("sure")
    chosen = [match for match in found if only is None or match.sure == only]
    counts = counted(found)
    return {
        "totalCount": len(chosen),
        "sure": counts[SURE],
        "doubtful": counts[DOUBTFUL],
        "matches": [match_row(match) for match in chosen[skip : skip + most]],
    }


def match_row(match: Match) -> Json:
    """A match in plain values, under the names of its fields."""
    return {
        "kept": _matched(match.kept),
        "gone": _matched(match.gone),
        "sure": match.sure,
        "mergeable": match.mergeable,
        "score": round(match.verdict.score, 1),
        "evidence": [
            {"nl": one.text.nl, "en": one.text.en, "weight": round(one.weight, 1)}
            for one in match.verdict.evidence
        ],
    }


def _matched(one: Record) -> Json:
    return {
        "id": one.id,
        "node": Ref(one.id),
        "names": list(one.names),
        "datasets": sorted(one.datasets),
        "places": list(one.places),
        "country": one.country or None,
        "website": one.website or None,
        "numbers": [f"{name} {value}" for name, value in one.identifiers],
        "related": sorted(one.related),
    }
