"""Paths between any two nodes over the relations that carry acquaintance."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.projection import Walks


@dataclass(frozen=True, slots=True)
class StepTaken:
    """One step of a path: which relation, and whether it was walked along its direction."""

    relation: str
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Path:
    """A path's nodes by id, and the steps between them; one node and no step for itself."""

    nodes: tuple[str, ...]
    steps: tuple[StepTaken, ...]


def shortest_path(walks: Walks, start: str, goal: str) -> Path | None:
    """The path of the fewest steps, and among those the one of the smallest ids; None if none.

    A breadth-first search from the goal, then the smallest id at each step: O(relations). Where
    two nodes are joined by several relations, the one whose name comes first is shown.
    """
    if start == goal:
        return Path((start,), ())
    distance = _distances(walks, goal, start)
    if start not in distance:
        return None
    nodes, steps = [start], []
    while nodes[-1] != goal:
        ahead = distance[nodes[-1]] - 1
        node, relation, outgoing = min(
            way for way in walks.near[nodes[-1]] if distance.get(way[0]) == ahead
        )
        nodes.append(node)
        steps.append(StepTaken(relation, outgoing))
    return Path(tuple(nodes), tuple(steps))


def _distances(walks: Walks, start: str, stop: str) -> dict[str, int]:
    distance = {start: 0}
    edge = [start]
    while edge and stop not in distance:
        ahead = []
        for node in edge:
            for other, _, _ in walks.near.get(node, ()):
                if other not in distance:
                    distance[other] = distance[node] + 1
                    ahead.append(other)
        edge = ahead
    return distance
