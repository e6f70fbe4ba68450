"""Writing to Neo4j: statements in, nodes and relations out, in one transaction.

Runs statements through a function that it is given, and knows nothing of drivers. Rows go in
batches by UNWIND; while the server works at one, the next is made here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

from ledwerk.graph import neo4j_rows as rows
from ledwerk.graph.cypher_schema import FORMAT, quoted
from ledwerk.graph.derived import seat_name
from ledwerk.graph.neo4j_read import CHANGED
from ledwerk.graph.neo4j_standing import Run, Standing
from ledwerk.graph.neo4j_stems import bring_up_to_date, stem_rows
from ledwerk.graph.resolution import Fact, resolve, stand_in
from ledwerk.graph.store import Amendment, Change, Difference, Event, Revision
from ledwerk.schema.errors import ChangedSince
from ledwerk.schema.kinds import Model, Property
from ledwerk.schema.names import sort_key
from ledwerk.schema.statements import Statement

BATCH = 10_000
_MOST_TOUCHED = 1_000  # statements that a revision names, so that its events are found by them
_LOOKED_BACK = 1000  # revisions among which one of our own is looked for

T = TypeVar("T")


@dataclass(slots=True)
class Touched:
    """Keys whose node or relation has to be made anew from what stands."""

    nodes: dict[str, None] = field(default_factory=dict)
    relations: dict[str, None] = field(default_factory=dict)

    def add(self, row: Statement) -> None:
        """Touch what a statement is about, and the ends of a relation."""
        if row.source_id:
            self.relations[row.key] = None
            self.nodes[row.source_id] = None
            self.nodes[row.target_id] = None
        else:
            self.nodes[row.key] = None


def lock(run: Run) -> tuple[int, int]:
    """Wait until no other change is being written; returns the revision and the format."""
    list(run(
        "MERGE (l:Ledwerk {name: 'ledwerk'}) ON CREATE SET l.revision = 0, l.format = $format "
        "SET l.name = 'ledwerk' RETURN 1", format=FORMAT,
    ))  # fmt: skip
    ((revision, found),) = run("MATCH (l:Ledwerk) RETURN l.revision, l.format")
    return int(revision), int(found)


def difference(run: Run, change: Change, revision: int) -> Difference:
    """What the change would add, change and remove, without writing."""
    wanted = {row.digest: row for row in change.statements}
    query = "MATCH (s:Statement {dataset: $dataset}) WHERE s.standing RETURN s.digest"
    standing = {digest for (digest,) in run(query, dataset=change.dataset)}
    new = [s for digest, s in wanted.items() if digest not in standing]
    gone = statements_of(run, [d for d in standing if d not in wanted])
    return Difference.of(new, gone, len(standing), revision)


def amended(run: Run, amendment: Amendment, revision: int) -> Difference:
    """What an amendment would add and let go. Raises ChangedSince where others were first."""
    expected = dict(amendment.expected)
    newest = changed(run, [*expected, *(row.key for row in amendment.drop)])
    for key, seen in amendment.expected:
        if newest.get(key, 0) > seen:
            raise _changed_since(run, key, seen, newest[key])
    add = {row.digest: row for row in amendment.add}
    drop = {row.digest: row for row in amendment.drop}
    query = "UNWIND $digests AS d MATCH (s:Statement {digest: d}) WHERE s.standing RETURN d"
    stands = {d for some in batches([*add, *drop]) for (d,) in run(query, digests=some)}
    for digest, row in drop.items():
        if digest not in stands:
            raise _changed_since(run, row.key, expected.get(row.key), newest.get(row.key, 0))
    return Difference.of(
        [row for digest, row in add.items() if digest not in stands],
        [row for digest, row in drop.items() if digest not in add],
        len(drop),
        revision,
    )


def changed(run: Run, keys: Iterable[str]) -> dict[str, int]:
    """The newest revision that touched each of the keys; those never touched are left out."""
    found: dict[str, int] = {}
    for some in batches(dict.fromkeys(keys)):
        found.update((key, number) for key, number in run(f"{CHANGED} RETURN k, newest", keys=some))
    return found


def _changed_since(run: Run, key: str, seen: int | None, revision: int) -> ChangedSince:
    actors = [actor for (actor,) in run(
        "MATCH (r:Revision {number: $revision}) RETURN r.actor", revision=revision
    )]  # fmt: skip
    return ChangedSince(key, seen, revision, str(actors[0]) if actors else "")


def written(run: Run, token: str) -> int | None:
    """The revision that was written with a token, if it came through."""
    query = "MATCH (r:Revision) WHERE r.number > $since AND r.token = $token RETURN r.number"
    ((newest,),) = run("MATCH (l:Ledwerk) RETURN l.revision")
    found = list(run(query, since=newest - _LOOKED_BACK, token=token))
    return int(found[0][0]) if found else None


def statements_of(run: Run, digests: Iterable[str]) -> Iterator[Statement]:
    """Statements by digest."""
    query = "UNWIND $digests AS d MATCH (s:Statement {digest: d}) RETURN properties(s)"
    for some in batches(digests):
        for (found,) in run(query, digests=some):
            yield rows.statement_of(found)


def write(
    run: Run, model: Model, change: Change | Amendment, diff: Difference, token: str | None = None
) -> int:
    """Carry out a difference inside the open transaction; returns the new revision.

    By a `token` of its own it is known again (see `written`).
    """
    new = [*diff.added, *(now for _, now in diff.changed)]
    old = [*diff.removed, *(before for before, _ in diff.changed)]
    digests = [row.digest for row in (*new, *old)]
    revision = _new_revision(run, change, token, digests if len(digests) <= _MOST_TOUCHED else None)
    ((empty,),) = run("RETURN NOT EXISTS { MATCH (s:Statement) }")
    _keep(run, revision, new, old, fresh=empty)
    touched = Touched()
    for row in (*new, *old):
        touched.add(row)
    draw(run, model, touched, new if empty else None)
    return revision


def restore(run: Run, model: Model, revisions: Iterable[Revision], events: Iterable[Event]) -> None:
    """Fill an empty graph with a whole history."""
    last = 0
    for changes in batches(revisions):
        last = max(one.number for one in changes)
        made = [asdict(one) for one in changes]
        _send(run, "UNWIND $rows AS row CREATE (r:Revision) SET r = row", made)
    run("MATCH (l:Ledwerk) SET l.revision = $last", last=last)
    kept: dict[str, tuple[Statement, list[int], list[int]]] = {}
    for event in events:
        _, since, until = kept.setdefault(event.statement.digest, (event.statement, [], []))
        (since if event.sign == "+" else until).append(event.revision)
    for some in ahead(rows.statement_row(*one) for one in kept.values()):
        _send(run, "UNWIND $rows AS row CREATE (s:Statement) SET s = row", some)
    standing = [row for row, since, until in kept.values() if len(since) > len(until)]
    touched = Touched()
    for row in standing:
        touched.add(row)
    draw(run, model, touched, standing)


def draw(run: Run, model: Model, touched: Touched, everything: Sequence[Statement] | None) -> None:
    """Make nodes and relations of touched keys anew; `everything` is what stands, if known."""
    standing = Standing(run, everything)
    bring_up_to_date(run)
    if everything is None:
        touched_sources = [key for key in touched.nodes if key.startswith("source:")]
        for key, is_node in standing.citing(touched_sources):
            (touched.nodes if is_node else touched.relations)[key] = None
    dated = standing.dates()
    kinds = _draw_nodes(run, model, touched, standing, dated)
    kinds |= _draw_relations(run, model, touched, standing, dated)
    if kinds & {"HOLDS", "ON", "Seat", "Person", "Board", *model.parties}:
        name_seats(run)


def _new_revision(
    run: Run, change: Change | Amendment, token: str | None, touched: Sequence[str] | None
) -> int:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    query = (
        "MATCH (l:Ledwerk) SET l.revision = l.revision + 1 CREATE (:Revision {number: l.revision, "
        "at: $at, actor: $actor, action: $action, dataset: $dataset, why: $why, "
        "token: $token, touched: $touched}) "
        "RETURN l.revision"
    )
    ((revision,),) = run(
        query, at=at, actor=change.actor, action=change.action, dataset=change.dataset,
        why=change.why, token=token, touched=touched,
    )  # fmt: skip
    return int(revision)


def _keep(
    run: Run, revision: int, new: Sequence[Statement], old: Sequence[Statement], *, fresh: bool
) -> None:
    """Write the statements, those of old that are said again among them, and retract others."""
    known: set[str] = set()
    if not fresh:
        query = (
            "UNWIND $digests AS d MATCH (s:Statement {digest: d}) "
            "SET s.since = s.since + $revision, s.standing = true RETURN d"
        )
        for some in batches(row.digest for row in new):
            known.update(d for (d,) in run(query, digests=some, revision=revision))
    made = (rows.statement_row(s, [revision], []) for s in new if s.digest not in known)
    for batch in ahead(made):
        _send(run, "UNWIND $rows AS row CREATE (s:Statement) SET s = row", batch)
    query = (
        "UNWIND $digests AS d MATCH (s:Statement {digest: d}) "
        "SET s.until = s.until + $revision REMOVE s.standing"
    )
    for some in batches(row.digest for row in old):
        run(query, digests=some, revision=revision)


def _draw_nodes(
    run: Run, model: Model, touched: Touched, standing: Standing, dated: Mapping[str, str]
) -> set[str]:
    facts: dict[str, Fact | None] = {}
    for key, group in standing.groups(touched.nodes):
        facts[key] = resolve(model.kind(group[0].kind), group, dated)
    silent = [key for key in touched.nodes if key not in facts]
    mentioned = standing.mentioned(silent)
    for key in silent:
        facts[key] = stand_in(model, key) if key in mentioned else None
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in facts:
        declared = model.by_prefix.get(key.partition(":")[0])
        if declared is not None:
            by_kind[declared.name].append(key)
    there = set() if standing.whole else {k for k in by_kind for k in _there(run, k, by_kind[k])}
    for kind, keys in by_kind.items():
        _draw_kind(run, model, kind, {key: facts[key] for key in keys}, there)
    if not standing.whole:
        appeared = [key for key, fact in facts.items() if fact and key not in there]
        touched.relations.update(dict.fromkeys(standing.relations_of(appeared)))
    return {fact.kind for fact in facts.values() if fact}


def _there(run: Run, kind: str, keys: Sequence[str]) -> Iterator[str]:
    query = f"UNWIND $ids AS id MATCH (n:{kind} {{id: id}}) RETURN n.id"
    for some in batches(keys):
        yield from (found for (found,) in run(query, ids=some))


def _draw_kind(
    run: Run, model: Model, kind: str, facts: Mapping[str, Fact | None], there: set[str]
) -> None:
    """Create, change and forget the nodes of one kind, with their names and texts."""
    properties = {prop.name: prop for prop in model.node(kind).properties}
    labels = f"{kind}:Party" if kind in model.parties else kind
    for some in batches(key for key in facts if key in there):
        run("UNWIND $ids AS id MATCH (w:Name {of: id}) DELETE w", ids=some)
        run("UNWIND $ids AS id MATCH (t:Text {of: id}) DELETE t", ids=some)
        run("UNWIND $ids AS id MATCH (s:Stem {of: id}) DELETE s", ids=some)
        gone = [key for key in some if facts[key] is None]
        run(f"UNWIND $ids AS id MATCH (n:{kind} {{id: id}}) DETACH DELETE n", ids=gone)
    new: list[Fact] = []
    known: list[Fact] = []
    for key, fact in facts.items():
        if fact is not None:
            (known if key in there else new).append(fact)
    for made in ahead(rows.node_row(fact, properties) for fact in new):
        _send(run, f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row", made)
    for made in ahead(rows.node_row(fact, properties) for fact in known):
        _send(run, f"UNWIND $rows AS row MATCH (n:{kind} {{id: row.id}}) SET n = row", made)
    every = [*new, *known]
    _keep_words(run, "Name", (row for fact in every for row in rows.name_rows(fact)))
    _keep_words(run, "Text", (row for fact in every for row in rows.text_rows(fact, properties)))
    _keep_words(run, "Stem", (row for fact in every for row in stem_rows(fact)))


def _keep_words(run: Run, label: str, made: Iterable[rows.Row]) -> None:
    """Names or texts for look-ups; those too long for an index have a label of their own."""
    long = "FOREACH (_ IN CASE WHEN row.long IS NULL THEN [] ELSE [1] END | SET w:LongText)"
    for some in ahead(made):
        _send(run, f"UNWIND $rows AS row CREATE (w:{label}) SET w = row {long}", some)


def _draw_relations(
    run: Run, model: Model, touched: Touched, standing: Standing, dated: Mapping[str, str]
) -> set[str]:
    """Make touched relations anew; returns the kinds of all that were touched."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for key in touched.relations:
        by_kind[model.relation(key.partition(":")[0]).name].append(key)
    for kind, keys in by_kind.items():
        declared = model.relation(kind)
        properties = {prop.name: prop for prop in declared.properties}
        if not standing.whole:
            query = f"UNWIND $keys AS k MATCH ()-[r:{quoted(kind)} {{key: k}}]->() DELETE r"
            for some in batches(keys):
                run(query, keys=some)
        facts = (
            resolve(declared, group, dated) for _, group in standing.groups(dict.fromkeys(keys))
        )
        made = (_arrow(model, fact, properties) for fact in facts if fact is not None)
        for arrows in ahead(made) if standing.whole else batches(made):
            ends: dict[tuple[str, str], list[rows.Row]] = defaultdict(list)
            for labels, row in arrows:
                ends[labels].append(row)
            for labels, some_rows in ends.items():
                _connect(run, kind, labels, some_rows)
    return set(by_kind)


