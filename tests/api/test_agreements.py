"""Agreements, from a gap to a tie: in a network small enough to reckon by hand.

Anna's workshop (an SME) knows the school by project One, the school knows the campus by project
Two, and the bank knows the campus by project Three. The bakery is an SME that nobody knows.

    workshop - school - campus - bank        bakery

Gaps sme~campus: workshop (2 ties away) and bakery (no way). With the workshop in project Two, where
the school and the campus are, the workshop has a tie with the campus.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledwerk.api.agreements import Agreements
from ledwerk.api.analyst import Analyst
from ledwerk.graph.agreements import TOPIC, Agreement
from ledwerk.graph.analysis.agreed import gap_list
from ledwerk.graph.sqlite_journal import Journal
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.model import MODEL

TABLES = {
    "organisations": """id,name,helix,sme,source
organisation:workshop,Werkplaats,industry,yes,Boek
organisation:bakery,Bakkerij,industry,yes,Boek
organisation:school,School,knowledge,,Boek
organisation:bank,Bank,industry,,Boek
""",
    "campuses": "name,source\nCampus,Boek\n",
    "projects": "name,source\nOne,Boek\nTwo,Boek\nThree,Boek\n",
    "boards": "name,source\nRaad,Boek\n",
    "people": "name,source\nAn,Boek\nBo,Boek\n",
    "seats": "id,source\nseat:an,Boek\nseat:bo,Boek\n",
    "holds": "holder,seat,source\nAn,seat:an,Boek\nBo,seat:bo,Boek\n",
    "on": "seat,board,source\nseat:an,Raad,Boek\nseat:bo,Raad,Boek\n",
    "on_behalf_of": "seat,party,source\nseat:an,School,Boek\nseat:bo,Campus,Boek\n",
    "partner_in": """party,activity,source
