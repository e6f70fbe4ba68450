"""The network per year, and what ends: by hand, on LED, and against a count in plain Python."""

from __future__ import annotations

import asyncio
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.ending import ending
from ledwerk.graph.analysis.timeline import Standing, dated, timeline
from ledwerk.graph.lens import Lens, Mode
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import Store
from ledwerk.schema.errors import InvalidQuestion

NODES: dict[str, dict[str, Any]] = {
    "oA": {}, "oB": {}, "oC": {}, "oD": {}, "oE": {},
    "p1": {"start": "2014-03-01", "end": "2015-06-30"},
    "p2": {"start": "2015-01-01", "end": "2016-12-31"},
    "p3": {},
    "p4": {"start": "2016-02-01"},
}  # fmt: skip
LINKS: list[tuple[Any, ...]] = [
    *(("PARTNER_IN", party, "p1") for party in ("oA", "oB")),
    ("PARTNER_IN", "oA", "p2"),
    ("PARTNER_IN", "oB", "p2"),
    ("PARTNER_IN", "oC", "p2", {"start": "2016-01-01", "end": "2016-06-30"}),
    *(("PARTNER_IN", party, "p3") for party in ("oD", "oE")),
    ("PARTNER_IN", "oA", "p4"),
]


def net() -> Network:
    return network(NODES, LINKS)


def test_who_came_left_and_stayed() -> None:
    found = timeline(net(), undated=False)
    told = [(y.year, y.parties, y.ties, y.came, y.left, y.stayed) for y in found.years]
    assert told == [
        (2014, 2, 1, ("oA", "oB"), (), 0),
        (2015, 2, 1, (), (), 2),
        (2016, 3, 3, ("oC",), (), 2),
    ]
    assert (found.undated, found.undated_count_in) == (2, False)
    assert found.standings("oC") == (
        Standing(2014, 0, None), Standing(2015, 0, None), Standing(2016, 2, 1),
    )  # fmt: skip
    assert found.standings("oE") == tuple(Standing(y, 0, None) for y in (2014, 2015, 2016))


def test_what_nobody_dated_counts_in_every_year_unless_left_out() -> None:
    found = timeline(net())
    assert [(y.parties, y.ties) for y in found.years] == [(4, 2), (4, 2), (5, 4)]
    assert [y.came for y in found.years] == [("oA", "oB", "oD", "oE"), (), ("oC",)]
    assert [one.rank for one in found.standings("oD")] == [1, 1, 4]


def test_somebody_leaves_and_comes_again() -> None:
    links = [
        ("PARTNER_IN", party, "p3", {"start": f"{year}-05-01", "end": f"{year}-06-01"})
        for party, years in {"oA": (2010, 2012), "oB": (2010, 2012), "oC": (2012,)}.items()
        for year in years
    ]
    found = timeline(network(NODES, links))
    assert [(y.year, y.came, y.left) for y in found.years] == [
        (2010, ("oA", "oB"), ()),
        (2011, (), ("oA", "oB")),
        (2012, ("oA", "oB", "oC"), ()),
    ]


def test_an_open_end_goes_on_to_the_last_year_that_is_named() -> None:
    links = [*LINKS, ("PARTNER_IN", "oC", "p4")]
    found = timeline(network(NODES, links), undated=False)
    assert [y.year for y in found.years] == [2014, 2015, 2016]
    assert found.years[-1].ties == 3  # oA and oC also meet in p4, which has begun


def test_a_lens_and_a_mode_are_looked_through() -> None:
    nodes = NODES | {"r1": {"start": "2015-01-01", "end": "2015-12-31"}}
    links = [*LINKS, ("PART_OF", "p2", "r1"), *(("PARTNER_IN", o, "r1") for o in ("oD", "oE"))]
    made = network(nodes, links)
    inside = timeline(made, Lens(programme="r1", as_of="1999"))
    assert [(y.year, y.ties) for y in inside.years] == [(2015, 2), (2016, 3)]
    assert inside.undated == 0
    projects = timeline(made, mode=Mode.PROJECTS, undated=False)
    assert [(y.year, y.parties, y.ties) for y in projects.years] == [
        (2014, 0, 0), (2015, 2, 1), (2016, 2, 1),
    ]  # fmt: skip


