"""What somebody at a screen waits for, in headless Chromium: until all is drawn, frames while
panning, bytes that come. Nothing but the service and the page's own file is let through.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Route

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTH, HEIGHT = 1600, 1000
_PANNING, _PATIENCE = 3.0, 240.0  # seconds

# Counts every time that the picture is painted anew, and notes when it can be used: ours says so
# itself, and a page of pyvis when it has come to rest; both once the next frame has been shown.
_WATCH = """
window.painted = 0;
const clear = CanvasRenderingContext2D.prototype.clearRect;
CanvasRenderingContext2D.prototype.clearRect = function (...all) {
  window.painted += 1;
  return clear.apply(this, all);
};
const look = () => {
  const done = window.atRest || document.body?.dataset.ready === "true";
  if (done && window.painted) {
    requestAnimationFrame(() => setTimeout(() => { window.usable ??= performance.now() / 1000; }));
  } else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was opened: seconds until it could be used, bytes that came, marks drawn.

    Where `finished` is not so, nobody waited any longer.
    """

    seconds: float
    bytes: int
    marks: int
    finished: bool = True


def wanting() -> str | None:
    """What is to be there before anything can be looked at, or None."""
    try:
        import playwright  # noqa: F401 - whether it is there
    except ImportError:
        return "playwright is not installed; it is one of the packages for development"
    return None if CHROMIUM.exists() else f"{CHROMIUM} is missing: sudo apt install chromium"


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium, drawing in software."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        try:
            yield made
        finally:
            made.close()


@contextmanager
def opened(chromium: Browser, url: str) -> Iterator[tuple[Page, Seen]]:
    """A page in a browser that has nothing of it yet, once it can be used."""
    context = _context(chromium, url)
    page = context.new_page()
    came = _counted(context, page)
    try:
        page.goto(url, wait_until="commit", timeout=1000 * _PATIENCE)
        seconds = _usable(page)
        if seconds is None:
            yield page, Seen(_PATIENCE, sum(came), 0, finished=False)
        else:
            yield page, Seen(seconds, sum(came), page.evaluate(_MARKS))
    finally:
        context.close()


def _usable(page: Page) -> float | None:
    """Seconds until a page could be used, None where that takes too long. Its policy lets nothing
    wait within it.
    """
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        found: float | None = page.evaluate("window.usable ?? null")
        if found is not None:
            return found
        page.wait_for_timeout(50)
    return None


_MARKS = "(window.ledwerk?.network ?? window.network).body.nodeIndices.length"


def seen(chromium: Browser, url: str) -> Seen:
    """How it went to open a page."""
    with opened(chromium, url) as (_, found):
        return found


def frames(chromium: Browser, url: str) -> tuple[float, int]:
    """Paintings a second while the picture is dragged about by the mouse, and its marks."""
    with opened(chromium, url) as (page, found):
        canvas = page.locator("canvas").first.bounding_box()
        assert canvas is not None
        middle = canvas["x"] + canvas["width"] / 2, canvas["y"] + canvas["height"] / 2
        x, y = _empty(page, *middle)
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x + 8, y + 8)
        before, start, step = page.evaluate("window.painted"), time.perf_counter(), 0
        while time.perf_counter() - start < _PANNING:
            step += 1
            page.mouse.move(x + 8 + 60 * (step % 20) / 20, y + 8 + 30 * (step % 14) / 14)
        painted = page.evaluate("window.painted") - before
        spent = time.perf_counter() - start
        page.mouse.up()
        return painted / spent, found.marks


def _empty(page: Page, x: float, y: float) -> tuple[float, float]:
    """A place near another where no mark would be taken hold of."""
    spot: list[float] = page.evaluate(
        """([x, y]) => {
          const network = window.ledwerk?.network ?? window.network;
          const { left, top } = document.querySelector("canvas").getBoundingClientRect();
          for (let away = 0; away < 400; away += 7) for (let turn = 0; turn < 12; turn++) {
            const [a, b] = [x + away * Math.cos(turn / 2), y + away * Math.sin(turn / 2)];
            if (network.getNodeAt({ x: a - left, y: b - top }) === undefined) return [a, b];
          }
          return [x, y];
        }""",
        [x, y],
    )
    return spot[0], spot[1]


def _context(chromium: Browser, url: str) -> BrowserContext:
    context = chromium.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    context.add_init_script(_WATCH)
    origin = "/".join(url.split("/")[:3])

    def answer(route: Route) -> None:
        # A page of pyvis asks another host for Bootstrap, without which it draws as well.
        route.continue_() if route.request.url.startswith(origin) else route.abort()

    if url.startswith("file:"):  # a service is not looked at on its way
        context.route("**/*", answer)
    return context


def _counted(context: BrowserContext, page: Page) -> list[int]:
    """The lengths of all answers, as they come over the wire."""
    came: list[int] = []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda one: came.append(int(one["encodedDataLength"])))
    return came
