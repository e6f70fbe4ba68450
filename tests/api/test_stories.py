"""Stories: begun, changed, deleted and had back; who may; what is taken along."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.viz.conftest import HOSTILE, tables

from ledwerk.api import tokens_file
from ledwerk.api.app import create_app
from ledwerk.api.settings import Settings
from ledwerk.api.stories import story_called
from ledwerk.graph.opening import open_store
from ledwerk.graph.sqlite_journal import Entry, Journal
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.model import MODEL
from ledwerk.viz.stories import TOPIC, Step, body_of, stories_of, story_asked

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

FIRST = {"title": "Alles", "text": "Wie er zijn", "address": ""}
SECOND = {"title": HOSTILE, "text": HOSTILE, "address": "steps=2&focus=organisation%3Aalfa"}


class Service:
    """A service with people to sign in."""

    def __init__(self, store: Store, folder: Path) -> None:
        file = folder / "tokens.json"
        self.tokens = {
            role: tokens_file.add(file, role, role, None)[1] for role in tokens_file.ROLES
        }
        self.app = create_app(store, Settings(tokens=str(file)))
        self.client = TestClient(self.app, base_url="http://127.0.0.1")

    def ask(self, method: str, path: str, body: Any = None, who: str = "editor") -> Any:
        headers = {"authorization": f"Bearer {self.tokens[who]}"} if who else {}
        return self.client.request(method, path, json=body, headers=headers)

    def begun(self, **more: Any) -> dict[str, Any]:
        answer = self.ask("POST", "/stories", {"title": "Mijn verhaal", "steps": [FIRST], **more})
        assert answer.status_code == 201
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("stories")
    (folder / "datapackage.json").write_text('{"name": "mini"}', encoding="utf-8")
    for name, text in tables().items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    store = open_store(f"sqlite:{folder / 'store.sqlite'}")
    load(store, check(MODEL, folder, store))
    made = Service(store, folder)
    yield made
    made.app.state.analyst.close()
    made.app.state.views.close()
    store.close()


def test_a_story_is_begun_changed_and_read_back(service: Service) -> None:
    story = service.begun()
    wish = {**story, "title": "Ons verhaal", "steps": [SECOND, FIRST]}
    changed = service.ask("PUT", f"/stories/{story['id']}", wish).json()
    assert changed["title"] == "Ons verhaal"
    # An address is kept in the form that every part of ledwerk gives it.
    assert [one["address"] for one in changed["steps"]] == ["focus=organisation%3Aalfa&steps=2", ""]
    text = service.client.get("/stories").text
    assert "Ons verhaal" in text
    assert "2 beelden" in text
    assert "door editor" in text


def test_the_same_beginning_sent_twice_is_one_story(service: Service) -> None:
    assert service.begun(mark="x1")["id"] == service.begun(mark="x1")["id"]
    assert service.begun(mark="x2")["id"] != service.begun(mark="x1")["id"]


def test_of_two_who_change_a_story_the_second_hears_of_the_first(service: Service) -> None:
    story = service.begun()
    path = f"/stories/{story['id']}"
    one = {**story, "title": "Een"}
    assert service.ask("PUT", path, one).status_code == 200
    assert service.ask("PUT", path, {**story, "title": "Twee"}).status_code == 409
    assert service.ask("PUT", path, one).json()["title"] == "Een"  # sent again, as a phone does
    assert "Een" in service.client.get("/stories").text


def test_a_deleted_story_can_be_had_back(service: Service) -> None:
    story = service.begun(title="Verdwijnt even")
    assert service.ask("DELETE", f"/stories/{story['id']}").status_code == 200
    assert "Verdwijnt even" not in service.client.get("/stories").text
    assert service.client.get(f"/stories/{story['id']}").status_code == 404
    assert service.ask("POST", f"/stories/{story['id']}/back", {}).status_code == 200
    assert "Verdwijnt even" in service.client.get("/stories").text


@pytest.mark.parametrize(("who", "status"), [("", 401), ("reader", 403), ("participant", 403)])
def test_only_an_editor_changes_stories(service: Service, who: str, status: int) -> None:
    story = service.begun()
    path = f"/stories/{story['id']}"
    for method, place in (
        ("POST", "/stories"), ("PUT", path), ("DELETE", path), ("POST", f"{path}/back"),
    ):  # fmt: skip
        assert service.ask(method, place, story, who).status_code == status
    assert service.client.get(f"{path}/edit").status_code == 200


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"steps": []}, "no title"),
        ({"title": "x"}, "steps is missing"),
        ({"title": "x", "steps": [1]}, "view 1 is no object"),
        ({"title": "x", "steps": [{"address": ""}]}, "view 1 has no title"),
        ({"title": "x", "steps": [{**FIRST, "address": "layout=cube"}]}, "layout='cube'"),
        ({"title": "x", "steps": [{**FIRST, "text": 3}]}, "text is no text"),
        ({"title": "x", "steps": [{**FIRST, "text": "x" * 4_001}]}, "4,001 letters"),
        ({"title": "x", "steps": [FIRST] * 61}, "at most 60"),
    ],
)
def test_what_is_no_story_is_said(service: Service, body: dict[str, Any], said: str) -> None:
    answer = service.ask("POST", "/stories", body)
    assert answer.status_code == 400
    assert said in answer.json()["errors"][0]["message"]


def test_a_hostile_title_is_text_wherever_it_is_shown(service: Service) -> None:
    story = service.begun(title=HOSTILE, steps=[SECOND])
    path = f"/stories/{story['id']}"
    for page in ("/stories", "/stories?add=focus%3Dx%22%3E", f"{path}/edit", path, f"{path}.html"):
        answer = service.client.get(page)
        assert answer.status_code == 200, page
        assert "<img src=x" not in answer.text


def test_playing_begins_at_the_step_asked_for(service: Service) -> None:
    story = service.begun(steps=[FIRST, SECOND])
    for step, at in (("", 0), ("2", 1), ("9", 1), ("x", 0)):
        text = service.client.get(f"/stories/{story['id']}?step={step}").text
        data = json.loads(re.search(r'id="page-data">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
        assert data["story"]["at"] == at
        assert data["views"][0]["address"] == data["story"]["steps"][at]["address"]


def test_the_file_holds_every_view_and_needs_no_service(service: Service) -> None:
    story = service.begun(steps=[FIRST, SECOND, {**FIRST, "title": "Weer alles"}])
    answer = service.client.get(f"/stories/{story['id']}.html?lang=en")
    assert 'attachment; filename="story-' in answer.headers["content-disposition"]
    assert '<html lang="en">' in answer.text
    assert "src=" not in answer.text.partition("<body")[0]
    packed = re.search(r'id="page-packed">(.*?)</script>', answer.text, re.DOTALL)
    assert packed
    data = json.loads(gzip.decompress(base64.b64decode(packed[1])))
    assert [one["address"] for one in data["views"]] == ["", "focus=organisation%3Aalfa&steps=2"]
    assert "organisation:alfa" in data["facts"]
    assert service.begun(steps=[])["steps"] == []
    empty = service.begun(steps=[])
    assert service.client.get(f"/stories/{empty['id']}.html").status_code == 400


def test_entries_of_others_are_passed_over_and_the_newest_counts() -> None:
    step = Step("a", "b", "")
    entries = [
        Entry(1, "t1", "anna", "workshop", "x", {"event": "started"}),
        Entry(2, "t2", "anna", TOPIC, "x", body_of("Een", [step])),
        Entry(3, "t3", "bert", TOPIC, "x", body_of("Twee", [step, step])),
        Entry(4, "t4", "bert", TOPIC, "y", body_of("Weg", [], deleted=True)),
    ]
    found = stories_of(entries)
    assert (found["x"].title, len(found["x"].steps), found["x"].by) == ("Twee", 2, "bert")
    assert found["y"].deleted
    assert story_asked(found["x"].told()) == ("Twee", (step, step))


def test_a_story_is_found_by_id_or_title(tmp_path: Path) -> None:
    journal = Journal(str(tmp_path / "j"))
    for key, title in (("1", "Een"), ("2", "Twee"), ("3", "twee")):
        journal.append("anna", TOPIC, key, body_of(title, []))
    assert story_called(journal, "1").title == "Een"
    assert story_called(journal, " EEN ").id == "1"
    with pytest.raises(InvalidQuestion, match="several"):
        story_called(journal, "twee")
    with pytest.raises(InvalidQuestion, match="is no story"):
        story_called(journal, "drie")
    journal.close()
