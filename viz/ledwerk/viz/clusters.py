"""Parties in groups that open: what is drawn where there is more than a reader can read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np
from scipy import sparse

from ledwerk.graph.analysis.projections import TwoMode
from ledwerk.graph.network import Mask
from ledwerk.viz.cluster_ties import WeightedTie, shared
from ledwerk.viz.cluster_tree import OTHERS, Tree, slices
from ledwerk.viz.cluster_values import UNKNOWN, values_of
from ledwerk.viz.layout import Ties


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of parties. `value` is what they share: a word, an id, or the number of a community;
    "" where that is nothing but ties. `members` are ids, the most tied first. `around` is the id of
    the opened cluster that it stands in, "" for none.
    """

    id: str
    value: str
    members: tuple[str, ...]
    around: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands side by side: the marks within an opened cluster, or, with no id, the first ones.

    In a frame that is `whole`, `known` are all that loads said to stand there, drawn or not, and
    `links` the ties that they are laid out by; `ties` are then empty unless there are marks that
    are not among those. In others, `ties` are all that there is.
    """

    id: str
    marks: tuple[str, ...]
    ties: tuple[WeightedTie, ...]
    whole: bool
    known: tuple[str, ...] = ()
    links: Ties = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn: closed clusters, and parties of opened ones, with what stands side by side.

    `parties` pairs each with the id of the cluster that it stands in. `opened` goes from the
    outside in. `refused` were asked to be opened and have no room.
    """

    clusters: tuple[Cluster, ...]
    parties: tuple[tuple[str, str], ...]
    opened: tuple[Cluster, ...]
    refused: tuple[str, ...]
    frames: tuple[Frame, ...]


def narrowed(two: TwoMode, parties: Mask, activities: Mask) -> TwoMode:
    """A two-mode network of some parties and activities only, by place in the network."""
    rows, columns = np.flatnonzero(parties[two.members]), np.flatnonzero(activities[two.meetings])
    number = np.full(len(two.members), -1, dtype=np.int64)
    number[rows] = np.arange(len(rows))
    ends = number[two.direct]
    return TwoMode(
        two.network,
        two.members[rows],
        two.meetings[columns],
        sparse.csr_array(two.incidence[rows][:, columns]),
        ends[(ends >= 0).all(axis=1)],
        two.budgets[columns],
    )


def clustered(tree: Tree, two: TwoMode, opened: Iterable[str] = (), *, most: int = 400) -> Shown:
    """The members of a two-mode network in the groups of a tree, some of them opened.

    An opened cluster is replaced by those within it, or by its members; ids of none, and of those
    within a closed one, are passed over. There are never more than `most` marks: what has no room
    any more stays closed, the outermost and then the first by id being opened first. Every member
    can be reached by opening one cluster after another, if nothing else is open; of tens of
    thousands, where there is room for forty marks at least. Members that came after the tree was
    made are in the group where most of those are with whom they take part.
    """
    shape = _Shape(tree, two, most)
    marks: dict[str, str] = dict.fromkeys(shape.inside(""), "")
    around, done, refused = {"": shape.inside("")}, [], []
    for ident in sorted(set(opened), key=lambda one: (one.count("/"), one)):
        if ident not in marks or ident in shape.number:
            continue
        inside = shape.inside(ident)
        if len(marks) - 1 + len(inside) > most:
            refused.append(ident)
            continue
        done.append(shape.cluster(ident, marks.pop(ident)))
        marks |= dict.fromkeys(inside, ident)
        around[ident] = inside
    return Shown(
        tuple(shape.cluster(one, at) for one, at in marks.items() if one not in shape.number),
        tuple((one, at) for one, at in marks.items() if one in shape.number),
        tuple(done),
        tuple(refused),
        tuple(shape.frame(ident, inside) for ident, inside in around.items()),
    )


