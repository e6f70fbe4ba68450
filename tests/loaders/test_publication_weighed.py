"""Names of projects and programmes that no sentence calls so, by all that stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.loaders.publication.activities.activities import activities_of
from ledwerk.loaders.publication.layout.extracting import extracted

HEAD = "Nieuwsbrief\n\n"


@pytest.fixture
def activities(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """The names that are found, with their kinds."""

    def found(text: str) -> dict[str, str]:
        file = tmp_path / "bericht.txt"
        file.write_text(text, encoding="utf-8")
        return {one.ref.name: one.ref.kind for one in activities_of(extracted(file)).found}

    return found


@pytest.mark.parametrize(
    "text",
    [
        "Sinds kort zoekt men in Tweede Oogst een bestemming voor kroppen sla. Tweede Oogst loopt "
        "van april 2024 tot maart 2027.",
        "Gemeente Aalsum nam het voortouw in Tweede Oogst. Het project kost 3 ton.",
        "In TWEEDE OOGST hangen nu de eerste meters. Tweede Oogst wordt betaald door de provincie.",
        "Meedoen aan Tweede Oogst kan nog. Tweede Oogst (2023-2026) kost een miljoen euro.",
        "De ergernis is nu een plan, en dat heet Tweede Oogst. De leiding heeft Bosma Sla.",
        "Tweede Oogst, genoemd naar een oud lied, is een van de negen projecten van de streek.",
        "Some money went to Tweede Oogst. It runs until June 2027.",
        "Welcome to Tweede Oogst, the biggest thing we have tried. Tweede Oogst ended in May 2025.",
    ],
)
def test_signs_on_both_sides_together_tell_a_project(
    text: str, activities: Callable[[str], dict[str, str]]
) -> None:
    assert activities(HEAD + text).get("Tweede Oogst") == "Project"


def test_what_belongs_to_a_programme_and_the_programme_tell_each_other(
    activities: Callable[[str], dict[str, str]],
) -> None:
    text = (
        "Zoete Kade, Klas op 't Land en Ombouwhulp vallen alle drie onder Volle Vaart, het "
        "meerjarenprogramma dat in 2023 begon. De stichting kijkt tevreden terug."
    )
    assert activities(HEAD + text) == {
        "Volle Vaart": "Programme",
        "Zoete Kade": "Project",
        "Klas op 't Land": "Project",
        "Ombouwhulp": "Project",
    }


def test_a_code_before_a_heading_counts_where_others_have_one(
    activities: Callable[[str], dict[str, str]],
) -> None:
    text = (
        "A1 Warm Plates\n\nWarm Plates asks how warm is too warm.\n\n"
        "A2 Cold Cups\n\nCold Cups pairs brewers with makers.\n"
    )
    assert set(activities(f"Annual review\n\n{text}")) >= {"Warm Plates", "Cold Cups"}


@pytest.mark.parametrize(
    "text",
    [
        # Parties: they pay, lead, employ, are represented and are of a town.
        "Bosma Sla uit Aalsum betaalt mee. Het bedrijf Bosma Sla leidt de proef.",
        "Namens Bosma Sla sprak directeur Anna Wever van Bosma Sla.",
        "Het project wordt geleid door Bosma Sla en Van Dam Kassen.",
        "De spuitmachine is gekocht bij Bosma Sla.",
        "Wij maken deel uit van het Groene Netwerk Noord.",
        "Bosma Sla, een bedrijf met elf mensen, begon in 1998.",
        # Others, and what is no more than an idea.
        "Elders in het land loopt Bosma Sla van 2022 tot 2026; wij zijn daar niet bij betrokken.",
        # A row of parties, a person, a place, a total.
        "Een consortium van Bosma Sla en Groene Kas wil beginnen.",
        "Projectleider Baukje Timmer legt uit hoe het gaat.",
        "In Aalsum leren ze het vak. Totale kosten: 3 miljoen euro.",
    ],
)
def test_parties_people_and_places_are_none(
    text: str, activities: Callable[[str], dict[str, str]]
) -> None:
    assert not activities(HEAD + text)


def test_how_far_a_name_goes_is_told_by_how_it_stands_elsewhere(
    activities: Callable[[str], dict[str, str]],
) -> None:
    text = (
        "Thuis over de brug\n\nThuis over de brug loopt van 2022 tot en met 2025. Stille Laan in "
        "Zwolle kost drie ton. Ook Stille Laan wordt betaald door de provincie.\n"
    )
    assert set(activities(HEAD + text)) == {"Thuis over de brug", "Stille Laan"}
