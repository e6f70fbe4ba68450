"""GraphQL documents: read, measured and validated once a text, and kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    InlineFragmentNode,
    NamedTypeNode,
    NonNullTypeNode,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    parse,
    specified_rules,
    validate,
)

from ledwerk.api.errors import as_graphql, coded
from ledwerk.api.limits import Limits, measure
from ledwerk.schema.errors import QuestionTooExpensive

_KEPT = 1_000
_KEPT_LETTERS = 20_000  # of a text that is kept; longer ones are read each time
_MOST_ERRORS = 20
_TEXTS = frozenset({"ID", "String"})


class Refused(Exception):
    """A document or request that is not executed, and why."""

    def __init__(self, errors: Iterable[GraphQLError]) -> None:
        super().__init__("refused")
        self.errors = tuple(errors)


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One operation of a valid document."""

    document: DocumentNode
    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    texts: frozenset[str]  # its variables, where all of them are required and plain texts

    @property
    def kind(self) -> str:
        """query, mutation or subscription."""
        return str(self.node.operation.value)

    @property
    def name(self) -> str | None:
        """Its name, if it has one."""
        return self.node.name.value if self.node.name else None

    @property
    def root_fields(self) -> frozenset[str]:
        """The names of its root fields, also of those that a directive may leave out."""
        found: set[str] = set()
        todo, opened = [self.node.selection_set], set[str]()
        while todo:
            for one in todo.pop().selections:
                if isinstance(one, FieldNode):
                    found.add(one.name.value)
                elif isinstance(one, InlineFragmentNode):
                    todo.append(one.selection_set)
                elif isinstance(one, FragmentSpreadNode) and one.name.value not in opened:
                    opened.add(one.name.value)
                    todo.append(self.fragments[one.name.value].selection_set)
        return frozenset(found)


class Documents:
    """The documents of a schema; safe to use from several threads."""

    def __init__(self, schema: GraphQLSchema, limits: Limits, *, introspection: bool) -> None:
        self._schema = schema
        self._limits = limits
        hidden: list[Any] = [] if introspection else [NoSchemaIntrospectionCustomRule]
        self._rules = [*specified_rules, *hidden]
        self._suggesting = introspection
        self._kept: OrderedDict[str, dict[str | None, Operation]] = OrderedDict()
        self._lock = Lock()

    def operation(self, text: str, name: str | None) -> Operation:
        """The operation of a document. Raises Refused where there is no such, or it is invalid."""
        with self._lock:
            found = self._kept.get(text)
            if found is not None:
                self._kept.move_to_end(text)
        if found is None:
            found = self._read(text)
            if len(text) <= _KEPT_LETTERS:
                with self._lock:
                    self._kept[text] = found
                    while len(self._kept) > _KEPT:
                        self._kept.popitem(last=False)
        return _chosen(found, name)

    def _read(self, text: str) -> dict[str | None, Operation]:
        try:
            document = parse(text, max_tokens=self._limits.tokens)
            measure(document, self._limits)
        except GraphQLSyntaxError as error:
            raise Refused([self._read_error(error)]) from error
        except QuestionTooExpensive as error:
            raise Refused([as_graphql(error)]) from error
        except RecursionError as error:
            deep = QuestionTooExpensive("the question nests too deep to be read")
            raise Refused([as_graphql(deep)]) from error
        errors = validate(
            self._schema,
            document,
            self._rules,
            max_errors=_MOST_ERRORS,
            hide_suggestions=not self._suggesting,
        )
        if errors:
            raise Refused([coded(error, "GRAPHQL_VALIDATION_FAILED") for error in errors])
        return _operations(document)

    def _read_error(self, error: GraphQLError) -> GraphQLError:
        if "Syntax Error: Document contains more" in error.message:
            most = f"{self._limits.tokens:,}"
            too_long = QuestionTooExpensive(
                f"the question has more than {most} words and signs; ask for less at once"
            )
            return as_graphql(too_long)
        return coded(error, "GRAPHQL_PARSE_FAILED")


def _operations(document: DocumentNode) -> dict[str | None, Operation]:
    fragments = {
        one.name.value: one
        for one in document.definitions
        if isinstance(one, FragmentDefinitionNode)
    }
    return {
        one.name.value if one.name else None: Operation(document, one, fragments, _texts(one))
        for one in document.definitions
        if isinstance(one, OperationDefinitionNode)
    }


def _texts(operation: OperationDefinitionNode) -> frozenset[str]:
    types = {
        one.variable.name.value: one.type.type
        for one in operation.variable_definitions or ()
        if isinstance(one.type, NonNullTypeNode)
    }
    plain = all(isinstance(t, NamedTypeNode) and t.name.value in _TEXTS for t in types.values())
    complete = len(types) == len(operation.variable_definitions or ())
    return frozenset(types) if plain and complete else frozenset()


def _chosen(operations: Mapping[str | None, Operation], name: str | None) -> Operation:
    if name is None and len(operations) == 1:
        return next(iter(operations.values()))
    if name in operations and name is not None:
        return operations[name]
    names = ", ".join(sorted(str(one) for one in operations if one))
    if name is None:
        message = f"the document has several operations ({names}); name one with operationName"
    else:
        known = names or "none has a name"
        message = f"the document has no operation {name!r}; it has: {known}"
    raise Refused([GraphQLError(message, extensions={"code": "OPERATION_RESOLUTION_FAILURE"})])
