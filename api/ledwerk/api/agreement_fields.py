"""Agreements in GraphQL: their types, the list of them, and the changes that editors make."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from graphql import GraphQLObjectType
from strawberry.types.field import StrawberryField

from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.agreement_types import agreement_types
from ledwerk.api.agreements import Agreements
from ledwerk.api.analysis_lens import Json
from ledwerk.api.answering import Desk
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import Asked, Info, Request
from ledwerk.api.mutation import who_of
from ledwerk.api.registry import Types
from ledwerk.api.seen_desks import sight_of
from ledwerk.api.seen_fields import seen_desk
from ledwerk.api.selection import Compiler
from ledwerk.api.told import Ref, told
from ledwerk.graph.agreements import STATES, Agreement, Closing, Named, Said, Standing
from ledwerk.schema.errors import InvalidEdit, LedwerkError

CHANGES = ("makeAgreement", "recordOutcome", "dropAgreement")
_ENDS = ("from", "to", "via")


def agreement_query(types: Types) -> Iterable[StrawberryField]:
    """The declaration of the list, and of all types."""
    agreement_types(types)
    states = types.argument("states", "list[AgreementState] | None", "Only these; all if left out.")
    known_at = types.argument("knownAt", "DateTime | None", "As they stood at this moment.")
    yield types.field(
        "agreements",
        "list[Agreement]",
        "Who introduces whom to whom, and what came of it: the newest first.",
        [states, known_at],
    )


def agreement_changes(types: Types) -> Iterable[StrawberryField]:
    """The declarations of what editors change."""
    ident = types.argument("id", "ID", "Its id.")
    given = types.argument("input", "AgreementInput", "Who introduces whom to whom, by when.")
    text = types.argument("text", "str", "What came of it.")
    reason = types.argument("reason", "str", "Why it is let go.")
    for name, about, arguments in (
        ("makeAgreement", "Agree that somebody introduces two parties.", [given]),
        ("recordOutcome", "Write down what came of an agreement.", [ident, text]),
        ("dropAgreement", "Let go of an agreement.", [ident, reason]),
    ):
        yield types.field(name, "AgreementChange", about, arguments)


def bind_agreements(
    query: GraphQLObjectType, mutation: GraphQLObjectType, desk: Desk, kept: Agreements
) -> None:
    """Give the fields their resolvers."""

    async def listed(_desk: Desk, asked: Asked, _request: Request) -> list[Json]:
        wanted = [word.lower() for word in asked.arguments.get("states") or STATES]
        moment = sight_of(asked.arguments).known_at
        today = kept.today() if moment is None else kept.day_of(moment)
        found = await (kept.looked() if moment is None else kept.stood(moment))
        return [row(one, one.state(today)) for one in found if one.state(today) in wanted]

    query.fields["agreements"].resolve = _resolver(desk, listed)
    acts: dict[str, Callable[[str, Any], Awaitable[Agreement]]] = {
        "makeAgreement": lambda by, given: kept.make(by, given["input"]),
        "recordOutcome": lambda by, given: kept.outcome(by, given["id"], given["text"]),
        "dropAgreement": lambda by, given: kept.drop(by, given["id"], given["reason"]),
    }
    for name, act in acts.items():
        mutation.fields[name].resolve = _resolver(desk, _change(kept, act), editors=True)


def _change(kept: Agreements, act: Callable[[str, Any], Awaitable[Agreement]]) -> Any:
    async def change(desk: Desk, asked: Asked, _request: Request, who: Who) -> Json:
        made, errors = None, []
        try:
            one = await act(who.name, asked.arguments)
            made = row(one, one.state(kept.today()))
        except InvalidEdit as error:
            errors = [{"field": error.field, "code": error.code, "message": str(error)}]
        return {"agreement": made, "revision": await desk.store.revision(), "errors": errors}

    return change


def _resolver(
    desk: Desk, answer: Callable[..., Awaitable[Any]], *, editors: bool = False
) -> Callable[..., Awaitable[Any]]:
    async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
        request = Request.of(info)
        asked = request.root(info)
        try:
            if editors:
                who = who_of(info.context)
                if who.role != "editor":
                    status = 403 if who.role else 401
                    raise NotAllowed("a change needs the token of an editor", status)
                given = await answer(desk, asked, request, who)
            else:
                given = await answer(desk, asked, request)
            async with seen_desk(desk, asked.arguments) as at:
                return await told(at, Compiler(at.model, request), asked, given)
        except LedwerkError as error:
            raise as_graphql(error) from error

    return resolve


# -- rows ---------------------------------------------------------------------------------------


def row(one: Agreement, state: str) -> Json:
    """An agreement in plain values, under the names of its fields."""
    shared = one.evidence
    return {
        "id": one.id,
        "state": state.upper(),
        "from": _party(one.source),
        "to": _party(one.target),
        "via": _party(one.via),
        "due": one.due,
        "agreedOn": one.agreed_on,
        "agreedBy": one.agreed_by or None,
        "note": one.note or None,
        "gaps": one.kind,
        "madeAt": one.made_at,
        "madeBy": one.made_by,
        "sharedWithFrom": [_party(met) for met in shared.with_source],
        "sharedWithTo": [_party(met) for met in shared.with_target],
        "strength": shared.strength,
        "before": _standing(one.before),
        "closing": one.closing and _closing(one.closing),
        "lost": one.lost and {name: getattr(one.lost, name) for name in _LOST},
        "outcomes": [_said(text) for text in one.outcomes],
        "dropped": one.dropped and _said(one.dropped),
    }


_LOST = ("at", "revision", "distance")
_MEANWHILE = ("revision", "at", "actor", "action", "dataset", "why", "brought", "about")


def _party(one: Named) -> Json:
    return {"id": one.id, "name": one.name, "node": Ref(one.id)}


def _said(one: Said) -> Json:
    return {"at": one.at, "by": one.by, "text": one.text}


def _standing(one: Standing) -> Json:
    ends = [
        {"end": end.upper(), "ties": ties, "betweenness": between}
        for end, ties, between in zip(_ENDS, one.ties, one.betweenness, strict=True)
    ]
    plain = ("revision", "distance", "gaps", "reached", "parties", "exact")
    return {**{name: getattr(one, name) for name in plain}, "ties": one.all_ties, "ends": ends}


def _closing(one: Closing) -> Json:
    between = [{name: getattr(each, name) for name in _MEANWHILE} for each in one.meanwhile]
    return {
        "at": one.at,
        "after": _standing(one.after),
        "apart": _standing(one.apart),
        "metIn": [_party(met) for met in one.met_in],
        "leftOut": [_party(met) for met in one.left_out],
        "meanwhile": between,
        "more": one.more,
    }
