"""Sums without a sign, in columns of thousands and in tables of sources; deals that pay."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.figures.cell_sums import sign_in, sum_in_cell
from ledwerk.loaders.publication.figures.figures import read_figures
from ledwerk.loaders.publication.figures.money import read_money
from ledwerk.loaders.publication.figures.money_receivers import whole_programme
from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, node, tie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.places import read_places

KNOWN = (
    node("Project", "Zilte Grond", "regel 1", 0.9),
    node("Programme", "Regio Deal Zuidmark", "regel 1", 0.9),
    node("Organisation", "Provincie Zuidmark", "regel 1", 0.9),
    node("Municipality", "Gemeente Hardewijk", "regel 1", 0.9, aliases=("Hardewijk",)),
)


def found_in(folder: Path, text: str) -> list[Finding]:
    """What is read of money in a text."""
    file = folder / "publication.txt"
    file.write_text(text, encoding="utf-8")
    return list(read_money(extracted(file), KNOWN))


def paid(folder: Path, text: str) -> set[tuple[str, object, object]]:
    """Who pays how much, and how far that has come."""
    return {
        (one.source.name, dict(one.properties).get("amount"), dict(one.properties).get("state"))
        for one in found_in(folder, text)
        if isinstance(one, FoundTie) and one.kind == "FUNDS"
    }


def counted(folder: Path, text: str) -> set[tuple[object, object]]:
    """The figures of a text, each with its unit."""
    file = folder / "publication.txt"
    file.write_text(text, encoding="utf-8")
    told = [dict(one.properties) for one in read_figures(extracted(file))
            if isinstance(one, FoundNode)]  # fmt: skip
    return {(one["value"], one["unit"]) for one in told}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Kosten: 4.100.000, waarvan 900.000 uit het Waterfonds Noord en 250.000 van de gemeente "
         "Hardewijk", {("Waterfonds Noord", 9e5, "granted"),
                       ("Gemeente Hardewijk", 2.5e5, "granted")}),
        ("Begroting: 365.000, waarvan 120.000 van de provincie Zuidmark",
         {("Provincie Zuidmark", 120_000, "granted")}),
        ("Kosten: 750.000; 300.000 gevraagd aan het Waterfonds Noord",
         {("Waterfonds Noord", 300_000, "asked_for")}),
        ("De provincie betaalt 14.000 bezoekers een kaartje.", set()),
    ],
)  # fmt: skip
def test_sums_without_a_sign(
    tmp_path: Path, said: str, expected: set[tuple[str, object, object]]
) -> None:
    assert paid(tmp_path, f"Zilte Grond\n\nHet project Zilte Grond loopt.\n\n{said}\n") == expected


def test_a_label_of_costs_is_no_unit(tmp_path: Path) -> None:
    text = "Zilte Grond\n\nKosten: 1.280.000\n\nHet kost 14.000 uur en 2.500 planten.\n"
    assert counted(tmp_path, text) == {
        (1_280_000, "EUR"), (14_000, "uur"), (2_500, "planten")}  # fmt: skip


def test_a_table_of_sources_and_how_far_they_are(tmp_path: Path) -> None:
    text = (
        "Zilte Grond\n\nHet project Zilte Grond loopt.\n\n"
        "| Bron | Toegezegd | Besluit | Status |\n"
        "| Waterfonds Noord | 5.500.000 | apr. 2022 | beschikt |\n"
        "| Provincie Zuidmark | 3.000.000 | mei 2022 | gereserveerd |\n"
        "| Gemeenten Hardewijk en Oudveen | 500.000 | juli 2022 | beschikt |\n"
    )
    assert paid(tmp_path, text) == {
        ("Waterfonds Noord", 5.5e6, "granted"),
        ("Provincie Zuidmark", 3e6, "reserved"),
        ("Gemeenten Hardewijk en Oudveen", 5e5, "granted"),
    }


def test_a_deal_pays_only_where_that_is_told(tmp_path: Path) -> None:
    lead = "Zilte Grond\n\nHet project Zilte Grond loopt."
    assert paid(tmp_path, f"{lead} De Regio Deal Zuidmark betaalt € 4,2 miljoen.\n") == {
        ("Regio Deal Zuidmark", 4.2e6, "granted")
    }
    assert not paid(tmp_path, f"{lead} In de Regio Deal Zuidmark gaat € 9 miljoen om.\n")


def test_two_payers_with_a_word_between(tmp_path: Path) -> None:
    said = "Het Waterfonds Noord betaalt daar € 656.000 van en de provincie Zuidmark € 250.000."
    assert paid(tmp_path, f"Zilte Grond\n\nHet project Zilte Grond loopt. {said}\n") == {
        ("Waterfonds Noord", 656_000, "granted"),
        ("Provincie Zuidmark", 250_000, "granted"),
    }


def test_cells_in_thousands() -> None:
    made = sum_in_cell("85", "Income (€’000)", "en", "GBP")
    assert made is not None
    assert (made.value, made.unit) == (85_000, "EUR")
    assert sum_in_cell("85 schools", "Income (€’000)", "en", "GBP") is None
    assert [sign_in(title) for title in ("Budget (£)", "In euro's", "Europe")] == ["GBP", "EUR", ""]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("De kring bestaat uit 96 werkplaatsen, twee scholen en vier gemeenten.", {96, 2, 4}),
        ("It had 29 member organisations (2020: 24).", {29, 24}),
        ("173 people were retrained (target for 2023: 500).", {173, 500}),
        ("Zo’n 93 leerlingen haalden het, en we gaan voor 240.", {93, 240}),
        ("Elf boeren doen mee.", {11}),
        ("Er komen 48 woningen. De eerste 20 zijn klaar.", {48, 20}),
        ("Of the first 173 trainees, 121 were in work.", {173, 121}),
        ("Het blad verschijnt op papier, oplage 6.500.", {6_500}),
        ("De machines draaiden samen 14.700 uur.", {14_700}),
        ("In two projects the work has begun.", set()),
        ("Dit nummer heeft drie verhalen, en hieronder vijf vragen.", set()),
        ("Vooral mensen boven de veertig melden zich.", set()),
        ("IJzer smelt bij 1538 graden.", set()),
        ("Al drie generaties werkt men er.", set()),
        ("‘Bij mij breek je dertien glazen per maand’, zegt zij.", set()),
    ],
)
def test_what_is_counted_in_passing(tmp_path: Path, said: str, expected: set[float]) -> None:
    assert {value for value, _ in counted(tmp_path, f"Bericht\n\n{said}\n")} == expected


@pytest.mark.parametrize(
    ("said", "payer", "amount"),
    [
        ("De drie gemeenten, dat zijn Hardewijk, Oudveen en Lierbeke, leggen samen jaarlijks "
         "€ 26.000 in.", "De drie gemeenten", 26_000),
        ("Het Waterfonds Noord draagt € 31.000 bij.", "Waterfonds Noord", 31_000),
        ("Daarvan komt € 36.000 uit het Leerfonds Regio mbo.", "Leerfonds Regio mbo", 36_000),
    ],
)  # fmt: skip
def test_who_pays_for_what_its_section_is_about(
    tmp_path: Path, said: str, payer: str, amount: float
) -> None:
    text = f"Koud staal\n\nIn de hal loopt Zilte Grond, met veel leerlingen.\n\n{said}\n"
    assert payer.lower() in {who.lower() for who, sum_, _ in paid(tmp_path, text) if sum_ == amount}


def test_a_programme_of_parts_is_paid_as_a_whole() -> None:
    whole, part = node("Programme", "Sterk Land", "", 0.9), node("Programme", "Spoor Een", "", 0.9)
    assert whole_programme([whole, part]) is None
    assert whole_programme([whole, part, tie("PART_OF", part.ref, whole.ref, "", 0.9)]) == whole.ref


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Zij werken bij Stichting Delta Werkt, Stationsplein 9, Hardewijk.", "Gemeente Hardewijk"),
        ("She joined Harbour Works, 12 Dock Street, Easterwick.", "Easterwick"),
        ("Zij tekenden in het Leerpark in Hardewijk.", "Gemeente Hardewijk"),
        ("They met at the Space Innovation Centre in Easterwick.", "Easterwick"),
        ("Zij werken bij Stichting Delta Werkt, Hardewijk 2030 en meer.", ""),
        ("Het park in Hardewijk is open.", ""),
    ],
)
def test_where_parties_are_by_address_or_site(tmp_path: Path, said: str, place: str) -> None:
    file = tmp_path / "publication.txt"
    file.write_text(f"Bericht\n\n{said}\n", encoding="utf-8")
    known = (
        node("Organisation", "Stichting Delta Werkt", "", 0.9),
        node("Organisation", "Harbour Works", "", 0.9),
        KNOWN[3],
    )
    found = read_places(extracted(file), known)
    there = {one.target.name for one in found if isinstance(one, FoundTie)}
    assert there == ({place} if place else set())


def test_each_of_the_councils_pays(tmp_path: Path) -> None:
    file = tmp_path / "publication.txt"
    file.write_text(
        "Green Shore\n\nThe programme Green Shore began. Each of the councils has committed £300,000 "
        "to Green Shore, and each of the three members gave what they could to it.\n",
        encoding="utf-8",
    )
    known = (
        node("Programme", "Green Shore", "", 0.9),
        node("Organisation", "Ardmoor County Council", "", 0.9),
        node("Organisation", "Easterwick Borough Council", "", 0.9),
    )
    found = read_money(extracted(file), known)
    who = {one.source.name for one in found if isinstance(one, FoundTie) and one.kind == "FUNDS"}
    assert who == {"Ardmoor County Council", "Easterwick Borough Council"}


def test_a_ministry_in_a_table_keeps_its_name(tmp_path: Path) -> None:
    text = (
        "Zilte Grond\n\nHet project Zilte Grond loopt.\n\n| Betaler | Bedrag | Stand |\n"
        "| Ministerie van Wonen, Water en Wind | € 1.500.000 | toegekend |\n"
        "| Bijdrage van de provincie Zuidmark | € 900.000 | aangevraagd |\n"
    )
    assert paid(tmp_path, text) == {
        ("Ministerie van Wonen, Water en Wind", 1.5e6, "granted"),
        ("Provincie Zuidmark", 9e5, "asked_for"),
    }


def test_so_much_a_head_is_for_who_publishes(tmp_path: Path) -> None:
    file = tmp_path / "publication.txt"
    file.write_text(
        "Stichting Delta Werkt\nVerslag Sterk Land\n\nStichting Delta Werkt bestaat tien jaar.\n\n"
        "Sterk Land\n\nSterk Land loopt goed.\n\nDe gemeenten betalen € 2,50 per inwoner.\n",
        encoding="utf-8",
    )
    known = (node("Programme", "Sterk Land", "", 0.9),
             node("Organisation", "Stichting Delta Werkt", "", 0.9))  # fmt: skip
    found = read_money(extracted(file), known)
    to = {one.target.name for one in found if isinstance(one, FoundTie) and one.kind == "FUNDS"}
    assert to == {"Stichting Delta Werkt"}
