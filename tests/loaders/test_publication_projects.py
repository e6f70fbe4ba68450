"""Projects and who takes part in them: each rule by a sentence, a list or a table made up for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.findings import FoundNode, FoundTie
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.reading import read_document, read_projects

Found = tuple[set[str], set[tuple[str, str, str]]]


def ties(folder: Path, text: str, kind: str = "PARTNER_IN") -> set[tuple[str, str, str]]:
    """What a text states of a kind: who, in what, in which role."""
    return {
        (one.source.name, one.target.name, str(dict(one.properties).get("role", "")))
        for one in found(folder, text)
        if isinstance(one, FoundTie) and one.kind == kind
    }


def found(folder: Path, text: str) -> list[FoundNode | FoundTie]:
    file = folder / "blad.txt"
    file.write_text(text, encoding="utf-8")
    return list(read_projects(extracted(file)))


def activities(folder: Path, text: str) -> set[tuple[str, str]]:
    """The projects and programmes that a text names, by kind and name."""
    return {
        (one.ref.kind, one.ref.name)
        for one in found(folder, text)
        if isinstance(one, FoundNode) and one.ref.kind in ("Project", "Programme")
    }


def both(*names: str, of: str = "Zilte Teelt", role: str = "partner") -> set[tuple[str, str, str]]:
    return {(name, of, role) for name in names}


@pytest.mark.parametrize(
    "sentence",
    [
        "Projectpartners zijn Tauw en Scalda.",
        "In dit project werken Tauw en Scalda samen.",
        "Aan dit project werken onder meer de volgende bedrijven mee: Tauw en Scalda.",
        "Tauw en Scalda werken hierin samen.",
        "Het project is een samenwerking van Tauw en Scalda.",
        "Dit project is een initiatief van Tauw en Scalda.",
        "Tauw en Scalda zijn partners in het project.",
        "Het project wordt uitgevoerd door Tauw, in samenwerking met Scalda.",
        "Het consortium bestaat uit Tauw en Scalda. Dit project is uniek.",
        "Het project, met als partners Tauw en Scalda, is uniek.",
        "Bij dit project zijn de volgende organisaties betrokken:\n- Tauw\n- Scalda",
        "The project partners are Tauw and Scalda.",
        "This project brings together Tauw and Scalda.",
        "The project is a partnership between Tauw and Scalda.",
        "Tauw and Scalda work together in this project.",
        "Tauw and Scalda take part in the project.",
        "Partners: Tauw, Scalda",
        "Partners\nTauw\nScalda",
        "Partners\n\nTauw en Scalda.",
        "Wie doen mee?\n\n* Tauw\n* Scalda",
    ],
)
def test_partners_of_a_heading(tmp_path: Path, sentence: str) -> None:
    assert ties(tmp_path, f"Zilte Teelt\n\n{sentence}\n") == both("Tauw", "Scalda")


@pytest.mark.parametrize(
    "sentence",
    [
        "Trekker van het project is Tauw.",
        "Tauw is trekker van dit project.",
        "Het project wordt getrokken door Tauw.",
        "Het project staat onder leiding van Tauw.",
        "Trekker: Tauw",
        "Tauw leads the project.",
        "The project is led by Tauw.",
        "Tauw is the lead partner in this project.",
        "The lead partner of the project is Tauw.",
        "Partners\n- Tauw (coordinator)",
    ],
)
def test_leads(tmp_path: Path, sentence: str) -> None:
    assert ties(tmp_path, f"Zilte Teelt\n\n{sentence}\n") == both("Tauw", role="lead")


@pytest.mark.parametrize(
    "sentence",
    [
        "Scalda heeft zich uit het project teruggetrokken.",
        "Scalda is inmiddels gestopt.",
        "Scalda is geen partner.",
        "Met Scalda zijn gesprekken gaande.",
        "Scalda wil zich aansluiten.",
        "Scalda haakte in het voorjaar af.",
        "De installatie wordt geleverd door Scalda.",
        "De proefvelden werden aangelegd door Scalda.",
        "Voor het ontwerp is Scalda ingehuurd.",
        "Scalda has withdrawn from the project.",
        "Scalda is no longer involved.",
        "Talks with Scalda are under way.",
        "The generator was supplied by Scalda.",
        "Scalda has been invited to join.",
        "Het drukwerk verzorgde Scalda.",
    ],
)
def test_who_is_not_or_no_longer_a_partner(tmp_path: Path, sentence: str) -> None:
    text = f"Zilte Teelt\n\nProjectpartners zijn Tauw en Evides. {sentence}\n"
    assert ties(tmp_path, text) == both("Tauw", "Evides")


def test_who_left_is_taken_back(tmp_path: Path) -> None:
    text = "Zilte Teelt\n\nProjectpartners zijn Tauw, Evides en Scalda. Scalda is gestopt.\n"
    assert ties(tmp_path, text) == both("Tauw", "Evides")


@pytest.mark.parametrize(
    "heading",
    ["Elders", "Leveranciers", "Sponsors", "Colofon", "Verder lezen", "From other regions",
     "Contractors and suppliers", "Further reading", "Former partners"],
)  # fmt: skip
def test_what_stands_under_headings_about_others_is_passed_over(
    tmp_path: Path, heading: str
) -> None:
    text = f"{heading}\n\nIn het project Wetterfront werken Tauw en Scalda samen.\n"
    assert not ties(tmp_path, text)
    assert not activities(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In het project Groene Daken leren wij veel.", {("Project", "Groene Daken")}),
        ("De projecten Bijenlint en Groene Daken lopen.", {("Project", "Bijenlint"), ("Project", "Groene Daken")}),
        ("Het programma Slimme Delta 2021-2025 loopt.", {("Programme", "Slimme Delta 2021-2025")}),
        ("The Clean Coast programme has begun.", {("Programme", "Clean Coast")}),
        ("We like the HydroQuay project.", {("Project", "HydroQuay")}),
        ("Bike Back, a three-year project, ended.", {("Project", "Bike Back")}),
        ("Het project ‘Samen naar school’ loopt.", {("Project", "Samen naar school")}),
        ("Het Eurolab is gestart op 30 juni 2016.", {("Project", "Eurolab")}),
        ("Het project Groene Daken is niet gehonoreerd.", set()),
        ("Een vergelijkbaar project, het project Groene Daken, loopt in Assen.", set()),
        ("Dit EFRO-project is een Interreg-project.", set()),
        ("The project manager and the project board met.", set()),
    ],
)  # fmt: skip
def test_projects_named_in_running_text(
    tmp_path: Path, text: str, expected: set[tuple[str, str]]
) -> None:
    assert activities(tmp_path, f"Voorwoord\n\n{text}\n") == expected


def test_a_headline_that_names_a_project_among_other_words(tmp_path: Path) -> None:
    text = (
        "FAREWELL TO BIKE BACK\n\nBike Back, the project in which Tauw and Scalda met, is over.\n"
    )
    assert ties(tmp_path, text) == both("Tauw", "Scalda", of="Bike Back")


def test_a_heading_that_names_two(tmp_path: Path) -> None:
    text = (
        "4eHealth – Telecentrum\n\nIn de projecten 4eHealth en Telecentrum leren wij. "
        "Projectpartners zijn Tauw en Scalda.\n"
    )
    assert ties(tmp_path, text) == both("Tauw", "Scalda", of="4eHealth") | both(
        "Tauw", "Scalda", of="Telecentrum"
    )


def test_a_name_with_and_in_it_by_its_verb(tmp_path: Path) -> None:
    text = "Zilte Teelt\n\nWaterschap Wenke en Stroom is de trekker van dit project.\n"
    assert ties(tmp_path, text) == both("Waterschap Wenke en Stroom", role="lead")


def test_a_table_of_projects(tmp_path: Path) -> None:
    text = (
        "The Coast programme\n\n| Project | Lead | Partners | Period | Budget |\n|---|---|---|---|---|\n"
        "| HydroQuay | Port of Hull | Marlin Ltd, UoW | 2021-2024 | £2.4 million |\n"
        "| Total | | | | £2.4 million |\n"
    )
    assert ties(tmp_path, text) == both("Port of Hull", of="HydroQuay", role="lead") | both(
        "Marlin Ltd", "UoW", of="HydroQuay"
    )
    (project,) = [
        dict(one.properties)
        for one in found(tmp_path, text)
        if isinstance(one, FoundNode) and one.ref.name == "HydroQuay"
    ]
    assert project == {"start": "2021", "end": "2024", "budget": 2_400_000, "currency": "GBP"}
    assert ties(tmp_path, text, "PART_OF") == {("HydroQuay", "Coast", "")}


def test_a_table_of_the_parties_of_one_project(tmp_path: Path) -> None:
    text = (
        "| Organisation | Role in Dune Watch |\n|---|---|\n| Tauw | Lead |\n| Fugro | Contractor |\n"
        "| Scalda | Partner |\n"
    )
    assert ties(tmp_path, text) == both("Tauw", of="Dune Watch", role="lead") | both(
        "Scalda", of="Dune Watch"
    )


def test_a_table_with_marks(tmp_path: Path) -> None:
    text = "Deelname\n\n| Organisatie | Bijenlint | Daken |\n|---|---|---|\n| Tauw | x | |\n| Scalda | | lead |\n"
    assert ties(tmp_path, text) == {
        ("Tauw", "Bijenlint", "partner"), ("Scalda", "Daken", "lead"),
    }  # fmt: skip


def test_a_table_of_labels(tmp_path: Path) -> None:
    text = "Zilte Teelt\n\n| Trekker | Tauw |\n|---|---|\n| Partners | Scalda, Evides |\n| Looptijd | 2020-2022 |\n\nDit project is af.\n"
    assert ties(tmp_path, text) == both("Tauw", role="lead") | both("Scalda", "Evides")


def test_numbered_lines_are_lines_of_the_programme(tmp_path: Path) -> None:
    text = (
        "Programma 2016-2020\n\n1 – EuroStad (Agglomeratie)\n2 – Factory (Versneller)\n3 – Motor\n\n"
        "EuroStad \nAgglomeratie\n\nSamenwerkingspartners\nTauw en Scalda.\n"
    )
    assert ties(tmp_path, text) == both("Tauw", "Scalda", of="EuroStad")
    assert ties(tmp_path, text, "PART_OF") == {
        (name, "Programma 2016-2020", "") for name in ("EuroStad", "Factory", "Motor")
    }


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("MEMBER_OF", "Tauw maakt deel uit van het Delta Network.", {("Tauw", "Delta Network", "")}),
        ("MEMBER_OF", "Tauw is a member of the Delta Network.", {("Tauw", "Delta Network", "")}),
        ("MEMBER_OF", "Gemeenten\nGemeente Beek\nGemeente Stein\nGemeente Vaals",
         {(f"Gemeente {one}", "Gemeenten", "") for one in ("Beek", "Stein", "Vaals")}),
        ("TENANT_OF", "Tauw is gevestigd op de Delta Campus.", {("Tauw", "Delta Campus", "")}),
        ("TENANT_OF", "Tauw is based at Mill Lane Campus, and so is Scalda.",
         {("Tauw", "Mill Lane Campus", ""), ("Scalda", "Mill Lane Campus", "")}),
        ("TENANT_OF", "Tauw is gevestigd in Delft.", set()),
        ("FOUNDED", "Goed nieuws. Vereniging Deltakracht is in 2012 door Tauw opgericht.",
         {("Tauw", "Vereniging Deltakracht", "")}),
    ],
)  # fmt: skip
def test_who_belongs_to_what(
    tmp_path: Path, kind: str, text: str, expected: set[tuple[str, str, str]]
) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(f"Kop\n\n{text}\n", encoding="utf-8")
    read = [one for one in read_document(extracted(file)) if isinstance(one, FoundTie)]
    told = {(one.source.name, one.target.name, "") for one in read if one.kind == kind}
    assert told == expected


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "A" * 50_000,
        "(" * 20_000,
        "," * 50_000,
        " ".join(f"Woord{i}" for i in range(500)),
        "\n".join(f"Regel {i} iets" for i in range(2_000)),
    ],
)
def test_texts_made_to_keep_a_reader_busy(tmp_path: Path, text: str) -> None:
    assert not ties(tmp_path, f"Kop Een\n\nIn dit project. {text}\n")


def test_a_long_list_is_read_whole(tmp_path: Path) -> None:
    names = [f"Bedrijf{i} BV" for i in range(120)]
    text = f"Zilte Teelt\n\nProjectpartners zijn {', '.join(names)}.\n"
    assert ties(tmp_path, text) == both(*names)
