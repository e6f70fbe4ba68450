"""The lines of a picture, in each of its details."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import log2
from typing import Any

import numpy as np
from scipy import sparse

from ledwerk.graph.lens import Lens
from ledwerk.graph.network import Mask
from ledwerk.schema.kinds import Model
from ledwerk.viz.scene_asked import Asked
from ledwerk.viz.scene_choice import Chosen
from ledwerk.viz.scene_filter import Passing
from ledwerk.viz.scene_fresh import Fresh
from ledwerk.viz.scene_gaps import Gap
from ledwerk.viz.scene_ground import KINDS, Ground
from ledwerk.viz.scene_unreviewed import ALL_REVIEWED, Unreviewed, reviewed
from ledwerk.viz.style import GAP, SEATED, SHARED, shade
from ledwerk.viz.texts import said
from ledwerk.viz.texts_scene import scene_text
from ledwerk.viz.view import Tie

TIES_PER_MARK = 3  # that may be drawn where there is room for so many marks
MOST_NAMED = 3  # introducers in a sentence
PLAIN_LENS = Lens()
_LEAST = 30  # marks that ties are allowed for
_WIDEST, _DOUBLED = 7.0, 1.2  # pixels: the widest tie, and what twice the weight adds


@dataclass(frozen=True, slots=True)
class Lines:
    """Ties in their order, and how many of the weakest are not drawn."""

    ties: tuple[Tie, ...]
    left_out: int = 0


@dataclass(frozen=True, eq=False)
class Drawing:
    """What lines are drawn for.

    `dense` says that as many may be as there is room for marks, `between` the ids that ties of
    parties are drawn between; None: all.
    """

    model: Model
    ground: Ground
    passing: Passing
    asked: Asked
    chosen: Chosen
    fresh: Fresh
    lang: str
    dense: bool = False
    between: frozenset[str] | None = None
    unreviewed: Unreviewed = ALL_REVIEWED
    lens: Lens = PLAIN_LENS

    @cached_property
    def reviewed(self) -> Passing:
        """What passes, with only the ties that somebody has said or reviewed."""
        if not self.unreviewed:
            return self.passing
        return reviewed(self.ground.network, self.passing, self.lens, self.unreviewed)

    def id(self, place: int) -> str:
        """The id of a node."""
        return self.ground.network.ids[place]

    def name(self, place: int) -> str:
        """The name of a node."""
        return str(self.ground.network.name[place])

    def is_sure(self, one: int, other: int) -> bool:
        """Whether two parties have a tie that somebody has said or reviewed."""
        row = self.reviewed.numbers
        if one not in row or other not in row:
            return True  # which the filters keep out, and the path still goes over
        return bool(self.reviewed.weights[row[one], row[other]])


def lines_of(drawing: Drawing, most: int) -> Lines:
    """The ties between what is drawn, each pair of ends and kind once: first what is there, then
    the path and the ways over introducers where they are not among it, then gaps.
    """
    if drawing.chosen.detail == "activities":
        left_out, ties = 0, _relations(drawing)
    else:
        marks = len(drawing.chosen.clusters) + len(drawing.chosen.nodes)
        room = most if drawing.dense else max(marks, _LEAST)
        strong, left_out = _strong(_unit_weights(drawing, drawing.passing), TIES_PER_MARK * room)
        ties = _weighed(drawing, strong) + _relations_named(drawing)
    found = {(tie.source, tie.target, tie.look.label): tie for tie in ties}
    _light(found, _path(drawing) + _ways(drawing))
    gaps = _gaps(drawing)
    return Lines((*(found[key] for key in sorted(found)), *gaps), left_out)


def _relations(drawing: Drawing) -> list[Tie]:
    """What passes between what is drawn, and all relations of what was asked for by name."""
    rows = drawing.ground.rows
    named: Mask = np.zeros(len(drawing.ground.network), dtype=bool)
    named[list(drawing.asked.named("activities"))] = True
    wanted = drawing.passing.rows | named[rows.source] | named[rows.target]
    return _told(drawing, wanted & rows.between(_drawn(drawing)))


def _relations_named(drawing: Drawing) -> list[Tie]:
    """What ties activities and groups that were asked for by name to the parties beside them."""
    ground, drawn = drawing.ground, _drawn(drawing)
    apart = drawn & (ground.activities | ground.stood_for)
    rows = ground.rows
    shown = rows.between(drawn) & (apart[rows.source] | apart[rows.target])
    return _told(drawing, shown)


def _drawn(drawing: Drawing) -> Mask:
    found: Mask = np.zeros(len(drawing.ground.network), dtype=bool)
    found[list(drawing.chosen.nodes)] = True
    return found


def _told(drawing: Drawing, shown: Mask) -> list[Tie]:
    rows = drawing.ground.rows
    columns = (rows.source[shown], rows.target[shown], rows.kind[shown])
    return [
        _relation(drawing, source, target, KINDS[code])
        for source, target, code in zip(*(column.tolist() for column in columns), strict=True)
    ]


def _relation(drawing: Drawing, source: int, target: int, kind: str) -> Tie:
    label = said(drawing.model.relation(kind).label, drawing.lang)
    ends = (drawing.id(source), drawing.id(target))
    waits = (*ends, kind) in drawing.unreviewed.steps
    fresh = (*ends, kind) in drawing.fresh.steps
    return Tie(*ends, shade(kind), _marked(drawing, label, waits), fresh=fresh, unreviewed=waits)


def _marked(drawing: Drawing, title: str, waits: bool) -> str:
    return f"{title} ({scene_text('unreviewed', drawing.lang)})" if waits else title


# -- ties between parties and clusters ----------------------------------------------------------


def _unit_weights(drawing: Drawing, passing: Passing) -> Mapping[tuple[str, str], int]:
    """The weight of the tie of each two of what is drawn, by id in the order of ids."""
    chosen = drawing.chosen
    row = passing.numbers
    units = [(drawing.id(one), [row[one]]) for one in chosen.nodes if one in row]
    units += [(one.id, [row[at] for at in one.members]) for one in chosen.clusters]
    if drawing.between is not None:
        units = [unit for unit in units if unit[0] in drawing.between]
    if not chosen.clusters:
        weights = _among(passing.weights, [rows[0] for _, rows in units])
    else:
        weights = _between(passing, [rows for _, rows in units])
    upper = sparse.triu(weights, k=1, format="coo")
    names = [ident for ident, _ in units]
    found = {}
    for one, other, weight in zip(*(c.tolist() for c in (upper.row, upper.col, upper.data)),
                                  strict=True):  # fmt: skip
        pair = sorted((names[one], names[other]))
        found[pair[0], pair[1]] = round(weight)
    return found


def _among(weights: sparse.csr_array[Any], rows: list[int]) -> sparse.csr_array[Any]:
    return sparse.csr_array(weights[rows][:, rows])


def _between(passing: Passing, units: list[list[int]]) -> sparse.csr_array[Any]:
    """In how many activities each two take part, and how many tenancies there are between them."""
    sizes = [len(rows) for rows in units]
    where = (np.repeat(np.arange(len(units)), sizes), np.concatenate([*units, []]).astype(int))
    shape = (len(units), len(passing.members))
    inside = sparse.coo_array((np.ones(sum(sizes)), where), shape=shape).tocsr()
    taking = sparse.csr_array(inside @ passing.taking)
    taking.data = np.ones(taking.nnz)
    return sparse.csr_array(taking @ taking.T + inside @ passing.direct @ inside.T)


def _strong(
    weights: Mapping[tuple[str, str], int], most: int
) -> tuple[dict[tuple[str, str], int], int]:
    """The strongest ties, and of each mark its strongest; how many others there are."""
    if len(weights) <= most:
        return dict(weights), 0
    order = sorted(weights, key=lambda pair: (-weights[pair], pair))
    kept, met = set(order[:most]), set[str]()
    for pair in order:
        if not set(pair) <= met:
            kept.add(pair)
            met |= set(pair)
    return {pair: weights[pair] for pair in kept}, len(weights) - len(kept)


def _weighed(drawing: Drawing, weights: Mapping[tuple[str, str], int]) -> list[Tie]:
    """Ties as wide as the logarithm of their weight says, the weakest and strongest in reach."""
    low = max(min(weights.values(), default=1), 1)
    span = log2(max(weights.values(), default=1) / low)
    step = min(_DOUBLED, (_WIDEST - 1) / span) if span > 0 else _DOUBLED
    sure = _unit_weights(drawing, drawing.reviewed) if drawing.unreviewed else weights
    return [
        _shared(
            drawing, *pair, weight, 1 + step * log2(max(weight, low) / low), waits=pair not in sure
        )
        for pair, weight in sorted(weights.items())
    ]


def _shared(
    drawing: Drawing, one: str, other: str, weight: int, width: float | None = None, *, waits: bool
) -> Tie:
    if width is None:
        width = min(1 + _DOUBLED * log2(max(weight, 1)), _WIDEST)
    title = scene_text("shared_one" if weight == 1 else "shared_many", drawing.lang, count=weight)
    fresh = drawing.fresh.is_new_tie(one, other, weight)
    look = replace(SHARED, width=round(width, 2))
    told = _marked(drawing, title, waits)
    return Tie(one, other, look, told, weight, fresh=fresh, unreviewed=waits)


# -- paths and gaps -----------------------------------------------------------------------------


def _path(drawing: Drawing) -> list[Tie]:
    way = drawing.asked.way(drawing.chosen.detail)
    if way is None:
        return []
    return [
        _step(drawing, one, other, kind) if kind else _pair(drawing, one, other)
        for one, other, kind in way.steps
    ]


def _step(drawing: Drawing, one: int, other: int, kind: str) -> Tie:
    """A step of a path, in the direction in which it is said."""
    rows = drawing.ground.network.relation(kind)
    onwards = bool(((rows.source == one) & (rows.target == other)).any())
    source, target = (one, other) if onwards else (other, one)
    if kind in KINDS:
        return _relation(drawing, source, target, kind)
    label = said(drawing.model.relation(kind).label, drawing.lang)
    if not (onwards or bool(((rows.source == other) & (rows.target == one)).any())):
        # Over a seat, which is not drawn: from whoever has it to the board.
        label = scene_text("seated", drawing.lang)
        if drawing.ground.network.kind[source] == "Board":
            source, target = target, source
    return Tie(drawing.id(source), drawing.id(target), SEATED, label)


def _pair(drawing: Drawing, one: int, other: int) -> Tie:
    ends = sorted((drawing.id(one), drawing.id(other)))
    waits = bool(drawing.unreviewed) and not drawing.is_sure(one, other)
    return _shared(drawing, ends[0], ends[1], _weight(drawing, one, other), waits=waits)


def _weight(drawing: Drawing, one: int, other: int) -> int:
    matrix = drawing.asked.ties
    numbers = matrix.numbers
    return round(float(matrix.strengths[numbers[drawing.id(one)], numbers[drawing.id(other)]]))


def _ways(drawing: Drawing) -> list[Tie]:
    return [
        _pair(drawing, one, other)
        for gap in drawing.asked.gaps.drawn
        for one, other in zip(gap.way[:-1], gap.way[1:], strict=True)
    ]


def _light(found: dict[tuple[str, str, str], Tie], lit: Iterable[Tie]) -> None:
    """Let ties light up; those that are not drawn yet are added."""
    for tie in lit:
        key = (tie.source, tie.target, tie.look.label)
        found[key] = replace(found.get(key, tie), lit=True)


def _gaps(drawing: Drawing) -> list[Tie]:
    made = []
    for gap in sorted(drawing.asked.gaps.drawn, key=lambda one: (one.party, one.target)):
        title = _introduced(drawing, gap)
        via = tuple((drawing.id(one), drawing.name(one)) for one in gap.introducers[:MOST_NAMED])
        ends = drawing.id(gap.party), drawing.id(gap.target)
        made.append(Tie(*ends, GAP, title, gap=True, via=via))
    return made


def _introduced(drawing: Drawing, gap: Gap) -> str:
    """Who could introduce whom to whom, in words."""
    names = [drawing.name(one) for one in gap.introducers[:MOST_NAMED]]
    more = len(gap.introducers) - len(names)
    key = "introduced_more" if more else "introduced" if len(names) == 1 else "introduced_several"
    if not more and len(names) > 1:
        names = [*names[:-2], f"{names[-2]} {scene_text('and', drawing.lang)} {names[-1]}"]
    ends = {"party": drawing.name(gap.party), "target": drawing.name(gap.target)}
    return scene_text(key, drawing.lang, **ends, names=", ".join(names), more=more)
