"""Abbreviations and short names: what one party's names say of another's where words do not."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.graph.identity.evidence import Evidence, observed
from ledwerk.graph.identity.name_likeness import UNIVERSITIES
from ledwerk.graph.identity.name_parts import name_parts, variants
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.vocabulary import CLASSES, CONCEPTS, PLACE
from ledwerk.graph.identity.whereabouts import place_words
from ledwerk.schema.names import fold

_COMPANIES = frozenset({"private", "public", "partnership"})
_MOST_WORDS = 3  # of a name that has no abbreviation at an end of it
_LONGEST = 6  # letters of an abbreviation
# What initials say, by how many there are; more say as much as the most.
_INITIALS = {3: 1.0, 4: 2.0, 5: 3.0}
_SPELLED_OUT = {2: 2.0, 3: 3.0, 4: 3.5}  # where an abbreviation is all that one is called
_CALLED = {3: 2.6, 4: 3.4}  # where it is not known what it stands for


def is_short(name: str) -> bool:
    """Whether a name is an abbreviation: one word of at most six letters."""
    return len(name) <= _LONGEST and " " not in name.strip()


def spells(short: str, name: str) -> bool:
    """Whether an abbreviation is the initials of a name."""
    letters = "".join(c for c in fold(short) if c.isalnum())
    return len(letters) > 1 and letters in name_parts(name).initials


def short_names_say(one: Record, two: Record) -> Iterator[list[Evidence]]:
    """What abbreviations and short names say, one list a reason; more than one may be so."""
    for named, other in ((one, two), (two, one)):
        yield from _called_for_short(named, other)
        yield from _spelled_out(named, other)
        yield from _initials(named, other)
        yield from _in_brackets(named, other)


def _called_for_short(named: Record, other: Record) -> Iterator[list[Evidence]]:
    """A short name of one that the other's name has as a word, in the same place."""
    near = place_words(named) | place_words(other)
    left, right = name_parts(named.names[0]), name_parts(other.names[0])
    if left.forms & _COMPANIES and right.forms & _COMPANIES:
        return  # companies of one group are called the same for short
    short = {fold(name) for name in named.names[1:] if name.isalnum() and len(name) > 2}
    words = {word.told for word in right.own}
    for found in sorted(short & words):
        if place_words(named) & place_words(other) and not _is_place(found, near):
            yield [observed(2.0, f"beide heten in het kort “{found}”",
                           f"both are called “{found}” for short")]  # fmt: skip


def _is_place(word: str, near: set[str]) -> bool:
    concept = CONCEPTS.get(word, word)
    return word in near or concept in near or CLASSES.get(concept) == PLACE


def _spelled_out(named: Record, other: Record) -> Iterator[list[Evidence]]:
    """An abbreviation that is all that one is called."""
    short = named.names[0]
    size = sum(c.isalnum() for c in short)
    if not is_short(short) or size < 2:
        return
    if spells(short, other.names[0]):
        told, full = f"“{short}”", other.names[0]
        weight = _SPELLED_OUT[min(size, max(_SPELLED_OUT))]
        yield [observed(weight, f"{told} zijn de beginletters van “{full}”",
                       f"{told} are the initials of “{full}”")]  # fmt: skip
    elif size >= min(_CALLED) and fold(short) in _short_for(other):
        yield [observed(_CALLED[min(size, max(_CALLED))], f"beide heten “{short}”",
                       f"both are called “{short}”")]  # fmt: skip


def _in_brackets(named: Record, other: Record) -> Iterator[list[Evidence]]:
    """An abbreviation that one has in brackets behind its name, and the other as another name."""
    short = {fold(name) for name in named.names[1:] if len(name) >= min(_CALLED)}
    for found in variants(other.names[0])[1:]:
        if is_short(found) and fold(found) in short and not _is_place(fold(found), set()):
            weight = _CALLED[min(len(found), max(_CALLED))]
            yield [observed(weight, f"beide heten “{found}”", f"both are called “{found}”")]


def _short_for(record: Record) -> set[str]:
    """What a body is called for short: other names, what stands before or behind its name."""
    words = name_parts(record.names[0]).plain
    ends = {words[0], words[-1]} if len(words) > _MOST_WORDS else set()
    return {fold(name) for name in record.names[1:]} | {w for w in ends if not _is_place(w, set())}


def _initials(named: Record, other: Record) -> Iterator[list[Evidence]]:
    """An abbreviation of one that is the initials of what the other is called in full."""
    own = name_parts(named.names[0])
    for short in named.names[1:]:
        size = sum(c.isalnum() for c in short)
        if not is_short(short) or (size not in _INITIALS and size < max(_INITIALS)):
            continue
        if spells(short, other.names[0]):
            weight = _INITIALS[min(size, max(_INITIALS))]
            full = name_parts(other.names[0])
            if own.types & full.types or {w.text for w in own.own} & {w.text for w in full.own}:
                weight += 0.8  # they are bodies of a kind too
            if bool(own.types & UNIVERSITIES) != bool(full.types & UNIVERSITIES):
                weight -= 2.0
            yield [observed(weight, f"“{short}” zijn ook de beginletters van de ander",
                           f"“{short}” are the initials of the other too")]  # fmt: skip
