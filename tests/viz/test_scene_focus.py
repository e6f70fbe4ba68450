"""Focus, path, gaps, size and colour, worked out by hand."""

from __future__ import annotations

import pytest
from tests.viz.villages import (
    ALLEEN,
    BAKKER,
    BOND,
    BOUW,
    BRUG,
    GROEI,
    NODES,
    OVEN,
    PLAN,
    RAAD,
    SCHOOL,
    SMID,
    STAD,
    STEPS,
    VELD,
    WEG,
    ZORG,
    ids,
    node,
    reckoning,
    seen,
    step,
    ties,
)

from ledwerk.graph.lens import Lens
from ledwerk.schema.errors import InvalidQuestion, UnknownName
from ledwerk.viz.scene_colour import OTHER, PALETTE, called
from ledwerk.viz.view import View


@pytest.mark.parametrize(
    ("focus", "steps", "expected"),
    [
        (BAKKER, 1, {BAKKER, SCHOOL, STAD, BRUG, WEG}),
        (BAKKER, 2, {BAKKER, SCHOOL, STAD, BRUG, WEG, VELD}),
        (VELD, 1, {VELD, SCHOOL}),
        (VELD, 2, {VELD, SCHOOL, BAKKER, STAD, BRUG, WEG}),
        (SMID, 1, {SMID, RAAD, OVEN, BOND}),
        (SMID, 2, {SMID, RAAD, OVEN, BOND, GROEI}),
        (BRUG, 1, {BRUG, BAKKER, SCHOOL, STAD}),
        (BRUG, 2, {BRUG, BAKKER, SCHOOL, STAD, WEG, VELD}),
        # Of a programme, those of its parts are one step away too.
        (PLAN, 1, {PLAN, GROEI, WEG, RAAD, BAKKER, SCHOOL}),
        (BOND, 1, {BOND, SMID, RAAD, OVEN}),
        (ALLEEN, 3, {ALLEEN}),
    ],
)
def test_what_is_near_a_focus(focus: str, steps: int, expected: set[str]) -> None:
    assert ids(seen(focus=focus, steps=steps)) == expected


def test_a_focus_is_of_what_passes_and_itself_always_does() -> None:
    assert ids(seen(focus=BAKKER, helix=("knowledge",))) == {BAKKER, SCHOOL, BRUG, WEG}


def test_a_focus_that_is_not_there_or_not_drawn_is_told() -> None:
    with pytest.raises(UnknownName, match="did you mean 'organisation:bakker'"):
        seen(focus="organisation:baker")
    with pytest.raises(InvalidQuestion, match="sector, which is not drawn"):
        seen(focus=BOUW)


def test_a_focus_too_large_shows_the_nearest_one_by_one() -> None:
    steps = [step("PARTNER_IN", f"organisation:n{at:03}", BRUG) for at in range(60)]
    crowd = [node(f"organisation:n{at:03}", "Organisation") for at in range(60)]
    of = reckoning((*NODES, *crowd), (*STEPS, *steps))
    view = seen(of=of, focus=BAKKER, most=40)
    singles = {mark.id for mark in view.marks if mark.kind != "Cluster"}
    # A quarter of the marks; the school is nearest, by a tie of two.
    assert {BAKKER, SCHOOL} <= singles
    assert len(singles) == 10
    assert sum(mark.members for mark in view.marks) == 62 + 1 - 10
    assert any("one by one" in note for note in view.notes)


# -- paths --------------------------------------------------------------------------------------


def lit(view: View) -> tuple[set[str], set[tuple[str, str]]]:
    return (
        {mark.id for mark in view.marks if mark.lit},
        {(tie.source, tie.target) for tie in view.ties if tie.lit},
    )


def test_a_path_lights_up_and_all_else_stays() -> None:
    view = seen(source=BAKKER, target=VELD)
    # Over brug and weg it is as far: the smaller id is taken.
    assert lit(view) == (
        {BAKKER, BRUG, SCHOOL, VELD}, {(BAKKER, BRUG), (SCHOOL, BRUG), (SCHOOL, VELD)},
    )  # fmt: skip
    assert len(view.marks) == len(seen().marks)


def test_a_path_is_drawn_also_where_filters_hide_it() -> None:
    view = seen(source=BAKKER, target=VELD, helix=("government",))
    assert lit(view)[0] == {BAKKER, BRUG, SCHOOL, VELD}
    assert lit(view)[1] <= ties(view)


