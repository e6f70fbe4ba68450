"""Tables of any shape into rows that rules can read.

In this order: titles as the mapping writes them, columns that a file may lack, columns side by side
into rows (`unpivot`), lists into rows (`each`), columns made of others (`add`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from ledwerk.loaders.cells import split_text
from ledwerk.loaders.mapping import Added, Each, Mapping, TableRule, Unpivot
from ledwerk.loaders.readers import Stream, Table
from ledwerk.loaders.row_readers import Part, Places, template_part
from ledwerk.schema.errors import InvalidValue, Problem
from ledwerk.schema.names import fold

Row = tuple[int, Sequence[str]]
Rows = Iterable[Row]


def place_of(column: str, header: Sequence[str]) -> int | None:
    """Where a column stands: under its very title, or one that differs in case or accents only."""
    if column in header:
        return header.index(column)
    folded = fold(column)
    return next((i for i, title in enumerate(header) if fold(title) == folded), None)


def fits(title: str, pattern: str) -> bool:
    """Whether a title is one that a mapping means; `*` stands for any text."""
    if "*" not in pattern:
        return fold(" ".join(title.split())) == fold(" ".join(pattern.split()))
    return fnmatchcase(fold(title), fold(pattern).replace("[", "[[]").replace("?", "[?]"))


def shaped_header(mapping: Mapping, table: TableRule, header: Sequence[str]) -> tuple[str, ...]:
    """The titles of a file's columns once it is shaped."""
    return _Shaping(mapping, table, header).header


def known_columns(mapping: Mapping, table: TableRule, header: Sequence[str]) -> int:
    """How many of the columns that a table uses a file has itself, and does not merely get."""
    titles = _titled(table, header)
    unpivot = table.shape.unpivot
    beside = len(_groups(unpivot, titles)) if unpivot else 0
    return beside + sum(place_of(used, titles) is not None for used in mapping.used(table.name))


def shaped(
    mapping: Mapping, table: TableRule, opened: Stream | Table, problems: list[Problem]
) -> Stream | Table:
    """A table with its rows shaped; the very table where nothing is to be done."""
    shaping = _Shaping(mapping, table, opened.header)
    if not shaping.steps and shaping.header == tuple(opened.header):
        return opened
    rows: Rows = opened.rows
    for step in shaping.steps:
        rows = step(rows, opened.file, problems)
    unit = opened.unit if isinstance(opened, Stream) else "line"
    return Stream(opened.name, opened.file, shaping.header, rows, unit)


