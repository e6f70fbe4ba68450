"""GraphQL types of what is reckoned over the whole graph. Declarations only; see analysed.py."""

from __future__ import annotations

from ledwerk.api.analysis_types_gaps import REVISION, fields, make
from ledwerk.api.registry import Types
from ledwerk.api.types import connection
from ledwerk.api.words import NODE, PARTY
from ledwerk.schema.fields import Term, Text, Vocabulary

MEASURE = Vocabulary(
    "CentralityMeasure",
    "How central a node is, by what is counted.",
    (
        Term("degree", Text("aantal banden", "number of ties")),
        Term("strength", Text("sterkte van de banden", "strength of the ties")),
        Term("betweenness", Text("tussenpositie", "between others")),
        Term("closeness", Text("nabijheid", "near to all")),
        Term("harmonic", Text("harmonische nabijheid", "near to all, also where some are cut off")),
        Term("eigenvector", Text("banden met centralen", "tied to those who are central")),
        Term("pagerank", Text("PageRank", "PageRank")),
        Term("core", Text("kern", "in a core where all have so many ties")),
    ),
)
THROUGH = Vocabulary(
    "Through",
    "What makes a tie.",
    (
        Term("project", Text("project", "project")),
        Term("programme", Text("programma", "programme")),
        Term("campus", Text("campus", "campus")),
        Term("board", Text("orgaan", "board")),
    ),
)
TIE_WEIGHT = Vocabulary(
    "TieWeight",
    "What a tie's strength is.",
    (
        Term("count", Text("aantal", "how many activities are shared")),
        Term("newman", Text("Newman", "each over the number of the others in it")),
        Term("budget", Text("budget", "their budgets, each over the number of the others in it")),
    ),
)
HELIX_BY = Vocabulary(
    "TripleHelixBy",
    "What the triple helix is told of, one after the other.",
    (
        Term("all", Text("alles", "the whole graph")),
        Term("project", Text("project", "project")),
        Term("programme", Text("programma", "programme")),
        Term("board", Text("orgaan", "board")),
        Term("sector", Text("sector", "sector")),
        Term("municipality", Text("gemeente", "municipality")),
        Term("year", Text("jaar", "year")),
    ),
)
MONEY_BY = Vocabulary(
    "MoneyBy",
    "What money is added up by.",
    (
        Term("programme", Text("programma", "programme")),
        Term("payer", Text("betaler", "payer")),
        Term("helix", Text("helix", "the payer's helix")),
    ),
)

_EXACT = (
    ("exact", "bool", "Whether every value is exact; false where only a part was looked at."),
    ("samples", "int | None", "From how many nodes was looked, where it is not exact."),
    ("error", "float | None", "The largest standard error of a value, where it is not exact."),
    REVISION,
)


def add_analysis_types(types: Types) -> None:
    """Make them known; Query names them."""
    for vocabulary in (MEASURE, THROUGH, TIE_WEIGHT, HELIX_BY, MONEY_BY):
        types.enum(vocabulary)
    types.make(
        "During",
        "From one date to another, each a day, a month or a year; left out is open.",
        (
            types.field("start", "str | None", "The first of the days."),
            types.field("end", "str | None", "The last of the days."),
        ),
        inputs=True,
    )
    for name, node in (("Centrality", PARTY), ("PeopleCentrality", "Person"),
                       ("ProjectCentrality", NODE)):  # fmt: skip
        _centrality(types, name, node)
    _brokers(types)
    _introductions(types)
    _helix(types)
    _timeline(types)


def _centrality(types: Types, name: str, node: str) -> None:
    connection(
        types,
        f"{name}Connection",
        node,
        "Nodes by how central they are, the most central first.",
        fields(types, (
            ("rank", "int", "Its rank; equals share one."),
            ("value", "float | None", "The measure's value; null where it is not defined."),
            ("rankLow", "int | None", "Its best rank in nine of ten draws without some ties."),
            ("rankHigh", "int | None", "Its worst rank; reckoned when asked."),
        )),
        fields(types, _EXACT),
    )  # fmt: skip


