"""Number words and months as publications write them: one vocabulary for all patterns.

The patterns are alternatives without bounds or group, for use in a group of `re.IGNORECASE`.
"""

from __future__ import annotations

_DUTCH = "twee drie vier vijf zes zeven acht negen tien elf twaalf"
_ENGLISH = "two three four five six seven eight nine ten eleven twelve"
_MONTHS_DUTCH = (
    "januari februari maart april mei juni juli augustus september oktober november december"
)
_MONTHS_ENGLISH = (
    "january february march april may june july august september october november december"
)

# "twee" → 2 … "twelve" → 12
SMALL_NUMBERS = {
    word: number
    for words in (_DUTCH, _ENGLISH)
    for number, word in enumerate(words.split(), start=2)
}
# "januari" → 1 … "december" → 12
MONTHS = {
    word: number
    for words in (_MONTHS_DUTCH, _MONTHS_ENGLISH)
    for number, word in enumerate(words.split(), start=1)
}


def longest_first(words: dict[str, int]) -> str:
    """Words as alternatives of a pattern, so that none hides one that begins as it does."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


SMALL_NUMBER = longest_first(SMALL_NUMBERS)
MONTH = longest_first(MONTHS)
