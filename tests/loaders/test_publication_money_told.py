"""Who pays what by the words around a sum: bodies of several names, particles, order, tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.figures.money import read_money
from ledwerk.loaders.publication.findings import FoundNode, FoundTie, node
from ledwerk.loaders.publication.layout.extracting import extracted

KNOWN = (
    node("Project", "Zilte Grond", "regel 1", 0.9),
    node("Project", "Groene Kade", "regel 1", 0.9),
    node("Programme", "Blauw Verbond", "regel 1", 0.9),
    node("Organisation", "Provincie Zuidmark", "regel 1", 0.9),
    node("Organisation", "Melkunie Oost", "regel 1", 0.9),
    node("Municipality", "Gemeente Hardewijk", "regel 1", 0.9, aliases=("Hardewijk",)),
    node("Municipality", "Gemeente Ermelerveen", "regel 1", 0.9, aliases=("Ermelerveen",)),
)


def read(folder: Path, text: str) -> tuple[set[tuple[str, str, object]], dict[str, object]]:
    """Who pays what to what, and the budget of each project."""
    file = folder / "publication.txt"
    file.write_text(text, encoding="utf-8")
    found = list(read_money(extracted(file), KNOWN))
    paid = {
        (one.source.name, one.target.name, dict(one.properties).get("amount"))
        for one in found
        if isinstance(one, FoundTie) and one.kind == "FUNDS"
    }
    budgets = {
        one.ref.name: dict(one.properties)["budget"]
        for one in found
        if isinstance(one, FoundNode) and "budget" in dict(one.properties)
    }
    return paid, budgets


@pytest.mark.parametrize(
    ("said", "payer", "amount"),
    [
        ("Het ministerie van Volksgezondheid, Welzijn en Sport geeft er 3 miljoen euro voor.",
         "Ministerie van Volksgezondheid, Welzijn en Sport", 3e6),
        ("The Department of the Environment, Climate and Communications adds €1.1 million to it.",
         "Department of the Environment, Climate and Communications", 1.1e6),
        ("The Westport Health and Social Care Trust pays €5,000 towards the project.",
         "Westport Health and Social Care Trust", 5_000),
        ("Melkunie Oost legt er drie ton in.", "Melkunie Oost", 300_000),
        ("De provincie Zuidmark doet er anderhalf miljoen bij.", "Provincie Zuidmark", 1.5e6),
        ("De gemeente Hardewijk zet daar € 40.000 voor opzij.", "Gemeente Hardewijk", 40_000),
        ("Melkunie Oost keerde er € 5.000 voor uit.", "Melkunie Oost", 5_000),
        ("Melkunie Oost stopt er € 5.000 in.", "Melkunie Oost", 5_000),
        ("Gedeputeerde Staten van Zuidmark zetten daar € 9.000 voor opzij.",
         "Provincie Zuidmark", 9_000),
        ("Het Rijk stopt er via het ministerie van Defensie € 6 miljoen in.",
         "Ministerie van Defensie", 6e6),
        ("Daarvan doet Melkunie Oost er € 8.000 bovenop en legt de provincie Zuidmark € 9.000 in.",
         "Melkunie Oost", 8_000),
    ],
)  # fmt: skip
def test_verbs_particles_and_names_tell_who_pays(
    tmp_path: Path, said: str, payer: str, amount: float
) -> None:
    paid, _ = read(tmp_path, f"Zilte Grond is begonnen. {said}\n")
    assert (payer, "Zilte Grond", amount) in paid


@pytest.mark.parametrize(
    "said",
    [
        "Intussen lopen er negentien plannen, samen goed voor € 14,2 miljoen.",
        "De boerderij van Melkunie Oost loost drie ton afval in de sloot.",
        "Melkunie Oost had een omzet van 3 miljoen euro.",
    ],
)
def test_what_is_no_payment_is_none(tmp_path: Path, said: str) -> None:
    paid, _ = read(tmp_path, f"Zilte Grond is begonnen. {said}\n")
    assert not paid


def test_a_programme_of_several_projects_is_meant_by_the_next_sentence(tmp_path: Path) -> None:
    text = (
        "Zilte Grond en Groene Kade vallen allebei onder Blauw Verbond. "
        "De provincie Zuidmark zet daar € 4 miljoen voor opzij.\n"
    )
    assert read(tmp_path, text)[0] == {("Provincie Zuidmark", "Blauw Verbond", 4e6)}


def test_each_of_so_many_is_who_brackets_name(tmp_path: Path) -> None:
    text = (
        "Zilte Grond is begonnen. Daarvoor betalen de twee gemeenten (Hardewijk en Ermelerveen) "
        "elk € 45.000.\n"
    )
    assert {payer for payer, _, amount in read(tmp_path, text)[0] if amount == 45_000} == {
        "Gemeente Hardewijk", "Gemeente Ermelerveen",
    }  # fmt: skip


def test_sums_told_in_turn_are_shared_out(tmp_path: Path) -> None:
    text = (
        "Zilte Grond has begun. Melkunie Oost and Provincie Zuidmark agreed to back it with "
        "€2 million and €1 million respectively.\n"
    )
    assert read(tmp_path, text)[0] == {
        ("Melkunie Oost", "Zilte Grond", 2e6), ("Provincie Zuidmark", "Zilte Grond", 1e6),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "budget"),
    [
        ("Alles bij elkaar is met het project 1,8 miljoen euro gemoeid.", 1.8e6),
        ("Het kostte € 312.000.", 312_000),
        ("De rekening kwam uit op € 2,1 miljoen.", 2.1e6),
        ("Begroot: 6,4 miljoen.", 6.4e6),
        ("Het wordt voor € 4 ton betaald door Melkunie Oost, op een totaal van € 590.000.",
         590_000),
        ("Van 2024 tot 2026 (mei 2024 - mei 2026, € 118.500) wordt er gewerkt.", 118_500),
    ],
)  # fmt: skip
def test_what_a_project_costs_in_all(tmp_path: Path, said: str, budget: float) -> None:
    _, budgets = read(tmp_path, f"Zilte Grond is begonnen. {said}\n")
    assert budgets == {"Zilte Grond": budget}


def test_a_sentence_that_puts_it_outside_a_programme_keeps_the_project(tmp_path: Path) -> None:
    text = (
        "Zilte Grond is begonnen. Het hoort niet bij Blauw Verbond. "
        "Melkunie Oost betaalt € 20.000.\n"
    )
    assert read(tmp_path, text)[0] == {("Melkunie Oost", "Zilte Grond", 20_000)}


def table(*rows: str) -> str:
    """A table of Markdown, its first row the header."""
    head, *rest = rows
    ruled = "|".join("---" for _ in head.split("|"))
    return "\n".join(f"| {row} |" for row in (head, ruled, *rest)) + "\n"


@pytest.mark.parametrize(
    "heads", ["Bijdrager | Voor | Toegezegd", "Wie betaalt | Bestemd voor | Bedrag"]
)
def test_who_pays_what_for_what_by_titles(tmp_path: Path, heads: str) -> None:
    file = tmp_path / "publication.md"
    file.write_text(
        "# Blad\n\n## Wie betaalt\n\nBedragen × € 1.000\n\n"
        + table(heads, "Provincie Zuidmark | Zilte Grond | 6.000", "Melkunie Oost | Iets | 900"),
        encoding="utf-8",
    )
    ties = [one for one in read_money(extracted(file), KNOWN) if isinstance(one, FoundTie)]
    made = [(one.source.name, one.target.name, dict(one.properties)["amount"]) for one in ties]
    assert made == [("Provincie Zuidmark", "Zilte Grond", 6e6)]
