"""The report of a workshop: what was added, corrected and refused, by whom and when, as a page that
prints and as a worksheet. It is made of the journal and stays after the end.
"""

from __future__ import annotations

import asyncio
import html
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from ledwerk.api import proposals as p
from ledwerk.api.access import NotAllowed
from ledwerk.api.network_page import language_of
from ledwerk.api.served import Served
from ledwerk.api.session import NOT_KEPT, refused
from ledwerk.api.sheet import XLSX, xlsx_of
from ledwerk.api.workshop_answers import sentence
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_record import (
    ACCEPTED,
    ACCEPTING,
    REFUSED,
    UNDOING,
    UNDONE,
    WAITING,
    WITHDRAWN,
    Proposal,
    Session,
)
from ledwerk.graph import agreements
from ledwerk.graph.agreements import Agreement
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.days import day_said, moment_said
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.texts import said
from ledwerk.viz.texts_workshop import WORKSHOP_TEXTS

# The parts of a report, in order: heading, states.
_PARTS = (
    ("report_added", {ACCEPTED, ACCEPTING}),
    ("report_refused", {REFUSED}),
    ("report_open", {WAITING}),
    ("report_other", {WITHDRAWN, UNDONE, UNDOING}),
)
_COLUMNS = (
    "report_what", "report_state", "report_who", "report_time", "report_decided", "report_why",
    "report_revision",
)  # fmt: skip


def add(app: FastAPI, served: Served) -> None:
    """Serve it."""
    workshop: Workshop = app.state.workshop

    @app.get("/workshop/report")
    async def page(request: Request) -> Response:
        if request.state.asker.role == "participant":
            return refused(NotAllowed("the report is for the facilitator", 403))
        session = await asyncio.to_thread(_session, workshop, request.query_params.get("id", ""))
        made = await asyncio.to_thread(_agreements, served, session)
        lang = language_of(request)
        title = said(WORKSHOP_TEXTS["report_title"], lang)
        body = f'<div class="sheet report">{report_body(session, made, lang)}</div>'
        scripts, styles = ("workshop-report.js",), ("workshop.css",)
        whole = Page(title, body, lang, "/workshop", scripts, styles, WORKSHOP_TEXTS)
        return HTMLResponse(shown(whole), headers=NOT_KEPT)

    @app.get("/workshop/report.xlsx")
    async def sheet(request: Request) -> Response:
        if request.state.asker.role == "participant":
            return refused(NotAllowed("the report is for the facilitator", 403))
        session = await asyncio.to_thread(_session, workshop, request.query_params.get("id", ""))
        lang = language_of(request)
        header = [said(WORKSHOP_TEXTS[name], lang) for name in _COLUMNS]
        rows = [_cells(one, lang) for one in session.proposals.values()]
        name = {"content-disposition": f'attachment; filename="{session.id}.xlsx"'}
        made = xlsx_of(session.name, header, rows)
        return Response(made, media_type=XLSX, headers={**name, **NOT_KEPT})


def report_body(session: Session, made: Sequence[Agreement], lang: str) -> str:
    """The report as HTML."""
    parts = [
        f"<h1>{_said('workshop_of', lang, name=session.name)}</h1>",
        _links(session, lang),
        _about(session, lang),
    ]
    for heading, states in _PARTS:
        found = [one for one in session.proposals.values() if one.state in states]
        parts.append(_section(heading, _table(found, lang) if found else "", lang))
    parts.append(_section("report_agreements", _list(_agreed(made, lang)), lang))
    parts.append(_picture(session, lang))
    log = (
        f"<li><span class='soft'>{html.escape(_clock(line.at, lang))}</span> "
        f"{html.escape(sentence(line, lang))}</li>"
        for line in session.lines
        if line.event != "screen"
    )
    parts.append(_section("log", f'<ol class="log">{"".join(log)}</ol>', lang))
    return "".join(parts)


def _session(workshop: Workshop, ident: str) -> Session:
    sessions = workshop.record().sessions
    found = sessions.get(ident) if ident else next(reversed(sessions.values()), None)
    if found is None:
        raise InvalidQuestion("there is no report of such a workshop")
    return found


