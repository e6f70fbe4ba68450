"""Which of our two languages a text is in, by the small words that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SMALL = {
    "nl": frozenset({
        "de", "het", "een", "en", "van", "voor", "met", "zijn", "op", "aan", "dat", "die", "niet",
        "worden", "door", "bij", "ook", "naar",
    }),
    "en": frozenset({
        "the", "a", "an", "and", "of", "for", "with", "are", "on", "to", "that", "which", "not",
        "be", "by", "at", "also", "from",
    }),
}  # fmt: skip
_WORD = re.compile(r"[a-z]+")


def language_of_text(texts: Iterable[str]) -> str:
    """Dutch (nl) or English (en), whichever has more of its small words in the texts; Dutch "
    "where none has.
    """
    count = dict.fromkeys(_SMALL, 0)
    for text in texts:
        for word in _WORD.findall(text.lower()):
            for language, words in _SMALL.items():
                count[language] += word in words
    return max(count, key=lambda language: count[language])
