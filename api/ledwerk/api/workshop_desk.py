"""A workshop at work: who is let in, what is shown, and word of everything to whoever follows.

`Workshop` stands beside a store and keeps everything in the store's journal: an entry is on the
disk before anybody hears of it. What several processes do is seen by all, by looking ten times a
second; what this one does, at once.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from ledwerk.api.access import NotAllowed, Who
from ledwerk.api.workshop_doors import PREFIX, Key, first_name, id_of, new_code, new_key, opens
from ledwerk.api.workshop_record import TOPIC, Line, Record, Session
from ledwerk.graph.sqlite_journal import Entry, Journal
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidEdit, InvalidQuestion, LedwerkError
from ledwerk.schema.names import slug
from ledwerk.viz.state import address_of, state_of

EVERY = 0.1  # seconds between two looks for what other processes did
MOST_PARTICIPANTS = 500
READABLE = timedelta(hours=36)  # how long the facilitator's pass still reads after the end
_LONGEST_TITLE = 120
_LAST_WORDS = 0.2  # seconds for saying that it has ended, before the line is cut


class Workshop:
    """The workshops of a store, kept in what `journal` opens when it is first needed.

    Plain methods may be called from any thread.
    """

    def __init__(self, store: Store, journal: Callable[[], Journal]) -> None:
        self.store = store
        self._journal = journal
        self._record = Record()
        self._reading = threading.Lock()
        self._joining = threading.Lock()
        self._looked = float("-inf")
        self._followers = 0
        self._looking: asyncio.Task[None] | None = None
        self._news = asyncio.Condition()
        self._told = 0
        self._shown_out: set[str] = set()
        self._on_end: list[Callable[[Session], Awaitable[None]]] = []

    # -- what is known ----------------------------------------------------------------------------

    def record(self) -> Record:
        """Everything so far, read anew where it may have changed."""
        with self._reading:
            before = self._record.number
            self._record.read(self._journal().entries((TOPIC,), since=before))
            if not before:
                self._shown_out = {one.id for one in self._record.sessions.values() if one.ended}
            self._looked = time.monotonic()
        return self._record

    def running(self) -> Session:
        """The session that is going on. Raises InvalidQuestion where there is none."""
        found = self.record().running
        if found is None:
            raise InvalidQuestion("no workshop is going on; one begins with: ledwerk workshop")
        return found

    def holder(self, token: str) -> Who | None:
        """Who has this pass, while it counts. After the end, the facilitator's still reads."""
        if not token.startswith(PREFIX):
            return None
        if time.monotonic() - self._looked > EVERY:
            self.record()
        made = self._record.passes.get(id_of(token))
        if made is None or not opens(token, made.sha256):
            return None
        session = self._record.sessions[made.session]
        if session.goes_on:
            return Who(made.name, made.role, made.id)
        if made.role == "editor" and _since(session.ended or session.started) < READABLE:
            return Who(made.name, "reader", made.id)
        return None

    def refusal(self, token: str) -> str:
        """Why `holder` gives None."""
        made = self._record.passes.get(id_of(token)) if token.startswith(PREFIX) else None
        if made is not None and opens(token, made.sha256):
            return "the workshop has ended; thank you for taking part"
        return "this token is not known here; ask whoever runs the service for one"

    def inside(self, who: Who) -> Session | None:
        """The running session, if somebody is in it: with its pass, or as an editor."""
        session = self.record().running
        if session is None or who.role not in {"participant", "editor"}:
            return None
        return session if not who.pass_id or who.pass_id in session.passes else None

    # -- what is done -----------------------------------------------------------------------------

    def write(self, actor: str, session: str, body: dict[str, Any], *, mark: str = "") -> Entry:
        """Append an entry and know it; whoever follows hears of it with `tell`."""
        entry = self._journal().append(actor, TOPIC, session, body, mark=mark)
        self.record()
        return entry

    def start(self, name: str, by: str, revision: int) -> Session:
        """Go on with the session that is running, or begin one. One that was forgotten ends."""
        there = self.record().running
        if there is not None:
            return there
        for one in [one for one in self._record.sessions.values() if not one.ended]:
            self.end(one, "", revision)
        title = " ".join(name.split())
        if not title or len(title) > _LONGEST_TITLE:
            raise InvalidQuestion(f"the workshop's name has 1 to {_LONGEST_TITLE} letters")
        words = slug(title)[:40].strip("-") or "workshop"
        ident = f"{datetime.now(UTC):%Y%m%d}-{words}-{secrets.token_hex(3)}"
        body = {"event": "started", "name": title, "code": new_code(), "revision": revision}
        self.write(by, ident, body)
        return self.running()

    def open(self, session: Session, name: str, address: str = "") -> Key:
        """A facilitator's pass; the room reaches the session at the address from now on."""
        return self._pass(session, "opened", name, address=address)

    def join(self, session: Session, name: object) -> tuple[Key, str]:
        """A participant's pass, and the name that it is for. Raises InvalidEdit."""
        with self._joining:
            names = {one.name for one in session.passes.values()}
            if len(session.participants) >= MOST_PARTICIPANTS:
                raise InvalidEdit("name", "TAKEN", f"{MOST_PARTICIPANTS} have joined; no more can")
            mine = first_name(name, names)
            return self._pass(session, "joined", mine), mine

    def _pass(self, session: Session, event: str, name: str, **more: str) -> Key:
        key = new_key()
        body = {"event": event, "id": key.id, "name": name, "sha256": key.sha256, **more}
        self.write(name, session.id, body)
        return key

    def show(self, who: Who, address: str) -> Session:
        """Let all screens show a view. Raises InvalidQuestion for what is none."""
        session = self.running()
        body = {"event": "screen", "address": address_of(state_of(address))}
        self.write(who.name, session.id, body)
        return session

    def end(self, session: Session, by: str, revision: int) -> Session:
        """No pass of the session counts from now on."""
        body = {"event": "ended", "revision": revision}
        self.write(by, session.id, body, mark=f"ended {session.id}")
        return session

    # -- who follows ------------------------------------------------------------------------------

    async def tell(self) -> None:
        """Let those who follow in this process look at once, and show out who is in no more."""
        self._told = self._record.number
        async with self._news:
            self._news.notify_all()
        for one in list(self._record.sessions.values()):
            if one.ended and one.id not in self._shown_out:
                self._shown_out.add(one.id)
                await asyncio.sleep(_LAST_WORDS)
                for told in self._on_end:
                    await told(one)

    def when_ended(self, told: Callable[[Session], Awaitable[None]]) -> None:
        """Have something awaited with each session that ends from now on, once."""
        self._on_end.append(told)

    async def lines(self, who: Who, since: int | None) -> AsyncIterator[tuple[Session, Line]]:
        """The lines of the running session after an entry's number, in order and each once, then
        those to come; it ends with the session. From now on if no number is given.
        """
        session = await asyncio.to_thread(self.inside, who)
        if session is None:
            raise NotAllowed("you are not in a workshop; join with the code on the screen", 403)
        place = _place(session.lines, self._record.number if since is None else since)
        self.watch()
        self._followers += 1
        try:
            while True:
                while place < len(session.lines):
                    line = session.lines[place]
                    place += 1
                    if may_see(who, line):
                        yield session, line
                    if line.event == "ended":
                        return
                async with self._news:
                    while len(session.lines) <= place:
                        await self._news.wait()
        finally:
            self._followers -= 1

    def watch(self) -> None:
        """See to it that what other processes do is looked for, as long as a session runs."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        while self._followers or self._record.running:
            try:
                await asyncio.to_thread(self.record)
            except LedwerkError:
                await asyncio.sleep(1)  # the journal is away; what is missed is caught up on
                continue
            if self._record.number != self._told:
                await self.tell()
            await asyncio.sleep(EVERY)


def may_see(who: Who, line: Line) -> bool:
    """Whether somebody is told of a line: a participant not of what others proposed in vain."""
    if who.role == "editor" or line.event in {"screen", "ended", "accepted", "undone"}:
        return True
    if line.proposal is not None:
        return own(who, line.proposal.pass_id, line.proposal.by)
    return False


def own(who: Who, pass_id: str, by: str) -> bool:
    """Whether something is of whoever asks."""
    return who.pass_id == pass_id if who.pass_id or pass_id else who.name == by


def _place(lines: list[Line], number: int) -> int:
    """The place of the first line after a number."""
    from bisect import bisect_right

    return bisect_right([line.number for line in lines], number)


def _since(moment: str) -> timedelta:
    return datetime.now(UTC) - datetime.fromisoformat(moment)
