"""The empty workbook: it can be filled in by name alone, and what is filled in loads."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum
from tests.loaders.filling import fill

from ledwerk.graph.store import Store
from ledwerk.loaders.columns import header_words, table_columns, tables
from ledwerk.loaders.run import check, load
from ledwerk.loaders.workbook import Wish, empty_workbook
from ledwerk.loaders.workbook_columns import Column, sheet_columns, sheet_name
from ledwerk.loaders.workbook_words import BOARD_MEMBERS, IN_DUTCH, SHEETS
from ledwerk.schema.errors import InvalidQuestion, LoadAborted
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import fold

LANGUAGES = ("nl", "en")


def made(tmp_path: Path, wish: Wish) -> Path:
    file = tmp_path / f"{wish.dataset or 'leeg'}.xlsx"
    file.write_bytes(body(wish))
    return file


@cache
def body(wish: Wish) -> bytes:
    return empty_workbook(MODEL, wish)


def columns(lang: str) -> Iterator[tuple[str, Column]]:
    for table, _ in SHEETS:
        for column in sheet_columns(MODEL, table, lang):
            yield table, column


def test_every_kind_has_a_sheet() -> None:
    sheets = {table for table, _ in SHEETS}
    kinds = {kind.table for kind in MODEL.nodes}
    assert kinds - sheets == {"seats"}  # the sheet of board members says them
    assert BOARD_MEMBERS in sheets
    assert sheets - {BOARD_MEMBERS} <= set(tables(MODEL))


def test_everything_is_explained_in_dutch_as_well() -> None:
    said = {
        role.property.description
        for table, _ in SHEETS
        if table != BOARD_MEMBERS
        for role in table_columns(tables(MODEL)[table])
        if role.part != "key"
    }
    unsaid = {"Why it is stated; empty is stated.", "From 0 to 1; empty is unknown."}
    assert {text for text in said if text not in IN_DUTCH} <= unsaid | {
        "Yes where the source says it is not so.",
        "Who looked at a row that a program read, and found it right; empty is nobody yet.",
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_header_is_explained_and_read(lang: str) -> None:
    for table, column in columns(lang):
        assert column.explained.endswith("."), (table, column.title)
        assert "id" not in column.title.lower().split()
        if table != BOARD_MEMBERS:
            words = header_words(tables(MODEL)[table])
            assert column.title in words or fold(column.title) in words, (table, column.title)
    titles = [[c.title for t, c in columns(lang) if t == table] for table, _ in SHEETS]
    assert all(len(some) == len(set(some)) for some in titles)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_workbook_has_one_source_and_no_more(tmp_path: Path, lang: str) -> None:
    file = made(tmp_path, Wish(lang, "netwerk"))
    change = check(MODEL, file).change
    assert change.dataset == "netwerk"
    assert [row.kind for row in change.statements] == ["Source"]
    found = CalamineWorkbook.from_path(str(file)).sheets_metadata
    hidden = [one.name for one in found if one.visible != SheetVisibleEnum.Visible]
    assert hidden == ["Keuzelijsten" if lang == "nl" else "Lists"]
    assert found[0].name == ("Uitleg" if lang == "nl" else "Read me")


def test_a_filled_workbook_loads_without_an_id(tmp_path: Path, store: Store) -> None:
    file = made(tmp_path, Wish("nl", "netwerk"))
    fill(file, {
        "Organisaties": [("Hogeschool Zuid", None, "hogeschool", "kennis en onderwijs", "nee"),
                         ("Bakkerij Vermeer", None, "bedrijf", "bedrijfsleven", "ja")],
        "Projecten": [("Brood van Morgen", None, "B-08", "2016-10")],
        "Partners": [("Hogeschool Zuid", "Brood van Morgen", "trekker", None, None, 1250.5),
                     ("Bakkerij Vermeer B.V.", "Brood van Morgen", "partner")],
        "Personen": [("Jo Vermeer",)],
        "Organen": [("Stuurgroep Brood", None, "stuurgroep")],
        "Bestuursleden": [("Jo Vermeer", "Stuurgroep Brood", "voorzitter", "eigenaar",
                           "Bakkerij Vermeer", "Bakkerij Vermeer | Hogeschool Zuid", "2017")],
        "Werkt voor": [("Jo Vermeer", "Bakkerij Vermeer", "eigenaar")],
        "Programma's": [("Vers 2020",)],
        "Deel van programma": [("Brood van Morgen", "Vers 2020")],
    })  # fmt: skip
    load(store, check(MODEL, file, store))
    with store.whole() as whole:
        facts = {
            (fact.kind, fact.source_id, fact.target_id): fact.values
            for kind in MODEL.relations
            for fact in whole.facts(kind.name)
        }
        nodes = {fact.key: fact.values for kind in MODEL.nodes for fact in whole.facts(kind.name)}
    seat = "seat:stuurgroep-brood-jo-vermeer"
    assert nodes["organisation:bakkerij-vermeer"]["sme"] is True
    assert nodes["project:brood-van-morgen"]["start"] == "2016-10"  # as typed, and no day
    assert nodes["project:brood-van-morgen"]["code"] == "B-08"
    assert nodes[seat]["role"] == "voorzitter"
    assert facts["PARTNER_IN", "organisation:hogeschool-zuid", "project:brood-van-morgen"] == {
        "role": "lead", "contribution": 1250.5,
    }  # fmt: skip
    assert ("HOLDS", "person:jo-vermeer", seat) in facts
    assert ("ON", seat, "board:stuurgroep-brood") in facts
    assert ("FROM", seat, "organisation:bakkerij-vermeer") in facts
    assert ("ON_BEHALF_OF", seat, "organisation:hogeschool-zuid") in facts
    assert ("PART_OF", "project:brood-van-morgen", "programme:vers-2020") in facts


def test_what_is_wrong_is_told_by_the_titles_of_the_sheet(tmp_path: Path) -> None:
    file = made(tmp_path, Wish("nl", "netwerk"))
    fill(file, {
        "Personen": [("Jo Vermeer",)],
        "Organen": [("Stuurgroep",)],
        "Bestuursleden": [("Niemand", "Stuurgroep"), ("Jo Vermeer", None),
                          ("Jo Vermeer", "Stuurgroep", None, None, None, None, "gisteren")],
        "Partners": [("Onbekend BV", "Nergens")],
    })  # fmt: skip
    with pytest.raises(LoadAborted) as caught:
        check(MODEL, file)
    told = [(p.file, p.line, p.column) for p in caught.value.problems]
    members, partners = "netwerk.xlsx [Bestuursleden]", "netwerk.xlsx [Partners]"
    assert told == [
        (members, 2, "persoon"), (members, 3, "orgaan"), (members, 4, "begin"),
        (members, 4, "orgaan"), (partners, 2, "partij"), (partners, 2, "project of programma"),
    ]  # fmt: skip


def test_somebody_who_comes_back_has_two_seats(tmp_path: Path) -> None:
    file = made(tmp_path, Wish("en", "network"))
    fill(file, {
        "People": [("Jo",)],
        "Boards": [("Board",)],
        "Board members": [("Jo", "Board", "chair", None, None, None, "2010", "2012"),
                          ("Jo", "Board", "member", None, None, None, "2016")],
    })  # fmt: skip
    change = check(MODEL, file).change
    seats = {row.key: row.values()["role"] for row in change.statements if row.kind == "Seat"}
    assert seats == {"seat:board-jo": "chair", "seat:board-jo-2016": "member"}


def part_of(file: Path, sheet: str) -> str:
    with zipfile.ZipFile(file) as packed:
        book = packed.read("xl/workbook.xml").decode()
        names = re.findall(r'<sheet name="([^"]+)"', book)
        at = [unescape(name) for name in names].index(sheet) + 1
        return packed.read(f"xl/worksheets/sheet{at}.xml").decode()


def choices(file: Path, sheet: str) -> list[str]:
    """Where a sheet's lists of choices come from, column by column."""
    return re.findall(r'type="list"[^>]*?><formula1>(.*?)</formula1>', part_of(file, sheet))


