"""Projects that are said together to be in a programme: all, so many, the first of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.test_publication_programmes import parts

_PROJECTS = """
PROJECTEN

A. DUINKOREN

Dit project loopt van 2021 tot 2023. Trekker is Acme BV.

B. WIERDIJK

Dit project loopt van 2022 tot 2024. Trekker is ROC Delta.

C. ZOUTLAB

Dit project loopt van 2022 tot 2025. Trekker is Acme BV.
"""
_BOTH = {("Duinkoren", "Brede Kust"), ("Wierdijk", "Brede Kust")}
_ALL = {*_BOTH, ("Zoutlab", "Brede Kust")}


def said(folder: Path, sentence: str) -> set[tuple[str, str]]:
    text = f"OVER ONS\n\nHet programma Brede Kust begon in 2020. {sentence}\n{_PROJECTS}"
    return {(part.capitalize(), whole) for part, whole in parts(folder, text)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Alle projecten hieronder vallen onder Brede Kust.",
        "Bijna alles wat hierna volgt hoort bij dat programma.",
        "De drie projecten in dit overzicht maken er deel van uit.",
        "Brede Kust telt drie projecten.",
        "Most of what follows sits inside Brede Kust.",
    ],
)
def test_all_that_stand_in_it_are_part_of_a_programme(tmp_path: Path, sentence: str) -> None:
    assert said(tmp_path, sentence) == _ALL


@pytest.mark.parametrize(
    "sentence",
    [
        "Van de drie projecten hieronder horen de eerste twee bij dat programma.",
        "Two of the three entries below belong to Brede Kust. Entry C is not part of Brede Kust.",
        "De volgende twee projecten vallen eronder.",
    ],
)
def test_some_of_them_are(tmp_path: Path, sentence: str) -> None:
    assert said(tmp_path, sentence) == _BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "Alle gemeenten doen mee aan Brede Kust.",
        "Drie van de vier gemeenten horen bij Brede Kust.",
        "Brede Kust telt veertig projecten.",
        "De projecten hieronder vallen niet onder Brede Kust.",
    ],
)
def test_what_says_nothing_of_the_projects_here(tmp_path: Path, sentence: str) -> None:
    assert said(tmp_path, sentence) == set()
