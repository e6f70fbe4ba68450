"""A network too large to read is drawn in part, and says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz import render
from ledwerk.viz.view import network_view


def test_only_the_most_tied_of_a_large_network_are_drawn(
    store: Store, mini: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ledwerk.viz.view._ALL", 10)
    monkeypatch.setattr("ledwerk.viz.view._MOST_TIED", 4)
    pairs = [("A", "P"), ("A", "Q"), ("B", "P"), ("B", "Q"), ("C", "P")]
    folder = mini(
        sources="name\nBron\n",
        organisations="name\n" + "".join(f"{name}\n" for name in "ABCDEFGHIJ"),
        projects="name\nP\nQ\n",
        partner_in="party,activity\n" + "".join(f"{a},{b}\n" for a, b in pairs),
    )
    load(store, check(MODEL, folder, store))
    view = asyncio.run(network_view(store))
    assert [mark.id for mark in view.marks] == [
        "organisation:a", "organisation:b", "project:p", "project:q",
    ]  # fmt: skip
    assert view.left_out == 8
    page = render.page(view)
    assert 'role="note" >Alleen de meest verbonden knopen zijn getekend; niet getekend: 8<' in page
