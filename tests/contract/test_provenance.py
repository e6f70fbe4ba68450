"""Who says what, and what people decide about it: told and kept alike by both stores."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.contract.making import drawn, link, node, put

from ledwerk.api.access import Who
from ledwerk.api.graphql_schema import make_schema
from ledwerk.graph.store import Store
from ledwerk.loaders.reviewing import Terms
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL
from ledwerk.schema.statements import Statement

Do = Callable[..., Any]
A, B, P, Q = "organisation:a", "organisation:b", "project:p", "project:q"
OLD, NEW = "source:old", "source:new"
SOURCES = (
    node(OLD, name="Old", date="2010", cited=OLD),
    node(NEW, name="New", date="2012-05", cited=NEW),
)
PARTNERS = (
    *SOURCES,
    node(A, name="A", cited=OLD, locator="1"),
    node(B, name="B", cited=NEW, locator="1"),
    node(P, name="P", cited=OLD, locator="2"),
    link("PARTNER_IN", A, P, cited=OLD, locator="3", role="partner"),
    link("PARTNER_IN", B, P, cited=NEW, locator="3"),
)


@pytest.fixture
def do(store: Store) -> Do:
    """Asks or changes as an editor; the value of the one root field."""
    schema = make_schema(MODEL, store)

    def run(text: str, **variables: Any) -> Any:
        ada = Who("Ada", "editor")
        result = asyncio.run(schema.execute(text, variable_values=variables, context_value=ada))
        assert not result.errors, result.errors
        assert result.data is not None
        return next(iter(result.data.values()))

    return run


def decide(do: Do, field: str, given: str) -> Any:
    """A decision that is carried out."""
    found = do(f"mutation {{ {field}({given}) {{ rows revision errors {{ code message }} }} }}")
    assert found["errors"] == [], found
    return found


# -- statements ------------------------------------------------------------------------------------


def test_a_node_tells_who_says_what_and_which_is_shown(store: Store, do: Do) -> None:
    put(
        store, *SOURCES,
        node(A, name="A", website="https://old.example", cited=OLD, locator="1", confidence=0.5),
        node(A, website="https://new.example", aliases=("AA",), cited=NEW, note="n"),
        node(A, helix="civil", aliases=("AAA",), cited=OLD, basis="assessed"),
    )  # fmt: skip
    found = do("""{ organisation(id: "organisation:a") { unreviewed confirmed statements {
      id kind key source { id name } sourceId title date locator dataset basis denied note
      confidence shown confirmed decision properties { name value json list }
      loaded { revision actor action why } } } }""")
    assert (found["unreviewed"], found["confirmed"]) == (False, "2012-05")
    new, old, assessed = found["statements"]
    assert (new["source"], old["source"]) == (
        {"id": NEW, "name": "New"}, {"id": OLD, "name": "Old"},
    )  # fmt: skip
    assert new["shown"] == ["website", "aliases"] or new["shown"] == ["aliases", "website"]
    assert old["shown"] == ["name"]
    assert assessed["shown"] == ["helix", "aliases"] or set(assessed["shown"]) == {
        "helix", "aliases",
    }  # fmt: skip
    assert new["properties"][0] == {
        "name": "aliases", "value": "AA", "json": '["AA"]', "list": ["AA"],
    }  # fmt: skip
    assert old["loaded"] == {"revision": 1, "actor": "tester", "action": "load", "why": "to see"}
    assert (old["confidence"], new["note"], old["confirmed"]) == (0.5, "n", "2010")
    said = {row.digest for row in store.statements(key=A)}
    assert {row["id"] for row in found["statements"]} == said


def test_a_relation_tells_it_too(store: Store, do: Do) -> None:
    put(store, *PARTNERS)
    put(store, link("PARTNER_IN", A, P, cited=NEW, role="lead_partner"), dataset="two")
    (edge,) = do("""{ organisation(id: "organisation:a") { projects { edges {
      confirmed unreviewed statements { dataset shown source { name } loaded { revision } }
      sideBySide { name reason conflict value sides { value shown statement { dataset } } }
    } } } }""")["projects"]["edges"]
    assert (edge["confirmed"], edge["unreviewed"]) == ("2012-05", False)
    assert [(s["dataset"], s["shown"], s["loaded"]["revision"]) for s in edge["statements"]] == [
        ("two", ["role"], 2), ("d", [], 1),
    ]  # fmt: skip
    existence, role = edge["sideBySide"]
    assert (existence["name"], existence["value"], existence["conflict"]) == (None, "yes", False)
    assert (role["reason"], role["conflict"], role["value"]) == ("NEWER", True, "lead_partner")
    assert [(side["value"], side["shown"]) for side in role["sides"]] == [
        ("lead_partner", True), ("partner", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "other", "reason"),
    [
        ({"basis": "edited", "dataset": "edits"}, {"cited": NEW}, "EDITOR"),
        ({"cited": OLD}, {"cited": NEW, "basis": "assessed"}, "GROUND"),
        ({"cited": OLD}, {"cited": NEW, "basis": "read"}, "REVIEWED"),
        ({"cited": NEW}, {"cited": OLD}, "NEWER"),
        ({"cited": OLD, "locator": "1"}, {"cited": OLD, "locator": "2"}, "ORDER"),
    ],
)
def test_why_a_value_is_shown(
    store: Store, do: Do, first: dict[str, Any], other: dict[str, Any], reason: str
) -> None:
    one = node(A, name="A", website="https://a.example", **first)
    two = node(A, name="A", website="https://b.example", **other)
    put(store, *SOURCES, replace(two, dataset="d"))
    put(store, one, dataset=one.dataset if one.dataset == "edits" else "e")
    node_ = do("""{ organisation(id: "organisation:a") { website sideBySide(property: "website") {
      value reason because(language: EN) sides { value shown } } } }""")
    (found,) = node_["sideBySide"]
    assert found["reason"] == reason
    assert found["value"] == node_["website"] == "https://a.example"
    assert found["because"]
    assert [side["shown"] for side in found["sides"]] == [True, False]


def test_what_is_only_mentioned_has_no_statements(store: Store, do: Do) -> None:
    put(store, *SOURCES, link("PARTNER_IN", A, P, cited=OLD))
    found = do("""{ organisation(id: "organisation:a") {
      statements { shown } confirmed unreviewed sideBySide { name } } }""")
    assert found == {"statements": [], "confirmed": None, "unreviewed": False, "sideBySide": []}


# -- confirming ------------------------------------------------------------------------------------


def test_a_confirmation_is_kept_and_a_load_confirms_nothing(store: Store, do: Do) -> None:
    put(store, *PARTNERS)
    key = f"PARTNER_IN:{A}>{P}"
    for one in (A, key):
        assert decide(do, "confirm", f'id: "{one}"')["rows"] == 1
    asked = """{ organisation(id: "organisation:a") { confirmed
      projects { edges { confirmed statements { decision actor loaded { action } } } } } }"""
    found = do(asked)
    today = found["confirmed"]
    assert today > "2020-01-01"
    (edge,) = found["projects"]["edges"]
    assert edge["confirmed"] == today
    assert edge["statements"][0] == {
        "decision": "confirmed", "actor": "Ada", "loaded": {"action": "confirm"},
    }  # fmt: skip
    revision = asyncio.run(store.revision())
    assert decide(do, "confirm", f'id: "{A}"')["revision"] == revision  # once a day
    put(store, *PARTNERS[:-1])
    assert do(asked) == found
    assert do('{ organisation(id: "organisation:b") { confirmed } }')["confirmed"] == "2012-05"


def test_only_what_is_there_is_confirmed(store: Store, do: Do) -> None:
    put(store, *PARTNERS)
    for key, code in (("organisation:none", "NOT_STATED"), ("PARTNER_IN:x>y", "UNKNOWN_NODE")):
        text = f'mutation {{ confirm(id: "{key}") {{ rows errors {{ code }} }} }}'
        assert do(text) == {"rows": 0, "errors": [{"code": code}]}


def test_a_removal_by_an_editor_is_a_statement_and_outlives_a_load(store: Store, do: Do) -> None:
    put(store, *PARTNERS)
    removed = do(
        f'mutation {{ removePartner(input: {{party: "{A}", activity: "{P}"}}) '
        "{ errors { message } } }"
    )
    assert removed["errors"] == []
    for _ in range(2):
        assert do(f'{{ project(id: "{P}") {{ partners {{ nodes {{ id }} }} }} }}') == {
            "partners": {"nodes": [{"id": B}]}
        }
        put(store, *PARTNERS, node(Q, name="Q", cited=OLD))
    key = f"PARTNER_IN:{A}>{P}"
    assert [row.denied for row in store.statements("edits", key)] == [True]
    assert [row.dataset for row in store.statements("d", key)] == ["d"]


# -- withdrawing -----------------------------------------------------------------------------------


def test_a_source_is_withdrawn_with_what_rests_on_it_alone(store: Store, do: Do) -> None:
    put(store, *PARTNERS, node(B, website="https://b.example", cited=OLD))
    before = drawn(store)
    shown = do(f'{{ withdrawal(source: "{OLD}") {{ name rows gone unsaid poorer back stays '
               "effects { what key lost } } }")  # fmt: skip
    assert shown["effects"] == [
        {"what": "GONE", "key": A, "lost": []},
        {"what": "GONE", "key": f"PARTNER_IN:{A}>{P}", "lost": []},
        {"what": "UNSAID", "key": P, "lost": []},
        {"what": "POORER", "key": B, "lost": ["website"]},
    ]
    assert (shown["rows"], shown["gone"], shown["unsaid"], shown["poorer"]) == (4, 2, 1, 1)
    assert drawn(store) == before  # a preview does nothing
    assert decide(do, "withdrawSource", f'source: "{OLD}"')["rows"] == 4
    left = drawn(store)
    assert set(left["nodes"]) == {OLD, NEW, B, P}
    assert left["nodes"][P]["derived_name"]
    assert do(f'{{ source(id: "{OLD}") {{ confirmed statements {{ decision }} }} }}') == {
        "confirmed": "2010", "statements": [{"decision": "withdrawn"}, {"decision": None}],
    }  # fmt: skip
    again = do(f'mutation {{ withdrawSource(source: "{OLD}") {{ errors {{ code }} }} }}')
    assert again["errors"] == [{"code": "NOTHING_TO_DO"}]
    assert decide(do, "restoreSource", f'source: "{OLD}"')["rows"] == 4
    assert drawn(store) == before


def test_a_denial_goes_with_its_source(store: Store, do: Do) -> None:
    put(store, *PARTNERS)
    put(store, link("PARTNER_IN", A, P, cited=NEW, denied=True), dataset="no")
    shown = do(f'{{ withdrawal(source: "{NEW}") {{ back effects {{ what key }} }} }}')
    assert {"what": "BACK", "key": f"PARTNER_IN:{A}>{P}"} in shown["effects"]
    decide(do, "withdrawSource", f'source: "{NEW}"')
    found = do(f'{{ project(id: "{P}") {{ partners {{ nodes {{ id }} }} }} }}')
    assert found["partners"]["nodes"] == [{"id": A}]


def test_what_an_editor_said_since_goes_before_what_comes_back(store: Store, do: Do) -> None:
    put(store, *PARTNERS)
    change = """mutation ($name: String!, $by: ProvenanceInput) { updateOrganisation(
      id: "organisation:b", input: {website: $name}, provenance: $by) { errors { message } } }"""
    do(change, name="https://one.example", by={"source": OLD, "locator": "9"})
    decide(do, "withdrawSource", f'source: "{OLD}"')
    do(change, name="https://two.example")
    decide(do, "restoreSource", f'source: "{OLD}"')
    found = do(f'{{ organisation(id: "{B}") {{ website }} }}')
    assert found["website"] == "https://two.example"


# -- tables ----------------------------------------------------------------------------------------

_TABLES = {
    "sources": "id,name,date\nsource:s,Magazine,2016\n",
    "organisations": "id,name,source,locator,basis,accepted\n"
    "organisation:a,A,source:s,1,read,Ada\n"
    "organisation:b,B,source:s,2,read,\n",
    "projects": "id,name,source,locator,basis,accepted\nproject:p,P,source:s,3,read,ja\n",
    "partner_in": "party,activity,source,locator,basis,confidence,accepted\n"
    "organisation:a,project:p,source:s,4,read,0.9,x\n"
    "organisation:b,project:p,source:s,5,read,0.8,yes\n",
}


def put_folder(store: Store, folder: Path, *, unreviewed: bool = False) -> tuple[str, ...]:
    """Load it; what was told beside."""
    terms = Terms("Bob", unreviewed=unreviewed)
    checked = check(MODEL, folder, store, terms=terms)
    load(store, checked, agree=lambda _: True)
    return checked.notices


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a program read, in part accepted."""
    (tmp_path / "datapackage.json").write_text('{"name": "read"}', encoding="utf-8")
    for name, text in _TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def rows_of(store: Store) -> dict[str, Statement]:
    return {row.key: row for row in store.statements("read") if row.kind != "Source"}


