"""Before, during and after a programme: what the network was, and whether its partners changed.

Difference in differences: what changed for the partners, less what changed for everybody else
(Card and Krueger 1994), with a bootstrap percentile interval over the parties (Efron 1979).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from ledwerk.graph.analysis.projections import projected, two_mode
from ledwerk.graph.analysis.tie_matrix import TieMatrix
from ledwerk.graph.analysis.timeline import dated, undated_rows
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import LAST_DAY, OPEN_START, Mask, Network, Places
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.relations import ACTIVITIES

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
MEASURES = ("ties", "cross_ties")
_UNKNOWN = ("", "unknown")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the interval that holds it."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Phase:
    """The network of some days: of everybody, and what the partners and the others have in it.

    `parties` have a tie. `cross_share` is the share of ties between two helices among the ties of
    which both are known, None where there are none. `components` are those of two parties or more,
    `largest` the parties in the largest. The means are of all partners and of all others that have
    a tie in any of the phases; None where there are none of them.
    """

    name: str
    since: str
    until: str
    parties: int
    ties: int
    cross_share: float | None
    components: int
    largest: int
    partner_ties: float | None
    other_ties: float | None


@dataclass(frozen=True, slots=True)
class Effect:
    """How much more something rose for partners than for others, from before to another phase.

    Definition: with d = y(phase) - y(before) of a party, mean(d, partners) - mean(d, others). The
    interval holds the middle `level` of what as many partners and others give that are drawn from
    them with replacement. Ties that the programme makes itself it cannot fail to raise, so that
    `beside`, without them, says more.

    `measure` is "ties" or "cross_ties" (ties to another helix) of a party; `beside` says that the
    ties of the programme itself are not counted.
    """

    measure: str
    phase: str
    beside: bool
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Before, during and after a programme; `partners` and `others` are how many were compared.

    Partners take part in the programme or in what is part of it, at any time; others are the other
    parties with a tie in one of the phases. The phases are the programme's period and as long
    before and after it.
    `undated` counts the participations without a period, of their own or their activity.
    `effects` is empty where there are no partners or no others. `after` is missing among the
    phases where the programme has no end, and `until` is then empty.
    """

    programme: str
    partners: int
    others: int
    undated: int
    phases: tuple[Phase, ...]
    effects: tuple[Effect, ...]
    samples: int
    level: float
    seed: int


def before_after(
    network: Network,
    programme: str,
    lens: Lens | None = None,
    *,
    days: int | None = None,
    undated: bool = True,
    samples: int = 1000,
    level: float = 0.95,
    seed: int = 1,
    progress: Callable[[float], None] | None = None,
) -> BeforeAfter:
    """The network before, during and after a programme, and the difference in differences.

    See `BeforeAfter` and `Effect` for the definitions. `days` is how long `before` and `after` are,
    else as long as the programme, a year where it has no end. Without `undated`, participations
    that nobody dated are left out; else they count in every phase alike, and changes look smaller.
    Six projections, and O(samples x parties). Raises InvalidQuestion where the programme is not
    there or has no beginning.

    Not to be used as proof that a programme caused anything: partners chose it, were perhaps on
    another way before it, and are not independent of each other, for which the interval is too
    narrow.
    """
    lens = (lens or Lens()).at(None)
    spans = _spans(network, programme, days)
    count = int(undated_rows(network, "PARTNER_IN").sum())
    network = network if undated else dated(network)
    inside = two_mode(network, Lens(programme=programme, through=ACTIVITIES))
    partners = inside.members[np.diff(inside.incidence.indptr) > 0]
    beside = _without(network, inside.meetings)
    views = [[_seen(one, lens, span) for span in spans.values()] for one in (network, beside)]
    groups = _compared(views[0], partners)
    phases = tuple(
        _phase(name, span, view, groups)
        for (name, span), view in zip(spans.items(), views[0], strict=True)
    )
    told = _effects(views, tuple(spans), groups, _Draw(samples, level, seed, progress))
    sizes = (len(groups[0]), len(groups[1]))
    return BeforeAfter(programme, *sizes, count, phases, told, samples, level, seed)


@dataclass(frozen=True, slots=True)
class _Draw:
    samples: int
    level: float
    seed: int
    progress: Callable[[float], None] | None


@dataclass(frozen=True, eq=False, slots=True)
class _View:
    """The ties of some days, and how many each party has: all of them and those across helices."""

    matrix: TieMatrix
    ties: Whole
    cross_ties: Whole
    known: int
    across: int


