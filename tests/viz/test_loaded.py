"""What loads said is known, whatever editors did since."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.contract.making import link, node, put

from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Edit, Editor, Provenance
from ledwerk.loaders.merging import merge_nodes
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.loaded import UNEDITED, Known, loaded_of
from ledwerk.viz.loaded_network import network_before

A, B, P, Q = "organisation:alfa", "organisation:beta", "project:p", "project:q"
Change = Callable[[Editor], Edit]

CHANGES: dict[str, Change] = {
    "a party": lambda by: editing.create_node(by, "Organisation", {"name": "Nieuw"}),
    "another name": lambda by: editing.update_node(by, "Organisation", A, {"name": "Alva"}),
    "another helix": lambda by: editing.update_node(by, "Organisation", A, {"helix": "civil"}),
    "a website": lambda by: editing.update_node(by, "Organisation", A, {"website": "https://a.nl"}),
    "a party gone": lambda by: editing.remove_node(by, "Organisation", B),
    "a project gone": lambda by: editing.remove_node(by, "Project", P),
    "a tie": lambda by: editing.add_relation(by, "PARTNER_IN", A, Q, {}),
    "a tie gone": lambda by: editing.remove_relation(by, "PARTNER_IN", B, Q, {}),
    "a role": lambda by: editing.update_relation(by, "PARTNER_IN", B, Q, {"role": "lead"}),
    "a merge": lambda by: merge_nodes(by, A, B),
}


@pytest.fixture
def small(store: Store, mini: Callable[..., Path]) -> Store:
    """Two parties and two projects."""
    folder = mini(
        sources="name,date\nBron,2016\n",
        organisations="name,helix,source\nAlfa,industry,Bron\nBeta,knowledge,Bron\n",
        projects="name,source\nP,Bron\nQ,Bron\n",
        partner_in="party,activity,source\nAlfa,P,Bron\nBeta,P,Bron\nBeta,Q,Bron\n",
    )
    load(store, check(MODEL, folder, store))
    return store


def edited(store: Store, change: Change) -> int:
    """Make a change; returns its revision."""
    by = Editor(MODEL, store, Provenance("eva"), None)
    return store.amend(change(by).amendment).revision


def network(store: Store) -> Network:
    return network_of(asyncio.run(store.network()))


def nodes(found: Network) -> dict[str, Known]:
    columns = (found.ids, found.kind.tolist(), found.name.tolist(), found.helix.tolist())
    return {row[0]: Known(*row) for row in zip(*columns, strict=True)}


def steps(found: Network) -> set[tuple[str, str, str]]:
    return {
        (found.ids[a], found.ids[b], kind)
        for kind, rows in found.relations.items()
        for a, b in zip(rows.source.tolist(), rows.target.tolist(), strict=True)
    }


def test_an_unedited_store_says_so(small: Store) -> None:
    assert loaded_of(small) == UNEDITED


@pytest.mark.parametrize("names", [*([name] for name in CHANGES), list(CHANGES)[:2], [
    "a tie", "a merge"], ["another name", "a tie gone", "a project gone"]])  # fmt: skip
def test_what_loads_said_comes_back_whatever_was_edited(small: Store, names: list[str]) -> None:
    before = network(small)
    for name in names:
        edited(small, CHANGES[name])
    loaded, now = loaded_of(small), network(small)
    assert loaded.nodes_before(nodes(now)) == nodes(before)
    assert set(loaded.steps_before(steps(now))) == steps(before)
    again = network_before(now, loaded)
    assert nodes(again) == nodes(before)
    assert steps(again) == steps(before)
    assert again.sort.tolist() == before.sort.tolist()


@pytest.mark.parametrize("name", CHANGES)
def test_undone_is_as_if_it_had_never_been(small: Store, name: str) -> None:
    revision = edited(small, CHANGES[name])
    edited(small, lambda by: editing.undo(by, revision))
    assert loaded_of(small) == UNEDITED


def test_each_thing_is_told_once_and_as_loads_said_it(small: Store) -> None:
    edited(small, CHANGES["a party"])
    edited(small, CHANGES["another name"])
    edited(small, CHANGES["a party gone"])
    found = loaded_of(small)
    assert found.added == ("organisation:nieuw",)
    assert found.altered == (Known(A, "Organisation", "Alfa", "industry"),)
    assert found.removed == (Known(B, "Organisation", "Beta", "knowledge"),)
    assert found.gone_steps == ((B, P, "PARTNER_IN"), (B, Q, "PARTNER_IN"))
    assert found.new_steps == ()
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
    assert hash(found) == hash(loaded_of(small))


def test_a_party_that_only_a_tie_mentions_was_there_before_it_is_described(store: Store) -> None:
    gamma = "organisation:gamma"
    put(store, node(P, name="P"), link("PARTNER_IN", gamma, P))
    before = network(store)
    assert gamma in before.ids
    edited(store, lambda by: editing.update_node(by, "Organisation", gamma, {"helix": "industry"}))
    loaded = loaded_of(store)
    assert loaded.added == ()
    assert loaded.nodes_before(nodes(network(store))) == nodes(before)
