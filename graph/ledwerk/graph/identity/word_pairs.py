"""Which words of two names are one and the same: equal, mistyped, inflected, joined, abbreviated.

Every function here takes what it pairs out of both lists, so that what is left in them is what
only one of the names has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from ledwerk.graph.identity.name_parts import OWN, Word
from ledwerk.graph.identity.vocabulary import PLACE, SUBJECT, plain

_ALIKE = 0.82  # of two words' letters, so that a typing mistake is none
_SHORTEST = 5  # letters of a word that may be spelled in two ways
_STEM = 4  # letters that an inflected name and the name have to share
_MOST_LETTERS = 8  # of an abbreviation
# How names of places end where they are inflected, in the languages of the Union: Leids of Leiden,
# Karlsruher, Debreceni, Warszawski, Thessalonikis.
_ENDINGS = frozenset({
    "", "s", "se", "e", "en", "er", "ers", "es", "i", "is", "ski", "ska", "skie", "skiego", "sky",
    "on", "as", "os", "ou", "an", "na", "ne", "u", "a", "n", "ie", "ia", "iae", "ensis", "ense",
    "ois", "oise", "ais", "aise", "ien", "ienne", "ei", "jas", "ja", "aus", "aan", "in", "ner",
})  # fmt: skip
# What bodies are called in one language and nearly so in another.
_NEAR = (
    {"technical", "technology"}, {"higher_school", "university_of_applied_sciences"},
    {"technical_university", "institute_of_technology"}, {"technical_university", "polytechnic"},
    {"research_institute", "research_centre"}, {"institute", "centre"}, {"agency", "office"},
    {"agency", "authority"}, {"agency", "institute"}, {"arts", "culture"}, {"education", "study"},
    {"research_institute", "institute"}, {"medical_centre", "university_hospital"},
    {"medical_centre", "hospital"}, {"society", "organisation"}, {"higher_school", "academy"},
    {"aviation", "space"}, {"national", "state"}, {"business", "economy"}, {"marine", "fisheries"},
    {"research_council", "council"}, {"biology", "science"}, {"laboratory", "institute"},
)  # fmt: skip
NEARLY_ONE = 0.86  # how alike two such words count

Pair = tuple[Word, Word, float]


def equal(left: list[Word], right: list[Word]) -> Iterable[Pair]:
    """Words that mean the same."""
    for word in list(left):
        found = next((other for other in right if other.text == word.text), None)
        if found:
            left.remove(word)
            right.remove(found)
            yield word, found, 1.0


def inflected(left: list[Word], right: list[Word], places: Collection[str]) -> Iterable[Pair]:
    """A place and what its name is inflected to."""
    for word in list(left):
        found = next((other for other in right if _of_one_place(word, other, places)), None)
        if found:
            left.remove(word)
            right.remove(found)
            yield Word(word.text, word.told, PLACE), found, 1.0


def _of_one_place(one: Word, two: Word, places: Collection[str]) -> bool:
    if {one.kind, two.kind} - {OWN, PLACE}:
        return False
    first, second = plain(one.told), plain(two.told)
    size = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    if size < _STEM or {first[size:], second[size:]} - _ENDINGS:
        return False
    known = {one.text, two.text, first, second}
    return PLACE in {one.kind, two.kind} or bool(known & set(places))


def national(left: list[Word], right: list[Word], countries: Collection[str]) -> Iterable[Pair]:
    """The national institute is that of the country that the other name says."""
    for ones, others in ((left, right), (right, left)):
        word = next((w for w in ones if w.text == "national"), None)
        found = next((w for w in others if w.text in countries), None)
        if word and found:
            ones.remove(word)
            others.remove(found)
            yield found, word, 1.0


def near(left: list[Word], right: list[Word]) -> Iterable[Pair]:
    """Words spelled nearly the same, the most alike first, so that order does not matter."""
    alike = [
        (ratio, word, other)
        for word in left
        for other in right
        if (
            ratio := _ratio(plain(word.told), plain(other.told))
            if _may_be_misspelt(word, other)
            else 0.0
        )
    ]
    alike += [
        (NEARLY_ONE, word, other)
        for word in left
        for other in right
        if {word.text, other.text} in _NEAR
    ]
    alike.sort(key=lambda row: (-row[0], sorted((row[1].told, row[2].told))))
    for ratio, word, other in alike:
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


def joined(left: list[Word], right: list[Word]) -> tuple[list[Word], float] | None:
    """What is left where one has joined words that the other has apart."""
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


def abbreviated(left: list[Word], right: list[Word], words: Sequence[str]) -> int:
    """The letters of a word on the left that are the initials of words beside each other in the
    other name (`words`), of which some are on the right; 0 where there is none.
    """
    for word in left:
        letters = plain(word.told)
        if not (2 <= len(letters) <= _MOST_LETTERS and word.kind == OWN):
            continue
        for at in range(len(words) - len(letters) + 1):
            some = words[at : at + len(letters)]
            stood = [w for w in right if set(map(plain, w.told.split())) <= set(some)]
            if stood and "".join(one[0] for one in some) == letters and letters not in some:
                left.remove(word)
                for one in stood:
                    right.remove(one)
                return len(letters)
    return 0
