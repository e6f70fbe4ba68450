"""Analyses beside NetworkX and igraph: Limburg's part of H2020, all of it, and ten times as much.

Prints one JSON object a line; what happens meanwhile goes to the error output. The answers are
compared before the times are.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from graphs import DATA, LENS, h2020, limburg, wanting

ROOT = Path(__file__).parents[2]
ROUNDS = 7
GROWN = 10
_TARGETS = 200

Line = dict[str, Any]


def centrality() -> Iterator[Line]:
    """Every exact measure, beside NetworkX, which takes a minute, and igraph."""
    import networkx as nx
    from peers import igraph, igraph_centralities, igraph_of, networkx_centralities

    from ledwerk.graph.analysis.centrality import centralities
    from ledwerk.graph.analysis.connectivity import articulation_points, bridges
    from ledwerk.graph.analysis.projections import projected

    matrix = projected(limburg(), LENS)
    plain = matrix.to_networkx()
    other = igraph_of(plain)

    def ours() -> dict[str, Any]:
        found: dict[str, Any] = {k: v.values for k, v in centralities(matrix).items()}
        return {**found, "articulation": articulation_points(matrix), "bridges": bridges(matrix)}

    say(f"Limburg: {len(matrix)} parties, {matrix.ties} ties; NetworkX takes a minute or more")
    slow, expected = timed(lambda: networkx_centralities(plain))
    # Not PageRank, which NetworkX breaks off at a tolerance of a hundredth of a small value.
    differing(ours(), expected, ("degree", "betweenness", "closeness", "harmonic", "core"))
    own, theirs = [], []
    for _ in range(ROUNDS):
        own.append(timed(ours)[0])
        theirs.append(timed(lambda: igraph_centralities(other))[0])
    yield line(
        "analysis/limburg/centrality", slow / median(own), "ratio",
        peer=f"networkx {nx.__version__}", seconds=slow, ours=median(own), rounds=ROUNDS,
    )  # fmt: skip
    yield line(
        "analysis/limburg/centrality-igraph",
        median(a / b for a, b in zip(own, theirs, strict=True)), "ratio",
        peer=f"igraph {igraph.__version__}", seconds=median(theirs), ours=median(own),
        rounds=ROUNDS,
    )  # fmt: skip


def brokerage() -> Iterator[Line]:
    """Constraint, effective size and the five roles, beside NetworkX and a plain count."""
    import networkx as nx
    from peers import networkx_brokerage

    from ledwerk.graph.analysis.brokerage import brokerage as together
    from ledwerk.graph.analysis.subject import subject_of_network

    subject = subject_of_network(limburg(), LENS)
    plain = subject.matrix.to_networkx()
    say("Limburg's brokers by NetworkX and a plain count, some ten seconds")
    pairs = []
    for _ in range(3):
        slow, expected = timed(lambda: networkx_brokerage(plain, subject.groups))
        own = [timed(lambda: together(subject.matrix, subject.groups)) for _ in range(ROUNDS)]
        pairs.append((slow, median(one for one, _ in own)))
    found = own[0][1]
    differing(
        {"constraint": found.constraint, "effective_size": found.effective_size}, expected,
        ("constraint", "effective_size"),
    )  # fmt: skip
    for node, counted in expected["roles"].items():
        if counted.total() != found.roles[node].total:
            raise RuntimeError(f"the roles of {node} differ")
    yield line(
        "analysis/limburg/brokerage", median(a / b for a, b in pairs), "ratio",
        peer=f"networkx {nx.__version__} and a plain count of roles",
        seconds=median(a for a, _ in pairs), ours=median(b for _, b in pairs), rounds=len(pairs),
    )  # fmt: skip


def report() -> Iterator[Line]:
    """The whole report on all of H2020, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="ledwerk-bench-") as folder:
        store, page = f"sqlite:{folder}/h2020.sqlite", Path(folder) / "report.html"
        command = [str(Path(sys.executable).parent / "ledwerk")]
        say("loading all of H2020")
        run([*command, "load", str(DATA), "--mapping", "h2020", "--yes", "--store", store])
        say("writing its report")
        seconds, memory = measured([*command, "report", str(page), "--store", store])
        size = page.stat().st_size
    yield line("analysis/h2020/report", seconds, "s", asked=180, bytes=size)
    yield line("analysis/h2020/memory", memory, "MB", asked=3000)


