"""`ledwerk new`: made once, filled in, loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from tests.loaders.filling import fill

from ledwerk.api.cli import main


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:{tmp_path / 'x.sqlite'}"
    monkeypatch.setenv("LEDWERK_STORE", address)
    monkeypatch.setenv("LEDWERK_LANG", "en")
    return address


def test_made_filled_in_and_loaded(
    tmp_path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "Ons netwerk.xlsx"
    assert main(["new", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: fill it in, and then: ledwerk load {file}\n"
    assert not Path(address.removeprefix("sqlite:")).exists()  # no store is made for it
    fill(file, {"Organisaties": [("Hogeschool Zuid",)]})
    assert main(["load", str(file)]) == 0
    assert capsys.readouterr().out.startswith("ons-netwerk: ")
    assert main(["who", "Hogeschool Zuid"]) == 0
    assert "Ingevuld in ons-netwerk" in capsys.readouterr().out

    assert main(["new", str(file)]) == 1  # what is filled in is not lost
    assert "is there already; another name, or --force" in capsys.readouterr().err
    second = tmp_path / "tweede.xlsx"
    assert main(["new", str(second), "--lang", "en", "--store", address]) == 0
    book = CalamineWorkbook.from_path(str(second))
    assert book.sheet_names[0] == "Read me"
    cells = {cell for row in book.get_sheet_by_name("Lists").to_python() for cell in row}
    assert "Hogeschool Zuid" in cells
    assert main(["new", str(file), "--force"]) == 0
    assert CalamineWorkbook.from_path(str(file)).get_sheet_by_name("Organisaties").height == 1


@pytest.mark.usefixtures("address")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lijst.csv"], "'lijst.csv' is no workbook's name; let it end in .xlsx"),
        (["nergens/x.xlsx"], "No such file or directory"),
        (["x.xlsx", "--store", "sqlite:niet.sqlite"], "sqlite:niet.sqlite is not there; begin"),
    ],
)
def test_what_cannot_be_made(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", *words]) == 1
    assert message in capsys.readouterr().err
    assert list(tmp_path.glob("*.xlsx")) == []
