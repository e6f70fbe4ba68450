"""A backup is whole or refused, and a copy is the same graph."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ledwerk.graph.opening import open_store
from ledwerk.graph.plan import Tally
from ledwerk.graph.store import Change, Event, Store
from ledwerk.loaders.archive import backup, copy, restore_file
from ledwerk.schema.errors import StoreError
from ledwerk.schema.statements import Statement, said

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
LATE = Statement("late", "Person", "person:x", said({"name": "X — “ß”\n"}), cited="source:s")


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A second store, empty."""
    made = open_store(f"sqlite:{tmp_path / 'other.sqlite'}")
    yield made
    made.close()


@pytest.fixture
def grown(store: Store) -> Store:
    """A store with a history: something stated, changed, taken back and stated again."""
    first = Statement(
        "d", "Organisation", "organisation:a", said({"name": "A", "aliases": ("B", "C")}),
        cited="source:s", locator="1", confidence=0.5, note="let op",
    )  # fmt: skip
    tie = Statement(
        "d", "PARTNER_IN", "PARTNER_IN:organisation:a>project:p",
        said({"contribution": 1e6, "start": "2016-05"}), "organisation:a", "project:p",
        "source:s", "2", "assessed", denied=False,
    )  # fmt: skip
    rows = [first, tie]
    for action, said_now in (("load", rows), ("load", rows[:1]), ("edit", rows)):
        store.commit(Change("d", said_now, "somebody", action, "because"))
    store.commit(Change("late", [LATE], "somebody"))
    return store


def everything(store: Store) -> tuple[Any, ...]:
    return (
        list(store.revisions()),
        list(store.events()),
        list(store.statements()),
        asyncio.run(store.answer(Tally())),
    )


def test_a_backup_restored_is_the_same_graph(grown: Store, other: Store, tmp_path: Path) -> None:
    file = tmp_path / "graph.backup"
    written = backup(grown, file)
    assert (written.revisions, written.events, written.statements) == (4, 5, 3)
    assert restore_file(other, file) == written
    assert everything(other) == everything(grown)
    assert not list(tmp_path.glob(".graph*"))


def test_it_goes_on_counting_as_the_first_did(grown: Store, other: Store, tmp_path: Path) -> None:
    backup(grown, tmp_path / "graph.backup")
    restore_file(other, tmp_path / "graph.backup")
    more = Change("late", [replace(LATE, note="more")], "somebody")
    assert [store.commit(more).revision for store in (grown, other)] == [5, 5]
    assert list(grown.events(4)) == list(other.events(4))


def test_the_same_graph_gives_the_same_file(grown: Store, tmp_path: Path) -> None:
    files = [tmp_path / "one", tmp_path / "two"]
    for file in files:
        backup(grown, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_file_can_be_read_without_ledwerk(grown: Store, tmp_path: Path) -> None:
    backup(grown, tmp_path / "graph.backup")
    with gzip.open(tmp_path / "graph.backup", "rt", encoding="utf-8") as lines:
        header, *entries, trailer = (json.loads(line) for line in lines)
    assert (header["ledwerk"], header["format"], header["events"]) == ("backup", 3, 5)
    assert len(entries) == trailer["revisions"] + trailer["events"]
    assert (header["entries"], trailer["entries"]) == (0, 0)
    last = dict(zip(header["columns"]["event"], entries[-1], strict=True))
    assert (last["key"], last["properties"]) == ("person:x", [["name", "X — “ß”\n"]])


@pytest.mark.parametrize(("number", "fewer"), [(1, 2), (2, 0)])
def test_a_file_of_an_earlier_format_is_read(
    grown: Store, other: Store, tmp_path: Path, number: int, fewer: int
) -> None:
    """The second had no journal; the first said nothing either of who accepted a statement, nor
    what it was stated as.
    """
    contents = backup(grown, tmp_path / "graph.backup")
    with gzip.open(tmp_path / "graph.backup", "rt", encoding="utf-8") as lines:
        header, *entries, trailer = (json.loads(line) for line in lines)
    events = header["revisions"]
    rows = [
        entry if at < events else entry[: len(entry) - fewer] for at, entry in enumerate(entries)
    ]
    written = [f"{_encoded(row)}\n".encode() for row in rows]
    trailer["checksum"] = hashlib.blake2b(b"".join(written), digest_size=32).hexdigest()
    del header["entries"], trailer["entries"]
    header = f"{_encoded({**header, 'format': number})}\n".encode()
    (tmp_path / "old.backup").write_bytes(
        gzip.compress(b"".join((header, *written, _encoded(trailer).encode())))
    )
    restored = restore_file(other, tmp_path / "old.backup")
    assert (restored.events, restored.statements) == (contents.events, contents.statements)
    assert list(other.statements()) == list(grown.statements())


def test_an_empty_store_has_a_backup_too(store: Store, other: Store, tmp_path: Path) -> None:
    assert backup(store, tmp_path / "empty") == restore_file(other, tmp_path / "empty")
    assert list(other.revisions()) == []


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def turned(data: bytes) -> bytes:
    """One bit is another, somewhere in the middle."""
    at = len(data) // 2
    return data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]


