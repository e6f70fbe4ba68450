"""What two names say about whether they are of one body, as a reason with its weight."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ledwerk.graph.identity.evidence import Evidence, observed
from ledwerk.graph.identity.name_comparing import Comparison
from ledwerk.graph.identity.name_parts import OWN, NameParts, Word
from ledwerk.graph.identity.vocabulary import (
    CLASSES,
    CONCEPTS,
    COUNTRIES,
    FILLER,
    PLACE,
    QUALIFIER,
    SUBJECT,
    TYPE,
    plain,
)

# Bodies of which a region has several: only what their names say tells them apart.
_INSTITUTIONS = frozenset({
    "university", "technical_university", "university_of_applied_sciences", "higher_school",
    "university_hospital", "hospital", "medical_centre", "academy", "ministry", "municipality",
    "province", "region", "chamber_of_commerce", "faculty", "department", "institute",
    "observatory", "polytechnic", "research_council", "research_institute",
    "institute_of_technology", "water_authority", "employers",
})  # fmt: skip
# Types that a body of a name of its own is called with or without.
_SELDOM_SAID = frozenset({
    "university", "technical_university", "polytechnic", "university_of_applied_sciences",
    "higher_school", "institute", "research_institute", "research_centre",
})  # fmt: skip
# Of these no two are ever merged unasked because their names are alike but for a word.
UNIVERSITIES = frozenset({
    "university", "technical_university", "university_of_applied_sciences", "higher_school",
    "polytechnic", "institute_of_technology", "academy",
})  # fmt: skip
# Where a university is often called by its place alone, and after a person in full.
_NAMED_AFTER = frozenset({"DE", "NL", "PL", "RO", "BG", "UA", "GR", "SK", "CZ", "RS", "MK"})
# Where each of two languages may have a body of its own by the same name.
_TWO_LANGUAGES = frozenset({"", "BE", "CH", "FI", "LU"})
_ENGLISH = frozenset(concept for concept, kind in CLASSES.items() if kind == QUALIFIER)
_COMPANIES = frozenset({"private", "public"})
_TELLING = 3  # letters of an abbreviation from which on it may be sure
_ENOUGH = 3  # words that a name shares with a longer one, which is all of the shorter
PARTS = frozenset({
    "faculty", "department", "institute", "laboratory", "observatory", "hospital",
    "university_hospital", "museum", "library", "research_institute", "science_park",
    "medical_centre", "research_centre",
})  # fmt: skip
_HARDLY_A_WORD = frozenset({
    "organisation", "society", "higher_education_corporation", "study", "promotion",
})  # fmt: skip


def likeness(left: NameParts, right: NameParts, same: Comparison, country: str = "") -> Evidence:
    """What two names say, as one reason; `country` is where both are, if that is known."""
    if left.run == right.run and left.plain != right.plain:
        return observed(6.5, "dezelfde naam, anders geschreven", "the same name, spelled otherwise")
    if not same.shared:
        return observed(0.0, "geen gemeenschappelijk woord", "no word in common")
    if same.missing:
        return _missing(left, right, same, country)
    return _all_shared(left, right, same, country)


def _all_shared(left: NameParts, right: NameParts, same: Comparison, country: str) -> Evidence:
    """What names say of which neither has a word that the other has not."""
    types = left.types | right.types
    if same.letters:
        return _abbreviated(same)
    if left.plain != right.plain and same.alike < 1:
        return _nearly(same, bool(types & _INSTITUTIONS))
    if _of_two_languages(same, country) and types & UNIVERSITIES:
        nl = "dezelfde naam in twee talen van één land"
        return observed(4.2, nl, "one name in two languages of a country")
    return _equal(left, right, same)


def _of_two_languages(same: Comparison, country: str) -> bool:
    """Whether these may be two bodies: the Vrije Universiteit Brussel and the Université Libre."""
    return country in _TWO_LANGUAGES and any(_of_one_each(one, two) for one, two in same.qualified)


def _of_one_each(one: str, two: str) -> bool:
    """Whether a qualifier in two languages may be of two bodies; KU is Katholieke Universiteit."""
    known = [CONCEPTS[plain(word)] for word in (one, two) if plain(word) in CONCEPTS]
    if len(known) < 2 and one[0] == two[0]:
        return False
    return bool({"catholic", "free"}.intersection(known)) or {one, two}.isdisjoint(_ENGLISH)


def _abbreviated(same: Comparison) -> Evidence:
    """Names of which one has the initials of what the other has in full."""
    sure = same.own and same.letters >= _TELLING and same.alike == 1
    nl, en = "dezelfde naam, deels als beginletters", "the same name, partly as initials"
    return observed(6.2 if sure else 4.2, nl, en)


def _equal(left: NameParts, right: NameParts, same: Comparison) -> Evidence:
    """Names that share all their words."""
    if left.plain == right.plain:
        if same.own:
            return observed(7.0, "dezelfde naam", "the same name")
        # In English others may be called so elsewhere.
        most = 5.9 if all(word.told == word.text for word in same.shared) else 6.2
        weight = min(most, 5.25 + 0.25 * len(same.shared))
        nl, en = (
            "dezelfde naam, van alleen algemene woorden",
            "the same name, of general words only",
        )
        return observed(weight, nl, en)
    if not same.own and not any(word.text in COUNTRIES.values() for word in same.shared):
        each = 0.5 if (left.types | right.types) & UNIVERSITIES else 0.6
        weight = min(6.0, 3.0 + each * len(same.shared))
        return observed(weight, "dezelfde algemene woorden", "the same general words")
    nl = "vertaald" if same.translated else "in een andere volgorde of met kleine woorden"
    en = "translated" if same.translated else "in another order or with small words"
    return observed(6.3, f"dezelfde woorden, {nl}", f"the same words, {en}")


def _nearly(same: Comparison, institution: bool) -> Evidence:
    """Names that differ in letters only: much depends on how much else is the same."""
    weight = 6.0 - 12 * (1 - same.alike) / max(1.0, sum(w.kind != FILLER for w in same.shared) / 2)
    if institution and same.own < 2:
        weight = min(weight, 4.0)  # Pavia is not Padova
    if sum(word.kind in {OWN, PLACE, SUBJECT} for word in same.shared) < 2:
        weight = min(weight, 3.5)
    percent = round(100 * same.alike)
    return observed(
        weight, f"bijna dezelfde spelling ({percent}%)", f"nearly the same spelling ({percent}%)"
    )


def _missing(left: NameParts, right: NameParts, same: Comparison, country: str) -> Evidence:
    """Names of which at least one says more: how much more, and what sort of word."""
    weight = 6.0 if same.own else 3.5
    if same.alike < 1:
        weight -= 1.0
    both = bool(same.first and same.second)
    cost = _costs(left, right, same, country)
    for word in same.missing:
        weight -= cost(word)
    if not both and same.own < 2 and any(word.kind == OWN for word in same.missing):
        weight -= 0.7  # all that both have is one word
    if not both and _is_within(same) and not _parts(same):
        weight = max(weight, 2.5)
    if same.letters:
        weight -= 2.5  # what the initials leave out is another body's
    if (left.types | right.types) & UNIVERSITIES and (left.forms ^ right.forms) & _COMPANIES:
        weight -= 1.5  # a company of a university
    told = ", ".join(f"“{word.told}”" for word in same.missing[:4])
    return observed(weight, f"alleen één van beide zegt {told}", f"only one of them says {told}")


def _parts(same: Comparison) -> bool:
    return any(word.text in PARTS for word in same.missing)


def _is_within(same: Comparison) -> bool:
    """Whether all of a name of several words is in the other, and is most of it."""
    telling = [word for word in same.shared if word.kind != FILLER]
    return len(telling) >= _ENOUGH and same.cover >= 0.45 and same.own > 0


def _costs(
    left: NameParts, right: NameParts, same: Comparison, country: str
) -> Callable[[Word], float]:
    """What a word costs that only one of two names has."""
    types = left.types | right.types
    institution, university = bool(types & _INSTITUTIONS), bool(types & UNIVERSITIES)
    both = bool(same.first and same.second)
    # Paris 13 is one university, whatever else it is called.
    numbered = university and bool(left.numbers) and left.numbers == right.numbers and same.own
    placed = university and not both and same.placed and same.alike == 1
    named = any(word.kind == OWN for word in same.shared)
    # Two words and more are a person's name rather than what else a university is.
    after = 0.9 if sum(word.kind == OWN for word in same.missing) > 1 else 1.7

    def cost(word: Word) -> float:
        if numbered and word.kind in {OWN, QUALIFIER, PLACE}:
            return 0.4
        if word.text == "royal" and not institution and word.told.startswith("konin"):
            return 0.3  # a title, which one of two writes in full
        if placed and word.kind == OWN:
            return after if country in _NAMED_AFTER else 4.0 if country else 2.5
        if word.text in _SELDOM_SAID and not both and not (left.types and right.types) and named:
            return 2.5  # Chalmers, or Chalmers University
        return _cost(word.kind, word.text, institution, university, both)

    return cost


def _cost(kind: str, text: str, institution: bool, university: bool, both: bool) -> float:
    """What a word costs that only one name has; more where each has a word of its own."""
    if text in PARTS:
        return 4.0
    if text == "national":  # Seoul University is not Seoul National University
        return 2.0 if institution else 1.0
    if kind == FILLER:  # "Philips International" may be another company than "Philips"
        return 0.5 if text in _HARDLY_A_WORD else 1.5
    if kind in {TYPE, QUALIFIER}:
        return 4.5 if university else 4.0 if institution else 1.5
    if kind == SUBJECT and university and text not in COUNTRIES.values():
        return 3.0
    costs = (1.5, 2.0) if kind == SUBJECT else (2.5, 3.0)
    return costs[both or (kind == SUBJECT and institution)]


def forms(left: NameParts, right: NameParts) -> Iterator[Evidence]:
    """What two legal forms say: a company of one class is not one of another."""
    if left.forms and right.forms and not left.forms & right.forms:
        told = " / ".join(", ".join(sorted(some)) for some in (left.forms, right.forms))
        yield observed(-2.5, f"een andere rechtsvorm ({told})", f"another legal form ({told})")
    elif left.named != right.named and left.forms != right.forms:
        yield observed(-2.5, "een stichting of fonds, naar de naam", "a foundation, by its name")
