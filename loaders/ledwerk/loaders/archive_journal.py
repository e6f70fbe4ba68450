"""The journal beside a store, in a backup of it: workshops, proposals, agreements, stories.

A store in memory has none that lasts; one that nobody used has none yet.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from ledwerk.graph.sqlite_journal import Journal, Kept, journal_path
from ledwerk.schema.errors import StoreError

COLUMNS = ("number", "at", "actor", "topic", "key", "body", "mark")


def journal_of(address: str) -> tuple[Kept, ...]:
    """What the journal of the store at an address holds."""
    path = journal_path(address)
    if path == ":memory:" or not Path(path).is_file():
        return ()
    with closing(Journal(path)) as journal:
        return journal.kept()


def check_room(address: str, entries: Sequence[Kept]) -> None:
    """Raises StoreError where the store at an address has another journal than these entries."""
    there = journal_of(address) if entries else ()
    if there and there != tuple(entries):
        raise StoreError(
            f"{journal_path(address)} has entries of its own, and the journal in the backup would "
            "be lost; move that file away and restore again"
        )


def give_journal(address: str, entries: Sequence[Kept]) -> None:
    """Let the store at an address have these entries, read back and compared; see `check_room`."""
    path = journal_path(address)
    if not entries or path == ":memory:" or journal_of(address) == tuple(entries):
        return
    with closing(Journal(path)) as journal:
        journal.restore(entries)
        if journal.kept() != tuple(entries):
            raise StoreError(f"{path} does not hold what it was given; do not use it")


def cells_of(entry: Kept) -> tuple[object, ...]:
    """An entry as a line of a backup has it."""
    return tuple(getattr(entry, name) for name in COLUMNS)


def read_entries(lines: Iterable[bytes]) -> tuple[Kept, ...]:
    """The entries of some lines. Raises ValueError or TypeError for what is none."""
    found = tuple(Kept(*json.loads(line)) for line in lines)
    for one in found:
        if not isinstance(one.number, int) or not isinstance(one.body, dict):
            raise TypeError(f"no entry of a journal: {one!r}")
    return found
