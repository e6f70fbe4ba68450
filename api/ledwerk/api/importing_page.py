"""Bringing in a file: handed in, looked at with its effects, and taken over when confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, Response

from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.importing_held import Held, known_ending, shelf_of, wanted_of
from ledwerk.api.importing_told import told
from ledwerk.api.language import page_language
from ledwerk.api.served import Served
from ledwerk.api.session import json_object
from ledwerk.api.sheet import XLSX
from ledwerk.loaders.preview import Preview, preview, take_over
from ledwerk.loaders.readers import Reading
from ledwerk.loaders.workbook import Wish, empty_workbook
from ledwerk.schema.errors import InvalidQuestion, LedwerkError, RemovalRefused
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.model import MODEL
from ledwerk.viz.import_page import import_page

_NOT_KEPT = {"cache-control": "no-store"}


def add(app: FastAPI, served: Served) -> None:
    """Serve the page, the template, and what its script asks for."""
    _add_pages(app)  # the template before keys, of which it is none
    desk = _Desk(served)

    @app.post("/import")
    async def hand_in(request: Request) -> Response:
        who, query = _editor(request), request.query_params
        name = query.get("name", "")
        if not known_ending(name):
            raise InvalidQuestion(
                f"{name or 'this file'!r} is not a kind of file that can be read here; "
                "give one of .xlsx, .ods, .csv, .zip"
            )
        body = await request.body()
        wanted = wanted_of({key: query.get(key) for key in ("dataset", "source", "table")})
        made = await run_in_threadpool(desk.hand_in, who, name, body, wanted)
        return await desk.answer(made, query.get("lang", ""))

    @app.get("/import/{key}")
    async def again(request: Request, key: str, lang: str = "nl") -> Response:
        made = await run_in_threadpool(desk.held, _editor(request), key)
        return await desk.answer(made, lang)

    @app.post("/import/{key}")
    async def choose(request: Request, key: str, lang: str = "nl") -> Response:
        who, given = _editor(request), await json_object(request)
        made = await run_in_threadpool(desk.choose, who, key, given)
        return await desk.answer(made, lang)

    @app.post("/import/{key}/confirm")
    async def confirm(request: Request, key: str, lang: str = "nl") -> Response:
        who, given = _editor(request), await json_object(request)
        return await desk.confirm(who, key, given, lang)


def _add_pages(app: FastAPI) -> None:
    @app.get("/import", response_class=HTMLResponse)
    async def page(lang: str = "nl") -> Response:
        return HTMLResponse(import_page(page_language(lang)))

    @app.get("/import/template.xlsx")
    async def template(table: str = "", lang: str = "nl") -> Response:
        wish = Wish(page_language(lang), "", table)
        body = await run_in_threadpool(empty_workbook, MODEL, wish)
        headers = {"content-disposition": 'attachment; filename="ledwerk.xlsx"'}
        return Response(body, media_type=XLSX, headers=headers)


def _editor(request: Request) -> Who:
    """Who asks, if an editor. Raises NotAllowed; a body is not read then."""
    who: Who = request.state.asker
    if who.role == "editor":
        return who
    if who.role:
        raise NotAllowed(f"{who.name} is a {who.role}; a change needs the role editor", 403)
    raise NotAllowed(who.refused or "sign in as an editor to bring in a file", 401)


def _refusal(error: LedwerkError, status: int, **more: Any) -> Response:
    told_so = {"errors": [{"message": str(error)}], **more}
    return JSONResponse(told_so, status, headers=_NOT_KEPT)


_Made = tuple[Held, Reading]


class _Desk:
    """Answers what the page asks of one store."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._shelf = shelf_of(served.store.address)

    def hand_in(self, who: Who, name: str, body: bytes, wanted: Any) -> _Made:
        """Keep and read a file."""
        held = self._shelf.put(who.name, name, body, wanted)
        return self._shelf.get(held.key, who.name)

    def held(self, who: Who, key: str) -> _Made:
        """A file that was handed in."""
        return self._shelf.get(key, who.name)

    def choose(self, who: Who, key: str, given: Mapping[str, Any]) -> _Made:
        """The same with other choices."""
        held, reading = self._shelf.get(key, who.name)
        return self._shelf.choose(held, wanted_of(given)), reading

    async def answer(self, made: _Made, lang: str) -> Response:
        """The preview, as it would be now."""
        held, _ = made
        shown = await self._preview(made)
        return JSONResponse(await self._told(held, shown, lang), headers=_NOT_KEPT)

    async def confirm(self, who: Who, key: str, given: Mapping[str, Any], lang: str) -> Response:
        """Take a file over, once, if it does what its preview showed; else a newer preview."""
        done = await run_in_threadpool(self._shelf.done, key, who.name)
        if done is not None:
            return JSONResponse({**done, "again": True}, headers=_NOT_KEPT)
        made = await run_in_threadpool(self._shelf.get, key, who.name)
        if not await run_in_threadpool(self._shelf.begin, key):
            raise InvalidQuestion("this file is being taken over at this very moment")
        try:
            shown = await self._preview(made)
            if shown.problems or shown.digest != given.get("digest"):
                message = "the network has changed since; look at what it would do now"
                newer = await self._told(made[0], shown, lang)
                await run_in_threadpool(self._shelf.release, key)
                return _refusal(InvalidQuestion(message), 409, preview=newer, stale=True)
            outcome = await run_in_threadpool(self._written, made[0], shown, given)
        except RemovalRefused as error:
            await run_in_threadpool(self._shelf.release, key)
            return _refusal(error, 409, removing=True)
        except BaseException:
            await run_in_threadpool(self._shelf.release, key)
            raise
        return JSONResponse(outcome, headers=_NOT_KEPT)

    def _written(self, held: Held, shown: Preview, given: Mapping[str, Any]) -> dict[str, Any]:
        removing = given.get("removing") is True
        done = take_over(self._served.store, shown, held.who, held.name, removing=removing)
        outcome = {"revision": done.revision, "dataset": shown.dataset, "counts": shown.counts}
        self._shelf.finish(held.key, outcome)
        return outcome

    async def _preview(self, made: _Made) -> Preview:
        held, reading = made
        return await run_in_threadpool(
            preview, MODEL, self._served.store, reading, held.wanted, held.name
        )

    async def _told(self, held: Held, shown: Preview, lang: str) -> dict[str, Any]:
        names = await self._served.store.names()
        called: dict[str, str] = {}
        for name, node_id, _ in names:
            called.setdefault(node_id, name)
        for row in shown.found.rows:
            if isinstance(row.kind, NodeKind):
                called.setdefault(row.keys[0], str(dict(row.values).get("name") or row.keys[0]))
        revision = await self._served.store.revision()
        language = page_language(lang)
        about = {"key": held.key, "name": held.name, "revision": revision}
        chosen = {
            "tables": held.wanted.tables,
            "table": held.wanted.table,
            "skip": held.wanted.skip,
            "same": held.wanted.same,
            "apart": held.wanted.apart,
        }
        body = await run_in_threadpool(told, MODEL, shown, called, language)
        return {**about, "chosen": chosen, **body}
