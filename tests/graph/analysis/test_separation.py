"""Groups that keep apart: the null model against all networks with the same margins."""

from __future__ import annotations

from collections import Counter
from itertools import product
from typing import Any

import numpy as np
import pytest
from scipy import sparse
from tests.graph.analysis.small_networks import joined, network

from ledwerk.graph.analysis import separation
from ledwerk.graph.analysis.curveball import Curveball
from ledwerk.graph.analysis.projections import projection, two_mode
from ledwerk.graph.analysis.separation import (
    holm,
    municipalities_of,
    sectors_of,
    separations,
)
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import span_of
from ledwerk.schema.errors import InvalidQuestion

APART = {"p1": "oA1 oA2", "p2": "oA2 oC1", "p3": "oB1 oB2", "p4": "oB2 oC1"}
GROUPS = {"a": ["oA1", "oA2"], "b": ["oB1", "oB2"], "c": ["oC1", "oNobody"]}


def same_margins(matrix: Any) -> list[Any]:
    """Every two-mode network with the margins of one, by force."""
    rows, columns = matrix.sum(axis=1), matrix.sum(axis=0)
    width = matrix.shape[1]
    choices = [
        [bits for bits in product((0, 1), repeat=width) if sum(bits) == size] for size in rows
    ]
    found = [np.array([], dtype=int).reshape(0, width)]
    for some in choices:
        found = [
            grown
            for known in found
            for bits in some
            if ((grown := np.vstack([known, bits])).sum(axis=0) <= columns).all()
        ]
    return found


@pytest.mark.parametrize("seed", [1, 3, 4])
def test_every_network_with_the_same_margins_is_as_likely(seed: int) -> None:
    random = np.random.default_rng(seed)
    start = (random.random((5, 4)) < 0.45).astype(float)
    every = same_margins(start)
    chain = Curveball(sparse.csr_array(start), np.random.default_rng(seed))
    counts: Counter[bytes] = Counter()
    draws = 60 * len(every)
    for _ in range(draws):
        chain.trade(6)
        drawn = chain.incidence().toarray()
        assert (drawn.sum(axis=0) == start.sum(axis=0)).all()
        assert (drawn.sum(axis=1) == start.sum(axis=1)).all()
        counts[drawn.astype(int).tobytes()] += 1
    assert set(counts) == {one.tobytes() for one in every}
    chi = sum((n - 60) ** 2 / 60 for n in counts.values())
    free = len(every) - 1
    assert chi < free + 4 * np.sqrt(2 * free)


def test_expected_and_p_are_those_of_all_networks() -> None:
    two = two_mode(joined(APART), Lens())
    found = separations(two, GROUPS, draws=3000, seed=1)
    every = same_margins(two.incidence.toarray())
    names = [two.network.ids[place] for place in two.members]
    for pair in found.pairs:
        inside = [[names.index(x) for x in GROUPS[g] if x in names] for g in (pair.one, pair.two)]
        ties = [(one @ one.T > 0)[np.ix_(*inside)].sum() for one in every]
        assert pair.expected == pytest.approx(np.mean(ties), abs=0.05)
        assert pair.p == pytest.approx(np.mean(np.array(ties) <= pair.observed), abs=0.03)
    assert {(pair.one, pair.two): pair.observed for pair in found.pairs} == {
        ("a", "b"): 0, ("a", "c"): 1, ("b", "c"): 1,
    }  # fmt: skip
    assert found.draws == 3000
    assert found.least == 3 / 3001


def crowd(mixed: bool) -> dict[str, str]:
    """Twelve projects of each of two sides; or of parties of both, and each once with a third."""
    sides = ("oA", "oB")
    found = {
        f"p{side}{n:02}": f"{sides[side]}{n % 6} {sides[side ^ (mixed and n % 2)]}{(n + 1 + n // 6) % 6}"
        for side in (0, 1)
        for n in range(12)
    }
    return found | {f"pz{side}": f"{sides[side]}0 oC0" for side in (0, 1)}


