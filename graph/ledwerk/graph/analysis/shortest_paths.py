"""Measures of shortest paths: what is asked for, from which sources, by which search."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.bit_search import bit_sums, levels_from
from ledwerk.graph.analysis.connectivity import labels_of
from ledwerk.graph.analysis.estimates import Drawn, Estimate, draw, estimate, total_of
from ledwerk.graph.analysis.length_search import length_sums
from ledwerk.graph.analysis.level_search import level_sums
from ledwerk.graph.analysis.path_sums import Progress, Sums
from ledwerk.graph.analysis.tie_matrix import Floats, TieMatrix, Whole
from ledwerk.graph.analysis.twins import Classes, apart, without_twins

PATH_MEASURES = ("betweenness", "closeness", "harmonic")
_DEEP = 64  # steps; with more, searching level by level costs more than Dijkstra's queue


def path_measures(
    matrix: TieMatrix,
    measures: Collection[str] = PATH_MEASURES,
    *,
    weighted: bool = False,
    normalized: bool = False,
    samples: int | None = None,
    distance_samples: int | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> dict[str, Estimate]:
    """Some of PATH_MEASURES of every node, from as few searches as will do.

    `samples` sources are searched from for betweenness, `distance_samples` for closeness and
    harmonic centrality; None: all, which is exact. Where both are the same one pass gives all.
    """
    ground = _Ground(matrix, weighted)
    near = set(measures) & {"closeness", "harmonic"}
    one_pass = samples == distance_samples
    passes = int("betweenness" in measures) + int(bool(near) and not one_pass)
    steps = _Shared(progress, max(passes, 1))
    found: dict[str, Estimate] = {}
    if "betweenness" in measures:
        drawn = draw(ground.labels, samples, seed)
        sums = ground.search(drawn, through=True, progress=steps.next())
        found["betweenness"] = _betweenness(ground, drawn, sums, normalized)
    if near:
        if "betweenness" not in measures or not one_pass:
            drawn = draw(ground.labels, distance_samples, seed)
            sums = ground.search(drawn, through=False, progress=steps.next())
        found |= _distances(ground, drawn, sums, near)
    return {name: found[name] for name in PATH_MEASURES if name in found}


class _Shared:
    """Progress of one thing that is done in several passes."""

    def __init__(self, progress: Progress | None, passes: int) -> None:
        self._progress = progress
        self._passes = passes
        self._begun = 0

    def next(self) -> Progress | None:
        """The progress of the next pass."""
        if self._progress is None:
            return None
        self._begun += 1
        return partial(self._tell, self._progress, self._begun - 1)

    def _tell(self, progress: Progress, before: int, part: float) -> None:
        progress((before + part) / self._passes)


@dataclass(frozen=True, eq=False)
class _Ground:
    """The ties that can be walked, and what is found out about them only once."""

    matrix: TieMatrix
    weighted: bool

    @cached_property
    def ties(self) -> sparse.csr_array[Any]:
        """The length of each tie: 1, or one divided by its strength."""
        return lengths_of(self.matrix) if self.weighted else self.matrix.pattern

    @cached_property
    def labels(self) -> Whole:
        """The component of each node."""
        return labels_of(self.ties)

    @cached_property
    def by_length(self) -> bool:
        """Whether Dijkstra's distances are needed, or cheaper."""
        return self.weighted or _deep(self.ties, self.labels)

    @cached_property
    def classes(self) -> Classes:
        """The nodes that are searched from and walked through: one of all twins."""
        return apart(self.ties) if self.by_length else without_twins(self.ties)

    def search(self, drawn: Drawn, *, through: bool, progress: Progress | None) -> Sums:
        """Sums over the sources drawn, for each class."""
        classes = self.classes
        counts = np.bincount(classes.of[drawn.chosen], minlength=len(classes)).astype(np.float64)
        sources = np.flatnonzero(counts)
        if self.by_length:
            return length_sums(
                self.ties, sources, counts[sources], through=through, progress=progress
            )
        if through:
            return level_sums(classes, sources, counts[sources], progress=progress)
        return bit_sums(classes, sources, counts[sources], progress=progress)

    def beside(self, drawn: Drawn) -> Floats:
        """How many sources other than itself are in the class of each node, one step away."""
        of = self.classes.of
        return (
            np.asarray(np.bincount(of, drawn.chosen)[of] - drawn.chosen) if len(of) else drawn.nodes
        )


def lengths_of(matrix: TieMatrix) -> sparse.csr_array[Any]:
    """The length of each tie, 1/strength; one without strength cannot be walked and is left out."""
    lengths = matrix.strengths.astype(np.float64)
    lengths.data = np.where(lengths.data > 0, lengths.data, 0.0)
    lengths.eliminate_zeros()
    lengths.data = 1 / lengths.data
    return lengths


def _deep(ties: sparse.csr_array[Any], labels: Whole) -> bool:
    first = np.unique(labels, return_index=True)[1]
    return any(steps >= _DEEP for steps, _ in enumerate(levels_from(ties, first)))


def _betweenness(ground: _Ground, drawn: Drawn, sums: Sums, normalized: bool) -> Estimate:
    of = ground.classes.of
    values, errors = total_of(drawn.nodes, drawn.sources, sums.through[of], sums.through2[of])
    n = len(ground.matrix)
    # Each pair was met from both its ends.
    scale = 1 / ((n - 1) * (n - 2)) if normalized and n > 2 else 0.5
    return estimate(ground.matrix, values * scale, errors * scale, drawn)


def _distances(
    ground: _Ground, drawn: Drawn, sums: Sums, measures: Collection[str]
) -> dict[str, Estimate]:
    of, beside = ground.classes.of, ground.beside(drawn)
    others, sources = drawn.nodes - 1, drawn.sources - drawn.chosen
    found = {}
    if "closeness" in measures:
        far, error = total_of(others, sources, sums.far[of] + beside, sums.far2[of] + beside)
        linked = far > 0
        share = others / max(len(ground.matrix) - 1, 1)
        values = np.divide(share * others, far, out=np.zeros(len(of)), where=linked)
        # To first order the relative error of a quotient is that of its denominator.
        errors = np.divide(error * values, far, out=np.zeros(len(of)), where=linked)
        found["closeness"] = estimate(ground.matrix, values, errors, drawn)
    if "harmonic" in measures:
        near, error = total_of(others, sources, sums.near[of] + beside, sums.near2[of] + beside)
        found["harmonic"] = estimate(ground.matrix, near, error, drawn)
    return found
