"""GraphQL over HTTP, as its specification has it: POST and GET, media types, status codes, tags.

Plain ASGI: nothing stands between the socket and an answer that the store has already finished.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from graphql import GraphQLError
from starlette.types import Receive, Scope, Send

from ledwerk.api import graphiql
from ledwerk.api.accepting import GRAPHQL, JSON, accepted, compressed, encoding_of
from ledwerk.api.access import Access, NotAllowed, Who, check_sender
from ledwerk.api.documents import Operation, Refused
from ledwerk.api.errors import as_graphql
from ledwerk.api.execution import Execution, Response, refusal
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError

Headers = list[tuple[bytes, bytes]]


class BadRequest(Exception):
    """A request that is not GraphQL over HTTP."""

    def __init__(self, status: int, message: str, code: str = "BAD_REQUEST") -> None:
        super().__init__(message)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Question:
    """What a request asks."""

    text: str
    variables: Mapping[str, Any]
    operation_name: str | None


class GraphQLOverHTTP:
    """The endpoint. `safe` are the headers that every answer of the service carries."""

    def __init__(
        self, execution: Execution, store: Store, access: Access, settings: Settings, safe: Headers
    ) -> None:
        self._execution = execution
        self._store = store
        self._access = access
        self._settings = settings
        self._safe = safe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers: dict[bytes, bytes] = dict(scope["headers"])
        accept = headers.get(b"accept", b"*/*").decode("latin-1")
        method = scope["method"]
        if method == "GET" and not scope["query_string"] and "text/html" in accept:
            await self._send(send, 200, graphiql.PAGE.encode(), b"text/html; charset=utf-8", [])
            return
        media = accepted(accept)
        extra: Headers = []
        try:
            if media is None:
                raise BadRequest(406, f"{accept!r} is not served; accept {GRAPHQL} or {JSON}")
            response, status = await self._respond(scope, receive, headers, media, extra)
        except BadRequest as error:
            coded = GraphQLError(str(error), extensions={"code": error.code})
            response, status = refusal((coded,)), error.status
            if status == 405:
                extra.append((b"allow", b"GET, POST" if method != "GET" else b"POST"))
        except NotAllowed as error:
            response, status = refusal((as_graphql(error),)), error.status
            if status == 401:
                extra.append((b"www-authenticate", b'Bearer realm="ledwerk"'))
        except LedwerkError as error:  # such as a file of tokens that cannot be read
            response, status = refusal((as_graphql(error),)), 503
        await self._finish(send, headers, status, response, media or GRAPHQL, extra)

    async def _respond(
        self,
        scope: Scope,
        receive: Receive,
        headers: Mapping[bytes, bytes],
        media: str,
        extra: Headers,
    ) -> tuple[Response, int]:
        check_sender(scope["method"], headers, self._settings.origins)
        who = self._access.asker(headers)
        scope["state"] = state = scope.get("state") or {}
        state["who"] = who.name
        question = await self._question(scope, receive, headers)
        try:
            operation = self._execution.operation(question.text, question.operation_name)
        except Refused as refused:
            return refusal(refused.errors), _status(media, executed=False)
        state["operation"] = operation.name
        self._access.check(who, operation.kind, operation.root_fields)
        if scope["method"] == "GET":
            if operation.kind != "query":
                raise BadRequest(405, f"a {operation.kind} needs POST", "METHOD_NOT_ALLOWED")
            tag = None
            if not operation.root_fields & _BESIDE_THE_GRAPH:
                tag = await self._tag(question, operation, media, who, headers)
            if tag is not None:
                extra += [(b"etag", tag), (b"cache-control", b"no-cache"), (b"vary", _VARY)]
                if _matches(headers.get(b"if-none-match"), tag):
                    return Response(b"", executed=True), 304
        elif operation.kind == "subscription":
            raise BadRequest(400, "a subscription needs a WebSocket (graphql-transport-ws)")
        response = await self._execution.answer(operation, question.variables, who)
        return response, _status(media, executed=response.executed)

    async def _tag(
        self,
        question: Question,
        operation: Operation,
        media: str,
        who: Who,
        headers: Mapping[bytes, bytes],
    ) -> bytes | None:
        """What tells this answer from every other: the graph's revision, and the question.

        The revision is read before the answer, which can only be newer: never staler than its tag.
        """
        try:
            revision = await self._store.revision()
        except LedwerkError:
            return None
        encoding = encoding_of(headers.get(b"accept-encoding", b""))
        asked = (question.text, operation.name, media, encoding, who.role, question.variables)
        key = hashlib.blake2b(orjson.dumps(asked, option=orjson.OPT_SORT_KEYS), digest_size=9)
        return f'W/"r{revision}-{key.hexdigest()}"'.encode()

    # -- what is asked --------------------------------------------------------------------------

    async def _question(
        self, scope: Scope, receive: Receive, headers: Mapping[bytes, bytes]
    ) -> Question:
        method = scope["method"]
        if method == "GET":
            return self._read(_from_query(scope["query_string"]))
        if method != "POST":
            raise BadRequest(405, "ask with POST, or a query with GET", "METHOD_NOT_ALLOWED")
        _check_media(headers.get(b"content-type", b"").decode("latin-1"))
        return self._read(_json(await self._body(receive), "the body"))

    async def _body(self, receive: Receive) -> bytes:
        parts: list[bytes] = []
        taken = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise BadRequest(400, "the request broke off")
            part = message.get("body", b"")
            taken += len(part)
            if taken > self._settings.most_bytes:
                most = f"{self._settings.most_bytes:,}"
                raise BadRequest(413, f"a request may have at most {most} bytes", "TOO_LARGE")
            parts.append(part)
            if not message.get("more_body", False):
                return parts[0] if len(parts) == 1 else b"".join(parts)

    def _read(self, given: Any) -> Question:
        if not isinstance(given, dict):
            what = "several questions at once are" if isinstance(given, list) else "this is"
            raise BadRequest(400, f'{what} not answered; send one object such as {{"query": "…"}}')
        for name, type_, what in _PARTS:
            if given.get(name) is not None and not isinstance(given[name], type_):
                raise BadRequest(400, f"{name} must be {what}")
        return Question(
            self._text(given), given.get("variables") or {}, given.get("operationName") or None
        )

    def _text(self, given: Mapping[str, Any]) -> str:
        ident, text = given.get("documentId"), given.get("query")
        if ident is not None:
            found = self._settings.documents.get(ident)
            if found is None:
                message = f"there is no document {ident!r} among those that were registered"
                raise BadRequest(400, message, "PERSISTED_QUERY_NOT_FOUND")
            return found
        if self._settings.only_documents:
            message = "only registered documents are answered here; send documentId"
            raise BadRequest(400, message, "DOCUMENT_NOT_TRUSTED")
        if not isinstance(text, str):
            raise BadRequest(400, 'query is missing; send {"query": "{ revision }"}')
        return text

    # -- the answer -----------------------------------------------------------------------------

    async def _finish(
        self,
        send: Send,
        headers: Mapping[bytes, bytes],
        status: int,
        response: Response,
        media: str,
        extra: Headers,
    ) -> None:
        body = response.body
        if len(body) > _WORTH_COMPRESSING:
            encoding = encoding_of(headers.get(b"accept-encoding", b""))
            if encoding:
                body = await compressed(body, encoding)
                extra.append((b"content-encoding", encoding.encode()))
            if (b"vary", _VARY) not in extra:
                extra.append((b"vary", _VARY))
        await self._send(send, status, body, _CONTENT_TYPES[media], extra)

    async def _send(
        self, send: Send, status: int, body: bytes, content_type: bytes, extra: Headers
    ) -> None:
        headers = [*self._safe, *extra]
        if status != 304:
            headers.append((b"content-type", content_type))
            headers.append((b"content-length", str(len(body)).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


# What changes while the graph does not: no tag by its revision.
_BESIDE_THE_GRAPH = {"workshop", "agreements", "agreement"}
_VARY = b"accept, accept-encoding, authorization, cookie"
_WORTH_COMPRESSING = 1_000  # bytes
_CONTENT_TYPES = {
    GRAPHQL: f"{GRAPHQL}; charset=utf-8".encode(),
    JSON: f"{JSON}; charset=utf-8".encode(),
}
_PARTS: tuple[tuple[str, type, str], ...] = (
    ("query", str, "a text"),
    ("documentId", str, "a text"),
    ("operationName", str, "a text"),
    ("variables", dict, "an object"),
    ("extensions", dict, "an object"),
)


def _status(media: str, *, executed: bool) -> int:
    """With application/json everything well-formed is 200, as old clients expect."""
    return 200 if executed or media == JSON else 400


def _matches(given: bytes | None, tag: bytes) -> bool:
    if given is None:
        return False
    tags = (one.strip() for one in given.split(b","))
    return any(one in (b"*", tag, tag.removeprefix(b"W/")) for one in tags)


def _check_media(content_type: str) -> None:
    media, *parameters = (part.strip().lower() for part in content_type.split(";"))
    if media != "application/json":
        raise BadRequest(415, "send the question as application/json", "UNSUPPORTED_MEDIA_TYPE")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name == "charset" and value.strip('"') not in {"utf-8", "utf8"}:
            raise BadRequest(415, "send the question in UTF-8", "UNSUPPORTED_MEDIA_TYPE")


def _json(text: bytes | str, what: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadRequest(400, f"{what} is not JSON in UTF-8: {error}") from error


def _from_query(query_string: bytes) -> dict[str, Any]:
    try:
        given: dict[str, Any] = dict(
            parse_qsl(query_string.decode("ascii"), keep_blank_values=True, errors="strict")
        )
    except ValueError as error:
        raise BadRequest(400, "the address is not in UTF-8") from error
    for name in ("variables", "extensions"):
        if name in given:
            given[name] = _json(given[name], name) if given[name] else None
    return given
