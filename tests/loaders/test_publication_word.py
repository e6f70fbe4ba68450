"""How a Word file becomes blocks: headings by type, run-in heads, merged cells, layout tables."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.shared import Pt

from ledwerk.loaders.publication.document import Block, BlockKind
from ledwerk.loaders.publication.layout.extracting import extracted


def paragraph(word: docx.document.Document, text: str, size: float = 0) -> None:
    """A paragraph; what stands between ** is bold."""
    made = word.add_paragraph()
    for i, part in enumerate(text.split("**")):
        run = made.add_run(part)
        run.bold = True if i % 2 else None
        if size:
            run.font.size = Pt(size)


def read(folder: Path, word: docx.document.Document) -> list[str]:
    word.save(str(folder / "blad.docx"))
    return [_shown(block) for block in extracted(folder / "blad.docx").blocks]


def _shown(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return " / ".join("|".join(row) for row in block.rows)
    sign = {BlockKind.HEADING: "# ", BlockKind.ITEM: "- "}.get(block.kind, "")
    return sign + block.text


def levels(folder: Path) -> dict[str, int]:
    blocks = extracted(folder / "blad.docx").blocks
    return {block.text: block.level for block in blocks if block.kind is BlockKind.HEADING}


TEXT = "Dit is een gewone alinea met genoeg woorden om de tekst van het stuk te zijn."


def test_headings_made_by_hand_stand_as_deep_as_they_are_set(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph(word, "Jaarverslag", size=24)
    paragraph(word, TEXT)
    paragraph(word, "**1. Wie zijn wij?**", size=14)
    paragraph(word, TEXT)
    paragraph(word, "**Groene Kade**")
    paragraph(word, TEXT)
    paragraph(word, "NOTULEN VAN DE VERGADERING, 12 MAART 2024")
    paragraph(word, TEXT)
    shown = read(tmp_path, word)
    assert [one for one in shown if one.startswith("#")] == [
        "# Jaarverslag", "# 1. Wie zijn wij?", "# Groene Kade",
        "# NOTULEN VAN DE VERGADERING, 12 MAART 2024",
    ]  # fmt: skip
    found = levels(tmp_path)
    assert found["Jaarverslag"] < found["1. Wie zijn wij?"] < found["Groene Kade"]


def test_bold_words_that_are_no_headings(tmp_path: Path) -> None:
    word = docx.Document()
    for text in (
        "**Groene Kade** is een project van de haven en het duurt nog heel lang voort.",
        "**Partners:** ROC Delta en Stichting Kade",
        "**Jan Smit, directeur Stichting Kade**",
        TEXT,
    ):
        paragraph(word, text)
    assert not [one for one in read(tmp_path, word) if one.startswith("#")]


def test_words_in_bold_before_a_text_head_it(tmp_path: Path) -> None:
    word = docx.Document()
    paragraph(word, "**Nieuwe leden.** Twee bakkers werden lid.")
    paragraph(word, "**Looptijd** 2021 tot 2024")
    assert read(tmp_path, word) == [
        "# Nieuwe leden", "Twee bakkers werden lid.", "Looptijd: 2021 tot 2024"
    ]  # fmt: skip


def test_lines_with_tabs_under_one_another_are_a_table(tmp_path: Path) -> None:
    word = docx.Document()
    for text in ("Jan Smit\tvoorzitter\tROC Delta", "Ria Bos\tlid\tStichting Kade", "•\tEen punt"):
        paragraph(word, text)
    assert read(tmp_path, word) == [
        "Jan Smit|voorzitter|ROC Delta / Ria Bos|lid|Stichting Kade", "- Een punt"
    ]  # fmt: skip


def test_cells_merged_downwards_and_across(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=4, cols=3)
    rows = (("Project", "Partij", "Rol"), ("Kade", "ROC Delta", "trekker"), ("", "LTO", "partner"),
            ("Zilt", "Bakker BV", "trekker"))  # fmt: skip
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            table.cell(i, j).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    assert read(tmp_path, word) == [
        "Project|Partij|Rol / Kade|ROC Delta|trekker / Kade|LTO|partner / Zilt|Bakker BV|trekker"
    ]


def test_a_sheet_in_a_table_has_its_title_over_it(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Project 1: Groene Kade"
    for i, row in enumerate((("Trekker", "ROC Delta"), ("Looptijd", "2021-2024")), start=1):
        table.cell(i, 0).text, table.cell(i, 1).text = row
    assert read(tmp_path, word) == [
        "# Project 1: Groene Kade", "Trekker: ROC Delta", "Looptijd: 2021-2024"
    ]  # fmt: skip


def test_a_table_that_only_puts_texts_beside_each_other(tmp_path: Path) -> None:
    word = docx.Document()
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    left.text = "Wij zijn er voor u."
    right.text = "Bel ons gerust."
    inner = right.add_table(rows=2, cols=2)
    for i, row in enumerate((("Naam", "Rol"), ("Jan Smit", "lid"))):
        inner.cell(i, 0).text, inner.cell(i, 1).text = row
    assert read(tmp_path, word) == [
        "Wij zijn er voor u.",
        "Bel ons gerust.",
        "Naam|Rol / Jan Smit|lid",
    ]
