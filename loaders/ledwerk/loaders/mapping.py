"""A mapping: how tables of another shape become nodes and relations of the model.

These are its parts once it has been read and checked; `mapping_reading.py` reads them from a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ledwerk.loaders.cells import Cleaning
from ledwerk.loaders.columns import Kind
from ledwerk.schema.errors import LoadAborted, Problem
from ledwerk.schema.fields import Value
from ledwerk.schema.kinds import Property

FOLDER = Path(__file__).parent / "mappings"
ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Slot:
    """A column of a table, how its text is cleaned, and the filter that it then goes through."""

    table: str
    column: str
    cleaning: Cleaning
    filter: str
    line: int


# Literal texts and columns, one after the other; a constant has no column.
Template = tuple[str | Slot, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a property is set to: one text, or for a list several.

    A text that says the same as the column `differs` is left out.
    """

    property: Property
    texts: tuple[Template, ...]
    cleaning: Cleaning
    differs: Slot | None
    line: int


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a row: its text is one of `words` (or, turned, none of them).

    With `other`, the text is compared with that column instead.
    """

    slot: Slot
    words: tuple[str, ...]
    other: Slot | None
    turned: bool
    known: tuple[str, ...] = ()  # where not empty, another text is a problem
    like: bool = False  # whether words are patterns with `*`


@dataclass(frozen=True, slots=True)
class Rule:
    """Makes one node or one relation of a row. Keys are a node's id, or a relation's two ends.

    A key that is a whole id of a column begins with one of its `prefixes`.
    """

    kind: Kind
    table: str
    keys: tuple[Template, ...]
    settings: tuple[Setting, ...]
    conditions: tuple[Condition, ...]
    basis: str
    note: str
    line: int
    prefixes: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Columns of a table (first of each pair) that are looked up in those of another table."""

    table: str
    pairs: tuple[tuple[Slot, Slot], ...]
    line: int
    name: str = ""  # under which a join's columns are known
    compare: str = "exact"
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Unpivot:
    """Columns side by side that become rows: `values` are new columns and the titles they are of.

    A title with `*` stands for all that fit it; what the star stands for, or the whole title, goes
    into the column `name`.
    """

    name: str
    values: tuple[tuple[str, tuple[str, ...]], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Each:
    """Columns with lists in them, that become a row for each of their values; side by side."""

    columns: tuple[Slot, ...]
    split: str
    line: int


@dataclass(frozen=True, slots=True)
class Added:
    """A column made of others: the first template that is full, or all of these."""

    column: str
    templates: tuple[Template, ...]
    between: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What is done to a table before its rows are rules' rows; see `row_shaping.py`."""

    header: int = 0
    delimiter: str = ""
    titles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    optional: tuple[str, ...] = ()
    unpivot: Unpivot | None = None
    each: Each | None = None
    added: tuple[Added, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRule:
    """A table that the mapping expects. `cleaning` is for columns that `columns` does not name."""

    name: str
    file: str
    sheet: str
    reads: str
    needed: bool
    source: str
    cleaning: Cleaning
    columns: tuple[tuple[str, Cleaning], ...]
    repair: tuple[str, ...]
    only: Match | None
    joins: tuple[Match, ...]
    line: int
    shape: Shape = Shape()


@dataclass(frozen=True, slots=True)
class Source:
    """A source that tables are cited as."""

    id: str
    properties: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping file."""

    file: str
    dataset: str
    title: str
    description: str
    sources: tuple[Source, ...]
    tables: tuple[TableRule, ...]
    rules: tuple[Rule, ...]

    def table(self, name: str) -> TableRule:
        """The table of that name; raises KeyError for another word."""
        return {table.name: table for table in self.tables}[name]

    def used(self, table: str) -> dict[str, int]:
        """The columns that rows of this table must have, with the line that asks for each."""
        also = {match.name for one in self.tables for match in one.joins if match.table == table}
        found: dict[str, int] = {}
        for slot in self._slots():
            if slot.table == table or slot.table in also:
                found.setdefault(slot.column, slot.line)
        return found

    def needed_titles(self, table: str) -> Iterator[str]:
        """The titles that a file must have: not those that are made, or that it may lack."""
        shape = self.table(table).shape
        made = {added.column for added in shape.added}
        unpivoted = (
            {c for c, _ in shape.unpivot.values} | {shape.unpivot.name} if shape.unpivot else ()
        )
        for column in self.used(table):
            lacking = {column, "*"} & {*shape.optional}
            if column not in made and column not in unpivoted and not lacking:
                yield column

    def _slots(self) -> Iterator[Slot]:
        for rule in self.rules:
            yield from rule_slots(rule)
        for table in self.tables:
            yield from shape_slots(table.shape)
            for match in (*table.joins, *((table.only,) if table.only else ())):
                for pair in match.pairs:
                    yield from pair


def shape_slots(shape: Shape) -> Iterator[Slot]:
    """The columns that are looked at while a table is shaped."""
    yield from shape.each.columns if shape.each else ()
    for added in shape.added:
        for template in added.templates:
            yield from template_slots(template)


def template_slots(template: Template) -> Iterator[Slot]:
    """The columns of a template."""
    return (part for part in template if isinstance(part, Slot))


def setting_slots(setting: Setting) -> Iterator[Slot]:
    """The columns that a setting reads."""
    for template in setting.texts:
        yield from template_slots(template)
    if setting.differs:
        yield setting.differs


def rule_slots(rule: Rule) -> Iterator[Slot]:
    """The columns that a rule reads."""
    for template in rule.keys:
        yield from template_slots(template)
    for setting in rule.settings:
        yield from setting_slots(setting)
    for condition in rule.conditions:
        yield condition.slot
        if condition.other:
            yield condition.other


def packaged() -> tuple[str, ...]:
    """The names of the mappings that come with the package."""
    return tuple(sorted(file.stem for file in FOLDER.iterdir() if file.suffix in ENDINGS))


def find_mapping(word: str) -> Path:
    """The file of a packaged mapping, or the file itself. Raises LoadAborted for another word."""
    if word.endswith(ENDINGS):
        if Path(word).is_file():
            return Path(word)
        raise LoadAborted([Problem(word, None, None, "no such file")])
    names = packaged()
    if word in names:
        return next(file for file in FOLDER.iterdir() if file.stem == word)
    message = f"no mapping is called so; packaged are {', '.join(names)}; a path ends in .yaml"
    raise LoadAborted([Problem(word, None, None, message)])
