"""Operations made ready: the selection compiled once, the store's JSON passed on as it comes.

An operation is compiled for a form of its variables: whatever shapes the statement (page sizes,
orders, directives, which filters are given) belongs to the form; texts that are only compared do
not, and are filled in each time. What cannot be answered so is executed field by field, with the
same plans and so with the same answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import (
    ArgumentNode,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLNonNull,
    GraphQLSchema,
    ListValueNode,
    ObjectFieldNode,
    VariableNode,
    Visitor,
    get_named_type,
    type_from_ast,
    visit,
)

from ledwerk.api.documents import Operation
from ledwerk.api.fields_asked import TYPENAME, Asked, Request, variables_of
from ledwerk.api.query import planner
from ledwerk.api.seen_fields import is_seen
from ledwerk.api.selection import Compiler
from ledwerk.graph import plan as p
from ledwerk.graph.given import CannotPrepare, Given, Prepared
from ledwerk.graph.searching import long_words
from ledwerk.graph.spelling import looks_empty
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.kinds import Model

_KEPT = 500
_NULL = b"null"
_SHORT = 2_000  # letters of an answer that may show nothing that a search found
# Arguments that are looked into while the plan is made, and so belong to the form.
_LOOKED_INTO = frozenset({"after", "before", "asOf", "text", "from", "to", "ids"})
_TEXTS = frozenset({"ID", "String"})


Weigh = Callable[[Operation, Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Root:
    """One root field: its key as JSON, its statement, and whether finding nothing is an error."""

    key: bytes
    prepared: Prepared | None
    required: bool
    constant: bytes = _NULL
    search: bool = False


@dataclass(frozen=True, slots=True)
class _Variable:
    name: str
    type: GraphQLInputType
    form: str  # "text", "id", "filter", "search", or "" for what is part of the form


class Compiled:
    """The operations made ready, by document, name and form; bounded."""

    def __init__(self, schema: GraphQLSchema, model: Model, store: Store) -> None:
        self._schema = schema
        self._model = model
        self._store = store
        self._variables: OrderedDict[Operation, tuple[_Variable, ...]] = OrderedDict()
        self._kept: OrderedDict[tuple[Any, ...], tuple[Root, ...] | None] = OrderedDict()

    async def answer(
        self, operation: Operation, coerced: Mapping[str, Any], weigh: Weigh
    ) -> bytes | None:
        """The whole response, or None where the operation has to be executed field by field.

        `weigh` is called once a form; what it raises is passed on.
        """
        key, held = self._form(operation, coerced)
        roots = self._kept.get(key, ...)
        if roots is ...:
            weigh(operation, coerced)
            roots = self._kept[key] = self._compile(operation, held)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        if roots is None:
            return None
        try:
            return await self._asked(roots, coerced)
        except CannotPrepare:
            self._kept[key] = None
            return None
        except LedwerkError:
            return None  # told by the field-by-field execution, beside what did go well

    async def _asked(self, roots: tuple[Root, ...], coerced: Mapping[str, Any]) -> bytes | None:
        parts = []
        for root in roots:
            found = root.constant
            if root.prepared is not None:
                found = await self._store.answer_json(root.prepared, coerced)
                if root.required and found == _NULL:
                    return None
                short = root.search and len(found) < _SHORT
                if short and looks_empty(root.prepared.plan, orjson.loads(found)):
                    return None  # what was meant is looked for where there is time for it
            parts.append(root.key + found)
        return b'{"data":{' + b",".join(parts) + b"}}"

    # -- the form of the variables --------------------------------------------------------------

    def _form(
        self, operation: Operation, coerced: Mapping[str, Any]
    ) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """What an operation is kept under, and its variables with texts held back."""
        variables = self._variables.get(operation)
        if variables is None:
            variables = self._variables[operation] = _variables(self._schema, operation)
            if len(self._variables) > _KEPT:
                self._variables.popitem(last=False)
        held: dict[str, Any] = {}
        form: list[Any] = [operation]
        for variable in variables:
            if variable.name in coerced:
                value = coerced[variable.name]
                held[variable.name] = self._held(variable, value, form)
            else:
                form.append(...)
        return tuple(form), held

    def _held(self, variable: _Variable, value: Any, form: list[Any]) -> Any:
        if variable.form == "filter" and isinstance(value, dict):
            return self._held_filter(variable.type, value, (variable.name,), form)
        if variable.form == "search" and isinstance(value, str):
            long = long_words(value)
            form.append(long or value)
            return Given((variable.name,), long=long) if long else value
        if variable.form and isinstance(value, str):
            return self._held_text((variable.name,), value, form, ident=variable.form == "id")
        form.append(_frozen(value))
        return value

    def _held_text(self, path: tuple[str, ...], value: str, form: list[Any], *, ident: bool) -> Any:
        prefix = value.partition(":")[0] if ident else ""
        if prefix not in self._model.by_prefix:
            prefix = ""
        form.append((path, prefix))
        return Given(path, prefix=prefix)

    def _held_filter(
        self, type_: Any, value: dict[str, Any], path: tuple[str, ...], form: list[Any]
    ) -> dict[str, Any]:
        fields = get_named_type(type_).fields
        held: dict[str, Any] = {}
        for name, one in value.items():
            definition = fields[name].type
            inner = definition.of_type if isinstance(definition, GraphQLNonNull) else definition
            here = (*path, name)
            if isinstance(one, dict):
                form.append(("{", here))
                held[name] = self._held_filter(inner, one, here, form)
                form.append("}")
            elif isinstance(one, str) and getattr(inner, "name", "") in _TEXTS:
                ident = inner.name == "ID"
                held[name] = self._held_text(here, one, form, ident=ident)
            else:
                form.append((here, _frozen(one)))
                held[name] = one
        return held

    # -- compiling ------------------------------------------------------------------------------

    def _compile(self, operation: Operation, held: Mapping[str, Any]) -> tuple[Root, ...] | None:
        request = Request(self._schema, operation.fragments, variables_of(held))
        if operation.kind != "query":
            return None
        query = self._schema.query_type
        assert query is not None
        try:
            roots = request.roots(query, operation.node.selection_set)
            return tuple(self._root(request, asked) for asked in roots)
        except (LedwerkError, ValueError):
            return None

    def _root(self, request: Request, asked: Asked) -> Root:
        key = orjson.dumps(asked.key) + b":"
        if asked.name == TYPENAME:
            return Root(key, None, required=False, constant=b'"Query"')
        plan_of = planner(self._model, asked.name)
        if plan_of is None:
            raise CannotPrepare(asked.name)
        if is_seen(asked.arguments):
            raise CannotPrepare(asked.name)
        compiler = Compiler(self._model, request, lean=True)
        plan, required = plan_of(compiler, asked)
        if compiler.tickets:
            raise CannotPrepare("it asks about the graph's shape")
        search = isinstance(plan, p.Find) and isinstance(plan.start, p.Matching)
        return Root(key, self._store.prepare(plan), required, search=search)


def _frozen(value: Any) -> Any:
    """A value as part of a form: hashable, and equal only where type and value are."""
    if isinstance(value, dict):
        return ("{", *((key, _frozen(one)) for key, one in value.items()))
    if isinstance(value, list | tuple):
        return ("[", *map(_frozen, value))
    return (type(value), value)


class _Uses(Visitor):
    """Where each variable is used: the names of arguments and of fields of filters."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, set[str]] = {}

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        self._use(node)

    def enter_object_field(self, node: ObjectFieldNode, *_: Any) -> None:
        self._use(node)

    def enter_list_value(self, node: ListValueNode, *_: Any) -> None:
        for value in node.values:
            if isinstance(value, VariableNode):
                self.names.setdefault(value.name.value, set()).add("ids")

    def _use(self, node: ArgumentNode | ObjectFieldNode) -> None:
        if isinstance(node.value, VariableNode):
            self.names.setdefault(node.value.name.value, set()).add(node.name.value)


def _variables(schema: GraphQLSchema, operation: Operation) -> tuple[_Variable, ...]:
    uses = _Uses()
    visit(operation.document, uses)
    found = []
    for definition in operation.node.variable_definitions or ():
        name = definition.variable.name.value
        type_ = type_from_ast(schema, definition.type)
        assert type_ is not None
        names = uses.names.get(name, set())
        inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
        form = ""
        if names == {"text"}:
            form = "search"
        elif isinstance(inner, GraphQLInputObjectType) and names == {"filter"}:
            form = "filter"
        elif not names & _LOOKED_INTO and getattr(inner, "name", "") in _TEXTS:
            form = "id" if getattr(inner, "name", "") == "ID" else "text"
        found.append(_Variable(name, type_, form))  # type: ignore[arg-type]
    return tuple(found)
