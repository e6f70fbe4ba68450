"""What the pages of a service are made with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ledwerk.api.access import Access
from ledwerk.api.analyst import Analyst
from ledwerk.api.graphql_schema import QuietSchema
from ledwerk.api.settings import Settings
from ledwerk.graph.sqlite_journal import Journal, journal_path
from ledwerk.graph.store import Store


@dataclass(frozen=True)
class Served:
    """The store and its rules, and who reckons. `journal` is opened when it is first asked for."""

    store: Store
    settings: Settings
    access: Access
    analyst: Analyst
    schema: QuietSchema

    @cached_property
    def journal(self) -> Journal:
        """What people do around the graph. Raises StoreError where it cannot be kept."""
        return Journal(journal_path(self.store.address))
