"""The pages of all tables and of one, the rows that their script asks for, and exports of them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse, Response

from ledwerk.api.language import page_language
from ledwerk.api.seen_kept import OfStores
from ledwerk.api.seen_pages import as_of_now, seen_as
from ledwerk.api.served import Served
from ledwerk.api.sheet import CSV, XLSX, csv_of, xlsx_of
from ledwerk.api.tables_columns import (
    NoSuchTable,
    described,
    kind_of_table,
    title_of,
)
from ledwerk.api.tables_merge import merge_told
from ledwerk.api.tables_question import Asked, asked_of, shown_columns
from ledwerk.api.tables_relations import Relations
from ledwerk.api.tables_rows import (
    Listed,
    Row,
    as_json,
    every_node,
    listed_nodes,
    nodes_of,
    sheet_header,
    sheet_rows,
)
from ledwerk.graph import plan as p
from ledwerk.graph.store import Store
from ledwerk.loaders.columns import Kind, tables
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.model import MODEL
from ledwerk.viz.seen_as import SeenAs
from ledwerk.viz.table_pages import Counted, all_tables_page, table_page
from ledwerk.viz.texts import said

MOST_KEYS = 200
_NOT_KEPT = {"cache-control": "no-store"}


def add(app: FastAPI, served: Served) -> None:
    """Serve them."""
    desk = _Desks(served)

    @app.get("/tables", response_class=HTMLResponse)
    async def all_tables(request: Request, lang: str = "nl") -> Response:
        seen = seen_as(request)
        async with desk.looking(seen) as at:
            counted = await at.counted()
        return HTMLResponse(all_tables_page(counted, page_language(lang), seen))

    @app.get("/tables/{table}.{ending}")
    async def export(request: Request, table: str, ending: str) -> Response:
        query = dict(request.query_params)
        async with desk.looking(seen_as(request)) as at:
            match ending:
                case "json":
                    return JSONResponse(await at.rows(_kind(table), query), headers=_NOT_KEPT)
                case "xlsx" | "csv":
                    return await at.sheet(_kind(table), query, ending)
        raise NoSuchTable(f"a table is to be had as .json, .xlsx or .csv, not as .{ending}")

    @app.get("/tables/{table}/merge")
    async def merge(table: str, keep: str, gone: str, lang: str = "nl") -> Response:
        kind = _kind(table)
        if not isinstance(kind, NodeKind):
            raise NoSuchTable(f"rows of {table} cannot be merged")
        ends, words = (keep, gone), page_language(lang)
        told = await run_in_threadpool(merge_told, MODEL, served.store, kind, ends, words)
        return JSONResponse(told, headers=_NOT_KEPT)

    @app.get("/tables/{table}", response_class=HTMLResponse)
    async def one_table(request: Request, table: str) -> Response:
        query, seen = dict(request.query_params), seen_as(request)
        async with desk.looking(seen) as at:
            return HTMLResponse(await at.page(_kind(table), query, seen, as_of_now(request)))


def _kind(table: str) -> Kind:
    return kind_of_table(MODEL, table)


class _Desks:
    """Desks for the store as of now, and as addresses ask to see it."""

    def __init__(self, served: Served) -> None:
        self._looking = served.views.looking
        self._desks = OfStores(_Desk)

    @asynccontextmanager
    async def looking(self, seen: SeenAs) -> AsyncIterator[_Desk]:
        """The desk of the store as it is seen."""
        async with self._looking(seen) as store:
            yield self._desks.of(store)


class _Desk:
    """Answers what the pages ask of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._relations = Relations(MODEL, store)

    async def counted(self) -> list[Counted]:
        """Every table and how many rows it has."""
        counts = await self._store.answer(p.Tally(("nodes", "relations")))
        every = {**counts["nodes"], **counts["relations"]}
        return [
            Counted(kind.table, title_of(kind), every.get(kind.name, 0), kind in MODEL.relations)
            for kind in tables(MODEL).values()
        ]

    async def page(self, kind: Kind, query: dict[str, str], seen: SeenAs, now: str) -> str:
        """A table's page, with its first rows in it."""
        lang = page_language(query.get("lang", ""))
        told = described(MODEL, kind, lang)
        try:
            told["listed"] = as_json(await self._listed(kind, asked_of(kind, query)))
        except InvalidQuestion as error:  # an old link: the script says so and shows the beginning
            told["listed"] = as_json(await self._listed(kind, Asked()))
            told["wrong"] = str(error)
        return table_page(told, lang, seen, now)

    async def rows(self, kind: Kind, query: dict[str, str]) -> dict[str, Any]:
        """A page of rows; with `keys`, just those rows, as they are now."""
        if "keys" in query:
            keys = [key for key in query["keys"].split("\n") if key]
            if len(keys) > MOST_KEYS:
                raise InvalidQuestion(f"at most {MOST_KEYS} rows at once")
            if isinstance(kind, NodeKind):
                return as_json(await nodes_of(self._store, kind, keys))
            return as_json(await self._relations.rows_of(kind, keys))
        return as_json(await self._listed(kind, asked_of(kind, query)))

    async def sheet(self, kind: Kind, query: dict[str, str], ending: str) -> Response:
        """Everything that the page lists, of all of its pages, as a file."""
        lang, asked = page_language(query.get("lang", "")), asked_of(kind, query)
        rows = await self._every(kind, asked)
        columns = shown_columns(kind, asked)
        header = sheet_header(columns, kind, lang)

        def made() -> bytes:
            cells = sheet_rows(rows, columns, kind, lang)
            if ending == "csv":
                return csv_of(header, cells)
            return xlsx_of(kind.table, header, cells)  # by which name loading knows the table

        body = await run_in_threadpool(made)
        name = re.sub(r"[^a-z0-9]+", "-", said(title_of(kind), lang).lower()).strip("-")
        headers = {"content-disposition": f'attachment; filename="{name}.{ending}"', **_NOT_KEPT}
        return Response(body, media_type=CSV if ending == "csv" else XLSX, headers=headers)

    async def _listed(self, kind: Kind, asked: Asked) -> Listed:
        if isinstance(kind, NodeKind):
            return await listed_nodes(self._store, kind, asked)
        return await self._relations.listed(kind, asked)

    async def _every(self, kind: Kind, asked: Asked) -> Iterator[Row]:
        if isinstance(kind, NodeKind):
            return await every_node(self._store, kind, asked)
        return await self._relations.every(kind, asked)
