"""A real service, as a user starts it: the command line in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LEDWERK = str(Path(sys.executable).parent / "ledwerk")
_STOP_SECONDS = 20.0
_LITTLE = 0.05  # seconds of processor time in half a second


@dataclass(frozen=True, slots=True)
class Service:
    """Where a service answers, and its process, which may have started others that do."""

    address: str
    pid: int

    @property
    def graphql(self) -> str:
        """Where it takes questions."""
        return f"{self.address}graphql"


def processes(pid: int, deep: int = 9) -> list[int]:
    """A process and all that it started, and those started, so many times over; without those that
    have ended.
    """
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []
    below = children if deep else []
    return [pid, *(one for child in below for one in processes(int(child), deep - 1))]


def resident(pid: int, deep: int = 9) -> float:
    """Memory held by a process and those that it started, in MB."""
    return sum(_held(one) for one in processes(pid, deep))


def at_rest(pid: int) -> None:
    """Wait until a process and those that it started have nothing to do."""
    before, after = -1.0, _worked(pid)
    while after - before > _LITTLE:
        time.sleep(0.5)
        before, after = after, _worked(pid)


@contextmanager
def served(
    store: str,
    environment: Mapping[str, str] | None = None,
    *words: str,
    stderr: IO[bytes] | None = None,
) -> Iterator[Service]:
    """`ledwerk serve` on a free port, once it answers; it ends with the block."""
    process = subprocess.Popen(
        [LEDWERK, "serve", "--port", "0", "--store", store, *words],
        env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, stderr=stderr, text=True,
    )  # fmt: skip
    try:
        yield Service(_address(process), process.pid)
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _held(pid: int) -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", _told(pid, "status"))
    return int(found[1]) / 1024 if found else 0.0


def _worked(pid: int) -> float:
    """Seconds of processor time."""
    stats = [_told(one, "stat").rpartition(")")[2].split()[11:13] for one in processes(pid)]
    return sum(int(ticks) for one in stats for ticks in one) / os.sysconf("SC_CLK_TCK")


def _told(pid: int, what: str) -> str:
    """What the system tells of a process; nothing, if it has just ended."""
    try:
        return Path(f"/proc/{pid}/{what}").read_text()
    except OSError:
        return ""


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"https?://\S+:\d+/", line)
        if found:
            return found[0]
    raise RuntimeError(f"the service ended with code {process.wait()} before it answered")
