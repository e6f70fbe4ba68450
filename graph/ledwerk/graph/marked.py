"""A whole graph in which facts say of themselves that nobody has reviewed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.graph.resolution import Fact
from ledwerk.graph.whole import NotReviewed, Supported, Whole
from ledwerk.schema.fields import BOOLEAN, Text
from ledwerk.schema.kinds import Model, Property
from ledwerk.schema.statements import Statement

UNREVIEWED = Property(
    "unreviewed",
    BOOLEAN,
    Text("niet nagekeken", "not reviewed"),
    "True where only a program says so, and nobody has reviewed it.",
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A `Whole` whose facts of some keys have one property more."""

    whole: Whole
    keys: frozenset[str]

    @property
    def revision(self) -> int:
        """See `Whole`."""
        return self.whole.revision

    def count(self, kind: str) -> int:
        """See `Whole`."""
        return self.whole.count(kind)

    def facts(self, kind: str) -> Iterator[Fact]:
        """See `Whole`."""
        for fact in self.whole.facts(kind):
            if fact.key in self.keys:
                yield replace(fact, values={**fact.values, UNREVIEWED.name: True})
            else:
                yield fact

    def supported(self, kind: str) -> Iterator[Supported]:
        """See `Whole`."""
        return self.whole.supported(kind)

    def statements(self, dataset: str, kind: str) -> Iterator[Statement]:
        """See `Whole`."""
        return self.whole.statements(dataset, kind)

    def unreviewed(self) -> Iterator[NotReviewed]:
        """See `Whole`."""
        return self.whole.unreviewed()

    def datasets(self) -> Sequence[str]:
        """See `Whole`."""
        return self.whole.datasets()


def marked(model: Model, whole: Whole) -> tuple[Whole, dict[str, Property]]:
    """The graph with its marks, and the property that they are; as it is where there is none.

    Goes through every statement once, and a second time where some are not reviewed.
    """
    found = {row.key for row in _asserted(model, whole) if row.unreviewed}
    if found:
        found -= {row.key for row in _asserted(model, whole) if not row.unreviewed}
    if not found:
        return whole, {}
    return Marked(whole, frozenset(found)), {UNREVIEWED.name: UNREVIEWED}


def _asserted(model: Model, whole: Whole) -> Iterator[Statement]:
    kinds = [*(one.name for one in model.nodes), *(one.name for one in model.relations)]
    for dataset in whole.datasets():
        for kind in kinds:
            yield from (row for row in whole.statements(dataset, kind) if not row.denied)
