"""The GraphQL types of statements: who says what, since when, and why one of them is shown."""

from __future__ import annotations

from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.graph.weighing import REASONS
from ledwerk.schema.fields import Term, Vocabulary
from ledwerk.viz.texts_provenance import REASON_TEXTS

WHY_SHOWN = Vocabulary(
    "WhyShown",
    "By which part of the rule for conflicts a value is shown: nobody else says anything, all "
    "agree, lists are united, an editor said so, its ground goes before, the other is not "
    "reviewed, its source is newer, or it comes first by source id and locator.",
    tuple(Term(reason, REASON_TEXTS[reason]) for reason in REASONS),
)
_LANGUAGE = ("language", "Language | None", "In which language; Dutch if left out.")


def add_statement_types(types: Types) -> None:
    """Make them known."""
    types.enum(WHY_SHOWN)
    types.make(
        "Loaded",
        "The change of the graph with which a statement began to stand, for the last time.",
        (
            types.field("revision", "int | None", "Its number."),
            types.field("at", "str | None", "When it was made (UTC)."),
            types.field("actor", "str | None", "Who made it."),
            types.field("action", "str | None", "What was done: load, edit, accept, …"),
            types.field("why", "str | None", "Why, as whoever made it says."),
        ),
    )
    types.make(
        "Said",
        "What a statement says of one property.",
        (
            types.field("name", "str", "The property, as fields call it."),
            types.field("label", "str", "What people call it.", [types.argument(*_LANGUAGE)]),
            types.field("value", "str | None", "The value as text; null says that it is empty."),
            types.field("words", "str", "The value in words.", [types.argument(*_LANGUAGE)]),
            types.field("json", "str", "The value as JSON, with its own type."),
            types.field("number", "float | None", "The value, where it is a number."),
            types.field("boolean", "bool | None", "The value, where it is true or false."),
            types.field("list", "list[str] | None", "The values, where there are several."),
        ),
    )
    types.make("Statement", "What one source says of a node or relation.", _statement(types))
    _add_sides(types)


def _add_sides(types: Types) -> None:
    types.make(
        "Side",
        "What one statement says of a property, beside what others say.",
        (
            types.field("value", "str | None", "The value as text; of existence yes or no."),
            types.field("words", "str", "The value in words.", [types.argument(*_LANGUAGE)]),
            types.field("shown", "bool", "Whether that is displayed, alone or among others."),
            types.field("statement", "Statement", "Who says so."),
        ),
    )
    types.make(
        "SideBySide",
        "Each source's value of a property, the one that is shown first.",
        (
            types.field("name", "str | None", "The property, as fields call it; null: existence."),
            types.field("label", "str", "What people call it.", [types.argument(*_LANGUAGE)]),
            types.field("value", "str | None", "What is shown, as text."),
            types.field("words", "str", "What is shown, in words.", [types.argument(*_LANGUAGE)]),
            types.field("conflict", "bool", "Whether sources differ."),
            types.field("reason", "WhyShown", "Why that is shown, for programs."),
            types.field("because", "str", "The same for people.", [types.argument(*_LANGUAGE)]),
            types.field("sides", "list[Side]", "What each statement says, best first."),
        ),
    )


def _statement(types: Types) -> tuple[StrawberryField, ...]:
    return (
        types.field("id", "ID", "The same for the same statement in every store."),
        types.field("kind", "str", "The kind of what it is about."),
        types.field("key", "ID", "The node's id, or the relation's key, that it is about."),
        types.field("source", "Source | None", "The source; null where none is cited."),
        types.field("sourceId", "ID | None", "The source's id."),
        types.field("title", "str | None", "The source's name."),
        types.field("date", "str | None", "When the source was published."),
        types.field("locator", "str | None", "Where in it: section and line."),
        types.field("dataset", "str", "The dataset that brought it; edits are one."),
        types.field("loaded", "Loaded", "The change that brought it."),
        types.field("actor", "str | None", "Who brought it: an editor, or whoever loaded it."),
        types.field("at", "str | None", "When it was brought (UTC)."),
        types.field("basis", "Basis", "Stated by the source, or assessed, derived, …"),
        types.field("acceptedBy", "str | None", "Who reviewed what a program read."),
        types.field("unreviewed", "bool", "Whether a program read it and nobody reviewed it."),
        types.field("confidence", "float | None", "From 0 to 1."),
        types.field("denied", "bool", "True where it says that it is not so."),
        types.field("note", "str | None", "A word to the reader."),
        types.field("statedAs", "str | None", "The id, or both ends, that the source has for it."),
        types.field("properties", "list[Said]", "What it says of each property."),
        types.field("shown", "list[str]", "The properties of which its value is displayed."),
        types.field("confirmed", "str | None", "As of when it says so."),
        types.field("decision", "str | None", _DECISION),
    )


_DECISION = (
    "`confirmed`, `withdrawn`, `same` or `different`, where somebody only decided that: it is so, "
    "the source counts no longer, it is another node, or it is not."
)


def provenance_fields(types: Types) -> tuple[StrawberryField, ...]:
    """What every node and every relation tells of itself."""
    return (
        types.field("statements", "list[Statement]", "Every statement about it, those denying it."),
        types.field("confirmed", "str | None", _CONFIRMED),
        types.field("unreviewed", "bool", "Whether only a program says so, reviewed by nobody."),
        types.field(
            "sideBySide",
            "list[SideBySide]",
            "Each source's value of each property beside each other; existence comes first.",
            [types.argument("property", "str | None", "Only this property, as fields call it.")],
        ),
    )


_CONFIRMED = (
    "When it was last confirmed: the newest date of its sources, or of somebody who confirmed it."
)
