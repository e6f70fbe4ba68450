"""Since which change of the graph statements stand, from the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from ledwerk.graph.store import Event, Revision
from ledwerk.schema.statements import EDITS, Statement


class Logged(Protocol):
    """What can tell its log; every `Store` can."""

    def changed(self, keys: Iterable[str]) -> dict[str, int]:
        """See `Store`."""
        ...

    def events(self, since: int = 0, until: int | None = None) -> Iterator[Event]:
        """See `Store`."""
        ...

    def revisions(self, since: int = 0) -> Iterator[Revision]:
        """See `Store`."""
        ...


def beginnings(store: Logged, statements: Sequence[Statement]) -> dict[Statement, Revision]:
    """The change with which each standing statement began to stand, for the last time.

    Where only one change can have brought it, the log itself is not read; else the events of those
    that can have are, newest first.
    """
    newest = store.changed({row.key for row in statements})
    revisions = list(store.revisions())
    found: dict[Statement, Revision] = {}
    open_ones: dict[Statement, list[Revision]] = {}
    for row in statements:
        able = [
            one
            for one in revisions
            if one.number <= newest.get(row.key, 0) and one.dataset in {row.dataset, EDITS}
        ]
        if len(able) == 1:
            found[row] = able[0]
        elif able:
            open_ones[row] = able
    asked = {one.number: one for able in open_ones.values() for one in able}
    for number in sorted(asked, reverse=True):
        if not open_ones:
            break
        for event in store.events(number - 1, number):
            if event.sign == "+" and event.statement in open_ones:
                found[event.statement] = asked[number]
                del open_ones[event.statement]
    return found
