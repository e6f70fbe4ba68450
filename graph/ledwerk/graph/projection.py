"""The graph in memory, read in one columnar statement and kept per revision."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ledwerk.graph.lens import Lens
from ledwerk.graph.store import Store, TieRows
from ledwerk.schema.errors import InvalidQuestion

WALKED = (
    "PARTNER_IN",
    "MEMBER_OF",
    "PART_OF",
    "TENANT_OF",
    "OWNER_OF",
    "HOLDS",
    "ON",
    "FROM",
    "ON_BEHALF_OF",
    "WORKS_FOR",
    "BOARD_OF",
)


@dataclass(frozen=True)
class Ties:
    """Who has a tie with whom. Parties and activities are numbers; `ids` names them.

    A tie's weight is the number of activities shared, plus one for tenancy or ownership.
    """

    rows: TieRows
    _near: dict[int, dict[int, int]] = field(default_factory=dict, repr=False)

    @cached_property
    def activities(self) -> Mapping[int, Sequence[int]]:
        """The activities of each party."""
        return _grouped(self.rows.participations)

    @cached_property
    def parties(self) -> Mapping[int, Sequence[int]]:
        """The parties of each activity."""
        return _grouped((activity, party) for party, activity in self.rows.participations)

    @cached_property
    def _tenancies(self) -> Mapping[int, Sequence[int]]:
        both = [pair for a, b in self.rows.tenancies for pair in ((a, b), (b, a))]
        return _grouped(both)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Numbers by id."""
        return {node_id: number for number, (node_id, _, _) in self.rows.nodes.items()}

    def near(self, party: int) -> Mapping[int, int]:
        """The parties that this one has a tie with, each with the tie's weight."""
        known = self._near.get(party)
        if known is not None:
            return known
        found: dict[int, int] = defaultdict(int)
        for activity in self.activities.get(party, ()):
            for other in self.parties[activity]:
                found[other] += 1
        for other in set(self._tenancies.get(party, ())):
            found[other] += 1
        found.pop(party, None)
        self._near[party] = dict(found)
        return self._near[party]

    def distances(self, start: int, most: int | None = None) -> dict[int, int]:
        """The smallest number of ties to every party reached, itself at 0."""
        found = {start: 0}
        edge = [start]
        steps = 0
        while edge and (most is None or steps < most):
            steps += 1
            ahead = []
            for party in edge:
                for other in self.near(party):
                    if other not in found:
                        found[other] = steps
                        ahead.append(other)
            edge = ahead
        return found

    def id(self, number: int) -> str:
        """The id of a party or activity."""
        return self.rows.nodes[number][0]

    def order(self, number: int) -> tuple[str, str]:
        """Sort name, then id: the order in which equals are listed."""
        node_id, sort, _ = self.rows.nodes[number]
        return (sort, node_id)


@dataclass(frozen=True)
class Walks:
    """Every node that a path may pass, with its neighbours: (id, relation, outgoing)."""

    near: Mapping[str, Sequence[tuple[str, str, bool]]]


class Projections:
    """Keeps the projections of one store, the newest few, by revision and lens."""

    def __init__(self, store: Store, *, keep: int = 8) -> None:
        self._store = store
        self._keep = keep
        self._kept: OrderedDict[tuple[int, str, Lens], Ties | Walks] = OrderedDict()

    async def ties(self, lens: Lens | None = None) -> Ties:
        """The tie graph through a lens. Raises InvalidQuestion for what no store can do yet."""
        lens = lens or Lens()
        if lens.through != Lens().through:
            raise InvalidQuestion("through cannot be asked for yet; leave it out")
        key = (await self._store.revision(), "ties", lens)
        kept = self._get(key)
        if isinstance(kept, Ties):
            return kept
        ties = Ties(await self._store.ties(lens.as_of))
        self._put((ties.rows.revision, "ties", lens), ties)
        return ties

    async def walks(self) -> Walks:
        """Everything that a path may walk."""
        key = (await self._store.revision(), "walks", Lens())
        kept = self._get(key)
        if isinstance(kept, Walks):
            return kept
        rows = await self._store.walks(WALKED)
        near: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
        for source, target, kind in rows.steps:
            near[source].append((target, kind, True))
            near[target].append((source, kind, False))
        walks = Walks({node: sorted(ways) for node, ways in near.items()})
        self._put((rows.revision, "walks", Lens()), walks)
        return walks

    def _get(self, key: tuple[int, str, Lens]) -> Ties | Walks | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        return None

    def _put(self, key: tuple[int, str, Lens], projection: Ties | Walks) -> None:
        self._kept[key] = projection
        while len(self._kept) > self._keep:
            self._kept.popitem(last=False)


def _grouped(pairs: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, two in pairs:
        found[one].append(two)
    return dict(found)
