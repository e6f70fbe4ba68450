"""How long a person waits: for the help, and from nothing to the first answer.

Whole processes, interleaved, the median of several; the peer is Python starting with no more than
the frameworks that the service is made of.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
RUNS = 7
_MAIN = "import sys; from ledwerk.api.cli import main; sys.exit(main())"
_FRAMEWORKS = "import fastapi, strawberry.fastapi, uvicorn"


def timed(command: list[str]) -> float:
    """Seconds that a command takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def first_answer(store: str) -> float:
    """Seconds from starting `serve` to the first answer over HTTP."""
    start = time.perf_counter()
    command = [sys.executable, "-c", _MAIN, "serve", "--store", store]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[0]
        question = json.dumps({"query": '{ organisation(name: "dsm") { name } }'}).encode()
        request = urllib.request.Request(
            f"{address}graphql", question, {"content-type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert json.load(answer)["data"]["organisation"]["name"] == "DSM"
        seconds = time.perf_counter() - start
        process.terminate()
    return seconds


def main() -> None:
    """Print one JSON object a line."""
    with tempfile.TemporaryDirectory() as folder:
        store = f"sqlite:{folder}/led.sqlite"
        load = [sys.executable, "-c", _MAIN, "load", str(ROOT / "data/led-2016"), "--store", store]
        subprocess.run(load, check=True, capture_output=True)
        asked: dict[str, Callable[[], float]] = {
            "start/help": lambda: timed([sys.executable, "-c", _MAIN, "--help"]),
            "start/first-answer": lambda: first_answer(store),
            "start/frameworks": lambda: timed([sys.executable, "-c", _FRAMEWORKS]),
        }
        found: dict[str, list[float]] = {name: [] for name in asked}
        for _ in range(RUNS):
            for name, ask in asked.items():
                found[name].append(ask())
    peer = median(found.pop("start/frameworks"))
    for name, seconds in found.items():
        value = round(median(seconds), 3)
        against = {"peer": "importing the frameworks", "seconds": round(peer, 3),
                   "ratio": round(value / peer, 2)}  # fmt: skip
        print(json.dumps({"name": name, "value": value, "unit": "s", "against": against}))


if __name__ == "__main__":
    main()