def test_where_only_parties_are_drawn_a_path_goes_over_their_ties() -> None:
    view = seen(source=STAD, target=VELD, most=8, group="none")
    assert view.detail == "parties"
    assert lit(view) == ({STAD, SCHOOL, VELD}, {(STAD, SCHOOL), (VELD, SCHOOL)} & ties(view))
    assert len(lit(view)[1]) == 2


def test_no_path_is_said_in_words() -> None:
    view = seen(source=BAKKER, target=ALLEEN)
    assert lit(view) == (set(), set())
    assert view.notes == ("There is no way from Bakker to Alleen, not through others either.",)
    with pytest.raises(UnknownName):
        seen(source=BAKKER, target="organisation:smit")


def test_a_path_over_seats_shows_people_and_boards() -> None:
    more = (node("person:ank", "Person"), node("board:bestuur", "Board"), node("seat:a", "Seat"),
            node("seat:b", "Seat"))  # fmt: skip
    steps = (
        step("WORKS_FOR", "person:ank", BAKKER),
        step("HOLDS", "person:ank", "seat:a"),
        step("ON", "seat:a", "board:bestuur"),
        step("ON", "seat:b", "board:bestuur"),
        step("FROM", "seat:b", ALLEEN),
    )
    view = seen(of=reckoning((*NODES, *more), (*STEPS, *steps)), source=BAKKER, target=ALLEEN)
    assert lit(view)[0] == {BAKKER, "person:ank", "board:bestuur", ALLEEN}
    assert lit(view)[1] == {
        ("person:ank", BAKKER), ("person:ank", "board:bestuur"), (ALLEEN, "board:bestuur"),
    }  # fmt: skip
    assert view.notes == ()


def test_a_tie_is_as_wide_as_the_logarithm_of_its_weight() -> None:
    view = seen(most=20, group="none", layout="map")
    widths = {(tie.source, tie.target): (tie.weight, tie.look.width) for tie in view.ties}
    assert widths[BAKKER, SCHOOL] == (2, 2.2)  # 1 + 1.2 log2(2)
    assert widths[STAD, BAKKER] == widths[VELD, SCHOOL] == (1, 1)


# -- gaps ---------------------------------------------------------------------------------------


def test_a_gap_is_a_dashed_tie_with_its_introducer_lit() -> None:
    view = seen(gaps="company~campus")
    (gap,) = [tie for tie in view.ties if tie.gap]
    assert (gap.source, gap.target, gap.look.dashed) == (BAKKER, VELD, True)
    assert gap.title == "Bakker does not work with Veld; School could introduce them"
    marks, lines = lit(view)
    assert marks == {SCHOOL}
    assert lines == {(BAKKER, SCHOOL), (VELD, SCHOOL)}
    assert {tie.weight for tie in view.ties if tie.lit} == {2, 1}
    # The smith is tied to nobody who knows the campus.
    assert view.notes == (
        "For 1 party nobody can show the way: its ties lead to none of the others.",
    )


def test_several_introducers_are_named_and_the_others_counted() -> None:
    def title(count: int) -> str:
        helpers = [f"organisation:h{at}" for at in range(count)]
        steps = [
            *(step("PARTNER_IN", one, f"project:h{at}") for at, one in enumerate(helpers)),
            *(step("PARTNER_IN", BAKKER, f"project:h{at}") for at in range(count)),
            *(step("TENANT_OF", one, VELD) for one in helpers),
        ]
        more = [*(node(one, "Organisation") for one in helpers),
                *(node(f"project:h{at}", "Project") for at in range(count))]  # fmt: skip
        view = seen("nl", reckoning((*NODES, *more), (*STEPS, *steps)), gaps="company~campus")
        return next(tie.title for tie in view.ties if tie.gap)

    # Nobody but the school has two projects with the baker, but its way is no wider.
    assert title(1) == "Bakker werkt niet samen met Veld; H0 en School kunnen hen voorstellen"
    assert (
        title(4) == "Bakker werkt niet samen met Veld; H0, H1, H2 en nog 2 kunnen hen voorstellen"
    )


def test_gaps_are_drawn_also_where_filters_hide_them() -> None:
    view = seen(gaps="company~campus", helix=("government",))
    assert {BAKKER, SCHOOL, VELD} <= ids(view)


