"""`ledwerk workshop` in a process of its own, as a facilitator starts it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ledwerk.graph.opening import open_store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

LEDWERK = str(Path(sys.executable).parent / "ledwerk")
_STOP_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Workshop:
    """A workshop that answers: where, its code, and the facilitator's own address."""

    address: str
    code: str
    mine: str
    process: subprocess.Popen[str]

    @property
    def token(self) -> str:
        """The facilitator's."""
        return self.mine.partition("#key=")[2]

    @property
    def port(self) -> int:
        """Where it answers."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    def kill(self) -> None:
        """End it without a word, as a power cut does."""
        self.process.kill()
        self.process.wait()


def filled(folder: Path, data: Path) -> str:
    """The address of a store with a dataset."""
    address = f"sqlite:{folder / 'room.sqlite'}"
    store = open_store(address)
    load(store, check(MODEL, data, store))
    store.close()
    return address


@contextmanager
def workshop(store: str, *words: str, port: int = 0, host: str = "127.0.0.1") -> Iterator[Workshop]:
    """The command, once it answers; it ends with the block."""
    asked = ["--lang", "nl", "workshop", "--store", store, "--port", str(port), "--host", host]
    folder = Path(store.partition(":")[2]).parent
    asked += ["--no-browser", "--name", "Werksessie", "--facilitator", "Petra", *words]
    asked += ["--tokens", str(folder / "tokens.json")]
    process = subprocess.Popen([LEDWERK, *asked], stdout=subprocess.PIPE, text=True)
    try:
        yield _told(process)
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _told(process: subprocess.Popen[str]) -> Workshop:
    assert process.stdout is not None
    told: dict[str, str] = {}
    for line in process.stdout:
        for name, pattern in (
            ("address", r"Meedoen: +(\S+)join$"),
            ("code", r"Code: +(\w{6})$"),
            ("mine", r"Jouw pagina: (\S+)"),
        ):
            found = re.search(pattern, line.rstrip())
            if found:
                told[name] = found[1]
        if len(told) == 3:
            return Workshop(**told, process=process)
    raise RuntimeError(f"the workshop ended with code {process.wait()} before it answered")


def copied(store: str, folder: Path) -> str:
    """A copy of a store that nobody has open, for one test."""
    file = Path(store.partition(":")[2])
    for one in file.parent.glob(f"{file.name}*"):
        shutil.copy(one, folder / one.name)
    return f"sqlite:{folder / file.name}"
