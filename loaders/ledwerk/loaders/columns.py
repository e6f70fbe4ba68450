"""The columns of every table, derived from the model: what a header may hold, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from ledwerk.schema.fields import LINE, Text
from ledwerk.schema.kinds import Model, NodeKind, Property, RelationKind
from ledwerk.schema.names import fold
from ledwerk.schema.statements import STATEMENT_COLUMNS

Kind = NodeKind | RelationKind

_STATEMENT_NAMES = {prop.name for prop in STATEMENT_COLUMNS}


@dataclass(frozen=True, slots=True)
class Role:
    """What a column is for: part of the key, a property, or about the statement itself."""

    part: str
    property: Property


def table_columns(kind: Kind) -> tuple[Role, ...]:
    """The columns of a kind's table in order. A fixed property has no column."""
    if isinstance(kind, NodeKind):
        ident = Property("id", LINE, Text("id", "id"), _ID_HELP.format(prefix=kind.prefix))
        keys: tuple[Property, ...] = (ident,)
        fixed = {name for name, _ in kind.fixed}
    else:
        keys = tuple(
            Property(
                name,
                LINE,
                Text(_ENDS.get(name, name), name),
                f"Id or name of the {' or '.join(ends)}.",
            )
            for name, ends in (
                (kind.source_column, kind.source),
                (kind.target_column, kind.target),
            )
        )
        fixed = set()
    own = (prop for prop in kind.properties if prop.name not in fixed)
    return (
        *(Role("key", prop) for prop in keys),
        *(Role("property", prop) for prop in own),
        *(Role("statement", prop) for prop in STATEMENT_COLUMNS),
    )


def header_words(kind: Kind) -> dict[str, Role]:
    """Every way to write a column's title, folded: its name, or its label in either language."""
    roles = table_columns(kind)
    words: dict[str, Role] = {}
    doubled: set[str] = set()
    for role in roles:
        for label in (role.property.label.nl, role.property.label.en):
            word = fold(label)
            if word in words and words[word] is not role:
                doubled.add(word)
            words[word] = role
    for word in doubled:
        del words[word]
    words.update({role.property.name: role for role in roles})
    if isinstance(kind, NodeKind):
        for name, _ in kind.fixed:  # tolerated, checked to be empty or the fixed value
            words.setdefault(name, Role("fixed", kind.property(name)))
    return words


def tables(model: Model) -> dict[str, Kind]:
    """Kinds by the name of their table."""
    kinds: tuple[Kind, ...] = (*model.nodes, *model.relations)
    return {kind.table: kind for kind in kinds}


_ID_HELP = "Begins with “{prefix}:”; empty makes one from the name."
# What the ends of relations are called in Dutch; those that are not here are called the same.
_ENDS = {
    "party": "partij",
    "activity": "project of programma",
    "payer": "betaler",
    "receiver": "ontvanger",
    "member": "lid",
    "whole": "lid van",
    "part": "onderdeel",
    "programme": "programma",
    "place": "plaats of gemeente",
    "tenant": "gevestigde",
    "owner": "eigenaar",
    "founder": "oprichter",
    "founded": "opgericht",
    "holder": "bekleder",
    "seat": "zetel",
    "board": "orgaan",
    "organisation": "organisatie",
    "person": "persoon",
    "who": "wie",
    "goal": "doel",
    "item": "gegeven",
    "subject": "onderwerp",
    "event": "gebeurtenis",
}
