"""Who says so: the sources behind a node, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph.claims import contradictions, statement_from
from ledwerk.graph.decisions import day_confirmed, day_withdrawn
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.statements import EDITS, Statement
from ledwerk.viz.because import basis_said, told
from ledwerk.viz.texts import said, text, worded

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
            row["title"] or row["source_id"] or _unsourced(row["dataset"], lang),
            _where(row, lang),
            basis_said(row["basis"].lower(), row["accepted_by"] or "", lang),
            bool(row["denied"]),
            row["note"] or "",
        )
        for row in rows
    )
    return tuple(dict.fromkeys(made))


def only_read(rows: Sequence[Json]) -> bool:
    """Whether only a program says so, and nobody has reviewed it."""
    asserted = [row for row in rows if not row["denied"]]
    return bool(asserted) and all(row["unreviewed"] for row in asserted)


def _unsourced(dataset: str, lang: str) -> str:
    return told("editor", lang) if dataset == EDITS else dataset


def _where(row: Json, lang: str) -> str:
    """The place in the source; of a decision, what was decided and when."""
    said_ = statement_from(row)
    for word, day in (("confirmed", day_confirmed(said_)), ("withdrawn", day_withdrawn(said_))):
        if day:
            return told(word, lang, day=day)
    return row["locator"] or ""


def disputes(kind: NodeKind, rows: Sequence[Json], lang: str) -> tuple[Dispute, ...]:
    """Where the statements of a node's citations contradict each other."""
    if len(rows) < 2:
        return ()
    found = contradictions(rows)
    return tuple(
        Dispute(
            said(kind.property(one.property).label, lang) if one.property else text("exists", lang),
            tuple(_claims(kind, one.property, one.statements, found.titles, lang)),
        )
        for one in found.conflicts
    )


def _claims(
    kind: NodeKind,
    name: str | None,
    statements: Sequence[Statement],
    titles: Mapping[Statement, str | None],
    lang: str,
) -> Iterator[str]:
    for statement in statements:
        if name:
            claim = worded(kind.property(name), statement.values()[name], lang)
        else:
            claim = text("no" if statement.denied else "yes", lang)
        place = ", ".join(
            part for part in (titles[statement] or statement.cited, statement.locator) if part
        )
        yield f"{claim} ({place})" if place else claim
