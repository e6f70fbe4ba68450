"""GraphQL over WebSocket (graphql-transport-ws): Strawberry's protocol under our rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graphql import GraphQLError
from starlette.websockets import WebSocket
from strawberry.exceptions import ConnectionRejectionError
from strawberry.fastapi import GraphQLRouter
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from ledwerk.api.access import Access, NotAllowed, Who
from ledwerk.api.documents import Refused
from ledwerk.api.errors import as_graphql
from ledwerk.api.execution import Execution
from ledwerk.api.graphql_schema import Guard, QuietSchema
from ledwerk.api.workshop_desk import Workshop
from ledwerk.api.workshop_passes import Guests
from ledwerk.schema.errors import LedwerkError

_MOST_AT_ONCE = 20  # operations on one connection


def sockets(
    schema: QuietSchema,
    execution: Execution,
    access: Access,
    origins: Sequence[str],
    workshop: Workshop,
) -> GraphQLRouter[Any, Any]:
    """The router whose WebSocket serves the schema.

    A token is sent with `connection_init` as `{"authorization": "Bearer …"}`, since browsers send
    no headers of ours with a WebSocket; a browser that is signed in sends its cookie. Pages of
    other origins are refused unless named. Whoever came in by a pass of a workshop is shown out
    when it ends.
    """
    guests = Guests()
    workshop.when_ended(guests.show_out)

    class Router(GraphQLRouter[Any, Any]):
        async def on_ws_connect(self, context: Any) -> Any:
            socket: WebSocket = context["request"]
            given = context.get("connection_params") or {}
            context["who"] = who = _who(access, given, dict(socket.scope["headers"]))
            if who.pass_id:
                guests.let_in(socket, who)
                workshop.watch()
            return await super().on_ws_connect(context)

    schema.guard = _guarding(execution, access)
    return Router(
        schema,
        subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
        max_subscriptions_per_connection=_MOST_AT_ONCE,
        allowed_origins=list(origins),
    )


def _guarding(execution: Execution, access: Access) -> Guard:
    def guard(text: str, variables: Any, name: str | None, context: Any) -> list[GraphQLError]:
        """Why an operation is not started; empty where it may be."""
        try:
            operation = execution.operation(text, name)
            access.check(context["who"], operation.kind, operation.root_fields)
            execution.check(operation, variables or {})
        except Refused as refused:
            return list(refused.errors)
        except LedwerkError as error:
            return [as_graphql(error)]
        return []

    return guard


def _who(access: Access, given: dict[str, Any], headers: dict[bytes, bytes]) -> Who:
    words = {str(key).lower(): value for key, value in given.items()}
    header = words.get("authorization")
    if header:
        headers = {**headers, b"authorization": str(header).encode("utf-8", "replace")}
    try:
        return access.asker(headers)
    except NotAllowed as error:
        raise ConnectionRejectionError from error
