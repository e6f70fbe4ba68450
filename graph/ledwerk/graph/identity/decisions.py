"""What people decided about who is who, and what stands then: statements under the ids that stay.

A decision is a statement of the dataset "edits" whose locator says what was decided: of the node
that goes, which is denied, that it is the same as another; or of two nodes that they are different.
So it is in the log, in copies and in exports as every statement is, loads leave it alone, and it
can be taken back. What sources say of the node that went is kept under the id that stays, with
the id that they had for it in `stated_as`. Everything here is a function of that and of the
decisions that stand, so that it does not matter in what order they were made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ledwerk.schema.statements import EDITED, EDITS, Statement

_SAME, _DIFFERENT = "same as ", "different from "
# Statements cite sources, and what is cited keeps its id and its date.
_KEPT_APART = "Source"


def same_as(node_id: str) -> str:
    """The locator of the decision that a node is the same as this one."""
    return f"{_SAME}{node_id}"


def different_from(node_id: str) -> str:
    """The locator of the decision that a node is not the same as this one."""
    return f"{_DIFFERENT}{node_id}"


def decided_same(row: Statement) -> str:
    """The id of the node that this decision merges another into; "" for any other statement."""
    return _decided(row, _SAME) if row.denied else ""


def decided_different(row: Statement) -> str:
    """The id of the node that this decision tells another from; "" for any other statement."""
    return "" if row.denied else _decided(row, _DIFFERENT)


def _decided(row: Statement, word: str) -> str:
    if row.dataset != EDITS or row.basis != EDITED or row.source_id:
        return ""
    return row.locator.removeprefix(word) if row.locator.startswith(word) else ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Which node was merged into which, and which pairs (the smaller id first) are different."""

    same: Mapping[str, str]
    different: frozenset[tuple[str, str]] = frozenset()

    def canonical(self, node_id: str) -> str:
        """The id under which a node stands, after all merges that followed one another."""
        seen = {node_id}
        while (after := self.same.get(node_id)) is not None and after not in seen:
            seen.add(after)
            node_id = after
        return node_id

    def together(self, node_id: str) -> set[str]:
        """Every id that stands under the same one as this."""
        kept = self.canonical(node_id)
        return {kept, *(one for one in self.same if self.canonical(one) == kept)}

    def apart(self) -> frozenset[tuple[str, str]]:
        """The pairs that are different, by the ids under which they stand now."""
        now = ((self.canonical(one), self.canonical(two)) for one, two in self.different)
        return frozenset((min(pair), max(pair)) for pair in now)

    def without(self, node_id: str) -> Decisions:
        """The decisions as they are when the merge of a node is taken back."""
        left = {one: kept for one, kept in self.same.items() if one != node_id}
        return Decisions(left, self.different)

    def with_same(self, node_id: str, kept: str) -> Decisions:
        """The decisions as they are when one more node is merged into another."""
        return Decisions({**self.same, node_id: kept}, self.different)

    def placed(self, row: Statement) -> Statement:
        """A statement as it stands by these decisions, whatever it stood as before.

        A relation whose two ends are one by now stays as its source has it: one end of it is
        denied, so that it is not shown, and it is there again when the merge is taken back.
        """
        if decided_same(row) or row.kind == _KEPT_APART:
            return row
        if not row.source_id:
            stated = row.stated_as or row.key
            key = self.canonical(stated)
            return _as(row, key, "", "", stated if key != stated else "")
        stated = row.stated_as or f"{row.source_id}>{row.target_id}"
        source, _, target = stated.partition(">")
        now = (self.canonical(source), self.canonical(target))
        if now[0] == now[1]:
            now = (source, target)
        # What identifies a relation beside its ends stays as it is.
        rest = row.key.removeprefix(f"{row.kind}:{row.source_id}>{row.target_id}")
        moved = now != (source, target)
        return _as(row, f"{row.kind}:{now[0]}>{now[1]}{rest}", *now, stated if moved else "")

    def placed_all(self, rows: Iterable[Statement]) -> list[Statement]:
        """Statements as they stand by these decisions, in the order that they came in."""
        every = list(rows)
        return [self.placed(row) for row in every] if self.same else every


def _as(row: Statement, key: str, source: str, target: str, stated: str) -> Statement:
    if (row.key, row.source_id, row.target_id, row.stated_as) == (key, source, target, stated):
        return row
    return replace(row, key=key, source_id=source, target_id=target, stated_as=stated)


def decisions(rows: Iterable[Statement]) -> Decisions:
    """The decisions among statements. Of two about one node the newer was made first gone."""
    same: dict[str, str] = {}
    different: set[tuple[str, str]] = set()
    for row in rows:
        if kept := decided_same(row):
            same[row.key] = kept
        elif other := decided_different(row):
            one = row.stated_as or row.key
            different.add((min(one, other), max(one, other)))
    return Decisions(same, frozenset(different))
