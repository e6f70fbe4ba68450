"""The page of what changed since the last meeting, and its worksheet."""

from __future__ import annotations

import asyncio
import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from ledwerk.api.agreements import Agreements
from ledwerk.api.network_page import language_of
from ledwerk.api.patience import patiently
from ledwerk.api.served import Served
from ledwerk.api.sheet import XLSX, xlsx_of
from ledwerk.api.workshop_record import TOPIC, Record
from ledwerk.graph import plan as p
from ledwerk.graph.agreements import Agreement
from ledwerk.graph.analysis.what_if import WhatIf
from ledwerk.graph.net_change import NetChange, ends_of, net_change
from ledwerk.graph.network import network_of
from ledwerk.graph.past import network_at
from ledwerk.graph.store import Revision, Store
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.changes_lists import Telling
from ledwerk.viz.changes_page import Ended, Meeting, Start, changes_page
from ledwerk.viz.page_words import PageWords
from ledwerk.viz.texts import said
from ledwerk.viz.texts_changes import CHANGE_TEXTS

_MONTH = timedelta(days=30)
_RECENT = 20
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_NUMBER = 15


def add(app: FastAPI, served: Served) -> None:
    """Serve both."""
    kept = Agreements(served.store, served.analyst, lambda: served.journal)
    comparisons = Comparisons(served.store)

    @app.get("/changes", response_class=HTMLResponse)
    async def page(request: Request, since: str = "") -> Response:
        agreements = await patiently(kept.looked)
        made = await asyncio.to_thread(meeting_of, served, comparisons, since, agreements)
        text = await asyncio.to_thread(changes_page, MODEL, made, language_of(request))
        return HTMLResponse(text, headers={"cache-control": "no-store"})

    @app.get("/changes.xlsx")
    async def sheet(request: Request, since: str = "") -> Response:
        body = await asyncio.to_thread(_sheet, served, since, language_of(request))
        headers = {
            "content-disposition": 'attachment; filename="changes.xlsx"',
            "cache-control": "no-store",
        }
        return Response(body, media_type=XLSX, headers=headers)


def meeting_of(
    served: Served, comparisons: Comparisons, since: str, agreements: Sequence[Agreement]
) -> Meeting:
    """Everything that changed since a revision or a day, or since what `start_of` chooses.

    Raises InvalidQuestion for what is neither. Blocks: for a thread.
    """
    store = served.store
    revisions = list(store.revisions(0))
    sessions = ended_sessions(served)
    start = start_of(since, revisions, sessions, datetime.now(UTC))
    net = net_change(MODEL, store, start.revision)
    was = comparisons.of(start.revision, net.until) if net.revisions else None
    ids = list(ends_of(net.shifts))
    if was is not None:
        ids += [*was.gaps.closed, *was.gaps.opened, *(one.party for one in was.moved)]
    names = {one.key: one.name for one in net.shifts if one.name} | names_of(store, ids)
    at = start.at or ""
    return Meeting(
        start, net, names, was,
        made=[one for one in agreements if one.made_at > at],
        closed=[one for one in agreements if one.closing and one.closing.at > at],
        dropped=[one for one in agreements if one.dropped and one.dropped.at > at],
        sessions=list(reversed(sessions)),
        recent=list(reversed(revisions[-_RECENT:])),
    )  # fmt: skip


def start_of(
    since: str, revisions: Sequence[Revision], sessions: Sequence[Ended], now: datetime
) -> Start:
    """Where to look from: the revision or day asked for, or else the end of the last workshop, or
    a month ago, but never before the first load. Raises InvalidQuestion.
    """
    if since:
        return _asked(since, revisions)
    if sessions:
        last = sessions[-1]
        return Start(last.revision, "since_session", last.at, last.name)
    moment = (now - _MONTH).isoformat(timespec="milliseconds")
    before = _before(moment, revisions)
    if before == 0 and revisions:
        first = revisions[0]
        return Start(first.number, "since_first", first.at)
    return Start(before, "since_month", moment)


