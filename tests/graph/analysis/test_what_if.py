"""Changes in a sandbox, what they do to every measure, and the new ties that would help most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.graph.analysis.small_networks import joined, network

from ledwerk.graph.analysis import what_if as module
from ledwerk.graph.analysis.changes import Changes, NewActivity, NewParty
from ledwerk.graph.analysis.distances import distances
from ledwerk.graph.analysis.new_ties import best_new_ties
from ledwerk.graph.analysis.projections import projected, projection, two_mode
from ledwerk.graph.analysis.sandbox import changed
from ledwerk.graph.analysis.takings import party_seats
from ledwerk.graph.analysis.tie_matrix import matrix_of_pairs
from ledwerk.graph.analysis.what_if import WhatIf, what_if
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import ALWAYS, Network
from ledwerk.schema.errors import InvalidQuestion, LedwerkError, UnknownName

few = settings(max_examples=60, deadline=None, derandomize=True, database=None)

# A small firm F knows G; G knows H, who is on campus C with J. The club K is of L and M.
NODES: dict[str, dict[str, Any]] = {
    "oF": {"sme": True, "name": "Firma"}, "oG": {}, "oH": {}, "oJ": {}, "oL": {}, "oM": {},
    "oS": {"sme": True}, "cC": {}, "gK": {}, "p1": {}, "p2": {}, "p3": {}, "p4": {}, "p5": {},
    "r1": {}, "bB": {}, "sH": {}, "mX": {}, "xS": {},
}  # fmt: skip
TAKING = {"p1": "oF oG", "p2": "oG oH", "p3": "oH cC", "p4": "oJ cC", "r1": "gK oJ", "p5": "oS"}
LINKS: list[tuple[Any, ...]] = [
    *(("PARTNER_IN", party, p) for p, parties in TAKING.items() for party in parties.split()),
    ("MEMBER_OF", "oL", "gK"),
    ("MEMBER_OF", "oM", "gK", {"end": "2016-12-31"}),
    ("ON", "sH", "bB"),
    ("FROM", "sH", "oH"),
    ("ACTIVE_IN", "oF", "xS"),
]


def net() -> Network:
    return network(NODES, LINKS)


def ties(of: Network) -> set[tuple[str, str]]:
    return {tuple(sorted(pair)) for pair in projected(of, Lens()).to_networkx().edges}  # type: ignore[misc]


def columns(of: Network) -> list[Any]:
    """Everything in a network but its revision, as plain values."""
    every = [of, *(of.relations[kind] for kind in sorted(of.relations))]
    found = [
        [str(np.asarray(getattr(one, field.name)).tolist()) for field in fields(one)
         if field.name not in ("revision", "relations")]
        for one in every
    ]  # fmt: skip
    return [*found, sorted(of.relations)]


def loaded(
    leave_out: Callable[[tuple[Any, ...]], bool], *more: tuple[Any, ...], without: str = "",
    **added: dict[str, Any],
) -> Network:  # fmt: skip
    """The network as if it had been loaded otherwise."""
    gone = without.split()
    kept = [link for link in LINKS if not leave_out(link) and not {*link[1:3]} & {*gone}]
    nodes = {ident: say for ident, say in NODES.items() if ident not in gone}
    return network(nodes | added, [*kept, *more])


NEW = NewActivity("p9", "Nieuw", ("oF", "oJ"), part_of=("r1",))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (Changes(), net()),
        (Changes(remove_parties=("oH",)), loaded(lambda _: False, without="oH")),
        (Changes(remove_projects=("p3",)), loaded(lambda _: False, without="p3")),
        (Changes(leave=(("oH", "p3"),)), loaded(lambda link: link[1:3] == ("oH", "p3"))),
        (Changes(join=(("oF", "p3"),)), loaded(lambda _: False, ("PARTNER_IN", "oF", "p3"))),
        (
            Changes(leave=(("oL", "r1"),)),
            loaded(
                lambda link: link[1:3] == ("gK", "r1"),
                ("PARTNER_IN", "oM", "r1", {"start": "0000-00-00", "end": "2016-12-31"}),
            ),
        ),
        (Changes(leave=(("gK", "r1"),)), loaded(lambda link: link[1:3] == ("gK", "r1"))),
        (
            Changes(add_parties=(NewParty("oZ", "oZ", "industry", sme=False),)),
            loaded(lambda _: False, oZ={"helix": "industry", "sme": False}),
        ),
        (
            Changes(add_projects=(NEW,)),
            loaded(
                lambda _: False, ("PARTNER_IN", "oF", "p9"), ("PARTNER_IN", "oJ", "p9"),
                ("PART_OF", "p9", "r1"), p9={"name": "Nieuw"},
            ),
        ),
        (Changes(remove_seats=(("oH", "bB"),)), loaded(lambda _: False, without="sH")),
        (Changes(remove_parties=("oL", "oM")), loaded(lambda _: False, without="oL oM gK")),
        (Changes(remove_parties=("gK",)), loaded(lambda _: False, without="gK")),
    ],
)  # fmt: skip
def test_a_changed_network_is_as_if_it_had_been_loaded_so(
    changes: Changes, expected: Network
) -> None:
    start, kept = net(), columns(net())
    found = changed(start, changes)
    assert columns(found) == columns(expected)
    assert columns(start) == kept  # nothing was done to what is stored


def test_a_seat_is_added() -> None:
    found = changed(net(), Changes(add_seats=(("oF", "bB"),)))
    pairs = {(found.ids[a], found.ids[b]) for a, b in party_seats(found, ALWAYS)}
    assert pairs == {("oH", "bB"), ("oF", "bB")}


def test_several_leave_one_activity_and_one_of_them_the_network() -> None:
    found = changed(net(), Changes(leave=(("oL", "r1"), ("oJ", "r1")), remove_parties=("oM",)))
    assert "r1" not in {found.ids[place] for place in two_mode(found, Lens()).meetings}


def told(found: WhatIf) -> dict[str, tuple[float | None, float | None]]:
    return {one.name: (one.before, one.after) for one in found.measures if one.before != one.after}


def test_who_leaves_cuts_others_off() -> None:
    found = what_if(net(), Lens(), Changes(remove_parties=("oH",)))
    assert found.cut_off == ("oF", "oG")
    assert told(found) == {
        "parties": (9, 8), "participations": (12, 10), "seats": (1, 0), "ties": (7, 5),
        "components": (1, 2), "largest_component": (7, 4), "density": (7 / 36, 5 / 28),
        "mean_ties": (14 / 9, 10 / 8), "mean_distance": (51 / 21, 8 / 6),
        "single_points": (4, 1), "bridges": (4, 2), "unreachable": (1, 2),
    }  # fmt: skip
    gaps = found.gaps
    assert (gaps.before, gaps.after, gaps.opened, gaps.closed, gaps.gone) == (2, 2, (), (), ())
    assert (found.exact, found.samples) == (True, 9)


def test_betweenness_moves() -> None:
    found = what_if(net(), Lens(), Changes(remove_parties=("oH",)), first=2)
    before, after = (
        nx.betweenness_centrality(nx.Graph(list(ties(one))), normalized=False)
        for one in (net(), changed(net(), Changes(remove_parties=("oH",))))
    )
    differences = {p: abs(before[p] - after.get(p, 0.0)) for p in before}
    order = sorted(differences, key=lambda p: (-differences[p], p))
    assert [one.party for one in found.moved] == order[:2]
    for one in found.moved:
        assert one.before == pytest.approx(before[one.party])
        assert one.after == (None if one.party == "oH" else pytest.approx(after[one.party]))


def test_a_gap_closes_opens_and_goes() -> None:
    closed = what_if(net(), Lens(), Changes(join=(("oF", "p3"),)))
    assert (closed.gaps.closed, closed.gaps.after) == (("oF",), 1)
    new = NewParty("oN", "Nieuw", sme=True)
    opened = what_if(net(), Lens(), Changes(add_parties=(new,), remove_parties=("oF",)))
    assert (opened.gaps.opened, opened.gaps.gone, opened.gaps.after) == (("oN",), ("oF",), 2)
    other = what_if(
        net(), Lens(), Changes(remove_projects=("p4",)),
        sources=lambda _: ["oJ", "oH"], targets=lambda _: ["cC"],
    )  # fmt: skip
    assert (other.gaps.before, other.gaps.opened) == (0, ("oJ",))


def test_ties_of_no_activity_come_and_go() -> None:
    found = what_if(net(), Lens(), Changes(add_ties=(("oF", "cC"),), remove_ties=(("oH", "cC"),)))
    assert found.gaps.closed == ("oF",)
    assert "ties" not in told(found)
    assert found.cut_off == ()
    again = what_if(net(), Lens(), Changes(add_ties=(("oF", "oG"),)))
    assert told(again) == {}  # there is one already


def test_the_lens_is_looked_through() -> None:
    leave = Changes(leave=(("oM", "r1"),))
    assert told(what_if(net(), Lens(as_of="2016"), leave))["ties"] == (7, 5)
    assert told(what_if(net(), Lens(as_of="2017"), Changes(remove_parties=("oM",)))) == {
        "parties": (9, 8), "density": (5 / 36, 5 / 28), "mean_ties": (10 / 9, 10 / 8),
        "isolates": (3, 2),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        (Changes(remove_parties=("oFirma",)), UnknownName, "did you mean 'oF'"),
        (Changes(join=(("oF", "p77"),)), UnknownName, "no project or programme"),
        (Changes(remove_parties=("p1",)), InvalidQuestion, "p1 is no party but a project"),
        (Changes(add_seats=(("oF", "p1"),)), InvalidQuestion, "no board but a project"),
        (Changes(remove_seats=(("oF", "bB"),)), InvalidQuestion, "oF has no seat on bB"),
        (Changes(leave=(("oF", "p3"),)), InvalidQuestion, "oF takes no part in p3"),
        (Changes(remove_ties=(("oF", "oH"),)), InvalidQuestion, "have no tie"),
        (Changes(add_ties=(("oF", "oF"),)), InvalidQuestion, "tie with itself"),
        (Changes(add_ties=(("oF", "gK"),)), InvalidQuestion, "gK is not among the parties"),
        (Changes(add_parties=(NewParty("oF", "x"),)), InvalidQuestion, "is there already"),
        (Changes(add_parties=(NewParty("oY", "x", kind="Person"),)), InvalidQuestion, "'Person'"),
        (Changes(add_parties=(NewParty("oY", "x"),) * 2), InvalidQuestion, "added twice"),
        (
            Changes(remove_parties=("oF",), join=(("oF", "p3"),)),
            InvalidQuestion,
            "oF is to be removed and also",
        ),
        (
            Changes(add_parties=(NewParty("oY", "x"),), leave=(("oY", "p1"),)),
            UnknownName,
            "no party is called 'oY'",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    changes: Changes, error: type[LedwerkError], says: str
) -> None:
    with pytest.raises(error) as caught:
        what_if(net(), Lens(), changes)
    assert says in str(caught.value)


def test_of_an_empty_network() -> None:
    found = what_if(network({}, []), Lens(), Changes(add_parties=(NewParty("oA", "A"),)))
    assert told(found) == {"parties": (0, 1), "mean_ties": (None, 0.0), "isolates": (0, 1)}
    assert (found.cut_off, found.moved) == ((), ())


def test_a_large_network_is_sampled_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = joined({f"p{n:03}": f"o{n:03} o{(n + 1) % 60:03}" for n in range(60)})
    exact = what_if(ring, Lens(), Changes(remove_projects=("p000",)))
    monkeypatch.setattr(module, "EXACT_UP_TO", 20)
    monkeypatch.setattr(module, "SAMPLES", 30)
    found = what_if(ring, Lens(), Changes(remove_projects=("p000",)))
    assert (found.exact, found.samples) == (False, 30)
    one, other = ({m.name: m.after for m in w.measures} for w in (exact, found))
    assert other.pop("mean_distance") == pytest.approx(one.pop("mean_distance"), rel=0.1)
    assert one == other


parties = st.integers(0, 8)


@few
@given(st.sets(st.tuples(parties, parties), max_size=14), st.sets(parties), st.sets(parties))
def test_the_best_new_tie_by_force(
    pairs: set[tuple[int, int]], sources: set[int], targets: set[int]
) -> None:
    graph = nx.empty_graph(9)
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    before = distances(graph, sources, targets)

    def helped(one: int, other: int) -> tuple[set[int], set[int]]:
        more = nx.Graph(graph)
        more.add_edge(one, other)
        after = distances(more, sources, targets)
        closes = {s for s in after if after[s] == 1 and before[s] != 1}
        near = {s for s in after if after[s] == 2 and before[s] not in (1, 2)}
        return closes, near

    missing = [pair for pair in combinations(range(9), 2) if not graph.has_edge(*pair)]
    worth = {pair: helped(*pair) for pair in missing}
    most = sorted(((-len(c | n), -len(c)) for c, n in worth.values() if c | n))
    found = best_new_ties(graph, sources, targets, first=40)
    for tie in found:
        pair = tuple(sorted((int(tie.party), int(tie.target))))
        closes, near = worth[pair]  # type: ignore[index]
        assert ({int(s) for s in tie.closes}, {int(s) for s in tie.brings}) == (closes, near)
        assert int(tie.target) in targets
        apart = nx.has_path(graph, *pair) and nx.shortest_path_length(graph, *pair)
        assert tie.distance == (apart or None)
    assert [(-one.helped, -len(one.closes)) for one in found[:1]] == most[:1]
    order = [(-one.helped, -len(one.closes), one.party) for one in found]
    assert order == sorted(order)


def test_the_best_new_tie_by_hand() -> None:
    """A knows three firms that know nobody else; T is a campus that knows B, U one that A is near.

    A tie of A with any campus brings three firms near; U is nearer to A than T.
    """
    two = two_mode(
        joined({"p1": "oA oX", "p2": "oA oY", "p3": "oA oZ", "p4": "oB cT", "p5": "oA oD",
                "p6": "oD oE", "p7": "oE cU"}),
        Lens(),
    )  # fmt: skip
    best, second = best_new_ties(
        projection(two), ["oX", "oY", "oZ"], ["cT", "cU"], met=two, first=2
    )
    assert (best.party, best.target, best.distance) == ("oA", "cU", 3)
    assert (best.closes, best.brings, best.helped) == ((), ("oX", "oY", "oZ"), 3)
    assert (second.party, second.target, second.closes) == ("oX", "cU", ("oX",))


def test_no_tie_to_make() -> None:
    assert best_new_ties(matrix_of_pairs([], []), ["a"], ["b"]) == []
    assert best_new_ties(nx.Graph([("a", "b")]), ["a"], ["b"]) == []
    assert best_new_ties(nx.Graph([("a", "b")]), ["a"], ["a"]) == []
