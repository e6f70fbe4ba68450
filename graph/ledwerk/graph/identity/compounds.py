"""Compounds taken apart: what German, Dutch and Nordic write as one word others write as two.

Only where both parts are known words: "energieonderzoek" is energy and research, and
"landbouwuniversiteit" an agricultural university; "Eindhoven" is no end and no court.
"""

from __future__ import annotations

from functools import lru_cache

from ledwerk.graph.identity.vocabulary import CLASSES, CONCEPTS, PLACE

_SHORTEST, _LONGEST = 9, 60  # letters of a word that may be two
_LEAST_HEAD, _LEAST_TAIL = 4, 5
_LINKS = ("", "s", "es", "en", "n", "e", "nings")  # what may stand between the parts


@lru_cache(50_000)
def apart(word: str) -> tuple[str, ...]:
    """The two known words that a word is made of, the longest second part first; else nothing."""
    if not _SHORTEST <= len(word) <= _LONGEST or word in CONCEPTS:
        return ()
    for at in range(_LEAST_HEAD, len(word) - _LEAST_TAIL + 1):
        tail = word[at:]
        if not _known(tail):
            continue
        for link in _LINKS:
            head = word[:at].removesuffix(link)
            if len(head) >= _LEAST_HEAD and head + link == word[:at] and _known(head):
                return head, tail
    return ()


def _known(word: str) -> bool:
    concept = CONCEPTS.get(word, "")
    return bool(concept) and CLASSES[concept] != PLACE
