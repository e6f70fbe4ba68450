"""Members of whom only a place is told: of provinces, or of municipalities, as the others are.

"mevrouw Bos (Utrecht), de heer Smit (Gelderland)" are from two provinces: no town is called
Gelderland. "Delft: J. Smit" and "Rijswijk: A. Bos" are from municipalities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ledwerk.loaders.publication.parties.town_names import PROVINCES, town_called
from ledwerk.loaders.publication.people.entry_tails import Entry
from ledwerk.loaders.publication.people.functions import Post
from ledwerk.schema.names import fold

_SURE = frozenset(fold(name) for name in PROVINCES)
# Provinces that are called as a town, or as a region, is.
_ALSO = frozenset({"utrecht", "groningen", "limburg", "antwerpen", "luik", "namen"})
_FEWEST = 2


def of_places(entries: Sequence[Entry]) -> list[Entry]:
    """The members with the word for the sort of party before each bare place."""
    sort = sort_of_places(entries)
    return [of_a_place(entry, sort) for entry in entries]


def sort_of_places(entries: Sequence[Entry]) -> str:
    """What the places of members are: "provincie", "gemeente", or empty where nothing tells."""
    places = [fold(place) for entry in entries if (place := _place(entry))]
    if len(places) < _FEWEST:
        return ""
    if all(name in _SURE | _ALSO for name in places):
        return "provincie" if any(name in _SURE for name in places) else ""
    return "gemeente" if all(map(town_called, places)) else ""


def of_a_place(entry: Entry, sort: str) -> Entry:
    """A member with what his place is, where that alone is told of him."""
    if not sort or not _place(entry):
        return entry
    return replace(entry, posts=(Post("", f"{sort} {entry.posts[0].party}"),))


def _place(entry: Entry) -> str:
    """The place that is all that is told of where somebody is from; else empty."""
    if len(entry.posts) != 1 or entry.posts[0].function:
        return ""
    name = entry.posts[0].party
    return name if fold(name) in _SURE | _ALSO or town_called(name) else ""
