"""The root fields about gaps, money, ends, predictions and what could be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from strawberry.types.field import StrawberryField

from ledwerk.api.analysis_lens import Answer, Json, lens_arguments, lens_of, parties_meeting
from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import Asked, Request
from ledwerk.api.registry import Types
from ledwerk.api.told import Ref, paged
from ledwerk.api.types import paging
from ledwerk.schema.errors import InvalidQuestion, InvalidValue
from ledwerk.schema.fields import DATE

_MOST = 200
_MOST_DAYS = 36_500


def gap_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations."""
    seen, pages = lens_arguments(types), paging(types)
    listed = [*seen, *pages]
    first = types.argument("first", "int | None", "How many at most; 20 if left out.")
    yield types.field(
        "whatIf", "WhatIf", "What would change, if; nothing is stored.", [*_changing(types), *seen]
    )
    yield types.field("missingHelixes", "HelixGapConnection", "Where a helix is missing.", listed)
    least = types.argument("atLeast", "int | None", "In so many projects; 3 if left out.")
    yield types.field(
        "partnersWithoutSeat", "SeatGapConnection", "Partners of many without a seat.",
        [least, *listed],
    )  # fmt: skip
    about = "Parties with a seat that take part in nothing."
    yield types.field("seatsWithoutPartners", "SeatGapConnection", about, listed)
    yield types.field("payersWithoutSeat", "SeatGapConnection", "Payers without a seat.", listed)
    yield types.field("singlePoints", "SinglePointConnection", "Who holds it together.", listed)
    by = types.argument("by", "SeparationBy | None", "Which groups; sectors if left out.")
    yield types.field("separations", "Separations", "Which groups keep apart.", [by, *seen])
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


def _changing(types: Types) -> list[Any]:
    return [
        types.argument(name, f"list[{type_}] | None", about)
        for name, type_, about in (
            ("removeParties", "ID", "Who leaves."),
            ("addParties", "PartyToBeInput", "Who comes."),
            ("addTies", "TieInput", "Ties that come, whatever they come by."),
            ("removeTies", "TieInput", "Ties that go."),
            ("join", "TakingInput", "Who takes part in what from now on."),
            ("leave", "TakingInput", "Who no longer does."),
            ("addSeats", "SeatingInput", "Who gets a seat."),
            ("removeSeats", "SeatingInput", "Who loses one."),
            ("addProjects", "ProjectToBeInput", "Projects that come."),
            ("removeProjects", "ID", "Projects and programmes that go."),
        )
    ] + [
        types.argument("from", "PartyFilter | None", "Whose gaps; small firms' if left out."),
        types.argument("to", "PartyFilter | None", "To whom; campuses if left out."),
    ]


