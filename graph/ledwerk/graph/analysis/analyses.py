"""Every analysis by name, and what it finds as a table: for files and for the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledwerk.graph.analysis import tables_gaps as gaps
from ledwerk.graph.analysis import tables_network as network
from ledwerk.graph.analysis import tables_ties as ties
from ledwerk.graph.analysis.asking import Asking
from ledwerk.graph.analysis.result_table import ResultTable
from ledwerk.graph.analysis.subject import Subject


@dataclass(frozen=True, slots=True)
class Analysis:
    """One analysis; `bare` says whether a bare list of ties will do.

    People are shown the rows with the largest numbers in the column `most`; "" keeps their order.
    """

    name: str
    run: Callable[[Subject, Asking], ResultTable]
    most: str = ""
    bare: bool = False


ANALYSES = (
    Analysis("centrality", ties.centrality_table, "betweenness", bare=True),
    Analysis("stability", ties.stability_table, bare=True),
    Analysis("brokerage", ties.brokerage_table, "total", bare=True),
    Analysis("components", ties.components_table, bare=True),
    Analysis("cutting", ties.cutting_table, bare=True),
    Analysis("mixing", ties.mixing_table, bare=True),
    Analysis("gaps", gaps.gaps_table),
    Analysis("introductions", gaps.introductions_table),
    Analysis("new-ties", gaps.new_ties_table),
    Analysis("helixes", gaps.helixes_table),
    Analysis("seats", gaps.seats_table),
    Analysis("separation", gaps.separation_table),
    Analysis("triple-helix", network.triple_helix_table),
    Analysis("money", network.money_table),
    Analysis("timeline", network.timeline_table),
    Analysis("ending", network.ending_table),
    Analysis("before-after", network.before_after_table),
    Analysis("predicted", network.predicted_table),
    Analysis("prediction", network.prediction_table),
    Analysis("unknown", network.unknown_table),
)


def analysis(name: str) -> Analysis:
    """The analysis of that name. Raises KeyError for another word."""
    return {one.name: one for one in ANALYSES}[name]
