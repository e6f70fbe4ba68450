"""Every analysis of a network at once: what a report tells."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from ledwerk.graph.analysis.before_after import BeforeAfter, before_after
from ledwerk.graph.analysis.brokerage import Brokerage, Measured, brokerage
from ledwerk.graph.analysis.brokerage import participation_coefficient as participation
from ledwerk.graph.analysis.centrality import centralities
from ledwerk.graph.analysis.cutting import SinglePoints, single_points
from ledwerk.graph.analysis.ending import Endings, ending
from ledwerk.graph.analysis.estimates import Estimate
from ledwerk.graph.analysis.introductions import (
    Introductions,
    RankedGap,
    introductions,
    ranked_gaps,
)
from ledwerk.graph.analysis.missing import (
    Helixes,
    SeatOnly,
    Unseated,
    UnseatedPayer,
    helixes,
    partners_without_seat,
    payers_without_seat,
    seats_without_partners,
)
from ledwerk.graph.analysis.money import By, Money, money
from ledwerk.graph.analysis.network_size import NetworkSize, network_size
from ledwerk.graph.analysis.prediction import PredictedTie, Score, predicted_ties
from ledwerk.graph.analysis.prediction_quality import Evaluation, evaluate
from ledwerk.graph.analysis.separation import (
    Separations,
    municipalities_of,
    sectors_of,
    separations,
)
from ledwerk.graph.analysis.stability import Stability, stability
from ledwerk.graph.analysis.subject import Subject, subject_of_network
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.analysis.timeline import Timeline, timeline
from ledwerk.graph.analysis.triple_helix import SCOPES, HelixRow, triple_helix
from ledwerk.graph.analysis.unknown import Blanks, blanks
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import OPEN_START, Network, span_of
from ledwerk.schema.errors import InvalidQuestion

MEASURES = (
    "degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "core",
)  # fmt: skip
RANKED = ("betweenness", "degree")
_LARGE = 5_000  # parties; of more, betweenness and resamples are drawn
_GAPS = 2_000  # gaps of which everybody who could introduce is told
_PREDICTED = 50
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
    return Sampling(2_000, 20, 100, seed)


@dataclass(frozen=True, eq=False, slots=True)
class Findings:
    """What every analysis found of one network through one lens.

    `quality` is None where nothing in the network has a date; `programmes` has those with a
    beginning and the most partners. `sources` and `targets` are whose gaps to whom.
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
    helixes: tuple[Helixes, ...]
    unseated: tuple[Unseated, ...]
    seat_only: tuple[SeatOnly, ...]
    payers: tuple[UnseatedPayer, ...]
    separations: Mapping[str, Separations]
    points: SinglePoints
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
        return str(self.network.name[self.network.numbers[str(ident)]])


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
    lens = lens or Lens()
    subject = subject_of_network(network, lens)
    asked = _Asked(
        network, lens, subject, sampling or sampling_of(len(subject.matrix)),
        tuple(sources), tuple(targets), lens.as_of or since or _last_beginning(network), None,
    )  # fmt: skip
    found: dict[str, Any] = {}
    done, whole = 0.0, sum(weight for _, weight, _ in _STEPS)
    for name, weight, step in _STEPS:
        found[name] = step(asked.going(progress, done / whole, (done + weight) / whole))
        done += weight
        if progress is not None:
            progress(done / whole)
    return Findings(
        network, lens, subject, asked.sampling, asked.sources, asked.targets, asked.since, **found
    )


@dataclass(frozen=True, eq=False, slots=True)
class _Asked:
    network: Network
    lens: Lens
    subject: Subject
    sampling: Sampling
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    since: str
    progress: Progress

    def going(self, progress: Progress, start: float, stop: float) -> _Asked:
        """The same, whose own progress is from one share of the whole to another."""

        def told(share: float) -> None:
            if progress is not None:
                progress(start + share * (stop - start))

        return _Asked(
            self.network, self.lens, self.subject, self.sampling, self.sources, self.targets,
            self.since, told,
        )  # fmt: skip


def _measures(asked: _Asked) -> Mapping[str, Estimate]:
    how = asked.sampling
    return centralities(
        asked.subject.matrix, MEASURES, samples=how.samples, seed=how.seed, progress=asked.progress
    )


