"""Tables of every make, and every mistake with its place."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from ledwerk.loaders.run import Checked, check
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL

Mini = Callable[..., Path]

SOURCES = "name,date\nBron,2016\n"
ROWS = "name,aliases,sme,locator\nÉcole & Zoon,Eén | Twee,ja,regel 1\n"


def names(checked: Checked) -> list[object]:
    return [row.values().get("name") for row in checked.change.statements]


def problems(folder: Path) -> list[str]:
    with pytest.raises(LoadAborted) as caught:
        check(MODEL, folder)
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    ("encoded", "notice"),
    [
        (ROWS.encode("utf-8"), None),
        (ROWS.encode("utf-8-sig"), None),
        (ROWS.encode("cp1252"), "Windows-1252"),
        (ROWS.encode("mac_roman"), "Mac Roman"),
        (ROWS.encode("utf-16-le"), "UTF-16"),
        (ROWS.encode("utf-16"), "UTF-16"),
        (ROWS.replace(",", ";").encode(), None),
        (ROWS.replace("\n", "\r\n").encode(), None),
        (b"sep=;\n" + ROWS.replace(",", ";").encode(), None),
    ],
    ids=[
        "utf-8",
        "bom",
        "windows",
        "mac",
        "utf-16 without mark",
        "utf-16",
        "semicolons",
        "crlf",
        "sep",
    ],
)
def test_tables_as_spreadsheets_write_them(mini: Mini, encoded: bytes, notice: str | None) -> None:
    folder = mini(sources=SOURCES)
    (folder / "organisations.csv").write_bytes(encoded)
    checked = check(MODEL, folder)
    assert "École & Zoon" in names(checked)
    assert [notice in one for one in checked.notices] == ([True] if notice else [])


def test_packed_tables(mini: Mini) -> None:
    folder = mini(sources=SOURCES)
    (folder / "organisations.csv.gz").write_bytes(gzip.compress(ROWS.encode()))
    assert "École & Zoon" in names(check(MODEL, folder))


def test_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "boek.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        about = book.add_worksheet("datapackage")
        about.write_row(0, 0, ["name", "boek"])
        sheet = book.add_worksheet("sources")
        sheet.write_row(0, 0, ["name", "date"])
        sheet.write_row(1, 0, ["Bron", 2016])
        sheet = book.add_worksheet("Projects")
        sheet.write_row(0, 0, ["name", "start", "budget"])
        sheet.write_row(1, 0, ["P"])
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        import datetime as dt

        sheet.write_datetime(1, 1, dt.datetime(2016, 6, 30), day)
        sheet.write_number(1, 2, 5400000)
    checked = check(MODEL, file)
    assert checked.change.dataset == "boek"
    (project,) = (row for row in checked.change.statements if row.kind == "Project")
    assert project.values() == {"name": "P", "start": "2016-06-30", "budget": 5400000.0}


_ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>
<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"""


_MANIFEST = """<?xml version="1.0"?><manifest:manifest
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry
 manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
</manifest:manifest>"""


def _ods(file: Path, **sheets: list[list[str]]) -> None:
    made = "".join(
        f'<table:table table:name="{name}">'
        + "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
                "</table:table-cell>"
                for cell in row
            )
            + "</table:table-row>"
            for row in rows
        )
        + "</table:table>"
        for name, rows in sheets.items()
    )
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
        packed.writestr("content.xml", _ODS.format(made))


def test_an_open_document(tmp_path: Path) -> None:
    file = tmp_path / "blad.ods"
    _ods(file, sources=[["name"], ["Bron"]], people=[["name"], ["Atzo Nicolaï"]])
    assert "Atzo Nicolaï" in names(check(MODEL, file, dataset="blad"))


def test_a_dataset_needs_a_name(tmp_path: Path) -> None:
    (tmp_path / "sources.csv").write_text(SOURCES)
    assert problems(tmp_path) == [
        f"{tmp_path.name}: the dataset has no name; add it to datapackage.json or give "
        "--dataset NAME"
    ]
    assert check(MODEL, tmp_path, dataset="zo-heet-het").change.dataset == "zo-heet-het"


