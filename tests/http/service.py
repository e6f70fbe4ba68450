"""A real service, as a user starts it: the command line in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LEDWERK = str(Path(sys.executable).parent / "ledwerk")
_STOP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Service:
    """Where a service answers, and its process, which may have started others that do."""

    address: str
    pid: int

    @property
    def graphql(self) -> str:
        """Where it takes questions."""
        return f"{self.address}graphql"


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


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"https?://\S+:\d+/", line)
        if found:
            return found[0]
    raise RuntimeError(f"the service ended with code {process.wait()} before it answered")
