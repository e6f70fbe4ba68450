"""The GraphQL types of changes: inputs from the model, answers with errors a form can show."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.api.words import NODE, pascal, plural, python_type, singular
from ledwerk.schema.fields import Shape, Term, Text, Vocabulary
from ledwerk.schema.kinds import Model, NodeKind, Property, RelationKind
from ledwerk.schema.names import camel

EDIT_PROBLEM = Vocabulary(
    "EditProblem",
    "What is wrong with a change.",
    (
        Term("required", Text("verplicht", "it cannot be left out")),
        Term("invalid_value", Text("ongeldige waarde", "the value is not of its type")),
        Term("unknown_field", Text("onbekend veld", "there is no such property")),
        Term("unknown_node", Text("onbekend", "there is no such node")),
        Term("unknown_source", Text("onbekende bron", "there is no such source")),
        Term("unknown_revision", Text("onbekende wijziging", "there is no such revision")),
        Term("circle", Text("kring", "it would be part of itself")),
        Term("wrong_kind", Text("verkeerde soort", "it is of another kind")),
        Term("wrong_period", Text("verkeerde periode", "it ends before it begins")),
        Term("taken", Text("bestaat al", "it is there already")),
        Term("not_stated", Text("niet vermeld", "it is not stated, so it cannot be changed")),
        Term("nothing_to_do", Text("niets te doen", "nothing would change")),
        Term("same_node", Text("dezelfde", "both are the same node")),
        Term("rests_on", Text("er rust iets op", "something newer rests on it")),
        Term("changed_since", Text("intussen gewijzigd", "somebody else changed it since")),
    ),
)

_EXPECTED = (
    "expectedRevision",
    "int | None",
    "The newest revision you have seen: refused if just this was changed since.",
)
_PROVENANCE = ("provenance", "ProvenanceInput | None", "Where it is known from, and why.")


def mutation_fields(types: Types) -> Iterable[StrawberryField]:
    """The declarations of everything that can be changed, for every kind and relation."""
    _plain_types(types)
    for kind in types.model.nodes:
        yield from _node_fields(types, kind)
    for relation in types.model.relations:
        yield from _relation_fields(types, relation)
    yield types.field(
        "undo",
        "UndoChange",
        "Take back everything that one revision did; refused if what it touched was changed since.",
        [
            types.argument("revision", "int", "The number of the revision."),
            types.argument("why", "str | None", "A word for the log."),
        ],
    )


def properties_of(kind: NodeKind) -> tuple[Property, ...]:
    """What can be said of a node: everything that does not follow from its kind."""
    fixed = {name for name, _ in kind.fixed}
    return tuple(prop for prop in kind.properties if prop.name not in fixed)


def end_names(relation: RelationKind) -> tuple[str, str]:
    """What the two ends of a relation are called in inputs."""
    return camel(relation.source_column), camel(relation.target_column)


def change_names(model: Model) -> Iterable[tuple[str, str, str]]:
    """The root fields as (field, what it does, kind)."""
    for kind in model.nodes:
        for act in ("create", "update", "delete"):
            yield f"{act}{kind.name}", act, kind.name
        yield f"merge{pascal(plural(kind))}", "merge", kind.name
    for relation in model.relations:
        for act in ("add", "update", "remove"):
            yield f"{act}{relation.noun}", f"{act} relation", relation.name
    yield "undo", "undo", ""


def _plain_types(types: Types) -> None:
    types.enum(EDIT_PROBLEM)
    types.make(
        "UserError",
        "Why a change was not made, for whoever filled in the form.",
        (
            types.field("field", "str | None", "The input that is wrong; null is none of them."),
            types.field("code", EDIT_PROBLEM.name, "What is wrong, for programs."),
            types.field("message", "str", "What is wrong and what would be right, for people."),
        ),
    )
    fields = [
        types.field("source", "ID | None", "Id of the source that says so."),
        types.field("locator", "str | None", "Where in the source: heading and line."),
        types.field("note", "str | None", "A word to the reader."),
        types.field("why", "str | None", "Why it is changed; stands in the log."),
    ]
    types.make_input("ProvenanceInput", "Where a change is known from.", fields)
    types.make(
        "RelationChange",
        "What became of a change to a relation.",
        (
            types.field("source", f"{NODE} | None", "The node it starts from."),
            types.field("target", f"{NODE} | None", "The node it leads to."),
            *_outcome(types),
        ),
    )
    types.make("UndoChange", "What became of taking a revision back.", _outcome(types))


def _outcome(types: Types) -> tuple[StrawberryField, ...]:
    return (
        types.field("revision", "int", "The graph's revision after it."),
        types.field("errors", "list[UserError]", "Empty where it was done."),
    )


def _node_fields(types: Types, kind: NodeKind) -> Iterable[StrawberryField]:
    name, field, label = kind.name, singular(kind), kind.label.en
    own = types.field(field, f"{name} | None", f"The {label}; null where it is gone.")
    types.make(f"{name}Change", f"What became of a change to a {label}.", (own, *_outcome(types)))
    properties = properties_of(kind)
    ident = types.field("id", "ID | None", f"An id such as {kind.prefix}:…; made if left out.")
    types.make_input(
        f"Create{name}Input",
        f"A new {label}.",
        [ident, *(_property(types, prop, required=_needed(kind, prop)) for prop in properties)],
    )
    types.make_input(
        f"Update{name}Input",
        f"What to say of a {label}: null empties, what is left out stays.",
        [_property(types, prop, required=False) for prop in properties],
    )
    yield from _node_changes(types, kind)


def _node_changes(types: Types, kind: NodeKind) -> Iterable[StrawberryField]:
    name, label = kind.name, kind.label.en
    provenance = types.argument(*_PROVENANCE)
    which = types.argument("id", "ID", "Its id.")
    since = types.argument(*_EXPECTED)
    made = types.argument("input", f"Create{name}Input", "What is known of it.")
    said = types.argument("input", f"Update{name}Input", "What to say of it.")
    change = f"{name}Change"
    yield types.field(f"create{name}", change, f"Add a {label}.", [made, provenance])
    yield types.field(
        f"update{name}", change, f"Change a {label}.", [which, said, since, provenance]
    )
    yield types.field(
        f"delete{name}",
        change,
        f"Say that a {label} is none: it and its relations are shown no more.",
        [which, since, provenance],
    )
    yield types.field(
        f"merge{pascal(plural(kind))}",
        change,
        f"Make two {kind.plural.en} one: relations, names and what is known go to the first.",
        [
            types.argument("keep", "ID", "The id that stays."),
            types.argument("merge", "ID", "The id that goes."),
            since,
            provenance,
        ],
    )


def _needed(kind: NodeKind, prop: Property) -> bool:
    return prop.name == "name" and kind.named


def _relation_fields(types: Types, relation: RelationKind) -> Iterable[StrawberryField]:
    noun, about = relation.noun, relation.description
    source, target = end_names(relation)
    ends = [
        types.field(source, "ID", f"Id of the {relation.source_column.replace('_', ' ')}."),
        types.field(target, "ID", f"Id of the {relation.target_column.replace('_', ' ')}."),
    ]
    properties = [_property(types, prop, required=False) for prop in relation.properties]
    identity = [
        _property(types, prop, required=False)
        for prop in relation.properties
        if prop.name in relation.identity
    ]
    types.make_input(
        f"{noun}Input", f"{about} What is left out stays as it is.", [*ends, *properties]
    )
    types.make_input(f"Remove{noun}Input", f"Which one: {about}", [*ends, *identity])
    given = types.argument("input", f"{noun}Input", "Between whom, and what is known of it.")
    which = types.argument("input", f"Remove{noun}Input", "Which one.")
    since, provenance = types.argument(*_EXPECTED), types.argument(*_PROVENANCE)
    yield types.field(f"add{noun}", "RelationChange", f"Add: {about}", [given, provenance])
    yield types.field(
        f"update{noun}", "RelationChange", f"Change: {about}", [given, since, provenance]
    )
    yield types.field(
        f"remove{noun}", "RelationChange", f"Say it is not so: {about}", [which, since, provenance]
    )


def _property(types: Types, prop: Property, *, required: bool) -> StrawberryField:
    word = "list[str]" if prop.type.shape is Shape.LIST else python_type(prop.type)
    return types.field(camel(prop.name), word if required else f"{word} | None", prop.description)
