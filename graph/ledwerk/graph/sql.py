"""A plan as one SQL statement for SQLite. Text and values only; nothing is run here.

The statement has one row with one column: the finished answer as JSON. Every value of the
question is a bound parameter; names of columns come from the model and from nowhere else.

Every expression of what is taken is JSON text, never null, and objects are joined as texts: SQLite
forgets at each subquery that a text is JSON, and its own functions would read it anew each time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.sql_rows import Rows, Writer
from ledwerk.schema.fields import Shape as FieldShape
from ledwerk.schema.kinds import Model, Property

_IN_A_ROW = 16  # pieces joined without brackets: a deeper expression is refused


@dataclass(frozen=True, slots=True)
class Sql:
    """A statement and its parameters in order."""

    text: str
    values: tuple[object, ...] = field(default=())


def compile_plan(model: Model, plan: p.Plan) -> Sql:
    """The one statement that answers the plan."""
    if isinstance(plan, p.Tally):
        return Sql(_tally(model, plan))
    writer = _Answer(model)
    text = f"SELECT {writer.find(plan)}"
    return writer.finish(text)


def _tally(model: Model, plan: p.Tally) -> str:
    parties = ", ".join(f"'{kind}'" for kind in model.parties)
    queries = {
        "nodes": "SELECT label AS word, count(*) AS n FROM node GROUP BY label",
        "relations": "SELECT kind AS word, count(*) AS n FROM relation GROUP BY kind",
        "helix": f"SELECT helix AS word, count(*) AS n FROM node WHERE label IN ({parties}) "
        "GROUP BY helix",
        "projectsByHelix": _BY_HELIX,
    }
    parts = [
        f"'{part}', json((SELECT json_group_object(word, n) FROM ({queries[part]})))"
        for part in plan.parts
    ]
    return f"SELECT json_object({', '.join(parts)})"


_HAS = "max(CASE WHEN n.helix = '{word}' THEN 1 ELSE 0 END) AS {word}"
_TOLD = "CASE WHEN {word} = 1 THEN ',{word}' ELSE '' END"
_BY_HELIX = (
    f"SELECT substr({' || '.join(_TOLD.format(word=word) for word in p.SPHERES)}, 2) AS word, "
    f"count(*) AS n FROM (SELECT {', '.join(_HAS.format(word=word) for word in p.SPHERES)} "
    "FROM node a LEFT JOIN participation t ON t.activity = a.pk LEFT JOIN node n ON n.pk = t.party "
    "WHERE a.label = 'Project' GROUP BY a.pk) GROUP BY 1"
)


class _Answer(Writer):
    """Writes what is taken from rows; `Writer` writes which rows these are."""

    def finish(self, text: str) -> Sql:
        """The statement with its numbered parameters."""
        return Sql(text, tuple(self.values))

    def find(self, plan: p.Find) -> str:
        """The whole answer of a plan."""
        rows = self.start(plan.start)
        return self.take(rows, plan.take, plan.where, plan.order)

    def take(
        self,
        rows: Rows,
        take: p.Connection | p.ListOf | p.OneOf,
        where: p.Condition | None,
        order: tuple[p.Order, ...],
    ) -> str:
        """A list, one node or a connection made of rows."""
        if where is not None:
            rows.where.append(self.condition(where, rows.node))
        keys = self.order_keys(rows, order)
        match take:
            case p.OneOf(shape):
                return (
                    f"coalesce((SELECT {self.shape(shape, rows)} FROM {rows.source} "
                    f"{rows.filter()} ORDER BY {self.ordering(keys)} LIMIT 1), 'null')"
                )
            case p.ListOf(shape, limit):
                inner = (
                    f"SELECT {self.shape(shape, rows)} AS e FROM {rows.source} {rows.filter()} "
                    f"ORDER BY {self.ordering(keys)} LIMIT {int(limit)}"
                )
                return _array("e", inner)
            case p.Connection():
                return self.connection(rows, take, keys)
            case _:
                assert_never(take)

    def connection(self, rows: Rows, take: p.Connection, keys: list[tuple[str, bool]]) -> str:
        """A Relay connection: one pass over one row more than the page holds."""
        cursor = f"(json_array({', '.join(self._in_cursor(key) for key, _ in keys)}) || '')"
        numbered = any(isinstance(part, p.PageInfo) for part in take.parts)
        made: dict[str, str] = {}  # in the order asked
        fixed = True  # whether nothing depends on the page's rows
        for part in take.parts:
            match part:
                case p.Constant(key, value):
                    made[key] = self.value(_constant(value))
                case p.Edges(key, items):
                    edge = self.object(items, rows, cursor)
                    made[key], fixed = self._column(rows, edge, numbered=numbered), False
                case p.NodesOf(key, shape):
                    node = self.shape(shape, rows)
                    made[key], fixed = self._column(rows, node, numbered=numbered), False
                case p.PageInfo(key, items):
                    made[key] = self.page_info(items, take.page)
                    fixed = fixed and not _looks_at_rows(items, take.page)
                case p.Total(key):
                    made[key] = f"(SELECT count(*) FROM {rows.source} {rows.filter()})"
                case _:
                    assert_never(part)
        body = self.joined(list(made.items()))
        if fixed:
            return body
        window = self._window(rows, take.page, keys, cursor if numbered else None)
        return f"(SELECT {body} FROM ({window}))"

    def _in_cursor(self, key: str) -> str:
        prop = self.model.node_properties.get(key.partition('."')[2].rstrip('"'))
        number = prop is not None and prop.type.shape is FieldShape.NUMBER
        return f"json(exact({key}))" if number else key

    def _column(self, rows: Rows, text: str, *, numbered: bool) -> str:
        """Register a column of the window and gather it over the rows of the page."""
        name = f"c{len(rows.columns)}"
        rows.columns.append(f"{text} AS {name}")
        if not numbered:
            return f"'[' || coalesce(group_concat({name}), '') || ']'"
        shown = f"group_concat({name}) FILTER (WHERE place <= size)"
        return f"'[' || coalesce({shown}, '') || ']'"

    def _window(
        self, rows: Rows, page: p.Page, keys: list[tuple[str, bool]], cursor: str | None
    ) -> str:
        """The rows of a page; with a cursor also numbered, and one more than the page holds."""
        if page.after is not None:
            rows.where.append(self.beyond(keys, page.after, backwards=False))
        if page.before is not None:
            rows.where.append(self.beyond(keys, page.before, backwards=True))
        turned = [(key, descending != page.backwards) for key, descending in keys]
        size = int(page.size)
        limit = size if cursor is None else size + 1
        columns = ", ".join([*([f"{cursor} AS cursor"] if cursor else []), *rows.columns])
        ordered = (
            f"SELECT {columns} FROM {rows.source} {rows.filter()} "
            f"ORDER BY {self.ordering(turned, nulls_first=page.backwards)} LIMIT {limit}"
        )
        if cursor is None and not page.backwards:
            return ordered
        # Numbered after ordering: a window beside an ORDER BY would number unordered rows.
        numbered = f"SELECT row_number() OVER () AS place, {size} AS size, * FROM ({ordered})"
        if not page.backwards:
            return numbered
        return f"SELECT * FROM ({numbered}) ORDER BY place DESC LIMIT {limit}"

    def page_info(self, items: tuple[p.Item, ...], page: p.Page) -> str:
        """Whether there is more, and the cursors at both ends."""
        more = "CASE WHEN count(*) > max(size) THEN 'true' ELSE 'false' END"
        given = page.before if page.backwards else page.after
        beyond = "'false'" if given is None else "'true'"
        shown = "json_group_array(cursor) FILTER (WHERE place <= size)"
        first, last = (f"json_quote(json_extract({shown}, '$[{at}]'))" for at in ("0", "#-1"))
        fields = {
            "hasNextPage": beyond if page.backwards else more,
            "hasPreviousPage": more if page.backwards else beyond,
            "startCursor": first,
            "endCursor": last,
        }
        return self.plain(items, fields)

    def plain(self, items: tuple[p.Item, ...], fields: Mapping[str, str]) -> str:
        """An object of leaves, each by the expression of its name, and of constants."""
        parts = []
        for item in items:
            if isinstance(item, p.Constant):
                parts.append((item.key, self.value(_constant(item.value))))
            elif isinstance(item, p.Leaf):
                parts.append((item.key, fields[item.name]))
        return self.joined(parts)

    def joined(self, fields: Sequence[tuple[str, str]]) -> str:
        """An object of keys and expressions."""
        last = dict(fields)  # of a key given twice the last counts, as it does in JSON
        pieces = []
        for sign, (key, text) in zip("{" + "," * len(last), last.items(), strict=False):
            pieces += [self.value(f"{sign}{json.dumps(key)}:"), text]
        return _concatenated([*pieces, "'}'"]) if pieces else "'{}'"

    def shape(self, shape: p.Shape, rows: Rows, node: str | None = None) -> str:
        """A node as an object, by its kind."""
        alias = node or rows.node
        if len(shape.branches) == 1 and not shape.branches[0][0]:
            return self.object(shape.branches[0][1], rows, node=alias)
        cases = []
        for kinds, items in shape.branches:
            words = ", ".join(f"'{self.model.node(kind).name}'" for kind in kinds)
            cases.append(
                f"WHEN {alias}.label IN ({words}) THEN {self.object(items, rows, node=alias)}"
            )
        return f"CASE {' '.join(cases)} ELSE 'null' END"

    def object(
        self, items: tuple[p.Item, ...], rows: Rows, cursor: str = "NULL", node: str | None = None
    ) -> str:
        """A JSON object with one key an item."""
        alias = node or rows.node
        return self.joined(
            [(item.key, self.item(item, rows, cursor, alias, edge=node is None)) for item in items]
        )

    def item(self, item: p.Item, rows: Rows, cursor: str, alias: str, *, edge: bool) -> str:  # noqa: PLR0911
        """The SQL expression of one item."""
        match item:
            case p.Leaf(_, name):
                return self.leaf(name, rows, alias, edge=edge)
            case p.Constant(_, value):
                return self.value(_constant(value))
            case p.TypeName():
                return f"json_quote({alias}.label)"
            case p.Record(_, items):
                return self.object(items, rows, cursor, None if edge else alias)
            case p.Citations(_, items, distinct):
                key = f"{rows.of_relation()}.key" if edge and rows.relation else f"{alias}.id"
                return self.citations(items, key, distinct=distinct)
            case p.NodeAt(_, shape, role):
                if role == "via":
                    return self.via(shape, rows)
                return self.shape(shape, rows, rows.node)
            case p.Shared(_, shape):
                return self.shared(shape, rows)
            case p.Cursor():
                return f"json_quote({cursor})"
            case p.Later(_, ticket):
                return f"json_object('{p.LATER}', {int(ticket)}, 'id', {alias}.id)"
            case p.Hop(_, step, take, where, order):
                far = self.step(step, alias)
                return self.take(far, take, where, order)
            case _:
                assert_never(item)

    def leaf(self, name: str, rows: Rows, alias: str, *, edge: bool) -> str:
        """A built-in or a property, shaped as GraphQL shows it."""
        if edge and name in rows.extra:
            return f"json_quote({rows.extra[name]})"
        if name == "unreviewed":
            of_edge = edge and rows.relation
            return _unreviewed(f"{rows.of_relation()}.key" if of_edge else f"{alias}.id")
        if edge and rows.kind:
            prop = self.model.relation(rows.kind).property(name)
            return _shown(prop, f'{rows.of_relation()}."{name}"')
        if name in {"id", "label"}:
            return f"json_quote({alias}.{name})"
        if name == "derived_name":
            return _boolean(f"{alias}.derived_name")
        return self._property(name, alias)

    def _property(self, name: str, alias: str) -> str:
        if name in p.TEXTS:
            return f"json_quote(coalesce({', '.join(f'{alias}.{one}' for one in p.TEXTS[name])}))"
        return _shown(self.model.node_properties[name], f'{alias}."{name}"')

    def citations(self, items: tuple[p.Item, ...], key: str, *, distinct: bool) -> str:
        """The statements behind a key, best basis first, then by place."""
        fields = {
            "title": "json_quote(coalesce((SELECT n.name FROM node n WHERE n.id = s.cited), "
            "nullif(s.cited, '')))",
            "source_id": "json_quote(nullif(s.cited, ''))",
            "locator": "json_quote(nullif(s.locator, ''))",
            "basis": "json_quote(upper(s.basis))",
            "confidence": "coalesce(exact(s.confidence), 'null')",
            "denied": _boolean("s.denied"),
            "note": "json_quote(nullif(s.note, ''))",
            "dataset": "json_quote(s.dataset)",
            "accepted_by": "json_quote(nullif(s.accepted_by, ''))",
            "stated_as": "json_quote(nullif(s.stated_as, ''))",
            "unreviewed": _boolean(f"({_IS_UNREVIEWED})"),
            "revision": _REVISION_OF_S.format("number"),
            **{what: _REVISION_OF_S.format(what) for what in ("actor", "at", "action", "why")},
            "date": "json_quote((SELECT n.date FROM node n WHERE n.id = s.cited))",
            "says": "s.properties",
            "kind": "json_quote(s.kind)",
            "key": "json_quote(s.key)",
            "digest": "json_quote(s.digest)",
        }
        basis = "CASE WHEN s.basis = 'read' AND s.accepted_by <> '' THEN 'stated' ELSE s.basis END"
        rank = f"s.denied * 100 + instr('edited stated assessed derived read', {basis})"
        best = f"printf('%03d', {rank}) || s.dataset || ' ' || s.digest"
        group = ""
        if distinct:
            # With min() SQLite takes the other columns from the row that has the minimum.
            best, group = f"min({best})", " GROUP BY s.cited, s.locator"
        inner = (
            f"SELECT {self.plain(items, fields)} AS e, {best} AS best FROM statement s "
            f"WHERE s.key = {key} AND s.standing{group} "
            f"ORDER BY {rank}, s.cited, s.locator, s.dataset, s.digest LIMIT 1000"
        )
        return _array("e", inner)

    def via(self, shape: p.Shape, rows: Rows) -> str:
        """The group that a route goes through, or null."""
        if "via" not in rows.extra:
            return "'null'"
        alias = self.alias("v")
        inner = self.shape(shape, Rows(alias, "", []), alias)
        found = f"SELECT {inner} FROM node {alias} WHERE {alias}.pk = {rows.extra['via']}"
        return f"coalesce(({found}), 'null')"

    def shared(self, shape: p.Shape, rows: Rows) -> str:
        """What the two ends of a tie share, by sort name and id."""
        alias = self.alias("s")
        inner = self.shape(shape, Rows(alias, "", []), alias)
        return _array(
            "e",
            f"SELECT {inner} AS e FROM ({rows.extra['shared']}) x "
            f"JOIN node {alias} ON {alias}.pk = x.shared "
            f"ORDER BY {alias}.sort, {alias}.id LIMIT 1000",
        )


# The change with which a statement began to stand, for the last time.
_REVISION_OF_S = (
    "json_quote((SELECT r.{} FROM revision r WHERE r.number = (SELECT max(e.revision) "
    "FROM event e WHERE e.statement = s.number AND e.sign = '+')))"
)


_IS_UNREVIEWED = "s.basis = 'read' AND s.accepted_by = ''"


def _unreviewed(key: str) -> str:
    """Whether nobody has looked at any statement that says so; of a node that none is about, at
    any that mentions it.
    """
    asked = (
        f"SELECT {_IS_UNREVIEWED} AS u FROM statement s "
        "WHERE s.standing AND NOT s.denied AND s.{} = {}"
    )
    own, source, target = (asked.format(at, key) for at in ("key", "source_id", "target_id"))
    mentioned = f"SELECT min(u) FROM ({source} UNION ALL {target})"
    return _boolean(f"coalesce((SELECT min(u) FROM ({own})), ({mentioned}), 0)")


def _looks_at_rows(items: tuple[p.Item, ...], page: p.Page) -> bool:
    """Whether what is asked of a page's info is reckoned from its rows."""
    given = "hasNextPage" if page.backwards else "hasPreviousPage"
    return any(isinstance(item, p.Leaf) and item.name != given for item in items)


