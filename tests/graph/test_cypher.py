"""A plan as Cypher: golden texts, and that a question's words are parameters, never text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledwerk.graph import plan as p
from ledwerk.graph.cypher import compile_plan
from ledwerk.schema.model import MODEL

NAME = p.Shape((((), (p.Leaf("n", "name"),)),))
BEFORE = (
    "OPTIONAL MATCH (l0:Ledwerk) WITH l0.revision AS before, l0.format AS format, "
    "EXISTS { MATCH (c0:Committing) WHERE c0.until > datetime() } AS warned "
)


def inner(plan: p.Plan) -> str:
    """The part of a statement between the two looks at the graph's revision."""
    text = compile_plan(MODEL, plan).text
    assert text.startswith(BEFORE)
    return text.removeprefix(BEFORE).partition(" OPTIONAL MATCH (l1:Ledwerk)")[0]


def test_one_node_by_its_id() -> None:
    plan = p.Find(p.ById(("organisation:dsm",), ("Organisation", "Project")), p.OneOf(NAME))
    assert inner(plan) == (
        "CALL () { MATCH (n1:Organisation {id: $p0}) WITH n1 ORDER BY n1.sort, n1.id LIMIT 1  "
        "RETURN collect({`n`: n1.name}) AS list2 } "
        "WITH before, format, warned, head(list2) AS answer"
    )
    assert compile_plan(MODEL, plan).values == {"p0": "organisation:dsm"}


def test_a_list_in_the_order_of_names() -> None:
    plan = p.Find(p.OfKinds(("Project",)), p.ListOf(NAME, 10))
    assert inner(plan) == (
        "CALL () { MATCH (n1:Project) WHERE n1.sort IS NOT NULL AND n1.id IS NOT NULL WITH n1 "
        "ORDER BY n1.sort, n1.id LIMIT 10  RETURN collect({`n`: n1.name}) AS list2 } "
        "WITH before, format, warned, list2 AS answer"
    )


def test_a_hop_is_a_subquery_before_what_is_taken() -> None:
    step = p.Step("relation", "ON", outgoing=True, to=("Board",))
    shape = p.Shape((((), (p.Hop("board", step, p.OneOf(NAME)),)),))
    plan = p.Find(p.ById(("seat:a",), ("Seat",)), p.OneOf(shape))
    assert inner(plan) == (
        "CALL () { MATCH (n1:Seat {id: $p0}) WITH n1 ORDER BY n1.sort, n1.id LIMIT 1 "
        "CALL (n1) { MATCH (n1)-[r4:`ON`]->(n3) WITH n3, r4 ORDER BY n3.sort, n3.id, r4.key "
        "LIMIT 1  RETURN collect({`n`: n3.name}) AS list5 } "
        "RETURN collect({`board`: head(list5)}) AS list2 } "
        "WITH before, format, warned, head(list2) AS answer"
    )


def test_a_total_alone_reads_no_rows() -> None:
    take = p.Connection((p.Total("totalCount"),), p.Page(50))
    assert inner(p.Find(p.OfKinds(("Organisation",)), take)) == (
        "CALL () { MATCH (n1:Organisation) RETURN count(*) AS total3 } "
        "WITH before, format, warned, {`totalCount`: total3} AS answer"
    )


def test_conditions_and_orders_with_nulls_last() -> None:
    where = p.All((p.Compare("sme", "eq", value=True), p.Not(p.Compare("website", "eq", None))))
    plan = p.Find(
        p.OfKinds(MODEL.parties), p.ListOf(NAME, 5), where, (p.Order("website", descending=True),)
    )
    text = inner(plan)
    assert "MATCH (n1:Party) WHERE" in text
    assert "(n1.sme = $p0 AND (NOT coalesce(n1.website IS NULL, false)))" in text
    assert "ORDER BY n1.website IS NULL, n1.website DESC, n1.sort, n1.id" in text


@given(st.text(min_size=1).filter(str.strip))
def test_words_of_a_question_are_parameters(word: str) -> None:
    marked = f"zqx{word}zqx"
    plans = (
        p.Find(p.ByName(marked, ("Organisation",)), p.ListOf(NAME)),
        p.Find(p.Matching(marked, ("Organisation",)), p.ListOf(NAME)),
        p.Find(p.ById((f"organisation:{marked}",), ("Organisation",)), p.OneOf(NAME)),
        p.Find(
            p.OfKinds(("Organisation",)),
            p.ListOf(NAME),
            p.All((p.Compare("name", "contains", marked), p.Compare("kvk", "eq", marked))),
        ),
    )
    for plan in plans:
        assert "zqx" not in compile_plan(MODEL, plan).text.casefold()


