"""What docs/analyses.md says can be asked, asked of LED."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from tests.conftest import LED, ROOT, Ask

from ledwerk.api.analyse_options import ANALYSES
from ledwerk.api.cli import main

TEXT = (ROOT / "docs" / "analyses.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```graphql\n(.*?)```", TEXT, re.DOTALL)
COMMANDS = re.findall(r"^(ledwerk analyse [^#\n]*[^#\s])", TEXT, re.MULTILINE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a store with LED."""
    address = f"sqlite:{tmp_path_factory.mktemp('document') / 'led.sqlite'}"
    assert main(["load", str(LED), "--yes", "--store", address]) == 0
    return address


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_an_answer(ask: Ask, question: str) -> None:
    assert all(ask(question, once=True).values())


@pytest.mark.parametrize("command", [one for one in COMMANDS if "--ties" not in one])
def test_every_command_prints_a_table(
    store: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main([*shlex.split(command)[1:], "--store", store]) == 0
    assert capsys.readouterr().out.count("\n") > 1


def test_the_command_on_bare_ties(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (command,) = (one for one in COMMANDS if "--ties" in one)
    (tmp_path / "ties.csv").write_text("u,v\na,b\nb,c\n", encoding="utf-8")
    (tmp_path / "nodes.csv").write_text("node,group\na,x\nb,y\nc,x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out.splitlines()[2].startswith("b,2,1,")


def test_every_analysis_is_named() -> None:
    missing = [name for name, _ in ANALYSES if name not in TEXT]
    assert not missing
