"""The picture of the network, from either store, within the time that a question may take."""

from __future__ import annotations

import asyncio

from ledwerk.graph.store import Store
from ledwerk.viz import render
from ledwerk.viz.view import network_view

_PAGES: dict[str, str] = {}


def test_the_network_is_drawn_alike(led: Store) -> None:
    """Byte for byte: the page does not tell which store it was made from."""
    page = render.page(asyncio.run(network_view(led, lang="nl")))
    _PAGES[led.address.partition(":")[0]] = page
    assert set(_PAGES.values()) == {page}
