"""Single points of failure: whose leaving cuts whom off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ledwerk.graph.analysis.by_name import rank_of
from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.analysis.tie_matrix import TieMatrix, Whole, matrix_of

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Cut:
    """A party whose leaving takes its component apart.

    `parts` are those that come off the largest that stays, the larger first; `count` is how many
    parties are in them.
    """

    party: str
    count: int
    parts: tuple[tuple[str, ...], ...]

    @property
    def cut_off(self) -> tuple[str, ...]:
        """Everybody in the parts."""
        return tuple(party for part in self.parts for party in part)


@dataclass(frozen=True, slots=True)
class SinglePoints:
    """How many there are, and those asked for."""

    total: int
    cuts: tuple[Cut, ...]


def single_points(
    graph: TieMatrix | nx.Graph[Any], *, met: TwoMode | None = None, first: int | None = None
) -> SinglePoints:
    """Whose leaving would cut others off, the one that cuts off the most first.

    Definition: an articulation point; without it, the rest of its component falls into parts, and
    all but the largest are cut off (of equal parts the one with the first name stays). Order: how
    many are cut off, name, id. `first` says for how many to list whom they cut off.

    One depth-first search (Tarjan 1972; Hopcroft and Tarjan 1973): O(parties + ties), and the
    parts that are listed. It says what hangs on recorded ties: that those cut off know nobody
    else is not known.
    """
    matrix = matrix_of(graph)
    tree = _depth_first(matrix)
    rank = rank_of(matrix, met)
    found = [
        (place, pieces, sum(size for _, size in pieces) - max(size for _, size in pieces))
        for place, pieces in _pieces(tree).items()
    ]
    found.sort(key=lambda cut: (-cut[2], rank[cut[0]]))
    cuts = [
        _cut(matrix, tree, rank, place, pieces, count) for place, pieces, count in found[:first]
    ]
    return SinglePoints(len(found), tuple(cuts))


@dataclass(frozen=True, eq=False, slots=True)
class _Tree:
    """Depth-first trees: places in the order of visit, and by place its parent (-1: a root), when
    it was visited, how many are below it (itself among them), and how far back ties from there go.
    """

    order: list[int]
    parent: list[int]
    visit: list[int]
    size: list[int]
    low: list[int]


def _depth_first(matrix: TieMatrix) -> _Tree:
    n = len(matrix)
    near = matrix.strengths.indices.tolist()
    at, ends = matrix.strengths.indptr[:-1].tolist(), matrix.strengths.indptr[1:].tolist()
    tree = _Tree([], [-1] * n, [-1] * n, [1] * n, [0] * n)
    order, parent, visit, size, low = tree.order, tree.parent, tree.visit, tree.size, tree.low
    for root in range(n):
        if visit[root] >= 0:
            continue
        stack = [root]
        visit[root] = low[root] = len(order)
        order.append(root)
        while stack:
            one = stack[-1]
            if at[one] < ends[one]:
                other = near[at[one]]
                at[one] += 1
                if visit[other] < 0:
                    parent[other] = one
                    visit[other] = low[other] = len(order)
                    order.append(other)
                    stack.append(other)
                elif visit[other] < low[one]:
                    low[one] = visit[other]
            else:
                stack.pop()
                if stack:
                    size[stack[-1]] += size[one]
                    low[stack[-1]] = min(low[stack[-1]], low[one])
    return tree


def _pieces(tree: _Tree) -> dict[int, list[tuple[int, int]]]:
    """What is left of each articulation point's component: (a child or -1 for the rest, size)."""
    below: dict[int, list[tuple[int, int]]] = {}
    whole = list(tree.size)  # how many are in everybody's component, handed down from the root
    for place in tree.order:
        parent = tree.parent[place]
        if parent >= 0:
            whole[place] = whole[parent]
            if tree.low[place] >= tree.visit[parent]:
                below.setdefault(parent, []).append((place, tree.size[place]))
    for place, pieces in below.items():
        if tree.parent[place] >= 0:
            pieces.append((-1, whole[place] - 1 - sum(size for _, size in pieces)))
    return {place: pieces for place, pieces in below.items() if len(pieces) > 1}


def _cut(
    matrix: TieMatrix,
    tree: _Tree,
    rank: Whole,
    place: int,
    pieces: list[tuple[int, int]],
    count: int,
) -> Cut:
    largest = max(size for _, size in pieces)
    equals = [child for child, size in pieces if size == largest]
    # The one that stays is as good as the whole component: not looked at where it need not be.
    skipped = equals[0] if len(equals) == 1 else None
    parts = [_listed(tree, rank, place, child) for child, _ in pieces if child != skipped]
    parts.sort(key=lambda part: (-len(part), rank[part[0]]))
    parts = parts if skipped is not None else parts[1:]
    named = tuple(tuple(str(matrix.nodes[one]) for one in part) for part in parts)
    return Cut(str(matrix.nodes[place]), count, named)


def _listed(tree: _Tree, rank: Whole, place: int, child: int) -> list[int]:
    """The places in a piece, in the order of names."""
    if child >= 0:
        start = tree.visit[child]
        found = tree.order[start : start + tree.size[child]]
    else:
        found = _rest(tree, place)
    return sorted(found, key=lambda one: int(rank[one]))


def _rest(tree: _Tree, place: int) -> list[int]:
    """Everybody in the component who stays together on the side of the root."""
    root = place
    while tree.parent[root] >= 0:
        root = tree.parent[root]
    inside = np.ones(tree.size[root], dtype=bool)
    start = tree.visit[root]
    inside[tree.visit[place] - start] = False
    below = range(tree.visit[place] + 1, tree.visit[place] + tree.size[place])
    for child in (tree.order[at] for at in below):
        if tree.parent[child] == place and tree.low[child] >= tree.visit[place]:
            first = tree.visit[child] - start
            inside[first : first + tree.size[child]] = False
    return [tree.order[start + at] for at in np.flatnonzero(inside).tolist()]
