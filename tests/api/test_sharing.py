"""What several processes of the service share: the port, the figures, the log."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from collections.abc import Callable

import pytest

from ledwerk.api.figures import IN_FLIGHT, PID, counted_in, forget, room
from ledwerk.api.metrics import Metrics
from ledwerk.api.ports import bound_alone, bound_together, reserved
from ledwerk.api.whole_lines import WholeLines
from ledwerk.schema.errors import LedwerkError


def test_a_reserved_port_is_kept_from_others() -> None:
    with reserved("127.0.0.1", 0) as kept:
        port = kept.getsockname()[1]
        for taking in (bound_alone, reserved):
            with pytest.raises(LedwerkError, match=f"port {port} cannot be used"):
                taking("127.0.0.1", port)
        with bound_together("127.0.0.1", port) as one, bound_together("127.0.0.1", port) as other:
            one.listen()
            other.listen()
            for taking in (bound_alone, reserved):
                with pytest.raises(LedwerkError, match="in use"):
                    taking("127.0.0.1", port)
    with bound_alone("127.0.0.1", port) as free:
        assert free.getsockname()[1] == port


@pytest.mark.parametrize("first", [bound_alone, reserved])
def test_connections_that_wait_for_their_end_do_not_hold_it(first: Callable[..., object]) -> None:
    kept = first("127.0.0.1", 0)
    assert isinstance(kept, socket.socket)
    port = kept.getsockname()[1]
    listening = kept if first is bound_alone else bound_together("127.0.0.1", port)
    listening.listen()
    with socket.create_connection(("127.0.0.1", port)) as caller:
        listening.accept()[0].close()  # who closes first waits
        assert caller.recv(1) == b""
    listening.close()
    kept.close()
    for taking in (reserved, bound_alone):
        taking("127.0.0.1", port).close()


def test_without_a_port_of_its_own_another_will_do() -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", 8000))
            taken.listen()
        except OSError:
            pass  # somebody else has it, which serves as well
        with reserved("127.0.0.1", None) as kept:
            assert kept.getsockname()[1] not in {0, 8000}


def test_figures_of_several_places_add_up() -> None:
    cells = room(3)
    every = [Metrics(("/graphql",)) for _ in range(3)]
    for place, one in enumerate(every):
        one.count_in(counted_in(cells, place))
        one.note("/graphql", 200, 0.3)
        one.note("other", 404, 0.001 * (place + 1))
        one.own[IN_FLIGHT] += 1
    assert cells[PID] == os.getpid()
    forget(cells, 1)  # it died
    found = [figures_of(one) for one in every]
    assert found[0] == found[1] == found[2]
    assert found[0]['ledwerk_http_requests_total{path="/graphql",status="200"}'] == 3
    name = "ledwerk_http_request_duration_seconds"
    assert found[0][f'{name}_bucket{{le="0.0025",path="other"}}'] == 2
    assert found[0][f'{name}_sum{{path="/graphql"}}'] == pytest.approx(0.9)
    assert found[0]["ledwerk_http_requests_in_flight"] == 2
    counted_in(cells, 1).own[IN_FLIGHT] += 1  # another in its place
    assert figures_of(every[0])["ledwerk_http_requests_in_flight"] == 3
    assert figures_of(every[2])['ledwerk_http_requests_total{path="other",status="404"}'] == 3


def figures_of(metrics: Metrics) -> dict[str, float]:
    text, _ = asyncio.run(metrics.answer())
    pairs = (line.rsplit(" ", 1) for line in text.decode().splitlines() if line[0] != "#")
    return {name: float(value) for name, value in pairs if not name.startswith("process_")}


def test_lines_are_written_whole() -> None:
    """Two writers and a reader so slow that the pipe is full all the time."""
    reading, writing = os.pipe()
    lines = [f"{letter * 60}{number}" for letter in "ab" for number in range(2000)]
    halves = ["".join(f"{one}\n" for one in lines if one[0] == letter) for letter in "ab"]
    threads = [threading.Thread(target=WholeLines(writing).write, args=(half,)) for half in halves]
    for one in threads:
        one.start()
    read = b""
    while read.count(b"\n") < len(lines):
        read += os.read(reading, 1000)
    for one in threads:
        one.join()
    os.close(reading)
    os.close(writing)
    assert sorted(read.decode().splitlines()) == sorted(lines)
