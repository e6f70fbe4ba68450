"""Everything at once: that each analysis is in it, exact or sampled, and the same each time."""

from __future__ import annotations

import pytest
from tests.graph.analysis.small_networks import joined, network

from ledwerk.graph.analysis.centrality import betweenness_centrality
from ledwerk.graph.analysis.findings import findings
from ledwerk.graph.analysis.findings_steps import MEASURES, Sampling, sampling_of
from ledwerk.graph.analysis.network_size import network_size
from ledwerk.graph.analysis.subject import subject_of_network
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network
from ledwerk.graph.store import Store


def led_network(led: Store) -> Network:
    """LED in columns."""
    import asyncio

    from ledwerk.graph.network import network_of

    return network_of(asyncio.run(led.network()))


def test_counts_worked_out_by_hand() -> None:
    """p1 has three parties, p2 two of whom one is in p1, p3 one alone; oF is in nothing."""
    nodes = {
        "oA": {"helix": "industry", "sme": 1}, "oB": {"helix": "industry"},
        "oC": {"helix": "knowledge"}, "oD": {"helix": "unknown"}, "oE": {}, "oF": {},
        "p1": {"start": "2016-01-01"}, "p2": {}, "p3": {"end": "2017-12-31"},
    }  # fmt: skip
    pairs = [("oA", "p1"), ("oB", "p1"), ("oC", "p1"), ("oC", "p2"), ("oD", "p2"), ("oE", "p3")]
    made = network(nodes, [("PARTNER_IN", party, activity) for party, activity in pairs])
    size = network_size(made, Lens(), subject_of_network(made, Lens()))
    assert size.nodes == {"Organisation": 6, "Project": 3}
    assert size.helixes == {"industry": 2, "knowledge": 1, "unknown": 3}
    assert (size.parties, size.tied, size.ties) == (6, 4, 4)
    assert (size.participations, size.activities, size.single, size.undated) == (6, 3, 1, 1)
    assert (size.components, size.largest, size.bridges) == (1, 4, 1)
    assert size.density == pytest.approx(4 / 15)
    assert size.mean_ties == pytest.approx(8 / 6)
    assert (size.unknown_helix, size.business, size.unknown_sme) == (3, 2, 1)


def test_a_member_counts_once_however_it_takes_part() -> None:
    made = network(
        {"oA": {}, "oB": {}, "gG": {}, "p1": {}},
        [
            ("PARTNER_IN", "oA", "p1"), ("PARTNER_IN", "gG", "p1"),
            ("MEMBER_OF", "oA", "gG"), ("MEMBER_OF", "oB", "gG"),
        ],
    )  # fmt: skip
    size = network_size(made, Lens(), subject_of_network(made, Lens()))
    assert (size.parties, size.participations, size.ties) == (2, 2, 1)


def test_a_network_of_nothing() -> None:
    found = findings(network({}, []))
    assert found.size.parties == found.size.ties == 0
    assert found.size.density is None
    assert found.quality is None
    assert not found.predicted
    assert found.introductions.gaps == 0
    assert set(found.measures) == set(MEASURES)


def test_small_is_exact_and_large_is_sampled_and_says_so() -> None:
    assert sampling_of(5_000).samples is None
    assert sampling_of(5_001).samples == 2_000
    assert sampling_of(10, large=9, seed=3).seed == 3
    made = joined({f"p{n}": f"o{n:02} o{n + 1:02}" for n in range(40)})
    exact = findings(made)
    assert all(one.exact for one in exact.measures.values())
    sampled = findings(made, sampling=Sampling(20, 5, 10, 1))
    assert not sampled.measures["betweenness"].exact
    assert sampled.measures["betweenness"].error > 0
    assert sampled.measures["closeness"].exact
    assert sampled.stability["betweenness"].samples == 5


def test_led_as_the_single_analyses_have_it(led: Store) -> None:
    made = led_network(led)
    smes = [ident for ident, sme in zip(made.ids, made.sme.tolist(), strict=True) if sme == 1]
    campuses = [ident for ident in made.ids if ident.startswith("campus:")]
    found = findings(made, sources=smes, targets=campuses)
    alone = betweenness_centrality(found.subject.matrix)
    assert found.measures["betweenness"].values == pytest.approx(alone)
    assert [one.introducer for one in found.introductions.edges] == ["organisation:zuyd-hogeschool"]
    assert found.introductions.gaps == found.introductions.reached == 3
    assert len(found.gaps) == 3
    assert found.points.cuts[0].party == "organisation:zuyd-hogeschool"
    assert {row.label for row in found.helix["board"]} >= {"Bestuur", "Kernteam"}
    assert list(found.leaving)[0] == "organisation:zuyd-hogeschool"  # noqa: RUF015
    assert len(found.leaving["organisation:zuyd-hogeschool"].cut_off) == 3
    assert {one.helped for one in found.new_ties} == {1}
    assert [(one.gaps, one.by_distance) for one in found.gap_groups["all"]] == [(3, {1: 1, 2: 3})]
    assert found.since == "2016-06-30"
    assert set(found.money) == {"programme", "payer", "helix", "all"}
    assert found.programmes
    assert all(one.programme.startswith("programme:") for one in found.programmes)
    assert found.name("organisation:zuyd-hogeschool") == "Zuyd Hogeschool"


def test_the_lens_is_looked_through(led: Store) -> None:
    made = led_network(led)
    seen = findings(made, Lens(as_of="2014", through=("Board",), helixes=("government",)))
    assert seen.since == "2014"
    assert seen.size.activities == 0
    assert seen.size.boards == len(seen.helix["board"]) > 0
    assert all(
        seen.network.helix[seen.network.numbers[str(node)]] == "government"
        for node in seen.subject.matrix.nodes
    )


def test_progress_goes_up_to_all_and_answers_are_the_same_again(led: Store) -> None:
    made = led_network(led)
    told: list[float] = []
    how = Sampling(30, 3, 20, 7)
    one = findings(made, sampling=how, progress=told.append)
    two = findings(made, sampling=how)
    assert told == sorted(told)
    assert 0 < told[0] < told[-1]
    assert told[-1] == pytest.approx(1)
    assert one.measures["betweenness"].values == two.measures["betweenness"].values
    assert one.stability["betweenness"].ranks == two.stability["betweenness"].ranks
    assert one.predicted == two.predicted
    assert one.quality == two.quality
