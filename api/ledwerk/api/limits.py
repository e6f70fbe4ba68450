"""How much one operation may ask: its size before it is validated, its cost before it is run.

A document is measured before graphql-core validates it, since validation of a hostile document
costs more than running an honest one: it compares every two fields of one name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
)

from ledwerk.schema.errors import QuestionTooExpensive

_DEFAULT_PAGE = 50
_LIST = 10  # how many a plain list is reckoned to hold
_BASE = {  # what a field costs beside what it returns
    "gaps": 2000,
    "path": 1000,
    "statistics": 2000,
    "search": 200,
    "changesBetween": 5000,
    "takingBack": 5000,
    "totalCount": 50,
    "collaborators": 20,
    "conflicts": 5,
    # Reckoned once a revision, in a process of its own.
    **dict.fromkeys(
        (
            "centrality",
            "peopleCentrality",
            "projectCentrality",
            "brokers",
            "introductions",
            "tripleHelix",
            "timeline",
            "whatIf",
            "missingHelixes",
            "partnersWithoutSeat",
            "seatsWithoutPartners",
            "payersWithoutSeat",
            "singlePoints",
            "separations",
            "ending",
            "money",
            "predictedTies",
            "newTies",
            "beforeAfter",
            "unknowns",
        ),
        5000,
    ),
}

_OF_ANOTHER = frozenset({"knownAt", "trust"})
_PUT_TOGETHER = 10_000  # a store of another moment, or of what some believe, made for the answer


@dataclass(frozen=True, slots=True)
class Limits:
    """What one operation may ask. Each is told in the error where it is exceeded.

    `cost` is about the number of objects that an answer can hold: page sizes multiplied along the
    question, plain lists taken as ten; what is reckoned over the whole graph, or asked of another
    moment, costs some thousands.
    `seconds` is for a whole question; a change may take as long as a store goes on trying.
    """

    tokens: int = 5_000
    depth: int = 25
    fields: int = 1_000
    aliases: int = 100
    same: int = 50
    page: int = 200
    cost: int = 200_000
    seconds: float = 10.0


@dataclass(slots=True)
class _Measure:
    limits: Limits
    fragments: Mapping[str, FragmentDefinitionNode]
    fields: int = 0
    aliases: int = 0
    steps: int = 0
    places: Counter[tuple[str, ...]] = field(default_factory=Counter)

    def selection(self, selection: SelectionSetNode, path: tuple[str, ...], opened: int) -> None:
        for node in selection.selections:
            self.steps += 1
            _check(self.steps, 3 * self.limits.fields, "selections, fragments opened")
            if isinstance(node, FieldNode):
                self.field(node, path)
            elif isinstance(node, InlineFragmentNode):
                _check(opened, self.limits.depth, "fragments within fragments")
                self.selection(node.selection_set, path, opened + 1)
            elif isinstance(node, FragmentSpreadNode) and node.name.value in self.fragments:
                _check(opened, self.limits.depth, "fragments within fragments")
                found = self.fragments[node.name.value]
                self.selection(found.selection_set, path, opened + 1)

    def field(self, node: FieldNode, path: tuple[str, ...]) -> None:
        here = (*path, node.alias.value if node.alias else node.name.value)
        self.fields += 1
        self.aliases += node.alias is not None
        self.places[here] += 1
        _check(self.fields, self.limits.fields, "fields")
        _check(self.aliases, self.limits.aliases, "aliases")
        _check(len(here), self.limits.depth, "fields within fields")
        _check(self.places[here], self.limits.same, f"times the same field ({here[-1]})")
        if node.selection_set:
            self.selection(node.selection_set, here, 0)


def measure(document: DocumentNode, limits: Limits) -> None:
    """Raises QuestionTooExpensive where an operation of the document is too large to validate."""
    fragments = {
        one.name.value: one
        for one in document.definitions
        if isinstance(one, FragmentDefinitionNode)
    }
    measured = _Measure(limits, fragments)
    for definition in document.definitions:
        if isinstance(definition, OperationDefinitionNode | FragmentDefinitionNode):
            measured.places.clear()
            measured.selection(definition.selection_set, (), 0)


def _check(value: int, most: int, what: str) -> None:
    if value > most:
        raise QuestionTooExpensive(
            f"the question has more than {most:,} {what}; ask for less at once, or in several"
        )


@dataclass(frozen=True, slots=True)
class Costing:
    """Reckons what an operation may cost once its variables are known."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]
    most: int

    def of(self, operation: OperationDefinitionNode) -> int:
        """The cost of a valid operation; see `Limits`. Raises where a page is too large."""
        root = self.schema.get_root_type(operation.operation)
        return self._selection(operation.selection_set, root, 1)

    def _selection(self, selection: SelectionSetNode, type_: Any, size: int) -> int:
        total = 0
        for node in selection.selections:
            if isinstance(node, FieldNode):
                total += self._field(node, type_, size)
            elif isinstance(node, InlineFragmentNode):
                name = node.type_condition.name.value if node.type_condition else None
                inner = self.schema.type_map[name] if name else type_
                total += self._selection(node.selection_set, inner, size)
            elif isinstance(node, FragmentSpreadNode):
                found = self.fragments[node.name.value]
                inner = self.schema.type_map[found.type_condition.name.value]
                total += self._selection(found.selection_set, inner, size)
        return total

    def _field(self, node: FieldNode, type_: Any, size: int) -> int:
        definition = getattr(type_, "fields", {}).get(node.name.value)
        base = _BASE.get(node.name.value, 0)
        if any(one.name.value in _OF_ANOTHER for one in node.arguments or ()):
            base += _PUT_TOGETHER
        if definition is None or not node.selection_set:
            return base
        named = get_named_type(definition.type)
        page = self._page(node) if "first" in definition.args else 1
        if page > self.most:
            raise QuestionTooExpensive(
                f"a page holds 0 to {self.most} entries, {page} were asked for; use first with "
                "after to turn pages"
            )
        inner = 1 + self._selection(node.selection_set, named, page)
        if node.name.value in {"edges", "nodes"} and "pageInfo" in getattr(type_, "fields", {}):
            return base + size * inner
        return base + inner * (_LIST if _is_list(definition.type) else 1)

    def _page(self, node: FieldNode) -> int:
        for argument in node.arguments or ():
            if argument.name.value in {"first", "last"}:
                value: Any = argument.value
                if isinstance(value, IntValueNode):
                    return min(int(value.value), 10**6)
                if isinstance(value, VariableNode):
                    found = self.variables.get(value.name.value)
                    if found is not None:
                        return max(0, int(found))
        return _DEFAULT_PAGE


def _is_list(type_: Any) -> bool:
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    return isinstance(inner, GraphQLList)
