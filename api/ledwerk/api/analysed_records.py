"""The root fields about money, ends, programmes, predictions and what is not recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields as dataclass_fields
from datetime import UTC, datetime

from strawberry.types.field import StrawberryField

from ledwerk.api import conditions
from ledwerk.api.analysis_lens import Answer, Json, lens_arguments, lens_of, number, refs
from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import Asked, Request
from ledwerk.api.registry import Types
from ledwerk.api.told import Ref
from ledwerk.graph.lens import Lens
from ledwerk.schema.names import camel

_MOST = 200
_MOST_DAYS = 36_500


def record_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations."""
    seen = lens_arguments(types)
    first = types.argument("first", "int | None", "How many at most; 20 if left out.")
    which = types.argument("id", "ID", "The programme's id.")
    yield types.field(
        "beforeAfter", "BeforeAfter", "The network before and after a programme.", [which]
    )
    yield types.field(
        "ending", "list[Ending]", "What ends soon.",
        [
            types.argument("since", "str | None", "From this day on; today if left out."),
            types.argument("days", "int | None", "Within so many days; 365 if left out."),
        ],
    )  # fmt: skip
    told_by = types.argument("by", "MoneyBy | None", "By what; in all if left out.")
    yield types.field("money", "list[MoneyRow]", "What money adds up to.", [told_by])
    yield types.field(
        "predictedTies", "list[PredictedTie]", "Ties that may come; no facts.", [first, *seen]
    )
    yield types.field("unknowns", "Unknowns", "What is not recorded.")


async def _before_after(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    found = await desk.analyst.ask(
        questions.beside_programme, lens=Lens(), programme=asked.arguments["id"]
    )
    one = found.value
    told_ = {name: getattr(one, name) for name in ("partners", "others", "undated")}
    effects = [
        {
            **{name: getattr(effect, name) for name in ("measure", "phase", "beside")},
            "estimate": {name: getattr(effect.estimate, name) for name in ("value", "low", "high")},
        }
        for effect in one.effects
    ]
    phases = [
        {camel(field.name): getattr(phase, field.name) for field in dataclass_fields(phase)}
        for phase in one.phases
    ]
    return {**told_, "phases": phases, "effects": effects, "revision": found.revision}


async def _ending(desk: Desk, asked: Asked, _request: Request) -> list[Json]:
    from ledwerk.graph.analysis import questions_gaps as questions

    since = asked.arguments.get("since") or datetime.now(UTC).date().isoformat()
    since = conditions.date("since", since)
    days = number(asked, "days", 365, _MOST_DAYS)
    found = await desk.analyst.ask(questions.ending, since=since, days=days)
    return [
        {
            "node": Ref(one.id),
            "last": one.last,
            "days": one.days,
            "who": refs(one.who),
            "onlyTies": one.only_ties,
        }
        for one in found.value.ending
    ]


async def _money(desk: Desk, asked: Asked, _request: Request) -> list[Json]:
    from ledwerk.graph.analysis import questions_gaps as questions

    by = str(asked.arguments.get("by") or "ALL").lower()
    found = await desk.analyst.ask(questions.money, by=by)
    nodes = by in {"programme", "payer"}
    rows = []
    for one in found.value:
        about = {
            "label": one.label,
            "node": Ref(one.label) if nodes and one.label else None,
            "what": one.what,
            "unknown": one.unknown,
        }
        rows += [
            {
                **about,
                "amount": total.amount,
                "currency": total.currency,
                "per": total.per,
                "sums": total.sums,
            }
            for total in one.totals
        ]
        if not one.totals:
            rows.append({**about, "amount": None, "currency": "", "per": "", "sums": 0})
    return rows


async def _predicted(desk: Desk, asked: Asked, _request: Request) -> list[Json]:
    from ledwerk.graph.analysis import questions_gaps as questions

    first = number(asked, "first", 20, _MOST)
    lens = lens_of(asked.arguments)
    found = await desk.analyst.ask(questions.predicted, lens=lens, first=first)
    return [
        {
            "one": Ref(one.one),
            "two": Ref(one.two),
            "score": one.score,
            "shared": one.shared,
            "through": refs(one.through),
        }
        for one in found.value
    ]


async def _unknowns(desk: Desk, _asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    found = await desk.analyst.ask(questions.unknown)
    one = found.value
    return {
        "parties": one.parties,
        "neverAsked": refs(one.never_asked[:_MOST]),
        "helixUnknown": refs(one.helix_unknown[:_MOST]),
        "smeUnknown": len(one.sme_unknown),
        "undated": refs(one.undated[:_MOST]),
        "deserted": refs(one.deserted[:_MOST]),
        "undatedParticipations": one.undated_participations,
        "revision": found.revision,
    }


RECORD_ANSWERS: tuple[tuple[str, Answer], ...] = (
    ("beforeAfter", _before_after),
    ("ending", _ending),
    ("money", _money),
    ("predictedTies", _predicted),
    ("unknowns", _unknowns),
)
