"""What a store is: the promises every implementation keeps.

1. `commit` is one transaction: it happens whole or not at all, and readers see all or nothing.
2. Committing what already stands raises no revision.
3. A commit replaces what its dataset said and leaves what other datasets say.
4. Every change is appended to the event log; statements and log rebuild nodes and relations.
5. `answer` sends one statement and gets the finished, nested result back; where a database cannot
   nest so deep, one more for each few links of depth, never for a row.
6. `ties` and `walks` are one columnar statement each.
7. Names are compared by `name_key`, sorted by `fold`; nulls sort last.
8. Reading never waits for a writer.

What serves questions is async (`answer`, `ties`, `walks`, `names`, `revision`); what loads or reads
the whole store is plain, and is called from the command line or a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from ledwerk.graph.given import Prepared
from ledwerk.graph.plan import Plan
from ledwerk.graph.whole import Whole
from ledwerk.schema.statements import Statement

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one dataset says now, with who says so and why."""

    dataset: str
    statements: Sequence[Statement]
    actor: str
    action: str = "load"
    why: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change would do: rows added, rows with other values, rows no longer said.

    `standing` counts the rows of the dataset before; `revision` is the one it was reckoned at.
    """

    added: tuple[Statement, ...]
    changed: tuple[tuple[Statement, Statement], ...]
    removed: tuple[Statement, ...]
    standing: int
    revision: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a commit did, and the revision that readers see after it."""

    revision: int
    difference: Difference


@dataclass(frozen=True, slots=True)
class Revision:
    """One committed change: its number, when (UTC, ISO 8601), by whom, what and why."""

    number: int
    at: str
    actor: str
    action: str
    dataset: str
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the log: a statement began (`+`) or ceased (`-`) to stand."""

    revision: int
    sign: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class TieRows:
    """The two-mode network in columns.

    `participations` pairs a party with an activity, groups resolved to members; `tenancies`
    pairs a tenant or owner with its campus. `nodes` gives id, sort name and kind by number; a group
    is among them only while it has no members.
    """

    revision: int
    participations: tuple[tuple[int, int], ...]
    tenancies: tuple[tuple[int, int], ...]
    nodes: dict[int, tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class WalkRows:
    """Every relation that a path may walk: (source id, target id, relation kind)."""

    revision: int
    steps: tuple[tuple[str, str, str], ...]


class Store(Protocol):
    """A graph, kept. Implementations differ in where, never in what they answer."""

    @property
    def address(self) -> str:
        """Where the graph is kept, without secrets."""
        ...

    async def revision(self) -> int:
        """The number of the newest committed change; 0 for an empty store."""
        ...

    def difference(self, change: Change) -> Difference:
        """What `commit` would do, without doing it."""
        ...

    def commit(self, change: Change, known: Difference | None = None) -> Outcome:
        """Replace what the dataset said. Raises StoreError, and then nothing has changed.

        `known` is a difference reckoned before for this very change; it is used if no other
        commit came in between.
        """
        ...

    async def answer(self, plan: Plan) -> Any:
        """The plan's result as JSON-like values. Raises QuestionTooExpensive past the limit."""
        ...

    def prepare(self, plan: Plan) -> Prepared:
        """The plan's statement, made ready for any number of questions by this store.

        Texts may be `Given`. Raises CannotPrepare where the plan has to be asked with `answer`.
        """
        ...

    async def answer_json(self, prepared: Prepared, variables: Mapping[str, Any]) -> bytes:
        """What `answer` gives, as JSON in UTF-8, with the variables' texts filled in.

        Raises CannotPrepare where the statement turns out too deep for the database.
        """
        ...

    async def ties(self, as_of: str | None) -> TieRows:
        """The two-mode network, on one day or over all time."""
        ...

    async def walks(self, kinds: Sequence[str]) -> WalkRows:
        """The relations of these kinds."""
        ...

    async def names(self) -> Sequence[tuple[str, str, str]]:
        """Every name and alias as (name, node id, kind): what suggestions are made from."""
        ...

    def statements(self, dataset: str | None = None, key: str | None = None) -> Iterator[Statement]:
        """Statements that stand, in the order of kind, key and place."""
        ...

    def events(self, since: int = 0) -> Iterator[Event]:
        """The log after a revision: by revision, then sign, kind, key and digest."""
        ...

    def revisions(self) -> Iterator[Revision]:
        """Every committed change, oldest first."""
        ...

    def restore(self, revisions: Iterable[Revision], events: Iterable[Event]) -> None:
        """Give an empty store a whole history, in one transaction, as another store told it.

        Afterwards it answers and goes on counting as that one does. Raises StoreError where
        the store is not empty.
        """
        ...

    def whole(self) -> AbstractContextManager[Whole]:
        """The graph at the newest revision, to be read in a stream as long as this is open."""
        ...

    def datasets(self) -> Sequence[str]:
        """Datasets that have something to say, by name."""
        ...

    def names_beside(self, dataset: str) -> Sequence[tuple[str, str]]:
        """Names and aliases, as (name, id), of the nodes that other datasets than this state."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
