"""What a reader sees apart on a page of a text or PDF is read apart."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from tests.loaders.publications.printing import _Page, _pdf

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.layout.blocks import blocks_of
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.layout.text_lines import printed_lines


def blocks_in(text: str) -> tuple[Block, ...]:
    return blocks_of(printed_lines(text))


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind.name, block.text) for block in blocks_in(text)]


def told(text: str) -> str:
    return "\n".join(block.text for block in blocks_in(text))


FIRST = "De sluis wordt verbouwd door drie partijen uit de streek. Een derde plan"
REST = "ligt nog op tafel bij de gemeente en het waterschap."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "4\nSluisblad 9                            WERK",
            "5\nSluisblad 9                       KORT",
        ),
        (
            "Sluisblad 9                               4",
            "Sluisblad 9                             5",
        ),
        ("4                     SLUISBLAD - voorjaar", "5                   SLUISBLAD - voorjaar"),
        ("               4\nSluisblad, nummer 9", "               5\nSluisblad, nummer 9"),
        ("                  Sluisblad  4", "                  Sluisblad  5"),
    ],
)
def test_what_runs_over_pages_parts_no_sentence(one: str, other: str) -> None:
    text = told(
        f"Begin van het blad.\n\n{other}\n\n{FIRST}\n\n{other.replace('5', '6')}\n\n{REST}\n"
    )
    assert f"{FIRST} {REST}" in text
    text = told(f"Begin.\n\n{one}\n\nIn het midden.\n\n{other}\n\nAan het eind.\n")
    assert "sluisblad" not in text.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Trekker                 Gemeente Aduard\n\nTrekker                 Gemeente Bedum",
        "Bijdragen\n\nGemeente Aduard         1.000\n\nGemeente Bedum          2.000",
        "Leden\n57\n\nBanen\n12\n",
    ],
)
def test_labels_and_figures_run_over_no_pages(text: str) -> None:
    found = told(text)
    words = [word for word in text.split() if word[0].isalpha() or len(word) > 2]
    assert all(word in found for word in words)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Drie van de negen pro-", "jecten zijn af.", "negen projecten zijn"),
        ("Dit wordt betaald door de pro-", "vincie zelf.", "de provincie zelf"),
        ("It is run by a pro-", "vice-chancellor.", "a pro-vice-chancellor"),
        ("This is a five-", "year programme.", "a five-year programme"),
        ("Wie wil groei-", "en, komt hier.", "wil groeien, komt"),
        ("De stroom van de dak-", "en op de campus.", "de daken op de campus"),
        ("Dit is voor kennis-", "en onderwijsinstellingen.", "kennis- en onderwijsinstellingen"),
    ],
)
def test_a_word_that_is_broken_is_whole(before: str, after: str, whole: str) -> None:
    assert whole in told(f"{before}\n{after}\n")


def test_numbered_parts_of_minutes_stand_apart_under_their_title() -> None:
    found = shown(
        "1.  OPENING AND NOTES\n1.1 The chair welcomed all who had come to the meeting in\n"
        "    the old mill.\n1.2 Mr Hill declared an interest in the third item of today.\n"
        "1.3 Results so far:\n     o  41 trainees placed\n     o  wages up 6.5%\n"
        "1.4 Ms Vale asked for an audit of these figures.\n"
    )
    assert found[0] == ("HEADING", "1. OPENING AND NOTES")
    assert ("PARAGRAPH", "1.2 Mr Hill declared an interest in the third item of today.") in found
    assert ("ITEM", "wages up 6.5%") in found
    assert found[-1] == ("PARAGRAPH", "1.4 Ms Vale asked for an audit of these figures.")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("APOLOGIES\nApologies came from Fergus Hill of the council, who is ill.\n", "APOLOGIES"),
        (
            "TOT SLOT\nOver tien jaar weet niemand meer waarom dit nodig was, zegt zij.\n",
            "TOT SLOT",
        ),
        ("+ WELKOM\nIn januari opende een nieuw bedrijf de deuren in hal C.\n", "+ WELKOM"),
    ],
)
def test_a_title_in_capitals_heads_what_is_under_it(text: str, title: str) -> None:
    assert shown(text)[0] == ("HEADING", title)
    assert len(shown(text)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Sanne: “En ik wilde weten of ik slapen kan.”",
        "Foto (vrij van rechten): Joris Teun",
        "Griet Vanderlaan, voorzitster",
    ],
)
def test_who_speaks_signs_or_took_the_picture_is_no_heading(line: str) -> None:
    found = shown(f"Dit is een zin van het blad.\n\n{line}\n\nEn dit is er nog een.\n")
    assert [kind for kind, _ in found] == ["PARAGRAPH"] * 3


@pytest.mark.parametrize("sign", ["■", "°", "▸", "+", "◆", "□"])
def test_signs_of_lists(sign: str) -> None:
    found = shown(
        f"Er doen mee:\n\n{sign} Waterschap Aa (trekker)\n{sign} Kaasmakerij Bo\n{sign} Cee BV\n"
    )
    assert [text for kind, text in found if kind == "ITEM"] == [
        "Waterschap Aa (trekker)", "Kaasmakerij Bo", "Cee BV"
    ]  # fmt: skip


def test_lines_that_count_stand_apart() -> None:
    found = shown(
        "In cijfers\n63 aangesloten bedrijven\n214 hectare ingezaaid\n9.700 meter geperst\n"
        "Stand op 1 mei\n"
    )
    assert [text for _, text in found][1:] == [
        "63 aangesloten bedrijven", "214 hectare ingezaaid", "9.700 meter geperst", "Stand op 1 mei"
    ]  # fmt: skip


def test_cells_that_go_on_below_and_a_column_close_to_the_next() -> None:
    found = blocks_in(
        "Nr    Taak                              Wie            Klaar\n"
        "A1    Brief aan de netbeheerder sturen  A Visser       mei\n"
        "A2    Aanvraag voor de tweede fase van  Stichting      juni\n"
        "      het programma                     Waterland\n"
        "A3    Zetel van het onderwijs vullen en B de Boer      juli\n"
    )
    assert found[0].rows == (
        ("Nr", "Taak", "Wie", "Klaar"),
        ("A1", "Brief aan de netbeheerder sturen", "A Visser", "mei"),
        ("A2", "Aanvraag voor de tweede fase van het programma", "Stichting Waterland", "juni"),
        ("A3", "Zetel van het onderwijs vullen en", "B de Boer", "juli"),
    )


def test_a_first_cell_of_two_lines_over_its_figures() -> None:
    found = blocks_in(
        "Post                            Toegezegd   Betaald\n"
        "Sluis, bijdrage provincie           2.400     1.150\n"
        "Sluis, bijdrage van Waterschap\n  Aa en Beek                          900       800\n"
    )
    assert found[0].rows[-1] == ("Sluis, bijdrage van Waterschap Aa en Beek", "900", "800")


def test_those_present_beside_what_they_are_is_a_table_and_no_two_columns() -> None:
    rows = [
        ("mw. R. Wentink", "voorzitter, wethouder van Aalst, namens\n                      vier raden"),
        ("dhr. H. Bleu", "lid, directeur van Gietwerk"), ("mw. T. Rus", "lid, lector"),
        ("dhr. B. Abd", "lid, namens de bonden"), ("mw. J. Woer", "toehoorder bij de provincie"),
        ("dhr. K. Vos", "secretaris van het geheel"),
    ]  # fmt: skip
    text = "\n".join(f"  {name:<20}{role}" for name, role in rows)
    found = [block for block in blocks_in(f"AANWEZIG\n{text}\n") if block.kind is BlockKind.TABLE]
    assert found[0].rows[0] == (
        "mw. R. Wentink", "voorzitter, wethouder van Aalst, namens vier raden"
    )  # fmt: skip
    assert len(found[0].rows) == len(rows)


def _saved(file: Path, *pages: _Page) -> Path:
    file.write_bytes(_pdf([page.marks for page in pages]))
    return file


def test_a_table_begins_under_its_title_and_the_running_head(tmp_path: Path) -> None:
    page = _Page()
    page.text("Voortgang 2024", 56, 790, 8)
    page.text("Deal Aa en Beek | 4", 440, 790, 8)
    page.text("2. Leefbaarheid", 56, 760, 15, bold=True)
    page.text("Tabel 3. Projecten in bedragen", 56, 740, 9)
    columns, top = (56, 90, 230, 360, 470, 539), 730
    for y in (785, 750):
        page.rule(56, y, 539, y)
    rows = [
        ("Nr.", "Project", "Trekker", "Looptijd", "Totaal"),
        ("L1", "Dorpshuis van Nu", "Gemeente Aa", "2022-2025", "2.840"),
        ("L2", "Wonen Boven", "Gemeente Beek", "2023-2026", "4.150"),
        ("L3", "Ommetje", "Huisartsen Cee", "2023-2025", "960"),
    ]
    for i, row in enumerate(rows):
        for x, words in zip(columns, row, strict=False):
            page.text(words, x + 4, top - 18 * i - 12, 9)
    for i in range(len(rows) + 1):
        for left, right in pairwise(columns):
            page.rule(left, top - 18 * i, right, top - 18 * i)
    blocks = extracted(_saved(tmp_path / "t.pdf", page)).blocks
    assert [block.rows for block in blocks if block.rows] == [tuple(rows)]
    assert any(block.text == "2. Leefbaarheid" for block in blocks)


def test_a_name_in_large_type_takes_no_line_beside_it(tmp_path: Path) -> None:
    page = _Page()
    page.text("HALMEN", 56, 770, 44, bold=True)
    for y, words in (
        (790, "blad over bouwen"),
        (778, "nummer 7"),
        (766, "uitgave van Stichting Bouw"),
    ):
        page.text(words, 400, y, 8)
    page.rule(56, 760, 539, 760)
    left = [
        "De wanden zijn het eerste dat je",
        "kunt aanraken in dit gebouw dat",
        "vorig jaar nog op het land stond.",
    ]
    right = [
        "Jan Smit, bedrijfsleider van de",
        "fabriek, klopt met zijn knokkels",
        "op de muur die hij zelf perste.",
    ]
    for i in range(12):
        page.text(left[i % 3], 56, 748 - 13 * i, 10)
        page.text(right[i % 3], 310, 748 - 13 * i, 10)
    text = [block.text for block in extracted(_saved(tmp_path / "h.pdf", page)).blocks]
    assert "HALMEN" in text
    assert any("bedrijfsleider van de fabriek, klopt" in one for one in text)
    assert any("uitgave van Stichting Bouw" in one and "Smit" not in one for one in text)


def test_figures_in_large_type_stand_each_with_what_they_count(tmp_path: Path) -> None:
    page = _Page()
    page.text("Er is veel gedaan in het afgelopen jaar, zo blijkt uit wat volgt.", 56, 780, 10)
    cards = [("212", "bedrijven houden", "hun water vast"), ("1,9 mln", "kuub water", "vastgehouden"),
             ("14%", "minder water", "onttrokken")]  # fmt: skip
    for i, (figure, one, other) in enumerate(cards):
        x = 60 + 160 * i
        page.text(figure, x, 740, 18, bold=True)
        page.text(one, x, 724, 9)
        page.text(other, x, 713, 9)
    text = [block.text for block in extracted(_saved(tmp_path / "f.pdf", page)).blocks]
    assert text[1:] == [
        "212 bedrijven houden hun water vast", "1,9 mln kuub water vastgehouden",
        "14% minder water onttrokken",
    ]  # fmt: skip


def test_sheets_of_projects_over_pages_are_one_each(tmp_path: Path) -> None:
    pages = []
    for title, lead in (("Kreekrug", "Waterschap Aa"), ("Tweede Ronde", "Kreekwater NV")):
        page = _Page()
        page.text("Er volgt een blad van een project in onze reeks.", 56, 815, 10)
        rows = [(title, ""), ("Trekker", lead), ("Looptijd", "2025-2028"), ("Kosten", "€ 925.000")]
        for i, (label, value) in enumerate(rows):
            page.text(label, 60, 775 - 18 * i, 10, bold=not i)
            page.text(value, 200, 775 - 18 * i, 10)
        for y in (790, 772, 754, 736, 718):
            page.rule(56, y, 539, y)
        for x in (56, 539):
            page.rule(x, 718, x, 790)
        page.rule(190, 718, 190, 772)
        pages.append(page)
    blocks = extracted(_saved(tmp_path / "s.pdf", *pages)).blocks
    assert [b.text for b in blocks if b.kind is BlockKind.HEADING][-1] == "Tweede Ronde"
    assert [b.heading for b in blocks if b.text.startswith("Trekker")] == [
        "Kreekrug",
        "Tweede Ronde",
    ]
