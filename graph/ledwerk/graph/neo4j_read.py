"""What is read of the whole graph in Neo4j: statements, and what their rows mean. No driver."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.cypher import Cypher, bracketed
from ledwerk.graph.derived import OPEN_END, OPEN_START, Span, members
from ledwerk.graph.excerpt import excerpt, marked
from ledwerk.graph.neo4j_rows import statement_of
from ledwerk.graph.neo4j_standing import Run
from ledwerk.graph.store import (
    NETWORK_NODES,
    NETWORK_RELATIONS,
    Event,
    NetworkRows,
    TieRows,
)
from ledwerk.schema.fields import first_day, last_day
from ledwerk.schema.statements import Statement

REVISION = bracketed("", "before")
NAMES = bracketed("", "COLLECT { MATCH (w:Name) RETURN [w.text, w.of, w.kind] }")
DATASETS = bracketed(
    "",
    "COLLECT { MATCH (s:Statement) WHERE s.standing "
    "WITH DISTINCT s.dataset AS d RETURN d ORDER BY d }",
)
# What follows is read up to a revision, so that one that is being committed does not show.
REVISIONS = (
    "MATCH (r:Revision) WHERE $since < r.number <= $upto "
    "RETURN r.number, r.at, r.actor, r.action, r.dataset, r.why ORDER BY r.number"
)
_EVENTS = (
    "UNWIND [x IN s.since | [x, '+']] + [x IN s.until | [x, '-']] AS e "
    "WITH s, e[0] AS revision, e[1] AS sign "
    "WHERE $since < revision <= $upto AND revision <= coalesce($until, revision) "
    "RETURN revision, sign, properties(s) ORDER BY revision, sign, s.kind, s.key, s.digest"
)


# Small changes keep the digests of what they touched, so that only that is looked at.
_TOUCHED = (
    "COLLECT { MATCH (r:Revision) WHERE $since < r.number <= coalesce($until, r.number) "
    "RETURN [r.number, r.touched] LIMIT $most }"
)
_MOST_REVISIONS = 200  # of which that is asked; of more the whole log is read


def touched(since: int, until: int | None) -> Cypher:
    """Each revision of some with the digests that it touched, or null where that is not kept."""
    return bracketed("", _TOUCHED, {"since": since, "until": until, "most": _MOST_REVISIONS + 1})


def events(
    since: int, until: int | None, found: Sequence[tuple[int, Sequence[str] | None]]
) -> tuple[str, dict[str, Any]]:
    """The statement, and its parameters, that gives the log between revisions (see `touched`)."""
    if len(found) > _MOST_REVISIONS or any(digests is None for _, digests in found):
        return f"MATCH (s:Statement) {_EVENTS}", {"since": since, "until": until}
    # What is committed from now on is not among them, and is left for another time.
    newest = max((number for number, _ in found), default=since)
    digests = {digest for _, some in found for digest in some or ()}
    values = {"since": since, "until": newest, "digests": list(digests)}
    return f"UNWIND $digests AS d MATCH (s:Statement {{digest: d}}) {_EVENTS}", values


# The newest revision that touched each of some keys; rows without one are left out.
CHANGED = (
    "UNWIND $keys AS k MATCH (s:Statement {key: k}) UNWIND s.since + s.until AS touched "
    "WITH k, max(touched) AS newest"
)


def changed(keys: Iterable[str]) -> Cypher:
    """The newest revision that touched each of some keys, as pairs."""
    listed = f"COLLECT {{ {CHANGED} RETURN [k, newest] }}"
    return bracketed("", listed, {"keys": list(dict.fromkeys(keys))})


def statements(dataset: str | None, key: str | None, end: str | None) -> tuple[str, dict[str, Any]]:
    """The statement, and its parameters, that gives those of a dataset, about a key, at an end."""
    where = [f"size({_until_then('since')}) > size({_until_then('until')})"]
    where += ["s.dataset = $dataset"] if dataset is not None else []
    where += ["s.key = $key"] if key is not None else []
    where += ["(s.sourceId = $end OR s.targetId = $end)"] if end is not None else []
    query = (
        f"MATCH (s:Statement) WHERE {' AND '.join(where)} RETURN properties(s) "
        "ORDER BY s.kind, s.key, coalesce(s.cited, ''), coalesce(s.locator, ''), s.basis, s.digest"
    )
    return query, {"dataset": dataset, "key": key, "end": end}


def _until_then(times: str) -> str:
    return f"[x IN s.{times} WHERE x <= $upto]"


def names_beside(dataset: str, kinds: Sequence[str]) -> Cypher:
    """Names of the nodes of kinds that other datasets than this state; not of what is denied."""
    return bracketed(
        "",
        f"COLLECT {{ MATCH (n:{'|'.join(kinds)}) WHERE EXISTS {{ MATCH (s:Statement {{key: n.id}}) "
        "WHERE s.standing AND s.dataset <> $dataset } OPTIONAL MATCH (w:Name {of: n.id}) "
        "RETURN [coalesce(w.text, ''), n.id] }",
        {"dataset": dataset},
    )


def settled(run: Run) -> int | None:
    """The revision, or None while another is being committed."""
    ((_, before, after, _, committing),) = run(REVISION.text)
    return None if committing or before != after else int(before or 0)


def statement_of_row(row: Sequence[Any]) -> Statement:
    """The statement in a row of `statements`."""
    return statement_of(row[0])


def event_of_row(row: Sequence[Any]) -> Event:
    """The entry of the log in a row of `events`."""
    return Event(row[0], row[1], statement_of(row[2]))


def finished(plan: p.Plan, found: Any) -> Any:
    """An answer without what only the server could not make: excerpts, and counts by word."""
    if isinstance(plan, p.Tally):
        return {part: {word: n for word, n in pairs if n} for part, pairs in found.items()}
    if isinstance(plan, p.Find) and isinstance(plan.start, p.Matching):
        return _excerpts(found)
    return found


def _excerpts(found: Any) -> Any:
    if isinstance(found, list):
        return [_excerpts(one) for one in found]
    if isinstance(found, dict):
        if p.EXCERPT in found:
            shown = marked if found["marked"] else excerpt
            return shown(found[p.EXCERPT], *found["texts"])
        return {key: _excerpts(value) for key, value in found.items()}
    return found


def walks(kinds: Sequence[str]) -> Cypher:
    """The relations that a path may walk."""
    types = "|".join(f"`{kind}`" for kind in kinds)
    return bracketed(
        "",
        f"[coalesce(before, 0), COLLECT {{ MATCH (a)-[r:{types}]->(b) "
        "RETURN [a.id, b.id, type(r)] }]",
    )


def network() -> Cypher:
    """What analyses look at: [revision, nodes, relations]."""
    labels, types = "|".join(NETWORK_NODES), "|".join(f"`{kind}`" for kind in NETWORK_RELATIONS)
    label = "head([x IN labels(n) WHERE x <> 'Party'])"
    return bracketed(
        "",
        f"[coalesce(before, 0), COLLECT {{ MATCH (n:{labels}) RETURN [n.id, {label}, n.name, "
        "n.sort, n.helix, n.kind, n.sme, toString(n.startFirstDay), toString(n.endLastDay), "
        "n.budget, n.currency] }, "
        f"COLLECT {{ MATCH (a)-[r:{types}]->(b) RETURN [type(r), a.id, b.id, "
        "toString(r.startFirstDay), toString(r.endLastDay), coalesce(r.contribution, r.amount), "
        "coalesce(r.role, r.state), r.year, r.currency, r.per] }]",
    )


def network_rows(found: Sequence[Any]) -> NetworkRows:
    """The rows of `network`."""
    revision, nodes, relations = found
    return NetworkRows(revision, [tuple(row) for row in nodes], [tuple(row) for row in relations])


def ties(as_of: str | None) -> Cypher:
    """The two-mode network in columns; periods only where a day is asked for."""
    days = "" if as_of is None else ", {first}, {last}"
    # A participation without a period has its project's.
    own = days.format(
        first="toString(CASE WHEN r.startFirstDay IS NULL AND r.endLastDay IS NULL "
        "THEN a.startFirstDay ELSE r.startFirstDay END)",
        last="toString(CASE WHEN r.startFirstDay IS NULL AND r.endLastDay IS NULL "
        "THEN a.endLastDay ELSE r.endLastDay END)",
    )
    member = ", toString(r.startFirstDay), toString(r.endLastDay)"
    tenant = member if days else ""
    return bracketed(
        "",
        "{revision: coalesce(before, 0), "
        "nodes: COLLECT { MATCH (n:Party|Project|Programme) RETURN "
        "[n.id, n.sort, head([x IN labels(n) WHERE x <> 'Party'])] }, "
        "partners: COLLECT { MATCH (a:Project|Programme) WHERE EXISTS { (a)<-[:PARTNER_IN]-() } "
        f"RETURN [a.id, COLLECT {{ MATCH (q)-[r:PARTNER_IN]->(a) RETURN [q.id{own}] }}] }}, "
        f"members: COLLECT {{ MATCH (m)-[r:MEMBER_OF]->(g:Group) RETURN [m.id, g.id{member}] }}, "
        "tenancies: COLLECT { MATCH (t)-[r:TENANT_OF|OWNER_OF]->(c) "
        f"RETURN [t.id, c.id{tenant}] }}}}",
    )


def tie_rows(found: Mapping[str, Any], as_of: str | None) -> TieRows:
    """The rows of `ties`, with groups resolved to members and ids to numbers."""
    within = _memberships(found["members"])
    whole = {
        group
        for group, inside in within.items()
        if any(_holds(span, as_of) for span in inside.values())
    }
    nodes = {n: tuple(row) for n, row in enumerate(sorted(found["nodes"])) if row[0] not in whole}
    numbers = {row[0]: number for number, row in nodes.items()}
    pairs: dict[tuple[int, int], None] = {}
    for activity, partners in found["partners"]:
        at = numbers[activity]
        for party, *days in partners:
            span = _span(days)
            if party in numbers and _holds(span, as_of):
                pairs[numbers[party], at] = None
            for member, (first, last) in within.get(party, {}).items():
                both = (max(span[0], first), min(span[1], last))
                if member in numbers and _holds(both, as_of):
                    pairs[numbers[member], at] = None
    tenancies = dict.fromkeys(
        (numbers[tenant], numbers[campus])
        for tenant, campus, *days in found["tenancies"]
        if _holds(_span(days), as_of)
    )
    shown = {n: (str(a), str(b), str(c)) for n, (a, b, c) in nodes.items()}
    return TieRows(found["revision"], tuple(pairs), tuple(tenancies), shown)


def _memberships(rows: Sequence[Sequence[Any]]) -> dict[str, dict[str, Span]]:
    direct: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for member, group, *days in rows:
        direct[group].append((member, _span(days)))
    return {group: members(direct, group) for group in list(direct)}


def _span(days: Sequence[str | None]) -> Span:
    if not days:
        return OPEN_START, OPEN_END
    return days[0] or OPEN_START, days[1] or OPEN_END


def _holds(span: Span, as_of: str | None) -> bool:
    if as_of is None:
        return True
    return span[0] <= last_day(as_of) and span[1] >= first_day(as_of) and span[0] <= span[1]
