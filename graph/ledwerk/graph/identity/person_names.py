"""A person's name taken apart: titles away, given names or initials, the family name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ledwerk.graph.identity.legal_forms import rows
from ledwerk.graph.identity.vocabulary import plain
from ledwerk.schema.names import fold

_LISTS = tuple(
    (kind, plain(first), frozenset(map(plain, words.split())))
    for kind, first, words in rows("people.txt")
)
_TITLES = frozenset(word for kind, _, words in _LISTS if kind == "title" for word in words)
_SMALL = frozenset(word for kind, _, words in _LISTS if kind == "small" for word in words)
FREQUENT = frozenset(word for kind, _, words in _LISTS if kind == "frequent" for word in words)
_CALLED = tuple((first, words) for kind, first, words in _LISTS if kind in {"called", "short"})
_SHORT = frozenset(first for kind, first, _ in _LISTS if kind == "short")
_WORD = re.compile(r"[^\W_]+")
# What is written out before the words are taken apart, as a single letter is an initial.
_WRITTEN_OUT = (
    (re.compile(r"(?<!\w)v[./]? ?d[./]? ?(?=[a-z]{2})"), "van der "),
    (re.compile(r"['’`]t (?=\w)"), "het "),
    (re.compile(r"(?<=[a-z]{2} )y (?=\w{2})"), ""),
    (re.compile(r"(?<!\w)h\. ?c\.(?=\s|$)"), ""),
)
_ABBREVIATED = re.compile(r"(?<!\w)([a-z]{2,4})\.(?=[ \w-])")
_SOUNDS = (("ij", "y"), ("ph", "f"), ("ck", "k"), ("c", "k"), ("th", "t"), ("sz", "s"))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name of a person: given names or their initials, and the family name's words.

    `run` is the family name with its small words, as one: Vandenbroucke is Van den Broucke.
    `short` are given names that stand abbreviated, like Th. and Chr.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    run: str = ""
    short: frozenset[str] = frozenset()


@lru_cache(100_000)
def person_name(text: str) -> PersonName:
    """Take a name apart: "dr. J.A. van den Berg", "Berg, Jan van den"."""
    folded = fold(_in_order(text))
    for found, put in _WRITTEN_OUT:
        folded = found.sub(put, folded)
    short = frozenset(plain(found) for found in _ABBREVIATED.findall(folded)) - _TITLES
    joined = re.sub(r" - ", "-", folded)
    words = [plain(word) for word in _WORD.findall(joined)]
    kept = [word for word in words if word not in _TITLES] or words
    # Anita Do has a name that is a small word elsewhere.
    names = [word for word in kept[:-1] if word not in _SMALL] + kept[-1:]
    at = _first_small(kept)
    if at:
        family = tuple(w for w in kept[at:] if w not in _SMALL)
        given = tuple(w for w in kept[:at] if w not in _SMALL)
        return PersonName(given, family, "".join(kept[at:]), short)
    size = 2 if "-" in joined.rpartition(" ")[2] and len(names) > 1 else 1
    return PersonName(tuple(names[:-size]), tuple(names[-size:]), "".join(names[-size:]), short)


def _in_order(text: str) -> str:
    """A name with what stands behind a comma in its place, if it is of the name."""
    family, comma, given = text.partition(",")
    if not comma or not given.strip():
        return text
    words = _WORD.findall(fold(given))
    if all(word in _TITLES for word in words):
        return family
    if all(word in _SMALL for word in words):
        before, _, last = family.strip().rpartition(" ")
        return f"{before} {given} {last}"
    return f"{given} {family}"


def _first_small(kept: list[str]) -> int:
    """Where the small words of a family name begin; 0 where there are none."""
    at = next((n for n, word in enumerate(kept) if n and word in _SMALL), 0)
    behind = any(len(word) > 1 for word in kept[at:] if word not in _SMALL)
    return at if at and behind else 0


def sounds(name: str) -> str:
    """A name as it sounds, roughly: Stephan is Stefan, and Bruijn Bruyn."""
    for letters, one in _SOUNDS:
        name = name.replace(letters, one)
    return name.replace("y", "i")


def called(one: str, two: str) -> str:
    """How two given names are called alike: "so" where one is what the other is called by, "like"
    where both are called by a third; "" where they are not.

    A name may stand for several: Bert is Albert or Lambert, who are not each other.
    """
    pair = {one, two}
    heads = [first for first, words in _CALLED if pair <= words]
    if pair.intersection(heads):
        return "so"
    return "like" if set(heads) - _SHORT else ""
