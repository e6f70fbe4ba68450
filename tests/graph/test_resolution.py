"""The rule for conflicts, case by case."""

from __future__ import annotations

from itertools import permutations

from ledwerk.graph.resolution import conflicts, resolve
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement, said

KIND = MODEL.node("Organisation")


def says(basis: str = "stated", cited: str = "source:a", locator: str = "1", **values: object):  # noqa: ANN201
    denied = bool(values.pop("denied", False))
    return Statement(
        "d", "Organisation", "organisation:x", said(values), cited=cited, locator=locator,
        basis=basis, denied=denied,
    )  # fmt: skip


def value(name: str, *rows: Statement, **dated: str) -> object:
    found = {
        str(fact.values.get(name)) if (fact := resolve(KIND, order, dated)) else "gone"
        for order in permutations(rows)
    }
    assert len(found) == 1, "the order of statements must not matter"
    return found.pop()


def test_better_grounds_go_first() -> None:
    rows = [says(basis, name="X", website=basis) for basis in
            ("read", "derived", "assessed", "stated", "edited")]  # fmt: skip
    assert value("website", *rows) == "edited"
    assert value("website", *rows[:4]) == "stated"
    assert value("website", *rows[:3]) == "assessed"
    assert value("website", *rows[:2]) == "derived"


def edited(*clear: str, dataset: str = "edits", locator: str = "1", **values: object):  # noqa: ANN201
    kept = said(values, clear=clear)
    return Statement(
        dataset, "Organisation", "organisation:x", kept, locator=locator, basis="edited"
    )


def test_an_editor_can_empty_what_others_say() -> None:
    stated = says(name="X", website="https://x.org", aliases=("Ex",))
    assert value("website", stated, edited("website")) == "None"
    assert value("aliases", stated, edited("aliases")) == "None"
    assert value("name", stated, edited("website")) == "X"
    # What is said to be empty is unknown, as if nobody had said it.
    assert value("helix", says(helix="industry"), edited("helix")) == "unknown"


def test_an_editors_list_takes_the_place_of_others() -> None:
    stated = says(name="X", aliases=("Ex", "Iks"))
    assert value("aliases", stated, edited(aliases=("Ix",))) == "('Ix',)"
    other = edited(aliases=("Y",), locator="2")
    assert value("aliases", stated, edited(aliases=("Ix",)), other) == "('Ix', 'Y')"
    assert value("aliases", stated, edited("aliases"), other) == "None"
    assert value("aliases", stated, edited(name="Z")) == "('Ex', 'Iks')"


def test_an_edit_in_the_store_goes_before_one_in_a_file() -> None:
    newer = edited(dataset="a-file", name="File")
    assert value("name", edited(name="Store"), newer) == "Store"
    assert value("name", edited("name"), newer) == "x"


def test_what_an_editor_emptied_is_a_conflict_that_shows_the_edit_first() -> None:
    (found,) = conflicts([says(website="https://x.org"), edited("website")], {})
    assert [row.values()["website"] for row in found.statements] == [None, "https://x.org"]
    assert conflicts([says(aliases=("A",)), edited("aliases")], {}) == ()


def test_then_the_newest_source_then_the_smallest_place() -> None:
    old, new = says(cited="source:a", name="Old"), says(cited="source:b", name="New")
    dated = {"source:a": "2015", "source:b": "2016-10"}
    assert resolve(KIND, [old, new], dated).values["name"] == "New"  # type: ignore[union-attr]
    one, two = says(locator="1", name="One"), says(locator="2", name="Two")
    assert value("name", one, two) == "One"


def test_lists_are_united_and_leave_out_the_name() -> None:
    fact = resolve(
        KIND, [says(name="X", aliases=("B", "X")), says(locator="2", aliases=("A", "B"))], {}
    )
    assert fact is not None
    assert fact.values["aliases"] == ("B", "A")


def test_an_editors_removal_outranks_what_sources_state() -> None:
    assert value("name", says(name="X"), says("edited", denied=True)) == "gone"
    assert value("name", says(name="X"), says("derived", denied=True)) == "X"


def test_a_node_without_a_name_gets_one_that_is_marked() -> None:
    fact = resolve(KIND, [says(pic="999")], {})
    assert fact is not None
    assert (fact.values["name"], fact.derived_name) == ("x", True)


def test_unknown_stays_unknown() -> None:
    fact = resolve(KIND, [says(name="X")], {})
    assert fact is not None
    assert (fact.values["helix"], fact.values["kind"]) == ("unknown", "unknown")
    assert "sme" not in fact.values


def test_conflicts_name_the_property_and_show_the_winner_first() -> None:
    (one,) = conflicts([says("assessed", name="A"), says("stated", name="B")], {})
    assert (one.property, one.statements[0].values()["name"]) == ("name", "B")
    (two,) = conflicts([says(name="A"), says("derived", denied=True)], {})
    assert two.property is None
