"""Forty people in one room: a phone is cut and the service killed in the middle of a proposal, and
in the end the store, the log and every screen say the same.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.browser.workshop_phones import ASK, DECIDE, PAUSE, Away, Phone, told
from tests.browser.workshop_service import Workshop, filled, workshop
from tests.conftest import LED

from ledwerk.graph.opening import open_store
from ledwerk.graph.sqlite_journal import Journal, journal_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PEOPLE = 39  # and one real browser
PROJECT = "Samen in de zaal"
SCREEN = "focus=organisation%3Azuyd-hogeschool&steps=2"
LONG = 90  # seconds until something that must happen is given up


class Others:
    """A loop in a thread of its own, for those who have no browser."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do it and wait for what comes of it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LONG)

    def begin(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Begin it; `result` of what is given waits for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def end(self) -> None:
        """Let the loop go."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(LONG)
        self._loop.close()


@pytest.fixture
def others() -> Iterator[Others]:
    made = Others()
    yield made
    made.end()


def wish(number: int) -> dict[str, Any]:
    """What somebody proposes: a party, for every third a tie."""
    ident = f"proposal-{number:04}"
    if number % 3 == 2:
        return {"id": ident, "kind": "TIE", "party": "organisation:zuyd-hogeschool",
                "activityName": f"Project {number}"}  # fmt: skip
    return {"id": ident, "kind": "PARTY", "name": f"Partij {number}", "helix": "INDUSTRY"}


def name_of(number: int) -> str:
    """What is to be in the store of it."""
    return f"Project {number}" if number % 3 == 2 else f"Partij {number}"


async def accept(room: Workshop, ident: str) -> None:
    """Accept a proposal until it is known to be carried out."""
    while True:
        try:
            made = (await told(room.address, DECIDE, {"id": ident}, room.token))["decide"]
        except Away:
            await asyncio.sleep(PAUSE)
            continue
        codes = [one["code"] for one in made["errors"]]
        if codes == ["UNKNOWN_NODE"]:  # it has not been made yet
            await asyncio.sleep(PAUSE)
            continue
        assert codes == [], made
        assert made["proposal"]["state"] == "ACCEPTED"
        return


async def everybody(*work: Coroutine[Any, Any, Any]) -> list[Any]:
    return list(await asyncio.gather(*work))


def until(true: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + LONG
    while not true():
        assert time.monotonic() < end, what
        time.sleep(PAUSE)


def begun(journal: Journal, ident: str, event: str) -> bool:
    return any(
        one.body.get("id") == ident and one.body["event"] == event
        for one in journal.entries(("workshop",))
    )


def test_nothing_is_lost_and_all_screens_agree(
    chromium: Browser, others: Others, tmp_path: Path
) -> None:
    store = filled(tmp_path, LED)
    with workshop(store) as room:
        phones = [Phone(room.address, f"Deelnemer {number}") for number in range(PEOPLE)]
        others.do(everybody(*(one.join(room.code) for one in phones)))
        browser = chromium.new_context(viewport={"width": 390, "height": 800}).new_page()
        browser.goto(f"{room.address}join?code={room.code}&lang=nl")
        browser.fill("#name", "Browser")
        browser.press("#name", "Enter")
        browser.wait_for_selector("body[data-workshop=there]", timeout=LONG * 1000)
        # Every proposal is sent twice; two phones are cut, before and after the service had it all.
        cuts = {7: "sending", 8: "sent"}
        first = [one.propose(wish(n), cut=cuts.get(n, "")) for n, one in enumerate(phones[:20])]
        others.do(everybody(*first))
        others.do(everybody(*(one.propose(wish(n)) for n, one in enumerate(phones[:20]))))
        phones[9].cut()
        others.do(everybody(*(accept(room, wish(n)["id"]) for n in range(10))))
        # The service is killed once a decision is written and perhaps not carried out …
        deciding = [others.begin(accept(room, wish(n)["id"])) for n in range(10, 20)]
        proposing = [others.begin(phones[n].propose(wish(n))) for n in range(20, PEOPLE)]
        watched = Journal(journal_path(store))
        until(lambda: begun(watched, wish(12)["id"], "accepting"), "nobody decided")
        room.kill()
        browser.evaluate(
            "(name) => { ledwerk.room.propose({ kind: 'PARTY', name }) }", "Van de browser"
        )
    with workshop(store, port=room.port) as again:
        assert again.code == room.code
        for one in (*deciding, *proposing):
            one.result(LONG)
        others.do(everybody(*(accept(again, wish(n)["id"]) for n in range(PEOPLE))))
        finish(others, again, browser)
        agree(others, again, phones, browser)
        compare_log(others, again, phones)
        others.do(everybody(*(one.leave() for one in phones)))
        browser.context.close()
    watched.close()
    compare_store(others, store)


def finish(others: Others, room: Workshop, browser: Any) -> None:
    """What the browser kept is accepted too, and the facilitator shows something."""
    browser.wait_for_selector(
        ".proposal[data-state=WAITING]", state="attached", timeout=LONG * 1000
    )
    proposals = others.do(told(room.address, ASK, {}, room.token))["workshop"]["proposals"]
    (mine,) = [one["id"] for one in proposals if "Van de browser" in one["summary"]]
    others.do(accept(room, mine))
    show = "mutation ($a: String!) { showScreen(address: $a) { errors { message } } }"
    others.do(told(room.address, show, {"a": SCREEN}, room.token))


def agree(others: Others, room: Workshop, phones: list[Phone], browser: Any) -> None:
    """Every screen shows the same view of the same revision."""
    until(lambda: all(one.screen == SCREEN for one in phones), "somebody does not follow")
    asked = others.do(told(room.address, ASK, {}, room.token))["workshop"]
    views = others.do(everybody(*(one.view() for one in phones)))
    assert all(one == views[0] for one in views)
    assert views[0]["revision"] == asked["revision"]
    browser.wait_for_function(
        "([address, revision]) => ledwerk.view.address() === address"
        " && ledwerk.view.current().revision === revision",
        arg=[SCREEN, asked["revision"]],
        timeout=LONG * 1000,
    )
    shown = browser.evaluate("ledwerk.view.current().nodes.map((one) => one.id)")
    assert shown == [one["id"] for one in views[0]["nodes"]]
    assert set(map(name_of, range(2, PEOPLE, 3))) <= {one["name"] for one in views[0]["nodes"]}


def compare_log(others: Others, room: Workshop, phones: list[Phone]) -> None:
    """Everybody was told every line that is theirs, once and in order, also across the breaks."""
    asked = others.do(told(room.address, ASK, {}, room.token))["workshop"]
    assert Counter(one["state"] for one in asked["proposals"]) == {"ACCEPTED": PEOPLE + 1}
    public = [one["number"] for one in asked["log"] if one["event"] in {"ACCEPTED", "SCREEN"}]
    for number, phone in enumerate(phones):
        numbers = [line["number"] for line in phone.lines]
        assert numbers == sorted(set(numbers))
        assert [one for one in numbers if one in set(public)] == public
        assert phone.states[wish(number)["id"]] == "ACCEPTED"
        assert phone.breaks >= 1  # the service was away


def compare_store(others: Others, address: str) -> None:
    """Each proposal is in the store once, in one change, by whoever made it."""
    store = open_store(address)
    names = Counter(name for name, _, _ in others.do(store.names()))
    changes = Counter(one.why.partition(" accepted")[0] for one in store.revisions(1))
    actors = {one.why.partition(" accepted")[0]: one.actor for one in store.revisions(1)}
    store.close()
    assert set(changes.values()) == {1}
    assert len(changes) == PEOPLE + 1
    for number in range(PEOPLE):
        assert names[name_of(number)] == 1
        assert actors[f"proposal {wish(number)['id']}"] == f"Deelnemer {number}"
    assert names["Van de browser"] == 1
