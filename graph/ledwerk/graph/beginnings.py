"""Since which change of the graph statements stand, from the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Changes:
    """Since which change every statement stands, for whoever goes through all of them."""

    first: Mapping[str, Revision]
    later: Mapping[str, Revision]

    def of(self, statement: Statement) -> Revision | None:
        """The change that brought a standing statement; None where the log does not tell."""
        return self.later.get(statement.digest) or self.first.get(statement.dataset)


def changes(store: Logged, until: int) -> Changes:
    """Of the log up to a revision. The first change of each dataset is not read through, so that
    memory goes by what came later: some 150 bytes a statement.
    """
    first: dict[str, Revision] = {}
    later: dict[str, Revision] = {}
    for one in store.revisions():
        if one.number > until:
            break
        if one.dataset not in first and one.dataset != EDITS:
            first[one.dataset] = one
            continue
        for event in store.events(one.number - 1, one.number):
            if event.sign == "+":
                later[event.statement.digest] = one
    return Changes(first, later)
