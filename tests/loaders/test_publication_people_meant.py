"""Where people work, told by surname, of two at once, or behind the party."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import Finding, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document

Reader = Callable[[str], set[tuple[str, str, str]]]


@pytest.fixture
def works(tmp_path: Path) -> Reader:
    """Who works where, with which function, by a text."""

    def told(text: str) -> set[tuple[str, str, str]]:
        file = tmp_path / "bericht.txt"
        title = "" if text.startswith("Nieuwsbrief") else "Bericht uit de streek\n\n"
        file.write_text(f"{title}{text}\n", encoding="utf-8")
        found: Sequence[Finding] = read_document(extracted(file))
        return {
            (f.source.name, str(dict(f.properties).get("function", "")), f.target.name)
            for f in found
            if isinstance(f, FoundTie) and f.kind == "WORKS_FOR"
        }

    return told


@pytest.mark.parametrize(
    "text",
    [
        "Sander Nijhuis wijst naar de arm. Nijhuis is lector bij Hogeschool Saxen.",
        "Sander Nijhuis lacht. 'Mooi', zegt Nijhuis, lector bij Hogeschool Saxen.",
        "Sander Nijhuis lacht. De heer Nijhuis is lector bij Hogeschool Saxen.",
    ],
)
def test_by_surname(works: Reader, text: str) -> None:
    assert works(text) == {("Sander Nijhuis", "lector", "Hogeschool Saxen")}


def test_no_surname_of_two_and_no_firm(works: Reader) -> None:
    two = "Ria Bos en Jan Bos lachen. Bos is lector bij Hogeschool Saxen."
    firm = "Ria Bos lacht. Bos Metaal is klant bij Hogeschool Saxen."
    assert works(two) == set() == works(firm)


@pytest.mark.parametrize(
    "text",
    [
        "Trekker is Piet Klaassen. Financiën doet Ans Prins. Beiden zijn werkzaam bij ROC Rijn.",
        "Piet Klaassen en Ans Prins trekken het. Zij werken allebei bij ROC Rijn.",
        "Piet Klaassen and Ans Prins did it. Both work for ROC Rijn.",
    ],
)
def test_two_at_once(works: Reader, text: str) -> None:
    assert {(who, where) for who, _, where in works(text)} == {
        ("Piet Klaassen", "ROC Rijn"), ("Ans Prins", "ROC Rijn")
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "De Stichting Oogst begon in 2013; directeur is Ton van Mil.",
        "Stichting Oogst, waarvan Ton van Mil directeur is, bestaat tien jaar.",
        "Stichting Oogst staat onder leiding van directeur Ton van Mil.",
    ],
)
def test_behind_the_party(works: Reader, text: str) -> None:
    assert works(text) == {("Ton van Mil", "directeur", "Stichting Oogst")}


def test_a_function_before_and_the_party_behind_a_comma(works: Reader) -> None:
    assert works("'Hier nul.' – Chef-kok Nadia Aksoy, hotel De Leerlooier") == {
        ("Nadia Aksoy", "chef-kok", "De Leerlooier")
    }


def test_who_works_at_the_office_as_what(works: Reader) -> None:
    told = works(
        "Nieuwsbrief van Vereniging Zuidwaal\n\nVereniging Zuidwaal is er voor iedereen. Op ons kantoor werkt sinds april Daan Roos als "
        "projectleider Slim Digitaal. Vereniging Zuidwaal groeit."
    )
    assert ("Daan Roos", "projectleider Slim Digitaal", "Vereniging Zuidwaal") in told


@pytest.mark.parametrize(
    "told",
    [
        "De drie gemeenten, dat zijn Lochem, Hengelo en Zutphen, leggen samen jaarlijks geld in.",
        "De drie gemeenten (Lochem, Hengelo en Zutphen) leggen geld in.",
        "De drie gemeenten, te weten Lochem, Hengelo en Zutphen, leggen geld in.",
    ],
)
def test_the_members_of_a_group_with_a_number(tmp_path: Path, told: str) -> None:
    file = tmp_path / "bericht.txt"
    seat = "Marloes Abbink zit namens de drie gemeenten in de stuurgroep."
    file.write_text(f"Bericht\n\n{seat} {told}\n", encoding="utf-8")
    found = [f for f in read_document(extracted(file)) if isinstance(f, FoundTie)]
    group = {f.target.name for f in found if f.kind == "ON_BEHALF_OF"}
    members = {(f.source.name, f.target.name) for f in found if f.kind == "MEMBER_OF"}
    assert len(group) == 1
    assert members == {
        (f"Gemeente {town}", next(iter(group))) for town in ("Lochem", "Hengelo", "Zutphen")
    }
