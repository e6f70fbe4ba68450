"""Every analysis of a network at once: what a report tells."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ledwerk.graph.analysis.before_after import BeforeAfter
from ledwerk.graph.analysis.brokerage import Brokerage, Measured
from ledwerk.graph.analysis.cutting import SinglePoints
from ledwerk.graph.analysis.ending import Endings
from ledwerk.graph.analysis.estimates import Estimate
from ledwerk.graph.analysis.findings_steps import STEPS, Asked, Progress, Sampling, sampling_of
from ledwerk.graph.analysis.gap_groups import GroupGaps
from ledwerk.graph.analysis.introductions import Introductions, RankedGap
from ledwerk.graph.analysis.missing import Helixes, SeatOnly, Unseated, UnseatedPayer
from ledwerk.graph.analysis.money import Money
from ledwerk.graph.analysis.network_size import NetworkSize
from ledwerk.graph.analysis.new_ties import NewTie
from ledwerk.graph.analysis.prediction import PredictedTie
from ledwerk.graph.analysis.prediction_quality import Evaluation
from ledwerk.graph.analysis.separation import Separations
from ledwerk.graph.analysis.stability import Stability
from ledwerk.graph.analysis.subject import Subject, subject_of_network
from ledwerk.graph.analysis.timeline import Timeline
from ledwerk.graph.analysis.triple_helix import HelixRow
from ledwerk.graph.analysis.unknown import Blanks
from ledwerk.graph.analysis.what_if import WhatIf
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import OPEN_START, Network


@dataclass(frozen=True, eq=False, slots=True)
class Findings:
    """What every analysis found of one network through one lens.

    `quality` is None where nothing in the network has a date; `programmes` has those with a
    beginning and the most partners. `sources` and `targets` are whose gaps to whom. `leaving` is
    what would be otherwise without each of those who stand between others most.
    """

    network: Network
    lens: Lens
    subject: Subject
    sampling: Sampling
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    since: str
    size: NetworkSize
    measures: Mapping[str, Estimate]
    brokerage: Brokerage
    participation: Measured
    introductions: Introductions
    gaps: tuple[RankedGap, ...]
    gap_groups: Mapping[str, tuple[GroupGaps, ...]]
    new_ties: tuple[NewTie, ...]
    helixes: tuple[Helixes, ...]
    unseated: tuple[Unseated, ...]
    seat_only: tuple[SeatOnly, ...]
    payers: tuple[UnseatedPayer, ...]
    separations: Mapping[str, Separations]
    points: SinglePoints
    leaving: Mapping[str, WhatIf]
    helix: Mapping[str, tuple[HelixRow, ...]]
    money: Mapping[str, tuple[Money, ...]]
    blanks: Blanks
    timeline: Timeline
    endings: Endings
    programmes: tuple[BeforeAfter, ...]
    predicted: tuple[PredictedTie, ...]
    quality: Evaluation | None
    stability: Mapping[str, Stability]

    def name(self, ident: Hashable) -> str:
        """What a node is called."""
        return self.network.called(ident)


def findings(
    network: Network,
    lens: Lens | None = None,
    sources: Iterable[str] = (),
    targets: Iterable[str] = (),
    *,
    since: str | None = None,
    sampling: Sampling | None = None,
    progress: Progress = None,
) -> Findings:
    """Everything that is known to be asked of a network, from gaps of `sources` to `targets` on.

    Definitions, sources and limits are those of each analysis. Exact for networks of up to 5,000
    parties; of larger ones betweenness and the resamples are drawn by a seed (see `sampling_of`),
    and the rest is exact. `since` is the day from which things end soon: that of the lens, or the
    one given, or the last on which something is known to begin. All of H2020 (35,871 parties) takes
    a minute or two and less than 1 GB.
    """
    lens, found = lens or Lens(), dict[str, Any]()
    subject = subject_of_network(network, lens)
    since = lens.as_of or since or _last_beginning(network)
    how = sampling or sampling_of(len(subject.matrix))
    ends = (tuple(sources), tuple(targets))
    asked = Asked(network, lens, subject, how, *ends, since, None, found)
    done, whole = 0.0, sum(weight for _, weight, _ in STEPS)
    for name, weight, step in STEPS:
        found[name] = step(asked.going(progress, done / whole, (done + weight) / whole))
        done += weight
        if progress is not None:
            progress(done / whole)
    return Findings(
        network, lens, subject, asked.sampling, asked.sources, asked.targets, asked.since, **found
    )


def _last_beginning(network: Network) -> str:
    """The last day on which something begins, which nobody could know of before."""
    known = network.first[network.first != OPEN_START]
    if not len(known):
        return f"{date(1, 1, 1)}"
    text = f"{np.max(known):08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"
