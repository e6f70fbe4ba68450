"""What follows from nodes and relations, kept in tables so that questions are look-ups.

Membership is closed over groups within groups; participation says who takes part in what,
directly or through a group, and when; a seat is named after its holder and board.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from ledwerk.graph.derived import OPEN_END, OPEN_START, Span, members, seat_name
from ledwerk.schema.kinds import Model
from ledwerk.schema.names import sort_key


def derive(db: sqlite3.Connection, model: Model, kinds: set[str], touched: Iterable[int]) -> None:
    """Bring the derived tables up to date after a change of these kinds.

    `touched` are the numbers of nodes, among them every activity whose participations may differ.
    """
    db.execute("CREATE TEMP TABLE IF NOT EXISTS touched_activity (number INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM touched_activity")
    db.executemany("INSERT INTO touched_activity VALUES (?)", ((n,) for n in sorted(touched)))
    if kinds & {"MEMBER_OF", "Group"}:
        _derive_membership(db)
        db.execute(
            "INSERT OR IGNORE INTO touched_activity SELECT r.target FROM relation r "
            "JOIN node g ON g.pk = r.source AND g.label = 'Group' WHERE r.kind = 'PARTNER_IN'"
        )
    _derive_participation(db)
    if kinds & {"HOLDS", "ON", "Seat", "Person", "Board", *model.parties}:
        _name_seats(db)


def _derive_membership(db: sqlite3.Connection) -> None:
    direct: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    rows = db.execute(
        "SELECT r.source, r.target, coalesce(r.first_day, ?), coalesce(r.last_day, ?) "
        "FROM relation r JOIN node g ON g.pk = r.target AND g.label = 'Group' "
        "WHERE r.kind = 'MEMBER_OF'",
        (OPEN_START, OPEN_END),
    )
    for member, whole, start, end in rows:
        direct[whole].append((member, (start, end)))
    db.execute("DELETE FROM membership")
    for whole in direct:
        db.executemany(
            "INSERT INTO membership VALUES (?, ?, ?, ?)",
            (
                (member, whole, start, end)
                for member, (start, end) in members(direct, whole).items()
            ),
        )


def _derive_participation(db: sqlite3.Connection) -> None:
    # A participation without a period has its project's.
    first = "coalesce(r.first_day, CASE WHEN r.last_day IS NULL THEN a.first_day END, ?)"
    last = "coalesce(r.last_day, CASE WHEN r.first_day IS NULL THEN a.last_day END, ?)"
    source = (
        "FROM touched_activity t CROSS JOIN relation r ON r.target = t.number "
        "AND r.kind = 'PARTNER_IN' JOIN node a ON a.pk = t.number "
    )
    db.execute("DELETE FROM participation WHERE activity IN (SELECT number FROM touched_activity)")
    db.execute(
        f"INSERT INTO participation SELECT t.number, r.source, 0, r.pk, "
        f"p.label = 'Group', {first}, {last} {source} JOIN node p ON p.pk = r.source",
        (OPEN_START, OPEN_END),
    )
    db.execute(
        f"INSERT INTO participation SELECT t.number, m.member, m.whole, r.pk, "
        f"p.label = 'Group', max({first}, m.first_day), min({last}, m.last_day) {source} "
        "JOIN membership m ON m.whole = r.source JOIN node p ON p.pk = m.member",
        (OPEN_START, OPEN_END),
    )


def _name_seats(db: sqlite3.Connection) -> None:
    """Seats are named after who holds them and the board they are on."""
    around: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    query = (
        "SELECT r.target, h.name, NULL FROM relation r JOIN node h ON h.pk = r.source "
        "WHERE r.kind = 'HOLDS' UNION ALL "
        "SELECT r.source, NULL, b.name FROM relation r JOIN node b ON b.pk = r.target "
        "WHERE r.kind = 'ON'"
    )
    for seat, holder, board in db.execute(query):
        around[seat][0 if board is None else 1].append(board if holder is None else holder)
    changes = []
    seats = db.execute("SELECT pk, id, name FROM node WHERE label = 'Seat'").fetchall()
    for number, seat_id, name in seats:
        made = seat_name(seat_id, *around[number])
        if made != name:
            changes.append((made, sort_key(made), number))
    db.executemany("UPDATE node SET name = ?, sort = ?, derived_name = 1 WHERE pk = ?", changes)
