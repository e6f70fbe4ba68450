"""How a file becomes headings, paragraphs, items and tables, whatever it was laid out with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.publications.printing import print_pdf

from ledwerk.loaders.publication.document import Block, BlockKind, Line
from ledwerk.loaders.publication.layout.blocks import blocks_of
from ledwerk.loaders.publication.layout.cards import are_cards, is_figure
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.loaders.publication.layout.heading_words import is_signature
from ledwerk.loaders.publication.layout.label_layout import read_as_laid_out
from ledwerk.loaders.publication.layout.label_lines import over_values, with_colons
from ledwerk.loaders.publication.layout.pdf_cells import CellLine, texts_of
from ledwerk.loaders.publication.layout.pdf_letters import plain
from ledwerk.loaders.publication.layout.printed import Printed, PrintedTable
from ledwerk.loaders.publication.layout.running_on import run_on
from ledwerk.loaders.publication.layout.sentences import sentences_of
from ledwerk.loaders.publication.layout.text_lines import printed_lines
from ledwerk.loaders.publication.parties.colophon import colophon_of


def shown(text: str) -> list[str]:
    """The blocks of a plain text: # a heading, - an item, a table's rows with bars."""
    return [_shown(block) for block in blocks_of(printed_lines(text))]


def _shown(block: Block) -> str:
    if block.kind is BlockKind.TABLE:
        return " / ".join("|".join(row) for row in block.rows)
    sign = {BlockKind.HEADING: "# ", BlockKind.ITEM: "- "}.get(block.kind, "")
    return sign + block.text


def read(folder: Path, text: str, name: str = "blad.md") -> list[str]:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return [_shown(block) for block in extracted(file).blocks]


def test_a_drawn_table_has_rows_of_several_lines() -> None:
    text = (
        "+--------+-----------+\n| Project| Trekker   |\n+--------+-----------+\n"
        "| Groene | Stichting |\n| Kade   | De Kaai   |\n+--------+-----------+\n"
        "| Zilt   | ROC Delta |\n+--------+-----------+\n"
    )
    assert shown(text) == ["Project|Trekker / Groene Kade|Stichting De Kaai / Zilt|ROC Delta"]


def test_a_line_without_a_first_cell_goes_on_with_the_row_above() -> None:
    text = "| Project | Wie |\n| Kade | gemeente A; |\n| | gemeente B |\n| Zilt | ROC |\n"
    assert shown(text) == ["Project|Wie / Kade|gemeente A; gemeente B / Zilt|ROC"]


def test_signs_of_a_list_are_no_part_of_a_table() -> None:
    text = (
        "  - Jan Smit       voorzitter      gemeente A\n"
        "  - Ria de Boer    secretaris      ROC Delta\n  - Piet Vis       lid             LTO\n"
    )
    assert shown(text)[0].startswith("Jan Smit|voorzitter|gemeente A / Ria de Boer|")


@pytest.mark.parametrize("rule", ["=" * 60, "- - - - - -", "* * *", "_" * 30, "~~~~~~~~~~~~"])
def test_a_rule_between_paragraphs_says_nothing(rule: str) -> None:
    assert shown(f"Wij zijn er voor u.\n\n{rule}\n\nEn dat blijft zo.\n") == [
        "Wij zijn er voor u.", "En dat blijft zo."
    ]  # fmt: skip


def test_a_rule_under_a_line_makes_it_a_heading() -> None:
    assert shown("Wat wij doen\n------------\nWij helpen.\n") == ["# Wat wij doen", "Wij helpen."]


@pytest.mark.parametrize(
    "line", ["- 4 -", "Pagina 3 van 12", "page 7", "3/12", "Leren ........... 12"]
)
def test_page_numbers_and_contents_say_nothing(line: str) -> None:
    assert shown(f"Wij zijn er voor u.\n\n{line}\n\nEn dat blijft.\n") == [
        "Wij zijn er voor u.", "En dat blijft."
    ]  # fmt: skip


def test_two_columns_of_plain_text_are_read_one_after_the_other() -> None:
    left = ["De haven groeit en daar zijn", "wij trots op. Ook dit jaar", "kwamen er nieuwe leden",
            "bij, en dat merken we aan", "de kade waar het drukker", "is dan ooit tevoren."]  # fmt: skip
    right = ["Het bestuur dankt allen die", "hebben meegewerkt aan het", "feest van juni, waar ook",
             "de burgemeester kwam en", "waar tot laat gedanst werd", "door jong en oud."]  # fmt: skip
    text = "\n".join(f"{a:<34}{b}" for a, b in zip(left, right, strict=True))
    assert shown(text) == [" ".join(left), " ".join(right)]


