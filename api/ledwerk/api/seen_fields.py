"""`knownAt` and `trust` on every root field that is about the graph: declared, and obeyed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.field import StrawberryField

from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import Asked, Request
from ledwerk.api.registry import Types
from ledwerk.api.seen_desks import sight_of

ARGUMENTS = ("knownAt", "trust")

Resolver = Callable[[Desk, Request, Asked], Awaitable[Any]]

_ABOUT_MOMENT = (
    "A moment, such as 2026-10-01T14:30:00Z. Without an offset it is UTC; a date alone is the end "
    "of that day, or its beginning where something begins there."
)


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise GraphQLError("write a moment as a text, such as 2026-10-01T14:30:00Z")
    return given


DateTime = NewType("DateTime", str)
SCALARS: dict[Any, Any] = {
    DateTime: strawberry.scalar(
        name="DateTime", description=_ABOUT_MOMENT, serialize=str, parse_value=_text
    )
}


def add_seen_types(types: Types) -> None:
    """Make the types of the arguments known."""
    types.known["DateTime"] = DateTime
    types.make_input(
        "TrustInput",
        "Whose statements count, as if there were no others; all where a field is left out.",
        (
            types.field("datasets", "list[str] | None", "Only what these datasets say."),
            types.field("sources", "list[ID] | None", "Only what cites these sources."),
            types.field("bases", "list[Basis] | None", "Only what is known in these ways."),
            types.field(
                "unreviewed", "bool | None",
                "Whether what a program read and nobody accepted counts; yes if left out.",
            ),
        ),
    )  # fmt: skip


def with_sight(types: Types, fields: Iterable[StrawberryField]) -> list[StrawberryField]:
    """Root fields that also take a moment and a trust."""
    known_at = types.argument("knownAt", "DateTime | None", "As the store stood at this moment.")
    trust = types.argument("trust", "TrustInput | None", "Believing only some of what it holds.")
    found = list(fields)
    for one in found:
        one.arguments = [*one.arguments, known_at, trust]
    return found


def as_seen(resolver: Resolver) -> Resolver:
    """A resolver that asks the store as it is seen, where a field says how."""

    async def resolve(desk: Desk, request: Request, asked: Asked) -> Any:
        async with seen_desk(desk, asked.arguments) as seen:
            return await resolver(seen, request, asked)

    return resolve


def is_seen(arguments: Mapping[str, Any]) -> bool:
    """Whether a field asks for another sight than the store of now."""
    return any(arguments.get(name) is not None for name in ARGUMENTS)


def seen_desk(desk: Desk, arguments: Mapping[str, Any]) -> AbstractAsyncContextManager[Desk]:
    """What a field is asked of that has these arguments."""
    if not is_seen(arguments) or desk.look is None:
        return nullcontext(desk)
    return desk.look(sight_of(arguments))
