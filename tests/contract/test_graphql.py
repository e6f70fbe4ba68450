"""GraphQL as its users expect it: names, pages, filters, orders, fragments, errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import asker
from tests.contract.conftest import Ground

from ledwerk.api.graphql_schema import schema_text
from ledwerk.graph.store import Store
from ledwerk.loaders.run import check, load
from ledwerk.schema.model import MODEL

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    "name", ["Sananet Care B.V.", "SANANET CARE", "sananet", "Sananet Care BV"]
)
def test_a_name_however_it_is_written(ask: Ask, name: str) -> None:
    found = ask("query ($n: String!) { organisation(name: $n) { id } }", n=name)
    assert found["organisation"]["id"] == "organisation:sananet-care-bv"


def test_an_unknown_name_offers_the_nearest(ask: Ask) -> None:
    (error,) = ask('{ organisation(name: "Zuid Hogeschool") { id } }', errors=True)
    assert error.extensions["code"] == "NOT_FOUND"
    assert "Zuyd Hogeschool" in error.extensions["nearest"]
    assert "did you mean" in error.message


def test_a_name_of_another_kind_says_of_which(ask: Ask) -> None:
    (error,) = ask('{ organisation(name: "Brightlands Chemelot Campus") { id } }', errors=True)
    assert "'campus:brightlands-chemelot-campus' is; ask for that kind" in error.message


def test_a_name_of_several_lists_them(store: Store, mini: Callable[..., Path]) -> None:
    folder = mini(
        sources="name\nB\n",
        organisations="id,name\norganisation:a,Zelfde\norganisation:b,ZELFDE BV\n",
    )
    load(store, check(MODEL, folder, store))
    (error,) = asker(store)('{ organisation(name: "zelfde") { id } }', errors=True)
    assert error.extensions == {
        "code": "AMBIGUOUS_NAME",
        "matches": ["organisation:a", "organisation:b"],
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{ organisation { id } }", "exactly one of id and name"),
        ('{ organisation(id: "x", name: "y") { id } }', "exactly one of id and name"),
        ("{ organisations(first: 201) { nodes { id } } }", "0 to 200"),
        ("{ organisations(first: -1) { nodes { id } } }", "0 to 200"),
        ("{ organisations(first: 1, last: 1) { nodes { id } } }", "first or last"),
        ('{ organisations(after: "x") { nodes { id } } }', "is not a cursor"),
        ('{ organisations(after: "[1]") { nodes { id } } }', "another order"),
        ('{ search(text: " ") { nodes { id } } }', "at least one word"),
        ('{ path(from: "dsm", to: "nergens") { steps { label } } }', "no node is called"),
        ('{ organisation(id: "organisation:nergens") { id } }', "no organisation is called"),
        (
            "{ organisations { nodes "
            + "{ projects { nodes { partners { nodes " * 4
            + "{ id }"
            + " } } } }" * 4
            + " } }",
            "more than 7 deep",
        ),
    ],
)
def test_questions_that_cannot_be_asked_say_why(ask: Ask, text: str, says: str) -> None:
    (error,) = ask(text, errors=True)
    assert says in error.message
    assert error.extensions["code"] in {"BAD_USER_INPUT", "NOT_FOUND"}


def test_pages_put_together_are_the_whole(ask: Ask) -> None:
    whole = [n["id"] for n in ask("{ parties(first: 200) { nodes { id } } }")["parties"]["nodes"]]
    for arguments, way in (("first: 7, after: $c", 1), ("last: 7, before: $c", -1)):
        query = f"""query ($c: String) {{ parties({arguments}) {{ nodes {{ id }} totalCount
            pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"""
        got: list[str] = []
        cursor = None
        while True:
            page = ask(query, c=cursor)["parties"]
            ids = [n["id"] for n in page["nodes"]]
            got = got + ids if way == 1 else ids + got
            info = page["pageInfo"]
            assert page["totalCount"] == len(whole)
            cursor = info["endCursor"] if way == 1 else info["startCursor"]
            if not info["hasNextPage" if way == 1 else "hasPreviousPage"]:
                break
        assert got == whole


@pytest.mark.parametrize("field", ["collaborators", "partners"])
def test_pages_of_answers_made_in_memory(ask: Ask, field: str) -> None:
    query = f"""query ($first: Int, $after: String) {{ campus(name: "chemelot") {{
        {field}(first: $first, after: $after) {{ edges {{ cursor node {{ id }} }} totalCount
        pageInfo {{ hasNextPage endCursor }} }} }} }}"""
    whole = [e["node"]["id"] for e in ask(query, first=200)["campus"][field]["edges"]]
    got: list[str] = []
    cursor = None
    more = True
    while more:
        page = ask(query, first=9, after=cursor)["campus"][field]
        got += [e["node"]["id"] for e in page["edges"]]
        more, cursor = page["pageInfo"]["hasNextPage"], page["pageInfo"]["endCursor"]
        assert page["totalCount"] == len(whole)
    assert got == whole


@pytest.mark.parametrize(
    ("filter_", "expected"),
    [
        ("{sme: true}", {"4Webcom", "Bizzdom", "Kiss Engineering", "Sananet Care BV"}),
        ("{kind: BANK}", {"Rabobank"}),
        ("{helix: CIVIL}", {"Topsport Limburg"}),
        ('{nameContains: "leeuwen"}', {"ROC Leeuwenborgh"}),
        ('{nameStartsWith: "ma", helix: KNOWLEDGE}', {"Maastricht University"}),
        ('{name: "um"}', {"Maastricht University"}),
        ("{helixIn: [CIVIL, HYBRID]}", {"Topsport Limburg", "Brainport Network",
                                       "Limburg Economic Development (LED)"}),
        ("{and: [{helix: KNOWLEDGE}, {not: {kindIn: [UNIVERSITY, SECONDARY_SCHOOL]}}]}",
         {"Zuyd Hogeschool", "ROC Leeuwenborgh", "Arcus College"}),
        ("{or: [{kind: BANK}, {kind: PROVINCE}]}", {"Rabobank", "Provincie Limburg"}),
        ('{projects: {some: {name: "Limburg Business in Sports"}}, sme: false}', {"DSM", "Cofely"}),
        ('{municipality: {some: {name: "Maastricht"}}}', {"De Bisschopsmolen"}),
        ("{kind: UNIVERSITY, projects: {none: {}}}", {"Open Universiteit"}),
        ('{aliasesContains: "KvK"}', {"Kamer van Koophandel"}),
    ],
)  # fmt: skip
def test_filters(ask: Ask, filter_: str, expected: set[str]) -> None:
    found = ask(f"{{ organisations(filter: {filter_}) {{ nodes {{ name }} totalCount }} }}")
    assert {n["name"] for n in found["organisations"]["nodes"]} == expected
    assert found["organisations"]["totalCount"] == len(expected)


def test_orders_and_nulls_last(ask: Ask) -> None:
    for direction in ("ASC", "DESC"):
        found = ask(f"""{{ projects(orderBy: [{{key: START, direction: {direction}}}, {{key: NAME}}]) {{
            nodes {{ name period {{ start }} }} }} }}""")["projects"]["nodes"]
        starts = [n["period"]["start"] for n in found]
        known = [s for s in starts if s]
        assert starts == known + [None] * (len(starts) - len(known))
        assert known == sorted(known, reverse=direction == "DESC")
        names = [n["name"].casefold() for n in found if not n["period"]["start"]]
        assert names == sorted(names, key=lambda name: name.replace("è", "e"))


def test_aliases_fragments_directives_and_the_same_key_twice(ask: Ask) -> None:
    found = ask("""
        query ($yes: Boolean!) {
          one: party(name: "Zuyd Hogeschool") { ...Short ... on Organisation { k: kind } }
          two: party(name: "Brightlands Chemelot Campus") {
            __typename ...Short
            ... on Organisation { kvk }
            ... on Campus { drives { name } }
            seats @skip(if: $yes) { id }
            projects { totalCount }
            projects { edges { node { name } } }
          }
          node(id: "project:chill") { __typename ... on Project { aliases } }
          nodes(ids: ["project:chill", "project:nergens"]) { id }
        }
        fragment Short on Party { n: name helix }
    """, yes=True)  # fmt: skip
    assert found["one"] == {"n": "Zuyd Hogeschool", "helix": "KNOWLEDGE",
                            "k": "UNIVERSITY_OF_APPLIED_SCIENCES"}  # fmt: skip
    assert found["two"] == {
        "__typename": "Campus",
        "n": "Brightlands Chemelot Campus",
        "helix": "HYBRID",
        "drives": [{"name": "Chemie & Materialen"}],
        "projects": {"totalCount": 1, "edges": [{"node": {"name": "Limburg Business in Sports"}}]},
    }
    assert found["node"] == {"__typename": "Project", "aliases": ["CHILL-opleidingslab"]}
    assert found["nodes"] == [{"id": "project:chill"}, None]


def test_a_connection_asked_only_for_its_type_or_count(ask: Ask) -> None:
    found = ask("""{ one: campuses { __typename } two: campuses { __typename totalCount }
        three: campuses { __typename pageInfo { __typename hasNextPage } } }""")
    assert found["one"] == {"__typename": "CampusConnection"}
    assert found["two"] == {"__typename": "CampusConnection", "totalCount": 3}
    assert found["three"]["pageInfo"] == {"__typename": "PageInfo", "hasNextPage": False}


def test_more_fields_than_a_function_of_the_database_takes(ask: Ask) -> None:
    """Nulls, texts, lists and nodes, each under two hundred aliases."""
    aliases = " ".join(
        f"kvk{i}: kvk name{i}: name aliases{i}: aliases sme{i}: sme place{i}: municipality {{ name }}"
        for i in range(40)
    )
    found = ask(f'{{ organisation(name: "DSM") {{ {aliases} }} }}')["organisation"]
    assert len(found) == 200
    assert {found[f"kvk{i}"] for i in range(40)} == {None}
    assert {found[f"name{i}"] for i in range(40)} == {"DSM"}
    assert all(found[f"aliases{i}"] == [] and found[f"sme{i}"] is False for i in range(40))
    assert {str(found[f"place{i}"]) for i in range(40)} == {"None"}


HOSTILE = [
    "O'Brien \"& Zn\"", "Robert'); DROP TABLE node;--", "MATCH (n) DETACH DELETE n", '{"$later": 0}',
    "</script><img src=x onerror=alert(1)>", "a\\b", "100%_", "ÅÉÎ日本語Ω", "💶 bank", "—–‘’",
]  # fmt: skip


def test_names_full_of_syntax_come_back_as_they_are(
    store: Store, mini: Callable[..., Path]
) -> None:
    import csv
    import io

    out = io.StringIO(newline="")
    csv.writer(out).writerows(
        [["id", "name"], *([f"organisation:h{i}", n] for i, n in enumerate(HOSTILE))]
    )
    load(store, check(MODEL, mini(sources="name\nB\n", organisations=out.getvalue()), store))
    ask = asker(store)
    for number, name in enumerate(HOSTILE):
        found = ask("query ($n: String!) { organisation(name: $n) { id name } }", n=name)
        assert found["organisation"] == {"id": f"organisation:h{number}", "name": name}
        hits = ask("query ($n: String!) { search(text: $n) { nodes { name } } }", n=name)
        assert name in [hit["name"] for hit in hits["search"]["nodes"]]


def test_questions_of_an_empty_store(store: Store) -> None:
    ask = asker(store)
    assert ask("{ organisations { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }") == {
        "organisations": {
            "nodes": [], "totalCount": 0, "pageInfo": {"hasNextPage": False, "endCursor": None},
        }
    }  # fmt: skip
    assert ask("{ gaps(from: {}, to: {}) { nodes { id } } }") == {"gaps": {"nodes": []}}
    assert ask('{ search(text: "x") { nodes { id } } }') == {"search": {"nodes": []}}
    assert ask("{ revision statistics { helix { count } } }") == {
        "revision": 0, "statistics": {"helix": []},
    }  # fmt: skip


def test_every_field_of_every_kind_can_be_asked(ask: Ask, ground: Ground) -> None:
    """Each kind with all of its scalar fields and links, and those of what they lead to."""
    from graphql import build_schema, get_named_type, is_leaf_type

    schema = build_schema(schema_text(MODEL))

    def below(type_name: str, depth: int) -> str:
        parts = []
        for name, field in schema.type_map[type_name].fields.items():  # type: ignore[attr-defined]
            type_ = get_named_type(field.type)
            if is_leaf_type(type_):
                parts.append(name)
            elif depth == 1 and ground.kind == "neo4j":
                parts.append(f"{name} {{ __typename }}")
            elif depth:
                parts.append(f"{name} {{ {below(type_.name, depth - 1)} }}")
        return " ".join(parts or ["__typename"])

    for kind in MODEL.nodes:
        from ledwerk.api.words import plural

        name = plural(kind)
        # Less deep where each of some thousand links would be planned anew.
        text = below(kind.name, 3 if ground.kind == "sqlite" else 1)
        found = ask(f"{{ {name} {{ nodes {{ {text} }} }} }}")
        assert found[name]["nodes"], name
