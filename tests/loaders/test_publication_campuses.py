"""Campuses by their name, by what is said of them and by their heading; who has a place there."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.activities.campuses import campuses_in, read_campuses
from ledwerk.loaders.publication.findings import FoundNode, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted


def read(folder: Path, text: str) -> tuple[set[str], set[tuple[str, str]]]:
    file = folder / "paper.txt"
    file.write_text(text, encoding="utf-8")
    found = list(read_campuses(extracted(file)))
    campuses = {one.ref.name for one in found if isinstance(one, FoundNode)
                and one.ref.kind == "Campus"}  # fmt: skip
    ties = {(one.source.name, one.target.name) for one in found if isinstance(one, FoundTie)}
    return campuses, ties


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at Bellwater Marine Park today.", ["Bellwater Marine Park"]),
        ("In een loods op Chemiepark Zilverdam leren studenten.", ["Chemiepark Zilverdam"]),
        ("De lessen zijn op de Havencampus in Hoorn.", ["Havencampus"]),
        ("Agrodok, een campus van twintig hectare, groeit.", ["Agrodok"]),
        ("Startersgebouw De Weefhal verwelkomt twee bedrijven.", ["De Weefhal"]),
        ("Zorgcampus is een woord.", []),
        ("De campus groeit. Campus in cijfers.", []),
    ],
)
def test_campuses_are_named(text: str, expected: list[str]) -> None:
    assert [name for name, _ in campuses_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "tenants"),
    [
        ("Op de Vlascampus in Hoorn, waar ook Tauw en lab Weefproef zitten, is les.\n",
         {"Tauw", "Weefproef"}),
        ("De Vlascampus groeit. Hier zitten nu onder meer Bolt BV en Tauw.\n", {"Bolt BV", "Tauw"}),
        ("Startersgebouw Vlascampus verwelkomt Bolt BV.\n", {"Bolt BV"}),
        ("Tauw en Bolt BV (gevestigd op de Vlascampus) doen mee.\n", {"Bolt BV"}),
        ("Tauw verhuist naar de Vlascampus, waar Bolt BV al huurt.\n", {"Tauw", "Bolt BV"}),
        ("Bolt BV zit vanaf mei met haar lab op de Vlascampus.\n", {"Bolt BV"}),
        ("Bolt Ltd and Tauw have taken desks at Glen Science Park.\n", {"Bolt Ltd", "Tauw"}),
        ("Wij huren op de Vlascampus. Onze buren daar zijn Bolt BV en Tauw.\n",
         {"Bolt BV", "Tauw"}),
        ("Op de Vlascampus is ruimte. Tauw wil er een hal huren.\n", set()),
    ],
)  # fmt: skip
def test_who_has_a_place_there(tmp_path: Path, text: str, tenants: set[str]) -> None:
    _, ties = read(tmp_path, f"# Nieuws\n\n{text}")
    assert {source for source, _ in ties} == tenants


def test_a_heading_is_the_campus_that_its_text_speaks_of(tmp_path: Path) -> None:
    text = (
        "BELLWATER NEWS\n\nBellwater Field\n\nThis airfield is our shared test site. Swift Ltd and "
        "Bolt Ltd have their\nworkshops there, and they were joined by the start-up Leafworks.\n"
    )
    campuses, ties = read(tmp_path, text)
    assert campuses == {"Bellwater Field"}
    assert {source for source, _ in ties} == {"Swift Ltd", "Bolt Ltd", "Leafworks"}


def test_a_list_under_what_is_new_are_tenants(tmp_path: Path) -> None:
    text = (
        "NIEUWS\n\nOp de Vlascampus is het druk. Nieuwe huurders dit jaar:\n\n"
        "- Tauw, dat uit een garage komt;\n- Bolt BV.\n"
    )
    _, ties = read(tmp_path, text)
    assert ties == {("Tauw", "Vlascampus"), ("Bolt BV", "Vlascampus")}


@pytest.mark.parametrize(
    "text",
    ["Ons kantoor is op de Vlascampus in Hoorn.", "U vindt ons op de Vlascampus.",
     "The office is at Glen Science Park, two doors from Bolt Ltd."],
)  # fmt: skip
def test_whose_publication_it_is_has_its_office_there(tmp_path: Path, text: str) -> None:
    head = "Nieuwsbrief van Stichting Veldkring\n\nNieuws\n\n"
    _, ties = read(tmp_path, f"{head}{text}\n")
    assert "Stichting Veldkring" in {source for source, _ in ties}
