"""Erasing a person from a store: what is known of them, what would go, and doing it.

The graph, its log and its index of words are rewritten as if the person had never been named; a
seat that they held stays as a seat of the board, without a word about its holder. Whom a store has
forgotten no load brings back (`forgotten.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ledwerk.graph.identity.decisions import decided_same
from ledwerk.graph.rewriting import Rewriting, Rewritten
from ledwerk.graph.seen import ERASED
from ledwerk.graph.store import Amendment, Event, Store
from ledwerk.loaders.forgotten import (
    WHO_WAS_ERASED,
    Forgotten,
    Redaction,
    forgotten_by,
    redaction_of,
    remembered_no_more,
)
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.statements import EDITS, Statement

_HELD = "HOLDS"


@dataclass(frozen=True, slots=True)
class Traces:
    """All that a store holds of a person, now or at any time.

    `ids` are the person's, more than one where nodes were found to be the same; `names` every name
    and alias ever stated; `seats` those that they held; `events` every entry of the log that names
    them.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    seats: tuple[str, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """A person's erasure, made and not yet carried out.

    `statements` is how many would go or read otherwise; `namesakes` are other people of the same
    name, who could not be told apart afterwards.
    """

    traces: Traces
    forgotten: Forgotten
    redaction: Redaction
    statements: int
    namesakes: tuple[str, ...]


def traces_of(store: Store, person: str, also: Sequence[str] = ()) -> Traces:
    """What there is of a person; `also` are other spellings that mean them.

    Reads the whole log. Raises InvalidEdit where nobody with this id ever was in the store.
    """
    return _traces(list(store.events()), person, also)


def _traces(log: Sequence[Event], person: str, also: Sequence[str]) -> Traces:
    said = [event.statement for event in log]
    ids = _same_as(said, person)
    own = [row for row in said if row.key in ids and row.kind == "Person"]
    if not own and not any(ids & {row.source_id, row.target_id} for row in said):
        raise InvalidEdit("id", "UNKNOWN_NODE", f"there is no {person}, and never was")
    names = dict.fromkeys(name for row in own for name in _names(row))
    if not names:  # who only stands at the end of relations is called by the id
        names = {person.partition(":")[2].replace("-", " "): None}
    seats = {row.target_id for row in said if row.kind == _HELD and row.source_id in ids}
    events = tuple(event for event in log if _about(event.statement, ids, seats))
    return Traces(tuple(sorted(ids)), (*names, *also), tuple(sorted(seats)), events)


def erasure_of(store: Store, person: str, also: Sequence[str] = ()) -> Erasure:
    """What erasing a person would do. Reads the whole log, and writes nothing."""
    log = list(store.events())
    traces = _traces(log, person, also)
    words = {name for name in traces.names if len(name.split()) > 1}
    single = {*also} if words else {*also, *traces.names}
    forgotten = remembered_no_more(
        forgotten_by(store), traces.ids, traces.seats, traces.names, single
    )
    rows = {event.statement for event in log}
    found = redaction_of(forgotten, (row for row in rows if row.kind in {"Person", _HELD}))
    namesakes = tuple(sorted(found.people - set(traces.ids)))
    redaction = Redaction(forgotten)
    changed = sum(redaction.statement(row) != row for row in rows)
    return Erasure(traces, forgotten, redaction, changed, namesakes)


def erase(store: Store, erasure: Erasure, actor: str, why: str = "") -> Rewritten:
    """Carry an erasure out, in one transaction; the log says that somebody was erased, not who.

    Raises InvalidEdit where somebody else has the same name, StoreError where nothing could be
    written.
    """
    if erasure.namesakes:
        others = ", ".join(erasure.namesakes)
        message = (
            f"{others} is called the same, and could not be told apart afterwards; give one of "
            "them another name first, or merge them"
        )
        raise InvalidEdit("id", "TAKEN", message)
    text = erasure.redaction.text
    amendment = Amendment(
        (erasure.forgotten.entry(text(why)),), (), text(actor), ERASED, EDITS, text(why)
    )
    return store.rewrite(
        Rewriting(erasure.redaction.statement, erasure.redaction.revision, amendment)
    )


def _same_as(said: Iterable[Statement], person: str) -> frozenset[str]:
    """Every id under which a person was ever stated."""
    found = {person}
    pairs = [
        (row.key, decided_same(row) or row.stated_as)
        for row in said
        if row.kind == "Person" and row.key != WHO_WAS_ERASED
    ]
    pairs = [(one, other) for one, other in pairs if other]
    grown = 0
    while grown != len(found):
        grown = len(found)
        for pair in pairs:
            if found.intersection(pair):
                found.update(pair)
    return frozenset(found)


def _names(row: Statement) -> list[str]:
    values = row.values()
    aliases = values.get("aliases")
    found = [values.get("name"), *(aliases if isinstance(aliases, tuple) else ())]
    return [name for name in found if isinstance(name, str) and name]


def _about(row: Statement, ids: frozenset[str], seats: set[str]) -> bool:
    ends = {row.key, row.source_id, row.target_id}
    return bool(ends & ids) or bool(ends & seats)
