"""Everything that can be drawn has a look that vis-network knows and the legend tells."""

from __future__ import annotations

import re

import pytest

from ledwerk.schema.model import MODEL
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.scene_marks import wrapped
from ledwerk.viz.style import TIES, legend, shade, style
from ledwerk.viz.texts import TEXTS, worded
from ledwerk.viz.view import DRAWN

SHAPES = {
    "dot", "square", "triangle", "triangleDown", "diamond", "star", "hexagon", "box", "ellipse",
}  # fmt: skip
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@pytest.mark.parametrize("kind", [kind.name for kind in MODEL.nodes])
@pytest.mark.parametrize("helix", [None, *HELIX.values])
def test_every_kind_has_a_style(kind: str, helix: str | None) -> None:
    look = style(MODEL, kind, helix)
    assert look.shape in SHAPES
    assert all(COLOUR.fullmatch(one) for one in (look.colour, look.fill, look.ink))


def test_an_unknown_helix_is_grey() -> None:
    assert style(MODEL, "Organisation", None).fill == HELIX.term("unknown").colour


def test_text_inside_a_shape_can_be_read() -> None:
    assert style(MODEL, "Board", None).ink != style(MODEL, "Project", None).ink


@pytest.mark.parametrize("kind", TIES)
def test_every_tie_is_in_the_model_and_has_a_name_in_both_languages(kind: str) -> None:
    assert MODEL.relation(kind)
    assert TEXTS[shade(kind).label].nl


def test_the_legend_tells_only_what_is_there() -> None:
    kinds, helices, ties = {"Organisation": 2, "Project": 1}, {"industry": 2}, {"membership": 3}
    found = legend(MODEL, kinds, helices, ties, "en")
    assert [(one.label, one.shape, one.field, one.value, one.count) for one in found] == [
        ("industry", "dot", "helix", "industry", 2),
        ("project", "box", "kind", "Project", 1),
        ("member of", "dashes", "", "", 3),
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_text_is_empty(lang: str) -> None:
    assert all(getattr(both, lang).strip() for both in TEXTS.values())


def test_numbers_are_written_as_the_language_writes_them() -> None:
    budget = MODEL.node("Project").property("budget")
    assert worded(budget, 1500000.5, "nl") == "1.500.000,5"
    assert worded(budget, 1500000.0, "en") == "1,500,000"


def test_long_names_are_cut() -> None:
    lines = wrapped("woord " * 60 + "x" * 200).split("\n")
    assert len(lines) <= 5
    assert lines[-1].endswith("…")
    assert max(map(len, wrapped("x" * 200).split("\n"))) <= 41


def test_what_is_drawn_is_declared() -> None:
    assert all(MODEL.node(kind) for kind in DRAWN)
