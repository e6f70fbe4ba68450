"""The root fields about gaps, money, ends, predictions and what could be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from strawberry.types.field import StrawberryField

from ledwerk.api.analysis_lens import (
    Answer,
    Json,
    lens_arguments,
    lens_of,
    number,
    parties_meeting,
    refs,
)
from ledwerk.api.answering import Desk
from ledwerk.api.fields_asked import Asked, Request
from ledwerk.api.registry import Types
from ledwerk.api.told import Ref, paged
from ledwerk.api.types import paging

_MOST = 200


def gap_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations."""
    seen, pages = lens_arguments(types), paging(types)
    listed = [*seen, *pages]
    first = types.argument("first", "int | None", "How many at most; 20 if left out.")
    yield types.field(
        "whatIf", "WhatIf", "What would change, if; nothing is stored.", [*_changing(types), *seen]
    )
    ends = [
        types.argument("from", "PartyFilter", "Whose gaps."),
        types.argument("to", "PartyFilter", "To whom."),
    ]
    yield types.field(
        "newTies",
        "list[NewTie]",
        "The single new ties that would help most.",
        [*ends, first, *seen],
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
            "opened": refs(one.gaps.opened),
            "closed": refs(one.gaps.closed),
        },
        "cutOff": refs(one.cut_off),
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


async def _new_ties(desk: Desk, asked: Asked, _request: Request) -> list[Json]:
    from ledwerk.graph.analysis import questions_gaps as questions

    sides = [tuple(await parties_meeting(desk, asked.arguments[side])) for side in ("from", "to")]
    found = await desk.analyst.ask(
        questions.new_ties,
        lens=lens_of(asked.arguments),
        sources=sides[0],
        targets=sides[1],
        first=number(asked, "first", 20, _MOST),
    )
    return [
        {
            "party": Ref(one.party),
            "target": Ref(one.target),
            "distance": one.distance,
            "closes": refs(one.closes),
            "brings": refs(one.brings),
        }
        for one in found.value
    ]


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
            more["at_least"] = number(asked, "atLeast", 3, 1_000_000)
        found = await desk.analyst.ask(
            getattr(questions, question), lens=lens_of(asked.arguments), **more
        )
        rows = [
            (
                one.party,
                {
                    "node": Ref(one.party),
                    "has": refs(dict.fromkeys(has(one))),
                    "through": refs(one.through),
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
        (one.party, {"node": Ref(one.party), "count": one.count, "cutOff": refs(one.cut_off)})
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


GAP_ANSWERS: tuple[tuple[str, Answer], ...] = (
    ("whatIf", _what_if),
    ("newTies", _new_ties),
    ("missingHelixes", _missing_helixes),
    ("partnersWithoutSeat", _seat_gaps("unseated_partners", lambda one: one.activities)),
    ("seatsWithoutPartners", _seat_gaps("seat_only", lambda one: one.boards)),
    (
        "payersWithoutSeat",
        _seat_gaps("unseated_payers", lambda one: [paid.receiver for paid in one.payments]),
    ),
    ("singlePoints", _single_points),
    ("separations", _separations),
)