def lines_changed(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[bytes], bytes]:
    """Well-formed gzip of other lines."""
    return lambda data: gzip.compress(b"".join(change(gzip.decompress(data).splitlines(True))))


def swapped(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lines_changed(lambda lines: [line.replace(old, new) for line in lines])


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (cut, "cut off"),
        (turned, "damaged"),
        (lambda _: b"", "no backup"),
        (lambda _: b"name\nAlpha\n", "damaged"),
        (lambda _: gzip.compress(b"[1]\n"), "no backup"),
        (lines_changed(lambda lines: lines[:-1]), "cut off"),
        (lines_changed(lambda lines: lines[:-2] + lines[-1:]), "checksum or counts"),
        (lines_changed(lambda lines: lines[:1]), "cut off"),
        (swapped(b"organisation:a", b"organisation:b"), "checksum or counts"),
        (swapped(b'"statements":3', b'"statements":"3"'), "has no counts"),
        (swapped(b'"backup","format":3', b'"backup","format":9'), "newer ledwerk"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused_and_nothing_is_written(
    grown: Store, other: Store, tmp_path: Path, damage: Callable[[bytes], bytes], says: str
) -> None:
    file = tmp_path / "graph.backup"
    backup(grown, file)
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(StoreError, match=says):
        restore_file(other, file)
    assert list(other.revisions()) == []
    assert asyncio.run(other.revision()) == 0
    assert list(other.statements()) == []


def test_a_file_or_folder_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be read"):
        restore_file(store, tmp_path / "none")
    with pytest.raises(StoreError, match="cannot be written"):
        backup(store, tmp_path / "none" / "graph.backup")


def test_a_backup_that_fails_leaves_the_old_one(
    grown: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "graph.backup"
    backup(grown, file)
    before = file.read_bytes()

    def broken(since: int = 0) -> Iterator[Event]:
        raise StoreError(f"gone after {since}")

    monkeypatch.setattr(grown, "events", broken)
    with pytest.raises(StoreError, match="gone"):
        backup(grown, file)
    assert file.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    assert not list(tmp_path.glob(".*.part"))


def test_only_an_empty_store_takes_a_history(grown: Store, other: Store, tmp_path: Path) -> None:
    backup(grown, tmp_path / "graph.backup")
    other.commit(Change("late", [LATE], "somebody"))
    for give in (
        lambda: restore_file(other, tmp_path / "graph.backup"),
        lambda: copy(grown, other),
    ):
        with pytest.raises(StoreError, match="not empty"):
            give()
    assert [revision.dataset for revision in other.revisions()] == ["late"]


def test_a_copy_is_the_same_graph(grown: Store, other: Store, tmp_path: Path) -> None:
    assert copy(grown, other) == backup(grown, tmp_path / "graph.backup")
    assert everything(other) == everything(grown)


def test_what_is_committed_while_copying_is_left_for_another_time(
    grown: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = grown.revisions

    def meanwhile() -> Iterator[Any]:
        rows = list(told())
        grown.commit(Change("late", [], "somebody else"))
        return iter(rows)

    monkeypatch.setattr(grown, "revisions", meanwhile)
    assert copy(grown, other).revisions == 4
    assert LATE in list(other.statements())


def test_a_copy_that_is_not_the_same_is_told(
    grown: Store, other: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = list(grown.events())
    monkeypatch.setattr(other, "events", lambda: iter(kept[:-1]))
    with pytest.raises(StoreError, match="does not hold what it was given"):
        copy(grown, other)


def test_the_led_network_goes_through_a_file(led: Store, other: Store, tmp_path: Path) -> None:
    written = backup(led, tmp_path / "led.backup")
    assert restore_file(other, tmp_path / "led.backup") == written
    assert everything(other) == everything(led)
