"""The graph in columns: what every analysis looks at, read in one statement a revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.derived import members_within
from ledwerk.graph.store import NetworkRows
from ledwerk.schema.fields import first_day, last_day

Places: TypeAlias = NDArray[np.int64]
Days: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]
Mask: TypeAlias = NDArray[np.bool_]

# No day that a source can name is one of these: an end on 9999-12-31 is said, and no open end.
OPEN_START, OPEN_END = 0, 99991232
LAST_DAY = 99991231  # which sources write where they mean that there is no end


@dataclass(frozen=True, slots=True)
class Span:
    """The days from one to another, each as a number such as 20161001; both are within."""

    first: int = OPEN_START
    last: int = OPEN_END


ALWAYS = Span()


def span_of(as_of: str | None, during: tuple[str, str] | None = None) -> Span:
    """The days of a partial date, or from one to another, open where it is ""; else every day."""
    if as_of is not None:
        return Span(day(first_day(as_of)), day(last_day(as_of)))
    if during is not None:
        start, end = during
        return Span(
            day(first_day(start)) if start else OPEN_START, day(last_day(end)) if end else OPEN_END
        )
    return ALWAYS


def day(text: str) -> int:
    """A whole date as a number: "2016-10-01" gives 20161001."""
    return int(text.replace("-", ""))


@dataclass(frozen=True, eq=False, slots=True)
class Relations:
    """The relations of one kind, in columns of equal length.

    `source` and `target` are places of nodes; `amount` is a contribution (in euro) or a sum of
    money (in `currency`, `per` inhabitant, say), nan where unknown; `word` is a partner's role or
    the state of money, `year` what it is for. Words are "" where there are none.
    """

    source: Places
    target: Places
    first: Days
    last: Days
    amount: Floats
    word: NDArray[np.object_]
    year: NDArray[np.object_]
    currency: NDArray[np.object_]
    per: NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.source)

    def within(self, span: Span) -> Mask:
        """Which hold on one of the days at least."""
        return overlaps(self.first, self.last, span)

    def taken(self, chosen: Mask | Places) -> Relations:
        """Some of them."""
        return Relations(
            self.source[chosen], self.target[chosen], self.first[chosen], self.last[chosen],
            self.amount[chosen], self.word[chosen], self.year[chosen], self.currency[chosen],
            self.per[chosen],
        )  # fmt: skip


def overlaps(first: Days, last: Days, span: Span) -> Mask:
    """Which spans have a day in common with one; a span that ends before it begins has none.

    Over all time every span counts, also one that sources make end before it begins.
    """
    if span == ALWAYS:
        every: Mask = np.ones(first.shape, dtype=bool)
        return every
    found: Mask = (first <= span.last) & (last >= span.first) & (first <= last)
    return found


@dataclass(frozen=True, eq=False)
class Network:
    """Every node that analyses look at, in the order of ids, and the relations between them.

    `helix` and `type` are the model's words, "" where unknown or not of this kind of node; `sme` is
    1, 0 or -1 for unknown; `budget` is nan where unknown.
    """

    revision: int
    ids: tuple[str, ...]
    kind: NDArray[np.object_]
    name: NDArray[np.object_]
    sort: NDArray[np.object_]
    helix: NDArray[np.object_]
    type: NDArray[np.object_]
    sme: NDArray[np.int8]
    first: Days
    last: Days
    budget: Floats
    currency: NDArray[np.object_]
    relations: Mapping[str, Relations]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each id."""
        return {ident: place for place, ident in enumerate(self.ids)}

    def of_kinds(self, kinds: Iterable[str]) -> Mask:
        """Which nodes are of some kinds."""
        found: Mask = np.zeros(len(self), dtype=bool)
        for kind in kinds:
            found |= self.kind == kind
        return found

    def relation(self, kind: str) -> Relations:
        """The relations of a kind; none where there are none."""
        return self.relations.get(kind, NO_RELATIONS)

    def called(self, ident: Hashable) -> str:
        """The name of a node; the id itself of one that is not there."""
        place = self.numbers.get(str(ident))
        return str(ident) if place is None else str(self.name[place])

    def order(self, place: int) -> tuple[str, str]:
        """Sort name, then id: the order in which equals are listed."""
        return (self.sort[place], self.ids[place])

    @cached_property
    def rank(self) -> Places:
        """Each node's place in the order of sort names, then ids."""
        listed = sorted(range(len(self)), key=self.order)
        found = np.empty(len(self), dtype=np.int64)
        found[listed] = np.arange(len(self))
        return found

    @cached_property
    def memberships(self) -> dict[int, dict[int, tuple[int, int]]]:
        """Everybody in each group, also through a group within it, and from when to when.

        Who is in it by two ways counts from the first beginning to the last end.
        """
        rows = self.relation("MEMBER_OF")
        rows = rows.taken(self.kind[rows.target] == "Group")
        direct: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
        columns = (rows.target, rows.source, rows.first, rows.last)
        for group, member, first, last in zip(*(c.tolist() for c in columns), strict=True):
            direct[group].append((member, (first, last)))
        always = (OPEN_START, OPEN_END)
        return {group: members_within(direct, group, always) for group in list(direct)}

    def targets(self, kind: str, kinds: Sequence[str] = ()) -> dict[int, list[int]]:
        """The targets of each source of a kind of relation, where they are of some kinds."""
        found: dict[int, list[int]] = {}
        relations = self.relation(kind)
        for source, target in zip(
            relations.source.tolist(), relations.target.tolist(), strict=True
        ):
            if not kinds or self.kind[target] in kinds:
                found.setdefault(source, []).append(target)
        return found


