"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("graph", "schema", "api", "loaders", "viz")
FILES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))
ALLOWED = {
    "neo4j": ("graph/ledwerk/graph/neo4j_store.py",),
    "pyvis": ("viz/ledwerk/viz/render.py",),
    "matplotlib": ("viz/ledwerk/viz/pictures",),
    "fastapi": ("api/",),
    "starlette": ("api/",),
    "strawberry": ("api/",),
    "networkx": ("graph/ledwerk/graph/analysis/", "viz/ledwerk/viz/layout.py"),
    "sqlite3": ("graph/ledwerk/graph/sqlite_",),
}


def _imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("package", ALLOWED)
def test_a_package_is_imported_only_where_it_belongs(package: str) -> None:
    wrong = [
        str(file.relative_to(ROOT))
        for file in FILES
        if package in _imports(file)
        and not str(file.relative_to(ROOT)).startswith(ALLOWED[package])
    ]
    assert wrong == []


def test_schema_uses_the_standard_library_only() -> None:
    for file in (ROOT / "schema").rglob("*.py"):
        others = _imports(file) - set(sys.stdlib_module_names) - {"ledwerk"}
        assert not others, f"{file} imports {others}"


def test_no_room_hides_the_others() -> None:
    """An `__init__.py` right under a `ledwerk` folder would end the namespace package."""
    assert [room for room in ROOMS if (ROOT / room / "ledwerk" / "__init__.py").exists()] == []


def test_every_room_is_typed() -> None:
    assert all((ROOT / room / "ledwerk" / room / "py.typed").is_file() for room in ROOMS)


def test_files_and_functions_stay_small() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert text.count("\n") <= 500, f"{file} has more than 500 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                limit = 60 if node.name in _LISTS else 40
                assert length <= limit, f"{file}: {node.name} has {length} lines"


# Functions that are one flat list of declarations.
_LISTS = {"_answers", "query_fields", "parser", "_plain_types", "item", "ddl"}


def test_no_file_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "helpers", "common", "manager", "misc"}
    assert [file for file in FILES if file.stem in drawers] == []


def test_the_wheel_holds_all_five_rooms(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for room in ROOMS:
        assert f"ledwerk/{room}/py.typed" in names
    for name in ("viz/static/network-draw.js", "viz/templates/page.html", "api/static/page.js"):
        assert f"ledwerk/{name}" in names
    assert "ledwerk/__init__.py" not in names
    assert not [name for name in names if name.startswith(("tests/", "data/"))]
