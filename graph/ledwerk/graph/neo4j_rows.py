"""Facts and statements as the properties they are drawn with in Neo4j, and back. Values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ledwerk.graph.claims import properties_from
from ledwerk.graph.cypher_schema import SAID, drawn
from ledwerk.graph.resolution import Fact
from ledwerk.graph.searching import SEARCHED
from ledwerk.schema.fields import Shape, Value, first_day, last_day
from ledwerk.schema.kinds import Property
from ledwerk.schema.names import MOST_SORTED, fold, name_key, short_key, sort_key
from ledwerk.schema.statements import Statement

Row = dict[str, Any]

MOST_INDEXED = 30_000  # bytes

_OWN = ("dataset", "kind", "key", "basis")


def node_row(fact: Fact, properties: Mapping[str, Property]) -> Row:
    """A node's properties."""
    row = _drawn(fact.values, properties)
    name = str(fact.values.get("name") or "")
    row["id"] = fact.key
    row["sort"] = sort_key(name)
    if len(row["sort"]) == MOST_SORTED:
        row["folded"] = fold(name)
    if fact.derived_name:
        row["nameIsDerived"] = True
    return row


def relation_row(fact: Fact, properties: Mapping[str, Property]) -> Row:
    """A relation's properties."""
    row = _drawn(fact.values, properties)
    row["key"] = fact.key
    return row


def _drawn(values: Mapping[str, Value], properties: Mapping[str, Property]) -> Row:
    row: Row = {}
    for name, value in values.items():
        if value is None:
            continue
        row[drawn(name)] = list(value) if isinstance(value, tuple) else value
        if properties[name].type.shape is Shape.DATE:
            stated = str(value)
            row[f"{drawn(name)}FirstDay"] = date.fromisoformat(first_day(stated))
            row[f"{drawn(name)}LastDay"] = date.fromisoformat(last_day(stated))
    return row


def name_rows(fact: Fact) -> Iterator[Row]:
    """Every name and alias of a node, for look-ups."""
    name = str(fact.values.get("name") or "")
    if not name:
        return
    aliases = fact.values.get("aliases")
    every = (name, *aliases) if isinstance(aliases, tuple) else (name,)
    for place, text in enumerate(every):
        yield {
            "of": fact.key, "kind": fact.kind, "place": place, "text": text,
            "key": short_key(name_key(text)), **_folded(text),
        }  # fmt: skip


def text_rows(fact: Fact, properties: Mapping[str, Property]) -> Iterator[Row]:
    """Texts to be searched, and those whose folded form is not simply their lower case."""
    for name, value in fact.values.items():
        if not isinstance(value, str) or name == "name":
            continue
        if name in SEARCHED or (
            not value.isascii() and properties[name].type.shape is not Shape.DATE
        ):
            yield {"of": fact.key, "kind": fact.kind, "property": name, **_folded(value)}


def _folded(text: str) -> Row:
    """The folded form, as `long` where it is more than an index of Neo4j takes (32,766 bytes)."""
    folded = fold(text)
    return {"long" if len(folded.encode()) > MOST_INDEXED else "folded": folded}


def statement_row(row: Statement, since: list[int], until: list[int]) -> Row:
    """A statement's properties; what is empty is left out."""
    made: Row = {
        "digest": row.digest, "dataset": row.dataset, "kind": row.kind, "key": row.key,
        "basis": row.basis, "since": since, "until": until,
    }  # fmt: skip
    if len(since) > len(until):
        made["standing"] = True
    for key, value in (
        ("sourceId", row.source_id), ("targetId", row.target_id), ("cited", row.cited),
        ("locator", row.locator), ("note", row.note), ("denied", row.denied),
        ("acceptedBy", row.accepted_by), ("statedAs", row.stated_as),
    ):  # fmt: skip
        if value:
            made[key] = value
    if row.confidence is not None:
        made["confidence"] = row.confidence
    for name, said in row.properties:
        # No property is null there: what is said to be empty is kept as an empty list.
        made[f"{SAID}{name}"] = list(said or ()) if isinstance(said, tuple | None) else said
    return made


def statement_of(found: Mapping[str, Any]) -> Statement:
    """The statement that was kept with these properties."""
    pairs = [
        (key[len(SAID) :], None if value == [] else value)
        for key, value in found.items()
        if key.startswith(SAID)
    ]
    dataset, kind, key, basis = (str(found[name]) for name in _OWN)
    confidence = found.get("confidence")
    return Statement(
        dataset,
        kind,
        key,
        properties_from(pairs),
        found.get("sourceId", ""),
        found.get("targetId", ""),
        found.get("cited", ""),
        found.get("locator", ""),
        basis,
        confidence if isinstance(confidence, float) else None,
        found.get("denied", False),
        found.get("note", ""),
        found.get("acceptedBy", ""),
        found.get("statedAs", ""),
    )
