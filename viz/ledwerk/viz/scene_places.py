"""Where everything stands: in a network that keeps its places, in columns, or on a map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

import numpy as np
from scipy import sparse

from ledwerk.graph.network import Mask
from ledwerk.viz.clusters import Frame
from ledwerk.viz.columns import column_positions
from ledwerk.viz.font_widths import width_of
from ledwerk.viz.keeping import Kept
from ledwerk.viz.layout import Box, Place, Ties, positions, quick_positions
from ledwerk.viz.layout_clusters import cluster_positions
from ledwerk.viz.layout_steady import kept_positions
from ledwerk.viz.map_layout import map_positions
from ledwerk.viz.scene_choice import whole_of
from ledwerk.viz.scene_dressed import Dressing, mark_box
from ledwerk.viz.scene_map import towns_of_marks
from ledwerk.viz.scene_marks import box_of, hang, wrapped
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.scene_ties import TIES_PER_MARK, Drawing, Lines
from ledwerk.viz.scene_whole import whole_positions
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts import text
from ledwerk.viz.texts_scene import scene_text
from ledwerk.viz.view import Mark, Region

_CAREFUL = 60  # boxes that take no longer to lay out with care than somebody waits
_WORD = 17  # pixels: the size of the word above a region
_RIM = 12  # pixels between a region's edge and what is in it

Places = dict[str, Place]


@dataclass(frozen=True, eq=False, slots=True)
class Placing:
    """What is to be placed."""

    drawing: Drawing
    looks: tuple[Mark, ...]
    lines: Lines
    state: ViewState
    standing: Standing
    dressing: Dressing

    @property
    def ends(self) -> Ties:
        """Who is tied to whom, each two once in a direction."""
        return tuple(
            dict.fromkeys((tie.source, tie.target) for tie in self.lines.ties if not tie.gap)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """Marks at their places, and regions around some of them."""

    marks: tuple[Mark, ...]
    regions: tuple[Region, ...]


def placed(placing: Placing) -> Found:
    """Every mark at its place, without overlaps.

    What is filtered of a small network stays where it stands in the whole; of a large one what is
    drawn is laid out by itself. Columns are of parties beside activities; where these do not fit,
    it is a network.
    """
    detail = placing.drawing.chosen.detail
    if placing.state.layout == "map":
        return _mapped(placing)
    if placing.state.layout == "columns" and detail == "activities":
        return _in_columns(placing)
    if detail == "clusters":
        return _in_clusters(placing)
    boxes = _boxes(placing)
    places, loose = _network(placing, boxes)
    return Found(_at(placing, places, loose), _apart(placing, boxes, places, loose))


def _boxes(placing: Placing) -> tuple[Box, ...]:
    return tuple(mark_box(mark, loose=mark.loose) for mark in placing.looks)


def _at(placing: Placing, places: Places, loose: frozenset[str]) -> tuple[Mark, ...]:
    """Marks at their places: a name hangs below, so the middle of both is lower than the mark's."""
    return tuple(
        replace(
            mark,
            x=places[mark.id][0],
            y=places[mark.id][1] - hang(mark.label, mark.style),
            loose=mark.id in loose,
        )
        for mark in placing.looks
    )


# -- a network ----------------------------------------------------------------------------------


def _network(placing: Placing, boxes: tuple[Box, ...]) -> tuple[Places, frozenset[str]]:
    """Places, and the ids of what stands apart there."""
    chosen, ground = placing.drawing.chosen, placing.drawing.ground
    whole = whole_of(ground, chosen.detail)
    if whole.sum() > placing.state.most:
        loose = frozenset(box.id for box in boxes if box.loose)
        return own_positions(boxes, placing.ends, placing.standing.kept), loose
    return _in_whole(placing, boxes, whole)


def own_positions(boxes: tuple[Box, ...], ties: Ties, kept: Kept) -> Places:
    """Places of just these, computed once and kept."""
    layout = positions if len(boxes) <= _CAREFUL else quick_positions
    return kept_positions(layout, boxes, ties, kept)


def _in_whole(
    placing: Placing, boxes: tuple[Box, ...], whole: Mask
) -> tuple[Places, frozenset[str]]:
    """Where marks stand in the whole network, whether or not all of it is drawn."""
    ground, network = placing.drawing.ground, placing.drawing.ground.network
    ties = _whole_ties(placing)
    inside = {network.ids[place] for place in np.flatnonzero(whole).tolist()}
    more = {box.id: box for box in boxes if box.id not in inside}
    if more:  # people and boards on a path, or what was asked for by name
        ties = tuple(dict.fromkeys((*ties, *placing.ends)))
    tied = {end for tie in ties for end in tie}
    every = dict(more)
    for place in np.flatnonzero(whole).tolist():
        ident = network.ids[place]
        look, _ = placing.dressing.look(place)
        label = wrapped(str(network.name[place]))
        every[ident] = box_of(ident, label, look, loose=ident not in tied)
    listed = tuple(every[one] for one in sorted(every))
    loose = frozenset(box.id for box in listed if box.loose)
    model, standing = placing.drawing.model, placing.standing
    alone = placing.drawing.chosen.detail == "parties"
    most = TIES_PER_MARK * placing.state.most if alone else None
    return whole_positions(model, ground, listed, ties, standing, most), loose


