"""Who says so: the sources behind a node, and where they contradict each other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.resolution import conflicts
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.statements import Statement
from ledwerk.schema.vocabularies import BASIS
from ledwerk.viz.texts import said, text, worded

SAID = tuple(
    p.Leaf(name, name)
    for name in (
        "title", "source_id", "locator", "basis", "denied", "note", "dataset", "date", "says",
        "kind", "key",
    )
)  # fmt: skip

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, where in it, and on what ground."""

    title: str
    locator: str
    basis: str
    denied: bool
    note: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """What sources do not agree on, and what each of them says; the shown one comes first."""

    about: str
    claims: tuple[str, ...]


def cited(rows: Sequence[Json], lang: str) -> tuple[Cited, ...]:
    """The sources of a row's citations, each place once."""
    made = (
        Cited(
            row["title"] or row["source_id"] or row["dataset"],
            row["locator"] or "",
            said(BASIS.term(row["basis"].lower()).label, lang),
            bool(row["denied"]),
            row["note"] or "",
        )
        for row in rows
    )
    return tuple(dict.fromkeys(made))


def disputes(kind: NodeKind, rows: Sequence[Json], lang: str) -> tuple[Dispute, ...]:
    """Where the statements of a node's citations contradict each other."""
    if len(rows) < 2:
        return ()
    titles = {_statement(row): row["title"] or row["source_id"] or "" for row in rows}
    dated = {row["source_id"] or "": row["date"] or "" for row in rows}
    return tuple(
        Dispute(
            said(kind.property(one.property).label, lang) if one.property else text("exists", lang),
            tuple(_claims(kind, one.property, one.statements, titles, lang)),
        )
        for one in conflicts(list(titles), dated)
    )


def _claims(
    kind: NodeKind,
    name: str | None,
    statements: Sequence[Statement],
    titles: dict[Statement, str],
    lang: str,
) -> Iterator[str]:
    for statement in statements:
        if name:
            claim = worded(kind.property(name), statement.values()[name], lang)
        else:
            claim = text("no" if statement.denied else "yes", lang)
        place = ", ".join(part for part in (titles[statement], statement.locator) if part)
        yield f"{claim} ({place})" if place else claim


def _statement(row: Json) -> Statement:
    says = json.loads(row["says"]) if isinstance(row["says"], str) else row["says"]
    return Statement(
        row["dataset"],
        row["kind"],
        row["key"],
        tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in says),
        cited=row["source_id"] or "",
        locator=row["locator"] or "",
        basis=row["basis"].lower(),
        denied=bool(row["denied"]),
        note=row["note"] or "",
    )
