"""The page of what changed since the last meeting, and its worksheet."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from ledwerk.api.agreements import Agreements
from ledwerk.api.network_page import language_of
from ledwerk.api.patience import in_time
from ledwerk.api.served import Served
from ledwerk.api.sheet import XLSX, xlsx_of
from ledwerk.api.workshop_record import TOPIC, Record
from ledwerk.graph import plan as p
from ledwerk.graph.agreements import Agreement
from ledwerk.graph.analysis.what_if import WhatIf
from ledwerk.graph.net_change import NetChange, ends_of, net_change
from ledwerk.graph.past import rows_at, rows_before
from ledwerk.graph.store import NetworkRows, Revision, Store
from ledwerk.graph.trust import Sight, moment_of
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

    @app.get("/changes", response_class=HTMLResponse)
    async def page(request: Request, since: str = "", until: str = "") -> Response:
        agreements = await in_time(kept.looked)
        if agreements is None:  # as they stood when the data were looked at last
            agreements = await kept.listed()
        made = await meeting_of(served, since, agreements, until)
        text = await asyncio.to_thread(changes_page, MODEL, made, language_of(request))
        return HTMLResponse(text, headers={"cache-control": "no-store"})

    @app.get("/changes.xlsx")
    async def sheet(request: Request, since: str = "", until: str = "") -> Response:
        body = await asyncio.to_thread(_sheet, served, since, until, language_of(request))
        headers = {
            "content-disposition": 'attachment; filename="changes.xlsx"',
            "cache-control": "no-store",
        }
        return Response(body, media_type=XLSX, headers=headers)


async def meeting_of(
    served: Served, since: str, agreements: Sequence[Agreement], until: str = ""
) -> Meeting:
    """Everything that changed since a revision or a moment, or since what `start_of` chooses, up to
    another, or to now.

    Raises InvalidQuestion for what is neither.
    """
    store = served.store
    start, sessions, revisions = await asyncio.to_thread(_start, served, since)
    end = _end(until, start, revisions)
    last = None if end is None else end.number
    net = await asyncio.to_thread(net_change, MODEL, store, start.revision, last)
    numbers = await (compared_since(served, net) if end is None else compared(served, net, end))
    if end is not None:
        agreements = [one for one in agreements if one.made_at <= end.at]
    ids = list(ends_of(net.shifts))
    if (was := numbers.found) is not None:
        ids += [*was.gaps.closed, *was.gaps.opened, *(one.party for one in was.moved)]
    known = await asyncio.to_thread(names_of, store, ids)
    return Meeting(
        start, net, {one.key: one.name for one in net.shifts if one.name} | known,
        was, numbers.late,
        made=[one for one in agreements if one.made_at > start.at],
        closed=[one for one in agreements if one.closing and one.closing.at > start.at],
        dropped=[one for one in agreements if one.dropped and one.dropped.at > start.at],
        sessions=list(reversed(sessions)),
        recent=list(reversed(revisions[-_RECENT:])),
        until=end,
    )  # fmt: skip


def _start(served: Served, since: str) -> tuple[Start, list[Ended], list[Revision]]:
    revisions = list(served.store.revisions(0))
    sessions = ended_sessions(served)
    return start_of(since, revisions, sessions, datetime.now(UTC)), sessions, revisions


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
    if "T" in since:
        moment = moment_of(since, begins=True).isoformat(timespec="milliseconds")
        return Start(_before(moment, revisions), "since_moment", moment)
    if not _is_number(since):
        raise InvalidQuestion(
            f"since={since!r} is neither the number of a revision nor a date such as 2016-10-01"
        )
    number = min(int(since), revisions[-1].number if revisions else 0)
    found = next((one for one in reversed(revisions) if one.number <= number), None)
    if found is None:
        return Start(0, "since_start")
    return Start(number, "since_revision", found.at)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER


def _end(until: str, start: Start, revisions: Sequence[Revision]) -> Revision | None:
    """The last revision that counts; None where it is the newest. Raises InvalidQuestion."""
    if not until or not revisions:
        return None
    if _is_number(until):
        number = int(until)
    else:
        moment = moment_of(until)
        made = (one.number for one in revisions if datetime.fromisoformat(one.at) <= moment)
        number = max(made, default=0)
    if number < start.revision:
        raise InvalidQuestion(f"until={until!r} is before what it looks from; turn them round")
    found = [one for one in revisions if one.number <= number]
    if not found:
        raise InvalidQuestion(f"until={until!r}: nothing had been loaded by then")
    return None if found[-1] is revisions[-1] else found[-1]


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


@dataclass(frozen=True, slots=True)
class Compared:
    """What the numbers did: None where the network of then cannot be rebuilt; `late` says that it
    is still being reckoned.
    """

    found: WhatIf | None
    late: bool = False


async def compared_since(served: Served, net: NetChange) -> Compared:
    """The network before a net change beside that of now, reckoned where analyses are."""
    from ledwerk.graph.analysis.then_and_now import Then, then_and_now

    if not net.revisions:
        return Compared(None)
    rows = await asyncio.to_thread(_rows_before, served.store, net)
    if rows is None:
        return Compared(None)
    then = Then(net.since, net.until, rows)
    answer = await in_time(lambda: served.analyst.ask(then_and_now, then=then))
    return Compared(None, late=True) if answer is None else Compared(answer.value)


async def compared(served: Served, net: NetChange, end: Revision) -> Compared:
    """The same beside that of an older revision, which is put together first."""
    from ledwerk.graph.analysis.then_and_now import Then, then_and_now

    if not net.revisions or served.seen is None:
        return Compared(None)
    rows = await asyncio.to_thread(rows_at, served.store, net.since)
    if rows is None:
        return Compared(None)
    then = Then(net.since, net.until, rows)
    sight = Sight(datetime.fromisoformat(end.at))

    async def ask() -> WhatIf:
        assert served.seen is not None
        async with served.seen.stores.looking(sight, served.seen.patience) as store:
            answer = await served.seen.analyst.of(store, store.address).ask(then_and_now, then=then)
            found: WhatIf = answer.value
            return found

    told = await in_time(ask)
    return Compared(told, late=told is None)


def _rows_before(store: Store, net: NetChange) -> NetworkRows | None:
    if not net.whole:
        return rows_at(store, net.since)
    now = asyncio.run(store.network())
    # Where it was changed meanwhile, the next time somebody looks will do.
    return rows_before(MODEL, store, net, now) if now.revision == net.until else None


def _sheet(served: Served, since: str, until: str, lang: str) -> bytes:
    store = served.store
    start, _, revisions = _start(served, since)
    end = _end(until, start, revisions)
    net = net_change(MODEL, store, start.revision, None if end is None else end.number)
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