def _whole_ties(placing: Placing) -> Ties:
    """The ties by which the whole network is laid out in a detail."""
    ground, network = placing.drawing.ground, placing.drawing.ground.network
    if placing.drawing.chosen.detail == "activities":
        rows = ground.rows
        pairs = zip(rows.source.tolist(), rows.target.tolist(), strict=True)
        return tuple(dict.fromkeys((network.ids[a], network.ids[b]) for a, b in pairs))
    matrix = placing.drawing.asked.ties
    upper = sparse.triu(matrix.strengths, format="coo")
    order = np.lexsort((upper.col, upper.row, -upper.data))[: TIES_PER_MARK * placing.state.most]
    found = zip(upper.row[order].tolist(), upper.col[order].tolist(), strict=True)
    return tuple(sorted((str(matrix.nodes[a]), str(matrix.nodes[b])) for a, b in found))


def _apart(
    placing: Placing, boxes: Iterable[Box], places: Places, loose: frozenset[str]
) -> tuple[Region, ...]:
    """The region of what stands apart, unless that is all there is."""
    found = [box for box in boxes if box.id in loose]
    if not found or len(found) == len(placing.looks):
        return ()
    return (_region(found, places, text("loose", placing.drawing.lang)),)


def _region(boxes: Iterable[Box], places: Places, label: str) -> Region:
    edges = [
        (x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)
        for box in boxes
        for x, y in (places[box.id],)
    ]
    left, top = min(one[0] for one in edges), min(one[1] for one in edges)
    right, bottom = max(one[2] for one in edges), max(one[3] for one in edges)
    width, height = right - left + 2 * _RIM, bottom - top + 2 * _RIM
    return Region(round(left - _RIM), round(top - _RIM), round(width), round(height), label)


# -- columns and clusters -----------------------------------------------------------------------


def _in_columns(placing: Placing) -> Found:
    activities = {"Project", "Programme"}
    boxes = _boxes(placing)
    right = {mark.id for mark in placing.looks if mark.kind in activities}
    places = column_positions(
        [box for box in boxes if box.id not in right],
        [box for box in boxes if box.id in right],
        placing.ends,
    )
    return Found(_at(placing, places, _untied(placing)), ())


def _untied(placing: Placing) -> frozenset[str]:
    return frozenset(mark.id for mark in placing.looks if mark.loose)


def _in_clusters(placing: Placing) -> Found:
    chosen, network = placing.drawing.chosen, placing.drawing.ground.network
    boxes = {box.id: box for box in _boxes(placing)}
    for opened in chosen.opened:
        mark = placing.dressing.cluster(opened)
        boxes[opened.id] = mark_box(mark, loose=False)
    frames = _with_single(placing, {network.ids[place] for place in chosen.nodes})
    places, rects = cluster_positions(frames, boxes, placing.standing.kept)
    names = {one.id: one.name for one in chosen.opened}
    regions = tuple(
        Region(one.x, one.y, one.width, one.height, names[one.id], closes=one.id) for one in rects
    )
    return Found(_at(placing, places, _untied(placing)), regions)


def _with_single(placing: Placing, nodes: set[str]) -> Sequence[Frame]:
    """The frames, with parties that stand in no cluster among the outermost ones."""
    frames = placing.drawing.chosen.frames
    inside = {mark for frame in frames for mark in frame.marks}
    single = tuple(sorted(nodes - inside))
    if not single:
        return frames
    outer = next((frame for frame in frames if not frame.id), Frame("", (), (), whole=False))
    marks = (*outer.marks, *single)
    there = set(marks)
    ties = tuple(
        (tie.source, tie.target, tie.weight)
        for tie in placing.lines.ties
        if tie.source in there and tie.target in there and not tie.gap
    )
    others = (frame for frame in frames if frame.id)
    return (replace(outer, marks=marks, ties=ties), *others)


# -- a map --------------------------------------------------------------------------------------


def _mapped(placing: Placing) -> Found:
    """Parties where they are, and below the map those of whom nobody knows it."""
    drawing, lang = placing.drawing, placing.drawing.lang
    points: Mapping[str, tuple[float, float]] = {
        ident: (north, east) for ident, north, east in placing.standing.spots
    }
    network = drawing.ground.network
    towns = towns_of_marks(network, drawing.chosen, points.keys())
    # A municipality that stands alone at its point carries its name itself.
    told = {town: network.called(town) for mark, town in towns.items() if mark != town}
    widths = {town: ceil(width_of(name, _WORD, bold=True)) for town, name in told.items()}
    laid = map_positions(_boxes(placing), towns, points, widths)
    regions = [
        Region(town.x, town.y, town.width, town.height, told[town.id])
        for town in laid.towns
        if town.id in told
    ]
    if laid.unknown is not None:
        regions.append(Region(*laid.unknown, scene_text("nowhere", lang)))
    return Found(_at(placing, laid.places, frozenset()), tuple(regions))
