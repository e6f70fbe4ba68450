"""The embedded store's tables, derived from the model. Text only; nothing is run here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledwerk.schema.fields import Shape
from ledwerk.schema.kinds import Model, Property

FORMAT = 4  # raised when the tables change in a way that older files need a migration for

# Names and texts folded, and the stems of their words.
TEXT_INDEX = ("name", "aliases", "body", "name_stems", "body_stems")

_TYPES = {
    Shape.TEXT: "TEXT",
    Shape.NUMBER: "REAL",
    Shape.INTEGER: "INTEGER",
    Shape.BOOLEAN: "INTEGER",
    Shape.LIST: "TEXT",
    Shape.DATE: "TEXT",
}


def node_columns(model: Model) -> tuple[str, ...]:
    """The columns of `node` in order, the number left out."""
    fixed = ("id", "label", "sort", "folded", "derived_name", "first_day", "last_day")
    return (*fixed, *model.node_properties)


def relation_columns(model: Model) -> tuple[str, ...]:
    """The columns of `relation` in order, the number left out."""
    fixed = ("key", "kind", "source", "target", "first_day", "last_day")
    return (*fixed, *model.relation_properties)


def ddl(model: Model) -> Iterator[str]:
    """The statements that make an empty store."""
    yield from facts_ddl(model)
    yield from STATEMENT_DDL
    yield from _LOG
    yield f"PRAGMA user_version = {FORMAT}"


def facts_ddl(model: Model) -> Iterator[str]:
    """The tables that questions run on: all of them can be made anew from the log."""
    yield f"""CREATE TABLE node (
        pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
        sort TEXT NOT NULL, folded TEXT, derived_name INTEGER NOT NULL,
        first_day TEXT, last_day TEXT,
        {_properties(model.node_properties.values())})"""
    yield "CREATE INDEX node_by_label ON node (label, sort, id)"
    yield "CREATE INDEX node_by_helix ON node (label, helix, sme, sort, id)"
    yield f"""CREATE TABLE relation (
        pk INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
        source INTEGER NOT NULL, target INTEGER NOT NULL, first_day TEXT, last_day TEXT,
        {_properties(model.relation_properties.values())})"""
    yield "CREATE INDEX relation_out ON relation (source, kind, target)"
    yield "CREATE INDEX relation_in ON relation (target, kind, source)"
    yield "CREATE INDEX relation_by_kind ON relation (kind)"
    yield "CREATE TABLE name (key TEXT NOT NULL, node INTEGER NOT NULL, text TEXT NOT NULL)"
    yield "CREATE INDEX name_by_key ON name (key, node)"
    yield "CREATE INDEX name_by_node ON name (node)"
    # Trigrams find a word inside a Dutch compound: "sport" in "topsport".
    columns = ", ".join(TEXT_INDEX)
    yield f"CREATE VIRTUAL TABLE text_index USING fts5({columns}, tokenize='trigram')"
    # Who belongs to which group, through groups within groups.
    yield """CREATE TABLE membership (
        member INTEGER NOT NULL, whole INTEGER NOT NULL, first_day TEXT, last_day TEXT,
        PRIMARY KEY (whole, member)) WITHOUT ROWID"""
    # Who takes part in what: directly (via = 0), or through a group.
    yield """CREATE TABLE participation (
        activity INTEGER NOT NULL, party INTEGER NOT NULL, via INTEGER NOT NULL,
        relation INTEGER NOT NULL, grouped INTEGER NOT NULL, first_day TEXT, last_day TEXT,
        PRIMARY KEY (activity, party, via)) WITHOUT ROWID"""
    yield "CREATE INDEX participation_by_party ON participation (party, activity, via)"


FACTS = ("node", "relation", "name", "text_index", "membership", "participation")

# What the table had not before format 4.
STATEMENT_LATER = tuple(
    f"ALTER TABLE statement ADD COLUMN {column} TEXT NOT NULL DEFAULT ''"
    for column in ("accepted_by", "stated_as")
)
STATEMENT_PAST = "CREATE INDEX statement_past ON statement (key) WHERE NOT standing"
STATEMENT_DDL = (
    """CREATE TABLE statement (
        number INTEGER PRIMARY KEY, digest TEXT NOT NULL, dataset TEXT NOT NULL,
        kind TEXT NOT NULL, key TEXT NOT NULL, source_id TEXT NOT NULL, target_id TEXT NOT NULL,
        properties TEXT NOT NULL, cited TEXT NOT NULL, locator TEXT NOT NULL,
        basis TEXT NOT NULL, confidence REAL, denied INTEGER NOT NULL, note TEXT NOT NULL,
        accepted_by TEXT NOT NULL, stated_as TEXT NOT NULL, standing INTEGER NOT NULL)""",
    # An index of its own, not UNIQUE in the table: only then can it be left out for a while.
    "CREATE UNIQUE INDEX statement_by_digest ON statement (digest)",
    "CREATE INDEX statement_by_key ON statement (key) WHERE standing",
    "CREATE INDEX statement_by_dataset ON statement (dataset) WHERE standing",
    "CREATE INDEX statement_by_source ON statement (source_id) WHERE standing",
    "CREATE INDEX statement_by_target ON statement (target_id) WHERE standing",
    "CREATE INDEX statement_by_cited ON statement (cited) WHERE standing",
    STATEMENT_PAST,
)

EVENT_INDEX = "CREATE INDEX event_by_statement ON event (statement)"

APPEND_ONLY = """CREATE TRIGGER event_is_append_only BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END"""
_LOG = (
    """CREATE TABLE event (
        number INTEGER PRIMARY KEY, revision INTEGER NOT NULL, sign TEXT NOT NULL,
        statement INTEGER NOT NULL)""",
    EVENT_INDEX,
    """CREATE TABLE revision (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,
        action TEXT NOT NULL, dataset TEXT NOT NULL, why TEXT NOT NULL)""",
    APPEND_ONLY,
)


def _properties(properties: Iterable[Property]) -> str:
    columns = [f'"{prop.name}" {_TYPES[prop.type.shape]}' for prop in properties]
    return ", ".join(columns)
