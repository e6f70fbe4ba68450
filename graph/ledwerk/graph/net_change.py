"""What changed in a graph between two revisions, once all is added up: from the log of events.

What was added and taken away again is no change, and what was changed twice is one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ledwerk.graph.resolution import Fact, resolve
from ledwerk.graph.store import Event, Revision, Store
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model
from ledwerk.schema.statements import Statement

ADDED, REMOVED, CORRECTED = "added", "removed", "corrected"
_DATED = "Source"  # whose dates decide between statements
MOST_KEYS = 3_000  # nodes and relations that are looked at one by one


@dataclass(frozen=True, slots=True)
class Edit:
    """One property before and after; None is what nobody says."""

    property: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Shift:
    """A node or relation that is new, gone or other than it was; `what` is one of the three words.

    `name` is what a node is called, or was; "" for a relation, whose ends are ids. `by` and `at`
    are of `revision`, the newest change that touched it.
    """

    what: str
    kind: str
    key: str
    name: str
    source_id: str
    target_id: str
    edits: tuple[Edit, ...]
    revision: int
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class NetChange:
    """Everything between two revisions, in the order of kinds and keys.

    `revisions` are the changes in between, oldest first. Where more than `MOST_KEYS` nodes and
    relations were touched, `shifts` is empty and `touched` counts them by kind.
    """

    since: int
    until: int
    shifts: tuple[Shift, ...]
    revisions: tuple[Revision, ...]
    touched: Mapping[str, int]

    @property
    def whole(self) -> bool:
        """Whether each thing that changed is listed."""
        return bool(self.shifts) or not self.touched


def net_change(
    model: Model, store: Store, since: int, until: int | None = None, *, most: int = MOST_KEYS
) -> NetChange:
    """What changed after a revision, up to another, or to the newest.

    A node or relation stands at a revision as the statements standing then add up to (see
    `resolution`). Costs by the events since, and a look-up for each key that they touch. Reads the
    log of one moment: what is committed meanwhile is not in it.
    """
    revisions = tuple(one for one in store.revisions(since) if until is None or one.number <= until)
    if not revisions:
        return NetChange(since, since, (), (), {})
    until = revisions[-1].number
    events: dict[str, list[Event]] = defaultdict(list)
    kinds: dict[str, str] = {}
    touched: Counter[str] = Counter()
    for event in store.events(since, until):
        key = event.statement.key
        if key not in kinds:
            kinds[key] = event.statement.kind
            touched[event.statement.kind] += 1
        if len(kinds) <= most:
            events[key].append(event)
    if len(kinds) > most:
        return NetChange(since, until, (), revisions, dict(touched))
    by_number = {one.number: one for one in revisions}
    asked = _Reader(model, store, until, kinds)
    found = (asked.shift(kinds[key], key, some, by_number) for key, some in events.items())
    shifts = tuple(sorted((one for one in found if one is not None), key=_order(model)))
    return NetChange(since, until, shifts, revisions, {})


class _Reader:
    """How keys stood before some events and after them."""

    def __init__(self, model: Model, store: Store, until: int, keys: Container[str]) -> None:
        self._model, self._store = model, store
        self._later = defaultdict[str, list[Event]](list)  # what happened to them afterwards
        for event in store.events(until):
            said = event.statement
            if said.key in keys or said.kind == _DATED:
                self._later[said.key].append(event)
        self._dates: dict[str, str] = {}

    def shift(
        self, kind: str, key: str, events: list[Event], revisions: Mapping[int, Revision]
    ) -> Shift | None:
        """What became of a key; None where it is as it was."""
        after = self._standing(key)
        before = undone(after, events)
        was, now = (self._fact(kind, rows) for rows in (before, after))
        fact = now or was
        if fact is None or (was is not None and now is not None and was.values == now.values):
            return None
        what = CORRECTED if was and now else ADDED if now else REMOVED
        said = events[-1].statement
        last = revisions[events[-1].revision]
        name = "" if said.source_id else str(fact.values.get("name") or key)
        return Shift(
            what, kind, key, name, said.source_id, said.target_id, _edits(was, now),
            last.number, last.actor, last.at,
        )  # fmt: skip

    def _standing(self, key: str) -> list[Statement]:
        """The statements of a key as the last of the events left them."""
        return undone(self._store.statements(key=key), self._later.get(key, ()))

    def _fact(self, kind: str, rows: Iterable[Statement]) -> Fact | None:
        some = tuple(rows)
        return resolve(self._model.kind(kind), some, self._dated(some)) if some else None

    def _dated(self, rows: Iterable[Statement]) -> dict[str, str]:
        """The dates of the sources cited, which decide between statements."""
        cited = {row.cited for row in rows if row.cited}
        for source in cited - self._dates.keys():
            said = self._standing(source)
            dates = [str(one.values().get("date") or "") for one in said if not one.denied]
            self._dates[source] = max(dates, default="")
        return {source: self._dates[source] for source in cited}


def undone(rows: Iterable[Statement], events: Iterable[Event]) -> list[Statement]:
    """What stood before some events, oldest first."""
    standing = dict.fromkeys(rows)
    for event in reversed(list(events)):
        if event.sign == "+":
            standing.pop(event.statement, None)
        else:
            standing[event.statement] = None
    return list(standing)


def _edits(was: Fact | None, now: Fact | None) -> tuple[Edit, ...]:
    if was is None or now is None:
        return ()
    names = sorted({*was.values, *now.values})
    pairs = ((name, was.values.get(name), now.values.get(name)) for name in names)
    return tuple(Edit(*pair) for pair in pairs if pair[1] != pair[2])


def _order(model: Model) -> Callable[[Shift], tuple[int, str, str, str]]:
    names = [*(one.name for one in model.nodes), *(one.name for one in model.relations)]
    place = {name: number for number, name in enumerate(names)}
    return lambda one: (place[one.kind], one.what, one.name.lower(), one.key)


def ends_of(shifts: Iterable[Shift]) -> Iterator[str]:
    """The ids at the ends of relations, each once."""
    seen: set[str] = set()
    for one in shifts:
        for end in (one.source_id, one.target_id):
            if end and end not in seen:
                seen.add(end)
                yield end
