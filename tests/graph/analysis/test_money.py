"""Money: by hand, and what LED has on record."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.graph.analysis.small_networks import network

from ledwerk.graph.analysis.money import By, Money, Sum, Total, money, sums_of
from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import Store

NODES: dict[str, dict[str, Any]] = {
    "oCity": {"helix": "government"},
    "oFirm": {"helix": "industry"},
    "oOdd": {},
    "r1": {}, "r2": {}, "p1": {"budget": 100.0}, "p2": {}, "p3": {"budget": 0.0},
}  # fmt: skip


def funds(payer: str, receiver: str, amount: float | None, **more: str) -> tuple[Any, ...]:
    return ("FUNDS", payer, receiver, {"amount": amount, "currency": "EUR"} | more)


LINKS: list[tuple[Any, ...]] = [
    ("PART_OF", "p1", "r2"),
    ("PART_OF", "r2", "r1"),
    ("PART_OF", "p2", "r1"),
    ("PART_OF", "p2", "r2"),
    funds("oCity", "p1", 10.0, word="granted"),
    funds("oCity", "r1", 5.5, word="granted"),
    funds("oFirm", "p1", 3.0, word="granted", currency="USD"),
    funds("oCity", "p2", None, word="granted"),
    funds("oCity", "p2", 7.0, word="asked_for"),
    funds("oOdd", "oFirm", 6.0, word="granted", per="inhabitant"),
    funds("oOdd", "p3", 1.0),
    ("PARTNER_IN", "oFirm", "p1", {"amount": 4.0}),
    ("PARTNER_IN", "oOdd", "p1"),
]


def net() -> Network:
    return network(NODES, LINKS)


def told(by: By, label: str) -> dict[str, tuple[dict[tuple[str, str], float], int]]:
    return {
        one.what: ({(t.currency, t.per): t.amount for t in one.totals}, one.unknown)
        for one in money(net(), by)
        if one.label == label
    }


def test_every_sum_is_on_the_list() -> None:
    found = sums_of(net())
    assert len(found) == 7 + 3 + 2
    assert Sum("granted", "oOdd", "oFirm", 6.0, "EUR", "inhabitant") in found
    assert Sum("unstated", "oOdd", "p3", 1.0, "EUR") in found
    assert Sum("budget", "", "p1", 100.0, "") in found
    assert Sum("budget", "", "p2", None, "") in found
    assert Sum("contribution", "oOdd", "p1", None, "EUR") in found


def test_all_of_it_without_adding_what_is_not_alike() -> None:
    assert money(net()) == (
        Money(
            "", "granted",
            (Total("EUR", "", 15.5, 2), Total("EUR", "inhabitant", 6.0, 1), Total("USD", "", 3.0, 1)),
            1,
        ),
        Money("", "asked_for", (Total("EUR", "", 7.0, 1),), 0),
        Money("", "unstated", (Total("EUR", "", 1.0, 1),), 0),
        Money("", "budget", (Total("", "", 100.0, 2),), 1),
        Money("", "contribution", (Total("EUR", "", 4.0, 1),), 1),
    )  # fmt: skip


def test_by_programme_with_all_that_is_part_of_it() -> None:
    euro = ("EUR", "")
    assert told(By.PROGRAMME, "r1") == {
        "granted": ({euro: 15.5, ("USD", ""): 3.0}, 1),
        "asked_for": ({euro: 7.0}, 0),
        "budget": ({("", ""): 100.0}, 1),
        "contribution": ({euro: 4.0}, 1),
    }
    assert told(By.PROGRAMME, "r2")["granted"] == ({euro: 10.0, ("USD", ""): 3.0}, 1)
    assert told(By.PROGRAMME, "") == {
        "granted": ({("EUR", "inhabitant"): 6.0}, 0),  # to a party
        "unstated": ({euro: 1.0}, 0),
        "budget": ({("", ""): 0.0}, 0),  # which is known, and nothing
    }


def test_by_payer_and_by_helix() -> None:
    assert told(By.PAYER, "oCity") == {
        "granted": ({("EUR", ""): 15.5}, 1),
        "asked_for": ({("EUR", ""): 7.0}, 0),
    }
    assert told(By.PAYER, "") == {"budget": ({("", ""): 100.0}, 1)}
    assert told(By.HELIX, "government") == told(By.PAYER, "oCity")
    assert told(By.HELIX, "unknown")["granted"] == ({("EUR", "inhabitant"): 6.0}, 0)
    assert [one.label for one in money(net(), By.PAYER)] == [
        "oCity", "oCity", "oFirm", "oFirm", "oOdd", "oOdd", "oOdd", "",
    ]  # fmt: skip


def test_a_ring_of_programmes_has_an_end() -> None:
    links = [("PART_OF", "r1", "r2"), ("PART_OF", "r2", "r1"), funds("oCity", "r1", 1.0)]
    found = money(network(NODES, links), By.PROGRAMME)
    assert {(one.label, one.what) for one in found} >= {("r1", "unstated"), ("r2", "unstated")}


@pytest.mark.parametrize("by", By)
def test_no_money(by: By) -> None:
    assert money(network({}, []), by) == ()
    assert money(network({"oA": {}}, []), by) == ()


def test_small_sums_add_up_in_any_order() -> None:
    links = [funds("oCity", f"p{n}", 0.1) for n in range(10)]
    nodes = {"oCity": {}, **{f"p{n}": {} for n in range(10)}}
    assert money(network(nodes, links))[0].totals == (Total("EUR", "", 1.0, 10),)


def test_led(led: Store) -> None:
    made = network_of(asyncio.run(led.network()))
    by_what = {one.what: one for one in money(made)}
    assert by_what["granted"].totals == (
        Total("EUR", "", 27_700_000.0, 2), Total("EUR", "inwoner per jaar", 6.0, 1),
    )  # fmt: skip
    assert by_what["reserved"].totals == by_what["asked_for"].totals == (
        Total("EUR", "", 500_000.0, 1),
    )  # fmt: skip
    assert (by_what["budget"].totals, by_what["budget"].unknown) == ((), 20)
    payers = {one.label for one in money(made, By.PAYER) if one.what == "granted"}
    assert payers == {
        "group:gemeenten", "organisation:limburg-economic-development", "group:derden",
    }  # fmt: skip
