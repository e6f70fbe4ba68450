"""Municipalities that a text names by those who govern them, or by their bare name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundNode, Ref
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.parties_meant import as_meant
from ledwerk.loaders.publication.reading import read_document


def towns(folder: Path, body: str) -> set[str]:
    file = folder / "text.txt"
    file.write_text(f"Nieuws\n\n{body}\n", encoding="utf-8")
    found = read_document(extracted(file))
    nodes = [one.ref for one in found if isinstance(one, FoundNode)]
    return {ref.name for ref in nodes if ref.kind == "Municipality"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Daarom besloten de gemeenteraden van Vosdorp en Leemhuis te stoppen.",
         {"Gemeente Vosdorp", "Gemeente Leemhuis"}),
        ("Dat vindt ook de burgemeester van Alphen aan den Rijn.", {"Gemeente Alphen aan den Rijn"}),
        ("Hier sprak een wethouder in Vosdorp.", {"Gemeente Vosdorp"}),
        ("De Heerlense wethouder heeft er begrip voor.", {"Gemeente Heerlen"}),
        ("In Vosdorp is feest. De Vosdorpse gemeenteraad stemde in.", {"Gemeente Vosdorp"}),
        ("Eind 2017 besloten de gemeenten Vosdorp, Leemhuis en Zandwijk te bouwen.",
         {"Gemeente Vosdorp", "Gemeente Leemhuis", "Gemeente Zandwijk"}),
        ("De stad Vosdorp doet mee.", {"Stad Vosdorp"}),
    ],
)  # fmt: skip
def test_towns_by_those_who_govern_them(tmp_path: Path, body: str, expected: set[str]) -> None:
    assert towns(tmp_path, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "De wethouder van Financiën was er ook.",
        "De Zeeuwse gemeenteraden stemden in.",
        "De burgemeesters van de drie steden spraken elkaar.",
        "De Nederlandse gemeenten en de Duitse burgemeesters overlegden.",
    ],
)
def test_no_towns(tmp_path: Path, body: str) -> None:
    assert towns(tmp_path, body) == set()


def test_a_party_with_the_bare_name_of_a_town_is_the_municipality() -> None:
    found = [FoundNode(Ref("Organisation", "Eemnes"), "1", 0.9)]
    assert [one.ref for one in as_meant(found) if isinstance(one, FoundNode)] == [
        Ref("Municipality", "Gemeente Eemnes")
    ]


def test_a_province_that_is_called_as_its_town_stays_one() -> None:
    found = [
        FoundNode(Ref("Organisation", "Utrecht"), "1", 0.9),
        FoundNode(Ref("Organisation", "Provincie Utrecht"), "1", 0.9),
    ]
    kinds = {one.ref.kind for one in as_meant(found) if isinstance(one, FoundNode)}
    assert kinds == {"Organisation"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Gelderland", Ref("Organisation", "Provincie Gelderland")),
        ("ouderenzorg", Ref("Group", "Ouderenzorg")),
        ("agrarische sector", Ref("Group", "Agrarische sector")),
        ("Higher education", Ref("Group", "Higher education")),
        ("Marine businesses", Ref("Group", "Marine businesses")),
        ("Third Sector", Ref("Group", "Third Sector")),
        ("Zuivel Oost Looptijd", Ref("Organisation", "Zuivel Oost")),
        ("Paraplu Zorg", Ref("Organisation", "Paraplu Zorg")),
        ("Stichting Paraplu onderwijs", Ref("Organisation", "Stichting Paraplu onderwijs")),
        ("Pike & Partners LLP", Ref("Organisation", "Pike & Partners LLP")),
        ("Zorgaanbieders", Ref("Group", "Zorgaanbieders")),
        ("Zorggroep Oost", Ref("Organisation", "Zorggroep Oost")),
        ("Vissers & Zonen", Ref("Organisation", "Vissers & Zonen")),
        ("Merrow Higher Education Trust", Ref("Organisation", "Merrow Higher Education Trust")),
        ("Zeewijk Government Observer", Ref("Organisation", "Zeewijk Government")),
        ("Zeewijk County Council. Ann Street", Ref("Organisation", "Zeewijk County Council")),
        ("St. Anna Zorg", Ref("Organisation", "St. Anna Zorg")),
        ("Jan Smit Ondervoorzitter", None),
        ("Mw. J. Bos", None),
        ("Provincie Economie", None),
        ("penningmeester", None),
        ("Looptijd", None),
    ],
)
def test_what_a_party_is_meant_to_be(name: str, expected: Ref | None) -> None:
    found = [FoundNode(Ref("Organisation", name), "1", 0.9)]
    refs = [one.ref for one in as_meant(found) if isinstance(one, FoundNode)]
    assert refs == ([expected] if expected else [])
