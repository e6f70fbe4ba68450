"""The GraphQL types of history: what changed between two moments, and what rests on a change."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.schema.fields import Term, Text, Vocabulary

CHANGED = Vocabulary(
    "Changed",
    "What became of a node or relation.",
    (
        Term("added", Text("toegevoegd", "it is new")),
        Term("removed", Text("weg", "it is gone")),
        Term("corrected", Text("gewijzigd", "it is other than it was")),
    ),
)
DEPENDENTS = Vocabulary(
    "Dependents",
    "What becomes of what rests on a change that is taken back.",
    (
        Term("refuse", Text("weigeren", "nothing is done where anything rests on it")),
        Term("too", Text("ook terugnemen", "it is taken back as well")),
        Term("keep", Text("houden", "it stays, on nodes shown by their ids if need be")),
    ),
)
RESTS = Vocabulary(
    "RestsAs",
    "How something rests on an older change.",
    (
        Term("edit", Text("bewerking", "a newer edit of what would be gone")),
        Term("value", Text("waarde", "a newer value in place of one that was given")),
        Term("relation", Text("relatie", "a newer relation of a node that would be gone")),
        Term("merge", Text("samenvoeging", "a newer merge of its nodes")),
        Term("acceptance", Text("aanvaarding", "a newer acceptance of its rows")),
        Term("load", Text("lading", "a newer load of the same dataset")),
    ),
)


def add_history_types(types: Types) -> None:
    """Make them known."""
    for vocabulary in (CHANGED, DEPENDENTS, RESTS):
        types.enum(vocabulary)
    for name, about, fields in _TYPES:
        made = [types.field(field, type_, words) for field, type_, words in fields]
        types.make(name, about, made)


def history_queries(types: Types) -> Iterable[StrawberryField]:
    """The declarations of what can be asked."""
    since = types.argument("since", "DateTime", "From here; a date is from its beginning.")
    until = types.argument("until", "DateTime | None", "Up to here; now if left out.")
    about = "What changed between two moments, once all is added up, and who changed it."
    yield types.field("changesBetween", "ChangesBetween", about, [since, until])
    revision = types.argument("revision", "int", "The number of the change.")
    about = "What taking a change back would do, and what rests on it. Nothing is changed."
    yield types.field("takingBack", "TakingBack", about, [revision, _dependents(types)])


def history_mutations(types: Types) -> Iterable[StrawberryField]:
    """The declaration of what can be done."""
    about = (
        "Take back what a change did, also later; newer work that does not rest on it stays. "
        "Refused where something rests on it, unless it is said what becomes of that."
    )
    arguments = [
        types.argument("revision", "int", "The number of the change."),
        _dependents(types),
        types.argument("why", "str | None", "A word for the log."),
    ]
    yield types.field("takeBack", "TakeBackChange", about, arguments)


def _dependents(types: Types) -> StrawberryArgument:
    about = "What becomes of what rests on it; REFUSE if left out."
    return types.argument("dependents", "Dependents | None", about)


_REVISION = (
    ("number", "int", "Its number; every change has the next one."),
    ("at", "str", "When it was made (UTC)."),
    ("actor", "str", "Who made it."),
    ("action", "str", "What was done: load, edit, merge, take-back 3, …"),
    ("dataset", "str", "The dataset that was changed; edits are one."),
    ("why", "str | None", "Why, as whoever made it says."),
)
_TYPES: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...] = (
    ("Revision", "A change as the log has it.", _REVISION),
    (
        "ChangedValue",
        "A property before and after.",
        (
            ("property", "str", "The property."),
            ("before", "str | None", "What it was; null is nothing."),
            ("after", "str | None", "What it is."),
        ),
    ),
    (
        "ChangedThing",
        "A node or relation that is new, gone or other than it was.",
        (
            ("changed", "Changed", "Which of these."),
            ("kind", "str", "Its kind."),
            ("key", "str", "The node's id, or the relation's key."),
            ("name", "str | None", "What a node is called, or was; null for a relation."),
            ("source", "ID | None", "Where a relation begins."),
            ("target", "ID | None", "Where it leads."),
            ("values", "list[ChangedValue]", "What is other; for one that was corrected."),
            ("by", "Revision", "The newest change that touched it."),
        ),
    ),
    (
        "ChangesBetween",
        "Everything between two moments.",
        (
            ("since", "int", "The revision at the first; 0 is before all."),
            ("until", "int", "The revision at the second."),
            ("revisions", "list[Revision]", "The changes in between, oldest first."),
            ("whole", "bool", "False where there is too much to list one by one."),
            ("things", "list[ChangedThing]", "What became other; empty where that is too much."),
            ("touched", "list[KindCount]", "Where it is too much: how many of each kind."),
        ),
    ),
    (
        "RestsOn",
        "Something that rests on an older change.",
        (
            ("how", "RestsAs", "In what way."),
            ("by", "Revision", "The newer change."),
            ("kind", "str | None", "Of what kind; null for a whole change."),
            ("key", "str | None", "The node's id, or the relation's key."),
            ("property", "str | None", "The property, for a value."),
        ),
    ),
    (
        "TakingBack",
        "What taking a change back does.",
        (
            ("revisions", "list[Revision]", "The changes that are taken back."),
            ("rests", "list[RestsOn]", "What rests on them, oldest first; 1,000 at most."),
            ("restsInTotal", "int", "How much does."),
            ("statementsComing", "int", "How many statements come back."),
            ("statementsGoing", "int", "How many go."),
        ),
    ),
    (
        "TakeBackChange",
        "What became of taking a change back.",
        (
            ("takingBack", "TakingBack | None", "What was done, or would be were it not refused."),
            ("revision", "int", "The graph's revision after it."),
            ("errors", "list[UserError]", "Empty where it was done."),
        ),
    ),
)
