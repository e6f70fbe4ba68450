"""The words of a search, as both stores take them; also of a text that is not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph.given import Given, made
from ledwerk.graph.stems import stem_of
from ledwerk.schema.names import fold

# Texts that full-text search looks through, beside names and aliases, as a snippet tries them.
SEARCHED = ("description_nl", "description_en", "text_nl", "text_en", "bottleneck",
            "bottleneck_en", "state_nl", "state_en")  # fmt: skip
# The classes of hits, the best first; see `plan.Matching`.
(
    WHOLE,
    BEGINS,
    WORD,
    INSIDE,
    STEM_OF_NAME,
    IN_TEXT,
    STEM_OF_TEXT,
    NEAR_NAME,
    NEAR_PART,
    NEAR_TEXT,
) = range(10)
TEXT_SIGNS = "-\n*_\"[(/'“„‘#>"  # after which a word of a text begins, as after a space
_BECOME_SPACES = {ord(sign): " " for sign in TEXT_SIGNS}
MAX_WORDS = 10
PART = 5  # letters from which what a word may have been meant for may be a part of another
SHORT = 3  # letters: a shorter word is only looked for where a word begins


def folded_text(text: str) -> str:
    """The text as names and texts are folded, with single spaces."""
    return " ".join(fold(text).replace("\0", " ").split())


def words_in(text: str) -> list[str]:
    """Its words, the first ten."""
    return folded_text(text).split()[:MAX_WORDS]


def long_words(text: str) -> tuple[bool, ...]:
    """Of each word whether it is long: all that the form of a statement depends on."""
    if isinstance(text, Given):
        return text.long
    return tuple(len(word) >= SHORT for word in words_in(text))


def longest_word(text: str) -> str:
    """The longest word, which the fewest names hold."""
    return max(words_in(text), key=len)


@dataclass(frozen=True, slots=True)
class OtherLongWord:
    """The long word at a place among those that are not the longest."""

    place: int

    def __call__(self, text: str) -> str:
        """The word of this text."""
        others = [word for word in words_in(text) if len(word) >= SHORT]
        others.remove(longest_word(text))
        return others[self.place]


def other_long_words(text: str) -> list[Any]:
    """Every long word but the longest, known or not."""
    return [made(OtherLongWord(place), text) for place in range(sum(long_words(text)) - 1)]


def spaced(text: str) -> str:
    """A text in which every word begins after a space."""
    return " " + text.translate(_BECOME_SPACES)


def joined_words(text: str) -> str:
    """The words with single spaces."""
    return " ".join(words_in(text))


def joined_near(near: Sequence[Sequence[str]]) -> str:
    """Every word that one of a search may have been meant for."""
    return " ".join(word for words in near for word in words)


def near_forms(words: Sequence[str]) -> list[str]:
    """A word as typed, anywhere if it is long, and what it may have been meant for, begun."""
    typed, *others = words
    return [typed if len(typed) >= SHORT else f" {typed}", *(f" {word}" for word in others)]


def near_parts(words: Sequence[str]) -> list[str]:
    """The same where what it may have been meant for, if it is long, stands anywhere."""
    typed, *others = near_forms(words)
    return [typed, *(word if len(word) <= PART else word[1:] for word in others)]


@dataclass(frozen=True, slots=True)
class WordAt:
    """The word at a place, with something before it."""

    place: int
    before: str = ""

    def __call__(self, text: str) -> str:
        """The word of this text."""
        return self.before + words_in(text)[self.place]


def each_word(text: str, before: str = "") -> list[Any]:
    """Every word, known or not."""
    return [made(WordAt(place, before), text) for place in range(len(long_words(text)))]


@dataclass(frozen=True, slots=True)
class BegunAt:
    """The word at a place as it stands where a word of a text begins (see `spaced`)."""

    place: int

    def __call__(self, text: str) -> str:
        """The word of this text; one of nothing but signs stands nowhere."""
        word = words_in(text)[self.place]
        begun = spaced(word)
        return begun if begun.strip() else f" {word}"


def each_begun(text: str) -> list[Any]:
    """Every word as it stands where a word of a text begins, known or not."""
    return [made(BegunAt(place), text) for place in range(len(long_words(text)))]


@dataclass(frozen=True, slots=True)
class StemAt:
    """The stem of the word at a place, as it stands among stems: between spaces."""

    place: int
    language: int

    def __call__(self, text: str) -> str:
        """The stem of this text's word."""
        return f" {stem_of(words_in(text)[self.place], self.language)} "


def each_stem(text: str) -> list[tuple[Any, Any]]:
    """Of every word its Dutch and its English stem, known or not."""
    places = range(len(long_words(text)))
    return [(made(StemAt(at, 0), text), made(StemAt(at, 1), text)) for at in places]


@dataclass(frozen=True, slots=True)
class StemOfLongest:
    """The stem of the longest word, as it stands among stems."""

    language: int

    def __call__(self, text: str) -> str:
        """The stem of this text's longest word."""
        return f" {stem_of(longest_word(text), self.language)} "


@dataclass(frozen=True, slots=True)
class StemOfOther:
    """The stem of a long word that is not the longest, as it stands among stems."""

    place: int
    language: int

    def __call__(self, text: str) -> str:
        """The stem of this text's word."""
        return f" {stem_of(OtherLongWord(self.place)(text), self.language)} "


def stems_of_longest(text: str) -> tuple[Any, Any]:
    """The Dutch and the English stem of the longest word, known or not."""
    return made(StemOfLongest(0), text), made(StemOfLongest(1), text)


def stems_of_others(text: str) -> list[tuple[Any, Any]]:
    """The stems of every long word but the longest, known or not."""
    places = range(sum(long_words(text)) - 1)
    return [(made(StemOfOther(at, 0), text), made(StemOfOther(at, 1), text)) for at in places]
