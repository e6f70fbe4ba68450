"""What a GraphQL selection asks for, field by field: fragments opened, directives obeyed,
equal response keys merged, arguments read. The rules are those of the GraphQL specification,
section 6.3.2 (CollectFields).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLIncludeDirective,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionSetNode,
    get_argument_values,
    get_directive_values,
    get_named_type,
    is_abstract_type,
)
from graphql.execution import values

from ledwerk.schema.errors import InvalidQuestion

TYPENAME = "__typename"


Info = GraphQLResolveInfo[Any]


@dataclass(frozen=True)
class Asked:
    """One field as asked: its response key, definition, arguments, and what is asked below it."""

    key: str
    name: str
    nodes: tuple[FieldNode, ...]
    definition: GraphQLField | None
    arguments: Mapping[str, Any]

    @property
    def type_name(self) -> str:
        """The named type that the field returns."""
        assert self.definition is not None
        return str(get_named_type(self.definition.type).name)


@dataclass(frozen=True)
class Request:
    """The parts of a GraphQL request that reading a selection needs."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Any

    @classmethod
    def of(cls, info: Info) -> Request:
        """The request that a resolver is called for."""
        fragments = {
            name: getattr(fragment, "definition", fragment)
            for name, fragment in info.fragments.items()
        }
        return cls(info.schema, fragments, _variables(info.variable_values))

    def root(self, info: Info) -> Asked:
        """The root field that a resolver is called for."""
        return self._asked(info.parent_type, str(info.path.key), tuple(info.field_nodes))

    def roots(self, type_: GraphQLObjectType, selection: SelectionSetNode) -> list[Asked]:
        """The root fields of an operation."""
        found: dict[str, list[FieldNode]] = {}
        self._collect(type_, selection, found, set())
        return [self._asked(type_, key, tuple(nodes)) for key, nodes in found.items()]

    def below(self, asked: Iterable[Asked], type_name: str) -> list[Asked]:
        """The fields asked of an object type below some fields."""
        type_ = self.schema.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        found: dict[str, list[FieldNode]] = {}
        for one in asked:
            for node in one.nodes:
                if node.selection_set:
                    self._collect(type_, node.selection_set, found, set())
        return [self._asked(type_, key, tuple(nodes)) for key, nodes in found.items()]

    def _asked(self, type_: GraphQLObjectType, key: str, nodes: tuple[FieldNode, ...]) -> Asked:
        name = nodes[0].name.value
        definition = type_.fields.get(name)
        arguments = get_argument_values(definition, nodes[0], self.variables) if definition else {}
        return Asked(key, name, nodes, definition, _plain(arguments))

    def _collect(
        self,
        type_: GraphQLObjectType,
        selection: SelectionSetNode,
        found: dict[str, list[FieldNode]],
        visited: set[str],
    ) -> None:
        for node in selection.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, []).append(node)
            elif isinstance(node, InlineFragmentNode):
                if self._applies(node.type_condition, type_):
                    self._collect(type_, node.selection_set, found, visited)
            elif isinstance(node, FragmentSpreadNode):
                name = node.name.value
                fragment = self.fragments.get(name)
                if name in visited or fragment is None:
                    continue
                visited.add(name)
                if self._applies(fragment.type_condition, type_):
                    self._collect(type_, fragment.selection_set, found, visited)

    def _included(self, node: Any) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        if skip and skip["if"]:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not (include and not include["if"])

    def _applies(self, condition: Any, type_: GraphQLObjectType) -> bool:
        if condition is None or condition.name.value == type_.name:
            return True
        other = self.schema.type_map.get(condition.name.value)
        return is_abstract_type(other) and self.schema.is_sub_type(other, type_)


def _plain(given: Any) -> Any:
    """Arguments without enum members, which only variables bring: their values alone."""
    if isinstance(given, Mapping):
        return {key: _plain(value) for key, value in given.items()}
    if isinstance(given, list | tuple):
        return [_plain(value) for value in given]
    return given.value if isinstance(given, Enum) else given


def variables_of(coerced: Mapping[str, Any]) -> Any:
    """Coerced variables in the form that graphql-core reads them."""
    return values.VariableValues({}, dict(coerced))


def _variables(given: Any) -> Any:
    return given if isinstance(given, values.VariableValues) else variables_of(given)


def scalars(asked: Iterable[Asked]) -> Iterator[tuple[str, str]]:
    """Response keys and names of fields, for objects without arguments."""
    return ((one.key, one.name) for one in asked)


def one_of(arguments: Mapping[str, Any], *names: str) -> tuple[str, Any]:
    """The one argument given among several; raises InvalidQuestion for none or more."""
    given = [(name, arguments[name]) for name in names if arguments.get(name) is not None]
    if len(given) != 1:
        raise InvalidQuestion(f"give exactly one of {' and '.join(names)}")
    return given[0]
