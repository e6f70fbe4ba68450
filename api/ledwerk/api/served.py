"""What the pages of a service are made with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ledwerk.api.access import Access
from ledwerk.api.analyst import Analyst
from ledwerk.api.graphql_schema import QuietSchema
from ledwerk.api.network_views import Views
from ledwerk.api.seen_desks import SeenBy
from ledwerk.api.settings import Settings
from ledwerk.graph.sqlite_journal import Journal
from ledwerk.graph.store import Store


@dataclass(frozen=True)
class Served:
    """The store and its rules, who reckons, what opens the journal (see `journal_beside`), and the
    store as it is seen in other ways.
    """

    store: Store
    settings: Settings
    access: Access
    analyst: Analyst
    schema: QuietSchema
    opened: Callable[[], Journal]
    seen: SeenBy | None = None

    @cached_property
    def views(self) -> Views:
        """Who makes views of the network; one for all pages that show any."""
        return Views(self.store, self.seen.stores if self.seen else None)

    @property
    def journal(self) -> Journal:
        """What people do around the graph. Raises StoreError where it cannot be kept."""
        return self.opened()
