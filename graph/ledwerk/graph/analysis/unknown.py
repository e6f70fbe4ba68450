"""What the data cannot know: who was never asked, what is assessed only, what has no date.

A limit of every other analysis: what is not recorded looks like what is not there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ledwerk.graph.analysis.projections import TwoMode, two_mode
from ledwerk.graph.analysis.timeline import undated_rows
from ledwerk.graph.lens import THROUGH, Lens
from ledwerk.graph.network import OPEN_END, OPEN_START, Mask, Network, Places
from ledwerk.graph.resolution import rank
from ledwerk.graph.whole import Supported, Whole
from ledwerk.schema.kinds import Model
from ledwerk.schema.relations import ACTIVITIES
from ledwerk.schema.statements import BASES, Statement

UNSUPPORTED = "unsupported"  # a node that only relations mention


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what the facts of one kind rest.

    `bases` counts facts by the best basis that a statement for them has (in the order of the rule
    for conflicts), "unsupported" where only a relation names the node. `properties` counts, for
    each property, the facts that have it by the best basis of the statements that give it.
    `disputed` facts stand, though a statement denies them. What a program read counts as read
    until somebody has accepted it, and as stated from then on.
    """

    kind: str
    facts: int
    bases: Mapping[str, int]
    properties: Mapping[str, Mapping[str, int]]
    disputed: int

    @property
    def assessed_only(self) -> int:
        """How many facts nobody states: somebody assessed them from common knowledge."""
        return self.bases.get("assessed", 0)


@dataclass(frozen=True, slots=True)
class Sources:
    """Who says it: statements by source and by dataset, and how many cite no source."""

    statements: int
    by_source: Mapping[str, int]
    by_dataset: Mapping[str, int]
    unsourced: int


@dataclass(frozen=True, slots=True)
class Support:
    """On what everything rests; `empty` are the kinds of the model of which there is nothing."""

    grounds: tuple[Grounds, ...]
    empty: tuple[str, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is not recorded of parties and of what they do; ids in order of name.

    `never_asked` parties take part in nothing, have no seat, and are no tenant, owner or campus
    of one. `alone` activities have one party, `deserted` ones none. `undated` activities have
    neither beginning nor end, `endless` ones a beginning only. `undated_participations` of
    `participations` have no period and get none from their activity.
    """

    parties: int
    never_asked: tuple[str, ...]
    helix_unknown: tuple[str, ...]
    sme_unknown: tuple[str, ...]
    activities: int
    alone: tuple[str, ...]
    deserted: tuple[str, ...]
    undated: tuple[str, ...]
    endless: tuple[str, ...]
    participations: int
    undated_participations: int


def blanks(network: Network) -> Blanks:
    """What is not recorded of parties and activities, over all time.

    Definition: see `Blanks`. A group with members is no party here, since they stand for it; SME
    is asked of organisations only. O(nodes + participations). A party that takes part in nothing
    on record may do so elsewhere; how many parties are missing altogether no data can say.
    """
    two = two_mode(network, Lens(through=THROUGH))
    activities = network.of_kinds(ACTIVITIES)
    seen: Mask = np.zeros(len(network), dtype=bool)
    seen[two.members] = True
    unknown = np.isin(network.helix.astype(str), ("", "unknown"))
    sizes = np.zeros(len(network), dtype=np.int64)
    sizes[two.meetings] = two.sizes
    begun, ended = network.first != OPEN_START, network.last != OPEN_END
    rows = network.relation("PARTNER_IN")
    return Blanks(
        parties=len(two.members),
        never_asked=_named(network, _apart(two)),
        helix_unknown=_where(network, seen & unknown),
        sme_unknown=_where(network, (network.kind == "Organisation") & (network.sme == -1)),
        activities=int(activities.sum()),
        alone=_where(network, activities & (sizes == 1)),
        deserted=_where(network, activities & (sizes == 0)),
        undated=_where(network, activities & ~begun & ~ended),
        endless=_where(network, activities & begun & ~ended),
        participations=len(rows),
        undated_participations=int(undated_rows(network, "PARTNER_IN").sum()),
    )


def support(model: Model, whole: Whole) -> Support:
    """On what every node and relation of the store rests: bases and sources.

    Definition: see `Grounds`; only what stands in the end is counted, whatever else was once said.
    One stream over the store: O(statements), in little memory. The basis says how a statement was
    come by, not whether it is right.
    """
    counted = _Sources()
    grounds, empty = [], []
    kinds = [kind.name for kind in model.nodes] + [kind.name for kind in model.relations]
    for kind in kinds:
        found = _grounds(kind, whole.supported(kind), counted)
        grounds.append(found)
        if not found.facts:
            empty.append(kind)
    return Support(tuple(one for one in grounds if one.facts), tuple(empty), counted.told())


def _apart(two: TwoMode) -> Places:
    """The parties that are in nothing."""
    inside = np.diff(two.incidence.indptr) > 0
    inside[two.direct.ravel()] = True
    found: Places = two.members[~inside]
    return found


def _where(network: Network, chosen: Mask) -> tuple[str, ...]:
    return _named(network, np.flatnonzero(chosen))


def _named(network: Network, places: Places) -> tuple[str, ...]:
    return tuple(network.ids[at] for at in sorted(places.tolist(), key=network.order))


class _Sources:
    """Counts statements while they are read."""

    def __init__(self) -> None:
        self.by_source: Counter[str] = Counter()
        self.by_dataset: Counter[str] = Counter()

    def count(self, statements: Iterable[Statement]) -> None:
        for one in statements:
            self.by_source[one.cited] += 1
            self.by_dataset[one.dataset] += 1

    def told(self) -> Sources:
        by_source = dict(sorted(self.by_source.items()))
        unsourced = by_source.pop("", 0)
        total = sum(self.by_dataset.values())
        return Sources(total, by_source, dict(sorted(self.by_dataset.items())), unsourced)


def _grounds(kind: str, found: Iterable[Supported], sources: _Sources) -> Grounds:
    bases: Counter[str] = Counter()
    properties: dict[str, Counter[str]] = {}
    facts = disputed = 0
    for one in found:
        facts += 1
        sources.count(one.statements)
        standing = [row for row in one.statements if not row.denied]
        standing.sort(key=rank)
        disputed += len(standing) < len(one.statements)
        bases[_counts_as(standing[0]) if standing else UNSUPPORTED] += 1
        for name, basis in _best(standing).items():
            if name in one.fact.values:
                properties.setdefault(name, Counter())[basis] += 1
    told = {name: _in_order(properties[name]) for name in sorted(properties)}
    return Grounds(kind, facts, _in_order(bases), told, disputed)


def _best(standing: Iterable[Statement]) -> dict[str, str]:
    """The basis of the first statement that gives each property."""
    found: dict[str, str] = {}
    for row in standing:
        for name, _ in row.properties:
            found.setdefault(name, _counts_as(row))
    return found


def _counts_as(row: Statement) -> str:
    """The basis that a statement counts for: what somebody accepted is as good as stated."""
    return BASES[rank(row)]


def _in_order(counted: Counter[str]) -> dict[str, int]:
    return {basis: counted[basis] for basis in (*BASES, UNSUPPORTED) if counted[basis]}
