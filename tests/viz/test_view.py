"""What the picture holds, and what its panel says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.viz.conftest import BOOK, PAPER, Draw, tables

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.facts import MOST_IN_LIST, Facts
from ledwerk.viz.view import View, network_view


def facts(view: View, node: str) -> Facts:
    return next(one for one in view.facts if one.id == node)


def notes(found: Facts, title: str) -> dict[str, str]:
    return {entry.name: entry.note for entry in dict(found.lists)[title]}


def test_parties_and_activities_are_drawn_with_their_ties(draw: Draw) -> None:
    view = draw()
    kinds = {tie.look.label for tie in view.ties}
    assert kinds == {"partnership", "membership", "campus", "part"}
    assert {mark.kind for mark in view.marks} >= {"Organisation", "Project", "Programme", "Group"}
    assert [mark.id for mark in view.marks if mark.loose] == ["organisation:alone"]
    assert view.revision == 1


def test_people_and_boards_are_in_the_facts_only(draw: Draw) -> None:
    view = draw()
    assert {"person:an-ank", "board:raad"} <= {one.id for one in view.facts}
    assert {"Person", "Board"}.isdisjoint(mark.kind for mark in view.marks)


def test_facts_are_in_the_language_asked_for(draw: Draw) -> None:
    dutch, english = (dict(facts(draw(lang), "organisation:alfa").rows) for lang in ("nl", "en"))
    assert (dutch["omschrijving"], dutch["mkb"]) == ("Maakt", "ja")
    assert (english["description"], english["SME"]) == ("Makes", "yes")
    assert dict(facts(draw("en"), "organisation:alone").rows)["SME"] == "unknown"


def test_a_member_takes_part_through_its_group(draw: Draw) -> None:
    view = draw()
    assert notes(facts(view, "project:brug"), "partners") == {
        "Alfa": "trekker", "Beta": "via De scholen", "De scholen": "",
    }  # fmt: skip


def test_a_seat_leads_to_its_holder_and_its_board_and_tells_who_denies_it(draw: Draw) -> None:
    view = draw("en")
    for node, title, other in (
        ("board:raad", "seats", "person:an-ank"),
        ("person:an-ank", "seats", "board:raad"),
        ("organisation:alfa", "represented by", "person:an-ank"),
    ):
        (entry,) = dict(facts(view, node).lists)[title]
        assert entry.id == other
        assert entry.note.startswith("voorzitter, on behalf of Alfa")
        assert f"not so, by {PAPER}" in entry.note


def test_sources_are_named_with_their_place_and_ground(draw: Draw) -> None:
    found = facts(draw("en"), "organisation:alfa")
    assert [(one.title, one.basis, one.denied) for one in found.sources] == [
        (BOOK, "stated", False)
    ]
    (project,) = dict(found.lists)["projects"]
    assert project.cited == "regel 5"


def test_what_sources_do_not_agree_on_is_shown(store: Store, mini: Callable[..., Path]) -> None:
    rows = (
        ("id", "name", "sme", "source", "locator", "denied"),
        ("organisation:alfa", "Alfa", "yes", BOOK, "regel 1", ""),
        ("organisation:alfa", "Alfa", "no", PAPER, "kop", ""),
        ("organisation:beta", "Beta", "", BOOK, "regel 2", ""),
        ("organisation:beta", "", "", PAPER, "kop", "yes"),
    )
    few = {name: text for name, text in tables(organisations=rows).items() if name in _FEW}
    load(store, check(MODEL, mini(**few), store))
    view = asyncio.run(network_view(store, lang="en"))
    (sme,) = facts(view, "organisation:alfa").disputes
    assert (sme.about, sme.claims) == ("SME", (f"yes ({BOOK}, regel 1)", f"no ({PAPER}, kop)"))
    (exists,) = facts(view, "organisation:beta").disputes
    assert exists.about == "does it exist?"


_FEW = {"organisations", "sources"}


def test_a_list_that_goes_on_says_so(store: Store, mini: Callable[..., Path]) -> None:
    many = [f"P{i:04}" for i in range(MOST_IN_LIST + 5)]
    written = tables(
        organisations=(("name",), ("Alfa",)),
        projects=(("name",), *((name,) for name in many)),
        partner_in=(("party", "activity"), *(("Alfa", name) for name in many)),
    )
    few = {name: written[name] for name in (*_FEW, "projects", "partner_in")}
    load(store, check(MODEL, mini(**few), store))
    view = asyncio.run(network_view(store, lang="en"))
    listed = dict(facts(view, "organisation:alfa").lists)["projects"]
    assert (len(listed), listed[-1].name) == (MOST_IN_LIST + 1, "… and more")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_empty_store_gives_an_empty_view(store: Store, lang: str) -> None:
    view = asyncio.run(network_view(store, lang=lang))
    assert (view.marks, view.ties, view.facts, view.revision) == ((), (), (), 0)


def test_every_tie_of_the_led_network_ends_in_a_mark(led: Store) -> None:
    view = asyncio.run(network_view(led))
    marks = {mark.id for mark in view.marks}
    assert len(marks) > 100
    assert all({tie.source, tie.target} <= marks for tie in view.ties)
    tied = {end for tie in view.ties for end in (tie.source, tie.target)}
    assert all(mark.loose is (mark.id not in tied) for mark in view.marks)
