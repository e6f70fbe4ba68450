"""The page of history, and what a view can be asked under: `/history` and `/seen.json`."""

from __future__ import annotations

import asyncio
from itertools import islice

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from ledwerk.api.changes_page import names_of
from ledwerk.api.network_page import language_of
from ledwerk.api.served import Served
from ledwerk.graph.net_change import ends_of, net_change
from ledwerk.graph.store import Revision, Store
from ledwerk.loaders.taking_back import TakenBack, look
from ledwerk.loaders.taking_back_log import voided
from ledwerk.loaders.taking_back_rests import Resting
from ledwerk.schema.errors import InvalidEdit, InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.schema.vocabularies import BASIS
from ledwerk.viz.history_page import (
    MOST_COUNTED,
    Line,
    Opened,
    Rests,
    history_page,
    revision_page,
)
from ledwerk.viz.texts import said

_ON_A_PAGE = 50
_MOST_NAMED = 400  # of what rests on a revision
_LONGEST_NUMBER = 15


def add(app: FastAPI, served: Served) -> None:
    """Serve them."""
    pages = _Pages(served.store)

    @app.get("/history", response_class=HTMLResponse)
    async def history(request: Request, revision: str = "", before: str = "") -> Response:
        lang = language_of(request)
        if revision:
            text = await asyncio.to_thread(pages.one, _number("revision", revision), lang)
        else:
            text = await asyncio.to_thread(
                pages.several, _number("before", before) if before else None, lang
            )
        return HTMLResponse(text, headers={"cache-control": "no-store"})

    @app.get("/seen.json")
    async def seen(request: Request) -> Response:
        lang = language_of(request)
        datasets = await asyncio.to_thread(served.store.datasets)
        bases = [{"value": one.value, "label": said(one.label, lang)} for one in BASIS.terms]
        told = {"datasets": list(datasets), "bases": bases}
        return JSONResponse(told, headers={"cache-control": "no-store"})


def _number(name: str, given: str) -> int:
    if not given.isascii() or not given.isdigit() or len(given) > _LONGEST_NUMBER:
        raise InvalidQuestion(f"{name}={given!r} is not the number of a revision")
    return int(given)


class _Pages:
    """Makes them; what a revision touched is counted once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counts: dict[tuple[int, str], tuple[int, int] | None] = {}

    def several(self, before: int | None, lang: str) -> str:
        """Some revisions, the newest first."""
        every = list(self._store.revisions())
        void = voided(every)
        some = [one for one in reversed(every) if before is None or one.number < before]
        lines = [Line(one, self._counted(one), one.number in void) for one in some[:_ON_A_PAGE]]
        older = some[_ON_A_PAGE - 1].number if len(some) > _ON_A_PAGE else None
        return history_page(lines, older, every[-1].number if every else 0, lang)

    def one(self, number: int, lang: str) -> str:
        """One revision. Raises InvalidQuestion where there is none such."""
        revision = next(iter(self._store.revisions(number - 1)), None) if number else None
        if revision is None or revision.number != number:
            raise InvalidQuestion(f"there is no revision {number}")
        net = net_change(MODEL, self._store, number - 1, number)
        taken, refused = self._looked(number)
        names = {one.key: one.name for one in net.shifts if one.name}
        some = taken.resting[:_MOST_NAMED] if taken else ()
        ids = [*ends_of(net.shifts), *(end for one in some for end in _ends(one))]
        names |= names_of(self._store, ids)
        counts = (len(taken.amendment.add), len(taken.amendment.drop)) if taken else (0, 0)
        rests = [_rests(one, names) for one in taken.resting] if taken else []
        return revision_page(MODEL, Opened(revision, net, names, rests, counts, refused), lang)

    def _looked(self, number: int) -> tuple[TakenBack | None, str]:
        """What taking it back would do, or why it cannot be."""
        try:
            return look(MODEL, self._store, number), ""
        except InvalidEdit as error:
            return None, str(error)

    def _counted(self, one: Revision) -> tuple[int, int] | None:
        key = (one.number, one.at)
        if key not in self._counts:
            events = self._store.events(one.number - 1, one.number)
            signs = [event.sign for event in islice(events, MOST_COUNTED + 1)]
            much = len(signs) > MOST_COUNTED
            self._counts[key] = None if much else (signs.count("+"), signs.count("-"))
        return self._counts[key]


def _ends(one: Resting) -> tuple[str, ...]:
    said_ = one.statement
    if said_ is not None and said_.source_id:
        return (said_.source_id, said_.target_id)
    return (one.key,) if one.key else ()


def _rests(one: Resting, names: dict[str, str]) -> Rests:
    about = " – ".join(names.get(end, end) for end in _ends(one))
    return Rests(one.how, one.revision, about, one.property)
