"""What the data cannot know: by hand, from statements in a store, and of LED."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.contract.making import link, node, put
from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.unknown import Blanks, blanks, support
from ledwerk.graph.network import network_of
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL

NODES: dict[str, dict[str, Any]] = {
    "oA": {"helix": "industry", "sme": True},
    "oB": {"helix": "unknown", "sme": False},
    "oC": {},
    "oD": {"helix": "knowledge"},
    "oSeat": {"helix": "industry", "sme": False},
    "cC": {"helix": "hybrid"},
    "gG": {"helix": "industry"}, "gEmpty": {},
    "p1": {"start": "2014-01-01", "end": "2015-12-31"}, "p2": {"start": "2014-01-01"}, "p3": {},
    "r1": {"end": "2015-12-31"},
    "bB": {}, "s1": {},
}  # fmt: skip
LINKS: list[tuple[Any, ...]] = [
    ("PARTNER_IN", "oA", "p1"),
    ("PARTNER_IN", "gG", "p1"),
    ("MEMBER_OF", "oB", "gG"),
    ("PARTNER_IN", "oA", "p2"),
    ("PARTNER_IN", "oA", "p3"),
    ("PARTNER_IN", "oB", "p3", {"start": "2014-01-01"}),
    ("TENANT_OF", "oD", "cC"),
    ("ON", "s1", "bB"),
    ("FROM", "s1", "oSeat"),
]


def test_blanks_by_hand() -> None:
    assert blanks(network(NODES, LINKS)) == Blanks(
        parties=7,  # gG has a member, who stands for it
        never_asked=("gEmpty", "oC"),
        helix_unknown=("gEmpty", "oB", "oC"),
        sme_unknown=("oC", "oD"),
        activities=4,
        alone=("p2",),
        deserted=("r1",),
        undated=("p3",),
        endless=("p2",),
        participations=5,
        undated_participations=1,
    )


def test_nothing_has_no_blanks() -> None:
    assert blanks(network({}, [])) == Blanks(0, (), (), (), 0, (), (), (), (), 0, 0)


def test_a_fact_rests_on_the_best_of_its_statements(store: Store) -> None:
    put(
        store,
        node("organisation:a", name="A", helix="industry", basis="assessed", cited="source:x"),
        node("organisation:a", name="A", cited="source:x", locator="2"),
        node("organisation:b", name="B", helix="industry", basis="assessed"),
        node("organisation:c", name="C", basis="read"),
        node("organisation:c", denied=True, basis="derived"),
        node("organisation:d", name="D"),
        node("organisation:d", denied=True, basis="read", cited="source:y"),
        node("source:x", name="X"),
        link("PARTNER_IN", "organisation:a", "project:p", basis="derived"),
    )
    with store.whole() as whole:
        found = support(MODEL, whole)
    by_kind = {one.kind: one for one in found.grounds}
    assert set(by_kind) == {"Organisation", "Project", "Source", "PARTNER_IN"}
    parties = by_kind["Organisation"]
    assert parties.facts == 3  # somebody denies c on a better basis
    assert (parties.bases, parties.assessed_only) == ({"stated": 2, "assessed": 1}, 1)
    assert parties.disputed == 1
    assert parties.properties["name"] == {"stated": 2, "assessed": 1}
    assert parties.properties["helix"] == {"assessed": 2}
    assert by_kind["Project"].bases == {"unsupported": 1}
    assert by_kind["PARTNER_IN"].bases == {"derived": 1}
    assert "Campus" in found.empty
    assert "FUNDS" in found.empty
    assert "Project" not in found.empty
    sources = found.sources
    assert (sources.statements, sources.unsourced) == (7, 4)
    assert sources.by_source == {"source:x": 2, "source:y": 1}
    assert sources.by_dataset == {"d": 7}


def test_an_empty_store_knows_nothing_at_all(store: Store) -> None:
    with store.whole() as whole:
        found = support(MODEL, whole)
    assert found.grounds == ()
    assert len(found.empty) == len(MODEL.nodes) + len(MODEL.relations)
    assert found.sources.statements == 0


def test_led(led: Store) -> None:
    with led.whole() as whole:
        found = support(MODEL, whole)
    parties = next(one for one in found.grounds if one.kind == "Organisation")
    assert parties.properties["helix"] == {"stated": 14, "assessed": 49}
    assert parties.properties["sme"] == {"assessed": 19}
    assert found.empty == ("TENANT_OF", "OWNER_OF")
    assert found.sources.unsourced == 0
    assert found.sources.statements == sum(1 for _ in led.statements())
    told = blanks(network_of(asyncio.run(led.network())))
    assert (told.parties, len(told.never_asked), told.undated_participations) == (87, 6, 33)
