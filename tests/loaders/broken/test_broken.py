"""Whatever is wrong with a file: an error that says where, little memory, and nothing written."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.loaders.broken.case import Case
from tests.loaders.broken.every import every_case

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Change
from ledwerk.schema.statements import Statement

CASES = list(every_case())
MOST_MEGABYTES = 500
PARTS = 2


@pytest.fixture(scope="module")
def tried(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """What became of every file that is asked about, by the name of its case."""
    asked = {
        item.callspec.params["case"].name
        for item in request.session.items
        if hasattr(item, "callspec") and "case" in item.callspec.params
        and isinstance(item.callspec.params["case"], Case)
    }  # fmt: skip
    place = Path(tempfile.mkdtemp(prefix="ledwerk-broken-"))
    place.chmod(0o755)
    try:
        yield _try_all(place, asked)
    finally:
        shutil.rmtree(place)


def _try_all(place: Path, asked: set[str]) -> dict[str, Any]:
    environ = {**os.environ, "BROKEN_ONLY": "\n".join(asked) if len(asked) < len(CASES) else ""}
    running = []
    for part in range(PARTS):
        store = place / f"store{part}" / "network.sqlite"
        store.parent.mkdir()
        _fill(store)
        command = [sys.executable, "-m", "tests.loaders.broken.attempt", str(place), str(store)]
        running.append(subprocess.Popen([*command, str(part), str(PARTS)], cwd=ROOT, env=environ,
                                        stdout=subprocess.PIPE, text=True))  # fmt: skip
    found = [json.loads(line) for one in running for line in one.communicate()[0].splitlines()]
    assert [one.returncode for one in running] == [0] * PARTS
    return {one["name"]: one for one in found}


def _fill(file: Path) -> None:
    """A store with something in it."""
    store = open_store(f"sqlite:{file}")
    try:
        source = Statement(
            "there", "Source", "source:boek", (("name", "Boek"),), cited="source:boek"
        )
        store.commit(Change("there", [source], "test"))
    finally:
        store.close()


def test_there_are_hundreds() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 300


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_file(case: Case, tried: dict[str, Any]) -> None:
    became = tried[case.name]
    told = became["said"]
    assert became["code"] == 1, told[-2_000:]
    assert "Traceback" not in told
    assert any(
        re.search(case.place, line) and re.search(case.says, line) for line in told.splitlines()
    ), told[:2_000]
    assert max(map(len, told.splitlines())) < 2_000  # what is wrong, and not the whole of it
    assert re.search(r"nothing was written|^ledwerk: ", told, re.MULTILINE)
    assert became["unchanged"], "something was written"
    assert became["megabytes"] <= MOST_MEGABYTES
