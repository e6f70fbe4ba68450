"""The service as a process: started, stopped while it is at work, its log and its settings."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
import time
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from tests.conftest import LED
from tests.http.service import LEDWERK, served

from ledwerk.api.cli import main


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    store = f"sqlite:{tmp_path_factory.mktemp('serving') / 'led.sqlite'}"
    subprocess.run(
        [LEDWERK, "load", str(LED), "--yes", "--store", store], check=True, capture_output=True
    )
    return store


def ask(place: str, query: str) -> object:
    body = json.dumps({"query": query}).encode()
    with urlopen(Request(place, body, {"content-type": "application/json"})) as answer:
        return json.load(answer)


def test_what_is_under_way_is_finished_when_it_is_told_to_stop(address: str) -> None:
    big = (
        "{ parties(first: 200) { nodes { id sources { title locator } collaborators(first: 50)"
        " { nodes { id name } } projects(first: 10) { nodes { id partners(first: 10) { nodes { name } } } } } } }"
    )
    answers: list[object] = []
    with served(address) as service:
        ask(service.graphql, "{ revision }")
        asking = [
            threading.Thread(target=lambda: answers.append(ask(service.graphql, big)))
            for _ in range(4)
        ]
        for one in asking:
            one.start()
        time.sleep(0.05)
        os.kill(service.pid, signal.SIGTERM)
        for one in asking:
            one.join(20)
    assert len(answers) == 4
    assert all(isinstance(one, dict) and one["data"]["parties"]["nodes"] for one in answers)


def test_metrics_and_health(address: str) -> None:
    with served(address) as service:
        ask(service.graphql, "{ revision }")
        with urlopen(f"{service.address}metrics") as answer:
            text = answer.read().decode()
        with urlopen(f"{service.address}health/ready") as answer:
            assert json.load(answer) == {"status": "ready", "revision": 1}
    assert "ledwerk_" in text
    assert 'path="/graphql"' in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--limit", "dept=3"], "there is no such limit"),
        (["--limit", "depth=many"], "write depth=NUMBER"),
        (["--limit", "depth=0"], "above 0"),
        (["--only-documents"], "--documents"),
        (["--documents", "nowhere.json"], "nowhere.json"),
    ],
)
def test_settings_that_cannot_be(
    address: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--store", address, *words]) == 1
    assert told in capsys.readouterr().err


def test_documents_that_are_none(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "documents.json"
    for text in ("[", "[1]", '{"a": 1}'):
        file.write_text(text, encoding="utf-8")
        assert main(["serve", "--store", address, "--documents", str(file)]) == 1
        assert "documents.json" in capsys.readouterr().err