def _agreements(served: Served, session: Session) -> list[Agreement]:
    """Those that were made meanwhile, the oldest first."""
    every = agreements.agreements_of(served.journal.entries((agreements.TOPIC,)))
    until = session.ended or "9999"
    return [one for one in reversed(every) if session.started <= one.made_at <= until]


def _links(session: Session, lang: str) -> str:
    ident, fresh = quote(session.id), f"fresh={session.revision}&amp;lang={lang}"
    links = (
        (f"/workshop/report.xlsx?id={ident}&amp;lang={lang}", "report_xlsx"),
        (f"/picture.pdf?{fresh}", "report_pdf"),
        (f"/picture.svg?{fresh}", "report_svg"),
    )
    made = "".join(f'<a class="button" href="{to}">{_word(word, lang)}</a>' for to, word in links)
    button = f'<button id="print" type="button">{_word("report_print", lang)}</button>'
    return f'<p class="buttons">{made}{button}</p>'


def _about(session: Session, lang: str) -> str:
    start = moment_said(session.started, lang)
    when = _said("report_still", lang, start=start)
    if session.ended:
        when = _said("report_until", lang, start=start, end=_clock(session.ended, lang))
    names = ", ".join(one.name for one in session.participants)
    people = html.escape(names) or _word("participants_none", lang)
    count = f" ({len(session.participants)})" if names else ""
    return (
        f"<dl><dt>{_word('report_when', lang)}</dt><dd>{when}</dd>"
        f"<dt>{_word('report_by', lang)}</dt><dd>{html.escape(session.by)}</dd>"
        f"<dt>{_word('participants', lang)}{count}</dt><dd>{people}</dd></dl>"
    )


def _table(found: Iterable[Proposal], lang: str) -> str:
    head = "".join(f'<th scope="col">{_word(name, lang)}</th>' for name in _COLUMNS)
    rows = "".join(f"<tr>{_row(_cells(one, lang))}</tr>" for one in found)
    return (
        f'<div class="wide" tabindex="0"><table><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(cells: Iterable[object]) -> str:
    return "".join(f"<td>{html.escape('' if one is None else str(one))}</td>" for one in cells)


def _cells(one: Proposal, lang: str) -> list[object]:
    why = " – ".join(part for part in (str(one.wish.get("remark", "")), one.why) if part)
    return [
        p.told(one.kind, one.wish, one.names, lang, MODEL),
        said(WORKSHOP_TEXTS[f"state_{one.state}"], lang),
        one.by,
        _clock(one.at, lang),
        one.decided_by,
        why if one.kind != p.REMARK else one.why,
        one.revision or None,
    ]


def _agreed(made: Sequence[Agreement], lang: str) -> list[str]:
    return [
        _said(
            "report_agreed", lang, via=one.via.name, source=one.source.name,
            target=one.target.name, due=day_said(one.due, lang),
        )
        for one in made
    ]  # fmt: skip


def _picture(session: Session, lang: str) -> str:
    address = f"fresh={session.revision}&amp;lang={lang}"
    return (
        f'<section><h2>{_word("report_picture", lang)}</h2><figure><a href="/?{address}">'
        f'<img src="/picture.svg?{address}" alt="{_word("report_picture", lang)}" loading="lazy">'
        f"</a></figure></section>"
    )


def _section(heading: str, content: str, lang: str) -> str:
    inner = content or f'<p class="soft">{_word("report_none", lang)}</p>'
    return f"<section><h2>{_word(heading, lang)}</h2>{inner}</section>"


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""


def _clock(at: str, lang: str) -> str:
    return moment_said(at, lang).rpartition(" ")[2]


def _word(key: str, lang: str) -> str:
    return html.escape(said(WORKSHOP_TEXTS[key], lang))


def _said(key: str, lang: str, /, **values: str) -> str:
    return html.escape(said(WORKSHOP_TEXTS[key], lang).format(**values))
