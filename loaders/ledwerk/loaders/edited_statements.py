"""What an edit is made of: statements of the dataset "edits", basis "edited", as they come and go.

Of what editors say of one key, each property stands in one statement only, so that the newest edit
wins; and there is either something asserted or one denial, never both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from ledwerk.graph.resolution import Fact, resolve, stand_in
from ledwerk.graph.store import Event
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Model, NodeKind, RelationKind
from ledwerk.schema.statements import EDITED, EDITS, Statement


class Told(Protocol):
    """What stands, and how it came about; every `Store` can tell."""

    def statements(
        self, dataset: str | None = None, key: str | None = None, *, end: str | None = None
    ) -> Iterator[Statement]:
        """See `Store`."""
        ...

    def changed(self, keys: Iterable[str]) -> dict[str, int]:
        """See `Store`."""
        ...

    def events(self, since: int = 0, until: int | None = None) -> Iterator[Event]:
        """See `Store`."""
        ...


@dataclass(frozen=True, slots=True)
class Provenance:
    """Who edits, citing which source and where in it, with a word to readers, and why."""

    actor: str
    source: str = ""
    locator: str = ""
    note: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Editor:
    """Somebody at work on what is told.

    `expected` is the newest revision that they have seen; with it, an edit is refused where a newer
    one touched the same node or relation.
    """

    model: Model
    told: Told
    by: Provenance
    expected: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Statements to let stand and to let go."""

    add: tuple[Statement, ...] = ()
    drop: tuple[Statement, ...] = ()

    @classmethod
    def joined(cls, steps: Iterable[Step]) -> Step:
        """Several steps as one."""
        every = list(steps)
        return cls(
            tuple(row for step in every for row in step.add),
            tuple(row for step in every for row in step.drop),
        )


@dataclass(frozen=True, slots=True)
class About:
    """A node or relation: what is said of it, and what that adds up to, if it is there."""

    kind: NodeKind | RelationKind
    key: str
    source_id: str
    target_id: str
    rows: tuple[Statement, ...]
    fact: Fact | None

    @property
    def values(self) -> Mapping[str, Value]:
        """The values shown; none where it is not there."""
        return self.fact.values if self.fact else {}

    @property
    def own(self) -> Iterator[Statement]:
        """What editors say of it in this store."""
        return (row for row in self.rows if row.dataset == EDITS and row.basis == EDITED)


def about_node(editor: Editor, kind: NodeKind, node_id: str) -> About:
    """A node as it stands, also one that only relations mention. InvalidEdit for another kind."""
    if editor.model.kind_of(node_id) is not kind:
        message = f"{node_id!r} is no id of a {kind.name}; those begin with {kind.prefix}:"
        raise InvalidEdit("id", "WRONG_KIND", message)
    rows = tuple(editor.told.statements(key=node_id))
    if rows:
        fact = resolve(kind, rows, dated(editor.told, rows))
    else:
        fact = stand_in(editor.model, node_id) if mentioned(editor.told, node_id) else None
    return About(kind, node_id, "", "", rows, fact)


def about_relation(editor: Editor, kind: RelationKind, key: str, source: str, target: str) -> About:
    """The relation with a key, between these ends, as it stands."""
    rows = tuple(editor.told.statements(key=key))
    fact = resolve(kind, rows, dated(editor.told, rows)) if rows else None
    return About(kind, key, source, target, rows, fact)


def mentioned(told: Told, node_id: str) -> bool:
    """Whether a standing relation has this id at an end."""
    return next(iter(told.statements(end=node_id)), None) is not None


def dated(told: Told, rows: Iterable[Statement]) -> dict[str, str]:
    """The newest date stated of each source that statements cite."""
    found: dict[str, str] = {}
    for cited in sorted({row.cited for row in rows if row.cited}):
        for row in told.statements(key=cited):
            date = row.values().get("date")
            if date is not None and not row.denied:
                found[cited] = max(found.get(cited, ""), str(date))
    return found


def stated(one: About, values: Mapping[str, Value], by: Provenance) -> Step:
    """Say these values of it, None where it has none; older edits lose what they said of them.

    Together with what was edited with the same source and locator it is one statement.
    """
    add: list[Statement] = []
    drop: list[Statement] = []
    together, note, confidence = dict(values), by.note, None
    for row in one.own:
        rest = {name: value for name, value in row.properties if name not in values}
        if row.denied:
            drop.append(row)
        elif (row.cited, row.locator) == (by.source, by.locator):
            drop.append(row)
            together = rest | together
            note, confidence = note or row.note, row.confidence
        elif len(rest) < len(row.properties):
            drop.append(row)
            add += [replace(row, properties=tuple(rest.items()))] if rest else []
    add.append(replace(_edited(one, together, by), note=note, confidence=confidence))
    return Step(tuple(add), tuple(drop))


def denied(one: About, by: Provenance) -> Step:
    """Say that it is not so, whatever others say; what editors said of it goes."""
    return Step((replace(identified(one, by), denied=True),), tuple(one.own))


def identified(one: About, by: Provenance) -> Statement:
    """A statement that says no more than which relation, or node, is meant."""
    # With its identifying values a table that is written and read again gives the same key.
    identity = one.kind.identity if isinstance(one.kind, RelationKind) else ()
    values = {name: one.values[name] for name in identity if name in one.values}
    return _edited(one, values, by)


def after(editor: Editor, one: About, step: Step) -> Fact | None:
    """What it will add up to."""
    gone = set(step.drop)
    rows = [row for row in one.rows if row not in gone]
    rows += [row for row in step.add if row.key == one.key]
    return resolve(one.kind, rows, dated(editor.told, rows))


def _edited(one: About, values: Mapping[str, Value], by: Provenance) -> Statement:
    return Statement(
        EDITS,
        one.kind.name,
        one.key,
        tuple(sorted(values.items())),
        one.source_id,
        one.target_id,
        by.source,
        by.locator,
        EDITED,
        note=by.note,
    )
