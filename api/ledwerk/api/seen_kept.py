"""What is made for a store as it is seen, kept for those that were asked last.

It holds on to its store, so a dictionary with weak keys would never let go of either.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from ledwerk.graph.store import Store

T = TypeVar("T")

_MOST = 6  # a few more than stores are kept, see `Seen`


class OfStores(Generic[T]):
    """Makes one for each store; for one event loop."""

    def __init__(self, make: Callable[[Store], T], most: int = _MOST) -> None:
        self._make = make
        self._most = most
        self._kept: OrderedDict[Store, T] = OrderedDict()

    def of(self, store: Store) -> T:
        """The one of a store; that of the store asked longest ago is forgotten."""
        if store not in self._kept:
            self._kept[store] = self._make(store)
        self._kept.move_to_end(store)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[store]