class _Shape:
    """The members that there are now in the groups of a tree."""

    def __init__(self, tree: Tree, two: TwoMode, most: int) -> None:
        self._tree = tree
        self._two = two
        ids = [two.network.ids[place] for place in two.members.tolist()]
        self.number = {ident: row for row, ident in enumerate(ids)}
        self._ids = ids
        self._within: defaultdict[str, list[int]] = defaultdict(list)
        self._inner: defaultdict[str, dict[str, None]] = defaultdict(dict)
        tied = np.bincount(two.direct.ravel(), minlength=len(ids)) + np.diff(two.incidence.indptr)
        # Rows are in the order of ids, so equals are as well.
        self._fill(_leaves(tree, two, ids, most), np.argsort(-tied, kind="stable").tolist(), most)

    def _fill(self, leaves: list[str], order: Sequence[int], most: int) -> None:
        """Put members into their groups and those around them, the most tied first."""
        _slice(leaves, order, most // 2)
        ways = {leaf: _outward(leaf) for leaf in dict.fromkeys(leaves)}
        for row in order:
            for ident in ways[leaves[row]]:
                self._within[ident].append(row)
        for way in ways.values():
            for ident, around in pairwise((*way, "")):
                self._inner[around][ident] = None

    def inside(self, ident: str) -> tuple[str, ...]:
        """The groups in a group, the largest first and what is mixed last; else its members."""
        groups = self._inner.get(ident)
        if groups is None:
            return tuple(sorted(self._ids[row] for row in self._within[ident]))
        return tuple(sorted(groups, key=self._order))

    def rows(self, ident: str) -> list[int]:
        """The members of a group, or a member alone."""
        return [self.number[ident]] if ident in self.number else self._within[ident]

    def cluster(self, ident: str, around: str) -> Cluster:
        """A group as it is drawn."""
        members = tuple(self._ids[row] for row in self._within[ident])
        return Cluster(ident, _value(self._tree, ident), members, around)

    def frame(self, ident: str, marks: tuple[str, ...]) -> Frame:
        """What stands in a group, or first of all."""
        known = self._tree.inside(ident)
        new = set(marks).difference(known)
        whole = len(new) < len(marks)
        ties: tuple[WeightedTie, ...] = ()
        if new:
            ties = shared(marks, [self.rows(one) for one in marks], self._two)
        links = self._tree.links[ident] if whole else ()
        return Frame(ident, marks, ties, whole, known if whole else (), links)

    def _order(self, ident: str) -> tuple[int, int, str]:
        last = ident.rpartition(":")[2]
        mixed = (OTHERS, UNKNOWN).index(last) + 1 if last in {OTHERS, UNKNOWN} else 0
        return mixed, -len(self._within[ident]), ident


def _slice(leaves: list[str], order: Iterable[int], most: int) -> None:
    """Cut groups that more came to than fit since the tree was made; `leaves` is changed."""
    crowded = {leaf for leaf, count in Counter(leaves).items() if count > most}
    for leaf in crowded:
        rows = [row for row in order if leaves[row] == leaf]
        for number, part in enumerate(slices(rows, ceil(len(rows) / most)), 1):
            for row in part:
                leaves[row] = f"{leaf}/{number}"


def _outward(leaf: str) -> tuple[str, ...]:
    """A group and those around it, from the inside out."""
    found = [leaf]
    while "/" in found[-1]:
        found.append(found[-1].rpartition("/")[0])
    return tuple(found)


def _value(tree: Tree, ident: str) -> str:
    """What the members of a group share; of one that no tree knew, its id says so."""
    if "/" in ident:
        return ""
    value = ident.removeprefix(f"{tree.grouping}:")
    return "" if value == OTHERS else tree.values.get(ident, value)


def _leaves(tree: Tree, two: TwoMode, ids: Sequence[str], most: int) -> list[str]:
    """The innermost group of each member: the tree's, unless it is new or has another value now."""
    roots = _roots(tree, two, ids, most)
    known = [tree.leaf.get(ident, "") for ident in ids]
    pairs = zip(known, ids, strict=True)
    found = [one if one and _is_in(one, roots.get(ident)) else "" for one, ident in pairs]
    if all(found):
        return found
    under: defaultdict[str | None, list[str]] = defaultdict(list)
    for leaf in sorted(tree.parties):
        under[leaf.split("/")[0]].append(leaf)
    meetings = two.incidence.T.tocsr()
    settled = tuple(found)
    for row in [row for row, leaf in enumerate(settled) if not leaf]:
        root = roots.get(ids[row])
        near = Counter(
            settled[other]
            for meeting in two.incidence[[row]].indices.tolist()
            for other in meetings[[meeting]].indices.tolist()
            if settled[other] and _is_in(settled[other], root)
        )
        most_met = min(near, key=lambda one: (-near[one], one), default="")
        alone = root or f"{tree.grouping}:{UNKNOWN}"
        found[row] = most_met or min(under[alone], default=alone)
    return found


def _roots(tree: Tree, two: TwoMode, ids: Sequence[str], most: int) -> dict[str, str]:
    """The outermost group of each member by its value now; nothing for communities."""
    if tree.grouping == "community":
        return {}
    values = values_of(two.network, tree.grouping)
    others = f"{tree.grouping}:{OTHERS}"
    there = {leaf.split("/")[0] for leaf in tree.parties}
    own = {value: f"{tree.grouping}:{value}" for value in {values[ident] for ident in ids}}
    new = sorted(root for root in own.values() if root not in there)
    # A value that came since has a group of its own, if there is room for all of these.
    if others in there or len(there) + len(new) > most // 2:
        for value, root in own.items():
            if root not in there and value != UNKNOWN:
                own[value] = others
    return {ident: own[values[ident]] for ident in ids}


def _is_in(leaf: str, root: str | None) -> bool:
    return root is None or leaf.split("/", maxsplit=1)[0] == root
