"""Tables and a mapping, each given as text, checked as if they were files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.store import Store
from ledwerk.loaders.run import Checked, check_mapped
from ledwerk.schema.errors import LoadAborted
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

Mapped = Callable[..., Checked]

TOP = """mapping: 1
dataset: any
tables:
  rows:
    source: {id: bron, name: Bron}
"""
ORGANISATION = """nodes:
  - kind: Organisation
    from: rows
    id: "{name}"
    set: {name: name}
"""

TWO = """mapping: 1
dataset: any
tables:
  seats:
    source: {id: s, name: S}
    JOIN
  names:
    source: {id: n, name: N}
    ONLY
nodes:
  - {kind: Organisation, from: names, id: "{id}", set: {name: name}}
"""


@pytest.fixture
def mapped(tmp_path: Path) -> Mapped:
    """Checks tables, given as text by file name, by a mapping given as text."""

    def check(mapping: str, store: Store | None = None, **files: str) -> Checked:
        place = tmp_path / "m.yaml"
        place.write_text(mapping, encoding="utf-8")
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return check_mapped(MODEL, [folder], place, store)

    return check


def made(checked: Checked, kind: str) -> list[Statement]:
    return [row for row in checked.change.statements if row.kind == kind]


def problems(mapped: Mapped, mapping: str, **files: str) -> list[str]:
    with pytest.raises(LoadAborted) as caught:
        mapped(mapping, **files)
    return [str(problem) for problem in caught.value.problems]
