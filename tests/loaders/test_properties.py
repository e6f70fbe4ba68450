"""Loading for any dataset: order and repeats do not matter, and export is its inverse."""

from __future__ import annotations

import csv
import io
import random
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.loaders.writers import write_folder, write_workbook
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

# Letters that names have, and signs that formats give a meaning to.
TEXT = st.text(st.sampled_from("abÉ|\\'\";,=+-@\n\t ß€😀<>&1"), min_size=1, max_size=8)
WORD = st.sampled_from(["Alpha", "Bêta BV", "Gamma & Zn", "=1+1", "'quoted", "a|b", "-3"])
SOURCE = "name,date\nBron,2016\n"


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    """Organisations, a project, partnerships: rows as cells, without contradictions."""
    ids = [f"organisation:o{i}" for i in range(draw(st.integers(1, 4)))]
    org = [["id", "name", "aliases", "sme", "description_nl", "website", "locator", "basis"]]
    for number, node in enumerate(ids):
        aliases = draw(st.lists(WORD, max_size=3, unique=True))
        cell = " | ".join(a.replace("\\", "\\\\").replace("|", "\\|") for a in aliases)
        sme = draw(st.sampled_from(["yes", "no", ""]))
        text = draw(TEXT)
        org.append([node, f"{draw(WORD)}{number}", cell, sme, text, "", f"regel {number}", ""])
        if draw(st.booleans()):
            org.append([node, "", "", "", "", "https://x.example", f"regel {number}", "assessed"])
    projects = [["name", "start", "budget", "locator"]]
    projects.append(["P", draw(st.sampled_from(["", "2016", "2016-10"])),
                     draw(st.sampled_from(["", "0.5", "-3", "5400000"])), "regel 9"])  # fmt: skip
    partners = [["party", "activity", "role", "locator", "note"]]
    for node in ids:
        if draw(st.booleans()):
            partners.append(
                [node, "P", draw(st.sampled_from(["lead", "partner", ""])), "r", draw(TEXT)]
            )
    return {"organisations": org, "projects": projects, "partner_in": partners}


def write(folder: Path, tables: dict[str, list[list[str]]]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "datapackage.json").write_text('{"name": "any"}')
    (folder / "sources.csv").write_text(SOURCE)
    for name, rows in tables.items():
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows)
        (folder / f"{name}.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    return folder


def statements(folder: Path) -> list[Statement]:
    return list(check(MODEL, folder).change.statements)


def graph(folder: Path, place: Path) -> list[Any]:
    """What the store holds after a load, row by row."""
    store = open_store(f"sqlite:{place}")
    load(store, check(MODEL, folder, store))
    rows = list(store.statements())
    store.close()
    import sqlite3

    db = sqlite3.connect(place)
    nodes = sorted(map(str, db.execute("SELECT id, label, name, aliases, sme, website FROM node")))
    ties = sorted(map(str, db.execute(
        "SELECT r.key, r.role, s.id FROM relation r JOIN node s ON s.pk = r.source"
    )))  # fmt: skip
    db.close()
    return [rows, nodes, ties]


SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@SETTINGS
@given(datasets(), st.randoms(use_true_random=False), st.integers(1, 3))
def test_order_and_repeats_do_not_matter(
    tables: dict[str, list[list[str]]], chance: random.Random, times: int
) -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        shuffled = {}
        for name, (header, *rows) in tables.items():
            more = rows * times
            chance.shuffle(more)
            shuffled[name] = [header, *more]
        one = graph(write(root / "one", tables), root / "one.sqlite")
        two = graph(write(root / "two", shuffled), root / "two.sqlite")
        assert one == two


@SETTINGS
@given(datasets(), st.sampled_from(["folder", "workbook"]))
def test_export_is_the_inverse_of_loading(tables: dict[str, list[list[str]]], form: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        said = statements(write(root / "in", tables))
        about = {"name": "any", "title": "Any"}
        if form == "folder":
            write_folder(MODEL, said, root / "out", about)
            again = statements(root / "out")
        else:
            write_workbook(MODEL, said, root / "out.xlsx", about)
            again = statements(root / "out.xlsx")
        assert again == said


def test_led_exports_as_it_was_loaded(led: Any, tmp_path: Path) -> None:
    said = list(led.statements())
    write_folder(MODEL, said, tmp_path / "led", {"name": "led-2016", "title": "LED"})
    again = list(check(MODEL, tmp_path / "led").change.statements)
    assert sorted(again, key=str) == sorted(said, key=str)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("which", ["data", "export"])
def test_frictionless_finds_it_valid(led: Any, tmp_path: Path, which: str) -> None:
    import frictionless
    from tests.conftest import LED

    folder = LED
    if which == "export":
        folder = tmp_path / "led"
        write_folder(MODEL, led.statements(), folder, {"name": "led-2016", "title": "LED"})
    package = frictionless.Package(str(folder / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["path", "rowNumber", "fieldName", "message"])[:5]


def test_the_committed_descriptor_is_the_one_the_model_makes() -> None:
    from tests.conftest import LED

    from ledwerk.loaders.datapackage import refresh

    assert (LED / "datapackage.json").read_text(encoding="utf-8") == refresh(MODEL, LED)


def test_formulas_are_neutral_in_every_export(tmp_path: Path) -> None:
    row = Statement("any", "Person", "person:x", (("name", "=1+1"),), cited="source:s", note="@x")
    write_folder(MODEL, [row], tmp_path / "out", {"name": "any"})
    cells = next(
        csv.reader(io.StringIO((tmp_path / "out" / "people.csv").read_text().split("\n")[1]))
    )
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    write_workbook(MODEL, [row], tmp_path / "out.xlsx", {"name": "any"})
    import zipfile

    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        sheets = [book.read(name) for name in book.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet for sheet in sheets)
