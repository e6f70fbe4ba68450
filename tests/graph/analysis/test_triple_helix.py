"""The triple helix of each scope, worked out by hand on three projects.

p: u1 (knowledge), b1 (industry)          part of programme x
q: u1, b2 (industry), g1 (government)     part of programme x
r: b1, b2                                 of its own
"""

from __future__ import annotations

import pytest

from ledwerk.graph.analysis.triple_helix import SCOPES, HelixRow, triple_helix
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import NetworkRows

PARTIES = {"u1": "knowledge", "b1": "industry", "b2": "industry", "g1": "government"}
PROJECTS = {"p": ("u1", "b1"), "q": ("u1", "b2", "g1"), "r": ("b1", "b2")}


def node(ident: str, kind: str, helix: str | None = None, **days: str) -> tuple[object, ...]:
    """A node whose name is the end of its id."""
    name = ident.partition(":")[2]
    first, last = days.get("first"), days.get("last")
    return (ident, kind, name, name, helix, None, None, first, last, None, None)


def link(kind: str, source: str, target: str) -> tuple[object, ...]:
    """A relation of which nothing more is known."""
    return (kind, source, target, None, None, None, None, None, None, None)


@pytest.fixture(scope="module")
def network() -> Network:
    nodes = [node(f"organisation:{one}", "Organisation", helix) for one, helix in PARTIES.items()]
    nodes += [node(f"project:{one}", "Project") for one in "pq"]
    nodes += [node("project:r", "Project", first="2016-01-01", last="2016-12-31")]
    nodes += [node("programme:x", "Programme"), node("programme:empty", "Programme")]
    nodes += [node("sector:s", "Sector")]
    relations = [
        link("PARTNER_IN", f"organisation:{party}", f"project:{project}")
        for project, parties in PROJECTS.items()
        for party in parties
    ]
    relations += [link("PART_OF", f"project:{one}", "programme:x") for one in "pq"]
    relations += [link("ACTIVE_IN", f"organisation:{one}", "sector:s") for one in ("b1", "u1")]
    return network_of(NetworkRows(1, nodes, relations))


def shown(row: HelixRow) -> tuple[object, ...]:
    """The row in plain numbers."""
    return (
        row.label, row.parties, *(row.count(one) for one in ("knowledge", "industry", "government")),
        row.mixing.external, row.mixing.internal,
    )  # fmt: skip


def test_everything(network: Network) -> None:
    (row,) = triple_helix(network, Lens())
    # Ties: u1-b1, u1-b2, u1-g1, b2-g1, b1-b2; only the last is within a helix.
    assert shown(row) == ("", 4, 1, 2, 1, 4, 1)
    assert row.mixing.ei_index == pytest.approx(3 / 5)
    # Three activities: KI, KIG, I. u: 2 of 3, i: always, g: 1 of 3, so T = H(u)+H(g)-H(ug)-0...
    # = 2 H(1/3) - log2(3) - (what i adds, which is nothing): i is a constant, so T = 0.
    assert row.synergy is not None
    assert row.synergy.value == pytest.approx(0)
    assert row.synergy.activities == 3


def test_projects_and_programmes(network: Network) -> None:
    assert [shown(row) for row in triple_helix(network, Lens(), "project")] == [
        ("q", 3, 1, 1, 1, 3, 0),
        ("p", 2, 1, 1, 0, 1, 0),
        ("r", 2, 0, 2, 0, 0, 1),
    ]
    (row,) = triple_helix(network, Lens(), "programme")
    assert shown(row) == ("x", 4, 1, 2, 1, 4, 0)
    assert row.node == "programme:x"


def test_a_sector_and_a_year(network: Network) -> None:
    (row,) = triple_helix(network, Lens(), "sector")
    assert shown(row) == ("s", 2, 1, 1, 0, 1, 0)
    assert [row.label for row in triple_helix(network, Lens(), "year")] == ["2016"]


@pytest.mark.parametrize("by", SCOPES)
def test_nothing(by: str) -> None:
    rows = triple_helix(network_of(NetworkRows(0, [], [])), Lens(), by)
    assert [row.parties for row in rows] == ([0] if by == "all" else [])
    assert all(row.synergy is None and row.mixing.ei_index is None for row in rows)
