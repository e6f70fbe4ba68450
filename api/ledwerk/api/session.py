"""Signing in with a browser: the token in a cookie that no script reads and no other site sends."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from ledwerk.api.access import COOKIE, NOBODY, NotAllowed, Who
from ledwerk.api.served import Served
from ledwerk.schema.errors import InvalidQuestion, LedwerkError

LASTS = 12 * 60 * 60  # seconds: a working day
_LONGEST_TOKEN = 200


def add(app: FastAPI, served: Served) -> None:
    """Serve GET, POST and DELETE of /session."""
    access = served.access

    @app.get("/session")
    async def session(request: Request) -> Response:
        try:
            who = access.asker(dict(request.headers.raw))
        except NotAllowed:
            who = NOBODY
        return JSONResponse(_told(who), headers=NOT_KEPT)

    @app.post("/session")
    async def begin(request: Request) -> Response:
        token = (await json_object(request)).get("token")
        if not isinstance(token, str) or not 0 < len(token.strip()) <= _LONGEST_TOKEN:
            raise InvalidQuestion('send the token as {"token": "ledwerk_…"}')
        try:
            who = access.bearer(token.strip())
        except NotAllowed as error:
            return refused(error)
        answer = JSONResponse(_told(who), headers=NOT_KEPT)
        remember(request, answer, token.strip())
        return answer

    @app.delete("/session")
    async def end() -> Response:
        answer = JSONResponse(_told(NOBODY), headers=NOT_KEPT)
        answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
        return answer


NOT_KEPT = {"cache-control": "no-store"}


def remember(request: Request, answer: Response, token: str) -> None:
    """Let the browser send the token with what it asks from now on."""
    answer.set_cookie(
        COOKIE,
        token,
        max_age=LASTS,
        path="/",
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )


async def json_object(request: Request) -> dict[str, Any]:
    """The object in a request's body. Raises InvalidQuestion where there is none.

    It has to say that it is JSON: a form of another site's page cannot send that.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise InvalidQuestion("send one object in JSON, as application/json")
    try:
        found = await request.json()
    except ValueError as error:
        raise InvalidQuestion("send one object in JSON") from error
    if not isinstance(found, dict):
        raise InvalidQuestion("send one object in JSON")
    return found


def refused(error: LedwerkError) -> Response:
    """An answer to somebody who may not."""
    status = error.status if isinstance(error, NotAllowed) else 503
    return JSONResponse({"errors": [{"message": str(error)}]}, status, NOT_KEPT)


def _told(who: Who) -> dict[str, str]:
    return {"name": who.name, "role": who.role}
