"""What words in names of organisations mean, and how much they tell.

A *concept* is a word under which others are the same: "universiteit", "université" and "university"
are one. Its class says what it does in a name: a type says what sort of body it is ("hospital"), a
qualifier which of several bodies in one place ("technical"), a subject what it is about
("energy"), and filler hardly anything ("group"). Every other word is a name of its own. The lists
are `words.txt`, `subjects.txt` and `places.txt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ledwerk.graph.identity.legal_forms import rows

TYPE, QUALIFIER, SUBJECT, FILLER, PLACE = "type", "qualifier", "subject", "filler", "place"

_UMLAUT = re.compile(r"([aou])e(?=[^aeiou]|$)")


def plain(text: str) -> str:
    """A folded word with umlauts as one letter, however they were written; Dutch "oe" too."""
    if "ae" in text or "oe" in text or "ue" in text:
        return _UMLAUT.sub(r"\1", text)
    return text


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The list: concepts by word, classes by concept, compounds, phrases, and words that only hold
    others together.
    """

    concepts: dict[str, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    joined: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], str] = field(default_factory=dict)
    stop: set[str] = field(default_factory=set)


# A place that is called like something else goes on meaning that, so that places come last.
_FILES = ("subjects.txt", "words.txt", "places.txt")


def _read() -> Vocabulary:
    found = Vocabulary()
    for kind, concept, words in (row for file in _FILES for row in rows(file)):
        forms = [plain(word) for word in words.split()]
        if kind == "stop":
            found.stop.update(forms)
        elif kind == "joined":
            found.joined[forms[0]] = tuple(concept.split())
        elif kind == "phrase":
            found.phrases[tuple(words.split())] = concept
            found.classes[concept] = TYPE
        else:
            _add(found, kind, plain(concept) if kind == PLACE else concept, forms)
    return found


def _add(found: Vocabulary, kind: str, concept: str, forms: list[str]) -> None:
    """Words of one concept; a place's name that means something else already goes on meaning it."""
    for form in forms:
        name = form if concept == "*" else concept
        if kind != PLACE or form not in found.concepts:
            found.concepts[form] = name
            found.classes[name] = kind


_ALL = _read()
CONCEPTS, CLASSES, JOINED = _ALL.concepts, _ALL.classes, _ALL.joined
PHRASES, STOP = _ALL.phrases, frozenset(_ALL.stop)
# Countries by ISO 3166, as the list has what names of bodies say of them.
COUNTRIES = {
    "NL": "netherlands", "DE": "germany", "FR": "france", "IT": "italy", "ES": "spain",
    "AT": "austria", "CH": "switzerland", "BE": "belgium", "SE": "sweden", "GB": "uk",
    "PL": "poland", "NO": "norway", "DK": "denmark", "FI": "finland", "GR": "greece",
    "HU": "hungary", "CZ": "czechia", "SK": "slovakia", "SI": "slovenia", "HR": "croatia",
    "RO": "romania", "BG": "bulgaria", "PT": "portugal", "IE": "ireland", "LV": "latvia",
    "LT": "lithuania", "EE": "estonia", "IS": "iceland", "TR": "turkey", "RS": "serbia",
    "IL": "israel",
}  # fmt: skip
