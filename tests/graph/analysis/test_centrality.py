"""Centrality against values by hand, an independent implementation, NetworkX and igraph."""

from __future__ import annotations

import csv
import threading
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, pairwise, permutations
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from tests.conftest import SHARED, missing
from tests.graph.analysis.random_graphs import SHAPES, any_graphs, projected_graphs

from ledwerk.graph.analysis.bit_search import bit_sums
from ledwerk.graph.analysis.centrality import (
    MEASURES,
    betweenness_centrality,
    centralities,
    closeness_centrality,
    core_number,
    degree,
    eigenvector_centrality,
    harmonic_centrality,
    pagerank,
    strength,
)
from ledwerk.graph.analysis.length_search import length_sums
from ledwerk.graph.analysis.level_search import level_sums
from ledwerk.graph.analysis.path_sums import Sums
from ledwerk.graph.analysis.tie_matrix import matrix_of
from ledwerk.graph.analysis.twins import apart, without_twins
from ledwerk.schema.errors import InvalidQuestion

REFERENCES = SHARED / "data" / "reference_values"
DYADIC = (1.0, 2.0, 4.0, 8.0)  # their inverses add up exactly in floats, in any order


def same(ours: dict[Any, float], theirs: dict[Any, float], rel: float = 1e-9) -> None:
    """The same nodes, and the same values."""
    assert ours == pytest.approx(theirs, rel=rel, abs=1e-12)


def with_lengths(graph: Any) -> Any:
    """A copy with 1/strength as `length`, without ties of no strength."""
    found = graph.copy()
    found.remove_edges_from([(a, b) for a, b, w in graph.edges(data="weight", default=1) if w <= 0])
    for _, _, data in found.edges(data=True):
        data["length"] = 1 / data.get("weight", 1)
    return found


def principal(graph: Any, weight: str | None) -> dict[Any, float]:
    """The dense principal eigenvector of the largest component, 0 elsewhere."""
    values = dict.fromkeys(graph, 0.0)
    if not len(graph):
        return values
    place = {node: number for number, node in enumerate(graph)}
    part = max(
        nx.connected_components(graph), key=lambda some: (len(some), -min(place[n] for n in some))
    )
    nodes = [node for node in graph if node in part]
    matrix = nx.to_numpy_array(graph, nodelist=nodes, weight=weight)
    vector = np.abs(np.linalg.eigh(matrix)[1][:, -1])
    return values | dict(zip(nodes, vector.tolist(), strict=True))


def agree(graph: Any) -> None:
    """Everything that takes ties as equal is NetworkX's."""
    same(degree(graph), dict(graph.degree()))
    same(betweenness_centrality(graph), nx.betweenness_centrality(graph, normalized=False))
    same(betweenness_centrality(graph, normalized=True), nx.betweenness_centrality(graph))
    same(closeness_centrality(graph), nx.closeness_centrality(graph))
    same(harmonic_centrality(graph), nx.harmonic_centrality(graph))
    same(core_number(graph), nx.core_number(graph))
    ranks = nx.pagerank(graph, weight=None, tol=1e-15, max_iter=1000) if len(graph) else {}
    same(pagerank(graph), ranks)
    ours = eigenvector_centrality(graph)
    assert ours == pytest.approx(principal(graph, None), abs=1e-9)
    assert sum(x * x for x in ours.values()) == pytest.approx(1.0 if len(graph) else 0.0)
    assert list(ours) == list(graph)


def agree_weighted(graph: Any) -> None:
    """So is everything that looks at strengths."""
    lengths = with_lengths(graph)
    same(strength(graph), dict(graph.degree(weight="weight")))
    expected = nx.betweenness_centrality(lengths, normalized=False, weight="length")
    same(betweenness_centrality(graph, weighted=True), expected)
    close = nx.closeness_centrality(lengths, distance="length")
    same(closeness_centrality(graph, weighted=True), close)
    harmonic = nx.harmonic_centrality(lengths, distance="length")
    same(harmonic_centrality(graph, weighted=True), harmonic)
    ranks = nx.pagerank(graph, tol=1e-15, max_iter=1000) if len(graph) else {}
    same(pagerank(graph, weighted=True), ranks)
    ours = eigenvector_centrality(graph, weighted=True)
    assert ours == pytest.approx(principal(lengths, "weight"), abs=1e-9)


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_come_out_as_in_networkx(shape: str) -> None:
    agree(SHAPES[shape])
    agree_weighted(nx.Graph(SHAPES[shape].edges) if shape == "club" else SHAPES[shape])


@settings(max_examples=60, deadline=None)
@given(any_graphs())
def test_random_graphs_come_out_as_in_networkx(graph: Any) -> None:
    agree(graph)


@settings(max_examples=50, deadline=None)
@given(any_graphs((0.0, *DYADIC)))
def test_random_weighted_graphs_come_out_as_in_networkx(graph: Any) -> None:
    agree_weighted(graph)


