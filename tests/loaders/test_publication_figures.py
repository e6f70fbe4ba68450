"""Figures, money and places in publications."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ledwerk.loaders.publication.figures.amounts import quantities
from ledwerk.loaders.publication.figures.figures import read_figures
from ledwerk.loaders.publication.figures.money import read_money
from ledwerk.loaders.publication.findings import Finding, FoundNode, FoundTie, node
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.places import read_places

Reader = Callable[[str], list[Finding]]
KNOWN = (
    node("Project", "Boer zoekt Bit", "regel 1", 0.9),
    node("Organisation", "Melkunie Oost", "regel 1", 0.9),
    node("Municipality", "Gemeente Hardewijk", "regel 1", 0.9, aliases=("Hardewijk",)),
)


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads figures, money and places from a text."""

    def made(text: str) -> list[Finding]:
        file = tmp_path / "publication.txt"
        file.write_text(text, encoding="utf-8")
        document = extracted(file)
        found = [*read_figures(document), *read_money(document, KNOWN)]
        return [*found, *read_places(document, KNOWN)]

    return made


def values(found: Sequence[Finding]) -> set[tuple[object, object]]:
    """The figures found, as (value, unit)."""
    told = [
        dict(f.properties) for f in found if isinstance(f, FoundNode) and f.ref.kind == "Indicator"
    ]
    return {(one["value"], one["unit"]) for one in told}


def payments(found: Sequence[Finding]) -> set[tuple[str, str, object, object]]:
    """Who pays what to what, and how far that has come."""
    made: set[tuple[str, str, object, object]] = set()
    for one in found:
        if isinstance(one, FoundTie) and one.kind == "FUNDS":
            told = dict(one.properties)
            made.add((one.source.name, one.target.name, told["amount"], told["state"]))
    return made


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("€ 3,2 miljoen", "nl", 3_200_000, "EUR"),
        ("EUR 450.000,-", "nl", 450_000, "EUR"),
        ("17.000 banen", "nl", 17_000, ""),
        ("17,000 jobs", "en", 17_000, ""),
        ("£1.2m", "en", 1_200_000, "GBP"),
        ("$2.5 billion", "en", 2_500_000_000, "USD"),
        ("1,5 procent", "nl", 1.5, "%"),
        ("vier ton subsidie", "nl", 400_000, "EUR"),
        ("1.450 ton staal", "nl", 1450, ""),
        ("twaalf scholen", "nl", 12, ""),
    ],
)
def test_numbers_are_read_as_their_language_writes_them(
    text: str, language: str, value: float, unit: str
) -> None:
    (found,) = quantities(text, language)
    assert (found.value, found.unit) == (value, unit)


def test_a_range_and_a_word_of_precision() -> None:
    (found,) = quantities("circa 250 tot 300 groeiplannen", "nl")
    assert (found.value, found.to, found.precision) == (250, 300, "circa")


def test_figures_with_unit_year_and_nature(read: Reader) -> None:
    found = read(
        "Nieuws\n\nWe hebben ruim 140 ondernemers. Voor 2025 mikken we op 400 nieuwe banen.\n"
    )
    assert values(found) == {(140, "ondernemers"), (400, "nieuwe banen")}
    jobs = next(f for f in found if isinstance(f, FoundNode) and ("value", 400.0) in f.properties)
    assert dict(jobs.properties)["year"] == "2025"
    assert dict(jobs.properties)["state"] == "target"


def test_what_is_no_figure(read: Reader) -> None:
    assert not values(
        read(
            "Nieuws\n\nOp 12 maart 2020 om 14.00 uur, zaal 3, kwamen we bijeen. Bel 050-1234567 of "
            "schrijf naar Kade 12, 7711 AB Hardewijk. In 2019 was dat anders. Zie pagina 14, fase 2 "
            "en nummer 7. Twee weken geleden begon het programma 2016-2020.\n"
        )
    )


