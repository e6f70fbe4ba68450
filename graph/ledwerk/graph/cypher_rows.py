"""Which rows a plan speaks of, in Cypher: starts, steps, conditions, order and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_schema import SEARCHED, drawn, quoted
from ledwerk.schema.fields import Shape as FieldShape
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model, Property
from ledwerk.schema.names import fold, name_key, short_key

MAX_WORDS = 10
_SIGNS = {"lt": "<", "lte": "<=", "gt": ">", "gte": ">="}


@dataclass(slots=True)
class Rows:
    """Clauses that bind a row: its node, and what else it offers.

    `called` says that the clauses end in a subquery, after which a condition needs a WITH;
    `calls` are subqueries over each row that what is taken from it needs.
    """

    node: str
    clauses: str
    kinds: tuple[str, ...]
    where: list[str] = field(default_factory=list)
    relation: str = ""
    kind: str = ""
    called: bool = False
    extra: dict[str, str] = field(default_factory=dict)
    keys: list[tuple[str, bool]] = field(default_factory=list)
    last_keys: list[str] = field(default_factory=list)
    bound: list[str] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)

    def text(self) -> str:
        """The clauses with their conditions."""
        if not self.where:
            return self.clauses
        keep = f" WITH {', '.join(self.variables())}" if self.called else ""
        return f"{self.clauses}{keep} WHERE {' AND '.join(self.where)}"

    def variables(self) -> list[str]:
        """Everything that the clauses bind."""
        return [self.node, *([self.relation] if self.relation else []), *self.bound]


class Writer:
    """Hands out variables and parameters while a statement is written."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.values: dict[str, object] = {}
        self._names: dict[tuple[type, object], str] = {}
        self._variables = 0

    def variable(self, letter: str) -> str:
        """A variable used nowhere else in the statement."""
        self._variables += 1
        return f"{letter}{self._variables}"

    def value(self, value: Value | tuple[Value, ...]) -> str:
        """A parameter; equal values share one."""
        if value is None:
            return "null"
        key = (type(value), value)
        if key not in self._names:
            self._names[key] = f"p{len(self.values)}"
            self.values[self._names[key]] = list(value) if isinstance(value, tuple) else value
        return f"${self._names[key]}"

    def known(self, name: str) -> str:
        """The drawn name of a declared property; raises KeyError for another word."""
        if name in {"id", "sort"}:
            return name
        known = self.model.node_properties.get(name) or self.model.relation_properties[name]
        return drawn(known.name)

    # -- labels ---------------------------------------------------------------------------------

    def labels(self, kinds: Sequence[str]) -> str:
        """A label expression for any of these kinds; raises KeyError for an unknown one."""
        words = [self.model.node(kind).name for kind in kinds]
        if set(words) == set(self.model.parties):
            return "Party"
        return "|".join(words) or "Party&!Party"

    def narrow(self, node: str, kinds: Sequence[str], possible: Sequence[str]) -> list[str]:
        """A condition that the node is of these kinds, where it could be of others."""
        return [] if set(possible) <= set(kinds) else [f"{node}:{self.labels(kinds)}"]

    # -- starts ---------------------------------------------------------------------------------

    def start(self, start: p.Start) -> Rows:
        """The rows that a plan starts from."""
        n = self.variable("n")
        match start:
            case p.OfKinds(kinds):
                return Rows(n, f"MATCH ({n}:{self.labels(kinds)})", kinds)
            case p.ById(ids, kinds):
                return self._by_id(n, ids, kinds)
            case p.ByName(name, kinds):
                w, i = self.variable("w"), self.variable("i")
                key, word = self.value(short_key(name_key(name))), self.value(name)
                called = (
                    f"CALL () {{ MATCH ({w}:Name) WHERE {w}.key = {key} RETURN {w}.of AS {i} "
                    f"UNION RETURN {word} AS {i} }}"
                )
                return self._found(n, called, i, kinds)
            case p.Matching(text, kinds):
                return self._matching(n, text, kinds)
            case _:
                assert_never(start)

    def _by_id(self, n: str, ids: tuple[str, ...], kinds: tuple[str, ...]) -> Rows:
        # An id begins with its kind, so that only the kinds that occur are looked through.
        named = {self.model.by_prefix.get(one.partition(":")[0]) for one in ids}
        present = tuple(kind for kind in kinds if self.model.node(kind) in named)
        if len(ids) == 1 and len(present) == 1:
            return Rows(n, f"MATCH ({n}:{present[0]} {{id: {self.value(ids[0])}}})", present)
        place, i = self.variable("place"), self.variable("i")
        several = self.value(ids)
        unwound = (
            f"UNWIND range(0, size({several}) - 1) AS {place} "
            f"WITH {place}, {several}[{place}] AS {i}"
        )
        rows = self._found(n, unwound, i, present)
        rows.bound.append(place)
        rows.keys = [(place, False)]
        return rows

    def _found(self, n: str, clauses: str, ident: str, kinds: tuple[str, ...]) -> Rows:
        """The nodes of kinds whose ids a variable holds, each by the index of its kind."""
        parties = tuple(kind for kind in kinds if kind in self.model.parties)
        groups = [parties] if set(parties) == set(self.model.parties) else [(k,) for k in parties]
        groups += [(kind,) for kind in kinds if kind not in parties]
        parts = [
            f"MATCH ({n}:{self.labels(group)}) WHERE {n}.id = {ident} RETURN {n}"
            for group in groups
        ]
        if not parts:
            return Rows(n, f"{clauses} MATCH ({n}:Party) WHERE false", kinds)
        if len(parts) == 1:
            return Rows(n, f"{clauses} MATCH ({n}:{self.labels(groups[0])} {{id: {ident}}})", kinds)
        called = f"{clauses} CALL ({ident}) {{ {' UNION ALL '.join(parts)} }}"
        return Rows(n, called, kinds, called=True)

    def _matching(self, n: str, text: str, kinds: tuple[str, ...]) -> Rows:
        folded = " ".join(fold(text).replace("\0", " ").split())
        words = folded.split()[:MAX_WORDS]
        if not words:
            return Rows(n, f"MATCH ({n}:Party) WHERE false", kinds, extra={"snippet": "null"})
        w, t, i = self.variable("w"), self.variable("t"), self.variable("i")
        longest = self.value(max(words, key=len))
        candidates = (
            f"CALL () {{ MATCH ({w}:Name) WHERE {w}.folded CONTAINS {longest} RETURN {w}.of AS {i} "
            f"UNION MATCH ({t}:Text) WHERE {t}.folded CONTAINS {longest} RETURN {t}.of AS {i} }}"
        )
        rows = self._found(n, candidates, i, kinds)
        names, spaced, body = (self.variable(word) for word in ("names", "spaced", "body"))
        rank = self.variable("rank")
        keep = ", ".join(rows.variables())
        first = (
            f"COLLECT {{ MATCH ({w}:Name {{of: {n}.id}}) RETURN {w}.folded ORDER BY {w}.place }}"
        )
        searched = self.value(tuple(SEARCHED))
        texts = (
            f"COLLECT {{ MATCH ({t}:Text {{of: {n}.id}}) WHERE {t}.property IN {searched} "
            f"RETURN {t}.folded }}"
        )
        rows.clauses += (
            f" WITH {keep}, {first} AS {names}, {texts} AS {body}"
            f" WITH {keep}, {names}, reduce(s = '', x IN {names} | s + ' ' + {_plain('x')}) AS "
            f"{spaced}, reduce(s = '', x IN {body} | s + ' ' + {_plain('x', '-')}) AS {body}"
            f" WHERE {' AND '.join(self._has_word(word, names, spaced, body) for word in words)}"
            f" WITH {keep}, {self._rank(n, text, folded, words, (names, spaced))} AS {rank}"
        )
        rows.called = True
        rows.bound.append(rank)
        rows.keys = [(rank, False)]
        rows.extra["snippet"] = _snippet(self.value(" ".join(words)), n)
        return rows

    def _has_word(self, word: str, names: str, spaced: str, body: str) -> str:
        """Anywhere in a name, since Dutch joins words; in a text where a word begins."""
        begins = f"{spaced} CONTAINS {self.value(' ' + word)}"
        if len(word) < 3:
            return f"({begins})"
        inside = f"any(x IN {names} WHERE x CONTAINS {self.value(word)})"
        return f"({inside} OR {body} CONTAINS {self.value(' ' + word)})"

    def _rank(
        self, n: str, text: str, folded: str, words: list[str], names: tuple[str, str]
    ) -> str:
        """The ranking class of a hit, from 0; see `plan.Matching`."""
        w = self.variable("w")
        key = self.value(short_key(name_key(text)))
        begins = " AND ".join(f"{names[1]} CONTAINS {self.value(' ' + word)}" for word in words)
        inside = " AND ".join(
            f"any(x IN {names[0]} WHERE x CONTAINS {self.value(word)})" for word in words
        )
        return (
            f"CASE WHEN EXISTS {{ MATCH ({w}:Name {{of: {n}.id}}) WHERE {w}.key = {key} }} THEN 0 "
            f"WHEN {names[0]}[0] STARTS WITH {self.value(folded)} THEN 1 "
            f"WHEN {begins} THEN 2 WHEN {inside} THEN 3 ELSE 4 END"
        )

    # -- steps ----------------------------------------------------------------------------------

    def step(self, step: p.Step, parent: str) -> Rows:
        """The rows at the far end of a step from the node in the variable `parent`."""
        n = self.variable("n")
        if step.over == "ties":
            return self._ties(n, parent, step)
        r = self.variable("r")
        kind = self.model.relation(step.relation)
        if step.over == "participation":
            return self._participation(n, r, parent, step)
        possible = kind.target if step.outgoing else kind.source
        clauses = f"MATCH {_way(parent, r, kind.name, n, step.outgoing)}"
        rows = Rows(n, clauses, step.to, self.narrow(n, step.to, possible), r, kind.name)
        rows.last_keys = [f"{r}.key"]
        return rows

    def _participation(self, n: str, r: str, parent: str, step: p.Step) -> Rows:
        via = self.variable("via")
        kind = self.model.relation(step.relation)
        possible = kind.target if step.outgoing else kind.source
        narrowed = self.narrow(n, step.to, possible)
        where = f" WHERE {' AND '.join(narrowed)}" if narrowed else ""
        direct = f"MATCH {_way(parent, r, kind.name, n, step.outgoing)}{where}"
        member, activity = (parent, n) if step.outgoing else (n, parent)
        grouped = (
            f"MATCH ({member}){self._chain(via)}-[{r}:{kind.name}]->({activity}) "
            f"WHERE {' AND '.join([*narrowed, *_chained(via, member)])}"
        )
        called = (
            f"CALL ({parent}) {{ {direct} RETURN {n}, {r}, null AS {via} "
            f"UNION ALL {grouped} RETURN DISTINCT {n}, {r}, {via} }}"
        )
        rows = Rows(n, called, step.to, [], r, kind.name, called=True, bound=[via])
        rows.extra["via"] = via
        rows.last_keys = [f"coalesce({via}.id, '')"]
        return rows

    @staticmethod
    def _chain(via: str) -> str:
        return f"-[{via}_m:MEMBER_OF*1..20]->({via}:Group)"

    def _ties(self, n: str, parent: str, step: p.Step) -> Rows:
        a, v, u, shared = (self.variable(letter) for letter in ("a", "v", "u", "shared"))
        through = f"({parent}){self._chain(v)}-[:PARTNER_IN]->({a})"
        back = f"({n}){self._chain(u)}-[:PARTNER_IN]->({a})"
        own = (
            f"CALL ({parent}) {{ MATCH ({parent})-[:PARTNER_IN]->({a}) WHERE {_stands(parent)} "
            f"RETURN {a} "
            f"UNION MATCH {through} WHERE {' AND '.join([_stands(parent), *_chained(v, parent)])} "
            f"RETURN {a} }}"
        )
        others = (
            f"CALL ({parent}, {a}) {{ MATCH ({a})<-[:PARTNER_IN]-({n}) WHERE {n} <> {parent} "
            f"AND {_stands(n)} RETURN {n} UNION MATCH {back} WHERE {n} <> {parent} "
            f"AND {' AND '.join([_stands(n), *_chained(u, n)])} RETURN {n} }}"
        )
        tenancy = (
            f"MATCH ({parent})-[:TENANT_OF|OWNER_OF]->({n}) RETURN {n}, {n} AS {a} "
            f"UNION MATCH ({parent})<-[:TENANT_OF|OWNER_OF]-({n}) RETURN {n}, {parent} AS {a}"
        )
        called = (
            f"CALL ({parent}) {{ {own} {others} "
            f"RETURN {n}, {a} UNION {tenancy} }} WITH {n}, collect({a}) AS {shared}"
        )
        narrowed = self.narrow(n, step.to, self.model.parties)
        rows = Rows(n, called, step.to, narrowed, called=False, bound=[shared])
        rows.keys = [(f"size({shared})", True)]
        rows.extra["weight"] = f"size({shared})"
        rows.extra["shared"] = shared
        return rows

    # -- conditions -----------------------------------------------------------------------------

    def condition(self, condition: p.Condition, node: str) -> str:
        """A condition on the node in this variable."""
        match condition:
            case p.All(conditions):
                parts = [self.condition(part, node) for part in conditions]
                return f"({' AND '.join(parts)})" if parts else "true"
            case p.AnyOf(conditions):
                parts = [self.condition(part, node) for part in conditions]
                return f"({' OR '.join(parts)})" if parts else "false"
            case p.Not(inner):
                return f"(NOT coalesce({self.condition(inner, node)}, false))"
            case p.Related(step, inner):
                rows = self.step(step, node)
                met = self.condition(inner, rows.node)
                if met != "true":
                    rows.where.append(met)
                return f"EXISTS {{ {rows.text()}{' RETURN 1' if rows.called else ''} }}"
            case p.Compare():
                return self._compare(condition, node)
            case _:
                assert_never(condition)

    def _compare(self, compare: p.Compare, node: str) -> str:
        name, value = compare.name, compare.value
        if name == "name" and compare.operator in {"eq", "in"} and value is not None:
            return self._called(node, value if isinstance(value, tuple) else (value,))
        column = f"{node}.{self.known(name)}"
        if compare.operator in {"contains", "starts"}:
            return self._text_compare(compare, node, column)
        if compare.operator == "in":
            assert isinstance(value, tuple)
            found = f"{column} IN {self.value(tuple(v for v in value if v is not None))}"
            return f"({found} OR {column} IS NULL)" if None in value else found
        if compare.operator == "eq":
            one = None if isinstance(value, tuple) else value
            return f"{column} IS NULL" if one is None else f"{column} = {self.value(one)}"
        assert not isinstance(value, tuple)
        return f"{column} {_SIGNS[compare.operator]} {self.value(value)}"

    def _called(self, node: str, names: Sequence[object]) -> str:
        w = self.variable("w")
        keys = self.value(tuple(short_key(name_key(str(one))) for one in names))
        return f"{node}.id IN COLLECT {{ MATCH ({w}:Name) WHERE {w}.key IN {keys} RETURN {w}.of }}"

    def _text_compare(self, compare: p.Compare, node: str, column: str) -> str:
        prop = self.model.node_properties.get(compare.name)
        if prop is not None and prop.type.shape is FieldShape.LIST:
            return self._called(node, (compare.value,))
        sign = "STARTS WITH" if compare.operator == "starts" else "CONTAINS"
        text = self.value(fold(str(compare.value)))
        if compare.name == "name":
            return f"coalesce({node}.folded, {node}.sort) {sign} {text}"
        t = self.variable("t")
        # Text beyond ASCII has a folded copy apart; the rest folds to its lower case.
        copy = (
            f"EXISTS {{ MATCH ({t}:Text {{of: {node}.id}}) WHERE {t}.property = "
            f"{self.value(compare.name)} AND {t}.folded {sign} {text} }}"
        )
        return f"(toLower({column}) {sign} {text} OR {copy})"

    # -- order and pages ------------------------------------------------------------------------

    def order_keys(self, rows: Rows, order: tuple[p.Order, ...]) -> list[tuple[str, bool]]:
        """What rows are ordered by, ended by keys that tell every two rows apart."""
        keys = []
        for one in order:
            name = "sort" if one.name == "name" else self.known(one.name)
            keys.append((f"{rows.node}.{name}", one.descending))
        keys = keys or list(rows.keys)
        ends = [f"{rows.node}.sort", f"{rows.node}.id", *rows.last_keys]
        return [*keys, *((end, False) for end in ends)]

    def ordering(self, keys: list[tuple[str, bool]], *, nulls_first: bool = False) -> str:
        """An ORDER BY list; nulls last, or first when the list is read from its end."""
        parts = []
        for key, descending in keys:
            never_null = "." not in key or key.endswith((".sort", ".id", ".key", "'')"))
            if not never_null and descending != nulls_first:
                # Cypher puts nulls last going up and first going down.
                parts.append(f"{key} IS NULL{' DESC' if nulls_first else ''}")
            parts.append(f"{key}{' DESC' if descending else ''}")
        return ", ".join(parts)

    def beyond(
        self, keys: list[tuple[str, bool]], cursor: tuple[Any, ...], *, backwards: bool
    ) -> str:
        """Rows after the cursor in the order of the keys, or before it."""
        choices = []
        for place, (key, descending) in enumerate(keys):
            same = [
                f"{k} IS NULL" if v is None else f"{k} = {self.value(v)}"
                for (k, _), v in zip(keys[:place], cursor, strict=False)
            ]
            value = cursor[place]
            sign = "<" if descending != backwards else ">"
            if value is None:
                past = f"{key} IS NOT NULL" if backwards else "false"
            elif backwards:
                past = f"{key} {sign} {self.value(value)}"
            else:
                past = f"({key} {sign} {self.value(value)} OR {key} IS NULL)"
            choices.append(" AND ".join([*same, past]))
        return f"({' OR '.join(choices)})"


