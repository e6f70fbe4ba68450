"""Figures about the service for Prometheus, in a registry of their own."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from importlib.metadata import version
from itertools import accumulate

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Gauge,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from ledwerk.schema.errors import LedwerkError

# From a point query on the embedded store to a question that reached its time limit.
_BUCKETS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_OTHER = "other"


class Metrics:
    """What is counted. `revision` gives the graph's newest revision; without it that is left out.

    `paths` are the first parts of paths that get figures of their own; all others count as
    "other", so that nobody can fill memory with made-up paths.
    """

    def __init__(
        self,
        paths: tuple[str, ...] = (),
        revision: Callable[[], Awaitable[int]] | None = None,
    ) -> None:
        self._registry = CollectorRegistry()
        self._groups = {f"/{path.strip('/').partition('/')[0]}" for path in (*paths, "/")}
        self._revision = revision
        self._answers = Answers()
        self.in_flight = 0
        self.open_sockets = 0
        self._declare()

    def group(self, path: str) -> str:
        """The group that a path counts in: its first part, where that is a known one."""
        if path in self._groups:
            return path
        first = f"/{path[1:].partition('/')[0]}"
        return first if first in self._groups and first != "/" else _OTHER

    def note(self, group: str, status: int, seconds: float) -> None:
        """Count one answer."""
        self._answers.note(group, status, seconds)

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
        flying.set_function(lambda: self.in_flight)
        sockets = Gauge("ledwerk_websockets_open", "Open WebSockets.", registry=registry)
        sockets.set_function(lambda: self.open_sockets)
        if self._revision is not None:
            self._newest = Gauge(
                "ledwerk_graph_revision", "The graph's newest revision.", registry=registry
            )
        build = Gauge("ledwerk_build_info", "Always 1.", ("version", "python"), registry=registry)
        python = ".".join(map(str, sys.version_info[:3]))
        build.labels(version("ledwerk"), python).set(1)
        ProcessCollector(registry=registry)


class Answers(Collector):
    """Counts and durations of answers.

    The library's own take a lock and walk all buckets with every figure, which is felt at thousands
    of requests a second. Here one event loop counts.
    """

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, int]] = Counter()
        self._buckets: dict[str, list[int]] = defaultdict(lambda: [0] * (len(_BUCKETS) + 1))
        self._sums: defaultdict[str, float] = defaultdict(float)

    def note(self, group: str, status: int, seconds: float) -> None:
        """Count one answer."""
        self._counts[group, status] += 1
        self._buckets[group][bisect_left(_BUCKETS, seconds)] += 1
        self._sums[group] += seconds

    def collect(self) -> Iterator[Metric]:
        """The figures, as the library asks for them."""
        requests = CounterMetricFamily(
            "ledwerk_http_requests", "Requests answered.", labels=("path", "status")
        )
        for (group, status), count in list(self._counts.items()):
            requests.add_metric((group, str(status)), count)
        yield requests
        durations = HistogramMetricFamily(
            "ledwerk_http_request_duration_seconds",
            "From the request's arrival to the end of its answer.",
            labels=("path",),
        )
        bounds = [*map(str, _BUCKETS), "+Inf"]
        for group, buckets in list(self._buckets.items()):
            up_to = list(zip(bounds, accumulate(buckets), strict=True))
            durations.add_metric((group,), up_to, self._sums[group])
        yield durations
