"""Colours that everybody tells apart: helices as people with each sort of colour blindness see
them, and words on what they stand on in both themes.

The matrices are those of Machado, Oliveira & Fernandes (2009), "A Physiologically-based Model for
Simulation of Color Vision Deficiency", at severity 1.0, for linear RGB. Contrast is WCAG 2.2's.
"""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest

from ledwerk.schema.model import MODEL
from ledwerk.schema.vocabularies import HELIX
from ledwerk.viz.shell import own_files

Colour = tuple[float, float, float]
SEEN: dict[str, list[list[float]]] = {
    "as most people": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
NOTICED = 5.0  # of ΔE*ab; about twice what is just told apart side by side
APART = 10.0  # enough at a glance
THEMES = {"light": "", "dark": '[data-theme="dark"]'}
# Words by the variable of their colour, and what they stand on in base.css.
WORDS = [
    *((ink, ground) for ink in ("ink", "soft", "mark", "warn") for ground in ("paper", "back")),
    ("ink", "lit"),
    ("on-mark", "mark"),
    ("warn", "warn-back"),
    ("ink", "warn-back"),
    ("good", "good-back"),
    ("ink", "good-back"),
]


def linear(colour: str) -> np.ndarray:
    """A colour such as #0072b2 as linear RGB."""
    text = colour.removeprefix("#")
    text = "".join(2 * letter for letter in text) if len(text) == 3 else text
    parts = np.array([int(text[at : at + 2], 16) / 255 for at in (0, 2, 4)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Linear RGB as CIE L*a*b*, for daylight (D65)."""
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratio = to_xyz @ np.clip(rgb, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    root = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def apart(one: str, other: str, seen: str) -> float:
    """How far two colours are apart, as somebody sees them."""
    matrix = np.array(SEEN[seen])
    return float(np.linalg.norm(lab(matrix @ linear(one)) - lab(matrix @ linear(other))))


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted(
        (float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def test_the_arithmetic_is_that_of_the_standards() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert apart("#ffffff", "#000000", "as most people") == pytest.approx(100, abs=0.1)
    # Red and green of one lightness are hardly told apart with deuteranopia.
    assert (
        apart("#b5651d", "#738000", "deuteranopia")
        < apart("#b5651d", "#738000", "as most people") / 2
    )


@pytest.mark.parametrize("seen", SEEN)
def test_helices_are_told_apart_by_colour_and_those_that_are_near_by_shape(seen: str) -> None:
    terms = [term for term in HELIX.terms if term.colour]
    assert len(terms) >= 5
    distances = {
        (one, other): apart(one.colour, other.colour, seen) for one, other in combinations(terms, 2)
    }
    assert min(distances.values()) > NOTICED
    alike = [pair for pair, far in distances.items() if far < APART]
    assert [(one.value, other.value) for one, other in alike if one.shape == other.shape] == []


def test_every_helix_has_a_shape_of_its_own() -> None:
    shapes = [term.shape for term in HELIX.terms]
    assert all(shapes)
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("seen", SEEN)
def test_kinds_are_told_apart_by_colour_or_shape(seen: str) -> None:
    drawn = [kind for kind in MODEL.nodes if kind.name in style_kinds()]
    near = [
        (one.name, other.name)
        for one, other in combinations(drawn, 2)
        if one.shape == other.shape and apart(one.colour, other.colour, seen) < APART
    ]
    assert near == []


def style_kinds() -> set[str]:
    """The kinds that are drawn as marks: parties, projects and programmes."""
    return {kind.name for kind in MODEL.nodes if kind.party} | {"Project", "Programme", "Board"}


def variables(theme: str) -> dict[str, str]:
    text = own_files()["base.css"].read_text(encoding="utf-8")
    found = re.search(rf":root{re.escape(THEMES[theme])} \{{([^}}]*)\}}", text)
    assert found is not None
    return dict(re.findall(r"--([\w-]+): (#[0-9a-fA-F]{3,6});", found[1]))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_stand_out_from_what_they_stand_on(theme: str, ink: str, ground: str) -> None:
    of = variables(theme)
    assert contrast(of[ink], of[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "back"])
def test_edges_of_what_is_pressed_stand_out(theme: str, ground: str) -> None:
    of = variables(theme)
    assert contrast(of["edge"], of[ground]) >= 3.0
    assert contrast(of["mark"], of[ground]) >= 3.0
