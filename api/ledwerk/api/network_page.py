"""The page of the network, and what its script asks for."""

from __future__ import annotations

from dataclasses import asdict

import orjson
from fastapi import FastAPI, Request
from fastapi.responses import Response

from ledwerk.api.made import Made, headers_of, sent, tag_of, unchanged
from ledwerk.api.network_views import LANGUAGES, Views
from ledwerk.api.served import Served
from ledwerk.api.suggesting import facts_asked, suggestions
from ledwerk.viz import render
from ledwerk.viz.state import address_of, state_of

JSON, HTML = "application/json", "text/html; charset=utf-8"


def add(app: FastAPI, served: Served) -> None:
    """Serve it."""
    pages = NetworkPages(served)
    app.state.page = pages.prepare
    app.state.views = pages.views
    for path, answer in (
        ("/", pages.network),
        ("/view.json", pages.view),
        ("/facets.json", pages.facets),
        ("/facts.json", pages.facts),
        ("/suggest.json", pages.suggest),
    ):
        app.add_api_route(path, answer, methods=["GET"], response_class=Response)


class NetworkPages:
    """Answers of one service; every view of a revision is made once."""

    def __init__(self, served: Served) -> None:
        self.views = Views(served)
        self._store = served.store
        self._made = Made()

    async def prepare(self, language: str) -> None:
        """Make the page before somebody opens it."""
        revision = await self._store.revision()
        await self._made.get((revision, "page", language, ""), lambda: self._page("", language))

    async def network(self, request: Request) -> Response:
        """The page, at the view that its address asks for."""
        return await self._answer(request, "page", HTML)

    async def view(self, request: Request) -> Response:
        """A view as the page's script draws it."""
        return await self._answer(request, "view", JSON)

    async def facets(self, request: Request) -> Response:
        """What the filters offer."""
        return await self._answer(request, "facets", JSON)

    async def _answer(self, request: Request, what: str, media: str) -> Response:
        query = request.scope["query_string"].decode("latin-1")
        address = "" if what == "facets" else address_of(state_of(query))
        lang = language_of(request)
        revision = await self._store.revision()
        tag = tag_of(revision, what, address, lang, self.views.edition)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))
        make = {"page": self._page, "view": self._drawing, "facets": self._facets}[what]
        body = await self._made.get((revision, what, lang, address), lambda: make(address, lang))
        return await sent(body, request.headers, media, tag)

    async def _page(self, address: str, lang: str) -> bytes:
        view = await self.views.view(state_of(address), lang)
        facets = await self.views.facets(lang)
        return render.page(view, facets, lang).encode()

    async def _drawing(self, address: str, lang: str) -> bytes:
        return orjson.dumps(render.drawing(await self.views.view(state_of(address), lang)))

    async def _facets(self, _: str, lang: str) -> bytes:
        return orjson.dumps(await self.views.facets(lang))

    async def facts(self, request: Request) -> Response:
        """Everything that the panel says of a node, or of a cluster of them."""
        revision = await self._store.revision()
        lang, node = language_of(request), request.query_params.get("id", "")
        tag = tag_of(revision, "facts", node, lang)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))

        async def make() -> bytes:
            found = await facts_asked(self._store, node, lang)
            return orjson.dumps(asdict(found))

        body = await self._made.get((revision, "facts", lang, node), make)
        return await sent(body, request.headers, JSON, tag)

    async def suggest(self, request: Request, q: str = "") -> Response:
        """The nodes whose names come closest to what was typed."""
        revision = await self._store.revision()
        lang = language_of(request)

        async def make() -> bytes:
            return orjson.dumps({"found": await suggestions(self._store, q, lang)})

        body = await self._made.get((revision, "suggest", lang, q), make)
        return await sent(body, request.headers, JSON, tag_of(revision, "suggest", q, lang))


def language_of(request: Request) -> str:
    """The language asked for; Dutch for one that there is not."""
    lang = request.query_params.get("lang", "nl")
    return lang if lang in LANGUAGES else "nl"
