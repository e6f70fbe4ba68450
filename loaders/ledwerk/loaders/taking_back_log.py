"""What the log says of everything that some revisions touched, and what would stand without them.

The log is gone through again as if those revisions had not been. What is looked at one by one is a
**part**: a row of a dataset as a whole, since a load says whole rows; and of what editors said each
property on its own, since one statement of theirs holds what several edits added up to.

- What came after goes on counting: a part that a later revision let stand, stands.
- A later load of a dataset says all that stood of the dataset then, also what it did not change.
- What took something back (`take-back`, `undo`) does not count as saying anything itself: it
  cancels what it took back, and is cancelled by what took it back.
- A row that was only rewritten, since two nodes were merged or somebody accepted it, is there only
  as long as the row is that it was made of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import Any

from ledwerk.graph.store import Event, Revision, Store
from ledwerk.schema.statements import EDITED, EDITS, Statement

TAKE_BACK, UNDO, LOAD, MERGE = "take-back", "undo", "load", "merge"
_TARGETS = re.compile(r"take-back (\d+(?:,\d+)*)")
_UNDONE = re.compile(r"undo of revision (\d+)")

# A row by its digest, or a property of what editors said: their statement's place, name and value.
Part = tuple[Any, ...]
EXISTS, ABOUT = "", "@"  # that the statement is there at all; what it says of itself, such as @note
_OWN = ("confidence", "note", "accepted_by")


@dataclass(slots=True)
class Course:
    """What became of a part: whether it stood before, and each revision in which it came or went.

    `made_of` says, by revision, which part it was rewritten from.
    """

    dataset: str
    before: bool
    events: list[tuple[int, bool]] = field(default_factory=list)
    made_of: dict[int, Part] = field(default_factory=dict)

    def stood(self, revision: int) -> bool:
        """Whether it stood after a revision, as things went."""
        state = self.before
        for number, came in self.events:
            if number > revision:
                break
            state = came
        return state


@dataclass
class Log:
    """The courses of all parts of the keys that the `targets` touched, since the first of them, or
    since what was taken back after it.
    """

    targets: frozenset[int]
    revisions: Mapping[int, Revision]
    void: frozenset[int]  # the targets, and what is taken back without them
    keys: set[str] = field(default_factory=set)
    courses: dict[Part, Course] = field(default_factory=dict)
    rows: dict[str, Statement] = field(default_factory=dict)  # by digest
    heads: dict[Any, Statement] = field(default_factory=dict)  # of edited statements, by place
    newer: dict[str, tuple[int, Statement]] = field(default_factory=dict)  # relations begun since
    rewritten: set[int] = field(default_factory=set)  # revisions that rewrote rows of these keys
    merges: set[int] = field(default_factory=set)  # those that merged nodes among these keys
    said: dict[str, set[str]] = field(default_factory=dict)  # properties that targets gave, by key

    @property
    def first(self) -> int:
        """The first of the targets."""
        return min(self.targets)

    def loads(self, dataset: str) -> list[int]:
        """The loads of a dataset that are no targets and were not taken back."""
        return [
            one.number
            for one in self.revisions.values()
            if one.action == LOAD and one.dataset == dataset and one.number not in self.void
        ]


def restores(revision: Revision) -> bool:
    """Whether it took something back."""
    return revision.action == UNDO or revision.action.startswith(TAKE_BACK)


def taken_by(revision: Revision) -> tuple[int, ...]:
    """The revisions that one took back."""
    if revision.action == UNDO:
        found = _UNDONE.fullmatch(revision.why)
        return (int(found[1]),) if found else ()
    found = _TARGETS.fullmatch(revision.action)
    return tuple(int(one) for one in found[1].split(",")) if found else ()


def voided(revisions: Iterable[Revision], targets: Iterable[int] = ()) -> frozenset[int]:
    """The revisions that are taken back, and stayed so, if the targets were too."""
    gone = set(targets)
    for one in sorted(revisions, key=attrgetter("number"), reverse=True):
        if restores(one) and one.number not in gone:
            gone.update(taken_by(one))
    return frozenset(gone)


def read_log(store: Store, targets: Iterable[int]) -> Log:
    """Go through the log once. Costs by what happened since the first target."""
    chosen = frozenset(targets)
    newer = list(store.revisions(min(chosen) - 1))
    first = min(voided(newer, chosen))
    revisions = {one.number: one for one in store.revisions(first - 1)}
    log = Log(chosen, revisions, voided(revisions.values(), chosen))
    for number in chosen:
        for event in store.events(number - 1, number):
            said = event.statement
            names = log.said.setdefault(said.key, set())
            if event.sign == "+":
                names.update(name for name, _ in said.properties)
    log.keys.update(log.said)
    ends = {key for key in log.keys if ">" not in key}
    for number, events in groupby(store.events(first - 1), key=attrgetter("revision")):
        if number in revisions:  # else it was written while this is read
            _read(log, revisions[number], _noted(log, events, ends))
    return log


def _noted(log: Log, events: Iterable[Event], ends: set[str]) -> Iterator[Event]:
    """The same events; relations of these nodes that others begin are noted as they pass."""
    for event in events:
        said = event.statement
        if said.source_id and (said.source_id in ends or said.target_id in ends):
            digest = said.digest
            if event.sign == "-":
                if digest in log.newer:
                    log.newer[digest] = (-abs(log.newer[digest][0]), said)
            elif restores(log.revisions[event.revision]):
                if digest in log.newer:
                    log.newer[digest] = (abs(log.newer[digest][0]), said)
            elif event.revision not in log.targets and event.revision > log.first:
                log.newer[digest] = (event.revision, said)
        yield event


def _read(log: Log, revision: Revision, events: Iterator[Event]) -> None:
    number = revision.number
    if revision.action == LOAD:
        for event in events:
            if event.statement.key in log.keys:
                _row(log, event)
        return
    every = list(events)
    if not any(event.statement.key in log.keys for event in every):
        return
    pairs = [] if restores(revision) else _pairs(every)
    if revision.action == MERGE and number not in log.targets | log.void and number > log.first:
        log.merges.add(number)
    log.keys.update(new.key for old, new in pairs if old.key in log.keys)
    some = [event for event in every if event.statement.key in log.keys]
    for event in some:
        if not is_edit(event.statement):
            _row(log, event)
    _edits(log, [event for event in some if is_edit(event.statement)])
    for old, new in pairs:
        if old.key in log.keys:
            _moved(log, number, old, new)


def is_edit(said: Statement) -> bool:
    """Whether an editor said it in the store."""
    return said.dataset == EDITS and said.basis == EDITED


def parts_of(said: Statement) -> dict[Part, None]:
    """The parts of a statement."""
    if not is_edit(said):
        return {(said.digest,): None}
    place = said.place
    parts: dict[Part, None] = {(place, EXISTS, None): None}
    parts.update({(place, name, value): None for name, value in said.properties})
    own = ((name, getattr(said, name)) for name in _OWN)
    parts.update(
        {(place, ABOUT + name, value): None for name, value in own if value not in ("", None)}
    )
    return parts


def _row(log: Log, event: Event) -> None:
    log.rows[event.statement.digest] = event.statement
    _happened(
        log, event.statement.dataset, (event.statement.digest,), event.revision, event.sign == "+"
    )


def _edits(log: Log, events: Sequence[Event]) -> None:
    """What came and went of what editors said: of several statements together what differs."""
    sides: dict[str, dict[Part, None]] = {"+": {}, "-": {}}
    for event in events:
        log.heads[event.statement.place] = event.statement
        sides[event.sign].update(parts_of(event.statement))
    for sign, parts in sides.items():
        other = sides["-" if sign == "+" else "+"]
        for part in parts:
            if part not in other:
                _happened(log, EDITS, part, events[0].revision, sign == "+")


def _happened(log: Log, dataset: str, part: Part, number: int, came: bool) -> None:
    course = log.courses.get(part)
    if course is None:
        course = log.courses[part] = Course(dataset, not came)
    course.events.append((number, came))


def _pairs(events: Sequence[Event]) -> list[tuple[Statement, Statement]]:
    """Rows that one change only rewrote: what each was, and what it is."""
    gone = {_row_of(event.statement): event.statement for event in events if event.sign == "-"}
    found = []
    for event in events:
        new = event.statement
        old = gone.get(_row_of(new)) if event.sign == "+" else None
        if old is not None and (old.key != new.key or not is_edit(new)):
            found.append((old, new))
    return found


def _row_of(said: Statement) -> tuple[object, ...]:
    """What stays of a row that is rewritten."""
    stated = said.stated_as or (
        f"{said.source_id}>{said.target_id}" if said.source_id else said.key
    )
    return (
        said.dataset, said.kind, stated, said.cited, said.locator, said.basis, said.denied,
        said.properties,
    )  # fmt: skip


def _moved(log: Log, number: int, old: Statement, new: Statement) -> None:
    if number in log.targets:
        return
    for before, after in zip(parts_of(old), parts_of(new), strict=False):
        if after in log.courses and before in log.courses:
            log.courses[after].made_of[number] = before
    if number not in log.void and number > log.first:
        log.rewritten.add(number)


# -- what would stand -----------------------------------------------------------------------------


@dataclass(slots=True)
class World:
    """What would stand had the targets not been.

    `dropped` are rows, by their digests, that are to go besides; `reset` are properties of what
    editors said (key and name; None is all of them) that are to be as before the first target.
    """

    log: Log
    dropped: set[str] = field(default_factory=set)
    reset: set[tuple[str, str | None]] = field(default_factory=set)
    _later: dict[str, list[int]] = field(default_factory=dict)

    def stands(self, part: Part, before: int | None = None) -> tuple[bool, int]:
        """Whether a part would stand (before a revision, or in the end), and since which revision
        it would, 0 for since before all of this.
        """
        course = self.log.courses.get(part)
        if course is None:
            return True, 0
        if before is None and self._to_go(part):
            return len(part) > 1 and course.before, 0
        stack: list[tuple[int, bool]] = []
        for number, came in self._timeline(course):
            if before is not None and number >= before:
                break
            if number in self.log.targets or self._is_void(course, number, came):
                continue
            reverts = restores(self.log.revisions[number]) and stack and stack[-1][1] != came
            if reverts:
                stack.pop()
            else:
                stack.append((number, came))
        # What was taken back in another form than this one is not cancelled here.
        left = [one for one in stack if one[0] not in self.log.void]
        return (left[-1][1], left[-1][0]) if left else (course.before, 0)

    def _is_void(self, course: Course, number: int, came: bool) -> bool:
        """Whether it came only since something was rewritten that would not have been there."""
        made_of = course.made_of.get(number) if came else None
        return made_of is not None and not self.stands(made_of, number)[0]

    def _timeline(self, course: Course) -> Iterator[tuple[int, bool]]:
        """What happened to a part, with the loads that said it again or again did not."""
        if course.dataset not in self._later:
            some = [] if course.dataset == EDITS else self.log.loads(course.dataset)
            self._later[course.dataset] = some
        told = dict(course.events)
        for number in sorted({*told, *self._later[course.dataset]}):
            if number in told:
                yield number, told[number]
            elif number > course.events[0][0]:
                yield number, course.stood(number)

    def _to_go(self, part: Part) -> bool:
        if len(part) == 1:
            return part[0] in self.dropped
        key = part[0][2]
        return (key, None) in self.reset or (key, part[1]) in self.reset


def grouped(parts: Iterable[Part]) -> dict[Any, list[Part]]:
    """Parts of edited statements, by their places."""
    found = defaultdict[Any, list[Part]](list)
    for part in parts:
        found[part[0]].append(part)
    return found
