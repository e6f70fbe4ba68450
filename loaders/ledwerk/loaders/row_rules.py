"""Rules at work: each row of a table makes statements, each of which is made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ledwerk.loaders.mapping import Rule, Slot, rule_slots, template_slots
from ledwerk.loaders.row_readers import (
    Cells,
    Part,
    Reader,
    condition_part,
    key_part,
    most_remembered,
    setting_part,
    slot_reader,
    taking,
)
from ledwerk.schema.errors import InvalidValue, Problem
from ledwerk.schema.fields import Value, first_day, last_day
from ledwerk.schema.kinds import RelationKind
from ledwerk.schema.statements import Statement, relation_key

Pairs = tuple[tuple[str, Value], ...]
Apply = Callable[[int, Cells], bool]  # whether it took the row


class Stated:
    """What one source says of one kind. A row that says nothing new makes no statement."""

    __slots__ = ("basis", "cited", "dataset", "first", "kind", "made", "more")

    def __init__(
        self, made: list[Statement], dataset: str, kind: str, cited: str, basis: str
    ) -> None:
        self.made = made
        self.dataset = dataset
        self.kind = kind
        self.cited = cited
        self.basis = basis
        self.first: dict[str, Statement] = {}
        self.more: dict[str, dict[Pairs, Statement]] = {}

    def add(
        self, key: str, pairs: Pairs, locator: str, note: str, source: str = "", target: str = ""
    ) -> None:
        """State it, unless it is said already. Raises InvalidValue for a contradiction in a row."""
        first = self.first.get(key)
        if first is None:
            new = self._statement(key, pairs, locator, note, source, target)
            self.first[key] = new
            self.made.append(new)
        elif first.properties != pairs:
            self._another(first, pairs, locator, note)

    def _statement(
        self, key: str, pairs: Pairs, locator: str, note: str, source: str, target: str
    ) -> Statement:
        return Statement(
            self.dataset,
            self.kind,
            key,
            pairs,
            source,
            target,
            self.cited,
            locator,
            self.basis,
            note=note,
        )

    def _another(self, first: Statement, pairs: Pairs, locator: str, note: str) -> None:
        more = self.more.setdefault(first.key, {})
        if pairs in more or set(pairs) <= set(first.properties):
            return
        last = next(reversed(more.values()), first)
        if last.locator == locator:
            pairs = _united(last, pairs)
        new = self._statement(
            first.key, pairs, locator, note or last.note, first.source_id, first.target_id
        )
        if last.locator != locator:
            self.made.append(new)
        else:  # two rules speak of it in one row: they make one statement
            at = next(i for i in range(len(self.made) - 1, -1, -1) if self.made[i] is last)
            self.made[at] = new
            more.pop(last.properties, None)
            if last is first:
                self.first[first.key] = new
                return
        more[pairs] = new


def _united(last: Statement, pairs: Pairs) -> Pairs:
    values = last.values()
    for name, value in pairs:
        if values.setdefault(name, value) != value:
            raise InvalidValue(
                f"says both {values[name]!r} and {value!r} as the {name} of {last.key}",
                "two rules speak of it in this row; let them say the same",
            )
    return tuple(sorted(values.items()))


@dataclass(slots=True)
class Blank:
    """Rows that make nothing, because a column that an id is made of is empty."""

    rows: int
    first: int


@dataclass(slots=True)
class Worker:
    """A rule made ready for the rows of one file."""

    rule: Rule
    file: str
    reader: Reader
    stated: Stated
    prefix: str  # of locators: the word for a line, after the file where that has to be said
    blanks: dict[str, Blank] = field(default_factory=dict)
    key_slots: list[tuple[Slot, Callable[[str], str]]] = field(default_factory=list)

    def apply(self) -> Apply:
        """The function that makes the rule's statements of a row."""
        return self._relation() if len(self.rule.keys) == 2 else self._node()

    def _node(self) -> Apply:
        take_key, ids = self.reader.key(self.rule.keys[0])
        take = taking(list(rule_slots(self.rule)), self.reader.places)
        holds, pairs_of = self._conditions(), self._pairs()
        add, prefix, note = self.stated.add, self.prefix, self.rule.note
        whole = [prefixes for at, prefixes in self._whole() if at == 0]
        seen: set[object] = set()  # rows that say what an earlier row said, letter for letter

        def node(line: int, cells: Cells) -> bool:
            if holds is not None and not holds(cells):
                return False
            raw = take(cells)
            if raw in seen:
                return True
            key = ids[take_key(cells)]
            if not key:
                self._blank(line, cells)
                return True
            for allowed in whole:
                _check_prefix(key, allowed)
            add(key, pairs_of(cells), f"{prefix} {line}", note)
            seen.add(raw)
            return True

        return node

    def _relation(self) -> Apply:
        kind = self.rule.kind
        assert isinstance(kind, RelationKind)
        (take_source, sources), (take_target, targets) = (
            self.reader.key(key) for key in self.rule.keys
        )
        holds, pairs_of = self._conditions(), self._pairs()
        add, prefix, note = self.stated.add, self.prefix, self.rule.note
        identity: dict[str, Value] = {}
        whole = list(self._whole())

        def relation(line: int, cells: Cells) -> bool:
            if holds is not None and not holds(cells):
                return False
            source, target = sources[take_source(cells)], targets[take_target(cells)]
            if not source or not target:
                self._blank(line, cells)
                return True
            for at, allowed in whole:
                _check_prefix(target if at else source, allowed)
            if source == target:
                raise InvalidValue(f"{source} is related to itself", "leave such rows out by when")
            pairs = pairs_of(cells)
            key = relation_key(kind, source, target, dict(pairs) if kind.identity else identity)
            add(key, pairs, f"{prefix} {line}", note, source, target)
            return True

        return relation

    def _whole(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Which keys are whole ids of a column, and what these may begin with."""
        for at, (key, prefixes) in enumerate(zip(self.rule.keys, self.rule.prefixes, strict=True)):
            if any(isinstance(part, Slot) and part.filter == "id" for part in key):
                yield at, prefixes

    def _pairs(self) -> Callable[[Cells], Pairs]:
        """The properties that a row says, in the order of a statement."""
        reads = [
            self.reader.part(setting_part(setting), most_remembered(setting))
            for setting in self.rule.settings
        ]
        names = {setting.property.name for setting in self.rule.settings}
        required = [prop.name for prop in self.rule.kind.properties if prop.required]

        def pairs_of(cells: Cells) -> Pairs:
            return tuple([p for take, kept in reads if (p := kept[take(cells)]) is not None])

        def checked(cells: Cells) -> Pairs:
            pairs = pairs_of(cells)
            _check_pairs(dict(pairs), required)
            return pairs

        return checked if required or {"start", "end"} <= names else pairs_of

    def _conditions(self) -> Callable[[Cells], bool] | None:
        reads = [self.reader.part(condition_part(one)) for one in self.rule.conditions]
        if not reads:
            return None
        return lambda cells: all(kept[take(cells)] for take, kept in reads)

    def _blank(self, line: int, cells: Cells) -> None:
        if not self.key_slots:
            slots = [s for template in self.rule.keys for s in template_slots(template)]
            self.key_slots = [(slot, slot_reader(slot)) for slot in slots]
        empty = next(slot for slot, read in self.key_slots if not read(self._cell(slot, cells)))
        self.blanks.setdefault(empty.column, Blank(0, line)).rows += 1

    def _cell(self, slot: Slot, cells: Cells) -> str:
        return cells[self.reader.places[slot.table, slot.column]]

    def notices(self) -> Iterator[str]:
        """Rows of which nothing could be made."""
        unit = self.prefix.rpartition(" ")[2]
        for column, blank in self.blanks.items():
            yield (
                f"{self.file}: {blank.rows:,} rows have no {column}, so that they make no "
                f"{self.rule.kind.name} (the first is {unit} {blank.first})"
            )

    def wrong(self, line: int, cells: Cells, error: InvalidValue) -> Iterator[Problem]:
        """Everything that is wrong with a row, cell by cell; `error` where no cell is."""
        parts = [
            *map(condition_part, self.rule.conditions),
            *map(key_part, self.rule.keys),
            *map(setting_part, self.rule.settings),
        ]
        found = {
            (column, message): Problem(self.file, line, column, message)
            for part in parts
            for column, message in self._wrong_part(part, cells)
        }
        yield from found.values() or [Problem(self.file, line, None, str(error))]

    def _wrong_part(self, part: Part, cells: Cells) -> Iterator[tuple[str | None, str]]:
        try:
            part.of([self._cell(slot, cells) for slot in part.slots])
        except InvalidValue as error:
            yield self._wrong_column(part, cells), str(error)

    def _wrong_column(self, part: Part, cells: Cells) -> str | None:
        """The column whose very text is wrong; otherwise the first."""
        for slot in part.slots[1:]:
            try:
                slot_reader(slot)(self._cell(slot, cells))
            except InvalidValue:
                return slot.column
        return part.slots[0].column if part.slots else None


def _check_prefix(key: str, allowed: tuple[str, ...]) -> None:
    if key.partition(":")[0] not in allowed or ":" not in key:
        kinds = " or ".join(allowed)
        raise InvalidValue(f"{key!r} cannot stand here", f"an id that begins with {kinds} can")


def _check_pairs(values: dict[str, Any], required: Sequence[str]) -> None:
    for name in required:
        if values.get(name) is None:
            raise InvalidValue(f"{name} is empty", "a value is needed here")
    start, end = values.get("start"), values.get("end")
    if isinstance(start, str) and isinstance(end, str) and last_day(end) < first_day(start):
        raise InvalidValue(f"the end, {end}, is before the start, {start}", "one of them is wrong")