MISTAKES = {
    "unknown column": (
        {"projects": "name,strat\nP,2016\n"},
        "projects.csv:1: strat: no such column; did you mean start",
    ),
    "column twice": ({"projects": "name,name\nP,P\n"}, "projects.csv:1: name: this column is there"),
    "unknown table": ({"porjects": "name\nP\n"}, "porjects.csv: no table is called 'porjects'; did"),
    "no key": ({"projects": "start\n2016\n"}, "projects.csv:1: no column id or name"),
    "no end": ({"holds": "holder\nX\n"}, "holds.csv:1: the column seat is missing; add it"),
    "word": (
        {"organisations": "name,helix\nA,bakery\n"},
        "organisations.csv:2: helix: 'bakery' is not in the list; one of government, industry",
    ),
    "date": (
        {"projects": "name,start\nP,31-12-2016\n"},
        "projects.csv:2: start: '31-12-2016' is not a date in ISO order; write 2016-12-31",
    ),
    "turned period": (
        {"projects": "name,start,end\nP,2016,2015\n"},
        "projects.csv:2: end: 2015 is before the start, 2016",
    ),
    "prefix": (
        {"projects": "id,name\nproj:p,P\n"},
        "projects.csv:2: id: 'proj:p' does not begin with project:; write project:p",
    ),
    "unknown reference": (
        {"organisations": "name\nZuyd Hogeschool\n", "projects": "name\nP\n",
         "partner_in": "party,activity\nZuid Hogeschool,P\n"},
        "partner_in.csv:2: party: 'Zuid Hogeschool' is neither an id nor a name; did you mean "
        "'Zuyd Hogeschool'?",
    ),
    "unknown id of what has several names": (
        {"organisations": "name\nP\n", "projects": "name,aliases\nRivierwerk,Werk aan de rivier\n",
         "partner_in": "party,activity\nP,project:rivierwerken\n"},
        "'project:rivierwerken' is neither an id nor a name; did you mean 'project:rivierwerk' or "
        "'Rivierwerk'?",
    ),
    "wrong kind": (
        {"projects": "name\nP\n", "partner_in": "party,activity\nproject:p,P\n"},
        "partner_in.csv:2: party: 'project:p' cannot stand here; a organisation or campus",
    ),
    "ambiguous": (
        {"organisations": "id,name\norganisation:a,X\norganisation:b,X\n", "projects": "name\nP\n",
         "partner_in": "party,activity\nX,P\n"},
        "partner_in.csv:2: party: 'X' is the name of organisation:a, organisation:b; write one",
    ),
    "contradiction": (
        {"organisations": "name,helix,locator\nA,industry,1\nA,civil,1\n"},
        "organisations.csv:3: helix: says 'civil' where line 2 says 'industry' of 'A'",
    ),
    "circle": (
        {"groups": "name\nA\nB\n", "member_of": "member,whole\nA,B\nB,A\n"},
        "members go round in a circle: group:a → group:b → group:a",
    ),
    "two boards": (
        {"boards": "name\nB1\nB2\n", "seats": "id\nseat:s\n", "on": "seat,board\nseat:s,B1\nseat:s,B2\n"},
        "on.csv:3: seat:s has board:b2 here and board:b1 in line 2; it can have one",
    ),
    "seat without id": ({"seats": "id,role\n,lid\n"}, "seats.csv:2: id: empty; write one that begins"),
    "too many cells": (
        {"projects": "name,start\nP,2016,x\n"},
        "projects.csv:2: 3 cells where the header has 2; is a comma or quote missing?",
    ),
    "open quote": (
        {"projects": 'name,start\n"P,2016\nQ,2017\n'},
        'projects.csv:2: a quote (") opens here and is never closed; is the file cut off?',
    ),
    "empty file": ({"projects": ""}, "projects.csv:1: empty; the first row names the columns"),
    "confidence": ({"people": "name,confidence\nX,2\n"}, "people.csv:2: confidence: 2 is outside"),
    "itself": ({"groups": "name\nA\n", "member_of": "member,whole\nA,A\n"},
               "member_of.csv:2: whole: group:a is related to itself"),
    "fixed kind": ({"campuses": "name,kind\nC,company\n"}, "campuses.csv:2: kind: is always campus"),
}  # fmt: skip


@pytest.mark.parametrize("tables", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_has_its_place_and_what_would_be_right(
    mini: Mini, tables: tuple[dict[str, str], str]
) -> None:
    given, message = tables
    found = problems(mini(sources=SOURCES, **given))
    assert any(message in line for line in found), found


def test_all_problems_come_at_once_in_the_order_of_the_file(mini: Mini) -> None:
    found = problems(
        mini(sources=SOURCES, projects="name,start,end\nP,gisteren,x\nQ,2016,2015\nR,,morgen\n")
    )
    assert [line.split(": ")[0] for line in found] == [
        "projects.csv:2", "projects.csv:2", "projects.csv:3", "projects.csv:4",
    ]  # fmt: skip


def test_a_fact_without_a_source_is_refused_where_there_are_several(mini: Mini) -> None:
    found = problems(mini(sources="name\nEen\nTwee\n", people="name\nX\n"))
    assert found == [
        "people.csv:2: source: empty; every fact has a source: write the id of a row in the table "
        "sources"
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("people.csv", b"name\n\x00\x01\x02\n", "not readable as text"),
        ("people.csv", b"name\n\x81\x8d\x02\n", "not readable as text"),
        ("people.csv.gz", b"not packed at all", "people.csv.gz"),
        ("people.csv.gz", gzip.compress(b"name\nX\n")[:-9], "people.csv.gz"),
        ("people.csv", b"name\n" + b"x" * 2_000_000, "a cell has more than 1,000,000"),
        ("people.csv", b"name" + b",x" * 2000 + b"\n", "2,001 columns; at most 500"),
        ("datapackage.json", b"{", "datapackage.json"),
        ("datapackage.json", b"[]", "not an object"),
        ("datapackage.json", b'{"name": "Not A Name"}', "no dataset name"),
    ],
)
def test_broken_files(mini: Mini, name: str, content: bytes, says: str) -> None:
    folder = mini(sources=SOURCES)
    (folder / name).write_bytes(content)
    assert any(says in line for line in problems(folder))


def test_a_packed_bomb_is_not_unpacked(mini: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledwerk.loaders.readers.MAX_BYTES", 1_000_000)
    folder = mini(sources=SOURCES)
    (folder / "people.csv.gz").write_bytes(gzip.compress(b"name\n" + b"x\n" * 5_000_000))
    assert any("larger than" in line for line in problems(folder))


@pytest.mark.parametrize("name", ["no.xlsx", "no.ods", "photo.jpg", "nowhere"])
def test_what_is_no_table_is_said(tmp_path: Path, name: str) -> None:
    if name != "nowhere":
        (tmp_path / name).write_bytes(b"nothing of the sort")
    assert problems(tmp_path / name)


def test_titles_may_be_labels_in_either_language(mini: Mini) -> None:
    checked = check(MODEL, mini(sources=SOURCES, organisations="Naam,Ook bekend als,MKB\nA,B,ja\n"))
    (row,) = (r for r in checked.change.statements if r.kind == "Organisation")
    assert row.values() == {"name": "A", "aliases": ("B",), "sme": True}
