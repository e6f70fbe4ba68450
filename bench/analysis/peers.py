"""The same measures by NetworkX and igraph, as their users would ask for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import igraph
import networkx as nx


def networkx_centralities(graph: nx.Graph[Any]) -> dict[str, Any]:
    """Every exact measure, by plain NetworkX."""
    largest = graph.subgraph(max(nx.connected_components(graph), key=len))
    return {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "closeness": nx.closeness_centrality(graph),
        "harmonic": nx.harmonic_centrality(graph),
        "eigenvector": nx.eigenvector_centrality_numpy(largest),
        "pagerank": nx.pagerank(graph, weight=None),
        "core": nx.core_number(graph),
        "articulation": set(nx.articulation_points(graph)),
        "bridges": set(nx.bridges(graph)),
    }


def igraph_centralities(graph: igraph.Graph) -> dict[str, Any]:
    """Every exact measure, by igraph."""
    return {
        "degree": graph.degree(),
        "strength": graph.strength(weights="weight"),
        "betweenness": graph.betweenness(),
        "closeness": graph.closeness(),
        "harmonic": graph.harmonic_centrality(),
        "eigenvector": graph.eigenvector_centrality(),
        "pagerank": graph.pagerank(),
        "core": graph.coreness(),
        "articulation": graph.articulation_points(),
        "bridges": graph.bridges(),
    }


def networkx_brokerage(graph: nx.Graph[Any], groups: Mapping[Any, str]) -> dict[str, Any]:
    """Constraint and effective size by NetworkX, and a plain count of the five roles."""
    return {
        "constraint": nx.constraint(graph),
        "effective_size": nx.effective_size(graph),
        "roles": {node: roles(graph, groups, node) for node in graph},
    }


def roles(graph: nx.Graph[Any], groups: Mapping[Any, str], broker: Any) -> Counter[str]:
    """How often one broker stands between an ordered pair, by role."""
    near = list(graph[broker])
    own = groups[broker]
    found: Counter[str] = Counter()
    for first in near:
        tied = graph[first]
        for second in near:
            if first != second and second not in tied:
                found[role(groups[first], own, groups[second])] += 1
    return found


def role(first: str, broker: str, second: str) -> str:
    """Gould and Fernandez's name for a broker between two."""
    if first == second:
        return "coordinator" if broker == first else "itinerant"
    if broker == second:
        return "gatekeeper"
    return "representative" if broker == first else "liaison"


def igraph_of(graph: nx.Graph[Any]) -> igraph.Graph:
    """The same graph for igraph."""
    return igraph.Graph.from_networkx(graph)
