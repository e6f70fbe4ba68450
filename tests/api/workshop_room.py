"""A workshop for tests: a service with the LED network, its facilitator, and who joins."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient

from ledwerk.api.access import COOKIE
from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.api.workshop_desk import Workshop
from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store

BASE = "http://127.0.0.1"
SOCKET = "ws://127.0.0.1/graphql"
CHANGE = (
    "{ revision errors { field code message } proposal { id kind state summary by mine why revision"
    " decidedBy message alike { id name kind same } wish { name value activityName } } }"
)
PROPOSE = f"mutation ($input: ProposalInput!) {{ propose(input: $input) {CHANGE} }}"
DECIDE = (
    "mutation ($proposal: ID!, $accept: Boolean!, $why: String, $changes: ProposalChanges)"
    f" {{ decide(proposal: $proposal, accept: $accept, why: $why, changes: $changes) {CHANGE} }}"
)
WITHDRAW = f"mutation ($proposal: ID!) {{ withdrawProposal(proposal: $proposal) {CHANGE} }}"
UNDO = f"mutation ($proposal: ID!) {{ undoProposal(proposal: $proposal) {CHANGE} }}"
SHOW = "mutation ($address: String!) { showScreen(address: $address) { errors { code message } } }"
END = "mutation { endWorkshop { revision errors { message } } }"
WORKSHOP = (
    "{ workshop { id name code me number screen revision participants { name }"
    " proposals { id state summary by } log { number event actor summary } } }"
)
FOLLOW = (
    "subscription ($since: Int) { workshopChanged(since: $since)"
    " { number event actor summary address revision proposal { id state } } }"
)
ZUYD = "organisation:zuyd-hogeschool"


class Room:
    """The store in a folder, served, with a session that has begun.

    A room made again over the same folder is the service after a restart.
    """

    def __init__(
        self, folder: Path, *, read_token: bool = False, store: Store | None = None
    ) -> None:
        self._own = store is None
        self.store = open_store(f"sqlite:{folder / 'room.sqlite'}") if store is None else store
        settings = Settings(tokens=str(folder / "tokens.json"), read_token=read_token)
        self.app = create_app(self.store, settings)
        self.workshop: Workshop = self.app.state.workshop
        # One loop for every browser, as in a real service.
        self._loop = TestClient(self.app, base_url=BASE)
        self._loop.__enter__()
        self.enter()

    def enter(self) -> None:
        """Begin a session, or go on with the one that runs, with a facilitator in it."""
        self.before = self.revision()
        self.session = self.workshop.start("Werksessie", "Petra", self.before)
        key = self.workshop.open(self.session, "Petra")
        self.facilitator = self.browser(key.token)

    def anew(self) -> None:
        """End the session that runs, and begin another."""
        running = self.workshop.record().running
        if running is not None:
            self.workshop.end(running, "Petra", self.before)
        self.enter()

    def revision(self) -> int:
        """The newest of the graph."""
        return max((one.number for one in self.store.revisions()), default=0)

    def browser(self, token: str = "") -> TestClient:
        """A browser; signed in, with a token."""
        made = TestClient(self.app, base_url=BASE)
        made.portal = self._loop.portal
        if token:
            made.cookies.set(COOKIE, token, domain="127.0.0.1")
        return made

    def join(self, name: str) -> TestClient:
        """Somebody's browser, once they have joined."""
        made = self.browser()
        answer = made.post("/workshop/join", json={"code": self.session.code, "name": name})
        assert answer.status_code == 200, answer.text
        return made

    def close(self) -> None:
        """End the service, as if it was told to stop."""
        self._loop.__exit__(None, None, None)
        self.app.state.analyst.close()
        if self._own:
            self.store.close()


def ask(browser: TestClient, text: str, /, **variables: Any) -> Any:
    """The data of a question; the test fails with its errors."""
    answer = browser.post("/graphql", json={"query": text, "variables": variables})
    found = answer.json()
    assert "errors" not in found, found["errors"]
    return found["data"]


def propose(browser: TestClient, ident: str, kind: str, **wish: Any) -> Any:
    """What became of proposing something."""
    given = {"id": ident, "kind": kind, **wish}
    return ask(browser, PROPOSE, input=given)["propose"]


def decide(browser: TestClient, ident: str, *, accept: bool = True, **more: Any) -> Any:
    """What became of deciding."""
    return ask(browser, DECIDE, proposal=ident, accept=accept, **more)["decide"]


def named(browser: TestClient, name: str) -> Any:
    """The parties and projects of a name, with what they take part in."""
    text = (
        "query ($text: String!) { search(text: $text, first: 20) { nodes { id name __typename } } }"
    )
    found = ask(browser, text, text=name)["search"]["nodes"]
    return [one for one in found if one["name"] == name]
