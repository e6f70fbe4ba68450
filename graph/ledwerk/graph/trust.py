"""Whom somebody believes, and as of when: what a store is asked under, as if the rest were not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from datetime import date as day_of

from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion, InvalidValue
from ledwerk.schema.fields import DATE, first_day, last_day
from ledwerk.schema.statements import BASES, Statement

_NAMED = 20  # datasets and sources that an error names
_LAST = timedelta(days=1) - timedelta(microseconds=1)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?"
)


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose statements count; None is everybody's.

    `datasets` by name, `sources` by the id that a statement cites, `bases` in words of the
    vocabulary. `unreviewed` says whether what a program read and nobody accepted counts.
    """

    datasets: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None
    bases: tuple[str, ...] | None = None
    unreviewed: bool = True

    def believes(self, said: Statement) -> bool:
        """Whether a statement counts."""
        return (
            (self.datasets is None or said.dataset in self.datasets)
            and (self.sources is None or (said.cited or said.key) in self.sources)
            and (self.bases is None or said.basis in self.bases)
            and (self.unreviewed or not said.unreviewed)
        )


EVERYBODY = Trust()


@dataclass(frozen=True, slots=True)
class Sight:
    """How a store is looked at: as it stood at a moment (None is now), and believing whom."""

    known_at: datetime | None = None
    trust: Trust = EVERYBODY

    @property
    def plain(self) -> bool:
        """Whether it is the store as it is."""
        return self.known_at is None and self.trust == EVERYBODY


PLAIN = Sight()


def trust_of(
    datasets: Iterable[str] | None,
    sources: Iterable[str] | None,
    bases: Iterable[str] | None,
    unreviewed: bool | None,
) -> Trust:
    """A trust from what was given; an empty list is nobody. Raises InvalidQuestion for a basis
    that there is not.
    """
    kept = None if bases is None else tuple(sorted({one.lower() for one in bases}))
    for basis in kept or ():
        if basis not in BASES:
            raise InvalidQuestion(f"{basis!r} is no basis; there are {', '.join(BASES)}")
    return Trust(
        None if datasets is None else tuple(sorted(set(datasets))),
        None if sources is None else tuple(sorted(set(sources))),
        kept,
        unreviewed is not False,
    )


def check_trust(store: Store, trust: Trust) -> None:
    """Raises InvalidQuestion for a dataset or source that the store never heard of; it names those
    that there are.
    """
    if trust.datasets:
        loaded = (one.dataset for one in store.revisions() if one.action == "load")
        known = {*store.datasets(), *loaded}
        for name in trust.datasets:
            if name not in known:
                raise InvalidQuestion(_unknown("dataset", name, sorted(known)))
    if trust.sources:
        heard = store.changed(trust.sources)
        for name in trust.sources:
            if name not in heard:
                raise InvalidQuestion(_unknown("source", name, _sources(store)))


def _sources(store: Store) -> list[str]:
    import asyncio

    from ledwerk.graph import plan as p

    shape = p.Shape((((), (p.Leaf("id", "id"),)),))
    plan = p.Find(p.OfKinds(("Source",)), p.ListOf(shape, _NAMED + 1), order=(p.Order("name"),))
    return sorted(row["id"] for row in asyncio.run(store.answer(plan)))


def _unknown(what: str, name: str, known: Sequence[str]) -> str:
    if not known:
        return f"there is no {what} {name!r}; the store has none"
    more = ", …" if len(known) > _NAMED else ""
    return f"there is no {what} {name!r}; there are {', '.join(known[:_NAMED])}{more}"


def moment_of(text: str, *, begins: bool = False) -> datetime:
    """A moment in UTC. One without an offset is UTC; a date, month or year is its last moment, or
    its first where `begins`. Raises InvalidQuestion, which says what to write.
    """
    written = text.strip()
    try:
        if _MOMENT.fullmatch(written):
            found = datetime.fromisoformat(written.upper())
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        date = str(DATE.read(written) or "")
        day = day_of.fromisoformat(first_day(date) if begins else last_day(date))
        start = datetime.combine(day, time(), UTC)
        return start if begins else start + _LAST
    except (ValueError, OverflowError, InvalidValue):
        raise InvalidQuestion(
            f"{text!r} is no moment; write a date such as 2026-10-01, or 2026-10-01T14:30 (UTC), "
            "or 2026-10-01T14:30+02:00"
        ) from None


_REVIEWED = "reviewed"


def trust_of_words(words: Iterable[str]) -> Trust:
    """A trust as it is written in an address or on the command line, such as dataset:led-2016,
    source:ID (an id of a source as it is), basis:stated; `reviewed` leaves out what a program read
    and nobody accepted. Raises InvalidQuestion for other words.
    """
    given: dict[str, list[str]] = {}
    for word in words:
        name, _, rest = word.strip().partition(":")
        if word.strip() == _REVIEWED:
            given[_REVIEWED] = []
        elif name in {"dataset", "source", "basis"} and rest:
            kept = rest if name != "source" or rest.startswith("source:") else f"source:{rest}"
            given.setdefault(name, []).append(kept)
        else:
            raise InvalidQuestion(
                f"{word!r} says not whom to believe; write dataset:NAME, source:ID, basis:WORD or "
                "reviewed"
            )
    return trust_of(
        given.get("dataset"), given.get("source"), given.get("basis"), _REVIEWED not in given
    )


def sight_in_words(known_at: str, trust: Iterable[str]) -> Sight:
    """A sight as it is written, "" and none for that of now."""
    words = tuple(trust)
    moment = moment_of(known_at) if known_at else None
    return Sight(moment, trust_of_words(words) if words else EVERYBODY)
