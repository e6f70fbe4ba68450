"""What the filters of a view offer: every value there is, with how many have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ledwerk.graph.analysis.centrality import MEASURES
from ledwerk.graph.analysis.reckoning import Reckoning
from ledwerk.graph.lens import Lens
from ledwerk.graph.network import LAST_DAY, OPEN_START, Network
from ledwerk.schema.fields import Term
from ledwerk.schema.kinds import Model
from ledwerk.schema.model import MODEL
from ledwerk.schema.relations import ACTIVITIES, PARTIES
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND
from ledwerk.viz.scene_sets import programmes_of, sectors_of, towns_of
from ledwerk.viz.state import GROUPINGS
from ledwerk.viz.texts import said
from ledwerk.viz.texts_scene import scene_text

Json = dict[str, Any]


def facets(reckoning: Reckoning, *, lang: str, model: Model = MODEL) -> Json:
    """The values of every filter, counted over the whole network.

    `years` are the first and last that are known of anything drawn, None where none is; `strongest`
    is the largest number of activities that two parties share, 0 where there are no ties.
    """
    network = reckoning.network
    strengths = reckoning.subject(Lens()).matrix.strengths.data
    return {
        "helix": _helices(network, lang),
        "kind": _kinds(network, model, lang),
        "sector": _nodes(network, _members(sectors_of(network))),
        "programme": _nodes(network, _members(programmes_of(network))),
        "municipality": _nodes(network, _members(towns_of(network))),
        "measures": [{"value": one, "label": scene_text(one, lang)} for one in MEASURES],
        "groupings": [{"value": one, "label": scene_text(one, lang)} for one in GROUPINGS],
        "years": _years(network),
        "strongest": int(strengths.max()) if len(strengths) else 0,
    }


def _helices(network: Network, lang: str) -> list[Json]:
    parties = network.of_kinds(PARTIES)
    counts = Counter(word or "unknown" for word in network.helix[parties].tolist())
    return [_term(term, counts, lang) | {"colour": term.colour, "shape": term.shape}
            for term in HELIX.terms if counts[term.value]]  # fmt: skip


def _kinds(network: Network, model: Model, lang: str) -> list[Json]:
    """Words for organisations, then the kinds of nodes that have a look of their own."""
    own = network.kind == "Organisation"
    counts = Counter(word or "unknown" for word in network.type[own].tolist())
    found = [_term(term, counts, lang) for term in PARTY_KIND.terms if counts[term.value]]
    kinds = Counter(network.kind.tolist())
    return found + [
        {"value": kind.name, "label": said(kind.label, lang), "count": kinds[kind.name]}
        for kind in model.nodes
        if kind.name in {*PARTIES, *ACTIVITIES} - {"Organisation"} and kinds[kind.name]
    ]


def _term(term: Term, counts: Counter[str], lang: str) -> Json:
    return {
        "value": term.value,
        "label": said(term.label, lang),
        "count": counts[term.value],
    }


def _members(sets: dict[int, set[int]]) -> dict[int, int]:
    return {place: len(members) for place, members in sets.items() if members}


def _nodes(network: Network, counts: dict[int, int]) -> list[Json]:
    listed = sorted(counts, key=network.order)
    return [
        {"value": network.ids[at], "label": str(network.name[at]), "count": counts[at]}
        for at in listed
    ]


def _years(network: Network) -> list[int] | None:
    activities = network.of_kinds(ACTIVITIES)
    taking = network.relation("PARTNER_IN")
    days = [*_known(network.first[activities].tolist(), network.last[activities].tolist())]
    days += _known(taking.first.tolist(), taking.last.tolist())
    return [min(days) // 10_000, max(days) // 10_000] if days else None


def _known(first: Iterable[int], last: Iterable[int]) -> Iterable[int]:
    yield from (day for day in first if day != OPEN_START)
    yield from (day for day in last if day < LAST_DAY)
