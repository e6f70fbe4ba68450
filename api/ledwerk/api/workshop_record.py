"""What a workshop's journal adds up to: sessions with who is in them and what was proposed.

Everything here follows from the entries alone, in their order, so every process that reads the
same journal knows the same, also after it was killed and started again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from ledwerk.graph.sqlite_journal import Entry

TOPIC = "workshop"
LASTS = timedelta(hours=24)  # of a session that nobody ends
Json = Mapping[str, Any]

WAITING, ACCEPTING, ACCEPTED, REFUSED, WITHDRAWN, UNDOING, UNDONE = (
    "waiting", "accepting", "accepted", "refused", "withdrawn", "undoing", "undone",
)  # fmt: skip
# What an entry about a proposal makes of it.
_STATES = {
    "proposed": WAITING,
    "accepting": ACCEPTING,
    "accepted": ACCEPTED,
    "failed": WAITING,
    "refused": REFUSED,
    "withdrawn": WITHDRAWN,
    "undoing": UNDOING,
    "undone": UNDONE,
    "kept": ACCEPTED,
}


@dataclass(frozen=True, slots=True)
class Pass:
    """What lets somebody into a session: whose it is and what it allows; of the token its hash."""

    id: str
    session: str
    name: str
    role: str
    sha256: str = field(repr=False)
    at: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wish for the graph and what became of it.

    `wish` is what was asked, with the facilitator's changes; `names` are those of the nodes in it.
    `revision` is the one that carried it out, `before` the newest when that was begun.
    """

    id: str
    kind: str
    wish: Json
    names: Json
    like: tuple[Json, ...]
    by: str
    pass_id: str
    at: str
    state: str = WAITING
    why: str = ""
    decided_by: str = ""
    decided_at: str = ""
    revision: int = 0
    before: int = 0
    message: str = ""

    @property
    def under_way(self) -> bool:
        """Whether somebody decided, and it is not yet done."""
        return self.state in {ACCEPTING, UNDOING}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a session's log, with the proposal as it was after it."""

    number: int
    at: str
    actor: str
    event: str
    proposal: Proposal | None
    body: Json


@dataclass(slots=True)
class Session:
    """One workshop. `revision` is the graph's when it began, `last` when it ended; `address` is
    where the room reaches it.
    """

    id: str
    name: str
    code: str
    by: str
    started: str
    revision: int
    ended: str = ""
    last: int = 0
    screen: str | None = None
    address: str = ""
    passes: dict[str, Pass] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    @property
    def goes_on(self) -> bool:
        """Whether its passes count: nobody ended it, and it was not forgotten."""
        age = datetime.now(UTC) - datetime.fromisoformat(self.started)
        return not self.ended and age < LASTS

    @property
    def participants(self) -> list[Pass]:
        """Who joined, in their order."""
        return [one for one in self.passes.values() if one.role == "participant"]


class Record:
    """All sessions of a journal, as far as it was read. `number` is the last entry's."""

    def __init__(self) -> None:
        self.number = 0
        self.sessions: dict[str, Session] = {}
        self.passes: dict[str, Pass] = {}

    @property
    def running(self) -> Session | None:
        """The session that has begun last, unless it has ended or was left open for a day."""
        newest = next(reversed(self.sessions.values()), None)
        return newest if newest is not None and newest.goes_on else None

    def read(self, entries: Iterable[Entry]) -> None:
        """Take in entries that come after what was read; those that were are passed over."""
        for entry in entries:
            if entry.number > self.number:
                self._take(entry)
                self.number = entry.number

    def _take(self, entry: Entry) -> None:
        body, event = entry.body, str(entry.body["event"])
        if event == "started":
            words = (str(body["name"]), str(body["code"]), entry.actor, entry.at)
            self.sessions[entry.key] = Session(entry.key, *words, int(body["revision"]))
        session = self.sessions[entry.key]
        proposal = None
        if event in {"joined", "opened"}:
            self._let_in(session, entry)
            session.address = str(body.get("address") or session.address)
        elif event == "screen":
            session.screen = str(body["address"])
        elif event == "ended":
            session.ended, session.last = entry.at, int(body["revision"])
        elif event in _STATES:
            proposal = _after(session, entry, event)
            session.proposals[proposal.id] = proposal
        line = Line(entry.number, entry.at, entry.actor, event, proposal, body)
        session.lines.append(line)

    def _let_in(self, session: Session, entry: Entry) -> None:
        body = entry.body
        role = "participant" if body["event"] == "joined" else "editor"
        made = Pass(body["id"], session.id, body["name"], role, body["sha256"], entry.at)
        session.passes[made.id] = made
        self.passes[made.id] = made


def _after(session: Session, entry: Entry, event: str) -> Proposal:
    body = entry.body
    if event == "proposed":
        like = tuple(body.get("like", ()))
        about = (body["id"], body["kind"], body["wish"], body["names"], like)
        return Proposal(*about, entry.actor, body.get("pass", ""), entry.at)
    known = session.proposals[body["id"]]
    state = replace(known, state=_STATES[event], message=str(body.get("message", "")))
    if event == "accepting":
        state = replace(
            state, wish=body["wish"], names=body["names"], before=int(body["before"]),
            why=body["why"], decided_by=entry.actor, decided_at=entry.at,
        )  # fmt: skip
    elif event == "refused":
        state = replace(state, why=body["why"], decided_by=entry.actor, decided_at=entry.at)
    elif event == "undoing":
        state = replace(state, before=int(body["before"]))
    elif event == "accepted":
        state = replace(state, revision=int(body["revision"]))
    return state