def test_a_table_is_no_two_columns_of_text() -> None:
    rows = ["Jan Smit          voorzitter", "Ria de Boer       secretaris",
            "Piet Vis          penningmeester", "Els Bos           lid", "Ed Mol            lid",
            "Wim Kok           lid"]  # fmt: skip
    assert shown("\n".join(rows))[0].startswith("Jan Smit|voorzitter / Ria de Boer|secretaris")


def test_spaced_letters_and_ligatures_are_read_as_words() -> None:
    assert shown("V O O R   W O O R D\n\nDe \ufb01nanciën zijn op orde.\n") == [
        "# VOOR WOORD", "De financiën zijn op orde."
    ]  # fmt: skip
    assert plain("e\ufb00ect\u2011meting") == "effect-meting"


@pytest.mark.parametrize("label", ["Looptijd", "LOOPTIJD"])
def test_a_label_over_its_value_is_put_before_it(label: str) -> None:
    other = "BUDGET" if label.isupper() else "Budget"
    lines = [label, "2021 - 2024", other, "€ 400.000"]
    made = over_values([Printed(text, i) for i, text in enumerate(lines)])
    assert [line.text for line in made] == ["Looptijd: 2021 - 2024", "Budget: € 400.000"]


def test_parties_under_a_label_are_a_list() -> None:
    lines = ["Trekker:", "ROC Delta", "Partners:", "Stichting A", "Bakker BV", "Looptijd:", "2024"]
    made = over_values([Printed(text, i) for i, text in enumerate(lines)])
    assert [line.text for line in made] == [
        "Trekker: ROC Delta", "Partners: Stichting A;", "Bakker BV", "Looptijd: 2024"
    ]  # fmt: skip


def test_a_heading_over_text_is_no_label() -> None:
    lines = ["Resultaten", "Wij hebben veel bereikt in dit eerste jaar."]
    made = over_values([Printed(text, i) for i, text in enumerate(lines)])
    assert [line.text for line in made] == lines


def table(*rows: str) -> PrintedTable:
    cells = tuple(tuple(row.split("|")) for row in rows)
    return PrintedTable(cells, tuple(range(1, len(rows) + 1)))


def test_a_table_of_labels_is_lines_with_a_title_over_them() -> None:
    title, lines = read_as_laid_out(
        table("Groene Kade|", "Trekker|ROC Delta", "Partners|Stichting A\nBakker BV", "Budget|€ 5")
    )
    assert title == "Groene Kade"
    assert not isinstance(lines, PrintedTable | str)
    assert [line.text for line in lines] == [
        "Trekker: ROC Delta", "Partners: Stichting A; Bakker BV", "Budget: € 5"
    ]  # fmt: skip


def test_a_table_with_a_project_a_column_is_turned() -> None:
    (made,) = read_as_laid_out(
        table("|Kade|Zilt", "Trekker|ROC Delta|LTO", "Partners|A BV|B BV", "Looptijd|2021|2022")
    )
    assert isinstance(made, PrintedTable)
    assert made.rows == (
        ("Project", "Trekker", "Partners", "Looptijd"), ("Kade", "ROC Delta", "A BV", "2021"),
        ("Zilt", "LTO", "B BV", "2022"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ("Project|Trekker|Budget", "Kade|ROC Delta|€ 5", "Zilt|LTO|€ 6"),
        ("Naam|Rol|Organisatie", "Jan Smit|voorzitter|ROC", "Ria Bos|lid|LTO"),
        ("Jan Smit|voorzitter", "Ria Bos|lid", "Piet Vis|lid"),
    ],
)
def test_other_tables_stay_as_they_are(rows: tuple[str, ...]) -> None:
    assert [*read_as_laid_out(table(*rows))] == [table(*rows)]


def test_cards_are_entries_of_a_list() -> None:
    (lines,) = read_as_laid_out(
        table("Jan Smit\nVoorzitter|Ria Bos\nSecretaris\nROC Delta", "Piet Vis\nLid|Els Mol\nLid")
    )
    assert not isinstance(lines, PrintedTable | str)
    assert [line.text for line in lines] == [
        "Jan Smit, Voorzitter", "Ria Bos, Secretaris, ROC Delta", "Piet Vis, Lid", "Els Mol, Lid"
    ]  # fmt: skip
    assert not are_cards(["Trekker", "ROC Delta\nLTO", "Budget", "€ 5"])