def growth() -> Iterator[Line]:
    """What has to grow no faster than the graph, ten times as large beside once."""
    from ledwerk.graph.analysis.centrality import core_number, degree, pagerank, strength
    from ledwerk.graph.analysis.connectivity import components
    from ledwerk.graph.analysis.introductions import ranked_gaps
    from ledwerk.graph.analysis.projections import projected

    def steps(network: Any, targets: int) -> dict[str, float]:
        spent, matrix = timed(lambda: projected(network, LENS))
        found = {"projection": spent}
        firms, knowing = ids_of(network, "industry"), ids_of(network, "knowledge")
        measures: dict[str, Callable[[], Any]] = {
            "degree": lambda: degree(matrix),
            "strength": lambda: strength(matrix),
            "pagerank": lambda: pagerank(matrix),
            "core": lambda: core_number(matrix),
            "components": lambda: components(matrix),
            "gaps": lambda: ranked_gaps(matrix, firms, set(knowing[:targets]), first=100),
        }
        for name, measure in measures.items():
            found[name] = timed(measure)[0]
        return found

    say(f"H2020 and {GROWN} times as much")
    small, large = h2020(), h2020(GROWN)
    rounds = [(steps(small, _TARGETS), steps(large, GROWN * _TARGETS)) for _ in range(3)]
    ratios = [sum(b.values()) / sum(a.values()) for a, b in rounds]
    parts = {
        name: round(median(b[name] / max(a[name], 1e-9) for a, b in rounds), 2)
        for name in rounds[0][0]
    }
    yield line(
        "analysis/10x/growth", median(ratios), "ratio", against_itself=True, times=GROWN,
        seconds={name: round(median(b[name] for _, b in rounds), 3) for name in parts},
        parts=parts, rounds=len(rounds),
    )  # fmt: skip


def ids_of(network: Any, helix: str) -> list[str]:
    """The ids of the parties of a helix."""
    pairs = zip(network.ids, network.helix.tolist(), strict=True)
    return [ident for ident, own in pairs if own == helix]


MEASURES: tuple[tuple[str, Callable[[], Iterator[Line]]], ...] = (
    ("analysis/limburg/centrality", centrality),
    ("analysis/limburg/brokerage", brokerage),
    ("analysis/h2020", report),
    ("analysis/10x", growth),
)


def line(name: str, value: float, unit: str, **against: Any) -> Line:
    """One figure."""
    return {"name": name, "value": round(value, 3), "unit": unit, "against": against}


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def differing(ours: dict[str, Any], theirs: dict[str, Any], names: tuple[str, ...]) -> None:
    """RuntimeError where a value of ours is not that of the peer."""
    for name in names:
        for node, value in theirs[name].items():
            own = ours[name][node]
            if value == value and abs((own or 0) - value) > 1e-6 * max(1, abs(value)):  # noqa: PLR0124
                raise RuntimeError(f"{name} of {node} is {own}, and by the peer {value}")


def run(command: list[str]) -> None:
    """Run a command to its end, without a word."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds and MB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{command[1]} failed")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def say(text: str) -> None:
    """Tell whoever waits what is happening."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Measure and print; 1 where something is missing."""
    parser = argparse.ArgumentParser("make bench-analysis", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="names that begin so")
    options = parser.parse_args()
    reason = wanting()
    if reason:
        say(reason)
        return 1
    try:
        for name, measure in MEASURES:
            if name.startswith(options.only) or options.only.startswith(name):
                for one in measure():
                    print(json.dumps(one), flush=True)
    except KeyboardInterrupt:
        say("stopped")
        return 130
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    say(f"most memory of this process: {memory} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
