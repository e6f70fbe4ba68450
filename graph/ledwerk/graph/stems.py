"""Words without their endings, so that a search for one form finds the others.

Dutch and English, since texts here are of both and seldom say which. Both stores keep what this
makes, so that both find the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Protocol

from ledwerk.schema.names import fold

# Endings that one of the two may take off. Most names end otherwise, and asking costs more than
# looking; a test compares with the stemmers themselves.
_ENDINGS = re.compile(
    r"(?:s|e|y|en|ed|er|ic|al|ll|nt|ator|logi|ing|ion|ism|iti|bli|end|ig|lijk|ba?ar|heid|li|ful|ous|ci|"
    r"fulli|[vz]|kk|dd|tt|(?:aa|ee|oo|uu)[^aeiouy]|'s?)$"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
NO_STEM = "-"  # no stem is this
_KEPT = 50_000


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  the library's name


@cache
def _stemmers() -> tuple[_Stemmer, _Stemmer]:
    import snowballstemmer

    return snowballstemmer.stemmer("dutch_porter"), snowballstemmer.stemmer("english")


@lru_cache(_KEPT)
def stems(word: str) -> tuple[str, str]:
    """A folded word without its Dutch and without its English ending; itself where it has none.

    The Dutch ones are Porter's for Dutch, with the last letter as it is written at a word's end:
    “bedrijven” and “bedrijf” are one, and so are “huizen” and “huis”, “campussen” and “campus”.
    """
    if not _ENDINGS.search(word):
        return word, word
    dutch, english = _stemmers()
    short = dutch.stemWord(word)
    return (short if short == word else _as_written(short)), english.stemWord(word)


def _as_written(short: str) -> str:
    """A stem with its last letter as Dutch writes it at the end of a word."""
    if short[-1:] in {"v", "z"}:
        return short[:-1] + ("f" if short.endswith("v") else "s")
    return short[:-1] if short[-2:-1] == short[-1:] and short[-1:] not in "aeiou" else short


def words_of(folded: str) -> Iterator[str]:
    """The words of a folded text that can have a stem: letters only, three or more."""
    return (match[0] for match in _WORD.finditer(folded))


def stem_of(word: str, language: int) -> str:
    """The Dutch (0) or English (1) stem of a word of a search, or what no text has."""
    bare = _AROUND.sub("", word)
    return stems(bare)[language] if _WORD.fullmatch(bare) else NO_STEM


def stem_bag(folded: Iterable[str]) -> str:
    """Every stem of some folded texts, each once, between spaces; empty where there is none."""
    every = dict.fromkeys(
        stem for text in folded for word in words_of(text) for stem in stems(word)
    )
    return f" {' '.join(every)} " if every else ""


def same_stem(word: str, wanted: frozenset[str]) -> bool:
    """Whether a word as it is written has one of some stems."""
    return any(not wanted.isdisjoint(stems(one)) for one in words_of(fold(word)))