def test_figures_by_themselves() -> None:
    assert all(map(is_figure, ("57", "6.200", "€ 9,4 mln", "38%", "ruim 300", "£1.2m")))
    assert not any(map(is_figure, ("57 leden", "2021-2024 en verder", "A1", "Kade 12")))


def test_lines_of_a_cell_end_where_the_next_word_would_have_fitted() -> None:
    def line(text: str, right: float) -> CellLine:
        return CellLine(text, right, 40.0, 10.0)

    wrapped = [line("Kwekerij Het Hoge", 190), line("Land", 40)]
    listed = [line("Bakker BV", 90), line("Stichting Kade", 100)]
    broken = [line("samen-", 60), line("werking", 60)]
    assert texts_of([[wrapped], [listed], [broken]]) == (
        ("Kwekerij Het Hoge Land",), ("Bakker BV\nStichting Kade",), ("samenwerking",)
    )  # fmt: skip


MARKDOWN = """---
title: Nieuwsbrief Kade
date: 2024-03-05
---
Kade
====

*Het* programma **Kade** werkt met [ROC Delta](https://roc.example)[^1].

[^1]: Sinds 2020.

## Zilt
**Trekker:** LTO
**Looptijd:** 2021-2024

1. Waarom: het water is zout.
2. Partners
   - Bakker BV
   - ~~Gestopt BV~~
   - Stichting *Kade*

| Project | Wie |
|:--|--:|
| **Wad** | ROC Delta |
| Wier | LTO |
"""


def test_markdown_is_read_in_full(tmp_path: Path) -> None:
    assert read(tmp_path, MARKDOWN) == [
        "2024-03-05", "# Kade", "Het programma Kade werkt met ROC Delta.", "Sinds 2020.", "# Zilt",
        "Trekker: LTO", "Looptijd: 2021-2024", "- Waarom: het water is zout.", "# Partners",
        "- Bakker BV", "- Stichting Kade", "Project|Wie / Wad|ROC Delta / Wier|LTO",
    ]  # fmt: skip
    assert extracted(tmp_path / "blad.md").date == "2024-03-05"


def test_a_text_with_headings_by_signs_is_markdown(tmp_path: Path) -> None:
    text = "# Een\n\nTekst **een**.\n\n# Twee\n\nTekst.\n\n# Drie\n\nTekst.\n"
    assert read(tmp_path, text, "blad.txt")[1] == "Tekst een."
    assert read(tmp_path, "Een * ster, en _niets_ meer.\n", "ander.txt") == [
        "Een * ster, en _niets_ meer."
    ]


def _blocks(*texts: str) -> tuple[Block, ...]:
    return blocks_of([Printed(text, i, gap=True) for i, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("texts", "date"),
    [
        (("Voortgang januari – juni 2024", "Versie 2, 9 juli 2024."), "2024-07-09"),
        (("Jaarverslag 2022", "Vastgesteld op 14 maart 2023"), "2023-03-14"),
        (("Nieuwsbrief", "12-03-2024"), "2024-03-12"),
        (("Newsletter", "Issue 3, Sept 2021"), "2021-09"),
        (("Newsletter", "2021-11-05"), "2021-11-05"),
        (("Magazine najaar 2020", "Wij doen mee."), "2020"),
    ],
)
def test_the_date_of_a_publication(texts: tuple[str, ...], date: str) -> None:
    assert colophon_of(_blocks(*texts), "x").date == date


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Uitgave: Vereniging De Kaai, Kade 2, Delfstad Tekst: Bureau X", "Vereniging De Kaai"),
        ("Published four times a year by the Quay Partnership, Old House.", "Quay Partnership"),
        ("De Kaai is een uitgave van Stichting Kaai en verschijnt vaak.", "Stichting Kaai"),
        ("Verantwoordelijke uitgever: Streekhuis Zee vzw", "Streekhuis Zee vzw"),
    ],
)
def test_the_publisher_of_a_publication(text: str, publisher: str) -> None:
    assert colophon_of(_blocks("Nieuwsbrief", text), "x").publisher == publisher


