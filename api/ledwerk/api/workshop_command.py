"""`ledwerk workshop`: one command that opens the room, says how to get in, and serves it."""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from ledwerk.api.language import language_of
from ledwerk.api.own_addresses import Own, own_addresses
from ledwerk.api.ports import bound_alone, shown_address
from ledwerk.api.proposals_deciding import Proposals
from ledwerk.api.serving import Place, serve_at
from ledwerk.api.settings import LOOPBACK, Settings
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_page import join_address
from ledwerk.api.workshop_record import Session
from ledwerk.graph.sqlite_journal import journal_beside
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.viz.days import day_said
from ledwerk.viz.texts import said
from ledwerk.viz.texts_workshop_command import COMMAND_TEXTS

_ANY = {"0.0.0.0", "::"}  # noqa: S104 - only compared


def run_workshop(store: Store, options: argparse.Namespace) -> int:
    """Begin or go on with a workshop and serve it until stopped."""
    lang = language_of((), os.environ)
    host = options.host or _asked_host(lang)
    bound = bound_alone(host, options.port)
    address = _reached(host, bound.getsockname()[1])
    workshop = Workshop(store, journal_beside(store.address))
    revision = asyncio.run(store.revision())
    before = workshop.record().running
    if before is not None and options.new:
        workshop.end(before, options.facilitator or "", revision)
        before = None
    name = options.name or _word(lang, "title", day=day_said(_today(), lang))
    facilitator = options.facilitator or _word(lang, "facilitator")
    session = workshop.start(name, facilitator, revision)
    finished = len(Proposals(workshop).finish())
    key = workshop.open(session, facilitator, address)
    mine = f"{address}workshop?lang={lang}#key={key.token}"
    settings = Settings(host=host, read_token=host not in LOOPBACK, tokens=options.tokens)
    resumed = before is not None and before.id == session.id

    def started() -> None:
        _tell(lang, session, address, mine, finished=finished, resumed=resumed, host=host)
        if not options.no_browser:
            _open(mine, Path(folder))

    if options.log != "off":
        from ledwerk.api.log_lines import set_up_logging

        set_up_logging(options.log)
    with tempfile.TemporaryDirectory(prefix="ledwerk-") as folder:  # for its owner only
        serve_at(Place(bound, started), store, settings, logged=options.log != "off")
    return 0


def _asked_host(lang: str) -> str:
    """Where the room gets in; this machine only without an answer."""
    if not sys.stdin.isatty():
        return "127.0.0.1"
    return chosen_host(own_addresses(), lang, input)


def chosen_host(own: Sequence[Own], lang: str, ask: Callable[[str], str]) -> str:
    """The address of the answer to who may take part. Raises LedwerkError for one that is none."""
    if not own:
        return "127.0.0.1"
    lines = [_word(lang, "who_may"), f"  1  {_word(lang, 'only_here')}"]
    for number, one in enumerate(own, start=2):
        name = f" ({one.interface})" if one.interface else ""
        lines.append(f"  {number}  {_word(lang, 'room', address=one.address)}{name}")
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    try:
        given = ask(_word(lang, "choose")).strip()
    except EOFError:
        given = ""
    if given in {"", "1"}:
        return "127.0.0.1"
    if given.isascii() and given.isdigit() and 2 <= int(given) <= len(own) + 1:
        return own[int(given) - 2].address
    raise LedwerkError(_word(lang, "not_a_choice", given=given, most=str(len(own) + 1)))


def _reached(host: str, port: int) -> str:
    """The address that the room types in."""
    if host in _ANY:
        own = own_addresses()
        host = own[0].address if own else "127.0.0.1"
    return shown_address(host, port)


def _tell(
    lang: str, session: Session, address: str, mine: str, *, finished: int, resumed: bool, host: str
) -> None:
    join = join_address(address)
    lines = [_word(lang, "resumed" if resumed else "begun", name=session.name)]
    if finished:
        lines.append(_word(lang, "finished", count=str(finished)))
    lines.append(_word(lang, "join", address=join))
    lines.append(_word(lang, "code", code=session.code))
    if host in LOOPBACK:
        lines.append(_word(lang, "closed"))
    qr = terminal_qr(join_address(address, session.code))
    if _shows(qr):
        lines.append(qr)
    lines += [_word(lang, "yours", address=mine), _word(lang, "stop")]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


def terminal_qr(text: str) -> str:
    """A QR code in signs of half a line."""
    import segno

    made = io.StringIO()
    segno.make(text, micro=False).terminal(made, compact=True)
    return made.getvalue()


def _shows(text: str) -> bool:
    """Whether the terminal can show it; a file or pipe has no use for it."""
    if not sys.stdout.isatty():
        return False
    with suppress(UnicodeEncodeError, LookupError):
        text.encode(sys.stdout.encoding or "ascii")
        return True
    return False


def _open(address: str, folder: Path) -> None:
    """Open the page in the browser, by a file that only its owner can read.

    What a program is started with can be seen by others on this machine, and the key is in the
    address.
    """
    page = folder / "workshop.html"
    head = '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
    leads = f'<meta http-equiv="refresh" content="0;url={escape(address)}">'
    page.write_text(f"{head}{leads}<title>ledwerk</title>", encoding="utf-8")
    with suppress(webbrowser.Error):
        webbrowser.open(page.as_uri())


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()


def _word(lang: str, key: str, /, **values: str) -> str:
    return said(COMMAND_TEXTS[key], lang).format(**values)
