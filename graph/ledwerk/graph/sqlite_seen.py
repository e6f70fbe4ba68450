"""An embedded store that is only read: what another store was, or what some believe of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

from ledwerk.graph.sqlite_store import SqliteStore
from ledwerk.graph.store import Amendment, Change, Difference, Event, Revision
from ledwerk.schema.errors import StoreError


class SeenStore(SqliteStore):
    """A `Store` whose file was filled before; every change is refused with StoreError."""

    def commit(self, change: Change, known: Difference | None = None) -> NoReturn:
        """Refused."""
        del change, known
        raise StoreError(_READ_ONLY)

    def amend(self, amendment: Amendment) -> NoReturn:
        """Refused."""
        del amendment
        raise StoreError(_READ_ONLY)

    def restore(self, revisions: Iterable[Revision], events: Iterable[Event]) -> NoReturn:
        """Refused."""
        del revisions, events
        raise StoreError(_READ_ONLY)


_READ_ONLY = "a graph as it once stood, or as some believe it, cannot be changed"