def _brokers(types: Types) -> None:
    roles = (
        ("coordinator", "Both others are of its own helix."),
        ("itinerant", "Both others are of one helix, which is not its own."),
        ("gatekeeper", "It brings somebody else's to its own helix."),
        ("representative", "It brings its own helix to somebody else."),
        ("liaison", "All three are of different helices."),
        ("total", "All five together."),
    )
    connection(
        types,
        "BrokerConnection",
        PARTY,
        "Parties by how often they stand between two that have no tie with each other.",
        fields(types, (
            *((name, "int", f"Ordered pairs between which it stands. {about}")
              for name, about in roles),
            ("constraint", "float | None", "Burt's constraint; null without ties."),
            ("effectiveSize", "float | None", "Burt's effective size; null without ties."),
            ("participation", "float | None",
             "How evenly its ties spread over the helices: 0 is all in one; null without ties."),
        )),
        fields(types, (REVISION,)),
    )  # fmt: skip


def _introductions(types: Types) -> None:
    make(types, "Introduction", "A party that can be introduced to another.", (
        ("from", PARTY, "Who has the gap."),
        ("to", PARTY, "To whom it is introduced."),
        ("metIn", f"list[{NODE}]", "Where the introducer met both: projects, programmes, boards."),
    ))  # fmt: skip
    make(types, "Introducing", "Somebody with all the introductions asked of it.", (
        ("introducer", PARTY, "Who introduces."),
        ("strength", "float", "The weakest of the ties that its introductions rest on."),
        ("closes", "list[Introduction]", "The gaps that it closes."),
        ("cursor", "str", "The place of this edge in the list."),
    ))  # fmt: skip
    make(types, "IntroductionConnection",
        "The fewest who bring every party of one set within one step of another set.", (
        ("edges", "list[Introducing]", "The entries of this page; who closes most comes first."),
        ("pageInfo", "PageInfo", "Where this page stands in the list."),
        ("totalCount", "int", "How many introducers are needed."),
        ("reached", "int", "How many gaps the introductions close."),
        ("further", "int", "How many gaps are more than two ties wide: nobody knows both sides."),
        ("unreachable", "int", "How many gaps have no way across at all."),
        ("bound", "int", "No fewer introducers than this can do; equal where it is exact."),
        ("exact", "bool", "Whether no fewer can do."),
        REVISION,
    ))  # fmt: skip


def _helix(types: Types) -> None:
    make(types, "Estimate", "A value with an interval.", (
        ("value", "float | None", "The value; null where there is nothing to reckon it from."),
        ("low", "float | None", "The lower end of its 95% interval."),
        ("high", "float | None", "The upper end of its 95% interval."),
    ))  # fmt: skip
    shares = tuple(
        (name, "int", f"How many of them are {label}.")
        for name, label in (("government", "government"), ("industry", "industry"),
                            ("knowledge", "knowledge"), ("other", "of another or unknown helix"))
    )  # fmt: skip
    make(types, "TripleHelixEdge", "The triple helix of one project, programme, year, …", (
        ("label", "str", "What it is of."),
        ("node", f"{NODE} | None", "The same as a node; null for a year and for everything."),
        ("parties", "int", "How many parties take part."),
        *shares,
        ("eiIndex", "float | None",
         "Ties between helices less ties within, over all ties: -1 to 1; null without ties."),
        ("assortativity", "float | None", "How much like goes with like; null if undefined."),
        ("synergy", "Estimate", "Leydesdorff's T in bits over its activities; negative: synergy."),
        ("cursor", "str", "The place of this edge in the list."),
    ))  # fmt: skip
    make(types, "TripleHelixConnection", "The triple helix of several, one after the other.", (
        ("edges", "list[TripleHelixEdge]", "The entries of this page."),
        ("pageInfo", "PageInfo", "Where this page stands in the list."),
        ("totalCount", "int", "How many there are in all."),
        REVISION,
    ))  # fmt: skip


def _timeline(types: Types) -> None:
    make(types, "TimelineYear", "The network in one year.", (
        ("year", "int", "The year."),
        ("parties", "int", "How many parties have a tie in it."),
        ("ties", "int", "How many pairs of them have a tie."),
        ("came", f"list[{PARTY}]", "Who has a tie and had none the year before, by name."),
        ("left", f"list[{PARTY}]", "Who has none and had one the year before, by name."),
        ("stayed", "int", "How many had a tie the year before as well."),
    ))  # fmt: skip
