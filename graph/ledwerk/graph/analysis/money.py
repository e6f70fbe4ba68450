"""Money: who pays what for what, by programme, payer or helix. Currencies are never added."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ledwerk.graph.network import Network
from ledwerk.schema.relations import ACTIVITIES

GRANTED, RESERVED, ASKED_FOR, UNSTATED = "granted", "reserved", "asked_for", "unstated"
BUDGET, CONTRIBUTION = "budget", "contribution"
WHATS = (GRANTED, RESERVED, ASKED_FOR, UNSTATED, BUDGET, CONTRIBUTION)
NOBODY = ""
_EURO = "EUR"  # what the model says that a contribution is in


class By(Enum):
    """What money is put together by.

    PROGRAMME: what it is for, or what that is part of. PAYER: who pays, and of contributions the
    partner whose part it is. HELIX: that of the payer or partner. ALL: everything together.
    """

    PROGRAMME = "programme"
    PAYER = "payer"
    HELIX = "helix"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Sum:
    """One sum that a source names, or leaves out where it could: then `amount` is None.

    `what` is the state of funding ("granted", "reserved", "asked_for", or "unstated"), or "budget"
    (of a project, `payer` is "") or "contribution": a partner's part in what it takes part in,
    with the partner as `payer`; some sources mean what a partner pays, others (CORDIS) what it
    gets. `per` is what the sum is meant by, such as inhabitant and year; "" is in all.
    """

    what: str
    payer: str
    receiver: str
    amount: float | None
    currency: str
    per: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """What amounts in one currency, and per the same, add up to; `currency` "" is unknown."""

    currency: str
    per: str
    amount: float
    sums: int


@dataclass(frozen=True, slots=True)
class Money:
    """What there is of one sort of money under one label.

    `label` is an id, or a helix, and "" where there is none: money outside of all programmes, or
    that nobody is said to pay. `unknown` counts the sums of which no amount is known.
    """

    label: str
    what: str
    totals: tuple[Total, ...]
    unknown: int


def money(network: Network, by: By = By.ALL) -> tuple[Money, ...]:
    """What the sums on record add up to, by programme, payer, helix, or in all.

    Definition: each label, each sort (granted, reserved, asked for, unstated, budget, contribution)
    and within it each currency and "per" is added up by itself, since a budget is paid by
    contributions and a grant may become either. A sum counts for every programme that its
    receiver is, or is part of, at any depth and any time: so programmes do not add up to all.
    Order: name of the label, sort of money, currency. O(sums x programmes above).

    What is unknown is counted, not guessed and not taken as nothing; so totals are what is on
    record, at least. They must not be read as what was spent: money that is passed on is in it
    with each payer, and what was asked for may have been granted since.
    """
    label = _LABELS[by](network)
    amounts: dict[tuple[str, str], dict[tuple[str, str], list[float]]] = {}
    unknown: dict[tuple[str, str], int] = {}
    for one in sums_of(network):
        for name in label(one):
            key = (name, one.what)
            found = amounts.setdefault(key, {})
            if one.amount is None:
                unknown[key] = unknown.get(key, 0) + 1
            else:
                found.setdefault((one.currency, one.per), []).append(one.amount)
    listed = sorted(amounts, key=lambda key: (_order(network, key[0]), WHATS.index(key[1])))
    return tuple(Money(*key, _totals(amounts[key]), unknown.get(key, 0)) for key in listed)


def sums_of(network: Network) -> tuple[Sum, ...]:
    """Every sum of money on record: funding, budgets of projects, contributions of partners.

    A project or partner without one is among them, as unknown. O(nodes + relations).
    """
    return (*_funding(network), *_budgets(network), *_contributions(network))


def _funding(network: Network) -> Iterator[Sum]:
    rows = network.relation("FUNDS")
    columns = (rows.source, rows.target, rows.amount, rows.word, rows.currency, rows.per)
    for payer, receiver, amount, state, currency, per in zip(*map(_plain, columns), strict=True):
        ends = (network.ids[payer], network.ids[receiver])
        yield Sum(state or UNSTATED, *ends, _known(amount), currency, per)


def _budgets(network: Network) -> Iterator[Sum]:
    for at in np.flatnonzero(network.of_kinds(("Project",))).tolist():
        amount = _known(float(network.budget[at]))
        yield Sum(BUDGET, NOBODY, network.ids[at], amount, network.currency[at])


def _contributions(network: Network) -> Iterator[Sum]:
    rows = network.relation("PARTNER_IN")
    columns = (rows.source, rows.target, rows.amount)
    for partner, activity, amount in zip(*map(_plain, columns), strict=True):
        ends = (network.ids[partner], network.ids[activity])
        yield Sum(CONTRIBUTION, *ends, _known(amount), _EURO)


def _plain(column: NDArray[Any]) -> list[Any]:
    return list(column.tolist())


def _known(amount: float) -> float | None:
    return None if math.isnan(amount) else amount


def _totals(amounts: Mapping[tuple[str, str], list[float]]) -> tuple[Total, ...]:
    return tuple(
        Total(*key, math.fsum(found), len(found)) for key, found in sorted(amounts.items())
    )


def _order(network: Network, label: str) -> tuple[bool, tuple[str, str]]:
    at = network.numbers.get(label)
    return (label == NOBODY, (label, label) if at is None else network.order(at))


_Labels: TypeAlias = Callable[[Sum], Iterable[str]]


def _by_programme(network: Network) -> _Labels:
    """The programmes that what is paid for is, or is part of."""
    parts = network.targets("PART_OF")
    above: dict[str, tuple[str, ...]] = {}

    def labels(one: Sum) -> Iterable[str]:
        if one.receiver not in above:
            above[one.receiver] = _programmes(network, parts, one.receiver)
        return above[one.receiver]

    return labels


def _programmes(network: Network, parts: Mapping[int, list[int]], receiver: str) -> tuple[str, ...]:
    at = network.numbers.get(receiver)
    if at is None or network.kind[at] not in ACTIVITIES:
        return (NOBODY,)
    seen, edge = {at}, [at]
    while edge:
        ahead = {above for one in edge for above in parts.get(one, ())} - seen
        seen |= ahead
        edge = list(ahead)
    found = [network.ids[one] for one in sorted(seen) if network.kind[one] == "Programme"]
    return tuple(found) or (NOBODY,)


def _by_payer(_: Network) -> _Labels:
    return lambda one: (one.payer,)


def _by_helix(network: Network) -> _Labels:
    def labels(one: Sum) -> Iterable[str]:
        if one.payer == NOBODY:
            return (NOBODY,)
        at = network.numbers.get(one.payer)
        return ((network.helix[at] if at is not None else "") or "unknown",)

    return labels


def _by_nothing(_: Network) -> _Labels:
    return lambda _sum: (NOBODY,)


_LABELS: Mapping[By, Callable[[Network], _Labels]] = {
    By.PROGRAMME: _by_programme,
    By.PAYER: _by_payer,
    By.HELIX: _by_helix,
    By.ALL: _by_nothing,
}
