"""Values of a measure for every node, exact or estimated from a sample of sources."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.analysis.tie_matrix import Floats, TieMatrix, Whole
from ledwerk.schema.errors import InvalidQuestion

# Of a component no fewer sources than this are drawn: from fewer no error can be told.
_FEWEST = 10


@dataclass(frozen=True, eq=False)
class Estimate:
    """A measure of every node, in the order of the graph.

    `errors` has the standard error of each value, as the sample shows it: 0 where it is exact, but
    also where the sample met nothing that differs. `samples` is the number of sources that were
    searched from: that of all nodes with a tie if `exact`.
    """

    values: dict[Hashable, float]
    errors: dict[Hashable, float]
    samples: int
    exact: bool

    @property
    def error(self) -> float:
        """The largest standard error of any node; 0 if exact."""
        return max(self.errors.values(), default=0.0)


def exactly(values: dict[Hashable, float], samples: int) -> Estimate:
    """An estimate that is none."""
    return Estimate(values, dict.fromkeys(values, 0.0), samples, exact=True)


@dataclass(frozen=True, eq=False)
class Drawn:
    """Which nodes are searched from, drawn in each component apart without replacement.

    For every node: `chosen` whether it is one; `nodes` how many its component has; `sources` how
    many of them were drawn.
    """

    chosen: NDArray[np.bool_]
    nodes: Floats
    sources: Floats

    @property
    def exact(self) -> bool:
        """Whether every node with a tie was drawn."""
        return bool((self.sources[self.nodes > 1] == self.nodes[self.nodes > 1]).all())

    @property
    def samples(self) -> int:
        """How many were drawn."""
        return int(self.chosen.sum())


def draw(labels: Whole, samples: int | None, seed: int) -> Drawn:
    """Sources among the nodes, whose components are labelled; all that have a tie with None.

    Each component gets its share of the samples, rounded up, and at least ten; small ones are
    searched from all of their nodes.
    """
    if samples is not None and samples < 1:
        raise InvalidQuestion(f"{samples} samples are asked for; ask for 1 or more, or for none")
    nodes = np.bincount(labels)[labels]
    linked = np.flatnonzero(nodes > 1)
    chosen: NDArray[np.bool_] = np.zeros(len(labels), dtype=np.bool_)
    if samples is None or samples >= len(linked):
        chosen[linked] = True
    else:
        quota = np.maximum(_FEWEST, np.ceil(samples * (nodes / len(linked))))
        mixed = np.random.default_rng(seed).permutation(linked)
        order = mixed[np.argsort(labels[mixed], kind="stable")]
        first = np.concatenate([[0], np.cumsum(np.bincount(labels[order]))])[labels[order]]
        chosen[order] = np.arange(len(order)) - first < quota[order]
    sources = np.bincount(labels[chosen], minlength=len(labels))[labels]
    return Drawn(chosen, nodes.astype(np.float64), sources.astype(np.float64))


def total_of(
    population: Floats, drawn: Floats, sums: Floats, squares: Floats
) -> tuple[Floats, Floats]:
    """The sum over a population, from that over those drawn from it; and its standard error.

    The mean times the size of the population; the error is that of simple random sampling without
    replacement (Cochran 1977, "Sampling Techniques", ch. 2): 0 where all were drawn.
    """
    some = np.maximum(drawn, 1)
    mean = sums / some
    spread = np.maximum(squares / some - mean**2, 0) * some / np.maximum(drawn - 1, 1)
    left = np.clip(1 - drawn / np.maximum(population, 1), 0, 1)
    error = population * np.sqrt(spread / some * left)
    return population * mean, error


def estimate(matrix: TieMatrix, values: Floats, errors: Floats, drawn: Drawn) -> Estimate:
    """An estimate of what was worked out from some sources."""
    exact = drawn.exact
    shown = np.zeros(len(matrix)) if exact else errors
    return Estimate(matrix.by_node(values), matrix.by_node(shown), drawn.samples, exact)
