"""The page on which people review what a program read."""

from __future__ import annotations

import asyncio
from collections import Counter

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from ledwerk.api.network_page import language_of
from ledwerk.api.read_rows import ReadRow, read_rows, waiting
from ledwerk.api.served import Served
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.review_page import ON_A_PAGE, Pile, ReviewRow, review_page

_MOST_START = 10_000_000


def add(app: FastAPI, served: Served) -> None:
    """Serve it."""

    @app.get("/review", response_class=HTMLResponse)
    async def page(request: Request, kind: str = "", start: str = "0") -> Response:
        if not start.isascii() or not start.isdigit() or int(start) > _MOST_START:
            raise InvalidQuestion(f"start={start!r} is not a whole number from 0 to {_MOST_START}")
        lang = language_of(request)
        pile = await asyncio.to_thread(_pile, served.store, kind, int(start), lang)
        made = await asyncio.to_thread(review_page, MODEL, pile, lang)
        return HTMLResponse(made, headers={"cache-control": "no-store"})


def _pile(store: Store, kind: str, start: int, lang: str) -> Pile:
    every = waiting(MODEL, store)
    counts = dict(Counter(row.kind for row in every))
    if kind and kind not in counts:
        kind = ""  # all of that kind are decided about: the others are shown
    rows = [row for row in every if not kind or row.kind == kind]
    shown = read_rows(MODEL, store, rows[start : start + ON_A_PAGE], lang)
    return Pile([_row(one) for one in shown], counts, kind, start)


def _row(one: ReadRow) -> ReviewRow:
    row = one.statement
    return ReviewRow(
        row.digest, row.kind, one.about, one.says, one.source, row.locator, row.confidence, row.note
    )
