"""One question made ready once and asked with many texts: the same answers as field by field."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from graphql import get_variable_values

from ledwerk.api.compiled import Compiled
from ledwerk.api.documents import Documents
from ledwerk.api.graphql_schema import make_schema
from ledwerk.api.limits import Limits
from ledwerk.graph.store import Store
from ledwerk.schema.model import MODEL

NAMES = ("Zuyd Hogeschool", "zuyd hogeschool", "DSM", "dsm", "nobody", "", "é", "%", "' OR 1=1 --",
         "Sananet Care B.V.", "z", "Zu", "\u0130stanbul")  # fmt: skip
IDS = ("organisation:zuyd-hogeschool", "organisation:nobody", "project:4ehealth", "", ":", "x:y",
       "campus:brightlands-chemelot-campus", "organisation:dsm", "seat:none")  # fmt: skip
SEARCHES = ("zorg", "sport", "zuyd hogeschool", "hogeschool zuyd", "de zorg", "4e health", "z",
            '"zorg"', "zorg*", "a b c d e f g h i j k l", "dsm ntu", "ZORG", "zo rg")  # fmt: skip

QUESTIONS: tuple[tuple[str, list[dict[str, Any]]], ...] = (
    ("query ($v: ID!) { organisation(id: $v) { id name projects { nodes { name } } } }",
     [{"v": one} for one in IDS]),
    ("query ($v: ID!) { node(id: $v) { __typename id name } }", [{"v": one} for one in IDS]),
    ("query ($v: ID!) { party(id: $v) { id ... on Organisation { kvk } ... on Campus { kind } } }",
     [{"v": one} for one in IDS]),
    ("query ($v: String) { parties(filter: {name: $v}) { totalCount nodes { id } } }",
     [{"v": one} for one in (*NAMES, None)]),
    ("query ($v: String) { parties(filter: {nameContains: $v}) { totalCount nodes { id } } }",
     [{"v": one} for one in NAMES]),
    ("query ($v: String) { parties(filter: {nameStartsWith: $v}) { totalCount nodes { id } } }",
     [{"v": one} for one in NAMES]),
    ("query ($v: String) { organisations(filter: {aliasesContains: $v}) { nodes { id } } }",
     [{"v": one} for one in NAMES]),
    ("query ($f: PartyFilter) { parties(filter: $f) { nodes { id } } }",
     [{"f": {"nameContains": one, "not": {"id": two}}} for one in NAMES[:4] for two in IDS[:3]]
     + [{"f": {"sme": True, "nameStartsWith": one}} for one in NAMES]
     + [{"f": {"or": [{"name": one}, {"idIn": [two]}]}} for one in NAMES[:3] for two in IDS]
     + [{"f": {"projects": {"some": {"id": one}}}} for one in IDS]
     + [{"f": None}, {}]),
    ("query ($v: String!) { search(text: $v, first: 5) { totalCount edges { snippet node { id } } } }",
     [{"v": one} for one in SEARCHES]),
    ("query ($n: Int, $c: String) { parties(first: $n, after: $c) { edges { cursor } } }",
     [{"n": one} for one in (0, 1, 3, 200)] + [{"n": 2, "c": '["dsm","organisation:dsm"]'}]),
    ("query ($a: Boolean!, $v: ID!) { organisation(id: $v) { id name @include(if: $a) } }",
     [{"a": a, "v": one} for a in (True, False) for one in IDS[:2]]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "values"), QUESTIONS, ids=[q[0][:60] for q in QUESTIONS])
def test_made_ready_once(led: Store, text: str, values: list[dict[str, Any]]) -> None:
    schema = make_schema(MODEL, led)
    inner = schema._schema
    operation = Documents(inner, Limits(), introspection=True).operation(text, None)
    compiled = Compiled(inner, MODEL, led)
    answered = 0
    for given in [*values, *reversed(values)]:
        result = asyncio.run(schema.execute(text, variable_values=given))
        coerced = get_variable_values(inner, operation.node.variable_definitions or (), given)
        assert not isinstance(coerced, list)
        found = asyncio.run(compiled.answer(operation, coerced.coerced, lambda *_: None))
        if found is None:
            assert result.errors or "aliases" not in text
            continue
        answered += 1
        assert not result.errors
        assert json.loads(found) == {"data": result.data}, given
    assert answered >= len(values) // 3
    # Far fewer statements than questions: the texts are not part of what is kept.
    assert len(compiled._kept) <= max(4, len(values))