def _spans(network: Network, programme: str, days: int | None) -> dict[str, tuple[str, str]]:
    """The phases, from one day to another; the last one is open where the programme is."""
    at = network.numbers.get(programme)
    if at is None or network.kind[at] not in ACTIVITIES:
        raise InvalidQuestion(f"{programme!r} is no programme or project; give the id of one")
    if network.first[at] == OPEN_START:
        raise InvalidQuestion(f"{programme!r} has no beginning, so there is no before")
    start = _date(int(network.first[at]))
    one = timedelta(1)
    if network.last[at] >= LAST_DAY:
        long = timedelta(days or 365)
        return {"before": _days(start - long, start - one), "during": (f"{start}", "")}
    end = _date(int(network.last[at]))
    long = timedelta(days) if days else end - start + one
    return {
        "before": _days(start - long, start - one),
        "during": _days(start, end),
        "after": _days(end + one, end + long),
    }


def _date(number: int) -> date:
    return date(number // 10000, number // 100 % 100, number % 100)


def _days(first: date, last: date) -> tuple[str, str]:
    return (f"{first}", f"{last}")


def _without(network: Network, meetings: Places) -> Network:
    """The network without taking part in some activities."""
    rows = network.relation("PARTNER_IN")
    kept = rows.taken(~np.isin(rows.target, meetings)) if len(rows) else rows
    return replace(network, relations={**network.relations, "PARTNER_IN": kept})


def _seen(network: Network, lens: Lens, span: tuple[str, str]) -> _View:
    matrix = projected(network, replace(lens, during=span))
    places = np.array([network.numbers[str(node)] for node in matrix.nodes], dtype=np.int64)
    ties = matrix.strengths.tocoo()
    helix = network.helix[places].astype(str)
    one, two = helix[ties.row], helix[ties.col]
    known = ~np.isin(one, _UNKNOWN) & ~np.isin(two, _UNKNOWN)
    across = known & (one != two)
    degrees, crossing = (np.zeros(len(network), dtype=np.int64) for _ in range(2))
    degrees[places] = matrix.degrees
    crossing[places] = np.bincount(ties.row[across], minlength=len(places))
    return _View(matrix, degrees, crossing, int(known.sum()) // 2, int(across.sum()) // 2)


def _compared(views: Sequence[_View], partners: Places) -> tuple[Places, Places]:
    """The partners, and everybody else who has a tie in some phase."""
    active: Mask = np.zeros(len(views[0].ties), dtype=bool)
    for view in views:
        active |= view.ties > 0
    active[partners] = False
    return partners, np.flatnonzero(active)


def _phase(
    name: str,
    span: tuple[str, str],
    view: _View,
    groups: tuple[Places, Places],
) -> Phase:
    count, label = connected_components(view.matrix.pattern, directed=False)
    sizes = np.bincount(label, minlength=count)
    share = view.across / view.known if view.known else None
    partner, other = (float(view.ties[one].mean()) if len(one) else None for one in groups)
    return Phase(
        name, *span,
        int((view.ties > 0).sum()), view.matrix.ties, share,
        int((sizes > 1).sum()), int(sizes[sizes > 1].max(initial=0)),
        partner, other,
    )  # fmt: skip


def _effects(
    views: Sequence[Sequence[_View]],
    names: tuple[str, ...],
    groups: tuple[Places, Places],
    draw: _Draw,
) -> tuple[Effect, ...]:
    if not all(len(group) for group in groups):
        return ()
    asked, changes = [], []
    for beside, (before, *later) in zip((False, True), views, strict=True):
        for phase, view in zip(names[1:], later, strict=True):
            for measure in MEASURES:
                asked.append((measure, phase, beside))
                changes.append(getattr(view, measure) - getattr(before, measure))
    table = np.array(changes, dtype=np.float64)
    estimates = _bootstrap(table[:, groups[0]], table[:, groups[1]], draw)
    return tuple(Effect(*what, one) for what, one in zip(asked, estimates, strict=True))


def _bootstrap(one: Floats, two: Floats, draw: _Draw) -> list[Estimate]:
    """The difference of means of each row, with its interval."""
    values = one.mean(axis=1) - two.mean(axis=1)
    rng = np.random.default_rng(draw.seed)
    drawn = np.empty((draw.samples, len(one)))
    for row in range(draw.samples):
        means = [
            part[:, rng.integers(part.shape[1], size=part.shape[1])].mean(axis=1)
            for part in (one, two)
        ]
        drawn[row] = means[0] - means[1]
        if draw.progress is not None:
            draw.progress((row + 1) / draw.samples)
    tail = (1 - draw.level) / 2
    low, high = np.quantile(drawn, [tail, 1 - tail], axis=0)
    return [Estimate(*map(float, row)) for row in zip(values, low, high, strict=True)]
