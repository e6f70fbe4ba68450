"""What the pages of a service are made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledwerk.api.access import Access
from ledwerk.api.analyst import Analyst
from ledwerk.api.graphql_schema import QuietSchema
from ledwerk.api.settings import Settings
from ledwerk.graph.sqlite_journal import Journal
from ledwerk.graph.store import Store


@dataclass(frozen=True)
class Served:
    """The store and its rules, who reckons, and what opens the journal (see `journal_beside`)."""

    store: Store
    settings: Settings
    access: Access
    analyst: Analyst
    schema: QuietSchema
    opened: Callable[[], Journal]

    @property
    def journal(self) -> Journal:
        """What people do around the graph. Raises StoreError where it cannot be kept."""
        return self.opened()
