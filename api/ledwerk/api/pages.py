"""Every page of the service, one line each: a function of the app and `Served` adds it."""

from __future__ import annotations

import html
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, Response

from ledwerk.api import (
    agreements_page,
    changes_page,
    graphiql,
    history_page,
    importing_page,
    knowledge_page,
    match_page,
    network_page,
    picture_routes,
    review_page,
    session,
    stories,
    tables_page,
    workshop_page,
    workshop_report,
)
from ledwerk.api.seen_pages import as_of_now, seen_or_not
from ledwerk.api.served import Served
from ledwerk.api.their_language import language_asked
from ledwerk.schema.errors import InvalidQuestion, LedwerkError, QuestionTooExpensive
from ledwerk.viz import render, shell
from ledwerk.viz.texts import said
from ledwerk.viz.texts_shell import SHELL_TEXTS

PAGES = (
    network_page.add,
    picture_routes.add,
    session.add,
    stories.add,
    agreements_page.add,
    changes_page.add,
    history_page.add,
    review_page.add,
    tables_page.add,
    importing_page.add,
    knowledge_page.add,
    match_page.add,
    workshop_page.add,
    workshop_report.add,
)
_STATIC = {"graphiql": graphiql.static_files, "viz": render.static_files}


def add_pages(app: FastAPI, served: Served) -> None:
    """Let the app serve them, and the files that they load."""
    for add in PAGES:
        add(app, served)

    @app.get("/static/{room}/{name}")
    async def static(room: str, name: str) -> Response:
        file = _static(room, name)
        if file is None:
            return JSONResponse({"detail": "no such file"}, 404)
        return FileResponse(file, headers={"cache-control": "public, max-age=3600"})

    @app.exception_handler(LedwerkError)
    async def sorry(request: Request, error: LedwerkError) -> Response:
        """What goes wrong on a page, for whoever reads it."""
        usual = 400 if isinstance(error, InvalidQuestion) else 503
        status: int = getattr(error, "status", usual)  # some errors know their own
        headers = {"retry-after": "2"} if isinstance(error, QuestionTooExpensive) else {}
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(_sorry_page(request, str(error)), status, headers)
        return JSONResponse({"errors": [{"message": str(error)}]}, status, headers)


def _sorry_page(request: Request, message: str) -> str:
    """What went wrong as a page, from which the others can be reached."""
    raw = dict(request.scope["headers"])
    lang = language_asked(request.scope["query_string"], raw.items()) or "nl"
    if lang == "nl":
        from ledwerk.api.dutch import in_dutch

        message = in_dutch(message)
    title = said(SHELL_TEXTS["failed"], lang)
    told = html.escape(message)
    body = f'<div class="told"><h1>{title}</h1><p class="note warn">{told}</p></div>'
    seen, now = seen_or_not(request), as_of_now(request)
    return shell.shown(shell.Page(title, body, lang, request.url.path, seen=seen, now=now))


def _static(room: str, name: str) -> Path | None:
    return _STATIC[room]().get(name) if room in _STATIC else None