def exact_betweenness(graph: Any) -> dict[Any, float]:
    """By the paths themselves, in fractions: two paths are equally long or they are not."""
    found = dict.fromkeys(graph, Fraction(0))
    for source, target in combinations(graph, 2):
        ways: list[tuple[Fraction, list[Any]]] = []
        for path in nx.all_simple_paths(graph, source, target):
            lengths = (1 / Fraction(graph[a][b]["weight"]) for a, b in pairwise(path))
            ways.append((sum(lengths, Fraction(0)), path))
        shortest = [path for length, path in ways if length == min(way[0] for way in ways)]
        for path in shortest:
            for node in path[1:-1]:
                found[node] += Fraction(1, len(shortest))
    return {node: float(value) for node, value in found.items()}


@settings(max_examples=30, deadline=None)
@given(projected_graphs((1.0, 2.0, 3.0, 6.0)).filter(lambda graph: graph.number_of_edges() < 18))
def test_paths_of_thirds_and_sixths_are_equally_long_whatever_the_order(graph: Any) -> None:
    same(betweenness_centrality(graph, weighted=True), exact_betweenness(graph))


def sums_by_networkx(graph: Any, counts: dict[int, float]) -> Sums:
    """The sums of one source after another."""
    found = Sums.zeros(len(graph))
    for source, count in counts.items():
        steps = nx.single_source_shortest_path_length(graph, source)
        depends = np.zeros(len(graph))
        for target in set(steps) - {source}:
            paths = list(nx.all_shortest_paths(graph, source, target))
            for path in paths:
                depends[path[1:-1]] += 1 / len(paths)
        found.through[:] += count * depends
        found.through2[:] += count * depends**2
        for node, distance in steps.items():
            if distance:
                found.reach(np.array([node]), distance, np.array([count]))
    return found


@settings(max_examples=60, deadline=None)
@given(any_graphs())
def test_every_search_adds_up_to_the_same_sums(graph: Any) -> None:
    matrix = matrix_of(graph)
    counts = {node: 1.0 + node % 3 for node in graph if node % 2 == 0 and graph.degree(node)}
    sources = np.array(list(counts), dtype=np.int64)
    weights = np.array(list(counts.values()))
    expected = sums_by_networkx(graph, counts)
    alone = apart(matrix.pattern)
    for found in (
        level_sums(alone, sources, weights, dense=True),
        level_sums(alone, sources, weights, dense=False),
        length_sums(matrix.pattern, sources, weights),
    ):
        assert vars(found) == {
            name: pytest.approx(values, abs=1e-9) for name, values in vars(expected).items()
        }
    bits = bit_sums(alone, sources, weights)
    for name in ("far", "far2", "near", "near2"):
        assert getattr(bits, name) == pytest.approx(getattr(expected, name))


@settings(max_examples=100, deadline=None)
@given(any_graphs())
def test_classes_are_those_of_equal_closed_neighbourhoods(graph: Any) -> None:
    found = without_twins(matrix_of(graph).pattern)
    closed = {node: frozenset(graph[node]) | {node} for node in graph}
    for one, two in permutations(graph, 2):
        assert (found.of[one] == found.of[two]) == (closed[one] == closed[two])
    assert found.sizes.sum() == len(graph)
    # Nobody is searched from twice, and no two classes are tied that their nodes are not.
    first = [list(found.of).index(number) for number in range(len(found))]
    expected = nx.to_numpy_array(graph, nodelist=first, weight=None) if first else np.zeros((0, 0))
    assert (found.pattern.toarray() == expected).all()


def big(n: int, m: int, seed: int) -> tuple[Any, Any]:
    """A random graph, and the same for igraph."""
    graph = nx.gnm_random_graph(n, m, seed=seed)
    return graph, igraph.Graph(n=n, edges=list(graph.edges))


@pytest.mark.parametrize("ties", [700, 3_000, 12_000])
def test_graphs_of_many_blocks_come_out_as_in_igraph(ties: int) -> None:
    graph, peer = big(900, ties, 3)
    found = centralities(graph, ("betweenness", "closeness", "harmonic"))
    assert [*found["betweenness"].values.values()] == pytest.approx(peer.betweenness(), abs=1e-8)
    harmonic = peer.harmonic_centrality(normalized=False)
    assert [*found["harmonic"].values.values()] == pytest.approx(harmonic)
    same(closeness_centrality(graph), found["closeness"].values)
    same(harmonic_centrality(graph), found["harmonic"].values)
    assert [*core_number(graph).values()] == peer.coreness()
    assert [*pagerank(graph).values()] == pytest.approx(peer.pagerank(), rel=1e-9)


