"""Colours, shapes and sizes, from the model: nothing is styled by hand twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ledwerk.schema.kinds import Model
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.texts import said, text

MARGIN = 9  # pixels between a box and the text in it
_INK, _PAPER = "#1f2933", "#ffffff"
_FILTERED = {*PARTIES, *ACTIVITIES}  # kinds that a view filters by
_BRIGHT = 0.4  # fills brighter than this carry dark text


@dataclass(frozen=True, slots=True)
class Style:
    """How a mark looks: shape is a vis-network name, size a radius, text a height in pixels."""

    colour: str
    shape: str
    size: int
    text: int
    fill: str
    ink: str
    border: int

    @property
    def boxed(self) -> bool:
        """Whether the name stands inside the shape instead of below it."""
        return self.shape in {"box", "ellipse"}


@dataclass(frozen=True, slots=True)
class Shade:
    """How a tie looks; two kinds of relation with one look are one line of the legend."""

    label: str
    colour: str
    dashed: bool
    width: float


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of the legend; `line` and `dashes` are shapes of ties, `dotted` of all that nobody
    has reviewed.

    `field` and `value` are what filters by it, such as helix and industry; "" where nothing does.
    `count` is how many marks or ties of the view look so.
    """

    label: str
    colour: str
    shape: str
    field: str = ""
    value: str = ""
    count: int = 0


_PARTNER = Shade("partnership", "#6b7885", dashed=False, width=1.5)
_PART = Shade("part", "#D55E00", dashed=False, width=2.5)
_MEMBER = Shade("membership", "#8d6bb0", dashed=True, width=1.3)
_CAMPUS = Shade("campus", "#2b8cc4", dashed=False, width=1.5)
DOTTED = "dotted"
CLUSTERED = "#52606d"  # of what says something by its shape or rim only
SHARED = Shade("shared", "#6b7885", dashed=False, width=1.5)
GAP = Shade("gap", "#AA3377", dashed=True, width=2.5)
SEATED = Shade("seat", "#8a7a00", dashed=False, width=1.5)
TIES = {
    "PARTNER_IN": _PARTNER,
    "PART_OF": _PART,
    "MEMBER_OF": _MEMBER,
    "TENANT_OF": _CAMPUS,
    "OWNER_OF": _CAMPUS,
}


def style(model: Model, kind: str, helix: str | None) -> Style:
    """A party looks like its helix, a campus and a group keep their shape; other kinds look like
    their kind.
    """
    node = model.node(kind)
    if not node.party:
        return Style(node.colour, node.shape, 20, 18, node.colour, ink_on(node.colour), 1)
    term = HELIX.term(helix or "unknown")
    if kind == "Campus":
        return Style(_INK, node.shape, 18, 16, term.colour, _INK, 3)
    if kind == "Group":
        return Style(term.colour, node.shape, 11, 14, _PAPER, _INK, 3)
    return Style(term.colour, term.shape, 11, 15, term.colour, _INK, 1)


def cluster_style(colour: str) -> Style:
    """A cluster looks like what most of its members look like, with a rim; its size follows."""
    return Style(CLUSTERED, "dot", 20, 18, colour, _INK, 4)


def unreviewed_style(look: Style) -> Style:
    """What nobody has reviewed is paler, so that its dotted edge is seen."""
    fill = _paler(look.fill)
    return replace(look, fill=fill, ink=ink_on(fill) if look.boxed else look.ink,
                   border=max(look.border, 2))  # fmt: skip


def _paler(colour: str) -> str:
    """A colour with three parts of white."""
    parts = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) / 4):02x}" for part in parts)


def shade(kind: str) -> Shade:
    """The look of a tie of that kind of relation."""
    return TIES[kind]


def legend(
    model: Model,
    kinds: Mapping[str, int],
    helices: Mapping[str, int],
    ties: Mapping[str, int],
    lang: str,
) -> tuple[LegendEntry, ...]:
    """The entries for what a view holds, with how many: helices, then other kinds, then ties by
    the label of their look.
    """
    entries = [
        LegendEntry(
            said(term.label, lang),
            term.colour,
            term.shape,
            "helix",
            term.value,
            helices[term.value],
        )
        for term in HELIX.terms
        if helices.get(term.value)
    ]
    for kind in model.nodes:
        if kinds.get(kind.name) and (not kind.party or kind.name in {"Campus", "Group"}):
            colour = _PAPER if kind.party else kind.colour
            drawn, field = kinds[kind.name], "kind" if kind.name in _FILTERED else ""
            label = said(kind.label, lang)
            value = kind.name if field else ""
            entries.append(LegendEntry(label, colour, kind.shape, field, value, drawn))
    return (*entries, *_lines(ties, lang))


def _lines(ties: Mapping[str, int], lang: str) -> list[LegendEntry]:
    looks = dict.fromkeys((*TIES.values(), SHARED, SEATED, GAP))
    return [
        LegendEntry(
            text(look.label, lang),
            look.colour,
            "dashes" if look.dashed else "line",
            count=ties[look.label],
        )
        for look in looks
        if ties.get(look.label)
    ]


def ink_on(fill: str) -> str:
    """Dark text on a bright fill, white on a dark one, by relative luminance (WCAG 2)."""
    parts = (int(fill[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    bright = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return _INK if bright > _BRIGHT else _PAPER
