"""Writing to the embedded store: statements in, nodes and relations out, in one transaction.

What a commit touches is resolved from memory as far as it is the commit's own; what stood before
is asked of the file in batches, and in an empty store not at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from ledwerk.graph import sqlite_log
from ledwerk.graph.resolution import Fact, resolve, stand_in
from ledwerk.graph.sqlite_bulk import batches, indexes_later
from ledwerk.graph.sqlite_derive import derive
from ledwerk.graph.sqlite_facts import (
    clear_nodes,
    clear_relations,
    numbers_of,
    write_nodes,
    write_relations,
)
from ledwerk.graph.sqlite_standing import Standing, dates
from ledwerk.graph.store import Amendment, Change, Difference, Event, Revision
from ledwerk.schema.errors import StoreError
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement


@dataclass(slots=True)
class _Touched:
    """What may have become another: nodes and relations to resolve, ends to look after."""

    nodes: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)

    def add(self, rows: Iterable[Statement]) -> None:
        """What these statements are about is touched."""
        for row in rows:
            self.kinds.add(row.kind)
            if row.source_id:
                self.relations.add(row.key)
                self.ends.update((row.source_id, row.target_id))
            else:
                self.nodes.add(row.key)


def write(
    db: sqlite3.Connection, model: Model, change: Change | Amendment, diff: Difference
) -> int:
    """Carry out a difference inside the open transaction; returns the new revision."""
    new = [*diff.added, *(now for _, now in diff.changed)]
    old = [*diff.removed, *(before for before, _ in diff.changed)]
    before, dated_before = sqlite_log.newest_statement(db), dates(db)
    revision = sqlite_log.new_revision(db, change)
    standing = Standing(db, sqlite_log.record(db, revision, new, old), before)
    touched = _Touched()
    touched.add((*new, *old))
    dated = dates(db)
    # What cites a source is ranked anew where the source has another date.
    other = [key for key in {*dated, *dated_before} if dated.get(key) != dated_before.get(key)]
    touched.add(standing.citing(other))
    _write_touched(db, model, touched, standing, dated)
    return revision


def restore(
    db: sqlite3.Connection, model: Model, revisions: Iterable[Revision], events: Iterable[Event]
) -> None:
    """Write another store's history into an empty one, inside the open transaction."""
    if sqlite_log.newest_revision(db) or sqlite_log.newest_statement(db):
        raise StoreError("the store is not empty; restore into a new one")
    sqlite_log.keep_revisions(db, revisions)
    # The digests' index stays: by it a statement is found again when its end is told.
    with indexes_later(db, "statement", coming=1, but="statement_by_digest"):
        sqlite_log.replay(db, events)
    rebuild(db, model)


def rebuild(db: sqlite3.Connection, model: Model) -> None:
    """Make nodes and relations from the log, inside the open transaction; there are none yet."""
    _check_kinds(db, model)
    dated = dates(db)
    (coming,) = db.execute("SELECT count(*) FROM statement WHERE standing").fetchone()
    numbers: dict[str, int] = {}
    write_nodes(db, model, _every_node(db, model, dated), numbers, coming)
    rows = sqlite_log.standing_by_key(db, "source_id <> ''")
    groups = ((key, list(group)) for key, group in groupby(rows, key=attrgetter("key")))
    around = write_relations(db, model, _resolved(model, groups, dated), numbers, coming)
    derive(db, model, around.kinds | {kind.name for kind in model.nodes}, numbers.values())


def _write_touched(
    db: sqlite3.Connection, model: Model, touched: _Touched, standing: Standing,
    dated: Mapping[str, str],
) -> None:  # fmt: skip
    numbers = numbers_of(db, touched.nodes | touched.ends)
    ends = touched.ends - touched.nodes
    # An end with statements of its own is as it was; one without may appear or go.
    keys = sorted(touched.nodes | (ends - standing.described(ends)))
    clear_nodes(db, (numbers[key] for key in keys if key in numbers))
    activities = set(numbers.values())
    done = write_nodes(db, model, _nodes(model, standing, keys, dated), numbers, len(keys))
    relations = sorted(touched.relations.union(standing.relations_of(done.appeared)))
    cleared = clear_relations(db, relations, done.gone)
    facts = _relations(db, model, standing, relations, dated, numbers)
    around = write_relations(db, model, facts, numbers, len(relations))
    activities.update(numbers.values(), cleared.ends, around.ends)
    derive(db, model, touched.kinds | cleared.kinds | around.kinds, activities)


def _nodes(
    model: Model, standing: Standing, keys: Sequence[str], dated: Mapping[str, str]
) -> Iterator[tuple[str, Fact | None]]:
    for some in batches(keys):
        groups = standing.groups(some)
        mentioned = standing.mentioned(key for key in some if key not in groups)
        for key in some:
            if key in groups:
                yield key, resolve(model.kind(groups[key][0].kind), groups[key], dated)
            else:
                yield key, stand_in(model, key) if key in mentioned else None


def _relations(
    db: sqlite3.Connection, model: Model, standing: Standing, keys: Sequence[str],
    dated: Mapping[str, str], numbers: dict[str, int],
) -> Iterator[Fact]:  # fmt: skip
    for some in batches(keys):
        groups = standing.groups(some)
        found = list(_resolved(model, groups.items(), dated))
        ends = (end for fact in found for end in (fact.source_id, fact.target_id))
        numbers.update(numbers_of(db, {end for end in ends if end not in numbers}))
        yield from found


def _resolved(
    model: Model, groups: Iterable[tuple[str, Sequence[Statement]]], dated: Mapping[str, str]
) -> Iterator[Fact]:
    for _, group in groups:
        fact = resolve(model.kind(group[0].kind), group, dated)
        if fact:
            yield fact


def _every_node(
    db: sqlite3.Connection, model: Model, dated: Mapping[str, str]
) -> Iterator[tuple[str, Fact | None]]:
    rows = sqlite_log.standing_by_key(db, "source_id = ''")
    for key, group in groupby(rows, key=attrgetter("key")):
        statements = list(group)
        yield key, resolve(model.kind(statements[0].kind), statements, dated)
    for key in sqlite_log.undescribed(db):
        yield key, stand_in(model, key)


def _check_kinds(db: sqlite3.Connection, model: Model) -> None:
    known = {kind.name for kind in model.nodes} | {kind.name for kind in model.relations}
    for (kind,) in db.execute("SELECT DISTINCT kind FROM statement WHERE standing"):
        if kind not in known:
            raise StoreError(
                f"there are statements of a kind that this ledwerk does not know ({kind}); "
                "install the version that wrote them"
            )
