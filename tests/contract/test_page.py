"""The picture of the network, from either store, within the time that a question may take."""

from __future__ import annotations

import asyncio
from typing import Any

from ledwerk.graph.store import Store
from ledwerk.viz import render
from ledwerk.viz.state import state_of
from ledwerk.viz.view import network_view

_PAGES: dict[str, str] = {}


def test_the_network_is_drawn_alike(led: Store) -> None:
    """Byte for byte: the page does not tell which store it was made from."""
    page = render.page(asyncio.run(network_view(led, lang="nl")))
    _PAGES[led.address.partition(":")[0]] = page
    assert set(_PAGES.values()) == {page}


STATES = (
    "group=community&open=community%3A1",
    "layout=columns&colour=sector",
    "layout=map",
    "gaps=sme~campus&size=betweenness",
    "focus=organisation%3Adsm&steps=2&strength=2",
    "source=organisation%3Adsm&target=organisation%3Arabobank&since=2014",
)
_DRAWN: dict[str, dict[str, Any]] = {}


def test_every_sort_of_view_is_drawn_alike(led: Store) -> None:
    drawn = {
        address: render.drawing(
            asyncio.run(network_view(led, state=state_of(address), lang="en", facts=False))
        )
        for address in STATES
    }
    for other in _DRAWN.values():
        assert drawn == other
    _DRAWN[led.address] = drawn