def test_without_gaps_it_says_so_and_unknown_words_are_told() -> None:
    assert seen(gaps="university~municipality").notes == (
        "There are no gaps: each of them works with one of the others already.",
    )
    # An empty set is not a set without gaps.
    for words, missing in (("company~hospital", "hospital"), ("civil~campus", "civil society")):
        note = f"No gaps can be found: no party here is “{missing}”."
        assert seen(gaps=words).notes == (note,)
    with pytest.raises(InvalidQuestion, match="'bakers' is not known"):
        seen(gaps="bakers~campus")


# -- size and colour ----------------------------------------------------------------------------


def test_size_follows_a_measure_by_its_square_root() -> None:
    marks = {mark.id: mark for mark in seen(size="degree").marks}
    values = {one: mark.value for one, mark in marks.items() if mark.value is not None}
    assert values == {BAKKER: 2, SCHOOL: 3, STAD: 2, VELD: 1, SMID: 1, RAAD: 1, ALLEEN: 0}
    # From 7 to 26: 7 + 19 sqrt(value / 3).
    assert [marks[one].style.size for one in (ALLEEN, RAAD, BAKKER, SCHOOL)] == [7, 18, 23, 26]
    assert marks[BRUG].style == {mark.id: mark for mark in seen().marks}[BRUG].style


def test_colour_by_sector_has_a_legend_that_filters() -> None:
    view = seen(colour="sector")
    fills = {mark.id: mark.style.fill for mark in view.marks}
    assert {fills[one] for one in (BAKKER, SCHOOL, STAD)} == {PALETTE[0]}
    assert fills[RAAD] == PALETTE[1]
    assert fills[SMID] == OTHER
    entries = [(e.label, e.field, e.value, e.count) for e in view.legend[:3]]
    assert entries == [
        ("Bouw", "sector", BOUW, 3), ("Zorg", "sector", ZORG, 1), ("other", "", "", 4),
    ]  # fmt: skip
    # Shapes still say the helix.
    shapes = {mark.id: mark.style.shape for mark in view.marks}
    assert shapes == {mark.id: mark.style.shape for mark in seen().marks}


def test_colour_by_community_tells_apart_who_has_nothing_in_common() -> None:
    fills = {mark.id: mark.style.fill for mark in seen(colour="community").marks}
    assert fills[BAKKER] == fills[SCHOOL] == fills[STAD]
    assert fills[SMID] == fills[RAAD] != fills[BAKKER]
    assert fills[ALLEEN] == OTHER


def test_a_selected_party_lights_the_cluster_that_it_is_in() -> None:
    view = seen(group="helix", selected=SCHOOL)
    assert [mark.id for mark in view.marks if mark.lit] == ["helix:knowledge"]


def test_ties_of_clusters_count_what_both_take_part_in() -> None:
    view = seen(group="helix")
    found = {(tie.source, tie.target): tie.weight for tie in view.ties}
    # Companies and the school: brug, weg; companies and governments: brug, oven; the school and
    # governments: brug; the school and the campus: a tenancy.
    assert found == {
        ("helix:industry", "helix:knowledge"): 2,
        ("helix:government", "helix:industry"): 2,
        ("helix:government", "helix:knowledge"): 1,
        ("helix:hybrid", "helix:knowledge"): 1,
    }
    members = {mark.id: mark.members for mark in view.marks}
    assert members == {
        "helix:industry": 2, "helix:knowledge": 1, "helix:government": 2, "helix:hybrid": 1,
        "helix:unknown": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("School", "School, Bakker and others"),
        ("The University of Edinburgh", "The University of Edinburgh and others"),
        ("Nederlandse Organisatie voor Wetenschap", "Nederlandse Organisatie voor … and others"),
    ],
)
def test_a_cluster_is_called_after_its_most_tied_members(first: str, expected: str) -> None:
    """The school has three ties, the baker and the town two each."""
    nodes = [(*one[:2], first, *one[3:]) if one[0] == SCHOOL else one for one in NODES]
    subject = reckoning(nodes).subject(Lens())
    assert called(subject, [STAD, BAKKER, SCHOOL], "en") == expected
    assert called(subject, [STAD, BAKKER], "en") == "Bakker, Stad"
