"""Reading a document: every reader in its order, each knowing what those before it found."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.loaders.publication.activities import activities_of
from ledwerk.loaders.publication.activity_periods import read_periods
from ledwerk.loaders.publication.document import Document
from ledwerk.loaders.publication.figures import read_figures
from ledwerk.loaders.publication.findings import IN_A_LIST, Finding, FoundNode, tie
from ledwerk.loaders.publication.memberships import read_memberships
from ledwerk.loaders.publication.money import read_money
from ledwerk.loaders.publication.partners import findings_of, partners_of
from ledwerk.loaders.publication.people import read_people
from ledwerk.loaders.publication.project_tables import read_tables
from ledwerk.loaders.publication.places import read_places


def read_document(document: Document) -> tuple[Finding, ...]:
    """Everything that is found in a document, in the order in which it was looked for."""
    found = list(read_projects(document))
    found += read_people(document, found)
    found += read_figures(document)
    found += read_money(document, found)
    found += read_places(document, found)
    return tuple(found)


def read_projects(document: Document) -> Iterator[Finding]:
    """Projects and programmes, what is part of what, and who takes part in them."""
    activities = activities_of(document)
    partners = partners_of(document, activities)
    read_tables(document, activities, partners)
    for one in activities.found:
        yield FoundNode(one.ref, one.locator, one.confidence, one.properties, one.aliases)
    for part, whole, place in activities.parts:
        yield tie("PART_OF", part, whole, place, IN_A_LIST)
    yield from findings_of(partners)
    yield from read_memberships(document, activities)
    yield from read_periods(document, activities)
