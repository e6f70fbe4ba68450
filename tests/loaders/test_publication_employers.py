"""Where people work, told further on, at a party that is meant, by the office, or no longer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundNode, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.people.gone import is_gone
from ledwerk.loaders.publication.people.person_names import people_in
from ledwerk.loaders.publication.reading import read_document

Reader = Callable[[str], tuple[set[tuple[str, str, str]], set[str]]]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Who works where, with which function, by a text; and who is named in it."""

    def told(text: str) -> tuple[set[tuple[str, str, str]], set[str]]:
        file = tmp_path / "bericht.txt"
        file.write_text(f"Bericht uit de streek\n\n{text}\n", encoding="utf-8")
        found = read_document(extracted(file))
        ties = {
            (f.source.name, str(dict(f.properties).get("function", "")), f.target.name)
            for f in found
            if isinstance(f, FoundTie) and f.kind == "WORKS_FOR"
        }
        return ties, {
            f.ref.name for f in found if isinstance(f, FoundNode) and f.ref.kind == "Person"
        }

    return told


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("Ria Bos, penningmeester, in het dagelijks leven controller bij ROC Rijn.", "controller"),
        (
            "Ria Bos (penningmeester) is in het dagelijks leven controller bij ROC Rijn.",
            "controller",
        ),
        ("Ria Bos teelt kool en is eigenaar van ROC Rijn.", "eigenaar"),
        ("Dat zegt Ria Bos, die bij ROC Rijn als adviseur aan het plan werkt.", "adviseur"),
        ("Bij ROC Rijn werkt Ria Bos als adviseur.", "adviseur"),
        ("'Mooi', geeft dr. Ria Bos van ROC Rijn toe.", ""),
        ("Ria Bos leidt sinds drie jaar ROC Rijn.", ""),
        ("Ria Bos, die namens ROC Rijn de bouw leidt, knikt.", ""),
        ("Ria Bos coördineert voor ROC Rijn het project Groene Kade.", ""),
        ("Ria Bos, who leads the trials at ROC Rijn, nods.", ""),
        ("'It works', says Ria Bos, process engineer with ROC Rijn.", "process engineer"),
        ("ROC Rijn en zijn directeur Ria Bos zijn blij.", "directeur"),
        ("Sinds mei is Ria Bos directeur van ROC Rijn.", "directeur"),
        ("ROC Rijn is represented by its founder, Ria Bos.", "founder"),
        ("Ria Bos. Ik ben sinds mei lector Groene Chemie bij ROC Rijn.", "lector Groene Chemie"),
    ],
)
def test_told_further_on(read: Reader, text: str, function: str) -> None:
    assert read(text)[0] == {("Ria Bos", function, "ROC Rijn")}


def test_what_he_is_there(read: Reader) -> None:
    told = read("Wij spraken Ria Bos van ROC Rijn. Zij is daar hoofd techniek.")[0]
    assert ("Ria Bos", "hoofd techniek", "ROC Rijn") in told


@pytest.mark.parametrize(
    "text",
    [
        "Waterschap De Kreek meet. 'Het lukt', zegt projectleider Ria Bos van het waterschap.",
        "Waterschap De Kreek meet. Ria Bos, projectleider bij het waterschap, lacht.",
        "Waterschap De Kreek merkt het: 'Het lukt', grijnst projectleider Ria Bos.",
    ],
)
def test_at_a_party_that_is_meant(read: Reader, text: str) -> None:
    assert read(text)[0] == {("Ria Bos", "projectleider", "Waterschap De Kreek")}


@pytest.mark.parametrize(
    "text",
    [
        "Waterschap De Kreek meet. Projectleider Ria Bos van de gemeente lacht.",
        "Stichting Zon en Hogeschool Zee meten. 'Het lukt', zegt directeur Ria Bos.",
        "Waterschap De Kreek meet. De bakker Ria Bos niet.",
        "Ria Bos leidt bezoekers voor Stichting Zon door het bos.",
        "Ria Bos, die bij Hogeschool Zee op bezoek was, leidt niets.",
        "Lees ook ‘De Kade’ door Ria Bos (Uitgeverij Zee).",
    ],
)
def test_at_none_that_is_meant(read: Reader, text: str) -> None:
    assert read(text)[0] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Oud-voorzitter Ria Bos sprak.",
        "We namen afscheid van directeur Ria Bos.",
        "She took over this chair from Sir Ria Bos in May.",
        "Ria Bos (ROC Rijn) stepped down in May.",
        "Ria Bos legde haar zetel neer.",
        "Ria Bos (ROC Rijn) heeft haar zetel per mei neergelegd.",
        "Ria Bos is geen bestuurder meer.",
        "Out goes Ria Bos after nine years.",
        "Tot 1 juli werkte Ria Bos bij ons.",
        "Ria Bos, die tot mei lid was, danken wij.",
        "Ria Bos, chair until September, and others.",
        "Jan zit voor sinds Ria Bos in mei ontslag nam.",
        "Welkom aan wie de plaats inneemt van Ria Bos.",
    ],
)
def test_gone(text: str) -> None:
    assert is_gone(text, people_in(text)[-1])


@pytest.mark.parametrize(
    "text",
    ["Ria Bos neemt de hamer over van Jan Smit.", "Ria Bos trad toe.", "Ria Bos blijft tot 2030."],
)
def test_not_gone(text: str) -> None:
    assert not is_gone(text, people_in(text)[0])


def test_who_made_it(read: Reader) -> None:
    made = "Colofon\n\nInterviews: Ria Bos (Tekstbureau Punt). Foto's: Jan Smit (Studio Licht)."
    assert read(made)[0] == {("Ria Bos", "", "Tekstbureau Punt")}


@pytest.mark.parametrize(
    ("quote", "function"),
    [
        ("'Mooi', zegt projectleider Ria Bos.", "projectleider"),
        ("'Mooi', zegt Ria Bos, teamleider nachtzorg.", "teamleider nachtzorg"),
        ("'Mooi', zegt voorzitter Ria Bos.", ""),
        ("Projectleider Ria Bos en daarna controller Ria Bos.", ""),
    ],
)
def test_function_told_elsewhere(read: Reader, quote: str, function: str) -> None:
    text = f"Er was overleg met Ria Bos van ROC Rijn.\n\n# Kort\n\n{quote}"
    assert read(text)[0] == {("Ria Bos", function, "ROC Rijn")}
