"""Statements: one node or one relation, with its properties, as one source says it.

They are what is loaded and kept. The graph that questions run on is what they add up to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ledwerk.schema.fields import BOOLEAN, LINE, NUMBER, TEXT, FieldType, Text, Value, choice
from ledwerk.schema.kinds import Property, RelationKind
from ledwerk.schema.vocabularies import BASIS


def _column(name: str, type_: FieldType, nl: str, en: str, description: str) -> Property:
    return Property(name, type_, Text(nl, en), description)


# The columns that every table has beside those of its kind.
STATEMENT_COLUMNS = (
    _column("source", LINE, "bron", "source", "Id of the source that says so."),
    _column("locator", LINE, "vindplaats", "locator", "Where in the source: heading and line."),
    _column("basis", choice(BASIS), "grond", "basis", "Why it is stated; empty is stated."),
    _column("confidence", NUMBER, "zekerheid", "confidence", "From 0 to 1; empty is unknown."),
    _column("denied", BOOLEAN, "ontkend", "denied", "Yes where the source says it is not so."),
    _column("note", TEXT, "toelichting", "note", "A word to the reader about this row."),
    _column(
        "accepted",
        LINE,
        "aanvaard",
        "accepted",
        "Who looked at a row that a program read, and found it right; empty is nobody yet.",
    ),
)

BASES = BASIS.values
EDITED = "edited"
READ = "read"
EDITS = "edits"  # the dataset of what people change in the store itself
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Statement:
    """What one dataset says, citing one place, of one node or relation.

    `key` is the node's id, or the relation's (see `relation_key`); `source_id` and `target_id`
    are the ends of a relation and empty for a node. `properties` holds only what is said; where
    the basis is "edited", None says that the property is empty, whatever others say.

    `accepted_by` is who reviewed what a program read. `stated_as` is there where two nodes were
    found to be the same: what the source's row had for an id that `key` and ends have no more, a
    node's id, or both ends as `source>target`.
    """

    dataset: str
    kind: str
    key: str
    properties: tuple[tuple[str, Value], ...]
    source_id: str = ""
    target_id: str = ""
    cited: str = ""
    locator: str = ""
    basis: str = "stated"
    confidence: float | None = None
    denied: bool = False
    note: str = ""
    accepted_by: str = ""
    stated_as: str = ""
    _digest: str = field(default="", init=False, repr=False, compare=False)

    @property
    def digest(self) -> str:
        """32 hexadecimal digits that only an equal statement has; the same on every store."""
        if not self._digest:
            row: tuple[object, ...] = (
                self.dataset, self.kind, self.key, self.source_id, self.target_id,
                self.properties, self.cited, self.locator, self.basis, self.confidence,
                self.denied, self.note,
            )  # fmt: skip
            if self.accepted_by or self.stated_as:  # others have the digest that they always had
                row = (*row, self.accepted_by, self.stated_as)
            text = _encoded(row).encode("utf-8", "surrogatepass")
            hashed = hashlib.blake2b(text, digest_size=16)
            object.__setattr__(self, "_digest", hashed.hexdigest())  # reckoned once, kept
        return self._digest

    @property
    def place(self) -> tuple[str, str, str, str, str, str, bool, str]:
        """What makes it this statement and no other, whatever it says."""
        return (
            self.dataset,
            self.kind,
            self.key,
            self.cited,
            self.locator,
            self.basis,
            self.denied,
            self.stated_as,
        )

    @property
    def unreviewed(self) -> bool:
        """Whether a program read it and nobody has looked at it yet."""
        return self.basis == READ and not self.accepted_by

    def values(self) -> dict[str, Value]:
        """What is said, by property."""
        return dict(self.properties)


def said(
    values: Mapping[str, Value], *, clear: Iterable[str] = ()
) -> tuple[tuple[str, Value], ...]:
    """Properties in the order a statement keeps them, without the empty ones.

    Those to `clear` are kept as None: an edited statement that says so empties them.
    """
    kept: dict[str, Value] = dict.fromkeys(clear)
    kept.update((name, value) for name, value in values.items() if value not in (None, ()))
    return tuple(sorted(kept.items()))


def relation_key(
    kind: RelationKind, source_id: str, target_id: str, values: Mapping[str, Value]
) -> str:
    """The identity of a relation: kind, both ends, and the properties its kind names.

    Readable, unique, and made from what the row says, never from order.
    """
    key = f"{kind.name}:{source_id}>{target_id}"
    extra = [f"{name}={values[name]}" for name in kind.identity if values.get(name) is not None]
    return f"{key}[{';'.join(extra)}]" if extra else key
