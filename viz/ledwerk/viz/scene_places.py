"""Where everything stands: in a network that keeps its places, in columns, or on a map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from ledwerk.graph.network import Mask
from ledwerk.schema.kinds import Model
from ledwerk.viz.keeping import Kept
from ledwerk.viz.layout import Box, Place, Ties, positions, quick_positions
from ledwerk.viz.layout_steady import kept_positions, steady_positions
from ledwerk.viz.loaded import Known, Loaded, Step
from ledwerk.viz.scene_choice import whole_of
from ledwerk.viz.scene_dressed import Dressing, mark_box
from ledwerk.viz.scene_ground import KINDS, Ground
from ledwerk.viz.scene_marks import box_of, hang, wrapped
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.scene_ties import Drawing, Lines
from ledwerk.viz.state import ViewState
from ledwerk.viz.style import style
from ledwerk.viz.texts import text
from ledwerk.viz.view import Mark, Region, Tie

DRAWN = ("Organisation", "Campus", "Municipality", "Group", "Project", "Programme")


def whole_positions(
    model: Model, ground: Ground, boxes: tuple[Box, ...], ties: Ties, standing: Standing
) -> dict[str, Place]:
    """Places of everything of a small network, that stay as they are while it is edited and
    filtered: they stand upon what loads said, in the sizes of the plain picture.
    """
    before, before_ties = _loaded_boxes(model, ground, standing.loaded)
    return steady_positions(boxes, ties, before, before_ties, standing.kept)


def own_positions(boxes: tuple[Box, ...], ties: Ties, kept: Kept) -> dict[str, Place]:
    """Places of just these, computed once and kept."""
    layout = positions if len(boxes) <= _CAREFUL else quick_positions
    return kept_positions(layout, boxes, ties, kept)


_CAREFUL = 60  # boxes that take no longer to lay out with care than somebody waits


def _loaded_boxes(model: Model, ground: Ground, loaded: Loaded) -> tuple[tuple[Box, ...], Ties]:
    network = ground.network
    drawn = (ground.parties | ground.activities).nonzero()[0].tolist()
    known = {
        network.ids[at]: Known(
            network.ids[at], str(network.kind[at]), str(network.name[at]), str(network.helix[at])
        )
        for at in drawn
    }
    nodes = {i: one for i, one in loaded.nodes_before(known).items() if one.kind in DRAWN}
    rows = ground.rows
    columns = (rows.source.tolist(), rows.target.tolist(), rows.kind.tolist())
    now = [(network.ids[a], network.ids[b], KINDS[k]) for a, b, k in zip(*columns, strict=True)]
    steps = [step for step in loaded.steps_before(now) if _is_drawn(step, nodes)]
    tied = {end for source, target, _ in steps for end in (source, target)}
    shown = [one for i, one in nodes.items() if i in tied or one.kind != "Municipality"]
    boxes = tuple(
        box_of(
            one.id, wrapped(one.name), style(model, one.kind, one.helix), loose=one.id not in tied
        )
        for one in shown
    )
    return boxes, tuple(dict.fromkeys((source, target) for source, target, _ in steps))


def _is_drawn(step: Step, nodes: Mapping[str, Known]) -> bool:
    source, target, kind = step
    if kind not in KINDS or source == target or not {source, target} <= nodes.keys():
        return False
    return kind != "MEMBER_OF" or nodes[target].kind == "Group"


@dataclass(frozen=True, eq=False, slots=True)
class Placing:
    """What is to be placed."""

    drawing: Drawing
    looks: tuple[Mark, ...]
    lines: Lines
    state: ViewState
    standing: Standing
    dressing: Dressing


@dataclass(frozen=True, slots=True)
class Found:
    """Marks at their places, and regions around some of them."""

    marks: tuple[Mark, ...]
    regions: tuple[Region, ...]


def placed(placing: Placing) -> Found:
    """Every mark at its place, without overlaps.

    What is filtered of a small network stays where it stands in the whole; of a large one what is
    drawn is laid out by itself.
    """
    boxes = tuple(mark_box(mark, loose=mark.loose) for mark in placing.looks)
    places, boxes = _network(placing, boxes)
    marks = tuple(_at(mark, places[mark.id]) for mark in placing.looks)
    return Found(marks, _regions(placing, boxes, places))


def _network(placing: Placing, boxes: tuple[Box, ...]) -> tuple[dict[str, Place], tuple[Box, ...]]:
    drawing = placing.drawing
    ends = _ends(placing.lines.ties)
    if drawing.chosen.detail == "clusters":
        return own_positions(boxes, ends, placing.standing.kept), boxes
    whole = whole_of(drawing.ground, drawing.chosen.detail)
    if drawing.chosen.detail != "activities" or whole.sum() > placing.state.most:
        return own_positions(boxes, ends, placing.standing.kept), boxes
    return _in_whole(placing, boxes, whole)


def _in_whole(
    placing: Placing, boxes: tuple[Box, ...], whole: Mask
) -> tuple[dict[str, Place], tuple[Box, ...]]:
    """Where marks stand in the whole network, whether or not all of it is drawn."""
    drawing, ground = placing.drawing, placing.drawing.ground
    network = ground.network
    shown = {box.id: box for box in boxes}
    every = dict(shown)
    for place in np.flatnonzero(whole).tolist():
        ident = network.ids[place]
        look, _ = placing.dressing.look(place)
        loose = not ground.tied[place]
        every[ident] = box_of(ident, wrapped(str(network.name[place])), look, loose=loose)
    rows = ground.rows
    pairs = zip(rows.source.tolist(), rows.target.tolist(), strict=True)
    ties = [(network.ids[a], network.ids[b]) for a, b in pairs]
    new = [box for box in boxes if box.id not in every or every[box.id] is box]
    if new:  # people and boards on a path
        ties += _ends(placing.lines.ties)
    listed = tuple(every[one] for one in sorted(every))
    places = whole_positions(
        drawing.model, ground, listed, tuple(dict.fromkeys(ties)), placing.standing
    )
    return places, tuple(every[box.id] for box in boxes)


def _ends(ties: Iterable[Tie]) -> Ties:
    return tuple(dict.fromkeys((tie.source, tie.target) for tie in ties if not tie.gap))


def _at(mark: Mark, place: Place) -> Mark:
    return replace(mark, x=place[0], y=place[1] - hang(mark.label, mark.style))


def _regions(
    placing: Placing, boxes: Iterable[Box], places: Mapping[str, Place]
) -> tuple[Region, ...]:
    loose = [box for box in boxes if box.loose]
    if not loose or len(loose) == len(placing.looks):
        return ()
    return (region_of(loose, places, text("loose", placing.drawing.lang)),)


def region_of(
    boxes: Iterable[Box], places: Mapping[str, Place], label: str, closes: str = ""
) -> Region:
    """The part of the picture around some boxes."""
    edges = [
        (x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)
        for box in boxes
        for x, y in (places[box.id],)
    ]
    left, top = min(one[0] for one in edges), min(one[1] for one in edges)
    right, bottom = max(one[2] for one in edges), max(one[3] for one in edges)
    width, height = right - left + 2 * _RIM, bottom - top + 2 * _RIM
    return Region(round(left - _RIM), round(top - _RIM), round(width), round(height), label, closes)


_RIM = 12  # pixels between a region's edge and what is in it
