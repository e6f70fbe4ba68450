"""The command line, as a person uses it."""

from __future__ import annotations

import io
import json
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.conftest import LED, ROOT

from ledwerk.api.cli import main, parser

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("LEDWERK_STORE", f"sqlite:{tmp_path / 'cli.sqlite'}")

    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return command


def test_a_whole_session(run: Run, tmp_path: Path) -> None:
    assert run("check", str(LED))[0] == 0
    code, out, _ = run("load", str(LED), "--dry-run")
    assert (code, "would add: " in out) == (0, True)
    assert run("load", str(LED))[1].startswith("led-2016: ")
    assert "0 added, 0 changed, 0 removed; revision 1" in run("load", str(LED))[1]
    code, out, _ = run("gaps")
    assert out.splitlines()[-1] == "3 gaps from sme to campus"
    code, out, _ = run("who", "zuyd hogeschool")
    assert "Zuid-Limburg Versnelt" in out
    assert "regel 239" in out
    assert "CONFLICT" in run("who", "bestuur")[1]
    code, out, _ = run("query", "{ revision }")
    assert json.loads(out) == {"data": {"revision": 1}}
    page = tmp_path / "net.html"
    assert run("view", str(page))[0] == 0
    assert "<title>Wie werkt met wie?" in page.read_text(encoding="utf-8")
    assert run("export", str(tmp_path / "out"))[0] == 0
    assert run("check", str(tmp_path / "out"))[0] == 0
    assert run("export", str(tmp_path / "out.xlsx"))[0] == 0
    assert run("check", str(tmp_path / "out.xlsx"))[0] == 0


def test_questions_from_a_file_and_from_a_pipe(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "question.graphql"
    file.write_text("{ revision }", encoding="utf-8")
    assert json.loads(run("query", str(file))[1]) == {"data": {"revision": 0}}
    monkeypatch.setattr(sys, "stdin", io.StringIO("{ revision }"))
    assert json.loads(run("query", "-")[1]) == {"data": {"revision": 0}}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("load", "nowhere"), "nowhere: no such file or folder"),
        (("who", "nobody"), "no node is called 'nobody'"),
        (("query", "{ nothing }"), "Cannot query field"),
        (("query", "no-file"), "neither a question nor a file"),
        (("gaps", "--from", "bakers"), "'bakers' is not known; one of sme"),
        (("export", "out", "--dataset", "x"), "no such dataset"),
        (("view", "/nowhere/at/all.html"), "/nowhere/at/all.html"),
        (("load", str(LED), "--store", "mysql:x"), "write sqlite:PATH"),
        (("serve", "--host", "no.such.host.invalid"), "is no address of this machine"),
    ],
)
def test_what_goes_wrong_is_one_line(run: Run, words: tuple[str, ...], says: str) -> None:
    code, _, err = run(*words)
    assert code == 1
    assert says in err


def test_a_spreadsheet_with_a_mistake(run: Run, tmp_path: Path) -> None:
    for file in LED.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    table = tmp_path / "partner_in.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("organisation:dsm,", "organisation:dms,", 1),
        encoding="utf-8",
    )
    code, _, err = run("load", str(tmp_path))
    assert code == 1
    assert re.search(r"partner_in\.csv:\d+: party: 'organisation:dms' is neither an id nor a", err)
    assert "organisation:dsm" in err
    assert "1 problem; nothing was written" in err


def test_a_large_removal_needs_yes(run: Run, mini: Callable[..., Path]) -> None:
    people = "name\n" + "".join(f"P{i}\n" for i in range(9))
    run("load", str(mini(sources="name\nB\n", people=people)))
    fewer = str(mini(sources="name\nB\n"))
    code, _, err = run("load", fewer)
    assert (code, "load again with --yes" in err) == (1, True)
    assert run("load", fewer, "--yes")[0] == 0


def test_every_command_has_help_and_is_in_the_readme() -> None:
    (commands,) = (
        action.choices for action in parser()._actions if hasattr(action, "choices") and
        isinstance(action.choices, dict)
    )  # fmt: skip
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, command in commands.items():
        assert command.description
        assert f"ledwerk {name}" in readme, name


def test_help_is_light() -> None:
    """What the help needs imports nothing that is slow."""
    code = (
        "import sys; from ledwerk.api.cli import parser; parser().format_help();"
        "slow = {'networkx', 'numpy', 'scipy', 'pyvis', 'strawberry', 'fastapi', 'graphql'};"
        "assert not slow & set(sys.modules), slow & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Callable[..., str]]:
    running: list[subprocess.Popen[str]] = []

    def start(*words: str) -> str:
        process = subprocess.Popen(
            [sys.executable, "-c", "import sys; from ledwerk.api.cli import main; sys.exit(main())",
             "serve", "--store", f"sqlite:{tmp_path / 'served.sqlite'}", *words],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ,
        )  # fmt: skip
        running.append(process)
        assert process.stdout is not None
        return process.stdout.readline().split()[0]

    yield start
    for process in running:
        process.terminate()
        process.communicate(timeout=10)


def test_serve_prints_an_address_that_answers(server: Callable[..., str]) -> None:
    address = server()
    with urllib.request.urlopen(f"{address}health/ready", timeout=5) as answer:
        assert json.load(answer)["status"] == "ready"


def test_serve_takes_another_port_when_none_was_asked_for(server: Callable[..., str]) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        except OSError:
            pass  # somebody else has it, which serves as well
        address = server()
    assert not address.endswith(":8000/")


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, _, err = run("serve", "--port", port)
    assert (code, f"port {port} cannot be used" in err) == (1, True)
