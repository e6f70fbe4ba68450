"""Officials of whom only the office is told: whose they are, the text around them tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document


def working(folder: Path, body: str) -> set[tuple[str, str, str]]:
    file = folder / "text.txt"
    file.write_text(f"Nieuws\n\n{body}\n", encoding="utf-8")
    found = read_document(extracted(file))
    ties = [one for one in found if isinstance(one, FoundTie) and one.kind == "WORKS_FOR"]
    return {
        (one.source.name, one.target.name, str(dict(one.properties).get("function", "")))
        for one in ties
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("De gemeente Vosdorp bouwt een hal. Wethouder Ria Bos legde de eerste steen.",
         ("Ria Bos", "Gemeente Vosdorp", "wethouder")),
        ("De Heerlense wethouder Jan Smit was er ook.",
         ("Jan Smit", "Gemeente Heerlen", "wethouder")),
        ("De Zeeuwse gedeputeerde Ria Bos reikte de prijs uit.",
         ("Ria Bos", "Provincie Zeeland", "gedeputeerde")),
        ("De provincie Drenthe betaalt mee. Gedeputeerde Jan Smit (Economie) gaf een cheque.",
         ("Jan Smit", "Provincie Drenthe", "gedeputeerde Economie")),
        ("Ook minister Karel van Dam (EZK) kwam kijken.",
         ("Karel van Dam", "Ministerie van Economische Zaken en Klimaat", "minister")),
    ],
)  # fmt: skip
def test_officials(tmp_path: Path, body: str, expected: tuple[str, str, str]) -> None:
    assert working(tmp_path, body) == {expected}


@pytest.mark.parametrize(
    "body",
    [
        "De gemeenten Vosdorp en Leemhuis bouwen. Wethouder Ria Bos legde de eerste steen.",
        "Wethouder Ria Bos was er ook.",
        "De gemeente Vosdorp bouwt. Oud-wethouder Ria Bos kwam kijken.",
        "De Europese gedeputeerde Ria Bos sprak.",
    ],
)
def test_nobody_knows_whose_they_are(tmp_path: Path, body: str) -> None:
    assert working(tmp_path, body) == set()
