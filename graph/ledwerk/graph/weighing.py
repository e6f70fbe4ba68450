"""Why a node or relation is shown as it is: each source's value beside the others, the one that is
shown first, and by which part of the rule in `resolution` it goes before the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledwerk.graph.resolution import rank, ranked
from ledwerk.schema.fields import Shape, Value
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.statements import EDITED, Statement

EXISTENCE = ""  # the property under which it is told whether the thing is there at all

# Why what is shown goes before what differs from it, in the order of the rule.
ALONE, AGREED, UNITED, EDITOR, GROUND, REVIEWED, NEWER, ORDER = (
    "alone", "agreed", "united", "editor", "ground", "reviewed", "newer", "order",
)  # fmt: skip
REASONS = (ALONE, AGREED, UNITED, EDITOR, GROUND, REVIEWED, NEWER, ORDER)


@dataclass(frozen=True, slots=True)
class Side:
    """What one statement says of a property; None is that it is empty. Of existence True or False.

    `shown` says whether that is what is displayed, alone or among others of a list.
    """

    statement: Statement
    value: Value
    shown: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """A property and what each statement says of it, in the order of the rule, and why the first
    is the one displayed. `value` is what is displayed.
    """

    name: str
    value: Value
    sides: tuple[Side, ...]
    reason: str

    @property
    def first(self) -> Statement:
        """The statement that is displayed, or of a list the one that goes first."""
        return self.sides[0].statement

    @property
    def beaten(self) -> Statement | None:
        """The best of the statements that say something else, where there is one."""
        return next((side.statement for side in self.sides if not side.shown), None)


def weighed(
    kind: NodeKind | RelationKind, statements: Sequence[Statement], dated: Mapping[str, str]
) -> tuple[Weighed, ...]:
    """Existence, then each property that statements of one key give, in the order of the model.

    `dated` gives the date of each source id. Where the first statement denies it, no value of any
    property is shown.
    """
    rows = ranked(statements, dated)
    if not rows:
        return ()
    there = not rows[0].denied
    sides = [Side(row, not row.denied, row.denied is rows[0].denied) for row in rows]
    found = [_told(EXISTENCE, there, sides, dated)]
    asserted = [row for row in rows if not row.denied]
    for prop in kind.properties:
        saying = [row for row in asserted if prop.name in row.values()]
        if saying:
            listed = prop.type.shape is Shape.LIST
            made = _listed(prop.name, saying) if listed else _single(prop.name, saying)
            if not there:
                made = [Side(side.statement, side.value, shown=False) for side in made]
            found.append(_told(prop.name, _value(made, listed=listed), made, dated))
    return tuple(found)


def _single(name: str, saying: Sequence[Statement]) -> list[Side]:
    value = saying[0].values()[name]
    return [Side(row, row.values()[name], row.values()[name] == value) for row in saying]


def _listed(name: str, saying: Sequence[Statement]) -> list[Side]:
    """Lists are united, but an editor's takes the place of others, and an emptied one of all."""
    edited = saying[0].basis == EDITED
    emptied = saying[0].values()[name] is None
    return [
        Side(
            row,
            row.values()[name],
            row is saying[0]
            or not (emptied or (edited and row.basis != EDITED) or row.values()[name] is None),
        )
        for row in saying
    ]


def _value(sides: Sequence[Side], *, listed: bool) -> Value:
    shown = [side.value for side in sides if side.shown]
    if not listed or not shown or shown[0] is None:
        return shown[0] if shown else None
    every = [one for value in shown if isinstance(value, tuple) for one in value]
    return tuple(dict.fromkeys(every))


def _told(name: str, value: Value, sides: Sequence[Side], dated: Mapping[str, str]) -> Weighed:
    return Weighed(name, value, tuple(sides), _reason(sides, dated))


def _reason(sides: Sequence[Side], dated: Mapping[str, str]) -> str:
    if len(sides) == 1:
        return ALONE
    other = next((side for side in sides if side.shown is not sides[0].shown), None)
    if other is None:
        return UNITED if isinstance(sides[0].value, tuple) else AGREED
    return reason_of(sides[0].statement, other.statement, dated)


def reason_of(first: Statement, other: Statement, dated: Mapping[str, str]) -> str:
    """The part of the rule by which one statement goes before another."""
    if first.basis == EDITED and (other.basis != EDITED or first.dataset != other.dataset):
        return EDITOR
    if rank(first) != rank(other):
        return REVIEWED if other.unreviewed else GROUND
    if dated.get(first.cited, "") != dated.get(other.cited, ""):
        return NEWER
    return ORDER


def shown_by(told: Sequence[Weighed]) -> dict[Statement, tuple[str, ...]]:
    """For which properties each statement is the one displayed, or of a list adds to it.

    `EXISTENCE` is not among them; of several that say the same, the first by the rule counts.
    """
    found: dict[Statement, tuple[str, ...]] = {}
    for one in told:
        listed = isinstance(one.value, tuple)
        for place, side in enumerate(one.sides):
            here = one.name != EXISTENCE and side.shown and (listed or place == 0)
            found[side.statement] = (*found.get(side.statement, ()), *((one.name,) if here else ()))
    return found
