"""How likely two people are one: their names as people write them, and whom both work for.

A name alone never makes it sure: namesakes are frequent, and a wrong merge says things of somebody
that are not so.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from ledwerk.graph.identity.evidence import Evidence, Verdict, observed
from ledwerk.graph.identity.person_names import FREQUENT, PersonName, called, person_name, sounds
from ledwerk.graph.identity.record import Record

_NEARLY = 0.85  # of the letters of two given names
_SHORTEST = 3  # letters of a given name that may be mistyped
_PART, _LEAST = 0.9, 0.85  # how alike a part of a family name is to all of it; the least
_MOST_NEARLY = 3.4  # what names say at most of which the family names are nearly the same


def verdict(one: Record, two: Record) -> Verdict:
    """What two people's descriptions say about whether they are one."""
    found: list[Evidence] = []
    for first in one.names:
        for second in two.names:
            here = _named(person_name(first), person_name(second))
            if not found or here.weight > found[0].weight:
                found = [here]
    return Verdict((*found, *_related(one, two)))


def _named(one: PersonName, two: PersonName) -> Evidence:
    """What two names say, as one reason."""
    alike = _families(one, two)
    if alike < _LEAST:
        return observed(0.0, "een andere achternaam", "another family name")
    less = (1 - alike) * 8
    if not one.given or not two.given:
        return observed(2.0 - less, "dezelfde achternaam", "the same family name")
    if len(one.given) > 1 and len(two.given) > 1 and one.given[1][0] != two.given[1][0]:
        return observed(0.0, "andere voorletters", "other initials")
    weight, nl, en = _given(one, two)
    if not weight:
        return observed(weight, nl, en)
    if alike not in {1.0, _PART}:
        return observed(
            min(weight - less, _MOST_NEARLY),
            f"{nl}, de achternaam bijna",
            f"{en}, the family name nearly",
        )
    return observed(weight - less, nl, en)


def _given(one: PersonName, two: PersonName) -> tuple[float, str, str]:
    """What the given names of two people of one family name say."""
    first, second = one.given[0], two.given[0]
    if first == second and len(first) > 1 and first not in one.short | two.short:
        return 5.0, "dezelfde naam", "the same name"
    if _is_initial(first, second, one.short | two.short):
        return 3.6, "dezelfde voorletter en achternaam", "the same initial and family name"
    if sounds(first) == sounds(second) and len(first) > 1:
        return 4.4, "dezelfde naam, anders geschreven", "the same name, spelled otherwise"
    if how := called(first, second):
        # Anneke and Anja may be two sisters.
        weight = 3.8 if how == "so" else 3.3
        return (
            weight,
            f"{first} en {second} zijn één voornaam",
            f"{first} and {second} are one name",
        )
    if _is_mistyped(first, second):
        return 3.6, "bijna dezelfde voornaam", "nearly the same given name"
    return 0.0, "een andere voornaam", "another given name"


def _is_mistyped(one: str, two: str) -> bool:
    alike = Levenshtein.normalized_similarity(one, two)
    return alike >= _NEARLY and min(len(one), len(two)) > _SHORTEST


def _is_initial(one: str, two: str, short: frozenset[str]) -> bool:
    """Whether one of two given names is an abbreviation of the other: J., Th., Chr."""
    less, more = sorted((one, two), key=len)
    return (len(less) == 1 or less in short) and more.startswith(less)


def _families(one: PersonName, two: PersonName) -> float:
    """How alike two family names are; one of two joined by a hyphen is enough, not quite."""
    first, second = (tuple(map(sounds, name.family)) for name in (one, two))
    if first == second or sounds(one.run) == sounds(two.run):
        return 1.0
    for name, family, other in ((one, first, two), (two, second, one)):
        # In Spanish two family names stand beside each other, and are said as one or both.
        before = tuple(map(sounds, name.given[1:]))
        both = (*before[-1:], *family)
        theirs = tuple(map(sounds, other.family))
        if before and len(both) == 2 and theirs in {both, both[:1]}:
            return 1.0 if theirs == both else _PART
    if set(first) & set(second) and 1 in {len(first), len(second)}:
        return _PART
    left, right = "".join(first), "".join(second)
    if len(left) < 5 or left[:1] != right[:1]:
        return 0.0
    return min(0.99, float(Levenshtein.normalized_similarity(left, right)))


def _related(one: Record, two: Record) -> Iterator[Evidence]:
    shared = sorted(one.related & two.related)
    if shared:
        told = ", ".join(shared[:2])
        yield observed(2.5, f"beiden bij {told}", f"both at {told}")
    elif one.related and two.related:
        yield observed(-0.5, "bij verschillende partijen", "at different parties")
        families = {sounds(w) for r in (one, two) for w in person_name(r.names[0]).family}
        if families & {sounds(name) for name in FREQUENT}:
            yield observed(-0.7, "een achternaam die velen hebben", "a family name that many have")