def test_weighted_graphs_of_many_blocks_come_out_as_in_igraph() -> None:
    graph, peer = big(500, 4_000, 8)
    strengths = [1.0 + number % 6 for number in range(len(graph.edges))]
    for (one, two), weight in zip(graph.edges, strengths, strict=True):
        graph[one][two]["weight"] = weight
    lengths = [1 / weight for weight in strengths]
    found = centralities(graph, weighted=True)
    between = peer.betweenness(weights=lengths)
    assert [*found["betweenness"].values.values()] == pytest.approx(between, abs=1e-8)
    harmonic = peer.harmonic_centrality(weights=lengths, normalized=False)
    assert [*found["harmonic"].values.values()] == pytest.approx(harmonic)
    ranks = peer.pagerank(weights=strengths)
    assert [*found["pagerank"].values.values()] == pytest.approx(ranks, rel=1e-9)
    vector = np.array(peer.eigenvector_centrality(weights=strengths))
    ours = np.array([*found["eigenvector"].values.values()])
    assert ours == pytest.approx(vector / np.linalg.norm(vector), abs=1e-8)


@pytest.mark.parametrize("alpha", [0.0, 0.3, 0.99])
def test_a_walker_may_jump_more_or_less_often(alpha: float) -> None:
    graph = SHAPES["apart"]
    same(pagerank(graph, alpha=alpha), nx.pagerank(graph, alpha, tol=1e-15, max_iter=10_000))


@pytest.mark.parametrize("alpha", [-0.1, 1.0])
def test_a_walker_who_never_jumps_is_refused(alpha: float) -> None:
    with pytest.raises(InvalidQuestion, match="alpha is"):
        pagerank(nx.path_graph(3), alpha=alpha)


def test_the_eigenvector_of_a_long_chain_is_half_a_wave() -> None:
    n = 6_000
    found = np.array([*eigenvector_centrality(nx.path_graph(n)).values()])
    wave = np.sin(np.pi * np.arange(1, n + 1) / (n + 1))
    assert found == pytest.approx(wave / np.linalg.norm(wave), abs=1e-9)


def test_the_eigenvector_of_a_large_graph_is_one() -> None:
    graph, _ = big(800, 3_000, 5)
    found = np.array([*eigenvector_centrality(graph).values()])
    part = found > 0
    ahead = (nx.to_scipy_sparse_array(graph, weight=None, dtype=float) @ found)[part]
    assert np.linalg.norm(found) == pytest.approx(1)
    assert ahead / found[part] == pytest.approx(np.full(part.sum(), ahead[0] / found[part][0]))
    assert part.sum() == len(max(nx.connected_components(graph), key=len))


def test_the_middle_of_a_star_is_on_every_way() -> None:
    graph = nx.star_graph(5)
    assert betweenness_centrality(graph)[0] == 10
    assert betweenness_centrality(graph, normalized=True)[0] == 1
    assert closeness_centrality(graph)[1] == pytest.approx(5 / 9)
    assert harmonic_centrality(graph)[1] == 1 + 4 / 2
    assert eigenvector_centrality(graph)[0] == pytest.approx(0.5**0.5)


def test_parallel_ties_add_up_and_one_with_oneself_counts_nothing() -> None:
    graph = nx.MultiGraph([("a", "b"), ("a", "b"), ("b", "c"), ("a", "a")])
    assert degree(graph) == {"a": 1, "b": 2, "c": 1}
    assert strength(graph) == {"a": 2, "b": 3, "c": 1}
    assert closeness_centrality(graph, weighted=True)["a"] == pytest.approx(2 / (0.5 + 1.5))


def test_equally_large_components_give_the_eigenvector_to_the_first_node() -> None:
    found = eigenvector_centrality(nx.Graph(["xy", "ab"]))
    assert found == pytest.approx({"x": 0.5**0.5, "y": 0.5**0.5, "a": 0, "b": 0})


@pytest.mark.shared
@pytest.mark.parametrize("name", ["florentine_marriage", "davis_women", "h2020_limburg_47"])
def test_values_are_those_of_an_independent_implementation(name: str) -> None:
    if not REFERENCES.is_dir():
        missing("no ../shared/data/reference_values")
    graph: Any = nx.Graph()
    with (REFERENCES / f"{name}_nodes.csv").open(newline="", encoding="utf-8") as lines:
        graph.add_nodes_from(row["node"] for row in csv.DictReader(lines))
    with (REFERENCES / f"{name}_edges.csv").open(newline="", encoding="utf-8") as lines:
        graph.add_edges_from((row["u"], row["v"]) for row in csv.DictReader(lines))
    with (REFERENCES / f"{name}_reference.csv").open(newline="", encoding="utf-8") as lines:
        rows = {next(iter(row.values())): row for row in csv.DictReader(lines)}
    assert set(rows) == set(graph)
    measures: dict[str, Callable[[Any], dict[Any, float]]] = {
        "degree": degree,
        "betweenness": betweenness_centrality,
        "harmonic": harmonic_centrality,
        "closeness_wf": closeness_centrality,
    }
    for column, measure in measures.items():
        for node, value in measure(graph).items():
            assert value == pytest.approx(float(rows[node][column]), abs=1e-6), (column, node)


