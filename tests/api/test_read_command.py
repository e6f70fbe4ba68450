"""`ledwerk read`: from a publication to tables, and from those, once accepted, to the network."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ledwerk.api.cli import main

TEXT = """\
Kustblad, voorjaar 2020

Zilte Teelt

In het project Zilte Teelt leren boeren met zout water te werken. Projectpartners zijn Tauw,
Scalda (trekker) en de gemeente Tholen. De proefvelden zijn aangelegd door Van Loon.
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEDWERK_STORE", f"sqlite:{tmp_path / 'x.sqlite'}")
    monkeypatch.setenv("LEDWERK_LANG", "en")
    made = tmp_path / "Kustblad 2020.txt"
    made.write_text(TEXT, encoding="utf-8")
    return made


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_read_looked_through_and_loaded(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "uit"
    assert main(["read", str(file), "--out", str(folder)]) == 0
    said = capsys.readouterr()
    assert "is partner in" in said.out
    assert f"then: ledwerk load {folder}" in said.err
    partners = rows(folder / "partner_in.csv")
    assert [(row["party"], row["role"]) for row in partners] == [
        ("municipality:gemeente-tholen", "partner"),
        ("organisation:scalda", "lead"),
        ("organisation:tauw", "partner"),
    ]
    assert {row["basis"] for row in partners} == {"read"}
    assert {row["accepted"] for row in partners} == {""}
    assert partners[2]["locator"] == "Zilte Teelt, regel 5"
    assert 0 < float(partners[2]["confidence"]) < 1
    (source,) = rows(folder / "sources.csv")
    assert (source["name"], source["date"], source["basis"]) == (
        "Kustblad, voorjaar 2020",
        "2020",
        "derived",  # gives way to a name that somebody states
    )
    about = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert about["name"] == "kustblad-2020"
    assert not any("van-loon" in row["id"] for row in rows(folder / "organisations.csv"))

    assert main(["load", str(folder)]) == 0
    assert main(["who", "Tauw"]) == 1  # nobody has accepted it
    assert main(["load", str(folder), "--unreviewed", "--yes"]) == 0
    capsys.readouterr()
    assert main(["who", "Tauw"]) == 0
    assert "Zilte Teelt" in capsys.readouterr().out


def test_what_is_there_is_not_lost(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    (folder / "brief.txt").write_text("van iemand", encoding="utf-8")
    (folder / "people.csv").write_text("id,name\n", encoding="utf-8")
    assert main(["read", str(file), "--out", str(folder)]) == 1
    assert "has something in it; another folder, or --force" in capsys.readouterr().err
    assert main(["read", str(file), "--out", str(folder), "--force"]) == 0
    assert (folder / "brief.txt").read_text(encoding="utf-8") == "van iemand"
    assert not (folder / "people.csv").exists()


def test_scores_against_who_read_it(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "goud"
    assert main(["read", str(file), "--out", str(gold)]) == 0
    table = gold / "partner_in.csv"
    kept = [line for line in table.read_text(encoding="utf-8").splitlines() if "scalda" not in line]
    table.write_text("\n".join(kept).replace("read", "stated") + "\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["read", str(file), "--against", str(gold)]) == 0
    said = capsys.readouterr().out
    assert "kind of fact" in said
    assert "wrong, PARTNER_IN:\n  Scalda → Zilte Teelt" in said
    assert main(["read", str(file), "--against", str(gold), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (partners,) = [line for line in lines if line["kind"] == "PARTNER_IN"]
    assert (partners["right"], partners["wrong"]) == (2, ["Scalda → Zilte Teelt"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "say where the tables go"),
        (["--out", "uit", "--dataset", "Ons Net"], "is no dataset name"),
    ],
)
def test_what_cannot_be_asked(
    file: Path, capsys: pytest.CaptureFixture[str], words: list[str], expected: str
) -> None:
    assert main(["read", str(file), *words]) == 1
    assert expected in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_one_line(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(b"%PDF-1.4 nothing")
    folder = tmp_path / "uit"
    assert main(["--lang", "nl", "read", str(file), "--out", str(folder)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{file.name}: een kapotte pdf")
    assert not folder.exists()
