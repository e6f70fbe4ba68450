"""A workshop in which everything is going on, for tests of every page with every sort of reader."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.browser.workshop_service import Workshop, filled, workshop
from tests.conftest import ROOT
from tests.viz.conftest import tables

from ledwerk.api.tokens_file import add

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = ROOT / "tests" / "http" / "node_modules" / "axe-core" / "axe.min.js"
ALFA, BETA, OTHER = "organisation:alfa", "organisation:beta", "organisation:hostile"
_AGREE = (
    "mutation ($input: AgreementInput!) { makeAgreement(input: $input) { errors { message } } }"
)


@dataclass(frozen=True, slots=True)
class Everything:
    """The service, an editor's token, and a story."""

    room: Workshop
    editor: str
    story: str

    def pages(self) -> tuple[str, ...]:
        """The address of every page, in its several shapes."""
        return (
            "", f"?focus={ALFA}&steps=1", "?layout=columns", f"?gaps=sme~campus&selected={ALFA}",
            "?layout=nowhere", "tables", "tables/organisations", "tables/partner_in", "import",
            "agreements", "changes?since=1", "history", "history?revision=1", "stories", f"stories/{self.story}",
            f"stories/{self.story}/edit", "workshop", "workshop/report", "join",
            f"node/{ALFA}", "search?q=alfa", "search?q=nergens", "match", "review",
        )  # fmt: skip

    def asked(self, path: str, body: Any) -> Any:
        """The answer to what the editor sends, once what it needs has been reckoned."""
        raw = json.dumps(body).encode()
        headers = {
            "authorization": f"Bearer {self.editor}",
            "content-type": "application/json",
        }
        for _ in range(200):
            request = urllib.request.Request(f"{self.room.address}{path}", raw, headers)
            try:
                with urllib.request.urlopen(request) as answer:
                    told = answer.read().decode()
            except urllib.error.HTTPError as error:
                told = error.read().decode()
                if error.code != 503:
                    raise AssertionError(told) from error
            if "still being reckoned" not in told:
                return json.loads(told)
            time.sleep(0.5)
        raise AssertionError(told)

    def signed_in(self, browser: Browser, *, width: int = 1600, height: int = 900) -> Page:
        """The facilitator's first page, in a browser of its own."""
        context = browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(self.room.mine)
        page.wait_for_selector("body[data-ready=true]")
        return page


@contextmanager
def everything(folder: Path) -> Iterator[Everything]:
    """A small network with a workshop, an agreement and a story."""
    named = folder / "mini"
    named.mkdir()
    (named / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in tables().items():
        (named / f"{name}.csv").write_text(text, encoding="utf-8")
    store = filled(folder, named)
    _, editor = add(folder / "tokens.json", "Anna", "editor", None)
    with workshop(store) as room:
        bare = Everything(room, editor, "")
        wish = {"from": ALFA, "to": OTHER, "via": BETA, "due": "2999-01-01", "note": "Bellen"}
        agreed = bare.asked("graphql", {"query": _AGREE, "variables": {"input": wish}})
        assert agreed["data"]["makeAgreement"]["errors"] == [], agreed
        step = {"title": "Rond Alfa", "text": "Wie er is", "address": f"focus={ALFA}"}
        story = bare.asked("stories", {"title": "Van gat naar afspraak", "steps": [step, step]})
        yield Everything(room, editor, story["id"])