def test_all_at_once_are_the_same_as_each_alone() -> None:
    graph = nx.disjoint_union(nx.karate_club_graph(), nx.path_graph(3))
    found = centralities(graph)
    assert tuple(found) == MEASURES
    same(found["betweenness"].values, betweenness_centrality(graph))
    same(found["closeness"].values, closeness_centrality(graph))
    same(found["harmonic"].values, harmonic_centrality(graph))
    same(found["eigenvector"].values, eigenvector_centrality(graph))
    same(found["pagerank"].values, pagerank(graph))
    same(found["degree"].values, degree(graph))
    same(found["strength"].values, strength(graph))
    same(found["core"].values, core_number(graph))
    assert all(one.exact and one.error == 0 and one.samples == 37 for one in found.values())
    assert tuple(centralities(graph, ("core", "degree"))) == ("degree", "core")


def sampled_graph() -> Any:
    """Two hubs and hangers-on, projects full of twins, and a small component."""
    graph = nx.disjoint_union(nx.barabasi_albert_graph(300, 2, seed=4), nx.complete_graph(5))
    for start in range(0, 300, 30):
        graph.add_edges_from(combinations(range(start, start + 8), 2))
    graph.add_node("alone")
    return graph


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("name", ["betweenness", "closeness", "harmonic"])
def test_a_sample_is_off_by_what_it_says(name: str, weighted: bool) -> None:
    """Unbiased; as far off on average as stated; and for the highest within two errors mostly."""
    graph = sampled_graph()
    exact = np.array([*centralities(graph, (name,), weighted=weighted)[name].values.values()])
    drawn = [
        centralities(graph, (name,), weighted=weighted, samples=80, distance_samples=80, seed=seed)[
            name
        ]
        for seed in range(40)
    ]
    # A share of the large component, rounded up, and all of the small one.
    assert {(one.exact, one.samples) for one in drawn} == {(False, 79 + 5)}
    off = np.array([[*one.values.values()] for one in drawn]) - exact
    errors = np.array([[*one.errors.values()] for one in drawn])
    assert (off[errors == 0] ** 2).sum() < 0.01 * (off**2).sum()
    assert 0.85 < np.sqrt((off**2).sum() / (errors**2).sum()) < 1.15
    assert abs(off.mean()) < 0.02 * exact.mean()
    highest = np.argsort(-exact)[:20]
    assert (np.abs(off) <= 2 * errors)[:, highest].mean() > 0.88
    # The small component and who has no tie.
    assert np.abs(off[:, 300:]).max() < 1e-9
    assert errors[:, 300:].max() < 1e-9


def test_a_sample_of_everybody_is_exact_and_a_seed_gives_the_same_again() -> None:
    graph = sampled_graph()
    whole = centralities(graph, ("betweenness",), samples=10_000)["betweenness"]
    assert whole.exact
    assert (whole.error, whole.samples) == (0, 305)
    same(whole.values, betweenness_centrality(graph))
    one, two, other = (
        centralities(graph, ("betweenness",), samples=40, seed=seed)["betweenness"]
        for seed in (1, 1, 2)
    )
    assert one.values == two.values
    assert one.errors == two.errors
    assert one.values != other.values
    assert one.error == max(one.errors.values()) > 0


def test_distances_stay_exact_where_only_betweenness_is_sampled() -> None:
    graph = sampled_graph()
    found = centralities(graph, ("betweenness", "closeness", "harmonic"), samples=30)
    assert [one.exact for one in found.values()] == [False, True, True]
    same(found["closeness"].values, closeness_centrality(graph))
    same(found["harmonic"].values, harmonic_centrality(graph))


@pytest.mark.parametrize("samples", [0, -1])
def test_no_samples_at_all_are_refused(samples: int) -> None:
    with pytest.raises(InvalidQuestion, match="ask for 1 or more"):
        centralities(nx.path_graph(3), samples=samples)


@pytest.mark.parametrize("samples", [None, 30])
def test_progress_goes_up_to_one(samples: int | None) -> None:
    told: list[float] = []
    centralities(sampled_graph(), samples=samples, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert told[0] > 0


@pytest.mark.parametrize("weighted", [False, True])
def test_an_interrupt_ends_it_and_leaves_nothing_running(weighted: bool) -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    graph, _ = big(900, 2_000, 1)
    before = threading.active_count()
    with pytest.raises(KeyboardInterrupt):
        betweenness_centrality(graph, weighted=weighted, progress=interrupt)
    assert threading.active_count() == before