def _stability(asked: _Asked) -> dict[str, Stability]:
    how = asked.sampling

    def betweenness(matrix: TieMatrix) -> Mapping[Hashable, float]:
        found = centralities(matrix, ("betweenness",), samples=how.resampled, seed=how.seed)
        return found["betweenness"].values

    def degree(matrix: TieMatrix) -> Any:
        return matrix.degrees

    measured = {"betweenness": betweenness, "degree": degree}
    return {
        name: stability(
            asked.subject.matrix, measured[name], samples=how.resamples, seed=how.seed,
            progress=asked.progress if name == "betweenness" else None,
        )
        for name in RANKED
    }  # fmt: skip


def _introductions(asked: _Asked) -> Introductions:
    return introductions(
        asked.subject.matrix, asked.sources, set(asked.targets), met=asked.subject.two
    )


def _gaps(asked: _Asked) -> tuple[RankedGap, ...]:
    found = ranked_gaps(
        asked.subject.matrix, asked.sources, set(asked.targets),
        met=asked.subject.two, first=asked.sampling.gaps,
    )  # fmt: skip
    return tuple(found)


def _helix(asked: _Asked) -> dict[str, tuple[HelixRow, ...]]:
    return {scope: triple_helix(asked.network, asked.lens, scope) for scope in SCOPES}


def _separations(asked: _Asked) -> dict[str, Separations]:
    network, two, seed = asked.network, asked.subject.two, asked.sampling.seed
    if two is None:
        return {}
    places = municipalities_of(network, span_of(asked.lens.as_of, asked.lens.during))
    return {
        "sector": separations(two, sectors_of(network), seed=seed),
        "municipality": separations(two, places, seed=seed),
    }


def _programmes(asked: _Asked) -> tuple[BeforeAfter, ...]:
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


def _predicted(asked: _Asked) -> tuple[PredictedTie, ...]:
    if asked.subject.two is None:
        return ()
    return predicted_ties(
        asked.subject.two, asked.sampling.predicted, Score.RESOURCE_ALLOCATION,
        progress=asked.progress,
    )  # fmt: skip


def _quality(asked: _Asked) -> Evaluation | None:
    try:
        return evaluate(
            asked.network, asked.lens, seed=asked.sampling.seed, progress=asked.progress
        )
    except InvalidQuestion:  # nothing has a date
        return None


def _last_beginning(network: Network) -> str:
    """The last day on which something begins, which nobody could know of before."""
    known = network.first[network.first != OPEN_START]
    if not len(known):
        return f"{date(1, 1, 1)}"
    text = f"{np.max(known):08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


# What is found, how long it takes beside the others, and by what.
_STEPS: tuple[tuple[str, float, Callable[[_Asked], Any]], ...] = (
    ("size", 1, lambda asked: network_size(asked.network, asked.lens, asked.subject)),
    ("measures", 16, _measures),
    ("brokerage", 2, lambda asked: brokerage(asked.subject.matrix, asked.subject.groups)),
    ("participation", 1, lambda asked: participation(asked.subject.matrix, asked.subject.groups)),
    ("introductions", 2, _introductions),
    ("gaps", 2, _gaps),
    ("helixes", 1, lambda asked: helixes(asked.network, asked.lens)),
    ("unseated", 1, lambda asked: partners_without_seat(asked.network, asked.lens)),
    ("seat_only", 1, lambda asked: seats_without_partners(asked.network, asked.lens)),
    ("payers", 1, lambda asked: payers_without_seat(asked.network, asked.lens)),
    ("separations", 4, _separations),
    ("money", 2, lambda asked: {by.value: money(asked.network, by) for by in By}),
    ("blanks", 1, lambda asked: blanks(asked.network)),
    ("points", 1, lambda asked: single_points(asked.subject.matrix, met=asked.subject.two)),
    ("helix", 4, _helix),
    ("timeline", 3, lambda asked: timeline(asked.network, asked.lens)),
    ("endings", 1, lambda asked: ending(asked.network, asked.since)),
    ("programmes", 2, _programmes),
    ("predicted", 20, _predicted),
    ("quality", 40, _quality),
    ("stability", 40, _stability),
)