def _asked(since: str, revisions: Sequence[Revision]) -> Start:
    if _DATE.fullmatch(since):
        try:
            day = datetime.combine(date.fromisoformat(since), datetime.min.time()).astimezone()
        except (ValueError, OverflowError):
            raise InvalidQuestion(f"since={since!r} is no date there is") from None
        moment = day.astimezone(UTC).isoformat(timespec="milliseconds")
        return Start(_before(moment, revisions), "since_moment", moment)
    if not since.isascii() or not since.isdigit() or len(since) > _LONGEST_NUMBER:
        raise InvalidQuestion(
            f"since={since!r} is neither the number of a revision nor a date such as 2016-10-01"
        )
    number = min(int(since), revisions[-1].number if revisions else 0)
    found = next((one for one in reversed(revisions) if one.number <= number), None)
    if found is None:
        return Start(0, "since_start")
    return Start(number, "since_revision", found.at)


def _before(moment: str, revisions: Iterable[Revision]) -> int:
    """The newest revision before a moment; moments in UTC sort as text."""
    return max((one.number for one in revisions if one.at < moment), default=0)


def ended_sessions(served: Served) -> list[Ended]:
    """The workshops that have ended, the last one last."""
    record = Record()
    record.read(served.journal.entries((TOPIC,)))
    found = [Ended(one.name, one.ended, one.last) for one in record.sessions.values() if one.ended]
    return sorted(found, key=lambda one: one.at)


def names_of(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """What nodes are called now; those that are not there are left out. Blocks."""
    found: dict[str, str] = {}
    wanted = [one for one in dict.fromkeys(ids) if MODEL.kind_of(one) is not None]
    for start in range(0, len(wanted), _AT_ONCE):
        some = tuple(wanted[start : start + _AT_ONCE])
        plan = p.Find(p.ById(some, _KINDS), p.ListOf(_NAMED, len(some)))
        rows = asyncio.run(store.answer(plan))
        found |= {row["id"]: str(row["name"]) for row in rows}
    return found


_AT_ONCE = 500
_KINDS = tuple(kind.name for kind in MODEL.nodes)
_NAMED = p.Shape((((), (p.Leaf("id", "id"), p.Leaf("name", "name"))),))


class Comparisons:
    """The network of then beside that of now, made once for each two revisions."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[int, int], WhatIf | None] = OrderedDict()

    def of(self, since: int, until: int) -> WhatIf | None:
        """What moved; None where the network of then cannot be rebuilt. Blocks."""
        key = (since, until)
        if key not in self._kept:
            self._kept[key] = self._made(since)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def _made(self, since: int) -> WhatIf | None:
        from ledwerk.graph.analysis.what_if import compared
        from ledwerk.graph.lens import Lens

        was = network_at(self._store, since)
        if was is None:
            return None
        now = network_of(asyncio.run(self._store.network()))
        return compared(was, now, Lens(), first=_MOVED)


_KEPT, _MOVED = 8, 20


def _sheet(served: Served, since: str, lang: str) -> bytes:
    store = served.store
    sessions = ended_sessions(served)
    start = start_of(since, list(store.revisions(0)), sessions, datetime.now(UTC))
    net: NetChange = net_change(MODEL, store, start.revision)
    if not net.whole:
        raise InvalidQuestion(
            f"{sum(net.touched.values()):,} things were touched since revision {net.since}, too "
            "many to list one by one; look from a later revision"
        )
    names = {one.key: one.name for one in net.shifts if one.name}
    names |= names_of(store, ends_of(net.shifts))
    telling = Telling(MODEL, names, PageWords(CHANGE_TEXTS, lang))
    title = said(CHANGE_TEXTS["title"], lang)
    return xlsx_of(title, telling.header(), telling.rows(net.shifts))
