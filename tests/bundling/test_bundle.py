"""The pieces of the bundle that need no registry; `make bundle-test` starts a whole one."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bundling import archive, make
from bundling.targets import PYTHONS, SYSTEMS, Target, needed, pinned, targets
from tests.conftest import ROOT

START = ROOT / "bundling" / "start"
SCRIPTS = ("start-linux.sh", "start-mac.command", "start-windows.bat")
LOCK = """\
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via click
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:cc
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:dd
uvloop==0.23.0 ; sys_platform != 'win32' \\
    --hash=sha256:ee
"""


def target(system: str, python: str) -> Target:
    return next(one for one in targets((system,)) if one.python == python)


def test_every_system_with_every_python() -> None:
    assert len(targets()) == len(SYSTEMS) * len(PYTHONS) == 12
    assert [one.name for one in targets(("windows",))] == [
        "windows, Python 3.11", "windows, Python 3.12", "windows, Python 3.13",
    ]  # fmt: skip
    with pytest.raises(ValueError, match="'amiga' is no system; it is one of linux, mac-arm"):
        targets(("linux", "amiga"))


def test_what_a_target_needs_is_told_by_its_markers_not_by_this_machine(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(LOCK, encoding="utf-8")
    pins = pinned(lock)
    assert [*needed(pins, target("windows", "3.11"))] == [
        "colorama==0.4.6 --hash=sha256:aa --hash=sha256:bb",
        "numpy==2.4.6 --hash=sha256:cc",
    ]
    assert [*needed(pins, target("mac-arm", "3.13"))] == [
        "numpy==2.5.5 --hash=sha256:dd",
        "uvloop==0.23.0 --hash=sha256:ee",
    ]


def test_everything_that_is_locked_is_pinned_with_hashes() -> None:
    pins = pinned(ROOT / "requirements.lock")
    assert len(pins) > 60
    assert all(hashes and str(one.specifier).startswith("==") for one, hashes in pins.items())
    for one in targets():
        names = [line.partition("==")[0] for line in needed(pins, one)]
        assert len(names) == len(set(names))
        assert ("uvloop" in names) == (one.system.name != "windows")


def test_platform_tags_are_of_the_system_and_its_processor() -> None:
    for system in SYSTEMS:
        assert len(set(system.tags)) == len(system.tags)
        processor = {"AMD64": "amd64"}.get(system.machine, system.machine)
        assert all(tag.endswith((processor, "universal2")) for tag in system.tags)
        # A wheel for an old system is preferred: it runs on a new one too.
        ages = [
            tuple(map(int, re.findall(r"_(\d+)_(\d+)_", tag)[0]))
            for tag in system.tags
            if tag.count("_") > 3
        ]
        assert ages == sorted(ages)
    assert target("linux", "3.13").abi == "cp313"


def test_the_same_files_give_the_same_zip(tmp_path: Path) -> None:
    made = tmp_path / "a.txt"
    made.write_text("one", encoding="utf-8")
    for name, files in (
        ("1.zip", {"b.sh": b"#!/bin/sh\n", "a.txt": made}),
        ("2.zip", {"a.txt": b"one", "b.sh": b"#!/bin/sh\n"}),
    ):
        os.utime(made, (1_000_000_000, 1_000_000_000 + len(name)))
        archive.write(tmp_path / name, "ledwerk-1", files)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as packed:
        assert packed.namelist() == ["ledwerk-1/a.txt", "ledwerk-1/b.sh"]
        modes = [entry.external_attr >> 16 for entry in packed.infolist()]
    assert [bool(mode & stat.S_IXUSR) for mode in modes] == [False, True]
    assert [*tmp_path.glob("*.part")] == []


def test_the_bundle_holds_wheels_tables_scripts_and_how_to(tmp_path: Path) -> None:
    (tmp_path / "x-1-py3-none-any.whl").write_bytes(b"x")
    files = make.contents(tmp_path, make.Lacking({}, {}))
    assert {"wheels/x-1-py3-none-any.whl", "LICENSE", "README.txt", "start.py", *SCRIPTS} <= set(
        files
    )
    assert "data/led-2016/datapackage.json" in files
    assert "EXCEPTIONS.txt" not in files


def test_what_is_missing_is_said_plainly(tmp_path: Path) -> None:
    chosen = targets(("linux", "mac-intel"))
    lacking = make.Lacking({"a": [target("mac-intel", "3.11")]}, {"b": [*targets(("mac-intel",))]})
    assert make.said(lacking, chosen) == [
        "a: the pinned version has no wheel for mac-intel (Python 3.11); an older one is taken there",
        "b: there is no wheel for mac-intel (Python 3.11, 3.12, 3.13); ledwerk cannot be installed "
        "there from this bundle",
        "complete for linux (Python 3.11, 3.12, 3.13)",
    ]
    said = make.contents(tmp_path, lacking)["EXCEPTIONS.txt"]
    assert isinstance(said, bytes)
    assert b"there is no wheel for mac-intel" in said


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_start_script_says_in_both_languages_what_to_do_without_python(name: str) -> None:
    script = START / name
    text = script.read_text(encoding="utf-8")
    assert "Python 3.11, 3.12 of 3.13 ontbreekt" in text
    assert "Python 3.11, 3.12 or 3.13 is missing" in text
    assert "start.py" in text
    made = make.started(script)
    assert (b"\r\n" in made) == name.endswith(".bat")
    assert not made.startswith(b"\xef\xbb\xbf")


def test_the_scripts_and_what_they_start_name_the_same_pythons() -> None:
    for name in ("start.py", *SCRIPTS):
        text = (START / name).read_text(encoding="utf-8")
        for python in PYTHONS:
            assert python in text or f"(3, {python.partition('.')[2]})" in text


@pytest.mark.skipif(os.name == "nt", reason="they are shell scripts")
@pytest.mark.parametrize("name", ["start-linux.sh", "start-mac.command"])
def test_without_a_python_the_script_says_so_and_ends(name: str, tmp_path: Path) -> None:
    shutil.copy(START / name, tmp_path)
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname") or "/usr/bin/dirname")
    done = subprocess.run(
        ["/bin/sh", tmp_path / name],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        check=False,
    )
    if name == "start-mac.command" and Path("/usr/local/bin/python3.11").exists():
        pytest.skip("there is a Python where it looks on a Mac")
    assert done.returncode == 1
    assert "ontbreekt" in done.stdout
    assert "is missing" in done.stdout


def test_a_python_that_does_not_fit_is_told_so(capfd: pytest.CaptureFixture[str]) -> None:
    code = (
        f"import sys; sys.argv = ['start.py']; sys.path.insert(0, {str(START)!r}); import start\n"
        "sys.version_info = (3, 9, 1); sys.exit(start.main([]))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False)
    out = capfd.readouterr().out
    assert done.returncode == 1
    assert "nodig is 3.11, 3.12 of 3.13" in out
    assert "is needed" in out
    shutil.rmtree(START / "__pycache__", ignore_errors=True)


def test_the_readme_is_dutch_and_english() -> None:
    text = (START / "README.txt").read_text(encoding="utf-8")
    for word in ("zonder internet", "without internet", "nog niet op", "not been tried", *SCRIPTS):
        assert word in text
    assert max(map(len, text.splitlines())) <= 100
