"""Presses a server with wrk, and asks it once without."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questions import Asking, Json

SCRIPT = Path(__file__).parent / "requests.lua"
HEADERS = {"Content-Type": "application/json", "Accept": "application/json"}


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of pressing a server: how many requests in how long; latencies in milliseconds."""

    requests: int
    seconds: float
    bytes: int
    failed: int
    p50: float
    p99: float
    longest: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


@dataclass(frozen=True, slots=True)
class Target:
    """A server, a question as it is put to it, and the file with its requests' bodies."""

    server: str
    url: str
    asking: Asking
    bodies: Path

    def ask(self, value: Json) -> tuple[Any, int]:
        """One answer in its common form, and its length in bytes. RuntimeError if it fails."""
        request = urllib.request.Request(self.url, self.asking.body(value), HEADERS)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                text = response.read()
        except urllib.error.HTTPError as error:
            text = error.read()
        answer = json.loads(text)
        if answer.get("errors") or not answer.get("data"):
            raise RuntimeError(f"{self.server} answered {text[:2000]!r} to {value}")
        return self.asking.plain(answer["data"]), len(text)

    def warm(self, connections: int, seconds: int) -> None:
        """Press it and look at every answer. RuntimeError if one of them speaks of errors."""
        self._press(connections, seconds, "0", "look")

    def press(self, connections: int, seconds: int, start: int = 0) -> Pressed:
        """Ask from so many connections at a time, beginning with one of the values.

        RuntimeError if a request fails.
        """
        return self._press(connections, seconds, str(start))

    def _press(self, connections: int, seconds: int, *words: str) -> Pressed:
        done = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s",
             "-s", str(SCRIPT), self.url, "--", str(self.bodies), *words],
            check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        pressed = Pressed(**json.loads(done.stdout.splitlines()[-1]))
        if pressed.failed or not pressed.requests:
            raise RuntimeError(f"requests to {self.server} failed:\n{done.stdout}")
        return pressed
