"""Where everything of a small network stands, whatever is filtered of it."""

from __future__ import annotations

from collections.abc import Mapping

from ledwerk.schema.kinds import Model
from ledwerk.viz.layout import Box, Place, Ties
from ledwerk.viz.layout_steady import steady_positions
from ledwerk.viz.loaded import Known, Loaded, Step
from ledwerk.viz.scene_ground import KINDS, Ground
from ledwerk.viz.scene_marks import box_of, wrapped
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.style import style
from ledwerk.viz.view import DRAWN


def whole_positions(
    model: Model, ground: Ground, boxes: tuple[Box, ...], ties: Ties, standing: Standing
) -> dict[str, Place]:
    """Places of everything of a small network, that stay as they are while it is edited and
    filtered: they stand upon what loads said, in the sizes of the plain picture.
    """
    before, before_ties = _loaded_boxes(model, ground, standing.loaded)
    return steady_positions(boxes, ties, before, before_ties, standing.kept)


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
