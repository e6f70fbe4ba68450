"""Errors as GraphQL shows them: one table from type to code."""

from __future__ import annotations

from graphql import GraphQLError

from ledwerk.api.access import NotAllowed
from ledwerk.schema import errors

CODES: tuple[tuple[type[errors.LedwerkError], str], ...] = (
    (errors.UnknownName, "NOT_FOUND"),
    (errors.AmbiguousName, "AMBIGUOUS_NAME"),
    (errors.InvalidQuestion, "BAD_USER_INPUT"),
    (errors.InvalidValue, "BAD_USER_INPUT"),
    (errors.QuestionTooExpensive, "TOO_EXPENSIVE"),
    (errors.StoreUnavailable, "STORE_UNAVAILABLE"),
    (errors.StoreError, "STORE_ERROR"),
    (errors.LedwerkError, "LEDWERK_ERROR"),
)


def as_graphql(error: errors.LedwerkError) -> GraphQLError:
    """The error in GraphQL's form, with its code and what a program may use of it."""
    code = next(word for type_, word in CODES if isinstance(error, type_))
    if isinstance(error, NotAllowed):
        code = "UNAUTHENTICATED" if error.status == 401 else "FORBIDDEN"
    extensions: dict[str, object] = {"code": code}
    if isinstance(error, errors.UnknownName):
        extensions["nearest"] = list(error.nearest)
    if isinstance(error, errors.AmbiguousName):
        extensions["matches"] = list(error.matches)
    return GraphQLError(str(error), extensions=extensions)


def coded(error: GraphQLError, code: str) -> GraphQLError:
    """An error of graphql-core with a code of ours."""
    error.extensions = {**(error.extensions or {}), "code": code}
    return error
