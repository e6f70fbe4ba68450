"""How likely two people are one: their names as people write them, and whom both work for.

A name alone never makes it sure: namesakes are frequent, and a wrong merge says things of somebody
that are not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from ledwerk.graph.identity.evidence import Evidence, Verdict, observed
from ledwerk.graph.identity.legal_forms import rows
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.vocabulary import plain
from ledwerk.schema.names import fold

_LISTS = tuple(rows("people.txt"))
_TITLES = frozenset(w for kind, _, words in _LISTS if kind == "title" for w in words.split())
_SMALL = frozenset(w for kind, _, words in _LISTS if kind == "small" for w in words.split())
# A name may be called like several others: Bert is Albert or Hubert, who are not each other.
_CALLED = tuple(frozenset(words.split()) for kind, _, words in _LISTS if kind == "called")
_WORD = re.compile(r"[^\W_]+")
_NEARLY = 0.8  # of the letters of two given names
_SHORTEST = 3  # letters of a given name that may be mistyped


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person: given names or their initials, and the family name's words."""

    given: tuple[str, ...]
    family: tuple[str, ...]


def verdict(one: Record, two: Record) -> Verdict:
    """What two people's descriptions say about whether they are one."""
    found: list[Evidence] = []
    for first in one.names:
        for second in two.names:
            here = _named(person_name(first), person_name(second))
            if not found or here.weight > found[0].weight:
                found = [here]
    return Verdict((*found, *_related(one, two)))


@lru_cache(100_000)
def person_name(text: str) -> PersonName:
    """Take a name apart: "dr. J.A. van den Berg", "Berg, Jan van den"."""
    family, comma, given = text.partition(",")
    if comma and given.strip() and not _is_titles(given):
        text = f"{given} {family}"
    words = [plain(word) for word in _WORD.findall(fold(text))]
    kept = [word for word in words if word not in _TITLES] or words
    names = [word for word in kept if word not in _SMALL]
    if not names:
        return PersonName((), tuple(kept))
    at = next((n for n, word in enumerate(kept) if n and word in _SMALL), None)
    if at is not None and any(len(word) > 1 for word in kept[at:] if word not in _SMALL):
        given_words = [w for w in kept[:at] if w not in _SMALL]
        return PersonName(tuple(given_words), tuple(w for w in kept[at:] if w not in _SMALL))
    size = 2 if "-" in text.rpartition(" ")[2] else 1
    return PersonName(tuple(names[:-size]), tuple(names[-size:]))


def _is_titles(text: str) -> bool:
    words = _WORD.findall(fold(text))
    return all(word in _TITLES for word in words)


def _named(one: PersonName, two: PersonName) -> Evidence:
    """What two names say, as one reason."""
    alike = _families(one.family, two.family)
    if alike < 0.85:
        return observed(0.0, "een andere achternaam", "another family name")
    less = (1 - alike) * 8
    if not one.given or not two.given:
        return observed(2.0 - less, "dezelfde achternaam", "the same family name")
    weight, nl, en = _given(one.given, two.given)
    return observed(weight - less, nl, en) if weight else observed(weight, nl, en)


def _given(one: tuple[str, ...], two: tuple[str, ...]) -> tuple[float, str, str]:
    """What the given names of two people of one family name say."""
    first, second = one[0], two[0]
    if len(one) > 1 and len(two) > 1 and one[1][0] != two[1][0]:
        return 0.0, "andere voorletters", "other initials"
    if first == second and len(first) > 1:
        return 5.0, "dezelfde naam", "the same name"
    if first[0] == second[0] and 1 in {len(first), len(second)}:
        return 3.6, "dezelfde voorletter en achternaam", "the same initial and family name"
    if any({first, second} <= names for names in _CALLED):
        return 3.8, f"{first} en {second} zijn één voornaam", f"{first} and {second} are one name"
    alike = Levenshtein.normalized_similarity(first, second)
    if alike >= _NEARLY and min(len(first), len(second)) > _SHORTEST:
        return 3.6, "bijna dezelfde voornaam", "nearly the same given name"
    return 0.0, "een andere voornaam", "another given name"


def _families(one: tuple[str, ...], two: tuple[str, ...]) -> float:
    """How alike two family names are; one of two joined by a hyphen is enough, not quite."""
    if one == two:
        return 1.0
    if set(one) & set(two) and 1 in {len(one), len(two)}:
        return 0.9
    left, right = "".join(one), "".join(two)
    if len(left) < 5 or left[:1] != right[:1]:
        return 0.0
    return float(Levenshtein.normalized_similarity(left, right))


def _related(one: Record, two: Record) -> Iterator[Evidence]:
    shared = sorted(one.related & two.related)
    if shared:
        told = ", ".join(shared[:2])
        yield observed(2.5, f"beiden bij {told}", f"both at {told}")
    elif one.related and two.related:
        yield observed(-0.5, "bij verschillende partijen", "at different parties")
