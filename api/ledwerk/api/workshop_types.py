"""The GraphQL types of a workshop: what is proposed and decided, who takes part, what is shown."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from ledwerk.api.proposals_made import RELATIONS
from ledwerk.api.registry import Types
from ledwerk.schema.fields import Term, Text, Vocabulary
from ledwerk.schema.relations import ACTIVITIES

PROPOSAL_KIND = Vocabulary(
    "ProposalKind",
    "What somebody in the room may propose.",
    (
        Term("party", Text("nieuwe partij", "a party that is not there yet")),
        Term("tie", Text("band", "a tie: who works with whom, in what")),
        Term("correction", Text("verbetering", "another value of one property")),
        Term("remark", Text("opmerking", "something in words, for the facilitator to deal with")),
    ),
)
PROPOSAL_STATE = Vocabulary(
    "ProposalState",
    "What became of a proposal.",
    (
        Term("waiting", Text("wacht", "nobody has decided yet")),
        Term("accepting", Text("wordt verwerkt", "accepted and not yet carried out")),
        Term("accepted", Text("aangenomen", "accepted and carried out")),
        Term("refused", Text("afgewezen", "refused")),
        Term("withdrawn", Text("ingetrokken", "taken back by who proposed it")),
        Term("undoing", Text("wordt ongedaan gemaakt", "being taken back")),
        Term("undone", Text("ongedaan gemaakt", "accepted, and taken back afterwards")),
    ),
)
WORKSHOP_EVENT = Vocabulary(
    "WorkshopEvent",
    "What happened in a workshop.",
    (
        Term("started", Text("begonnen", "it began")),
        Term("opened", Text("begeleider", "a facilitator opened it")),
        Term("joined", Text("deelnemer", "somebody joined")),
        Term("proposed", Text("voorgesteld", "a proposal was made")),
        Term("withdrawn", Text("ingetrokken", "its maker took it back")),
        Term("accepting", Text("besloten", "it was accepted")),
        Term("accepted", Text("verwerkt", "it was carried out")),
        Term("failed", Text("mislukt", "it could not be carried out and waits again")),
        Term("refused", Text("afgewezen", "it was refused")),
        Term("undoing", Text("besloten tot ongedaan maken", "it is to be taken back")),
        Term("undone", Text("ongedaan gemaakt", "it was taken back")),
        Term("kept", Text("niet ongedaan gemaakt", "it could not be taken back")),
        Term("screen", Text("beeld", "all screens show another view")),
        Term("ended", Text("beëindigd", "it ended")),
    ),
)
TIE_KIND = Vocabulary(
    "TieKind",
    "What sort of tie may be proposed.",
    tuple(Term(word, Text(word, f"the relation {word}")) for word in RELATIONS),
)
ACTIVITY_KIND = Vocabulary(
    "ActivityKind",
    "What parties may work together in.",
    tuple(Term(word, Text(word.lower(), f"a {word.lower()}")) for word in ACTIVITIES),
)
# Fields of a proposal, for sending one and for changing one: (name, type, what it says).
_WISH = (
    ("name", "str", "PARTY: its name."),
    ("helix", "Helix", "PARTY: its sphere of the triple helix."),
    ("partyKind", "PartyKind", "PARTY: what sort it is."),
    ("sme", "bool", "PARTY: whether it is a small or medium-sized enterprise."),
    ("municipality", "ID", "PARTY: where it is located."),
    ("partnerIn", "ID", "PARTY: a project or programme in which it takes part."),
    ("party", "ID", "TIE: who."),
    ("other", "ID", "TIE: with whom; may be left out of a tie in a project."),
    ("relation", "TieKind", "TIE: what sort; PARTNER_IN if left out."),
    ("activity", "ID", "TIE, PARTNER_IN: the project or programme."),
    ("activityName", "str", "TIE, PARTNER_IN: the name of a new one."),
    ("activityKind", "ActivityKind", "TIE, PARTNER_IN: what the new one is; PROJECT if left out."),
    ("node", "ID", "CORRECTION, REMARK: about what."),
    ("property", "str", "CORRECTION: which property, as GraphQL calls it."),
    ("value", "str", "CORRECTION: what it should be; null empties it."),
    ("remark", "str", "A word to the facilitator; of a REMARK, the remark."),
)
_EXISTING = ("existing", "ID", "What is there already and is meant by the new party or project.")


def add_workshop_types(types: Types) -> None:
    """Declare them."""
    for vocabulary in (PROPOSAL_KIND, PROPOSAL_STATE, WORKSHOP_EVENT, TIE_KIND, ACTIVITY_KIND):
        types.enum(vocabulary)
    _proposals(types)
    _sessions(types)


def workshop_queries(types: Types) -> Iterable[StrawberryField]:
    """The root fields that one may ask."""
    about = "The workshop that is going on, for those who are in it; null for others."
    yield types.field("workshop", "Workshop | None", about, [_language(types)])


def workshop_mutations(types: Types) -> Iterable[StrawberryField]:
    """The root fields by which something is proposed or decided."""
    which = types.argument("proposal", "ID", "Its id.")
    change, lang = "ProposalChange", _language(types)
    given = types.argument("input", "ProposalInput", "What is proposed.")
    yield types.field(
        "propose",
        change,
        "Propose something, in a workshop. Sent again with the same id it is the same proposal.",
        [given, lang],
    )
    yield types.field("withdrawProposal", change, "Take one's own proposal back.", [which, lang])
    yield types.field(
        "decide",
        change,
        "Accept a proposal, which carries it out, or refuse it.",
        [
            which,
            types.argument("accept", "bool", "Whether it is accepted."),
            types.argument("why", "str | None", "A word to who proposed it, and for the log."),
            types.argument("changes", "ProposalChanges | None", "What is other than proposed."),
            lang,
        ],
    )
    yield types.field(
        "undoProposal", change, "Take back all that an accepted proposal did.", [which, lang]
    )
    screen = types.argument("address", "str", "The view, as the address of the page has it.")
    about = "Let every screen that follows show a view."
    yield types.field("showScreen", "WorkshopChange", about, [screen])
    about = "End the workshop: no pass of it counts from now on. The report stays."
    yield types.field("endWorkshop", "WorkshopChange", about)


def workshop_subscriptions(types: Types) -> Iterable[StrawberryField]:
    """The root field that one may follow."""
    since = types.argument(
        "since", "int | None", "First every line after this number, so that nothing is missed."
    )
    about = "The lines of the log of the workshop one is in, in order and each once."
    yield types.field("workshopChanged", "WorkshopLine", about, [since, _language(types)])


def _language(types: Types) -> StrawberryArgument:
    about = "Of the sentences; Dutch if left out."
    return types.argument("language", "Language | None", about)


def _proposals(types: Types) -> None:
    types.make_input(
        "ProposalInput",
        "Something that somebody in the room proposes.",
        [
            types.field("id", "ID", "Made up by the page: 8 to 64 letters, digits and dashes."),
            types.field("kind", "ProposalKind", "What it is about."),
            *_wished(types, _WISH),
        ],
    )
    about = "What the facilitator makes of a proposal: null takes away, what is left out stays."
    types.make_input("ProposalChanges", about, _wished(types, (*_WISH, _EXISTING)))
    types.make(
        "AlikeNode",
        "Something that is there and is called nearly as what is proposed.",
        (
            types.field("id", "ID", "Its id."),
            types.field("name", "str", "What it is called."),
            types.field("kind", "str", "Its kind."),
            types.field("same", "bool", "Whether the names differ in spelling only."),
        ),
    )
    types.make(
        "ProposalWish",
        "What a proposal says, changes included.",
        _wished(types, (*_WISH, _EXISTING)),
    )
    types.make("Proposal", "A proposal and what became of it.", _proposal_fields(types))
    types.make(
        "ProposalChange",
        "What became of proposing or deciding.",
        (
            types.field("proposal", "Proposal | None", "It; null where it was not taken."),
            types.field("revision", "int", "The graph's revision after it."),
            types.field("errors", "list[UserError]", "Empty where it was done."),
        ),
    )


def _wished(types: Types, told: Iterable[tuple[str, str, str]]) -> list[StrawberryField]:
    """What a proposal may say, all of which may be left out."""
    return [types.field(name, f"{type_} | None", about) for name, type_, about in told]


def _proposal_fields(types: Types) -> Iterable[StrawberryField]:
    yield types.field("id", "ID", "Its id.")
    yield types.field("kind", "ProposalKind", "What it is about.")
    yield types.field("state", "ProposalState", "What became of it.")
    yield types.field("summary", "str", "It in one sentence.")
    yield types.field("wish", "ProposalWish", "What it says.")
    yield types.field("nodes", "list[AlikeNode]", "The nodes that it speaks of.")
    yield types.field("alike", "list[AlikeNode]", "What is there and may be meant, best first.")
    yield types.field("by", "str", "Who proposed it.")
    yield types.field("mine", "bool", "Whether that is whoever asks.")
    yield types.field("at", "str", "When (UTC).")
    yield types.field("why", "str | None", "What the facilitator said to it.")
    yield types.field("decidedBy", "str | None", "Who decided.")
    yield types.field("decidedAt", "str | None", "When that was (UTC).")
    yield types.field("revision", "int | None", "The change of the graph that carried it out.")
    yield types.field("message", "str | None", "Why it could not be carried out.")


def _sessions(types: Types) -> None:
    types.make(
        "WorkshopParticipant",
        "Somebody who joined.",
        (types.field("name", "str", "Their name."), types.field("at", "str", "Since when (UTC).")),
    )
    types.make(
        "WorkshopLine",
        "One line of a workshop's log.",
        (
            types.field("number", "int", "Its number; later lines have higher ones."),
            types.field("at", "str", "When (UTC)."),
            types.field("actor", "str", "Who did it."),
            types.field("event", "WorkshopEvent", "What happened."),
            types.field("summary", "str", "The line in one sentence."),
            types.field("proposal", "Proposal | None", "The proposal, as it was after it."),
            types.field("address", "str | None", "SCREEN: the view to show."),
            types.field("revision", "int", "The graph's newest revision when this is told."),
        ),
    )
    types.make("Workshop", "A workshop that is going on.", _workshop_fields(types))
    types.make(
        "WorkshopChange",
        "What became of a change to the workshop.",
        (
            types.field("revision", "int", "The graph's revision."),
            types.field("errors", "list[UserError]", "Empty where it was done."),
        ),
    )


def _workshop_fields(types: Types) -> Iterable[StrawberryField]:
    yield types.field("id", "ID", "Its id, which its report has too.")
    yield types.field("name", "str", "What it is called.")
    yield types.field("code", "str | None", "With which one joins; for facilitators.")
    yield types.field("started", "str", "When it began (UTC).")
    yield types.field("me", "str", "The name of whoever asks.")
    yield types.field("participants", "list[WorkshopParticipant]", "Who joined, in order.")
    yield types.field("proposals", "list[Proposal]", "All of them; of a participant, their own.")
    yield types.field("screen", "str | None", "The view that all screens show.")
    yield types.field("log", "list[WorkshopLine]", "What happened, as far as one may see it.")
    yield types.field("number", "int", "The newest line's: follow since this one.")
    yield types.field("revision", "int", "The graph's newest revision.")