def _shown(prop: Property, column: str) -> str:
    """A column as JSON shows it: booleans as such, lists as arrays, choices as enum names."""
    match prop.type.shape:
        case FieldShape.BOOLEAN:
            return _boolean(column)
        case FieldShape.NUMBER:
            return f"coalesce(exact({column}), 'null')"
        case FieldShape.LIST:
            return f"coalesce({column}, '[]')"
        case FieldShape.TEXT if prop.type.vocabulary:
            return f"json_quote(upper({column}))"
        case _:
            return f"json_quote({column})"


def _boolean(column: str) -> str:
    return f"CASE {column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' ELSE 'null' END"


def _constant(value: str | int | bool | None) -> str:
    return json.dumps(value, ensure_ascii=False)


def _array(column: str, rows: str) -> str:
    """The rows of one column as an array, in their order."""
    return f"(SELECT '[' || coalesce(group_concat({column}), '') || ']' FROM ({rows}))"


def _concatenated(pieces: Sequence[str]) -> str:
    """Texts joined; in halves where they are many, so that the expression stays flat."""
    if len(pieces) <= _IN_A_ROW:
        return " || ".join(pieces)
    half = len(pieces) // 2
    return f"({_concatenated(pieces[:half])}) || ({_concatenated(pieces[half:])})"
