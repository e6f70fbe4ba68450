"""`make bundle`: dist/ledwerk-VERSION-bundle.zip, with which ledwerk runs without internet.

SYSTEMS="linux windows" makes a smaller one. What has no wheel for a system is said.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bundling import archive, wheels
from bundling.targets import PIP, Target, needed, pinned, targets

ROOT = Path(__file__).parents[1]
START = Path(__file__).with_name("start")


@dataclass(frozen=True, slots=True)
class Lacking:
    """What has no wheel as it is pinned: where an older version has one, and where none has."""

    older: Mapping[str, list[Target]]
    nowhere: Mapping[str, list[Target]]


def main(names: tuple[str, ...]) -> int:
    """Make the bundle; returns the exit code, 1 where a system lacks something."""
    try:
        chosen = targets(names)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        try:
            own = wheels.build_own(ROOT, folder, _moment())
            lacking = fetch_all(chosen, folder)
        except wheels.Failed as error:
            print(f"the bundle was not made: {error}", file=sys.stderr)
            return 1
        version = own.name.split("-")[1]
        suffix = f"-{'-'.join(names)}" if names else ""
        target = ROOT / "dist" / f"ledwerk-{version}-bundle{suffix}.zip"
        size = archive.write(target, f"ledwerk-{version}", contents(folder, lacking))
        count = len(list(folder.glob("*.whl")))
    print(f"{target.relative_to(ROOT)}: {size / 1e6:,.0f} MB, {count} wheels")
    for line in said(lacking, chosen):
        print(line)
    return 1 if lacking.nowhere else 0


def fetch_all(chosen: Iterable[Target], folder: Path) -> Lacking:
    """Wheels for all targets into one folder; returns what had none as it is pinned, and where."""
    pins = pinned(ROOT / "requirements.lock")
    lacking: dict[str, list[Target]] = defaultdict(list)
    lines: dict[str, str] = {}
    for target in chosen:
        wanted = [*needed(pins, target)]
        lines |= {line.partition("==")[0]: line for line in wanted}
        for name in wheels.fetch(target, wanted, folder):
            lacking[name].append(target)
        wheels.fetch(target, [PIP], folder)
    for name in [name for name in lacking if wheels.build(lines[name], folder)]:
        del lacking[name]
    older = {
        name: [target for target in where if not wheels.fetch(target, [name], folder)]
        for name, where in lacking.items()
    }
    nowhere = {
        name: [target for target in where if target not in older[name]]
        for name, where in lacking.items()
    }
    return Lacking(_some(older), _some(nowhere))


def _some(where: Mapping[str, list[Target]]) -> dict[str, list[Target]]:
    return {name: targets for name, targets in where.items() if targets}


def contents(folder: Path, lacking: Lacking) -> dict[str, Path | bytes]:
    """What the zip holds: scripts to start with, how to, wheels, the tables of LED."""
    files: dict[str, Path | bytes] = {f"wheels/{one.name}": one for one in folder.glob("*.whl")}
    tables = sorted((ROOT / "data").rglob("*"))
    files |= {str(one.relative_to(ROOT)): one for one in tables if one.is_file()}
    files |= {one.name: started(one) for one in sorted(START.iterdir()) if one.is_file()}
    files["LICENSE"] = ROOT / "LICENSE"
    if exceptions := said(lacking, ()):
        files["EXCEPTIONS.txt"] = ("\r\n".join(exceptions) + "\r\n").encode()
    return files


def started(script: Path) -> bytes:
    """A start script or text, with the line ends that its system reads."""
    text = script.read_text(encoding="utf-8")
    if script.suffix in {".bat", ".txt"}:
        text = text.replace("\n", "\r\n")
    return text.encode()


def said(lacking: Lacking, chosen: Iterable[Target]) -> list[str]:
    """In plain words, what is other or missing where, and for what the bundle is complete."""
    lines = [
        f"{name}: the pinned version has no wheel for {_listed(where)}; an older one is taken there"
        for name, where in sorted(lacking.older.items())
    ]
    lines += [
        f"{name}: there is no wheel for {_listed(where)}; ledwerk cannot be installed there from "
        "this bundle"
        for name, where in sorted(lacking.nowhere.items())
    ]
    missing = [target for where in lacking.nowhere.values() for target in where]
    whole = [one for one in chosen if one not in missing]
    return [*lines, *([f"complete for {_listed(whole)}"] if whole else [])]


def _listed(where: Iterable[Target]) -> str:
    """By system: linux (Python 3.11, 3.12), windows (Python 3.13)."""
    pythons: dict[str, list[str]] = defaultdict(list)
    for target in where:
        pythons[target.system.name].append(target.python)
    return ", ".join(f"{name} (Python {', '.join(several)})" for name, several in pythons.items())


def _moment() -> int:
    """When the last change was made, so that the same state gives the same wheel."""
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(done.stdout.strip() or 315532800)


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
