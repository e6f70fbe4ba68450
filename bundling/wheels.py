"""Fetching wheels for other systems than this one, and building those that nobody offers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bundling.targets import Target

_NONE = re.compile(r"No matching distribution found for ([A-Za-z0-9_.-]+)")
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "-q")


class Failed(Exception):
    """pip could not do what it was asked; the message is its own."""


def fetch(target: Target, lines: Sequence[str], folder: Path) -> tuple[str, ...]:
    """Download a wheel for each line. Returns the names of those that have none for the target."""
    wanted, lacking = list(lines), []
    while wanted:
        said = _download(target, wanted, folder)
        if said is None:
            break
        found = _NONE.search(said)
        if found is None:
            raise Failed(f"{target.name}: {said.strip().splitlines()[-1]}")
        lacking.append(found[1])
        wanted = [line for line in wanted if _name(line) != _name(found[1])]
    return tuple(lacking)


def build(line: str, folder: Path) -> Path | None:
    """Build a wheel from source; None where it is not for every system alike."""
    with tempfile.TemporaryDirectory() as place:
        done = _run("wheel", "--no-deps", "--wheel-dir", place, "-r", _listed([line], Path(place)))
        if done.returncode:
            return None
        made = next(Path(place).glob("*.whl"))
        if not made.name.endswith("-none-any.whl"):
            return None
        return made.rename(folder / made.name)


def build_own(root: Path, folder: Path, moment: int) -> Path:
    """Build the wheel of this project; the same bytes from the same files."""
    done = _run("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(root),
                SOURCE_DATE_EPOCH=str(moment))  # fmt: skip
    if done.returncode:
        raise Failed(done.stderr.strip())
    return max(folder.glob("ledwerk-*.whl"), key=lambda file: file.stat().st_mtime)


def _download(target: Target, lines: Sequence[str], folder: Path) -> str | None:
    """None where it went well, or what pip said."""
    tags = [word for tag in (*target.system.tags, "any") for word in ("--platform", tag)]
    with tempfile.TemporaryDirectory() as place:
        done = _run(
            "download", "--no-deps", "--only-binary=:all:", "--dest", str(folder),
            "--implementation", "cp", "--abi", target.abi, "--abi", "abi3", "--abi", "none",
            "--python-version", target.python, *tags, "-r", _listed(lines, Path(place)),
        )  # fmt: skip
    return done.stderr if done.returncode else None


def _listed(lines: Sequence[str], place: Path) -> str:
    file = place / "wanted.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def _run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_PIP, *words], capture_output=True, text=True, check=False, env={**os.environ, **environ}
    )


def _name(line: str) -> str:
    return re.split(r"[=<>!~ ]", line, maxsplit=1)[0].lower().replace("_", "-").replace(".", "-")
