"""`ledwerk serve --edit`: an address for one editor, which counts for this run only."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from ledwerk.api.app import create_app
from ledwerk.api.cli import parser
from ledwerk.api.run_editor import run_editor
from ledwerk.api.serve_options import settings_of
from ledwerk.api.settings import Settings
from ledwerk.graph.store import Store

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

MAIN = "import sys; from ledwerk.api.cli import main; sys.exit(main())"
CHANGE = 'mutation { createProject(input: {name: "Brug"}) { revision errors { message } } }'


def test_the_editor_of_this_run_is_let_in_and_no_other(store: Store, tmp_path: Path) -> None:
    tokens = str(tmp_path / "none.json")
    mine, other = run_editor("Anna"), run_editor("Bert")
    client = TestClient(
        create_app(store, Settings(tokens=tokens, editor=mine)), base_url="http://127.0.0.1"
    )
    told = client.post("/session", json={"token": mine.token})
    assert told.json() == {"name": "Anna", "role": "editor"}
    assert client.post("/graphql", json={"query": CHANGE}).json()["data"]["createProject"]
    assert next(store.revisions()).actor == "Anna"
    client.cookies.clear()
    for token in (other.token, "", f"{mine.token}x", "é"):
        assert client.post("/session", json={"token": token}).status_code in {400, 401}
    without = TestClient(create_app(store, Settings(tokens=tokens)), base_url="http://127.0.0.1")
    assert without.post("/session", json={"token": mine.token}).status_code == 401


def test_it_is_asked_for_and_has_a_name() -> None:
    assert settings_of(parser().parse_args(["serve"])).editor is None
    named = settings_of(parser().parse_args(["serve", "--edit", "Anna"])).editor
    unnamed = settings_of(parser().parse_args(["serve", "--edit"])).editor
    assert named is not None
    assert unnamed is not None
    assert named.name == "Anna"
    assert unnamed.name
    assert named.token != unnamed.token
    assert named.token not in repr(named)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_command_prints_where_tables_can_be_changed(tmp_path: Path, workers: str) -> None:
    if workers != "1" and sys.platform != "linux":
        pytest.skip("only Linux shares a port out among processes")
    store = f"sqlite:{tmp_path / 'store.sqlite'}"
    command = [sys.executable, "-c", MAIN, "--lang", "en", "serve", "--store", store]
    command += ["--port", "0", "--edit", "Anna", "--workers", workers]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(2)]
        found = re.match(r"(http://127\.0\.0\.1:\d+/)tables#key=(\S+)  \(here Anna", lines[1])
        assert found, lines
        request = urllib.request.Request(
            f"{found[1]}session", headers={"authorization": f"Bearer {found[2]}"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert answer.read() == b'{"name":"Anna","role":"editor"}'
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
