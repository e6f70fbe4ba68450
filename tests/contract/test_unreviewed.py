"""What nobody has reviewed, on both stores: told once, and dotted in pictures until somebody has."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest
from tests.contract.conftest import Ground
from tests.contract.generated import graph_of
from tests.contract.making import link, node, put

from ledwerk.graph.store import Store
from ledwerk.graph.whole import NotReviewed
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement
from ledwerk.viz import render
from ledwerk.viz.gexf import view_gexf
from ledwerk.viz.pictures import picture
from ledwerk.viz.scene_unreviewed import ALL_REVIEWED, unreviewed_in, unreviewed_still
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import View, network_view

A, B, C, D = (f"organisation:{letter}" for letter in "abcd")
P, Q, CAMPUS, GROUP = "project:p", "project:q", "campus:c", "group:g"
READ = {"basis": "read", "dataset": "read"}
ROWS = [
    *(node(one, name=one[-1].upper(), helix="industry") for one in (A, B, C)),
    node(P, name="P"), node(Q, name="Q"), node(GROUP, name="G"), node(CAMPUS, name="Campus"),
    link("PARTNER_IN", A, P), link("PARTNER_IN", B, P), link("PARTNER_IN", GROUP, Q),
    link("PARTNER_IN", A, Q),
]  # fmt: skip
WAITING = [
    node(D, name="D", **READ), link("PARTNER_IN", D, P, **READ), link("PARTNER_IN", B, Q, **READ),
    link("MEMBER_OF", C, GROUP, **READ), link("TENANT_OF", B, CAMPUS, **READ),
    link("PARTNER_IN", A, P, **READ), link("PARTNER_IN", "organisation:named", Q, **READ),
]  # fmt: skip


@pytest.fixture
def waiting(store: Store) -> Store:
    put(store, *ROWS)
    put(store, *WAITING, dataset="read")
    return store


def told(store: Store) -> list[NotReviewed]:
    with store.whole() as whole:
        return sorted(whole.unreviewed())


def seen(store: Store, **state: Any) -> View:
    made = ViewState(**state)
    return asyncio.run(network_view(store, state=made, lang="en", facts=False))


def dotted(view: View) -> tuple[set[str], set[tuple[str, str]]]:
    """The marks and ties that nobody has reviewed, without their kinds."""
    marks = {mark.id.partition(":")[2] for mark in view.marks if mark.unreviewed}
    ends = ((tie.source, tie.target) for tie in view.ties if tie.unreviewed)
    return marks, {(one.partition(":")[2], other.partition(":")[2]) for one, other in ends}


def test_what_everybody_says_that_says_so_is_a_program(waiting: Store) -> None:
    assert [(one.kind, one.key) for one in told(waiting)] == sorted(
        [
            ("MEMBER_OF", f"MEMBER_OF:{C}>{GROUP}"),
            ("Organisation", D),
            ("Organisation", "organisation:named"),
            ("PARTNER_IN", f"PARTNER_IN:{B}>{Q}"),
            ("PARTNER_IN", f"PARTNER_IN:{D}>{P}"),
            ("PARTNER_IN", f"PARTNER_IN:organisation:named>{Q}"),
            ("TENANT_OF", f"TENANT_OF:{B}>{CAMPUS}"),
        ],
        key=lambda one: one[1],
    )


def test_random_statements_add_up_to_it(grounds: Any) -> None:
    for kind in ("sqlite", "neo4j"):
        ground: Ground = grounds(kind)
        for seed in range(6):
            ground.empty()
            store = ground.open()
            for change in graph_of(seed).changes:
                store.commit(replace(change, statements=_mostly_read(change.statements)))
            assert told(store) == added_up(store), seed
            store.close()


def _mostly_read(rows: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Two of three are read by a program, and some of these accepted."""
    return tuple(
        replace(row, basis="read", accepted_by="An" if number % 5 == 0 else "")
        if number % 3
        else row
        for number, row in enumerate(rows)
    )


