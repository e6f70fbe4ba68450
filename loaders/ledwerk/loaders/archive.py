"""The whole of a graph, history and all: into one file, out of it again, or to another store.

A backup is a gzip file of JSON lines: a header (format and counts), every revision, every event
with its statement, every entry of the journal beside the store, and a trailer (counts again, and a
checksum of the lines between). It knows nothing of the store that it came from, so that any store
can take it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain, islice, takewhile
from operator import attrgetter
from pathlib import Path
from typing import IO, Any

from ledwerk.graph.claims import properties_from
from ledwerk.graph.sqlite_journal import Kept
from ledwerk.graph.store import Event, Revision, Store
from ledwerk.loaders.archive_journal import (
    COLUMNS,
    cells_of,
    check_room,
    give_journal,
    journal_of,
    read_entries,
)
from ledwerk.schema.errors import StoreError
from ledwerk.schema.statements import Statement

_FORMAT = 3
_WITH_JOURNAL = 3  # the format from which there are entries
_EARLIER = {1: 12, 2: 14}  # formats that are read too, with how many columns a statement had
_REVISION = ("number", "at", "actor", "action", "dataset", "why")
_STATEMENT = (
    "dataset", "kind", "key", "properties", "source_id", "target_id", "cited", "locator", "basis",
    "confidence", "denied", "note", "accepted_by", "stated_as",
)  # fmt: skip
_EVENT = ("revision", "sign", *_STATEMENT)

_COUNTS = ("revisions", "events", "statements", "entries")
_MODULUS = 2**128

_revision_cells = attrgetter(*_REVISION)
_statement_cells = attrgetter(*_STATEMENT)

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a graph holds, and a checksum that only the same history has.

    `statements` are those that stand in the end, `entries` those of the journal.
    """

    revisions: int
    events: int
    statements: int
    checksum: str
    entries: int = 0


def backup(store: Store, file: Path) -> Contents:
    """Write everything that a store holds into a file, which is there only when it is whole."""
    tally = _Tally()
    entries = journal_of(store.address)  # before the graph, of whose revisions they tell
    try:
        with _appearing(file) as out, tempfile.TemporaryFile(dir=file.parent) as body:
            with _zipped(body) as lines:
                _write_body(lines, *_history(store), entries, tally)
            body.seek(0)
            with _zipped(out) as lines:
                lines.write(_line(_header(tally)))
            shutil.copyfileobj(body, out)
    except OSError as error:
        raise StoreError(f"{file} cannot be written: {error.strerror or error}") from error
    return tally.contents()


def restore_file(store: Store, file: Path) -> Contents:
    """Give an empty store what a backup holds, and the journal beside it its entries.

    The whole file is checked first: where it is damaged or cut off, or the store has another
    journal already, StoreError is raised and nothing is written.
    """
    header = _checked(file)
    tally = _Tally()
    try:
        entries = _entries(file, header)
        check_room(store.address, entries)
        with closing(_lines(file)) as lines:
            next(lines)
            told = islice(lines, header["revisions"])
            revisions = [Revision(*json.loads(line)) for line in told]
            known = {revision.number for revision in revisions}
            events = (_event(line, known) for line in islice(lines, header["events"]))
            _pour(store, revisions, events, tally)
        give_journal(store.address, tally.noted(entries))
    except (ValueError, TypeError) as error:
        raise _broken(file, f"an entry cannot be read: {error}") from error
    return tally.contents()


def copy(source: Store, target: Store) -> Contents:
    """Give an empty store all that another one holds, its journal too, read back and compared."""
    tally = _Tally()
    entries = journal_of(source.address)
    check_room(target.address, entries)
    revisions, events = _history(source)
    _pour(target, revisions, events, tally)
    give_journal(target.address, tally.noted(entries))
    return tally.contents()


def _entries(file: Path, header: dict[str, Any]) -> tuple[Kept, ...]:
    if not header["entries"]:
        return ()
    before = 1 + header["revisions"] + header["events"]
    with closing(_lines(file)) as lines:
        return read_entries(islice(lines, before, before + header["entries"]))


@dataclass(slots=True)
class _Tally:
    """Contents in the making, in constant memory.

    The checksum is a sum of hashes, one for each entry, so that nothing has to be sorted, and a
    statement that ceases to stand is simply taken off `standing`.
    """

    revisions: int = 0
    events: int = 0
    statements: int = 0
    entries: int = 0
    standing: int = 0
    history: int = 0

    def told(self, revisions: Iterable[Revision]) -> Iterator[Revision]:
        """The same revisions, counted as they pass."""
        for row in revisions:
            self.revisions += 1
            self.history += _hash(_encoded(_revision_cells(row)))
            yield row

    def logged(self, events: Iterable[Event]) -> Iterator[Event]:
        """The same events, counted as they pass."""
        for event in events:
            self.events += 1
            digest = event.statement.digest
            self.history += _hash(f"{event.revision} {event.sign} {digest}")
            self.stands(digest, 1 if event.sign == "+" else -1)
            yield event

    def noted(self, entries: Sequence[Kept]) -> Sequence[Kept]:
        """The same entries of a journal, counted."""
        for entry in entries:
            self.entries += 1
            self.history += _hash(_encoded(cells_of(entry)))
        return entries

    def stands(self, digest: str, times: int = 1) -> None:
        """A statement stands, or with -1 does so no more."""
        self.statements += times
        self.standing += times * _hash(digest)

    def shown(self) -> tuple[int, int]:
        """How many statements stand, and the sum of their hashes."""
        return self.statements, self.standing % _MODULUS

    def contents(self) -> Contents:
        """What passed."""
        whole = (self.history + self.standing) % _MODULUS
        found = (self.revisions, self.events, self.statements)
        return Contents(*found, f"{whole:032x}", self.entries)


