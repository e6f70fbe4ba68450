"""What a facilitator waits for: the page of the network beside plain pyvis, in headless Chromium.

Prints one JSON object a line; what happens meanwhile goes to the error output. Both are opened in
turn, several times, on the same marks and ties; each figure is the median.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import plain
from looking import Seen, browser, frames, seen, wanting

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.http.service import LEDWERK, at_rest, served  # noqa: E402 - found by the line above

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DATA = ROOT.parent / "shared" / "data" / "h2020"
LOADS = {
    "led": [str(ROOT / "data" / "led-2016")],
    "limburg": [
        str(DATA / "limburg_participations.csv.gz"), str(DATA / "organisations_2017.csv.gz"),
        "--mapping", "h2020", "--dataset", "limburg",
    ],
    "h2020": [
        str(DATA / "h2020_participations.csv.gz"), str(DATA / "organisations_2017.csv.gz"),
        "--mapping", "h2020",
    ],
}  # fmt: skip
ROUNDS = 5
PLAIN_ROUNDS = 2  # of 2,000 marks, which take plain pyvis a minute each
_STARTED = time.monotonic()
_PATIENCE = 300.0  # seconds
_TOO_BUSY = "a page could not be used within minutes; is the machine busy?"
MOST_SECONDS, LEAST_RATIO, LEAST_FRAMES, MOST_BYTES = 1.5, 20, 30, 900_000

Line = dict[str, Any]


@dataclass
class Desk:
    """A browser, and the services that were started, each with its warm store."""

    chromium: Browser
    folder: Path
    ending: ExitStack
    _addresses: dict[str, str] = field(default_factory=dict)

    def address(self, graph: str) -> str:
        """Where a graph is served; loaded and started when first asked for."""
        if graph not in self._addresses:
            say(f"loading {graph}")
            run([LEDWERK, "load", *LOADS[graph], "--yes", "--store", self.store(graph)])
            say(f"serving {graph}, its page made for the first time")
            service = self.ending.enter_context(served(self.store(graph), None, "--log", "off"))
            self._addresses[graph] = service.address
            asked(service.address)  # what is made once is made now
            at_rest(service.pid)
        return self._addresses[graph]

    def store(self, graph: str) -> str:
        """The store of a graph."""
        return f"sqlite:{self.folder / graph}.sqlite"

    def plain(self, graph: str, query: str = "") -> str:
        """A page of plain pyvis with the marks and ties that ours draws."""
        drawing = json.loads(asked(f"{self.address(graph)}view.json?{query}"))
        return plain.page(drawing, self.folder / f"{graph}-{len(query)}.html")


def asked(url: str) -> bytes:
    """What a service answers; where that is still being reckoned, asked again until it is there."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url, timeout=_PATIENCE) as answer:
                found: bytes = answer.read()
                return found
        except urllib.error.HTTPError as error:
            if error.code != 503 or time.monotonic() > until:
                raise
            time.sleep(1)


def usable(desk: Desk, graph: str) -> Iterator[Line]:
    """Seconds until all marks are drawn and answer, on a warm store."""
    url, peer_url = desk.address(graph), desk.plain(graph)
    ours, peer = in_turn(
        lambda: seen(desk.chromium, url), lambda: seen(desk.chromium, peer_url), ROUNDS
    )
    with served(desk.store(graph), None, "--log", "off") as anew:
        started = seen(desk.chromium, anew.address).seconds
    yield line(
        f"view/{graph}/usable", median(one.seconds for one in ours), "s", asked=MOST_SECONDS,
        worst=max(one.seconds for one in ours), just_started=started, marks=ours[0].marks,
        **against(peer, "seconds", median(one.seconds for one in peer)),
    )  # fmt: skip


def many(desk: Desk) -> Iterator[Line]:
    """2,000 marks beside plain pyvis, which has come to rest when it can be used."""
    query = "group=none&most=2000"
    url = f"{desk.address('h2020')}?{query}"
    peer_url = desk.plain("h2020", query)
    say("2,000 marks; plain pyvis takes a minute or so each time, minutes on a busy machine")
    rounds: list[tuple[Seen, Seen]] = []
    while len(rounds) < PLAIN_ROUNDS and all(peer.finished for _, peer in rounds):
        rounds.append((seen(desk.chromium, url), seen(desk.chromium, peer_url)))
        if not rounds[-1][0].finished:
            raise TimeoutError(_TOO_BUSY)
    yield line(
        "view/2000/against-pyvis", median(b.seconds / a.seconds for a, b in rounds), "ratio",
        asked=LEAST_RATIO, marks=rounds[0][0].marks, ours=median(a.seconds for a, _ in rounds),
        # Where nobody waited for it any longer, the ratio is at least this.
        peer_finished=rounds[-1][1].finished,
        **against([b for _, b in rounds], "seconds", median(b.seconds for _, b in rounds)),
    )  # fmt: skip


