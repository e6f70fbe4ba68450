"""What pages are made of: the same from both stores."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from tests.contract.conftest import Ground

from ledwerk.api.knowledge import knowledge, nodes_called, page_of_seat, search_results, touched
from ledwerk.graph.store import Store

ZUYD = "organisation:zuyd-hogeschool"


@pytest.fixture
def network(ground: Ground) -> Iterator[Store]:
    """The LED network, with time for a server that plans each statement for the first time."""
    store = ground.led()
    if ground.kind == "sqlite":
        yield store
        return
    patient = ground.open(time_limit=120.0)
    yield patient
    patient.close()


def test_a_page_has_neighbours_with_what_they_share(network: Store) -> None:
    store = network
    page = asyncio.run(knowledge(store, ZUYD, "nl"))
    assert (page.facts.name, page.kind.name, page.more) == ("Zuyd Hogeschool", "Organisation", True)
    first = page.neighbours[0]
    assert (first.id, first.weight) == ("organisation:4webcom", 2)
    assert [name for _, name in first.shared] == ["4eHealth", "Telezorg Centrum"]
    assert [one.weight for one in page.neighbours] == [2] * 12
    assert {label for label, _ in page.facts.lists} >= {"projecten", "programma's", "lid van"}


def test_a_project_a_person_and_a_source_have_pages(network: Store) -> None:
    store = network
    for node, label in (
        ("project:4ehealth", "partners"), ("person:bert-kip", "zetels"), ("board:kernteam", "zetels"),
    ):  # fmt: skip
        page = asyncio.run(knowledge(store, node, "nl"))
        assert label in {label for label, _ in page.facts.lists}
        assert page.neighbours == ()
    source = asyncio.run(knowledge(store, "source:led-update-najaar-2016", "en"))
    assert source.kind.name == "Source"


def test_names_and_seats_lead_to_pages(network: Store) -> None:
    store = network
    assert asyncio.run(nodes_called(store, "zuyd hogeschool")) == [ZUYD]
    assert asyncio.run(nodes_called(store, "nobody")) == []
    rows = store.statements(end="person:bert-kip")
    seat = next(row.target_id for row in rows if row.kind == "HOLDS")
    assert asyncio.run(page_of_seat(store, seat)) == "person:bert-kip"
    found = asyncio.run(touched(store, ZUYD))
    assert [one.number for one in found.revisions] == [1]
    assert found.total == 1


def test_a_search_is_the_same(network: Store) -> None:
    store = network
    found = asyncio.run(search_results(store, "hogescholen", "", "", 0))
    assert (found.hits[0].id, found.hits[0].matched) == (ZUYD, "STEM")
    mistaken = asyncio.run(search_results(store, "brigthlands", "Campus", "", 0))
    assert mistaken.meant == ["brightlands"]
    assert [one.matched for one in mistaken.hits] == ["TYPO"] * 3
    assert mistaken.total == 3
