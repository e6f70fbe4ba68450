"""The GraphQL types of decisions about what is stated: confirming, withdrawing, reviewing."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.api.words import NODE
from ledwerk.schema.fields import Term, Text, Vocabulary

WHAT_BECOMES = Vocabulary(
    "WithdrawalOutcome",
    "What becomes of something when a source is withdrawn.",
    (
        Term("gone", Text("verdwijnt", "it goes: nobody else says so")),
        Term("unsaid", Text("alleen nog genoemd", "only relations mention it: it shows its id")),
        Term("poorer", Text("verandert", "other values of it are shown, or fewer")),
        Term("back", Text("komt terug", "it comes back: only this source denied it")),
        Term("stays", Text("blijft", "it stays as it is: others say the same")),
    ),
)
_EFFECT = (
    ("what", "WithdrawalOutcome", "What becomes of it."),
    ("kind", "str", "Its kind."),
    ("key", "ID", "The node's id, or the relation's key."),
    ("name", "str | None", "What a node is called; null for a relation."),
    ("from", f"{NODE} | None", "Where a relation starts."),
    ("to", f"{NODE} | None", "Where a relation leads."),
    ("lost", "list[str]", "The properties of which another value is shown, or none."),
)
_PREVIEW = (
    ("name", "str", "The source's name."),
    ("rows", "int", "How many statements rest on it."),
    ("gone", "int", "How many nodes and relations go."),
    ("unsaid", "int", "How many nodes are only mentioned from then on."),
    ("poorer", "int", "How many show other values, or fewer."),
    ("back", "int", "How many come back."),
    ("stays", "int", "How many stay as they are."),
    ("effects", "list[WithdrawalEffect]", "At most 500 of them, in the order of the counts."),
)
_ROW = (
    ("id", "ID", "What acceptRead and rejectRead take."),
    ("kind", "str", "The kind of what it is about."),
    ("key", "ID", "The node's id, or the relation's key."),
    ("about", "str", "What it is about, in a line."),
    ("says", "str", "What it says, in a line."),
    ("dataset", "str", "The dataset that brought it."),
    ("source", "str | None", "The source's name, or its id."),
    ("locator", "str | None", "Where in it."),
    ("confidence", "float | None", "From 0 to 1, as the program reckons."),
    ("note", "str | None", "What the program adds, such as the words it read."),
)


def decision_fields(types: Types) -> Iterable[StrawberryField]:
    """The types, and the declarations of what can be asked."""
    _declare(types)
    source = types.argument("source", "ID", "The source's id.")
    yield types.field(
        "withdrawal", "Withdrawal", "What withdrawing a source would do; nothing is done.", [source]
    )
    yield types.field(
        "readRows",
        "ReadRows",
        "What a program read and nobody has reviewed yet.",
        [
            types.argument("dataset", "str | None", "Only of this dataset."),
            types.argument("kind", "str | None", "Only about this kind of node or relation."),
            types.argument("first", "int | None", "How many at most; 50 if left out, 200 at most."),
            types.argument("skip", "int | None", "How many to leave out before them."),
        ],
    )


def _declare(types: Types) -> None:
    types.enum(WHAT_BECOMES)
    for name, about, fields in (
        ("WithdrawalEffect", "What becomes of one node or relation.", _EFFECT),
        ("Withdrawal", "What withdrawing a source would do.", _PREVIEW),
        ("ReadRow", "What a program read and nobody has reviewed.", _ROW),
    ):
        types.make(name, about, [types.field(*one) for one in fields])
    types.make(
        "ReadRows",
        "What waits for review.",
        (
            types.field("totalCount", "int", "How many there are in all."),
            types.field("rows", "list[ReadRow]", "Some of them, by kind and place."),
        ),
    )
    types.make(
        "DecisionChange",
        "What became of a decision about what is stated.",
        (
            types.field("node", f"{NODE} | None", "The node it was about, if it was about one."),
            types.field("rows", "int", "How many statements it concerned."),
            types.field("revision", "int", "The graph's revision after it."),
            types.field("errors", "list[UserError]", "Empty where it was done."),
        ),
    )


def decision_changes(types: Types) -> Iterable[StrawberryField]:
    """The declarations of what editors decide."""
    since = types.argument(
        "expectedRevision",
        "int | None",
        "The newest revision you have seen: refused if just this was changed since.",
    )
    provenance = types.argument("provenance", "ProvenanceInput | None", "A word on it, and why.")
    why = types.argument("why", "str | None", "A word for the log.")
    rows = types.argument("rows", "list[ID]", "Their ids, as readRows gives them.")
    source = types.argument("source", "ID", "The source's id.")
    key = types.argument("id", "ID", "A node's id, or a relation's key (see Statement.key).")
    for name, about, arguments in (
        ("confirm", "Say that a node or relation is so, as of today.", [key, since, provenance]),
        (
            "withdrawSource",
            "Withdraw a source: what rests on it alone goes, and no load brings it back.",
            [source, since, provenance],
        ),
        ("restoreSource", "Take the withdrawal of a source back.", [source, since, provenance]),
        ("acceptRead", "Accept what a program read: it counts as stated.", [rows, why]),
        ("rejectRead", "Reject what a program read: it goes, for later loads too.", [rows, why]),
    ):
        yield types.field(name, "DecisionChange", about, arguments)
