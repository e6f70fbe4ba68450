"""How well scores foretell ties: trained on what began before a day, held against what came after.

Liben-Nowell and Kleinberg (2007), "The link-prediction problem for social networks".

On all of Horizon 2020, its last fifth (from November 2019) foretold from what came before: of 88.5
million pairs with a neighbour in common 0.08 % came to have a tie. AUC / AUC among such pairs /
precision at 100 / at 1,000, with the defaults of `evaluate`:

    ADAMIC_ADAR               0.909   0.890   0.47   0.347
    RESOURCE_ALLOCATION       0.908   0.885   0.53   0.338
    ADAMIC_ADAR_MET           0.911   0.900   0.45   0.300
    RESOURCE_ALLOCATION_MET   0.909   0.890   0.17   0.245
    DEGREES (baseline)        0.922   0.875   0.33   0.265

So the baseline tells any two pairs apart best, since big parties meet; who is proposed first is
better chosen by neighbours in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.analysis import ranks
from ledwerk.graph.analysis.prediction import Progress, Score, Scored, Whole, foremost
from ledwerk.graph.analysis.projections import TwoMode, projection, two_mode
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import OPEN_START, Network
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.fields import first_day
from ledwerk.schema.relations import ACTIVITIES

Pairs: TypeAlias = tuple[Whole, Whole]


@dataclass(frozen=True, slots=True)
class Quality:
    """How well one score did.

    `auc` (Hanley and McNeil 1982) is the chance that a pair that came to have a tie has a higher
    score than one that did not, half of it where equal: 0.5 is no better than chance; None where
    there is nothing to compare. `near_auc` is the same among the drawn pairs that had a neighbour
    in common, which are harder to tell apart. `precision` pairs k with the share of the first k
    pairs that came to have a tie, of as many as there are.
    """

    score: Score
    auc: float | None
    near_auc: float | None
    precision: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was held against what.

    `cut` is the first day of what is foretold, where none is asked for the one before which a share
    of all dated activities had begun; `known` activities began before it (or at no known
    date), `later` ones after. `parties` took part in something before; `came` pairs of them had no
    tie before the cut and have one since. `near` pairs had none but a neighbour in common, of which
    `near_came` have one since: their share, `chance`, is the precision of guessing among them.
    `sampled` pairs of each sort, at most, were drawn for the AUC.
    """

    cut: str
    known: int
    later: int
    parties: int
    came: int
    near: int
    near_came: int
    chance: float | None
    qualities: tuple[Quality, ...]
    sampled: int
    seed: int


def evaluate(
    network: Network,
    lens: Lens | None = None,
    *,
    cut: str | None = None,
    share: float = 0.8,
    scores: Sequence[Score] = tuple(Score),
    first: Sequence[int] = (100, 1000),
    sampled: int = 10_000,
    seed: int = 1,
    progress: Progress = None,
) -> Evaluation:
    """How well each score foretells who comes to have a tie; see `Evaluation` and `Quality`.

    O(sum of squared degrees) for each score, in blocks of rows. Raises InvalidQuestion where no
    activity has a date. The AUC flatters every score, also the baseline, since most pairs never
    could come; precision at k says what a list of proposals would have been worth. A pair that did
    not come was not wrong: the data end, and projects are granted to few.
    """
    lens = (lens or Lens()).at(None)
    everything = two_mode(network, lens)
    cut = first_day(cut) if cut else _cut(everything, share)
    before = two_mode(
        network, replace(lens, during=("", f"{date.fromisoformat(cut) - timedelta(1)}"))
    )
    graph = Scored(before)
    present = np.flatnonzero(np.diff(before.incidence.indptr) > 0)
    came = _came(everything, before, graph, present)
    best, near = foremost(graph, scores, max(first, default=0), progress=progress)
    pairs = _drawn(graph, present, came, sampled, seed)
    keys = _keys(*came, len(graph))
    told = []
    for score, (one, two, _) in zip(scores, best, strict=True):
        hit = np.isin(_keys(one, two, len(graph)), keys)
        told.append(Quality(score, *_told_apart(graph, score, pairs), _precision(hit, first)))
    near_came, known = int(graph.near(*came).sum()), len(before.meetings)
    return Evaluation(
        cut, known, len(everything.meetings) - known, len(present), len(came[0]), near, near_came,
        near_came / near if near else None, tuple(told), sampled, seed,
    )  # fmt: skip


def _precision(hit: NDArray[np.bool_], first: Sequence[int]) -> tuple[tuple[int, float], ...]:
    return tuple((k, float(hit[:k].mean()) if len(hit[:k]) else 0.0) for k in first)


def _told_apart(
    graph: Scored, score: Score, pairs: tuple[Pairs, Pairs]
) -> tuple[float | None, float | None]:
    """The AUC of a score over pairs that came and pairs that did not, and that of near ones."""
    came, apart = (graph.of_pairs(score, *one) for one in pairs)
    near = [graph.near(*one) for one in pairs]
    return ranks.chance_above(came, apart), ranks.chance_above(came[near[0]], apart[near[1]])


def _cut(two: TwoMode, share: float) -> str:
    """The day before which a share of the dated activities had begun."""
    network = two.network
    meant = np.isin(network.kind[two.meetings].astype(str), ACTIVITIES)
    starts = np.sort(network.first[two.meetings][meant])
    starts = starts[starts != OPEN_START]
    if not len(starts):
        raise InvalidQuestion("no project or programme here has a beginning; name a cut date")
    text = f"{starts[min(round(share * len(starts)), len(starts) - 1)]:08d}"
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _keys(one: Whole, two: Whole, size: int) -> Whole:
    return np.minimum(one, two) * size + np.maximum(one, two)


def _came(everything: TwoMode, before: TwoMode, graph: Scored, present: Whole) -> Pairs:
    """The pairs of those present that have a tie over all time and had none; by row of before."""
    row = np.full(len(everything.network), -1, dtype=np.int64)
    row[before.members[present]] = present
    ties = projection(everything).strengths.tocoo()
    one, two = row[everything.members[ties.row]], row[everything.members[ties.col]]
    there = (one >= 0) & (two > one)
    one, two = one[there], two[there]
    new = ~graph.tied(one, two)
    return one[new], two[new]


def _drawn(
    graph: Scored, present: Whole, came: Pairs, wanted: int, seed: int
) -> tuple[Pairs, Pairs]:
    """Some pairs that came, and as many that did not."""
    rng = np.random.default_rng(seed)
    some = rng.permutation(len(came[0]))[:wanted]
    return (came[0][some], came[1][some]), _apart(graph, present, came, wanted, rng)


def _apart(
    graph: Scored, present: Whole, came: Pairs, wanted: int, rng: np.random.Generator
) -> Pairs:
    """Pairs of those present that had no tie and did not come to have one, each pair once."""
    keys = _keys(*came, len(graph))
    found = np.zeros(0, dtype=np.int64)
    for _ in range(_TRIES):
        if len(present) < 2:
            break
        one, two = present[rng.integers(len(present), size=(2, 2 * wanted))]
        right = (one != two) & ~graph.tied(one, two)
        drawn = _keys(one[right], two[right], len(graph))
        found = np.concatenate([found, drawn[~np.isin(drawn, keys)]])
        found = found[np.sort(np.unique(found, return_index=True)[1])]
        if len(found) >= wanted:
            break
    return found[:wanted] // len(graph), found[:wanted] % len(graph)


_TRIES = 8  # in a small network there may be fewer pairs than wanted
