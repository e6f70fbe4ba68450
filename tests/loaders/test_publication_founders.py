"""Who founded what, in all orders of words of Dutch and English."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.publications.found import reader, ties

_HEAD = "Jaarverslag 2023 van de Stichting Rivierland\n\nInleiding\n\n"


def founded(folder: Path, said: str, head: str = _HEAD) -> set[tuple[str, str]]:
    return ties(reader(folder)(f"{head}{said}\n"), "FOUNDED")


@pytest.mark.parametrize(
    "said",
    [
        "Onze stichting werd in 2014 opgericht door Visko B.V. en Hogeschool Delta.",
        "De stichting is in 2014 door Visko B.V. en Hogeschool Delta opgericht.",
        "De stichting is een initiatief van Visko B.V. en Hogeschool Delta.",
        "Stichting Rivierland is a membership body set up in 2014 by Visko B.V. and Hogeschool "
        "Delta.",
        "Tien jaar geleden zetten Visko B.V. en Hogeschool Delta onze stichting op.",
        "In 2014 richtten Visko B.V. en Hogeschool Delta samen de stichting op.",
        "Visko B.V. en Hogeschool Delta hebben de stichting destijds opgericht.",
        "Visko B.V. en Hogeschool Delta riepen de stichting in mei 2014 in het leven.",
        "Toen Visko B.V. en Hogeschool Delta in 2014 de stichting oprichtten, was er niets.",
        "Het waren Visko B.V. en Hogeschool Delta die de stichting oprichtten.",
        "Opgericht in 2014 door Visko B.V. en Hogeschool Delta, telt de stichting nu 80 leden.",
        "Aan de wieg van de stichting stonden in 2014 Visko B.V. en Hogeschool Delta.",
        "Visko B.V. en Hogeschool Delta stonden aan de wieg van de stichting.",
        "De oprichters van de stichting zijn Visko B.V. en Hogeschool Delta.",
    ],
)
def test_founders_in_dutch(tmp_path: Path, said: str) -> None:
    whole = "Stichting Rivierland"
    assert founded(tmp_path, said) == {("Visko B.V.", whole), ("Hogeschool Delta", whole)}


@pytest.mark.parametrize(
    "said",
    [
        "Our alliance was set up in 2011 by Visko Ltd and Ely College.",
        "In 2011 Visko Ltd and Ely College together founded the Alliance.",
        "Visko Ltd and Ely College came together in 2011 to form the Alliance.",
        "Founded in 2011 by Visko Ltd and Ely College, the Alliance now has 80 members.",
        "It was Visko Ltd and Ely College that set up the Alliance in 2011.",
        "When Visko Ltd and Ely College set up the Alliance in 2011, it had one desk.",
        "Visko Ltd and Ely College are the founding members of the Alliance.",
    ],
)
def test_founders_in_english(tmp_path: Path, said: str) -> None:
    whole = "Fenland Energy Alliance"
    head = "Annual Report 2023 of the Fenland Energy Alliance\n\nIntroduction\n\n"
    assert founded(tmp_path, said, head) == {("Visko Ltd", whole), ("Ely College", whole)}


@pytest.mark.parametrize(
    "said",
    [
        "Visko B.V. heeft de stichting niet opgericht.",
        "Visko B.V. en Hogeschool Delta richtten zich in 2014 op de stichting.",
        "Visko B.V. en Hogeschool Delta zetten in 2014 een batterij neer.",
        "De hal is in 2014 geopend door Visko B.V.",
    ],
)
def test_no_founders(tmp_path: Path, said: str) -> None:
    assert founded(tmp_path, said) == set()


def test_whose_publication_it_is_is_called_by_its_letters(tmp_path: Path) -> None:
    head = "Jaarverslag 2023 van de Stichting Kennis Dal Oost\n\nInleiding\n\n"
    said = "De SKD is in 2014 opgericht door Visko B.V. en Hogeschool Delta."
    assert ("Visko B.V.", "Stichting Kennis Dal Oost") in founded(tmp_path, said, head)
