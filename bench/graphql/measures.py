"""What is measured, each measure one or more lines.

Servers take turns in short rounds, one under load at a time, and the value is the median over the
rounds: what else the machine does in the meantime falls on both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median
from typing import Any

from network import Network
from pressing import Pressed, Target
from questions import FEWEST, MOST, Asking, Json, Question, shuffled, write_bodies
from servers import PEER_NAME, Servers, peer_version
from tests.http.service import processes, resident

CONNECTIONS = 8
MANY_CONNECTIONS = 32
CHECKED = 40  # values of each question that both servers are asked for before they are measured
STRIDE = 997  # how far apart the values are that rounds begin with

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pace:
    """How long is measured: rounds and their seconds, and the requests between two weighings."""

    rounds: int
    seconds: int
    warm: int
    first_weighing: int
    last_weighing: int
    times: int


FULL = Pace(rounds=5, seconds=4, warm=5, first_weighing=5_000, last_weighing=100_000, times=10)
QUICK = Pace(rounds=2, seconds=1, warm=2, first_weighing=1_000, last_weighing=20_000, times=2)


@dataclass(frozen=True, slots=True)
class Field:
    """Where it is measured: the servers, a folder for requests, the network, how long."""

    servers: Servers
    folder: Path
    network: Network
    pace: Pace

    def target(
        self, server: str, url: str, question: Question, asking: Asking, values: Sequence[Json]
    ) -> Target:
        """A server and a question, with its requests in a file."""
        name = f"{server}-{question.name}.jsonl".replace("/", "-")
        return Target(server, url, asking, write_bodies(asking, values, self.folder / name))


def rates(field: Field, store: str, question: Question) -> Iterator[Line]:
    """Our requests a second over the peer's."""
    service = field.servers.embedded if store == "embedded" else field.servers.neo4j
    values = question.values(field.network)
    ours = field.target(f"ledwerk/{store}", service.graphql, question, question.ours, values)
    peer = field.target(PEER_NAME, field.servers.peer, question, question.peer, values)
    sizes = agreed(question, ours, peer, values)
    for target in (ours, peer):
        target.warm(CONNECTIONS, field.pace.warm)
    pairs = in_turn(ours, peer, CONNECTIONS, field.pace)
    yield {
        "name": f"graphql/{store}/{question.name}",
        "value": round(median(one.rate / other.rate for one, other in pairs), 2),
        "unit": "ratio",
        "against": {
            "peer": peer_version(),
            "requests_a_second": round(median(other.rate for _, other in pairs), 1),
            "ours": round(median(one.rate for one, _ in pairs), 1),
            "connections": CONNECTIONS,
            "rounds": field.pace.rounds,
            "seconds": field.pace.seconds,
            "values": len(values),
            "bytes": {"ours": round(sizes[0]), "peer": round(sizes[1])},
        },
    }


def agreed(
    question: Question, ours: Target, peer: Target, values: Sequence[Json]
) -> tuple[float, float]:
    """Asks both the same and returns the mean bytes of an answer. RuntimeError if they differ."""
    sizes = []
    for value in shuffled(values)[:CHECKED]:
        (one, one_size), (other, other_size) = ours.ask(value), peer.ask(value)
        if one != other:
            raise RuntimeError(f"{question.name} of {value}: {one!r}, the peer {other!r}")
        if not question.holds(value, one):
            raise RuntimeError(f"{question.name} of {value} should not be {one!r}")
        sizes.append((one_size, other_size))
    return mean(one for one, _ in sizes), mean(other for _, other in sizes)


def in_turn(
    one: Target, other: Target, connections: int, pace: Pace
) -> list[tuple[Pressed, Pressed]]:
    """Both pressed alternately, with the same values in each round."""
    starts = [number * STRIDE for number in range(pace.rounds)]
    return [
        (one.press(connections, pace.seconds, start), other.press(connections, pace.seconds, start))
        for start in starts
    ]


