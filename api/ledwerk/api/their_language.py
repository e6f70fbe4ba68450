"""Errors in the language of who reads them: JSON answers of pages and of GraphQL.

Whoever asks says so: `lang` in the address, or the header Accept-Language, which a page sends in
its own language. Messages are English where they arise; here they leave the service.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_JSON = (b"application/json", b"application/graphql-response+json")
_MOST_BYTES = 1_000_000  # of an answer that is looked at for errors; a longer one has data


def language_asked(query: bytes, headers: Iterable[tuple[bytes, bytes]]) -> str | None:
    """The language that a request asks for, "nl" or "en"; None where it asks for none."""
    in_address = parse_qs(query.decode("latin-1")).get("lang", [""])[-1]
    in_header = dict(headers).get(b"accept-language", b"").decode("latin-1")
    first = (in_address or in_header.split(",")[0]).strip().lower()
    if not first or first == "*":
        return None
    return "nl" if first.startswith("nl") else "en"


class TheirLanguage:
    """Puts the messages of errors into Dutch for who asks for that."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] != "http" or _asked(scope) != "nl":
            await self._app(scope, receive, send)
        else:
            await self._app(scope, receive, _Answer(send).sending)


def _asked(scope: Scope) -> str | None:
    return language_asked(scope.get("query_string", b""), scope["headers"])


class _Answer:
    """One answer, held back until it is known whether it has errors."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def sending(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _may_have_errors(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            more = message.get("more_body", False)
            if not more or len(self._body) > _MOST_BYTES:
                await self._let_go(self._start, more=more)

    async def _let_go(self, start: Message, *, more: bool) -> None:
        body = self._body if more else translated(self._body)
        if body is not self._body:
            start["headers"] = [
                *((name, value) for name, value in start["headers"] if name != b"content-length"),
                (b"content-length", str(len(body)).encode()),
                (b"vary", b"accept-language"),
            ]
        self._start = None
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body, "more_body": more})


def _may_have_errors(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start.get("headers", [])}
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip()
    return kind in _JSON and b"content-encoding" not in headers


def translated(body: bytes) -> bytes:
    """The answer with its errors in Dutch; the very same bytes where it has none."""
    if b'"errors"' not in body:
        return body
    try:
        answer: Any = json.loads(body)
    except ValueError:
        return body
    errors = answer.get("errors") if isinstance(answer, dict) else None
    if not isinstance(errors, list) or not errors:
        return body
    from ledwerk.api.dutch import in_dutch

    for error in errors:
        if isinstance(error, dict) and isinstance(error.get("message"), str):
            error["message"] = in_dutch(error["message"])
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
