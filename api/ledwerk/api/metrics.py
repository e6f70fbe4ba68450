"""Figures about the service for Prometheus, in a registry of their own."""

from __future__ import annotations

import os
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Iterator
from functools import partial
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Gauge,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from ledwerk.api.figures import (
    FIRST,
    GROUP,
    IN_FLIGHT,
    MOST_GROUPS,
    OPEN_SOCKETS,
    STATUSES,
    SUM,
    Figures,
    alone,
)
from ledwerk.schema.errors import LedwerkError

# From a point query on the embedded store to a question that reached its time limit.
_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_OTHER = "other"


class Metrics:
    """What is counted; `note` counts one answer.

    `revision` gives the graph's newest revision; without it that is left out.
    `paths` are the first parts of paths that get figures of their own; all others count as
    "other", so that nobody can fill memory with made-up paths. Whoever shares its figures with
    other processes (`count_in`) tells those of all.
    """

    def __init__(
        self,
        paths: tuple[str, ...] = (),
        revision: Callable[[], Awaitable[int]] | None = None,
    ) -> None:
        self._registry = CollectorRegistry()
        self._groups = {f"/{path.strip('/').partition('/')[0]}" for path in (*paths, "/")}
        self._revision = revision
        self._figures = alone()
        self.own = self._figures.own  # where IN_FLIGHT and OPEN_SOCKETS are counted
        self._answers = Answers((*sorted(self._groups), _OTHER), self._figures)
        self.note = self._answers.note
        self._processes = Processes(self._figures)
        self._declare()

    def count_in(self, figures: Figures) -> None:
        """Count there from now on, and tell what others count there too."""
        self._figures = self._processes.figures = figures
        self._answers.count_in(figures)
        self.own = figures.own

    def group(self, path: str) -> str:
        """The group that a path counts in: its first part, where that is a known one."""
        if path in self._groups:
            return path
        first = f"/{path[1:].partition('/')[0]}"
        return first if first in self._groups and first != "/" else _OTHER

    async def answer(self) -> tuple[bytes, str]:
        """The figures as Prometheus reads them, and their content type."""
        if self._revision is not None:
            try:
                self._newest.set(await self._revision())
            except LedwerkError:
                self._newest.set(float("nan"))  # the store is away; the rest is still worth knowing
        return generate_latest(self._registry), CONTENT_TYPE_LATEST

    def _declare(self) -> None:
        registry = self._registry
        registry.register(self._answers)
        flying = Gauge(
            "ledwerk_http_requests_in_flight", "Requests being answered.", registry=registry
        )
        flying.set_function(lambda: self._figures.totals(IN_FLIGHT, 1)[0])
        sockets = Gauge("ledwerk_websockets_open", "Open WebSockets.", registry=registry)
        sockets.set_function(lambda: self._figures.totals(OPEN_SOCKETS, 1)[0])
        if self._revision is not None:
            self._newest = Gauge(
                "ledwerk_graph_revision", "The graph's newest revision.", registry=registry
            )
        build = Gauge("ledwerk_build_info", "Always 1.", ("version", "python"), registry=registry)
        python = ".".join(map(str, sys.version_info[:3]))
        build.labels(version("ledwerk"), python).set(1)
        registry.register(self._processes)


class Answers(Collector):
    """Counts and durations of answers.

    The library's own take a lock and walk all buckets with every figure, which is felt at thousands
    of requests a second. Here one event loop counts, in cells of its own.
    """

    def __init__(self, groups: Iterable[str], figures: Figures) -> None:
        self._at = {group: FIRST + GROUP * place for place, group in enumerate(groups)}
        if len(self._at) > MOST_GROUPS:
            raise ValueError(f"{len(self._at)} groups of paths; {MOST_GROUPS} can be counted")
        self.count_in(figures)

    def count_in(self, figures: Figures) -> None:
        """Count there from now on."""
        self._figures = figures
        self._own = figures.own

    def note(self, group: str, status: int, seconds: float) -> None:
        """Count one answer."""
        own, at = self._own, self._at[group]
        own[at + (status if status < STATUSES else 0)] += 1
        own[at + STATUSES + bisect_left(_BUCKETS, seconds)] += 1
        own[at + SUM] += seconds

    def collect(self) -> Iterator[Metric]:
        """The figures of all processes, as the library asks for them."""
        requests = CounterMetricFamily(
            "ledwerk_http_requests", "Requests answered.", labels=("path", "status")
        )
        durations = HistogramMetricFamily(
            "ledwerk_http_request_duration_seconds",
            "From the request's arrival to the end of its answer.",
            labels=("path",),
        )
        bounds = [*map(str, _BUCKETS), "+Inf"]
        for group, at in self._at.items():
            found = self._figures.totals(at, GROUP)
            for status, count in enumerate(found[:STATUSES]):
                if count:
                    requests.add_metric((group, str(status)), count)
            buckets = found[STATUSES : STATUSES + len(bounds)]
            if any(buckets):
                up_to = list(zip(bounds, accumulate(buckets), strict=True))
                durations.add_metric((group,), up_to, found[SUM])
        yield requests
        yield durations


class Processes(Collector):
    """What the library tells of one process, of all that belong to the service (Linux).

    Added up, but for the earliest start and the smallest number of files that may be open.
    """

    def __init__(self, figures: Figures) -> None:
        self.figures = figures

    def collect(self) -> Iterator[Metric]:
        """The figures, as the library asks for them."""
        found: dict[str, list[Metric]] = defaultdict(list)
        for pid in self.figures.processes():
            for family in ProcessCollector(pid=partial(int, pid), registry=None).collect():
                found[family.name].append(family)
        for name, families in found.items():
            first, *_ = families
            values = [one.samples[0].value for one in families]
            one_of_them = name in {"process_start_time_seconds", "process_max_fds"}
            value = min(values) if one_of_them else sum(values)
            if name == "process_cpu_seconds" and self.figures.parent is not None:
                value += _seconds_of_the_dead(self.figures.parent)
            first.samples[0] = first.samples[0]._replace(value=value)
            yield first


def _seconds_of_the_dead(parent: int) -> float:
    """Processor time of the processes that this one started and that have ended."""
    try:
        text = Path(f"/proc/{parent}/stat").read_bytes()
    except OSError:  # it has ended itself
        return 0.0
    user, system = text.rpartition(b")")[2].split()[13:15]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
