"""The journal beside either store goes along in backups and copies, and forgets with the store."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.contract.conftest import Ground
from tests.contract.making import node, put

from ledwerk.graph.opening import open_store
from ledwerk.graph.sqlite_journal import Journal, journal_path
from ledwerk.graph.store import Amendment, Store
from ledwerk.loaders.archive import backup, copy, restore_file
from ledwerk.loaders.archive_journal import journal_of
from ledwerk.loaders.erasing import erase, erasure_of
from ledwerk.loaders.forgotten import reader
from ledwerk.schema.errors import StoreError

JO = "person:jo-vlinderman"


@pytest.fixture
def used(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with a journal in which people are named; a server's is in a folder of the test's."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    put(store, node(JO, name="Jo Vlinderman"), node("organisation:a", name="A"))
    path = Path(journal_path(store.address))
    path.unlink(missing_ok=True)
    with closing(Journal(str(path))) as journal:
        journal.append("An", "story", "s1", {"title": "Vóór “Jo Vlinderman”", "steps": []})
        journal.append("Jo Vlinderman", "workshop", "w1", {"event": "opened"}, mark="phone 7")
        journal.append("", "agreement", "a1", {"act": "dropped", "n": 1.5}, mark="jo-vlinderman")
    yield store
    path.unlink(missing_ok=True)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    made = open_store(f"sqlite:{tmp_path / 'other.sqlite'}")
    yield made
    made.close()


def test_it_is_in_the_backup_and_goes_on_where_it_was(
    used: Store, other: Store, tmp_path: Path
) -> None:
    file = tmp_path / "one.gz"
    written = backup(used, file)
    assert written.entries == 3
    assert restore_file(other, file) == written
    assert journal_of(other.address) == journal_of(used.address) != ()
    with closing(Journal(journal_path(other.address))) as journal:
        again = journal.append("Piet", "workshop", "w1", {"event": "opened"}, mark="phone 7")
        assert (again.number, again.actor) == (2, "Jo Vlinderman")
        assert journal.append("Piet", "story", "s2", {}).number == 4
    backup(used, tmp_path / "two.gz")
    assert (tmp_path / "two.gz").read_bytes() == file.read_bytes()


def test_it_is_copied(used: Store, other: Store) -> None:
    assert copy(used, other).entries == 3
    assert journal_of(other.address) == journal_of(used.address)


def test_the_file_says_what_its_columns_are(used: Store, tmp_path: Path) -> None:
    backup(used, tmp_path / "one.gz")
    with gzip.open(tmp_path / "one.gz", "rt", encoding="utf-8") as lines:
        header, *rows, trailer = (json.loads(line) for line in lines)
    assert (header["format"], header["entries"], trailer["entries"]) == (3, 3, 3)
    second = dict(zip(header["columns"]["entry"], rows[-2], strict=True))
    assert second.pop("at")
    assert second == {
        "number": 2, "actor": "Jo Vlinderman", "topic": "workshop", "key": "w1",
        "body": {"event": "opened"}, "mark": "phone 7",
    }  # fmt: skip


def test_a_journal_that_is_there_is_not_written_over(
    used: Store, other: Store, tmp_path: Path
) -> None:
    backup(used, tmp_path / "one.gz")
    with closing(Journal(journal_path(other.address))) as journal:
        journal.append("Piet", "story", "s9", {})
    for fill in (lambda: restore_file(other, tmp_path / "one.gz"), lambda: copy(used, other)):
        with pytest.raises(StoreError, match="has entries of its own"):
            fill()
    assert list(other.revisions()) == []
    assert [one.key for one in journal_of(other.address)] == ["s9"]


def test_a_store_that_was_lost_is_restored_beside_its_journal(
    used: Store, ground: Ground, tmp_path: Path
) -> None:
    backup(used, tmp_path / "one.gz")
    before = journal_of(used.address)
    used.close()
    ground.empty()
    with closing(ground.open()) as again:
        with closing(Journal(journal_path(again.address))) as journal:
            if not journal.kept():  # the embedded store is another file
                journal.restore(before)
        assert restore_file(again, tmp_path / "one.gz").entries == 3
        assert journal_of(again.address) == before
        Path(journal_path(again.address)).unlink()


def test_a_damaged_entry_writes_nothing(used: Store, other: Store, tmp_path: Path) -> None:
    backup(used, tmp_path / "one.gz")
    text = gzip.decompress((tmp_path / "one.gz").read_bytes())
    assert b"phone 7" in text
    (tmp_path / "two.gz").write_bytes(gzip.compress(text.replace(b"phone 7", b"phone 8")))
    with pytest.raises(StoreError, match="checksum or counts"):
        restore_file(other, tmp_path / "two.gz")
    assert (list(other.revisions()), journal_of(other.address)) == ([], ())


def test_who_was_erased_is_in_no_later_backup(used: Store, other: Store, tmp_path: Path) -> None:
    used.amend(Amendment((node("organisation:b", name="B", note="Jo Vlinderman"),), (), "An"))
    erasure = erasure_of(used, JO)
    erase(used, erasure, "An")
    path = journal_path(used.address)
    with closing(Journal(path)) as journal:
        assert journal.rewrite(reader(erasure.redaction)) == 2
    backup(used, tmp_path / "one.gz")
    copy(used, other)
    for text in (
        gzip.decompress((tmp_path / "one.gz").read_bytes()),
        *(file.read_bytes() for file in Path(path).parent.glob(f"{Path(path).name}*")),
        *(file.read_bytes() for file in tmp_path.glob("other.sqlite*")),
    ):
        assert b"vlinderman" not in text.lower()
