"""Why something is shown: what bears on a node, or on what lies between two, with who says so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import process

from ledwerk.graph.analysis.paths import shortest_path
from ledwerk.graph.beginnings import beginnings
from ledwerk.graph.decisions import confirms, newest
from ledwerk.graph.projection import Projections
from ledwerk.graph.store import Revision, Store
from ledwerk.graph.weighing import Weighed, shown_by, weighed
from ledwerk.loaders.edited_statements import dated
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model, NodeKind, RelationKind
from ledwerk.schema.names import camel, fold
from ledwerk.schema.statements import Statement

MOST_BETWEEN = 20  # nodes between two that are gone through


@dataclass(frozen=True, slots=True)
class Grounds:
    """A node or relation with what is said of it. `there` is whether it is shown at all."""

    kind: NodeKind | RelationKind
    key: str
    source_id: str
    target_id: str
    statements: tuple[Statement, ...]
    told: tuple[Weighed, ...]
    dates: dict[str, str]
    since: dict[Statement, Revision]

    @property
    def there(self) -> bool:
        """Whether it is shown; what nobody speaks of may still be mentioned."""
        return not self.told or self.told[0].value is True

    @property
    def confirmed(self) -> str:
        """When it was last confirmed; "" where nobody knows."""
        return newest([self.as_of(row) for row in self.statements])

    def as_of(self, row: Statement) -> str:
        """As of when a statement says so."""
        at = self.since[row].at if row in self.since else ""
        return confirms(row, self.dates.get(row.cited, ""), at)

    def shown(self, row: Statement) -> tuple[str, ...]:
        """The properties of which this statement is the one displayed."""
        return shown_by(self.told).get(row, ())


@dataclass(frozen=True, slots=True)
class Chain:
    """What connects two nodes: the facts in their order, `through` which nodes."""

    through: tuple[str, ...]
    facts: tuple[Grounds, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The answer: what bears on the node itself, or the chains between it and another.

    `more` counts chains that are left out.
    """

    node: Grounds
    other: Grounds | None = None
    chains: tuple[Chain, ...] = ()
    more: int = 0


class Asking:
    """Reads a store for answers to why."""

    def __init__(self, model: Model, store: Store) -> None:
        self._model, self._store = model, store
        self._since: dict[Statement, Revision] = {}
        self._read: dict[str, Grounds] = {}

    def of_node(self, node_id: str) -> Why:
        """What bears on a node."""
        return self._dated(Why(self._one(node_id)))

    def _dated(self, why: Why) -> Why:
        """The answer, once it is known since when each statement in it stands."""
        rows = [row for fact in self._read.values() for row in fact.statements]
        self._since.update(beginnings(self._store, rows))
        return why

    def between(self, one: str, other: str) -> Why:
        """What lies between two nodes: their relations, and those with what both relate to; where
        there is none, the fewest steps.
        """
        mine, theirs = self._relations(one), self._relations(other)
        chains = [Chain((), tuple(map(self._one, mine[other])))] if mine[other] else []
        both = sorted((mine.keys() & theirs.keys()) - {one, other}, key=self._seats_first)
        for middle in both[:MOST_BETWEEN]:
            keys = [*mine[middle], *theirs[middle], *self._holders(middle)]
            facts = tuple(map(self._one, (middle, *dict.fromkeys(keys))))
            chains.append(Chain((middle,), facts))
        if not chains:
            chains = self._fewest_steps(one, other)
        more = max(0, len(both) - MOST_BETWEEN)
        return self._dated(Why(self._one(one), self._one(other), tuple(chains), more))

    def _seats_first(self, node_id: str) -> tuple[bool, str]:
        kind = self._model.kind_of(node_id)
        return (kind is None or kind.name != "Seat", node_id)

    def _holders(self, node_id: str) -> list[str]:
        """Of a seat, who holds it."""
        kind = self._model.kind_of(node_id)
        if kind is None or kind.name != "Seat":
            return []
        rows = self._store.statements(end=node_id)
        return [row.key for row in rows if row.kind in {"HOLDS", "ON_BEHALF_OF", "FROM"}]

    def _fewest_steps(self, one: str, other: str) -> list[Chain]:
        import asyncio

        walks = asyncio.run(Projections(self._store).walks())
        path = shortest_path(walks, one, other)
        if path is None:
            return []
        facts: list[Grounds] = []
        for a, b in zip(path.nodes, path.nodes[1:], strict=False):
            facts += map(self._one, self._relations(a)[b])
        return [Chain(tuple(path.nodes[1:-1]), tuple(facts))]

    def _relations(self, node_id: str) -> dict[str, list[str]]:
        """The keys of the relations of a node, by what is at their other end."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self._store.statements(end=node_id):
            far = row.target_id if row.source_id == node_id else row.source_id
            found[far][row.key] = None
        return defaultdict(list, {far: list(keys) for far, keys in found.items()})

    def _one(self, key: str) -> Grounds:
        """The node or relation of a key."""
        if key not in self._read:
            self._read[key] = self._grounds(key)
        return self._read[key]

    def _grounds(self, key: str) -> Grounds:
        rows = tuple(self._store.statements(key=key))
        kind = self._model.kind_of(key) or self._model.kind(rows[0].kind)
        dates = dated(self._store, rows)
        first = rows[0] if rows else None
        return Grounds(
            kind, key, first.source_id if first else "", first.target_id if first else "", rows,
            weighed(kind, rows, dates), dates, self._since,
        )  # fmt: skip


def property_named(kind: NodeKind | RelationKind, word: str) -> str:
    """The property that a word means: its name, as fields or tables have it, or its label.

    Raises InvalidQuestion for one that this kind has not.
    """
    known: dict[str, str] = {}
    for prop in kind.properties:
        for name in (prop.name, camel(prop.name), prop.label.nl, prop.label.en):
            known[fold(name)] = prop.name
    found = known.get(fold(word))
    if found is None:
        near = " or ".join(name for name, *_ in process.extract(fold(word), list(known), limit=2))
        raise InvalidQuestion(
            f"no property of {kind.label.en} is called {word!r}; did you mean {near}?"
        )
    return found


def ids_in(why: Why) -> list[str]:
    """Every id that the answer mentions, sources too, each once."""
    facts = [why.node, *([why.other] if why.other else [])]
    facts += [fact for chain in why.chains for fact in chain.facts]
    found: dict[str, None] = {}
    for fact in facts:
        found |= dict.fromkeys((fact.key, fact.source_id, fact.target_id))
        found |= dict.fromkeys(row.cited for row in fact.statements)
    return [one for one in found if one]
