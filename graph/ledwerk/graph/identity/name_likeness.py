"""What two names say about whether they are of one body, as a reason with its weight."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.graph.identity.evidence import Evidence, observed
from ledwerk.graph.identity.name_comparing import Comparison
from ledwerk.graph.identity.name_parts import OWN, NameParts
from ledwerk.graph.identity.vocabulary import FILLER, PLACE, QUALIFIER, SUBJECT, TYPE

# Bodies of which a region has several: only what their names say tells them apart.
_INSTITUTIONS = frozenset({
    "university", "technical_university", "university_of_applied_sciences", "higher_school",
    "university_hospital", "hospital", "medical_centre", "academy", "ministry", "municipality",
    "province", "region", "chamber_of_commerce", "faculty", "department", "institute",
    "observatory", "polytechnic", "research_council", "research_institute",
})  # fmt: skip
PARTS = frozenset({
    "faculty", "department", "institute", "laboratory", "observatory", "hospital",
    "university_hospital", "museum", "library", "research_institute", "science_park",
    "medical_centre", "research_centre",
})  # fmt: skip
_HARDLY_A_WORD = frozenset({
    "organisation", "society", "higher_education_corporation", "study", "promotion",
})  # fmt: skip


def likeness(left: NameParts, right: NameParts, same: Comparison) -> Evidence:
    """What two names say, as one reason."""
    institution = bool((left.types | right.types) & _INSTITUTIONS)
    if left.run == right.run and left.plain != right.plain:
        return observed(6.5, "dezelfde naam, anders geschreven", "the same name, spelled otherwise")
    if not same.shared:
        return observed(0.0, "geen gemeenschappelijk woord", "no word in common")
    if same.missing:
        return _missing(same, institution)
    if left.plain != right.plain and same.alike < 1:
        return _nearly(same, institution)
    return _equal(left, right, same)


def _equal(left: NameParts, right: NameParts, same: Comparison) -> Evidence:
    """Names that share all their words."""
    if left.plain == right.plain:
        if same.own:
            return observed(7.0, "dezelfde naam", "the same name")
        weight = min(6.5, 5.0 + 0.25 * len(same.shared))
        nl, en = (
            "dezelfde naam, van alleen algemene woorden",
            "the same name, of general words only",
        )
        return observed(weight, nl, en)
    if not same.own:
        weight = min(6.0, 3.0 + 0.5 * len(same.shared))
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


def _missing(same: Comparison, institution: bool) -> Evidence:
    """Names of which at least one says more: how much more, and what sort of word."""
    weight = 6.0 if same.own else 3.5
    if same.alike < 1:
        weight -= 1.0
    both = bool(same.first and same.second)
    for word in same.missing:
        weight -= _cost(word.kind, word.text, institution, both)
    if not both and same.own < 2 and any(word.kind == OWN for word in same.missing):
        weight -= 0.7  # all that both have is one word
    told = ", ".join(f"“{word.told}”" for word in same.missing[:4])
    return observed(weight, f"alleen één van beide zegt {told}", f"only one of them says {told}")


def _cost(kind: str, text: str, institution: bool, both: bool) -> float:
    """What a word costs that only one name has; more where each has a word of its own."""
    if text in PARTS:
        return 4.0
    if text == "national":
        return 1.0
    if kind == FILLER:  # "Philips International" may be another company than "Philips"
        return 0.5 if text in _HARDLY_A_WORD else 1.5
    if kind in {TYPE, QUALIFIER}:
        return 4.0 if institution else 1.5
    costs = (1.5, 2.0) if kind == SUBJECT else (2.5, 3.0)
    return costs[both or (kind == SUBJECT and institution)]


def forms(left: NameParts, right: NameParts) -> Iterator[Evidence]:
    """What two legal forms say: a company of one class is not one of another."""
    if left.forms and right.forms and not left.forms & right.forms:
        told = " / ".join(", ".join(sorted(some)) for some in (left.forms, right.forms))
        yield observed(-2.5, f"een andere rechtsvorm ({told})", f"another legal form ({told})")