def test_two_that_keep_apart_are_found_and_others_are_not() -> None:
    groups = {side: [f"o{side}{n}" for n in range(6)] for side in "ABC"}
    apart = separations(two_mode(joined(crowd(mixed=False)), Lens()), groups)
    first = apart.pairs[0]
    assert (first.one, first.two, first.observed, first.adjusted < 0.05) == ("A", "B", 0, True)
    assert all(s.adjusted > 0.05 for s in apart.pairs[1:])
    mixed = separations(two_mode(joined(crowd(mixed=True)), Lens()), groups)
    assert all(s.adjusted > 0.05 for s in mixed.pairs)
    assert separations(two_mode(joined(crowd(mixed=True)), Lens()), groups) == mixed


def test_who_works_with_nobody_elsewhere_is_not_looked_at() -> None:
    two = two_mode(joined({"p1": "oA oB", "p2": "oC oD", "p3": "oE"}), Lens())
    found = separations(two, {"a": ["oA"], "b": ["oB"], "c": ["oC", "oD"], "e": ["oE"]}, draws=9)
    assert [(s.one, s.two) for s in found.pairs] == [("a", "b")]


def test_tenancy_is_a_tie_that_stays() -> None:
    nodes = {"cT": {}, "oA": {}, "oB": {}, "p1": {}, "p2": {}}
    net = network(nodes, [("TENANT_OF", "oA", "cT"), ("PARTNER_IN", "oB", "p1")])
    two = two_mode(net, Lens())
    (pair,) = separations(two, {"a": ["oA", "oB"], "t": ["cT"]}, draws=9).pairs
    assert (pair.observed, pair.expected, pair.p) == (1, 1.0, 1.0)


def test_a_plain_and_a_sparse_array_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    two = two_mode(joined(crowd(mixed=True)), Lens())
    groups = {side: [f"o{side}{n}" for n in range(6)] for side in "ABC"} | {"D": ["oA1", "oB1"]}
    plain = separations(two, groups, draws=20)
    monkeypatch.setattr(separation, "_DENSE", 0)
    assert separations(two, groups, draws=20) == plain
    ties = projection(two).to_networkx()
    observed = {(s.one, s.two): s.observed for s in plain.pairs}
    for (one, other), count in observed.items():
        members = [[x for x in groups[g] if x in ties] for g in (one, other)]
        assert count == sum(ties.has_edge(x, y) for x in members[0] for y in members[1])


def test_nothing_to_look_at() -> None:
    for groups in ({}, {"a": []}, {"a": ["oA"]}, {"a": ["oA"], "b": ["oB"]}):
        assert separations(two_mode(joined({"p1": "oA", "p2": "oB"}), Lens()), groups).pairs == ()
    assert separations(two_mode(network({}, []), Lens()), {"a": ["oA"]}).pairs == ()


def test_no_draws_are_refused() -> None:
    with pytest.raises(InvalidQuestion, match="1 or more"):
        separations(two_mode(joined(APART), Lens()), GROUPS, draws=0)


def test_holm_by_hand() -> None:
    found = holm(np.array([0.03, 0.01, 0.04, 0.5]))
    assert found.tolist() == pytest.approx([0.09, 0.04, 0.09, 0.5])
    assert holm(np.zeros(0)).tolist() == []


def test_sectors_and_municipalities() -> None:
    nodes = {"oA": {}, "oB": {}, "mX": {}, "mY": {}, "lZ": {}, "xS": {}, "p1": {}}
    links = [
        ("ACTIVE_IN", "oA", "xS"), ("ACTIVE_IN", "p1", "xS"), ("LOCATED_IN", "oA", "mX"),
        ("LOCATED_IN", "oB", "mY", {"end": "2015-12-31"}), ("LOCATED_IN", "oB", "lZ"),
    ]  # fmt: skip
    net = network(nodes, links)
    assert sectors_of(net) == {"xS": ("oA",)}
    assert municipalities_of(net) == {"mX": ("mX", "oA"), "mY": ("mY", "oB")}
    assert municipalities_of(net, span_of("2016"))["mY"] == ("mY",)