def test_what_stands_on_every_page_is_left_out(tmp_path: Path) -> None:
    made = print_pdf(tmp_path / "r.pdf", [("p", "Dit is de tekst van een blad.")])
    assert any("Dit is de tekst" in block.text for block in extracted(made).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "Partners zijn o.a. Bakker B.V. en dhr. Jan Smit van St. Antonius.|Het loopt goed.",
        "Het project i.s.m. De Kaai t.b.v. Zorg kost nr. 3.|Daarna niets.",
        "De heer P. de Vries c.s. sprak met mw. A. Bos.|Zij werkt bij No. 5 Ltd.|The rest stays.",
        "Mevr. Dr. Anna Vos e.a. kwamen, Cllr. Pike en Rev. Hall ook.|Dat was mooi.",
        "Zie blz. 4, par. 2, fig. 1 en hfst. 5.|De rest volgt.",
        "Dat is van 12 jan. 2024 tot 3 feb. 2025 zo.|Klaar.",
        "Wij waren er op 3 mrt. Aanwezig was Piet.|Dat hielp.",
        "Het is Jansen N.V.|Onze kosten zijn hoog.",
        "Wie doet mee?|Dat zijn wij!|“Echt waar.”|Hij lachte.",
    ],
)
def test_sentences_end_at_full_stops_that_are_of_no_abbreviation(text: str) -> None:
    parts = text.replace("3 mrt. A", "3 mrt.|A").split("|")
    assert [one.text for one in sentences_of(" ".join(parts))] == parts


def lines_of(*texts: str) -> list[Printed]:
    return [Printed(text, i) for i, text in enumerate(texts)]


def test_labels_before_values_without_a_colon() -> None:
    made = with_colons(
        lines_of("Projectleider Provincie Zee", "Partners ROC Delta", "Totale kosten € 5")
    )
    assert [line.text for line in made] == [
        "Projectleider: Provincie Zee", "Partners: ROC Delta", "Totale kosten: € 5"
    ]  # fmt: skip
    prose = ("Partners Bos en Vis zijn blij.", "Zij kwamen samen", "en zongen een lied.")
    assert [line.text for line in with_colons(lines_of(*prose))] == [*prose]


def test_a_label_on_two_lines() -> None:
    made = with_colons(lines_of("Afwezig", "m.k.:   Jan Smit", "Te gast: Ria Bos"))
    assert [line.text for line in made] == ["Afwezig m.k.:   Jan Smit", "Te gast: Ria Bos"]


def test_each_label_of_a_box_is_a_line() -> None:
    text = "Aanwezig: Jan Smit, Ria Bos\nGast: Piet Vis\nNamens de gemeente: Els Mol\n"
    assert shown(text) == [
        "Aanwezig: Jan Smit, Ria Bos", "Gast: Piet Vis", "Namens de gemeente: Els Mol"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", [">> NIEUWS UIT DE HAVEN", "*** NIEUWS UIT DE HAVEN ***", "> NIEUWS UIT DE HAVEN"]
)
def test_signs_around_a_line_are_no_part_of_it(line: str) -> None:
    assert shown(f"{line}\n\nWij zijn er voor u, elke dag weer.\n")[0] == "# NIEUWS UIT DE HAVEN"


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Petra Vos, directeur Stichting Kade", True),
        ("Jan van der Berg, wethouder gemeente Delfstad", True),
        ("Moira Kinnaird, chief executive of the Alliance", True),
        ("Water, bodem en lucht", False),
        ("Leren, werken en wonen in Delfstad", False),
        ("Interview: Jan Smit", False),
    ],
)
def test_a_signature_is_no_heading(text: str, signs: bool) -> None:
    assert is_signature(text) is signs


def test_a_number_that_ends_a_sentence_is_no_item() -> None:
    text = (
        "In een oude fabriek leren leerlingen hoe zij een machine besturen; zij waren er\n"
        "44. De stichting schonk daarvoor een groot bedrag en dat helpt ons allemaal erg.\n"
    )
    assert len(shown(text)) == 1
    assert shown("Wij doen drie dingen:\n1. varen\n2. vissen\n") == [
        "Wij doen drie dingen:", "- varen", "- vissen"
    ]  # fmt: skip


def test_a_paragraph_goes_on_behind_a_quote() -> None:
    words = frozenset[str]()
    first, quote, rest = (
        Block(kind, " ".join(texts), tuple(Line(text, i) for i, text in enumerate(texts)))
        for kind, texts in (
            (BlockKind.PARAGRAPH, ("Nacht na nacht lag zij wakker,", "samen met het")),
            (BlockKind.CAPTION, ("‘Het hoeft geen herrie te maken’",)),
            (BlockKind.PARAGRAPH, ("Havenbedrijf, dat het leidt.",)),
        )
    )
    made = run_on([first, quote, rest], words)
    assert [block.text for block in made] == [
        "Nacht na nacht lag zij wakker, samen met het Havenbedrijf, dat het leidt.",
        "‘Het hoeft geen herrie te maken’",
    ]
    ended = Block(BlockKind.PARAGRAPH, "Een zin. Nog een.", (Line("Een zin.", 1), Line("Nog.", 2)))
    assert run_on([ended, quote, rest], words) == [ended, quote, rest]
