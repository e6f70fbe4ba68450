"""Clusters as a picture shows them: with a name, its members, and opened ones in parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.analysis.subject import two_of
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Mask, Places
from ledwerk.schema.model import MODEL
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.cluster_tree import OTHERS, cluster_tree
from ledwerk.viz.cluster_values import UNKNOWN
from ledwerk.viz.clusters import Frame, Shown, clustered, narrowed
from ledwerk.viz.scene_colour import called
from ledwerk.viz.scene_standing import Standing
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts import said
from ledwerk.viz.texts_scene import scene_text


@dataclass(frozen=True, slots=True)
class Named:
    """A cluster with its name; members are places in the network, the most tied first."""

    id: str
    name: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Closed clusters, parties that stand in opened ones, the opened ones, and how all stand.

    `refused` counts clusters that were asked to be opened and have no room.
    """

    closed: tuple[Named, ...]
    single: tuple[int, ...]
    opened: tuple[Named, ...]
    frames: tuple[Frame, ...]
    refused: int


def clusters_of(
    reckoning: Reckoning,
    passing: tuple[Places, Mask],
    state: ViewState,
    standing: Standing,
    *,
    most: int,
    lang: str,
) -> Clusters:
    """Some parties, and the activities that they are seen through, put together as a state wants:
    at most so many marks. See `clustered`.
    """
    network = reckoning.network
    grouping = state.group
    if grouping in {"auto", "none"}:
        grouping = "municipality" if state.layout == "map" else "community"
    tree = cluster_tree(
        network,
        grouping,
        most=state.most,
        loaded=standing.loaded,
        kept=standing.kept,
        mark=standing.mark,
    )
    parties: Mask = np.zeros(len(network), dtype=bool)
    parties[passing[0]] = True
    two = narrowed(two_of(reckoning.subject(Lens())), parties, passing[1])
    shown = clustered(tree, two, state.open, most=most)
    return _named(reckoning, shown, lang)


def _named(reckoning: Reckoning, shown: Shown, lang: str) -> Clusters:
    numbers = reckoning.network.numbers

    def named(ident: str, value: str, members: Sequence[str]) -> Named:
        name = _name(reckoning, ident, value, members, lang)
        return Named(ident, name, tuple(numbers[one] for one in members))

    return Clusters(
        tuple(named(one.id, one.value, one.members) for one in shown.clusters),
        tuple(numbers[one] for one, _ in shown.parties),
        tuple(named(one.id, one.value, one.members) for one in shown.opened),
        shown.frames,
        len(shown.refused),
    )


def _name(reckoning: Reckoning, ident: str, value: str, members: Sequence[str], lang: str) -> str:
    """What a cluster is called: by what its members share, or after its most tied ones."""
    key = ident.rpartition(":")[2]
    if key in {OTHERS, UNKNOWN}:
        untied = key == UNKNOWN and ident.startswith("community:")
        return scene_text("cluster_untied" if untied else f"cluster_{key}", lang)
    if ident.startswith("helix:") and value in HELIX.values:
        return said(HELIX.term(value).label, lang)
    if MODEL.kind_of(value) is not None:
        return reckoning.network.called(value)
    return called(reckoning.subject(Lens()), members, lang)
