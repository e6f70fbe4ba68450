"""What people decided about what is stated, as the places of edited statements say it.

A decision is a statement of the dataset "edits" that gives no property: its locator says what was
decided and on which day, so that it stands wherever the statements go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ledwerk.graph.identity.decisions import decided_different, decided_same
from ledwerk.schema.statements import EDITED, EDITS, Statement

_CONFIRMED, _WITHDRAWN = "confirmed", "withdrawn"
_SAME, _DIFFERENT = "same", "different"
_DAY = re.compile(rf"({_CONFIRMED}|{_WITHDRAWN}) (\d{{4}}-\d{{2}}-\d{{2}})")


def confirmed_at(day: str) -> str:
    """The locator of a statement by which somebody confirms a node or relation."""
    return f"{_CONFIRMED} {day}"


def withdrawn_at(day: str) -> str:
    """The locator of a statement by which somebody withdraws the source that it is about."""
    return f"{_WITHDRAWN} {day}"


def day_confirmed(statement: Statement) -> str:
    """The day on which somebody confirmed it by this statement; "" for any other statement."""
    return _day(statement, _CONFIRMED)


def day_withdrawn(statement: Statement) -> str:
    """The day on which somebody withdrew the source by this statement; "" for any other."""
    return _day(statement, _WITHDRAWN) if statement.kind == "Source" else ""


def decision(statement: Statement) -> str:
    """What somebody decided by this statement: "confirmed", "withdrawn", that it is the "same" as
    another node or "different" from one; "" for what only says something.
    """
    if day_confirmed(statement):
        return _CONFIRMED
    if day_withdrawn(statement):
        return _WITHDRAWN
    if decided_same(statement):
        return _SAME
    return _DIFFERENT if decided_different(statement) else ""


def _day(statement: Statement, word: str) -> str:
    if statement.dataset != EDITS or statement.basis != EDITED or statement.denied:
        return ""
    found = _DAY.fullmatch(statement.locator)
    return found[2] if found and found[1] == word else ""


def confirms(statement: Statement, date: str, at: str) -> str:
    """The date as of which a statement says what it says; "" where nobody knows.

    `date` is its source's, `at` (UTC) when it was written. What a person says in the store without
    citing a source counts as of the day on which they said it; loading again confirms nothing.
    """
    if statement.denied or decision(statement) in {_WITHDRAWN, _DIFFERENT}:
        return ""
    by_hand = day_confirmed(statement)
    if by_hand:
        return by_hand
    own = statement.dataset == EDITS and statement.basis == EDITED and not statement.cited
    return at[:10] if own else date


def newest(dates: Iterable[str]) -> str:
    """The newest of some dates, some of which may be only a year or a month; "" for none."""
    return max(dates, default="")
