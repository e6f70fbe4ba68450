"""What each filter lets through, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from tests.viz.villages import (
    ACTIVITIES,
    ALLEEN,
    BAKKER,
    BOND,
    BOUW,
    BRUG,
    DORP,
    GROEI,
    OVEN,
    PARTIES,
    PLAN,
    RAAD,
    SCHOOL,
    SMID,
    STAD,
    VELD,
    WEG,
    ZORG,
    ids,
    seen,
    ties,
)


def test_unfiltered_all_is_drawn_but_a_town_that_only_houses_others() -> None:
    view = seen()
    assert ids(view) == PARTIES | ACTIVITIES
    assert len(view.ties) == 12
    assert [mark.id for mark in view.marks if mark.loose] == [ALLEEN]
    assert [region.label for region in view.regions] == ["Without a drawn tie"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        # A group passes with a member, so that the tie through it can be seen.
        ({"helix": ("industry",)}, {BAKKER, SMID, BOND, BRUG, WEG, OVEN}),
        ({"helix": ("unknown",)}, {ALLEEN, BOND, OVEN}),
        ({"kind": ("Campus",)}, {VELD}),
        ({"kind": ("company",)}, {BAKKER, SMID, BOND, BRUG, WEG, OVEN}),
        ({"kind": ("Municipality", "university")}, {STAD, SCHOOL, BRUG, WEG}),
        ({"kind": ("Project",)}, PARTIES | {BRUG, WEG, OVEN}),
        ({"kind": ("company", "Programme")}, {BAKKER, SMID, BOND}),
        # Who takes part in what is active in the sector, with all that it takes part in.
        ({"sector": (BOUW,)}, {BAKKER, SCHOOL, STAD, BRUG, WEG}),
        ({"sector": (ZORG,)}, {RAAD, OVEN, GROEI}),
        # weg is part of groei, which is part of plan.
        ({"programme": (PLAN,)}, {RAAD, BAKKER, SCHOOL, PLAN, GROEI, WEG}),
        ({"municipality": (STAD,)}, {STAD, SCHOOL, BRUG, WEG}),
        ({"municipality": (DORP,)}, {DORP, BAKKER, BRUG, WEG}),
        ({"since": "2016"}, PARTIES | ACTIVITIES - {BRUG} - {STAD}),
        ({"until": "2015-06"}, PARTIES | ACTIVITIES - {WEG}),
        ({"strength": 2}, {BAKKER, SCHOOL, BRUG, WEG}),
        ({"strength": 3}, set()),
        ({"helix": ("industry",), "programme": (PLAN,)}, {BAKKER, PLAN, GROEI, WEG}),
        ({"helix": ("civil",)}, set()),
        ({"sector": ("sector:unknown",)}, set()),
    ],
)
def test_a_filter_lets_through(state: dict[str, Any], expected: set[str]) -> None:
    if state.get("since"):
        expected = expected - {STAD}
    assert ids(seen(**state)) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"helix": ("industry",)}, {(BAKKER, BRUG), (BAKKER, WEG), (SMID, BOND), (BOND, OVEN)}),
        (
            {"programme": (PLAN,)},
            {(BAKKER, WEG), (SCHOOL, WEG), (RAAD, GROEI), (WEG, GROEI), (GROEI, PLAN)},
        ),
        # The tenancy counts for nothing here: it is a tie of strength one.
        ({"strength": 2}, {(BAKKER, BRUG), (SCHOOL, BRUG), (BAKKER, WEG), (SCHOOL, WEG)}),
    ],
)
def test_ties_are_those_between_what_passes(
    state: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    assert ties(seen(**state)) == expected


def test_what_is_filtered_stays_where_it_stood() -> None:
    whole = {mark.id: (mark.x, mark.y) for mark in seen().marks}
    for mark in seen(helix=("industry",)).marks:
        assert (mark.x, mark.y) == whole[mark.id]


def test_nothing_that_passes_is_said_in_words() -> None:
    view = seen(helix=("civil",))
    assert view.notes == ("Nothing passes these filters. Take one away to see something again.",)


def test_the_selected_is_drawn_whatever_is_filtered() -> None:
    view = seen(helix=("industry",), selected=SCHOOL)
    assert SCHOOL in ids(view)
    assert (SCHOOL, BRUG) in ties(view)
    assert ids(seen(selected="organisation:nobody")) == PARTIES | ACTIVITIES


def test_the_legend_counts_what_is_drawn_and_says_what_filters_by_it() -> None:
    found = {(e.label, e.field, e.value, e.count) for e in seen().legend}
    assert found == {
        ("government", "helix", "government", 2),
        ("industry", "helix", "industry", 2),
        ("knowledge", "helix", "knowledge", 1),
        ("hybrid", "helix", "hybrid", 1),
        ("unknown", "helix", "unknown", 2),
        ("campus", "kind", "Campus", 1),
        ("group", "kind", "Group", 1),
        ("project", "kind", "Project", 3),
        ("programme", "kind", "Programme", 2),
        ("partner in", "", "", 8),
        ("part of programme", "", "", 2),
        ("member of", "", "", 1),
        ("tenant or owner of", "", "", 1),
    }


def test_the_state_is_given_back_as_it_is_written() -> None:
    assert seen(helix=("knowledge", "industry", "industry")).state.helix == (
        "industry",
        "knowledge",
    )
