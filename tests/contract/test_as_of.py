"""`asOf`: the network on a day, in a month or in a year of the world, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import asker

from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

# P has a period of its own; Q has none. The group has Alpha until 2014 and Beta from 2015-06 on.
TABLES = {
    "sources": "name\nBron\n",
    "organisations": "name,locator\nAlpha,1\nBeta,2\nGamma,3\n",
    "groups": "name,locator\nGroep,4\n",
    "campuses": "name,locator\nTerrein,5\n",
    "projects": "name,start,end,locator\nP,2014,2015-06,6\nQ,,,7\n",
    "member_of": "member,whole,start,end,locator\nAlpha,Groep,,2014,8\nBeta,Groep,2015-06,,9\n",
    "partner_in": "party,activity,start,end,locator\n"
    "Gamma,P,,,10\nGroep,P,,,11\nGamma,Q,2016-03,2016-03,12\nAlpha,Q,,,13\n",
    "tenant_of": "tenant,campus,start,locator\nGamma,Terrein,2015,14\n",
}


@pytest.fixture
def ask(store: Store, mini: Callable[..., Path]) -> Callable[..., Any]:
    load(store, check(MODEL, mini(**TABLES), store))
    return asker(store)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2013-12-31", []),
        ("2014-01-01", ["Alpha via Groep", "Gamma", "Groep"]),
        ("2014", ["Alpha via Groep", "Gamma", "Groep"]),
        ("2015-01-01", ["Gamma", "Groep"]),
        ("2015-06-30", ["Beta via Groep", "Gamma", "Groep"]),
        ("2015", ["Beta via Groep", "Gamma", "Groep"]),
        ("2015-07", []),
        (None, ["Alpha via Groep", "Beta via Groep", "Gamma", "Groep"]),
    ],
)
def test_partners_of_a_project_with_a_period(
    ask: Callable[..., Any], day: str | None, expected: list[str]
) -> None:
    """A participation without a period has its project's, and a membership must hold as well."""
    text = """query ($day: String) { project(name: "P") {
        partners(asOf: $day) { totalCount edges { via { name } node { name } } } } }"""
    found = ask(text, day=day)["project"]["partners"]
    names = [
        edge["node"]["name"] + (f" via {edge['via']['name']}" if edge["via"] else "")
        for edge in found["edges"]
    ]
    assert (names, found["totalCount"]) == (expected, len(expected))


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2016-02-29", ["Alpha"]), ("2016-03", ["Alpha", "Gamma"]), ("2016-04-01", ["Alpha"])],
)
def test_a_partial_date_covers_the_whole_of_its_month(
    ask: Callable[..., Any], day: str, expected: list[str]
) -> None:
    text = 'query ($day: String) { project(name: "Q") { partners(asOf: $day) { nodes { name } } } }'
    found = ask(text, day=day)["project"]["partners"]["nodes"]
    assert [node["name"] for node in found] == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2014-06-01", {"Alpha": 1}),  # through the group, in P
        ("2015-01-01", {"Groep": 1, "Terrein": 1}),  # the group has no member on that day
        ("2015-06-15", {"Beta": 1, "Terrein": 1}),
        ("2016-03-15", {"Alpha": 1, "Terrein": 1}),  # in Q
        (None, {"Alpha": 2, "Beta": 1, "Terrein": 1}),
    ],
)
def test_ties_on_a_day(ask: Callable[..., Any], day: str | None, expected: dict[str, int]) -> None:
    text = """query ($day: String) { organisation(name: "Gamma") {
        collaborators(asOf: $day) { edges { weight node { name } } } } }"""
    found = ask(text, day=day)["organisation"]["collaborators"]["edges"]
    assert {edge["node"]["name"]: edge["weight"] for edge in found} == expected


def test_a_link_to_one_or_a_list_takes_it_too(ask: Callable[..., Any]) -> None:
    text = """{ organisation(name: "Gamma") {
        before: tenantOf(asOf: "2014") { name } since: tenantOf(asOf: "2015-01") { name } } }"""
    assert ask(text)["organisation"] == {"before": [], "since": [{"name": "Terrein"}]}


@pytest.mark.parametrize("day", ["2016-13", "vorig jaar", "31-12-2016"])
def test_what_is_no_date_is_refused(ask: Callable[..., Any], day: str) -> None:
    text = 'query ($day: String) { project(name: "P") { partners(asOf: $day) { totalCount } } }'
    (error,) = ask(text, errors=True, day=day)
    assert error.message.startswith("asOf: ")
    assert error.extensions["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    ("day", "gaps", "near"),
    [
        ("2014-12-31", [("Alpha", None), ("Beta", None)], []),
        ("2015-06-15", [("Beta", 2), ("Alpha", None)], ["Gamma", "Beta"]),
        ("2015", [("Beta", 2), ("Alpha", None)], ["Gamma", "Beta"]),
        ("2016-03", [("Alpha", 2), ("Beta", None)], ["Gamma", "Alpha"]),
        ("2017", [("Alpha", None), ("Beta", None)], ["Gamma"]),
        (None, [("Alpha", 2), ("Beta", 2)], ["Gamma", "Alpha", "Beta"]),
    ],
)
def test_gaps_and_who_is_near_a_campus(
    ask: Callable[..., Any], day: str | None, gaps: list[Any], near: list[str]
) -> None:
    """Gamma is on the campus from 2015 on; who works with Gamma then is at two ties from it."""
    text = """query ($day: String) {
        gaps(from: {nameIn: ["Alpha", "Beta"]}, to: {kind: CAMPUS}, asOf: $day) {
            edges { distance node { name } } }
        campus(name: "Terrein") { partners(asOf: $day) { nodes { name } } } }"""
    found = ask(text, day=day)
    assert [(e["node"]["name"], e["distance"]) for e in found["gaps"]["edges"]] == gaps
    assert [one["name"] for one in found["campus"]["partners"]["nodes"]] == near


def test_gaps_want_a_date(ask: Callable[..., Any]) -> None:
    (error,) = ask(
        '{ gaps(from: {sme: true}, to: {kind: CAMPUS}, asOf: "soon") { totalCount } }', errors=True
    )
    assert error.extensions["code"] == "BAD_USER_INPUT"
