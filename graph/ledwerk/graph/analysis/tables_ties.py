"""What is found of ties alone, as tables: also of a bare list of them."""

from __future__ import annotations

from collections.abc import Hashable

from ledwerk.graph.analysis.asking import Asking
from ledwerk.graph.analysis.brokerage import brokerage, constraint, effective_size
from ledwerk.graph.analysis.centrality import centralities, measure_of
from ledwerk.graph.analysis.connectivity import articulation_points, bridges, components
from ledwerk.graph.analysis.cutting import single_points
from ledwerk.graph.analysis.mixing import mixing_matrix
from ledwerk.graph.analysis.result_table import ResultTable, table
from ledwerk.graph.analysis.stability import stability
from ledwerk.graph.analysis.subject import Subject


def centrality_table(subject: Subject, asked: Asking) -> ResultTable:
    """Every measure of every node; see `centrality` and `brokerage`."""
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


def brokerage_table(subject: Subject, asked: Asking) -> ResultTable:
    """The five roles of every node; see `brokerage_roles`."""
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


def stability_table(subject: Subject, asked: Asking) -> ResultTable:
    """The rank intervals of betweenness when a tenth of the ties is left out; see `stability`."""
    measured = measure_of("betweenness", weighted=asked.weighted, samples=asked.samples)
    found = stability(subject.matrix, measured, seed=asked.seed, progress=asked.progress)
    rows = [(one.node, one.value, one.rank, one.low, one.high) for one in found.ranks]
    note = (
        f"{found.samples} draws without {found.share:.0%} of the {found.dropped}: mean rank "
        f"correlation {found.spearman:.3f}, mean overlap of the first {found.top} "
        f"{found.jaccard:.2f}; ranks are of the middle {found.level:.0%}"
    )
    columns = ("node", "betweenness", "rank", "rank_low", "rank_high")
    return _named(subject, table(columns, rows, [note]))


def cutting_table(subject: Subject, asked: Asking) -> ResultTable:
    """Whose leaving cuts whom off; see `single_points`."""
    found = single_points(subject.matrix, met=subject.two, first=asked.first)
    rows = [(cut.party, cut.count, [subject.name(one) for one in cut.cut_off])
            for cut in found.cuts]  # fmt: skip
    notes = [f"{found.total} in all"] if found.total > len(rows) else []
    return _named(subject, table(("node", "cut_off", "who"), rows, notes))


def components_table(subject: Subject, asked: Asking) -> ResultTable:
    """Which component each node is in, the largest first, and whether it holds it together."""
    del asked
    joints = set(articulation_points(subject.matrix))
    ends = {node for bridge in bridges(subject.matrix) for node in bridge}
    rows = [
        (node, number, len(part), node in joints, node in ends)
        for number, part in enumerate(components(subject.matrix), 1)
        for node in part
    ]
    columns = ("node", "component", "size", "articulation_point", "on_a_bridge")
    return _named(subject, table(columns, rows))


def mixing_table(subject: Subject, asked: Asking) -> ResultTable:
    """The ties within each group and between each two; see `mixing_matrix`."""
    del asked
    found = mixing_matrix(subject.matrix, subject.groups)
    labels = found.labels
    rows = [
        (one, two, found.between(one, two)) for at, one in enumerate(labels) for two in labels[at:]
    ]
    notes = [f"E-I index {_told(found.ei_index)}, assortativity {_told(found.assortativity)}"]
    return table(("group", "other_group", "ties"), rows, notes)


def _told(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
