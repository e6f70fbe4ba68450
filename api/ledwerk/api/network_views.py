"""Views of the network for whoever serves one: made for a state and a language, of the newest
revision.
"""

from __future__ import annotations

from typing import Any

from ledwerk.api.analyst import Analyst
from ledwerk.api.served import Served
from ledwerk.viz.facets import facets
from ledwerk.viz.state import ViewState
from ledwerk.viz.view import View, network_view

LANGUAGES = ("nl", "en")


class Views:
    """Makes views of one store."""

    edition = ""

    def __init__(self, served: Served) -> None:
        self._store = served.store
        self._analyst: Analyst = served.analyst

    async def view(self, state: ViewState, lang: str) -> View:
        """The view of a state. Raises InvalidQuestion for what is not there."""
        return await network_view(self._store, state=state, lang=lang, facts=False)

    async def facets(self, lang: str) -> dict[str, Any]:
        """What its filters offer."""
        found = await self._analyst.ask(facets, lang=lang)
        told: dict[str, Any] = found.value
        return told
