"""What holds of every view of every network, tried on random ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.viz.villages import Node, Step, node, reckoning, step

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.viz import render
from ledwerk.viz.scene import scene
from ledwerk.viz.scene_filter import FILTERS
from ledwerk.viz.state import COLOURS, GROUPINGS, LAYOUTS, PLAIN, ViewState
from ledwerk.viz.view import CLUSTER, View

PARTIES = [f"organisation:p{at:02}" for at in range(14)]
TOWNS = ["municipality:m0", "municipality:m1"]
GROUPS = ["group:g0"]
CAMPUSES = ["campus:c0"]
ACTIVITIES = [*(f"project:a{at}" for at in range(6)), "programme:r0", "programme:r1"]
SECTORS = ["sector:s0", "sector:s1"]
HELICES = ("industry", "knowledge", "government", "")
HOSTILE = "</script><img src=x onerror=alert(1)> & \u2028"


@st.composite
def networks(draw: st.DrawFn) -> Reckoning:
    nodes: list[Node] = [
        *(node(one, "Organisation", draw(st.sampled_from(HELICES)), "company", 1)
          for one in PARTIES[: draw(st.integers(0, len(PARTIES)))]),
        *(node(one, "Municipality", "government", "municipality") for one in TOWNS),
        *(node(one, "Group") for one in GROUPS),
        *(node(one, "Campus", "hybrid", "campus") for one in CAMPUSES),
        *(node(one, one.partition(":")[0].capitalize()) for one in ACTIVITIES),
        *(node(one, "Sector") for one in SECTORS),
    ]  # fmt: skip
    nodes = [(*one[:2], HOSTILE, *one[3:]) if one[0] == "group:g0" else one for one in nodes]
    there = [one[0] for one in nodes]
    organisations = [one for one in there if one.startswith("organisation:")]
    parties = [*organisations, *TOWNS, *GROUPS, *CAMPUSES]
    pick = st.sampled_from
    steps: set[Step] = set()
    for kind, sources, targets, most in (
        ("PARTNER_IN", parties, ACTIVITIES, 30),
        ("MEMBER_OF", organisations, GROUPS, 4),
        ("PART_OF", ACTIVITIES[:6], ACTIVITIES[6:], 4),
        ("TENANT_OF", organisations, CAMPUSES, 3),
        ("LOCATED_IN", organisations, TOWNS, 5),
        ("ACTIVE_IN", [*parties, *ACTIVITIES], SECTORS, 5),
    ):
        if sources:
            pairs = draw(st.lists(st.tuples(pick(sources), pick(targets)), max_size=most))
            steps |= {step(kind, one, other) for one, other in pairs}
    return reckoning(nodes, sorted(steps, key=str))


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


states = st.builds(
    ViewState,
    layout=st.sampled_from(LAYOUTS),
    group=st.sampled_from(GROUPINGS),
    open=some(["community:1", "helix:industry", "sector:unknown", "municipality:unknown"]),
    helix=some(["industry", "knowledge", "unknown"]),
    kind=some(["Campus", "Project", "company", "Group"]),
    sector=some(SECTORS),
    programme=some(ACTIVITIES[6:]),
    municipality=some(TOWNS),
    since=st.sampled_from(["", "2015"]),
    strength=st.sampled_from([1, 1, 1, 2]),
    focus=st.sampled_from(["", "", "campus:c0", "project:a0", "group:g0"]),
    steps=st.integers(1, 3),
    source=st.sampled_from(["", "campus:c0"]),
    target=st.sampled_from(["", "municipality:m0"]),
    size=st.sampled_from(["", "degree", "betweenness"]),
    colour=st.sampled_from(COLOURS),
    gaps=st.sampled_from(["", "sme~campus", "campus~government"]),
    selected=st.sampled_from(["", "municipality:m1", "sector:s0"]),
    most=st.sampled_from([20, 26, 400]),
)


def drawing(view: View) -> bytes:
    return orjson.dumps(render.drawing(view))


@settings(max_examples=60, deadline=None)
@given(networks(), states)
def test_every_view_keeps_its_promises(of: Reckoning, state: ViewState) -> None:
    view = scene(of, state=state, lang="en")
    marks = {mark.id: mark for mark in view.marks}
    assert len(marks) == len(view.marks)
    assert all({tie.source, tie.target} <= marks.keys() for tie in view.ties)
    assert [mark.id for mark in view.marks] == sorted(marks)
    by_name = {state.focus, state.source, state.target, state.selected}
    if not (by_name - {""} or state.gaps):
        assert len(marks) <= state.most
    assert all((mark.members > 0) == (mark.kind == CLUSTER) for mark in view.marks)
    assert drawing(scene(of, state=state, lang="en")) == drawing(view)
    assert all(mark.name == HOSTILE for mark in view.marks if mark.id == "group:g0")


@settings(max_examples=40, deadline=None)
@given(networks(), states)
def test_nobody_overlaps(of: Reckoning, state: ViewState) -> None:
    """Boxes of a name are as wide as its letters may be, so that names never overlap at rest."""
    from ledwerk.viz.scene_dressed import mark_box
    from ledwerk.viz.scene_marks import hang

    view = scene(of, state=state, lang="en")
    found = [
        (mark_box(mark, loose=False), mark.x, mark.y + hang(mark.label, mark.style))
        for mark in view.marks
    ]
    for at, (one, x, y) in enumerate(found):
        for other, other_x, other_y in found[:at]:
            apart_x = abs(x - other_x) >= (one.width + other.width) / 2 - 2
            apart_y = abs(y - other_y) >= (one.height + other.height) / 2 - 2
            assert apart_x or apart_y, (one, x, y, other, other_x, other_y)


@settings(max_examples=60, deadline=None)
@given(networks(), states)
def test_filters_only_remove(of: Reckoning, state: ViewState) -> None:
    plain: dict[str, Any] = {name: getattr(PLAIN, name) for name in FILTERS}
    clear = {"group": "none", "focus": "", "gaps": "", "source": "", "target": "", "selected": ""}
    filtered = scene(of, state=replace(state, **clear, most=400), lang="en")
    whole = scene(of, state=replace(state, **clear, **plain, most=400), lang="en")
    asked = set(state.municipality)  # one that nothing ties is drawn when it is asked for
    assert {mark.id for mark in filtered.marks} - asked <= {mark.id for mark in whole.marks}
    pairs = {(tie.source, tie.target) for tie in whole.ties}
    assert {(tie.source, tie.target) for tie in filtered.ties} <= pairs


@settings(max_examples=30, deadline=None)
@given(networks(), st.sampled_from(GROUPINGS[2:]), st.sampled_from([20, 400]))
def test_every_party_is_in_one_cluster(of: Reckoning, group: str, most: int) -> None:
    view = scene(of, state=ViewState(group=group, most=most), lang="en")
    everybody = of.network.of_kinds(("Organisation", "Campus", "Municipality", "Group")).sum()
    inside = sum(mark.members for mark in view.marks)
    # But groups that have members, who stand for them, and towns that nothing ties.
    assert everybody - 3 <= inside <= everybody
