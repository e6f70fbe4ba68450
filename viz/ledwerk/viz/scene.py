"""A view made of a network and what somebody asks to see: the same for everybody who asks it."""

from __future__ import annotations

from dataclasses import replace

from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.schema.model import MODEL
from ledwerk.viz.scene_asked import asked_of
from ledwerk.viz.scene_choice import Chosen, chosen_of
from ledwerk.viz.scene_colour import colours_of
from ledwerk.viz.scene_dressed import Dressing, dressed
from ledwerk.viz.scene_filter import lens_of, let_through
from ledwerk.viz.scene_fresh import NOTHING_NEW, Fresh
from ledwerk.viz.scene_ground import ground_of
from ledwerk.viz.scene_legend import legend_of
from ledwerk.viz.scene_map import between_on_map
from ledwerk.viz.scene_notes import notes_of
from ledwerk.viz.scene_places import Placing, placed
from ledwerk.viz.scene_size import sizes_of
from ledwerk.viz.scene_standing import STANDING, UNKNOWN_ORIGIN, Origin, Standing
from ledwerk.viz.scene_ties import Drawing, lines_of
from ledwerk.viz.scene_unreviewed import ALL_REVIEWED, Unreviewed
from ledwerk.viz.state import ViewState
from ledwerk.viz.texts import text
from ledwerk.viz.view import View


def scene(
    reckoning: Reckoning,
    *,
    state: ViewState,
    lang: str,
    standing: Standing = STANDING,
    fresh: Fresh = NOTHING_NEW,
    origin: Origin = UNKNOWN_ORIGIN,
    unreviewed: Unreviewed = ALL_REVIEWED,
) -> View:
    """The view of a state, without facts.

    Filters let through (`let_through`), the finest detail that fits is chosen (`chosen_of`), what
    was asked for by name is drawn in any case (`asked_of`), and everything gets its place. The same
    arguments give an equal view. Raises InvalidQuestion and UnknownName for what is not there.
    """
    state = canonical(state)
    ground = ground_of(reckoning.network)
    passing = let_through(reckoning, ground, state)
    asked = asked_of(reckoning, ground, passing, state)
    chosen = chosen_of(reckoning, ground, passing, asked, state, standing, lang)
    on_map = state.layout == "map"
    dense = chosen.detail == "parties" and not on_map
    between = between_on_map(ground.network, chosen, standing.spots) if on_map else None
    drawing = Drawing(
        MODEL, ground, passing, asked, chosen, fresh, lang, dense, between, unreviewed,
        lens_of(state),
    )  # fmt: skip
    return _drawn(reckoning, drawing, state, standing, origin)


def _drawn(
    reckoning: Reckoning, drawing: Drawing, state: ViewState, standing: Standing, origin: Origin
) -> View:
    """What was chosen, with lines, looks, places and words."""
    chosen, lang = drawing.chosen, drawing.lang
    lines = lines_of(drawing, state.most)
    sized = state.size and bool(chosen.nodes)
    sizes = sizes_of(reckoning, state.size) if sized else None
    colours = colours_of(reckoning, state.colour, lang, standing)
    dressing = Dressing(drawing, sizes, colours, lines)
    looks = dressed(dressing)
    found = placed(Placing(drawing, looks, lines, state, standing, dressing))
    return View(
        text("title", lang),
        lang,
        reckoning.network.revision,
        found.marks,
        lines.ties,
        legend_of(drawing, lines, colours, looks),
        (),
        chosen.left_out,
        state,
        chosen.detail,
        found.regions,
        notes_of(drawing, state, lines, sizes, mapped=bool(standing.spots)),
        origin.sources,
        origin.date,
    )


def clusters_asked(reckoning: Reckoning, state: ViewState, standing: Standing, lang: str) -> Chosen:
    """What a state draws, before it is dressed and placed: its clusters, with their members."""
    ground = ground_of(reckoning.network)
    passing = let_through(reckoning, ground, state)
    asked = asked_of(reckoning, ground, passing, state)
    return chosen_of(reckoning, ground, passing, asked, state, standing, lang)


def canonical(state: ViewState) -> ViewState:
    """The same state in the one way that it is written: lists in order, each value once."""
    lists = {
        name: tuple(sorted(set(getattr(state, name))))
        for name in ("open", "helix", "kind", "sector", "programme", "municipality", "trust")
    }
    return replace(state, **lists)  # type: ignore[arg-type]
