"""GraphQL types of gaps, money, ends, predictions and what could be. Declarations only."""

from __future__ import annotations

from collections.abc import Iterable

from strawberry.types.field import StrawberryField

from ledwerk.api.registry import Types
from ledwerk.api.types import connection
from ledwerk.api.words import NODE, PARTY
from ledwerk.schema.fields import Term, Text, Vocabulary

SEPARATION_BY = Vocabulary(
    "SeparationBy",
    "Groups of parties that may keep apart.",
    (
        Term("sector", Text("sector", "sector")),
        Term("municipality", Text("gemeente", "municipality")),
    ),
)
Fields = Iterable[tuple[str, str, str]]
REVISION = ("revision", "int", "The revision of the graph that it is about.")


def add_gap_types(types: Types) -> None:
    """Make them known; Query names them."""
    types.enum(SEPARATION_BY)
    _changes(types)
    _what_if(types)
    _better(types)
    _missing(types)
    _apart(types)
    _others(types)


def fields(types: Types, several: Fields) -> list[StrawberryField]:
    """Fields without arguments."""
    return [types.field(*one) for one in several]


def make(types: Types, name: str, about: str, several: Fields, *, inputs: bool = False) -> None:
    """A type of such fields."""
    types.make(name, about, fields(types, several), inputs=inputs)


def _changes(types: Types) -> None:
    make(types, "TieInput", "Two parties with a tie.", (
        ("one", "ID", "The one."), ("two", "ID", "The other."),
    ), inputs=True)  # fmt: skip
    make(types, "TakingInput", "A party and what it takes part in.", (
        ("party", "ID", "The party."), ("activity", "ID", "The project or programme."),
    ), inputs=True)  # fmt: skip
    make(types, "SeatingInput", "A party and the board on which it has a seat.", (
        ("party", "ID", "The party."), ("board", "ID", "The board."),
    ), inputs=True)  # fmt: skip
    make(types, "PartyToBeInput", "An organisation that is not there yet.", (
        ("id", "ID", "The id it would have, such as organisation:new."),
        ("name", "str", "Its name."),
        ("helix", "Helix | None", "Its helix."),
        ("sme", "bool | None", "Whether it is small or medium-sized."),
    ), inputs=True)  # fmt: skip
    make(types, "ProjectToBeInput", "A project that is not there yet.", (
        ("id", "ID", "The id it would have, such as project:new."),
        ("name", "str", "Its name."),
        ("partners", "list[ID]", "Who would take part."),
    ), inputs=True)  # fmt: skip


def _what_if(types: Types) -> None:
    make(types, "MeasureChange", "A measure before and after.", (
        ("name", "str", "The measure."),
        ("before", "float | None", "As it is."),
        ("after", "float | None", "As it would be."),
    ))  # fmt: skip
    make(types, "GapChange", "Gaps before and after.", (
        ("before", "int", "How many there are."),
        ("after", "int", "How many there would be."),
        ("opened", f"list[{PARTY} | None]", "Whose would open; null for who is not there yet."),
        ("closed", f"list[{PARTY}]", "Whose would close."),
    ))  # fmt: skip
    make(types, "BetweennessChange", "A party's betweenness before and after.", (
        ("party", f"{PARTY} | None", "The party; null for who is not there yet."),
        ("before", "float | None", "As it is; null where it is not there."),
        ("after", "float | None", "As it would be; null where it would not be there."),
    ))  # fmt: skip
    make(types, "WhatIf", "What would change. Nothing is stored.", (
        ("measures", "list[MeasureChange]", "Every measure, before and after."),
        ("gaps", "GapChange", "Gaps from small firms to campuses, or between the sets given."),
        ("cutOff", f"list[{PARTY}]", "Who would no longer be in the largest component."),
        ("moved", "list[BetweennessChange]", "Whose betweenness would change most."),
        ("exact", "bool", "Whether distances and betweenness are of all, not estimated."),
        REVISION,
    ))  # fmt: skip


def _better(types: Types) -> None:
    make(types, "NewTie", "A tie that is not there, and whom it would help.", (
        ("party", PARTY, "The one end."),
        ("target", PARTY, "The other end, of the set that is to be reached."),
        ("distance", "int | None", "How many ties apart they are now; null is unreachable."),
        ("closes", f"list[{PARTY}]", "Whose gap it closes, being an end of it."),
        ("brings", f"list[{PARTY}]", "Who comes within two ties, where an introduction is enough."),
    ))  # fmt: skip
    make(types, "ProgrammePhase", "The network before, during or after a programme.", (
        ("name", "str", "before, during or after."),
        ("since", "str", "Its first day."),
        ("until", "str", "Its last day; empty where there is none."),
        ("parties", "int", "How many parties have a tie."),
        ("ties", "int", "How many ties there are."),
        ("crossShare", "float | None", "The share of ties between helices; null without any."),
        ("components", "int", "How many parts of two parties or more."),
        ("largest", "int", "How many parties are in the largest."),
        ("partnerTies", "float | None", "The mean number of ties of its partners."),
        ("otherTies", "float | None", "The mean number of ties of others."),
    ))  # fmt: skip
    make(types, "ProgrammeEffect", "How much more it rose for partners than for others.", (
        ("measure", "str", "ties, or cross_ties: those to another helix."),
        ("phase", "str", "during or after, against before."),
        ("beside", "bool", "Whether the ties of the programme itself are left out."),
        ("estimate", "Estimate", "The difference in differences, with its interval."),
    ))  # fmt: skip
    make(types, "BeforeAfter", "Before and after a programme; no proof of a cause.", (
        ("partners", "int", "How many parties take part in it."),
        ("others", "int", "With how many others they are compared."),
        ("undated", "int", "Participations without a period, which count in every phase."),
        ("phases", "list[ProgrammePhase]", "Before, during and after, as long each."),
        ("effects", "list[ProgrammeEffect]", "Differences in differences."),
        REVISION,
    ))  # fmt: skip


