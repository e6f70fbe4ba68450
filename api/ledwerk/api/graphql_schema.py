"""The GraphQL schema over a store, and its text."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Callable, Iterable
from dataclasses import replace
from typing import Any

import strawberry
from graphql import (
    GraphQLError,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLResolveInfo,
    GraphQLSchema,
    is_introspection_type,
    print_schema,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.schema import StreamResult
from strawberry.types import ExecutionContext
from strawberry.types.execution import PreExecutionError
from strawberry.types.graphql import OperationType

from ledwerk.api.agreement_fields import agreement_changes, agreement_query, bind_agreements
from ledwerk.api.agreements import Agreements
from ledwerk.api.analysed import analysis_fields
from ledwerk.api.analysis_types import add_analysis_types
from ledwerk.api.analysis_types_gaps import add_gap_types
from ledwerk.api.analyst import Analyst
from ledwerk.api.answering import Desk
from ledwerk.api.changing import mutation_fields
from ledwerk.api.decision_types import decision_changes, decision_fields
from ledwerk.api.decisions import bind_decisions
from ledwerk.api.fields_asked import TYPENAME
from ledwerk.api.following import Watch
from ledwerk.api.history_fields import bind_history
from ledwerk.api.history_types import add_history_types, history_mutations, history_queries
from ledwerk.api.match_fields import bind_matches
from ledwerk.api.match_types import match_changes, match_fields
from ledwerk.api.mutation import bind_mutation
from ledwerk.api.query import bind, query_fields
from ledwerk.api.registry import Types
from ledwerk.api.relations_told import bind_relations, relation_fields
from ledwerk.api.seen_desks import Looking, looking
from ledwerk.api.seen_fields import SCALARS, add_seen_types, with_sight
from ledwerk.api.subscription import bind_subscription, subscription_fields
from ledwerk.api.types import build
from ledwerk.api.workshop_answers import bind_workshop
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_types import (
    add_workshop_types,
    workshop_mutations,
    workshop_queries,
    workshop_subscriptions,
)
from ledwerk.graph.projection import Projections
from ledwerk.graph.seen import Seen
from ledwerk.graph.sqlite_journal import Journal, journal_beside
from ledwerk.graph.store import Store
from ledwerk.schema.errors import LedwerkError
from ledwerk.schema.kinds import Model

Info = GraphQLResolveInfo[Any]
_LOG = logging.getLogger("ledwerk")


Guard = Callable[[str, Any, str | None, Any], list[GraphQLError]]


class QuietSchema(strawberry.Schema):
    """Logs only what is our fault, and tells strangers no more than that it went wrong.

    `guard`, where a service sets one, says why an operation over a WebSocket is not started.
    """

    guard: Guard | None = None

    async def stream(
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        root_value: Any | None = None,
        operation_name: str | None = None,
        operation_extensions: dict[str, Any] | None = None,
        allowed_operation_types: Iterable[OperationType] | None = None,
    ) -> StreamResult:
        """The results of an operation, once the guard lets it pass."""
        if self.guard is not None:
            errors = self.guard(query or "", variable_values, operation_name, context_value)
            if errors:
                return _refused(errors)
        return await super().stream(
            query,
            variable_values,
            context_value,
            root_value,
            operation_name,
            operation_extensions,
            allowed_operation_types,
        )

    def process_errors(
        self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None
    ) -> None:
        """Errors on purpose pass; others are logged and masked."""
        del execution_context
        for error in errors:
            cause = error.original_error
            if cause is None or isinstance(cause, GraphQLError | LedwerkError):
                continue
            _LOG.error("a question failed: %s", error.message, exc_info=cause)
            error.message = "something went wrong here; the log says what"


async def _refused(errors: list[GraphQLError]) -> AsyncGenerator[Any, None]:
    yield PreExecutionError(data=None, errors=errors)


def make_schema(
    model: Model,
    store: Store | None = None,
    analyst: Analyst | None = None,
    journal: Callable[[], Journal] | None = None,
    workshop: Workshop | None = None,
    seen: Callable[[Desk], Looking] | None = None,
) -> QuietSchema:
    """The schema; without a store it can be printed but not asked.

    Without an analyst of the caller's, analyses are reckoned in this process; without a journal,
    the one beside the store is opened when it is first asked for; `seen` opens desks for the store
    as it is seen in other ways.
    """
    types = _declared(model)
    nodes = [types.known[kind.name] for kind in model.nodes]
    schema = QuietSchema(
        query=types.known["Query"],
        mutation=types.known["Mutation"],
        subscription=types.known["Subscription"],
        types=nodes,
        config=StrawberryConfig(scalar_map=SCALARS),
    )
    _by_response_keys(schema)
    if store is not None:
        analyst = analyst or Analyst(store)
        desk = Desk(model, store, Projections(store), analyst)
        looks = seen(desk) if seen else looking(desk, Seen(store), Analyst(store))
        desk = replace(desk, look=looks)
        journal = journal or journal_beside(store.address)
        kept = Agreements(store, analyst, journal)
        _bind_all(schema._schema, desk, kept)  # noqa: SLF001
        bind_workshop(schema._schema, workshop or Workshop(store, journal))  # noqa: SLF001
    return schema


def _by_response_keys(schema: QuietSchema) -> None:
    """Rows come finished from the store: a field is a look-up by its response key."""
    for type_ in schema._schema.type_map.values():  # noqa: SLF001 - no public way to it
        if isinstance(type_, GraphQLInterfaceType):
            type_.resolve_type = _kind_of
        elif isinstance(type_, GraphQLObjectType) and not is_introspection_type(type_):
            type_.is_type_of = None
            for field in type_.fields.values():
                field.resolve = _by_key


def _declared(model: Model) -> Types:
    """Every type, the roots included."""
    types = build(model)
    add_analysis_types(types)
    add_gap_types(types)
    add_seen_types(types)
    add_history_types(types)
    asked = with_sight(
        types,
        [
            *query_fields(types),
            *analysis_fields(types),
            *history_queries(types),
            *relation_fields(types),
        ],
    )
    asked += agreement_query(types)
    changed = [*mutation_fields(types), *history_mutations(types), *agreement_changes(types)]
    asked += decision_fields(types)
    changed += decision_changes(types)
    asked += match_fields(types)
    changed += match_changes(types)
    add_workshop_types(types)
    asked += workshop_queries(types)
    changed += workshop_mutations(types)
    followed = [*subscription_fields(types), *workshop_subscriptions(types)]
    types.make("Query", "What can be asked.", asked)
    types.make("Mutation", "What can be changed, by editors; participants propose.", changed)
    types.make("Subscription", "What one can follow.", followed)
    return types


def _bind_all(inner: GraphQLSchema, desk: Desk, kept: Agreements) -> None:
    """Give every root field its resolver."""
    assert inner.query_type
    assert inner.mutation_type
    assert inner.subscription_type
    bind(inner.query_type, desk)
    bind_mutation(inner.mutation_type, desk)
    bind_history(inner.query_type, inner.mutation_type, desk)
    bind_agreements(inner.query_type, inner.mutation_type, desk, kept)
    bind_decisions(inner.query_type, inner.mutation_type, desk)
    bind_relations(inner.query_type, desk)
    bind_matches(inner.query_type, inner.mutation_type, desk)
    bind_subscription(inner.subscription_type, Watch(desk.store))


def schema_text(model: Model) -> str:
    """The schema as the committed file has it."""
    return print_schema(make_schema(model)._schema) + "\n"  # noqa: SLF001


def _by_key(row: dict[str, Any], info: Info, **_arguments: object) -> Any:
    return row[str(info.path.key)]


def _kind_of(row: dict[str, Any], _info: Info, _type: object) -> str:
    return str(row[TYPENAME])


if __name__ == "__main__":
    import sys

    from ledwerk.schema.model import MODEL

    sys.stdout.write(schema_text(MODEL))
