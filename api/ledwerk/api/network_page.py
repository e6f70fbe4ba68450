"""The page of the network, and what its script asks for."""

from __future__ import annotations

import asyncio

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, Response

from ledwerk.api.served import Served
from ledwerk.viz import render
from ledwerk.viz.view import network_view

LANGUAGES = ("nl", "en")


def add(app: FastAPI, served: Served) -> None:
    """Serve it."""
    kept: dict[tuple[int, str], str] = {}
    one_at_a_time = asyncio.Lock()

    async def page(language: str) -> str:
        """The page of the newest revision; made once, whoever asks first."""
        async with one_at_a_time:
            key = (await served.store.revision(), language)
            if key not in kept:
                for old in [one for one in kept if one[0] != key[0]]:
                    del kept[old]
                kept[key] = render.page(await network_view(served.store, lang=language))
            return kept[key]

    app.state.page = page

    @app.get("/", response_class=HTMLResponse)
    async def network(lang: str = "nl") -> Response:
        return HTMLResponse(await page(lang if lang in LANGUAGES else "nl"))