def test_only_accepted_rows_are_loaded(store: Store, do: Do, folder: Path) -> None:
    notices = put_folder(store, folder)
    assert any(one.startswith("1 rows that a program read are left out") for one in notices)
    assert any("accepted rows name organisation:b" in one for one in notices)
    found = {key: row.accepted_by for key, row in rows_of(store).items()}
    assert found == {
        A: "Ada", P: "Bob", f"PARTNER_IN:{A}>{P}": "Bob", f"PARTNER_IN:{B}>{P}": "Bob",
    }  # fmt: skip
    shown = do("{ organisations { nodes { id nameIsDerived unreviewed } } }")["nodes"]
    assert shown == [
        {"id": A, "nameIsDerived": False, "unreviewed": False},
        {"id": B, "nameIsDerived": True, "unreviewed": False},
    ]


def test_unreviewed_rows_are_marked_and_rank_last(store: Store, do: Do, folder: Path) -> None:
    put_folder(store, folder, unreviewed=True)
    put(store, node(B, name="Better", cited="source:s", basis="derived"), dataset="other")
    asked = """{ organisation(id: "organisation:b") { name unreviewed
      sources { locator basis unreviewed acceptedBy } } }"""
    found = do(asked)
    assert (found["name"], found["unreviewed"]) == ("Better", False)
    assert [one["unreviewed"] for one in found["sources"]] == [False, True]
    put(store, dataset="other")
    found = do(asked)
    assert (found["name"], found["unreviewed"]) == ("B", True)


