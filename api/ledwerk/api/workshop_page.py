"""The pages of a workshop: joining it, facilitating it, and what its forms ask for."""

from __future__ import annotations

import asyncio
import html
import io
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.network_page import language_of
from ledwerk.api.served import Served
from ledwerk.api.session import NOT_KEPT, json_object, refused, remember
from ledwerk.api.suggesting import suggestions
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_doors import Attempts, same_code
from ledwerk.api.workshop_forms import CHOICES, forms
from ledwerk.api.workshop_record import Session
from ledwerk.schema.errors import InvalidEdit, InvalidQuestion
from ledwerk.viz.shell import Page, shown
from ledwerk.viz.texts import said
from ledwerk.viz.texts_workshop import WORKSHOP_TEXTS

SCRIPTS = (
    "workshop-room.js", "workshop-choose.js", "workshop-form.js", "workshop-list.js",
    "workshop-desk.js",
)  # fmt: skip
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "testserver")


def add(app: FastAPI, served: Served) -> None:
    """Serve them."""
    pages = _Pages(app.state.workshop, served)
    for path, answer in (
        ("/workshop", pages.desk),
        ("/join", pages.door),
        ("/workshop/qr.svg", pages.picture),
        ("/workshop/forms.json", pages.forms),
        ("/workshop/suggest.json", pages.suggest),
    ):
        app.add_api_route(path, answer, methods=["GET"], response_class=Response)
    app.add_api_route("/workshop/join", pages.join, methods=["POST"], response_class=Response)


class _Pages:
    """Answers of one service."""

    def __init__(self, workshop: Workshop, served: Served) -> None:
        self._workshop = workshop
        self._served = served
        self._attempts = Attempts()

    async def desk(self, request: Request) -> Response:
        """The facilitator's page; for others what they can do."""
        lang = language_of(request)
        record = await asyncio.to_thread(self._workshop.record)
        who: Who = request.state.asker
        session = record.running
        if session is not None and who.role == "editor":
            body = _desk(session, room_address(request, session), lang)
        elif session is not None and who.role == "participant":
            body = f"<h1>{_word('workshop_title', lang)}</h1>"
            body += f"<p>{_said('you_are_in', lang, name=who.name)}</p>"
            body += f'<p><a class="button" href="/?lang={lang}">{_word("to_network", lang)}</a></p>'
        else:
            word = "join_intro" if session else "none_running"
            body = f"<h1>{_word('workshop_title', lang)}</h1><p>{_word(word, lang)}</p>"
            if session:
                body += f'<p><a class="button" href="/join?lang={lang}">{_word("join", lang)}</a>'
        body += _earlier([one for one in record.sessions.values() if one.ended], lang, who)
        leads = session is not None and who.role == "editor"
        data = forms(lang) if leads else {"made_for": who.role}
        scripts = SCRIPTS if leads else ("workshop-door.js",)
        return self._page("workshop_title", body, lang, "/workshop", scripts, data)

    async def door(self, request: Request) -> Response:
        """Where one joins, with the code filled in from the address."""
        lang = language_of(request)
        session = (await asyncio.to_thread(self._workshop.record)).running
        body = _door(session, request.query_params.get("code", "")[:12], lang)
        return self._page("join_title", body, lang, "/join", ("workshop-door.js",), None)

    async def join(self, request: Request) -> Response:
        """Let somebody in who knows the code."""
        given = await json_object(request)
        address = request.client.host if request.client else ""
        session = (await asyncio.to_thread(self._workshop.record)).running
        if session is None:
            raise InvalidQuestion("no workshop is going on; ask the facilitator")
        who: Who = request.state.asker
        if who.role == "participant" and who.pass_id in session.passes:
            return JSONResponse({"name": who.name, "role": who.role}, headers=NOT_KEPT)
        try:
            self._attempts.check(address)
            if not same_code(str(given.get("code") or "")[:40], session.code):
                self._attempts.wrong(address)
                await asyncio.sleep(_PAUSE)
                return refused(NotAllowed("this is not the code; look at the screen again", 403))
            name = given.get("name")
            key, mine = await asyncio.to_thread(self._workshop.join, session, name)
        except NotAllowed as error:
            return refused(error)
        except InvalidEdit as error:
            raise InvalidQuestion(str(error)) from error
        await self._workshop.tell()
        answer = JSONResponse({"name": mine, "role": "participant"}, headers=NOT_KEPT)
        remember(request, answer, key.token)
        return answer

    async def picture(self, request: Request) -> Response:
        """The code and the address as a QR code, for facilitators."""
        session = await asyncio.to_thread(self._workshop.inside, request.state.asker)
        if session is None or request.state.asker.role != "editor":
            return refused(NotAllowed("this is for the facilitator", 403))
        address = join_address(room_address(request, session), session.code)
        return Response(qr_svg(address), media_type="image/svg+xml", headers=NOT_KEPT)

    async def forms(self, request: Request) -> Response:
        """What the network page needs for taking part; nothing for those who do not."""
        who: Who = request.state.asker
        session = None
        if who.role in {"participant", "editor"}:
            session = await asyncio.to_thread(self._workshop.inside, who)
        if session is None:
            return JSONResponse({"running": False}, headers=NOT_KEPT)
        made = {"running": True, "role": who.role, "name": who.name, "session": session.id}
        return JSONResponse({**made, **forms(language_of(request))}, headers=NOT_KEPT)

    async def suggest(self, request: Request, q: str = "", field: str = "node") -> Response:
        """Names for a field of a form."""
        if field not in CHOICES:
            raise InvalidQuestion(f"field={field!r} is none; it is one of {', '.join(CHOICES)}")
        lang = language_of(request)
        found = await suggestions(self._served.store, q, lang, CHOICES[field])
        return JSONResponse({"found": found}, headers=NOT_KEPT)

    def _page(
        self, title: str, body: str, lang: str, address: str, scripts: tuple[str, ...], data: Any
    ) -> Response:
        page = Page(
            said(WORKSHOP_TEXTS[title], lang), f'<div class="sheet">{body}</div>', lang, address,
            scripts, ("workshop.css",), WORKSHOP_TEXTS, data,
        )  # fmt: skip
        return HTMLResponse(shown(page), headers=NOT_KEPT)


