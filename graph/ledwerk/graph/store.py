"""What a store is: the promises every implementation keeps.

1. `commit` and `amend` are one transaction each: it happens whole or not at all, and readers see
   all or nothing. From however many threads they are called, one comes after the other.
2. Committing what already stands raises no revision.
3. A commit replaces what its dataset said and leaves what other datasets say; an amendment leaves
   everything but the statements that it names, and costs by them, not by what the store holds.
4. Every change is appended to the event log; statements and log rebuild nodes and relations. Only
   `rewrite`, for what has to be forgotten, changes what the log says.
5. `answer` sends one statement and gets the finished, nested result back; where a database cannot
   nest so deep, one more for each few links of depth, never for a row.
6. `ties` and `walks` are one columnar statement each.
7. Names are compared by `name_key`, sorted by `fold`; nulls sort last.
8. Reading never waits for a writer, and goes on beside one in another thread; only a store in this
   process's memory has its readers wait.

What serves questions is async (`answer`, `ties`, `walks`, `names`, `revision`); what loads or reads
the whole store is plain, and is called from the command line or a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ledwerk.graph.given import Prepared
from ledwerk.graph.plan import Plan
from ledwerk.graph.whole import Whole
from ledwerk.schema.statements import EDITS, Statement

if TYPE_CHECKING:
    from ledwerk.graph.rewriting import Rewriting, Rewritten

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
class Amendment:
    """Single statements to let stand and to let go, of any datasets, with who wants it and why.

    `dataset` is what the log says was changed. `expected` pairs a key (node id or relation key)
    with the newest revision that its editor has seen: had a newer one touched it, nothing is done.
    """

    add: tuple[Statement, ...]
    drop: tuple[Statement, ...]
    actor: str
    action: str = "edit"
    dataset: str = EDITS
    why: str = ""
    expected: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What a change would do: rows added, rows with other values, rows no longer said.

    `standing` counts the rows of the dataset before, for an amendment those it lets go; `revision`
    is the one it was reckoned at.
    """

    added: tuple[Statement, ...]
    changed: tuple[tuple[Statement, Statement], ...]
    removed: tuple[Statement, ...]
    standing: int
    revision: int = 0

    @classmethod
    def of(
        cls, new: Iterable[Statement], old: Iterable[Statement], standing: int, revision: int
    ) -> Difference:
        """The difference that new statements make where old ones go: a row is changed where one
        comes and one goes at the same place. Of several new ones at one place the last counts.
        """
        added = {row.place: row for row in new}
        gone = list(old)
        changed = [(row, added.pop(row.place)) for row in gone if row.place in added]
        replaced = {row.place for row, _ in changed}
        removed = tuple(row for row in gone if row.place not in replaced)
        return cls(tuple(added.values()), tuple(changed), removed, standing, revision)

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


# What `NetworkRows` holds: the kinds that analyses look at, and the relations between them.
NETWORK_NODES = (
    "Organisation",
    "Campus",
    "Municipality",
    "Group",
    "Person",
    "Project",
    "Programme",
    "Board",
    "Seat",
    "Sector",
    "Place",
)
NETWORK_RELATIONS = (
    "PARTNER_IN",
    "FUNDS",
    "MEMBER_OF",
    "PART_OF",
    "LOCATED_IN",
    "TENANT_OF",
    "OWNER_OF",
    "HOLDS",
    "ON",
    "FROM",
    "ON_BEHALF_OF",
    "WORKS_FOR",
    "BOARD_OF",
    "ACTIVE_IN",
    "DRIVES",
)


@dataclass(frozen=True, slots=True)
class NetworkRows:
    """What analyses look at, in no particular order.

    A node is (id, kind, name, sort name, helix, party's kind, sme, first day, last day, budget,
    currency); a relation (kind, source id, target id, first day, last day, amount, word, year,
    currency, per): a partner's contribution and role, or a sum of money and its state. None is what
    nobody said.
    """

    revision: int
    nodes: Sequence[tuple[Any, ...]]
    relations: Sequence[tuple[Any, ...]]


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

    def amend(self, amendment: Amendment) -> Outcome:
        """Let single statements stand and cease to; what stands already is not added again.

        Raises ChangedSince where an expected key was touched by a newer revision, or a statement to
        let go stands no more; StoreError else; and then nothing has changed.
        """
        ...

    def changed(self, keys: Iterable[str]) -> dict[str, int]:
        """The newest revision that touched each key: let a statement about it begin or cease.

        Keys that none ever touched are left out.
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

    async def attach(self) -> None:
        """Be asked by the calling loop from now on, without a thread in between.

        Only faster: other loops and threads may ask as before. That loop has to `detach` before it
        ends.
        """
        ...

    async def detach(self) -> None:
        """Undo `attach`."""
        ...

    async def ties(self, as_of: str | None) -> TieRows:
        """The two-mode network at a date, or over all time.

        A month or a year takes what holds on one of its days at least.
        """
        ...

    async def walks(self, kinds: Sequence[str]) -> WalkRows:
        """The relations of these kinds."""
        ...

    async def network(self) -> NetworkRows:
        """What analyses look at: nodes and relations of the kinds named above, over all time."""
        ...

    async def names(self) -> Sequence[tuple[str, str, str]]:
        """Every name and alias as (name, node id, kind): what suggestions are made from."""
        ...

    def statements(
        self, dataset: str | None = None, key: str | None = None, *, end: str | None = None
    ) -> Iterator[Statement]:
        """Statements that stand, in the order of kind, key and place.

        `end` asks for those of relations that have this id at either end.
        """
        ...

    def events(self, since: int = 0, until: int | None = None) -> Iterator[Event]:
        """The log after a revision, up to another: by revision, then sign, kind, key and digest."""
        ...

    def revisions(self, since: int = 0) -> Iterator[Revision]:
        """Every committed change after a revision, oldest first."""
        ...

    def restore(self, revisions: Iterable[Revision], events: Iterable[Event]) -> None:
        """Give an empty store a whole history, in one transaction, as another store told it.

        Afterwards it answers and goes on counting as that one does. Raises StoreError where
        the store is not empty.
        """
        ...

    def rewrite(self, rewriting: Rewriting) -> Rewritten:
        """Rewrite the whole history and what follows from it, in one transaction, for what has to
        be forgotten; an embedded store's file is then compacted.
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
