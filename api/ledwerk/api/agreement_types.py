"""The GraphQL types of agreements, declared."""

from __future__ import annotations

from ledwerk.api.registry import Types
from ledwerk.api.words import NODE
from ledwerk.schema.fields import Term, Text, Vocabulary

STATE = Vocabulary(
    "AgreementState",
    "How an agreement stands.",
    (
        Term("open", Text("loopt", "not yet due")),
        Term("overdue", Text("te laat", "its day has passed without a tie")),
        Term("closed", Text("rond", "the tie is in the data")),
        Term("dropped", Text("vervallen", "somebody let it go")),
    ),
)


def agreement_types(types: Types) -> None:
    """Make the types of agreements known."""
    for vocabulary in (STATE, _END):
        types.enum(vocabulary)
    for name, about, fields in _DECLARED:
        made = [types.field(field, type_, text) for field, type_, text in fields]
        make = types.make_input if name.endswith("Input") else types.make
        make(name, about, made)


_END = Vocabulary(
    "AgreementEnd",
    "Which of the three of an agreement.",
    (
        Term("from", Text("wie wordt voorgesteld", "who is introduced")),
        Term("to", Text("aan wie", "to whom")),
        Term("via", Text("door wie", "by whom")),
    ),
)
_DECLARED = (
    (
        "AgreementParty",
        "Something of the network, as it was called when the agreement was made.",
        (
            ("id", "ID", "Its id."),
            ("name", "str", "What it was called."),
            ("node", f"{NODE} | None", "It as it is now; null where it is gone."),
        ),
    ),
    (
        "AgreementEndStanding",
        "How central one of the three is.",
        (
            ("end", "AgreementEnd", "Which of them."),
            ("ties", "int | None", "Its ties; null where it is no party."),
            ("betweenness", "float | None", "How many pairs of others have it on their way."),
        ),
    ),
    (
        "AgreementStanding",
        "How the two and the introducer stand at a revision.",
        (
            ("revision", "int", "Of the graph."),
            ("distance", "int | None", "Between the two, in ties; null: no way."),
            ("gaps", "int", "How many gaps of this sort there are."),
            ("reached", "int", "How many of the same parties have no gap."),
            ("parties", "int", "In the whole network."),
            ("ties", "int", "In the whole network."),
            ("ends", "list[AgreementEndStanding]", "The three, each."),
            ("exact", "bool", "Whether betweenness is exact; else it is an estimate."),
        ),
    ),
    (
        "AgreementSaid",
        "What somebody wrote down.",
        (
            ("at", "str", "When (UTC)."),
            ("by", "str", "By whom."),
            ("text", "str", "What."),
        ),
    ),
    (
        "AgreementMeanwhile",
        "A change between the agreement and the tie.",
        (
            ("revision", "int", "Its number."),
            ("at", "str", "When (UTC)."),
            ("actor", "str", "By whom."),
            ("action", "str", "What was done."),
            ("dataset", "str", "To which dataset."),
            ("why", "str", "The word that was left with it."),
            ("brought", "bool", "Whether it made the tie."),
            ("about", "list[str]", "Names of some of what it touched."),
        ),
    ),
    (
        "AgreementClosing",
        "The tie appeared, and what that did.",
        (
            ("at", "str", "When that was seen (UTC)."),
            ("after", "AgreementStanding", "How things stood with the tie."),
            ("apart", "AgreementStanding", "The same without what brought the two together."),
            ("metIn", "list[AgreementParty]", "What the two are both in."),
            ("leftOut", "list[AgreementParty]", "What is left out of that; if none, the tie only."),
            ("meanwhile", "list[AgreementMeanwhile]", "What was changed since the agreement."),
            ("more", "int", "How many more changes, which are not listed."),
        ),
    ),
    (
        "AgreementLost",
        "The tie was there and went again.",
        (
            ("at", "str", "When that was seen (UTC)."),
            ("revision", "int", "In which revision."),
            ("distance", "int | None", "Between the two since; null: no way."),
        ),
    ),
    (
        "Agreement",
        "That somebody introduces two parties, and what came of it.",
        (
            ("id", "ID", "Its id."),
            ("state", "AgreementState", "How it stands today."),
            ("from", "AgreementParty", "Who is introduced."),
            ("to", "AgreementParty", "To whom."),
            ("via", "AgreementParty", "By whom."),
            ("due", "str", "By when: a date."),
            ("agreedOn", "str", "When it was agreed."),
            ("agreedBy", "str | None", "Who agreed on it."),
            ("note", "str | None", "A word with it."),
            ("gaps", "str", "The sort of gaps that it closes one of, such as sme~campus."),
            ("madeAt", "str", "When it was written down (UTC)."),
            ("madeBy", "str", "By whom it was."),
            ("sharedWithFrom", "list[AgreementParty]", "What the introducer shared with the one."),
            ("sharedWithTo", "list[AgreementParty]", "What it shared with the other."),
            ("strength", "float | None", "The weaker of the introducer's two ties."),
            ("before", "AgreementStanding", "How things stood."),
            ("closing", "AgreementClosing | None", "There while the two have a tie."),
            ("lost", "AgreementLost | None", "There where the tie went again."),
            ("outcomes", "list[AgreementSaid]", "What came of it, oldest first."),
            ("dropped", "AgreementSaid | None", "Why it was let go."),
        ),
    ),
    (
        "AgreementChange",
        "What became of a change to an agreement.",
        (
            ("agreement", "Agreement | None", "The agreement; null where it was not done."),
            ("revision", "int", "The graph's revision, which agreements do not change."),
            ("errors", "list[UserError]", "Empty where it was done."),
        ),
    ),
    (
        "AgreementInput",
        "Who introduces whom to whom, by when.",
        (
            ("from", "ID", "Id of the party that is introduced."),
            ("to", "ID", "Id of the party that it is introduced to."),
            ("via", "ID", "Id of the party that introduces them."),
            ("due", "str", "By when: a whole date."),
            ("agreedOn", "str | None", "When it was agreed; today if left out."),
            ("agreedBy", "str | None", "Who agreed on it."),
            ("note", "str | None", "A word with it."),
            ("gaps", "str | None", "The sort of gaps, FROM~TO; sme~campus if left out."),
        ),
    ),
)
