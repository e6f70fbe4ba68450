"""Whom a store has forgotten: kept as keyed digests, so that nobody is named and nobody comes back.

A person's ids, and every way in which the name is written, are kept as digests with a key of the
store's own. Who has the store can try a name, and learn that it is among them; nobody can read
them. In texts a name is found by its words, whatever stands between them.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ledwerk.graph.store import Revision, Store
from ledwerk.schema.fields import Value
from ledwerk.schema.names import fold
from ledwerk.schema.statements import EDITED, EDITS, Statement

WHO_WAS_ERASED = (
    "person:erased"  # the node that all entries are about; it is denied, and so never shown
)
LEFT_OUT = "[…]"  # what stands in a text for a name
_WORD = re.compile(r"[^\W_]+")
_ERASED = "erased-"
_PERSONAL = frozenset({"function"})  # what a seat says of its holder, and not of the board


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Digests of ids of people, of the seats that they held, and of names as rows of words.

    `lengths` are how many words such a name has.
    """

    salt: str
    people: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lengths: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people)

    def digest(self, text: str) -> str:
        """32 hexadecimal digits, another for each store."""
        key = bytes.fromhex(self.salt)
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=key, digest_size=16
                               ).hexdigest()  # fmt: skip

    def person(self, node_id: str) -> bool:
        """Whether this id is that of somebody forgotten."""
        return node_id.startswith("person:") and self.digest(node_id) in self.people

    def seat(self, node_id: str) -> bool:
        """Whether somebody forgotten held this seat."""
        return node_id.startswith("seat:") and self.digest(node_id) in self.seats

    def named(self, text: str) -> bool:
        """Whether this is such a name and nothing else."""
        words = _words(text)
        return len(words) in self.lengths and self.digest(" ".join(words)) in self.names

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in a text such names stand, from left to right, the longest first."""
        found = [(fold(match[0]), match.span()) for match in _WORD.finditer(text)]
        at = 0
        while at < len(found):
            for length in self.lengths:
                some = found[at : at + length]
                words = " ".join(word for word, _ in some)
                if len(some) == length and self.digest(words) in self.names:
                    yield some[0][1][0], some[-1][1][1]
                    at += length
                    break
            else:
                at += 1

    def entry(self, why: str) -> Statement:
        """What a store keeps of it."""
        said: tuple[tuple[str, Value], ...] = (
            ("lengths", tuple(map(str, self.lengths))),
            ("names", tuple(sorted(self.names))),
            ("people", tuple(sorted(self.people))),
            ("salt", self.salt),
            ("seats", tuple(sorted(self.seats))),
        )
        place = secrets.token_hex(8)
        return Statement(
            EDITS,
            "Person",
            WHO_WAS_ERASED,
            said,
            locator=place,
            basis=EDITED,
            denied=True,
            note=why,
        )


def forgotten_by(store: Store) -> Forgotten:
    """Everybody whom a store has forgotten; empty, with a new key, where it forgot nobody."""
    rows = [row.values() for row in store.statements(key=WHO_WAS_ERASED) if row.denied]
    if not rows:
        return Forgotten(secrets.token_hex(32))

    lengths = sorted({int(text) for row in rows for text in _listed(row["lengths"])}, reverse=True)
    people, seats, names = (
        frozenset(text for row in rows for text in _listed(row.get(part)))
        for part in ("people", "seats", "names")
    )
    return Forgotten(str(rows[0]["salt"]), people, seats, names, tuple(lengths))


def remembered_no_more(
    known: Forgotten,
    people: Iterable[str],
    seats: Iterable[str],
    names: Iterable[str],
    exactly: Iterable[str] = (),
) -> Forgotten:
    """Those people alone, with a store's key: ids, seats, and names in every order of their parts.

    With "Jo van der Meer" go "Meer, Jo van der" and "J. van der Meer". A name of one word is not
    looked for in texts, unless it is said `exactly`.
    """
    written = {way for name in names for way in _ways(_words(name))}
    written |= {tuple(_words(name)) for name in exactly}
    written.discard(())
    digest = known.digest
    return replace(
        known,
        people=frozenset(map(digest, people)),
        seats=frozenset(map(digest, seats)),
        names=frozenset(digest(" ".join(way)) for way in written),
        lengths=tuple(sorted({len(way) for way in written}, reverse=True)),
    )


@dataclass(frozen=True, slots=True)
class Redaction:
    """How everything reads without the forgotten; `people` and `seats` are ids of theirs that are
    known by what else is said, beside those that are kept.
    """

    who: Forgotten
    people: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()

    def text(self, text: str) -> str:
        """A text with every such name left out."""
        made, last = [], 0
        for start, end in self.who.spans(text):
            made += [text[last:start], LEFT_OUT]
            last = end
        return "".join((*made, text[last:])) if made else text

    def id(self, node_id: str) -> str:
        """An id that says nothing of them; the same for the same one, in this store only."""
        prefix, colon, rest = node_id.rpartition(":")
        if not rest or next(self.who.spans(rest), None) is None:
            return node_id
        return f"{prefix}{colon}{_ERASED}{self.who.digest(node_id)[:12]}"

    def person(self, node_id: str) -> bool:
        """Whether this is somebody forgotten."""
        return node_id in self.people or self.who.person(node_id)

    def statement(self, row: Statement) -> Statement | None:
        """What may stand instead of a statement; `None` where it is about nobody else."""
        if row.key == WHO_WAS_ERASED:
            return row
        if any(map(self.person, (row.key, row.source_id, row.target_id))):
            return None
        source, target = self.id(row.source_id), self.id(row.target_id)
        new = replace(
            row,
            dataset=self.id(row.dataset),
            key=self._key(row, source, target),
            properties=self._properties(row),
            source_id=source,
            target_id=target,
            cited=self.id(row.cited),
            locator=self.text(row.locator),
            note=self.text(row.note),
            accepted_by=self.text(row.accepted_by),
            stated_as=">".join(map(self.id, row.stated_as.split(">"))),
        )
        return row if new == row else new

    def revision(self, row: Revision) -> Revision:
        """A revision's words without them."""
        return replace(
            row, actor=self.text(row.actor), why=self.text(row.why), dataset=self.id(row.dataset)
        )

    def _key(self, row: Statement, source: str, target: str) -> str:
        if not row.source_id:
            return self.id(row.key)
        before = f"{row.kind}:{row.source_id}>{row.target_id}"
        return f"{row.kind}:{source}>{target}{self.text(row.key.removeprefix(before))}"

    def _properties(self, row: Statement) -> tuple[tuple[str, Value], ...]:
        personal = _PERSONAL if row.key in self.seats or self.who.seat(row.key) else frozenset()
        return tuple(
            (name, self._value(value)) for name, value in row.properties if name not in personal
        )

    def _value(self, value: Value) -> Value:
        if isinstance(value, str):
            return self.id(value) if _is_id(value) else self.text(value)
        if isinstance(value, tuple):
            return tuple(self.id(one) if _is_id(one) else self.text(one) for one in value)
        return value