def spread(field: Field, question: Question) -> Iterator[Line]:
    """How much longer the slowest hundredth takes than half of them, under many connections."""
    values = question.values(field.network)
    url = field.servers.embedded.graphql
    ours = field.target("ledwerk/embedded", url, question, question.ours, values)
    ours.warm(MANY_CONNECTIONS, field.pace.warm)
    rounds = [
        ours.press(MANY_CONNECTIONS, field.pace.seconds, number * STRIDE)
        for number in range(field.pace.rounds)
    ]
    yield {
        "name": f"graphql/embedded/p99-over-p50/{question.name}",
        "value": round(median(one.p99 / one.p50 for one in rounds), 2),
        "unit": "ratio",
        "against": {
            "p50_ms": round(median(one.p50 for one in rounds), 2),
            "p99_ms": round(median(one.p99 for one in rounds), 2),
            "longest_ms": round(max(one.longest for one in rounds), 1),
            "connections": MANY_CONNECTIONS,
            "rounds": field.pace.rounds,
        },
    }


def memory_growth(field: Field, question: Question) -> Iterator[Line]:
    """How much more memory a service holds after many requests than after some."""
    service = field.servers.embedded_of(1)
    values = question.values(field.network)
    ours = field.target("ledwerk/memory", service.graphql, question, question.ours, values)
    asked, weights = 0, []
    for enough in (field.pace.first_weighing, field.pace.last_weighing):
        asked += ours.press(CONNECTIONS, 1, asked).requests
        while asked < enough:
            asked += ours.press(CONNECTIONS, 1, asked).requests
        weights.append((asked, resident(service.pid)))
    (first, light), (last, heavy) = weights
    yield {
        "name": "graphql/embedded/memory-growth",
        "value": round(heavy - light, 1),
        "unit": "MB",
        "against": {
            "after_requests": {str(first): round(light, 1), str(last): round(heavy, 1)},
            "processes": len(processes(service.pid)),
            "connections": CONNECTIONS,
        },
    }


def growth(field: Field, large: Network, questions: Sequence[Question]) -> Iterator[Line]:
    """What a question costs on a graph some times as large, of parties with as much around them.

    By the time that half of the requests take; the ratio of mean times is given as well.
    """
    services = field.servers.embedded, field.servers.embedded_of(field.pace.times)
    matched = alike(field.network, large)
    for question in questions:
        small_one, large_one = (
            field.target(name, service.graphql, question, question.ours, values)
            for name, service, values in zip(("small", "large"), services, matched, strict=True)
        )
        for target, values in zip((large_one, small_one), reversed(matched), strict=True):
            for value in values[:CHECKED]:
                if not question.holds(value, plain := target.ask(value)[0]):
                    raise RuntimeError(f"{question.name} of {value} should not be {plain!r}")
            target.warm(1, field.pace.warm)
        pairs = in_turn(large_one, small_one, 1, field.pace)
        yield {
            "name": f"graphql/growth/{question.name}",
            "value": round(median(big.p50 / small.p50 for big, small in pairs), 3),
            "unit": "ratio",
            "against": {
                "larger": f"{field.pace.times} times",
                "small_ms": round(median(small.p50 for _, small in pairs), 3),
                "large_ms": round(median(big.p50 for big, _ in pairs), 3),
                "of_means": round(median(small.rate / big.rate for big, small in pairs), 3),
                "connections": 1,
                "rounds": field.pace.rounds,
                "values": len(matched[0]),
            },
        }


def alike(small: Network, large: Network) -> tuple[list[Json], list[Json]]:
    """Parties of both in pairs: in as many projects, with as many partners in them all together."""
    waiting = defaultdict(list)
    for number, around in enumerate(large.surroundings()):
        waiting[around].append(large.organisations[number].id)
    pairs = [
        (small.organisations[number].id, waiting[around].pop())
        for number, around in enumerate(small.surroundings())
        if FEWEST <= around[0] <= MOST and waiting[around]
    ]
    return [{"id": one} for one, _ in pairs], [{"id": other} for _, other in pairs]
