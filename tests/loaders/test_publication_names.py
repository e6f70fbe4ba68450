"""How projects and programmes are named: codes, names that go on, what they are called, lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.activities.activity_headings import never_an_activity, titled
from ledwerk.loaders.publication.activities.activity_heads import _at_its_end
from ledwerk.loaders.publication.activities.periods import Period, period_in_cell, period_said
from ledwerk.loaders.publication.activities.project_lists import is_of_names
from ledwerk.loaders.publication.document import Block, BlockKind, Document, Line
from ledwerk.loaders.publication.findings import FoundNode, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.layout.labels import meaning_of
from ledwerk.loaders.publication.parties.known_names import Known
from ledwerk.loaders.publication.parties.publisher import publisher_of
from ledwerk.loaders.publication.reading import read_projects


def document(folder: Path, text: str) -> Document:
    file = folder / "blad.txt"
    file.write_text(text, encoding="utf-8")
    return extracted(file)


def names(folder: Path, text: str, kind: str = "Project") -> set[str]:
    """The projects or programmes that a text names."""
    nodes = (one for one in read_projects(document(folder, text)) if isinstance(one, FoundNode))
    return {one.ref.name for one in nodes if one.ref.kind == kind}


def tied(folder: Path, text: str, kind: str) -> set[tuple[str, str]]:
    ties = (one for one in read_projects(document(folder, text)) if isinstance(one, FoundTie))
    return {(one.source.name, one.target.name) for one in ties if one.kind == kind}


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("EB-01 HOUTEN BRUGGEN", "HOUTEN BRUGGEN"),
        ("LF.04 Lisdodde op Stal", "Lisdodde op Stal"),
        ("P3: Zon op Zee", "Zon op Zee"),
        ("KV07 Kade vol Leven", "Kade vol Leven"),
        ("WP2 Harbour Skills", "Harbour Skills"),
        ("Nr. 4 – Warm Wijkwater", "Warm Wijkwater"),
        ("A2 Maastricht", "A2 Maastricht"),
        ("CO2 Neutraal Telen", "CO2 Neutraal Telen"),
        ("H2 Zuid", "H2 Zuid"),
    ],
)
def test_a_code_is_no_part_of_a_name(heading: str, name: str) -> None:
    assert titled(heading).names[0] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PROJECTENBOEK WONEN MET WAT DRIJFT\n\nHet programma Wonen met wat drijft onderzoekt of "
         "dat kan.", {"Wonen met wat drijft"}),
        ("Voorwoord\n\nHet programma Slim sturen helpt. Lees ‘Slim sturen’ er op na.",
         {"Slim sturen"}),
        ("Voorwoord\n\nHet programma Slim is gestart.\n\nSLIM IS GESTART\n\nTekst.", {"Slim"}),
        ("Voorwoord\n\nHet programma Rijke Grond, Rijke Boeren begon. Na vier jaar "
         "Rijke Grond, Rijke Boeren is er veel bereikt.", {"Rijke Grond, Rijke Boeren"}),
        ("Voorwoord\n\nHet programma Rijke Grond, Tauw en Scalda zijn er.", {"Rijke Grond"}),
    ],
)  # fmt: skip
def test_a_name_that_goes_on_in_small_letters(
    tmp_path: Path, text: str, expected: set[str]
) -> None:
    assert names(tmp_path, f"{text}\n", "Programme") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er is les in de loods. Avondklas heet het.", {"Avondklas"}),
        ("Het project kreeg de naam Warm Wijkwater.", {"Warm Wijkwater"}),
        ("We noemen het Kade vol Leven.", {"Kade vol Leven"}),
        ("The scheme is called Night Ferry.", {"Night Ferry"}),
        ("They christened it ‘Bread and Boats’.", {"Bread and Boats"}),
        ("Leren koken zonder vuur: dat kan in Keuken zonder Gas.", {"Keuken zonder Gas"}),
        ("In mei begon de kwekerij met Krekel & Kruid.", {"Krekel & Kruid"}),
        ("In Kade vol Leven bundelen Tauw, Scalda en Rabobank hun krachten.", {"Kade vol Leven"}),
        ("De directeur heet Jan de Wit. Hij is nieuw.", set()),
        ("Dat kan in Den Haag. Dat kan in Utrecht.", set()),
        ("Hij begon in 2010 met Tauw en Scalda.", set()),
    ],
)
def test_what_is_called_something(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert names(tmp_path, f"Voorwoord\n\n{text}\n") == expected


TERMS = """Wat loopt er

LICHTLAB     Tauw (trekker), Universiteit Veenstreek, Softwarehuis
             Kiezel
             2023-2024, € 275.000
WARME OVEN   Emaille Zuid (trekker), gemeente Heusden
             2024-2027, € 2.140.000
