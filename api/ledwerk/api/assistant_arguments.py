"""What each tool of the assistant is asked with: told to it as JSON Schema, and checked."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ledwerk.api.cited_answers import MOST

Limit = Annotated[int, Field(ge=1, le=MOST, description=f"How many at most, 1 to {MOST}.")]
_NAME = "A name or alias, however it is written, or an id such as organisation:dsm."
Name = Annotated[str, Field(min_length=1, max_length=400, description=_NAME)]
_PARTIES = (
    "Which parties: sme; a helix (government, industry, knowledge, civil, hybrid); or a kind "
    "(company, university, campus, municipality, …)."
)
Parties = Annotated[str, Field(min_length=1, max_length=100, description=_PARTIES)]


class Arguments(BaseModel):
    """What every tool is given: nothing beyond what it knows."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class WhoWorksWith(Arguments):
    """Whose partners, and how many of them."""

    name: Name
    limit: Limit = 10


class FindGaps(Arguments):
    """Whose gaps, and to whom."""

    from_: Parties = Field("sme", alias="from")
    to: Parties = "campus"
    limit: Limit = 20


class Introduce(Arguments):
    """Who is to meet whom."""

    who: Name
    to_whom: Name


class Search(Arguments):
    """What to look for."""

    text: Annotated[str, Field(min_length=1, max_length=400, description="Words to look for.")]
    limit: Limit = 10


class Get(Arguments):
    """Which one, by name or by id."""

    name: Name | None = None
    id: Annotated[str | None, Field(max_length=400, description="Its id; instead of a name.")] = (
        None
    )


class Graphql(Arguments):
    """A question, and the values of its variables."""

    query: Annotated[str, Field(max_length=100_000, description="One question in GraphQL.")]
    variables: dict[str, Any] = Field({}, description="The values of its variables.")


def in_words(error: ValidationError) -> str:
    """What is wrong with given arguments, without repeating them."""
    return "; ".join(
        f"{'.'.join(map(str, one['loc']))}: {one['msg'][:1].lower()}{one['msg'][1:]}"
        for one in error.errors(include_url=False, include_input=False)
    )
