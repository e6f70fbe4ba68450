"""What was computed once, kept on disk by a key: layouts, groups.

Nothing depends on it: what cannot be read is as if it were not there, and what cannot be written is
computed again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from ledwerk.graph.sqlite_seen import SeenStore
from ledwerk.graph.store import Revision, Store
from ledwerk.schema.statements import EDITS

VARIABLE = "LEDWERK_CACHE"  # names the folder, instead of the user's own
_MOST_BYTES = 500_000_000
_MOST_FILES = 2_000
_SEALS = 32  # bytes of a digest before what is kept


class Kept:
    """Bytes by key, in files of a folder; without a folder, nothing is kept.

    Any number of processes may share a folder. It is bounded: what was used longest ago goes first.
    """

    def __init__(
        self, folder: Path | None, *, most_bytes: int = _MOST_BYTES, most_files: int = _MOST_FILES
    ) -> None:
        self._folder = folder
        self._most_bytes, self._most_files = most_bytes, most_files

    def get(self, key: str) -> bytes | None:
        """What was put under a key; None where nothing was, or where its file is damaged."""
        if self._folder is None:
            return None
        path = self._path(self._folder, key)
        try:
            found = path.read_bytes()
        except OSError:
            return None
        seal, value = found[:_SEALS], found[_SEALS:]
        if seal != _seal(key, value):
            with suppress(OSError):
                path.unlink(missing_ok=True)
            return None
        with suppress(OSError):
            os.utime(path)
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep a value; a reader sees the old or the new one, never a part."""
        if self._folder is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_seal(key, value) + value)
                Path(name).replace(self._path(self._folder, key))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._bound(self._folder)

    def _path(self, folder: Path, key: str) -> Path:
        return folder / f"{hashlib.sha256(key.encode()).hexdigest()}.kept"

    def _bound(self, folder: Path) -> None:
        """Let the files go that were used longest ago, as long as there are too many."""
        found = []
        for path in folder.iterdir():
            with suppress(OSError):  # another process may just have let it go
                known = path.stat()
                found.append((known.st_mtime_ns, path.name, known.st_size))
        bytes_, files = 0, 0
        for _, name, size in sorted(found, reverse=True):
            bytes_, files = bytes_ + size, files + 1
            if bytes_ > self._most_bytes or files > self._most_files:
                with suppress(OSError):
                    (folder / name).unlink(missing_ok=True)


NOTHING = Kept(None)


def kept_of(store: Store) -> Kept:
    """Where what follows from a store is kept; nowhere for one in memory."""
    return Kept(kept_folder(store))


def kept_folder(store: Store) -> Path | None:
    """The folder for a store, in the user's cache or where LEDWERK_CACHE says; none for one in
    memory, or for another as it is seen, which is gone soon.
    """
    if ":memory:" in store.address or isinstance(store, SeenStore):
        return None
    named = os.environ.get(VARIABLE, "")
    root = Path(named) if named else user_cache_path("ledwerk")
    return root / hashlib.sha256(store.address.encode()).hexdigest()[:16]


def mark_of(store: Store, revision: int = 0) -> str:
    """What tells this store at its newest revision from any other: a part of a key.

    An address may hold another store tomorrow, so a revision's number alone does not do. Who knows
    that the store is at a revision at least saves reading the older ones.
    """
    return _mark(list(store.revisions(max(revision - 1, 0)))[-1:])


def load_mark_of(store: Store) -> str:
    """The same of the newest revision that was no edit: for what follows from loads only."""
    loads = [one for one in store.revisions() if one.action == "load" or one.dataset != EDITS]
    return _mark(loads[-1:])


def _mark(newest: list[Revision]) -> str:
    return "|".join(f"{one.number},{one.at},{one.actor}" for one in newest) or "0"


def _seal(key: str, value: bytes) -> bytes:
    return hashlib.sha256(key.encode() + b"\0" + value).digest()
