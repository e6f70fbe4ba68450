"""Programmes, what is part of them, and projects by the words for their sort: each by a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document as WordDocument

from ledwerk.loaders.publication.activities.periods import Period, period_in_cell, period_said
from ledwerk.loaders.publication.activities.years_meant import with_years
from ledwerk.loaders.publication.findings import FoundNode, FoundTie, Ref
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.parties.known_names import ACTIVITIES, Known
from ledwerk.loaders.publication.reading import read_document, read_projects


def found(folder: Path, text: str) -> list[FoundNode | FoundTie]:
    file = folder / "blad.txt"
    file.write_text(text, encoding="utf-8")
    return list(read_projects(extracted(file)))


def names(folder: Path, text: str, kind: str) -> set[str]:
    """The projects or programmes that a text names."""
    nodes = (one for one in found(folder, text) if isinstance(one, FoundNode))
    return {one.ref.name for one in nodes if one.ref.kind == kind}


def parts(folder: Path, text: str) -> set[tuple[str, str]]:
    """What a text states to be part of what."""
    ties = (one for one in found(folder, text) if isinstance(one, FoundTie))
    return {(one.source.name, one.target.name) for one in ties if one.kind == "PART_OF"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We closed the Valley Growth Programme (2016–2021).", {"Valley Growth Programme"}),
        ("It is part of our Clean Air Strategy 2021-2027.", {"Clean Air Strategy 2021-2027"}),
        ("Het Uitvoeringsprogramma Heideland 2015-2019 is afgesloten.",
         {"Uitvoeringsprogramma Heideland 2015-2019"}),
        ("De Regio Deals Heideland en Veenstreek lopen.",
         {"Regio Deal Heideland", "Regio Deal Veenstreek"}),
        ("Drie projecten lopen onder Schone Havens.", {"Schone Havens"}),
        ("It was funded by the Valley Growth Programme.", set()),
        ("Zij ontving € 2 miljoen van het programma Interreg Noordzee.", set()),
        ("The Programme Board met. The Special EU Programmes Body did too.", set()),
        ("Dit studieprogramma Zorg duurt vier jaar.", set()),
    ],
)  # fmt: skip
def test_programmes_by_their_own_name(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert names(tmp_path, f"Voorwoord\n\n{text}\n", "Programme") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fieldlab Groene Stroom is klaar.", {"Fieldlab Groene Stroom"}),
        ("Sinds maart bestaat de voucherregeling Zon op Stal.", {"Zon op Stal"}),
        ("They took part in the Night Bus Challenge last year.", {"Night Bus Challenge"}),
        ("The Oak Tree Alliance met for the first time in May 2021.", {"Oak Tree Alliance"}),
        ("Onder de naam Wier op Koers werken zij samen.", {"Wier op Koers"}),
        ("Books for Boats is run by Harwood Council and Tarn Limited.", {"Books for Boats"}),
        ("De provincie trekt 1,2 miljoen euro uit voor Fietsboot Heideland.",
         {"Fietsboot Heideland"}),
        ("Het programma heeft drie lijnen: ‘Slim Leren’, ‘Slim Werken’ en ‘Slim Wonen’.",
         {"Slim Leren", "Slim Werken", "Slim Wonen"}),
        ("Het project is volgens haar ‘een kleine revolutie’.", set()),
        ("The consortium consists of Tauw, Fieldlab Zuidwind, Scalda.", set()),
        ("Het Duitse project Salzwiese loopt ook.", set()),
        ("Wij bezochten het project Salzwiese. Wij zijn daar niet bij betrokken.", set()),
        ("Het idee voor een project Heidebad is begraven.", set()),
        ("In dit project Tauw en Scalda samenbrengen is lastig.", set()),
    ],
)  # fmt: skip
def test_projects_by_their_sort_or_role(tmp_path: Path, text: str, expected: set[str]) -> None:
    assert names(tmp_path, f"Voorwoord\n\n{text}\n", "Project") == expected


BASE = "Er is het project Zonnedak. Er is het programma Groen Goud. "


@pytest.mark.parametrize(
    "sentence",
    [
        "Zonnedak valt onder het programma Groen Goud.",
        "Zonnedak maakt deel uit van Groen Goud.",
        "Binnen Groen Goud loopt Zonnedak.",
        "Zonnedak hoort bij het programma Groen Goud.",
        "Groen Goud omvat Zonnedak.",
        "Dat programma omvat Zonnedak.",
        "Zonnedak is part of it.",
        "Zonnedak is delivered as part of Groen Goud.",
        "Zonnedak came under the Groen Goud programme.",
    ],
)
def test_what_is_part_of_a_programme(tmp_path: Path, sentence: str) -> None:
    assert parts(tmp_path, f"Voorwoord\n\n{BASE}{sentence}\n") == {("Zonnedak", "Groen Goud")}


def test_lines_of_a_programme_and_what_is_numbered_after_them(tmp_path: Path) -> None:
    text = (
        "Voortgang\n\nHet uitvoeringsprogramma Heide 2021-2024 telt twee programmalijnen.\n\n"
        "Programmalijn 1 Slim boeren\n\n1.1 Zonnedak\n\nPartners: Tauw en Scalda\n\n"
        "Programmalijn 2 Slim wonen\n\n2.1 Windvang\n\nPartners: Tauw en Scalda\n"
    )
    assert parts(tmp_path, text) == {
        ("Zonnedak", "Slim boeren"),
        ("Windvang", "Slim wonen"),
        ("Slim boeren", "Heide 2021-2024"),
        ("Slim wonen", "Heide 2021-2024"),
    }


def test_projects_of_a_list_that_a_programme_approved(tmp_path: Path) -> None:
    text = (
        "Nieuws\n\nHet comité van het programma Groen Goud gaf drie projecten groen licht.\n\n"
        "- Zonnedak: stroom van daken\n- Windvang\n"
    )
    assert parts(tmp_path, text) == {("Zonnedak", "Groen Goud"), ("Windvang", "Groen Goud")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Zonnedak valt niet onder het programma Groen Goud.",
        "Naast het programma Groen Goud is er Zonnedak.",
        "Zonnedak and Groen Goud met.",
    ],
)
def test_what_is_no_part_of_a_programme(tmp_path: Path, sentence: str) -> None:
    assert parts(tmp_path, f"Voorwoord\n\n{BASE}{sentence}\n") == set()


def test_what_is_announced_as_part_of_a_programme(tmp_path: Path) -> None:
    text = (
        "Over deze fiches\n\nHet actieprogramma Groen Goud 2022-2026 loopt. Fiches 1 en 2 maken "
        "deel uit van het actieprogramma.\n\nFiche 1 – Zonnedak\n\nTrekker: Tauw\n\n"
        "Fiche 2 – Windvang\n\nTrekker: Scalda\n\nFiche 3 – Waterput\n\nTrekker: Tauw\n"
    )
    assert parts(tmp_path, text) == {
        ("Zonnedak", "Groen Goud 2022-2026"),
        ("Windvang", "Groen Goud 2022-2026"),
    }


def test_entries_of_projects_under_one_heading(tmp_path: Path) -> None:
    text = (
        "Kort nieuws\n\n"
        "- Fietslab Heide: opleiding door Tauw en Scalda, gestart in september 2022.\n"
        "- SPIRO 2: €6.4m to develop batteries.\n"
        "- Jan de Boer: nieuw gezicht sinds maart 2022.\n"
        "- Bakkerij De Korenaar B.V.: lid sinds 2020.\n"
        "- Doel: samen met Tauw en Scalda leren.\n"
    )
    assert names(tmp_path, text, "Project") == {"Fietslab Heide", "SPIRO 2"}


@pytest.mark.parametrize(
    "rows",
    [
        "Project | Trekker | Looptijd\nZonnedak | Tauw | 2021-2023\nWindvang | Scalda | 2022-2024",
        " | Zonnedak | Windvang\nTrekker | Tauw | Scalda\nLooptijd | 2021-2023 | 2022-2024",
        "Overzicht | | \nProject | Trekker | Looptijd\nZonnedak | Tauw | 2021-2023\n"
        "Windvang | Scalda | 2022-2024",
    ],
)
def test_tables_of_projects_upright_and_on_their_side(tmp_path: Path, rows: str) -> None:
    cells = [[cell.strip() for cell in row.split("|")] for row in rows.split("\n")]
    word = WordDocument()
    word.add_heading("Nieuw", 1)
    table = word.add_table(0, len(cells[0]))
    for row in cells:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.save(str(tmp_path / "blad.docx"))
    made = read_projects(extracted(tmp_path / "blad.docx"))
    said = {one.ref.name: dict(one.properties) for one in made
            if isinstance(one, FoundNode) and one.ref.kind == "Project"}  # fmt: skip
    assert said["Zonnedak"] == {"start": "2021", "end": "2023"}
    assert said["Windvang"] == {"start": "2022", "end": "2024"}


@pytest.mark.parametrize(
    "heading",
    ["Progress", "Voortgang", "Dagelijks bestuur", "Drie proeven naast elkaar", "Vijf vragen aan Bo",
     "Wie betaalt het programma", "Projectleider: Tauw", "€2m for new ideas"],
)  # fmt: skip
def test_headings_that_name_nothing(tmp_path: Path, heading: str) -> None:
    text = f"Blad\n\nVan alles\n\n{heading}\n\nIn dit project werken Tauw en Scalda samen.\n"
    assert heading not in names(tmp_path, text, "Project") | names(tmp_path, text, "Programme")
    assert not names(tmp_path, text, "Programme")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("01.07.2021 - 30.06.2024", "2021-07-01", "2024-06-30"),
        ("36 maanden, vanaf 1 januari 2023", "2023-01-01", "2025-12-31"),
        ("vier jaar vanaf 2021", "2021", "2024"),
        ("voorjaar 2021 tot en met najaar 2023", "2021", "2023"),
    ],
)
def test_periods_of_labels(text: str, start: str, end: str) -> None:
    assert period_in_cell(text) == Period(start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The work began in April 2023 and will finish in June 2025.", "2023-04", "2025-06"),
        ("It is due to finish in March 2025.", "", "2025-03"),
        ("Begonnen in april 2022, einde voorzien in december 2024.", "2022-04", "2024-12"),
        ("In 2016 is een regeling in het leven geroepen.", "2016", ""),
        ("Met een feest op 3 juni 2023 liep Kamerplant ten einde.", "", "2023-06-03"),
        ("Van 2018 tot 2021 bouwden zij eraan.", "2018", "2021"),
        ("Het verbruik steeg van 2018 tot 2021 met een tiende.", "", ""),
    ],
)
def test_periods_of_sentences(text: str, start: str, end: str) -> None:
    assert period_said(text) == Period(start, end)


def test_dates_without_a_year() -> None:
    assert with_years("ging op 1 februari open", "2022-06") == "ging op 1 februari 2022 open"
    assert with_years("is op 3 december afgerond", "2022-06") == "is op 3 december 2021 afgerond"
    assert with_years("gaat in april van start", "2022-06") == "gaat in april 2023 van start"
    assert with_years("loopt van mei tot juni 2021", "2022-06") == "loopt van mei tot juni 2021"
    assert with_years("opent in mei", "") == "opent in mei"


@pytest.mark.parametrize(
    "sentence",
    [
        "De stichting is in 2012 opgericht door Tauw en Scalda.",
        "In 2012 richtten Tauw en Scalda de stichting op.",
        "Daarom hebben Tauw en Scalda in 2012 de Stichting Heideland opgericht.",
        "Oprichters van de stichting in 2012 zijn Tauw en Scalda.",
        "Tauw en Scalda stonden in 2012 aan de wieg van de stichting.",
        "Toen Tauw en Scalda in 2012 de stichting oprichtten, lachte de streek.",
        "Nadat Tauw en Scalda in 2012 Heideland begonnen, groeide het snel.",
        "Stichting Heideland is jong. Tauw en Scalda begonnen het in 2012.",
    ],
)
def test_who_founded_the_publisher(tmp_path: Path, sentence: str) -> None:
    file = tmp_path / "blad.txt"
    text = f"Nieuwsbrief van Stichting Heideland\n\nVoorwoord\n\n{sentence}\n"
    file.write_text(text, encoding="utf-8")
    ties = [one for one in read_document(extracted(file)) if isinstance(one, FoundTie)]
    said = {(one.source.name, one.target.name, *dict(one.properties).values())
            for one in ties if one.kind == "FOUNDED"}  # fmt: skip
    assert said == {(name, "Stichting Heideland", "2012") for name in ("Tauw", "Scalda")}


def test_tenants_of_a_campus(tmp_path: Path) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(
        "Nieuws\n\nWatercampus Heideland groeit. Tauw B.V. betrok in april een hal en ook "
        "adviesbureau Vloed heeft er een kantoor. Scalda B.V. heeft de campus verlaten.\n\n"
        "Two companies moved into Heath Science Park this year: Seawell Ltd and Loam Group.\n",
        encoding="utf-8",
    )
    ties = [one for one in read_document(extracted(file)) if isinstance(one, FoundTie)]
    assert {(one.source.name, one.target.name) for one in ties if one.kind == "TENANT_OF"} == {
        ("Tauw B.V.", "Watercampus Heideland"),
        ("Vloed", "Watercampus Heideland"),
        ("Seawell Ltd", "Heath Science Park"),
        ("Loam Group", "Heath Science Park"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Most of this sits within Charging South, our five-year programme.", "Charging South"),
        ("Veel hoort bij Licht op Water, ons zesjarige programma.", "Licht op Water"),
        ("Licht op Water in het kort\n\nAlles hoort bij het programma Licht op Water.",
         "Licht op Water"),
        ("De stuurgroep Licht op Water volgt het werk. Leden zijn Ilse Snoek en Geert Roos.\n\n"
         "Alles hoort bij het programma Licht op Water.", "Licht op Water"),
    ],
)  # fmt: skip
def test_a_programme_by_its_length_its_box_or_beside_its_group(
    tmp_path: Path, text: str, expected: str
) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(f"Nieuws\n\n{text}\n", encoding="utf-8")
    nodes = [one for one in read_document(extracted(file)) if isinstance(one, FoundNode)]
    assert {one.ref.name for one in nodes if one.ref.kind == "Programme"} == {expected}
    assert not [one for one in nodes if one.ref.kind == "Person" and one.ref.name == expected]


@pytest.mark.parametrize("heading", ["Het bureau", "Gestopt", "Our office", "Regiobureau"])
def test_a_heading_that_is_no_project(tmp_path: Path, heading: str) -> None:
    file = tmp_path / "blad.txt"
    text = f"Nieuws\n\n{heading}\n\nDit project loopt. Partners zijn Tauw en Scalda.\n"
    file.write_text(text, encoding="utf-8")
    nodes = [one for one in read_document(extracted(file)) if isinstance(one, FoundNode)]
    assert heading not in {one.ref.name for one in nodes if one.ref.kind == "Project"}


def test_what_is_paid_out_of_the_deal_is_part_of_it(tmp_path: Path) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(
        "Bericht\n\nU leest over de Regiodeal Zilt en Zoet.\n\nProject Kraanwater\n\n"
        "Looptijd: 2021 - 2023\nKosten: € 90.000\nUit de Regiodeal: € 40.000\n\n"
        "Project Zandkorrel\n\nLooptijd: 2021 - 2023\nUit het fonds: € 40.000\n",
        encoding="utf-8",
    )
    ties = [one for one in read_document(extracted(file)) if isinstance(one, FoundTie)]
    parts = {(one.source.name, one.target.name) for one in ties if one.kind == "PART_OF"}
    assert parts == {("Kraanwater", "Regiodeal Zilt en Zoet")}


def test_a_heading_with_the_word_before_the_name() -> None:
    known = Known()
    known.add(Ref("Programme", "Zilt en Zoet"))
    for heading in ("1. Het programma Zilt en Zoet", "Programma: Zilt en Zoet", "Zilt en Zoet"):
        assert known.headed(heading, ACTIVITIES) == Ref("Programme", "Zilt en Zoet")
    assert known.headed("Het programma van vandaag", ACTIVITIES) is None


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("Het project startte in mei 2024 en heeft een looptijd van vier jaar.", "2024-05", "2028"),
        ("De proef, die op 1 mei 2025 van start ging en drie jaar duurt.", "2025-05-01", "2028"),
        ("The scheme ran for 18 months from January 2023.", "2023-01", "2024-06"),
        ("It started in 2022 and will last three years.", "2022", ""),
        ("Op 1 juli 2022 ging de Regio Deal Zandkant van start.", "2022-07-01", ""),
        ("Work started in June 2024; handover is set for May 2027.", "2024-06", "2027-05"),
        ("Gestart oktober 2024, gereed eind 2026.", "2024-10", "2026"),
        ("Het zou eerst twee jaar duren.", "", ""),
    ],
)
def test_how_long_it_lasts(said: str, start: str, end: str) -> None:
    assert period_said(said) == Period(start, end)