def test_accepting_and_rejecting_outlive_each_load(store: Store, do: Do, folder: Path) -> None:
    put_folder(store, folder, unreviewed=True)
    waiting = do("{ readRows { totalCount rows { id kind about says source locator } } }")
    assert waiting["totalCount"] == 1
    (row,) = waiting["rows"]
    assert (row["kind"], row["about"], row["source"], row["locator"]) == (
        "Organisation", "B", "Magazine", "2",
    )  # fmt: skip
    assert decide(do, "acceptRead", f'rows: ["{row["id"]}"], why: "seen"')["rows"] == 1
    accepted = rows_of(store)
    assert accepted[B].accepted_by == "Ada"
    revision = asyncio.run(store.revision())
    for unreviewed in (True, False):
        put_folder(store, folder, unreviewed=unreviewed)
        assert rows_of(store) == accepted
    assert asyncio.run(store.revision()) == revision
    gone = do(f'mutation {{ acceptRead(rows: ["{row["id"]}"]) {{ errors {{ code }} }} }}')
    assert gone["errors"] == [{"code": "NOT_STATED"}]


def test_a_rejected_row_does_not_come_back(store: Store, do: Do, folder: Path) -> None:
    put_folder(store, folder, unreviewed=True)
    (row,) = do("{ readRows { rows { id } } }")["rows"]
    revision = decide(do, "rejectRead", f'rows: ["{row["id"]}"]')["revision"]
    assert B not in rows_of(store)
    notices = put_folder(store, folder, unreviewed=True)
    assert any("1 rows are left out, since they were rejected" in one for one in notices)
    assert B not in rows_of(store)
    # Taken back, it waits again; and whoever writes their name beside it has the last word.
    do(f"mutation {{ undo(revision: {revision}) {{ errors {{ message }} }} }}")
    put_folder(store, folder, unreviewed=True)
    assert rows_of(store)[B].unreviewed
    (row,) = do("{ readRows { rows { id } } }")["rows"]
    decide(do, "rejectRead", f'rows: ["{row["id"]}"]')
    tables = folder / "organisations.csv"
    text = tables.read_text(encoding="utf-8")
    tables.write_text(text.replace("2,read,", "2,read,Eve"), encoding="utf-8")
    put_folder(store, folder)
    assert rows_of(store)[B].accepted_by == "Eve"


