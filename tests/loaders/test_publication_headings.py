"""What a heading says of an activity beside its name: a number before it, its state behind it."""

from __future__ import annotations

import pytest

from ledwerk.loaders.publication.activities.activity_headings import titled


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("A1. Kiemkracht", "Kiemkracht"),
        ("B.2) Robots in de Rij", "Robots in de Rij"),
        ("P3: Night School", "Night School"),
        ("3.1 Warme Buren", "Warme Buren"),
        ("A2 Maastricht", "A2 Maastricht"),
        ("Zilverwater (afgerond)", "Zilverwater"),
        ("Night School (under way)", "Night School"),
        ("Zorgpad (Noord)", "Zorgpad (Noord)"),
    ],
)
def test_a_name_stands_between_its_number_and_its_state(heading: str, name: str) -> None:
    assert titled(heading).names[0] == name
