"""The committed GraphQL schema: what people read and review."""

from __future__ import annotations

from tests.conftest import ROOT

from ledwerk.api.graphql_schema import schema_text
from ledwerk.schema.model import MODEL


def test_the_committed_schema_is_the_one_the_model_makes() -> None:
    assert (ROOT / "api" / "schema.graphql").read_text(encoding="utf-8") == schema_text(MODEL)


def test_every_type_and_field_is_described() -> None:
    from graphql import build_schema

    for name, type_ in build_schema(schema_text(MODEL)).type_map.items():
        if name.startswith("__") or name in {"String", "Int", "Float", "Boolean", "ID"}:
            continue
        assert type_.description, name
        for field, definition in getattr(type_, "fields", {}).items():
            assert definition.description, f"{name}.{field}"
