"""Two names taken apart held against each other: which words they share, which only one has."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ledwerk.graph.identity import word_pairs
from ledwerk.graph.identity.name_parts import OWN, NameParts, Word
from ledwerk.graph.identity.vocabulary import (
    COUNTRIES,
    FILLER,
    PLACE,
    QUALIFIER,
    SUBJECT,
    TYPE,
    plain,
)

# How much a word tells, by its class.
WEIGHT = {OWN: 1.0, PLACE: 0.9, SUBJECT: 0.7, QUALIFIER: 0.6, TYPE: 0.5, FILLER: 0.15}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names share.

    `shared` are words of the first that the second has too, `first` and `second` those that only
    one has, without such as tell nothing beside the rest. `alike` is how alike the least alike
    of the shared words are, from 0 to 1. `translated` says that a shared word is in two languages,
    and `qualified` are the qualifiers that are, as each name has them. `letters` are those of an
    abbreviation in one name of words in the other, 0 if there is none. `placed` says that they
    share a place, and `unsaid` are words that one of them leaves out as they go without saying.
    """

    shared: tuple[Word, ...]
    first: tuple[Word, ...]
    second: tuple[Word, ...]
    alike: float
    translated: bool
    qualified: tuple[tuple[str, str], ...]
    letters: int
    placed: bool
    unsaid: frozenset[str]
    cover: float

    @property
    def own(self) -> int:
        """How many words of its own, or places, both have."""
        return sum(word.kind in {OWN, PLACE} for word in self.shared)

    @property
    def missing(self) -> tuple[Word, ...]:
        """Words that only one of them has, of either."""
        return (*self.first, *self.second)


def compared(
    one: NameParts, two: NameParts, near_one: Collection[str], near_two: Collection[str]
) -> Comparison:
    """Hold two names against each other.

    `near` are words that go without saying beside each name: its place and country, and its other
    names where they are short.
    """
    left, right = list(one.words), list(two.words)
    near = {*near_one, *near_two}
    pairs = _paired(left, right, near)
    letters = word_pairs.abbreviated(left, right, two.plain)
    letters = letters or word_pairs.abbreviated(right, left, one.plain)
    shared = [first for first, _, _ in pairs]
    alike = min((ratio for _, _, ratio in pairs), default=1.0)
    if found := word_pairs.joined(left, right):
        shared += found[0]
        alike = min(alike, found[1])
    texts = {word.text for word in shared}
    left, right = ([w for w in words if w.text not in texts] for words in (left, right))
    # Where each names a place of its own it does not go without saying.
    both = all(any(w.text in near for w in words) for words in (left, right))
    silent = set() if both else near
    only = [
        tuple(w for w in words if w.text not in silent and not _is_short_for(w, one, two))
        for words in (left, right)
    ]
    told = [(a, b) for a, b, _ in pairs if plain(a.told) != plain(b.told) and a.kind != OWN]
    return Comparison(
        tuple(shared), only[0], only[1], alike, bool(told),
        tuple((a.told, b.told) for a, b in told if a.kind == QUALIFIER), letters,
        any(word.kind == PLACE or word.text in near for word in shared),
        frozenset(w.text for words in (left, right) for w in words if w.text in silent),
        _cover(shared, only),
    )  # fmt: skip


def _paired(left: list[Word], right: list[Word], near: set[str]) -> list[word_pairs.Pair]:
    """The words that both have; one way after the other, as each takes out what it pairs."""
    found = list(word_pairs.equal(left, right))
    found += word_pairs.inflected(left, right, near)
    found += word_pairs.national(left, right, near.intersection(COUNTRIES.values()))
    found += word_pairs.near(left, right)
    return found


def _cover(shared: Sequence[Word], only: Sequence[Sequence[Word]]) -> float:
    """How much of what the longer name says the other says too."""
    weight = sum(WEIGHT[word.kind] for word in shared)
    lost = max(sum(WEIGHT[word.kind] for word in words) for words in only)
    return weight / (weight + lost) if weight else 0.0


def _is_short_for(word: Word, one: NameParts, two: NameParts) -> bool:
    """Whether a word is made of the initials of either name's other words."""
    text = word.told
    if not 2 <= len(text) <= 8 or word.kind not in {OWN, FILLER}:
        return False
    return any(_initials_in(text, parts.plain) for parts in (one, two))


def _initials_in(text: str, words: Sequence[str]) -> bool:
    """Whether words beside each other begin with these letters, one a word."""
    if len(text) < 3:
        return False
    letters = "".join(word[0] for word in words if word != text)
    return text in letters
