"""A plan as one Cypher statement for Neo4j. Text and values only; nothing is run here.

The statement has one row with the finished answer, and beside it the graph's revision before and
after: where the two differ, or a large change is being committed, the answer may mix two states of
the graph and is to be asked for again. Every value of the question is a parameter; labels, types
and property names come from the model and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_conditions import Conditions, Keys, shown
from ledwerk.graph.cypher_rows import Rows
from ledwerk.graph.cypher_schema import SAID, drawn, quoted
from ledwerk.schema.fields import Shape as FieldShape
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import BASES
from ledwerk.schema.vocabularies import HELIX

MOST_SHOWN = 1000


@dataclass(frozen=True, slots=True)
class Cypher:
    """A statement and its parameters."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)


def compile_plan(model: Model, plan: p.Plan) -> Cypher:
    """The one statement that answers the plan."""
    if isinstance(plan, p.Tally):
        return bracketed(_BY_HELIX if "projectsByHelix" in plan.parts else "", _tally(model, plan))
    writer = _Answer(model)
    calls: list[str] = []
    rows, where = writer.start(plan.start), plan.where
    if isinstance(plan.start, p.OfKinds):
        where = writer.from_far_end(rows, where)
    found = writer.take(rows, plan.take, (where, plan.order), "", calls)
    return bracketed(" ".join(calls), found, writer.values)


def bracketed(calls: str, expression: str, values: Mapping[str, object] | None = None) -> Cypher:
    """A statement that answers an expression between two looks at the graph's state."""
    warned = "EXISTS { MATCH (c0:Committing) WHERE c0.until > datetime() }"
    text = (
        "OPTIONAL MATCH (l0:Ledwerk) WITH l0.revision AS before, l0.format AS format, "
        f"{warned} AS warned {calls} WITH before, format, warned, {expression} AS answer "
        "OPTIONAL MATCH (l1:Ledwerk) RETURN answer, before, l1.revision AS after, format, "
        f"warned OR {warned} AS committing"
    )
    return Cypher(text, values or {})


def _tally(model: Model, plan: p.Tally) -> str:
    nodes = (f"['{k.name}', COUNT {{ (:{k.name}) }}]" for k in model.nodes)
    relations = (f"['{k.name}', COUNT {{ ()-[:{quoted(k.name)}]->() }}]" for k in model.relations)
    helix = "[x IN words | [x, COUNT { MATCH (n:Party) WHERE n.helix = x }]]"
    words = ", ".join(f"'{value}'" for value in HELIX.values)
    queries = {
        "nodes": f"[{', '.join(nodes)}]",
        "relations": f"[{', '.join(relations)}]",
        "helix": helix.replace("words", f"[{words}]"),
        "projectsByHelix": "mixed",
    }
    return f"{{{', '.join(f'{part}: {queries[part]}' for part in plan.parts)}}}"


_BY_HELIX = (
    f"CALL () {{ MATCH (a:Project) WITH [x IN {list(p.SPHERES)} WHERE EXISTS {{ "
    "MATCH (a)<-[:PARTNER_IN]-(v)<-[m:MEMBER_OF*0..20]-(n:Party) "
    "WHERE n.helix = x AND (size(m) = 0 OR v:Group) }] AS words "
    "WITH reduce(text = '', x IN words | text + ',' + x) AS word, count(*) AS n "
    "RETURN collect([substring(word, 1), n]) AS mixed }"
)


