"""Parties put together by what they share, and again within that, until few enough are left.

Made of what loads said, once for each load, and kept: an edit changes who is in a group, and
neither which groups there are nor where they stand.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.communities import communities, meeting_ties
from ledwerk.graph.analysis.projections import projection, two_mode
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Network
from ledwerk.viz.cluster_ties import between, strongest
from ledwerk.viz.cluster_values import UNKNOWN, values_of
from ledwerk.viz.keeping import NOTHING, Kept
from ledwerk.viz.layout import Ties
from ledwerk.viz.loaded import UNEDITED, Loaded
from ledwerk.viz.loaded_network import network_before

_VERSION = 2
OTHERS = "others"
_TOP = 40  # groups at first, at most
_BRANCH = 24  # groups that a group opens into; half as many at each level below
_LEVELS = (20, 40, 80, 160, 320, 640, 1_280)  # marks that trees are made for
_LARGEST = 0.5  # of a group's members in one of its parts; else it is cut in even slices


@dataclass(frozen=True)
class Tree:
    """Groups of parties, groups within them, and which of what stands side by side belong together.

    The id of a group is that of the group around it, a slash, and a number of its own: community:3
    holds community:3/2. (No id of a node has a slash in it.) `parties` are those of each innermost
    group, in order. `values` says what the members of a group share: a word of the vocabulary, an
    id, or the number of a community; there is none where that is nothing but ties. `links` are the
    strongest ties between the groups, or the parties, within a group; those of the outermost groups
    are under "".
    """

    grouping: str
    parties: Mapping[str, tuple[str, ...]]
    values: Mapping[str, str]
    links: Mapping[str, Ties]

    @cached_property
    def leaf(self) -> dict[str, str]:
        """The innermost group of each party."""
        return {party: group for group, parties in self.parties.items() for party in parties}

    def inside(self, ident: str) -> tuple[str, ...]:
        """The groups in a group, or its parties, in order; "" asks for the outermost groups."""
        return self.parties[ident] if ident in self.parties else self._groups.get(ident, ())

    @cached_property
    def _groups(self) -> dict[str, tuple[str, ...]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for leaf in self.parties:
            ident = leaf
            while ident:
                around = ident.rpartition("/")[0]
                found[around].add(ident)
                ident = around
        return {around: tuple(sorted(groups)) for around, groups in found.items()}

    def packed(self) -> bytes:
        """As bytes, for `unpacked`."""
        links = {group: self._numbered(group) for group in self.links}
        parts = [self.grouping, self.parties, self.values, links]
        return json.dumps(parts, separators=(",", ":")).encode()

    def _numbered(self, group: str) -> list[list[int]]:
        number = {one: at for at, one in enumerate(self.inside(group))}
        return [[number[one], number[other]] for one, other in self.links[group]]

    @classmethod
    def unpacked(cls, data: bytes) -> Tree:
        """The tree of bytes that `packed` made."""
        grouping, parties, values, links = json.loads(data)
        made = cls(grouping, {group: tuple(one) for group, one in parties.items()}, values, {})
        named: dict[str, Ties] = {}
        for group, pairs in links.items():
            inside = made.inside(group)
            named[group] = tuple((inside[one], inside[other]) for one, other in pairs)
        return cls(grouping, made.parties, values, named)


def cluster_tree(
    network: Network,
    grouping: str,
    *,
    most: int = 400,
    loaded: Loaded = UNEDITED,
    kept: Kept = NOTHING,
    mark: str = "",
) -> Tree:
    """The groups of a network's parties by one of `state.GROUPINGS` (not auto or none).

    At most some forty stand side by side; smaller ones are together in `others`. A group of more
    than half of `most` has groups within it: communities, or slices of its members by their ties
    where those would not divide it well. It is the same whatever editors did, which `loaded` says.
    With a mark (see `keeping.load_mark_of`), kept.
    """
    most = max(level for level in _LEVELS if level <= max(most, _LEVELS[0]))
    key = f"clusters {_VERSION} {grouping} {most} {mark}"
    found = kept.get(key) if mark else None
    if found is not None:
        return _unpacked(found)
    tree = _Growing(network_before(network, loaded), grouping, most).tree()
    if mark:
        kept.put(key, tree.packed())
    return tree


@lru_cache(maxsize=4)
def _unpacked(data: bytes) -> Tree:
    return Tree.unpacked(data)


class _Growing:
    """A tree while it is made. Members are rows of the two-mode network."""

    def __init__(self, network: Network, grouping: str, most: int) -> None:
        self._two = two_mode(network, Lens())
        self._grouping, self._most = grouping, most
        self._ids = [network.ids[place] for place in self._two.members.tolist()]
        self._graph = meeting_ties(self._two)
        self._tied = self._graph.degrees[: len(self._ids)]
        self._parties: dict[str, tuple[str, ...]] = {}
        self._values: dict[str, str] = {}
        self._links: dict[str, Ties] = {}

    def tree(self) -> Tree:
        groups = self._named(self._by_value())
        self._tell("", groups)
        for ident, rows in groups.items():
            self._grow(ident, rows, 0)
        self._link_parties()
        return Tree(self._grouping, self._parties, self._values, self._links)

    def _by_value(self) -> dict[str, list[int]]:
        """The members that share each value; for communities, numbers, unknown for who has none."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        if self._grouping != "community":
            values = values_of(self._two.network, self._grouping)
            for row, ident in enumerate(self._ids):
                found[values[ident]].append(row)
            return found
        parts = self._communities(range(len(self._ids)))
        several = [part for part in parts if len(part) > 1]
        number = {row: at for at, part in enumerate(several, 1) for row in part}
        for row in range(len(self._ids)):
            at = number.get(row) or self._joins(row, number)
            found[str(at) if at else UNKNOWN].append(row)
        return found

    def _joins(self, row: int, number: Mapping[int, int]) -> int:
        """The community of those whom somebody meets most, who is alone in one with what it does;
        0 for who meets nobody.
        """
        ties = self._graph.strengths
        meetings = ties[[row]].indices.tolist()
        ends = [*meetings, *(one for at in meetings for one in ties[[at]].indices.tolist())]
        met = Counter(number[one] for one in ends if one in number)
        return min(met, key=lambda one: (-met[one], one), default=0)

    def _named(self, by_value: Mapping[str, list[int]]) -> dict[str, list[int]]:
        """The groups at first: the largest by themselves, the others together."""
        most = max(2, min(_TOP, self._most // 4))
        known = sorted(by_value.keys() - {UNKNOWN}, key=lambda one: (-len(by_value[one]), one))
        room = most - (UNKNOWN in by_value)
        own = known if len(known) <= room else known[: room - 1]
        found = {}
        for value in own:
            found[f"{self._grouping}:{value}"] = by_value[value]
            self._values[f"{self._grouping}:{value}"] = value
        rest = [row for value in sorted(known[len(own) :]) for row in by_value[value]]
        if rest:
            found[f"{self._grouping}:{OTHERS}"] = rest
        if UNKNOWN in by_value:
            found[f"{self._grouping}:{UNKNOWN}"] = by_value[UNKNOWN]
        return found

    def _grow(self, ident: str, rows: list[int], depth: int) -> None:
        """Put a group's members into it, or into groups within it."""
        if len(rows) <= self._most // 2:
            self._parties[ident] = tuple(sorted(self._ids[row] for row in rows))
            return
        branch = max(2, min(_BRANCH, self._most // 8) >> depth)
        together = ident.split("/", maxsplit=1)[0] == f"{self._grouping}:{OTHERS}"
        parts = slices(rows, branch) if together else self._divided(rows, branch)
        groups = {f"{ident}/{number}": part for number, part in enumerate(parts, 1)}
        self._tell(ident, groups)
        for inner, part in groups.items():
            self._grow(inner, part, depth + 1)

    def _divided(self, rows: list[int], branch: int) -> list[list[int]]:
        parts = self._communities(rows)
        if len(parts) > branch:
            rest = sorted(row for part in parts[branch - 1 :] for row in part)
            parts = [*parts[: branch - 1], rest]
        if len(parts) > 1 and max(map(len, parts)) <= _LARGEST * len(rows):
            return parts
        return slices(sorted(rows, key=lambda row: (-self._tied[row], row)), branch)

    def _communities(self, rows: Iterable[int]) -> list[list[int]]:
        """The communities of some members by what they meet in, the largest first."""
        chosen = np.array(list(rows), dtype=np.int64)
        size = len(self._ids)
        there = np.zeros(len(self._graph), dtype=bool)
        there[chosen] = True
        near = self._graph.strengths[chosen].indices
        there[near[near >= size]] = True
        inner = np.flatnonzero(there)
        ties = sparse.csr_array(self._graph.strengths[inner][:, inner])
        ties.sort_indices()
        found = communities(TieMatrix(tuple(self._graph.nodes[at] for at in inner), ties))
        numbers = self._graph.numbers
        parts = ([at for node in part if (at := numbers[node]) < size] for part in found)
        return sorted((part for part in parts if part), key=lambda part: (-len(part), part[0]))

    def _tell(self, around: str, groups: Mapping[str, list[int]]) -> None:
        """Note which of the groups that stand side by side belong together."""
        names = sorted(groups)
        pairs = strongest(between([groups[name] for name in names], self._two))
        self._links[around] = tuple((names[one], names[other]) for one, other in pairs.tolist())

    def _link_parties(self) -> None:
        """The same of the parties in each innermost group; all in one product of matrices."""
        number = {ident: row for row, ident in enumerate(self._ids)}
        group = np.full(len(self._ids), -1, dtype=np.int64)
        for at, parties in enumerate(self._parties.values()):
            group[[number[one] for one in parties]] = at
        ties = projection(self._two).strengths.tocoo()
        same = group[ties.row] == group[ties.col]
        cells = (ties.data[same], (ties.row[same], ties.col[same]))
        pairs = strongest(sparse.csr_array(sparse.coo_array(cells, shape=ties.shape)))
        names = list(self._parties)
        found: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
        for one, other in pairs.tolist():
            found[names[group[one]]].append((self._ids[one], self._ids[other]))
        self._links |= {name: tuple(linked) for name, linked in found.items()}


def slices(members: Sequence[Any], most: int) -> list[list[Any]]:
    """So many parts of nearly equal size, in the order given."""
    count = max(1, min(most, len(members)))
    cuts = [round(number * len(members) / count) for number in range(count + 1)]
    return [list(members[a:b]) for a, b in pairwise(cuts)]