_PAUSE = 0.3  # seconds that a wrong code takes


def closed(lang: str, said_why: str) -> str:
    """The page for somebody who may not read: joining, or signing in, leads on."""
    body = (
        f'<div class="sheet"><h1>{_word("closed_title", lang)}</h1><p>{_word("closed", lang)}</p>'
        f'<p class="soft">{html.escape(said_why)}</p>'
        f'<p><a class="button" href="/join?lang={lang}">{_word("join", lang)}</a></p></div>'
    )
    title = said(WORKSHOP_TEXTS["closed_title"], lang)
    scripts, styles = ("workshop-door.js",), ("workshop.css",)
    return shown(Page(title, body, lang, "", scripts, styles, WORKSHOP_TEXTS, {"made_for": ""}))


def room_address(request: Request, session: Session) -> str:
    """Where the room reaches this: as the command that serves it said, or as it was asked for."""
    return session.address or str(request.base_url)


def join_address(address: str, code: str = "") -> str:
    """Where one joins."""
    return f"{address}join{f'?code={quote(code)}' if code else ''}"


def qr_svg(text: str) -> bytes:
    """A QR code, dark on white whatever the theme, with a white edge."""
    import segno

    made = io.BytesIO()
    segno.make(text, micro=False).save(
        made, kind="svg", scale=8, border=3, light="#ffffff", xmldecl=False, svgns=True, nl=False
    )
    return made.getvalue()


def only_here(address: str) -> bool:
    """Whether nobody but this machine reaches an address."""
    host = address.partition("//")[2].partition("/")[0].rpartition(":")[0]
    return host in _LOOPBACK


# -- bodies ---------------------------------------------------------------------------------------


def _desk(session: Session, address: str, lang: str) -> str:
    where = join_address(address)
    shown_where = where.removeprefix("http://")
    here = f'<p class="note warn">{_word("only_here", lang)}</p>' if only_here(address) else ""
    report = f"/workshop/report?id={quote(session.id)}&amp;lang={lang}"
    return f"""<h1>{_said("workshop_of", lang, name=session.name)}</h1>
<section class="door" aria-labelledby="door-title">
<div><h2 id="door-title">{_word("how_to_join", lang)}</h2>
<p class="where">{_said("join_at", lang, address=shown_where)}</p>
<p class="code" aria-label="{html.escape(" ".join(session.code))}">{html.escape(session.code)}</p>
{here}</div>
<img class="qr" src="/workshop/qr.svg" alt="{_said("qr", lang, address=shown_where)}">
</section>
<p class="buttons"><a class="button" href="/?lang={lang}">{_word("open_network", lang)}</a>
<a class="button" href="{report}">{_word("report", lang)}</a>
<button id="end" type="button">{_word("end", lang)}</button></p>
<p id="trouble" class="wrong" role="alert"></p>
<div class="halves">
<section aria-labelledby="waiting-title"><h2 id="waiting-title">{_word("waiting", lang)}
<span id="waiting-count"></span></h2><div id="waiting"></div></section>
<section aria-labelledby="who-title"><h2 id="who-title">{_word("participants", lang)}
<span id="participants-count"></span></h2><ul id="participants" class="names"></ul></section>
<section aria-labelledby="decided-title"><h2 id="decided-title">{_word("decided", lang)}</h2>
<div id="decided"></div></section>
<section aria-labelledby="log-title"><h2 id="log-title">{_word("log", lang)}</h2>
<ol id="log" class="log" reversed></ol></section></div>"""


def _door(session: Session | None, code: str, lang: str) -> str:
    title = f"<h1>{_word('join_title', lang)}</h1>"
    if session is None:
        return f"{title}<p>{_word('join_none', lang)}</p>"
    return f"""{title}<p>{_said("workshop_of", lang, name=session.name)}</p>
<form id="join"><p>{_word("join_intro", lang)}</p>
<p><label for="code">{_word("code", lang)}</label>
<input id="code" name="code" value="{html.escape(code)}" required maxlength="12" autocomplete="off"
 autocapitalize="characters" spellcheck="false" aria-describedby="wrong"></p>
<p><label for="name">{_word("first_name", lang)}</label>
<input id="name" name="name" required maxlength="40" autocomplete="given-name"
 aria-describedby="wrong"></p>
<p id="wrong" class="wrong" role="alert"></p>
<p><button class="first" type="submit">{_word("join", lang)}</button></p></form>
<p id="joined" hidden><span></span>
<a class="button" href="/?lang={lang}">{_word("to_network", lang)}</a></p>"""


def _earlier(sessions: list[Session], lang: str, who: Who) -> str:
    if not sessions or who.role == "participant":
        return ""
    items = "".join(
        f'<li><a href="/workshop/report?id={quote(one.id)}&amp;lang={lang}">'
        f"{html.escape(one.name)}</a> <span class='soft'>{one.started[:10]}</span></li>"
        for one in reversed(sessions)
    )
    return f"<h2>{_word('earlier', lang)}</h2><ul>{items}</ul>"


def _word(key: str, lang: str) -> str:
    return html.escape(said(WORKSHOP_TEXTS[key], lang))


def _said(key: str, lang: str, /, **values: str) -> str:
    return html.escape(said(WORKSHOP_TEXTS[key], lang).format(**values))
