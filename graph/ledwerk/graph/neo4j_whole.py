"""The whole graph in Neo4j in a stream. Runs statements through a function; knows no driver."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ledwerk.graph.cypher import Cypher
from ledwerk.graph.cypher_schema import drawn, quoted
from ledwerk.graph.neo4j_read import REVISION
from ledwerk.graph.neo4j_rows import statement_of
from ledwerk.graph.neo4j_words import CHANGING
from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import NotReviewed, Supported
from ledwerk.schema.errors import StoreUnavailable
from ledwerk.schema.kinds import Model, NodeKind, Property
from ledwerk.schema.nodes import NAME
from ledwerk.schema.statements import Statement

# Runs a statement in a session of its own and gives its rows one by one.
Rows = Callable[[str, dict[str, Any]], Iterator[Sequence[Any]]]

# Statements have a history: what stood at a revision can be read after it.
_STOOD = "size([x IN s.since WHERE x <= $upto]) > size([x IN s.until WHERE x <= $upto])"

_ASSERTED = "{0}.standing AND NOT coalesce({0}.denied, false)"
_READ = "({0}.basis = 'read' AND {0}.acceptedBy IS NULL)"
_SAYS = "EXISTS {{ MATCH (o:Statement {{{}: {}}}) WHERE " + _ASSERTED.format("o") + "{} }}"
_LOOKED_AT = f" AND NOT {_READ.format('o')}"
# One that somebody did look at would be enough.
_UNREVIEWED = (
    f"MATCH (s:Statement) WHERE {_ASSERTED.format('s')} AND {_READ.format('s')} "
    f"AND NOT {_SAYS.format('key', 's.key', _LOOKED_AT)} "
    "RETURN DISTINCT s.key, s.kind, coalesce(s.sourceId, ''), coalesce(s.targetId, '')"
)
_ONLY_MENTIONED = (
    f"UNWIND $ends AS x WITH x WHERE NOT {_SAYS.format('key', 'x', '')} "
    f"AND NOT {_SAYS.format('sourceId', 'x', _LOOKED_AT)} "
    f"AND NOT {_SAYS.format('targetId', 'x', _LOOKED_AT)} RETURN x"
)


class Neo4jWhole:
    """A `Whole` that is read piece by piece, and says so where a change came in between.

    `answer` gives a statement's answer, once no change is being committed.
    """

    def __init__(
        self, model: Model, address: str, rows: Rows, answer: Callable[[Cypher], Any]
    ) -> None:
        self._model = model
        self._address = address
        self._rows = rows
        self._answer = answer
        self._revision = self._newest()

    @property
    def revision(self) -> int:
        """See `Whole`."""
        return self._revision

    def count(self, kind: str) -> int:
        """See `Whole`."""
        ((found,),) = self._unchanged(f"{self._match(kind)} RETURN count(*)")
        return int(found)

    def facts(self, kind: str) -> Iterator[Fact]:
        """See `Whole`."""
        properties = self._properties(kind)
        for row in self._unchanged(self._query(kind, "")):
            yield _fact(kind, properties, row)

    def supported(self, kind: str) -> Iterator[Supported]:
        """See `Whole`."""
        properties = self._properties(kind)
        said = ", COLLECT { MATCH (s:Statement {key: key}) WHERE s.standing RETURN properties(s) }"
        for row in self._unchanged(self._query(kind, said)):
            statements = tuple(statement_of(found) for found in row[-1])
            yield Supported(_fact(kind, properties, row), statements)

    def statements(self, dataset: str, kind: str) -> Iterator[Statement]:
        """See `Whole`."""
        order = "s.key" if self._is_node(kind) else "s.sourceId, s.targetId, s.key"
        query = (
            f"MATCH (s:Statement {{dataset: $dataset}}) WHERE s.kind = $kind AND {_STOOD} "
            f"RETURN properties(s) ORDER BY {order}"
        )
        values = {"dataset": dataset, "kind": kind, "upto": self._revision}
        return (statement_of(found) for (found,) in self._rows(query, values))

    def unreviewed(self) -> Iterator[NotReviewed]:
        """See `Whole`."""
        rows = [NotReviewed(*row) for row in self._unchanged(_UNREVIEWED)]
        yield from rows
        ends = list(dict.fromkeys(end for row in rows for end in row[2:] if end))
        for (end,) in self._rows(_ONLY_MENTIONED, {"ends": ends}):
            kind = self._model.kind_of(end)
            if kind is not None:
                yield NotReviewed(end, kind.name)

    def datasets(self) -> Sequence[str]:
        """See `Whole`."""
        query = f"MATCH (s:Statement) WHERE {_STOOD} WITH DISTINCT s.dataset AS d RETURN d"
        return sorted(name for (name,) in self._rows(query, {"upto": self._revision}))

    def _newest(self) -> int:
        return int(self._answer(REVISION) or 0)

    def _unchanged(self, query: str) -> Iterator[Sequence[Any]]:
        """Rows of the drawn graph, which has no history: an error at the end if it has changed."""
        yield from self._rows(query, {})
        if self._newest() != self._revision:
            raise StoreUnavailable(CHANGING.format(self._address))

    def _query(self, kind: str, more: str) -> str:
        ends, one = ("'' AS a, '' AS b", "n") if self._is_node(kind) else ("a.id, b.id", "r")
        key = "n.id" if self._is_node(kind) else "r.key"
        return (
            f"{self._match(kind)} WITH *, {key} AS key ORDER BY key "
            f"RETURN key, {ends}, properties({one}){more}"
        )

    def _match(self, kind: str) -> str:
        # Said to be text, so that the order is that of the index.
        if self._is_node(kind):
            return f"MATCH (n:{quoted(kind)}) WHERE n.id > ''"
        return f"MATCH (a)-[r:{quoted(kind)}]->(b) WHERE r.key > ''"

    def _is_node(self, kind: str) -> bool:
        return isinstance(self._model.kind(kind), NodeKind)

    def _properties(self, kind: str) -> tuple[Property, ...]:
        declared = self._model.kind(kind)
        if isinstance(declared, NodeKind) and not declared.named:
            return (NAME, *declared.properties)  # a seat's, which the store makes
        return declared.properties


def _fact(kind: str, properties: Sequence[Property], row: Sequence[Any]) -> Fact:
    key, source, target = row[:3]
    found: Mapping[str, Any] = row[3]
    values = {
        prop.name: tuple(value) if isinstance(value, list) else value
        for prop in properties
        if (value := found.get(drawn(prop.name))) is not None
    }
    return Fact(kind, key, values, source, target, bool(found.get("nameIsDerived")))