def panning(desk: Desk) -> Iterator[Line]:
    """Frames a second while 400 marks are dragged about."""
    query = "group=none&most=400"
    url, peer_url = f"{desk.address('h2020')}?{query}", desk.plain("h2020", query)
    ours, peer = in_turn(
        lambda: frames(desk.chromium, url), lambda: frames(desk.chromium, peer_url), 3
    )
    yield line(
        "view/400/fps", median(one for one, _ in ours), "fps", asked=LEAST_FRAMES,
        worst=min(one for one, _ in ours), marks=ours[0][1],
        peer=plain.name(), fps=round(median(one for one, _ in peer), 1), rounds=len(ours),
    )  # fmt: skip


def weight(desk: Desk) -> Iterator[Line]:
    """Bytes of the LED network as one file, and of what comes when it is served."""
    address = desk.address("led")
    file = desk.folder / "led.html"
    run([LEDWERK, "view", str(file), "--store", desk.store("led")])
    plain_file = Path(desk.plain("led").removeprefix("file://"))
    yield line(
        "view/led/bytes", file.stat().st_size, "bytes", asked=MOST_BYTES,
        served=seen(desk.chromium, address).bytes,
        peer=f"{plain.name()}, in one file", bytes=plain_file.stat().st_size,
    )  # fmt: skip


MEASURES: tuple[tuple[str, str, Callable[[Desk], Iterator[Line]]], ...] = (
    ("view/led/usable", "led", lambda desk: usable(desk, "led")),
    ("view/led/bytes", "led", weight),
    ("view/limburg/usable", "limburg", lambda desk: usable(desk, "limburg")),
    ("view/h2020/usable", "h2020", lambda desk: usable(desk, "h2020")),
    ("view/400/fps", "h2020", panning),
    ("view/2000/against-pyvis", "h2020", many),
)


def in_turn(one: Callable[[], Any], other: Callable[[], Any], rounds: int) -> tuple[Any, Any]:
    """What came of two, done in turn."""
    pairs = [(one(), other()) for _ in range(rounds)]
    if not all(getattr(side, "finished", True) for pair in pairs for side in pair):
        raise TimeoutError(_TOO_BUSY)
    return [a for a, _ in pairs], [b for _, b in pairs]


def against(peer: list[Seen], word: str, value: float) -> Line:
    """What a figure is beside."""
    return {"peer": plain.name(), word: round(value, 3), "rounds": len(peer)}


def line(name: str, value: float, unit: str, **beside: Any) -> Line:
    """One figure."""
    told = {k: round(v, 3) if isinstance(v, float) else v for k, v in beside.items()}
    return {"name": name, "value": round(value, 3), "unit": unit, "against": told}


def workshop() -> Iterator[Line]:
    """What the bench of the workshop prints, where there is one."""
    file = Path(__file__).parent / "workshop.py"
    if not file.is_file():
        return
    say("forty participants")
    command = [sys.executable, str(file)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    yield from (json.loads(one) for one in done.stdout.splitlines() if one.startswith("{"))
    if done.returncode:
        say(f"{file.name} ended with code {done.returncode}")


def run(command: list[str]) -> None:
    """Run a command to its end, without a word."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def say(text: str) -> None:
    """Tell whoever waits what is happening."""
    print(f"{time.monotonic() - _STARTED:4.0f} s: {text}", file=sys.stderr, flush=True)


def measured(only: str) -> Iterator[Line]:
    """Every figure whose name begins so, or that was asked for more exactly."""
    with tempfile.TemporaryDirectory(prefix="ledwerk-bench-") as folder, ExitStack() as ending:
        desk = Desk(ending.enter_context(browser()), Path(folder), ending)
        for name, graph, measure in MEASURES:
            if not name.startswith(only):
                continue
            if graph != "led" and not DATA.is_dir():
                why = {"skipped": f"{DATA.relative_to(ROOT.parent)} is not there"}
                yield {"name": name, "value": None, "unit": "", "against": why}
                continue
            yield from measure(desk)
    if "workshop/40/p95-ms".startswith(only):
        yield from workshop()


def main() -> int:
    """Measure and print; 1 where something is missing."""
    parser = argparse.ArgumentParser("make bench-view", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="names that begin so")
    options = parser.parse_args()
    reason = wanting()
    if reason:
        say(reason)
        return 1
    try:
        for one in measured(options.only):
            print(json.dumps(one), flush=True)
    except KeyboardInterrupt:
        say("stopped")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
