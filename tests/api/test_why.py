"""`ledwerk why`, `confirm`, `withdraw` and `load --unreviewed`, as somebody types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ledwerk.api.cli import main
from ledwerk.graph.opening import open_store

Run = Callable[..., str]

TABLES = {
    "sources": "id,name,date\nsource:m,Magazine,2016\nsource:r,Register,2019\n",
    "organisations": "id,name,website,source,locator,basis\n"
    "organisation:a,Academie,https://old.example,source:m,p. 1,\n"
    "organisation:a,Academie,https://new.example,source:r,1,\n"
    "organisation:b,Bakkerij,,source:m,p. 2,\n"
    "organisation:c,Ver weg,,source:m,p. 9,\n",
    "people": "id,name,source\nperson:x,Xenia,source:m\n",
    "boards": "id,name,source\nboard:b,Bestuur,source:m\n",
    "seats": "id,role,source,locator\nseat:s,voorzitter,source:m,p. 3\n",
    "holds": "holder,seat,source\nperson:x,seat:s,source:m\n",
    "on": "seat,board,source,locator\nseat:s,board:b,source:m,p. 3\n",
    "from": "seat,organisation,source,locator,denied\n"
    "seat:s,organisation:a,source:m,p. 3,\n"
    "seat:s,organisation:a,source:r,2,yes\n",
    "projects": "id,name,source\nproject:p,Proef,source:m\n",
    "partner_in": "party,activity,source\norganisation:a,project:p,source:m\n"
    "organisation:b,project:p,source:r\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mini"
    made.mkdir()
    (made / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in TABLES.items():
        (made / f"{name}.csv").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def run(
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs a command over the network; what it says on both streams."""
    monkeypatch.setenv("LEDWERK_STORE", f"sqlite:{tmp_path / 'store.sqlite'}")
    monkeypatch.setenv("LOGNAME", "eve")
    assert main(["load", str(folder)]) == 0

    def said(*words: str, code: int = 0) -> str:
        capsys.readouterr()
        assert main(words) == code
        told = capsys.readouterr()
        return told.out + told.err

    return said


def test_why_a_node_is_shown_as_it_is(run: Run) -> None:
    told = run("why", "academie")
    assert told.startswith("Academie  (organisation, organisation:a)\n  last confirmed: 2019\n")
    assert (
        "  website: https://new.example, since its source is newer (2019 against 2016)\n"
        "    * https://new.example by Register, 1 [stated]\n"
        "    - https://old.example by Magazine, p. 1 [stated]\n"
    ) in told
    assert "dataset mini, revision 1, " in told
    dutch = run("--lang", "nl", "why", "Academie", "--property", "website")
    assert "website: https://new.example, want de bron is nieuwer (2019 tegen 2016)" in dutch
    assert "gegevens mini, revisie 1, " in dutch
    assert "p. 9" not in dutch


def test_why_somebody_is_on_a_board(run: Run) -> None:
    told = run("why", "Bakkerij", "--on", "Proef")
    assert "directly:\n  Bakkerij is partner in Proef\n" in told
    told = run("why", "Academie", "--on", "Bestuur")
    assert "through Xenia, Bestuur:" in told
    assert "Xenia holds Xenia, Bestuur" in told
    # The newer source says that it is not so: that is told with why.
    assert "NOT SHOWN: its source is newer (2019 against 2016)" in told
    assert "existence" not in told
    told = run("why", "Academie", "--on", "Ver weg")
    assert "nothing that is known connects Academie and Ver weg" in told
    told = run("why", "Academie", "--on", "Bakkerij")
    assert "through Proef:" in told


