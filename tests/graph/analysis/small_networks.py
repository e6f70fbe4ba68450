"""Small networks as columns, written down in a few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ledwerk.graph.network import Network, network_of
from ledwerk.graph.store import NetworkRows
from ledwerk.schema.names import sort_key

KINDS = {
    "o": "Organisation", "c": "Campus", "g": "Group", "m": "Municipality", "p": "Project",
    "r": "Programme", "b": "Board", "s": "Seat", "x": "Sector", "l": "Place",
}  # fmt: skip


def network(nodes: Mapping[str, Mapping[str, Any]], links: Iterable[tuple[Any, ...]]) -> Network:
    """Nodes by id, whose first letter tells the kind; links are (kind, source, target, fields)."""
    rows = tuple(
        (ident, KINDS[ident[0]], say.get("name", ident), sort_key(say.get("name", ident)),
         say.get("helix"), say.get("type"), say.get("sme"), say.get("start"), say.get("end"), say.get("budget"), None)
        for ident, say in nodes.items()
    )  # fmt: skip
    relations = tuple(
        (kind, source, target, say.get("start"), say.get("end"), say.get("amount"),
         say.get("word"), say.get("year"), say.get("currency"), say.get("per"))
        for kind, source, target, say in (link if len(link) > 3 else (*link, {}) for link in links)
    )  # fmt: skip
    return network_of(NetworkRows(7, rows, relations))


def joined(activities: Mapping[str, str], *others: str) -> Network:
    """A network of who takes part in what: {"p1": "oA oB"}, and parties of nothing."""
    pairs = [(p, a) for a, parties in activities.items() for p in parties.split()]
    idents = dict.fromkeys([*(party for party, _ in pairs), *activities, *others])
    return network({ident: {} for ident in idents}, [("PARTNER_IN", p, a) for p, a in pairs])
