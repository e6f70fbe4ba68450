"""The page of gaps and agreements, its worksheet and its dates for a calendar."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from ledwerk.api.agreement_wish import KIND
from ledwerk.api.agreements import Agreements
from ledwerk.api.agreements_lists import agreement_rows, calendar
from ledwerk.api.analyst import Analyst
from ledwerk.api.network_page import language_of
from ledwerk.api.patience import in_time, patiently
from ledwerk.api.seen_pages import seen_as
from ledwerk.api.served import Served
from ledwerk.api.sheet import XLSX, xlsx_of
from ledwerk.graph.agreements import Agreement
from ledwerk.graph.sqlite_journal import journal_path
from ledwerk.schema.errors import InvalidQuestion, LedwerkError
from ledwerk.viz.agreements_forms import Filled
from ledwerk.viz.agreements_page import FIRST, Shelf, agreements_page
from ledwerk.viz.seen_as import SeenAs
from ledwerk.viz.texts import said
from ledwerk.viz.texts_agreements import AGREEMENT_TEXTS

_EVERY = 1.0  # seconds between two looks at the revision
_MOST_START = 10_000_000


def add(app: FastAPI, served: Served) -> None:
    """Serve them, and look after agreements whenever the graph changes."""
    kept = Agreements(served.store, served.analyst, lambda: served.journal)
    journal = Path(journal_path(served.store.address))
    looking = partial(look_after, kept, journal.exists)
    app.state.beside = [*getattr(app.state, "beside", ()), looking]

    @app.get("/agreements", response_class=HTMLResponse)
    async def page(request: Request, gaps: str = KIND, start: str = "0") -> Response:
        from ledwerk.graph.analysis.agreed import gap_list

        first, seen = _start(start), seen_as(request)
        async with seeing(served, seen) as analyst:
            found = await in_time(
                lambda: analyst.ask(gap_list, kind=gaps, start=first, first=FIRST)
            )
        filled = await _filled(served, request)
        looked = await in_time(partial(_stood, kept, seen))
        # Else as they stood when the data were looked at last.
        agreements = await kept.listed() if looked is None else looked
        rows = None if found is None else found.value
        late = found is None or looked is None
        shelf = Shelf(agreements, rows, gaps, first, _today(kept, seen), filled, late, seen)
        made = await asyncio.to_thread(agreements_page, shelf, language_of(request))
        return HTMLResponse(made, headers={"cache-control": "no-store"})

    @app.get("/agreements.xlsx")
    async def sheet(request: Request) -> Response:
        lang, seen = language_of(request), seen_as(request)
        found = await patiently(partial(_stood, kept, seen))
        header, rows = agreement_rows(found, _today(kept, seen), lang)
        title = said(AGREEMENT_TEXTS["agreements"], lang)
        return _file(xlsx_of(title, header, rows), XLSX, "agreements.xlsx")

    @app.get("/agreements.ics")
    async def dates(request: Request) -> Response:
        seen = seen_as(request)
        found = await patiently(partial(_stood, kept, seen))
        text = calendar(found, _today(kept, seen), language_of(request))
        return _file(text.encode(), "text/calendar; charset=utf-8", "agreements.ics")


async def _stood(kept: Agreements, seen: SeenAs) -> tuple[Agreement, ...]:
    """The agreements as they stood; those of now once the data have been looked at."""
    moment = seen.sight.known_at
    return await (kept.looked() if moment is None else kept.stood(moment))


def _today(kept: Agreements, seen: SeenAs) -> date:
    moment = seen.sight.known_at
    return kept.today() if moment is None else kept.day_of(moment)


@asynccontextmanager
async def seeing(served: Served, seen: SeenAs) -> AsyncIterator[Analyst]:
    """Who reckons for the store as it is seen."""
    if seen.plain or served.seen is None:
        yield served.analyst
        return
    async with served.views.looking(seen) as store:
        other = store is not served.store
        yield served.seen.analyst.of(store, store.address) if other else served.analyst


async def look_after(kept: Agreements, there: Callable[[], bool], every: float = _EVERY) -> None:
    """Look at the data after each change of the graph, for as long as the service runs.

    Nothing is looked at before something is `there`: a journal is not made for this. What goes
    wrong, a store that is away or an analysis that takes long, is tried again.
    """
    seen = -1
    while True:
        with suppress(LedwerkError):
            newest = await kept.store.revision()
            if newest != seen and there():
                await kept.looked()
                seen = newest
        await asyncio.sleep(every)


async def _filled(served: Served, request: Request) -> Filled:
    """Who the address names, as far as they are parties."""
    from ledwerk.graph.analysis.agreed import party_names

    ids = tuple(request.query_params.get(end, "") for end in ("from", "to", "via"))
    if not any(ids):
        return Filled()
    named = await patiently(lambda: served.analyst.ask(party_names, ids=ids))
    source, target, via = named.value
    return Filled(source, target, via, wanted=True)


def _start(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > _MOST_START:
        raise InvalidQuestion(f"start={text!r} is not a whole number from 0 to {_MOST_START}")
    return int(text)


def _file(body: bytes, media: str, name: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-store",
    }
    return Response(body, media_type=media, headers=headers)
