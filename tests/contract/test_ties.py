"""Who takes part in what: through groups, in which days, and what ties follow from it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.contract.making import ask, link, node, put, ties, whole

from ledwerk.graph import plan as p
from ledwerk.graph.analysis.projections import projected
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import network_of
from ledwerk.graph.projection import Ties
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL

A, B, C = "organisation:a", "organisation:b", "organisation:c"
P, Q = "project:p", "project:q"
INNER, OUTER, THIRD = "group:inner", "group:outer", "group:third"
CAMPUS = "campus:c"


def tied(store: Store, party: str) -> dict[str, tuple[int, list[str]]]:
    """The collaborators of a party by id: weight, and what is shared."""
    step = p.Step("ties", "", True, MODEL.parties)
    items = (
        p.NodeAt("node", whole("id")), p.Leaf("weight", "weight"), p.Shared("shared", whole("id")),
    )  # fmt: skip
    hop = p.Hop("ties", step, p.Connection((p.Edges("edges", items),), p.Page(50)))
    found = ask(store, p.Find(p.ById((party,), MODEL.parties), p.OneOf(p.Shape((((), (hop,)),)))))
    edges = (found or {"ties": {"edges": []}})["ties"]["edges"]
    assert [-edge["weight"] for edge in edges] == sorted(-edge["weight"] for edge in edges)
    return {
        edge["node"]["id"]: (edge["weight"], [one["id"] for one in edge["shared"]])
        for edge in edges
    }


def partners(store: Store, activity: str) -> list[tuple[str, str | None, str | None]]:
    """Who takes part in an activity, in the order shown: id, through which group, role."""
    step = p.Step("participation", "PARTNER_IN", False, MODEL.parties)
    items = (
        p.NodeAt("node", whole("id")), p.NodeAt("via", whole("id"), "via"), p.Leaf("role", "role"),
    )  # fmt: skip
    hop = p.Hop("by", step, p.Connection((p.Edges("edges", items),), p.Page(50)))
    kinds = ("Project", "Programme")
    found = ask(store, p.Find(p.ById((activity,), kinds), p.OneOf(p.Shape((((), (hop,)),)))))
    return [
        (edge["node"]["id"], edge["via"] and edge["via"]["id"], edge["role"])
        for edge in found["by"]["edges"]
    ]


def activities(store: Store, party: str) -> list[tuple[str, str | None]]:
    """What a party takes part in, and through which group."""
    step = p.Step("participation", "PARTNER_IN", True, ("Project", "Programme"))
    items = (p.NodeAt("node", whole("id")), p.NodeAt("via", whole("id"), "via"))
    hop = p.Hop("in", step, p.Connection((p.Edges("edges", items),), p.Page(50)))
    found = ask(store, p.Find(p.ById((party,), MODEL.parties), p.OneOf(p.Shape((((), (hop,)),)))))
    return [
        (edge["node"]["id"], edge["via"] and edge["via"]["id"]) for edge in found["in"]["edges"]
    ]


def test_members_take_part_through_their_group(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", A, INNER), link("MEMBER_OF", B, INNER),
        link("PARTNER_IN", INNER, P, role="lead"), link("PARTNER_IN", C, P),
        link("PARTNER_IN", A, P, role="participant"),
    )  # fmt: skip
    assert partners(store, P) == [
        (A, None, "PARTICIPANT"), (A, INNER, "LEAD"), (B, INNER, "LEAD"), (C, None, None),
        (INNER, None, "LEAD"),
    ]  # fmt: skip
    assert activities(store, A) == [(P, None), (P, INNER)]
    assert activities(store, INNER) == [(P, None)]
    # A group with members is no end of a tie; a member counts once, whichever way it takes part.
    assert ties(store, None) == {(A, P), (B, P), (C, P)}
    assert tied(store, A) == {B: (1, [P]), C: (1, [P])}
    assert tied(store, INNER) == {}


def test_a_group_without_members_is_a_party_like_others(store: Store) -> None:
    rows = [link("PARTNER_IN", INNER, P), link("PARTNER_IN", A, P)]
    put(store, *rows)
    assert ties(store, None) == {(A, P), (INNER, P)}
    assert tied(store, INNER) == {A: (1, [P])}
    put(store, *rows, link("MEMBER_OF", B, INNER))
    assert ties(store, None) == {(A, P), (B, P)}
    assert (tied(store, INNER), tied(store, A)) == ({}, {B: (1, [P])})
    put(store, *rows)
    assert tied(store, INNER) == {A: (1, [P])}


def test_membership_reaches_through_groups_within_groups(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", A, INNER), link("MEMBER_OF", INNER, OUTER), link("MEMBER_OF", OUTER, THIRD),
        link("PARTNER_IN", THIRD, P), link("PARTNER_IN", OUTER, Q), link("PARTNER_IN", B, Q),
    )  # fmt: skip
    assert ties(store, None) == {(A, P), (A, Q), (B, Q)}
    assert activities(store, A) == [(P, THIRD), (Q, OUTER)]
    assert activities(store, INNER) == [(P, THIRD), (Q, OUTER)]
    assert partners(store, Q) == [(A, OUTER, None), (B, None, None), (INNER, OUTER, None),
                                  (OUTER, None, None)]  # fmt: skip
    assert tied(store, B) == {A: (1, [Q])}


def test_groups_within_each_other_end(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", INNER, OUTER), link("MEMBER_OF", OUTER, INNER), link("MEMBER_OF", A, INNER),
        link("MEMBER_OF", INNER, INNER), link("PARTNER_IN", OUTER, P), link("PARTNER_IN", B, P),
    )  # fmt: skip
    assert ties(store, None) == {(A, P), (B, P)}
    assert partners(store, P) == [(A, OUTER, None), (B, None, None), (INNER, OUTER, None),
                                  (OUTER, None, None)]  # fmt: skip


def test_two_ways_into_a_group_are_one(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", A, INNER), link("MEMBER_OF", A, OUTER), link("MEMBER_OF", INNER, OUTER),
        link("PARTNER_IN", OUTER, P),
    )  # fmt: skip
    assert activities(store, A) == [(P, OUTER)]
    assert partners(store, P).count((A, OUTER, None)) == 1


def test_members_of_an_organisation_take_no_part(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", A, B), link("MEMBER_OF", B, INNER), link("PARTNER_IN", INNER, P),
        link("PARTNER_IN", B, Q),
    )  # fmt: skip
    assert ties(store, None) == {(B, P), (B, Q)}
    assert activities(store, A) == []


def test_a_tie_counts_what_is_shared_and_tenancy(store: Store) -> None:
    put(
        store,
        *(link("PARTNER_IN", party, P) for party in (A, B, CAMPUS)), link("PARTNER_IN", A, Q),
        link("PARTNER_IN", B, Q), link("TENANT_OF", A, CAMPUS), link("OWNER_OF", A, CAMPUS),
        link("OWNER_OF", C, CAMPUS), link("FUNDS", C, P), link("PART_OF", P, "programme:x"),
        link("PARTNER_IN", C, "programme:x"),
    )  # fmt: skip
    assert tied(store, A) == {B: (2, [P, Q]), CAMPUS: (2, [CAMPUS, P])}
    assert tied(store, C) == {CAMPUS: (1, [CAMPUS])}
    assert tied(store, CAMPUS) == {A: (2, [CAMPUS, P]), B: (1, [P]), C: (1, [CAMPUS])}
    assert {(A, CAMPUS), (C, CAMPUS)} <= ties(store, None)


def test_a_seat_makes_no_tie(store: Store) -> None:
    put(
        store,
        link("HOLDS", A, "seat:1"),
        link("ON", "seat:1", "board:b"),
        link("WORKS_FOR", "person:x", A),
    )
    assert ties(store, None) == set()
    rows = asyncio.run(store.ties(None))
    assert {kind for _, _, kind in rows.nodes.values()} == {"Organisation"}


# -- on a day --------------------------------------------------------------------------------------


def _on(store: Store, days: list[str | None]) -> list[set[tuple[str, str]]]:
    return [ties(store, day) for day in days]


@pytest.mark.parametrize(
    ("own", "projects", "days", "there"),
    [
        # A partial date covers the whole of its year or month; a missing end is open.
        ({"start": "2015"}, {}, ["2014-12-31", "2015-01-01", "9000-01-01"], [0, 1, 1]),
        ({"end": "2015-02"}, {}, ["0001-01-02", "2015-02-28", "2015-03-01"], [1, 1, 0]),
        ({"start": "2016-02", "end": "2016-02"}, {}, ["2016-01-31", "2016-02-01", "2016-02-29",
                                                      "2016-03-01"], [0, 1, 1, 0]),
        ({"start": "2015-06-15", "end": "2015-06-15"}, {}, ["2015-06-14", "2015-06-15",
                                                            "2015-06-16"], [0, 1, 0]),
        # Without a period of its own it has its project's; with half of one it has not.
        ({}, {"start": "2014", "end": "2015"}, ["2013-12-31", "2014-01-01", "2015-12-31",
                                                "2016-01-01"], [0, 1, 1, 0]),
        ({"start": "2015"}, {"start": "2014", "end": "2015"}, ["2014-06-01", "2016-06-01"], [0, 1]),
        ({"end": "2014"}, {"start": "2014", "end": "2015"}, ["2013-06-01", "2015-06-01"], [1, 0]),
        ({}, {}, ["0001-01-01", "2015-06-01", "9999-12-31"], [1, 1, 1]),
    ],
)  # fmt: skip
def test_a_participation_holds_in_its_days(
    store: Store, own: dict[str, Any], projects: dict[str, Any], days: list[str | None],
    there: list[int],
) -> None:  # fmt: skip
    put(store, node(P, name="P", **projects), link("PARTNER_IN", A, P, **own))
    assert [len(found) for found in _on(store, [*days, None])] == [*there, 1]


def test_tenancy_and_ownership_hold_in_their_days(store: Store) -> None:
    put(store, link("TENANT_OF", A, CAMPUS, start="2010", end="2012"), link("OWNER_OF", B, CAMPUS))
    assert _on(store, ["2009-12-31", "2010-01-01", "2012-12-31", "2013-01-01", None]) == [
        {(B, CAMPUS)}, {(A, CAMPUS), (B, CAMPUS)}, {(A, CAMPUS), (B, CAMPUS)}, {(B, CAMPUS)},
        {(A, CAMPUS), (B, CAMPUS)},
    ]  # fmt: skip


def test_a_member_takes_part_in_the_days_of_both(store: Store) -> None:
    put(
        store,
        node(P, name="P", start="2014", end="2016"),
        link("MEMBER_OF", A, INNER, start="2015", end="2018"),
        link("MEMBER_OF", INNER, OUTER, start="2013", end="2016-06"),
        link("PARTNER_IN", OUTER, P),
        link("PARTNER_IN", B, P),
    )  # fmt: skip
    before, within, after = "2014-12-31", "2015-01-01", "2016-07-01"
    # Outer has a member, Inner, until the middle of 2016; then it stands for itself.
    assert _on(store, [before, within, after, "2017-01-01"]) == [
        {(B, P), (INNER, P)}, {(B, P), (A, P)}, {(B, P), (OUTER, P)}, set(),
    ]  # fmt: skip
    assert ties(store, None) == {(A, P), (B, P)}


def test_memberships_that_never_meet_lead_nowhere(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", A, INNER, end="2010"), link("MEMBER_OF", INNER, OUTER, start="2011"),
        link("PARTNER_IN", OUTER, P), link("MEMBER_OF", B, INNER),
    )  # fmt: skip
    assert activities(store, A) == []
    assert activities(store, B) == [(P, OUTER)]
    assert ties(store, None) == {(B, P)}
    assert ties(store, "2010-06-01") == {(OUTER, P)}


def test_somebody_in_it_twice_counts_from_first_to_last(store: Store) -> None:
    put(
        store,
        link("MEMBER_OF", A, OUTER, start="2010", end="2011"),
        link("MEMBER_OF", A, INNER, start="2014", end="2015"),
        link("MEMBER_OF", INNER, OUTER),
        link("PARTNER_IN", OUTER, P),
    )  # fmt: skip
    days = ["2009-12-31", "2010-01-01", "2012-06-01", "2015-12-31", "2016-01-01"]
    assert [(A, P) in found for found in _on(store, [*days])] == [False, True, True, True, False]


def test_a_change_of_a_projects_days_is_followed(store: Store) -> None:
    rows = [link("PARTNER_IN", A, P), link("PARTNER_IN", B, P, start="2011")]
    put(store, node(P, name="P", start="2010", end="2012"), *rows)
    assert ties(store, "2013-01-01") == {(B, P)}
    put(store, node(P, name="P", start="2010", end="2013"), *rows)
    assert ties(store, "2013-01-01") == {(A, P), (B, P)}
    put(store, *rows)
    assert ties(store, "2020-01-01") == {(A, P), (B, P)}


def test_walks_are_the_relations_of_the_kinds_asked_for(store: Store) -> None:
    put(store, link("PARTNER_IN", A, P), link("FUNDS", A, P, year="2015"),
        link("FUNDS", A, P, year="2016"), link("FROM", "seat:1", A))  # fmt: skip
    found = asyncio.run(store.walks(["FUNDS", "FROM"]))
    assert sorted(found.steps) == [(A, P, "FUNDS"), (A, P, "FUNDS"), ("seat:1", A, "FROM")]
    assert found.revision == 1
    with pytest.raises(KeyError):
        asyncio.run(store.walks(["FUNDS", "x') RETURN 1 //"]))


@pytest.mark.parametrize("end", ["9999-12-31", "9999-12", "9999"])
def test_an_end_that_is_said_to_be_the_last_day_is_a_period_of_its_own(
    store: Store, end: str
) -> None:
    """Registers write the last day there is for no end; the project's own days do not count then."""
    put(
        store,
        node("project:p", start="2015", end="2016"),
        link("PARTNER_IN", INNER, P, end=end), link("PARTNER_IN", B, P, start="0001", end=end),
        link("MEMBER_OF", A, INNER, start="2019", end=end),
    )  # fmt: skip
    network = network_of(asyncio.run(store.network()))
    for day, expected in (
        (None, {(A, B)}), ("2015", {(INNER, B)}), ("2018", {(INNER, B)}), ("2020", {(A, B)}),
    ):  # fmt: skip
        told = Ties(asyncio.run(store.ties(day)))
        near = {
            tuple(sorted((told.id(one), told.id(other))))
            for one in told.rows.nodes
            for other in told.near(one)
        }
        matrix = projected(network, Lens(as_of=day)).to_networkx()
        found = {tuple(sorted(pair)) for pair in matrix.edges}
        assert (day, near, found) == (day, expected, expected)
