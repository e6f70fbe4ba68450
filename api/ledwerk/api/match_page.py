"""The page of likely doubles."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from ledwerk.api.doubles import Doubles
from ledwerk.api.network_page import language_of
from ledwerk.api.patience import ALONG
from ledwerk.api.served import Served
from ledwerk.graph.identity.decided import Decided, decided
from ledwerk.graph.store import Store
from ledwerk.schema.errors import QuestionTooExpensive
from ledwerk.schema.model import MODEL
from ledwerk.viz import match_page as drawn


def add(app: FastAPI, served: Served) -> None:
    """Serve it."""
    doubles = Doubles(MODEL, served.store)

    @app.get("/match", response_class=HTMLResponse)
    async def page(request: Request) -> Response:
        try:
            found = await doubles.found(ALONG)
        except QuestionTooExpensive:
            found = None  # the page comes without them, and its script asks again
        told = await asyncio.to_thread(decided, served.store)
        names = await asyncio.to_thread(_names, served.store, told)
        shown = drawn.Doubles(found, told, names)
        made = await asyncio.to_thread(drawn.match_page, shown, language_of(request))
        return HTMLResponse(made, headers={"cache-control": "no-store"})


def _names(store: Store, told: Sequence[Decided]) -> dict[str, str]:
    """What the nodes are called that decisions speak of: by their sources, also of those gone."""
    found: dict[str, str] = {}
    for one in told[: drawn.MOST_DECIDED]:
        for row in (*store.statements(key=one.kept), *store.statements(key=one.gone)):
            name = row.values().get("name")
            if name and not row.denied:
                found.setdefault(row.stated_as or row.key, str(name))
    return found
