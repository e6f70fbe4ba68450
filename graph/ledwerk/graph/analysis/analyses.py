"""Every analysis by name, and what it finds as a table: for files and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from ledwerk.graph.analysis.brokerage import brokerage, constraint, effective_size
from ledwerk.graph.analysis.centrality import centralities
from ledwerk.graph.analysis.path_sums import Progress
from ledwerk.graph.analysis.result_table import ResultTable, table
from ledwerk.graph.analysis.subject import Subject


@dataclass(frozen=True, slots=True)
class Asking:
    """How an analysis is asked for.

    `weighted`: look at strengths. `samples`: look from so many nodes only. `sources` and `targets`:
    whose gaps to whom, by id.
    """

    weighted: bool = False
    samples: int | None = None
    seed: int = 1
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysis; `bare` says whether a bare list of ties will do.

    People are shown the rows with the largest numbers in the column `most`; "" keeps their order.
    """

    name: str
    about: str
    run: Callable[[Subject, Asking], ResultTable]
    most: str = ""
    bare: bool = False


def _centrality(subject: Subject, asked: Asking) -> ResultTable:
    matrix = subject.matrix
    found = centralities(
        matrix,
        ("degree", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "core"),
        weighted=asked.weighted,
        samples=asked.samples,
        distance_samples=asked.samples,
        seed=asked.seed,
        progress=asked.progress,
    )
    held = constraint(matrix, weighted=asked.weighted)
    sizes = effective_size(matrix, weighted=asked.weighted)
    value = {name: one.values for name, one in found.items()}
    rows = [
        (
            node, int(value["degree"][node]), value["betweenness"][node], value["closeness"][node],
            value["harmonic"][node], held[node], sizes[node], value["eigenvector"][node],
            value["pagerank"][node], int(value["core"][node]),
        )
        for node in matrix.nodes
    ]  # fmt: skip
    notes = [
        f"{name}: estimated from {one.samples} nodes, largest standard error {one.error:.3g}"
        for name, one in found.items()
        if not one.exact
    ]
    columns = (
        "node", "degree", "betweenness", "closeness", "harmonic", "constraint", "effective_size",
        "eigenvector", "pagerank", "core",
    )  # fmt: skip
    return _named(subject, table(columns, rows, notes))


def _brokerage(subject: Subject, asked: Asking) -> ResultTable:
    found = brokerage(subject.matrix, subject.groups, weighted=asked.weighted)
    columns = (
        "node", "group", "coordinator", "itinerant", "gatekeeper", "representative", "liaison",
        "total",
    )  # fmt: skip
    rows = [
        (node, subject.groups.get(node, ""), one.coordinator, one.itinerant, one.gatekeeper,
         one.representative, one.liaison, one.total)
        for node, one in found.roles.items()
    ]  # fmt: skip
    return _named(subject, table(columns, rows))


def _named(subject: Subject, found: ResultTable) -> ResultTable:
    """The table with the name of each node at the end, where nodes have names of their own."""
    if not subject.names:
        return found

    def name(node: Hashable) -> str:
        return subject.name(node)

    rows = tuple((*row, name(row[0])) for row in found.rows)
    return ResultTable((*found.columns, "name"), rows, found.notes)


ANALYSES = (
    Analysis(
        "centrality", "who is central: degree, betweenness, closeness, … of every party",
        _centrality, "betweenness", bare=True,
    ),
    Analysis(
        "brokerage", "who stands between others of the same or another helix",
        _brokerage, "total", bare=True,
    ),
)  # fmt: skip


def analysis(name: str) -> Analysis:
    """The analysis of that name. Raises KeyError for another word."""
    return {one.name: one for one in ANALYSES}[name]
