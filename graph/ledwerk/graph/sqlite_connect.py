"""Connections to the embedded store's file, and its driver's errors in words of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ledwerk.graph.excerpt import excerpt, marked
from ledwerk.graph.searching import spaced
from ledwerk.schema.errors import HALF_A_LETTER, InvalidQuestion, QuestionTooExpensive, StoreError
from ledwerk.schema.names import fold

_BUSY_SECONDS = 30.0
_CACHED_STATEMENTS = 512
_WRITER_CACHE = 64_000  # kB; a load changes pages all over its indexes
_READER_CACHE = 16_000  # kB; with SQLite's own 2,000 a question about 80 nodes takes a tenth more


class NestedTooDeep(StoreError):
    """SQLite's parser ran out of room."""


def connect(path: str, *, shared_memory: bool = False, writer: bool = False) -> sqlite3.Connection:
    """A connection that commits durably; with `shared_memory` the path is a URI."""
    db = sqlite3.connect(
        path,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=shared_memory,
        cached_statements=_CACHED_STATEMENTS,
    )
    db.create_function("excerpt", -1, excerpt, deterministic=True)
    db.create_function("marked", -1, marked, deterministic=True)
    db.create_function("spaced", 1, spaced, deterministic=True)
    db.create_function("folded", 1, _folded, deterministic=True)
    db.create_function("exact", 1, _exact, deterministic=True)
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute(f"PRAGMA cache_size = -{_WRITER_CACHE if writer else _READER_CACHE}")
    if not shared_memory:
        db.execute("PRAGMA journal_mode = WAL")
    return db


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Several questions about one state of the file; writers go on meanwhile."""
    db.execute("BEGIN")
    try:
        yield
    finally:
        with suppress(sqlite3.ProgrammingError):  # closed meanwhile: there is nothing to end
            db.execute("ROLLBACK")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """One change, whole or not at all; no other writer comes in between."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


@contextmanager
def plain_errors(path: str, limit: float = 0.0) -> Iterator[None]:
    """Driver errors as errors of ours, in words a person can act on."""
    try:
        yield
    except sqlite3.Error as error:
        if "parser stack overflow" in str(error):
            raise NestedTooDeep(str(error)) from error
        if "interrupted" in str(error):
            message = f"the question took more than {limit:g} seconds and was stopped; ask for less"
            raise QuestionTooExpensive(message) from error
        if "not a database" in str(error):
            raise StoreError(f"{path} is not a ledwerk store; name another file") from error
        if "unable to open" in str(error):
            where = Path(path).parent
            raise StoreError(
                f"{path} cannot be opened; is {where} a folder you may write in?"
            ) from error
        raise StoreError(f"{path}: {error}") from error
    except UnicodeEncodeError as error:
        raise InvalidQuestion(HALF_A_LETTER) from error


def _exact(number: object) -> str | None:
    """A number as JSON that reads as the same number: SQLite itself writes fifteen digits."""
    return None if number is None else repr(number)


def _folded(text: object) -> str | None:
    return None if text is None else fold(str(text))
