"""A workshop and an agreement over either store: proposed, accepted, closed, taken back."""

from __future__ import annotations

from collections.abc import Iterator
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