def redaction_of(who: Forgotten, rows: Iterable[Statement]) -> Redaction:
    """How these statements are to be read, with whom and which seats they themselves reveal."""
    told = list(rows)
    people = {
        row.key
        for row in told
        if row.kind == "Person" and row.key != WHO_WAS_ERASED
        and any(map(who.named, _texts_of(row)))
    }  # fmt: skip
    seats = {
        row.target_id
        for row in told
        if row.kind == "HOLDS" and (row.source_id in people or who.person(row.source_id))
    }
    return Redaction(who, frozenset(people), frozenset(seats))


def without_forgotten(store: Store | None, rows: list[Statement]) -> tuple[list[Statement], int]:
    """What a loader may bring: without those whom the store has forgotten; and how many they are.

    Everything that brings statements from outside asks this before it compares them.
    """
    who = forgotten_by(store) if store else None
    if not who:
        return rows, 0
    redaction = redaction_of(who, rows)
    kept = (redaction.statement(row) for row in rows)
    people = {row.key for row in rows if row.kind == "Person" and redaction.person(row.key)}
    return list(dict.fromkeys(row for row in kept if row is not None)), len(people)


def reader(redaction: Redaction) -> Callable[[object], object]:
    """JSON-like values without the forgotten: texts within lists and objects, and their keys."""

    def read(value: object) -> object:
        if isinstance(value, str):
            return redaction.id(value) if _is_id(value) else redaction.text(value)
        if isinstance(value, list):
            return [read(one) for one in value]
        if isinstance(value, dict):
            return {str(read(key)): read(one) for key, one in value.items()}
        return value

    return read


def _ways(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The orders in which a name's words are written, and the first as its initial."""
    if len(words) < 2:
        return
    for some in (tuple(words), (words[0][0], *words[1:])):
        for at in range(len(some)):
            yield (*some[at:], *some[:at])


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(text)]


_ID = re.compile(r"[a-z]+:[\w.@+~-]+")


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def _listed(value: Value) -> tuple[str, ...]:
    """The texts of a list, or of one text."""
    every = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in every if isinstance(text, str))


def _texts_of(row: Statement) -> Iterator[str]:
    for name, value in row.properties:
        if name in {"name", "aliases"}:
            yield from _listed(value)
