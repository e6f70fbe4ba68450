"""Shows data/led-2016 on a real Neo4j: what `make run STORE=neo4j` does.

On the server that LEDWERK_STORE names, where it names one; else on one that is started here, keeps
its data in .store/neo4j and ends with this.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.neo4j import server  # noqa: E402 - the project's folder is no package

_HOME = ROOT / ".store" / "neo4j"


def main(arguments: list[str]) -> int:
    """Load and serve; returns the exit code of the first command that fails."""
    address = os.environ.get("LEDWERK_STORE", "")
    if address.startswith(("neo4j", "bolt")):
        return _show(address, {}, arguments)
    reason = server.reason_not_to_start()
    if reason:
        print(reason, file=sys.stderr)
        return 1
    started = server.Server(_HOME, password=_kept_password())
    print(f"starting Neo4j at {started.address}; its data is in .store/neo4j", flush=True)
    started.start()
    try:
        print(
            f"look into it with the user neo4j and the password in {_HOME.relative_to(ROOT)}"
            f"/password, or stop it with Ctrl-C",
            flush=True,
        )
        return _show(started.address, started.environment, arguments)
    finally:
        started.stop()


def _show(address: str, environment: dict[str, str], arguments: list[str]) -> int:
    command = [str(Path(sys.executable).parent / "ledwerk")]
    known = {**os.environ, **environment, "LEDWERK_STORE": address}
    try:
        loaded = subprocess.run(
            [*command, "load", "data/led-2016", "--yes"], env=known, cwd=ROOT, check=False
        )
        if loaded.returncode:
            return loaded.returncode
        return subprocess.run(
            [*command, "serve", *arguments], env=known, cwd=ROOT, check=False
        ).returncode
    except KeyboardInterrupt:
        return 0


def _kept_password() -> str:
    """The password of the server kept here; made when there is none yet."""
    file = _HOME / "password"
    if not file.exists():
        _HOME.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(server.Server(_HOME).password)
    return file.read_text()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
