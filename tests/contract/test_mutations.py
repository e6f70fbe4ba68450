"""Changes through GraphQL, for every kind and relation of the model, on both stores."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.conftest import LED
from tests.contract.conftest import Ground

from ledwerk.api.access import Who
from ledwerk.api.changing import EDIT_PROBLEM, change_names, end_names
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.words import pascal, plural, singular
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.errors import InvalidEdit
from ledwerk.schema.kinds import NodeKind, RelationKind
from ledwerk.schema.model import MODEL
from ledwerk.schema.names import camel, slug

Change = Callable[..., Any]
ADA = Who("Ada", "editor")
OUTCOME = "revision errors { field code message }"


def changing(store: Store) -> Change:
    """Runs a mutation or query as an editor; the value of its one root field."""
    schema = make_schema(MODEL, store)

    def change(text: str, **variables: Any) -> Any:
        result = asyncio.run(schema.execute(text, variable_values=variables, context_value=ADA))
        assert not result.errors, result.errors
        assert result.data is not None
        return next(iter(result.data.values()))

    return change


@pytest.fixture
def change(store: Store) -> Change:
    return changing(store)


@pytest.fixture
def edited(ground: Ground) -> Iterator[tuple[Store, Change]]:
    """The LED network in a store of its own, to be changed."""
    ground.empty()
    store = ground.open()
    load(store, check(MODEL, LED, store))
    yield store, changing(store)
    store.close()


def create(change: Change, kind: NodeKind, name: str) -> Any:
    given: dict[str, Any] = {"name": name} if kind.named else {"id": f"{kind.prefix}:{slug(name)}"}
    given |= {camel(p.name): _some(p) for p in kind.properties if p.required and p.name != "name"}
    return change(
        f"mutation ($input: Create{kind.name}Input!) {{ create{kind.name}(input: $input) {{"
        f" {singular(kind)} {{ id name }} {OUTCOME} }} }}",
        input=given,
    )


def _some(prop: Any) -> Any:
    words = prop.type.vocabulary
    return (
        words.values[0].upper()
        if words
        else {"number": 1.5, "integer": 2, "boolean": True, "date": "2016"}.get(
            prop.type.shape.value, "x"
        )
    )


def test_there_is_a_change_for_every_kind_and_relation() -> None:
    names = {name for name, _, _ in change_names(MODEL)}
    for name in ("createOrganisation", "updateProject", "addPartner", "removePartner", "undo",
                 "mergeOrganisations", "deletePerson", "addFunding", "updateMember"):  # fmt: skip
        assert name in names
    assert len(names) == 4 * len(MODEL.nodes) + 3 * len(MODEL.relations) + 1


def test_every_problem_has_its_word() -> None:
    words = {word.upper() for word in EDIT_PROBLEM.values}
    assert words == {*InvalidEdit.CODES, "CHANGED_SINCE"}


@pytest.mark.parametrize("kind", MODEL.nodes, ids=lambda kind: kind.name)
def test_a_node_of_every_kind(change: Change, kind: NodeKind) -> None:
    made = create(change, kind, "Eerste")
    assert made["errors"] == []
    node = made[singular(kind)]
    assert node["id"].startswith(f"{kind.prefix}:")
    other = create(change, kind, "Tweede")[singular(kind)]
    said = change(
        f"mutation ($id: ID!, $input: Update{kind.name}Input!) {{ update{kind.name}(id: $id,"
        f" input: $input) {{ {singular(kind)} {{ id }} {OUTCOME} }} }}",
        id=node["id"],
        input=_other_value(kind),
    )
    assert said["errors"] == []
    merged = change(
        f"mutation ($keep: ID!, $merge: ID!) {{ merge{pascal(plural(kind))}(keep: $keep,"
        f" merge: $merge) {{ {singular(kind)} {{ id }} {OUTCOME} }} }}",
        keep=node["id"],
        merge=other["id"],
    )
    assert merged["errors"] == []
    assert merged[singular(kind)] == {"id": node["id"]}
    gone = change(
        f"mutation ($id: ID!) {{ delete{kind.name}(id: $id) {{ {singular(kind)} {{ id }} {OUTCOME} }} }}",
        id=node["id"],
    )
    assert (gone["errors"], gone[singular(kind)]) == ([], None)
    assert change("{ statistics { nodes { count } } }") == {"nodes": []}


def _other_value(kind: NodeKind) -> dict[str, Any]:
    """Something new to say of a node: of its last property that is free to set."""
    prop = [p for p in kind.properties if p.name not in dict(kind.fixed) and p.name != "end"][-1]
    if prop.type.shape.value == "list":
        return {camel(prop.name): ["Nieuw"]}
    return {camel(prop.name): "https://example.org" if prop.type.name == "url" else _some(prop)}


@pytest.mark.parametrize("relation", MODEL.relations, ids=lambda relation: relation.name)
def test_a_relation_of_every_kind(change: Change, relation: RelationKind) -> None:
    ends = {}
    for name, kinds in zip(end_names(relation), (relation.source, relation.target), strict=True):
        kind = MODEL.node(kinds[0])
        ends[name] = create(change, kind, f"Van {name}")[singular(kind)]["id"]
    given = ends | {camel(p.name): _some(p) for p in relation.properties if p.name != "end"}
    noun = relation.noun
    ask = "source { id } target { id } " + OUTCOME
    added = change(
        f"mutation ($input: {noun}Input!) {{ add{noun}(input: $input) {{ {ask} }} }}", input=given
    )
    assert added["errors"] == []
    assert [added[side]["id"] for side in ("source", "target")] == list(ends.values())
    assert _count(change, relation) == 1
    again = change(
        f"mutation ($input: {noun}Input!) {{ add{noun}(input: $input) {{ {ask} }} }}", input=given
    )
    assert _count(change, relation) == 1
    del again
    if relation.properties:
        said = change(
            f"mutation ($input: {noun}Input!) {{ update{noun}(input: $input) {{ {ask} }} }}",
            input=given,
        )
        assert {one["code"] for one in said["errors"]} <= {"NOTHING_TO_DO"}
    which = ends | {camel(name): given[camel(name)] for name in relation.identity}
    gone = change(
        f"mutation ($input: Remove{noun}Input!) {{ remove{noun}(input: $input) {{ {ask} }} }}",
        input=which,
    )
    assert gone["errors"] == []
    assert _count(change, relation) == 0


def _count(change: Change, relation: RelationKind) -> int:
    rows = change("{ statistics { relations { kind count } } }")["relations"]
    return sum(row["count"] for row in rows if row["kind"] == relation.name)


UPDATE = (
    "mutation ($id: ID!, $input: UpdateOrganisationInput!, $seen: Int) {"
    " updateOrganisation(id: $id, input: $input, expectedRevision: $seen,"
    ' provenance: {why: "gebeld", locator: "telefoon"}) {'
    " organisation { id website aliases descriptionNl sources { basis locator actor at } }"
    " revision errors { field code message } } }"
)
ZUYD = "organisation:zuyd-hogeschool"


def test_an_edit_says_who_when_and_from_where(edited: tuple[Store, Change]) -> None:
    _, change = edited
    made = change(UPDATE, id=ZUYD, input={"website": "https://www.zuyd.nl"})
    assert made["organisation"]["website"] == "https://www.zuyd.nl"
    first = made["organisation"]["sources"][0]
    assert (first["basis"], first["locator"], first["actor"]) == ("EDITED", "telefoon", "Ada")
    assert first["at"].startswith("20")
    last = change("{ changes(first: 1) { revision actor action why touched } }")
    assert last == [
        {"revision": 2, "actor": "Ada", "action": "update", "why": "gebeld", "touched": [ZUYD]}
    ]


def test_a_conflict_only_if_just_this_changed(edited: tuple[Store, Change]) -> None:
    _, change = edited
    change(UPDATE, id="organisation:bizzdom", input={"website": "https://b.example"})
    mine = change(UPDATE, id=ZUYD, input={"website": "https://a.example"}, seen=1)
    assert mine["errors"] == []
    late = change(UPDATE, id=ZUYD, input={"website": "https://c.example"}, seen=1)
    assert [one["code"] for one in late["errors"]] == ["CHANGED_SINCE"]
    assert late["organisation"] is None
    assert late["revision"] == mine["revision"]
    assert change(f'{{ organisation(id: "{ZUYD}") {{ website }} }}') == {
        "website": "https://a.example"
    }


def test_what_an_editor_said_survives_the_next_load(edited: tuple[Store, Change]) -> None:
    store, change = edited
    change(UPDATE, id=ZUYD, input={"descriptionNl": None, "aliases": ["Zuyd"]})
    removed = "mutation { removePartner(input: {party: $p, activity: $a}) { errors { code } } }"
    party = "organisation:maastricht-instruments"
    text = removed.replace("$p", f'"{party}"').replace("$a", '"project:4ehealth"')
    assert change(text) == {"errors": []}
    load(store, check(MODEL, LED, store))
    found = change(f'{{ organisation(id: "{ZUYD}") {{ descriptionNl aliases }} }}')
    assert found == {"descriptionNl": None, "aliases": ["Zuyd"]}
    partners = change('{ project(id: "project:4ehealth") { partners { nodes { id } } } }')
    assert party not in {one["id"] for one in partners["partners"]["nodes"]}


def test_undo_gives_back_what_was(edited: tuple[Store, Change]) -> None:
    _, change = edited
    everything = "{ organisation(id: $id) { id name website aliases projects { nodes { id } } } }"
    asked = everything.replace("$id", f'"{ZUYD}"')
    before = change(asked)
    merged = change(
        f'mutation {{ mergeOrganisations(keep: "organisation:bizzdom", merge: "{ZUYD}")'
        " { organisation { aliases projects { nodes { id } } } revision errors { code } } }"
    )
    assert merged["errors"] == []
    assert "Zuyd Hogeschool" in merged["organisation"]["aliases"]
    moved = {one["id"] for one in merged["organisation"]["projects"]["nodes"]}
    assert {one["id"] for one in before["projects"]["nodes"]} <= moved
    undone = change(f"mutation {{ undo(revision: {merged['revision']}) {{ {OUTCOME} }} }}")
    assert undone == {"revision": merged["revision"] + 1, "errors": []}
    assert change(asked) == before
    again = change(f"mutation {{ undo(revision: {merged['revision']}) {{ {OUTCOME} }} }}")
    assert again["errors"]


@pytest.mark.parametrize(
    ("kind", "given", "field", "code"),
    [
        ("Organisation", {"name": " "}, "name", "REQUIRED"),
        ("Organisation", {"name": "X", "website": "nonsense"}, "website", "INVALID_VALUE"),
        ("Project", {"name": "X", "start": "2016-13"}, "start", "INVALID_VALUE"),
        ("Project", {"name": "X", "start": "2017", "end": "2016"}, "end", "WRONG_PERIOD"),
        ("Organisation", {"name": "X", "id": "project:x"}, "id", None),
        ("Organisation", {"name": "X", "id": ZUYD}, "id", "TAKEN"),
    ],
)
def test_mistakes_are_told_by_field(
    edited: tuple[Store, Change], kind: str, given: dict[str, Any], field: str, code: str | None
) -> None:
    store, change = edited
    made = change(
        f"mutation ($input: Create{kind}Input!) {{ create{kind}(input: $input) {{ {OUTCOME} }} }}",
        input=given,
    )
    (error,) = made["errors"]
    assert error["field"] == field
    assert code is None or error["code"] == code
    assert len(error["message"]) > 10
    assert asyncio.run(store.revision()) == 1


def test_the_ends_of_a_relation_are_checked(edited: tuple[Store, Change]) -> None:
    _, change = edited
    for party, activity, field in (
        ("organisation:nobody", "project:4ehealth", "party"),
        (ZUYD, "project:nothing", "activity"),
        (ZUYD, ZUYD, "activity"),
    ):
        made = change(
            "mutation ($i: PartnerInput!) { addPartner(input: $i) { errors { field code } } }",
            i={"party": party, "activity": activity},
        )
        assert [one["field"] for one in made["errors"]] == [field]
