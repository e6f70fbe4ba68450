"""All that a store and what lies beside it hold of a person, as plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ledwerk.graph.sqlite_journal import Journal, Kept
from ledwerk.graph.store import Revision, Store
from ledwerk.loaders.erasing import Traces
from ledwerk.loaders.forgotten import Redaction
from ledwerk.schema.statements import Statement

Json = dict[str, Any]


def record_of(store: Store, traces: Traces, redaction: Redaction, journal: Journal | None) -> Json:
    """Everything about a person, with source, and since and until when it stood.

    `mentioned` are statements about others that name them; `changes` revisions that they made or
    whose words name them; `journal` entries of workshops, agreements and stories that do.
    """
    told = {one.number: one for one in store.revisions()}
    when: dict[Statement, list[tuple[int, str]]] = defaultdict(list)
    for event in store.events():
        when[event.statement].append((event.revision, event.sign))
    about = {event.statement for event in traces.events}
    named = [row for row in when if row not in about and redaction.statement(row) != row]
    return {
        "ids": list(traces.ids),
        "names": list(traces.names),
        "seats": list(traces.seats),
        "statements": _listed(about, when, told),
        "mentioned": _listed(named, when, told),
        "changes": [
            _revision(one) for one in told.values() if redaction.revision(one) != one
        ],
        "journal": [_entry(one) for one in (journal.kept() if journal else ()) if
                    mentions(redaction, one)],
    }  # fmt: skip


def mentions(redaction: Redaction, entry: Kept) -> bool:
    """Whether an entry of the journal, its mark included, names somebody forgotten."""
    from ledwerk.loaders.forgotten import reader

    said = {"actor": entry.actor, "key": entry.key, "body": dict(entry.body), "mark": entry.mark}
    return reader(redaction)(said) != said


def _listed(
    rows: Iterable[Statement],
    when: dict[Statement, list[tuple[int, str]]],
    told: dict[int, Revision],
) -> list[Json]:
    made = sorted(rows, key=lambda row: (row.kind, row.key, row.digest))
    return [_statement(row, when[row], told) for row in made]


def _statement(row: Statement, signs: list[tuple[int, str]], told: dict[int, Revision]) -> Json:
    said = {
        "kind": row.kind, "key": row.key, "from": row.source_id, "to": row.target_id,
        "says": {name: list(v) if isinstance(v, tuple) else v for name, v in row.properties},
        "dataset": row.dataset, "source": row.cited, "locator": row.locator, "basis": row.basis,
        "confidence": row.confidence, "denied": row.denied, "note": row.note,
        "acceptedBy": row.accepted_by, "statedAs": row.stated_as,
        "since": [told[number].at for number, sign in signs if sign == "+"],
        "until": [told[number].at for number, sign in signs if sign == "-"],
    }  # fmt: skip
    return {name: value for name, value in said.items() if value not in (None, "", [], {}, False)}


def _revision(one: Revision) -> Json:
    return {
        "number": one.number, "at": one.at, "actor": one.actor, "action": one.action,
        "dataset": one.dataset, "why": one.why,
    }  # fmt: skip


def _entry(one: Kept) -> Json:
    said = {
        "number": one.number, "at": one.at, "actor": one.actor, "topic": one.topic,
        "key": one.key, "body": dict(one.body),
    }  # fmt: skip
    return said | ({"mark": one.mark} if one.mark else {})
