"""The columns of an empty workbook's sheets: what stands above them, what may be chosen in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ledwerk.loaders.columns import Kind, Role, header_words, table_columns, tables
from ledwerk.loaders.sheets import MEMBER_COLUMNS
from ledwerk.loaders.workbook_words import (
    BOARD_MEMBERS,
    IN_DUTCH,
    NEEDED,
    OR,
    REFERENCE,
    SHEETS,
)
from ledwerk.schema.fields import Shape, Text
from ledwerk.schema.kinds import Model, Property, RelationKind
from ledwerk.schema.names import fold

_MONEY = ("amount", "budget", "contribution")
_LONG = ("description", "text_", "bottleneck", "state_", "note")
_STATEMENT = ("source", "locator", "note")  # the rest is for programs and for those who know them


class Look(Enum):
    """How a column's cells are shown; text stays as it is typed, as a date by its month must."""

    TEXT = "text"
    LONG = "long text"
    NUMBER = "number"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, what it means, the tables or the words to choose from.

    `several` says that a cell may hold more than one of them.
    """

    title: str
    explained: str
    look: Look
    needed: bool = False
    tables: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    several: bool = False


def in_words(text: Text, lang: str) -> str:
    """A text in one of the two languages."""
    return text.en if lang == "en" else text.nl


def sheet_name(table: str, lang: str) -> str:
    """What the sheet of a table is called; that of a rare table as the table is."""
    return in_words(dict(SHEETS).get(table, Text(table, table)), lang)


def sheet_columns(model: Model, table: str, lang: str) -> tuple[Column, ...]:
    """The columns of a table's sheet. Ids are not among them: they are made of names."""
    if table == BOARD_MEMBERS:
        return _member_columns(model, lang)
    kind = tables(model)[table]
    return tuple(
        _column(model, kind, role, lang) for role in table_columns(kind) if _shown(kind, role, lang)
    )


def _shown(kind: Kind, role: Role, lang: str) -> bool:
    name = role.property.name
    if role.part == "statement":
        return name in _STATEMENT and (kind.name != "Source" or name != "source")
    if role.part == "key":
        return isinstance(kind, RelationKind) or not kind.named
    return not name.endswith("_nl" if lang == "en" else "_en") and (
        lang == "nl" or name != "bottleneck"
    )


def _column(model: Model, kind: Kind, role: Role, lang: str) -> Column:
    prop = role.property
    needed = prop.required or (role.part == "key") or prop.name == "name"
    ends: tuple[str, ...] = ()
    if role.part == "key" and isinstance(kind, RelationKind):
        kinds = kind.source if prop.name == kind.source_column else kind.target
        ends = tuple(model.node(name).table for name in kinds)
    elif prop.name == "source" and role.part == "statement":
        ends = ("sources",)
    return Column(
        _title(kind, role, lang),
        explained(prop, lang, ends, needed=needed),
        _look(prop),
        needed,
        ends,
        tuple(_words(prop, lang)),
    )


def _member_columns(model: Model, lang: str) -> tuple[Column, ...]:
    """A board member's: who, on which board, and the seat's own columns."""
    ends = {
        "person": model.relation("HOLDS").source,
        "board": ("Board",),
        "organisation": model.parties,
        "on_behalf_of": model.parties,
    }
    behalf = Text(
        IN_DUTCH["On whose behalf the seat is held; several with | between them."],
        "On whose behalf the seat is held; several with | between them.",
    )
    found: dict[str, Column] = {}
    for name, label in MEMBER_COLUMNS:
        own = tuple(model.node(kind).table for kind in ends[name])
        needed = name in {"person", "board"}
        means = in_words(behalf, lang) if name == "on_behalf_of" else ""
        text = " ".join(filter(None, (means, _reference(own, lang), _needed(needed, lang))))
        title = in_words(label, lang)
        found[name] = Column(title, text, Look.TEXT, needed, own, several=name == "on_behalf_of")
    seat = {
        role.property.name: _column(model, model.node("Seat"), role, lang)
        for role in table_columns(model.node("Seat"))
        if role.part != "key" and _shown(model.node("Seat"), role, lang)
    }
    role, function = seat.pop("role"), seat.pop("function")
    who, board, sender, sent_by = (found[name] for name, _ in MEMBER_COLUMNS)
    return (who, board, role, function, sender, sent_by, *seat.values())


def explained(prop: Property, lang: str, ends: tuple[str, ...] = (), *, needed: bool) -> str:
    """What a column means, and how its cells are written."""
    means = "" if ends and prop.name != "source" else _means(prop, lang)
    hint = in_words(prop.type.hint, lang) if prop.type.shape in _HINTED else ""
    if prop.type.vocabulary:
        hint = ", ".join(_words(prop, lang))
    parts = (
        means,
        _reference(ends, lang) if prop.name != "source" else "",
        f"{hint[:1].upper()}{hint[1:]}." if hint else "",
        _needed(needed, lang),
    )
    return " ".join(filter(None, parts))


_HINTED = (Shape.BOOLEAN, Shape.DATE, Shape.LIST)


def _means(prop: Property, lang: str) -> str:
    if lang == "en":
        return prop.description
    return IN_DUTCH[prop.description]


def _reference(ends: tuple[str, ...], lang: str) -> str:
    if not ends:
        return ""
    names = [sheet_name(table, lang) for table in ends]
    listed = in_words(OR, lang).join(filter(None, (", ".join(names[:-1]), names[-1])))
    return in_words(REFERENCE, lang).format(sheets=listed)


def _needed(needed: bool, lang: str) -> str:
    return in_words(NEEDED, lang) if needed else ""


def _title(kind: Kind, role: Role, lang: str) -> str:
    """The label where it means this column and no other; else its name."""
    words = header_words(kind)
    label = in_words(role.property.label, lang)
    found = words.get(label) or words.get(fold(label))
    return label if found == role else role.property.name


def _look(prop: Property) -> Look:
    if prop.name in _MONEY:
        return Look.MONEY
    if prop.type.shape in {Shape.NUMBER, Shape.INTEGER}:
        return Look.NUMBER
    return Look.LONG if prop.name.startswith(_LONG) and not prop.type.vocabulary else Look.TEXT


def _words(prop: Property, lang: str) -> list[str]:
    if prop.type.vocabulary:
        return [in_words(term.label, lang) for term in prop.type.vocabulary.terms]
    if prop.type.shape is Shape.BOOLEAN:
        return ["yes", "no"] if lang == "en" else ["ja", "nee"]
    return []
