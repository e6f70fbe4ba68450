"""A service in which everything that people can name has a hostile name, and every address of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response
from tests.api.workshop_room import Room, decide, propose
from tests.viz.conftest import HOSTILE, tables

from ledwerk.api.tokens_file import add
from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

BRIDGE = "project:brug"
HOSTILE_ID, ALFA, BETA = "organisation:hostile", "organisation:alfa", "organisation:beta"
GUEST = "<img src=x onerror=alert(1)> & An"
_PEOPLE = (("id", "name"), ("person:an-ank", HOSTILE))
_SOURCES = (
    ("id", "name", "date"),
    ("source:book", HOSTILE, "2016"),
    ("source:paper", "De krant", "2015"),
)
_AGREE = (
    "mutation ($input: AgreementInput!) { makeAgreement(input: $input) { errors { message } } }"
)


@contextmanager
def hostile_room(folder: Path) -> Iterator[tuple[Room, TestClient, dict[str, str]]]:
    """A workshop over it, a browser of an editor, and what stands for the parts of addresses."""
    named = folder / "mini"
    named.mkdir()
    (named / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    more = {"people": _PEOPLE, "sources": _SOURCES}
    for name, text in tables(**more).items():
        cited = text.replace("Het boek", "source:book").replace("De krant", "source:paper")
        whole = text if name == "sources" else cited
        (named / f"{name}.csv").write_text(whole, encoding="utf-8")
    store = open_store(f"sqlite:{folder / 'room.sqlite'}")
    load(store, check(MODEL, named, store))
    store.close()
    _, token = add(folder / "tokens.json", HOSTILE[:60], "editor", None)
    room = Room(folder)
    try:
        editor = room.browser(token)
        yield room, editor, _spoken(room, editor)
    finally:
        room.close()


def _spoken(room: Room, editor: TestClient) -> dict[str, str]:
    """What people add around the network, hostile too."""
    guest = room.join(GUEST)
    made = propose(guest, "hostile-1", "PARTY", name=HOSTILE)
    assert made["errors"] == [], made
    remark = propose(guest, "hostile-2", "REMARK", remark=HOSTILE, node=HOSTILE_ID)
    assert remark["errors"] == [], remark
    decided = decide(room.facilitator, "hostile-1")
    assert decided["errors"] == [], decided
    wish = {"from": ALFA, "to": HOSTILE_ID, "via": BETA, "due": "2999-01-01", "note": HOSTILE}
    asked = {"query": _AGREE, "variables": {"input": wish | {"agreedBy": HOSTILE[:60]}}}
    agreed = patient(lambda: editor.post("/graphql", json=asked)).json()
    assert agreed["data"]["makeAgreement"]["errors"] == [], agreed
    step = {"title": HOSTILE, "text": HOSTILE, "address": ""}
    story = editor.post("/stories", json={"title": HOSTILE, "steps": [step]})
    assert story.status_code == 201, story.text
    csv = f"name,source\n{HOSTILE.replace(chr(34), chr(39))},source:book\n".encode()
    held = editor.post(
        f"/import?name={quote('projects.csv')}", content=csv,
        headers={"content-type": "application/octet-stream"},
    )  # fmt: skip
    assert held.status_code == 200, held.text
    return {"story": story.json()["id"], "held": held.json()["key"]}


def patient(asking: Callable[[], Response]) -> Response:
    """The answer, once what it needs has been reckoned."""
    for _ in range(100):
        answer = asking()
        if answer.status_code != 503 and "still being reckoned" not in answer.text[:500]:
            return answer
        time.sleep(0.3)
    raise AssertionError(answer.text[:300])


# What stands for each part of an address that varies; several where each gives another answer.
def examples(spoken: dict[str, str]) -> dict[str, Callable[[], list[str]]]:
    """For each path of the app its addresses."""
    about = f"focus={HOSTILE_ID}"
    kinds = ("organisations", "projects", "people", "sources", "partner_in", "boards")
    story, held = spoken["story"], spoken["held"]
    return {
        "/": lambda: ["/", f"/?{about}", "/?layout=columns", f"/?q={quote(HOSTILE)}"],
        "/view.json": lambda: ["/view.json", f"/view.json?{about}"],
        "/facets.json": lambda: ["/facets.json"],
        "/facts.json": lambda: [f"/facts.json?id={HOSTILE_ID}", f"/facts.json?id={quote(HOSTILE)}"],
        "/suggest.json": lambda: [f"/suggest.json?q={quote(HOSTILE[:20])}"],
        "/picture.{ending}": lambda: [
            f"/picture.{end}?{about}" for end in ("svg", "gexf", "png", "pdf")
        ],
        "/node": lambda: [f"/node?name={quote(HOSTILE)}", "/node"],
        "/node/{node:path}": lambda: [
            f"/node/{HOSTILE_ID}", f"/node/{HOSTILE_ID}?lang=en", f"/node/{quote(HOSTILE)}",
        ],
        "/node-history.json": lambda: [f"/node-history.json?id={HOSTILE_ID}"],
        "/search": lambda: [
            f"/search?q={quote(HOSTILE)}", f"/search?q={quote(HOSTILE[:20])}&kind=Organisation",
            f"/search?q=a&after={quote(HOSTILE)}", f"/search?q=a&kind={quote(HOSTILE)}",
        ],
        "/session": lambda: ["/session"],
        "/stories": lambda: ["/stories", f"/stories?add={quote(about)}"],
        "/stories/{ident}.html": lambda: [f"/stories/{story}.html"],
        "/stories/{ident}/edit": lambda: [f"/stories/{story}/edit"],
        "/stories/{ident}": lambda: [f"/stories/{story}", f"/stories/{quote(HOSTILE, safe='')}"],
        "/agreements": lambda: ["/agreements", f"/agreements?from={quote(HOSTILE)}"],
        "/agreements.xlsx": lambda: ["/agreements.xlsx"],
        "/agreements.ics": lambda: ["/agreements.ics"],
        "/changes": lambda: ["/changes", "/changes?since=0", f"/changes?since={quote(HOSTILE)}"],
        "/changes.xlsx": lambda: ["/changes.xlsx?since=0"],
        "/history": lambda: [
            "/history", "/history?revision=1", f"/history?revision={quote(HOSTILE)}",
        ],
        "/seen.json": lambda: ["/seen.json"],
        "/match": lambda: ["/match"],
        "/review": lambda: ["/review", "/review?lang=en"],
        "/tables": lambda: ["/tables"],
        "/tables/{table}.{ending}": lambda: [
            f"/tables/{kind}.{end}" for kind in kinds for end in ("json", "csv", "xlsx")
        ],
        "/tables/{table}/merge": lambda: [f"/tables/organisations/merge?kept={ALFA}&dropped={BETA}"],
        "/tables/{table}": lambda: [
            *(f"/tables/{kind}" for kind in kinds), f"/tables/{quote(HOSTILE, safe='')}",
        ],
        "/import": lambda: ["/import"],
        "/import/template.xlsx": lambda: ["/import/template.xlsx?table=projects"],
        "/import/{key}": lambda: [f"/import/{held}", f"/import/{quote(HOSTILE, safe='')}"],
        "/workshop": lambda: ["/workshop"],
        "/join": lambda: ["/join", f"/join?code={quote(HOSTILE)}"],
        "/workshop/qr.svg": lambda: ["/workshop/qr.svg"],
        "/workshop/forms.json": lambda: ["/workshop/forms.json"],
        "/workshop/suggest.json": lambda: [
            f"/workshop/suggest.json?q={quote(HOSTILE[:20])}&field=party"
        ],
        "/workshop/report": lambda: ["/workshop/report"],
        "/workshop/report.xlsx": lambda: ["/workshop/report.xlsx"],
        "/static/{room}/{name}": lambda: ["/static/viz/base.js", f"/static/viz/{quote(HOSTILE)}"],
        "/health/live": lambda: ["/health/live"],
        "/health/ready": lambda: ["/health/ready"],
        "/export.{ending}": lambda: [
            f"/export.{end}" for end in ("xlsx", "csv.zip", "graphml", "gexf", "jsonld", "cypher")
        ],
        "/metrics": lambda: ["/metrics"],
    }  # fmt: skip


def readable(app: FastAPI) -> set[str]:
    """The paths of the app that can be read."""
    return {route.path for route in app.routes if "GET" in (getattr(route, "methods", None) or ())}
