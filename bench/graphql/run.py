"""GraphQL over HTTP, beside @neo4j/graphql: requests a second, latency, memory, growth.

Both servers are asked for the same facts of the same made-up network (network.py), in the words of
their own schema (questions.py), and must agree before they are measured. Prints one JSON object a
line; what happens meanwhile goes to the error output.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from measures import (  # noqa: E402 - the project's folder is no package
    FULL,
    QUICK,
    Field,
    Line,
    growth,
    memory_growth,
    rates,
    spread,
)
from network import made  # noqa: E402
from questions import COLLABORATORS, POINT, QUESTIONS, TWO_HOP  # noqa: E402
from servers import Servers, say, wanting  # noqa: E402

GROWING = (POINT, TWO_HOP, COLLABORATORS)
Measure = Callable[[], Iterator[Line]]


def measures(field: Field, only: str) -> Iterator[Measure]:
    """What is to be measured, by the beginning of its name."""

    def wanted(name: str) -> bool:
        return name.startswith(only)

    for store in ("embedded", "neo4j"):
        for question in QUESTIONS:
            if wanted(f"graphql/{store}/{question.name}"):
                yield partial(rates, field, store, question)
    for question in QUESTIONS:
        if wanted(f"graphql/embedded/p99-over-p50/{question.name}"):
            yield partial(spread, field, question)
    if wanted("graphql/embedded/memory-growth"):
        yield partial(memory_growth, field, POINT)
    growing = [question for question in GROWING if wanted(f"graphql/growth/{question.name}")]
    if growing:
        yield lambda: growth(field, made(field.pace.times), growing)


def main() -> int:
    """Measure and print; 1 where something is missing, with a word on what to install."""
    parser = argparse.ArgumentParser("make bench-graphql", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short round, to see that it works")
    parser.add_argument(
        "--only", default="", metavar="NAME", help="names that begin so, as graphql/embedded/point"
    )
    options = parser.parse_args()
    reason = wanting()
    if reason:
        say(reason)
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with ExitStack() as ending:
        folder = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="ledwerk-bench-")))
        servers = Servers(folder, ending)
        field = Field(servers, folder, made(), QUICK if options.quick else FULL)
        for measure in measures(field, options.only):
            for line in measure():
                print(json.dumps(line), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
