"""Names that a spreadsheet would run as a formula: loaded as text, written out harmless, and read
back as they were.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from functools import partial
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from tests.loaders.filling import fill

from ledwerk.api.sheet import csv_of, xlsx_of
from ledwerk.graph.store import Store
from ledwerk.loaders.readers import FORMULA_STARTS
from ledwerk.loaders.run import check, load
from ledwerk.loaders.workbook import Wish, empty_workbook
from ledwerk.loaders.writers import write_folder, write_workbook
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

EVIL = (
    "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"klik\")", "+31 43 123", "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd", "=1+1", "'=1+1", "''dubbel", "'s-Gravenhage", "=", "-", "–streep", "%0A=1",
)  # fmt: skip
ABOUT = {"name": "kwaad", "title": "Kwaad"}


def statements() -> list[Statement]:
    source = Statement("kwaad", "Source", "source:s", (("name", "Bron"),), cited="source:s")
    return [
        source,
        *(
            Statement(
                "kwaad", "Organisation", f"organisation:o{n}",
                (("aliases", (evil, "gewoon")), ("description_nl", evil), ("name", evil)),
                cited="source:s", locator=evil, note=evil,
            )
            for n, evil in enumerate(EVIL)
        ),
    ]  # fmt: skip


def plain(rows: list[Statement]) -> list[tuple[object, ...]]:
    return sorted((row.key, row.properties, row.locator, row.note) for row in rows)


def test_a_folder_is_harmless_and_comes_back(tmp_path: Path) -> None:
    write_folder(MODEL, statements(), tmp_path / "uit", ABOUT)
    with (tmp_path / "uit" / "organisations.csv").open(encoding="utf-8", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULA_STARTS[:-1])]
    assert plain(check(MODEL, tmp_path / "uit").change.statements) == plain(statements())


def test_a_workbook_has_no_formula_and_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "uit.xlsx"
    write_workbook(MODEL, statements(), file, ABOUT)
    with zipfile.ZipFile(file) as book:
        text = "".join(
            book.read(name).decode() for name in book.namelist() if name.endswith(".xml")
        )
    assert not re.search(r"<f[ >]", text)
    assert plain(check(MODEL, file).change.statements) == plain(statements())


@pytest.mark.parametrize("evil", EVIL)
def test_lists_for_spreadsheets_are_harmless(evil: str) -> None:
    (_, row) = csv.reader(io.StringIO(csv_of(["naam"], [[evil]]).decode("utf-8-sig")))
    assert not row[0].startswith(FORMULA_STARTS[:-1])
    body = xlsx_of("lijst", ["naam"], [[evil]])
    with zipfile.ZipFile(io.BytesIO(body)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()
    assert rows[1] == [evil]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_names_in_the_choices_of_a_new_workbook_are_no_formulas(tmp_path: Path, lang: str) -> None:
    known = tuple((evil, "organisations") for evil in EVIL)
    file = tmp_path / "nieuw.xlsx"
    file.write_bytes(empty_workbook(MODEL, Wish(lang, "nieuw", "partner_in", known)))
    with zipfile.ZipFile(file) as book:
        formulas = re.findall(r"<f>(.*?)</f>", book.read("xl/worksheets/sheet2.xml").decode())
    assert all(one.startswith(("IF(", "SUMPRODUCT(")) for one in formulas)
    sheet = CalamineWorkbook.from_path(str(file)).get_sheet_by_index(1)
    assert set(EVIL) <= {cell for row in sheet.to_python() for cell in row}


def test_what_is_typed_stays_what_was_typed(tmp_path: Path, store: Store) -> None:
    names = [evil for evil in EVIL if not evil.startswith("'") and re.search(r"\w", evil)]
    file = tmp_path / "kwaad.xlsx"
    file.write_bytes(empty_workbook(MODEL, Wish("nl", "kwaad")))
    fill(file, {"Organisaties": [(name,) for name in names if name != "=1+1"]})
    load(store, check(MODEL, file, store))
    with store.whole() as whole:
        found = {fact.values["name"] for fact in whole.facts("Organisation")}
        write_folder(MODEL, partial(whole.statements, "kwaad"), tmp_path / "uit", ABOUT)
    assert found == {name for name in names if name != "=1+1"}
    again = check(MODEL, tmp_path / "uit", store).change
    assert not store.difference(again).added
