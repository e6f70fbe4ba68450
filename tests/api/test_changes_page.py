"""What changed since the last meeting: from where it looks, and what it says."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from python_calamine import CalamineWorkbook
from tests.api.test_agreements import TABLES, WORKSHOP, joined
from tests.viz.conftest import HOSTILE

from ledwerk.api.app import create_app
from ledwerk.api.changes_page import start_of
from ledwerk.api.workshop_record import TOPIC
from ledwerk.graph.analysis.what_if import Change, GapChange, Moved, WhatIf
from ledwerk.graph.net_change import NetChange
from ledwerk.graph.sqlite_journal import Journal, journal_path
from ledwerk.graph.store import Revision, Store
from ledwerk.loaders import editing
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.changes_page import Ended, Meeting, Start, changes_page

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
REVISIONS = [
    Revision(1, "2026-09-01T10:00:00.000+00:00", "anna", "load", "mini", ""),
    Revision(2, "2026-10-10T10:00:00.000+00:00", "bart", "add", "edits", ""),
    Revision(3, "2026-11-10T10:00:00.000+00:00", "carla", "add", "edits", ""),
]
ENDED = Ended("Najaar", "2026-11-01T16:00:00.000+00:00", 2)


@pytest.mark.parametrize(
    ("since", "sessions", "revision", "how"),
    [
        ("", [ENDED], 2, "since_session"),
        ("", [], 2, "since_month"),
        ("2", [ENDED], 2, "since_revision"),
        ("99", [], 3, "since_revision"),
        ("0", [], 0, "since_start"),
        ("2026-10-01", [], 1, "since_moment"),
        ("2026-08-01", [], 0, "since_moment"),
    ],
)
def test_where_it_looks_from(since: str, sessions: list[Ended], revision: int, how: str) -> None:
    start = start_of(since, REVISIONS, sessions, NOW)
    assert (start.revision, start.how) == (revision, how)


def test_unasked_it_never_looks_from_before_the_first_load() -> None:
    start = start_of("", REVISIONS[2:], [], NOW)
    assert (start.revision, start.how) == (3, "since_first")
    assert start_of("", [], [], NOW).revision == 0


@pytest.mark.parametrize("since", ["gisteren", "-1", "2026-02-30", "²", "9" * 40])
def test_what_is_no_moment_is_refused(since: str) -> None:
    with pytest.raises(InvalidQuestion, match="since="):
        start_of(since, REVISIONS, [], NOW)


@pytest.fixture
def client(store: Store, mini: Callable[..., Path]) -> Iterator[TestClient]:
    load(store, check(MODEL, mini(**TABLES), store))
    joined(store, WORKSHOP, "project:two")
    editor = editing.Editor(MODEL, store, editing.Provenance("dirk"))
    wish = {"name": HOSTILE, "helix": "civil"}
    editing.edit(store, lambda: editing.create_node(editor, "Organisation", wish, "organisation:h"))
    app = create_app(store)
    yield TestClient(app, base_url="http://127.0.0.1")
    app.state.analyst.close()


def page(client: TestClient, path: str) -> str:
    """A page once nothing of it is still being reckoned."""
    while '"late":true' in (text := client.get(path).text):
        pass
    return text


def test_the_page_says_what_came_and_what_it_did(client: TestClient) -> None:
    text = page(client, "/changes?since=1")
    assert "Per saldo 2 toegevoegd, 0 verwijderd en 0 gecorrigeerd, in 2 wijzigingen" in text
    assert "Werkplaats is partner in Two" in text
    assert "Gaten gedicht: Werkplaats." in text
    assert "/picture.svg?fresh=1&amp;lang=nl" in text
    assert "School: van 2,0 naar 0,0" in text
    assert "<img src=x" not in text
    assert "&lt;img src=x" in text
    english = page(client, "/changes?since=1&lang=en")
    assert "Gaps closed: Werkplaats." in english


def test_unasked_it_looks_from_the_end_of_the_last_workshop(
    client: TestClient, store: Store
) -> None:
    journal = Journal(journal_path(store.address))
    begun = {"event": "started", "name": "Najaar", "code": "ABC234", "revision": 1}
    for key in ("one", "two"):
        journal.append("anna", TOPIC, key, begun | {"name": key})
    assert "Sinds de gegevens voor het eerst" in page(client, "/changes")
    journal.append("anna", TOPIC, "one", {"event": "ended", "revision": 2})
    journal.close()
    text = page(client, "/changes")
    assert "Sinds de werksessie “one”" in text
    assert "Per saldo 1 toegevoegd" in text
    assert '<a href="/changes?since=2&amp;lang=nl">werksessie “one”' in text


def test_the_worksheet_has_every_change(client: TestClient) -> None:
    answer = client.get("/changes.xlsx?since=1&lang=en")
    assert answer.status_code == 200
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    header, *lines = rows.to_python()
    assert header[:3] == ["what", "kind", "name"]
    assert [(line[0], line[2]) for line in lines] == [
        ("Added", f"{HOSTILE} (organisation)"),
        ("Added", "Werkplaats is partner in Two"),
    ]


def test_nothing_and_nonsense_are_said(client: TestClient) -> None:
    assert "Er is sindsdien niets veranderd." in client.get("/changes?since=3").text
    assert client.get("/changes?since=soon").status_code == 400


def test_what_is_only_estimated_is_not_told_as_a_difference() -> None:
    moved = (Moved("organisation:a", 1.0, 9.0),)
    gaps = GapChange(1, 1, (), (), ())
    names = ("parties", "activities", "participations", "seats", "ties", "isolates", "components",
             "largest_component", "mean_distance", "gaps", "unreachable")  # fmt: skip
    measures = tuple(Change(name, 2.0, 3.0) for name in names)
    start = Start(1, "since_revision", "2026-11-10T10:00:00.000+00:00")
    net = NetChange(1, 3, (), tuple(REVISIONS[1:]), {})
    for exact, shown in ((True, True), (False, False)):
        found = WhatIf(measures, gaps, (), moved, exact, 200)
        text = changes_page(MODEL, Meeting(start, net, {"organisation:a": "Alfa"}, found), "nl")
        assert ("Grootste stijgers" in text) == shown
        assert ("Gemiddelde afstand" in text) == shown
        assert ("alleen te schatten" in text) == (not shown)
