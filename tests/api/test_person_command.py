"""`ledwerk person`: all that is known of somebody, written out; and nothing left of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import LED

from ledwerk.api.cli import main
from ledwerk.api.importing_held import shelf_of
from ledwerk.graph.opening import open_store
from ledwerk.graph.sqlite_journal import Journal, journal_path
from ledwerk.graph.store import Store
from ledwerk.loaders.preview_tables import Wanted
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.keeping import VARIABLE, kept_of

NAME = "Jos Schneiders"
SAID = {
    "actor": "Jos Schneiders",
    "note": "namens Jos Schneiders",
    "ids": ["person:jos-schneiders"],
}


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setenv("LEDWERK_TOKENS", str(tmp_path / "tokens.json"))
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    load(store, check(MODEL, LED, store))
    journal = Journal(journal_path(store.address))
    journal.append("Jos Schneiders", "proposal", "person:jos-schneiders", SAID)
    journal.append("anna", "proposal", "organisation:apg", {"note": "niets"})
    journal.append("bert", "decision", "3", {"ja": True}, mark="telefoon van Jos Schneiders")
    journal.close()
    kept_of(store).put("a view", b"Jos Schneiders")
    shelf_of(store.address).put("anna", "x.csv", b"name\nJos Schneiders\n", Wanted())
    yield store
    store.close()


def _files(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and file.name != "tokens.json"]


def test_everything_known_of_a_person_is_written_out(
    filled: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "record.json"
    words = ["person", "export", NAME.lower(), "--store", filled.address, "--out", str(file)]
    assert main(words) == 0
    record = json.loads(file.read_text(encoding="utf-8"))
    assert record["ids"] == ["person:jos-schneiders"]
    assert record["seats"] == ["seat:bestuur-jos-schneiders", "seat:stuurgroep-mtc-jos-schneiders"]
    kinds = {row["kind"] for row in record["statements"]}
    assert {"Person", "HOLDS", "Seat", "ON"} <= kinds
    assert [row["actor"] for row in record["journal"]] == [NAME, "bert"]
    assert record["journal"][1]["mark"] == f"telefoon van {NAME}"
    assert all(row["source"] for row in record["statements"] if row["kind"] == "HOLDS")
    assert main(words) == 1
    assert "is there already" in capsys.readouterr().err


def test_nothing_is_left_beside_the_store_either(
    filled: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert any(b"Schneiders" in file.read_bytes() for file in _files(tmp_path / "cache"))
    assert main(["token", "add", NAME]) == 0
    words = ["person", "erase", NAME, "--store", filled.address, "--yes", "--actor", "anna"]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert "1 entries of the journal" in told
    assert "ledwerk token revoke" in told
    for word in ("backups, copies and exports", "stop it and start it again"):
        assert word in told
    for file in _files(tmp_path):
        found = file.read_bytes().lower()
        assert b"schneiders" not in found, file
    journal = Journal(journal_path(filled.address))
    first, second, _ = journal.entries()
    journal.close()
    assert (first.actor, first.body["note"]) == ("[…]", "namens […]")
    assert first.key.startswith("person:erased-")
    assert (second.actor, dict(second.body)) == ("anna", {"note": "niets"})


def test_it_asks_first_and_speaks_dutch(
    filled: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEDWERK_LANG", "nl")
    assert main(["person", "erase", NAME, "--store", filled.address]) == 1
    out, err = capsys.readouterr()
    assert "2 zetels blijven" in out
    assert err == "er is niets gewist; geef --yes waar niemand gevraagd kan worden\n"
    assert any(row.key == "person:jos-schneiders" for row in filled.statements())


def test_who_is_not_there_is_said_with_names_that_come_near(
    filled: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["person", "erase", "Jos Schneider", "--store", filled.address, "--yes"]) == 1
    assert "did you mean 'Jos Schneiders'" in capsys.readouterr().err
    assert main(["person", "export", "person:nobody", "--store", filled.address]) == 1
    assert "there is no person:nobody, and never was" in capsys.readouterr().err


def test_another_spelling_goes_too(filled: Store, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["person", "erase", "Sjraar Cox", "--also", "Cox", "--store", filled.address, "--yes"]
    assert main(words) == 0
    assert "called 'Sjraar Cox', 'Cox'" in capsys.readouterr().out
    assert not any("cox" in repr(event).lower() for event in filled.events())
