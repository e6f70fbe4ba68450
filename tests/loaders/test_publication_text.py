"""A text as headings, paragraphs, items and tables, each of which knows its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.loaders.publication.document import Block, BlockKind, Document
from ledwerk.loaders.publication.layout.extracting import extracted
from ledwerk.schema.errors import LoadAborted


def read(folder: Path, text: str, name: str = "blad.txt") -> Document:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return extracted(file)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def of_kind(document: Document, kind: BlockKind) -> list[Block]:
    return [block for block in document.blocks if block.kind is kind]


LETTER = """\
Samen verder

De netwerk-
organisatie werkt met kennis- en onderwijs-
instellingen in Zuid-
Holland en met start-ups, waarvan er een start-
up is, en Mobiliteits-
en Talentcentrum Oost.
"""


def test_only_hyphens_that_broke_a_line_go(tmp_path: Path) -> None:
    heading, paragraph = read(tmp_path, LETTER).blocks
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "Samen verder")
    assert paragraph.text == (
        "De netwerkorganisatie werkt met kennis- en onderwijsinstellingen in Zuid-Holland en met "
        "start-ups, waarvan er een startup is, en Mobiliteits- en Talentcentrum Oost."
    )


def test_a_place_is_that_of_the_printed_line(tmp_path: Path) -> None:
    document = read(tmp_path, LETTER)
    paragraph = document.blocks[1]
    start = paragraph.text.index("Holland")
    assert document.locator(paragraph, start, start + 7) == "Samen verder, regel 6"
    assert document.locator(paragraph) == "Samen verder, regel 3-8"


def test_headings_by_their_shape_and_the_path_to_a_block(tmp_path: Path) -> None:
    text = "# Groene Daken\n\n## Partners\n- Tauw\n- het UWV\n\nVerder lezen\n============\nEen boek.\n"
    document = read(tmp_path, text)
    assert shown(document) == [
        ("heading", "Groene Daken"), ("heading", "Partners"), ("item", "Tauw"),
        ("item", "het UWV"), ("heading", "Verder lezen"), ("paragraph", "Een boek."),
    ]  # fmt: skip
    assert document.blocks[2].path == ("Groene Daken", "Partners")
    assert document.blocks[5].path == ("Verder lezen",)


def test_a_sentence_an_address_and_a_label_are_no_headings(tmp_path: Path) -> None:
    text = "Kop\n\nKort en goed.\n\n€ 5 miljoen\n\nTrekker: Tauw\n\nwww.foo.nl\n\n12\n"
    assert [b.text for b in of_kind(read(tmp_path, text), BlockKind.HEADING)] == ["Kop"]


def test_items_go_on_over_lines_and_white_space(tmp_path: Path) -> None:
    text = (
        "Er is veel gedaan in het afgelopen jaar, zoals hieronder staat opgesomd voor u:\n"
        "• Een nieuwe kaart die de hele regio toont is in het voorjaar gedrukt en de\n\n"
        "  eerste duizend zijn op.\n• Een beurs.\n"
    )
    items = [block.text for block in of_kind(read(tmp_path, text), BlockKind.ITEM)]
    assert items[0].endswith("gedrukt en de eerste duizend zijn op.")
    assert items[1] == "Een beurs."


def test_a_lettered_line_over_a_text_is_a_heading(tmp_path: Path) -> None:
    text = (
        "2. Stand van zaken\na. Techniek in de Klas\nMevrouw Hulshof meldt dat het project Techniek "
        "in de Klas op schema ligt.\nDat is goed nieuws.\nb. Werkplaats 4.0\nVoor Werkplaats 4.0 is "
        "een subsidie aangevraagd.\n"
    )
    heads = [block.text for block in of_kind(read(tmp_path, text), BlockKind.HEADING)]
    assert heads == ["2. Stand van zaken", "a. Techniek in de Klas", "b. Werkplaats 4.0"]


@pytest.mark.parametrize(
    "text",
    [
        "| Project | Trekker |\n|---|---|\n| Zilte Teelt | Tauw |\n",
        "Project\tTrekker\nZilte Teelt\tTauw\n",
        "Project        Trekker\nZilte Teelt    Tauw\nAnder Werk     Scalda\n",
    ],
)
def test_tables_of_plain_text(tmp_path: Path, text: str) -> None:
    (table,) = of_kind(read(tmp_path, text), BlockKind.TABLE)
    assert table.rows[:2] == (("Project", "Trekker"), ("Zilte Teelt", "Tauw"))


def test_a_cell_that_goes_on_below_is_one_cell(tmp_path: Path) -> None:
    text = (
        "Project        Partners\nZilte Teelt    Tauw, Scalda en\n               het UWV\n"
        "Ander Werk     Evides\n"
    )
    (table,) = of_kind(read(tmp_path, text), BlockKind.TABLE)
    assert table.rows[1] == ("Zilte Teelt", "Tauw, Scalda en het UWV")


def test_language_title_date_and_publisher(tmp_path: Path) -> None:
    text = (
        "Waterkant\nMagazine van Deltakracht, voorjaar 2023\n\nWij werken aan de kust en aan het "
        "water.\n\nColofon\n\nWaterkant is een uitgave van Stichting Deltakracht en verschijnt vaak.\n"
    )
    document = read(tmp_path, text)
    assert document.language == "nl"
    assert (document.title, document.date) == ("Waterkant", "2023")
    assert document.publisher == "Stichting Deltakracht"
    english = read(tmp_path, "Annual Report\n\nPublished by the Trust, March 2021\n\nThe end.\n")
    assert (english.language, english.date) == ("en", "2021-03")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_texts_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "blad.txt"
    file.write_bytes("Coöperatie Fryslân\n\nEen tekst over de coöperatie.\n".encode(encoding))
    assert extracted(file).blocks[0].text == "Coöperatie Fryslân"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", "there is no text in it"),
        (b" \n\n ", "there is no text in it"),
        (bytes(range(256)) * 20, "no text that can be read"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "an old Word file"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, body: bytes, expected: str) -> None:
    file = tmp_path / "blad.txt"
    file.write_bytes(body)
    with pytest.raises(LoadAborted, match=expected) as caught:
        extracted(file)
    assert caught.value.problems[0].file == "blad.txt"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LoadAborted, match="there is no such file"):
        extracted(tmp_path / "weg.txt")
