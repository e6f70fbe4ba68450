"""Which rows a plan speaks of, in Cypher: starts, steps, conditions, order and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from ledwerk.graph import plan as p
from ledwerk.graph.cypher_schema import SEARCHED, drawn
from ledwerk.graph.given import id_prefix, made
from ledwerk.graph.searching import (
    each_word,
    folded_text,
    joined_words,
    long_words,
    longest_word,
    other_long_words,
)
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import name_key, short_key


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
            case p.Matching(text, kinds):
                return self._matching(n, text, kinds)
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

    def _matching(self, n: str, text: str, kinds: tuple[str, ...]) -> Rows:
        long = long_words(text)
        if not long:
            return Rows(n, f"MATCH ({n}:Party)", kinds, ["false"], extra={"snippet": "null"})
        words = [self.value(word) for word in each_word(text)]
        begun = [self.value(word) for word in each_word(text, " ")]
        i, t = self.variable("i"), self.variable("t")
        rows = self._found(n, self._candidates(text, i), i, kinds)
        names, spaced, body = (self.variable(word) for word in ("names", "spaced", "body"))
        rank, w = self.variable("rank"), self.variable("w")
        keep = ", ".join(rows.variables())
        first = (
            f"COLLECT {{ MATCH ({w}:Name {{of: {n}.id}}) RETURN coalesce({w}.folded, {w}.long) "
            f"ORDER BY {w}.place }}"
        )
        searched = self.value(tuple(SEARCHED))
        texts = (
            f"COLLECT {{ MATCH ({t}:Text {{of: {n}.id}}) WHERE {t}.property IN {searched} "
            f"RETURN coalesce({t}.folded, {t}.long) }}"
        )
        has = (
            _has_word(word, beginning, is_long, (names, spaced, body))
            for word, beginning, is_long in zip(words, begun, long, strict=True)
        )
        rows.clauses += (
            f" WITH {keep}, {first} AS {names}, {texts} AS {body}"
            f" WITH {keep}, {names}, reduce(s = '', x IN {names} | s + ' ' + {_plain('x')}) AS "
            f"{spaced}, reduce(s = '', x IN {body} | s + ' ' + {_plain('x', '-')}) AS {body}"
            f" WHERE {' AND '.join(has)}"
            f" WITH {keep}, {self._rank(n, text, (words, begun), (names, spaced))} AS {rank}"
        )
        rows.called = True
        rows.bound.append(rank)
        rows.keys = [(rank, False)]
        rows.extra["snippet"] = _snippet(self.value(made(joined_words, text)), n)
        return rows

    def _candidates(self, text: str, i: str) -> str:
        """The ids of nodes with the longest word anywhere, and with every other long word too.

        Only indexes are looked at, so that few nodes are left to be read.
        """
        w, t, u = (self.variable(letter) for letter in ("w", "t", "u"))
        longest = self.value(made(longest_word, text))
        found = (
            f"CALL () {{ MATCH ({w}:Name) WHERE {w}.folded CONTAINS {longest} RETURN {w}.of AS {i} "
            f"UNION MATCH ({t}:Text) WHERE {t}.folded CONTAINS {longest} RETURN {t}.of AS {i} "
            f"UNION MATCH ({u}:LongText) WHERE {u}.long CONTAINS {longest} RETURN {u}.of AS {i} }}"
        )
        others = [self.value(word) for word in other_long_words(text)]
        if not others:
            return found
        has = " AND ".join(
            f"(EXISTS {{ MATCH ({w}:Name {{of: {i}}}) WHERE "
            f"coalesce({w}.folded, {w}.long) CONTAINS {word} }} OR "
            f"EXISTS {{ MATCH ({t}:Text {{of: {i}}}) WHERE "
            f"coalesce({t}.folded, {t}.long) CONTAINS {word} }})"
            for word in others
        )
        return f"{found} WITH {i} WHERE {has}"

    def _rank(
        self,
        n: str,
        text: str,
        words: tuple[Sequence[str], Sequence[str]],
        names: tuple[str, str],
    ) -> str:
        """The ranking class of a hit, from 0; see `plan.Matching`."""
        w = self.variable("w")
        key = self.value(made(name_index_key, text))
        begins = " AND ".join(f"{names[1]} CONTAINS {beginning}" for beginning in words[1])
        inside = " AND ".join(f"any(x IN {names[0]} WHERE x CONTAINS {word})" for word in words[0])
        folded = self.value(made(folded_text, text))
        return (
            f"CASE WHEN EXISTS {{ MATCH ({w}:Name {{of: {n}.id}}) WHERE {w}.key = {key} }} THEN 0 "
            f"WHEN {names[0]}[0] STARTS WITH {folded} THEN 1 "
            f"WHEN {begins} THEN 2 WHEN {inside} THEN 3 ELSE 4 END"
        )


def _has_word(word: str, beginning: str, is_long: bool, where: tuple[str, str, str]) -> str:
    """Anywhere in a name, since Dutch joins words; in a text where a word begins."""
    names, spaced, body = where
    if not is_long:
        return f"({spaced} CONTAINS {beginning})"
    inside = f"any(x IN {names} WHERE x CONTAINS {word})"
    return f"({inside} OR {body} CONTAINS {beginning})"


def name_index_key(name: str) -> str:
    """What a name is looked up by: its key, no longer than an index takes."""
    return short_key(name_key(name))


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
