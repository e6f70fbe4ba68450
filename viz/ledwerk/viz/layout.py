"""Positions, computed here so that the picture is legible at once and the same for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ledwerk.viz.crossings import Edges, Floats, crossings
from ledwerk.viz.spreading import Room, area_of, columns, settled, spread
from ledwerk.viz.untangling import untangled

_MEDIUM = 400  # up to here boxes can be pushed apart pair by pair
_LARGE = 1000  # up to here forces can be reckoned between all pairs
_LANDMARKS = 24
_GAP = 26
LOOSE_GAP = 80  # room for a word above what stands apart
_ASPECT = 1.85  # of a projector's picture without the page's header

Place = tuple[int, int]
Ties = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A mark's room in pixels, label included; a loose one goes to the edge of the picture."""

    id: str
    width: int
    height: int
    loose: bool


@dataclass(frozen=True, slots=True)
class _Piece:
    """Boxes placed together, measured from the corner of their own rectangle."""

    width: float
    height: float
    places: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Care:
    """How much is tried for a part of up to so many boxes: so many starts, and then so many changes
    for each box, but no more than `tries`, from a warmth on (see `untangled`).
    """

    most: int
    starts: int
    each: int
    tries: int
    warm: float


_CAREFUL = _Care(200, 8, 30, 6_000, 1.5)
_QUICK = _Care(150, 2, 20, 1_000, 0.3)


@lru_cache(maxsize=4)
def positions(boxes: tuple[Box, ...], ties: Ties) -> dict[str, Place]:
    """A middle for every box, in whole pixels, without overlaps.

    The connected parts are laid out one by one; the largest stands on top, the others and the
    loose boxes in rows below it. The same input gives the same places. Takes seconds for some
    hundred boxes.
    """
    return _positions(boxes, ties, _CAREFUL)


@lru_cache(maxsize=16)
def quick_positions(boxes: tuple[Box, ...], ties: Ties) -> dict[str, Place]:
    """The same with less care for crossings, well within a second for 400 boxes."""
    return _positions(boxes, ties, _QUICK)


def _positions(boxes: Sequence[Box], ties: Ties, care: _Care) -> dict[str, Place]:
    across = (sum(area_of(box.width, box.height) for box in boxes) * _ASPECT) ** 0.5
    tied = _parts([box for box in boxes if not box.loose], ties)
    pieces = [_piece(part, ties, across, care) for part in tied]
    corners = _rows(pieces, across, 0.0)
    ends = [piece.height + top for piece, (_, top) in zip(pieces, corners, strict=True)]
    apart = [_single(box) for box in boxes if box.loose]
    corners += _rows(apart, across, max(ends, default=0.0) + LOOSE_GAP)
    found: dict[str, Place] = {}
    for piece, (left, top) in zip([*pieces, *apart], corners, strict=True):
        found |= {node: (round(left + x), round(top + y)) for node, x, y in piece.places}
    return found


def _parts(boxes: Sequence[Box], ties: Ties) -> list[list[Box]]:
    import networkx as nx

    by_id = {box.id: box for box in boxes}
    graph = nx.Graph()
    graph.add_nodes_from(by_id)
    graph.add_edges_from(pair for pair in ties if set(pair) <= by_id.keys())
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    return [[by_id[node] for node in sorted(part)] for part in parts]


def _single(box: Box) -> _Piece:
    return _Piece(box.width, box.height, ((box.id, box.width / 2, box.height / 2),))


def _piece(boxes: Sequence[Box], ties: Ties, across: float, care: _Care) -> _Piece:
    if len(boxes) == 1:
        return _single(boxes[0])
    number = {box.id: i for i, box in enumerate(boxes)}
    pairs = {(number[a], number[b]) for a, b in ties if a in number and b in number}
    straight = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    edges = np.array(straight, dtype=np.intp).reshape(-1, 2)
    room = Room.of([box.width for box in boxes], [box.height for box in boxes], across)
    x, y = _drawn(room, edges, care)
    left, top = (x - room.width / 2).min(), (y - room.height / 2).min()
    places = tuple((box.id, float(x[i] - left), float(y[i] - top)) for i, box in enumerate(boxes))
    across, down = (x + room.width / 2).max() - left, (y + room.height / 2).max() - top
    return _Piece(float(across), float(down), places)


def _drawn(room: Room, edges: Edges, care: _Care) -> tuple[Floats, Floats]:
    """Places in a room: the best of several starts, untangled; of many boxes, as they come."""
    size = len(room.width)
    careful = size <= care.most
    if size > _LARGE:
        x, y = _by_distance(size, edges)
    else:
        starts = [_sprung(size, edges, seed) for seed in range(care.starts if careful else 1)]
        x, y = min(starts, key=lambda start: crossings(start[0], start[1], edges))
    if size > _MEDIUM:
        return columns(room, x, y)
    x, y = spread(room, x, y, edges)
    if careful:
        tries = min(care.each * size, care.tries)
        x, y = untangled(room, x, y, edges, tries=tries, warm=care.warm)
    return settled(room, x, y)


def _sprung(size: int, edges: Edges, seed: int) -> tuple[Floats, Floats]:
    """Fruchterman and Reingold's layout (1991), turned so that it is wider than high."""
    import networkx as nx

    rounds = 200 if size <= _CAREFUL.most else 50
    gap = 2.2 / size**0.5
    found = nx.spring_layout(_graph(size, edges), k=gap, seed=seed, iterations=rounds)
    places = np.array([found[i] for i in range(size)], dtype=float).T
    places -= places.mean(axis=1, keepdims=True)
    axes = np.linalg.eigh(places @ places.T)[1]
    x, y = axes[:, ::-1].T @ places
    return x, y


def _by_distance(size: int, edges: Edges) -> tuple[Floats, Floats]:
    """Pivot MDS (Brandes and Pich 2007): places from the distances to a few landmarks."""
    import networkx as nx

    graph = _graph(size, edges)
    steps: list[Floats] = []
    landmark = 0
    for _ in range(min(_LANDMARKS, size)):
        lengths = nx.single_source_shortest_path_length(graph, landmark)
        steps.append(np.array([lengths[node] for node in range(size)], dtype=float))
        landmark = int(np.min(steps, axis=0).argmax())
    squares = np.array(steps).T ** 2
    squares -= squares.mean(axis=0) + squares.mean(axis=1, keepdims=True) - squares.mean()
    axes = np.linalg.eigh(squares.T @ squares)[1]
    x, y = axes[:, :-3:-1].T @ squares.T
    return x, y


def _graph(size: int, edges: Edges) -> Any:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges.tolist())
    return graph


def _rows(pieces: Sequence[_Piece], across: float, top: float) -> list[tuple[float, float]]:
    """The corner of every piece, in rows that are as wide as the first piece at least."""
    widest = max([across, *(piece.width for piece in pieces[:1])])
    corners = []
    left = tallest = 0.0
    for piece in pieces:
        if left and left + piece.width > widest:
            left, top, tallest = 0.0, top + tallest + _GAP, 0.0
        corners.append((left, top))
        left += piece.width + _GAP
        tallest = max(tallest, piece.height)
    return corners
