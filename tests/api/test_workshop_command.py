"""`ledwerk workshop`: who gets in, what it says, and where it leads."""

from __future__ import annotations

import ipaddress
import os
import re
import subprocess
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest
from tests.browser.workshop_service import LEDWERK, filled, workshop
from tests.conftest import LED

from ledwerk.api.own_addresses import Own, own_addresses
from ledwerk.api.workshop_command import chosen_host, terminal_qr
from ledwerk.api.workshop_page import join_address, only_here, qr_svg
from ledwerk.schema.errors import LedwerkError

OWN = [Own("192.168.1.20", "wlan0"), Own("10.0.0.4", "eth0")]


@pytest.mark.parametrize(
    ("answer", "host"),
    [("", "127.0.0.1"), ("1", "127.0.0.1"), (" 2 ", "192.168.1.20"), ("3", "10.0.0.4")],
)
def test_the_room_gets_in_only_where_somebody_says_so(
    answer: str, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert chosen_host(OWN, "nl", lambda _: answer) == host
    asked = capsys.readouterr().out
    assert "Alleen deze laptop" in asked
    assert "192.168.1.20 (wlan0)" in asked


@pytest.mark.parametrize("answer", ["4", "0", "ja", "-1", "²"])
def test_another_answer_is_refused(answer: str) -> None:
    with pytest.raises(LedwerkError, match="choose 1 to 3"):
        chosen_host(OWN, "en", lambda _: answer)


def test_no_answer_or_no_network_is_this_machine_only() -> None:
    def nobody(_: str) -> str:
        raise EOFError

    assert chosen_host(OWN, "nl", nobody) == "127.0.0.1"
    assert chosen_host([], "nl", nobody) == "127.0.0.1"


def test_own_addresses_are_addresses_and_no_loopback() -> None:
    for one in own_addresses():
        assert not ipaddress.ip_address(one.address).is_loopback


def test_a_qr_code_leads_to_the_door_with_the_code() -> None:
    address = join_address("http://192.168.1.20:8000/", "K7QM3X")
    assert address == "http://192.168.1.20:8000/join?code=K7QM3X"
    assert len(terminal_qr(address).splitlines()) > 10
    svg = qr_svg(address).decode()
    assert svg.startswith("<svg")
    assert "#fff" in svg  # scanners need a light ground, also on a dark page
    assert only_here("http://127.0.0.1:8000/")
    assert not only_here("http://192.168.1.20:8000/")


def _status(address: str, accept: str = "*/*") -> int:
    request = urllib.request.Request(address, headers={"accept": accept})
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def test_one_command_and_the_room_is_open(tmp_path: Path) -> None:
    store = filled(tmp_path, LED)
    with workshop(store, host="0.0.0.0") as room:  # noqa: S104 - what is tried
        here = f"http://127.0.0.1:{room.port}/"
        assert _status(f"{here}join") == 200
        assert _status(f"{here}health/live") == 200
        assert _status(f"{here}view.json") == 401
        assert _status(here, "text/html") == 401
        session = urllib.request.Request(
            f"{here}session",
            data=f'{{"token": "{room.token}"}}'.encode(),
            headers={"content-type": "application/json"},
        )
        with urllib.request.urlopen(session) as answer:
            assert b'"role":"editor"' in answer.read()
        kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
        assert room.token.encode() not in kept


def test_on_this_machine_alone_other_names_are_refused(tmp_path: Path) -> None:
    store = filled(tmp_path, LED)
    with workshop(store) as room:
        assert _status(f"{room.address}facets.json") == 200
        request = urllib.request.Request(room.address, headers={"host": "evil.example"})
        with pytest.raises(HTTPError) as refused:
            urllib.request.urlopen(request)
        with refused.value as error:
            assert error.code == 400


def test_what_it_says_has_no_traceback(tmp_path: Path) -> None:
    store = f"sqlite:{tmp_path / 'a.sqlite'}"
    for host in ("203.0.113.9", "no such host"):
        command = [LEDWERK, "workshop", "--store", store, "--host", host, "--no-browser"]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env={**os.environ, "LANG": "C"}
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert re.search(r"cannot be used|no address of this machine", done.stderr)
