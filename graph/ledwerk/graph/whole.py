"""A whole graph read in a stream, for exports: never all of it in memory, all of one revision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from ledwerk.graph.resolution import Fact
from ledwerk.schema.statements import Statement


@dataclass(frozen=True, slots=True)
class Supported:
    """A node or relation, with every standing statement about it, those that deny it too.

    A node that only relations mention has none.
    """

    fact: Fact
    statements: tuple[Statement, ...]


class NotReviewed(NamedTuple):
    """A node or relation that only a program says, and nobody has reviewed; a node has no ends."""

    key: str
    kind: str
    source_id: str = ""
    target_id: str = ""


class Whole(Protocol):
    """A graph as it is at one revision, while the context that `Store.whole` gives is open.

    Any number of its iterators may be open at once, in any thread, one thread at a time. Kinds are
    names of the model's node or relation kinds. The embedded store reads one snapshot, which
    later changes do not touch; Neo4j has none, and raises StoreUnavailable at the end of an
    iterator, where a change was committed since `revision`.
    """

    @property
    def revision(self) -> int:
        """The number of the newest change that is in it; 0 for an empty store."""
        ...

    def count(self, kind: str) -> int:
        """How many facts of a kind there are."""
        ...

    def facts(self, kind: str) -> Iterator[Fact]:
        """The nodes or relations of a kind, by id or key, with what is said of them."""
        ...

    def supported(self, kind: str) -> Iterator[Supported]:
        """The same, each with its statements, in no particular order within one fact."""
        ...

    def statements(self, dataset: str, kind: str) -> Iterator[Statement]:
        """What a dataset says of a kind: nodes by id, relations by both ends, then by key."""
        ...

    def unreviewed(self) -> Iterator[NotReviewed]:
        """What nobody has reviewed, each once, in no particular order: everybody that says so is a
        program; of a node that nothing is said of, everybody that mentions it.
        """
        ...

    def datasets(self) -> Sequence[str]:
        """Datasets that have something to say, by name."""
        ...
