"""Who is in a cluster, for the panel that opens beside it."""

from __future__ import annotations

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.schema.model import MODEL
from ledwerk.viz.facts import MOST_IN_LIST, Entry, Facts
from ledwerk.viz.scene import clusters_asked
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts import said, text
from ledwerk.viz.texts_scene import scene_text


def members(
    reckoning: Reckoning, *, state: ViewState, lang: str, cluster: str, standing: Standing
) -> Facts | None:
    """A cluster as the panel tells of it: its members by name, the first of many; None where the
    view of the state has no such cluster, closed or opened.
    """
    chosen = clusters_asked(reckoning, state, standing, lang)
    found = next((one for one in (*chosen.clusters, *chosen.opened) if one.id == cluster), None)
    if found is None:
        return None
    network = reckoning.network
    listed = sorted(found.members, key=network.order)
    entries = [
        Entry(
            network.ids[at],
            str(network.name[at]),
            said(MODEL.node(str(network.kind[at])).label, lang),
            "",
        )
        for at in listed[:MOST_IN_LIST]
    ]
    if len(listed) > MOST_IN_LIST:
        entries.append(Entry("", text("more", lang), "", ""))
    count = scene_text("member_count", lang), str(len(listed))
    lists = ((scene_text("member_list", lang), tuple(entries)),)
    kind = scene_text("cluster", lang)
    return Facts(cluster, found.name, kind, (), (count,), lists, (), ())
