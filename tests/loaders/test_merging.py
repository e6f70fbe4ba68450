"""Merges of random graphs: taken back nothing is lost, loads change nothing, order does not matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.contract.making import drawn, link, node, put

from ledwerk.graph.identity.decisions import Decisions, decisions
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing, merging
from ledwerk.loaders.editing import Edit, Editor, Provenance
from ledwerk.loaders.merging import placed
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

PARTIES = [f"organisation:{letter}" for letter in "abcd"]
PROJECTS = ["project:p", "project:q"]


def by(store: Store) -> Editor:
    return Editor(MODEL, store, Provenance("eva", why="to see"))


def do(store: Store, make: Callable[[Editor], Edit]) -> None:
    store.amend(make(by(store)).amendment)


@contextmanager
def opened(*rows: Statement) -> Iterator[Store]:
    store = open_store("sqlite::memory:")
    try:
        put(store, node("source:s", name="S", date="2016"), *rows)
        yield store
    finally:
        store.close()


RELATIONS = st.lists(
    st.one_of(
        st.builds(
            lambda party, project, role, denied: link(
                "PARTNER_IN", party, project, role=role, cited="source:s", denied=denied
            ),
            st.sampled_from(PARTIES), st.sampled_from(PROJECTS),
            st.sampled_from(["lead", "partner"]), st.booleans(),
        ),
        st.builds(
            lambda one, two, year: link("FUNDS", one, two, amount=1.0, year=year, state="granted"),
            st.sampled_from(PARTIES), st.sampled_from([*PARTIES, *PROJECTS]),
            st.sampled_from(["2015", "2016"]),
        ).filter(lambda row: row.source_id != row.target_id),
    ),
    max_size=8,
    unique_by=lambda row: row.place,
)  # fmt: skip
MERGES = st.lists(
    st.tuples(st.sampled_from(PARTIES), st.sampled_from(PARTIES)), min_size=1, max_size=3
)
NODES = tuple(
    node(party, name=f"Naam {party[-1]}", aliases=(party[-1],), cited="source:s")
    for party in PARTIES
) + tuple(node(project, name=project) for project in PROJECTS)


def merged(store: Store, pairs: list[tuple[str, str]]) -> list[str]:
    """Does those merges that can be done; returns the ids that went, in their order."""
    gone = []
    for keep, merge in pairs:
        known = merging.standing(store)
        kept, dropped = known.canonical(keep), known.canonical(merge)
        if kept != dropped:
            do(store, lambda e, k=kept, d=dropped: merging.merge_nodes(e, k, d))  # type: ignore[misc]
            gone.append(dropped)
    return gone


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=RELATIONS, pairs=MERGES, data=st.data())
def test_merged_reloaded_and_taken_apart_all_is_as_it_was(
    rows: list[Statement], pairs: list[tuple[str, str]], data: st.DataObject
) -> None:
    with opened(*NODES, *rows) as store:
        before = drawn(store)
        gone = merged(store, pairs)
        once = drawn(store)
        said = [node("source:s", name="S", date="2016"), *NODES, *rows]
        again = put(store, *placed(store, said))
        assert again.difference.empty
        assert drawn(store) == once
        assert not {end for step in once["steps"] for end in step[:2]}.intersection(gone)
        for one in data.draw(st.permutations(gone)):
            do(store, lambda e, one=one: merging.unmerge_node(e, one))  # type: ignore[misc]
        assert drawn(store) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=RELATIONS, data=st.data())
def test_the_order_of_merges_does_not_matter(rows: list[Statement], data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.sampled_from(PARTIES[1:]), min_size=1, unique=True))
    found = []
    for order in (gone, data.draw(st.permutations(gone))):
        with opened(*NODES, *rows) as store:
            merged(store, [(PARTIES[0], one) for one in order])
            found.append(drawn(store))
    assert found[0] == found[1]
    with opened(*NODES, *rows) as store:
        made = merging.merge_all(by(store), [(PARTIES[0], one, "") for one in gone])
        assert made is not None
        store.amend(made.amendment)
        told = drawn(store)
        assert (told["nodes"], told["steps"]) == (found[0]["nodes"], found[0]["steps"])


def test_a_circle_of_decisions_ends() -> None:
    told = Decisions({"organisation:a": "organisation:b", "organisation:b": "organisation:a"})
    assert told.canonical("organisation:a") in {"organisation:a", "organisation:b"}


def test_what_was_merged_is_not_changed_under_its_old_id() -> None:
    with opened(*NODES) as store:
        a, b = PARTIES[:2]
        do(store, lambda e: merging.merge_nodes(e, a, b))
        for wish in (
            lambda e: editing.update_node(e, "Organisation", b, {"sme": True}),
            lambda e: editing.create_node(e, "Organisation", {"name": "B"}, b),
            lambda e: merging.merge_nodes(e, b, PARTIES[2]),
            lambda e: merging.mark_different(e, b, PARTIES[2]),
        ):
            with pytest.raises(InvalidEdit, match=f"{b} was merged into {a}"):
                wish(by(store))
        with pytest.raises(InvalidEdit, match="was not merged"):
            merging.unmerge_node(by(store), a)


def test_who_merges_what_was_called_different_decides_anew() -> None:
    with opened(*NODES) as store:
        a, b, c = PARTIES[:3]
        before = drawn(store)
        do(store, lambda e: merging.mark_different(e, a, b))
        do(store, lambda e: merging.merge_nodes(e, a, b))
        assert merging.standing(store).apart() == set()
        do(store, lambda e: merging.unmerge_node(e, b))
        assert drawn(store) == before
        do(store, lambda e: merging.mark_different(e, b, c))
        do(store, lambda e: merging.merge_nodes(e, a, b))
        assert merging.standing(store).apart() == {(a, c)}  # what held of the one holds of both
        assert merging.merge_all(by(store), [(a, c, "")]) is None


def test_edits_of_the_one_that_goes_go_along_and_come_back() -> None:
    with opened(*NODES) as store:
        a, b = PARTIES[:2]
        do(store, lambda e: editing.update_node(e, "Organisation", b, {"website": "https://b.org"}))
        before = drawn(store)
        do(store, lambda e: merging.merge_nodes(e, a, b))
        told = drawn(store)["nodes"][a]
        assert (told["name"], told["website"]) == ("Naam a", "https://b.org")
        assert "Naam b" in told["aliases"]
        do(store, lambda e: merging.unmerge_node(e, b))
        assert drawn(store) == before


def test_decisions_are_statements_that_only_decide() -> None:
    with opened(*NODES) as store:
        do(store, lambda e: merging.merge_nodes(e, PARTIES[0], PARTIES[1]))
        (row,) = [row for row in store.statements("edits") if row.key == PARTIES[1]]
        assert (row.denied, row.locator, row.properties) == (True, f"same as {PARTIES[0]}", ())
        assert decisions(store.statements("edits")).same == {PARTIES[1]: PARTIES[0]}
