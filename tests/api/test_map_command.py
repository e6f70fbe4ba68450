"""`ledwerk map` on the command line: what it writes, prints, lists and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledwerk.api.cli import main
from ledwerk.loaders.mapping import packaged

TABLE = (
    "Projecttitel;Aanvrager;Bedrag\nSlim;Zuyd Hogeschool;1.234,50\nGroen;Gemeente Venlo;2.000,00\n"
)


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of grants, in the folder where the command is run."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "grants 2016.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def test_a_mapping_is_written_and_loads_with_no_further_change(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", table.name, "--out", "g.yaml"]) == 0
    out = capsys.readouterr().out
    assert "g.yaml: a mapping is proposed" in out
    assert 'ledwerk load --mapping g.yaml "grants 2016.csv"' in out
    store = f"sqlite:{table.parent / 's.sqlite'}"
    assert main(["load", "--store", store, "--mapping", "g.yaml", table.name]) == 0
    assert "grants-2016: " in capsys.readouterr().out


def test_without_a_place_it_is_printed(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", table.name, "--dataset", "mine"]) == 0
    out = capsys.readouterr().out
    assert "dataset: mine\n" in out
    assert not list(table.parent.glob("*.yaml"))


def test_a_file_is_replaced_only_when_that_is_said(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = table.parent / "own.yaml"
    own.write_text("mapping: 1\n", encoding="utf-8")
    assert main(["map", table.name, "--out", "own.yaml"]) == 1
    assert "own.yaml is there already; --force replaces it" in capsys.readouterr().err
    assert own.read_text(encoding="utf-8") == "mapping: 1\n"
    assert main(["map", table.name, "--out", "own.yaml", "--force"]) == 0
    assert "dataset: grants-2016" in own.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "name the files that a mapping is wanted for"),
        (["grants 2016.csv", "--out", "g.txt"], "the name of a mapping file ends in .yaml"),
        (["grants 2016.csv", "--out", "no/g.yaml"], "no: no such folder"),
        (["grants 2016.csv", "--dataset", "A b"], "'A b' is no dataset name"),
        (["none.csv"], "none.csv: no such file or folder"),
    ],
)
@pytest.mark.usefixtures("table")
def test_what_cannot_be_done_is_said(
    words: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["map", *words]) == 1
    assert message in capsys.readouterr().err


def test_every_ready_mapping_is_listed_with_what_it_wants(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["map", "--list"]) == 0
    out = capsys.readouterr().out
    assert [line.partition(":")[0] for line in out.splitlines() if line[0] != " "] == list(
        packaged()
    )
    assert "    h2020_participations*: pic, country" in out


def test_it_speaks_dutch(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "nl", "map", table.name, "--out", "g.yaml"]) == 0
    assert "er is een mapping voorgesteld" in capsys.readouterr().out
