"""Filters, orders and pages below GraphQL: every operator on every shape of value, by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.contract.making import ask, ids, link, listed, node, put, whole

from ledwerk.graph import plan as p
from ledwerk.graph.store import Store
from ledwerk.schema.fields import Shape as FieldShape
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import NodeKind
from ledwerk.schema.model import MODEL

# One indicator for each letter: dates, numbers, texts, choices and none of them.
ROWS = (
    node("indicator:a", name="Àlpha", year="2016", value=1.0, unit="EUR", state="observed"),
    node("indicator:b", name="beta", year="2016-01", value=-2.5, unit="eur", state="target"),
    node("indicator:c", name="Gamma-ray", year="2016-10", value=10.0, unit="EUR per jaar"),
    node("indicator:d", name="delta (Délta)", year="2016-10-03", value=0.0, unit="Σ banen"),
    node("indicator:e", name="epsilon", year="2015-12-31", unit="100%_"),
    node("indicator:f", name="Zeta", value=3.0, aliases=("Z", "Zêta BV"), state="estimated"),
)


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, *ROWS)
    return store


def letters(store: Store, where: p.Condition, *order: p.Order) -> str:
    plan = listed("Indicator", where=where, order=order or (p.Order("id"),))
    return "".join(ids(store, plan))


CASES: list[tuple[str, p.Operator, Any, str]] = [
    # Partial dates are compared as they are written.
    ("year", "lt", "2016", "e"), ("year", "lte", "2016", "ae"), ("year", "gt", "2016", "bcd"),
    ("year", "gte", "2016", "abcd"), ("year", "eq", "2016", "a"), ("year", "eq", None, "f"),
    ("year", "lt", "2016-10", "abe"), ("year", "lte", "2016-10", "abce"),
    ("year", "gt", "2016-10", "d"), ("year", "gte", "2016-10", "cd"),
    ("year", "gte", "2016-10-03", "d"), ("year", "lt", "2016-01-01", "abe"),
    ("year", "in", ("2016", "2016-10", None), "acf"), ("year", "in", (), ""),
    ("year", "starts", "2016-1", "cd"), ("year", "contains", "-10", "cd"),
    ("value", "lt", 1.0, "bd"), ("value", "lte", 1.0, "abd"), ("value", "gt", 0.0, "acf"),
    ("value", "gte", 0.0, "acdf"), ("value", "eq", 10.0, "c"), ("value", "eq", 10, "c"),
    ("value", "eq", None, "e"), ("value", "in", (1, 3.0), "af"), ("value", "in", (None,), "e"),
    ("value", "gt", -2.5, "acdf"), ("value", "lt", -2.5, ""),
    ("unit", "eq", "EUR", "a"), ("unit", "eq", "eur", "b"), ("unit", "in", ("EUR", "eur"), "ab"),
    ("unit", "contains", "EUR", "abc"), ("unit", "contains", "σ", "d"),
    ("unit", "contains", "PER JAAR", "c"), ("unit", "starts", "eur", "abc"),
    ("unit", "contains", "%", "e"), ("unit", "contains", "_", "e"), ("unit", "contains", "", "abcde"),
    ("unit", "starts", "σ B", "d"), ("unit", "eq", "", ""), ("unit", "lt", "EUR per", "ae"),
    ("unit", "gte", "eur", "bd"), ("unit", "eq", None, "f"),
    ("state", "eq", "observed", "a"), ("state", "in", ("target", None), "bcde"),
    ("state", "eq", None, "cde"),
    ("name", "eq", "ALPHA", "a"), ("name", "eq", "zêta", "f"), ("name", "eq", "Z", "f"),
    ("name", "in", ("beta bv", "alpha"), "ab"), ("name", "in", (), ""), ("name", "eq", "", ""),
    ("name", "contains", "ÉLTA", "d"), ("name", "contains", "-", "c"), ("name", "starts", "a", "a"),
    ("name", "starts", "gamma-", "c"), ("name", "contains", "(", "d"), ("name", "lt", "c", "bcf"),
    ("aliases", "contains", "zeta", "f"), ("aliases", "contains", "et", ""),
    ("aliases", "contains", "BETA", "b"), ("aliases", "eq", None, "abcde"),
    ("id", "eq", "indicator:b", "b"), ("id", "in", ("indicator:c", "indicator:a", "x"), "ac"),
]  # fmt: skip


def test_each_operator_on_each_shape(filled: Store) -> None:
    """And what is not so includes what is unknown."""
    for name, operator, value, found in CASES:
        where = p.Compare(name, operator, value)
        assert letters(filled, where) == found, where
        rest = "".join(letter for letter in "abcdef" if letter not in found)
        assert letters(filled, p.Not(where)) == rest, where


def test_conditions_together(filled: Store) -> None:
    eur, late = p.Compare("unit", "contains", "eur"), p.Compare("year", "gte", "2016-10")
    cases: dict[p.Condition, str] = {
        p.All(()): "abcdef", p.AnyOf(()): "", p.Not(p.All(())): "", p.Not(p.AnyOf(())): "abcdef",
        p.All((eur, late)): "c", p.AnyOf((eur, late)): "abcd", p.All((eur, p.Not(late))): "ab",
        p.AnyOf((p.Not(eur), late)): "cdef", p.Not(p.AnyOf((eur, late))): "ef",
        p.All((p.AnyOf((eur, late)), p.AnyOf((p.Not(eur), p.All(()))))): "abcd",
    }  # fmt: skip
    for where, found in cases.items():
        assert letters(filled, where) == found


_EXAMPLES: dict[FieldShape, Value] = {
    FieldShape.TEXT: "text", FieldShape.NUMBER: 1.5, FieldShape.INTEGER: 3, FieldShape.BOOLEAN: True,
    FieldShape.LIST: ("one", "two"), FieldShape.DATE: "2016-02",
}  # fmt: skip


def _full(kind: NodeKind) -> dict[str, Value]:
    """Every property of a kind, with a value of its shape."""
    made = {}
    for prop in kind.properties:
        words = prop.type.vocabulary
        made[prop.name] = words.values[0] if words else _EXAMPLES[prop.type.shape]
    return made | dict(kind.fixed)


def test_each_property_of_each_kind_is_shown_and_filtered_by(store: Store) -> None:
    rows = [node(f"{kind.prefix}:full", **_full(kind)) for kind in MODEL.nodes]
    rows += [node(f"{kind.prefix}:bare") for kind in MODEL.nodes]
    put(store, *rows)
    for kind in MODEL.nodes:
        full, conditions = _full(kind), []
        names = tuple(prop.name for prop in kind.properties)
        shown = {row["id"]: row for row in ask(store, listed(kind.name, "id", *names))}
        for prop in kind.properties:
            value = full[prop.name]
            upper = str(value).upper() if prop.type.vocabulary else value
            wanted = list(value) if isinstance(value, tuple) else upper
            assert shown[f"{kind.prefix}:full"][prop.name] == wanted, (kind.name, prop.name)
            if isinstance(value, tuple):
                continue
            conditions.append(p.Compare(prop.name, "eq", value))
            conditions.append(p.Compare(prop.name, "in", (value, None)))
            if not isinstance(value, bool):
                conditions.append(p.Compare(prop.name, "lte", value))
                conditions.append(p.Compare(prop.name, "gte", value))
        found = ids(store, listed(kind.name, where=p.All(tuple(conditions))))
        assert "full" in found, kind.name
        none = [p.Compare(n, "eq", None) for n in names if shown[f"{kind.prefix}:bare"][n] is None]
        assert ids(store, listed(kind.name, where=p.All(tuple(none)))) == ["bare"] if none else True
        bare = next((c.name for c in none), "id")
        for descending in (False, True):
            found = ids(store, listed(kind.name, order=(p.Order(bare, descending),)))
            assert found == (["full", "bare"] if none else sorted(found, reverse=descending))


def test_conditions_on_what_is_related(store: Store) -> None:
    put(
        store,
        node("organisation:a", name="A", helix="industry"), node("organisation:b", name="B"),
        node("project:p", name="P", budget=5.0), node("project:q", name="Q"),
        link("PARTNER_IN", "organisation:a", "project:p"), link("MEMBER_OF", "organisation:b", "group:g"),
        link("PARTNER_IN", "group:g", "project:q"), link("FUNDS", "organisation:b", "project:p"),
    )  # fmt: skip
    into = p.Step("participation", "PARTNER_IN", True, ("Project",))
    by = p.Step("participation", "PARTNER_IN", False, ("Organisation",))
    paid = p.Step("relation", "FUNDS", False, MODEL.parties)
    rich = p.Compare("budget", "gt", 1.0)
    orgs = {
        p.Related(into, p.All(())): ["a", "b"],
        p.Related(into, rich): ["a"],
        p.Related(into, p.Compare("name", "eq", "q")): ["b"],
        p.Not(p.Related(into, rich)): ["b"],
        p.Related(into, p.Related(paid, p.Compare("name", "eq", "B"))): ["a"],
        p.Related(into, p.Related(by, p.Compare("helix", "eq", "industry"))): ["a"],
        p.Related(p.Step("relation", "FUNDS", True, ("Project",)), p.Not(p.All(()))): [],
        p.All((p.Related(into, p.All(())), p.Compare("helix", "eq", "unknown"))): ["b"],
    }
    for where, found in orgs.items():
        assert ids(store, listed("Organisation", where=where)) == found
    tied = p.Step("ties", "", True, MODEL.parties)
    assert ids(store, listed("Organisation", where=p.Related(tied, p.All(())))) == []


# -- orders and pages ------------------------------------------------------------------------------

ORDERS: list[tuple[tuple[p.Order, ...], str]] = [
    ((), "abdecf"),  # by name, folded
    ((p.Order("name", True),), "fcedba"),
    ((p.Order("year"),), "eabcdf"),
    ((p.Order("year", True),), "dcbaef"),
    ((p.Order("value"),), "bdafce"),
    ((p.Order("value", True),), "cfadbe"),
    ((p.Order("unit"),), "eacbdf"),
    ((p.Order("state"), p.Order("value", True)), "fabcde"),
    ((p.Order("state", True), p.Order("year"), p.Order("name")), "bafecd"),
    ((p.Order("id", True),), "fedcba"),
]


def test_nulls_come_last_either_way(filled: Store) -> None:
    for order, found in ORDERS:
        assert "".join(ids(filled, listed("Indicator", order=order))) == found


def _page(store: Store, order: tuple[p.Order, ...], page: p.Page) -> dict[str, Any]:
    info = ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")
    parts = (
        p.Edges("edges", (p.NodeAt("node", whole("id")), p.Cursor("cursor"))),
        p.PageInfo("info", tuple(p.Leaf(name, name) for name in info)),
        p.Total("total"),
    )
    plan = p.Find(p.OfKinds(("Indicator",)), p.Connection(parts, page), None, order)
    found: dict[str, Any] = ask(store, plan)
    edges = found["edges"]
    assert found["total"] == len(ROWS)
    assert found["info"]["startCursor"] == (edges[0]["cursor"] if edges else None)
    assert found["info"]["endCursor"] == (edges[-1]["cursor"] if edges else None)
    return found


def _letters(found: dict[str, Any]) -> str:
    return "".join(edge["node"]["id"][-1] for edge in found["edges"])


def _cursor(text: str) -> tuple[Any, ...]:
    return tuple(json.loads(text))


@pytest.mark.parametrize("size", [2, 7])
def test_pages_forwards_and_backwards_over_nulls(filled: Store, size: int) -> None:
    for order, found in ORDERS:
        assert _forwards(filled, order, size) == found, order
        assert _backwards(filled, order, size) == found, order


def _forwards(store: Store, order: tuple[p.Order, ...], size: int) -> str:
    got, after, more = "", None, True
    while more and len(got) <= len(ROWS):
        page = _page(store, order, p.Page(size, after=after))
        assert page["info"]["hasPreviousPage"] is (after is not None)
        got += _letters(page)
        more, after = page["info"]["hasNextPage"], _cursor(page["info"]["endCursor"])
    return got


def _backwards(store: Store, order: tuple[p.Order, ...], size: int) -> str:
    got, before, more = "", None, True
    while more and len(got) <= len(ROWS):
        page = _page(store, order, p.Page(size, before=before, backwards=True))
        assert page["info"]["hasNextPage"] is (before is not None)
        got = _letters(page) + got
        more, before = page["info"]["hasPreviousPage"], _cursor(page["info"]["startCursor"])
    return got


def test_a_page_between_two_cursors(filled: Store) -> None:
    for order, found in (ORDERS[0], ORDERS[3], ORDERS[7]):
        edges = _page(filled, order, p.Page(9))["edges"]
        cursors = [_cursor(edge["cursor"]) for edge in edges]
        for first, last in ((0, 5), (1, 3), (2, 3), (3, 5), (4, 1)):
            for backwards in (False, True):
                page = p.Page(9, cursors[first], cursors[last], backwards)
                assert _letters(_page(filled, order, page)) == found[first + 1 : last]


def test_a_page_of_nothing(filled: Store) -> None:
    for backwards in (False, True):
        page = _page(filled, (), p.Page(0, backwards=backwards))
        assert (page["edges"], page["info"]["endCursor"]) == ([], None)


def test_pages_of_relations_that_are_alike(store: Store) -> None:
    """Several relations between two nodes are several edges, told apart by their keys."""
    put(store, *(
        link("FUNDS", "organisation:a", "project:p", year=str(year), amount=1.0)
        for year in range(2010, 2017)
    ))  # fmt: skip
    step = p.Step("relation", "FUNDS", True, ("Project",))
    got: list[str] = []
    after = None
    for _ in range(4):
        parts = (p.Edges("edges", (p.Leaf("year", "year"), p.Cursor("cursor"))),)
        hop = p.Hop("funds", step, p.Connection(parts, p.Page(2, after)))
        plan = p.Find(
            p.ById(("organisation:a",), ("Organisation",)), p.OneOf(p.Shape((((), (hop,)),)))
        )
        edges = ask(store, plan)["funds"]["edges"]
        got += [edge["year"] for edge in edges]
        after = _cursor(edges[-1]["cursor"])
    assert got == [str(year) for year in range(2010, 2017)]


def test_nodes_by_id_come_in_the_order_asked(filled: Store) -> None:
    asked = ("indicator:c", "indicator:x", "project:a", "indicator:a", "indicator:f")
    plan = p.Find(p.ById(asked, ("Indicator", "Project")), p.ListOf(whole("id")))
    assert "".join(ids(filled, plan)) == "caf"
    plan = p.Find(p.ById(asked, ("Project",)), p.ListOf(whole("id")))
    assert ids(filled, plan) == []
    assert ids(filled, p.Find(p.ById((), ("Indicator",)), p.ListOf(whole("id")))) == []