def shown(prop: Property, column: str) -> str:
    """A property as GraphQL shows it: lists never null, choices as enum names."""
    if prop.type.shape is FieldShape.LIST:
        return f"coalesce({column}, [])"
    if prop.type.shape is FieldShape.TEXT and prop.type.vocabulary:
        return f"toUpper({column})"
    return column


def _way(parent: str, relation: str, kind: str, node: str, outgoing: bool) -> str:
    left, right = ("-", "->") if outgoing else ("<-", "-")
    return f"({parent}){left}[{relation}:{quoted(kind)}]{right}({node})"


def _chained(via: str, member: str) -> list[str]:
    """A chain of memberships counts where they have a day in common, and ends in another."""
    ms = f"{via}_m"
    return [
        f"{via} <> {member}",
        f"all(m IN {ms}[..-1] WHERE endNode(m):Group)",
        (
            f"all(a IN {ms} WHERE all(b IN {ms} "
            "WHERE coalesce(a.startFirstDay <= b.endLastDay, true)))"
        ),
    ]


def _stands(party: str) -> str:
    """A group stands in the tie graph only while it has no members."""
    return f"NOT ({party}:Group AND EXISTS {{ ({party})<-[:MEMBER_OF]-() }})"


def _plain(text: str, signs: str = "-(") -> str:
    """A text in which words begin after a space; names have no other line ends."""
    for sign in (*signs, "\\n"):
        text = f"replace({text}, '{sign}', ' ')"
    return text


def _snippet(words: str, n: str) -> str:
    """What an excerpt is made of: the words, and texts in the order in which they are tried."""
    every = f"reduce(s = {n}.name, x IN coalesce({n}.aliases, []) | s + ', ' + x)"
    own = [f"{n}.{drawn(name)}" for name in ("description_nl", "description_en", "bottleneck")]
    return f"{{`{p.EXCERPT}`: {words}, texts: [{', '.join(own)}, {every}, {n}.name]}}"
