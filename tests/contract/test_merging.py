"""Merges over both stores: nothing is lost, reloads change nothing, and all of it can be taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from tests.contract.making import ask as asked
from tests.contract.making import drawn, link, listed, node, put

from ledwerk.graph.store import Outcome, Store
from ledwerk.loaders import editing, merging
from ledwerk.loaders.editing import Edit, Editor, Provenance
from ledwerk.loaders.merging import placed
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.model import MODEL

A, B, C, P, Q = "organisation:a", "organisation:b", "organisation:c", "project:p", "project:q"
BASE = (
    node("source:s", name="S", date="2016"),
    node("source:t", name="T", date="2018"),
    node(A, name="Alfa", aliases=("A1",), website="https://a.org", cited="source:s"),
    node(B, name="Bèta", aliases=("B1",), helix="industry", cited="source:t"),
    node(C, name="Charlie", cited="source:t"),
    node(P, name="Plan", start="2014"),
    node(Q, name="Kwestie"),
    link("PARTNER_IN", A, P, role="lead", cited="source:s"),
    link("PARTNER_IN", B, P, role="partner", cited="source:t"),
    link("PARTNER_IN", B, Q, cited="source:t"),
    link("PARTNER_IN", C, Q, denied=True, cited="source:s"),
    link("FUNDS", A, B, amount=3.0, year="2016", state="granted", cited="source:s"),
    link("FUNDS", B, C, amount=5.0, year="2017", state="granted", cited="source:s"),
)


def _do(store: Store, make: Callable[[Editor], Edit]) -> Outcome:
    editor = Editor(MODEL, store, Provenance("eva", why="to see"))
    return editing.edit(store, lambda: make(editor))[1]


def _merge(store: Store, kept: str, gone: str) -> Outcome:
    return _do(store, lambda editor: merging.merge_nodes(editor, kept, gone))


def _load(store: Store, *rows: object, dataset: str = "d") -> Outcome:
    return put(store, *placed(store, rows), dataset=dataset)  # type: ignore[arg-type]


def test_what_was_said_of_the_one_that_goes_is_said_of_the_one_that_stays(store: Store) -> None:
    put(store, *BASE)
    _merge(store, A, B)
    (party, other) = asked(
        store, listed("Organisation", "id", "name", "aliases", "helix", "website")
    )
    assert other["id"] == C
    assert (party["id"], party["name"], sorted(party["aliases"])) == (
        A,
        "Alfa",
        ["A1", "B1", "Bèta"],
    )
    assert (party["helix"], party["website"]) == ("INDUSTRY", "https://a.org")
    steps = set(asyncio.run(store.walks(["PARTNER_IN", "FUNDS"])).steps)
    # What A gave B has no other end any more.
    assert steps == {(A, P, "PARTNER_IN"), (A, Q, "PARTNER_IN"), (A, C, "FUNDS")}
    names = {(name, node_id) for name, node_id, _ in asyncio.run(store.names())}
    assert ("Bèta", A) in names
    (moved,) = store.statements(key=f"FUNDS:{A}>{C}[state=granted;year=2017]")
    assert (moved.dataset, moved.cited, moved.stated_as) == ("d", "source:s", f"{B}>{C}")


def test_a_reload_changes_nothing_and_what_is_new_lands_on_the_one_that_stays(store: Store) -> None:
    put(store, *BASE)
    revision = _merge(store, A, B).revision
    merged = drawn(store)
    again = _load(store, *BASE)
    assert (again.revision, again.difference.empty) == (revision, True)
    assert drawn(store) == merged
    _load(store, node("project:r", name="R"), link("PARTNER_IN", B, "project:r"), dataset="two")
    steps = asyncio.run(store.walks(["PARTNER_IN"])).steps
    assert (A, "project:r", "PARTNER_IN") in steps
    assert not {step for step in steps if B in step}


def test_taken_back_all_is_as_it_was_and_newer_work_stays(store: Store) -> None:
    put(store, *BASE)
    before = drawn(store)
    _merge(store, A, B)
    _do(store, lambda editor: merging.unmerge_node(editor, B))
    assert drawn(store) == before
    _merge(store, A, B)
    _do(store, lambda e: editing.update_node(e, "Organisation", A, {"sme": True}))
    _load(store, *BASE, link("PARTNER_IN", B, "project:r"), node("project:r", name="R"))
    _do(store, lambda editor: merging.unmerge_node(editor, B))
    parties = {row["id"]: row for row in asked(store, listed("Organisation", "id", "name", "sme"))}
    assert parties[A]["sme"] is True
    assert (parties[B]["name"], parties[B]["sme"]) == ("Bèta", None)
    assert (B, "project:r", "PARTNER_IN") in asyncio.run(store.walks(["PARTNER_IN"])).steps


def test_merges_that_follow_one_another_are_taken_back_in_any_order(store: Store) -> None:
    put(store, *BASE)
    before = drawn(store)
    found = []
    for order in ((A, B), (B, A)):
        for gone in order:
            _merge(store, C, gone)
        found.append(drawn(store))
        for gone in order:  # the first merged is taken back first
            _do(store, lambda editor, gone=gone: merging.unmerge_node(editor, gone))  # type: ignore[misc]
        assert drawn(store) == before
    assert found[0] == found[1]
    _merge(store, B, A)
    _merge(store, C, B)
    chain = drawn(store)
    assert (chain["nodes"], chain["steps"]) == (found[0]["nodes"], found[0]["steps"])
    _do(store, lambda editor: merging.unmerge_node(editor, B))
    _do(store, lambda editor: merging.unmerge_node(editor, A))
    assert drawn(store) == before


def test_what_is_called_different_changes_nothing_that_is_shown(store: Store) -> None:
    put(store, *BASE)
    before = drawn(store)
    _do(store, lambda editor: merging.mark_different(editor, B, A))
    assert merging.standing(store).apart() == {(A, B)}
    told = drawn(store)
    assert all(told[part] == before[part] for part in ("nodes", "steps", "ties", "names"))
    _do(store, lambda editor: merging.take_back(editor, A, B))
    assert drawn(store) == before


def test_what_is_called_different_is_not_kept_by_it(store: Store) -> None:
    rows = [row for row in BASE if A not in (row.key, row.source_id, row.target_id)]
    put(store, *BASE)
    _do(store, lambda editor: merging.mark_different(editor, A, B))
    put(store, *rows)  # the dataset does not state it any more
    assert {row["id"] for row in asked(store, listed("Organisation", "id"))} == {B, C}
    assert A not in {node_id for _, node_id, _ in asyncio.run(store.names())}
    # Back in the dataset it is there again, and so is what was decided.
    put(store, *BASE)
    assert {row["id"] for row in asked(store, listed("Organisation", "id"))} == {A, B, C}
    assert merging.standing(store).apart() == {(A, B)}
    put(store, *rows)
    _do(store, lambda editor: merging.take_back(editor, B, A))
    assert {row["id"] for row in asked(store, listed("Organisation", "id"))} == {B, C}
    assert not merging.standing(store).apart()


def test_what_is_called_different_does_not_bring_back_what_is_denied(store: Store) -> None:
    put(store, *BASE)
    _do(store, lambda editor: merging.mark_different(editor, A, B))
    put(store, *(row for row in BASE if row.key != A), node(A, denied=True))
    assert {row["id"] for row in asked(store, listed("Organisation", "id"))} == {B, C}


def test_two_of_two_kinds_are_called_different_and_never_merged(store: Store) -> None:
    put(store, *BASE, node("campus:a", name="Alfa"))
    with pytest.raises(InvalidEdit, match="campus:a and organisation:a are not of one kind"):
        _merge(store, A, "campus:a")
    _do(store, lambda editor: merging.mark_different(editor, A, "campus:a"))
    assert merging.standing(store).apart() == {("campus:a", A)}
    assert [row["id"] for row in asked(store, listed("Campus", "id"))] == ["campus:a"]
    _do(store, lambda editor: merging.take_back(editor, A, "campus:a"))
    assert not merging.standing(store).apart()
