"""What two descriptions say about where a party is and what sort of body it is."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.graph.identity.evidence import Evidence, observed
from ledwerk.graph.identity.name_parts import name_parts
from ledwerk.graph.identity.record import Record
from ledwerk.graph.identity.vocabulary import CONCEPTS

_SAME_CODE = {"UK": "GB", "EL": "GR"}
_GENERAL_KINDS = frozenset({"", "unknown", "other"})


def country_of(record: Record) -> str:
    """Its country by ISO 3166; the Union writes two in another way."""
    return _SAME_CODE.get(record.country, record.country)


def places(one: Record, two: Record) -> Iterator[Evidence]:
    """What countries, places and websites say."""
    first, second = country_of(one), country_of(two)
    if first and second and first != second:
        yield observed(-4.5, f"andere landen ({first}, {second})",
                      f"different countries ({first}, {second})")  # fmt: skip
        return
    if first and second:
        yield observed(0.7, f"hetzelfde land ({first})", f"the same country ({first})")
    near, far = (place_words(record) for record in (one, two))
    if near and far:
        if near & far:
            yield observed(0.7, "dezelfde plaats", "the same place")
        else:
            told = f"{one.places[0]}, {two.places[0]}"
            yield observed(-1.0, f"andere plaatsen ({told})", f"different places ({told})")
    if one.website and two.website:
        if _host(one.website) == _host(two.website):
            yield observed(3.0, "dezelfde website", "the same website")
        else:
            yield observed(-0.5, "een andere website", "another website")


def place_words(record: Record) -> set[str]:
    """The names of its places, in one language."""
    found = {word.text for place in record.places for word in name_parts(place).words}
    return {CONCEPTS.get(text, text) for text in found if len(text) > 3}


def _host(address: str) -> str:
    host = address.lower().partition("//")[2] or address.lower()
    return host.split("/")[0].removeprefix("www.")


def kinds(one: Record, two: Record) -> Iterator[Evidence]:
    """What the sort of body and its helix say."""
    said = {one.kind, two.kind} - _GENERAL_KINDS
    if len(said) == 2 and not _may_be(*sorted(said)):
        yield observed(-3.0, "een andere soort", "another sort of body")
    helices = {one.helix, two.helix} - {"", "unknown", "hybrid"}
    if len(helices) == 2:
        yield observed(-1.0, "een andere helix", "another sphere of the helix")


# Kinds that registers and people give to one and the same body.
_NEAR_KINDS = (
    {"company", "bank"}, {"research_institute", "hospital"}, {"research_institute", "university"},
    {"public_body", "ministry"}, {"public_body", "municipality"}, {"public_body", "province"},
    {"public_body", "national_government"}, {"public_body", "research_institute"},
    {"public_body", "chamber_of_commerce"}, {"public_body", "development_agency"},
    {"association", "network"}, {"association", "business_association"},
    {"company", "development_agency"}, {"research_institute", "association"},
    {"company", "research_institute"}, {"network", "business_association"},
)  # fmt: skip


def _may_be(one: str, two: str) -> bool:
    return {one, two} in _NEAR_KINDS
