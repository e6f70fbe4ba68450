"""Whose publication it is, by its title, its cover and its first lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.publisher import publisher_of

_BODY = "\n\nInleiding\n\nHet was een goed jaar. Wij zijn er trots op.\n"


def publisher(folder: Path, head: str, body: str = _BODY) -> str:
    file = folder / "text.txt"
    file.write_text(head + body, encoding="utf-8")
    ref = publisher_of(extracted(file), Known())
    return ref.name if ref else ""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Activity Report 2021/22 of the Orme Bay Partnership", "Orme Bay Partnership"),
        ("ORME BAY CLUSTER - E-BULLETIN 11 - MARCH 2024", "Orme Bay Cluster"),
        ("ZILTPOST\nNieuws van het Innovatieplatform Laagland", "Innovatieplatform Laagland"),
        ("# Nieuwsbrief Zilt\n\nDe nieuwsbrief van het Platform Laagland, nummer 7",
         "Platform Laagland"),
        ("Projectfiches Streekplatform Laagland", "Streekplatform Laagland"),
        ("RIPPLES\nThe monthly round-up from Orme Bay Alliance", "Orme Bay Alliance"),
        ("Jaarverslag 2022\n\nSteen op steen\nBouwkring Laagland vzw", "Bouwkring Laagland vzw"),
    ],
)  # fmt: skip
def test_the_publisher_by_its_title(tmp_path: Path, head: str, expected: str) -> None:
    assert publisher(tmp_path, head) == expected


def test_a_name_on_a_cover_that_the_text_speaks_of_by_its_last_word(tmp_path: Path) -> None:
    body = "\n\nFrom the chair\n\nAll who work with the Alliance know it well.\n"
    head = "ORME BAY GROWTH ALLIANCE\nYear in review 2020/21"
    assert publisher(tmp_path, head, body) == "Orme Bay Growth Alliance"


def test_a_name_with_the_form_that_the_text_gives_it(tmp_path: Path) -> None:
    body = "\n\nWaarom\n\nLid zijn kan: schrijf naar Zonnig Laagland vzw.\n"
    assert publisher(tmp_path, "Zonnig Laagland\n\nWie is wie", body) == "Zonnig Laagland vzw"


def test_a_name_on_a_cover_with_and_inside(tmp_path: Path) -> None:
    body = "\n\nFrom the chair\n\nThe Orme Water and Freight Partnership grew.\n"
    head = "Impact Review 2021-22\n\nOrme Water and Freight Partnership"
    assert publisher(tmp_path, head, body) == "Orme Water and Freight Partnership"


@pytest.mark.parametrize(
    "head",
    [
        "Nieuwsbrief Elke streek telt",
        "Strategische agenda met uitvoeringsprogramma",
        "REGIO DEAL LAAGLAND\n\nProjectenoverzicht 2023",
        "Vijf nieuwe projecten in de streek",
    ],
)
def test_what_is_no_publisher(tmp_path: Path, head: str) -> None:
    assert publisher(tmp_path, head) == ""


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("# VAARGEUL\n\nHet blad van de delta, nummer 3\nStichting Havenlicht, Zierikzee", _BODY,
         "Stichting Havenlicht"),
        ("# Reaping\n\nTamar Growers Network CLG\nLaunceston, Cornwall", _BODY,
         "Tamar Growers Network CLG"),
        ("# Notulen\n\nVereniging Wind en Werk (VWW), de vereniging van molenbouwers", _BODY,
         "Vereniging Wind en Werk"),
        ("# Stitched\n\nGlen Cluster Ltd is a company limited by guarantee, based in Oban.", _BODY,
         "Glen Cluster Ltd"),
        ("MOOR AND FELL SKILLS PARTNERSHIP          ITEM 1-4\nPapers for 4 May 2024",
         "\n\nThe Moor and Fell Skills Partnership meets twice.\n\nOur partnership grew.\n",
         "Moor and Fell Skills Partnership"),
        ("# ITEM 1 WHO SITS ON THE BOARD", "\n\nThe board met twice.\n", ""),
        ("# Verslag\n\nDruk: Drukkerij Het Verbond, Goes", _BODY, ""),
    ],
)  # fmt: skip
def test_a_body_is_shown_at_the_head(tmp_path: Path, head: str, body: str, expected: str) -> None:
    assert publisher(tmp_path, head, body) == expected