def test_the_same_count_is_one_figure(read: Reader) -> None:
    found = read("Nieuws\n\nRuim 80 projecten liepen. Die 80 regionale projecten zijn klaar.\n")
    names = {f.ref.name for f in found if isinstance(f, FoundNode) and f.ref.kind == "Indicator"}
    assert len(names) == 1


def test_a_table_of_figures(read: Reader) -> None:
    found = read(
        "Kerncijfers\n\n| Indicator | 2020 | 2021 |\n| Deelnemers | 1.204 | 1.530 |\n"
        "| Omzet (x € 1.000) | 850 | 1.100 |\n| Tevredenheid (%) | 81 | 84 |\n"
    )
    assert values(found) == {
        (1204, "deelnemers"), (1530, "deelnemers"), (850_000, "EUR"), (1_100_000, "EUR"),
        (81, "%"), (84, "%"),
    }  # fmt: skip


def test_who_pays_what_to_what(read: Reader) -> None:
    found = read(
        "Boer zoekt Bit\n\nDe provincie Overmaas stelt € 450.000 beschikbaar. Gemeente Hardewijk "
        "heeft daarnaast € 75.000 gereserveerd. Bij het ministerie van Economische Zaken is "
        "€ 1,1 miljoen aangevraagd.\n"
    )
    assert payments(found) == {
        ("Provincie Overmaas", "Boer zoekt Bit", 450_000, "granted"),
        ("Gemeente Hardewijk", "Boer zoekt Bit", 75_000, "reserved"),
        ("Ministerie van Economische Zaken", "Boer zoekt Bit", 1_100_000, "asked_for"),
    }


def test_two_amounts_of_one_sentence(read: Reader) -> None:
    found = read(
        "Boer zoekt Bit\n\nMelkunie Oost draagt € 60.000 bij en de gemeente Hardewijk € 40.000.\n"
    )
    assert payments(found) == {
        ("Melkunie Oost", "Boer zoekt Bit", 60_000, "granted"),
        ("Gemeente Hardewijk", "Boer zoekt Bit", 40_000, "granted"),
    }


def test_english_grants(read: Reader) -> None:
    found = read(
        "Boer zoekt Bit\n\nThe project received £2 million from the Harbour Trust. Melkunie Oost has "
        "set aside £50,000 for it.\n"
    )
    assert ("Harbour Trust", "Boer zoekt Bit", 2_000_000, "granted") in payments(found)
    assert ("Melkunie Oost", "Boer zoekt Bit", 50_000, "reserved") in payments(found)


def test_what_a_project_costs_is_its_budget(read: Reader) -> None:
    found = read("Boer zoekt Bit\n\nHet project kost € 1,2 miljoen.\n")
    told = [
        dict(f.properties) for f in found if isinstance(f, FoundNode) and f.ref.kind == "Project"
    ]
    assert {"budget": 1_200_000, "currency": "EUR"} in told
    assert not payments(found)


def test_where_parties_are(read: Reader) -> None:
    found = read(
        "Nieuws\n\nMelkunie Oost is gevestigd in Hardewijk. Het in Ommerloo gevestigde Staalhart "
        "doet mee.\n"
    )
    there = {(f.source.name, f.target.name, f.target.kind) for f in found
             if isinstance(f, FoundTie) and f.kind == "LOCATED_IN"}  # fmt: skip
    assert there == {
        ("Melkunie Oost", "Gemeente Hardewijk", "Municipality"),
        ("Staalhart", "Ommerloo", "Place"),
    }


def test_a_list_of_municipalities(read: Reader) -> None:
    found = read("Gemeenten\n\nGemeente Beek\nGemeente Stein\nGemeente Valkenburg aan de Geul\n")
    towns = {f.ref.name for f in found if isinstance(f, FoundNode) and f.ref.kind == "Municipality"}
    assert towns >= {"Gemeente Beek", "Gemeente Stein", "Gemeente Valkenburg aan de Geul"}


