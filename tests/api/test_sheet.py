"""Any list as a worksheet, read back as a spreadsheet reads it."""

from __future__ import annotations

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from ledwerk.api.sheet import csv_of, xlsx_of
from ledwerk.schema.errors import CannotExport

HOSTILE = (
    '=HYPERLINK("http://example.org","klik")',
    "https://example.org/a",
    "</script><img onerror=alert(1)>",
    "+31 6",
    "'vastgoed",
    "{=1+1}",
)


def read(made: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    return book.get_sheet_by_index(0).to_python()


def test_numbers_stay_numbers_and_all_else_is_text() -> None:
    rows = [("Zuyd", 12, 0.5, True, None, ("a", "b")), ("UM", 3, 2.0, False, "x", ())]
    assert read(xlsx_of("Partijen", ("naam", "n", "d", "ja", "leeg", "lijst"), rows)) == [
        ["naam", "n", "d", "ja", "leeg", "lijst"],
        ["Zuyd", 12.0, 0.5, "yes", "", "a | b"],
        ["UM", 3.0, 2.0, "no", "x", ""],
    ]


def test_what_looks_like_a_formula_or_an_address_stays_text() -> None:
    made = xlsx_of("=1+1", HOSTILE, [HOSTILE])
    assert read(made) == [list(HOSTILE), list(HOSTILE)]
    sheet = zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet.lower().replace(b"=hyperlink", b"")


def test_the_same_list_gives_the_same_bytes() -> None:
    lists = [xlsx_of("Gaten", ("a", "b"), [("x", 1), ("y", 2)]) for _ in range(2)]
    assert lists[0] == lists[1]


@pytest.mark.parametrize("title", ["", "a/b:c*d?[e]", "x" * 99, "'quoted'", "\ud800", "History"])
def test_any_title_will_do(title: str) -> None:
    assert read(xlsx_of(title, ("naam",), [("Zuyd",)])) == [["naam"], ["Zuyd"]]


def test_signs_that_no_file_can_hold_do_not_spoil_the_rest() -> None:
    cells = read(xlsx_of("t", ("naam",), [("a\x00b\ud800c\x0b",)]))[1][0]
    assert str(cells).startswith("a\ufffdb?c")


def test_a_text_that_no_cell_takes_is_refused_with_its_row() -> None:
    with pytest.raises(CannotExport, match="row 3: a text of 40,000 letters"):
        xlsx_of("t", ("naam",), [("kort",), ("x" * 40_000,)])


def test_comma_separated_text_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    text = csv_of(("naam", "n"), [(HOSTILE[0], -1), ("Zoë; 'x'", 2.5)]).decode("utf-8-sig")
    assert text.splitlines() == [
        "naam,n",
        '"\'=HYPERLINK(""http://example.org"",""klik"")",-1',
        "Zoë; 'x',2.5",
    ]