class _Answer(Conditions):
    """Writes what is taken from rows; `Conditions` writes which rows these are.

    Every list within a row is a subquery before it, gathered into a variable: Neo4j allows no
    aggregation inside an expression of another.
    """

    def take(
        self,
        rows: Rows,
        take: p.Connection | p.ListOf | p.OneOf,
        narrowed: tuple[p.Condition | None, tuple[p.Order, ...]],
        parent: str,
        calls: list[str],
    ) -> str:
        """A list, one node or a connection made of rows; its subqueries are added to `calls`."""
        where, order = narrowed
        if where is not None:
            rows.where.append(self.condition(where, rows.node))
        keys = self.order_keys(rows, order)
        match take:
            case p.OneOf(shape):
                return f"head({self._listed(rows, shape, keys, 1, parent, calls)})"
            case p.ListOf(shape, limit):
                return self._listed(rows, shape, keys, int(limit), parent, calls)
            case p.Connection():
                return self.connection(rows, take, keys, parent, calls)
            case _:
                assert_never(take)

    def _listed(
        self, rows: Rows, shape: p.Shape, keys: Keys, limit: int, parent: str, calls: list[str]
    ) -> str:
        # Ordered and cut before anything is taken, so that only what is shown is made.
        found = self.variable("list")
        taken = self.shape(shape, rows)
        calls.append(
            f"CALL ({parent}) {{ {rows.text(ordered=True)} WITH {', '.join(rows.variables())} "
            f"ORDER BY {self.ordering(keys)} LIMIT {limit} {' '.join(rows.calls)} "
            f"RETURN collect({taken}) AS {found} }}"
        )
        return found

    def connection(
        self, rows: Rows, take: p.Connection, keys: Keys, parent: str, calls: list[str]
    ) -> str:
        """A Relay connection: one pass over one row more than the page holds."""
        page = self.variable("page")
        cursor = self._cursor(rows, keys)
        columns: dict[str, str] = {}
        whole: list[str] = []
        cut = f"{page}[..{int(take.page.size)}]"
        if take.page.backwards:
            cut = f"reverse({cut})"
        for part in take.parts:
            key = quoted(part.key)
            match part:
                case p.Constant(_, value):
                    whole.append(f"{key}: {self.value(value)}")
                case p.Edges(_, items):
                    columns[f"c{len(columns)}"] = self.object(items, rows, cursor)
                    whole.append(f"{key}: [x IN {cut} | x.c{len(columns) - 1}]")
                case p.NodesOf(_, shape):
                    columns[f"c{len(columns)}"] = self.shape(shape, rows)
                    whole.append(f"{key}: [x IN {cut} | x.c{len(columns) - 1}]")
                case p.PageInfo(_, items):
                    columns["cursor"] = cursor
                    whole.append(f"{key}: {self.page_info(items, take.page, page)}")
                case p.Total(_):
                    total = self.variable("total")
                    counted = f"{rows.text()} RETURN count(*) AS {total}"
                    calls.append(f"CALL ({parent}) {{ {counted} }}")
                    whole.append(f"{key}: {total}")
                case _:
                    assert_never(part)
        if columns:
            calls.append(self._paged(rows, take.page, keys, (parent, page, columns)))
        return f"{{{', '.join(whole)}}}"

    def _paged(
        self, rows: Rows, page: p.Page, keys: Keys, made: tuple[str, str, dict[str, str]]
    ) -> str:
        """The rows of a page and, where somebody asks if there is more, one more."""
        parent, name, columns = made
        if page.after is not None:
            rows.where.append(self.beyond(keys, page.after, backwards=False))
        if page.before is not None:
            rows.where.append(self.beyond(keys, page.before, backwards=True))
        turned = [(key, descending != page.backwards) for key, descending in keys]
        ordered = self.ordering(turned, nulls_first=page.backwards)
        limit = int(page.size) + ("cursor" in columns)
        row = ", ".join(f"{key}: {text}" for key, text in columns.items())
        return (
            f"CALL ({parent}) {{ {rows.text(ordered=True)} WITH {', '.join(rows.variables())} "
            f"ORDER BY {ordered} LIMIT {limit} {' '.join(rows.calls)} "
            f"RETURN collect({{{row}}}) AS {name} }}"
        )

    def _cursor(self, rows: Rows, keys: Keys) -> str:
        """The keys of a row as a JSON array."""
        parts = []
        for key, _ in keys:
            text = f"toString({key})"
            if self._is_text(rows, key):
                text = f"'\"' + replace(replace({key}, '\\\\', '\\\\\\\\'), '\"', '\\\\\"') + '\"'"
            never_null = key.endswith((".sort", ".id", ".key", "'')"))
            parts.append(text if never_null else f"coalesce({text}, 'null')")
        joined = " + ',' + ".join(parts)
        return f"'[' + {joined} + ']'"

    def _is_text(self, rows: Rows, key: str) -> bool:
        name = key.rpartition(".")[2]
        if not key.startswith((f"{rows.node}.", f"{rows.relation}.", "coalesce(")):
            return False
        shapes = {drawn(n): prop.type.shape for n, prop in self.model.node_properties.items()}
        return shapes.get(name, FieldShape.TEXT) in {FieldShape.TEXT, FieldShape.DATE}

    def page_info(self, items: tuple[p.Item, ...], page: p.Page, name: str) -> str:
        """Whether there is more, and the cursors at both ends."""
        size = int(page.size)
        more = f"size({name}) > {size}"
        given = page.before if page.backwards else page.after
        beyond = "false" if given is None else "true"
        first, last = f"head({name}[..{size}]).cursor", f"last({name}[..{size}]).cursor"
        fields = {
            "hasNextPage": beyond if page.backwards else more,
            "hasPreviousPage": more if page.backwards else beyond,
            "startCursor": last if page.backwards else first,
            "endCursor": first if page.backwards else last,
        }
        return self.plain(items, fields)

    def plain(self, items: tuple[p.Item, ...], fields: Mapping[str, str]) -> str:
        """An object of leaves, each by the expression of its name, and of constants."""
        parts = []
        for item in items:
            if isinstance(item, p.Constant):
                parts.append(f"{quoted(item.key)}: {self.value(item.value)}")
            elif isinstance(item, p.Leaf):
                parts.append(f"{quoted(item.key)}: {fields[item.name]}")
        return f"{{{', '.join(parts)}}}"

    def shape(self, shape: p.Shape, rows: Rows, node: str | None = None) -> str:
        """A node as an object, by its kind."""
        alias = node or rows.node
        # Only the kinds that may stand here: each branch costs the server's planner.
        possible = [
            (kinds, items)
            for kinds, items in shape.branches
            if not kinds or alias != rows.node or set(kinds) & set(rows.kinds)
        ]
        if len(possible) == 1 and set(possible[0][0] or rows.kinds) >= set(rows.kinds):
            return self.object(possible[0][1], rows, node=alias)
        cases = [
            f"WHEN {alias}:{self.labels(kinds)} THEN {self.object(items, rows, node=alias)}"
            for kinds, items in possible
        ]
        return f"CASE {' '.join(cases)} END" if cases else "null"

    def object(
        self, items: tuple[p.Item, ...], rows: Rows, cursor: str = "null", node: str | None = None
    ) -> str:
        """A map with one key an item."""
        alias = node or rows.node
        fields = (
            f"`{item.key}`: {self.item(item, rows, cursor, alias, edge=node is None)}"
            for item in items
            if quoted(item.key.lstrip("$"))
        )
        return f"{{{', '.join(fields)}}}"

    def item(self, item: p.Item, rows: Rows, cursor: str, alias: str, *, edge: bool) -> str:  # noqa: PLR0911
        """The expression of one item."""
        match item:
            case p.Leaf(_, name):
                return self.leaf(name, rows, alias, edge=edge)
            case p.Constant(_, value):
                return self.value(value)
            case p.TypeName():
                return self._kind(rows, alias)
            case p.Record(_, items):
                return self.object(items, rows, cursor, None if edge else alias)
            case p.Citations(_, items, distinct):
                of = rows.relation if edge and rows.relation else alias
                return self.citations(items, of, rows, distinct=distinct)
            case p.NodeAt(_, shape, role):
                return self._via(shape, rows) if role == "via" else self.shape(shape, rows, alias)
            case p.Shared(_, shape):
                return self._shared(shape, rows)
            case p.Cursor():
                return cursor
            case p.Later(_, ticket):
                return f"{{`{p.LATER}`: {int(ticket)}, id: {alias}.id}}"
            case p.Hop(_, step, take, where, order):
                far = self.step(step, alias)
                return self.take(far, take, (where, order), alias, rows.calls)
            case _:
                assert_never(item)

    def _kind(self, rows: Rows, alias: str) -> str:
        if alias == rows.node and len(rows.kinds) == 1:
            return self.value(rows.kinds[0])
        return f"head([x IN labels({alias}) WHERE x <> 'Party'])"

    def leaf(self, name: str, rows: Rows, alias: str, *, edge: bool) -> str:  # noqa: PLR0911
        """A built-in or a property, shaped as GraphQL shows it."""
        if edge and name in rows.extra:
            return rows.extra[name]
        if name == "unreviewed":
            return _unreviewed(f"{rows.relation}.key" if edge and rows.relation else f"{alias}.id")
        if edge and rows.kind:
            prop = self.model.relation(rows.kind).property(name)
            return shown(prop, f"{rows.relation}.{drawn(prop.name)}")
        match name:
            case "id":
                return f"{alias}.id"
            case "label":
                return self._kind(rows, alias)
            case "derived_name":
                return f"coalesce({alias}.nameIsDerived, false)"
            case _ if name in p.TEXTS:
                return f"coalesce({', '.join(f'{alias}.{drawn(one)}' for one in p.TEXTS[name])})"
            case _:
                prop = self.model.node_properties[name]
                return shown(prop, f"{alias}.{drawn(prop.name)}")

    def citations(self, items: tuple[p.Item, ...], of: str, rows: Rows, *, distinct: bool) -> str:
        """The statements behind a node or relation, best basis first, then by place."""
        s, c, rank, found = (self.variable(letter) for letter in ("s", "c", "rank", "cited"))
        denied = f"coalesce({s}.denied, false)"
        key = f"{of}.key" if of == rows.relation else f"{of}.id"
        fields = _citation_fields(s, c, denied)
        bases = " ".join(f"WHEN '{basis}' THEN {at}" for at, basis in enumerate(BASES))
        # What somebody accepted counts as stated.
        basis = f"CASE WHEN {s}.acceptedBy IS NOT NULL AND {s}.basis = 'read' THEN 'stated' "
        basis += f"ELSE {s}.basis END"
        ranked = f"CASE {basis} {bases} END + CASE WHEN {denied} THEN 100 ELSE 0 END"
        cited, locator = f"coalesce({s}.cited, '')", f"coalesce({s}.locator, '')"
        first = ""
        if distinct:
            first = (
                f"ORDER BY {rank}, {s}.dataset, {s}.digest WITH {cited} AS place, "
                f"{locator} AS at, head(collect([{s}, {rank}])) AS best "
                f"WITH best[0] AS {s}, best[1] AS {rank} "
            )
        rows.calls.append(
            f"CALL ({of}) {{ MATCH ({s}:Statement) WHERE {s}.key = {key} AND {s}.standing "
            f"WITH {s}, {ranked} AS {rank} {first}OPTIONAL MATCH ({c}:Source {{id: {s}.cited}}) "
            f"WITH {s}, {c}, {rank} ORDER BY {rank}, {cited}, {locator}, {s}.dataset, {s}.digest "
            f"LIMIT {MOST_SHOWN} RETURN collect({self.plain(items, fields)}) AS {found} }}"
        )
        return found

    def _via(self, shape: p.Shape, rows: Rows) -> str:
        """The group that a route goes through, or null."""
        via = rows.extra.get("via")
        if via is None:
            return "null"
        inside = Rows(via, "", ("Group",), calls=rows.calls)
        return f"CASE WHEN {via} IS NOT NULL THEN {self.shape(shape, inside, via)} END"

    def _shared(self, shape: p.Shape, rows: Rows) -> str:
        """What the two ends of a tie share, by sort name and id."""
        one, found = self.variable("one"), self.variable("list")
        shared = rows.extra["shared"]
        inside = Rows(one, "", tuple(kind.name for kind in self.model.nodes))
        taken = self.shape(shape, inside, one)
        rows.calls.append(
            f"CALL ({shared}) {{ UNWIND {shared} AS {one} WITH {one} ORDER BY {one}.sort, {one}.id "
            f"LIMIT {MOST_SHOWN} {' '.join(inside.calls)} RETURN collect({taken}) AS {found} }}"
        )
        return found


