"""What a picture says of itself: what it does not show, and why."""

from __future__ import annotations

from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.scene_filter import is_filtered
from ledwerk.viz.scene_size import Sizes
from ledwerk.viz.scene_ties import Drawing, Lines
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts import said
from ledwerk.viz.texts_scene import counted, scene_text


def notes_of(
    drawing: Drawing, state: ViewState, lines: Lines, sizes: Sizes | None, *, mapped: bool
) -> tuple[str, ...]:
    """Sentences to the reader, the weightiest first; none where all is as it was asked.

    `mapped` says that the whereabouts of something are known.
    """
    chosen, lang = drawing.chosen, drawing.lang
    found: list[str] = []
    if not chosen.nodes and not chosen.clusters:
        filtered = is_filtered(state)
        return (scene_text("nothing_passes", lang),) if filtered else ()
    found += _asked(drawing, state)
    if chosen.coarse:
        key = "only_clusters" if chosen.detail == "clusters" else "only_parties"
        found.append(scene_text(key, lang))
    if state.layout == "columns" and chosen.detail != "activities":
        found.append(scene_text("no_columns", lang))
    if state.layout == "map" and not mapped:
        found.append(scene_text("no_spots", lang))
    if chosen.cut:
        found.append(scene_text("nearest_apart", lang))
    if chosen.refused:
        found.append(scene_text("no_room", lang, most=state.most))
    for key, count in (("left_out", chosen.left_out), ("weak_ties", lines.left_out)):
        if count:
            found.append(counted(key, lang, count))
    if state.size and chosen.clusters:
        found.append(scene_text("size_clusters", lang, measure=scene_text(state.size, lang)))
    if sizes is not None and sizes.samples:
        measure = scene_text(state.size, lang)
        found.append(scene_text("estimated", lang, measure=measure, samples=sizes.samples))
    return tuple(found)


def _asked(drawing: Drawing, state: ViewState) -> list[str]:
    """About the path, and the gaps."""
    asked, lang, network = drawing.asked, drawing.lang, drawing.ground.network
    found = []
    if asked.severed:
        ends = {"source": network.called(state.source), "target": network.called(state.target)}
        found.append(scene_text("no_path", lang, **ends))
    if not state.gaps:
        return found
    gaps = asked.gaps
    if gaps.missing:
        found.append(scene_text("no_such_parties", lang, word=_called(gaps.missing, lang)))
    elif not gaps.total:
        found.append(scene_text("no_gaps", lang))
    more = gaps.total - gaps.unreachable - len(gaps.drawn)
    if more:
        found.append(scene_text("more_gaps", lang, drawn=len(gaps.drawn), more=more))
    if gaps.unreachable:
        found.append(counted("unreachable", lang, gaps.unreachable))
    return found


def _called(word: str, lang: str) -> str:
    """A word for parties in a language; itself, where it is no word of a vocabulary."""
    plain = word.lower().replace("-", "_")
    for vocabulary in (HELIX, PARTY_KIND):
        if plain in vocabulary.values:
            return said(vocabulary.term(plain).label, lang)
    return word
