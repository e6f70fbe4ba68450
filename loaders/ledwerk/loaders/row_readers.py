"""The parts of a rule as quick functions of a row's cells, made once for every file.

Cells repeat: each part remembers what it made of a text that it has seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from operator import itemgetter
from typing import Any

from ledwerk.loaders.cells import split_text, text_reader, value_reader
from ledwerk.loaders.encodings import repaired
from ledwerk.loaders.mapping import (
    Condition,
    Setting,
    Slot,
    Template,
    setting_slots,
    template_slots,
)
from ledwerk.loaders.templates import MOST_SIGNS, filtered, has_id_signs, shortened
from ledwerk.loaders.yaml_nodes import near
from ledwerk.schema.errors import InvalidValue
from ledwerk.schema.fields import MARKDOWN, TEXT, Value
from ledwerk.schema.names import fold, name_key

Cells = Sequence[str]
Places = dict[tuple[str, str], int]  # where a table's column stands in a row

MOST_REMEMBERED = 65_536


class Remembered(dict[Any, Any]):
    """What a function gives, kept for the next time; for no more than `most` arguments."""

    __slots__ = ("most", "read")

    def __init__(self, read: Callable[[Any], Any], most: int = MOST_REMEMBERED) -> None:
        super().__init__()
        self.read = read
        self.most = most

    def __missing__(self, cells: Hashable) -> Any:
        made = self.read(cells)
        if len(self) < self.most:
            self[cells] = made
        return made


@dataclass(frozen=True, slots=True)
class Part:
    """Something made of the cells of some columns: of the cell itself, where it is one column."""

    slots: tuple[Slot, ...]
    read: Callable[[Any], Any]

    def of(self, cells: Sequence[str]) -> Any:
        """What is made of cells, one for every column."""
        return self.read(cells[0] if len(self.slots) == 1 else tuple(cells))


class Reader:
    """Makes parts quick for the rows of one file: `take` the cells, look them up in `kept`."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._keys: dict[Template, Remembered] = {}

    def key(self, template: Template) -> tuple[Callable[[Cells], Any], Remembered]:
        """An id. Rules that make the same one share what they remember."""
        part = key_part(template)
        kept = self._keys.setdefault(template, Remembered(part.read))
        return taking(part.slots, self.places), kept

    def part(
        self, part: Part, most: int = MOST_REMEMBERED
    ) -> tuple[Callable[[Cells], Any], Remembered]:
        """Any other part."""
        return taking(part.slots, self.places), Remembered(part.read, most)


def taking(slots: Sequence[Slot], places: Places) -> Callable[[Cells], Any]:
    """Takes the cells of columns from a row: a text for one column, a tuple for several."""
    if not slots:
        return _no_cells
    return itemgetter(*(places[slot.table, slot.column] for slot in slots))


def _no_cells(cells: Cells) -> tuple[str, ...]:
    del cells
    return ()


def slot_reader(slot: Slot) -> Callable[[str], str]:
    """A cell's cleaned text, through the slot's filter."""
    clean = text_reader(slot.cleaning)
    if slot.filter in {"", "same", "id"}:
        return clean

    def slugged(cell: str) -> str:
        text = clean(cell)
        part = filtered(slot.filter, text)
        if text and not part:
            raise InvalidValue(
                f"{text!r} has no letter or digit to make an id of", "if it means nothing, "
                "add it to missing"
            )  # fmt: skip
        return part

    return slugged


def template_part(template: Template) -> Part:
    """The text that a template makes; empty where one of its columns is."""
    slots = tuple(template_slots(template))
    if len(slots) == 1:
        at = template.index(slots[0])
        before, after = "".join(map(str, template[:at])), "".join(map(str, template[at + 1 :]))
        return Part(slots, _around(before, slot_reader(slots[0]), after))
    parts = [part if isinstance(part, str) else slot_reader(part) for part in template]

    def read(cells: Cells) -> str:
        given = iter(cells)
        texts = []
        for part in parts:
            text = part if isinstance(part, str) else part(next(given))
            if not text and not isinstance(part, str):
                return ""
            texts.append(text)
        return "".join(texts)

    return Part(slots, read)


def _around(before: str, read: Callable[[str], str], after: str) -> Callable[[str], str]:
    if not before and not after:
        return read

    def whole(cell: str) -> str:
        text = read(cell)
        return f"{before}{text}{after}" if text else ""

    return whole


