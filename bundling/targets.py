"""For which systems and Pythons there are wheels in the bundle, and what each of them needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

PYTHONS = ("3.11", "3.12", "3.13")
# What installs the rest: laptops have a Python, and not always its pip.
PIP = "pip==26.3"


@dataclass(frozen=True, slots=True)
class System:
    """A system: its name here, what its Python calls it, and the platform tags that fit it."""

    name: str
    sys_platform: str
    os_name: str
    platform_system: str
    machine: str
    tags: tuple[str, ...]


# Of a system's tags the oldest is first: a wheel for an old system runs on a new one too.
SYSTEMS = (
    System(
        "linux", "linux", "posix", "Linux", "x86_64",
        ("manylinux1_x86_64", "manylinux_2_5_x86_64", "manylinux2010_x86_64",
         "manylinux_2_12_x86_64", "manylinux2014_x86_64", "manylinux_2_17_x86_64",
         "manylinux_2_24_x86_64", "manylinux_2_26_x86_64", "manylinux_2_27_x86_64",
         "manylinux_2_28_x86_64"),
    ),
    System(
        "mac-arm", "darwin", "posix", "Darwin", "arm64",
        ("macosx_10_9_universal2", "macosx_10_13_universal2", "macosx_11_0_universal2",
         "macosx_11_0_arm64", "macosx_12_0_universal2", "macosx_12_0_arm64",
         "macosx_13_0_universal2", "macosx_13_0_arm64", "macosx_14_0_universal2",
         "macosx_14_0_arm64"),
    ),
    System(
        "mac-intel", "darwin", "posix", "Darwin", "x86_64",
        tuple(f"macosx_{version}_{arch}"
              for version in ("10_9", "10_10", "10_11", "10_12", "10_13", "10_14", "10_15", "11_0",
                              "12_0", "13_0", "14_0")
              for arch in ("x86_64", "universal2")),
    ),
    System("windows", "win32", "nt", "Windows", "AMD64", ("win_amd64",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """One system with one Python."""

    system: System
    python: str

    @property
    def name(self) -> str:
        """How it is told apart: linux, Python 3.12."""
        return f"{self.system.name}, Python {self.python}"

    @property
    def abi(self) -> str:
        """What its compiled wheels are tagged with."""
        return f"cp{self.python.replace('.', '')}"

    def environment(self) -> dict[str, str]:
        """What markers of requirements ask about, as it is there."""
        system = self.system
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": system.os_name,
            "platform_machine": system.machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": system.platform_system,
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": system.sys_platform,
            "extra": "",
        }


def targets(names: tuple[str, ...] = ()) -> tuple[Target, ...]:
    """Every system, or those of these names, with every Python. ValueError for an unknown name."""
    known = {one.name: one for one in SYSTEMS}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise ValueError(f"{unknown[0]!r} is no system; it is one of {', '.join(known)}")
    chosen = [known[name] for name in names] or list(SYSTEMS)
    return tuple(Target(system, python) for system in chosen for python in PYTHONS)


def pinned(lock: Path) -> dict[Requirement, tuple[str, ...]]:
    """What a lock file pins, each with the hashes that its files may have."""
    text = re.sub(r"\s*#.*", "", lock.read_text(encoding="utf-8")).replace("\\\n", " ")
    found = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        wanted, *hashes = line.split(" --hash=")
        found[Requirement(wanted)] = tuple(one.strip() for one in hashes)
    return found


def needed(pins: dict[Requirement, tuple[str, ...]], target: Target) -> Iterator[str]:
    """The lines of a requirements file for one target: no markers, all hashes."""
    environment = target.environment()
    for wanted, hashes in pins.items():
        if wanted.marker is None or wanted.marker.evaluate(environment):
            ends = "".join(f" --hash={one}" for one in hashes)
            yield f"{wanted.name}{wanted.specifier}{ends}"