def test_names_and_words_can_be_chosen(tmp_path: Path) -> None:
    file = made(tmp_path, Wish("nl", "netwerk"))
    partners = choices(file, "Partners")
    assert '"trekker,partner,deelnemer"' in partners
    assert sum(one.startswith("list_") for one in partners) == 3  # party, activity, source
    with zipfile.ZipFile(file) as packed:
        book = unescape(packed.read("xl/workbook.xml").decode())
    assert "OFFSET('Organen'!$A$2,0,0,MAX(1,count_" in book
    lists = part_of(file, "Keuzelijsten")
    assert "IF(1&lt;=count_" in lists
    assert "<v>0</v>" in lists  # nothing is entered yet


def test_what_the_network_has_can_be_chosen_too(tmp_path: Path) -> None:
    known = (("APG", "organisations"), ("Jo", "people"))
    file = made(tmp_path, Wish("nl", "netwerk", known=known))
    sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_name("Keuzelijsten")
    cells = {cell for row in sheet.to_python() for cell in row}
    assert {"APG", "Jo"} <= cells


@pytest.mark.parametrize("table", ["projects", "holds", BOARD_MEMBERS])
def test_one_sheet_alone(tmp_path: Path, table: str) -> None:
    file = made(tmp_path, Wish("nl", "", table))
    names = CalamineWorkbook.from_path(str(file)).sheet_names
    assert names == [sheet_name(table, "nl"), "Keuzelijsten"]


def test_a_table_that_is_none() -> None:
    with pytest.raises(InvalidQuestion, match="there is no table 'x'"):
        empty_workbook(MODEL, Wish(table="x"))


def test_sheets_may_be_called_in_either_language(tmp_path: Path) -> None:
    import xlsxwriter

    file = tmp_path / "eigen.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        for name, rows in {
            "ORGANISATIES": [["naam"], ["A"]],
            "Bronnen": [["naam"], ["Boek"]],
            "Uitleg": [["wat"], ["hier", "staat", "van alles"]],
        }.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
    change = check(MODEL, file, dataset="eigen").change
    assert {row.key for row in change.statements} == {"organisation:a", "source:boek"}