@pytest.mark.parametrize(
    "plan",
    [
        p.Find(p.OfKinds(("Nobody",)), p.ListOf(NAME)),
        p.Find(p.OfKinds(("Project",)), p.ListOf(NAME), p.Compare("n}) //", "eq", 1)),
        p.Find(p.OfKinds(("Project",)), p.ListOf(p.Shape((((), (p.Leaf("a`b", "name"),)),)))),
        p.Find(
            p.OfKinds(("Project",)),
            p.ListOf(NAME),
            p.Related(p.Step("relation", "X]->() //", outgoing=True, to=("Project",)), p.All(())),
        ),
    ],
)
def test_words_that_nobody_declared_are_refused(plan: p.Find) -> None:
    with pytest.raises((KeyError, ValueError)):
        compile_plan(MODEL, plan)


@given(st.text(min_size=1), st.sampled_from(["eq", "in", "contains", "starts", "lt", "gte"]))
def test_cursors_and_conditions_further_on_are_parameters(word: str, operator: p.Operator) -> None:
    marked = f"zqx{word}zqx"
    value = (marked, None) if operator == "in" else marked
    where = p.Compare("country", operator, value)
    step = p.Step("participation", "PARTNER_IN", outgoing=True, to=("Project",))
    order = (p.Order("country", descending=True),)
    page = p.Page(3, after=(marked, "b", None, marked), before=(None, marked, marked, "é"))
    parts = (p.Edges("e", (p.NodeAt("n", NAME), p.Cursor("c"))), p.Constant("k", marked))
    hop = p.Hop("h", step, p.Connection(parts, page), p.Compare("code", "eq", marked))
    shape = p.Shape((((), (hop,)),))
    for plan in (
        p.Find(p.OfKinds(("Organisation",)), p.ListOf(shape), where),
        p.Find(p.OfKinds(("Organisation",)), p.Connection(parts, page), where, order),
        p.Find(p.OfKinds(("Project",)), p.OneOf(NAME), p.Related(_BACK, p.Not(where))),
    ):
        assert "zqx" not in compile_plan(MODEL, plan).text.casefold()


_BACK = p.Step("participation", "PARTNER_IN", outgoing=False, to=("Organisation",))


def test_a_page_after_a_cursor_goes_on_behind_it() -> None:
    take = p.Connection(
        (p.NodesOf("nodes", NAME),), p.Page(2, after=("nl", "alpha", "organisation:a"))
    )
    plan = p.Find(p.OfKinds(("Organisation",)), take, None, (p.Order("country"),))
    assert (
        "(n1.country > $p0 OR n1.country IS NULL) OR n1.country = $p0 AND "
        "(n1.sort > $p1 OR n1.sort IS NULL) OR n1.country = $p0 AND n1.sort = $p1 AND "
        "(n1.id > $p2 OR n1.id IS NULL)"
    ) in inner(plan)
    assert compile_plan(MODEL, plan).values == {"p0": "nl", "p1": "alpha", "p2": "organisation:a"}


def test_equal_values_of_different_types_are_different_parameters() -> None:
    where = p.All((
        p.Compare("budget", "eq", 1.0), p.Compare("budget", "gt", 1), p.Compare("code", "eq", "1"),
        p.Compare("code", "in", ("1", "1")), p.Compare("budget", "lt", value=True),
        p.Compare("code", "lt", "1"),
    ))  # fmt: skip
    values = compile_plan(MODEL, p.Find(p.OfKinds(("Project",)), p.ListOf(NAME), where)).values
    assert list(map(repr, values.values())) == ["1.0", "1", "'1'", "['1', '1']", "True"]


def test_a_tally_counts_every_kind_in_one_statement() -> None:
    text = inner(p.Tally(("nodes",)))
    assert all(f"['{kind.name}', COUNT {{ (:{kind.name}) }}]" in text for kind in MODEL.nodes)
    assert "helix" not in text
