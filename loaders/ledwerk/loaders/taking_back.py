"""Taking back what a revision did, also later, without losing newer work that rests not on it.

What stands afterwards is what would stand had the revision not been, as far as its keys go:

- What it let stand goes, unless something newer said it again. What it let go comes back, unless
  something newer took its place, or let go of it too.
- Of two editors' values of one property the newer stays; a newer removal stays, and so does what
  somebody asserted after an older one.
- A row that was merged or accepted since goes in its new form. A merge that is taken back gives
  each row its own node again, also those that were loaded since.
- A take-back can be taken back like anything else.

What **rests on** a revision is listed first (`Resting`): newer edits of a node or relation that
would be gone, and newer values that took the place of its own; newer relations of a node that only
it states; merges of its nodes; acceptances of its rows; later loads of its dataset, which said its
rows again. `How` says what becomes of these.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ledwerk.graph.seen import ERASED
from ledwerk.graph.store import Amendment, Outcome, Revision, Store
from ledwerk.loaders.taking_back_log import TAKE_BACK, World, read_log, restores, taken_by, voided
from ledwerk.loaders.taking_back_outcome import Result, placed_again, result
from ledwerk.loaders.taking_back_rests import Resting, resting, resting_revisions
from ledwerk.schema.errors import ChangedSince, InvalidEdit
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import EDITS

__all__ = ["How", "Resting", "TakenBack", "look", "take_back"]

_TRIES = 5
_LISTED = 10


class How(Enum):
    """What becomes of what rests on a revision.

    REFUSE: nothing is done where anything does. TOO: it is taken back as well. KEEP: it stays;
    nodes that are gone are then shown by their ids, where relations mention them.
    """

    REFUSE = "refuse"
    TOO = "too"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking back does: of which revisions, what rests on them, and the change itself."""

    revisions: tuple[Revision, ...]
    resting: tuple[Resting, ...]
    amendment: Amendment

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.amendment.add or self.amendment.drop)


def look(
    model: Model,
    store: Store,
    revision: int,
    how: How = How.KEEP,
    *,
    actor: str = "",
    why: str = "",
) -> TakenBack:
    """What taking back a revision would do, and what rests on it. Writes nothing.

    Raises InvalidEdit for a revision that there is not, or that is taken back. Costs by what
    happened since.
    """
    targets = {_known(store, revision)}
    while True:
        log = read_log(store, targets)
        if how is not How.TOO:
            break
        more = set(resting_revisions(log)) - targets
        if not more:
            break
        targets |= more
    world = World(log)
    first = result(store, world)
    rests = resting(model, store, world, first)
    made = first if how is not How.TOO else _without(store, world, rests, first)
    made = placed_again(store, made)
    action = f"{TAKE_BACK} {','.join(str(one) for one in sorted(targets))}"
    datasets = sorted({one.dataset for one in (*made.add, *made.drop)} - {EDITS})
    amendment = Amendment(
        made.add,
        made.drop,
        actor,
        action,
        ", ".join(datasets) or EDITS,
        why,
        tuple(sorted(made.seen.items())),
    )
    return TakenBack(tuple(log.revisions[one] for one in sorted(targets)), tuple(rests), amendment)


def take_back(
    model: Model, store: Store, revision: int, how: How = How.REFUSE, *, actor: str, why: str = ""
) -> tuple[TakenBack, Outcome]:
    """Take a revision back; it is looked at anew where somebody else was first in between.

    Raises InvalidEdit where something rests on it and `how` is REFUSE, and where nothing of it is
    left to take back.
    """
    for attempt in range(_TRIES):
        made = look(model, store, revision, how, actor=actor, why=why)
        if how is How.REFUSE and made.resting:
            raise InvalidEdit("revision", "RESTS_ON", _refusal(revision, made.resting))
        if made.empty:
            raise InvalidEdit("revision", "NOTHING_TO_DO", _nothing(revision))
        try:
            return made, store.amend(made.amendment)
        except ChangedSince:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _known(store: Store, revision: int) -> int:
    found = next(iter(store.revisions(revision - 1)), None) if revision > 0 else None
    if found is None or found.number != revision:
        raise InvalidEdit("revision", "UNKNOWN_REVISION", f"there is no revision {revision}")
    if found.action == ERASED:
        message = f"revision {revision} erased a person, which cannot be taken back"
        raise InvalidEdit("revision", "UNKNOWN_REVISION", message)
    newer = list(store.revisions(revision - 1))
    void = voided(newer)
    for one in newer if revision in void else ():
        if restores(one) and revision in taken_by(one) and one.number not in void:
            message = f"revision {revision} was taken back already, in revision {one.number}"
            raise InvalidEdit("revision", "NOTHING_TO_DO", message)
    return revision


def _without(store: Store, world: World, rests: Iterable[Resting], first: Result) -> Result:
    """The same, with what rests on it gone too."""
    more = []
    for one in rests:
        if one.statement is not None and one.statement.key not in world.log.keys:
            more.append(one.statement)
        elif one.statement is not None:
            world.dropped.add(one.statement.digest)
            world.reset.add((one.statement.key, None))
        elif one.key:
            world.reset.add((one.key, one.property or None))
    if not (more or world.dropped or world.reset):
        return first
    found = result(store, world)
    gone = dict.fromkeys((*found.drop, *more))
    seen = {**store.changed({one.key for one in more}), **found.seen}
    return Result(found.add, tuple(gone), seen, found.keys)


def _refusal(revision: int, rests: tuple[Resting, ...]) -> str:
    listed = "; ".join(_told(one) for one in rests[:_LISTED])
    more = "; …" if len(rests) > _LISTED else ""
    return (
        f"{len(rests)} things rest on revision {revision}: {listed}{more}. "
        "Take them back as well, or keep them"
    )


def _told(one: Resting) -> str:
    about = f" {one.key}" if one.key else ""
    return f"{one.how}{about} (revision {one.revision})"


def _nothing(revision: int) -> str:
    return (
        f"nothing of revision {revision} is left to take back: what it did was changed, or said "
        "again, since"
    )
