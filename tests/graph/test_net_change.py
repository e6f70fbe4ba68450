"""What changed on balance, and the network as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.api.test_agreements import CAMPUS, SCHOOL, TABLES, WORKSHOP, joined, left

from ledwerk.graph.analysis.what_if import compared
from ledwerk.graph.lens import Lens
from ledwerk.graph.net_change import ADDED, CORRECTED, REMOVED, Edit, net_change
from ledwerk.graph.network import network_of
from ledwerk.graph.opening import open_store
from ledwerk.graph.past import rows_at, rows_before
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.model import MODEL

BAKERY = "organisation:bakery"


@pytest.fixture
def network(store: Store, mini: Callable[..., Path]) -> Store:
    load(store, check(MODEL, mini(**TABLES), store))
    return store


def edits(store: Store, actor: str) -> editing.Editor:
    return editing.Editor(MODEL, store, editing.Provenance(actor))


def update(store: Store, node: str, **values: object) -> None:
    editing.edit(
        store, lambda: editing.update_node(edits(store, "dirk"), "Organisation", node, values)
    )


def test_nothing_changed_after_the_newest_revision(network: Store) -> None:
    found = net_change(MODEL, network, 1)
    assert (found.shifts, found.revisions, found.whole) == ((), (), True)


def test_everything_is_new_since_the_beginning(network: Store) -> None:
    found = net_change(MODEL, network, 0)
    assert {one.what for one in found.shifts} == {ADDED}
    assert [one.name for one in found.shifts if one.kind == "Organisation"] == [
        "Bakkerij", "Bank", "School", "Werkplaats",
    ]  # fmt: skip


def test_what_was_added_and_taken_away_again_is_no_change(network: Store) -> None:
    joined(network, WORKSHOP, "project:two")
    left(network, WORKSHOP, "project:two")
    found = net_change(MODEL, network, 1)
    assert found.shifts == ()
    assert [one.actor for one in found.revisions] == ["bart", "carla"]
    assert found.whole
    # Seen from in between, it did go.
    (gone,) = net_change(MODEL, network, 2).shifts
    assert (gone.what, gone.kind, gone.source_id, gone.target_id, gone.by) == (
        REMOVED, "PARTNER_IN", WORKSHOP, "project:two", "carla",
    )  # fmt: skip


def test_what_was_changed_twice_is_one_correction(network: Store) -> None:
    update(network, BAKERY, name="Bakker", helix="civil")
    update(network, BAKERY, name="De Bakker")
    (one,) = net_change(MODEL, network, 1).shifts
    assert (one.what, one.name, one.revision, one.by) == (CORRECTED, "De Bakker", 3, "dirk")
    assert one.edits == (
        Edit("helix", "industry", "civil"),
        Edit("name", "Bakkerij", "De Bakker"),
    )


def test_what_was_changed_and_put_back_is_no_change(network: Store) -> None:
    update(network, BAKERY, helix="civil")
    update(network, BAKERY, helix="industry")
    assert net_change(MODEL, network, 1).shifts == ()


def test_what_is_removed_keeps_the_name_that_it_had(network: Store) -> None:
    editing.edit(
        network, lambda: editing.remove_node(edits(network, "eva"), "Organisation", BAKERY)
    )
    (one,) = net_change(MODEL, network, 1).shifts
    assert (one.what, one.name) == (REMOVED, "Bakkerij")


def test_too_much_to_list_is_counted_by_kind(network: Store) -> None:
    found = net_change(MODEL, network, 0, most=10)
    assert not found.whole
    assert found.shifts == ()
    assert found.touched["Organisation"] == 4
    assert found.touched["PARTNER_IN"] == 6


def test_the_network_of_then_is_the_one_that_was_seen_then(network: Store) -> None:
    then = network_of(asyncio.run(network.network()))
    joined(network, WORKSHOP, "project:two")
    update(network, BAKERY, name="Bakker")
    rows = rows_at(network, 1)
    assert rows is not None
    rebuilt = network_of(rows)
    assert rebuilt.ids == then.ids
    assert rebuilt.name.tolist() == then.name.tolist()
    assert {kind: len(rows) for kind, rows in rebuilt.relations.items()} == {
        kind: len(rows) for kind, rows in then.relations.items()
    }
    assert rows_at(network, 1, most=10) is None


def test_numbers_of_then_and_now(network: Store) -> None:
    """A line of four and one alone; with the workshop in project Two there are four ties, and the
    campus alone lies between others: workshop and bank, school and bank.
    """
    joined(network, WORKSHOP, "project:two")
    then, now = rows_at(network, 1), network_of(asyncio.run(network.network()))
    assert then is not None
    found = compared(network_of(then), now, Lens())
    measures = {one.name: (one.before, one.after) for one in found.measures}
    assert measures["parties"] == (5, 5)
    assert measures["ties"] == (3, 4)
    assert measures["isolates"] == (1, 1)
    assert measures["gaps"] == (2, 1)
    assert measures["unreachable"] == (1, 1)
    assert found.gaps.closed == (WORKSHOP,)
    moved = {one.party: (one.before, one.after) for one in found.moved}
    assert moved == {"organisation:school": (2.0, 0.0)}
    assert found.exact


ACTIVITIES = ("project:one", "project:two", "project:three")
PARTIES = (WORKSHOP, BAKERY, SCHOOL, "organisation:bank", CAMPUS)
WISHES = st.lists(
    st.one_of(
        st.tuples(st.just("join"), st.sampled_from(PARTIES), st.sampled_from(ACTIVITIES)),
        st.tuples(st.just("leave"), st.sampled_from(PARTIES), st.sampled_from(ACTIVITIES)),
        st.tuples(st.just("remove"), st.sampled_from(PARTIES), st.just("")),
        st.tuples(st.just("rename"), st.sampled_from(PARTIES), st.sampled_from(["A", "B"])),
        st.tuples(st.just("create"), st.sampled_from(["x", "y"]), st.just("")),
        st.tuples(st.just("rent"), st.sampled_from(PARTIES), st.just(CAMPUS)),
        st.tuples(st.just("pay"), st.sampled_from(PARTIES), st.sampled_from(["2020", "2021"])),
        st.tuples(st.just("reload"), st.sampled_from(["few", "all"]), st.just("")),
    ),
    max_size=12,
)


def done(store: Store, folder: Callable[..., Path], wish: tuple[str, str, str]) -> None:
    """Carries out a wish, if it can be."""
    what, one, other = wish
    by = edits(store, "fay")
    relation = ("PARTNER_IN", one, other)
    make: dict[str, Callable[[], editing.Edit]] = {
        "join": lambda: editing.add_relation(by, *relation, {}),
        "leave": lambda: editing.remove_relation(by, *relation, {}),
        "remove": lambda: editing.remove_node(by, MODEL.kind_of(one).name, one),  # type: ignore[union-attr]
        "rename": lambda: editing.update_node(
            by,
            MODEL.kind_of(one).name,
            one,
            {"name": other},  # type: ignore[union-attr]
        ),
        "create": lambda: editing.create_node(
            by, "Organisation", {"name": one}, f"organisation:{one}"
        ),
        "rent": lambda: editing.add_relation(by, "TENANT_OF", one, CAMPUS, {}),
        "pay": lambda: editing.add_relation(
            by, "FUNDS", one, "project:one", {"year": other, "amount": 5, "state": "granted"}
        ),
    }
    with suppress(InvalidEdit):
        if what == "reload":
            tables = TABLES | (FEW if one == "few" else {})
            checked = check(MODEL, folder(**tables), store)
            load(store, checked, agree=lambda _: True)
        else:
            editing.edit(store, make[what])


# Without the bank, which may still be mentioned by what editors said.
FEW = {
    "organisations": "".join(TABLES["organisations"].splitlines(keepends=True)[:-1]),
    "partner_in": "party,activity,source\nWerkplaats,One,Boek\nSchool,One,Boek\nSchool,Two,Boek\n",
}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wishes=WISHES, cut=st.integers(0, 12))
def test_what_is_rebuilt_from_a_net_change_is_what_was(
    mini: Callable[..., Path], wishes: list[tuple[str, str, str]], cut: int
) -> None:
    """Whatever was done, and from wherever one looks back: the shorter way gives the same."""
    store = open_store("sqlite::memory:")
    load(store, check(MODEL, mini(**TABLES), store))
    for wish in wishes:
        done(store, mini, wish)
    newest = asyncio.run(store.revision())
    since = min(1 + cut, newest)
    net = net_change(MODEL, store, since)
    assert net.whole
    whole = rows_at(store, since)
    assert whole is not None
    made = rows_before(MODEL, store, net, asyncio.run(store.network()))
    assert sorted(row for row in made.nodes if row[1] != "Seat") == sorted(
        row for row in whole.nodes if row[1] != "Seat"
    )
    assert {row[0] for row in made.nodes} == {row[0] for row in whole.nodes}
    assert sorted(made.relations, key=str) == sorted(whole.relations, key=str)
    store.close()
