"""Two names taken apart held against each other: which words they share, which only one has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from ledwerk.graph.identity.name_parts import OWN, NameParts, Word
from ledwerk.graph.identity.vocabulary import FILLER, PLACE, QUALIFIER, SUBJECT, TYPE, plain

_ALIKE = 0.82  # of two words' letters, so that a typing mistake is none
_SHORTEST = 5  # letters of a word that may be spelled in two ways
# How much a word tells, by its class.
WEIGHT = {OWN: 1.0, PLACE: 0.9, SUBJECT: 0.7, QUALIFIER: 0.6, TYPE: 0.5, FILLER: 0.15}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names share.

    `shared` are words of the first that the second has too, `first` and `second` those that only
    one has, without such as tell nothing beside the rest. `alike` is how alike the least alike
    of the shared words are, from 0 to 1. `translated` says that a shared word is in two languages.
    """

    shared: tuple[Word, ...]
    first: tuple[Word, ...]
    second: tuple[Word, ...]
    alike: float
    translated: bool
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
    shared: list[Word] = []
    alike, translated = 1.0, False
    for first, second, ratio in _pairs(left, right):
        shared.append(first)
        alike = min(alike, ratio)
        translated = translated or (first.told != second.told and first.kind != OWN)
    joined = _joined(left, right)
    if joined:
        words, ratio = joined
        shared += words
        alike = min(alike, ratio)
    texts = {word.text for word in shared}
    left, right = ([w for w in words if w.text not in texts] for words in (left, right))
    silent = set(near_one) | set(near_two)
    if any(w.text in silent for w in left) and any(w.text in silent for w in right):
        silent = set()  # each names a place of its own: then it does not go without saying
    only = [
        tuple(w for w in words if w.text not in silent and not _is_short_for(w, one, two))
        for words in (left, right)
    ]
    weight = sum(WEIGHT[word.kind] for word in shared)
    lost = [sum(WEIGHT[word.kind] for word in words) for words in only]
    cover = weight / (weight + max(lost)) if weight else 0.0
    return Comparison(tuple(shared), only[0], only[1], alike, translated, cover)


def _pairs(left: list[Word], right: list[Word]) -> Iterable[tuple[Word, Word, float]]:
    """The words that both have, taken out of both lists: equal ones, then nearly equal ones."""
    for word in list(left):
        found = next((other for other in right if other.text == word.text), None)
        if found:
            left.remove(word)
            right.remove(found)
            yield word, found, 1.0
    # The most alike first, so that it does not matter which name comes first.
    near = [
        (ratio, word, other)
        for word in left
        for other in right
        if _may_be_misspelt(word, other) and (ratio := _ratio(plain(word.told), plain(other.told)))
    ]
    near.sort(key=lambda row: (-row[0], sorted((row[1].told, row[2].told))))
    for ratio, word, other in near:
        if word in left and other in right:
            left.remove(word)
            right.remove(other)
            yield word, other, ratio


def _may_be_misspelt(one: Word, two: Word) -> bool:
    kinds = {OWN, PLACE, SUBJECT}
    long = min(len(one.told), len(two.told)) >= _SHORTEST
    return long and one.kind in kinds and two.kind in kinds


def _ratio(one: str, two: str) -> float:
    """How alike two words are; the first letter has to be the same, as it seldom is mistyped."""
    if one[0] != two[0]:
        return 0.0
    return float(Levenshtein.normalized_similarity(one, two, score_cutoff=_ALIKE))


def _joined(left: list[Word], right: list[Word]) -> tuple[list[Word], float] | None:
    """What is left where one has joined words that the other has apart; taken out of both."""
    if not left or not right:
        return None
    for ones, others in ((left, right), (right, left)):
        for size in (2, 3):
            for at in range(len(ones) - size + 1):
                some = ones[at : at + size]
                text = plain("".join(word.told for word in some))
                found = next(
                    (w for w in others if len(text) > 5 and _ratio(text, plain(w.told))), None
                )
                if found:
                    ratio = _ratio(text, plain(found.told))
                    for word in some:
                        ones.remove(word)
                    others.remove(found)
                    return [found], ratio
    return None


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
