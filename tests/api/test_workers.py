"""Several processes of the service on one port: who answers, who replaces whom, what is counted."""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest
from tests.conftest import LED
from tests.http.service import LEDWERK, Service, processes, resident, served

from ledwerk.api import tokens_file
from ledwerk.api.cli import main
from ledwerk.api.serve_options import workers_for

WITHIN = 20.0
JSON = {"content-type": "application/json"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    store = f"sqlite:{tmp_path_factory.mktemp('workers') / 'led.sqlite'}"
    subprocess.run(
        [LEDWERK, "load", str(LED), "--yes", "--store", store], check=True, capture_output=True
    )
    return store


@dataclass(frozen=True, slots=True)
class Ground:
    service: Service
    log: Path
    token: str


@pytest.fixture(scope="module")
def ground(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """Two workers, for all tests that leave both alive in the end."""
    folder = tmp_path_factory.mktemp("ground")
    documents, log = folder / "documents.json", folder / "log"
    documents.write_text(json.dumps({"newest": "query newest { revision }"}), encoding="utf-8")
    _, token = tokens_file.add(folder / "tokens.json", "ada", "editor", None)
    words = ["--documents", str(documents), "--tokens", str(folder / "tokens.json"),
             "--limit", "depth=4", "--log", "json", "--workers", "2"]  # fmt: skip
    with log.open("wb") as lines, served(address, None, *words, stderr=lines) as service:
        both_answer(service)
        yield Ground(service, log, token)


def workers(service: Service) -> set[int]:
    """The processes that listen, as their own figures tell."""
    return {pid for pid in processes(service.pid) if "spawn_main" in command(pid)}


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""


def ask(service: Service, query: str, token: str = "", **more: object) -> dict[str, object]:
    """An answer over a connection of its own, so that either worker may give it."""
    headers = dict(JSON)
    if token:
        headers["authorization"] = f"Bearer {token}"
    body = json.dumps({"query": query, **more} if query else more).encode()
    with urlopen(Request(service.graphql, body, headers), timeout=WITHIN) as answer:
        found: dict[str, object] = json.load(answer)
        return found


def answered_by(service: Service) -> str:
    """Who answered: the part of a request's id that is a process' own."""
    with urlopen(f"{service.address}health/ready", timeout=WITHIN) as answer:
        return str(answer.headers["x-request-id"]).partition("-")[0]


def both_answer(service: Service) -> set[str]:
    """Waits until two workers have answered; who they are."""
    found: set[str] = set()
    until(lambda: (found.add(answered_by(service)), len(found) == 2)[1])
    return found


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + WITHIN
    while not holds():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.02)


def figures(service: Service) -> dict[str, float]:
    with urlopen(f"{service.address}metrics", timeout=WITHIN) as answer:
        lines = answer.read().decode().splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


TOTAL = 'ledwerk_http_requests_total{path="/graphql",status="200"}'


def test_each_worker_has_the_same_settings(ground: Ground) -> None:
    """Twenty connections reach both but for one chance in half a million."""
    deep = "{ parties(first: 1) { nodes { projects { nodes { id partners { nodes { id } } } } } } }"
    for _ in range(20):
        assert ask(ground.service, "", documentId="newest") == {"data": {"revision": 1}}
        assert "more than 4 fields within" in str(ask(ground.service, deep)["errors"])


def test_what_one_worker_changed_the_other_tells_at_once(ground: Ground) -> None:
    add = (
        "mutation ($name: String!) { createOrganisation(input: {name: $name, kind: COMPANY}) "
        "{ revision } }"
    )
    for number in range(3):
        ask(ground.service, add, ground.token, variables={"name": f"Firm {number}"})
        seen = {json.dumps(ask(ground.service, "{ revision }")) for _ in range(8)}
        assert len(seen) == 1, seen


def test_whoever_answers_tells_the_figures_of_all(ground: Ground) -> None:
    before = figures(ground.service)
    for _ in range(20):
        ask(ground.service, "{ revision }")
    both = set()
    for _ in range(20):
        both.add(answered_by(ground.service))
        assert figures(ground.service)[TOTAL] == before[TOTAL] + 20
    assert len(both) == 2
    after = figures(ground.service)
    name = "ledwerk_http_request_duration_seconds"
    everything = f'{name}_bucket{{le="+Inf",path="/graphql"}}'
    assert after[everything] == before[everything] + 20
    assert after[f'{name}_sum{{path="/graphql"}}'] > before[f'{name}_sum{{path="/graphql"}}']
    assert after["ledwerk_http_requests_in_flight"] == 1  # the question for the figures
    # What answers, not what draws and reckons for it; and what minds resources, some 12 MB.
    held = resident(ground.service.pid, deep=1) * 1024 * 1024
    assert held * 0.85 < after["process_resident_memory_bytes"] < held * 1.05
    assert after["process_cpu_seconds_total"] >= before["process_cpu_seconds_total"]


def test_one_that_is_killed_is_replaced_and_its_counts_stay(ground: Ground) -> None:
    service = ground.service
    ask(service, "{ revision }")
    before, old = figures(service), workers(service)
    os.kill(min(old), signal.SIGKILL)
    until(lambda: not Path(f"/proc/{min(old)}").exists())  # with all its threads and sockets
    for _ in range(10):
        ask(service, "{ revision }")  # the other answers them
    until(lambda: len(workers(service)) == 2)
    both_answer(service)
    after = figures(service)
    assert after[TOTAL] >= before[TOTAL] + 10
    assert after["process_cpu_seconds_total"] >= before["process_cpu_seconds_total"]
    assert after["ledwerk_http_requests_in_flight"] == 1
    until(lambda: f"worker {min(old)} was ended by SIGKILL" in ground.log.read_text())


def test_ctrl_c_is_heard_by_the_parent_only(ground: Ground) -> None:
    """A terminal sends it to all processes."""
    for pid in workers(ground.service):
        blocked = re.search(r"SigBlk:\s+(\w+)", Path(f"/proc/{pid}/status").read_text())
        assert blocked
        assert int(blocked[1], 16) & 1 << (signal.SIGINT - 1), pid


def alive(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_all_that_is_logged_is_whole_lines(ground: Ground) -> None:
    threads = [
        threading.Thread(target=lambda: [ask(ground.service, "{ revision }") for _ in range(25)])
        for _ in range(4)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(WITHIN)

    def ids() -> set[str]:
        found = [json.loads(line) for line in ground.log.read_text().splitlines()]
        return {one["id"] for one in found if one.get("path") == "/graphql"}

    until(lambda: len(ids()) > 100)
    assert len({one.partition("-")[0] for one in ids()}) >= 2


BIG = (
    "{ parties(first: 200) { nodes { id sources { title locator } collaborators(first: 50)"
    " { nodes { id name } } projects(first: 10) { nodes { id partners(first: 10) "
    "{ nodes { name } } } } } } }"
)


@pytest.mark.parametrize(("told", "code"), [(signal.SIGTERM, -15), (signal.SIGINT, 130)])
def test_what_is_under_way_is_finished(address: str, told: signal.Signals, code: int) -> None:
    """Told so while both answer; by Ctrl-C, which all get, also while the second is starting."""
    with started(address, "--workers", "2") as (process, service):
        if told == signal.SIGTERM:
            both_answer(service)
        pids = workers(service)
        place = urlsplit(service.address)
        assert place.hostname
        callers = [HTTPConnection(place.hostname, place.port, timeout=WITHIN) for _ in range(6)]
        for one in callers:  # answered once, so that they are not waiting to be accepted
            one.request("GET", "/health/live")
            assert one.getresponse().read()
        for one in callers:
            one.request("POST", "/graphql", json.dumps({"query": BIG}), JSON)
        figures(service)  # which comes after those at whoever answers it
        if told == signal.SIGINT:
            os.killpg(process.pid, told)
        else:
            process.send_signal(told)
        for one in callers:
            assert "errors" not in json.load(one.getresponse())
            one.close()
        assert process.wait(WITHIN) == code
        assert process.stderr
        assert process.stderr.read() == ("ledwerk: stopped\n" if told == signal.SIGINT else "")
        assert not [pid for pid in pids if alive(pid)]


def test_stopped_before_it_answers_it_says_no_more_than_that(address: str) -> None:
    command = [LEDWERK, "serve", "--port", "0", "--store", address, "--workers", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        until(lambda: bool(workers(Service("", process.pid))))
        time.sleep(0.2)  # it is at its imports now
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate(timeout=WITHIN) == ("", "ledwerk: stopped\n")
        assert process.returncode == 130


def test_workers_end_when_their_parent_is_killed(address: str) -> None:
    """Also one that is still starting."""
    with started(address, "--workers", "2") as (process, service):
        until(lambda: len(workers(service)) == 2)
        pids = workers(service)
        process.kill()
        process.wait()
        until(lambda: not any(alive(pid) for pid in pids))


@contextmanager
def started(store: str, *words: str) -> Iterator[tuple[subprocess.Popen[str], Service]]:
    command = [LEDWERK, "serve", "--port", "0", "--store", store, *words]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            yield process, Service(line.split()[0], process.pid)
            assert process.stdout.read() == ""  # told once
        finally:
            process.kill()


def test_a_worker_that_cannot_start_ends_all_with_one_line(tmp_path: Path) -> None:
    """The store is whole when the command looks, and none when the workers do."""
    spoil = (
        "import sys; from ledwerk.api import workers; from ledwerk.api.cli import main;"
        "kept = workers.reserved\n"
        "def reserved(*a): open(sys.argv[1], 'wb').write(b'no store' * 999); return kept(*a)\n"
        "workers.reserved = reserved\n"
        "sys.exit(main(['serve', '--port', '0', '--workers', '2', "
        "'--store', 'sqlite:' + sys.argv[1]]))"
    )
    file = tmp_path / "spoilt.sqlite"
    done = subprocess.run(
        [Path(LEDWERK).with_name("python"), "-c", spoil, str(file)],
        capture_output=True, text=True, timeout=WITHIN, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    told = [line for line in done.stderr.splitlines() if "empty" not in line]
    assert len(told) == 1, told
    assert told[0].startswith("ledwerk: ")


def test_a_port_that_is_taken_is_an_error(
    address: str, capsys: pytest.CaptureFixture[str], ground: Ground
) -> None:
    port = ground.service.address.rstrip("/").rpartition(":")[2]
    for count in ("1", "2"):
        words = ["--store", address, "--port", port, "--workers", count]
        assert main(["serve", *words]) == 1
        assert f"port {port} cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "two", "65", "1.5"])
def test_a_number_that_cannot_be(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", f"--workers={count}"])
    assert ended.value.code == 2
    assert "write a number from 1" in capsys.readouterr().err


def test_a_store_in_memory_is_served_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--store", "sqlite::memory:", "--workers", "2"]) == 1
    assert "a store in memory belongs to one process" in capsys.readouterr().err
    assert workers_for(None, "sqlite::memory:") == 1
    assert workers_for(1, "sqlite::memory:") == 1


def test_unasked_there_are_as_many_as_processors() -> None:
    assert workers_for(None, "sqlite:x") == min(4, len(os.sched_getaffinity(0)))
    assert workers_for(7, "neo4j://host:7687") == 7


def test_the_help_tells_of_workers() -> None:
    from ledwerk.api.serve_options import add_serve_options

    words = argparse.ArgumentParser()
    add_serve_options(words)
    assert words.parse_args([]).workers is None
    assert "--workers NUMBER" in words.format_help()
