"""What is computed once is kept on disk, and nothing depends on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ledwerk.graph.opening import open_store
from ledwerk.graph.store import Store
from ledwerk.loaders import editing
from ledwerk.loaders.editing import Editor, Provenance
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.viz.keeping import NOTHING, VARIABLE, Kept, kept_folder, kept_of, load_mark_of, mark_of

WRITER = """
import sys
from pathlib import Path
from ledwerk.viz.keeping import Kept
kept = Kept(Path(sys.argv[1]))
for number in range(100):
    kept.put("shared", bytes([int(sys.argv[2])]) * 50_000)
    found = kept.get("shared")
    assert found is None or (len(found) == 50_000 and len(set(found)) == 1)
"""


def test_what_was_put_is_got_and_nothing_else(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "new" / "folder")
    assert kept.get("a") is None
    kept.put("a", b"one")
    kept.put("b", b"")
    kept.put("a", b"two")
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (b"two", b"", None)
    assert Kept(tmp_path / "new" / "folder").get("a") == b"two"


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 100])
def test_a_damaged_file_is_as_if_it_were_not_there(tmp_path: Path, damage: bytes) -> None:
    kept = Kept(tmp_path)
    kept.put("a", b"one")
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage)
    assert kept.get("a") is None
    kept.put("a", b"again")
    assert kept.get("a") == b"again"


def test_a_file_under_another_key_is_not_taken(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("a", b"one")
    (first,) = tmp_path.iterdir()
    kept.put("b", b"two")
    (second,) = set(tmp_path.iterdir()) - {first}
    second.write_bytes(first.read_bytes())
    assert kept.get("b") is None


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = Kept(tmp_path / "file" / "folder")
    kept.put("a", b"one")
    assert kept.get("a") is None
    NOTHING.put("a", b"one")
    assert NOTHING.get("a") is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    kept = Kept(tmp_path, most_files=3)
    for number, key in enumerate("abc"):
        kept.put(key, key.encode())
        _age(tmp_path, 100 - number)
    assert kept.get("a") == b"a"  # used again
    kept.put("d", b"d")
    assert [key for key in "abcd" if kept.get(key)] == ["a", "c", "d"]


def test_bytes_are_bounded_too(tmp_path: Path) -> None:
    kept = Kept(tmp_path, most_bytes=2_500)
    for number in range(6):
        kept.put(str(number), bytes(1_000))
        _age(tmp_path, 100 - number)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2_500
    assert kept.get("5") == bytes(1_000)


def _age(folder: Path, seconds: int) -> None:
    """Let the newest file have been used so long ago."""
    newest = max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    when = newest.stat().st_mtime - seconds
    os.utime(newest, (when, when))


def test_processes_share_a_folder_and_never_read_half_a_value(tmp_path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    runs = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(number)], env=env)
        for number in range(3)
    ]
    assert [run.wait(60) for run in runs] == [0, 0, 0]
    assert not list(tmp_path.glob("*.part"))


def test_each_store_has_a_folder_of_its_own_and_one_in_memory_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    stores = [open_store(f"sqlite:{tmp_path / name}.sqlite") for name in ("one", "two")]
    folders = {kept_folder(store) for store in stores}
    assert len(folders) == 2
    assert {folder.parent for folder in folders if folder} == {tmp_path / "cache"}
    memory = open_store("sqlite::memory:")
    assert kept_folder(memory) is None
    kept_of(memory).put("a", b"one")
    assert kept_of(memory).get("a") is None
    for store in (*stores, memory):
        store.close()


def test_marks_tell_revisions_and_stores_apart(
    tmp_path: Path, mini: Callable[..., Path], store: Store
) -> None:
    assert mark_of(store) == load_mark_of(store) == "0"
    folder = mini(sources="name\nBron\n", organisations="name\nAlfa\n")
    load(store, check(MODEL, folder, store))
    loaded = mark_of(store)
    assert loaded == load_mark_of(store) != "0"
    by = Editor(MODEL, store, Provenance("eva"), None)
    outcome = store.amend(editing.create_node(by, "Organisation", {"name": "Beta"}).amendment)
    edited = mark_of(store)
    assert edited != loaded
    assert mark_of(store, outcome.revision) == edited
    assert load_mark_of(store) == loaded
    store.amend(editing.undo(by, outcome.revision).amendment)
    assert load_mark_of(store) == loaded
    assert mark_of(store) not in {edited, loaded}
    other = open_store(f"sqlite:{tmp_path / 'other.sqlite'}")
    load(other, check(MODEL, folder, other))
    assert load_mark_of(other) != loaded
    other.close()
