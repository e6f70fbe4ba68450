"""The pages of nodes and of a search, and what their scripts ask for."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

import orjson
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from ledwerk.api.knowledge import (
    knowledge,
    nodes_called,
    page_of_seat,
    search_results,
    touched,
)
from ledwerk.api.made import Made, headers_of, sent, tag_of, unchanged
from ledwerk.api.network_page import HTML, JSON, language_of
from ledwerk.api.served import Served
from ledwerk.api.session import json_object
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.knowledge_page import knowledge_page
from ledwerk.viz.markdown import MOST_LETTERS, page_address, rendered
from ledwerk.viz.search_page import search_page

_MOST_START = 10_000_000


def add(app: FastAPI, served: Served) -> None:
    """Serve them."""
    pages = KnowledgePages(served)
    for path, answer in (
        ("/node", pages.by_name),
        ("/node/{node:path}", pages.node),
        ("/node-history.json", pages.history),
        ("/search", pages.search),
    ):
        app.add_api_route(path, answer, methods=["GET"], response_class=Response)

    @app.post("/markdown.json")
    async def markdown(request: Request) -> Response:
        return await _preview(request)


class KnowledgePages:
    """Answers of one service; each page is made once a revision and day."""

    def __init__(self, served: Served) -> None:
        self._store = served.store
        self._made = Made()

    async def node(self, node: str, request: Request) -> Response:
        """The page of a node; a seat has none of its own."""
        lang = language_of(request)
        if node.startswith("seat:"):
            return _redirected(await page_of_seat(self._store, node), lang)
        today = datetime.now(UTC).astimezone().date()
        revision = await self._store.revision()
        tag = tag_of(revision, "node", node, lang, today)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))

        async def make() -> bytes:
            known = await knowledge(self._store, node, lang)
            return (await asyncio.to_thread(knowledge_page, known, lang, today)).encode()

        body = await self._made.get((revision, "node", node, lang, today), make)
        return await sent(body, request.headers, HTML, tag)

    async def by_name(self, request: Request, name: str = "") -> Response:
        """The page of what has a name; the search page where that is none, or several."""
        lang = language_of(request)
        found = await nodes_called(self._store, name) if name.strip() else []
        if len(found) == 1:
            return _redirected(found[0], lang)
        return RedirectResponse(f"/search?{urlencode({'q': name, 'lang': lang})}", 303)

    async def history(self, request: Request, id: str = "") -> Response:  # noqa: A002
        """The changes that touched a node."""
        revision = await self._store.revision()
        tag = tag_of(revision, "history", id)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))

        async def make() -> bytes:
            found = await touched(self._store, id)
            changes = [asdict(one) for one in found.revisions]
            return orjson.dumps({"changes": changes, "total": found.total})

        body = await self._made.get((revision, "history", id), make)
        return await sent(body, request.headers, JSON, tag)

    async def search(
        self, request: Request, q: str = "", kind: str = "", after: str = "", start: str = "0"
    ) -> Response:
        """What a search finds."""
        first = _start(start) if after else 0
        found = await search_results(self._store, q, kind, after, first)
        made = await asyncio.to_thread(search_page, found, language_of(request))
        return HTMLResponse(made, headers={"cache-control": "no-store"})


async def _preview(request: Request) -> Response:
    """A text in Markdown as its page will show it."""
    text = (await json_object(request)).get("text")
    if not isinstance(text, str):
        raise InvalidQuestion('send the text to show, as {"text": "…"}')
    if len(text) > MOST_LETTERS:
        raise InvalidQuestion(f"the text has {len(text):,} letters; at most {MOST_LETTERS:,} fit")
    made = await asyncio.to_thread(rendered, text)
    return Response(orjson.dumps({"html": made}), media_type=JSON)


def _redirected(node: str, lang: str) -> Response:
    return RedirectResponse(f"{page_address(node)}?lang={quote(lang)}", 303)


def _start(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _MOST_START:
        raise InvalidQuestion(f"start={text!r} is not a whole number from 0 to {_MOST_START}")
    return int(text)