Step = Callable[[Rows, str, list[Problem]], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class _Group:
    """What stands together of columns side by side: its name, and a place for each new column."""

    name: str
    places: tuple[int | None, ...]


class _Shaping:
    """The header as it becomes, and the steps that make its rows."""

    def __init__(self, mapping: Mapping, table: TableRule, header: Sequence[str]) -> None:
        self.table = table
        self.steps: list[Step] = []
        self.header = _titled(table, header)
        shape = table.shape
        if shape.unpivot:
            self._unpivot(shape.unpivot)
        self._fill(mapping.used(table.name))
        if shape.each:
            self._each(shape.each)
        if shape.added:
            self._add()

    def _fill(self, used: Iterable[str]) -> None:
        """Columns that the file may lack, empty."""
        made = {added.column for added in self.table.shape.added}
        lacking = [
            column
            for column in used
            if column not in made
            and place_of(column, self.header) is None
            and any(fits(column, pattern) for pattern in self.table.shape.optional)
        ]
        if lacking:
            self.header = (*self.header, *lacking)
            self.steps.append(_longer([""] * len(lacking)))

    def _unpivot(self, unpivot: Unpivot) -> None:
        groups = _groups(unpivot, self.header)
        if not groups:
            return
        taken = {place for group in groups for place in group.places}
        kept = [at for at in range(len(self.header)) if at not in taken]
        names = [unpivot.name] if unpivot.name else []
        columns = [column for column, _ in unpivot.values]
        self.header = (*(self.header[at] for at in kept), *names, *columns)
        self.steps.append(_unpivoting(groups, kept, named=bool(names)))

    def _each(self, each: Each) -> None:
        places = [place_of(slot.column, self.header) for slot in each.columns]
        known = [place for place in places if place is not None]
        if len(known) == len(places):
            self.steps.append(_listing(each, known))

    def _add(self) -> None:
        for added in self.table.shape.added:
            places: Places = {}
            parts = [template_part(template) for template in added.templates]
            for part in parts:
                for slot in part.slots:
                    place = place_of(slot.column, self.header)
                    if place is not None:
                        places[slot.table, slot.column] = place
            if all((s.table, s.column) in places for part in parts for s in part.slots):
                self.header = (*self.header, added.column)
                self.steps.append(_adding(added, parts, places))


def _titled(table: TableRule, header: Sequence[str]) -> tuple[str, ...]:
    """Titles as the mapping writes them; one without text is `column 3`, a second `Name (2)`."""
    seen: dict[str, int] = {}
    titles: list[str] = []
    for number, given in enumerate(header, start=1):
        title = given or f"column {number}"
        seen[title] = seen.get(title, 0) + 1
        titles.append(title if seen[title] == 1 else f"{title} ({seen[title]})")
    for column, others in table.shape.titles:
        if place_of(column, titles) is None:
            found = (at for other in others for at, t in enumerate(titles) if fits(t, other))
            place = next(found, None)
            if place is not None:
                titles[place] = column
    return tuple(titles)


def _groups(unpivot: Unpivot, header: Sequence[str]) -> list[_Group]:
    found: dict[str, dict[str, int]] = {}
    for column, patterns in unpivot.values:
        for pattern in patterns:
            for at, title in enumerate(header):
                if fits(title, pattern):
                    several = len(unpivot.values) > 1 or "*" in pattern.strip("*")
                    name = _starred(title, pattern) if several else title
                    found.setdefault(name, {}).setdefault(column, at)
    columns = [column for column, _ in unpivot.values]
    return [_Group(name, tuple(map(places.get, columns))) for name, places in found.items()]


def _starred(title: str, pattern: str) -> str:
    """What the star of a pattern stands for."""
    before, star, after = pattern.partition("*")
    if not star:
        return title
    return title[len(before) : len(title) - len(after)].strip() or title


def _longer(more: list[str]) -> Step:
    def step(rows: Rows, file: str, problems: list[Problem]) -> Iterator[Row]:
        del file, problems
        for line, cells in rows:
            yield line, [*cells, *more]

    return step


def _unpivoting(groups: list[_Group], kept: list[int], *, named: bool) -> Step:
    def step(rows: Rows, file: str, problems: list[Problem]) -> Iterator[Row]:
        del file, problems
        for line, cells in rows:
            own = [cells[at] for at in kept]
            for group in groups:
                values = ["" if place is None else cells[place] for place in group.places]
                if any(map(str.strip, values)):
                    yield line, [*own, *([group.name] if named else []), *values]

    return step


def _listing(each: Each, places: list[int]) -> Step:
    def step(rows: Rows, file: str, problems: list[Problem]) -> Iterator[Row]:
        for line, cells in rows:
            lists = [split_text(each.split, cells[place]) for place in places]
            filled = [len(found) for found in lists if found]
            if len(set(filled)) > 1:
                problems.append(_uneven(each, lists, file, line))
                continue
            for at in range(max(filled, default=1)):
                made = list(cells)
                for place, found in zip(places, lists, strict=True):
                    made[place] = found[at] if found else ""
                yield line, made

    return step


def _uneven(each: Each, lists: list[list[str]], file: str, line: int) -> Problem:
    one = each.columns[0].column
    other, found = next(
        (slot.column, len(values))
        for slot, values in zip(each.columns, lists, strict=True)
        if values and len(values) != len(lists[0])
    )
    message = f"has {found} values where {one} has {len(lists[0])}; they go together by their order"
    return Problem(file, line, other, message)


def _adding(added: Added, parts: list[Part], places: Places) -> Step:
    def made_of(cells: Sequence[str]) -> str:
        texts = (part.of([cells[places[s.table, s.column]] for s in part.slots]) for part in parts)
        if added.between is None:
            return next((text for text in texts if text), "")
        return added.between.join(text for text in texts if text)

    def step(rows: Rows, file: str, problems: list[Problem]) -> Iterator[Row]:
        for line, cells in rows:
            try:
                yield line, [*cells, made_of(cells)]
            except InvalidValue as error:
                problems.append(Problem(file, line, added.column, str(error)))

    return step
