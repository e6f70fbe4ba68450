"""GraphQL types, built from the model at start with Strawberry. Declarations only: what a field
answers is decided in `selection.py` and `query.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

import strawberry
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from ledwerk.api import inputs
from ledwerk.api.registry import Types
from ledwerk.api.statement_types import add_statement_types, provenance_fields
from ledwerk.api.words import (
    NODE,
    PARTY,
    connection_name,
    is_connection,
    kinds_of,
    python_type,
    shared_links,
    shared_properties,
    target_type,
)
from ledwerk.schema.fields import Shape, Term, Text, Vocabulary
from ledwerk.schema.kinds import Form, Link, Model, Property, RelationKind
from ledwerk.schema.names import camel
from ledwerk.schema.vocabularies import BASIS

PAGING = (
    ("first", "int | None", "How many from the start; 50 if neither first nor last is given."),
    ("after", "str | None", "Only what comes after this cursor."),
    ("last", "int | None", "How many from the end."),
    ("before", "str | None", "Only what comes before this cursor."),
)


def build(model: Model) -> Types:
    """Every type but Query."""
    types = Types(model, {"ID": strawberry.ID})
    _plain_types(types)
    _provenance(types)
    for prop in (*model.node_properties.values(), *_relation_properties(model)):
        if prop.type.vocabulary:
            types.enum(prop.type.vocabulary)
    names = (NODE, PARTY, *(kind.name for kind in model.nodes))
    for name in names:
        inputs.add_filter(types, name)
    for relation in model.relations:
        for link, outgoing in _sides(relation):
            if is_connection(link):
                _link_connection(types, relation, link, outgoing=outgoing)
    for name in names:
        connection(types, f"{name}Connection", name, f"Nodes of {name}.", ())
    _answers(types)
    _interfaces(types)
    for kind in model.nodes:
        bases = (PARTY, NODE) if kind.party else (NODE,)
        types.make(kind.name, kind.description, _node_fields(types, kind.name), bases=bases)
    return types


def paging(types: Types) -> list[StrawberryArgument]:
    """The arguments of every connection."""
    return [types.argument(*one) for one in PAGING]


def timing(types: Types, relation: RelationKind | None = None) -> list[StrawberryArgument]:
    """`asOf`, where the relation can have a period; ties always can."""
    if relation is not None and not relation.period:
        return []
    about = (
        "Only what holds then: a day, a month or a year (2016-10-03, 2016-10, 2016). A missing "
        "start or end is open; left out, every period counts."
    )
    return [types.argument("asOf", "str | None", about)]


def narrowing(types: Types, type_name: str) -> list[StrawberryArgument]:
    """The arguments filter and orderBy, for nodes of a type."""
    return [
        types.argument("filter", f"{type_name}Filter | None", "Only those that meet it."),
        types.argument(
            "orderBy",
            f"list[{type_name}Order] | None",
            "What to order by, the first key first; by name if left out.",
        ),
    ]


def connection(
    types: Types,
    name: str,
    node: str,
    description: str,
    extra: Iterable[StrawberryField],
    whole: Iterable[StrawberryField] = (),
) -> None:
    """A Relay connection and its edge, with `extra` fields on each edge, and on the `whole`."""
    edge = name.removesuffix("Connection") + "Edge"
    fields = (
        types.field("node", node, "The node at the end of the edge."),
        types.field("cursor", "str", "The place of this edge in the list."),
        *extra,
    )
    types.make(edge, f"One entry of {name}.", fields)
    types.make(
        name,
        description,
        (
            types.field("edges", f"list[{edge}]", "The entries of this page."),
            types.field("nodes", f"list[{node}]", "The nodes of this page, without their edges."),
            types.field("pageInfo", "PageInfo", "Where this page stands in the list."),
            types.field("totalCount", "int", "How many there are in all; counted when asked."),
            *whole,
        ),
    )


def _sides(relation: RelationKind) -> list[tuple[Link, bool]]:
    return [(link, True) for link in relation.forward] + [
        (link, False) for link in relation.backward
    ]


def _relation_properties(model: Model) -> list[Property]:
    return [prop for relation in model.relations for prop in relation.properties]


def _plain_types(types: Types) -> None:
    types.make(
        "PageInfo",
        "Where a page stands in its list (Relay).",
        (
            types.field("hasNextPage", "bool", "Whether more comes after this page."),
            types.field("hasPreviousPage", "bool", "Whether something comes before this page."),
            types.field("startCursor", "str | None", "Cursor of the first entry."),
            types.field("endCursor", "str | None", "Cursor of the last entry."),
        ),
    )
    types.make(
        "Period",
        "When it holds, as stated: a year, a month or a day.",
        (
            types.field("start", "str | None", "The beginning; null is unknown."),
            types.field("end", "str | None", "The end; null is open or unknown."),
        ),
    )
    types.make(
        "KindCount",
        "How many of a kind.",
        (types.field("kind", "str", "The kind."), types.field("count", "int", "How many.")),
    )
    types.enum(_DIRECTION)
    types.enum(LANGUAGE)
    add_statement_types(types)


def _provenance(types: Types) -> None:
    types.enum(BASIS)
    types.make(
        "Citation",
        "A source, and where in it.",
        (
            types.field("title", "str | None", "The source's name."),
            types.field("sourceId", "ID | None", "The source's id."),
            types.field("locator", "str | None", "Section and line."),
            types.field("basis", "Basis", "Stated by the source, or assessed, derived, …"),
            types.field("denied", "bool", "True where the source says it is not so."),
            types.field("confidence", "float | None", "From 0 to 1."),
            types.field("note", "str | None", "A word to the reader."),
            types.field("date", "str | None", "When the source was published."),
            types.field("dataset", "str", "The dataset that brought the statement."),
            types.field("actor", "str | None", "Who brought it: an editor, or whoever loaded it."),
            types.field("at", "str | None", "When it was brought (UTC)."),
            types.field("acceptedBy", "str | None", "Who reviewed what a program read."),
            types.field("unreviewed", "bool", "Whether a program read it and nobody reviewed it."),
        ),
    )
    types.make(
        "Conflict",
        "Statements that cannot all be right; the one that is shown comes first.",
        (
            types.field("property", "str | None", "What they differ on; null is existence."),
            types.field("statements", "list[Claim]", "What each of them says."),
        ),
    )
    types.make(
        "Claim",
        "What one statement says in a conflict.",
        (
            types.field("value", "str | None", "The value, or yes or no for existence."),
            types.field("title", "str | None", "The source's name."),
            types.field("locator", "str | None", "Section and line."),
            types.field("basis", "Basis", "Why it is stated."),
            types.field("note", "str | None", "A word to the reader."),
        ),
    )


_DIRECTION = Vocabulary(
    "Direction",
    "Which way to order; nulls come last either way.",
    (
        Term("asc", Text("oplopend", "ascending")),
        Term("desc", Text("aflopend", "descending")),
    ),
)
MATCHED = Vocabulary(
    "Matched",
    "By what a search found something.",
    (
        Term("name", Text("naam", "name")),
        Term("alias", Text("andere naam", "other name")),
        Term("stem", Text("andere vorm van een woord", "another form of a word")),
        Term("text", Text("tekst", "text")),
        Term("typo", Text("een schrijfwijze die erop lijkt", "a spelling that is close")),
    ),
)
LANGUAGE = Vocabulary(
    "Language",
    "The language of texts made by ledwerk.",
    (Term("nl", Text("Nederlands", "Dutch")), Term("en", Text("Engels", "English"))),
)


def _interfaces(types: Types) -> None:
    types.make(
        NODE,
        "Anything in the graph.",
        (
            types.field("id", "ID", "Readable, unique and stable."),
            types.field("name", "str", "The name it is shown by."),
            types.field("nameIsDerived", "bool", "True where no source names it."),
            types.field("sources", "list[Citation]", "Where it is mentioned, each place once."),
            types.field("conflicts", "list[Conflict]", "Where statements contradict each other."),
            types.field(
                "text",
                "str | None",
                "What it is, why, and where it stands, in Markdown; in the other language where "
                "there is none in this one.",
                [types.argument("lang", "Language | None", "NL if left out.")],
            ),
            *provenance_fields(types),
        ),
        interface=True,
    )
    types.make(
        PARTY,
        "Whoever can be a partner, pay, hold or send a seat.",
        _node_fields(types, PARTY),
        bases=(NODE,),
        interface=True,
    )


def _node_fields(types: Types, name: str) -> list[StrawberryField]:
    model = types.model
    made = [
        types.field(camel(p.name), _output(p), f"{p.description}")
        for p in shared_properties(model, name)
        if p.name != "name"
    ]
    if all(model.node(kind).period for kind in kinds_of(model, name)):
        made.append(types.field("period", "Period", "When it holds."))
    made += [_link_field(types, *one) for one in shared_links(model, name)]
    if set(kinds_of(model, name)) <= set(model.parties):
        made.append(
            types.field(
                "collaborators",
                "CollaboratorConnection",
                "Parties with a tie to this one, by weight, then name.",
                [*paging(types), *timing(types)],
            )
        )
    if name == "Campus":
        made.append(
            types.field(
                "partners",
                "CampusPartnerConnection",
                "Parties within two ties, by distance, then name.",
                [*paging(types), *timing(types)],
            )
        )
    return made


def _output(prop: Property) -> str:
    if prop.type.shape is Shape.LIST:
        return "list[str]"
    word = python_type(prop.type)
    return word if prop.name in {"helix", "kind"} else f"{word} | None"


def _link_field(
    types: Types,
    relation: RelationKind,
    link: Link,
    outgoing: bool,
) -> StrawberryField:
    far = target_type(types.model, relation, link, outgoing=outgoing)
    about = f"{relation.description} ({link.label.nl})"
    match link.form:
        case Form.ONE:
            return types.field(link.name, f"{far} | None", about, timing(types, relation))
        case Form.LIST:
            return types.field(link.name, f"list[{far}]", about, timing(types, relation))
        case Form.CONNECTION:
            arguments = [*paging(types), *narrowing(types, far), *timing(types, relation)]
            return types.field(link.name, connection_name(relation, link), about, arguments)


def _link_connection(types: Types, relation: RelationKind, link: Link, *, outgoing: bool) -> None:
    far = target_type(types.model, relation, link, outgoing=outgoing)
    extra = [
        types.field(camel(p.name), f"{python_type(p.type)} | None", p.description)
        for p in relation.properties
        if p.name not in {"start", "end"}
    ]
    if relation.period:
        extra.append(types.field("period", "Period", "When the relation holds."))
    if relation.name == "PARTNER_IN":
        about = "The group it goes through; null for a party named itself."
        extra.append(types.field("via", "Group | None", about))
    extra.append(types.field("sources", "list[Citation]", "Where the relation is stated."))
    extra += provenance_fields(types)
    connection(types, connection_name(relation, link), far, relation.description, extra)


def _answers(types: Types) -> None:
    connection(
        types,
        "CollaboratorConnection",
        PARTY,
        "Parties with a tie to the one asked about.",
        (
            types.field("weight", "int", "How much is shared."),
            types.field("shared", f"list[{NODE}]", "Projects, programmes and campuses shared."),
        ),
    )
    distance = types.field("distance", "int | None", "Number of ties; null is unreachable.")
    connection(types, "CampusPartnerConnection", PARTY, "Parties near a campus.", (distance,))
    types.make(
        "Introducer",
        "Somebody who knows both sides.",
        (
            types.field("id", "ID", "The party's id."),
            types.field("name", "str", "The party's name."),
            types.field("strength", "int", "Weight of the weakest tie on the strongest way."),
            types.field("party", PARTY, "The party itself."),
        ),
    )
    connection(
        types,
        "GapConnection",
        PARTY,
        "Parties without a tie to a target set, by distance (unreachable last), then name.",
        (
            types.field("distance", "int | None", "Number of ties; null is unreachable."),
            types.field("nearest", f"list[{PARTY}]", "All targets at the smallest distance."),
            types.field("introducers", "list[Introducer]", "By strength, then name."),
        ),
    )
    _more_answers(types)


def _change(types: Types) -> None:
    types.make(
        "GraphChange",
        "One committed change of the graph.",
        (
            types.field("revision", "int", "Its number; every change has the next one."),
            types.field("at", "str", "When it was made (UTC)."),
            types.field("actor", "str", "Who made it."),
            types.field("action", "str", "What was done: load, edit, undo, …"),
            types.field("dataset", "str", "The dataset that was changed; edits are one."),
            types.field("why", "str | None", "Why, as whoever made it says."),
            types.field("touched", "list[ID]", "Ids of the nodes concerned, at most 1,000."),
            types.field("touchedMore", "bool", "Whether there were more than are told."),
        ),
    )


def _more_answers(types: Types) -> None:
    _change(types)
    types.enum(MATCHED)
    found = (
        types.field("snippet", "str", "The text around what was found."),
        types.field("marked", "str", "The snippet with two stars before and after each hit."),
        types.field("matched", "Matched", "By what it was found."),
    )
    connection(types, "SearchConnection", NODE, "What a search found, best first.", found)
    _path(types)
    _statistics(types)


def _path(types: Types) -> None:
    types.make(
        "PathStep",
        "One step of a path.",
        (
            types.field("relation", "str", "The kind of relation walked over."),
            types.field("outgoing", "bool", "Whether it was walked along its direction."),
            types.field("label", "str", "The step in words."),
        ),
    )
    types.make(
        "Path",
        "The fewest steps between two nodes.",
        (
            types.field("nodes", f"list[{NODE}]", "From the first to the last."),
            types.field("steps", "list[PathStep]", "One less than there are nodes."),
        ),
    )


def _statistics(types: Types) -> None:
    types.make(
        "HelixCount",
        "How many parties of a helix.",
        (types.field("helix", "Helix", "The helix."), types.field("count", "int", "How many.")),
    )
    helices = (
        "Which of knowledge, industry and government take part, directly or through a group; none "
        "where nobody of these three does."
    )
    types.make(
        "MixCount",
        "How many projects have partners of exactly these helices.",
        (
            types.field("helices", "list[Helix]", helices),
            types.field("count", "int", "How many projects."),
        ),
    )
    types.make(
        "Statistics",
        "How much the graph holds.",
        (
            types.field("nodes", "list[KindCount]", "Nodes by kind."),
            types.field("relations", "list[KindCount]", "Relations by kind."),
            types.field("helix", "list[HelixCount]", "Parties by helix."),
            types.field("projectsByHelix", "list[MixCount]", "Projects by who takes part in them."),
        ),
    )
