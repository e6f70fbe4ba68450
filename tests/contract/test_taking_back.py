"""Taking back what was loaded, edited and merged, also later, on both stores."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, note, settings
from hypothesis import strategies as st
from tests.contract.making import link, node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Amendment, Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.merging import merge_nodes, placed
from ledwerk.loaders.taking_back import How, look, take_back
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

A, B, C, PLAN = "organisation:a", "organisation:b", "organisation:c", "project:p"
FIRST = (
    node(A, name="Alfa", helix="industry", dataset="one", cited="source:s", locator="1"),
    node(PLAN, name="Plan", dataset="one", cited="source:s", locator="2"),
    link("PARTNER_IN", A, PLAN, role="lead", dataset="one", cited="source:s", locator="3"),
)
SECOND = (
    node(B, name="Beta", dataset="two", cited="source:t", locator="1"),
    link("PARTNER_IN", B, PLAN, dataset="two", cited="source:t", locator="2"),
)


def said(store: Store) -> set[Statement]:
    return set(store.statements())


def load(store: Store, *rows: Statement, dataset: str) -> int:
    return put(store, *placed(store, rows), dataset=dataset).revision


def edit(store: Store, make: Callable[..., editing.Edit], *words: Any, **given_: Any) -> int:
    editor = Editor(MODEL, store, Provenance("An", **given_))
    return store.amend(make(editor, *words).amendment).revision


def back(store: Store, revision: int, how: How = How.REFUSE) -> int:
    return take_back(MODEL, store, revision, how, actor="An")[1].revision


def resting(store: Store, revision: int) -> list[tuple[str, int, str]]:
    return [(one.how, one.revision, one.key) for one in look(MODEL, store, revision).resting]


def test_a_load_is_taken_back_and_what_others_said_stays(store: Store) -> None:
    load(store, *SECOND, dataset="two")
    before = said(store)
    revision = load(store, *FIRST, dataset="one")
    edit(store, editing.update_node, "Organisation", B, {"website": "https://b.example"})
    newer = said(store) - before - set(FIRST)
    taken = back(store, revision)
    assert said(store) == before | newer
    told = list(store.revisions())[-1]
    assert (told.number, told.action, told.dataset) == (taken, f"take-back {revision}", "one")


def test_a_take_back_is_taken_back_and_that_again(store: Store) -> None:
    empty = said(store)
    first = load(store, *FIRST, dataset="one")
    full = said(store)
    for _ in range(2):
        taken = back(store, first)
        assert said(store) == empty
        again = back(store, taken)
        assert said(store) == full
    with pytest.raises(InvalidEdit, match=f"taken back already, in revision {again}"):
        back(store, taken)


def test_what_was_taken_back_is_not_taken_back_twice(store: Store) -> None:
    first = load(store, *FIRST, dataset="one")
    taken = back(store, first)
    with pytest.raises(
        InvalidEdit, match=f"revision {first} was taken back already, in .* {taken}"
    ):
        back(store, first)


def test_a_load_says_again_what_was_taken_back(store: Store) -> None:
    first = load(store, *FIRST, dataset="one")
    full = said(store)
    back(store, first)
    load(store, *FIRST, dataset="one")
    assert said(store) == full


def test_an_older_load_of_a_dataset_rests_under_a_newer_one(store: Store) -> None:
    first = load(store, *FIRST[:2], dataset="one")
    second = load(store, *FIRST[1:], dataset="one")
    assert resting(store, first) == [("load", second, "")]
    with pytest.raises(InvalidEdit, match="rest on revision 1"):
        back(store, first)
    with pytest.raises(InvalidEdit, match="nothing of revision 1 is left"):
        back(store, first, How.KEEP)  # the newer load says what it says
    back(store, first, How.TOO)
    assert said(store) == set()


def test_of_two_loads_the_newer_alone_is_taken_back(store: Store) -> None:
    load(store, *FIRST[:2], dataset="one")
    before = said(store)
    second = load(
        store, replace(FIRST[0], properties=(("name", "Other"),)), *FIRST[2:], dataset="one"
    )
    back(store, second)
    assert said(store) == before


def test_one_edit_of_several_is_taken_back_and_the_others_stay(store: Store) -> None:
    load(store, *FIRST, dataset="one")
    name = edit(store, editing.update_node, "Organisation", A, {"name": "Alpha"})
    edit(store, editing.update_node, "Organisation", A, {"website": "https://a.example"})
    back(store, name)
    (own,) = [row for row in store.statements(key=A) if row.dataset == "edits"]
    assert own.values() == {"website": "https://a.example"}


def test_a_newer_value_rests_on_the_older_and_stays_or_goes_with_it(store: Store) -> None:
    load(store, *FIRST, dataset="one")
    before = said(store)
    first = edit(store, editing.update_node, "Organisation", A, {"name": "Alpha"})
    second = edit(store, editing.update_node, "Organisation", A, {"name": "Alfa BV"})
    after = said(store)
    assert resting(store, first) == [("value", second, A)]
    with pytest.raises(InvalidEdit, match=r"1 things rest on revision 2: value organisation:a"):
        back(store, first)
    with pytest.raises(InvalidEdit, match="nothing of revision 2 is left"):
        back(store, first, How.KEEP)
    assert said(store) == after
    back(store, first, How.TOO)
    assert said(store) == before


def test_a_removal_is_taken_back_and_what_was_said_before_is_there_again(store: Store) -> None:
    load(store, *FIRST, dataset="one")
    edit(store, editing.update_node, "Organisation", A, {"name": "Alpha"})
    before = said(store)
    gone = edit(store, editing.remove_node, "Organisation", A)
    back(store, gone)
    assert said(store) == before


def test_relations_and_edits_of_a_node_that_would_be_gone_rest_on_it(store: Store) -> None:
    load(store, *SECOND, dataset="two")
    before = said(store)
    made = edit(store, editing.create_node, "Organisation", {"name": "C"}, C)
    own = edit(store, editing.update_node, "Organisation", C, {"website": "https://c.example"})
    tie = edit(store, editing.add_relation, "PARTNER_IN", C, PLAN, {})
    loaded = load(store, link("PARTNER_IN", C, "project:q", dataset="x"), dataset="x")
    assert resting(store, made) == [
        ("edit", own, C),
        ("relation", tie, f"PARTNER_IN:{C}>{PLAN}"),
        ("relation", loaded, f"PARTNER_IN:{C}>project:q"),
    ]
    kept = take_back(MODEL, store, made, How.KEEP, actor="An")[0]
    assert [row.key for row in kept.amendment.drop] == [C]
    shown = asyncio.run(store.network())
    assert C in [row[0] for row in shown.nodes]  # by its id
    back(store, asyncio.run(store.revision()))
    back(store, made, How.TOO)
    assert said(store) == before


def test_a_node_that_others_state_in_full_does_not_rest_on_a_load(store: Store) -> None:
    first = load(store, *FIRST, dataset="one")
    other = node(A, name="Alpha", dataset="two", cited="source:t")
    load(store, other, link("PARTNER_IN", A, "project:q", dataset="two"), dataset="two")
    assert resting(store, first) == []
    back(store, first)
    assert {row.key for row in said(store)} == {A, f"PARTNER_IN:{A}>project:q"}


def test_a_merge_is_taken_back_also_for_rows_that_were_loaded_since(store: Store) -> None:
    load(store, *FIRST, dataset="one")
    load(store, *SECOND, dataset="two")
    merge = edit(store, merge_nodes, A, B)
    more = link("PARTNER_IN", B, "project:q", dataset="two", cited="source:t", locator="9")
    load(store, *SECOND, more, dataset="two")
    edit(store, editing.update_node, "Organisation", A, {"website": "https://a.example"})
    assert f"PARTNER_IN:{A}>project:q" in {row.key for row in said(store)}
    back(store, merge, How.KEEP)
    website = [row for row in said(store) if row.dataset == "edits"]
    assert said(store) == {*FIRST, *SECOND, more, *website}
    assert [row.values() for row in website] == [{"website": "https://a.example"}]


def test_a_load_whose_nodes_were_merged_since_goes_with_or_without_the_merge(store: Store) -> None:
    load(store, *FIRST, dataset="one")
    before = said(store)
    second = load(store, *SECOND, dataset="two")
    merge = edit(store, merge_nodes, A, B)
    assert resting(store, second) == [("merge", merge, "")]
    back(store, second, How.KEEP)
    (decision,) = said(store) - before
    assert (decision.key, decision.denied) == (B, True)
    back(store, asyncio.run(store.revision()))
    back(store, second, How.TOO)
    assert said(store) == before


def test_an_acceptance_rests_on_the_load_and_goes_with_it(store: Store) -> None:
    row = node(A, name="Alfa", basis="read", dataset="one", cited="source:s")
    first = load(store, row, node(B, name="B", dataset="one"), dataset="one")
    accepted = replace(row, accepted_by="An")
    second = store.amend(Amendment((accepted,), (row,), "An", "accept", "one")).revision
    assert resting(store, first) == [("acceptance", second, "")]
    back(store, second)
    assert row in said(store)
    back(store, asyncio.run(store.revision()))
    back(store, first, How.KEEP)
    assert said(store) == set()


def test_what_there_is_not_is_told(store: Store) -> None:
    load(store, *FIRST, dataset="one")
    for number in (0, -1, 2, 10**9):
        with pytest.raises(InvalidEdit, match=f"there is no revision {number}"):
            back(store, number)
    erased = store.amend(Amendment((), (FIRST[0],), "An", "erase")).revision
    with pytest.raises(InvalidEdit, match="erased a person, which cannot be taken back"):
        back(store, erased, How.KEEP)


# -- any sequence -----------------------------------------------------------------------------------

_ROWS = (
    *FIRST,
    *SECOND,
    node(A, name="Alpha", dataset="one", cited="source:t"),
    node(B, helix="industry", dataset="one"),
    link("PARTNER_IN", A, PLAN, role="partner", dataset="two"),
)
_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["X", "Y"]),
        "website": st.sampled_from(["https://x.example", None]),
    },
).filter(bool)
_STEPS = st.one_of(
    st.tuples(
        st.just("load"),
        st.sampled_from(["one", "two"]),
        st.sets(st.sampled_from(range(len(_ROWS)))),
    ),
    st.tuples(st.just("update"), st.sampled_from([A, B]), _VALUES),
    st.tuples(st.just("remove"), st.sampled_from([A, B])),
    st.tuples(st.just("create"), st.sampled_from([A, B, C])),
    st.tuples(st.just("add"), st.sampled_from([A, B, C])),
    st.tuples(st.just("merge"), st.sampled_from([(A, B), (B, A)])),
    st.tuples(st.just("back"), st.integers(1, 6), st.sampled_from([How.KEEP, How.TOO])),
)


def do(store: Store, step: tuple[Any, ...]) -> bool:
    """Do a step; False where it changed nothing or cannot be done."""
    before = asyncio.run(store.revision())
    with suppress(InvalidEdit):
        match step:
            case ("load", dataset, chosen):
                rows = [_ROWS[number] for number in sorted(chosen)]
                load(store, *(replace(row, dataset=dataset) for row in rows), dataset=dataset)
            case ("update", key, values):
                edit(store, editing.update_node, "Organisation", key, values)
            case ("remove", key):
                edit(store, editing.remove_node, "Organisation", key)
            case ("create", key):
                edit(store, editing.create_node, "Organisation", {"name": "New"}, key)
            case ("add", key):
                edit(store, editing.add_relation, "PARTNER_IN", key, PLAN, {"role": "lead"})
            case ("back", number, how):
                back(store, number, how)
            case ("merge", (kept, gone)):
                edit(store, merge_nodes, kept, gone)
    return asyncio.run(store.revision()) > before


def _less(steps: list[tuple[Any, ...]], number: int) -> list[tuple[Any, ...]] | None:
    """Steps without one of them; None where another is about it."""
    found: list[tuple[Any, ...]] = []
    for step in steps[:number] + steps[number + 1 :]:
        if step[0] != "back":
            found.append(step)
        elif step[1] == number + 1 or step[2] is How.TOO:
            return None
        else:
            found.append(("back", step[1] - (step[1] > number), step[2]))
    return found


def _without(steps: list[tuple[Any, ...]]) -> set[Statement] | None:
    """What stands after steps; None where one of them cannot be done, or changes nothing."""
    store = open_store("sqlite::memory:")
    try:
        return said(store) if all(do(store, step) for step in steps) else None
    finally:
        store.close()


def _told_once(steps: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """No edit says what another said already: the log has nothing of the second one then."""
    found: list[tuple[Any, ...]] = []
    for number, step in enumerate(steps):
        if step[0] == "update":
            emptied = any(one[0] == "update" and None in one[2].values() for one in found)
            values = {
                name: value and f"{value}{number}"
                for name, value in step[2].items()
                if value or not emptied
            }
            found += [("update", step[1], values)] if values else []
        else:
            found.append(step)
    return found


def _tried(store: Store, steps: list[tuple[Any, ...]], chosen: int) -> None:
    note(f"{steps} {chosen}")
    done = [step for step in _told_once(steps) if do(store, step)]
    assume(len(done) >= 2)
    number = chosen % len(done)
    before = said(store)
    try:
        found = look(MODEL, store, number + 1)
    except InvalidEdit:  # it was taken back already
        return
    if not found.resting and not found.empty:
        fewer = _less(done, number)
        without = _without(fewer) if fewer is not None else None
        taken = back(store, number + 1)
        if without is not None:  # nothing else needed it
            assert said(store) == without
        with pytest.raises(InvalidEdit):
            back(store, number + 1)
        back(store, taken)
        assert said(store) == before
        return
    for how in (How.KEEP, How.TOO):
        with suppress(InvalidEdit):
            taken = back(store, number + 1, how)
            back(store, taken)
            assert said(store) == before


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_STEPS, min_size=2, max_size=7), st.integers(0, 6))
def test_whatever_was_done_one_change_of_it_can_be_taken_back(
    steps: list[tuple[Any, ...]], chosen: int
) -> None:
    store = open_store("sqlite::memory:")
    try:
        _tried(store, steps, chosen)
    finally:
        store.close()
