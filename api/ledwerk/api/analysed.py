"""The root fields that are reckoned over the whole graph: what they ask and how it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from importlib import import_module
from typing import Any

from strawberry.types.field import StrawberryField

from ledwerk.api.analysed_gaps import GAP_ANSWERS, gap_fields
from ledwerk.api.analysed_records import RECORD_ANSWERS, record_fields
from ledwerk.api.analysis_lens import Answer, Json, lens_arguments, lens_of, parties_meeting
from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import Asked, Request
from ledwerk.api.registry import Types
from ledwerk.api.selection import Compiler
from ledwerk.api.told import Ref, paged, told
from ledwerk.api.types import paging
from ledwerk.graph.lens import Mode
from ledwerk.schema.errors import InvalidQuestion


def analysis_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations."""
    seen = lens_arguments(types)
    pages = paging(types)
    measured = [
        types.argument("measure", "CentralityMeasure", "What is counted."),
        *seen,
        types.argument("weighted", "bool | None", "Look at how strong ties are, too."),
        types.argument("samples", "int | None", "Look from so many nodes only, and say the error."),
        *pages,
    ]
    for (name, _), (type_, about) in zip(CENTRALITIES, _CENTRAL, strict=True):
        yield types.field(name, f"{type_}Connection", f"{about} by how central they are.", measured)
    ends = [
        types.argument("from", "PartyFilter", "Whose gaps."),
        types.argument("to", "PartyFilter", "To whom."),
    ]
    yield types.field(
        "introductions", "IntroductionConnection",
        "The fewest introductions that bring the ones within one step of the others.",
        [*ends, *seen, *pages],
    )  # fmt: skip
    yield types.field(
        "brokers", "BrokerConnection", "Who stands between others: Burt, Gould and Fernandez.",
        [*seen, *pages],
    )  # fmt: skip
    by = types.argument("by", "TripleHelixBy | None", "Of what; of everything if left out.")
    yield types.field(
        "tripleHelix", "TripleHelixConnection", "How the three helices are mixed.",
        [by, *seen, *pages],
    )  # fmt: skip
    yield types.field(
        "timeline", "list[TimelineYear]", "The network year by year, who came and who left.", seen
    )
    yield from gap_fields(types)
    yield from record_fields(types)


_CENTRAL = (
    ("Centrality", "Parties"),
    ("PeopleCentrality", "People"),
    ("ProjectCentrality", "Projects and programmes"),
)
CENTRALITIES = (
    ("centrality", Mode.PARTIES),
    ("peopleCentrality", Mode.PEOPLE),
    ("projectCentrality", Mode.PROJECTS),
)
_MOST_SAMPLES = 100_000


def _centrality(mode: Mode) -> Answer:
    async def answer(desk: Desk, asked: Asked, request: Request) -> Json:
        from ledwerk.graph.analysis import questions

        samples = asked.arguments.get("samples")
        if samples is not None and not 0 < samples <= _MOST_SAMPLES:
            raise InvalidQuestion(f"samples is 1 to {_MOST_SAMPLES:,}, not {samples}")
        how = {
            "measure": asked.arguments["measure"].lower(),
            "lens": lens_of(asked.arguments, mode),
            "mode": mode,
            "weighted": bool(asked.arguments.get("weighted")),
            "samples": samples,
        }
        found = await desk.analyst.ask(questions.centrality, **how)
        intervals = {}
        if _asks(request, asked, {"rankLow", "rankHigh"}):
            intervals = (await desk.analyst.ask(questions.rank_intervals, **how)).value
        rows = [
            (node, {"node": Ref(node), "rank": rank, "value": value,
                    **dict(zip(_INTERVAL, intervals.get(node, (None, None)), strict=True))})
            for node, rank, value in found.value.rows
        ]  # fmt: skip
        about = {name: getattr(found.value, name) for name in ("exact", "samples", "error")}
        return {**paged(asked, rows), **about, "revision": found.revision}

    return answer


