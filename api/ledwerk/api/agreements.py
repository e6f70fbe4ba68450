"""The agreements of a service: made, followed up, and closed once the tie is in the data."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_hex
from typing import Any

from ledwerk.api.agreement_closing import closing_of
from ledwerk.api.agreement_wish import Wish, wish_of
from ledwerk.api.analyst import Analyst
from ledwerk.graph.agreements import (
    TOPIC,
    Agreement,
    Named,
    agreements_of,
    lost_body,
    made_body,
    tied_body,
)
from ledwerk.graph.sqlite_journal import Journal
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidEdit

_LONGEST = 4_000  # letters of an outcome or a reason
_TIED = 1


@dataclass(frozen=True)
class Agreements:
    """Agreements about one store, kept in a journal; `today` is the clock.

    Any number of processes may look: what one has written down, the others do not write again.
    """

    store: Store
    analyst: Analyst
    opened: Callable[[], Journal]
    today: Callable[[], date] = date.today

    async def listed(self) -> tuple[Agreement, ...]:
        """What stands in the journal, the newest first, without looking at the data."""
        return await asyncio.to_thread(lambda: agreements_of(self.opened().entries((TOPIC,))))

    async def stood(self, moment: datetime) -> tuple[Agreement, ...]:
        """The same as it stood at a moment."""

        def read() -> tuple[Agreement, ...]:
            every = self.opened().entries((TOPIC,))
            return agreements_of(one for one in every if datetime.fromisoformat(one.at) <= moment)

        return await asyncio.to_thread(read)

    def day_of(self, moment: datetime) -> date:
        """The day from which agreements are looked at, as of a moment; a moment to come is now."""
        return min(moment.astimezone().date(), self.today())

    async def looked(self) -> tuple[Agreement, ...]:
        """The same once the data have been looked at: who has a tie now is closed by itself.

        An agreement of which the tie went again is open again, and says so.
        """
        found = await self.listed()
        waiting = [one for one in found if one.dropped is None]
        if not waiting:
            return found
        from ledwerk.graph.analysis.agreed import distances_between

        pairs = tuple(sorted({one.pair for one in waiting}))
        answer = await self.analyst.ask(distances_between, pairs=pairs)
        apart = dict(zip(pairs, answer.value, strict=True))
        turned = False
        for one in waiting:
            if (apart[one.pair] == _TIED) != (one.closing is not None):
                turned |= await self._turn(one, answer.revision, apart[one.pair])
        return await self.listed() if turned else found

    async def make(self, by: str, given: Mapping[str, Any]) -> Agreement:
        """Make an agreement; what is said of it is in the words of `agreement_wish`.

        Raises InvalidEdit for what cannot be agreed. The same wish sent twice makes one.
        """
        from ledwerk.graph.analysis import agreed

        wish = wish_of(given, self.today())
        three = (wish.source, wish.target, wish.via)
        named = (await self.analyst.ask(agreed.party_names, ids=three)).value
        parties = _known(wish, named)
        before = (
            await self.analyst.ask(
                agreed.standing,
                source=wish.source,
                target=wish.target,
                via=wish.via,
                kind=wish.kind,
            )
        ).value
        if before.distance == _TIED:
            raise InvalidEdit("to", "TAKEN", "these two have a tie already; nothing to agree on")
        found = await self.analyst.ask(
            agreed.evidence, source=wish.source, target=wish.target, via=wish.via
        )
        body = made_body({**parties, **wish.words()}, found.value, before)
        mark = _mark(wish, await self.listed())
        key = token_hex(4)
        entry = await asyncio.to_thread(
            lambda: self.opened().append(by, TOPIC, key, body, mark=mark)
        )
        return await self.one(entry.key)

    async def one(self, ident: str) -> Agreement:
        """An agreement by its id. Raises InvalidEdit where there is none."""
        for found in await self.listed():
            if found.id == ident:
                return found
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no agreement {ident!r}")

    async def outcome(self, by: str, ident: str, text: str) -> Agreement:
        """Write down what came of one; earlier outcomes stay. Raises InvalidEdit."""
        body = {"act": "outcome", "text": _text("text", text)}
        return await self._add(by, ident, body)

    async def drop(self, by: str, ident: str, reason: str) -> Agreement:
        """Let go of one, with the reason; it is not looked after any more. Raises InvalidEdit."""
        if (await self.one(ident)).dropped is not None:
            raise InvalidEdit("id", "NOTHING_TO_DO", "this agreement was dropped already")
        body = {"act": "dropped", "reason": _text("reason", reason)}
        return await self._add(by, ident, body)

    async def _add(self, by: str, ident: str, body: Mapping[str, Any]) -> Agreement:
        await self.one(ident)
        await asyncio.to_thread(lambda: self.opened().append(by, TOPIC, ident, body))
        return await self.one(ident)

    async def _turn(self, one: Agreement, revision: int, distance: int | None) -> bool:
        """Write down that the tie came, or went; False where the data changed meanwhile."""
        if one.closing is not None:
            body = lost_body(revision, distance)
        else:
            closing = await closing_of(self.store, self.analyst, one)
            if closing is None:
                return False
            body = tied_body(closing)
        # Whoever is first writes it: the mark is of this turn of this agreement.
        mark = f"{TOPIC}:{one.id}:{one.turns}"
        await asyncio.to_thread(lambda: self.opened().append("", TOPIC, one.id, body, mark=mark))
        return True


def _known(wish: Wish, named: tuple[Named | None, ...]) -> dict[str, Named]:
    found: dict[str, Named] = {}
    ids = (wish.source, wish.target, wish.via)
    for field, ident, party in zip(("from", "to", "via"), ids, named, strict=True):
        if party is None:
            raise InvalidEdit(
                field,
                "UNKNOWN_NODE",
                f"{ident!r} is no party of this network; a group stands for its members, so name "
                "one of them",
            )
        found[{"from": "source", "to": "target", "via": "via"}[field]] = party
    return found


def _mark(wish: Wish, there: tuple[Agreement, ...]) -> str:
    """The same for a wish sent twice, another once that agreement has come to an end."""
    three = (wish.source, wish.target, wish.via)
    ended = sum(
        (one.source.id, one.target.id, one.via.id) == three
        and (one.dropped is not None or one.closing is not None)
        for one in there
    )
    return f"{TOPIC}:made:{':'.join(three)}:{wish.due}:{ended}"


def _text(field: str, text: str) -> str:
    plain = text.strip()
    if not plain:
        raise InvalidEdit(field, "REQUIRED", f"{field} is empty; write at least a word")
    if len(plain) > _LONGEST:
        raise InvalidEdit(
            field, "INVALID_VALUE", f"{field} has {len(plain):,} letters; at most {_LONGEST:,}"
        )
    return plain
