"""Phones of a workshop without a browser: each joins, follows, proposes, and comes back after a cut."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

PROPOSE = (
    "mutation ($input: ProposalInput!)"
    " { propose(input: $input) { errors { message } proposal { id state } } }"
)
DECIDE = (
    "mutation ($id: ID!) { decide(proposal: $id, accept: true)"
    " { revision errors { code message } proposal { id state revision } } }"
)
ASK = (
    "{ workshop { number screen revision proposals { id state summary }"
    " log { number event actor } } }"
)
FOLLOW = (
    "subscription ($since: Int) { workshopChanged(since: $since)"
    " { number event address revision proposal { id state } } }"
)
PAUSE = 0.05  # seconds before somebody tries again


class Away(Exception):
    """The service could not be reached, or broke off."""


async def asked(
    address: str, path: str, body: Any = None, *, cookie: str = "", cut: str = ""
) -> tuple[int, dict[str, str], bytes]:
    """One request on a connection of its own: status, headers, body.

    `cut` ends the connection in the middle of the body ("sending"), or before the answer ("sent").
    Raises Away where there is no whole answer.
    """
    place = urlsplit(address)
    data = b"" if body is None else json.dumps(body).encode()
    head = [
        f"{'GET' if body is None else 'POST'} {path} HTTP/1.1",
        f"host: {place.netloc}",
        "connection: close",
        f"content-length: {len(data)}",
        "content-type: application/json",
        *([f"cookie: ledwerk_session={cookie}"] if cookie else []),
    ]
    whole = "\r\n".join((*head, "", "")).encode() + data
    answer = await _answered(place.hostname or "", place.port or 80, whole, len(data), cut)
    top, _, rest = answer.partition(b"\r\n\r\n")
    if not top:
        raise Away("no answer")
    first, *lines = top.decode("latin-1").split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    if headers.get("transfer-encoding") == "chunked" or len(rest) < int(
        headers.get("content-length", 0)
    ):
        raise Away("half an answer")
    return int(first.split()[1]), headers, rest


async def _answered(host: str, port: int, whole: bytes, body: int, cut: str) -> bytes:
    try:
        reader, writer = await asyncio.open_connection(host, port)
        try:
            writer.write(whole[: -body // 2] if cut == "sending" else whole)
            await writer.drain()
            if cut:
                raise Away(cut)
            return await reader.read()
        finally:
            writer.close()
    except OSError as error:
        raise Away(str(error)) from error


async def told(address: str, text: str, variables: Any, cookie: str, cut: str = "") -> Any:
    """The data of a question. Raises Away where there is no answer."""
    body = {"query": text, "variables": variables}
    status, _, answer = await asked(address, "/graphql", body, cookie=cookie, cut=cut)
    found = json.loads(answer)
    assert status == 200, answer
    assert "errors" not in found, found
    return found["data"]


@dataclass
class Phone:
    """Somebody in the room, and what their screen has been told."""

    address: str
    name: str
    cookie: str = ""
    number: int = 0
    screen: str | None = None
    lines: list[dict[str, Any]] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    breaks: int = 0
    _socket: Any = None
    _following: asyncio.Task[None] | None = None

    async def join(self, code: str) -> None:
        """Join with the code, and follow."""
        body = {"code": code, "name": self.name}
        status, headers, answer = await asked(self.address, "/workshop/join", body)
        assert status == 200, answer
        self.cookie = headers["set-cookie"].partition("=")[2].partition(";")[0]
        found = (await told(self.address, ASK, {}, self.cookie))["workshop"]
        self.number, self.screen = found["number"], found["screen"]
        self._following = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        """Every line after the last that was seen, and again after each break."""
        while True:
            with suppress(OSError, WebSocketException, TimeoutError):
                await self._once()
            self.breaks += 1
            await asyncio.sleep(PAUSE)

    async def _once(self) -> None:
        where = self.address.replace("http", "ws") + "graphql"
        cookie = {"cookie": f"ledwerk_session={self.cookie}"}
        async with connect(
            where,
            subprotocols=["graphql-transport-ws"],  # type: ignore[list-item]
            additional_headers=cookie,
            proxy=None,
        ) as self._socket:
            await self._socket.send('{"type": "connection_init", "payload": {}}')
            assert json.loads(await self._socket.recv())["type"] == "connection_ack"
            payload = {"query": FOLLOW, "variables": {"since": self.number}}
            await self._socket.send(
                json.dumps({"id": "1", "type": "subscribe", "payload": payload})
            )
            async for message in self._socket:
                found = json.loads(message)
                if found["type"] == "next":
                    self.take(found["payload"]["data"]["workshopChanged"])

    def take(self, line: dict[str, Any]) -> None:
        """One line of the log."""
        self.lines.append(line)
        self.number = line["number"]
        if line["event"] == "SCREEN":
            self.screen = line["address"]
        if line["proposal"]:
            self.states[line["proposal"]["id"]] = line["proposal"]["state"]

    async def propose(self, wish: dict[str, Any], *, cut: str = "") -> None:
        """Propose until the service has said that it knows: however often, it is one proposal."""
        while True:
            try:
                made = await told(self.address, PROPOSE, {"input": wish}, self.cookie, cut)
            except Away:
                cut = ""
                await asyncio.sleep(PAUSE)
                continue
            assert made["propose"]["errors"] == [], made
            return

    def cut(self) -> None:
        """Lose the connection, without a word."""
        if self._socket is not None:
            self._socket.transport.abort()

    async def view(self) -> dict[str, Any]:
        """What the screen shows now."""
        path = f"/view.json?{self.screen or ''}&lang=nl"
        status, _, answer = await asked(self.address, path, cookie=self.cookie)
        assert status == 200, answer
        found: dict[str, Any] = json.loads(answer)
        return found

    async def leave(self) -> None:
        """Follow no more."""
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following