def _history(store: Store) -> tuple[Iterable[Revision], Iterable[Event]]:
    """What a store tells, up to the revision it has now."""
    revisions = list(store.revisions())
    newest = revisions[-1].number if revisions else 0
    # What is committed meanwhile comes after, and is left for another time.
    events = takewhile(lambda event: event.revision <= newest, store.events())
    return revisions, events


def _pour(
    store: Store, revisions: Iterable[Revision], events: Iterable[Event], tally: _Tally
) -> None:
    store.restore(tally.told(revisions), tally.logged(events))
    kept, shown = _Tally(), _Tally()
    for _ in chain(kept.told(store.revisions()), kept.logged(store.events())):
        pass
    for statement in store.statements():
        shown.stands(statement.digest)
    sent = tally.contents()
    if kept.contents() != sent or shown.shown() != kept.shown():
        raise StoreError(
            f"{store.address} does not hold what it was given: {kept.contents()} for {sent}; "
            "do not use it"
        )


def _write_body(
    lines: gzip.GzipFile,
    revisions: Iterable[Revision],
    events: Iterable[Event],
    entries: Sequence[Kept],
    tally: _Tally,
) -> None:
    checksum = hashlib.blake2b(digest_size=32)
    told = (tally.told(revisions), tally.logged(events), tally.noted(entries))
    for line in _body(*told):
        checksum.update(line)
        lines.write(line)
    lines.write(_line({**_counts(tally), "checksum": checksum.hexdigest()}))


def _body(
    revisions: Iterable[Revision], events: Iterable[Event], entries: Iterable[Kept]
) -> Iterator[bytes]:
    for revision in revisions:
        yield _line(_revision_cells(revision))
    for event in events:
        yield _line((event.revision, event.sign, *_statement_cells(event.statement)))
    yield from (_line(cells_of(entry)) for entry in entries)


def _line(value: object) -> bytes:
    return f"{_encoded(value)}\n".encode()


def _counts(tally: _Tally) -> dict[str, int]:
    return {name: getattr(tally, name) for name in _COUNTS}


def _header(tally: _Tally) -> dict[str, Any]:
    columns = {"revision": _REVISION, "event": _EVENT, "entry": COLUMNS}
    return {"ledwerk": "backup", "format": _FORMAT, **_counts(tally), "columns": columns}


@contextmanager
def _appearing(file: Path) -> Iterator[IO[bytes]]:
    """A file to write that gets its name, and takes the place of an older one, when all is well."""
    number, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    try:
        with os.fdopen(number, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the name, too, is there after a power cut
    finally:
        os.close(folder)


def _zipped(out: IO[bytes]) -> gzip.GzipFile:
    """Writes one member of a gzip file; the same contents give the same bytes on every day."""
    return gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=out, mtime=0)


def _lines(file: Path) -> Generator[bytes, None, None]:
    """The lines of a backup. Raises StoreError where it cannot be read to its end."""
    try:
        with gzip.open(file, "rb") as lines:
            yield from lines
    except EOFError as error:
        raise _broken(file, "it is cut off") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise _broken(file, str(error)) from error
    except OSError as error:
        raise StoreError(f"{file} cannot be read: {error.strerror or error}") from error


def _checked(file: Path) -> dict[str, Any]:
    """The header of a file that is whole."""
    checksum = hashlib.blake2b(digest_size=32)
    entries = -1
    with closing(_lines(file)) as lines:
        header = _object(next(lines, b""))
        counts = _check_header(file, header)
        last = b""
        for line in lines:
            checksum.update(last)
            last = line
            entries += 1
    trailer = _object(last)
    if "checksum" not in trailer:
        raise _broken(file, "it is cut off")
    wanted = {name: header[name] for name in counts} | {"checksum": checksum.hexdigest()}
    lines_of = (name for name in counts if name != "statements")
    if trailer != wanted or entries != sum(header[name] for name in lines_of):
        raise _broken(file, "its checksum or counts are not those of what is in it")
    return {"entries": 0, **header}


def _check_header(file: Path, header: dict[str, Any]) -> tuple[str, ...]:
    """The names of the counts that a file has, by its format."""
    if header.get("ledwerk") != "backup":
        raise StoreError(f"{file} is no backup of ledwerk")
    if header.get("format") not in {_FORMAT, *_EARLIER}:
        raise StoreError(
            f"{file} was written by a newer ledwerk (format {header.get('format')}, this one knows "
            f"{_FORMAT}); install the newer version"
        )
    counts = _COUNTS if header["format"] >= _WITH_JOURNAL else _COUNTS[:-1]
    if not all(isinstance(header.get(name), int) for name in counts):
        raise _broken(file, "its header has no counts")
    return counts


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _event(line: bytes, known: set[int]) -> Event:
    revision, sign, *cells = json.loads(line)
    if revision not in known or sign not in {"+", "-"}:
        raise ValueError(f"no change {sign!r} in revision {revision!r}")
    columns = _STATEMENT[: len(cells)] if len(cells) in _EARLIER.values() else _STATEMENT
    values = dict(zip(columns, cells, strict=True))
    values["properties"] = properties_from(values["properties"])
    return Event(revision, sign, Statement(**values))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest())


def _broken(file: Path, why: str) -> StoreError:
    return StoreError(f"{file} is damaged ({why}); nothing was written. Take another backup file")
