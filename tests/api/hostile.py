"""Hostile GraphQL: documents from the grammar, valid and broken, over the service's own schema."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from graphql import GraphQLSchema, get_named_type, is_composite_type, is_leaf_type

_WORDS = ("", " ", "\x00", "'; DROP TABLE node; --", "\\", '"', "é", "\U0001f600", "%", "_",
          "organisation:zuyd-hogeschool", "organisation:", ":", "x" * 10_000, "$gt", "{{7*7}}",
          "\u202e", "<script>", "../../etc/passwd", "[1,2]", "null", "a\nb")  # fmt: skip
_NUMBERS = ("0", "-1", "1", "200", "201", "2147483647", "2147483648", "-2147483649", "1e400",
            "0.1", "99999999999999999999999", "007")  # fmt: skip
_JUNK = ("{", "}", "(", ")", "...", "@include(if: true)", "@skip(if: $x)", "fragment", "on", "!",
         '"""', "#", "\ufeff", ",", "$", "&", "|", "=", ":", "query", "mutation", "__typename",
         "__schema { types { fields { type { ofType { ofType { name } } } } } }")  # fmt: skip


class Hostile:
    """Writes requests; every one is told by its number."""

    def __init__(self, schema: GraphQLSchema, seed: int) -> None:
        self.schema = schema
        self.random = Random(seed)

    def body(self) -> bytes:
        """What is sent as a POST body: mostly JSON with a query."""
        match self.random.randrange(20):
            case 0:
                return self.random.randbytes(self.random.randrange(200))
            case 1:
                return b"[" * self.random.randrange(5_000)
            case 2:
                return json.dumps(
                    self.random.choice([None, 1, [], {}, "x", {"query": []}])
                ).encode()
        given: dict[str, Any] = {"query": self.document()}
        if self.random.random() < 0.3:
            given["variables"] = self.random.choice([{}, None, {"x": self.value()}, [], "x", 3])
        if self.random.random() < 0.1:
            given["operationName"] = self.random.choice(["a", "", None, 3, "x" * 1000])
        return json.dumps(given).encode()

    def value(self) -> Any:
        """A value for a variable."""
        return self.random.choice(
            [*_WORDS, 0, -1, 2**40, 1.5, True, None, [], {}, [[[]]], {"a": {}}]
        )

    def document(self) -> str:
        """A document: an operation from the schema, now and then damaged."""
        kind = self.random.choice(("query", "query", "query", "mutation", "subscription"))
        root = {
            "query": self.schema.query_type,
            "mutation": self.schema.mutation_type,
            "subscription": self.schema.subscription_type,
        }[kind]
        depth = self.random.choice((2, 3, 4, 6, 12))
        text = f"{kind} {self.selection(root, depth)}"
        match self.random.randrange(12):
            case 0:
                text = self.damaged(text)
            case 1:
                text += " ".join(f" fragment f{n} on Query {{ ...f{n + 1} }}" for n in range(5))
            case 2:
                alias = " ".join(f"a{n}: revision" for n in range(self.random.randrange(200)))
                text = f"{{ {alias} __typename }}"
            case 3:
                text = "{" * self.random.randrange(1_000) + text
        return text

    def damaged(self, text: str) -> str:
        """The text with something cut out of it and something put in."""
        at = self.random.randrange(len(text))
        cut = at + self.random.randrange(30)
        return text[:at] + self.random.choice(_JUNK) + text[cut:]

    def selection(self, type_: Any, depth: int) -> str:
        """A selection set on a type, in arms and with repeats."""
        type_ = get_named_type(type_)
        parts = ["__typename"] if self.random.random() < 0.3 else []
        fields = list(getattr(type_, "fields", {}).items())
        for name, field in self.random.sample(fields, min(len(fields), self.random.randint(1, 4))):
            inner = get_named_type(field.type)
            alias = f"{self.random.choice('abc')}: " if self.random.random() < 0.1 else ""
            arguments = self.arguments(field.args)
            if is_leaf_type(inner):
                parts.append(f"{alias}{name}{arguments}")
            elif depth > 0 and is_composite_type(inner):
                parts.append(f"{alias}{name}{arguments} {self.selection(inner, depth - 1)}")
        possible = self.schema.get_possible_types(type_) if hasattr(type_, "types") else ()
        for one in possible[:1]:
            parts.append(f"... on {one.name} {self.selection(one, depth - 1)}")
        return "{ " + " ".join(parts or ["__typename"]) + " }"

    def arguments(self, known: dict[str, Any]) -> str:
        """Arguments with values of their type, or of another."""
        given = []
        for name, argument in known.items():
            needed = str(argument.type).endswith("!")
            if needed or self.random.random() < 0.3:
                given.append(f"{name}: {self.literal(argument.type, 3)}")
        return f"({', '.join(given)})" if given else ""

    def literal(self, type_: Any, depth: int) -> str:  # noqa: PLR0911
        """A literal, mostly of a type."""
        if self.random.random() < 0.1:
            return self.random.choice(["null", "[]", "{}", "$x", "TRUE", *_NUMBERS])
        if str(type_).startswith("["):
            inner = get_named_type(type_)
            some = [self.literal(inner, depth - 1) for _ in range(self.random.randrange(3))]
            return f"[{', '.join(some)}]"
        type_ = get_named_type(type_)
        fields = getattr(type_, "fields", None)
        if fields is not None:
            chosen = self.random.sample(list(fields.items()), min(2, len(fields)))
            needed = [(n, f) for n, f in fields.items() if str(f.type).endswith("!")]
            every = dict([*chosen, *needed]) if depth > 0 else dict(needed)
            inside = (f"{n}: {self.literal(f.type, depth - 1)}" for n, f in every.items())
            return "{" + ", ".join(inside) + "}"
        if hasattr(type_, "values"):
            return self.random.choice(list(type_.values))
        if type_.name in {"Int", "Float"}:
            return self.random.choice(_NUMBERS)
        if type_.name == "Boolean":
            return self.random.choice(("true", "false"))
        return json.dumps(self.random.choice(_WORDS))