def test_a_table_of_funders(read: Reader) -> None:
    found = read(
        "Boer zoekt Bit\n\n| Financier | Bedrag | Status |\n| Melkunie Oost | € 60.000 | toegekend |\n"
        "| Provincie Overmaas | € 40.000 | aangevraagd |\n| Totaal | € 100.000 | |\n"
    )
    assert payments(found) == {
        ("Melkunie Oost", "Boer zoekt Bit", 60_000, "granted"),
        ("Provincie Overmaas", "Boer zoekt Bit", 40_000, "asked_for"),
    }
    assert not values(found)


def test_a_common_noun_that_means_one_party(read: Reader) -> None:
    found = read("Boer zoekt Bit\n\nDe gemeente draagt € 5.000 bij.\n")
    assert payments(found) == {("Gemeente Hardewijk", "Boer zoekt Bit", 5_000, "granted")}


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("We begeleidden vierendertig projecten, vijf meer dan in 2020.", {34, 5}),
        ("Het aantal overnachtingen steeg met 14 procent tot 1,3 miljoen.", {14, 1_300_000}),
        ("In het verslag van vergadering 13 staat Bouwbedrijf Smit als partner.", set()),
        ("Na twee winters vol zorgen kwamen er 315 bezoekers.", {315}),
        ("De gemeenten betalen 40 eurocent per inwoner.", {0.4}),
    ],
)
def test_what_counts_and_what_does_not(read: Reader, said: str, counted: set[float]) -> None:
    found = read(f"Nieuws\n\nVan de bank\n\n{said}\n")
    assert {
        dict(f.properties)["value"]
        for f in found
        if isinstance(f, FoundNode) and f.ref.kind == "Indicator"
    } == counted


def test_numbers_behind_labels_are_apart(read: Reader) -> None:
    found = read(
        "Numbers\n\nMembers: 212\nJobs created in 2020: 180\nFloor space let: 4.300 m2\n"
        "Funding secured: € 3,6 miljoen\n"
    )
    assert {
        dict(f.properties)["value"]
        for f in found
        if isinstance(f, FoundNode) and f.ref.kind == "Indicator"
    } == {212, 180, 4300, 3_600_000}


@pytest.mark.parametrize(
    ("said", "payer", "amount"),
    [
        (
            "Van het Bernhard Fonds kregen wij € 25.000 voor het project Boer zoekt Bit.",
            "Bernhard Fonds",
            25_000,
        ),
        (
            "De gemeente Beek is bereid € 100.000 te geven, de rest wordt gevraagd aan het Rijk.",
            "Gemeente Beek",
            100_000,
        ),
        (
            "Van de Europese Unie ontvangt Boer zoekt Bit € 1,2 mln; de gemeente Beek legt er "
            "vier ton bij.",
            "Europese Unie",
            1_200_000,
        ),
    ],
)
def test_each_payer_pays_his_own_sum(read: Reader, said: str, payer: str, amount: float) -> None:
    found = read(f"Boer zoekt Bit\n\nHet project loopt van 2020 tot 2022. {said}\n")
    paid = {(p, a) for p, _, a, _ in payments(found)}
    assert (payer, amount) in paid
    assert len({p for p, a in paid if a == amount}) == 1


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("Er zijn nu 24 woningen klaar. Eind 2025 moeten het er 110 zijn.", {24, 110}),
        ("Van de 84 deelnemers haalden er 61 het rijbewijs, en 52 hebben een baan.", {84, 61, 52}),
        ("Aan 140 planten is gemeten; negen daarvan gaan door.", {140, 9}),
        ("Het ziekteverzuim daalde van 9,1 naar 7,4 procent.", {9.1, 7.4}),
        ("Zeven op de tien leden doen mee.", {70}),
        ("The club now has 46 members, up from 39.", {46, 39}),
        ("So far 146 people enrolled, against a target of 120.", {146, 120}),
        ("The board met five times in 2023.", set()),
        ("Van de vijf projecten hieronder zijn er drie afgerond.", set()),
        ("Four new strands were added this year.", set()),
        ("Dit jaar zijn elf molens opgeleverd.", {11}),
        ("Nine mechanics have been certified so far.", {9}),
        ("A film about nine mechanics and their dogs.", set()),
        ("In hal 7 werkt Krimpmetaal aan een pomp.", set()),
        ("Het heeft 1,1 miljoen gekost.", {1_100_000}),
        ("Members gave 3,900 hours of their time.", {3900}),
        ("Er doen 5 bedrijven uit Zeeland mee en één bedrijf uit Gent.", {5, 1}),
        ("Vijftien van de 18 gemeenten zijn aangesloten.", {15, 18}),
    ],
)
def test_figures_by_phrases(read: Reader, said: str, counted: set[float]) -> None:
    english = said.startswith(("The ", "So ", "Members "))
    more = "This is what the members of the club did, and it was a good year for all of them."
    found = read(f"{'News' if english else 'Nieuws'}\n\n{more if english else ''}\n\n{said}\n")
    assert {
        dict(f.properties)["value"]
        for f in found
        if isinstance(f, FoundNode) and f.ref.kind == "Indicator"
    } == counted


