"""Statements read back from a plan's citations, and where they contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.resolution import Conflict, conflicts
from ledwerk.schema.fields import Value
from ledwerk.schema.statements import Statement

# What a plan's citations must take for `contradictions`; keys are the names.
CLAIMED = tuple(
    p.Leaf(name, name)
    for name in (
        "title", "source_id", "locator", "basis", "denied", "note", "dataset", "date", "says",
        "kind", "key", "accepted_by", "unreviewed",
    )
)  # fmt: skip

# The same with all else that is known of a statement.
TOLD = CLAIMED + tuple(
    p.Leaf(name, name)
    for name in (
        "confidence", "stated_as", "digest", "revision", "at", "actor", "action", "why",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contradictions:
    """Conflicts between the statements of one node, and the title of each statement's source."""

    conflicts: tuple[Conflict, ...]
    titles: Mapping[Statement, str | None]


def properties_from(pairs: Iterable[Sequence[Any]]) -> tuple[tuple[str, Value], ...]:
    """A statement's properties from the pairs of name and value that a store gives."""
    found = ((name, tuple(v) if isinstance(v, list) else v) for name, v in pairs)
    return tuple(sorted(found))


def contradictions(rows: Sequence[Mapping[str, Any]]) -> Contradictions:
    """What the statements of one node, as citations with `CLAIMED`, do not agree on."""
    titles = {statement_from(row): row["title"] for row in rows}
    return Contradictions(conflicts(list(titles), dates_in(rows)), titles)


def dates_in(rows: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The date of each source that citations cite."""
    return {row["source_id"] or "": row["date"] or "" for row in rows}


def statement_from(row: Mapping[str, Any]) -> Statement:
    """The statement behind a citation, without the ends of a relation, which its key tells."""
    return Statement(
        row["dataset"],
        row["kind"],
        row["key"],
        # Neo4j keeps what is said to be empty as an empty list.
        properties_from((name, None if value == [] else value) for name, value in row["says"]),
        cited=row["source_id"] or "",
        locator=row["locator"] or "",
        basis=row["basis"].lower(),
        confidence=row.get("confidence"),
        denied=bool(row["denied"]),
        note=row["note"] or "",
        accepted_by=row["accepted_by"] or "",
        stated_as=row.get("stated_as") or "",
    )