_INTERVAL = ("rankLow", "rankHigh")


def _asks(request: Request, asked: Asked, names: set[str]) -> bool:
    """Whether some field of the edges is asked for."""
    edges = [one for one in request.below([asked], asked.type_name) if one.name == "edges"]
    return any(one.name in names for edge in edges for one in request.below([edge], edge.type_name))


async def _introductions(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions

    sides = [tuple(await parties_meeting(desk, asked.arguments[side])) for side in ("from", "to")]
    found = await desk.analyst.ask(
        questions.introduced, lens=lens_of(asked.arguments), sources=sides[0], targets=sides[1]
    )
    told_ = found.value
    rows = [
        (
            one.introducer,
            {
                "introducer": Ref(one.introducer),
                "strength": one.strength,
                "closes": [
                    {
                        "from": Ref(closed.party),
                        "to": Ref(closed.target),
                        "metIn": [Ref(node) for node in closed.met_in],
                    }
                    for closed in one.closes
                ],
            },
        )
        for one in told_.edges
    ]
    whole = ("reached", "further", "unreachable", "bound", "exact")
    return {
        **paged(asked, rows),
        **{name: getattr(told_, name) for name in whole},
        "revision": found.revision,
    }


async def _brokers(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions

    found = await desk.analyst.ask(questions.brokers, lens=lens_of(asked.arguments))
    rows = [
        (
            one.node,
            {
                "node": Ref(one.node),
                **{role: getattr(one.roles, role) for role in _ROLES},
                "constraint": one.constraint,
                "effectiveSize": one.effective_size,
                "participation": one.participation,
            },
        )
        for one in found.value
    ]
    return {**paged(asked, rows), "revision": found.revision}


_ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total")


async def _triple_helix(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions

    by = str(asked.arguments.get("by") or "ALL").lower()
    lens = lens_of(asked.arguments)
    found = await desk.analyst.ask(questions.helices, lens=lens, by=by)
    rows = [(one.node or one.label, _helix_row(one)) for one in found.value]
    return {**paged(asked, rows), "revision": found.revision}


def _helix_row(one: Any) -> Json:
    value, low, high = one.synergy or (None, None, None)
    return {
        "label": one.label,
        "node": one.node and Ref(one.node),
        "parties": one.parties,
        **one.counts,
        "other": one.other,
        "eiIndex": one.ei_index,
        "assortativity": one.assortativity,
        "synergy": {"value": value, "low": low, "high": high},
    }


async def _timeline(desk: Desk, asked: Asked, _request: Request) -> list[Json]:
    from ledwerk.graph.analysis import questions

    found = await desk.analyst.ask(questions.timeline, lens=lens_of(asked.arguments))
    return [
        {
            "year": one.year,
            "parties": one.parties,
            "ties": one.ties,
            "came": [Ref(node) for node in one.came],
            "left": [Ref(node) for node in one.left],
            "stayed": one.stayed,
        }
        for one in found.value
    ]


ANSWERS: tuple[tuple[str, Answer], ...] = (
    *((name, _centrality(mode)) for name, mode in CENTRALITIES),
    ("introductions", _introductions),
    ("brokers", _brokers),
    ("tripleHelix", _triple_helix),
    ("timeline", _timeline),
    *GAP_ANSWERS,
    *RECORD_ANSWERS,
)


def _ready() -> None:
    """Import what analyses need, which is slow the first time; nobody else is to wait for it."""
    for name in ("questions", "questions_gaps"):
        import_module(f"ledwerk.graph.analysis.{name}")


def answering(answer: Answer) -> Callable[[Desk, Request, Asked], Awaitable[Any]]:
    """The resolver of a field that is told from plain values."""

    async def resolve(desk: Desk, request: Request, asked: Asked) -> Any:
        await asyncio.to_thread(_ready)
        return await told(
            desk, Compiler(desk.model, request), asked, await answer(desk, asked, request)
        )

    return resolve
