"""The page of the network, and what its script asks for."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, replace

import orjson
from fastapi import FastAPI, Request
from fastapi.responses import Response

from ledwerk.api.language import page_language
from ledwerk.api.made import Made, headers_of, sent, tag_of, unchanged
from ledwerk.api.seen_pages import seen_as
from ledwerk.api.served import Served
from ledwerk.api.suggesting import facts_asked, suggestions
from ledwerk.schema.errors import QuestionTooExpensive
from ledwerk.viz import render
from ledwerk.viz.facts import Facts
from ledwerk.viz.state import GROUPINGS, PLAIN, ViewState, address_of, state_of

_SOON = 1.0  # seconds that somebody waits for the page of a large network with its view in it
_SETTLED = 2.0  # seconds after which whoever opened the page has it
JSON, HTML = "application/json", "text/html; charset=utf-8"


def add(app: FastAPI, served: Served) -> None:
    """Serve it."""
    pages = NetworkPages(served)
    app.state.page = pages.prepare
    app.state.views = served.views
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
        self.views = served.views
        self._store = served.store
        self._made, self._suggested = Made(), Made()

    async def prepare(self, language: str) -> None:
        """Make the page before somebody opens it, and be ready for what is asked next."""
        revision = await self._store.revision()
        key = (revision, "page", language, "")
        await self._made.get(key, lambda: self._made_or_kept("page", "", language))
        await asyncio.sleep(_SETTLED)
        await self.views.view(PLAIN, language)  # so that the first change is drawn at once

    async def network(self, request: Request) -> Response:
        """The page, at the view that its address asks for; without it while that is reckoned, which
        the page then waits for.
        """
        large = await self.views.is_large()
        making = self._answer(request, "page", HTML)
        try:
            return await (asyncio.wait_for(making, _SOON) if large else making)
        except (QuestionTooExpensive, TimeoutError):  # it is being made all the same
            body = render.page(None, None, language_of(request))
            return Response(body, headers={"cache-control": "no-store"}, media_type=HTML)

    async def view(self, request: Request) -> Response:
        """A view as the page's script draws it."""
        return await self._answer(request, "view", JSON)

    async def facets(self, request: Request) -> Response:
        """What the filters offer."""
        return await self._answer(request, "facets", JSON)

    async def _answer(self, request: Request, what: str, media: str) -> Response:
        query = request.scope["query_string"].decode("latin-1")
        state = state_of(query)
        if what == "facets":  # the same for all that are seen so
            state = ViewState(known=state.known, trust=state.trust)
        address = address_of(state)
        lang = language_of(request)
        revision = await self._store.revision()
        tag = tag_of(revision, what, address, lang, self.views.edition)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))
        key = (revision, what, lang, address)
        body = await self._made.get(key, lambda: self._made_or_kept(what, address, lang))
        return await sent(body, request.headers, media, tag)

    async def _made_or_kept(self, what: str, address: str, lang: str) -> bytes:
        make = {"page": self._page, "view": self._drawing, "facets": self._facets}[what]
        key = f"{what} {lang} {address}"
        return await self.views.kept(key, lambda: make(address, lang), always=not address)

    async def _page(self, address: str, lang: str) -> bytes:
        state = state_of(address)
        view = await self.views.view(state, lang)
        facets = await self.views.facets(lang, state.seen)
        return (await asyncio.to_thread(render.page, view, facets, lang)).encode()

    async def _drawing(self, address: str, lang: str) -> bytes:
        state = state_of(address)
        if state.selected:
            found = await self._selected(state, lang)
            if found is not None:
                return found
        view = await self.views.view(state, lang)
        return orjson.dumps(await asyncio.to_thread(render.drawing, view))

    async def _selected(self, state: ViewState, lang: str) -> bytes | None:
        """The drawing without a selection, if that draws what is selected: it is the same then, and
        each of forty phones may have selected something else.
        """
        address = address_of(replace(state, selected=""))
        key = (await self._store.revision(), "view", lang, address)
        body = await self._made.get(key, lambda: self._made_or_kept("view", address, lang))
        drawing = orjson.loads(body.raw)
        if all(node["id"] != state.selected for node in drawing["nodes"]):
            return None
        drawing["address"] = address_of(state)
        drawing["state"]["selected"] = state.selected
        return orjson.dumps(drawing)

    async def _facets(self, address: str, lang: str) -> bytes:
        return orjson.dumps(await self.views.facets(lang, state_of(address).seen))

    async def facts(self, request: Request) -> Response:
        """Everything that the panel says of a node, or of a cluster of them."""
        revision = await self._store.revision()
        lang, node = language_of(request), request.query_params.get("id", "")
        address = address_of(state_of(request.scope["query_string"].decode("latin-1")))
        tag = tag_of(revision, "facts", node, lang, address, self.views.edition)
        if unchanged(request.headers, tag):
            return Response(status_code=304, headers=headers_of(tag))

        async def make() -> bytes:
            found = await self._cluster(address, node, lang)
            if found is None:
                async with self.views.looking(state_of(address)) as store:
                    found = await facts_asked(store, node, lang)
            return orjson.dumps(asdict(found))

        body = await self._made.get((revision, "facts", lang, node, address), make)
        return await sent(body, request.headers, JSON, tag)

    async def _cluster(self, address: str, node: str, lang: str) -> Facts | None:
        """A cluster of parties that pass the filters of an address, if it is one."""
        grouping = node.partition(":")[0]
        if grouping not in GROUPINGS:
            return None
        around = [node[:at] for at, letter in enumerate(node) if letter == "/"]
        state = replace(state_of(address), group=grouping, open=tuple(around))
        return await self.views.members(state, lang, node)

    async def suggest(self, request: Request, q: str = "") -> Response:
        """The nodes whose names come closest to what was typed."""
        revision = await self._store.revision()
        lang, seen = language_of(request), seen_as(request)

        async def make() -> bytes:
            async with self.views.looking(seen) as store:
                return orjson.dumps({"found": await suggestions(store, q, lang)})

        body = await self._suggested.get((revision, lang, q, seen), make)
        return await sent(body, request.headers, JSON, tag_of(revision, "suggest", q, lang, seen))


def language_of(request: Request) -> str:
    """The language asked for; Dutch for one that there is not."""
    return page_language(request.query_params.get("lang", ""))
