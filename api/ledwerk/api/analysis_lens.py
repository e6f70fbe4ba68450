"""Through what analyses see the graph, and of whom: arguments, and what they mean."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from strawberry.types.arguments import StrawberryArgument

from ledwerk.api import conditions
from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import Asked, Request
from ledwerk.api.registry import Types
from ledwerk.api.told import Ref
from ledwerk.api.types import timing
from ledwerk.api.words import PARTY
from ledwerk.graph import plan as p
from ledwerk.graph.lens import TIES, Lens, Mode, Weight
from ledwerk.schema.errors import InvalidQuestion

Json = dict[str, Any]
Answer = Callable[[Desk, Asked, Request], Awaitable[Any]]


def lens_arguments(types: Types) -> list[StrawberryArgument]:
    """Through what the graph is seen."""
    return [
        types.argument(
            "through", "list[Through] | None", "What makes a tie; all but boards if left out."
        ),
        *timing(types),
        types.argument("during", "During | None", "The same for from one date to another."),
        types.argument("programme", "ID | None", "Only this programme and what is part of it."),
        types.argument("helixes", "list[Helix] | None", "Only parties of these."),
        types.argument(
            "weight", "TieWeight | None", "What a tie's strength is; COUNT if left out."
        ),
    ]


def lens_of(arguments: Mapping[str, Any], mode: Mode = Mode.PARTIES) -> Lens:
    """Through what the graph is seen. Raises InvalidQuestion for dates that are none."""
    as_of, during = conditions.as_of(arguments), arguments.get("during")
    if as_of is not None and during is not None:
        raise InvalidQuestion("give asOf or during, not both")
    through = arguments.get("through")
    if through is not None and not through:
        raise InvalidQuestion("through is empty; name what makes a tie, or leave it out")
    return Lens(
        as_of=as_of,
        through=_THROUGH[mode]
        if through is None
        else tuple(sorted(word.capitalize() for word in through)),
        during=during
        and tuple(
            conditions.date(f"during: {end}", during.get(end) or "") for end in ("start", "end")
        ),
        programme=arguments.get("programme"),
        helixes=tuple(sorted(word.lower() for word in arguments.get("helixes") or ())),
        weight=Weight((arguments.get("weight") or "COUNT").lower()),
    )


_THROUGH = {Mode.PARTIES: TIES, Mode.PROJECTS: TIES, Mode.PEOPLE: ("Board",)}


async def parties_meeting(desk: Desk, given: dict[str, Any]) -> list[str]:
    """The ids of the parties that meet a filter."""
    where = conditions.condition(desk.model, PARTY, given)
    shape = p.Shape((((), (p.Leaf("id", "id"),)),))
    plan = p.Find(p.OfKinds(desk.model.parties), p.ListOf(shape, _EVERYTHING), where)
    return [row["id"] for row in await desk.store.answer(plan)]


_EVERYTHING = 1_000_000


def number(asked: Asked, name: str, default: int, most: int) -> int:
    """A number given, or the default. Raises InvalidQuestion outside 1 to the most."""
    given = asked.arguments.get(name)
    found = default if given is None else int(given)
    if not 0 < found <= most:
        raise InvalidQuestion(f"{name} is 1 to {most:,}, not {found}")
    return found


def refs(ids: Iterable[str]) -> list[Ref]:
    """Nodes, by their ids."""
    return [Ref(ident) for ident in ids]
