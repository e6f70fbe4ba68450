"""The way between two nodes: over drawn ties where there is one, else over seats and people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ledwerk.graph.analysis.distances import UNREACHED, ways_to
from ledwerk.graph.analysis.paths import Path, shortest_path
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.network import Network
from ledwerk.graph.projection import WALKED, Walks
from ledwerk.schema.errors import UnknownName
from ledwerk.viz.scene_ground import KINDS, Ground

Step = tuple[int, int, str]  # two places and the relation between them; "" is a tie of parties


@dataclass(frozen=True, slots=True)
class Way:
    """A path: its nodes by place, and the steps between them. A seat is a step, not a node."""

    nodes: tuple[int, ...]
    steps: tuple[Step, ...]


def way_by_relations(ground: Ground, source: int, target: int) -> Way | None:
    """The path of the fewest drawn relations; where there is none, of any that carry acquaintance:
    people, seats and boards then stand on it. None where there is none either.
    """
    ends = (ground.network.ids[source], ground.network.ids[target])
    for kinds in (KINDS, WALKED):
        found = shortest_path(_walks(ground.network, kinds), *ends)
        if found is not None:
            return _seatless(ground.network, found)
    return None


def way_by_ties(ground: Ground, ties: TieMatrix, source: int, target: int) -> Way | None:
    """The path of the fewest ties between parties, at each step over the strongest of them; None
    where there is none, or an end has no such ties.
    """
    network = ground.network
    ends = [ties.numbers.get(network.ids[one]) for one in (source, target)]
    if ends[0] is None or ends[1] is None:
        return None
    at, goal = ends[0], ends[1]
    steps = ways_to(ties, np.array([goal])).steps
    if steps[at] == UNREACHED:
        return None
    nodes = [at]
    while nodes[-1] != goal:
        start, end = ties.strengths.indptr[nodes[-1] : nodes[-1] + 2]
        near, strength = ties.strengths.indices[start:end], ties.strengths.data[start:end]
        ahead = np.flatnonzero(steps[near] == steps[nodes[-1]] - 1)
        best = min(ahead.tolist(), key=lambda one: (-strength[one], str(ties.nodes[near[one]])))
        nodes.append(int(near[best]))
    places = tuple(network.numbers[str(ties.nodes[one])] for one in nodes)
    return Way(places, tuple((one, other, "") for one, other in pairwise(places)))


def end_place(ground: Ground, ident: str) -> int:
    """Where an end of a path is: any node. Raises UnknownName, with ids that come close."""
    at = ground.network.numbers.get(ident)
    if at is None:
        from ledwerk.graph.analysis.changes import nearest_ids

        kinds = sorted(set(ground.network.kind.tolist()))
        raise UnknownName(ident, "node", nearest_ids(ground.network, ident, kinds))
    return at


def _walks(network: Network, kinds: tuple[str, ...]) -> Walks:
    near: defaultdict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for kind in kinds:
        rows = network.relation(kind)
        for one, other in zip(rows.source.tolist(), rows.target.tolist(), strict=True):
            source, target = network.ids[one], network.ids[other]
            near[source].append((target, kind, True))
            near[target].append((source, kind, False))
    return Walks({node: sorted(ways) for node, ways in near.items()})


def _seatless(network: Network, path: Path) -> Way:
    """The path with each seat between two nodes as one step; at an end it stays."""
    places = [network.numbers[node] for node in path.nodes]
    relations = [step.relation for step in path.steps]
    at = 1
    while at < len(places) - 1:
        if network.kind[places[at]] == "Seat":
            del places[at]
            relations[at - 1 : at + 1] = ["ON"]
        else:
            at += 1
    pairs = zip(places[:-1], places[1:], relations, strict=True)
    return Way(tuple(places), tuple(pairs))
