"""Rows of the embedded store's tables, made from statements and facts, and read again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ledwerk.graph.claims import properties_from
from ledwerk.graph.resolution import Fact
from ledwerk.graph.searching import SEARCHED
from ledwerk.graph.stems import stem_bag
from ledwerk.schema.fields import Value, first_day, last_day
from ledwerk.schema.names import MOST_SORTED, fold, name_key
from ledwerk.schema.statements import Statement

STATEMENT = (
    "dataset", "kind", "key", "source_id", "target_id", "properties", "cited", "locator", "basis",
    "confidence", "denied", "note", "accepted_by", "stated_as",
)  # fmt: skip

# An encoder that is made once; `json.dumps` with other settings than its own makes one a call.
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode

Row = Sequence[object]


def statement_row(row: Statement) -> tuple[object, ...]:
    """A statement in the columns `STATEMENT`."""
    return (
        row.dataset, row.kind, row.key, row.source_id, row.target_id,
        _json(row.properties) if row.properties else "[]", row.cited,
        row.locator, row.basis, row.confidence, int(row.denied), row.note, row.accepted_by,
        row.stated_as,
    )  # fmt: skip


def statement_of(row: Sequence[object]) -> Statement:
    """A statement from the columns `STATEMENT`."""
    dataset, kind, key, source_id, target_id, properties, cited, locator, basis = map(str, row[:9])
    said = properties_from(json.loads(properties))
    confidence = row[9] if isinstance(row[9], float) else None
    denied, note = bool(row[10]), str(row[11])
    return Statement(
        dataset, kind, key, said, source_id, target_id, cited, locator, basis, confidence,
        denied, note, str(row[12]), str(row[13]),
    )  # fmt: skip


def node_values(fact: Fact, number: int) -> dict[str, object]:
    """What `node` keeps of a fact, by column; what is not there is null."""
    name = str(fact.values.get("name") or "")
    folded = fold(name)
    values = _cells(fact.values)
    values["pk"], values["id"], values["label"] = number, fact.key, fact.kind
    values["sort"] = folded[:MOST_SORTED]
    values["folded"] = folded if len(folded) > MOST_SORTED else None
    values["derived_name"] = int(fact.derived_name)
    return values


def relation_values(fact: Fact, source: int, target: int) -> dict[str, object]:
    """What `relation` keeps of a fact, by column; what is not there is null."""
    values = _cells(fact.values)
    values["key"], values["kind"] = fact.key, fact.kind
    values["source"], values["target"] = source, target
    return values


def name_rows(fact: Fact, number: int) -> list[Row]:
    """The rows of `name`: a node's name and aliases."""
    return [(name_key(text), number, text) for text in _names(fact)]


def text_row(fact: Fact, node: Mapping[str, object]) -> Row | None:
    """The row of `text_index` for what `node_values` gave; `None` for a node without a name."""
    every = _names(fact)
    if not every:
        return None
    said = [str(fact.values[name]) for name in SEARCHED if fact.values.get(name)]
    aliases, body = (fold("\n".join(some)) if some else "" for some in (every[1:], said))
    name = str(node["folded"] or node["sort"])
    return (node["pk"], name, aliases, body, stem_bag((name, aliases)), stem_bag((body,)))


def _names(fact: Fact) -> list[str]:
    name = fact.values.get("name")
    aliases = fact.values.get("aliases")
    if not name:
        return []
    return [str(name), *aliases] if isinstance(aliases, tuple) else [str(name)]


def _cells(said: Mapping[str, Value]) -> dict[str, object]:
    """Values as the driver takes them, and the days that a period covers."""
    values: dict[str, object] = dict(said)
    for column, value in said.items():
        if isinstance(value, tuple):
            values[column] = _json(value)
    start, end = said.get("start"), said.get("end")
    if isinstance(start, str):
        values["first_day"] = first_day(start)
    if isinstance(end, str):
        values["last_day"] = last_day(end)
    return values
