"""What a store's graph rests on, as a report says it: datasets, sources, grounds, since when."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.graph.analysis.unknown import Support, support
from ledwerk.graph.store import Store
from ledwerk.graph.whole import Whole
from ledwerk.schema.kinds import Model


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, and how many standing statements cite it; texts are "" where nobody gives them."""

    id: str
    name: str
    publisher: str
    date: str
    url: str
    licence: str
    statements: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a graph rests on at a revision, which was committed `at` a moment ("" for none)."""

    revision: int
    at: str
    support: Support
    sources: tuple[Cited, ...]

    @property
    def newest(self) -> str:
        """The date of the newest source, as it is written; "" where no source has any."""
        return max((one.date for one in self.sources), default="")


def evidence_of(model: Model, store: Store) -> Evidence:
    """What everything in a store rests on at its newest revision; see `unknown.support`.

    Reads every standing statement once, in a stream: O(statements).
    """
    with store.whole() as whole:
        found = support(model, whole)
        sources = _sources(whole, found)
        number = whole.revision
    at = next((one.at for one in store.revisions(number - 1) if one.number == number), "")
    return Evidence(number, at, found, sources)


def _sources(whole: Whole, found: Support) -> tuple[Cited, ...]:
    counted, cited = found.sources.by_source, []
    for fact in whole.facts("Source"):
        told = {name: str(value) for name, value in fact.values.items() if value is not None}
        cited.append(
            Cited(
                fact.key, told.get("name", fact.key), told.get("publisher", ""),
                told.get("date", ""), told.get("url", ""), told.get("licence", ""),
                counted.get(fact.key, 0),
            )
        )  # fmt: skip
    return tuple(sorted(cited, key=lambda one: (-one.statements, one.name, one.id)))
