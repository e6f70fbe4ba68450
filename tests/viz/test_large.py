"""A network too large to read is drawn in less detail, and says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import CLUSTER, View, network_view


@pytest.fixture
def crowd(store: Store, mini: Callable[..., Path]) -> Store:
    """Two crowds of ten in nine projects each, with one party in a project of both."""
    names = [f"{side}{number}" for side in "AB" for number in range(10)]
    pairs = [
        (f"{side}{n}", f"P{side}{at}") for side in "AB" for at in range(9) for n in (at, at + 1)
    ]
    projects = sorted({project for _, project in pairs})
    folder = mini(
        sources="name\nBron\n",
        organisations="name,source\n" + "".join(f"{name},Bron\n" for name in names),
        projects="name,source\n" + "".join(f"{name},Bron\n" for name in projects),
        partner_in="party,activity,source\n"
        + "".join(f"{a},{b},Bron\n" for a, b in [*pairs, ("A0", "PB0")]),
    )
    load(store, check(MODEL, folder, store))
    return store


def drawn(store: Store, **state: object) -> View:
    view = asyncio.run(network_view(store, state=ViewState(**state), facts=False))  # type: ignore[arg-type]
    assert len(view.marks) <= view.state.most or state.get("focus")
    return view


def kinds(view: View) -> dict[str, int]:
    found: dict[str, int] = {}
    for mark in view.marks:
        found[mark.kind] = found.get(mark.kind, 0) + 1
    return found


def test_all_is_drawn_as_long_as_it_fits(crowd: Store) -> None:
    view = drawn(crowd, most=38)
    assert (view.detail, kinds(view)) == ("activities", {"Organisation": 20, "Project": 18})
    assert view.notes == ()


def test_then_parties_alone(crowd: Store) -> None:
    view = drawn(crowd, most=37)
    assert (view.detail, kinds(view)) == ("parties", {"Organisation": 20})
    # Nine projects of two give nine ties in each crowd, A0 in a project of B0 and B1 two more.
    assert len(view.ties) == 9 + 9 + 2
    assert "zonder de projecten" in view.notes[0]


def test_then_clusters_of_them_with_every_party_in_one(crowd: Store) -> None:
    view = drawn(crowd, most=20, strength=1, helix=("unknown",))
    assert view.detail == "parties"
    small = drawn(crowd, most=20, group="community")
    assert set(kinds(small)) == {CLUSTER}
    assert sum(mark.members for mark in small.marks) == 20
    assert small.left_out == 0


def test_an_opened_cluster_shows_its_members_in_place_of_it(crowd: Store) -> None:
    shut = drawn(crowd, group="community")
    first = shut.marks[0]
    opened = drawn(crowd, group="community", open=(first.id,))
    assert first.id not in {mark.id for mark in opened.marks}
    assert len(opened.marks) == len(shut.marks) - 1 + first.members


def test_without_groups_the_most_tied_are_drawn_and_the_others_counted(crowd: Store) -> None:
    view = drawn(crowd, most=20, group="none", kind=("Organisation",))
    assert view.left_out == 0
    view = asyncio.run(
        network_view(crowd, state=ViewState(group="none", most=4), lang="nl", facts=False)
    )
    # A0 has three ties (A1, B0, B1), B1 as well (B0, B2, A0); of those with two the first by name.
    assert [mark.id for mark in view.marks] == [
        "organisation:a0", "organisation:a1", "organisation:a2", "organisation:b1",
    ]  # fmt: skip
    assert view.left_out == 16
    assert "Niet getekend: de 16 minst verbonden partijen." in view.notes
