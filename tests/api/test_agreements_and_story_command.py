"""`ledwerk agreements` and `ledwerk story`."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.api.test_agreements import TABLES, WISH, WORKSHOP, joined

from ledwerk.api.agreements import Agreements
from ledwerk.api.analyst import Analyst
from ledwerk.api.cli import main
from ledwerk.graph.opening import open_store
from ledwerk.graph.sqlite_journal import journal_beside
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.stories import TOPIC, Step, body_of


@pytest.fixture
def filled(tmp_path: Path, mini: Callable[..., Path]) -> Iterator[Store]:
    store = open_store(f"sqlite:{tmp_path / 'store.sqlite'}")
    load(store, check(MODEL, mini(**TABLES), store))
    yield store
    store.close()


def test_agreements_are_listed_in_the_language_of_whoever_reads(
    filled: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = journal_beside(filled.address)
    kept = Agreements(filled, Analyst(filled), opened, lambda: date(2026, 11, 2))
    asyncio.run(kept.make("anna", WISH))
    opened().close()
    joined(filled, WORKSHOP, "project:two")
    monkeypatch.setenv("LEDWERK_LANG", "nl")
    assert main(["agreements", "--store", filled.address]) == 0
    told = capsys.readouterr().out
    assert told == "2026-12-01  rond       School stelt Werkplaats voor aan Campus\n"
    monkeypatch.setenv("LEDWERK_LANG", "en")
    assert main(["agreements", "--store", filled.address, "--state", "closed"]) == 0
    assert "closed     School introduces Werkplaats to Campus" in capsys.readouterr().out
    assert main(["agreements", "--store", filled.address, "--state", "open"]) == 0
    assert capsys.readouterr().out == ""


def test_several_processes_that_see_the_tie_write_it_down_once(filled: Store) -> None:
    opened = journal_beside(filled.address)
    kept = Agreements(filled, Analyst(filled), opened, lambda: date(2026, 11, 2))
    asyncio.run(kept.make("anna", WISH))
    joined(filled, WORKSHOP, "project:two")
    run = "import sys; from ledwerk.api.cli import main; sys.exit(main())"
    words = [sys.executable, "-c", run, "agreements", "--store", filled.address]
    looking = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = [process.communicate(timeout=60)[0] for process in looking]
    assert [process.returncode for process in looking] == [0, 0, 0]
    assert len(set(told)) == 1
    assert "Werkplaats" in told[0]
    acts = [entry.body["act"] for entry in opened().entries(("agreement",))]
    opened().close()
    assert acts == ["made", "tied"]


def test_a_story_is_written_as_one_file(
    filled: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = journal_beside(filled.address)
    steps = [Step("Alles", "", ""), Step("School", "x", "focus=organisation%3Aschool")]
    opened().append("anna", TOPIC, "s1", body_of("Van gat naar afspraak", steps))
    opened().append("anna", TOPIC, "s2", body_of("Leeg", []))
    opened().close()
    file = tmp_path / "story.html"
    there = ["--store", filled.address]
    assert main(["story", "van gat naar afspraak", str(file), "--lang", "en", *there]) == 0
    text = file.read_text(encoding="utf-8")
    assert '<html lang="en">' in text
    assert '"title":"Van gat naar afspraak"' in text
    capsys.readouterr()
    for words, said in (
        (["s1", str(tmp_path / "story.pdf")], "ends in .html"),
        (["s3", str(file)], "'s3' is no story"),
        (["s2", str(file)], "has no views yet"),
    ):
        assert main(["story", *words, *there]) == 1
        assert said in capsys.readouterr().err