def added_up(store: Store) -> list[NotReviewed]:
    own: dict[str, list[Statement]] = defaultdict(list)
    about: dict[str, list[Statement]] = defaultdict(list)
    for row in store.statements():
        if not row.denied:
            own[row.key].append(row)
            for end in filter(None, (row.source_id, row.target_id)):
                about[end].append(row)
    found = [
        NotReviewed(key, rows[0].kind, rows[0].source_id, rows[0].target_id)
        for key, rows in own.items()
        if all(row.unreviewed for row in rows)
    ]
    for end, rows in about.items():
        kind = MODEL.kind_of(end)
        if end not in own and kind is not None and all(row.unreviewed for row in rows):
            found.append(NotReviewed(end, kind.name))
    return sorted(found)


@pytest.mark.parametrize("layout", ["network", "columns"])
def test_pictures_dot_it(waiting: Store, layout: str) -> None:
    view = seen(waiting, layout=layout)
    marks = {"d", "named"}
    assert dotted(view) == (
        marks,
        {("d", "p"), ("b", "q"), ("c", "g"), ("b", "c"), ("named", "q")},
    )
    entry = view.legend[-1]
    assert (entry.label, entry.shape, entry.count) == (
        "not reviewed: only a program read it", "dotted", 7,
    )  # fmt: skip
    svg = picture("svg", view, {}).decode()
    assert svg.count('stroke-dasharray="1.4 1.8"') == 8  # and the sign in the legend
    assert "D, organisation, not reviewed" in svg
    drawn = render.drawing(view)
    assert {one["id"].partition(":")[2] for one in drawn["nodes"] if one["unreviewed"]} == marks
    assert sum(one["unreviewed"] for one in drawn["edges"]) == 5
    gexf = "".join(view_gexf(view))
    assert gexf.count('title="unreviewed" type="boolean"') == 2
    assert gexf.count('<viz:shape value="dotted"/>') == 5


def test_a_tie_of_parties_is_dotted_where_it_rests_on_nothing_else(waiting: Store) -> None:
    parties = _parties(waiting)
    assert dotted(parties)[1] == {
        ("a", "c"), ("a", "d"), ("b", "d"), ("b", "c"), ("a", "named"), ("b", "named"),
        ("c", "named"), ("c", "b"),
    }  # fmt: skip
    assert ("organisation:a", "organisation:b") in {(t.source, t.target) for t in parties.ties}


def _parties(store: Store) -> View:
    """A picture of ties alone."""
    more = [
        link("PARTNER_IN", f"organisation:x{n}", f"project:x{n}", dataset="more") for n in range(20)
    ]
    put(store, *more, dataset="more")
    view = seen(store, most=26, group="none")
    assert view.detail == "parties"
    return view


def test_what_somebody_accepts_is_drawn_whole(waiting: Store) -> None:
    before = asyncio.run(waiting.revision())
    known = unreviewed_in(waiting)
    assert not unreviewed_still(waiting, before, known)
    put(waiting, *(replace(row, accepted_by="An") for row in WAITING), dataset="read")
    assert unreviewed_in(waiting) == ALL_REVIEWED
    assert dotted(seen(waiting)) == (set(), set())
    assert all(entry.shape != "dotted" for entry in seen(waiting).legend)
    since = asyncio.run(waiting.revision())
    put(waiting, node("organisation:new", name="New"), dataset="three")
    assert unreviewed_still(waiting, since, ALL_REVIEWED)
    put(waiting, *WAITING, dataset="read")
    assert not unreviewed_still(waiting, since, ALL_REVIEWED)


_PICTURES: dict[str, bytes] = {}


def test_both_stores_are_drawn_in_the_same_bytes(waiting: Store) -> None:
    for ending in ("svg", "png", "pdf"):
        drawn = picture(ending, replace(seen(waiting), date=""), {})
        assert _PICTURES.setdefault(ending, drawn) == drawn
