"""Reading a document: every reader in its order, each knowing what those before it found."""

from __future__ import annotations

from collections.abc import Iterator

from ledwerk.loaders.publication.activities import activities_of
from ledwerk.loaders.publication.document import Document
from ledwerk.loaders.publication.findings import Finding, FoundNode, tie
from ledwerk.loaders.publication.partners import findings_of, partners_of


def read_document(document: Document) -> tuple[Finding, ...]:
    """Everything that is found in a document, in the order in which it was looked for."""
    return tuple(_projects(document))


def _projects(document: Document) -> Iterator[Finding]:
    activities = activities_of(document)
    for one in activities.found:
        yield FoundNode(one.ref, one.locator, one.confidence, one.properties, one.aliases)
    for part, whole, place in activities.parts:
        yield tie("PART_OF", part, whole, place, 0.9)
    yield from findings_of(partners_of(document, activities))
