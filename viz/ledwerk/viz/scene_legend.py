"""The legend of a picture: what its colours, shapes and lines say, how often, and what filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ledwerk.viz.scene_colour import Colours
from ledwerk.viz.scene_ties import Drawing, Lines
from ledwerk.viz.style import CLUSTERED, DOTTED, LegendEntry, legend
from ledwerk.viz.texts_scene import scene_text
from ledwerk.viz.view import Mark


def legend_of(
    drawing: Drawing, lines: Lines, colours: Colours | None, marks: Sequence[Mark] = ()
) -> tuple[LegendEntry, ...]:
    """The classes that colours stand for, then shapes of helices and kinds, clusters, and lines;
    last what nobody has reviewed.

    Counts are of marks, except that those in a cluster count as well.
    """
    ground, chosen = drawing.ground, drawing.chosen
    network = ground.network
    inside = [one for cluster in chosen.clusters for one in cluster.members]
    everybody = [*chosen.nodes, *inside]
    parties = [one for one in everybody if ground.parties[one]]
    helices = Counter(str(network.helix[one]) or "unknown" for one in parties)
    kinds = Counter(str(network.kind[one]) for one in everybody)
    looks = Counter(tie.look.label for tie in lines.ties)
    entries = list(legend(drawing.model, kinds, helices, looks, drawing.lang))
    if colours is not None:
        # The shape still says the helix, and its colour says nothing any more.
        entries = [
            LegendEntry(e.label, CLUSTERED, e.shape, e.field, e.value, e.count)
            if e.field == "helix"
            else e
            for e in entries
        ]
        entries = [*colours.entries(parties, drawing.lang), *entries]
    if chosen.clusters:
        at = sum(entry.shape not in {"line", "dashes"} for entry in entries)
        word = scene_text("cluster_legend", drawing.lang)
        entries.insert(at, LegendEntry(word, CLUSTERED, "dot", count=len(chosen.clusters)))
    waiting = sum(one.unreviewed for one in marks) + sum(one.unreviewed for one in lines.ties)
    if waiting:
        word = scene_text("unreviewed_legend", drawing.lang)
        entries.append(LegendEntry(word, CLUSTERED, DOTTED, count=waiting))
    return tuple(entries)
