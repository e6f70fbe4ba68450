"""The pages of nodes and of a search, and what their scripts ask for."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, replace
from datetime import UTC, datetime

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
from ledwerk.api.seen_pages import seen_as
from ledwerk.api.served import Served
from ledwerk.api.session import json_object
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.viz.knowledge_page import knowledge_page
from ledwerk.viz.markdown import MOST_LETTERS, page_address, rendered
from ledwerk.viz.search_page import search_page
from ledwerk.viz.seen_as import SeenAs

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
        self._looking = served.views.looking
        self._made = Made()

    async def node(self, node: str, request: Request) -> Response:
        """The page of a node; a seat has none of its own."""
        lang, seen = language_of(request), seen_as(request)
        if node.startswith("seat:"):
            async with self._looking(seen) as store:
                return _redirected(await page_of_seat(store, node), lang, seen)
        today = datetime.now(UTC).astimezone().date()
        revision = await self._store.revision()
        tag = tag_of(revision, "node", node, lang, today, seen)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))

        async def make() -> bytes:
            async with self._looking(seen) as store:
                known = replace(await knowledge(store, node, lang), seen=seen)
            return (await asyncio.to_thread(knowledge_page, known, lang, today)).encode()

        body = await self._made.get((revision, "node", node, lang, today, seen), make)
        return await sent(body, request.headers, HTML, tag)

    async def by_name(self, request: Request, name: str = "") -> Response:
        """The page of what has a name; the search page where that is none, or several."""
        lang, seen = language_of(request), seen_as(request)
        async with self._looking(seen) as store:
            found = await nodes_called(store, name) if name.strip() else []
        if len(found) == 1:
            return _redirected(found[0], lang, seen)
        return RedirectResponse(seen.address("/search", [("q", name), ("lang", lang)]), 303)

    async def history(self, request: Request, id: str = "") -> Response:  # noqa: A002
        """The changes that touched a node."""
        revision, seen = await self._store.revision(), seen_as(request)
        tag = tag_of(revision, "history", id, seen)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))

        async def make() -> bytes:
            async with self._looking(seen) as store:
                found = await touched(store, id)
            changes = [asdict(one) for one in found.revisions]
            return orjson.dumps({"changes": changes, "total": found.total})

        body = await self._made.get((revision, "history", id, seen), make)
        return await sent(body, request.headers, JSON, tag)

    async def search(
        self, request: Request, q: str = "", kind: str = "", after: str = "", start: str = "0"
    ) -> Response:
        """What a search finds."""
        first, seen = _start(start) if after else 0, seen_as(request)
        async with self._looking(seen) as store:
            found = await search_results(store, q, kind, after, first)
        told = replace(found, seen=seen)
        made = await asyncio.to_thread(search_page, told, language_of(request))
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


def _redirected(node: str, lang: str, seen: SeenAs) -> Response:
    return RedirectResponse(seen.address(page_address(node), [("lang", lang)]), 303)


def _start(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _MOST_START:
        raise InvalidQuestion(f"start={text!r} is not a whole number from 0 to {_MOST_START}")
    return int(text)