def _missing(types: Types) -> None:
    connection(types, "HelixGapConnection", NODE,
        "Projects and programmes in which a helix is missing; most missing first.",
        fields(types, (
            ("partners", "int", "How many partners it has."),
            ("missing", "list[Helix]", "Helixes of which there is no partner."),
            ("unsure", "int", "Partners of a mixed or unknown helix, who may fill it."),
        )), fields(types, (REVISION,)))  # fmt: skip
    connection(types, "SeatGapConnection", PARTY,
        "Parties that have the one and not the other, most first.",
        fields(types, (
            ("has", f"list[{NODE}]", "What it takes part in, pays for, or has a seat on."),
            ("through", f"list[{PARTY}]", "Groups it is in, or members, that do have the other."),
        )), fields(types, (REVISION,)))  # fmt: skip
    connection(types, "SinglePointConnection", PARTY,
        "Whose leaving would cut others off, the most first.",
        fields(types, (
            ("count", "int", "How many it would cut off."),
            ("cutOff", f"list[{PARTY}]", "Whom."),
        )), fields(types, (REVISION,)))  # fmt: skip


def _apart(types: Types) -> None:
    make(types, "Separation", "Two groups, and the ties between them.", (
        ("one", NODE, "The one sector or municipality."),
        ("two", NODE, "The other."),
        ("observed", "int", "How many pairs of their parties have a tie."),
        ("expected", "float", "How many would, if everybody did as much with others at random."),
        ("p", "float", "The chance of so few or fewer."),
        ("adjusted", "float", "The same for all pairs that were looked at (Holm)."),
    ))  # fmt: skip
    make(types, "Separations", "Groups that keep apart, the least likely first.", (
        ("pairs", "list[Separation]", "The pairs."),
        ("draws", "int", "In how many networks at random it was looked."),
        ("least", "float", "The smallest adjusted p that these can show."),
        REVISION,
    ))  # fmt: skip


def _others(types: Types) -> None:
    make(types, "Ending", "Something that ends.", (
        ("node", NODE, "The seat, project or programme."),
        ("last", "str", "Its last day."),
        ("days", "int", "How many days after the first asked for."),
        ("who", f"list[{NODE}]", "Who holds it or takes part."),
        ("onlyTies", "int", "How many ties rest on it alone, and end with it."),
    ))  # fmt: skip
    make(types, "MoneyRow", "Money of one sort and currency under one label.", (
        ("label", "str", "The programme's or payer's id, or the helix; empty for what has none."),
        ("node", f"{NODE} | None", "The same as a node."),
        ("what", "str", "granted, reserved, asked_for, unstated, budget or contribution."),
        ("amount", "float | None", "What the known sums add up to; null where none is known."),
        ("currency", "str", "The currency; sums of different ones are never added."),
        ("per", "str", "Per what, such as inhabitant and year; empty is in all."),
        ("sums", "int", "How many sums are in it."),
        ("unknown", "int", "Of how many more the amount is not known."),
    ))  # fmt: skip
    make(types, "PredictedTie", "A tie that may come: a prediction, never a fact.", (
        ("one", PARTY, "The one."),
        ("two", PARTY, "The other."),
        ("score", "float", "Orders the pairs; it is no chance (resource allocation)."),
        ("shared", "int", "How many neighbours they have in common."),
        ("through", f"list[{PARTY}]", "Those of them that say most."),
    ))  # fmt: skip
    make(types, "Unknowns", "What is not recorded; how much is missing altogether nobody knows.", (
        ("parties", "int", "How many parties there are."),
        ("neverAsked", f"list[{PARTY}]", "Parties that take part in nothing on record."),
        ("helixUnknown", f"list[{PARTY}]", "Parties of unknown helix."),
        ("smeUnknown", "int", "Organisations of which nobody said whether they are small."),
        ("undated", f"list[{NODE}]", "Projects and programmes without a period."),
        ("deserted", f"list[{NODE}]", "Projects and programmes without a partner."),
        ("undatedParticipations", "int", "Participations without a period."),
        REVISION,
    ))  # fmt: skip
