"""What of a table is asked for, as an address says it, and the plan that answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ledwerk.api import conditions
from ledwerk.api.tables_columns import Column, columns_of
from ledwerk.graph import plan as p
from ledwerk.loaders.columns import Kind
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import NodeKind

PAGE = 50
EMPTY = "-"  # the word in an address for a value that nobody knows
_LONGEST = 200  # letters that are looked for
_MOST_WORDS = 8
_MOST_ROWS = 1_000_000

Filters = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The rows that somebody wants to see: words, order, chosen values, columns and page.

    `after` and `before` are cursors; `last` asks for the end of the list. No columns at all are
    those that are seen often.
    """

    q: str = ""
    sort: str = ""
    descending: bool = False
    filters: Filters = ()
    columns: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    last: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What every row found has somewhere in it."""
        return tuple(self.q.split()[:_MOST_WORDS])


def asked_of(kind: Kind, query: Mapping[str, str]) -> Asked:
    """What an address asks of a table. Raises InvalidQuestion for a column that is not there."""
    columns = {column.name: column for column in columns_of(kind)}
    sort = query.get("sort", "").strip()
    key = sort.removeprefix("-")
    if key and key != "id" and not (key in columns and columns[key].sortable):
        raise InvalidQuestion(f"{key!r} is no column that rows can be ordered by")
    chosen = tuple(dict.fromkeys(name for name in query.get("columns", "").split(",") if name))
    unknown = [name for name in chosen if name not in columns]
    if unknown:
        raise InvalidQuestion(f"{unknown[0]!r} is no column of {kind.table}")
    return Asked(
        query.get("q", "").strip()[:_LONGEST],
        key,
        sort.startswith("-"),
        tuple(_filters(columns, query)),
        chosen,
        query.get("after") or None,
        query.get("before") or None,
        query.get("last", "") != "",
    )


def _filters(
    columns: Mapping[str, Column], query: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, column in columns.items():
        words = tuple(word for word in query.get(name, "").split(",") if word)
        if not words or not column.filtered:
            continue
        vocabulary = column.type.vocabulary
        known = {EMPTY, *(vocabulary.values if vocabulary else ("yes", "no"))}
        wrong = [word for word in words if word not in known]
        if wrong:
            raise InvalidQuestion(f"{wrong[0]!r} is no word of {name}; one of {sorted(known)}")
        yield name, words


def shown_columns(kind: Kind, asked: Asked) -> tuple[Column, ...]:
    """The columns that are shown, in the table's order; what names a row is always among them."""
    every = columns_of(kind)
    ends = {column.name for column in every if column.end}
    if not asked.columns:
        return tuple(column for column in every if column.often)
    wanted = {*asked.columns, *(ends or {"name"})}
    return tuple(column for column in every if column.name in wanted)


def page_plan(kind: NodeKind, asked: Asked) -> p.Find:
    """A page of the nodes asked for, with how many there are in all."""
    order = _order(asked)
    given = {"after": asked.after, "before": asked.before}
    if asked.last or asked.before:
        given |= {"last": PAGE}  # type: ignore[dict-item]
    page = conditions.check_cursor(conditions.page(given), len(order) + 2)
    edges = p.Edges("edges", (p.Cursor("cursor"), p.NodeAt("node", _shape(kind))))
    info = ("hasNextPage", "hasPreviousPage")
    parts = (edges, p.PageInfo("info", tuple(p.Leaf(n, n) for n in info)), p.Total("total"))
    return _find(kind, p.Connection(parts, page), asked)


def every_plan(kind: NodeKind, asked: Asked) -> p.Find:
    """All of the nodes asked for."""
    return _find(kind, p.ListOf(_shape(kind), _MOST_ROWS), asked)


def rows_plan(kind: NodeKind, ids: tuple[str, ...]) -> p.Find:
    """The nodes with these ids, as they are now."""
    return p.Find(p.ById(ids, (kind.name,)), p.ListOf(_shape(kind), len(ids)))


def _find(kind: NodeKind, take: p.Connection | p.ListOf, asked: Asked) -> p.Find:
    return p.Find(p.OfKinds((kind.name,)), take, _where(kind, asked), _order(asked))


def _order(asked: Asked) -> tuple[p.Order, ...]:
    return (p.Order(asked.sort, asked.descending),) if asked.sort else ()


CITED = ("title", "source_id", "locator", "basis", "dataset")


def _shape(kind: NodeKind) -> p.Shape:
    leaves = [p.Leaf(name, name) for name in ("id", "derived_name")]
    names = dict.fromkeys(("name", *(column.name for column in columns_of(kind))))
    leaves += [p.Leaf(f"${name}", name) for name in names]
    cited = p.Citations("from", tuple(p.Leaf(n, n) for n in CITED), distinct=True)
    return p.Shape((((), (*leaves, cited)),))


def _where(kind: NodeKind, asked: Asked) -> p.Condition:
    parts: list[p.Condition] = [_chosen(kind, *one) for one in asked.filters]
    if asked.words:
        every = p.All(tuple(_says(kind, word) for word in asked.words))
        found: tuple[p.Condition, ...] = (every, p.Compare("id", "eq", asked.q))
        if kind.named:
            found = (*found, p.Compare("aliases", "contains", asked.q))
        parts.append(p.AnyOf(found))
    return p.All(tuple(parts))


# Texts in which a word is looked for anywhere. Others, such as numbers in registers, are looked at
# whole, since every text that is gone through takes its time where there are many rows.
_GONE_THROUGH = {"name", "address", "role", "function", "publisher", "scope"}


def _says(kind: NodeKind, word: str) -> p.Condition:
    """That a word is in a row's name or short texts, or is one of its numbers."""
    lines = [column.name for column in columns_of(kind) if column.type.name == "line"]
    looked = [name for name in dict.fromkeys(("name", *lines)) if name in _GONE_THROUGH]
    whole = [name for name in lines if name not in _GONE_THROUGH]
    return p.AnyOf((
        *(p.Compare(name, "contains", word) for name in looked),
        *(p.Compare(name, "eq", word) for name in whole),
    ))  # fmt: skip


def _chosen(kind: NodeKind, name: str, words: tuple[str, ...]) -> p.Condition:
    """That a column has one of some words; unknown is also what nobody said."""
    vocabulary = kind.property(name).type.vocabulary
    values: list[str | bool | None] = []
    for word in words:
        if word in {EMPTY, "unknown"}:
            values += [
                None,
                *(["unknown"] if vocabulary and "unknown" in vocabulary.values else []),
            ]
        else:
            values.append(word if vocabulary else word == "yes")
    return p.AnyOf(tuple(p.Compare(name, "eq", value) for value in dict.fromkeys(values)))
