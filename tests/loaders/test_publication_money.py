"""Who pays what to what, in many wordings and in tables; and sums that nobody is told to pay."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.figures.money import read_money
from ledwerk.loaders.publication.findings import Finding, FoundTie, node
from ledwerk.loaders.publication.layout.extracting import extracted

KNOWN = (
    node("Project", "Zilte Grond", "regel 1", 0.9),
    node("Project", "Groene Kade", "regel 1", 0.9),
    node("Organisation", "Provincie Zuidmark", "regel 1", 0.9),
    node("Organisation", "Melkunie Oost", "regel 1", 0.9),
    node("Municipality", "Gemeente Hardewijk", "regel 1", 0.9, aliases=("Hardewijk",)),
)
Paid = set[tuple[str, str, object]]


def found_in(folder: Path, text: str) -> list[Finding]:
    """What is read of money in a text."""
    file = folder / "publication.txt"
    file.write_text(text, encoding="utf-8")
    return list(read_money(extracted(file), KNOWN))


def paid(folder: Path, text: str) -> Paid:
    """Who pays what, and how much; the sum is None where none is told."""
    return {
        (one.source.name, one.target.name, dict(one.properties).get("amount"))
        for one in found_in(folder, text)
        if isinstance(one, FoundTie) and one.kind == "FUNDS"
    }


@pytest.mark.parametrize(
    ("said", "payer", "amount"),
    [
        ("De provincie Zuidmark trekt er 2 miljoen euro voor uit.", "Provincie Zuidmark", 2e6),
        ("Daarvan betaalt de gemeente Hardewijk € 50.000.", "Gemeente Hardewijk", 50_000),
        ("Melkunie Oost steunt het project met € 4.000.", "Melkunie Oost", 4_000),
        ("Uit het Waterfonds Noord komt € 120.000.", "Waterfonds Noord", 120_000),
        ("Kosten: € 90.000, waarvan Melkunie Oost € 30.000 voor haar rekening neemt.",
         "Melkunie Oost", 30_000),
        ("Een gift van € 5.000 van de Rotary Club Delta maakte het mogelijk.",
         "Rotary Club Delta", 5_000),
        ("Met steun van het Waterfonds Noord (€ 45.000) begint het in mei.",
         "Waterfonds Noord", 45_000),
        ("De provincie Zuidmark kende een subsidie toe van € 60.000.", "Provincie Zuidmark", 60_000),
        ("Bijdrage Waterfonds Noord: € 6.950.", "Waterfonds Noord", 6_950),
        ("Het kreeg een Europese subsidie van € 3 miljoen.", "Europese Unie", 3e6),
        ("It has been awarded £640,000 by the Skills Fund North.", "Skills Fund North", 640_000),
        ("A £20,000 gift from the Lennox Trust paid for it.", "Lennox Trust", 20_000),
        ("Thanks to a Heritage Trust grant of £35,000 it could begin.", "Heritage Trust", 35_000),
        ("De kosten bedragen € 90.000, waarvan de helft van de provincie Zuidmark komt.",
         "Provincie Zuidmark", 45_000),
        ("Het kost € 80.000. De helft daarvan legt Melkunie Oost bij.", "Melkunie Oost", 40_000),
        ("It costs £710,000; the Coastal Fund meets 60 per cent of that.", "Coastal Fund", 426_000),
        ("Of its cost, £1.9m is covered by the Coastal Fund.", "Coastal Fund", 1_900_000),
    ],
)  # fmt: skip
def test_who_pays_a_sum(tmp_path: Path, said: str, payer: str, amount: float) -> None:
    assert paid(tmp_path, f"Zilte Grond\n\nHet project loopt. {said}\n") == {
        (payer, "Zilte Grond", amount)
    }


def test_each_of_several_and_the_one_after_the_verb(tmp_path: Path) -> None:
    both = "De provincie Zuidmark en de gemeente Hardewijk dragen elk € 5.000 bij."
    assert paid(tmp_path, f"Zilte Grond\n\n{both}\n") == {
        ("Provincie Zuidmark", "Zilte Grond", 5_000),
        ("Gemeente Hardewijk", "Zilte Grond", 5_000),
    }
    gapped = "De gemeente Hardewijk betaalt de helft, Melkunie Oost € 7.000."
    assert paid(tmp_path, f"Zilte Grond\n\n{gapped}\n") == {("Melkunie Oost", "Zilte Grond", 7_000)}
    matched = "Melkunie Oost contributed £9,000 and the Lennox Trust matched that sum."
    assert paid(tmp_path, f"Zilte Grond\n\nThis is the project. {matched}\n") == {
        ("Melkunie Oost", "Zilte Grond", 9_000),
        ("Lennox Trust", "Zilte Grond", 9_000),
    }


def test_what_several_pay_together_is_no_sum_of_each(tmp_path: Path) -> None:
    said = "De provincie Zuidmark en de gemeente Hardewijk brachten samen € 9.000 bijeen."
    assert paid(tmp_path, f"Zilte Grond\n\n{said}\n") == {
        ("Provincie Zuidmark", "Zilte Grond", None),
        ("Gemeente Hardewijk", "Zilte Grond", None),
    }


def test_payers_without_a_sum(tmp_path: Path) -> None:
    said = "Zilte Grond is mede gefinancierd door EFRO en de provincie Zuidmark."
    assert paid(tmp_path, f"Nieuws\n\n{said}\n") == {
        ("EFRO", "Zilte Grond", None),
        ("Provincie Zuidmark", "Zilte Grond", None),
    }
    both = f"{said} De provincie Zuidmark geeft € 8.000 aan Zilte Grond."
    assert ("Provincie Zuidmark", "Zilte Grond", None) not in paid(tmp_path, f"Nieuws\n\n{both}\n")


def test_a_label_with_several_payers(tmp_path: Path) -> None:
    text = (
        "Zilte Grond\n\nTotale kosten: € 300.000\nFinanciering: EFRO € 100.000; Melkunie Oost "
        "€ 50.000; eigen inbreng € 150.000\n"
    )
    assert paid(tmp_path, text) == {
        ("EFRO", "Zilte Grond", 100_000),
        ("Melkunie Oost", "Zilte Grond", 50_000),
    }


def test_a_list_of_grants_is_of_who_gave(tmp_path: Path) -> None:
    text = (
        "Nieuws\n\nDe provincie Zuidmark reikte cheques uit aan twee projecten:\n\n"
        "- Zilte Grond: € 40.000\n- Groene Kade: € 30.000\n"
    )
    assert paid(tmp_path, text) == {
        ("Provincie Zuidmark", "Zilte Grond", 40_000),
        ("Provincie Zuidmark", "Groene Kade", 30_000),
    }


@pytest.mark.parametrize(
    "said",
    [
        "De aanvraag van € 50.000 bij de provincie Zuidmark is afgewezen.",
        "De omzet van Melkunie Oost steeg naar € 8 miljoen.",
        "Melkunie Oost verkocht voor € 2 miljoen aan boter.",
        "De helft van de leden betaalt € 5.",
        "Er is € 400.000 voor de bouw van de Oude Weegbrug.",
        "A bid to the Lottery for £1.1 million was turned down.",
        "Aan personeel ging € 402.000 op.",
    ],
)
def test_sums_that_nobody_is_told_to_pay(tmp_path: Path, said: str) -> None:
    assert not paid(tmp_path, f"Zilte Grond\n\nHet project loopt. {said}\n")


def test_a_column_for_each_who_pays(tmp_path: Path) -> None:
    text = (
        "Geld\n\n| Project | Begroting | Provincie Zuidmark | Bedrijven |\n"
        "| Zilte Grond | € 90.000 | € 60.000 | € 30.000 |\n| Groene Kade | € 40.000 | € 40.000 | - |\n"
    )
    assert paid(tmp_path, text) == {
        ("Provincie Zuidmark", "Zilte Grond", 60_000),
        ("Bedrijven", "Zilte Grond", 30_000),
        ("Provincie Zuidmark", "Groene Kade", 40_000),
    }


def test_the_main_funder_with_its_sum_in_one_cell(tmp_path: Path) -> None:
    text = (
        "Projects\n\n| Project | Lead | Main funding |\n"
        "| Zilte Grond | Melkunie Oost | Lennox Trust, £12,000 |\n"
        "| Groene Kade | Melkunie Oost | partners' own money |\n"
    )
    assert paid(tmp_path, text) == {("Lennox Trust", "Zilte Grond", 12_000)}


def test_the_income_of_the_publisher_by_year(tmp_path: Path) -> None:
    text = (
        "Stichting Delta Werkt\nJaarverslag 2021\n\nStichting Delta Werkt bestaat tien jaar.\n\n"
        "Financiën\n\n| Baten | 2021 | 2020 |\n| Bijdrage Provincie Zuidmark | € 400.000 | € 380.000 |\n"
        "| Contributies | € 90.000 | € 80.000 |\n| Totaal baten | € 490.000 | € 460.000 |\n"
    )
    assert {(who, sum_) for who, _, sum_ in paid(tmp_path, text)} == {
        ("Provincie Zuidmark", 400_000),
        ("Provincie Zuidmark", 380_000),
    }


def test_hostile_sentences_take_no_time(tmp_path: Path) -> None:
    text = "De provincie Zuidmark en " * 300 + "€ 5 van " * 300 + "waarvan (€ 3 door " * 300
    assert isinstance(found_in(tmp_path, f"Zilte Grond\n\n{text}\n"), list)