Werkplaats,One,Boek
School,One,Boek
School,Two,Boek
Campus,Two,Boek
Campus,Three,Boek
Bank,Three,Boek
""",
    "sources": "name,date\nBoek,2016\n",
}
WORKSHOP, CAMPUS, SCHOOL = "organisation:workshop", "campus:campus", "organisation:school"
WISH = {
    "from": WORKSHOP,
    "to": CAMPUS,
    "via": SCHOOL,
    "due": "2026-12-01",
    "agreedOn": "2026-11-01",
    "agreedBy": "Anna en Bart",
    "note": "</script><b>koffie</b>",
}
NOW = date(2026, 11, 2)


@pytest.fixture
def network(store: Store, mini: Callable[..., Path]) -> Store:
    load(store, check(MODEL, mini(**TABLES), store))
    return store


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(str(tmp_path / "j.journal"))
    yield made
    made.close()


@pytest.fixture
def kept(network: Store, journal: Journal) -> Agreements:
    return Agreements(network, Analyst(network), lambda: journal, lambda: NOW)


def made(kept: Agreements, **other: str) -> Agreement:
    return asyncio.run(kept.make("anna", {**WISH, **other}))


def looked(kept: Agreements) -> Agreement:
    (one,) = asyncio.run(kept.looked())
    return one


def joined(store: Store, party: str, activity: str) -> None:
    editor = editing.Editor(MODEL, store, editing.Provenance("bart", why="kennisgemaakt"))
    editing.edit(store, lambda: editing.add_relation(editor, "PARTNER_IN", party, activity, {}))


def left(store: Store, party: str, activity: str) -> None:
    editor = editing.Editor(MODEL, store, editing.Provenance("carla"))
    editing.edit(store, lambda: editing.remove_relation(editor, "PARTNER_IN", party, activity, {}))


def test_the_list_of_gaps_says_who_could_introduce_and_what_shows_it(kept: Agreements) -> None:
    found = asyncio.run(kept.analyst.ask(gap_list, kind="sme~campus", start=0, first=9)).value
    assert (found.total, found.parties) == (2, 2)
    near, far = found.rows
    assert (near.party.id, near.distance) == (WORKSHOP, 2)
    (offer,) = near.offers
    assert (offer.via.id, offer.target.id, offer.could_close) == (SCHOOL, CAMPUS, 1)
    assert [one.name for one in offer.evidence.with_source] == ["One"]
    assert [one.name for one in offer.evidence.with_target] == ["Raad", "Two"]
    assert offer.evidence.strength == 1
    assert (far.party.name, far.distance, far.offers) == ("Bakkerij", None, ())


def test_an_agreement_keeps_how_things_stood(kept: Agreements) -> None:
    one = made(kept)
    assert (one.source.name, one.target.name, one.via.name) == ("Werkplaats", "Campus", "School")
    assert (one.made_by, one.agreed_by, one.agreed_on) == ("anna", "Anna en Bart", "2026-11-01")
    assert one.note == WISH["note"]
    assert [met.name for met in one.evidence.with_target] == ["Raad", "Two"]
    before = one.before
    assert (before.revision, before.distance, before.gaps, before.reached) == (1, 2, 2, 0)
    # A line of four: the school lies between workshop and campus, and workshop and bank; the
    # campus between workshop and bank, and school and bank.
    assert before.ties == (1, 2, 2)
    assert before.betweenness == (0.0, 2.0, 2.0)
    assert (before.parties, before.all_ties, before.exact) == (5, 3, True)


@pytest.mark.parametrize(
    ("day", "state"), [("2026-11-02", "open"), ("2026-12-01", "open"), ("2026-12-02", "overdue")]
)
def test_an_agreement_is_overdue_from_the_day_after(kept: Agreements, day: str, state: str) -> None:
    assert made(kept).state(date.fromisoformat(day)) == state


def test_it_closes_by_itself_and_shows_what_the_tie_did(network: Store, kept: Agreements) -> None:
    made(kept)
    assert looked(kept).state(NOW) == "open"
    joined(network, "organisation:bakery", "project:three")  # by others, in the same time
    joined(network, WORKSHOP, "project:two")
    one = looked(kept)
    assert one.state(date(2027, 1, 1)) == "closed"
    closing = one.closing
    assert closing is not None
    after, apart = closing.after, closing.apart
    assert (after.revision, after.distance) == (3, 1)
    # The bakery's gap was closed by somebody else's change, the workshop's by this tie.
    assert (one.before.gaps, apart.gaps, after.gaps) == (2, 1, 0)
    assert apart.distance == 2
    # Workshop, school and campus all know each other now; bank and bakery know the campus and each
    # other. The campus lies between the two and the two: 4 pairs; the school between nobody.
    assert after.ties == (2, 4, 2)
    assert after.betweenness == (0.0, 4.0, 0.0)
    # Without the tie: the school lies between the workshop and three others.
    assert apart.betweenness == (0.0, 4.0, 3.0)
    assert [met.name for met in closing.met_in] == ["Two"]
    assert closing.left_out == closing.met_in
    assert [(m.revision, m.actor, m.brought) for m in closing.meanwhile] == [
        (2, "bart", False),
        (3, "bart", True),
    ]
    assert [m.about for m in closing.meanwhile] == [("Bakkerij", "Three"), ("Werkplaats", "Two")]
    assert looked(kept) == one


def test_a_correction_in_between_is_not_taken_for_what_brought_the_tie(
    network: Store, kept: Agreements
) -> None:
    """The campus was in project Two before: that its role is corrected brings no tie."""
    made(kept)
    editor = editing.Editor(MODEL, network, editing.Provenance("dirk"))
    campus = ("PARTNER_IN", CAMPUS, "project:two")
    editing.edit(network, lambda: editing.update_relation(editor, *campus, {"role": "lead"}))
    joined(network, WORKSHOP, "project:two")
    closing = looked(kept).closing
    assert closing is not None
    assert [(m.actor, m.brought) for m in closing.meanwhile] == [("dirk", False), ("bart", True)]
    # Only the workshop came; without it school and campus still meet in Two.
    assert closing.apart.all_ties == 3


def test_a_tie_that_goes_again_is_said_and_the_agreement_is_open(
    network: Store, kept: Agreements
) -> None:
    made(kept)
    joined(network, WORKSHOP, "project:two")
    assert looked(kept).closing is not None
    left(network, WORKSHOP, "project:two")
    one = looked(kept)
    assert one.closing is None
    assert one.lost is not None
    assert (one.lost.revision, one.lost.distance) == (3, 2)
    assert one.state(date(2027, 1, 1)) == "overdue"
    joined(network, WORKSHOP, "project:two")
    again = looked(kept)
    assert again.lost is None
    assert again.closing is not None
    assert again.closing.after.revision == 4
    assert again.turns == 3


def test_two_processes_close_it_once(network: Store, kept: Agreements, tmp_path: Path) -> None:
    made(kept)
    joined(network, WORKSHOP, "project:two")
    others = [Journal(str(tmp_path / "j.journal")) for _ in range(4)]

    def look(journal: Journal) -> Agreement:
        return looked(Agreements(network, Analyst(network), lambda: journal, lambda: NOW))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(look, others))
    acts = [entry.body["act"] for entry in kept.opened().entries((TOPIC,))]
    assert acts == ["made", "tied"]
    assert all(one == found[0] for one in found)
    for journal in others:
        journal.close()


def test_the_same_wish_sent_twice_is_one_agreement(kept: Agreements) -> None:
    assert made(kept) == made(kept)
    assert len(asyncio.run(kept.listed())) == 1
    assert made(kept, due="2026-12-24").due == "2026-12-24"
    assert len(asyncio.run(kept.listed())) == 2


def test_what_came_of_it_is_added_and_nothing_overwritten(kept: Agreements) -> None:
    one = made(kept)
    asyncio.run(kept.outcome("anna", one.id, " koffie gedronken "))
    two = asyncio.run(kept.outcome("bart", one.id, "offerte gevraagd"))
    assert [(said.by, said.text) for said in two.outcomes] == [
        ("anna", "koffie gedronken"),
        ("bart", "offerte gevraagd"),
    ]


def test_a_dropped_agreement_stays_so_whatever_comes(network: Store, kept: Agreements) -> None:
    one = made(kept)
    asyncio.run(kept.drop("anna", one.id, "geen zin"))
    joined(network, WORKSHOP, "project:two")
    found = looked(kept)
    assert found.state(date(2030, 1, 1)) == "dropped"
    assert found.dropped is not None
    assert found.dropped.text == "geen zin"
    with pytest.raises(InvalidEdit, match="already"):
        asyncio.run(kept.drop("anna", one.id, "nog eens"))


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"via": ""}, "via", "REQUIRED"),
        ({"due": ""}, "due", "REQUIRED"),
        ({"due": "morgen"}, "due", "INVALID_VALUE"),
        ({"due": "2026-02-30"}, "due", "INVALID_VALUE"),
        ({"due": "2026-10-31"}, "due", "WRONG_PERIOD"),
        ({"to": WORKSHOP}, "to", "SAME_NODE"),
        ({"via": CAMPUS}, "via", "SAME_NODE"),
        ({"to": "campus:nowhere"}, "to", "UNKNOWN_NODE"),
        ({"via": "project:one"}, "via", "UNKNOWN_NODE"),
        ({"from": SCHOOL, "via": WORKSHOP}, "to", "TAKEN"),
        ({"gaps": "sme"}, "gaps", "INVALID_VALUE"),
        ({"note": "x" * 4_001}, "note", "INVALID_VALUE"),
    ],
)
def test_what_cannot_be_agreed_is_said_and_nothing_is_kept(
    kept: Agreements, wrong: dict[str, Any], field: str, code: str
) -> None:
    with pytest.raises(InvalidEdit) as error:
        made(kept, **wrong)
    assert (error.value.field, error.value.code) == (field, code)
    assert asyncio.run(kept.listed()) == ()


def test_an_agreement_that_is_not_there_and_an_empty_outcome_are_refused(kept: Agreements) -> None:
    with pytest.raises(InvalidEdit, match="no agreement"):
        asyncio.run(kept.outcome("anna", "nothing", "x"))
    one = made(kept)
    with pytest.raises(InvalidEdit, match="empty"):
        asyncio.run(kept.outcome("anna", one.id, "  "))
