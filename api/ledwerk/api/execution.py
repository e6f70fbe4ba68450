"""One GraphQL request from its text to its response: checked, weighed, answered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, execute, get_variable_values

from ledwerk.api.compiled import Compiled
from ledwerk.api.documents import Documents, Operation, Refused
from ledwerk.api.errors import as_graphql, coded
from ledwerk.api.limits import Costing, Limits
from ledwerk.schema.errors import InvalidQuestion, LedwerkError, QuestionTooExpensive

_LOG = logging.getLogger("ledwerk")
_MASKED = "something went wrong here; the log says what"
_CHANGING_SECONDS = 90.0  # a store goes on trying for a minute
_LATE = "the question took more than {:g} seconds and was stopped; ask for less"
_LATE_CHANGE = (
    "the change took more than {:g} seconds; whether it was made in the end, `changes` tells"
)
_MOST_VALUES = 5_000
_DEEPEST_VALUE = 25
_MOST_COERCION_ERRORS = 10


@dataclass(frozen=True, slots=True)
class Response:
    """A response in JSON. `executed` is false where nothing was run: a request error."""

    body: bytes
    executed: bool


class Execution:
    """Executes operations of one schema, within limits."""

    def __init__(
        self, schema: GraphQLSchema, compiled: Compiled, limits: Limits, *, introspection: bool
    ) -> None:
        self._schema = schema
        self._compiled = compiled
        self._limits = limits
        self._suggesting = introspection
        self._documents = Documents(schema, limits, introspection=introspection)

    def operation(self, text: str, name: str | None) -> Operation:
        """See `Documents.operation`."""
        return self._documents.operation(text, name)

    def check(self, operation: Operation, variables: Mapping[str, Any]) -> None:
        """Raises Refused where an operation may not be run with these variables."""
        self._weigh(operation, self._coerced(operation, variables))

    async def answer(
        self, operation: Operation, variables: Mapping[str, Any], context: Any
    ) -> Response:
        """The response to an operation. Never raises for what a client can send."""
        try:
            coerced = self._coerced(operation, variables)
            async with asyncio.timeout(self._seconds(operation)):
                found = await self._compiled.answer(operation, coerced, self._weigh)
                if found is not None:
                    return Response(found, executed=True)
                return await self._executed(operation, variables, context)
        except Refused as refused:
            return refusal(refused.errors)
        except TimeoutError:
            said = (_LATE_CHANGE if _changes(operation) else _LATE).format(self._seconds(operation))
            late = as_graphql(QuestionTooExpensive(said)).formatted
            return Response(_encoded({"data": None, "errors": [late]}), True)

    def _seconds(self, operation: Operation) -> float:
        """A change is not broken off where it may have been made already; the store gives up."""
        if _changes(operation):
            return max(self._limits.seconds, _CHANGING_SECONDS)
        return self._limits.seconds

    def _coerced(self, operation: Operation, variables: Mapping[str, Any]) -> dict[str, Any]:
        definitions = operation.node.variable_definitions
        if not definitions:
            return {}
        if variables.keys() == operation.texts:
            given = dict(variables)
            if all(type(value) is str for value in given.values()):
                return given  # nothing to coerce
        try:
            _check_size(variables)
            found = get_variable_values(
                self._schema,
                definitions,
                dict(variables),
                max_errors=_MOST_COERCION_ERRORS,
                hide_suggestions=not self._suggesting,
            )
        except QuestionTooExpensive as error:
            raise Refused([as_graphql(error)]) from error
        if isinstance(found, list):
            raise Refused([coded(error, "BAD_USER_INPUT") for error in found])
        return found.coerced

    def _weigh(self, operation: Operation, coerced: Mapping[str, Any]) -> None:
        costing = Costing(self._schema, operation.fragments, coerced, self._limits.page)
        try:
            cost = costing.of(operation.node)
        except QuestionTooExpensive as error:
            raise Refused([as_graphql(error)]) from error
        if cost > self._limits.cost:
            dear = QuestionTooExpensive(
                f"the question may cost {cost:,} (about that many objects), at most "
                f"{self._limits.cost:,} is allowed; ask for smaller pages"
            )
            raise Refused([as_graphql(dear)])

    async def _executed(
        self, operation: Operation, variables: Mapping[str, Any], context: Any
    ) -> Response:
        made = execute(
            self._schema,
            operation.document,
            context_value=context,
            variable_values=dict(variables),
            operation_name=operation.name,
        )
        result: ExecutionResult = made if isinstance(made, ExecutionResult) else await made
        answer: dict[str, Any] = {"data": result.data}
        if result.errors:
            answer["errors"] = [_told(error).formatted for error in result.errors]
        return Response(_encoded(answer), executed=True)


def _changes(operation: Operation) -> bool:
    return operation.kind == "mutation"


def refusal(errors: tuple[GraphQLError, ...]) -> Response:
    """The response to a request that is not executed."""
    body = _encoded({"errors": [error.formatted for error in errors]})
    return Response(body, executed=False)


def _encoded(answer: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(answer)
    except orjson.JSONEncodeError:
        error = as_graphql(InvalidQuestion("the answer holds a text that is no Unicode"))
        return orjson.dumps({"errors": [error.formatted]})


def _told(error: GraphQLError) -> GraphQLError:
    """The error as a stranger may see it; what is our fault is logged and masked."""
    cause = error.original_error
    on_purpose = cause is None or isinstance(cause, GraphQLError | LedwerkError)
    if on_purpose and (error.extensions or {}).get("code"):
        return error
    _LOG.error("a question failed: %s", error.message, exc_info=cause)
    masked = GraphQLError(_MASKED, error.nodes, path=error.path)
    return coded(masked, "INTERNAL_SERVER_ERROR")


def _check_size(value: Any) -> None:
    """Raises QuestionTooExpensive where variables hold too much to be looked at."""
    count, level = 0, [value]
    for _ in range(_DEEPEST_VALUE):
        inner: list[Any] = []
        for one in level:
            if isinstance(one, Mapping):
                inner += one.values()
            elif isinstance(one, list):
                inner += one
        if not inner:
            return
        count += len(inner)
        if count > _MOST_VALUES:
            raise QuestionTooExpensive(f"the variables hold more than {_MOST_VALUES:,} values")
        level = inner
    raise QuestionTooExpensive(f"the variables nest more than {_DEEPEST_VALUE} deep")