async def _what_if(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    sides: dict[str, Any] = {}
    for word, side in (("from", "sources"), ("to", "targets")):
        given = asked.arguments.get(word)
        sides[side] = None if given is None else tuple(await parties_meeting(desk, given))
    found = await desk.analyst.ask(
        questions.what_if, lens=lens_of(asked.arguments), changes=_changes(asked), **sides
    )
    one = found.value
    return {
        "measures": [{"name": m.name, "before": m.before, "after": m.after} for m in one.measures],
        "gaps": {
            "before": one.gaps.before,
            "after": one.gaps.after,
            "opened": _refs(one.gaps.opened),
            "closed": _refs(one.gaps.closed),
        },
        "cutOff": _refs(one.cut_off),
        "moved": [{"party": Ref(m.party), "before": m.before, "after": m.after} for m in one.moved],
        "exact": one.exact,
        "revision": found.revision,
    }


def _changes(asked: Asked) -> Any:
    from ledwerk.graph.analysis.changes import Changes, NewActivity, NewParty

    def pairs(name: str, one: str, two: str) -> tuple[tuple[str, str], ...]:
        return tuple((pair[one], pair[two]) for pair in asked.arguments.get(name) or ())

    return Changes(
        remove_parties=tuple(asked.arguments.get("removeParties") or ()),
        add_parties=tuple(
            NewParty(one["id"], one["name"], (one.get("helix") or "").lower(), sme=one.get("sme"))
            for one in asked.arguments.get("addParties") or ()
        ),
        add_ties=pairs("addTies", "one", "two"),
        remove_ties=pairs("removeTies", "one", "two"),
        join=pairs("join", "party", "activity"),
        leave=pairs("leave", "party", "activity"),
        add_seats=pairs("addSeats", "party", "board"),
        remove_seats=pairs("removeSeats", "party", "board"),
        add_projects=tuple(
            NewActivity(one["id"], one["name"], tuple(one["partners"]))
            for one in asked.arguments.get("addProjects") or ()
        ),
        remove_projects=tuple(asked.arguments.get("removeProjects") or ()),
    )


async def _missing_helixes(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    found = await desk.analyst.ask(questions.helix_gaps, lens=lens_of(asked.arguments))
    rows = [
        (
            one.activity,
            {
                "node": Ref(one.activity),
                "partners": one.partners,
                "missing": [helix.upper() for helix in one.missing],
                "unsure": one.unsure,
            },
        )
        for one in found.value
    ]
    return {**paged(asked, rows), "revision": found.revision}


def _seat_gaps(question: str, has: Callable[[Any], Sequence[str]]) -> Answer:
    async def answer(desk: Desk, asked: Asked, _request: Request) -> Json:
        from ledwerk.graph.analysis import questions_gaps as questions

        more = {}
        if question == "unseated_partners":
            more["at_least"] = _number(asked, "atLeast", 3, 1_000_000)
        found = await desk.analyst.ask(
            getattr(questions, question), lens=lens_of(asked.arguments), **more
        )
        rows = [
            (
                one.party,
                {
                    "node": Ref(one.party),
                    "has": _refs(dict.fromkeys(has(one))),
                    "through": _refs(one.through),
                },
            )
            for one in found.value
        ]
        return {**paged(asked, rows), "revision": found.revision}

    return answer


async def _single_points(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    lens = lens_of(asked.arguments)
    found = await desk.analyst.ask(questions.cuts, lens=lens, first=_MOST)
    rows = [
        (one.party, {"node": Ref(one.party), "count": one.count, "cutOff": _refs(one.cut_off)})
        for one in found.value.cuts
    ]
    return {**paged(asked, rows), "totalCount": found.value.total, "revision": found.revision}


async def _separations(desk: Desk, asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    by = str(asked.arguments.get("by") or "SECTOR").lower()
    found = await desk.analyst.ask(questions.separations, lens=lens_of(asked.arguments), by=by)
    pairs = [
        {
            "one": Ref(one.one),
            "two": Ref(one.two),
            "observed": one.observed,
            "expected": one.expected,
            "p": one.p,
            "adjusted": one.adjusted,
        }
        for one in found.value.pairs[:_MOST]
    ]
    about = {"draws": found.value.draws, "least": found.value.least}
    return {"pairs": pairs, **about, "revision": found.revision}


async def _ending(desk: Desk, asked: Asked, _request: Request) -> list[Json]:
    from ledwerk.graph.analysis import questions_gaps as questions

    since = asked.arguments.get("since") or datetime.now(UTC).date().isoformat()
    try:
        since = str(DATE.read(since))
    except InvalidValue as error:
        raise InvalidQuestion(f"since: {error}") from error
    days = _number(asked, "days", 365, _MOST_DAYS)
    found = await desk.analyst.ask(questions.ending, since=since, days=days)
    return [
        {
            "node": Ref(one.id),
            "last": one.last,
            "days": one.days,
            "who": _refs(one.who),
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

    first = _number(asked, "first", 20, _MOST)
    lens = lens_of(asked.arguments)
    found = await desk.analyst.ask(questions.predicted, lens=lens, first=first)
    return [
        {
            "one": Ref(one.one),
            "two": Ref(one.two),
            "score": one.score,
            "shared": one.shared,
            "through": _refs(one.through),
        }
        for one in found.value
    ]


async def _unknowns(desk: Desk, _asked: Asked, _request: Request) -> Json:
    from ledwerk.graph.analysis import questions_gaps as questions

    found = await desk.analyst.ask(questions.unknown)
    one = found.value
    return {
        "parties": one.parties,
        "neverAsked": _refs(one.never_asked[:_MOST]),
        "helixUnknown": _refs(one.helix_unknown[:_MOST]),
        "smeUnknown": len(one.sme_unknown),
        "undated": _refs(one.undated[:_MOST]),
        "deserted": _refs(one.deserted[:_MOST]),
        "undatedParticipations": one.undated_participations,
        "revision": found.revision,
    }


def _number(asked: Asked, name: str, default: int, most: int) -> int:
    given = asked.arguments.get(name)
    found = default if given is None else int(given)
    if not 0 < found <= most:
        raise InvalidQuestion(f"{name} is 1 to {most:,}, not {found}")
    return found


def _refs(ids: Iterable[str]) -> list[Ref]:
    return [Ref(ident) for ident in ids]


GAP_ANSWERS: tuple[tuple[str, Answer], ...] = (
    ("whatIf", _what_if),
    ("missingHelixes", _missing_helixes),
    ("partnersWithoutSeat", _seat_gaps("unseated_partners", lambda one: one.activities)),
    ("seatsWithoutPartners", _seat_gaps("seat_only", lambda one: one.boards)),
    (
        "payersWithoutSeat",
        _seat_gaps("unseated_payers", lambda one: [paid.receiver for paid in one.payments]),
    ),
    ("singlePoints", _single_points),
    ("separations", _separations),
    ("ending", _ending),
    ("money", _money),
    ("predictedTies", _predicted),
    ("unknowns", _unknowns),
)
