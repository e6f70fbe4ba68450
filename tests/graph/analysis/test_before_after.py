"""Before, during and after a programme: by hand."""

from __future__ import annotations

import asyncio
from typing import Any

import numpy as np
import pytest
from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.before_after import BeforeAfter, Estimate, before_after
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion


def project(year: int) -> dict[str, Any]:
    return {"start": f"{year}-01-01", "end": f"{year}-12-31"}


NODES: dict[str, dict[str, Any]] = {
    "oA": {"helix": "industry"}, "oB": {"helix": "knowledge"},  # the partners
    "oC": {"helix": "industry"}, "oD": {"helix": "industry"}, "oE": {}, "oNever": {},
    "r1": {"start": "2015-01-01", "end": "2015-12-31"},
    "p1": project(2015), "pBefore": project(2014), "pDuring": project(2015),
    "pAfter": project(2016), "pMore": project(2016), "pFar": project(2019), "pUndated": {},
}  # fmt: skip
INSIDE = {
    "p1": "oA oB",
    "pBefore": "oA oC oD",
    "pDuring": "oC oD oE",
    "pAfter": "oA oB",
    "pMore": "oB oC",
    "pFar": "oA oNever",
}
LINKS: list[tuple[Any, ...]] = [
    ("PART_OF", "p1", "r1"),
    *(("PARTNER_IN", o, p) for p, inside in INSIDE.items() for o in inside.split()),
]


def net() -> Network:
    return network(NODES, LINKS)


def effects(found: BeforeAfter) -> dict[tuple[str, str, bool], float]:
    return {(e.measure, e.phase, e.beside): e.estimate.value for e in found.effects}


def test_the_phases_by_hand() -> None:
    found = before_after(net(), "r1", samples=20)
    assert (found.partners, found.others, found.undated) == (2, 3, 0)  # oNever has no tie by then
    told = [(p.name, p.since, p.until, p.parties, p.ties) for p in found.phases]
    assert told == [
        ("before", "2014-01-01", "2014-12-31", 3, 3),
        ("during", "2015-01-01", "2015-12-31", 5, 4),
        ("after", "2016-01-01", "2016-12-30", 3, 2),
    ]
    before, during, after = found.phases
    assert (before.cross_share, before.components, before.largest) == (0.0, 1, 3)
    # oA-oB is between helices, oC-oD is not, and that of oE nobody knows.
    assert (during.cross_share, during.components, during.largest) == (0.5, 2, 3)
    assert (after.cross_share, after.components, after.largest) == (1.0, 1, 3)
    assert [p.partner_ties for p in found.phases] == [1.0, 1.0, 1.5]
    assert [p.other_ties for p in found.phases] == pytest.approx([4 / 3, 2.0, 1 / 3])


def test_the_difference_in_differences_by_hand() -> None:
    found = effects(before_after(net(), "r1", samples=20))
    # Ties of A and B: 2, 0 before; 1, 1 during; 1, 2 after. Of C, D, E: 2, 2, 0; 2, 2, 2; 1, 0, 0.
    assert found["ties", "during", False] == pytest.approx(0.0 - 2 / 3)
    assert found["ties", "after", False] == pytest.approx(0.5 + 1.0)
    # Beside the programme A and B have nothing during it.
    assert found["ties", "during", True] == pytest.approx(-1.0 - 2 / 3)
    assert found["ties", "after", True] == found["ties", "after", False]
    assert found["cross_ties", "during", False] == pytest.approx(1.0)
    assert found["cross_ties", "during", True] == 0.0
    assert found["cross_ties", "after", False] == pytest.approx(1.5 - 1 / 3)


def test_the_interval_holds_what_resampling_gives() -> None:
    found = before_after(net(), "r1", samples=4000, level=0.9, seed=3)
    told = {(e.measure, e.phase, e.beside): e.estimate for e in found.effects}
    estimate = told["ties", "after", False]
    assert estimate.low <= estimate.value <= estimate.high
    # What each draw of two from (-1, 2) and three from (-1, -2, 0) gives, counted out.
    one = np.array([(a + b) / 2 for a in (-1, 2) for b in (-1, 2)])
    two = np.array([(a + b + c) / 3 for a in (-1, -2, 0) for b in (-1, -2, 0) for c in (-1, -2, 0)])
    every = (one[:, np.newaxis] - two[np.newaxis, :]).ravel()
    low, high = np.quantile(every, [0.05, 0.95])
    assert estimate.low == pytest.approx(low, abs=0.34)
    assert estimate.high == pytest.approx(high, abs=0.34)
    assert before_after(net(), "r1", samples=4000, level=0.9, seed=3) == found


def test_no_change_at_all_has_an_interval_of_nothing() -> None:
    nodes = {"oA": {}, "oB": {}, "oC": {}, "oD": {}, "r1": NODES["r1"], "p1": {}, "p2": {}}
    inside = {"r1": "oA", "p1": "oA oB", "p2": "oC oD"}
    links = [("PARTNER_IN", o, p) for p, who in inside.items() for o in who.split()]
    found = before_after(network(nodes, links), "r1", samples=10)
    assert (found.partners, found.others, found.undated) == (1, 3, 4)
    assert {e.estimate for e in found.effects} == {Estimate(0.0, 0.0, 0.0)}
    assert [p.cross_share for p in found.phases] == [None, None, None]
    apart = before_after(network(nodes, links), "r1", undated=False, samples=10)
    assert (apart.others, apart.effects, apart.undated) == (0, (), 4)
    assert [p.ties for p in apart.phases] == [0, 0, 0]
    assert (apart.phases[0].largest, apart.phases[0].other_ties) == (0, None)


def test_a_programme_without_an_end_has_no_after() -> None:
    nodes = NODES | {"r1": {"start": "2015-01-01"}}
    found = before_after(network(nodes, LINKS), "r1", samples=5)
    assert [(p.name, p.since, p.until) for p in found.phases] == [
        ("before", "2014-01-01", "2014-12-31"), ("during", "2015-01-01", ""),
    ]  # fmt: skip
    assert {e.phase for e in found.effects} == {"during"}
    assert found.others == 4  # oNever among them


def test_the_length_may_be_asked_for() -> None:
    found = before_after(net(), "r1", days=10, samples=5)
    assert (found.phases[0].since, found.phases[2].until) == ("2014-12-22", "2016-01-10")


def test_nobody_took_part() -> None:
    found = before_after(network({"r1": NODES["r1"]}, []), "r1")
    assert (found.partners, found.others, found.effects) == (0, 0, ())
    assert all(p.partner_ties is None for p in found.phases)


@pytest.mark.parametrize(
    ("asked", "why"),
    [("r9", "give the id"), ("oA", "give the id"), ("pUndated", "has no beginning")],
)
def test_what_has_no_before_is_refused(asked: str, why: str) -> None:
    with pytest.raises(InvalidQuestion, match=why):
        before_after(net(), asked)


def test_led(led: Store) -> None:
    told: list[float] = []
    made = network_of(asyncio.run(led.network()))
    found = before_after(made, "programme:programma-2016-2020", samples=50, progress=told.append)
    assert (found.partners, found.others) == (49, 27)
    assert [p.ties for p in found.phases] == [218, 855, 233]
    assert told[-1] == 1.0
    by_what = {(e.measure, e.phase, e.beside): e.estimate for e in found.effects}
    assert by_what["ties", "during", False].low > 0
    assert by_what["ties", "during", True] == Estimate(0.0, 0.0, 0.0)
