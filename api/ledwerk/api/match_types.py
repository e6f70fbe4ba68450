"""The GraphQL types of likely doubles and of decisions about them."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.api.words import NODE

_REASON = (
    ("nl", "str", "In Dutch."),
    ("en", "str", "In English."),
    ("weight", "float", "How much it counts; below 0 it speaks against."),
)
_MATCHED = (
    ("id", "ID", "Its id."),
    ("node", f"{NODE} | None", "The node."),
    ("names", "list[str]", "What it is called; the first is shown."),
    ("datasets", "list[str]", "Which datasets describe it."),
    ("places", "list[str]", "Where it is."),
    ("country", "str | None", "ISO 3166 code of its country."),
    ("website", "str | None", "Its page."),
    ("numbers", "list[str]", "Its numbers in registers, such as kvk 14112233."),
    ("related", "list[str]", "Of a person: the parties and boards that it is with."),
)
_MATCH = (
    ("kept", "MatchedNode", "The one whose id stays when they are merged."),
    ("gone", "MatchedNode", "The other."),
    ("sure", "bool", "Whether they are the same beyond doubt."),
    ("mergeable", "bool", "Whether they can be merged: nodes of two kinds cannot."),
    ("score", "float", "The sum of the weights: 6 and more is sure, 3 and more doubtful."),
    ("evidence", "list[MatchReason]", "Why."),
)
_MATCHES = (
    ("totalCount", "int", "How many there are."),
    ("sure", "int", "How many of all are sure."),
    ("doubtful", "int", "How many of all are doubtful."),
    ("matches", "list[Match]", "Those asked for: sure ones first, then by score."),
)
_DECISION = (
    ("same", "bool", "Whether they are the same; else they are different."),
    ("kept", "ID", "The id that stays, or one of the two."),
    ("gone", "ID", "The id that went, or the other."),
    ("note", "str | None", "Why, and a word of who decided."),
    ("by", "str", "Who decided."),
    ("at", "str", "When (UTC)."),
    ("revision", "int", "The change that it came with."),
)
_CHANGE = (
    ("kept", f"{NODE} | None", "The node that stays, or the first that was named."),
    ("merged", "int", "How many nodes were merged into others."),
    ("revision", "int", "The graph's revision after it."),
    ("errors", "list[UserError]", "Empty where it was done."),
)
_TYPES = (
    ("MatchReason", "A reason why two are taken for one, or not.", _REASON),
    ("MatchedNode", "A party or person as it is compared.", _MATCHED),
    ("Match", "Two that may be one.", _MATCH),
    ("Matches", "Likely doubles.", _MATCHES),
    ("MatchDecision", "What somebody decided about two.", _DECISION),
    ("MatchChange", "What became of a decision.", _CHANGE),
)


def match_fields(types: Types) -> Iterable[StrawberryField]:
    """The types, and the declarations of what can be asked."""
    for name, about, fields in _TYPES:
        types.make(name, about, [types.field(*one) for one in fields])
    yield types.field(
        "matches",
        "Matches",
        "Parties and people of two datasets that are likely the same, with the reasons.",
        [
            types.argument("sure", "bool | None", "Only sure ones, or only doubtful ones."),
            types.argument("first", "int | None", "How many; 20 if left out."),
            types.argument("skip", "int | None", "How many to pass over first."),
        ],
    )
    yield types.field(
        "matchDecisions",
        "list[MatchDecision]",
        "What was decided about who is who, the newest first.",
    )


def match_changes(types: Types) -> Iterable[StrawberryField]:
    """The declarations of what can be decided."""
    note = types.argument("note", "str | None", "A word to the reader.")
    one = types.argument("one", "ID", "The id of the one.")
    other = types.argument("other", "ID", "The id of the other.")
    yield types.field(
        "mergeNodes",
        "MatchChange",
        "Two nodes of one kind are the same: what is said of the second is said of the first.",
        [
            types.argument("keep", "ID", "The id that stays."),
            types.argument("merge", "ID", "The id that goes."),
            note,
        ],
    )
    yield types.field("mergeSure", "MatchChange", "Merge all that are sure to be the same.", [note])
    yield types.field(
        "markDifferent",
        "MatchChange",
        "Two nodes that look alike are not the same; they are not proposed again.",
        [one, other, note],
    )
    yield types.field(
        "unmerge",
        "MatchChange",
        "A node that was merged into another is there again, with what its sources say.",
        [types.argument("id", "ID", "The id that went.")],
    )
    yield types.field(
        "takeBackMatch",
        "MatchChange",
        "Take back what was decided of two nodes: that they are the same, or different.",
        [one, other],
    )
