"""A valid request for every mutation, made from the schema: what access is tested with."""

from __future__ import annotations

from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
)

from ledwerk.api.agreement_fields import CHANGES
from ledwerk.api.changing import change_names, end_names
from ledwerk.schema.kinds import Model, RelationKind


def every_change(schema: GraphQLSchema, model: Model) -> dict[str, tuple[str, dict[str, Any]]]:
    """By root field: a document, and variables with which it is valid."""
    assert schema.mutation_type is not None
    made = {}
    for name, act, kind in change_names(model):
        field = schema.mutation_type.fields[name]
        needed = {
            key: argument
            for key, argument in field.args.items()
            if isinstance(argument.type, GraphQLNonNull)
        }
        declared = ", ".join(f"${key}: {argument.type}" for key, argument in needed.items())
        given = ", ".join(f"{key}: ${key}" for key in needed)
        text = f"mutation ({declared}) {{ {name}({given}) {{ revision errors {{ code }} }} }}"
        values = {key: _value(argument.type) for key, argument in needed.items()}
        if act.endswith("relation"):
            relation = model.relation(kind)
            values["input"] |= _ends(model, relation)
        elif kind:
            prefix = model.node(kind).prefix
            values |= {key: f"{prefix}:{key}" for key in ("id", "keep", "merge") if key in values}
        made[name] = (text, values)
    return made | _about_agreements() | _decisions()


def _decisions() -> dict[str, tuple[str, dict[str, Any]]]:
    """Decisions about what is stated."""
    text = "mutation {{ {}({}) {{ revision errors {{ code }} }} }}"
    given = {
        "confirm": 'id: "organisation:a"',
        "withdrawSource": 'source: "source:a"',
        "restoreSource": 'source: "source:a"',
        "acceptRead": 'rows: ["a"]',
        "rejectRead": 'rows: ["a"]',
    }
    return {name: (text.format(name, one), {}) for name, one in given.items()}


def _about_agreements() -> dict[str, tuple[str, dict[str, Any]]]:
    """The changes that are none of the graph's, with what makes each valid."""
    errors = "{ revision errors { code } }"
    given = {"from": "organisation:a", "to": "campus:b", "via": "organisation:c"}
    named = "mutation ($id: ID!) {{ {}(id: $id, {}) {} }}"
    one = {"id": "nothing"}
    made = {
        "makeAgreement": (
            f"mutation ($input: AgreementInput!) {{ makeAgreement(input: $input) {errors} }}",
            {"input": {**given, "due": "2999-01-01"}},
        ),
        "recordOutcome": (named.format("recordOutcome", 'text: "x"', errors), one),
        "dropAgreement": (named.format("dropAgreement", 'reason: "x"', errors), one),
    }
    assert tuple(made) == CHANGES
    return made


def _ends(model: Model, relation: RelationKind) -> dict[str, str]:
    source, target = end_names(relation)
    return {
        source: f"{model.node(relation.source[0]).prefix}:a",
        target: f"{model.node(relation.target[0]).prefix}:b",
    }


def _value(type_: Any) -> Any:
    if isinstance(type_, GraphQLNonNull):
        return _value(type_.of_type)
    if isinstance(type_, GraphQLList):
        return []
    if isinstance(type_, GraphQLInputObjectType):
        return {
            key: _value(field.type)
            for key, field in type_.fields.items()
            if isinstance(field.type, GraphQLNonNull)
        }
    if isinstance(type_, GraphQLEnumType):
        return next(iter(type_.values))
    return {"Int": 1, "Boolean": True, "Float": 1.0}.get(type_.name, "a")
