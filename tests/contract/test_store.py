"""The promises of a store, on each: what commits do, and what they leave alone."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from tests.contract.making import (
    ask,
    change,
    drawn,
    ids,
    link,
    listed,
    node,
    put,
    tally,
)

from ledwerk.graph import plan as p
from ledwerk.graph.resolution import resolve
from ledwerk.graph.store import Change, Difference, Event, Store
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

A, B, P = "organisation:a", "organisation:b", "project:p"
BASE = (
    node("source:s", name="S", date="2016"),
    node(A, name="Alpha", locator="1"),
    node(B, name="Beta", locator="2"),
    node(P, name="P", locator="3"),
    link("PARTNER_IN", A, P, locator="4"),
    link("PARTNER_IN", B, P, role="lead", locator="4"),
)


# -- what a commit does ----------------------------------------------------------------------------


def test_an_empty_store_has_nothing_and_says_so(store: Store) -> None:
    assert asyncio.run(store.revision()) == 0
    assert ask(store, p.Tally()) == {"nodes": {}, "relations": {}, "helix": {}}
    assert ask(store, listed("Organisation")) == []
    assert list(store.statements()) == list(store.events()) == list(store.revisions()) == []
    assert (store.datasets(), store.names_beside("d"), asyncio.run(store.names())) == ([], [], [])
    assert asyncio.run(store.ties(None)).nodes == {}
    assert asyncio.run(store.walks(["PARTNER_IN"])).steps == ()
    assert put(store).revision == 0


def test_the_same_again_raises_no_revision(store: Store) -> None:
    first, again = put(store, *BASE), put(store, *BASE)
    assert (first.revision, again.revision, again.difference.empty) == (1, 1, True)
    assert len(first.difference.added) == len(BASE)
    assert put(store, *reversed(BASE)).revision == 1
    assert asyncio.run(store.revision()) == 1
    assert len(list(store.revisions())) == 1


def test_a_difference_is_reckoned_without_writing(store: Store) -> None:
    put(store, *BASE)
    source, alpha, beta, project, *ties = BASE
    now = replace(alpha, properties=(("name", "Alfa"),))
    gamma = node("organisation:c", name="Gamma", locator="5")
    diff = store.difference(change(source, now, gamma, project, *ties))
    assert diff == Difference((gamma,), ((alpha, now),), (beta,), len(BASE), 1)
    assert asyncio.run(store.revision()) == 1
    assert list(store.statements()) == sorted(BASE, key=lambda row: (row.kind, row.key))


def test_a_known_difference_is_used_until_somebody_else_commits(store: Store) -> None:
    put(store, *BASE)
    wanted = change(*BASE, node("organisation:c", name="Gamma"))
    known = store.difference(wanted)
    outcome = store.commit(wanted, known)
    assert (outcome.revision, outcome.difference) == (2, known)
    stale = store.difference(change(*BASE))
    put(store, BASE[1], dataset="other")
    outcome = store.commit(wanted, stale)  # was to remove Gamma; the change itself wants it
    assert (outcome.revision, outcome.difference.empty) == (3, True)
    assert ids(store, listed("Organisation")) == ["a", "b", "c"]


def test_a_row_removed_is_removed_and_its_relations_with_it(store: Store) -> None:
    put(store, *BASE)
    outcome = put(store, *(row for row in BASE if B not in {row.key, row.source_id}))
    assert len(outcome.difference.removed) == 2
    assert ids(store, listed("Organisation")) == ["a"]
    assert ask(store, p.Tally())["relations"] == {"PARTNER_IN": 1}
    assert [name for name, _, _ in asyncio.run(store.names())].count("Beta") == 0


def test_everything_removed_leaves_nothing_but_the_log(store: Store) -> None:
    put(store, *BASE)
    assert put(store).revision == 2
    assert tally(store) == (0, 0)
    assert (list(store.statements()), store.datasets()) == ([], [])
    assert [event.sign for event in store.events()] == ["+"] * 6 + ["-"] * 6
    assert put(store, *BASE).revision == 3
    assert tally(store) == (4, 2)


def test_a_node_and_a_relation_change_in_place(store: Store) -> None:
    put(store, *BASE)
    changed = [
        replace(BASE[1], properties=(("helix", "industry"), ("name", "Alpha BV"))),
        replace(BASE[5], properties=(("contribution", 5.0),)),
    ]
    outcome = put(store, *BASE[:1], *BASE[2:5], *changed)
    assert len(outcome.difference.changed) == 2
    found = ask(store, listed("Organisation", "name", "helix"))
    assert found == [
        {"name": "Alpha BV", "helix": "INDUSTRY"},
        {"name": "Beta", "helix": "UNKNOWN"},
    ]
    step = p.Step("relation", "PARTNER_IN", False, ("Organisation",))
    items = (p.Leaf("role", "role"), p.Leaf("much", "contribution"))
    hop = p.Hop("by", step, p.Connection((p.Edges("edges", items),), p.Page(9)))
    found = ask(store, p.Find(p.ById((P,), ("Project",)), p.OneOf(p.Shape((((), (hop,)),)))))
    assert found["by"]["edges"] == [{"role": None, "much": None}, {"role": None, "much": 5.0}]


def test_facts_of_other_datasets_stay(store: Store) -> None:
    put(store, *BASE)
    put(store, BASE[1], BASE[4], node(A, website="https://a.example"), dataset="two")
    put(store, BASE[0], BASE[3])
    assert tally(store) == (3, 1)
    found = ask(store, listed("Organisation", "name", "website"))
    assert found == [{"name": "Alpha", "website": "https://a.example"}]
    assert store.datasets() == ["d", "two"]
    put(store, dataset="two")
    assert (tally(store), store.datasets()) == ((2, 0), ["d"])


def test_what_only_a_relation_mentions_is_shown_by_its_id(store: Store) -> None:
    put(store, link("PARTNER_IN", "organisation:pic-12", P))
    found = ask(store, listed(("Organisation", "Project"), "id", "name", "derived_name"))
    assert found == [
        {"id": P, "name": "p", "derived_name": True},
        {"id": "organisation:pic-12", "name": "PIC 12", "derived_name": True},
    ]
    put(store, node("organisation:pic-12", name="Zes"), dataset="e")
    found = ask(store, listed("Organisation", "name", "derived_name"))
    assert found == [{"name": "Zes", "derived_name": False}]
    put(store, dataset="e")
    assert ask(store, listed("Organisation", "name")) == [{"name": "PIC 12"}]
    put(store)
    assert tally(store) == (0, 0)


def test_a_relation_waits_for_an_end_that_is_denied(store: Store) -> None:
    put(store, *BASE)
    put(store, node(A, basis="edited", denied=True), dataset="no")
    assert ids(store, listed("Organisation")) == ["b"]
    assert tally(store) == (3, 1)
    put(store, dataset="no")
    assert (ids(store, listed("Organisation")), tally(store)) == (["a", "b"], (4, 2))


def test_statements_are_given_by_dataset_and_by_key(store: Store) -> None:
    two = [replace(row, dataset="two") for row in (BASE[4], BASE[1])]
    put(store, *BASE)
    put(store, *two, dataset="two")
    assert list(store.statements("two")) == sorted(two, key=lambda row: row.kind)
    about = list(store.statements(key=A))
    assert sorted(row.dataset for row in about) == ["d", "two"]
    assert list(store.statements("two", A)) == [two[1]]
    assert list(store.statements("three")) == list(store.statements(key="person:x")) == []


def test_statements_of_one_key_stand_in_the_order_of_their_places(store: Store) -> None:
    rows = [
        node(A, name="x", cited=cited, locator=locator, basis=basis)
        for cited in ("source:b", "source:a", "")
        for locator in ("2", "10", "")
        for basis in ("stated", "edited")
    ]
    put(store, *rows)
    places = [(row.cited, row.locator, row.basis) for row in store.statements(key=A)]
    assert places == sorted(places)
    assert len(places) == len(rows)


# -- what statements add up to ---------------------------------------------------------------------

_DATES = (
    node("source:old", name="Old", date="2010"),
    node("source:new", name="New", date="2012-05"),
    node("source:none", name="None"),
)


@pytest.mark.parametrize(
    ("rows", "wins"),
    [
        ((("stated", "new", ""), ("edited", "old", "")), 1),
        ((("assessed", "new", ""), ("stated", "none", "")), 1),
        ((("derived", "new", ""), ("assessed", "old", "")), 1),
        ((("read", "new", ""), ("derived", "old", "")), 1),
        ((("stated", "old", "1"), ("stated", "new", "9")), 1),
        ((("stated", "none", "1"), ("stated", "old", "9")), 1),
        ((("stated", "new", "2"), ("stated", "new", "10")), 1),
        ((("stated", "none", "1"), ("stated", "nowhere", "1")), 0),
    ],
)
def test_who_wins_where_sources_disagree(
    store: Store, rows: tuple[tuple[str, str, str], ...], wins: int
) -> None:
    said = [
        node(A, name=f"name {i}", aliases=(f"alias {i}",), basis=basis, cited=f"source:{cited}",
             locator=locator)
        for i, (basis, cited, locator) in enumerate(rows)
    ]  # fmt: skip
    put(store, *_DATES, *said)
    found = ask(store, listed("Organisation", "name", "aliases"))
    united = [f"alias {wins}", f"alias {1 - wins}"]
    if rows[wins][0] == "edited" != rows[1 - wins][0]:
        united = united[:1]  # an editor's list takes the place of others
    assert found == [{"name": f"name {wins}", "aliases": united}]
    put(store)
    put(store, *reversed((*_DATES, *said)))
    assert ask(store, listed("Organisation", "name", "aliases")) == found


def test_a_sources_date_can_change_who_wins(store: Store) -> None:
    rows = (
        node(A, name="A", website="https://old.example", cited="source:old"),
        node(A, name="A", website="https://new.example", cited="source:new"),
        link("PARTNER_IN", A, P, role="lead", cited="source:old"),
        link("PARTNER_IN", A, P, role="partner", cited="source:new"),
    )
    put(store, *rows, dataset="rows")

    def seen() -> tuple[str, str]:
        step = p.Step("participation", "PARTNER_IN", True, ("Project",))
        edges = p.Connection((p.Edges("edges", (p.Leaf("role", "role"),)),), p.Page(9))
        items = (p.Leaf("site", "website"), p.Hop("in", step, edges))
        shape = p.Shape((((), items),))
        (found,) = ask(store, p.Find(p.OfKinds(("Organisation",)), p.ListOf(shape)))
        return found["site"].removeprefix("https://")[:3], found["in"]["edges"][0]["role"]

    assert seen() == ("new", "PARTNER")  # no dates: the smaller id, "source:new"
    put(store, node("source:old", date="2016"), dataset="dates")
    assert seen() == ("old", "LEAD")
    put(store, node("source:old", date="2016"), node("source:new", date="2016-02"), dataset="dates")
    assert seen() == ("new", "PARTNER")
    put(store, node("source:old", date="2017"), node("source:new", date="2016-02"), dataset="dates")
    assert seen() == ("old", "LEAD")
    put(store, dataset="dates")
    assert seen() == ("new", "PARTNER")


@pytest.mark.parametrize(("basis", "there"), [("edited", 0), ("stated", 2), ("read", 2)])
def test_a_denied_statement_counts_by_its_rank(store: Store, basis: str, there: int) -> None:
    """Of one basis the newest source is believed; here the one that says it is so."""
    put(store, *_DATES, *(replace(row, cited="source:new") for row in BASE[1:]))
    denied = [
        replace(BASE[at], cited="source:old", basis=basis, denied=True, properties=())
        for at in (4, 5)
    ]
    put(store, *denied, dataset="no")
    assert ask(store, p.Tally())["relations"] == ({"PARTNER_IN": there} if there else {})
    put(store, dataset="no")
    assert ask(store, p.Tally())["relations"] == {"PARTNER_IN": 2}


def test_a_citation_says_what_each_source_says(store: Store) -> None:
    put(
        store, *_DATES,
        node(A, name="A", cited="source:old", locator="2", note="n", confidence=0.5),
        node(A, name="B", cited="source:new", basis="read"),
        node(A, cited="source:lost", denied=True),
        node(A, helix="civil", cited="source:old", locator="2", basis="assessed"),
    )  # fmt: skip
    names = ("title", "source_id", "locator", "basis", "confidence", "denied", "note", "date")
    leaves = tuple(p.Leaf(name, name) for name in names)
    items = (p.Citations("every", leaves, distinct=False), p.Citations("once", leaves[:2], True))
    (found,) = ask(
        store, p.Find(p.ById((A,), ("Organisation",)), p.ListOf(p.Shape((((), items),))))
    )
    rows = [tuple(row[name] for name in names) for row in found["every"]]
    assert rows == [
        ("Old", "source:old", "2", "STATED", 0.5, False, "n", "2010"),
        ("Old", "source:old", "2", "ASSESSED", None, False, None, "2010"),
        ("New", "source:new", None, "READ", None, False, None, "2012-05"),
        ("source:lost", "source:lost", None, "STATED", None, True, None, None),
    ]
    assert [row["title"] for row in found["once"]] == ["Old", "New", "source:lost"]


def test_seats_are_named_after_holder_and_board(store: Store) -> None:
    rows = [
        node("seat:1", role="member"),
        node("board:b", name="Board"),
        node("person:x", name="Xenia"),
        link("HOLDS", "person:x", "seat:1"),
        link("ON", "seat:1", "board:b"),
    ]
    put(store, *rows)
    shown = listed("Seat", "name", "derived_name")
    assert ask(store, shown) == [{"name": "Xenia, Board", "derived_name": True}]
    put(store, *rows[:2], node("person:x", name="Yara"), *rows[3:])
    assert ask(store, shown) == [{"name": "Yara, Board", "derived_name": True}]
    put(store, *rows[:2], *rows[3:])  # known only from the seat it holds
    assert ask(store, shown) == [{"name": "x, Board", "derived_name": True}]
    put(store, *rows[:4])
    assert ask(store, shown) == [{"name": "Xenia", "derived_name": True}]
    put(store, rows[0])
    assert ask(store, shown) == [{"name": "1", "derived_name": True}]


def test_names_beside_are_those_of_nodes_that_other_datasets_state(store: Store) -> None:
    put(store, *BASE, node("organisation:c", name="Gamma", aliases=("C", "Γ")))
    put(store, BASE[1], node("organisation:z"), dataset="two")
    assert sorted(store.names_beside("d")) == [("Alpha", A), ("z", "organisation:z")]
    found = store.names_beside("two")
    assert sorted(found) == [
        ("Alpha", A), ("Beta", B), ("C", "organisation:c"), ("Gamma", "organisation:c"), ("P", P),
        ("S", "source:s"), ("Γ", "organisation:c"),
    ]  # fmt: skip
    assert len(store.names_beside("three")) == 8


def test_names_are_every_name_and_alias(store: Store) -> None:
    put(store, node(A, name="Alpha", aliases=("A", "α")), link("PARTNER_IN", A, P))
    assert sorted(asyncio.run(store.names())) == [
        ("A", A, "Organisation"), ("Alpha", A, "Organisation"), ("p", P, "Project"),
        ("α", A, "Organisation"),
    ]  # fmt: skip


# -- the log ---------------------------------------------------------------------------------------


def history(store: Store) -> None:
    """Several commits: rows come, change, go, come again; two datasets, a denial, a seat."""
    put(store, *_DATES, *BASE)
    put(store, *_DATES, *BASE[:2], *BASE[3:], replace(BASE[2], properties=(("name", "Bèta"),)))
    put(store, *BASE[1:5], node("group:g", name="G"), dataset="two")
    put(store, *_DATES, node("seat:1", role="lid"), link("HOLDS", A, "seat:1"))
    put(store, *_DATES, *BASE)
    put(store, node(A, basis="edited", denied=True), dataset="no")
    put(store, dataset="no")
    put(store, link("MEMBER_OF", B, "group:g", start="2015"), dataset="two")


def test_revisions_are_told_oldest_first(store: Store) -> None:
    history(store)
    told = list(store.revisions())
    assert [one.number for one in told] == list(range(1, 9))
    assert [one.dataset for one in told] == ["d", "d", "two", "d", "d", "no", "no", "two"]
    assert {(one.actor, one.action, one.why) for one in told} == {("tester", "load", "to see")}
    assert all(one.at.endswith("+00:00") for one in told)
    assert [one.at for one in told] == sorted(one.at for one in told)


def test_events_are_told_in_a_stated_order(store: Store) -> None:
    history(store)
    told = list(store.events())

    def place(event: Event) -> tuple[int, str, str, str, str]:
        row = event.statement
        return event.revision, event.sign, row.kind, row.key, row.digest

    assert told == sorted(told, key=place)
    assert list(store.events(since=5)) == [event for event in told if event.revision > 5]
    assert list(store.events(since=8)) == []
    one = [event for event in told if event.statement == BASE[1]]
    assert [(event.revision, event.sign) for event in one] == [(1, "+"), (4, "-"), (5, "+")]


def test_the_log_rebuilds_nodes_and_relations(store: Store) -> None:
    history(store)
    standing: dict[str, Statement] = {}
    for event in store.events():
        if event.sign == "+":
            standing[event.statement.digest] = event.statement
        else:
            del standing[event.statement.digest]
    found = drawn(store)
    assert {row.digest for row in found["statements"]} == standing.keys()
    by_key: dict[str, list[Statement]] = {}
    for row in standing.values():
        by_key.setdefault(row.key, []).append(row)
    dated = {"source:s": "2016", "source:old": "2010", "source:new": "2012-05"}
    facts = [resolve(MODEL.kind(rows[0].kind), rows, dated) for rows in by_key.values()]
    nodes = {fact.key: fact for fact in facts if fact and not fact.source_id}
    relations = [fact for fact in facts if fact and fact.source_id]
    assert found["nodes"].keys() == {*nodes, "group:g"}  # the group is only mentioned
    for key, fact in nodes.items():
        assert found["nodes"][key]["name"] == fact.values["name"], key
    steps = [(fact.source_id, fact.target_id, fact.kind) for fact in relations]
    assert found["steps"] == sorted(steps)


def test_a_change_of_any_origin_is_taken(store: Store) -> None:
    rows = [node("person:x", name="X", cited="source:s")]
    assert store.commit(Change("d", rows, "test", "mend", "a reason")).revision == 1
    (told,) = store.revisions()
    assert (told.actor, told.action, told.dataset, told.why) == ("test", "mend", "d", "a reason")


def test_of_two_rows_at_one_place_the_last_counts(store: Store) -> None:
    one = node(A, name="One", cited="source:s", locator="1")
    other = replace(one, properties=(("name", "Other"),))
    assert len(put(store, one, other).difference.added) == 1
    assert ask(store, listed("Organisation", "name")) == [{"name": "Other"}]
    assert list(store.statements()) == [other]
