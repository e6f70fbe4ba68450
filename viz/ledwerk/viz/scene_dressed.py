"""What is drawn, as marks that have a look and a name and no place yet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt

from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.layout import Box
from ledwerk.viz.scene_clusters import Named
from ledwerk.viz.scene_colour import OTHER, Colours
from ledwerk.viz.scene_marks import box_of, wrapped
from ledwerk.viz.scene_size import Sizes
from ledwerk.viz.scene_ties import Drawing, Lines
from ledwerk.viz.style import Style, cluster_style, style, unreviewed_style
from ledwerk.viz.texts import said
from ledwerk.viz.texts_scene import scene_text
from ledwerk.viz.view import CLUSTER, Mark

_SMALLEST, _LARGEST = 14, 64  # radius of a cluster in pixels


@dataclass(frozen=True, eq=False)
class Dressing:
    """What marks are dressed by."""

    drawing: Drawing
    sizes: Sizes | None
    colours: Colours | None
    lines: Lines

    @cached_property
    def tied(self) -> frozenset[str]:
        """The ids that a line is drawn to."""
        return frozenset(end for tie in self.lines.ties for end in (tie.source, tie.target))

    @cached_property
    def lit(self) -> frozenset[int]:
        """Places of what lights up: the path, and the first introducer of each gap."""
        asked = self.drawing.asked
        way = asked.way(self.drawing.chosen.detail)
        found = set(way.nodes) if way else set()
        return frozenset(found | {gap.introducers[0] for gap in asked.gaps.drawn})

    @cached_property
    def largest(self) -> int:
        """How many members the largest cluster has."""
        return max((len(one.members) for one in self.drawing.chosen.clusters), default=1)

    def look(self, place: int, *, plain: bool = False) -> tuple[Style, float | None]:
        """The look of a node, with what it is sized by; `plain` as it is without either."""
        network = self.drawing.ground.network
        kind = str(network.kind[place])
        look = style(self.drawing.model, kind, str(network.helix[place]) or None)
        if plain or not self.drawing.ground.parties[place]:
            return look, None
        if self.colours is not None:
            look = self.colours.coloured(look, place)
        if self.sizes is None:
            return look, None
        return self.sizes.sized(look, network.ids[place])

    def cluster(self, cluster: Named) -> Mark:
        """A cluster as a mark; the area of its disc is in proportion to its members."""
        return _cluster(self, cluster)


def dressed(dressing: Dressing) -> tuple[Mark, ...]:
    """The marks in the order of ids, at no place."""
    chosen = dressing.drawing.chosen
    nodes = [_node(dressing, place) for place in chosen.nodes]
    clusters = [dressing.cluster(one) for one in chosen.clusters]
    return tuple(sorted([*nodes, *clusters], key=lambda mark: mark.id))


def mark_box(mark: Mark, *, loose: bool) -> Box:
    """The room of a mark."""
    return box_of(mark.id, mark.label, mark.style, loose=loose)


def _node(dressing: Dressing, place: int) -> Mark:
    drawing = dressing.drawing
    network = drawing.ground.network
    ident, name, kind = network.ids[place], str(network.name[place]), str(network.kind[place])
    look, value = dressing.look(place)
    waits = ident in drawing.unreviewed.nodes
    return Mark(
        ident,
        wrapped(name),
        kind,
        unreviewed_style(look) if waits else look,
        0,
        0,
        loose=ident not in dressing.tied,
        name=name,
        kind_label=said(drawing.model.node(kind).label, drawing.lang),
        helix=str(network.helix[place]),
        fresh=ident in drawing.fresh.nodes,
        lit=place in dressing.lit,
        value=value,
        unreviewed=waits,
    )


def _cluster(dressing: Dressing, cluster: Named) -> Mark:
    drawing = dressing.drawing
    network = drawing.ground.network
    members = cluster.members
    radius = max(_LARGEST * sqrt(len(members) / dressing.largest), _SMALLEST)
    colour = _colour(dressing, members)
    waits = all(network.ids[one] in drawing.unreviewed.nodes for one in members)
    look = replace(cluster_style(colour), size=round(radius))
    number = scene_text("members", drawing.lang, count=len(members))
    selected = drawing.asked.selected
    return Mark(
        cluster.id,
        f"{wrapped(cluster.name)}\n{number}",
        CLUSTER,
        unreviewed_style(look) if waits else look,
        0,
        0,
        loose=cluster.id not in dressing.tied,
        name=cluster.name,
        kind_label=scene_text("cluster", drawing.lang),
        members=len(members),
        fresh=any(network.ids[one] in drawing.fresh.nodes for one in members),
        lit=selected is not None and selected in members,
        unreviewed=waits,
    )


def _colour(dressing: Dressing, members: tuple[int, ...]) -> str:
    """The colour that most members have; of equals that of the smaller class."""
    if dressing.colours is not None:
        colours = dressing.colours
        counts = Counter(colours.classes.get(one, "") for one in members)
        first = min(counts, key=lambda one: (-counts[one], one))
        return colours.shown.get(first, (OTHER, ""))[0]
    network = dressing.drawing.ground.network
    helices = Counter(str(network.helix[one]) or "unknown" for one in members)
    return HELIX.term(min(helices, key=lambda one: (-helices[one], one))).colour