def _arrow(
    model: Model, fact: Fact, properties: Mapping[str, Property]
) -> tuple[tuple[str, str], rows.Row]:
    """A relation's row, and the labels of its two ends."""
    source, target = (
        model.by_prefix[i.partition(":")[0]].name for i in (fact.source_id, fact.target_id)
    )
    row = {"a": fact.source_id, "b": fact.target_id, "r": rows.relation_row(fact, properties)}
    return (source, target), row


def _connect(run: Run, kind: str, labels: tuple[str, str], some: list[rows.Row]) -> None:
    source, target = labels
    _send(
        run,
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} {{id: row.b}}) "
        f"CREATE (a)-[r:{quoted(kind)}]->(b) SET r = row.r",
        some,
    )


def name_seats(run: Run) -> None:
    """Seats are named after who holds them and the board they are on."""
    query = (
        "MATCH (s:Seat) RETURN s.id, s.name, COLLECT { MATCH (h)-[:HOLDS]->(s) RETURN h.name }, "
        "COLLECT { MATCH (s)-[:ON]->(b) RETURN b.name }"
    )
    changes = []
    for seat, name, holders, boards in list(run(query)):
        made = seat_name(seat, holders, boards)
        if made != name:
            changes.append({"id": seat, "name": made, "sort": sort_key(made)})
    query = (
        "UNWIND $rows AS row MATCH (s:Seat {id: row.id}) "
        "SET s.name = row.name, s.sort = row.sort, s.nameIsDerived = true"
    )
    for some in batches(changes):
        _send(run, query, some)


def _send(run: Run, text: str, some: list[rows.Row]) -> None:
    """Write rows, and forget them: a transaction would keep all that it was given."""
    list(run(text, rows=some))
    some.clear()


def batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Lists of at most `BATCH` items, none of them empty."""
    left = iter(items)
    while some := list(islice(left, BATCH)):
        yield some


def ahead(items: Iterable[T]) -> Iterator[list[T]]:
    """The same, each made by another thread while the server works at the one before.

    Only for items that are made without asking the server anything.
    """
    left = batches(items)
    with ThreadPoolExecutor(1, "ledwerk-rows") as maker:
        coming = maker.submit(next, left, None)
        while (some := coming.result()) is not None:
            coming = maker.submit(next, left, None)
            yield some
