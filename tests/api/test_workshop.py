"""A workshop from its code to its end: joining, proposing, deciding, following."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from tests.api.workshop_room import (
    END,
    FOLLOW,
    SHOW,
    SOCKET,
    UNDO,
    WITHDRAW,
    WORKSHOP,
    ZUYD,
    Room,
    ask,
    decide,
    named,
    propose,
)
from tests.conftest import LED

from ledwerk.api.access import COOKIE
from ledwerk.api.proposals_deciding import Proposals
from ledwerk.api.workshop_doors import WRONG_PER_ADDRESS
from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of the LED network."""
    folder = tmp_path_factory.mktemp("room")
    store = open_store(f"sqlite:{folder / 'room.sqlite'}")
    load(store, check(MODEL, LED, store))
    store.close()
    return folder


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Room]:
    made = Room(folder)
    yield made
    made.close()


@pytest.fixture
def room(served: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A session of its own, over the store that all tests of this module change."""
    monkeypatch.setattr("ledwerk.api.workshop_page._PAUSE", 0.0)
    monkeypatch.setattr("ledwerk.api.workshop_doors._MINUTE", 0.0)
    served.anew()
    return served


# -- joining ----------------------------------------------------------------------------------------


def test_who_has_the_code_joins_with_a_name_of_their_own(room: Room) -> None:
    first, second = room.join(" anna\u202e "), room.join("Anna")
    assert first.get("/session").json() == {"name": "anna", "role": "participant"}
    assert second.get("/session").json() == {"name": "Anna 2", "role": "participant"}
    again = first.post("/workshop/join", json={"code": room.session.code, "name": "Anna"})
    assert again.json()["name"] == "anna"
    assert [one["name"] for one in ask(room.facilitator, WORKSHOP)["workshop"]["participants"]] == [
        "anna",
        "Anna 2",
    ]


@pytest.mark.parametrize("name", ["", "  \u200b", None, 3, "x" * 41])
def test_a_name_is_needed(room: Room, name: object) -> None:
    answer = room.browser().post("/workshop/join", json={"code": room.session.code, "name": name})
    assert answer.status_code == 400
    assert "name" in answer.json()["errors"][0]["message"]
    assert "set-cookie" not in answer.headers


def test_the_code_is_read_however_it_is_typed(room: Room) -> None:
    code = room.session.code.lower()
    answer = room.browser().post(
        "/workshop/join", json={"code": f" {code[:3]} {code[3:]}", "name": "Bo"}
    )
    assert answer.status_code == 200


def test_codes_cannot_be_guessed(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledwerk.api.workshop_doors._MINUTE", 60.0)
    browser = room.browser()
    for _ in range(WRONG_PER_ADDRESS):
        answer = browser.post("/workshop/join", json={"code": "ZZZZZZ", "name": "Eve"})
        assert answer.status_code == 403
    right = {"code": room.session.code, "name": "Eve"}
    assert browser.post("/workshop/join", json=right).status_code == 429


def test_only_the_facilitator_sees_the_code(room: Room) -> None:
    anna = room.join("Anna")
    assert ask(anna, WORKSHOP)["workshop"]["code"] is None
    assert ask(room.facilitator, WORKSHOP)["workshop"]["code"] == room.session.code
    assert ask(room.browser(), WORKSHOP)["workshop"] is None
    for path in ("/workshop", "/join", "/", "/workshop/forms.json"):
        assert room.session.code not in anna.get(path).text, path
    assert anna.get("/workshop/qr.svg").status_code == 403
    assert room.facilitator.get("/workshop/qr.svg").text.startswith("<svg")
    assert room.session.code in room.facilitator.get("/workshop").text


# -- proposing and deciding ---------------------------------------------------------------------


def test_a_party_is_proposed_accepted_and_undone(room: Room) -> None:
    anna = room.join("Anna")
    wish = {"name": "Klein & Fijn", "helix": "INDUSTRY", "partyKind": "COMPANY", "sme": True}
    made = propose(anna, "party-0001", "PARTY", **wish)
    assert made["errors"] == []
    assert made["proposal"]["state"] == "WAITING"
    assert named(anna, "Klein & Fijn") == []
    done = decide(room.facilitator, "party-0001", why="welkom")
    assert done["proposal"]["state"] == "ACCEPTED"
    assert done["revision"] == done["proposal"]["revision"] == room.before + 1
    assert [one["__typename"] for one in named(anna, "Klein & Fijn")] == ["Organisation"]
    (revision,) = room.store.revisions(room.before)
    assert revision.actor == "Anna"
    assert revision.why == "proposal party-0001 accepted by Petra: welkom"
    undone = ask(room.facilitator, UNDO, proposal="party-0001")["undoProposal"]
    assert undone["proposal"]["state"] == "UNDONE"
    assert named(anna, "Klein & Fijn") == []
    assert undone["revision"] == room.before + 2


def test_a_new_project_with_its_partners_is_one_change(room: Room) -> None:
    anna = room.join("Anna")
    wish = {"party": ZUYD, "other": "organisation:ey", "activityName": "Samen sterk"}
    assert propose(anna, "tie-00001", "TIE", **wish)["errors"] == []
    done = decide(room.facilitator, "tie-00001", changes={"activityName": "Samen slim"})
    assert (
        done["proposal"]["summary"] == "Zuyd Hogeschool en EY werken samen in “Samen slim” (nieuw)"
    )
    (project,) = named(anna, "Samen slim")
    text = "query ($id: ID!) { project(id: $id) { partners(first: 9) { nodes { id } } } }"
    partners = ask(anna, text, id=project["id"])["project"]["partners"]["nodes"]
    assert {one["id"] for one in partners} == {ZUYD, "organisation:ey"}
    assert len(list(room.store.revisions(room.before))) == 1
    ask(room.facilitator, UNDO, proposal="tie-00001")
    assert named(anna, "Samen slim") == []


def test_a_correction_and_a_remark(room: Room) -> None:
    anna = room.join("Anna")
    site = {"node": ZUYD, "property": "website", "value": "https://zuyd.example"}
    assert propose(anna, "correct-1", "CORRECTION", **site)["errors"] == []
    assert propose(anna, "remark-01", "REMARK", remark="Er mist iets", node=ZUYD)["errors"] == []
    for ident, revision in (("correct-1", room.before + 1), ("remark-01", None)):
        done = decide(room.facilitator, ident)
        assert done["errors"] == []
        assert (done["proposal"]["state"], done["proposal"]["revision"]) == ("ACCEPTED", revision)
    text = "query ($id: ID!) { organisation(id: $id) { website } }"
    assert ask(anna, text, id=ZUYD)["organisation"]["website"] == "https://zuyd.example"


def test_sent_again_it_is_one_proposal(room: Room) -> None:
    anna, bo = room.join("Anna"), room.join("Bo")
    for _ in range(2):
        made = propose(anna, "again-001", "PARTY", name="Twee keer")
        assert made["proposal"]["id"] == "again-001"
    assert propose(bo, "again-001", "PARTY", name="Andere")["errors"][0]["code"] == "TAKEN"
    assert len(ask(room.facilitator, WORKSHOP)["workshop"]["proposals"]) == 1
    for _ in range(2):
        assert decide(room.facilitator, "again-001")["proposal"]["revision"] == room.before + 1
    assert len(named(anna, "Twee keer")) == 1


def test_names_that_are_there_are_pointed_out_and_can_be_taken(room: Room) -> None:
    anna = room.join("Anna")
    project = named(anna, "KnowledgeEngineering@Work")[0]["id"]
    made = propose(anna, "alike-001", "PARTY", name="zuyd hogeschool BV", partnerIn=project)
    assert made["proposal"]["alike"][0] == {
        "id": ZUYD,
        "name": "Zuyd Hogeschool",
        "kind": "Organisation",
        "same": True,
    }
    before = len(named(anna, "Zuyd Hogeschool"))
    done = decide(room.facilitator, "alike-001", changes={"existing": ZUYD})
    assert done["errors"] == []
    assert done["proposal"]["state"] == "ACCEPTED"
    assert len(named(anna, "Zuyd Hogeschool")) == before
    assert named(anna, "zuyd hogeschool BV") == []


@pytest.mark.parametrize(
    ("kind", "wish", "field", "code"),
    [
        ("PARTY", {}, "name", "REQUIRED"),
        ("PARTY", {"name": " "}, "name", "REQUIRED"),
        ("PARTY", {"name": "x" * 201}, "name", "INVALID_VALUE"),
        ("PARTY", {"name": "A b", "municipality": "municipality:none"}, "municipality", "UNKNOWN_NODE"),
        ("PARTY", {"name": "A b", "municipality": ZUYD}, "municipality", "WRONG_KIND"),
        ("TIE", {}, "party", "REQUIRED"),
        ("TIE", {"party": ZUYD}, "activity", "REQUIRED"),
        ("TIE", {"party": "organisation:none", "activityName": "X"}, "party", "UNKNOWN_NODE"),
        ("TIE", {"party": ZUYD, "other": ZUYD, "activityName": "X"}, "other", "SAME_NODE"),
        ("TIE", {"party": ZUYD, "relation": "TENANT_OF"}, "other", "REQUIRED"),
        ("TIE", {"party": ZUYD, "relation": "TENANT_OF", "other": ZUYD}, "other", "WRONG_KIND"),
        ("CORRECTION", {"node": ZUYD}, "property", "UNKNOWN_FIELD"),
        ("CORRECTION", {"node": ZUYD, "property": "website", "value": "x"}, "value", "INVALID_VALUE"),
        ("CORRECTION", {"node": ZUYD, "property": "name", "value": "Zuyd Hogeschool"}, "value", "NOTHING_TO_DO"),
        ("CORRECTION", {"node": ZUYD, "property": "name"}, "value", "REQUIRED"),
        ("REMARK", {}, "remark", "REQUIRED"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_once(
    room: Room, kind: str, wish: dict[str, Any], field: str, code: str
) -> None:
    made = propose(room.facilitator, "wrong-0001", kind, **wish)
    assert made["proposal"] is None
    (error,) = made["errors"]
    assert (error["field"], error["code"]) == (field, code)
    assert error["message"]
    assert ask(room.facilitator, WORKSHOP)["workshop"]["proposals"] == []


def test_a_tie_that_is_there_is_no_proposal(room: Room) -> None:
    text = "{ projects(first: 1) { nodes { id partners(first: 1) { nodes { id } } } } }"
    project = ask(room.facilitator, text)["projects"]["nodes"][0]
    party = project["partners"]["nodes"][0]["id"]
    made = propose(room.facilitator, "there-0001", "TIE", party=party, activity=project["id"])
    assert made["errors"][0]["code"] == "NOTHING_TO_DO"


def test_what_cannot_be_carried_out_any_more_waits_and_says_why(room: Room) -> None:
    anna = room.join("Anna")
    propose(anna, "gone-00001", "TIE", party="organisation:apg", activityName="Te laat")
    gone = 'mutation { deleteOrganisation(id: "organisation:apg") { errors { code } } }'
    assert ask(room.facilitator, gone)["deleteOrganisation"]["errors"] == []
    done = decide(room.facilitator, "gone-00001")
    assert done["errors"][0]["code"] == "UNKNOWN_NODE"
    states = [one["state"] for one in ask(anna, WORKSHOP)["workshop"]["proposals"]]
    assert states == ["WAITING"]
    assert named(anna, "Te laat") == []


def test_what_was_built_upon_is_not_taken_back(room: Room) -> None:
    propose(room.facilitator, "base-00001", "PARTY", name="Basis")
    decide(room.facilitator, "base-00001")
    (party,) = named(room.facilitator, "Basis")
    change = {"node": party["id"], "property": "website", "value": "https://basis.example"}
    propose(room.facilitator, "next-00001", "CORRECTION", **change)
    decide(room.facilitator, "next-00001")
    made = ask(room.facilitator, UNDO, proposal="base-00001")["undoProposal"]
    assert made["errors"][0]["code"] == "CHANGED_SINCE"
    workshop = ask(room.facilitator, WORKSHOP)["workshop"]
    assert [one["state"] for one in workshop["proposals"]] == ["ACCEPTED", "ACCEPTED"]
    assert workshop["log"][-1]["event"] == "KEPT"


def test_one_decides_once(room: Room) -> None:
    anna, bo = room.join("Anna"), room.join("Bo")
    propose(anna, "once-00001", "PARTY", name="Een")
    assert ask(bo, WITHDRAW, proposal="once-00001")["withdrawProposal"]["errors"]
    assert decide(room.facilitator, "once-00001", accept=False, why="nee")["errors"] == []
    assert decide(room.facilitator, "once-00001")["errors"][0]["code"] == "TAKEN"
    assert ask(anna, WITHDRAW, proposal="once-00001")["withdrawProposal"]["errors"]
    propose(anna, "once-00002", "PARTY", name="Twee")
    withdrawn = ask(anna, WITHDRAW, proposal="once-00002")["withdrawProposal"]
    assert withdrawn["proposal"]["state"] == "WITHDRAWN"
    assert decide(room.facilitator, "once-00002")["errors"][0]["code"] == "TAKEN"
    assert decide(room.facilitator, "no-such-one")["errors"][0]["code"] == "UNKNOWN_NODE"


def test_participants_see_their_own_proposals_only(room: Room) -> None:
    anna, bo = room.join("Anna"), room.join("Bo")
    propose(anna, "mine-00001", "PARTY", name="Van Anna")
    assert [one["id"] for one in ask(anna, WORKSHOP)["workshop"]["proposals"]] == ["mine-00001"]
    seen = ask(bo, WORKSHOP)["workshop"]
    assert seen["proposals"] == []
    assert "Van Anna" not in str(seen)
    decide(room.facilitator, "mine-00001")
    assert "Van Anna" in str(ask(bo, WORKSHOP)["workshop"]["log"])


# -- following --------------------------------------------------------------------------------------


def _follow(browser: TestClient, since: int | None = None) -> Any:
    return browser.websocket_connect(SOCKET, subprotocols=["graphql-transport-ws"]), {
        "id": "1",
        "type": "subscribe",
        "payload": {"query": FOLLOW, "variables": {"since": since}},
    }


def _begin(socket: Any, asked: Any) -> None:
    socket.send_json({"type": "connection_init", "payload": {}})
    assert socket.receive_json()["type"] == "connection_ack"
    socket.send_json(asked)


def _line(socket: Any) -> Any:
    message = socket.receive_json()
    assert message["type"] == "next", message
    return message["payload"]["data"]["workshopChanged"]


def test_who_was_away_catches_up_in_order_and_once(room: Room) -> None:
    anna = room.join("Anna")
    since = ask(anna, WORKSHOP)["workshop"]["number"]
    propose(anna, "follow-001", "PARTY", name="Gevolgd")
    ask(room.facilitator, SHOW, address="helix=industry")
    connecting, asked = _follow(anna, since)
    with connecting as socket:
        _begin(socket, asked)
        assert [_line(socket)["event"] for _ in range(2)] == ["PROPOSED", "SCREEN"]
        decide(room.facilitator, "follow-001")
        lines = [_line(socket) for _ in range(2)]
        assert [one["event"] for one in lines] == ["ACCEPTING", "ACCEPTED"]
        assert lines[1]["revision"] == room.before + 1
        assert lines[1]["proposal"] == {"id": "follow-001", "state": "ACCEPTED"}


def test_everybody_is_shown_out_at_the_end(room: Room) -> None:
    anna = room.join("Anna")
    connecting, asked = _follow(anna)
    with connecting as socket:
        _begin(socket, asked)
        ask(room.facilitator, SHOW, address="focus=organisation:ey")
        assert _line(socket)["address"] == "focus=organisation%3Aey"
        assert ask(room.facilitator, END)["endWorkshop"]["errors"] == []
        assert _line(socket)["event"] == "ENDED"
        assert socket.receive_json()["type"] == "complete"
        with pytest.raises(WebSocketDisconnect) as closed:
            socket.receive_json()
        assert closed.value.code == 4403
    assert anna.get("/session").json()["role"] == ""
    assert room.facilitator.get("/session").json() == {"name": "Petra", "role": "reader"}
    late = anna.post("/workshop/join", json={"code": room.session.code, "name": "Late"})
    assert late.status_code == 400


def test_a_view_that_is_none_is_not_shown(room: Room) -> None:
    made = ask(room.facilitator, SHOW, address="layout=spiral")["showScreen"]
    assert "spiral" in made["errors"][0]["message"]
    assert ask(room.facilitator, WORKSHOP)["workshop"]["screen"] is None


def test_a_session_that_was_forgotten_is_over(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = room.join("Anna")
    monkeypatch.setattr("ledwerk.api.workshop_record.LASTS", timedelta(0))
    assert anna.get("/session").json()["role"] == ""
    assert room.facilitator.get("/session").json()["role"] == "reader"
    forgotten = room.session
    monkeypatch.undo()
    room.anew()
    assert room.session.id != forgotten.id
    assert forgotten.ended


# -- after a crash ----------------------------------------------------------------------------------


def test_the_same_session_goes_on_after_a_restart(room: Room, folder: Path) -> None:
    anna = room.join("Anna")
    token = anna.cookies[COOKIE]
    propose(anna, "before-001", "PARTY", name="Voor de storing")
    later = Room(folder)
    assert later.session.id == room.session.id
    assert later.session.code == room.session.code
    back = later.browser(token)
    assert back.get("/session").json()["name"] == "Anna"
    assert [one["id"] for one in ask(back, WORKSHOP)["workshop"]["proposals"]] == ["before-001"]
    later.close()


@pytest.mark.parametrize("written", ["before", "after"])
def test_an_acceptance_that_was_cut_off_is_finished_once(
    room: Room, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process ends between the journal's line and the store's change, or just after that."""

    class PowerCut(BaseException):
        pass

    deciding = Proposals(room.workshop)
    anna = room.join("Anna")
    name = f"Middenin, {written}"
    propose(anna, "cut-000001", "PARTY", name=name)
    amend = room.store.amend

    def cut(amendment: Any) -> Any:
        if written == "after":
            amend(amendment)
        raise PowerCut

    facilitator = room.workshop.holder(room.facilitator.cookies[COOKIE])
    assert facilitator is not None
    with monkeypatch.context() as patched:
        patched.setattr(room.store, "amend", cut)
        with pytest.raises(PowerCut):
            deciding.accept(facilitator, "cut-000001", "", None, room.before)
    states = [one["state"] for one in ask(anna, WORKSHOP)["workshop"]["proposals"]]
    assert states == ["ACCEPTING"]
    assert [one.state for one in Proposals(room.workshop).finish()] == ["accepted"]
    assert len(named(anna, name)) == 1
    assert len(list(room.store.revisions(room.before))) == 1
    assert Proposals(room.workshop).finish() == []
    assert ask(anna, WORKSHOP)["workshop"]["proposals"][0]["state"] == "ACCEPTED"


def test_two_processes_carry_a_proposal_out_once(room: Room, folder: Path) -> None:
    propose(room.facilitator, "two-000001", "PARTY", name="Dubbel")
    other = Room(folder)
    for one in (room, other, room):
        assert decide(one.facilitator, "two-000001")["proposal"]["revision"] == room.before + 1
    assert len(named(room.facilitator, "Dubbel")) == 1
    other.close()
