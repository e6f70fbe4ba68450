"""Which rows a plan speaks of, in Cypher: starts, steps, conditions, order and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_matching import Words, candidates, matching, name_index_key
from ledwerk.graph.cypher_schema import drawn
from ledwerk.graph.given import id_prefix, made
from ledwerk.graph.searching import long_words
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model


@dataclass(slots=True)
class Rows:
    """Clauses that bind a row: its node, and what else it offers.

    `called` says that the clauses end in a subquery, after which a condition needs a WITH;
    `calls` are subqueries over each row that what is taken from it needs; `hints` are always true
    and let an index serve the order.
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
    hints: list[str] = field(default_factory=list)

    def text(self, *, ordered: bool = False) -> str:
        """The clauses with their conditions, and with hints where the rows will be ordered."""
        where = [*self.hints, *self.where] if ordered else self.where
        if not where:
            return self.clauses
        keep = f" WITH {', '.join(self.variables())}" if self.called else ""
        return f"{self.clauses}{keep} WHERE {' AND '.join(where)}"

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
                # Always true; said so that an index in the order of names may serve.
                there = [f"{n}.sort IS NOT NULL", f"{n}.id IS NOT NULL"]
                return Rows(n, f"MATCH ({n}:{self.labels(kinds)})", kinds, hints=there)
            case p.ById(ids, kinds):
                return self._by_id(n, ids, kinds)
            case p.ByName(name, kinds):
                w, i = self.variable("w"), self.variable("i")
                key, word = self.value(made(name_index_key, name)), self.value(name)
                called = (
                    f"CALL () {{ MATCH ({w}:Name) WHERE {w}.key = {key} RETURN {w}.of AS {i} "
                    f"UNION RETURN {word} AS {i} }}"
                )
                return self._found(n, called, i, kinds)
            case p.Matching():
                return self._matching(n, start)
            case _:
                assert_never(start)

    def _by_id(self, n: str, ids: tuple[str, ...], kinds: tuple[str, ...]) -> Rows:
        # An id begins with its kind, so that only the kinds that occur are looked through.
        named = {self.model.by_prefix.get(id_prefix(one)) for one in ids}
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
            return Rows(n, f"{clauses} MATCH ({n}:Party)", kinds, ["false"])
        if len(parts) == 1:
            return Rows(n, f"{clauses} MATCH ({n}:{self.labels(groups[0])} {{id: {ident}}})", kinds)
        called = f"{clauses} CALL ({ident}) {{ {' UNION ALL '.join(parts)} }}"
        return Rows(n, called, kinds, called=True)

    def _matching(self, n: str, start: p.Matching) -> Rows:
        if not long_words(start.text):
            nothing = dict.fromkeys(("snippet", "marked", "matched"), "null")
            return Rows(n, f"MATCH ({n}:Party)", start.kinds, ["false"], extra=nothing)
        i, words = self.variable("i"), Words(self.value, self.variable)
        rows = self._found(n, candidates(start, words, i), i, start.kinds)
        hits = matching(n, start, words, ", ".join(rows.variables()))
        rows.clauses += hits.clauses
        rows.called = True
        rows.bound += [hits.rank, hits.extra["matched"]]
        rows.keys = [(hits.rank, False)]
        rows.extra.update(hits.extra)
        return rows