"""


def test_names_set_beside_what_is_said_of_them(tmp_path: Path) -> None:
    assert names(tmp_path, TERMS) == {"LICHTLAB", "Warme Oven"}
    assert ("Softwarehuis Kiezel", "LICHTLAB") in tied(tmp_path, TERMS, "PARTNER_IN")
    assert ("Gemeente Heusden", "LICHTLAB") not in tied(tmp_path, TERMS, "PARTNER_IN")


def test_two_items_of_news_are_two_subjects(tmp_path: Path) -> None:
    text = (
        "Kort nieuws\n\n"
        "- Project Zonnedak gaat de tweede fase in. Tauw en Scalda doen mee.\n"
        "- Rabobank en Arcadis doen mee aan de open dag.\n"
    )
    assert tied(tmp_path, text, "PARTNER_IN") == {("Tauw", "Zonnedak"), ("Scalda", "Zonnedak")}


@pytest.mark.parametrize(
    "sentence",
    [
        "De twee verhalen hierboven horen bij Groen Goud 2022-2026, het programma van Tauw en Scalda.",
        "Alle projecten vallen onder het programma Groen Goud 2022-2026.",
    ],
)
def test_what_is_told_above_is_part_of_a_programme(tmp_path: Path, sentence: str) -> None:
    text = f"Voorwoord\n\nHet project Zonnedak loopt. Het project Waterdak ook.\n\nSlot\n\n{sentence}\n"
    expected = {("Zonnedak", "Groen Goud 2022-2026"), ("Waterdak", "Groen Goud 2022-2026")}
    assert tied(tmp_path, text, "PART_OF") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("schooljaren 2023-2024 tot en met 2025-2026", Period("2023", "2026")),
        ("schooljaar 2022/23, 2023/24 en 2024/25", Period("2022", "2025")),
        ("vanaf oktober 2024, tot eind 2027", Period("2024-10", "2027")),
        ("2022 - 2023 (afgerond)", Period("2022", "2023")),
    ],
)
def test_periods_in_cells(text: str, expected: Period) -> None:
    assert period_in_cell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It commenced in March 2020 and concludes in February 2024.",
         Period("2020-03", "2024-02")),
        ("Het liep van mei 2020 tot juli 2023 en is verlengd, tot juli 2026.",
         Period("2020-05", "2026-07")),
        ("We zijn begonnen in januari 2024 en gaan door tot en met december 2026.",
         Period("2024-01", "2026-12")),
    ],
)  # fmt: skip
def test_periods_in_sentences(text: str, expected: Period) -> None:
    assert period_said(text) == expected


@pytest.mark.parametrize(
    ("label", "meaning"),
    [
        ("Budget (€)", "budget"),
        ("Kosten (x € 1.000)", "budget"),
        ("Total cost (£m)", "budget"),
        ("Van – tot", "period"),
        ("Begin en einde", "period"),
        ("Wie doet mee", "partner"),
        ("Aantal (stuks)", ""),
    ],
)
def test_labels_with_what_is_counted(label: str, meaning: str) -> None:
    assert meaning_of(label) == meaning


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ANNUAL REPORT 2021\n\nMoorland Growth Partnership CLG\n\nThe Partnership met.",
         "Moorland Growth Partnership CLG"),
        ("Moorland Growth Partnership\n\nThe year\n\nIt is the work of the Partnership that counts.",
         "Moorland Growth Partnership"),
        ("Leden van de Economic Board bekend\n\nNieuws\n\nDe Board vergaderde.", ""),
    ],
)  # fmt: skip
def test_who_publishes(tmp_path: Path, text: str, expected: str) -> None:
    ref = publisher_of(document(tmp_path, f"{text}\n"), Known())
    assert (ref.name if ref else "") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Two Food Yards", "Quay Road Bridge", "Medical School West"), True),
        (("Two Food Yards", "Quay Road Bridge"), False),
        (("We built a bridge,", "a market and", "a school."), False),
    ],
)
def test_short_lines_of_names(lines: tuple[str, ...], expected: bool) -> None:
    printed = tuple(Line(text, number) for number, text in enumerate(lines, 1))
    assert is_of_names(Block(BlockKind.PARAGRAPH, " ".join(lines), printed)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "In Bocholt doen Tauw en Scalda hetzelfde. Dat is hun project, niet het onze.",
        "Zonnedak is supported by Tauw (€420,000).",
        "Tauw, dat in de folder stond, ziet er bij nader inzien van af.",
        "Elf boeren doen mee.",
    ],
)
def test_who_is_no_partner(tmp_path: Path, sentence: str) -> None:
    text = f"Voorwoord\n\nHet project Zonnedak loopt.\n\n{sentence}\n"
    assert tied(tmp_path, text, "PARTNER_IN") == set()


@pytest.mark.parametrize(
    "heading",
    [
        "Anna Smit (wethouder gemeente Oss)",
        "Peter Jansen (directeur Bolt Cabs, voorzitter)",
        "Anna Smit zat jaren aan de kassa. Nu legt zij kabels in Oss.",
    ],
)
def test_a_person_or_two_sentences_are_no_activity(heading: str) -> None:
    assert never_an_activity(heading)


@pytest.mark.parametrize(
    "heading", ["Zilte Teelt (met zes telers)", "Peter (pilot)", "3. Stille Kade"]
)
def test_a_name_with_an_aside_may_be_an_activity(heading: str) -> None:
    assert not never_an_activity(heading)


@pytest.mark.parametrize(
    ("heading", "text", "name"),
    [
        (
            "Eerste meting voor de Groene Kade",
            "De Groene Kade is er. Wie doet Groene Kade?",
            "Groene Kade",
        ),
        (
            "First run of Quiet Meadow",
            "Quiet Meadow runs. In Quiet Meadow we sow.",
            "Quiet Meadow",
        ),
        ("Eerste meting voor de Groene Kade", "De Groene Kade is er.", ""),
        ("Bezoek aan de kade", "De kade is er. De kade blijft.", ""),
    ],
)
def test_a_headline_ends_with_what_it_is_about(heading: str, text: str, name: str) -> None:
    assert _at_its_end(heading, text) == name
