"""A workshop and an agreement over either store: proposed, accepted, closed, taken back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.api.workshop_room import UNDO, Room, ask, decide, propose
from tests.conftest import LED

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
KISS, CAMPUS = "organisation:kiss-engineering", "campus:brightlands-chemelot-campus"
ZUYD = "organisation:zuyd-hogeschool"
AGREE = """mutation ($input: AgreementInput!) {
  makeAgreement(input: $input) { errors { message } agreement { id state } } }"""
AGREEMENTS = "{ agreements { id state } }"


@pytest.fixture
def room(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A workshop over the LED network; a server's journal stands in the user's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    store.commit(check(MODEL, LED, store).change)
    made = Room(tmp_path, store=store)
    yield made
    made.close()


def test_what_is_accepted_is_there_and_can_be_taken_back(room: Room) -> None:
    phone = room.join("Anna")
    wish = {"name": "Zorgtech Heerlen", "helix": "INDUSTRY"}
    assert propose(phone, "party-00001", "PARTY", **wish)["errors"] == []
    assert propose(phone, "party-00001", "PARTY", **wish)["errors"] == []  # the connection broke
    done = decide(room.facilitator, "party-00001")
    assert done["errors"] == []
    there = '{ organisation(name: "Zorgtech Heerlen") { id } }'
    assert ask(phone, there)["organisation"]["id"] == "organisation:zorgtech-heerlen"
    seen = phone.get("/view.json?selected=organisation:zorgtech-heerlen").json()
    assert "Zorgtech Heerlen" in {node["name"] for node in seen["nodes"]}
    assert [one.actor for one in room.store.revisions(done["revision"] - 1)] == ["Anna"]
    assert ask(room.facilitator, UNDO, proposal="party-00001")["undoProposal"]["errors"] == []
    seen = phone.get("/view.json").json()
    assert "Zorgtech Heerlen" not in {node["name"] for node in seen["nodes"]}


def test_an_agreement_closes_by_itself_once_the_tie_is_there(room: Room) -> None:
    wish = {"from": KISS, "to": CAMPUS, "via": ZUYD, "due": "2999-01-15"}
    made = ask(room.facilitator, AGREE, input=wish)["makeAgreement"]
    assert made["errors"] == []
    assert [one["state"] for one in ask(room.facilitator, AGREEMENTS)["agreements"]] == ["OPEN"]
    tie = {"relation": "TENANT_OF", "party": KISS, "other": CAMPUS}
    proposed = propose(room.facilitator, "tie-00001", "TIE", **tie)
    assert proposed["errors"] == []
    assert decide(room.facilitator, "tie-00001")["errors"] == []
    assert [one["state"] for one in ask(room.facilitator, AGREEMENTS)["agreements"]] == ["CLOSED"]


STOOD = """query ($at: DateTime) { agreements(knownAt: $at) {
  state from { name node { name } } dropped { text } } }"""


def _now() -> str:
    time.sleep(0.003)
    now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}Z"
    time.sleep(0.003)
    return now


def test_agreements_are_told_as_they_stood(room: Room) -> None:
    moments = [_now()]
    wish = {"from": KISS, "to": CAMPUS, "via": ZUYD, "due": "2999-01-15"}
    made = ask(room.facilitator, AGREE, input=wish)["makeAgreement"]["agreement"]["id"]
    moments.append(_now())
    drop = """mutation ($id: ID!) { dropAgreement(id: $id, reason: "te druk") {
      errors { message } } }"""
    name = """mutation ($id: ID!) { updateOrganisation(id: $id, input: { name: "Kus" }) {
      errors { message } } }"""
    assert ask(room.facilitator, drop, id=made)["dropAgreement"]["errors"] == []
    assert ask(room.facilitator, name, id=KISS)["updateOrganisation"]["errors"] == []
    moments.append(_now())
    told = [ask(room.facilitator, STOOD, at=at)["agreements"] for at in (*moments, None, "1999")]
    party = {"name": "Kiss Engineering", "node": {"name": "Kiss Engineering"}}
    gone = {**party, "node": {"name": "Kus"}}
    dropped = {"state": "DROPPED", "from": gone, "dropped": {"text": "te druk"}}
    open_ = {"state": "OPEN", "from": party, "dropped": None}
    assert told == [[], [open_], [dropped], [dropped], []]
    then = room.facilitator.get(f"/agreements?known={moments[1]}&lang=en").text
    assert 'id="seen-now" href="/agreements?gaps=sme~campus&amp;lang=en"' in then.replace(
        "%7E", "~"
    )
    assert "te druk" not in then
    assert f"/agreements.xlsx?lang=en&amp;known={moments[1].replace(':', '%3A')}" in then
    assert "data-act=" not in then
    assert 'class="make"' not in then
    now = room.facilitator.get("/agreements?lang=en").text
    assert "te druk" in now
    assert "data-act=" in now
    dates = room.facilitator.get(f"/agreements.ics?known={moments[0]}")
    assert "BEGIN:VEVENT" not in dates.text
    assert "BEGIN:VEVENT" in room.facilitator.get(f"/agreements.ics?known={moments[1]}").text


def test_they_know_no_trust_and_say_so(room: Room) -> None:
    for path in ("/agreements", "/agreements.xlsx", "/agreements.ics"):
        answer = room.facilitator.get(f"{path}?trust=basis:stated&lang=en")
        assert answer.status_code == 400
        assert "no statements of a source" in answer.text
    for field in ("agreements { id }", "workshop { id }"):
        asked = "{ " + field.replace(" {", "(trust: {bases: [STATED]}) {", 1) + " }"
        answer = room.facilitator.post("/graphql", json={"query": asked}).json()
        assert "Unknown argument 'trust'" in answer["errors"][0]["message"]
