"""What a state asks for by name, which is drawn whatever else is: focus, path, gaps, selection."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.lens import Lens
from ledwerk.viz.scene_filter import Passing
from ledwerk.viz.scene_focus import Near, near_focus
from ledwerk.viz.scene_gaps import Gaps, gaps_asked
from ledwerk.viz.scene_ground import Ground
from ledwerk.viz.scene_path import Way, end_place, way_by_relations, way_by_ties
from ledwerk.viz.state import ViewState

NO_GAPS = Gaps((), 0, 0)


@dataclass(frozen=True, eq=False)
class Asked:
    """What is asked for by name. `ways` holds the path over relations and that over ties.

    `severed` says that a path was asked for and there is none; `ties` are those of all
    parties.
    """

    near: Near | None
    by_relations: Way | None
    by_ties: Way | None
    gaps: Gaps
    selected: int | None
    severed: bool
    ties: TieMatrix

    def way(self, detail: str) -> Way | None:
        """The path as a detail shows it: over ties between parties where only these are drawn."""
        return self.by_relations if detail == "activities" else self.by_ties or self.by_relations

    @cached_property
    def gap_nodes(self) -> tuple[int, ...]:
        """Parties, targets and introducers of gaps."""
        return tuple(dict.fromkeys(one for gap in self.gaps.drawn for one in gap.way))

    def named(self, detail: str) -> tuple[int, ...]:
        """Everything that is drawn in a detail because it was asked for, by place."""
        way = self.way(detail)
        chosen = [] if self.selected is None or detail == "clusters" else [self.selected]
        centre = self.near.centre if self.near else ()
        return tuple(
            dict.fromkeys([*centre, *(way.nodes if way else ()), *self.gap_nodes, *chosen])
        )


def asked_of(reckoning: Reckoning, ground: Ground, passing: Passing, state: ViewState) -> Asked:
    """What a state asks for. Raises InvalidQuestion for what is not there, except a selection."""
    ties = reckoning.subject(Lens()).matrix
    near = near_focus(ground, passing, state) if state.focus else None
    by_relations = by_ties = None
    wanted = bool(state.source and state.target)
    ends = [end_place(ground, one) for one in (state.source, state.target) if one]
    if wanted:
        by_relations = way_by_relations(ground, *ends)
        by_ties = way_by_ties(ground, ties, *ends)
    return Asked(
        near,
        by_relations,
        by_ties,
        gaps_asked(reckoning, state.gaps) if state.gaps else NO_GAPS,
        ground.place(state.selected),
        wanted and by_relations is None,
        ties,
    )
