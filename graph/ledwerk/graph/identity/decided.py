"""The decisions about who is who that stand, with who made them and when."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.identity.decisions import decided_different, decided_same
from ledwerk.graph.store import Revision, Store
from ledwerk.schema.statements import EDITS

_DECIDING = frozenset({"merge", "different", "undo"})  # what changes are called that decide


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that stands: that `gone` is `kept`, or, where `same` is not so, that they differ.

    `by`, `at` (UTC) and `revision` are of the change that it came with.
    """

    same: bool
    kept: str
    gone: str
    note: str
    by: str
    at: str
    revision: int


def decided(store: Store) -> list[Decided]:
    """The decisions that stand, the newest first."""
    rows = [(row, decided_same(row) or decided_different(row)) for row in store.statements(EDITS)]
    rows = [(row, other) for row, other in rows if other]
    if not rows:
        return []
    made = _made(store, {row.digest for row, _ in rows})
    nobody = Revision(0, "", "", "", "", "")
    found = []
    for row, other in rows:
        by = made.get(row.digest, nobody)
        one = Decided(
            bool(decided_same(row)), other, row.stated_as or row.key, row.note, by.actor, by.at,
            by.number,
        )  # fmt: skip
        found.append(one)
    return sorted(found, key=lambda one: (-one.revision, one.gone))


def _made(store: Store, wanted: set[str]) -> dict[str, Revision]:
    """The change that each decision came with, by the decision's digest."""
    found: dict[str, Revision] = {}
    for revision in reversed(list(store.revisions())):
        if revision.action in _DECIDING and wanted - found.keys():
            for event in store.events(revision.number - 1, revision.number):
                if event.sign == "+" and event.statement.digest in wanted:
                    found.setdefault(event.statement.digest, revision)
    return found
