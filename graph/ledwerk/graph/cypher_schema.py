"""How the model is drawn in Neo4j: names, constraints and indexes. Text only.

Nodes have the label of their kind, parties also `Party`; relations have the type of their kind.
Properties are named in camelCase. A partial date stands as stated (`start`), and its first and last
day beside it as native dates (`startFirstDay`, `startLastDay`).

Apart from the drawn graph, without a relation to it, stand `Statement` (who says what, and where),
`Revision` (the log of changes), `Ledwerk` (format and revision), and, for look-ups, `Name` (every
name and alias, folded) and `Text` (texts, folded), those too long for an index also `LongText`,
and `Stem` (the stems of their words).
They refer to nodes by id, to relations by key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledwerk.graph.searching import SEARCHED
from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import camel

FORMAT = 1  # raised when the drawing changes in a way that older graphs need a migration for

SAID = "says_"  # a statement's own properties begin so, apart from those about the statement
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def drawn(name: str) -> str:
    """The drawn name of a property of the model."""
    return camel(name)


def quoted(name: str) -> str:
    """A label, type or key as it stands in Cypher; ValueError for what could be anything else."""
    if not _PLAIN.fullmatch(name):
        raise ValueError(name)
    return f"`{name}`"


def schema_statements(model: Model) -> Iterator[str]:
    """What makes constraints and indexes; each may be run again without harm."""
    for kind in model.nodes:
        yield _unique(f"{kind.name.lower()}_id", kind.name, "id")
        yield _range(f"{kind.name.lower()}_order", kind.name, "sort", "id")
    yield _range("party_id", "Party", "id")
    yield _range("party_order", "Party", "sort", "id")
    for label in ("Party", "Organisation"):
        yield _range(f"{label.lower()}_helix", label, "helix", "sort", "id")
        yield _range(f"{label.lower()}_helix_sme", label, "helix", "sme", "sort", "id")
    for relation in model.relations:
        name = relation.name.lower()
        yield (
            f"CREATE CONSTRAINT {name}_key IF NOT EXISTS FOR ()-[r:{quoted(relation.name)}]-() "
            "REQUIRE r.key IS UNIQUE"
        )
    for kind in model.nodes:
        if kind.period:
            yield _range(f"{kind.name.lower()}_period", kind.name, "startFirstDay", "endLastDay")
    yield _unique("statement_digest", "Statement", "digest")
    for key in ("key", "dataset", "cited", "sourceId", "targetId"):
        yield _range(f"statement_{key.lower()}", "Statement", key)
    yield _unique("revision_number", "Revision", "number")
    yield _unique("ledwerk_one", "Ledwerk", "name")
    yield _range("name_key", "Name", "key")
    yield _range("name_of", "Name", "of")
    yield _text("name_folded", "Name", "folded")
    yield _range("text_of", "Text", "of")
    yield _text("text_folded", "Text", "folded")
    yield _range("stem_of", "Stem", "of")
    yield _text("stem_words", "Stem", "words")
    yield _full_text(model)


def _full_text(model: Model) -> str:
    labels = "|".join(kind.name for kind in model.nodes if kind.named)
    names = ["name", "aliases"]
    names += [
        drawn(name)
        for name in SEARCHED
        if model.node_properties.get(name) and model.node_properties[name].type.shape is Shape.TEXT
    ]
    keys = ", ".join(f"n.{name}" for name in names)
    return (
        f"CREATE FULLTEXT INDEX search IF NOT EXISTS FOR (n:{labels}) ON EACH [{keys}] "
        "OPTIONS { indexConfig: { `fulltext.analyzer`: 'standard-folding' } }"
    )


def _unique(name: str, label: str, key: str) -> str:
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"


def _range(name: str, label: str, *keys: str) -> str:
    columns = ", ".join(f"n.{key}" for key in keys)
    return f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({columns})"


def _text(name: str, label: str, key: str) -> str:
    return f"CREATE TEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{key})"
