"""Colours, shapes and sizes, from the model: nothing is styled by hand twice."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.schema.kinds import Model
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.texts import said, text

_LARGE, _SMALL = 20, 11


@dataclass(frozen=True, slots=True)
class Style:
    """How a mark looks: fill, outline shape (a vis-network name) and radius in pixels."""

    colour: str
    shape: str
    size: int


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend."""

    label: str
    colour: str
    shape: str


def style(model: Model, kind: str, helix: str | None) -> Style:
    """A party looks like its helix, a campus keeps its shape; other kinds look like their kind."""
    node = model.node(kind)
    if not node.party:
        return Style(node.colour, node.shape, _LARGE)
    colour = HELIX.term(helix or "unknown")
    if kind in {"Campus", "Group"}:
        return Style(colour.colour, node.shape, _LARGE if kind == "Campus" else _SMALL)
    return Style(colour.colour, colour.shape, _SMALL)


def legend(model: Model, kinds: set[str], helices: set[str], lang: str) -> tuple[LegendEntry, ...]:
    """The entries for what a view holds, helices first."""
    entries = [
        LegendEntry(said(term.label, lang), term.colour, term.shape)
        for term in HELIX.terms
        if term.value in helices
    ]
    for kind in model.nodes:
        if kind.name in kinds and (not kind.party or kind.name in {"Campus", "Group"}):
            colour = "#ffffff" if kind.party else kind.colour
            entries.append(LegendEntry(said(kind.label, lang), colour, kind.shape))
    return tuple(entries)


def shades(lang: str) -> tuple[tuple[str, str, bool], ...]:
    """The sorts of ties: (label, colour, dashed)."""
    return (
        (text("partnership", lang), "#7a8794", False),
        (text("membership", lang), "#b9a6c9", True),
    )
