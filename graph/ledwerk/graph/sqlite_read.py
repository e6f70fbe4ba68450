"""The columnar statements of the embedded store: ties and walks, read whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from ledwerk.graph.store import (
    NETWORK_NODES,
    NETWORK_RELATIONS,
    NetworkRows,
    TieRows,
    WalkRows,
)
from ledwerk.schema.fields import first_day, last_day

_TIES = """
    SELECT 'revision', coalesce(max(number), 0), NULL, NULL, NULL FROM revision
    UNION ALL SELECT DISTINCT 'participation', party, activity, NULL, NULL FROM participation p
    WHERE (?1 IS NULL OR (first_day <= ?2 AND last_day >= ?1 AND first_day <= last_day))
    AND (NOT grouped OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.whole = p.party
        AND (?1 IS NULL OR (m.first_day <= ?2 AND m.last_day >= ?1 AND m.first_day <= m.last_day))))
    UNION ALL SELECT DISTINCT 'tenancy', source, target, NULL, NULL FROM relation
    WHERE kind IN ('TENANT_OF', 'OWNER_OF')
    AND (?1 IS NULL OR (coalesce(first_day, ?1) <= ?2 AND coalesce(last_day, ?2) >= ?1))
    UNION ALL SELECT 'node', pk, id, sort, label FROM node
    WHERE label IN ('Organisation', 'Campus', 'Municipality', 'Group', 'Project', 'Programme')
    AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.whole = node.pk
        AND (?1 IS NULL OR (m.first_day <= ?2 AND m.last_day >= ?1 AND m.first_day <= m.last_day)))
"""


_NETWORK = f"""
    SELECT 0, coalesce(max(number), 0), {", ".join(["NULL"] * 10)} FROM revision
    UNION ALL SELECT 1, id, label, name, sort, helix, kind, sme, first_day, last_day, budget,
    currency FROM node WHERE label IN ({", ".join(f"'{kind}'" for kind in NETWORK_NODES)})
    UNION ALL SELECT 2, r.kind, s.id, t.id, r.first_day, r.last_day,
    coalesce(r.contribution, r.amount), coalesce(r.role, r.state), r.year, r.currency, r.per, NULL
    FROM relation r JOIN node s ON s.pk = r.source JOIN node t ON t.pk = r.target
    WHERE r.kind IN ({", ".join(f"'{kind}'" for kind in NETWORK_RELATIONS)})
"""


def network(db: sqlite3.Connection) -> NetworkRows:
    """What analyses look at."""
    every: tuple[list[tuple[Any, ...]], ...] = ([], [], [])
    for row in db.execute(_NETWORK):
        every[row[0]].append(row[1:])
    (((revision, *_),), nodes, relations) = every
    return NetworkRows(revision, nodes, [row[:10] for row in relations])


def ties(db: sqlite3.Connection, as_of: str | None) -> TieRows:
    """The two-mode network at a date, or over all time."""
    days = (None, None) if as_of is None else (first_day(as_of), last_day(as_of))
    pairs: dict[str, list[tuple[int, int]]] = {"revision": [], "participation": [], "tenancy": []}
    nodes: dict[int, tuple[str, str, str]] = {}
    for what, one, two, sort, label in db.execute(_TIES, days):
        if what == "node":
            nodes[one] = (two, sort, label)
        else:
            pairs[what].append((one, two))
    revision = pairs["revision"][0][0]
    return TieRows(revision, tuple(pairs["participation"]), tuple(pairs["tenancy"]), nodes)


def walks(db: sqlite3.Connection, kinds: Sequence[str]) -> WalkRows:
    """The relations of these kinds, which are the model's own words."""
    words = ", ".join(f"'{kind}'" for kind in kinds)
    query = (
        "SELECT CAST(coalesce(max(number), 0) AS TEXT), '', '' FROM revision UNION ALL "
        "SELECT s.id, t.id, r.kind FROM relation r JOIN node s ON s.pk = r.source "
        f"JOIN node t ON t.pk = r.target WHERE r.kind IN ({words})"
    )
    first, *steps = db.execute(query).fetchall()
    return WalkRows(int(first[0]), tuple(steps))
