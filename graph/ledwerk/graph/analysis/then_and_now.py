"""The network of an earlier revision beside that of now: a question for who reckons."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.what_if import WhatIf, compared
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import network_of
from ledwerk.graph.store import NetworkRows

_MOVED = 20  # parties whose betweenness differs most


@dataclass(frozen=True, eq=False, slots=True)
class Then:
    """A network as it was before `until`; two of the same revisions are the same."""

    since: int
    until: int
    rows: NetworkRows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Then) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[int, int]:
        return (self.since, self.until)


def then_and_now(reckoning: Reckoning, *, then: Then) -> WhatIf:
    """What became of every measure since; gaps are those from small firms to campuses."""
    return compared(network_of(then.rows), reckoning.network, Lens(), first=_MOVED)
