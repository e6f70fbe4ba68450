"""The root fields that one can follow."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from typing import Any

from graphql import GraphQLObjectType
from strawberry.types.field import StrawberryField

from ledwerk.api.errors import as_graphql
from ledwerk.api.fields_asked import Info, Request
from ledwerk.api.following import Watch
from ledwerk.api.query import change_row
from ledwerk.api.registry import Types
from ledwerk.schema.errors import LedwerkError


def subscription_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations of what can be followed."""
    since = types.argument(
        "since",
        "int | None",
        "First everything that came after this revision: so that nothing is missed after a break.",
    )
    about = "Every change of the graph, whichever process of the service it was made through."
    yield types.field("graphChanged", "GraphChange", about, [since])


def bind_subscription(subscription: GraphQLObjectType, watch: Watch) -> None:
    """Give the root fields their sources."""

    async def follow(_root: object, info: Info, **_arguments: object) -> AsyncIterator[Any]:
        request = Request.of(info)
        asked = request.root(info)
        try:
            async for one in watch.changes(asked.arguments.get("since")):
                yield change_row(request, asked, one)
        except LedwerkError as error:
            raise as_graphql(error) from error

    field = subscription.fields["graphChanged"]
    field.subscribe = follow
    field.resolve = lambda change, _info, **_arguments: change