def test_people_are_seen_by_their_seats() -> None:
    seats = {
        "s1": {"start": "2003-01-01", "end": "2004-12-31"},
        "s2": {"start": "2004-01-01", "end": "2005-12-31"},
        "s3": {},
    }
    links = [("ON", seat, "bB") for seat in seats]
    links += [("HOLDS", f"o{seat}", seat) for seat in seats]
    made = network({**{f"o{seat}": {} for seat in seats}, "bB": {}, **seats}, links)
    found = timeline(made, Lens(through=("Board",)))
    assert [(y.year, y.parties, y.ties) for y in found.years] == [
        (2003, 2, 1), (2004, 3, 3), (2005, 2, 1),
    ]  # fmt: skip
    apart = timeline(made, Lens(through=("Board",)), undated=False)
    assert [(y.year, y.ties) for y in apart.years] == [(2003, 0), (2004, 1), (2005, 0)]


@pytest.mark.parametrize("made", [network({}, []), network({"oA": {}, "p3": {}}, [])])
def test_nothing_has_no_years(made: Network) -> None:
    found = timeline(made)
    assert (found.years, found.ids, found.undated) == ((), (), 0)
    assert found.standings("oA") == ()
    assert len(dated(made)) == len(made)


def test_led_from_year_to_year(led: Store) -> None:
    seen: list[float] = []
    made = network_of(asyncio.run(led.network()))
    found = timeline(made, progress=seen.append)
    assert [y.year for y in found.years] == list(range(2013, 2021))
    assert found.undated == 33
    assert seen == [(n + 1) / 8 for n in range(8)]
    for before, now in zip(found.years, found.years[1:], strict=False):
        assert now.parties == before.parties + len(now.came) - len(now.left)
        assert now.stayed == now.parties - len(now.came)
    assert found.years[3].year == 2016
    assert len(found.years[3].came) == 40  # the programme of 2016 begins


YEARS = st.tuples(st.integers(2000, 2005), st.integers(0, 3))


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("abcd"), YEARS), st.data())
def test_it_is_what_a_plain_count_gives(
    periods: dict[str, tuple[int, int]], data: st.DataObject
) -> None:
    parties = [f"o{n}" for n in range(5)]
    within = {
        name: data.draw(st.sets(st.sampled_from(parties)), label=name) for name in sorted(periods)
    }
    nodes: dict[str, dict[str, Any]] = {party: {} for party in parties}
    for name, (start, more) in periods.items():
        nodes[f"p{name}"] = {"start": f"{start}-07-01", "end": f"{start + more}-02-01"}
        if not more:
            nodes[f"p{name}"]["end"] = f"{start}-12-01"
    made = network(
        nodes, [("PARTNER_IN", o, f"p{name}") for name, inside in within.items() for o in inside]
    )
    used = [periods[name] for name, inside in within.items() if inside]
    years = range(min(s for s, _ in used), max(s + m for s, m in used) + 1) if used else []
    found = timeline(made)
    assert [y.year for y in found.years] == list(years)
    for told in found.years:
        ties = {
            pair
            for name, inside in within.items()
            if periods[name][0] <= told.year <= sum(periods[name])
            for pair in combinations(sorted(inside), 2)
        }
        assert told.ties == len(ties)
        assert told.parties == len({party for pair in ties for party in pair})


def test_what_ends_within_a_time() -> None:
    nodes = NODES | {
        "s1": {"start": "2015-01-01", "end": "2016-06-30"},
        "s2": {"start": "2015-01-01"},
        "bB": {},
    }
    links = [*LINKS, ("ON", "s1", "bB"), ("HOLDS", "oE", "s1"), ("ON", "s2", "bB")]
    made = network(nodes, links)
    found = ending(made, "2015-06-01", "2016")
    assert (found.since, found.until) == ("2015-06-01", "2016-12-31")
    assert [(e.id, e.last, e.days, e.who, e.only_ties) for e in found.ending] == [
        ("p1", "2015-06-30", 29, ("oA", "oB"), 0),  # they go on together in p2
        ("s1", "2016-06-30", 395, ("oE",), 0),
        ("p2", "2016-12-31", 579, ("oA", "oB", "oC"), 2),  # oA and oB are in p1 too, for a while
    ]
    assert found.unknown == {"Seat": 1, "Project": 2, "Programme": 0}
    later = ending(made, "2015-07-01", "2016")
    assert [(e.id, e.only_ties) for e in later.ending] == [("s1", 0), ("p2", 3)]
    soon = ending(made, "2015-06", days=29, kinds=("Project",))
    assert [e.id for e in soon.ending] == ["p1"]
    assert ending(made, "2015-06", days=28, kinds=("Project",)).ending == ()


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidQuestion, match="lies before since"):
        ending(net(), "2016", "2015")


def test_nothing_ends_in_nothing() -> None:
    assert ending(network({}, []), "2016").ending == ()
