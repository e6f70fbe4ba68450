"""How pages are laid out: columns, boxes beside a text, tables without lines, frames in Word files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.publications.printing import _Page, _pdf

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.findings import FoundTie
from ledwerk.loaders.publication.layout.blocks import blocks_of
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.layout.text_lines import printed_lines
from ledwerk.loaders.publication.reading import read_projects

HERE = Path(__file__).parent / "publications"


def blocks_in(text: str) -> tuple[Block, ...]:
    return blocks_of(printed_lines(text))


def texts(file: Path) -> list[str]:
    return [block.text for block in extracted(file).blocks]


def tables(file: Path) -> list[tuple[tuple[str, ...], ...]]:
    return [block.rows for block in extracted(file).blocks if block.kind is BlockKind.TABLE]


def test_sentences_run_on_over_columns_set_to_both_margins() -> None:
    text = "\n".join(texts(HERE / "jaarverslag-kompas.pdf"))
    assert "Projectpartners zijn Havenbedrijf Eemswaard NV, Nordwind Energie BV, Hogeschool" in text
    assert "Recreatieschap Lauwerszoom, Waterschap Hunze en Kwelder" in text
    assert "is een uitgave van Stichting Kompas Waddenrand, Kadeplein 7" in text
    assert "op de foto hiernaast worden geproefd" in text


def test_a_box_is_read_at_the_end_of_its_section_with_its_drawn_dots() -> None:
    blocks = extracted(HERE / "jaarverslag-kompas.pdf").blocks
    shown = [block.text for block in blocks]
    at = shown.index("Ommelander Zorggroep")
    assert [block.kind for block in blocks[at : at + 5]] == [BlockKind.ITEM] * 5
    assert blocks[at].heading == "Partners"
    assert shown.index("Zorg Dichtbij") < at < shown.index("Overzicht van de overige projecten")


def test_rows_are_parted_by_lines_across_and_cells_by_white_space() -> None:
    projects, board, income = tables(HERE / "jaarverslag-kompas.pdf")
    assert projects[2] == (
        "Leren bij de Buren", "ROC Wad en Wierde",
        "Gemeente Dollardmeer, Kreis Emsland-Nord, Berufsschule Leerhafen", "2021-2024", "€ 640.000",
    )  # fmt: skip
    assert board[2][:3] == (
        "mw. S. (Sietske) Dijkema", "vicevoorzitter", "burgemeester gemeente Noorderhaven"
    )  # fmt: skip
    assert income[0] == ("Baten", "2021", "2020")


def test_a_sidebar_of_labels_without_a_frame_is_lines_after_the_text_beside_it() -> None:
    shown = texts(HERE / "magazine-havenkracht.pdf")
    at = shown.index("Looptijd: 2021 – 2024")
    assert shown[at + 1 : at + 4] == [
        "Begroting: € 6,4 miljoen",
        "Trekker: Havenbedrijf Zuiderschelde",
        "Financier: Europees Fonds voor de Kust (€ 2,1 miljoen)",
    ]
    told = [i for i, one in enumerate(shown) if one.startswith("Schepen die aan de kade liggen")]
    box = shown.index("Stroom van Wal in het kort")
    assert told[0] < box < shown.index("Algen op Tafel")


def test_a_table_without_lines_goes_on_over_pages() -> None:
    found = tables(HERE / "magazine-havenkracht.pdf")[0]
    assert [row[0] for row in found] == [
        "Naam project", "Kadekunst", "Techniek in de Klas", "De Slimme Sluis"
    ]  # fmt: skip
    assert found[2][2] == "Staalbouw Verhulst BV, ROC Scheldekwartier, Havenbedrijf Zuiderschelde"


def test_three_columns_and_a_quote_in_larger_type() -> None:
    blocks = extracted(HERE / "magazine-havenkracht.pdf").blocks
    text = "\n".join(block.text for block in blocks)
    assert "de gemeenten Zoutmonde, Ossedijk en Bierkade doen mee." in text
    quote = next(block for block in blocks if "buurt slaapt" in block.text)
    assert quote.kind is BlockKind.CAPTION


def _printed(file: Path, cells: list[tuple[float, float, str]], rules: tuple[float, ...]) -> Path:
    page = _Page()
    for x, y, words in cells:
        page.text(words, x, y, 10)
    for y in rules:
        page.rule(56, y, 539, y)
    file.write_bytes(_pdf([page.marks]))
    return file


@pytest.mark.parametrize("rules", [(694, 640), (712, 694, 640), (694, 666, 640)])
def test_a_table_with_few_lines(tmp_path: Path, rules: tuple[float, ...]) -> None:
    cells = [
        (56, 700, "Project"), (200, 700, "Lead"), (380, 700, "Partners"),
        (56, 680, "Tidal Lab"), (200, 680, "Harbour Trust"), (380, 680, "Marlin Ltd,"),
        (380, 669, "Dune College"),
        (56, 650, "Salt Works"), (200, 650, "Brine plc"), (380, 650, "Dune College"),
    ]  # fmt: skip
    assert tables(_printed(tmp_path / "t.pdf", cells, rules)) == [
        (
            ("Project", "Lead", "Partners"),
            ("Tidal Lab", "Harbour Trust", "Marlin Ltd, Dune College"),
            ("Salt Works", "Brine plc", "Dune College"),
        )
    ]


def test_a_frame_in_a_word_file_is_text_and_no_table(tmp_path: Path) -> None:
    import docx

    word = docx.Document()
    word.add_heading("Dune Watch", 1)
    frame = word.add_table(rows=1, cols=2)
    frame.cell(0, 0).text = "Partners: Harbour Trust, Dune College"
    frame.cell(0, 1).text = "Period: 2021-2023"
    word.save(str(tmp_path / "f.docx"))
    assert texts(tmp_path / "f.docx") == [
        "Dune Watch", "Partners: Harbour Trust, Dune College", "Period: 2021-2023"
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["-" * 60, "=" * 60, "----------    ----------   --------"])
def test_a_header_with_a_line_under_it_is_no_heading(line: str) -> None:
    found = blocks_in(
        "Aanvraag          Indiener            Partners\n"
        f"{line}\n"
        "Zout en Zo        LTO Oostmark        AgriVlieg BV,\n"
        "                                      Hogeschool Saxenland\n"
        "Warme Muur        De Iepen            ROC De Marke\n"
    )
    assert [block.kind for block in found] == [BlockKind.TABLE]
    assert found[0].rows[0] == ("Aanvraag", "Indiener", "Partners")
    assert found[0].rows[1][2] == "AgriVlieg BV, Hogeschool Saxenland"


def test_labels_under_one_another_are_lines_of_their_own() -> None:
    found = blocks_in(
        "Green Crane\n===========\n"
        "Lead: Clydemouth Port Ltd\nPartners: Ballard Cranes, Dune College\nBudget: £1.9m\n"
    )
    assert [block.text for block in found[1:]] == [
        "Lead: Clydemouth Port Ltd", "Partners: Ballard Cranes, Dune College", "Budget: £1.9m"
    ]  # fmt: skip


def test_a_name_in_capitals_stands_apart_from_the_title_under_it() -> None:
    found = blocks_in(
        "HARBOUR GROWTH NETWORK\nAnnual Review 2020\n\n" + "Text of some length. " * 6
    )
    assert [block.text for block in found[:2]] == ["HARBOUR GROWTH NETWORK", "Annual Review 2020"]


@pytest.mark.parametrize("break_", ["\n", "\n\n", "; "])
def test_lines_of_a_cell_in_a_word_file_are_parties_of_their_own(
    tmp_path: Path, break_: str
) -> None:
    import docx

    word = docx.Document()
    word.add_heading("Projecten", 1)
    table = word.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Project", "Trekker", "Doet ook mee"), strict=True):
        cell.text = text
    for cell, text in zip(
        table.rows[1].cells, ("Warme Muur", "De Iepen", f"HZ{break_}Bouw BV"), strict=True
    ):
        cell.text = text
    word.save(str(tmp_path / "t.docx"))
    found = read_projects(extracted(tmp_path / "t.docx"))
    parties = {one.source.name for one in found if isinstance(one, FoundTie)}
    assert parties == {"De Iepen", "HZ", "Bouw BV"}


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Nieuwsbrief van de Coöperatie Energiek Veld | nr. 12", "Coöperatie Energiek Veld"),
        ("Jaarbericht van Stichting Zuidhoek, 2020", "Stichting Zuidhoek"),
        ("Newsletter of the Fenland Futures Partnership", "Fenland Futures Partnership"),
    ],
)
def test_a_line_at_the_head_tells_the_publisher(tmp_path: Path, line: str, publisher: str) -> None:
    file = tmp_path / "blad.txt"
    file.write_text(f"Energiek\n\n{line}\n\nEr is dit jaar veel gebeurd in de streek.\n", "utf-8")
    assert extracted(file).publisher == publisher
