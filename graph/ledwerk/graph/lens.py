"""Through what a graph is seen: when, through which activities, of whom, and how ties weigh."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

THROUGH = ("Project", "Programme", "Campus", "Board")
TIES = ("Project", "Programme", "Campus")  # what makes a tie unless it is said


class Weight(Enum):
    """What a tie's strength is.

    COUNT: how many activities are shared, tenancy or ownership counting as one. NEWMAN: the sum of
    1/(k-1) over them, where k take part (Newman 2001), so that a pair says more than a crowd.
    BUDGET: the sum of their budgets, each over k-1; one that nobody knows adds nothing.
    """

    COUNT = "count"
    NEWMAN = "newman"
    BUDGET = "budget"


class Mode(Enum):
    """Whose ties they are.

    PARTIES take part in the same project or programme, have seats on the same board, or are tenant
    or owner of the campus. PEOPLE hold seats on the same board. PROJECTS (and programmes)
    have parties in common.
    """

    PARTIES = "parties"
    PEOPLE = "people"
    PROJECTS = "projects"


@dataclass(frozen=True, slots=True)
class Lens:
    """Through what a projection is seen; with the revision, the key it is kept under.

    `as_of` is a date in the world and `during` two of them ("" is open); a partial date is all of
    its days. `through` are the kinds that make a tie. `programme` is an id: only it and what is
    part of it count. `helixes` are those of the parties that are seen, all if empty.
    A moment in the store's history, and whom one believes, are no part of it: see `seen`.
    """

    as_of: str | None = None
    through: tuple[str, ...] = TIES
    during: tuple[str, str] | None = None
    programme: str | None = None
    helixes: tuple[str, ...] = ()
    weight: Weight = Weight.COUNT

    def at(self, as_of: str | None) -> Lens:
        """The same at a date, or over all time."""
        return replace(self, as_of=as_of, during=None)
