"""What two descriptions are compared by: names, numbers in registers, place, kind, website."""

from __future__ import annotations

from dataclasses import dataclass

PERSON = "Person"
IDENTIFIERS = ("kvk", "ror", "pic", "vat")


@dataclass(frozen=True, slots=True)
class Record:
    """A party or person as it stands in a store. The first name is the one it is shown by.

    `datasets` are those that describe it; `functions` what a person does, and for whom.
    """

    id: str
    node_kind: str
    names: tuple[str, ...]
    country: str = ""
    places: tuple[str, ...] = ()
    kind: str = ""
    helix: str = ""
    website: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    datasets: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