def test_a_load_leaves_out_what_cites_a_withdrawn_source(
    store: Store, do: Do, folder: Path
) -> None:
    put_folder(store, folder)
    before = drawn(store)
    decide(do, "withdrawSource", 'source: "source:s"')
    notices = put_folder(store, folder)
    assert any("which was withdrawn" in one for one in notices)
    assert rows_of(store) == {}
    decide(do, "restoreSource", 'source: "source:s"')
    assert drawn(store) == before
    put_folder(store, folder)
    assert drawn(store) == before


def test_relations_without_a_connection_tell_it_too(store: Store, do: Do) -> None:
    put(
        store, *SOURCES, node("seat:s", role="lid", cited=OLD), node(A, name="A", cited=OLD),
        link("FROM", "seat:s", A, cited=OLD, locator="1"),
    )  # fmt: skip
    put(store, link("FROM", "seat:s", A, cited=NEW, denied=True), dataset="no")
    asked = """{ relations(of: "organisation:a") { kind label(language: EN) key shown confirmed
      unreviewed from { id } to { name } statements { title denied loaded { revision } }
      sideBySide { name reason value } } }"""
    assert do(asked) == [
        {
            "kind": "FROM", "label": "is from", "key": f"FROM:seat:s>{A}", "shown": False,
            "confirmed": "2010", "unreviewed": False, "from": {"id": "seat:s"},
            "to": {"name": "A"},
            "statements": [
                {"title": "New", "denied": True, "loaded": {"revision": 2}},
                {"title": "Old", "denied": False, "loaded": {"revision": 1}},
            ],
            "sideBySide": [{"name": None, "reason": "NEWER", "value": "no"}],
        }
    ]  # fmt: skip
    assert do('{ relations(of: "organisation:a", kind: "HOLDS") { key } }') == []
    assert do('{ relations(of: "organisation:a", skip: 1) { key } }') == []


def test_whether_what_is_only_mentioned_is_reviewed(store: Store, do: Do) -> None:
    read = link("PARTNER_IN", A, P, cited=OLD, basis="read")
    put(store, *SOURCES, read, link("PARTNER_IN", B, Q, cited=OLD, denied=True))
    asked = "query ($ids: [ID!]!) { nodes(ids: $ids) { id unreviewed } }"
    ids = [A, P, B]
    found = {one["id"]: one["unreviewed"] for one in do(asked, ids=ids) if one}
    assert found[A] is True
    assert found[P] is True
    assert found.get(B, False) is False
    put(store, read, replace(read, basis="stated", locator="2"))
    assert {one["unreviewed"] for one in do(asked, ids=ids) if one} == {False}
