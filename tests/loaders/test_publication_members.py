"""Who is a member of which body, as sentences tell it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document


def members(folder: Path, body: str) -> set[tuple[str, str]]:
    file = folder / "text.txt"
    file.write_text(f"Over ons\n\n{body}\n", encoding="utf-8")
    found = read_document(extracted(file))
    ties = [one for one in found if isinstance(one, FoundTie) and one.kind == "MEMBER_OF"]
    return {(one.source.name, one.target.name) for one in ties}


@pytest.mark.parametrize(
    "body",
    [
        "Acme BV en ROC Delta zijn per 1 juni lid geworden van de Stichting Veldkring.",
        "Acme BV en ROC Delta hebben zich sinds 2012 aangesloten bij Stichting Veldkring.",
        "Acme BV en ROC Delta hebben zich verenigd in de Stichting Veldkring.",
        "Acme BV en ROC Delta sloten zich in mei aan bij de Stichting Veldkring.",
        "Acme BV en ROC Delta traden toe tot de Stichting Veldkring.",
        "Wij spraken Acme BV en ROC Delta. Zij hebben zich verenigd in de Stichting Veldkring.",
        "De volgende partijen zijn in 2025 lid van Stichting Veldkring: Acme BV en ROC Delta.",
        "Lid geworden van Stichting Veldkring: Acme BV en ROC Delta. Welkom!",
        "In de Stichting Veldkring werken Acme BV en ROC Delta samen.",
        "Bij de Stichting Veldkring zijn Acme BV en ROC Delta aangesloten.",
        "Stichting Veldkring is het samenwerkingsverband van Acme BV en ROC Delta.",
        "Acme BV and ROC Delta have been members of the Stichting Veldkring.",
        "Acme BV and ROC Delta joined Stichting Veldkring.",
    ],
)
def test_members_of_a_body_that_is_named(tmp_path: Path, body: str) -> None:
    assert members(tmp_path, body) == {
        ("Acme BV", "Stichting Veldkring"),
        ("ROC Delta", "Stichting Veldkring"),
    }


@pytest.mark.parametrize(
    "said",
    [
        "De stichting telde 41 leden, onder wie twee nieuwe: Acme BV en ROC Delta.",
        "Two organisations became members of the network: Acme BV (Lier) and ROC Delta.",
    ],
)
def test_new_members_behind_a_colon(tmp_path: Path, said: str) -> None:
    file = tmp_path / "text.txt"
    file.write_text(f"Nieuwsbrief van Stichting Veldkring\n\nNieuws\n\n{said}\n", encoding="utf-8")
    found = read_document(extracted(file))
    ties = [one for one in found if isinstance(one, FoundTie) and one.kind == "MEMBER_OF"]
    assert {one.source.name for one in ties} == {"Acme BV", "ROC Delta"}


def test_members_in_brackets_behind_what_they_are(tmp_path: Path) -> None:
    body = (
        "De Stichting Veldkring verenigt drie gemeentebesturen (Vosdorp, Leem en Zand) en Acme BV."
    )
    assert {who for who, _ in members(tmp_path, body)} == {
        "Gemeente Vosdorp", "Gemeente Leem", "Gemeente Zand", "Acme BV",
    }  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        "Acme BV is geen lid van de Stichting Veldkring.",
        "Acme BV hoopt zich aan te sluiten bij de Stichting Veldkring.",
        "Acme BV en ROC Delta zijn niet langer lid van de Stichting Veldkring.",
        "Ria Bos is lid van de Raad van Advies.",
        "Acme BV joined the project Zilte Teelt.",
        "In de gemeente Zeewijk werken Acme BV en ROC Delta samen.",
    ],
)
def test_no_members(tmp_path: Path, body: str) -> None:
    assert members(tmp_path, body) == set()