def _revision_of(s: str, what: str) -> str:
    """Of the change with which a statement began to stand, for the last time."""
    began = f"reduce(m = 0, x IN {s}.since | CASE WHEN x > m THEN x ELSE m END)"
    return f"head(COLLECT {{ MATCH (r0:Revision) WHERE r0.number = {began} RETURN r0.{what} }})"


def _is_unreviewed(s: str) -> str:
    return f"({s}.basis = 'read' AND {s}.acceptedBy IS NULL)"


def _unreviewed(key: str) -> str:
    """Whether nobody has looked at any statement that says so; of a node that none is about, at
    any that mentions it.
    """

    def said(at: str, more: str = "") -> str:
        return (
            f"EXISTS {{ MATCH (u0:Statement {{{at}: {key}}}) WHERE u0.standing "
            f"AND NOT coalesce(u0.denied, false){more} }}"
        )

    looked_at = f" AND NOT {_is_unreviewed('u0')}"
    ends = ("sourceId", "targetId")
    mentioned = " OR ".join(map(said, ends))
    trusted = " OR ".join(said(at, looked_at) for at in ends)
    return (
        f"CASE WHEN {said('key')} THEN NOT {said('key', looked_at)} "
        f"ELSE ({mentioned}) AND NOT ({trusted}) END"
    )


def _citation_fields(s: str, c: str, denied: str) -> dict[str, str]:
    said = f"[x IN keys({s}) WHERE x STARTS WITH '{SAID}' | [substring(x, {len(SAID)}), {s}[x]]]"
    return {
        "title": f"coalesce({c}.name, {s}.cited)",
        "source_id": f"{s}.cited",
        "locator": f"{s}.locator",
        "basis": f"toUpper({s}.basis)",
        "confidence": f"{s}.confidence",
        "denied": denied,
        "note": f"{s}.note",
        "dataset": f"{s}.dataset",
        "accepted_by": f"{s}.acceptedBy",
        "stated_as": f"{s}.statedAs",
        "unreviewed": _is_unreviewed(s),
        "revision": _revision_of(s, "number"),
        **{what: _revision_of(s, what) for what in ("actor", "at", "action", "why")},
        "date": f"{c}.date",
        "says": said,
        "kind": f"{s}.kind",
        "key": f"{s}.key",
        "digest": f"{s}.digest",
    }