def test_why_as_json(run: Run) -> None:
    found: Any = json.loads(run("why", "organisation:a", "--property", "website", "--json"))
    (website,) = found["properties"]
    assert (website["value"], website["reason"]) == ("https://new.example", "newer")
    first, second = found["statements"]
    assert {first["source"], second["source"]} == {"source:m", "source:r"}
    assert (first["revision"], first["action"], first["dataset"]) == (1, "load", "mini")
    chains = json.loads(run("why", "Academie", "--on", "Bestuur", "--json"))["chains"]
    assert [one["through"][0]["id"] for one in chains] == ["seat:s"]
    shown = {fact["key"]: fact["shown"] for fact in chains[0]["facts"]}
    assert shown["FROM:seat:s>organisation:a"] is False
    assert shown["ON:seat:s>board:b"] is True


def test_errors_of_why_say_what_was_meant(run: Run) -> None:
    assert "did you mean 'Academie'" in run("why", "Academi", code=1)
    told = run("why", "Academie", "--property", "websit", code=1)
    assert "no property of organisation is called 'websit'; did you mean website" in told
    dutch = run("--lang", "nl", "why", "Academie", "--property", "websit", code=1)
    assert "heeft geen eigenschap 'websit'; bedoelde je website" in dutch
    assert "give either" in run("why", "Academie", "--on", "Bestuur", "--property", "x", code=1)


def test_confirming_from_the_command_line(run: Run) -> None:
    assert "Academie: confirmed on 20" in run("confirm", "Academie", "--actor", "Ada")
    told = run("why", "Academie")
    assert "an editor [by an editor]" in told
    assert "confirmed on 20" in told
    assert "by Ada" in told
    assert "confirmed on" in run("confirm", "ON:seat:s>board:b")
    told = run("confirm", "ON:seat:s>board:none", code=1)
    assert "give the id of a node, or the key of a relation" in told


def test_withdrawing_from_the_command_line(run: Run, folder: Path) -> None:
    told = run("withdraw", "Register", "--dry-run")
    assert told.startswith("Register: 3 statements rest on this source\n")
    assert "comes back, since only this source denied it: 1" in told
    assert "Academie (organisation, organisation:a) (website)" in told
    assert "nothing was done" in run("withdraw", "Register", code=1)  # nobody can be asked
    told = run("withdraw", "Register", "--yes", "--why", "out of date")
    assert "Register is withdrawn; revision 2." in told
    assert "was withdrawn on" in run("withdraw", "source:r", "--yes", code=1)
    told = run("load", str(folder))
    assert "3 rows are left out, since they cite source:r, which was withdrawn" in told
    assert "0 added, 0 changed, 0 removed" in told
    told = run("--lang", "nl", "load", str(folder))
    assert "3 rijen zijn weggelaten, want ze noemen source:r" in told
    assert "3 statements are back" in run("withdraw", "Register", "--take-back")
    assert "0 added, 0 changed, 0 removed" in run("load", str(folder))
    assert "geen bron heet" in run("--lang", "nl", "withdraw", "Registr", code=1)


def test_rows_that_a_program_read_come_in_once_accepted(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "read"
    folder.mkdir()
    (folder / "datapackage.json").write_text('{"name": "read"}', encoding="utf-8")
    (folder / "sources.csv").write_text("id,name\nsource:t,Tekst\n", encoding="utf-8")
    rows = "id,name,locator,basis,aanvaard\norganisation:n,Nieuw,1,read,{}\n"
    (folder / "organisations.csv").write_text(rows.format(""), encoding="utf-8")
    told = run("--lang", "nl", "load", str(folder))
    assert "1 rijen die een programma las zijn weggelaten" in told
    told = run("load", str(folder), "--unreviewed")
    assert "1 rows are taken that nobody has reviewed" in told
    told = run("--lang", "nl", "who", "Nieuw")
    assert "NIET NAGEKEKEN: een programma las dit" in told
    assert "Tekst, 1 [read, niet nagekeken]" in told
    (folder / "organisations.csv").write_text(rows.format("ja"), encoding="utf-8")
    run("load", str(folder))
    told = run("who", "Nieuw")
    assert "NOT REVIEWED" not in told
    assert "[read, accepted by eve]" in told
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    (row,) = store.statements(key="organisation:n")
    store.close()
    assert row.accepted_by == "eve"
