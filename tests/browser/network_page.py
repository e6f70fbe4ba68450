"""What tests do with the network page: where a mark is, what the panel says, which labels lie over
each other.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

PLACE = """id => {
  const dom = ledwerk.network.canvasToDOM(ledwerk.network.getPosition(id));
  const box = document.getElementById("network").getBoundingClientRect();
  return [box.left + dom.x, box.top + dom.y];
}"""
BOXES = """() => ledwerk.view.current().nodes.map(node => ({
  id: node.id, ...ledwerk.network.getBoundingBox(node.id)
}))"""


def place(page: Page, node: str) -> tuple[float, float]:
    """Where the middle of a mark is on the screen."""
    x, y = page.evaluate(PLACE, node)
    return x, y


def click(page: Page, node: str) -> None:
    """Press a mark with the mouse."""
    page.mouse.click(*place(page, node))


def panel(page: Page) -> str:
    """What the panel says, once it is there."""
    page.wait_for_selector("#panel:visible")
    return page.locator("#facts").inner_text()


def go(page: Page, address: str) -> dict[str, Any]:
    """Go to a state and wait for its drawing."""
    page.evaluate("address => ledwerk.view.show(address).then(() => null)", address)
    found: dict[str, Any] = page.evaluate("ledwerk.view.current()")
    return found


def address(page: Page) -> str:
    """The state that is shown."""
    found: str = page.evaluate("ledwerk.view.address()")
    return found


def overlapping(page: Page) -> list[tuple[str, str]]:
    """The pairs of marks whose shapes or labels lie over each other."""
    boxes: list[dict[str, Any]] = page.evaluate(BOXES)
    return [
        (a["id"], b["id"])
        for a, b in combinations(boxes, 2)
        if min(a["right"], b["right"]) - max(a["left"], b["left"]) > 2
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 2
    ]


def until(page: Page, test: str) -> None:
    """Wait for a test, which is a function: the page's policy lets no text become one."""
    assert test.startswith("() =>")
    page.wait_for_function(test, timeout=15_000)
