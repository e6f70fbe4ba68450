"""Proposals from being made to being in the graph, or not: each step on the disk before the next.

An acceptance is written before the graph is changed and after. Where the process ends in between,
the change is looked for in the graph's log, where it names the proposal, and is made only if it is
not there: no proposal is carried out twice, and none that was accepted is lost.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from ledwerk.api import proposals as p
from ledwerk.api.access import Who
from ledwerk.api.proposals_made import drafted
from ledwerk.api.workshop_desk import Workshop, own
from ledwerk.api.workshop_record import (
    ACCEPTED,
    ACCEPTING,
    UNDOING,
    UNDONE,
    WAITING,
    WITHDRAWN,
    Json,
    Proposal,
    Session,
)
from ledwerk.graph.store import Amendment
from ledwerk.loaders import editing
from ledwerk.loaders.edited_statements import Editor, Provenance
from ledwerk.schema.errors import ChangedSince, InvalidEdit, LedwerkError
from ledwerk.schema.model import MODEL

_TRIES = 5
_LONGEST_WHY = 500
Names = Sequence[tuple[str, str, str]]


class Proposals:
    """The proposals of the workshop that is going on. Methods block; call them from a thread."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._store = workshop.store
        self._one_at_a_time = threading.Lock()

    def propose(self, who: Who, given: Json, names: Names) -> Proposal:
        """Take a proposal in. Sent again with the same id, it is the one that is there.

        Raises InvalidEdit, which names the field that is wrong.
        """
        session = self._workshop.running()
        ident = p.checked_id(str(given["id"]))
        there = session.proposals.get(ident)
        if there is None:
            kind = str(given["kind"]).lower()
            wish = p.wish_of(kind, given)
            editor = self._editor(who.name, "")
            drafted(editor, kind, wish)  # says what is wrong with it while its writer is there
            body = {
                "event": "proposed", "id": ident, "kind": kind, "wish": wish, "pass": who.pass_id,
                "names": p.names_of(editor, wish), "like": p.alike(kind, wish, names),
            }  # fmt: skip
            self._workshop.write(who.name, session.id, body, mark=f"proposal {session.id} {ident}")
            there = session.proposals[ident]
        if not own(who, there.pass_id, there.by):
            raise InvalidEdit("id", "TAKEN", "this id is somebody else's; make another")
        return there

    def withdraw(self, who: Who, ident: str) -> Proposal:
        """Take a proposal back before it is decided. Raises InvalidEdit."""
        with self._one_at_a_time:
            session, there = self._known(ident)
            if who.role != "editor" and not own(who, there.pass_id, there.by):
                raise InvalidEdit("proposal", "UNKNOWN_NODE", "this is no proposal of yours")
            if there.state == WITHDRAWN:
                return there
            _expect(there, WAITING)
            return self._next(who.name, session, there, {"event": "withdrawn"})

    def refuse(self, who: Who, ident: str, why: str) -> Proposal:
        """Decide against a proposal. Raises InvalidEdit."""
        with self._one_at_a_time:
            session, there = self._known(ident)
            if there.state == "refused":
                return there
            _expect(there, WAITING)
            body = {"event": "refused", "why": _why(why)}
            return self._next(who.name, session, there, body)

    def accept(self, who: Who, ident: str, why: str, changes: Json | None, newest: int) -> Proposal:
        """Decide for a proposal and carry it out, with the facilitator's changes.

        `newest` is a revision of the graph that is there already. Raises InvalidEdit where it
        cannot be carried out; then it still waits.
        """
        with self._one_at_a_time:
            session, there = self._known(ident)
            if there.state == ACCEPTED:
                return there
            if there.state != ACCEPTING:
                _expect(there, WAITING)
                wish = p.merged(there.kind, there.wish, changes)
                editor = self._editor(there.by, "")
                drafted(editor, there.kind, wish)
                body = {
                    "event": "accepting", "wish": wish, "names": p.names_of(editor, wish),
                    "before": newest, "why": _why(why),
                }  # fmt: skip
                there = self._next(who.name, session, there, body)
                _expect(there, ACCEPTING)
            return self._carried_out(session, there)

    def undo(self, who: Who, ident: str, newest: int) -> Proposal:
        """Take back what an accepted proposal did. Raises InvalidEdit or ChangedSince."""
        with self._one_at_a_time:
            session, there = self._known(ident)
            if there.state == UNDONE:
                return there
            if there.state != UNDOING:
                _expect(there, ACCEPTED)
                body = {"event": "undoing", "before": newest}
                there = self._next(who.name, session, there, body)
                _expect(there, UNDOING)
            return self._taken_back(who.name, session, there)

    def finish(self) -> list[Proposal]:
        """Finish what was decided and not done when a process ended. For the start of one."""
        session = self._workshop.record().running
        done: list[Proposal] = []
        with self._one_at_a_time:
            for one in list(session.proposals.values()) if session else ():
                assert session is not None
                try:
                    if one.state == ACCEPTING:
                        done.append(self._carried_out(session, one))
                    elif one.state == UNDOING:
                        done.append(self._taken_back(one.decided_by, session, one))
                except (InvalidEdit, ChangedSince):
                    continue  # it waits again, and says why
        return done

    # -- carrying out -----------------------------------------------------------------------------

    def _carried_out(self, session: Session, one: Proposal) -> Proposal:
        why = f"proposal {one.id} accepted by {one.decided_by}"
        editor = self._editor(one.by, why if not one.why else f"{why}: {one.why}", session.name)

        def amendment() -> Amendment | None:
            return drafted(editor, one.kind, one.wish).amendment

        revision = self._amended(session, one, why, amendment, "failed")
        body = {"event": "accepted", "revision": revision}
        return self._next(one.decided_by, session, one, body)

    def _taken_back(self, by: str, session: Session, one: Proposal) -> Proposal:
        why = f"proposal {one.id} taken back by {by}"
        editor = self._editor(by, why)

        def amendment() -> Amendment | None:
            return editing.undo(editor, one.revision).amendment if one.revision else None

        revision = self._amended(session, one, why, amendment, "kept")
        return self._next(by, session, one, {"event": "undone", "revision": revision})

    def _amended(
        self,
        session: Session,
        one: Proposal,
        why: str,
        make: Callable[[], Amendment | None],
        otherwise: str,
    ) -> int:
        """The revision that did it, now or before; 0 where nothing had to be done."""
        try:
            for attempt in range(_TRIES):
                amendment = None if self._done(one.before, why) else make()
                # Whoever did it after this was made is noticed by the store, before it by the log.
                done = self._done(one.before, why)
                if done or amendment is None:
                    return done
                try:
                    return self._store.amend(amendment).revision
                except ChangedSince:  # somebody was first; look at it again
                    if attempt == _TRIES - 1:
                        raise
        except LedwerkError as error:
            if isinstance(error, InvalidEdit | ChangedSince):
                body = {"event": otherwise, "message": str(error)}
                self._next(one.decided_by, session, one, body)
            raise  # where the store is away, it stays under way and is finished later
        raise AssertionError

    def _done(self, before: int, why: str) -> int:
        """The revision that carries these words, of those after one; 0 where there is none."""
        for one in self._store.revisions(before):
            if one.why.startswith(why):
                return one.number
        return 0

    # -- small things -----------------------------------------------------------------------------

    def _known(self, ident: str) -> tuple[Session, Proposal]:
        session = self._workshop.running()
        if ident not in session.proposals:
            raise InvalidEdit("proposal", "UNKNOWN_NODE", "there is no such proposal")
        return session, session.proposals[ident]

    def _next(self, actor: str, session: Session, one: Proposal, body: dict[str, Any]) -> Proposal:
        """Write the next step of a proposal; said twice, also by two processes, it is one."""
        steps = sum(1 for line in session.lines if line.proposal and line.proposal.id == one.id)
        mark = f"step {session.id} {one.id} {steps}"
        self._workshop.write(actor, session.id, {**body, "id": one.id}, mark=mark)
        return session.proposals[one.id]

    def _editor(self, name: str, why: str, note: str = "") -> Editor:
        words = f"{note}: {name}" if note else ""
        return Editor(MODEL, self._store, Provenance(name, note=words, why=why))


def _expect(one: Proposal, state: str) -> None:
    if one.state != state:
        message = f"this proposal is {one.state} already; nothing was changed"
        raise InvalidEdit("proposal", "TAKEN", message)


def _why(text: str) -> str:
    if len(text) > _LONGEST_WHY:
        message = f"the reason has {len(text)} letters; at most {_LONGEST_WHY} will do"
        raise InvalidEdit("why", "INVALID_VALUE", message)
    return text.strip()
