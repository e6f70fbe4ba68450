"""Reviewing what a program read: a row counts once a person has accepted it.

In a table the column `accepted` holds who looked at the row, or yes or no. In the store, accepting
replaces a statement by the same one with who accepted it; rejecting lets it go, and the log keeps
that it was rejected. Both are remembered by what the row says: a load of the same row, accepted or
not, changes nothing, and one that says something else is looked at anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.graph.store import Amendment, Store
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.statements import READ, Statement

ACCEPT, REJECT = "accept", "reject"
MOST_AT_ONCE = 5_000  # rows that one decision is about
_YES = frozenset({"ja", "j", "yes", "y", "x", "ok", "true", "waar", "1", "✓"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0"})
_NAMED = 5  # nodes that a notice names


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms rows that a program read are taken: those that `who` loads them accepts, and
    with `unreviewed` those that nobody has looked at too.
    """

    who: str = ""
    unreviewed: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Rows that may be written, and what a person should know of the others."""

    statements: list[Statement]
    notices: tuple[str, ...]


def reviewed(store: Store | None, rows: Sequence[Statement], terms: Terms) -> Reviewed:
    """What is taken of rows. Those with another basis than `read` all are."""
    if not any(row.basis == READ for row in rows):
        return Reviewed(list(rows), ())
    known = _Known(store, {row.dataset for row in rows})
    taken: list[Statement] = []
    left: list[Statement] = []
    counts: Counter[str] = Counter()
    for row in rows:
        found, became = _one(row, known, terms)
        counts[became] += 1
        if found is None:
            left.append(row)
        else:
            taken.append(found)
    return Reviewed(taken, (*_notices(counts), *_undescribed(store, taken, left)))


def accepting(store: Store, digests: Iterable[str], who: str, why: str = "") -> Amendment:
    """Accept statements that nobody has reviewed, by their digests.

    Raises InvalidEdit for one that stands no more or needs no review.
    """
    found = _unreviewed(store, digests)
    add = tuple(replace(row, accepted_by=who) for row in found)
    return Amendment(add, tuple(found), who, ACCEPT, _dataset(found), why)


def rejecting(store: Store, digests: Iterable[str], who: str, why: str = "") -> Amendment:
    """Reject statements that nobody has reviewed: they go, and a later load leaves them out.

    Raises InvalidEdit for one that stands no more or needs no review.
    """
    found = _unreviewed(store, digests)
    return Amendment((), tuple(found), who, REJECT, _dataset(found), why)


def unreviewed(store: Store, dataset: str | None = None) -> Iterator[Statement]:
    """What a program read and nobody has reviewed, by kind, key and place."""
    return (row for row in store.statements(dataset) if row.unreviewed)


def _unreviewed(store: Store, digests: Iterable[str]) -> list[Statement]:
    wanted = dict.fromkeys(digests)
    if not wanted:
        raise InvalidEdit("rows", "NOTHING_TO_DO", "no row is given; name those to decide about")
    if len(wanted) > MOST_AT_ONCE:
        message = f"{len(wanted)} rows are given; decide about at most {MOST_AT_ONCE} at once"
        raise InvalidEdit("rows", "INVALID_VALUE", message)
    found = {row.digest: row for row in unreviewed(store) if row.digest in wanted}
    for digest in wanted:
        if digest not in found:
            message = (
                f"no row {digest!r} waits for review; somebody has decided about it, or the "
                "dataset says it no more. Look at the list again"
            )
            raise InvalidEdit("rows", "NOT_STATED", message)
    return [found[digest] for digest in wanted]


def _dataset(rows: Sequence[Statement]) -> str:
    datasets = {row.dataset for row in rows}
    return datasets.pop() if len(datasets) == 1 else "edits"


# -- loading --------------------------------------------------------------------------------------


class _Known:
    """What people decided about rows before: by digest, as if nobody had accepted them."""

    def __init__(self, store: Store | None, datasets: set[str]) -> None:
        self.accepted: dict[str, Statement] = {}
        self.rejected: set[str] = set()
        if store is None:
            return
        standing: set[str] = set()
        for dataset in sorted(datasets):
            for row in store.statements(dataset):
                if row.basis != READ:
                    continue
                standing.add(_bare(row).digest)
                if row.accepted_by:
                    self.accepted[_bare(row).digest] = row
        self.rejected = {_bare(row).digest for row in _rejected(store)} - standing


def _rejected(store: Store) -> Iterator[Statement]:
    for revision in list(store.revisions()):
        if revision.action == REJECT:
            for event in store.events(revision.number - 1, revision.number):
                if event.sign == "-":
                    yield event.statement


def _bare(row: Statement) -> Statement:
    return replace(row, accepted_by="") if row.accepted_by else row


def _one(row: Statement, known: _Known, terms: Terms) -> tuple[Statement | None, str]:
    """The statement that is taken for a row, if any, and what became of it."""
    if row.basis != READ:
        return row, ""
    word = row.accepted_by.strip().casefold()
    bare = _bare(row)
    before = known.accepted.get(bare.digest)
    if word in _NO:
        return None, "declined"
    if word and word not in _YES:
        return row, ""
    if before is not None or word:
        return before or replace(row, accepted_by=terms.who or "loader"), ""
    if bare.digest in known.rejected:
        return None, "rejected"
    return (bare, "unreviewed") if terms.unreviewed else (None, "waiting")


def _notices(counts: Counter[str]) -> Iterator[str]:
    if counts["waiting"]:
        yield (
            f"{counts['waiting']} rows that a program read are left out, since nobody has accepted "
            "them: fill in the column accepted, or load with --unreviewed"
        )
    if counts["declined"]:
        yield f"{counts['declined']} rows are left out, since the column accepted says no"
    if counts["rejected"]:
        yield (
            f"{counts['rejected']} rows are left out, since they were rejected in this store before"
        )
    if counts["unreviewed"]:
        yield f"{counts['unreviewed']} rows are taken that nobody has reviewed, and marked as such"


def _undescribed(
    store: Store | None, taken: Sequence[Statement], left: Sequence[Statement]
) -> Iterator[str]:
    """Nodes that rows left out describe and relations taken mention."""
    out = {row.key for row in left if not row.source_id}
    out -= {row.key for row in taken if not row.source_id and not row.denied}
    ends = (end for row in taken if row.source_id for end in (row.source_id, row.target_id))
    shown = [end for end in dict.fromkeys(ends) if end in out]
    if store is not None:
        own = {row.dataset for row in left}
        shown = [
            end
            for end in shown
            if not any(row.dataset not in own for row in store.statements(key=end))
        ]
    if shown:
        names = ", ".join(shown[:_NAMED])
        rest = "of which no row is accepted: what they name is shown by its id until one is"
        if len(shown) > _NAMED:
            yield f"accepted rows name {names} and {len(shown) - _NAMED} more, {rest}"
        else:
            yield f"accepted rows name {names}, {rest}"
