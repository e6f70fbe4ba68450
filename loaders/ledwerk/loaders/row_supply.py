"""The rows that rules see: those that `only` keeps, repaired, with the columns joined to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledwerk.loaders.encodings import repaired
from ledwerk.loaders.mapping import Mapping, Match, TableRule, rule_slots
from ledwerk.loaders.row_readers import Cells, Places, Reader, match_part
from ledwerk.loaders.row_shaping import place_of

Row = tuple[int, Cells]


@dataclass(slots=True)
class Shared:
    """What tables know of each other: keys seen for `only`, and rows read ahead for `join`."""

    seen: dict[Match, set[Any]] = field(default_factory=dict)
    ahead: dict[Match, dict[Any, list[str]]] = field(default_factory=dict)


def own_places(mapping: Mapping, table: TableRule, header: Sequence[str]) -> Places:
    """Where a file has the columns of its table."""
    places = {(table.name, column): place_of(column, header) for column in mapping.used(table.name)}
    return {key: place for key, place in places.items() if place is not None}


def joined_columns(mapping: Mapping, table: TableRule, match: Match) -> list[str]:
    """The columns of a joined table that rules of this table use."""
    rules = [rule for rule in mapping.rules if rule.table == table.name]
    slots = {slot.column for rule in rules for slot in rule_slots(rule) if slot.table == match.name}
    return sorted(slots)


@dataclass(slots=True)
class Supply:
    """The rows of one file on their way to the rules, and what is counted of them."""

    mapping: Mapping
    table: TableRule
    file: str
    reader: Reader
    width: int
    shared: Shared
    read: int = 0
    dropped: int = 0
    mended: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    lonely: Counter[Match] = field(default_factory=Counter)

    def rows(self, rows: Iterable[Row]) -> Iterable[Row]:
        """The rows as the rules see them; the reader knows where joined columns are."""
        if self.table.only:
            rows = self._only(rows, self.table.only)
        rows = self._repaired(rows)
        for match in self.table.joins:
            rows = self._joined(rows, match)
        for other in self.mapping.tables:
            if other.only and other.only.table == self.table.name:
                rows = self._noted(rows, other.only)
        return rows

    def notices(self) -> Iterator[str]:
        """What a person should know of these rows."""
        only = self.table.only
        if self.dropped and only:
            columns = ", ".join(own.column for own, _ in only.pairs)
            yield (
                f"{self.file}: {self.dropped:,} of {self.read:,} rows are not loaded, as "
                f"{only.table} has no such {columns}"
            )
        if self.mended.total():
            each = ", ".join(
                f"{column} {number:,}" for column, number in self.mended.items() if number
            )
            yield (
                f"{self.file}: {self.mended.total():,} cells were UTF-8 read as another encoding; "
                f"they are repaired ({each})"
            )

        for match, number in self.lonely.items():
            columns = ", ".join(own.column for own, _ in match.pairs)
            yield (
                f"{self.file}: {number:,} rows are not loaded, as {match.table} has no row with "
                f"their {columns}"
            )
        if self.lost.total():
            each = ", ".join(f"{column} {number:,}" for column, number in self.lost.items())
            yield (
                f"{self.file}: {self.lost.total():,} cells have letters that were lost before "
                f"(\ufffd); they stay as they are ({each})"
            )

    def _only(self, rows: Iterable[Row], only: Match) -> Iterator[Row]:
        own = tuple(own for own, _ in only.pairs)
        take, keys = self.reader.part(match_part(own, self.table.repair))
        seen = self.shared.seen.get(only, set())
        for line, cells in rows:
            self.read += 1
            if keys[take(cells)] in seen:
                yield line, cells
            else:
                self.dropped += 1

    def _noted(self, rows: Iterable[Row], only: Match) -> Iterator[Row]:
        far = tuple(far for _, far in only.pairs)
        take, keys = self.reader.part(match_part(far, self.table.repair))
        seen = self.shared.seen.setdefault(only, set())
        for line, cells in rows:
            key = keys[take(cells)]
            if key is not None:
                seen.add(key)
            yield line, cells

    def _repaired(self, rows: Iterable[Row]) -> Iterator[Row]:
        encodings = self.table.repair
        own = self.table.name
        columns = [(place, col) for (name, col), place in self.reader.places.items() if name == own]
        for line, cells in rows:
            if all(map(str.isascii, cells)):
                yield line, cells
                continue
            mended = list(cells)
            for place, column in columns:
                cell = cells[place]
                if cell.isascii():
                    continue
                if encodings:
                    mended[place] = repaired(cell, encodings)
                    self.mended[column] += mended[place] != cell
                if "\ufffd" in cell:
                    self.lost[column] += 1
            yield line, mended

    def _joined(self, rows: Iterable[Row], match: Match) -> Iterable[Row]:
        columns = joined_columns(self.mapping, self.table, match)
        for number, column in enumerate(columns):
            self.reader.places[match.name, column] = self.width + number
        self.width += len(columns)
        own = tuple(own for own, _ in match.pairs)
        reader = self.reader.part(match_part(own, self.table.repair, match.compare))
        return self._longer(rows, match, len(columns), *reader)

    def _longer(
        self,
        rows: Iterable[Row],
        match: Match,
        columns: int,
        take: Callable[[Cells], Any],
        keys: Any,
    ) -> Iterator[Row]:
        ahead = self.shared.ahead.get(match, {})
        nothing = [""] * columns
        for line, cells in rows:
            found = ahead.get(keys[take(cells)])
            if found is None and match.needed:
                self.lonely[match] += 1
            else:
                yield line, [*cells, *(found or nothing)]


def read_ahead(
    mapping: Mapping,
    table: TableRule,
    match: Match,
    header: Sequence[str],
    rows: Iterable[Row],
    ahead: dict[Any, list[str]],
) -> int:
    """Keep of a joined table what rules of `table` use; how many rows had a key seen before."""
    other = mapping.table(match.table)
    places = own_places(mapping, other, header)
    far = tuple(far for _, far in match.pairs)
    take, keys = Reader(places).part(match_part(far, other.repair, match.compare))
    wanted = [places[other.name, column] for column in joined_columns(mapping, table, match)]
    doubles = 0
    for _, cells in rows:
        key = keys[take(cells)]
        if key in ahead:
            doubles += 1
        elif key is not None:
            ahead[key] = [repaired(cells[place], other.repair) for place in wanted]
    return doubles
