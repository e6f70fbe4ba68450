"""The drawn graph as a Cypher script, for an empty Neo4j: by cypher-shell, Browser or a driver.

Every statement stands by itself on one line, ends in a semicolon and may be run again without
harm. Nothing of what the script was made from can end a text early (see `literal`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from ledwerk.graph.cypher_schema import quoted
from ledwerk.graph.marked import marked
from ledwerk.graph.neo4j_rows import node_row, relation_row
from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import Whole
from ledwerk.schema.kinds import Model, Property, RelationKind

_BATCH = 500

_SIGNS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# Line ends of any sort, so that a statement stays on its line, and what a terminal would act on.
_SPECIAL = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')


def cypher_script(model: Model, whole: Whole) -> Iterator[str]:
    """The script, in pieces: keys first, then nodes, then relations, in batches.

    What nobody has reviewed has the property `unreviewed`.
    """
    whole, mark = marked(model, whole)
    yield (
        f"// The network at revision {whole.revision}, as ledwerk draws it in Neo4j.\n"
        "// For an empty database; running it again changes nothing. Who says what, and where,\n"
        "// is not in it: load the tables with ledwerk for that.\n"
    )
    for node in model.nodes:
        name, label = f"{node.name.lower()}_id", quoted(node.name)
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
    for relation in model.relations:
        name, label = f"{relation.name.lower()}_key", quoted(relation.name)
        yield (
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR ()-[r:{label}]-() "
            "REQUIRE r.key IS UNIQUE;\n"
        )
    for node in model.nodes:
        properties = {**model.node_properties, **{p.name: p for p in node.properties}, **mark}
        rows = (node_row(fact, properties) for fact in whole.facts(node.name))
        party = ", n:Party" if node.party else ""
        for some in _batches(rows):
            yield (
                f"UNWIND {literal(some)} AS row MERGE (n:{quoted(node.name)} {{id: row.id}}) "
                f"SET n = row{party};\n"
            )
    for relation in model.relations:
        properties = {prop.name: prop for prop in relation.properties} | mark
        yield from _relations(model, relation, whole.facts(relation.name), properties)


def _relations(
    model: Model, kind: RelationKind, facts: Iterable[Fact], properties: Mapping[str, Property]
) -> Iterator[str]:
    """Statements for relations, a batch each for every pair of kinds at the ends."""
    waiting: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        source, target = model.kind_of(fact.source_id), model.kind_of(fact.target_id)
        if source is None or target is None:
            continue  # no such id can be in a store
        row = {"a": fact.source_id, "b": fact.target_id, "r": relation_row(fact, properties)}
        some = waiting[source.name, target.name]
        some.append(row)
        if len(some) >= _BATCH:
            yield _connect(kind.name, (source.name, target.name), some)
            some.clear()
    for ends, some in waiting.items():
        if some:
            yield _connect(kind.name, ends, some)


def _connect(kind: str, ends: tuple[str, str], rows: list[dict[str, Any]]) -> str:
    source, target = map(quoted, ends)
    return (
        f"UNWIND {literal(rows)} AS row MATCH (a:{source} {{id: row.a}}) "
        f"MATCH (b:{target} {{id: row.b}}) MERGE (a)-[r:{quoted(kind)} {{key: row.r.key}}]->(b) "
        "SET r = row.r;\n"
    )


def literal(value: object) -> str:
    """A value as Cypher writes it: texts, numbers, dates, and lists and maps of them."""
    match value:
        case bool():
            made = "true" if value else "false"
        case int() | float():
            made = repr(value).replace("e+", "e")
        case str():
            made = _text(value)
        case date():
            made = f'date("{value.isoformat()}")'
        case Mapping():
            made = f"{{{', '.join(f'{quoted(k)}: {literal(v)}' for k, v in value.items())}}}"
        case list() | tuple():
            made = f"[{', '.join(map(literal, value))}]"
        case _:
            raise TypeError(type(value).__name__)
    return made


def _text(text: str) -> str:
    """A text between quotes.

    Servers differ on whether a backslash that is itself escaped makes what follows a "u" a code;
    so a backslash in front of a "u" is a text of its own, and the pieces are put together.
    """
    first, *others = (_SPECIAL.sub(_escape, piece) for piece in text.split("\\u"))
    made = [f'"{first}"']
    for other in others:
        made += ['"\\\\"', f'"u{other}"']
    return " + ".join(made)


def _escape(match: re.Match[str]) -> str:
    return _SIGNS.get(match[0]) or f"\\u{ord(match[0]):04X}"


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while some := list(islice(rows, _BATCH)):
        yield some
