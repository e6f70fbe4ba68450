"""The analyses that a report is made of, one after another, and how much each looks at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ledwerk.graph.analysis.before_after import BeforeAfter, before_after
from ledwerk.graph.analysis.brokerage import brokerage
from ledwerk.graph.analysis.brokerage import participation_coefficient as participation
from ledwerk.graph.analysis.centrality import MEASURES, centralities, measure_of
from ledwerk.graph.analysis.changes import Changes
from ledwerk.graph.analysis.cutting import single_points
from ledwerk.graph.analysis.ending import ending
from ledwerk.graph.analysis.estimates import Estimate
from ledwerk.graph.analysis.gap_groups import GroupGaps, gaps_by_group, programmes_of
from ledwerk.graph.analysis.introductions import (
    Introductions,
    RankedGap,
    introductions,
    ranked_gaps,
)
from ledwerk.graph.analysis.missing import (
    helixes,
    partners_without_seat,
    payers_without_seat,
    seats_without_partners,
)
from ledwerk.graph.analysis.money import By, money
from ledwerk.graph.analysis.network_size import network_size
from ledwerk.graph.analysis.new_ties import NewTie, best_new_ties
from ledwerk.graph.analysis.prediction import PredictedTie, Score, predicted_ties
from ledwerk.graph.analysis.prediction_quality import Evaluation, evaluate
from ledwerk.graph.analysis.separation import (
    Separations,
    municipalities_of,
    sectors_of,
    separations,
)
from ledwerk.graph.analysis.stability import Stability, stability
from ledwerk.graph.analysis.subject import Subject
from ledwerk.graph.analysis.timeline import timeline
from ledwerk.graph.analysis.triple_helix import SCOPES, HelixRow, triple_helix
from ledwerk.graph.analysis.unknown import blanks
from ledwerk.graph.analysis.what_if import WhatIf, what_if
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import OPEN_START, Network, span_of
from ledwerk.schema.errors import InvalidQuestion

RANKED = ("betweenness", "degree")
_LARGE = 5_000  # parties; of more, betweenness and resamples are drawn
_GAPS = 2_000  # gaps of which everybody who could introduce is told
_PREDICTED = 50
_LEAVING = 5  # of whom it is told what would be if they left
_PROGRAMMES = 12  # of which before and after are compared

Progress = Callable[[float], None] | None


@dataclass(frozen=True, slots=True)
class Sampling:
    """How much was looked at.

    `samples` is from how many parties shortest paths were counted, None from all; `resamples` how
    often a tenth of the ties was dropped, and `resampled` from how many parties paths were then
    counted. `gaps` and `predicted` are how many of those are told at most.
    """

    samples: int | None
    resamples: int
    resampled: int | None
    seed: int
    gaps: int = _GAPS
    predicted: int = _PREDICTED


def sampling_of(parties: int, *, large: int = _LARGE, seed: int = 1) -> Sampling:
    """All of a small network; of a large one what can be reckoned in a minute or two."""
    if parties <= large:
        return Sampling(None, 100, None, seed)
    return Sampling(2_000, 20, 300, seed)


@dataclass(frozen=True, eq=False, slots=True)
class Asked:
    """What is asked for, and what was found so far."""

    network: Network
    lens: Lens
    subject: Subject
    sampling: Sampling
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    since: str
    progress: Progress
    found: Mapping[str, Any]

    def going(self, progress: Progress, start: float, stop: float) -> Asked:
        """The same, whose own progress is from one share of the whole to another."""

        def told(share: float) -> None:
            if progress is not None:
                progress(start + share * (stop - start))

        return Asked(
            self.network, self.lens, self.subject, self.sampling, self.sources, self.targets,
            self.since, told, self.found,
        )  # fmt: skip


def _measures(asked: Asked) -> Mapping[str, Estimate]:
    how = asked.sampling
    return centralities(
        asked.subject.matrix, MEASURES, samples=how.samples, seed=how.seed, progress=asked.progress
    )


def _stability(asked: Asked) -> dict[str, Stability]:
    how = asked.sampling
    return {
        name: stability(
            asked.subject.matrix, measure_of(name, samples=how.resampled, seed=how.seed),
            samples=how.resamples, seed=how.seed,
            progress=asked.progress if name == "betweenness" else None,
        )
        for name in RANKED
    }  # fmt: skip


def _introductions(asked: Asked) -> Introductions:
    return introductions(
        asked.subject.matrix, asked.sources, set(asked.targets), met=asked.subject.two
    )


def _gaps(asked: Asked) -> tuple[RankedGap, ...]:
    found = ranked_gaps(
        asked.subject.matrix, asked.sources, set(asked.targets),
        met=asked.subject.two, first=asked.sampling.gaps,
    )  # fmt: skip
    return tuple(found)


def _gap_groups(asked: Asked) -> dict[str, tuple[GroupGaps, ...]]:
    network, span = asked.network, span_of(asked.lens.as_of, asked.lens.during)
    groups: dict[str, Mapping[str, Collection[Hashable]]] = {
        "all": {},
        "sector": sectors_of(network),
        "municipality": municipalities_of(network, span),
        "programme": programmes_of(network, span),
    }
    return {
        by: gaps_by_group(asked.subject.matrix, asked.sources, set(asked.targets), of)
        for by, of in groups.items()
    }


def _new_ties(asked: Asked) -> tuple[NewTie, ...]:
    made = best_new_ties(
        asked.subject.matrix, asked.sources, set(asked.targets), met=asked.subject.two
    )
    return tuple(made)


def _leaving(asked: Asked) -> dict[str, WhatIf]:
    between = asked.found["measures"]["betweenness"].values
    first = asked.subject.ranked(between)

    def left(idents: tuple[str, ...]) -> Callable[[Network], list[str]]:
        return lambda network: [one for one in idents if one in network.numbers]

    return {
        str(node): what_if(
            asked.network, asked.lens, Changes(remove_parties=(str(node),)),
            sources=left(asked.sources), targets=left(asked.targets), seed=asked.sampling.seed,
        )
        for node in first[:_LEAVING]
        if between[node] > 0
    }  # fmt: skip


def _helix(asked: Asked) -> dict[str, tuple[HelixRow, ...]]:
    return {scope: triple_helix(asked.network, asked.lens, scope) for scope in SCOPES}


def _separations(asked: Asked) -> dict[str, Separations]:
    network, two, seed = asked.network, asked.subject.two, asked.sampling.seed
    if two is None:
        return {}
    places = municipalities_of(network, span_of(asked.lens.as_of, asked.lens.during))
    return {
        "sector": separations(two, sectors_of(network), seed=seed),
        "municipality": separations(two, places, seed=seed),
    }


def _programmes(asked: Asked) -> tuple[BeforeAfter, ...]:
    """The programmes that have a beginning and are named most as what somebody takes part in."""
    network = asked.network
    known = network.of_kinds(("Programme",)) & (network.first != OPEN_START)
    parts = network.relation("PART_OF")
    named = np.bincount(network.relation("PARTNER_IN").target, minlength=len(network))
    whole = named.copy()
    np.add.at(whole, parts.target, named[parts.source])
    places = np.flatnonzero(known)
    places = places[np.argsort(-whole[places], kind="stable")][:_PROGRAMMES]
    found = [before_after(network, network.ids[place], asked.lens) for place in places.tolist()]
    return tuple(sorted(found, key=lambda one: (-one.partners, one.programme)))


def _predicted(asked: Asked) -> tuple[PredictedTie, ...]:
    if asked.subject.two is None:
        return ()
    return predicted_ties(
        asked.subject.two, asked.sampling.predicted, Score.RESOURCE_ALLOCATION,
        progress=asked.progress,
    )  # fmt: skip


def _quality(asked: Asked) -> Evaluation | None:
    try:
        return evaluate(
            asked.network, asked.lens, seed=asked.sampling.seed, progress=asked.progress
        )
    except InvalidQuestion:  # nothing has a date
        return None


# What is found, how long it takes beside the others, and by what.
STEPS: tuple[tuple[str, float, Callable[[Asked], Any]], ...] = (
    ("size", 1, lambda asked: network_size(asked.network, asked.lens, asked.subject)),
    ("measures", 16, _measures),
    ("brokerage", 2, lambda asked: brokerage(asked.subject.matrix, asked.subject.groups)),
    ("participation", 1, lambda asked: participation(asked.subject.matrix, asked.subject.groups)),
    ("introductions", 2, _introductions),
    ("gaps", 2, _gaps),
    ("gap_groups", 1, _gap_groups),
    ("new_ties", 1, _new_ties),
    ("helixes", 1, lambda asked: helixes(asked.network, asked.lens)),
    ("unseated", 1, lambda asked: partners_without_seat(asked.network, asked.lens)),
    ("seat_only", 1, lambda asked: seats_without_partners(asked.network, asked.lens)),
    ("payers", 1, lambda asked: payers_without_seat(asked.network, asked.lens)),
    ("separations", 4, _separations),
    ("money", 2, lambda asked: {by.value: money(asked.network, by) for by in By}),
    ("blanks", 1, lambda asked: blanks(asked.network)),
    ("points", 1, lambda asked: single_points(asked.subject.matrix, met=asked.subject.two)),
    ("leaving", 12, _leaving),
    ("helix", 4, _helix),
    ("timeline", 3, lambda asked: timeline(asked.network, asked.lens)),
    ("endings", 1, lambda asked: ending(asked.network, asked.since)),
    ("programmes", 2, _programmes),
    ("predicted", 20, _predicted),
    ("quality", 40, _quality),
    ("stability", 40, _stability),
)
