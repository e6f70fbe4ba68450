"""What only a program says, and nobody has reviewed: drawn with dots and dashes.

A tie between parties is such where it would not be there without what nobody has reviewed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.projections import TwoMode, two_mode
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Mask, Network, Places
from ledwerk.graph.store import Store
from ledwerk.viz.scene_filter import Passing, Sparse, product

_MOST_EVENTS = 2_000  # after which looking through all anew is quicker
_TYING = ("PARTNER_IN", "MEMBER_OF", "TENANT_OF", "OWNER_OF")

Step = tuple[str, str, str]  # source, target, kind of relation


@dataclass(frozen=True)
class Unreviewed:
    """Nodes by id, and relations as (source id, target id, kind)."""

    nodes: frozenset[str] = frozenset()
    steps: frozenset[Step] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.nodes or self.steps)


ALL_REVIEWED = Unreviewed()


def unreviewed_in(store: Store) -> Unreviewed:
    """What of a store nobody has reviewed."""
    with store.whole() as whole:
        found = list(whole.unreviewed())
    return Unreviewed(
        frozenset(one.key for one in found if not one.source_id),
        frozenset((one.source_id, one.target_id, one.kind) for one in found if one.source_id),
    )


def unreviewed_still(store: Store, since: int, known: Unreviewed) -> bool:
    """Whether that is still so, where nothing about it can have changed after a revision."""
    if known:
        return False
    for number, event in enumerate(store.events(since)):
        if number >= _MOST_EVENTS or event.statement.unreviewed:
            return False
    return True


def reviewed(network: Network, passing: Passing, lens: Lens, unreviewed: Unreviewed) -> Passing:
    """What passes filters, with the ties that somebody has said or reviewed, and no others."""
    left = replace(
        network,
        relations={
            kind: rows.taken(_kept(network, kind, unreviewed)) if kind in _TYING else rows
            for kind, rows in network.relations.items()
        },
    )
    two = two_mode(left, lens)
    taking = _only(passing.taking, passing.members, passing.meetings, _taking(two))
    direct = _only(passing.direct, passing.members, passing.members, _direct(two))
    return replace(passing, taking=taking, direct=direct, weights=product(taking, direct))


def _kept(network: Network, kind: str, unreviewed: Unreviewed) -> Mask:
    rows = network.relations[kind]
    ends = zip(rows.source.tolist(), rows.target.tolist(), strict=True)
    ids = network.ids
    found: Mask = np.array(
        [(ids[one], ids[other], kind) not in unreviewed.steps for one, other in ends], dtype=bool
    )
    return found


def _taking(two: TwoMode) -> set[tuple[int, int]]:
    """Who takes part in what, by places in the network."""
    pairs = two.incidence.tocoo()
    members, meetings = two.members[pairs.row], two.meetings[pairs.col]
    return set(zip(members.tolist(), meetings.tolist(), strict=True))


def _direct(two: TwoMode) -> set[tuple[int, int]]:
    """Who is tenant or owner of what, both ways, by places in the network."""
    pairs = zip(*(two.members[two.direct[:, end]].tolist() for end in (0, 1)), strict=True)
    return {pair for one, other in pairs for pair in ((one, other), (other, one))}


def _only(matrix: Sparse, rows: Places, columns: Places, kept: set[tuple[int, int]]) -> Sparse:
    """The cells of a matrix whose places in the network are among some."""
    cells = matrix.tocoo()
    places = zip(rows[cells.row].tolist(), columns[cells.col].tolist(), strict=True)
    there = np.array([pair in kept for pair in places], dtype=bool)
    data = (cells.data[there], (cells.row[there], cells.col[there]))
    return sparse.csr_array(sparse.coo_array(data, shape=matrix.shape))