def network_of(rows: NetworkRows) -> Network:
    """The columns of what a store read."""
    nodes = sorted(rows.nodes)
    number = {node[0]: place for place, node in enumerate(nodes)}
    columns = list(zip(*nodes, strict=True)) or [()] * 11
    by_kind: dict[str, list[tuple[Any, ...]]] = {}
    for relation in rows.relations:
        by_kind.setdefault(relation[0], []).append(relation)
    kind, name, sort, helix, type_ = (_words(column) for column in columns[1:6])
    return Network(
        rows.revision, tuple(columns[0]), kind, name, sort, helix, type_,
        np.array([-1 if one is None else int(one) for one in columns[6]], dtype=np.int8),
        _days(columns[7], OPEN_START),
        _days(columns[8], OPEN_END),
        _amounts(columns[9]), _words(columns[10]),
        {one: _relations(found, number) for one, found in sorted(by_kind.items())},
    )  # fmt: skip


def _relations(rows: list[tuple[Any, ...]], number: Mapping[str, int]) -> Relations:
    # In an order of their own, so that both stores give the same columns.
    placed = [(number[row[1]], number[row[2]], *row[3:]) for row in rows]
    placed.sort(key=lambda row: (row[0], row[1], *(str(value or "") for value in row[2:])))
    source, target, first, last, amount, word, year, currency, per = zip(*placed, strict=True)
    return Relations(
        np.array(source, dtype=np.int64),
        np.array(target, dtype=np.int64),
        _days(first, OPEN_START),
        _days(last, OPEN_END),
        _amounts(amount),
        _words(word),
        _words(year),
        _words(currency),
        _words(per),
    )


def _words(column: Sequence[str | None]) -> NDArray[np.object_]:
    found = np.empty(len(column), dtype=object)
    found[:] = [word or "" for word in column]
    return found


def _days(column: Sequence[str | None], missing: int) -> Days:
    return np.array([missing if one is None else day(one) for one in column], dtype=np.int64)


def _amounts(column: Sequence[float | None]) -> Floats:
    return np.array([np.nan if one is None else one for one in column], dtype=np.float64)


_EMPTY = np.zeros(0, dtype=np.int64)
_WORDLESS: NDArray[np.object_] = np.zeros(0, dtype=object)
NO_RELATIONS = Relations(
    _EMPTY, _EMPTY, _EMPTY, _EMPTY, np.zeros(0), _WORDLESS, _WORDLESS, _WORDLESS, _WORDLESS
)
