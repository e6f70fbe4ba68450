"""Random small graphs, and what may be asked of them: GraphQL documents and plans.

Values are those that a loader could have read; names and texts are full of signs that SQL, Cypher,
JSON and GraphQL give a meaning to, and of spellings that are one name when folded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from random import Random
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)
from hypothesis import strategies as st

from ledwerk.api.graphql_schema import schema_text
from ledwerk.api.words import plural, singular
from ledwerk.graph.store import Change
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import Shape, Value
from ledwerk.schema.kinds import Property, RelationKind
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import camel
from ledwerk.schema.statements import BASES, Statement, relation_key, said

# -- values -------------------------------------------------------------------------------------

# Beside letters beyond U+FFFF there are none from U+E000 on: Neo4j orders those two by UTF-16 in
# one place and by code point in another.
NAMES = (
    "Zuyd", "ZUYD B.V.", "zuÿd", "Zuyd Hogeschool", "Éco", "eco bv", "Stichting ECO", "Topsport",
    "sport & zn", "O'Brien \"& Zn\"", "a\\b", "$p0", "`x`", "}) RETURN 1 //", "{}", "💶 bank",
    "❤\ufe0f", "日本", "日本語 Ω", "ΣΊΣΥΦΟΣ", "σίσυφος", "İstanbul", "ĳs", "100%_", "A-b (c)", "BV",
    "\u0301x", "①", "𝒜", "ꭰ", "Straße", "STRASSE", "null", "-", "Lang " * 90,
)  # fmt: skip
LETTERS = "aAéß.-'\"\\`$}{(%_&\n 💶\u0301日Ως1"
NUMBERS = (0.0, -3.0, 0.5, 1.0, 5_400_000.0, 1e22, 1e308, 0.30000000000000004, 50.85134139999999)
DATES = ("2014", "2015-11", "2016", "2016-02", "2016-02-29", "2016-10-03", "0001", "9999-12")
URLS = ("https://x.example/é?a=1&b='2'", "example.org", "http://日本.example/\\")
# What follows the kind in an id: any letters of any script, and few signs.
RESTS = ("a", "b", "c", "𝒜", "日本", "x.y@z+~-_", "zuyd-hogeschool", "pic-99", "é", "A")
DATASETS = ("one", "two")


def text(chance: Random) -> str:
    """A name or a text as somebody may have typed it."""
    some = "".join(chance.choices(LETTERS, k=chance.randint(1, 6)))
    return chance.choice(
        (some, " ".join(chance.choices(NAMES[:-1], k=2)), *chance.choices(NAMES, k=6))
    )


def value(chance: Random, prop: Property) -> Value:  # noqa: PLR0911
    """A value of a property, cleaned as a loader cleans it; often none."""
    match prop.type.shape:
        case Shape.NUMBER:
            return chance.choice(NUMBERS)
        case Shape.INTEGER:
            return chance.randint(-2, 12)
        case Shape.BOOLEAN:
            return chance.random() < 0.5
        case Shape.DATE:
            return chance.choice(DATES)
        case Shape.LIST:
            some = tuple(text(chance) for _ in range(chance.randint(0, 3)))
            # An empty list is no value to a loader, but a statement may hold it.
            return _clean(prop, prop.type.write(some)) or ()
        case Shape.TEXT if prop.type.vocabulary:
            return chance.choice(prop.type.vocabulary.values)
        case Shape.TEXT if prop.type.name == "url":
            return chance.choice(URLS)
        case _:
            return _clean(prop, text(chance))


def _clean(prop: Property, cell: str) -> Value:
    try:
        return prop.type.read(cell)
    except InvalidValue:
        return None


# -- graphs -------------------------------------------------------------------------------------

_WEIGHTS = {"Organisation": 4, "Group": 4, "Campus": 2, "Project": 3, "Programme": 2, "Seat": 2}
_KINDS = [kind for kind in MODEL.nodes for _ in range(_WEIGHTS.get(kind.name, 1))]
_OFTEN = {"PARTNER_IN": 10, "MEMBER_OF": 6, "TENANT_OF": 4, "HOLDS": 4, "ON": 4, "FUNDS": 4}
_RELATIONS = [kind for kind in MODEL.relations for _ in range(_OFTEN.get(kind.name, 1))]
_SOURCES = ("source:a", "source:b", "source:é", "source:nobody-describes")


@dataclass(frozen=True)
class Graph:
    """A history of changes, and the words in it that a question may mention.

    `said` are values as (name of the property in GraphQL, value, id or key of what has it).
    """

    seed: int
    changes: tuple[Change, ...]
    ids: tuple[str, ...]
    said: tuple[tuple[str, Value, str], ...]

    @property
    def standing(self) -> tuple[Statement, ...]:
        """What stands after the last change."""
        last = {change.dataset: change.statements for change in self.changes}
        return tuple(row for rows in last.values() for row in rows)

    def __repr__(self) -> str:
        rows = (
            f"  {row},"
            for change in self.changes
            for row in (f"# {change.dataset}", *change.statements)
        )
        return "\n".join((f"Graph({self.seed}", *rows, ")"))


def graph_of(seed: int) -> Graph:
    """Some nodes and relations, said by one dataset or two, once or again."""
    chance = Random(seed)
    # A few kinds of the many, so that lists are long and nodes have much to do with each other.
    kinds = [chance.choice(_KINDS) for _ in range(chance.randint(2, 7))]
    some = (f"{chance.choice(kinds).prefix}:{chance.choice(RESTS)}" for _ in range(14))
    ids = tuple(dict.fromkeys(some))
    rows = [row for number, one in enumerate(ids) for row in _about_node(chance, one, number)]
    relations = _possible(ids)
    for number in range(chance.randint(4, 24) if relations else 0):
        rows += _about_relation(chance, chance.choice(relations), ids, number)
    rows += [_about_source(chance, one) for one in _SOURCES[:3]]
    unique = {row.place: row for row in rows}.values()
    changes = [
        Change(name, tuple(row for row in unique if row.dataset == name), "test")
        for name in DATASETS
    ]
    if chance.random() < 0.3:
        # First it said something else: the last change has to take it back.
        other = tuple(row for row in changes[0].statements if chance.random() < 0.5)
        again = tuple(_otherwise(chance, row) for row in other)
        changes.insert(0, Change(changes[0].dataset, again, "test"))
    return Graph(seed, tuple(changes), (*ids, *_SOURCES), tuple(_values_of(rows)))


# One number makes a graph and its questions: drawn choice by choice, Hypothesis would for the most
# part try one rich graph again with one choice changed. the test leaves out what it can.
graphs = st.integers(0, 2**64 - 1).map(graph_of)


def _values_of(rows: Sequence[Statement]) -> Iterator[tuple[str, Value, str]]:
    for row in rows:
        for name, given in row.properties:
            for one in given if isinstance(given, tuple) else (given,):
                yield camel(name), one, row.key


def _possible(ids: Sequence[str]) -> list[RelationKind]:
    kinds = {MODEL.by_prefix[one.partition(":")[0]].name for one in ids}
    return [r for r in _RELATIONS if kinds & set(r.source) and kinds & set(r.target)]


def _about_node(chance: Random, node: str, number: int) -> Iterator[Statement]:
    kind = MODEL.by_prefix[node.partition(":")[0]]
    for again in range(chance.choice((1, 1, 1, 1, 2, 3, 0))):
        given = _some_properties(chance, kind.properties, dict(kind.fixed))
        if kind.named and (not again or chance.random() < 0.5):
            given["name"] = value(chance, kind.property("name"))
        yield _said(chance, Statement("", kind.name, node, said(given)), f"n{number}.{again}")


def _about_relation(
    chance: Random, kind: RelationKind, ids: Sequence[str], number: int
) -> Iterator[Statement]:
    ends = []
    for kinds in (kind.source, kind.target):
        prefixes = {MODEL.node(name).prefix for name in kinds}
        ends.append(chance.choice([one for one in ids if one.partition(":")[0] in prefixes]))
    if ends[0] == ends[1]:
        return
    for again in range(chance.choice((1, 1, 1, 2))):
        given = _some_properties(chance, kind.properties, {})
        key = relation_key(kind, ends[0], ends[1], given)
        row = Statement("", kind.name, key, said(given), ends[0], ends[1])
        yield _said(chance, row, f"r{number}.{again}")


def _about_source(chance: Random, source: str) -> Statement:
    given: dict[str, Value] = {
        "name": chance.choice(("A", "Bron é", "💶")),
        "date": chance.choice((None, *DATES)),
    }
    return Statement(chance.choice(DATASETS), "Source", source, said(given), cited=source)


def _some_properties(
    chance: Random, properties: Sequence[Property], fixed: dict[str, Value]
) -> dict[str, Value]:
    """Values of some properties; a period that ends before it begins no loader lets in."""
    often = chance.choice((0.1, 0.3, 0.8))
    free = [prop for prop in properties if prop.name not in fixed and prop.name != "name"]
    given = {prop.name: value(chance, prop) for prop in free if chance.random() < often}
    start, end = given.get("start"), given.get("end")
    if start is not None and end is not None and str(start)[:4] >= str(end)[:4]:
        given["end"] = "9999-12"
    return given


def _said(chance: Random, row: Statement, locator: str) -> Statement:
    """The statement with who says it, and where."""
    plain = chance.random() < 0.7
    return replace(
        row,
        dataset=chance.choice(("one", "one", "two")),
        cited=chance.choice(_SOURCES),
        locator=chance.choice((locator, locator, "")),
        basis="stated" if plain else chance.choice(BASES),
        confidence=None if plain else chance.choice((None, 0.0, 0.25, 1.0)),
        denied=not plain and chance.random() < 0.2,
        note="" if plain else chance.choice(("", "let op: 'x' \\ \"y\"")),
    )


def _otherwise(chance: Random, row: Statement) -> Statement:
    """The statement as it was before: the same, or with fewer properties, or in another place."""
    identity = MODEL.relation(row.kind).identity if row.source_id else ()
    match chance.randrange(3):
        case 0:
            left = tuple(
                one for one in row.properties if one[0] in identity or chance.random() < 0.5
            )
            return replace(row, properties=left)
        case 1:
            return replace(row, locator="before")
        case _:
            return row


# -- GraphQL documents --------------------------------------------------------------------------

_DEEPEST = 3  # nodes within nodes
_MEMORY = ("gaps", "path", "search", "statistics", "nodes", "node", "party", "parties", "revision")
NOWHERE = "organisation:nowhere"


@dataclass(frozen=True)
class Question:
    """A document with its variables."""

    text: str
    variables: dict[str, Any]


class _Word(str):
    """An enum value: written without quotes."""

    __slots__ = ()


@cache
def schema() -> GraphQLSchema:
    """The schema that documents are made from: its text, as anybody reads it."""
    return build_schema(schema_text(MODEL))


def question(graph: Graph, number: int) -> Question:
    """A valid document with one root field, about what is in a graph; another for each number."""
    return _Writer(Random(f"{graph.seed} {number}"), graph).question()


def pages(graph: Graph, number: int) -> Question:
    """A document with one connection, at the root or under one node, to be walked in pages.

    It has the variables `first`, `after`, `last` and `before`; the connection's key is `list`.
    """
    return _Writer(Random(f"{graph.seed} {number}"), graph).pages()


@dataclass
class _Writer:
    """Writes one document; every field with arguments has a key of its own."""

    random: Random
    graph: Graph
    keys: int = 0
    variables: dict[str, Any] = field(default_factory=dict)
    declared: list[str] = field(default_factory=list)

    def question(self) -> Question:
        root = schema().query_type
        assert root is not None
        name = self.one(self.roots())
        return self._finished(self.field(name, root.fields[name], _DEEPEST, alias=False))

    def pages(self) -> Question:
        root = schema().query_type
        assert root is not None
        self.declared += ["$first: Int", "$after: String", "$last: Int", "$before: String"]
        node = self.one(self.graph.ids)
        kind = MODEL.by_prefix[node.partition(":")[0]].name
        inner = self._paged(schema().type_map[kind]) if self.chance(2) else ""
        if inner:
            return self._finished(f"node(id: {_literal(node)}) {{ ... on {kind} {{ {inner} }} }}")
        return self._finished(self._paged(root, self.roots()))

    def _paged(self, type_: Any, among: Sequence[str] = ()) -> str:
        """A connection of a type; nothing where it has none."""
        names = [
            n for n in among or type_.fields if str(type_.fields[n].type).endswith("Connection!")
        ]
        if not names:
            return ""
        name = self.one(names)
        given = self.arguments(type_.fields[name], name, paging=False)
        page = "first: $first, after: $after, last: $last, before: $before"
        return (
            f"list: {name}({', '.join([page, *given])}) {{ edges {{ cursor node {{ id name }} }} "
            "totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
        )

    def _finished(self, text: str) -> Question:
        head = f"query ({', '.join(self.declared)}) " if self.declared else ""
        return Question(f"{head}{{ {text} }}", self.variables)

    def roots(self) -> list[str]:
        """Root fields: those of kinds that are there, and those of no kind, twice."""
        kinds = dict.fromkeys(MODEL.by_prefix[i.partition(":")[0]].name for i in self.graph.ids)
        there = [MODEL.node(name) for name in kinds]
        return [*_MEMORY, *_MEMORY, *map(plural, there), *map(plural, there), *map(singular, there)]

    def one(self, some: Sequence[Any]) -> Any:
        return self.random.choice(some)

    def several(self, some: Sequence[Any], most: int, least: int = 0) -> list[Any]:
        """Up to so many of them, each once."""
        return self.random.sample(some, min(len(some), self.random.randint(least, most)))

    def chance(self, of: int) -> bool:
        return self.random.randrange(of) == 0

    # -- selections -----------------------------------------------------------------------------

    def selection(self, type_: Any, depth: int, *, alias: bool = False) -> str:
        """Some of a type's fields; `depth` is how many nodes deeper it may go."""
        assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        known = {n: f for n, f in type_.fields.items() if n != "at"}  # two stores, two times
        leaves = [n for n, f in known.items() if is_leaf_type(get_named_type(f.type))]
        others = [n for n in known if n not in leaves and (depth or _shallow(type_, n))]
        if type_.name.endswith(("Connection", "Edge")):
            some = self.several(sorted(known), 4, 1)
            some = [n for n in some if n in leaves or n in others] or leaves[:1]
        else:
            some = [*self.several(leaves, 5), *self.several(others, (1, 1, 2, 3)[depth])]
        parts = [self.field(n, type_.fields[n], depth, alias=alias) for n in some]
        if self.chance(6):
            parts.append("__typename")
        if isinstance(type_, GraphQLInterfaceType):
            parts += [self.fragment(type_, depth) for _ in range(self.random.randint(0, 2))]
        return " ".join(parts) or "__typename"

    def fragment(self, type_: GraphQLInterfaceType, depth: int) -> str:
        here = schema().get_implementations(type_)
        inner = self.one([*here.objects, *here.interfaces, type_])
        directive = " @include(if: true)" if self.chance(8) else ""
        return f"... on {inner.name}{directive} {{ {self.selection(inner, depth, alias=True)} }}"

    def field(self, name: str, field_: GraphQLField, depth: int, *, alias: bool) -> str:
        type_ = get_named_type(field_.type)
        given = self.arguments(field_, name)
        self.keys += 1
        plain = not given and not alias and (is_leaf_type(type_) or self.chance(6))
        head = name if plain else f"{name}_{self.keys}: {name}"
        head += f"({', '.join(given)})" if given else ""
        if is_leaf_type(type_):
            return head
        deeper = depth - 1 if _is_node(type_.name) else depth
        return f"{head} {{ {self.selection(type_, max(deeper, 0))} }}"

    # -- arguments ------------------------------------------------------------------------------

    def arguments(self, field_: GraphQLField, name: str, *, paging: bool = True) -> list[str]:
        given: dict[str, Any] = {}
        arguments = dict(field_.args)
        if {"id", "name"} <= set(arguments):
            arguments.pop(self.one(("id", "name", "name")))
        if "first" in arguments:
            for key in ("first", "last", "after", "before"):
                del arguments[key]
            if paging and self.chance(2):
                given[self.one(("first", "first", "last"))] = self.random.randint(0, 4)
        for key, argument in arguments.items():
            required = is_non_null_type(argument.type) or key in {"id", "name"}
            if required or self.chance(4 if key == "filter" else 2):
                given[key] = self.value(argument.type, f"{name} {key}", 2)
        return [self._argument(key, value, field_.args[key]) for key, value in given.items()]

    def _argument(self, key: str, value: Any, argument: GraphQLArgument) -> str:
        if not self.chance(4):
            return f"{key}: {_literal(value)}"
        name = f"v{len(self.variables)}"
        self.variables[name] = value
        self.declared.append(f"${name}: {argument.type}")
        return f"{key}: ${name}"

    def value(self, type_: Any, name: str, depth: int) -> Any:
        """A value for an argument or a field of an input; `name` says what it is about."""
        if not is_non_null_type(type_) and name.partition(" ")[2] not in {"id", "name"} and self.chance(12):  # fmt: skip
            return None
        bare = get_nullable_type(type_)
        if isinstance(bare, GraphQLList):
            size = self.random.choice((0, 1, 1, 2, 3))
            return [self.value(bare.of_type, name, depth) for _ in range(size)]
        if isinstance(bare, GraphQLEnumType):
            return _Word(self.one(sorted(bare.values)))
        if isinstance(bare, GraphQLInputObjectType):
            return self.input(bare, depth)
        return self.scalar(bare.name, *reversed(name.split()))

    def input(self, type_: GraphQLInputObjectType, depth: int) -> dict[str, Any]:
        required = [n for n, f in type_.fields.items() if is_non_null_type(f.type)]
        deep = {n for n, f in type_.fields.items() if isinstance(get_named_type(f.type), GraphQLInputObjectType)}  # fmt: skip
        free = [n for n in type_.fields if n not in required and (depth or n not in deep)]
        some = self.several(free, 2)
        return {
            n: self.value(type_.fields[n].type, n, depth - (n in deep)) for n in [*required, *some]
        }

    def scalar(self, type_name: str, name: str, root: str = "") -> Any:
        match type_name:
            case "Int":
                return self.random.randint(-2, 12)
            case "Float":
                return self.one(NUMBERS)
            case "Boolean":
                return self.chance(2)
            case "ID":
                own = [one for one in self.graph.ids if _is_of(one, root)]
                return self.one(own if own and not self.chance(6) else [*self.graph.ids, NOWHERE])
        if name == "asOf" and not self.chance(8):
            return self.one(DATES)
        return self.said(name, root) if not self.chance(6) else text(self.random)

    def said(self, name: str, root: str) -> str:
        """What a text is compared with: something said, of the same property, or a part of it."""
        about = re.sub(r"(In|Contains|StartsWith|Lte?|Gte?)$", "", name)
        about = "name" if about in {"from", "to", "text"} else about
        pool = [str(given) for prop, given, of in self.graph.said
                if prop == about or (about == "name" and prop == "aliases")
                if not root or root in {"path", "search"} or _is_of(of, root)]  # fmt: skip
        if about == "name" and self.chance(6):
            return str(self.one([*self.graph.ids, NOWHERE, "zuid hogeschol"]))
        word = str(self.one(pool or NAMES))
        if name == about and not self.chance(5):
            return word
        start = self.random.choice((0, 0, 1, 2))
        return word[start : start + self.random.randint(1, 8)] or word


def _is_of(node: str, root: str) -> bool:
    """Whether a root field for one node may give this one."""
    kind = MODEL.by_prefix.get(node.partition(":")[0])
    return kind is not None and (root == singular(kind) or (root == "party" and kind.party))


def _is_node(type_name: str) -> bool:
    return type_name in {"Node", "Party"} or any(kind.name == type_name for kind in MODEL.nodes)


def _shallow(type_: GraphQLObjectType | GraphQLInterfaceType, name: str) -> bool:
    """Whether a field leads to no further node."""
    far = str(get_named_type(type_.fields[name].type).name)
    return far in {"Period", "Citation", "Conflict", "Claim", "PageInfo", "KindCount", "HelixCount"}


def _literal(value: Any) -> str:
    """A value as GraphQL writes it."""
    if isinstance(value, _Word):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_literal(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