def key_part(template: Template) -> Part:
    """An id, or nothing where a column of its template is empty."""
    made = template_part(template)
    read = made.read

    def key(cells: Any) -> str:
        node_id: str = read(cells)
        return shortened(node_id) if len(node_id) > MOST_SIGNS else node_id

    def checked(cells: Any) -> str:
        node_id = key(cells)
        if not has_id_signs(node_id.partition(":")[2]):
            raise InvalidValue(f"{node_id!r} has signs that no id has", "leave out the filter same")
        return node_id

    return Part(made.slots, checked if any(s.filter in _UNCHANGED for s in made.slots) else key)


_UNCHANGED = frozenset({"same", "rest", "id"})


def setting_part(setting: Setting) -> Part:
    """A property with its value as a pair, or None where nothing is said."""
    name = setting.property.name
    value = value_reader(setting.property.type, setting.cleaning, last=name == "end")
    texts = _texts_part(setting)
    read = texts.read

    def pair(cells: Any) -> tuple[str, Value] | None:
        made = value(read(cells))
        return None if made is None else (name, made)

    return Part(texts.slots, pair)


def _texts_part(setting: Setting) -> Part:
    """The texts that a value is made of."""
    parts = [_split_part(template) for template in setting.texts]
    if len(parts) == 1 and setting.differs is None:
        return parts[0]
    differs = slot_reader(setting.differs) if setting.differs else None

    def read(cells: Any) -> list[str]:
        given = (cells,) if isinstance(cells, str) else cells
        said: list[str] = []
        at = 0
        for part in parts:
            said += part.of(given[at : at + len(part.slots)])
            at += len(part.slots)
        if differs:
            other = differs(given[at]).casefold()
            said = [text for text in said if text.casefold() != other]
        return said

    return Part(tuple(setting_slots(setting)), read)


def _split_part(template: Template) -> Part:
    """The texts of a template: one, or those between the signs that a column is split at."""
    made = template_part(template)
    read = made.read
    split = made.slots[0].cleaning.split if len(template) == 1 and made.slots else ""
    if split:
        return Part(made.slots, lambda cell: [read(part) for part in split_text(split, cell)])
    return Part(made.slots, lambda cells: (read(cells),))


def condition_part(condition: Condition) -> Part:
    """Whether a condition holds."""
    text = slot_reader(condition.slot)
    words, turned = frozenset(condition.words), condition.turned
    if condition.known:
        return Part((condition.slot,), lambda cell: _known(text(cell), condition) in words)
    if condition.like:
        patterns = [fold(word) for word in condition.words]
        return Part(
            (condition.slot,),
            lambda cell: any(fnmatchcase(fold(text(cell)), one) for one in patterns) is not turned,
        )
    if condition.other is None:
        return Part((condition.slot,), lambda cell: (text(cell) in words) is not turned)
    other = slot_reader(condition.other)
    slots = (condition.slot, condition.other)
    return Part(slots, lambda cells: (text(cells[0]) == other(cells[1])) is not turned)


def _known(text: str, condition: Condition) -> str:
    if text and text not in condition.known:
        raise InvalidValue(
            f"there is no kind {text!r}",
            f"say by words of the column what it means{near(text, condition.known)}",
        )
    return text


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).lstrip("0")


COMPARED: dict[str, Callable[[str], str]] = {
    "exact": str, "fold": lambda text: " ".join(fold(text).split()), "name": name_key,
    "digits": _digits,
}  # fmt: skip


def match_part(slots: tuple[Slot, ...], repair: tuple[str, ...], compare: str = "exact") -> Part:
    """What is looked up in another table: texts, or None where one is empty."""
    same = COMPARED[compare]
    reads = [_compared(slot_reader(slot), same) for slot in slots]
    if len(reads) == 1:
        (only,) = reads
        return Part(slots, lambda cell: only(repaired(cell, repair) if repair else cell) or None)

    def read(cells: Cells) -> tuple[str, ...] | None:
        texts = tuple(one(repaired(cell, repair)) for one, cell in zip(reads, cells, strict=True))
        return texts if all(texts) else None

    return Part(slots, read)


def _compared(read: Callable[[str], str], same: Callable[[str], str]) -> Callable[[str], str]:
    return read if same is str else lambda cell: same(read(cell))


def most_remembered(setting: Setting) -> int:
    """Long texts hardly repeat, and keeping them twice would fill the memory."""
    return 0 if setting.property.type in {TEXT, MARKDOWN} else MOST_REMEMBERED
