"""The rows of a table: asked of the store, and as a page's script or a spreadsheet takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledwerk.api.tables_columns import Column, columns_of
from ledwerk.api.tables_question import CITED, Asked, every_plan, page_plan, rows_plan
from ledwerk.graph.store import Store
from ledwerk.loaders.columns import Kind, header_words
from ledwerk.schema.fields import Text, Value
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.names import camel, fold
from ledwerk.schema.statements import STATEMENT_COLUMNS
from ledwerk.viz.texts import said

_YES, _NO = Text("ja", "yes"), Text("nee", "no")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class End:
    """A node at the end of a relation."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a row is stated: the source's name and id, the place in it, on what ground, and by
    which dataset.
    """

    title: str
    source_id: str
    locator: str
    basis: str
    dataset: str


@dataclass(frozen=True, slots=True)
class Row:
    """A node or relation: its id or key, name, values by column, ends, and where it is stated."""

    key: str
    name: str
    values: dict[str, Value]
    ends: dict[str, End] = field(default_factory=dict)
    cited: tuple[Cited, ...] = ()
    derived_name: bool = False
    cursor: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of rows, what comes before and after it, and how many there are in all.

    `revision` is one that no row is older than.
    """

    revision: int
    rows: tuple[Row, ...]
    total: int
    before: bool
    after: bool


async def listed_nodes(store: Store, kind: NodeKind, asked: Asked) -> Listed:
    """A page of a kind's nodes."""
    revision = await store.revision()
    found = await store.answer(page_plan(kind, asked))
    rows = tuple(node_row(kind, edge["node"], edge["cursor"]) for edge in found["edges"])
    info = found["info"]
    return Listed(revision, rows, found["total"], info["hasPreviousPage"], info["hasNextPage"])


async def every_node(store: Store, kind: NodeKind, asked: Asked) -> Iterator[Row]:
    """All of a kind's nodes that are asked for, in their order."""
    found = await store.answer(every_plan(kind, asked))
    return (node_row(kind, one) for one in found)


async def nodes_of(store: Store, kind: NodeKind, ids: Sequence[str]) -> Listed:
    """The nodes with these ids; those that are gone are left out."""
    revision = await store.revision()
    found = await store.answer(rows_plan(kind, tuple(ids))) if ids else []
    rows = tuple(node_row(kind, one) for one in found)
    return Listed(revision, rows, len(rows), before=False, after=False)


def node_row(kind: NodeKind, found: Json, cursor: str = "") -> Row:
    """A node as the plan's answer tells it."""
    values = {
        column.name: _stored(column, found.get(f"${column.name}")) for column in columns_of(kind)
    }
    cited = tuple(Cited(*(str(one.get(name) or "") for name in CITED)) for one in found["from"])
    derived = bool(found["derived_name"])
    return Row(found["id"], str(found["$name"]), values, {}, cited, derived, cursor)


def _stored(column: Column, value: Any) -> Value:
    """A value as the model keeps it: an answer tells choices as GraphQL does."""
    if isinstance(value, list):
        return tuple(value)
    return value.lower() if column.type.vocabulary and isinstance(value, str) else value


def as_json(listed: Listed) -> Json:
    """A page of rows for the page's script, which finds values under GraphQL's names."""
    return {
        "revision": listed.revision,
        "total": listed.total,
        "before": listed.before,
        "after": listed.after,
        "rows": [_row_json(row) for row in listed.rows],
    }


def _row_json(row: Row) -> Json:
    ends = {camel(name): {"id": end.id, "name": end.name} for name, end in row.ends.items()}
    values = {camel(name): value for name, value in row.values.items() if value is not None}
    return {
        "key": row.key,
        "name": row.name,
        "derived": row.derived_name,
        "values": {**values, **ends},
        "from": [
            {
                "title": one.title or one.source_id,
                "locator": one.locator,
                "basis": one.basis.lower(),
                "dataset": one.dataset,
            }
            for one in row.cited
        ],
        "cursor": row.cursor,
    }


def sheet_header(columns: Sequence[Column], kind: Kind, lang: str) -> list[str]:
    """The titles of an exported table, by which loading knows its columns again."""
    known = header_words(kind)

    def title(name: str, label: str) -> str:
        role = known.get(label) or known.get(fold(label))
        return label if role is not None and role.property.name == name else name

    first = ["id"] if isinstance(kind, NodeKind) else []
    titles = [title(column.name, said(column.label, lang)) for column in columns]
    where = [title(one.name, said(one.label, lang)) for one in STATEMENT_COLUMNS[:2]]
    return [*first, *titles, *where]


def sheet_rows(
    rows: Iterable[Row], columns: Sequence[Column], kind: Kind, lang: str
) -> Iterator[list[object]]:
    """The cells of an exported table: words in the language, the first source of each row."""
    for row in rows:
        first: list[object] = [row.key] if isinstance(kind, NodeKind) else []
        cells = [_cell(row, column, lang) for column in columns]
        cited = row.cited[0] if row.cited else None
        where = [cited.title or cited.source_id, cited.locator] if cited else ["", ""]
        yield [*first, *cells, *where]


def _cell(row: Row, column: Column, lang: str) -> object:
    if column.name in row.ends:
        return row.ends[column.name].name
    value = row.values.get(column.name)
    if column.name == "name" and row.derived_name:
        return ""  # what nobody named is shown by its id, which stands beside
    if isinstance(value, bool):
        return said(_YES if value else _NO, lang)
    if column.type.vocabulary and isinstance(value, str):
        return said(column.type.vocabulary.term(value).label, lang)
    return column.type.write(value) if isinstance(value, tuple) else value
