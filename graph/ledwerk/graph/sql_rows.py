"""Which rows a plan speaks of, in SQL: starts, steps, conditions, order and pages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.given import made
from ledwerk.graph.selective import leaves_few
from ledwerk.graph.sql_matching import matching
from ledwerk.schema.fields import Shape as FieldShape
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import fold, last_key, name_key, sort_key


@dataclass(slots=True)
class Rows:
    """A FROM clause under construction: the node's alias, and what else a row offers."""

    node: str
    source: str
    where: list[str]
    relation: str = ""
    kind: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    keys: list[tuple[str, bool]] = field(default_factory=list)
    last_keys: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    joining: str = ""

    def of_relation(self) -> str:
        """The relation's alias; only once it is asked for is the relation looked up at all."""
        self.source += self.joining
        self.joining = ""
        return self.relation

    def filter(self) -> str:
        """The WHERE clause, or nothing."""
        return f"WHERE {' AND '.join(self.where)}" if self.where else ""


class Writer:
    """Hands out aliases and numbered parameters while a statement is written."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.values: list[object] = []
        self._numbers: dict[tuple[type, object], int] = {}
        self._aliases = 0

    def alias(self, letter: str) -> str:
        """A table alias used nowhere else in the statement."""
        self._aliases += 1
        return f"{letter}{self._aliases}"

    def value(self, value: Value) -> str:
        """A bound parameter; equal values share one."""
        bound = int(value) if isinstance(value, bool) else value
        if bound is None:
            return "NULL"
        key = (type(bound), bound)
        if key not in self._numbers:
            self.values.append(bound)
            self._numbers[key] = len(self.values)
        return f"?{self._numbers[key]}"

    def known(self, name: str) -> str:
        """A column name, only if the model declares it; raises KeyError otherwise."""
        if name in {"id", "sort", "label", "derived_name", "first_day", "last_day"}:
            return name
        known = self.model.node_properties.get(name) or self.model.relation_properties[name]
        return known.name

    # -- starts ---------------------------------------------------------------------------------

    def start(self, start: p.Start) -> Rows:
        """The rows that a plan starts from."""
        n = self.alias("n")
        match start:
            case p.OfKinds(kinds):
                return Rows(n, f"node {n}", [self.labels(n, kinds)])
            case p.ById((one,), kinds):
                return Rows(n, f"node {n}", [f"{n}.id = {self.value(one)}", self.labels(n, kinds)])
            case p.ById(ids, kinds):
                j = self.alias("j")
                source = (
                    f"json_each({self.value(_json(ids))}) {j} JOIN node {n} ON {n}.id = {j}.value"
                )
                rows = Rows(n, source, [self.labels(n, kinds)])
                rows.keys = [(f"{j}.key", False)]
                return rows
            case p.ByName(name, kinds):
                called = (
                    f"{n}.pk IN (SELECT node FROM name WHERE key = "
                    f"{self.value(made(name_key, name))} UNION SELECT pk FROM node "
                    f"WHERE id = {self.value(name)})"
                )
                return Rows(n, f"node {n}", [called, self.labels(n, kinds)])
            case p.Matching():
                return self._matching(n, start)
            case _:
                assert_never(start)

    def _matching(self, n: str, start: p.Matching) -> Rows:
        hits = matching(n, start, self.value)
        rows = Rows(n, hits.source, [self.labels(n, start.kinds), *hits.where], extra=hits.extra)
        rows.keys = [(hits.rank, False)]
        return rows

    def labels(self, alias: str, kinds: tuple[str, ...]) -> str:
        """The node is of one of these kinds."""
        words = [f"'{self.model.node(kind).name}'" for kind in kinds]
        if len(words) == 1:
            return f"{alias}.label = {words[0]}"
        return f"{alias}.label IN ({', '.join(words)})" if words else "0"

    # -- steps ----------------------------------------------------------------------------------

    def step(self, step: p.Step, parent: str) -> Rows:
        """The rows at the far end of a step from the node with alias `parent`."""
        n, r = self.alias("n"), self.alias("r")
        if step.over == "ties":
            return self._ties(n, parent, step)
        kind = self.model.relation(step.relation).name
        labels = [self.labels(n, step.to)]
        if step.over == "participation":
            q = self.alias("q")
            near, far = ("party", "activity") if step.outgoing else ("activity", "party")
            source = f"participation {q} JOIN node {n} ON {n}.pk = {q}.{far}"
            held = self._holds(q, step.days, always=True)
            rows = Rows(n, source, [f"{q}.{near} = {parent}.pk", *labels, *held], r, kind)
            rows.joining = f" JOIN relation {r} ON {r}.pk = {q}.relation"
            rows.extra["via"] = f"{q}.via"
            rows.last_keys = [
                f"CASE {q}.via WHEN 0 THEN '' ELSE (SELECT id FROM node WHERE pk = {q}.via) END"
            ]
            return rows
        near, far = ("source", "target") if step.outgoing else ("target", "source")
        source = f"relation {r} JOIN node {n} ON {n}.pk = {r}.{far}"
        held = self._holds(r, step.days)
        where = [f"{r}.{near} = {parent}.pk", f"{r}.kind = '{kind}'", *labels, *held]
        rows = Rows(n, source, where, r, kind)
        rows.last_keys = [f"{r}.key"]
        return rows

    def _holds(self, row: str, days: tuple[str, str] | None, *, always: bool = False) -> list[str]:
        """Conditions that a row holds within days; `always` says that it has both ends."""
        if days is None:
            return []
        first, last = self.value(days[0]), self.value(days[1])
        ends = (f"{row}.first_day", f"{row}.last_day")
        if not always:
            ends = (f"coalesce({ends[0]}, {first})", f"coalesce({ends[1]}, {last})")
        return [f"{ends[0]} <= {last}", f"{ends[1]} >= {first}", f"{ends[0]} <= {ends[1]}"]

    def _shared(self, parent: str, days: tuple[str, str] | None) -> str:
        """What a party shares with others: (other, shared)."""
        held = [*self._holds("a", days, always=True), *self._holds("b", days, always=True)]
        within = "".join(f" AND {one}" for one in self._holds("m", days, always=True))
        stands = [_STANDS.format(side, within) for side in ("a", "b")]
        tenancy = "".join(f" AND {one}" for one in self._holds("r", days))
        return _SHARED.format(parent=parent, where=" AND ".join([*stands, *held]), tenancy=tenancy)

    def _ties(self, n: str, parent: str, step: p.Step) -> Rows:
        t = self.alias("t")
        shared = self._shared(parent, step.days)
        source = (
            f"(SELECT other, count(*) AS weight FROM ({shared}) GROUP BY other) {t} "
            f"JOIN node {n} ON {n}.pk = {t}.other"
        )
        rows = Rows(n, source, [self.labels(n, step.to)])
        rows.keys = [(f"{t}.weight", True)]
        rows.extra["weight"] = f"{t}.weight"
        rows.extra["shared"] = f"SELECT shared FROM ({shared}) WHERE other = {t}.other"
        return rows

    # -- conditions -----------------------------------------------------------------------------

    def condition(self, condition: p.Condition, alias: str) -> str:
        """A condition on the node with this alias."""
        match condition:
            case p.All(conditions):
                parts = [self.condition(part, alias) for part in conditions]
                return f"({' AND '.join(parts)})" if parts else "1"
            case p.AnyOf(conditions):
                parts = [self.condition(part, alias) for part in conditions]
                return f"({' OR '.join(parts)})" if parts else "0"
            case p.Not(inner):
                return f"NOT coalesce({self.condition(inner, alias)}, 0)"
            case p.Related(step, inner) if leaves_few(inner, self.model):
                return self._reached(step, inner, alias)
            case p.Related(step, inner):
                rows = self.step(step, alias)
                rows.where.append(self.condition(inner, rows.node))
                return f"EXISTS (SELECT 1 FROM {rows.source} {rows.filter()})"
            case p.Compare():
                return self._compare(condition, alias)
            case _:
                assert_never(condition)

    def _reached(self, step: p.Step, inner: p.Condition, alias: str) -> str:
        """The same from its other end: the few that are meant first, then who leads to them."""
        f, r = self.alias("f"), self.alias("r")
        held = self._holds(r, step.days, always=step.over == "participation")
        meant = [self.labels(f, step.to), self.condition(inner, f)]
        if step.over == "participation":
            near, far = ("party", "activity") if step.outgoing else ("activity", "party")
            over = f"participation {r}"
        else:
            near, far = ("source", "target") if step.outgoing else ("target", "source")
            over = f"relation {r}"
            meant.append(f"{r}.kind = '{self.model.relation(step.relation).name}'")
        return (
            f"{alias}.pk IN (SELECT {r}.{near} FROM node {f} CROSS JOIN {over} "
            f"ON {r}.{far} = {f}.pk WHERE {' AND '.join([*meant, *held])})"
        )

    def _compare(self, compare: p.Compare, alias: str) -> str:
        name, value = compare.name, compare.value
        if name == "name" and compare.operator in {"eq", "in"} and value is not None:
            names = value if isinstance(value, tuple) else (value,)
            keys = ", ".join(self.value(_name_key(one)) for one in names) or "NULL"
            return f"{alias}.pk IN (SELECT node FROM name WHERE key IN ({keys}))"
        column = f'{alias}."{self.known(name)}"'
        if compare.operator in {"contains", "starts"}:
            return self._text_compare(compare, alias, column)
        if compare.operator == "in":
            assert isinstance(value, tuple)
            found = f"{column} IN ({', '.join(self.value(v) for v in value if v is not None)})"
            return f"({found} OR {column} IS NULL)" if None in value else found
        if compare.operator == "eq":
            return f"{column} IS {self.value(value if not isinstance(value, tuple) else None)}"
        sign = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}[compare.operator]
        assert not isinstance(value, tuple)
        return f"{column} {sign} {self.value(value)}"

    def _text_compare(self, compare: p.Compare, alias: str, column: str) -> str:
        text = compare.value if isinstance(compare.value, str) else str(compare.value)
        prop = self.model.node_properties.get(compare.name)
        if prop is not None and prop.type.shape is FieldShape.LIST:
            key = self.value(made(name_key, text))
            return f"{alias}.pk IN (SELECT node FROM name WHERE key = {key})"
        span = ""
        if compare.name == "name":
            column = f"coalesce({alias}.folded, {alias}.sort)"
            if compare.operator == "starts":  # so that an index in the order of names may serve
                first, last = self.value(made(sort_key, text)), self.value(made(last_key, text))
                span = f"{alias}.sort >= {first} AND {alias}.sort <= {last} AND "
        else:
            column = f"folded({column})"
        found = f"instr({column}, {self.value(made(fold, text))})"
        return f"{span}{found} = 1" if compare.operator == "starts" else f"{found} > 0"

    # -- order and pages ------------------------------------------------------------------------

    def order_keys(self, rows: Rows, order: tuple[p.Order, ...]) -> list[tuple[str, bool]]:
        """What rows are ordered by, ended by keys that tell every two rows apart."""
        keys = []
        for one in order:
            name = "sort" if one.name == "name" else self.known(one.name)
            keys.append((f'{rows.node}."{name}"', one.descending))
        keys = keys or list(rows.keys)
        ends = [f"{rows.node}.sort", f"{rows.node}.id", *rows.last_keys]
        return [*keys, *((end, False) for end in ends)]

    def ordering(self, keys: list[tuple[str, bool]], *, nulls_first: bool = False) -> str:
        """An ORDER BY list; nulls last, or first when the list is read from its end."""
        parts = []
        for key, descending in keys:
            direction = "DESC" if descending else "ASC"
            never_null = key.endswith((".sort", ".id", ".key"))
            nulls = "" if never_null else f" NULLS {'FIRST' if nulls_first else 'LAST'}"
            parts.append(f"{key} {direction}{nulls}")
        return ", ".join(parts)

    def beyond(
        self, keys: list[tuple[str, bool]], cursor: tuple[Any, ...], *, backwards: bool
    ) -> str:
        """Rows after the cursor in the order of the keys, or before it."""
        choices = []
        for place, (key, descending) in enumerate(keys):
            same = [
                f"{k} IS {self.value(v)}" for (k, _), v in zip(keys[:place], cursor, strict=False)
            ]
            value = cursor[place]
            sign = "<" if descending != backwards else ">"
            if value is None:
                past = f"{key} IS NOT NULL" if backwards else "0"
            elif backwards:
                past = f"{key} {sign} {self.value(value)}"
            else:
                past = f"({key} {sign} {self.value(value)} OR {key} IS NULL)"
            choices.append(" AND ".join([*same, past]))
        return f"({' OR '.join(choices)})"


# Two parties' ties: what they take part in together, and tenancy or ownership. A group stands
# in the tie graph only while it has no members.
_STANDS = (
    "(NOT {0}.grouped OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.whole = {0}.party{1}))"
)
_SHARED = (
    "SELECT b.party AS other, b.activity AS shared FROM participation a "
    "JOIN participation b ON b.activity = a.activity AND b.party <> a.party "
    "WHERE a.party = {parent}.pk AND {where} "
    "UNION SELECT r.target, r.target FROM relation r "
    "WHERE r.source = {parent}.pk AND r.kind IN ('TENANT_OF', 'OWNER_OF'){tenancy} "
    "UNION SELECT r.source, r.target FROM relation r "
    "WHERE r.target = {parent}.pk AND r.kind IN ('TENANT_OF', 'OWNER_OF'){tenancy}"
)


def _name_key(name: Value) -> Any:
    return made(name_key, name) if isinstance(name, str) else name_key(str(name))


def _json(ids: tuple[str, ...]) -> str:
    return json.dumps(ids, ensure_ascii=False)
