"""Reading a document: every reader in its order, each knowing what those before it found."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.loaders.publication.activities.activities import activities_of
from ledwerk.loaders.publication.activities.activity_periods import read_periods
from ledwerk.loaders.publication.activities.campuses import read_campuses
from ledwerk.loaders.publication.activities.programme_holdings import read_holdings
from ledwerk.loaders.publication.activities.programme_parts import read_parts
from ledwerk.loaders.publication.activities.project_tables import read_tables
from ledwerk.loaders.publication.document import Document
from ledwerk.loaders.publication.figures.figures import read_figures
from ledwerk.loaders.publication.figures.money import read_money
from ledwerk.loaders.publication.findings import IN_A_LIST, IN_A_SENTENCE, Finding, FoundNode, tie
from ledwerk.loaders.publication.parties.bodies_named import read_bodies
from ledwerk.loaders.publication.parties.founders import read_founders
from ledwerk.loaders.publication.parties.groups_told import read_groups
from ledwerk.loaders.publication.parties.members_joined import read_joined
from ledwerk.loaders.publication.parties.members_told import read_members
from ledwerk.loaders.publication.parties.memberships import members_by_name, read_memberships
from ledwerk.loaders.publication.parties.names_by_context import read_by_context
from ledwerk.loaders.publication.parties.names_found import party
from ledwerk.loaders.publication.parties.own_members import read_own_members
from ledwerk.loaders.publication.parties.parties_meant import as_meant
from ledwerk.loaders.publication.parties.places import read_places
from ledwerk.loaders.publication.parties.sectors import read_sectors
from ledwerk.loaders.publication.parties.towns_told import read_towns
from ledwerk.loaders.publication.partners.partners import partners_of
from ledwerk.loaders.publication.partners.partners_found import Partners, findings_of
from ledwerk.loaders.publication.people.officials import read_officials
from ledwerk.loaders.publication.people.people import read_people
from ledwerk.loaders.publication.told_apart import told_apart


def read_document(document: Document) -> tuple[Finding, ...]:
    """Everything that is found in a document, in the order in which it was looked for."""
    found = [*_publisher(document), *read_projects(document)]
    found += members_by_name(found)
    found += read_campuses(document, found)
    found += read_own_members(document, found)
    found += read_founders(document, found)
    found += read_bodies(document, found)
    found += read_towns(document, found)
    found += read_members(document, found)
    found += read_joined(document, found)
    found += read_people(document, found)
    found += read_groups(document, found)
    found += read_officials(document, found)
    found += read_figures(document)
    found += read_money(document, found)
    found += read_by_context(document, found)
    found += read_places(document, found)
    found += read_sectors(document, found)
    return tuple(as_meant(told_apart(found)))


def _publisher(document: Document) -> Iterator[Finding]:
    """Who published it, where the text itself speaks of them as well."""
    ref = party(document.publisher) if document.publisher else None
    named = [block for block in document.blocks if ref and ref.name in block.text]
    if ref is not None and len(named) > 1:
        start = named[0].text.index(ref.name)
        place = document.locator(named[0], start, start + len(ref.name))
        yield FoundNode(ref, place, IN_A_SENTENCE)


def read_projects(document: Document) -> Iterator[Finding]:
    """Projects and programmes, what is part of what, and who takes part in them."""
    activities = activities_of(document)
    partners = Partners()
    read_tables(document, activities, partners)
    read_parts(document, activities)
    read_holdings(document, activities)
    partners_of(document, activities, partners)
    for one in activities.found:
        yield FoundNode(one.ref, one.locator, one.confidence, one.properties, one.aliases)
    for part, whole, place in activities.parts:
        yield tie("PART_OF", part, whole, place, IN_A_LIST)
    yield from findings_of(partners)
    yield from read_memberships(document, activities)
    yield from read_periods(document, activities)
