"""The network in numbers: how many there are of what, and how it hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.connectivity import bridges, labels_of
from ledwerk.graph.analysis.subject import Subject
from ledwerk.graph.analysis.takings import within
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import OPEN_END, OPEN_START, Network, span_of
from ledwerk.schema.relations import ACTIVITIES


@dataclass(frozen=True, slots=True)
class NetworkSize:
    """How much there is of what, through a lens.

    `nodes` is by kind, of the whole graph; the rest is of the parties that are seen. `tied` have a
    tie; `largest` is how many are in the largest component, of `components` with two or more.
    `density` is the share of all pairs that have a tie, `bridges` the ties that alone hold two
    parts together; `boards` are those through which ties are seen. `unknown_helix` and
    `unknown_sme` (of organisations in business) are parties of which it is not known; `undated`
    activities have neither beginning nor end.
    """

    nodes: Mapping[str, int]
    helixes: Mapping[str, int]
    parties: int
    tied: int
    ties: int
    participations: int
    activities: int
    boards: int
    single: int
    undated: int
    components: int
    largest: int
    density: float | None
    mean_ties: float | None
    bridges: int
    unknown_helix: int
    business: int
    unknown_sme: int


def network_size(network: Network, lens: Lens, subject: Subject) -> NetworkSize:
    """Counts of a network through a lens. O(nodes + relations + ties).

    A party is counted once, however many sources name it; a group with members is not counted,
    since they stand for it. Density falls as networks grow: not for comparing networks of
    different sizes.
    """
    matrix, parties = subject.matrix, len(subject.matrix)
    places = [network.numbers[str(node)] for node in matrix.nodes]
    helix = network.helix[places].astype(str)
    sme = network.sme[places]
    business = (helix == "industry") & (network.kind[places] == "Organisation")
    seen = network.of_kinds([kind for kind in ACTIVITIES if kind in lens.through])
    taking = within(network, span_of(lens.as_of, lens.during), seen)
    pairs = np.unique(np.stack([taking.member, taking.meeting], axis=1), axis=0)
    meetings, sizes = np.unique(pairs[:, 1], return_counts=True)
    open_ = (network.first[meetings] == OPEN_START) & (network.last[meetings] == OPEN_END)
    together = np.bincount(labels_of(matrix.pattern)) if parties else np.zeros(0, dtype=np.int64)
    return NetworkSize(
        nodes=dict(sorted(Counter(network.kind.tolist()).items())),
        helixes=dict(sorted(Counter(word or "unknown" for word in helix.tolist()).items())),
        parties=parties,
        tied=int((matrix.degrees > 0).sum()),
        ties=matrix.ties,
        participations=len(pairs),
        activities=len(meetings),
        boards=_boards(subject),
        single=int((sizes == 1).sum()),
        undated=int(open_.sum()),
        components=int((together > 1).sum()),
        largest=int(together.max(initial=0)),
        density=matrix.ties / (parties * (parties - 1) / 2) if parties > 1 else None,
        mean_ties=float(matrix.degrees.mean()) if parties else None,
        bridges=len(bridges(matrix)),
        unknown_helix=int(np.isin(helix, ("", "unknown")).sum()),
        business=int(business.sum()),
        unknown_sme=int((business & (sme == -1)).sum()),
    )


def _boards(subject: Subject) -> int:
    """The boards on which the parties seen have seats, where that makes a tie."""
    two = subject.two
    return 0 if two is None else int((two.network.kind[two.meetings] == "Board").sum())
