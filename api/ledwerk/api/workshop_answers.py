"""The root fields of a workshop: what is asked, changed and followed, for whoever is in it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from typing import Any

from graphql import GraphQLObjectType, GraphQLSchema

from ledwerk.api import proposals as p
from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import TYPENAME, Asked, Info, Request
from ledwerk.api.mutation import who_of
from ledwerk.api.proposals_deciding import Proposals
from ledwerk.api.workshop_desk import Workshop, may_see, own
from ledwerk.api.workshop_record import Line, Proposal, Session
from ledwerk.schema.errors import ChangedSince, InvalidEdit, InvalidQuestion, LedwerkError
from ledwerk.schema.model import MODEL
from ledwerk.viz.texts import said
from ledwerk.viz.texts_workshop import WORKSHOP_TEXTS

Json = dict[str, Any]
_WORDS_OF_LISTS = ("helix", "partyKind")


def bind_workshop(schema: GraphQLSchema, workshop: Workshop) -> None:
    """Give the root fields their resolvers."""
    query, mutation, subscription = (
        schema.query_type, schema.mutation_type, schema.subscription_type,
    )  # fmt: skip
    assert query
    assert mutation
    assert subscription
    desk = _Desk(workshop)
    query.fields["workshop"].resolve = desk.resolver(desk.workshop)
    for name, answer in (
        ("propose", desk.propose),
        ("withdrawProposal", desk.withdraw),
        ("decide", desk.decide),
        ("undoProposal", desk.undo),
        ("showScreen", desk.show),
        ("endWorkshop", desk.end),
    ):
        mutation.fields[name].resolve = desk.resolver(answer)
    _bind_following(subscription, desk)


def _bind_following(subscription: GraphQLObjectType, desk: _Desk) -> None:
    async def follow(_root: object, info: Info, **_arguments: object) -> AsyncIterator[Any]:
        request = Request.of(info)
        asked = request.root(info)
        who, lang = who_of(info.context), _language(asked)
        try:
            async for session, line in desk.at.lines(who, asked.arguments.get("since")):
                revision = await desk.at.store.revision()
                yield _shaped(request, asked, told_line(who, session, line, lang, revision))
        except LedwerkError as error:
            raise as_graphql(error) from error

    field = subscription.fields["workshopChanged"]
    field.subscribe = follow
    field.resolve = lambda line, _info, **_arguments: line


class _Desk:
    """Answers each root field; what blocks is done in a thread."""

    def __init__(self, workshop: Workshop) -> None:
        self.at = workshop
        self._proposals = Proposals(workshop)

    def resolver(self, answer: Callable[[Who, Asked], Awaitable[Any]]) -> Callable[..., Any]:
        """A resolver: the answer to who asks, under the keys that were asked for."""

        async def resolve(_root: object, info: Info, **_arguments: object) -> Any:
            request = Request.of(info)
            asked = request.root(info)
            try:
                found = await answer(who_of(info.context), asked)
                return _shaped(request, asked, found)
            except LedwerkError as error:
                raise as_graphql(error) from error

        return resolve

    async def workshop(self, who: Who, asked: Asked) -> Json | None:
        """The running session, for those in it."""
        if who.role not in {"participant", "editor"}:
            return None  # and no journal is made for those who only read
        session = await asyncio.to_thread(self.at.inside, who)
        if session is None:
            return None
        revision = await self.at.store.revision()
        return told_session(who, session, _language(asked), revision)

    async def propose(self, who: Who, asked: Asked) -> Json:
        """Take a proposal in."""
        self._check(who, "participant", "editor")
        given = asked.arguments["input"]
        names = await self.at.store.names() if given["kind"] in {"PARTY", "TIE"} else ()
        return await self._done(who, asked, lambda: self._proposals.propose(who, given, names))

    async def withdraw(self, who: Who, asked: Asked) -> Json:
        """Let somebody take back their own."""
        self._check(who, "participant", "editor")
        ident = asked.arguments["proposal"]
        return await self._done(who, asked, lambda: self._proposals.withdraw(who, ident))

    async def decide(self, who: Who, asked: Asked) -> Json:
        """Accept or refuse."""
        self._check(who, "editor")
        given = asked.arguments
        ident, why = given["proposal"], given.get("why") or ""
        if not given["accept"]:
            return await self._done(who, asked, lambda: self._proposals.refuse(who, ident, why))
        newest, changes = await self.at.store.revision(), given.get("changes")
        return await self._done(
            who, asked, lambda: self._proposals.accept(who, ident, why, changes, newest)
        )

    async def undo(self, who: Who, asked: Asked) -> Json:
        """Take back what was accepted."""
        self._check(who, "editor")
        ident, newest = asked.arguments["proposal"], await self.at.store.revision()
        return await self._done(who, asked, lambda: self._proposals.undo(who, ident, newest))

    async def show(self, who: Who, asked: Asked) -> Json:
        """Let all screens show a view."""
        self._check(who, "editor")
        address = asked.arguments["address"]
        return await self._changed(lambda: self.at.show(who, address), "address")

    async def end(self, who: Who, _asked: Asked) -> Json:
        """End the session."""
        self._check(who, "editor")
        revision = await self.at.store.revision()
        return await self._changed(lambda: self.at.end(self.at.running(), who.name, revision), None)

    # -- how -------------------------------------------------------------------------------------

    def _check(self, who: Who, *roles: str) -> None:
        if who.role not in roles:
            message = "this is for the facilitator" if who.role else "join the workshop first"
            raise NotAllowed(who.refused or message, 403 if who.role else 401)
        session = self.at.record().running if who.pass_id else None
        if who.pass_id and (session is None or who.pass_id not in session.passes):
            raise NotAllowed("the workshop has ended; thank you for taking part", 401)

    async def _done(self, who: Who, asked: Asked, act: Callable[[], Proposal]) -> Json:
        proposal, errors = None, []
        try:
            made = await asyncio.to_thread(act)
            proposal = told_proposal(who, made, _language(asked))
        except (InvalidEdit, ChangedSince, InvalidQuestion) as error:
            errors = [_error(error, "proposal")]
        await self.at.tell()
        revision = await self.at.store.revision()
        return {"proposal": proposal, "revision": revision, "errors": errors}

    async def _changed(self, act: Callable[[], object], field: str | None) -> Json:
        errors = []
        try:
            await asyncio.to_thread(act)
        except InvalidQuestion as error:
            errors = [_error(error, field)]
        await self.at.tell()
        return {"revision": await self.at.store.revision(), "errors": errors}


# -- as rows -------------------------------------------------------------------------------------


def told_session(who: Who, session: Session, lang: str, revision: int) -> Json:
    """A session as whoever asks may see it."""
    shown = [one for one in session.lines if may_see(who, one)]
    return {
        "id": session.id,
        "name": session.name,
        "code": session.code if who.role == "editor" else None,
        "started": session.started,
        "me": who.name,
        "participants": [{"name": one.name, "at": one.at} for one in session.participants],
        "proposals": [
            told_proposal(who, one, lang)
            for one in list(session.proposals.values())
            if who.role == "editor" or own(who, one.pass_id, one.by)
        ],
        "screen": session.screen,
        "log": [told_line(who, session, one, lang, revision) for one in shown],
        "number": session.lines[-1].number,
        "revision": revision,
    }


def told_proposal(who: Who, one: Proposal, lang: str) -> Json:
    """A proposal as a row."""
    kinds = {node: MODEL.kind_of(node) for node in one.names}
    return {
        "id": one.id,
        "kind": one.kind.upper(),
        "state": one.state.upper(),
        "summary": p.told(one.kind, one.wish, one.names, lang, MODEL),
        "wish": _wish(one.wish),
        "nodes": [
            {"id": node, "name": name, "kind": kind.name if kind else "", "same": True}
            for (node, name), kind in zip(one.names.items(), kinds.values(), strict=True)
        ],
        "alike": [dict(other) for other in one.like],
        "by": one.by,
        "mine": own(who, one.pass_id, one.by),
        "at": one.at,
        "why": one.why or None,
        "decidedBy": one.decided_by or None,
        "decidedAt": one.decided_at or None,
        "revision": one.revision or None,
        "message": one.message or None,
    }


def told_line(who: Who, session: Session, line: Line, lang: str, revision: int) -> Json:
    """A line of the log as a row."""
    del session
    proposal = told_proposal(who, line.proposal, lang) if line.proposal else None
    return {
        "number": line.number,
        "at": line.at,
        "actor": line.actor,
        "event": line.event.upper(),
        "summary": sentence(line, lang),
        "proposal": proposal,
        "address": line.body["address"] if line.event == "screen" else None,
        "revision": max(revision, int(line.body.get("revision", 0))),
    }


def sentence(line: Line, lang: str) -> str:
    """A line of the log in words."""
    one = line.proposal
    what = p.told(one.kind, one.wish, one.names, lang, MODEL) if one else ""
    return said(WORKSHOP_TEXTS[f"event_{line.event}"], lang).format(who=line.actor, what=what)


def _wish(wish: Mapping[str, Any]) -> Json:
    enums = {name: str(wish[name]).upper() for name in _WORDS_OF_LISTS if wish.get(name)}
    kind = wish.get("activityKind")
    if kind:
        enums["activityKind"] = str(kind).upper()
    return {**wish, **enums}


def _error(error: LedwerkError, field: str | None) -> Json:
    if isinstance(error, InvalidEdit):
        return {"field": error.field, "code": error.code, "message": str(error)}
    code = "CHANGED_SINCE" if isinstance(error, ChangedSince) else "INVALID_VALUE"
    return {"field": field, "code": code, "message": str(error)}


def _language(asked: Asked) -> str:
    return str(asked.arguments.get("language") or "nl").lower()


def _shaped(request: Request, asked: Asked, row: Any) -> Any:
    """A row, and those in it, under the keys that were asked for."""
    if isinstance(row, Mapping):
        made: Json = {}
        for field in request.below([asked], asked.type_name):
            plain = asked.type_name if field.name == TYPENAME else row.get(field.name)
            made[field.key] = _shaped(request, field, plain)
        return made
    if isinstance(row, Iterable) and not isinstance(row, str):
        return [_shaped(request, asked, one) for one in row]
    return row
