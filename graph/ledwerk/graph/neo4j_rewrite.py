"""Rewriting the history that a Neo4j database keeps, inside the open transaction.

The server's own transaction logs, backups and query log are not in reach of a client.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ledwerk.graph import neo4j_rows as rows
from ledwerk.graph import neo4j_write
from ledwerk.graph.neo4j_standing import Run
from ledwerk.graph.neo4j_write import Touched, batches
from ledwerk.graph.rewriting import Rewriting, Rewritten, spans_united
from ledwerk.graph.store import Revision
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement


@dataclass(slots=True)
class _Kept:
    """One statement that there will be, with the log of all that become it."""

    statement: Statement
    signs: list[tuple[int, str]]
    replaced: list[str]  # digests of statements that it stands for from now on


def rewrite(
    run: Run, model: Model, revision: int, rewriting: Rewriting, last: Callable[[], None]
) -> Rewritten:
    """Carry a rewriting out; `revision` is the newest one before, `last` is called at the end.

    Done again, it finds nothing to do.
    """
    diff = neo4j_write.amended(run, rewriting.amendment, revision)
    made = neo4j_write.write(run, model, rewriting.amendment, diff) if not diff.empty else revision
    kept: dict[str, _Kept] = {}
    gone: list[str] = []
    touched = Touched()
    count = 0
    for old, signs, new in list(_changes(run, rewriting)):
        count += 1
        touched.add(old)
        if new is None:
            gone.append(old.digest)
            continue
        touched.add(new)
        one = kept.setdefault(new.digest, _Kept(new, [], []))
        one.signs += signs
        one.replaced.append(old.digest)
    _with_those_there(run, kept)
    _replace(run, kept.values(), gone)
    revisions = _revisions(run, rewriting, kept.values(), gone)
    neo4j_write.draw(run, model, touched, None)
    last()
    return Rewritten(made, count, revisions)


def _changes(
    run: Run, rewriting: Rewriting
) -> Iterator[tuple[Statement, list[tuple[int, str]], Statement | None]]:
    for (found,) in run("MATCH (s:Statement) RETURN properties(s)"):
        old = rows.statement_of(found)
        new = rewriting.statement(old)
        if new != old:
            yield old, _signs(found["since"], found["until"]), new


def _signs(since: Iterable[int], until: Iterable[int]) -> list[tuple[int, str]]:
    return [*((number, "+") for number in since), *((number, "-") for number in until)]


def _with_those_there(run: Run, kept: dict[str, _Kept]) -> None:
    """Add the log of statements that were always what another becomes."""
    query = "UNWIND $digests AS d MATCH (s:Statement {digest: d}) RETURN d, s.since, s.until"
    for some in batches(kept):
        for digest, since, until in run(query, digests=some):
            if digest not in kept[digest].replaced:
                kept[digest].signs += _signs(since, until)
                kept[digest].replaced.append(digest)


def _replace(run: Run, kept: Iterable[_Kept], gone: Sequence[str]) -> None:
    every = list(kept)
    old = [*gone, *(digest for one in every for digest in one.replaced)]
    for some in batches(old):
        list(run("UNWIND $digests AS d MATCH (s:Statement {digest: d}) DELETE s", digests=some))
    for batch in batches(every):
        made = [rows.statement_row(one.statement, *_spans(one.signs)) for one in batch]
        list(run("UNWIND $rows AS row CREATE (s:Statement) SET s = row", rows=made))


def _spans(signs: list[tuple[int, str]]) -> tuple[list[int], list[int]]:
    """When it began and ceased to stand. Within a revision what begins comes first."""
    told = list(spans_united(sorted(signs)))
    return [n for n, sign in told if sign == "+"], [n for n, sign in told if sign == "-"]


def _revisions(run: Run, rewriting: Rewriting, kept: Iterable[_Kept], gone: Iterable[str]) -> int:
    becomes: dict[str, str | None] = dict.fromkeys(gone)
    becomes.update((old, one.statement.digest) for one in kept for old in one.replaced)
    query = (
        "MATCH (r:Revision) RETURN r.number, r.at, r.actor, r.action, r.dataset, r.why, r.touched"
    )
    changed = 0
    made = []
    for *words, touched in list(run(query)):
        old = Revision(*words)
        new = rewriting.revision(old)
        changed += new != old
        now = touched and _renamed(touched, becomes)
        if new != old or now != touched:
            said = {"actor": new.actor, "action": new.action, "why": new.why}
            made.append({"number": old.number, "touched": now, "dataset": new.dataset, **said})
    assigned = ", ".join(f"r.{word} = row.{word}" for word in _WORDS)
    query = f"UNWIND $rows AS row MATCH (r:Revision {{number: row.number}}) SET {assigned}"
    for some in batches(made):
        list(run(query, rows=some))
    return changed


_WORDS = ("actor", "action", "dataset", "why", "touched")


def _renamed(touched: Iterable[str], becomes: dict[str, str | None]) -> list[str]:
    found = (becomes.get(digest, digest) for digest in touched)
    return list(dict.fromkeys(digest for digest in found if digest is not None))
