"""Changes are followed by every process of the service, whichever it was made through."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
from tests.contract.conftest import Ground
from tests.http.service import Service, served
from websockets.sync.client import ClientConnection, connect

from ledwerk.api import tokens_file

ADD = (
    "mutation ($name: String!) { createOrganisation(input: {name: $name})"
    " { organisation { id } revision errors { message } } }"
)
FOLLOW = "subscription ($since: Int) { graphChanged(since: $since) { revision actor touched } }"
WITHIN = 5.0  # seconds; far more than is promised, so that a busy machine does not matter


class Pair:
    """Two processes of the service on one store."""

    def __init__(self, one: Service, other: Service, token: str) -> None:
        self.one, self.other, self.token = one, other, token

    def add(self, service: Service, name: str) -> dict[str, Any]:
        body = json.dumps({"query": ADD, "variables": {"name": name}}).encode()
        headers = {"content-type": "application/json", "authorization": f"Bearer {self.token}"}
        with urlopen(Request(service.graphql, body, headers)) as answer:
            found: dict[str, Any] = json.load(answer)["data"]["createOrganisation"]
        return found


@pytest.fixture
def pair(ground: Ground, tmp_path: Path) -> Iterator[Pair]:
    ground.empty()
    store = ground.open()
    address = store.address
    store.close()
    tokens = tmp_path / "tokens.json"
    _, token = tokens_file.add(tokens, "ada", "editor", None)
    words = ("--tokens", str(tokens))
    with (
        served(address, ground.environment, *words) as one,
        served(address, ground.environment, *words) as other,
    ):
        yield Pair(one, other, token)


@contextmanager
def following(service: Service, since: int | None = None) -> Iterator[ClientConnection]:
    address = service.graphql.replace("http://", "ws://")
    with connect(address, subprotocols=["graphql-transport-ws"], proxy=None) as socket:  # type: ignore[list-item]
        socket.send('{"type": "connection_init"}')
        assert json.loads(socket.recv(WITHIN))["type"] == "connection_ack"
        payload = {"query": FOLLOW, "variables": {"since": since}}
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
        yield socket


def told(socket: ClientConnection) -> Any:
    message = json.loads(socket.recv(WITHIN))
    assert message["type"] == "next", message
    return message["payload"]["data"]["graphChanged"]


def test_a_change_is_seen_through_every_process(pair: Pair) -> None:
    with following(pair.one) as here, following(pair.other) as there:
        time.sleep(0.5)  # both have begun to follow
        for name, through in (("Een", pair.one), ("Twee", pair.other)):
            made = pair.add(through, name)
            assert made["errors"] == []
            expected = {
                "revision": made["revision"],
                "actor": "ada",
                "touched": [made["organisation"]["id"]],
            }
            assert told(here) == expected
            assert told(there) == expected


def test_who_was_away_catches_up(pair: Pair) -> None:
    revisions = [pair.add(pair.one, name)["revision"] for name in ("Een", "Twee", "Drie")]
    with following(pair.other, since=revisions[0]) as socket:
        assert [told(socket)["revision"] for _ in range(2)] == revisions[1:]
        last = pair.add(pair.one, "Vier")["revision"]
        assert told(socket)["revision"] == last
