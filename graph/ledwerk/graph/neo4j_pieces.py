"""How much of a question is asked of Neo4j at once: planning it must not take too long."""

from __future__ import annotations

from ledwerk.graph import splitting
from ledwerk.graph.cypher import compile_plan
from ledwerk.graph.plan import Find
from ledwerk.schema.kinds import Model

LONGEST_PLANNED = 12_000  # letters of a statement
_DEEPEST = 3  # links inside one another that are tried in one statement, where all are too long


def depth(model: Model, plan: Find, least: int) -> int | None:
    """How many links deep a plan is to be asked at once; None for all of it.

    Planning a statement costs far more than twice as much for one twice as long.
    """
    if len(compile_plan(model, plan).text) <= LONGEST_PLANNED:
        return None
    found = None
    for tried in range(_DEEPEST, least - 1, -1):
        piece = splitting.cut(plan, tried)
        if len(piece.hops) < 1 + (tried == 0):
            continue  # it is not what hangs so deep that makes it long
        found = tried
        if len(compile_plan(model, piece.plan).text) <= LONGEST_PLANNED:
            break
    return found