@pytest.mark.parametrize(
    "said",
    [
        "Fiche 3 maken we later.",
        "“Ik heb zes jongens die dat doen”, zegt zij.",
        "Dat duurt acht jaar.",
        "Kade 12 is gesloopt.",
        "Het bedrag staat hierboven (€ 62.000, 100 % ervan).",
        "De aanvraag van € 50.000 is afgewezen.",
    ],
)
def test_more_that_is_no_figure(read: Reader, said: str) -> None:
    told = values(read(f"Nieuws\n\nVan de bank\n\n{said}\n"))
    assert not {one for one in told if one[1] not in ("EUR", "%")}


def test_a_table_in_the_money_that_its_corner_tells(read: Reader) -> None:
    found = read(
        "Uitgaven\n\n| In euro | 2021 | 2020 |\n| Huur | 12.500 | 11.000 |\n| Druk | 800 | 750 |\n"
    )
    assert values(found) == {(12_500, "EUR"), (11_000, "EUR"), (800, "EUR"), (750, "EUR")}


def test_dots_between_a_label_and_its_figure(read: Reader) -> None:
    found = read(
        "Cijfers van het fonds\n\nHet fonds bestaat nu een jaar en dit is de stand.\n\n"
        "  Ingediende dossiers ......... 37\n  Gevraagd bedrag ............. 1.340.000 euro\n"
        "  Vrijwilligers ............... ruim 1.200\n"
    )
    assert {value for value, _ in values(found)} == {37, 1_340_000, 1200}


@pytest.mark.parametrize(
    "said",
    [
        "Het bureau zit in het Tolhuis in Hardewijk.",
        "Wie iets wil weten, kan bellen. Zetel: Marktplein 4, Hardewijk",
        "Stichting Delta Werkt, Oude Douane, Kade 1, Hardewijk.",
        "Stichting Delta Werkt, Kade 8, 9250 Hardewijk",
        "De stichting houdt kantoor in Hardewijk.",
    ],
)
def test_where_the_publisher_is(read: Reader, said: str) -> None:
    found = read(
        f"Stichting Delta Werkt\nJaarverslag 2021\n\nStichting Delta Werkt bestaat tien jaar.\n\n"
        f"Over ons\n\n{said}\n"
    )
    there = {(f.source.name, f.target.name) for f in found
             if isinstance(f, FoundTie) and f.kind == "LOCATED_IN"}  # fmt: skip
    assert there == {("Stichting Delta Werkt", "Gemeente Hardewijk")}
