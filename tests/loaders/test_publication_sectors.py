"""Sectors that a text names, who is active in them, and ambition areas."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, node
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.sectors import read_sectors

KNOWN = (
    node("Organisation", "Platform Delta", "regel 1", 0.9),
    node("Programme", "Sectorprogramma Leisure", "regel 1", 0.9),
    node("Project", "Groene Kade", "regel 1", 0.9),
    node("Group", "Maascampussen", "regel 1", 0.9),
)


def read(folder: Path, text: str) -> list[Finding]:
    """What is read of sectors in a text."""
    file = folder / "publication.txt"
    file.write_text(text, encoding="utf-8")
    return list(read_sectors(extracted(file), KNOWN))


def named(found: list[Finding], kind: str) -> set[str]:
    """The names of what is found of a kind."""
    return {one.ref.name for one in found if isinstance(one, FoundNode) and one.ref.kind == kind}


def tied(found: list[Finding]) -> set[tuple[str, str, str]]:
    """The relations found."""
    return {(f.kind, f.source.name, f.target.name) for f in found if isinstance(f, FoundTie)}


@pytest.mark.parametrize(
    ("said", "sectors"),
    [
        ("Onze topsectoren zijn logistiek, zorg en agrofood.", {"Logistiek", "Zorg", "Agrofood"}),
        ("We richten ons op de sectoren energie en water.", {"Energie", "Water"}),
        ("Our priority sectors are life sciences and health, energy and logistics.",
         {"Life sciences and health", "Energy", "Logistics"}),
        ("Key sectors for next year: fishing, food and drink, tourism.",
         {"Fishing", "Food and drink", "Tourism"}),
        ("De sectoren werken goed samen en leveren veel op.", set()),
        ("In deze sectoren is veel werk.", set()),
        ("Speerpunten: meer vrouwen in de techniek, minder uitval.", set()),
    ],
)  # fmt: skip
def test_sectors_by_enumeration(tmp_path: Path, said: str, sectors: set[str]) -> None:
    found = read(tmp_path, f"Nieuws\n\n{said}\n")
    assert named(found, "Sector") - {"Leisure"} == sectors


def test_who_is_active_in_a_sector(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "Nieuws\n\nPlatform Delta is actief in de sectoren bouw en zorg. De ontwikkeling van Chemie "
        "en Water vindt plaats vanuit de Maascampussen.\n\nGroene Kade\n\nSector: bouw\nTrekker: Platform Delta\n",
    )
    assert tied(found) == {
        ("ACTIVE_IN", "Platform Delta", "Bouw"),
        ("ACTIVE_IN", "Platform Delta", "Zorg"),
        ("ACTIVE_IN", "Groene Kade", "Bouw"),
        ("ACTIVE_IN", "Sectorprogramma Leisure", "Leisure"),
        ("DRIVES", "Maascampussen", "Chemie"),
        ("DRIVES", "Maascampussen", "Water"),
    }


def test_ambition_areas_have_a_heading_each(tmp_path: Path) -> None:
    text = (
        "Visie\n\nEr zijn drie pijlers: mensen, bedrijven en ruimte (people, business en place).\n\n"
        "People\n\n- Meer vaklieden\n- Leven lang leren\n\nBusiness\n\n- Meer starters\n- Export\n"
    )
    assert named(read(tmp_path, text), "AmbitionArea") == {"People", "Business"}
    assert not named(read(tmp_path, "Visie\n\nEr zijn twee pijlers: mens en ruimte.\n"),
                     "AmbitionArea")  # fmt: skip
