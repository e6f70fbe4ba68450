"""The words of a search, as both stores take them; also of a text that is not known yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledwerk.graph.given import Given, made
from ledwerk.schema.names import fold

MAX_WORDS = 10
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


def joined_words(text: str) -> str:
    """The words with single spaces."""
    return " ".join(words_in(text))


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
