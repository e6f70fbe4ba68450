"""What changed on balance, and the network as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.api.test_agreements import TABLES, WORKSHOP, joined, left

from ledwerk.graph.analysis.what_if import compared
from ledwerk.graph.lens import Lens
from ledwerk.graph.net_change import ADDED, CORRECTED, REMOVED, Edit, net_change
from ledwerk.graph.network import network_of
from ledwerk.graph.past import network_at
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.run import check, load
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
    rebuilt = network_at(network, 1)
    assert rebuilt is not None
    assert rebuilt.ids == then.ids
    assert rebuilt.name.tolist() == then.name.tolist()
    assert {kind: len(rows) for kind, rows in rebuilt.relations.items()} == {
        kind: len(rows) for kind, rows in then.relations.items()
    }
    assert network_at(network, 1, most=10) is None


def test_numbers_of_then_and_now(network: Store) -> None:
    """A line of four and one alone; with the workshop in project Two there are four ties, and the
    campus alone lies between others: workshop and bank, school and bank.
    """
    joined(network, WORKSHOP, "project:two")
    was, now = network_at(network, 1), network_of(asyncio.run(network.network()))
    assert was is not None
    found = compared(was, now, Lens())
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
