"""The facts behind a node as a panel shows them, for every kind from the model's own links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.graph.claims import CLAIMED
from ledwerk.schema.kinds import Link, Model, NodeKind, Reach, RelationKind, link_targets
from ledwerk.schema.relations import PARTIES
from ledwerk.viz.because import told
from ledwerk.viz.cited import Cited, Dispute, cited, disputes, only_read
from ledwerk.viz.texts import said, text, worded

_MOST = 100_000
MOST_IN_LIST = 200
_LINKS_AT_ONCE = 6
_ON_ITS_PAGE = ("text_nl", "text_en")  # too long for a panel
_FAR = p.Shape((((), (p.Leaf("id", "id"), p.Leaf("name", "name"))),))

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: a node that can be chosen, and a word about the relation."""

    id: str
    name: str
    note: str
    cited: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a panel says of a node."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    lists: tuple[tuple[str, tuple[Entry, ...]], ...]
    sources: tuple[Cited, ...]
    disputes: tuple[Dispute, ...]


def facts_plans(
    model: Model, ids: tuple[str, ...] | None = None, *, sources: bool = False
) -> Iterator[p.Find]:
    """Plans for the facts of every node, or of some; none for seats, and for sources if asked.

    Rows of one id belong together. Not one plan for all: a database that plans a statement anew
    needs far longer for sixteen kinds with all of their links at once than for some links of one
    kind at a time.
    """
    for kind in model.nodes:
        if kind.name == "Seat" or (kind.name == "Source" and not sources):
            continue
        of = None if ids is None else tuple(one for one in ids if model.kind_of(one) is kind)
        if of == ():
            continue
        start = p.OfKinds((kind.name,)) if of is None else p.ById(of, (kind.name,))
        own, hops = _own_items(kind), [_hop(*link) for link in model.links(kind.name)]
        for first in range(0, max(len(hops), 1), _LINKS_AT_ONCE):
            items = (p.Leaf("id", "id"), *(own if first == 0 else ()))
            some = hops[first : first + _LINKS_AT_ONCE]
            shape = p.Shape((((), (*items, *some)),))
            yield p.Find(start, p.ListOf(shape, _MOST))


def facts_of(model: Model, row: Json, lang: str) -> Facts:
    """A plan's row as facts in a language."""
    kind = model.node(row["label"])
    lists = [
        (said(link.label, lang), tuple(_entries(row["id"], relation, row[link.name], lang)))
        for relation, link, _ in model.links(kind.name)
        if row[link.name]["edges"]
    ]
    return Facts(
        row["id"],
        row["name"],
        said(kind.label, lang),
        tuple(row.get("aliases") or ()),
        (*_reviewed(row["$sources"], lang), *_rows(kind, row, lang)),
        tuple(lists),
        cited(row["$sources"], lang),
        disputes(kind, row["$sources"], lang),
    )


def _reviewed(sources: Sequence[Json], lang: str) -> tuple[tuple[str, str], ...]:
    """A row that says so where nobody has reviewed what a program read."""
    if not only_read(sources):
        return ()
    return ((told("reviewed_row", lang), told("only_read", lang)),)


def _own_items(kind: NodeKind) -> tuple[p.Item, ...]:
    leaves = [p.Leaf(prop.name, prop.name) for prop in kind.properties]
    return (p.Leaf("label", "label"), *leaves, p.Citations("$sources", CLAIMED, distinct=False))


def _hop(relation: RelationKind, link: Link, outgoing: bool) -> p.Hop:
    through = link.reach is Reach.PARTICIPATION
    step = p.Step(
        "participation" if through else "relation",
        relation.name,
        outgoing,
        link_targets(relation, link, outgoing),
    )
    said_of = [p.Leaf(prop.name, prop.name) for prop in relation.properties]
    via: list[p.Item] = [p.NodeAt("via", _FAR, "via")] if through else []
    to_seat = link_targets(relation, link, outgoing) == ("Seat",)
    cited = p.Citations("$cited", _PLACE, distinct=True)
    edge: tuple[p.Item, ...] = (
        p.NodeAt("node", _SEAT if to_seat else _FAR),
        *said_of,
        *via,
        cited,
    )
    edges = p.Connection((p.Edges("edges", edge),), p.Page(MOST_IN_LIST))
    return p.Hop(link.name, step, edges)


def _beside(key: str, relation: str, outgoing: bool, to: tuple[str, ...]) -> p.Hop:
    return p.Hop(key, p.Step("relation", relation, outgoing, to), p.ListOf(_FAR))


_PLACE = tuple(p.Leaf(name, name) for name in ("title", "locator", "denied", "unreviewed"))
# A seat is no page of its own: it is told where its holder, its board and its parties are.
_SEAT = p.Shape(
    (
        (
            (),
            (
                *(p.Leaf(name, name) for name in ("id", "name", "role", "function")),
                p.Citations("$sources", _PLACE, distinct=True),
                _beside("holder", "HOLDS", outgoing=False, to=("Person", *PARTIES)),
                _beside("board", "ON", outgoing=True, to=("Board",)),
                _beside("behalf", "ON_BEHALF_OF", outgoing=True, to=PARTIES),
            ),
        ),
    )
)


def _rows(kind: NodeKind, row: Json, lang: str) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    for prop in kind.properties:
        language = prop.name.rpartition("_")[2]
        if prop.name in {"name", "aliases", "start", "end", "currency", *_ON_ITS_PAGE}:
            continue
        if language in {"nl", "en"} and (language != lang or row[prop.name] is None):
            continue
        if prop.name == "bottleneck" and lang == "en" and row.get("bottleneck_en"):
            continue
        value = row[prop.name]
        if value is None and prop.name != "sme":
            continue
        label = said(prop.label, lang).split(" (")[0]
        made.append((label, worded(prop, value, lang)))
    if row.get("start") or row.get("end"):
        made.append((text("period", lang), f"{row['start'] or '?'} – {row['end'] or '…'}"))
    return made


def _entries(own: str, relation: RelationKind, found: Json, lang: str) -> Iterator[Entry]:
    for edge in found["edges"]:
        node = edge["node"]
        ends = [one for end in ("holder", "board") for one in node.get(end, ())]
        other = next((one["id"] for one in ends if one["id"] != own), node["id"])
        places = (c["locator"] or c["title"] for c in edge["$cited"] if not c["denied"])
        where = "; ".join(dict.fromkeys(place for place in places if place))
        yield Entry(other, node["name"], ", ".join(_words(relation, edge, lang)), where)
    if len(found["edges"]) == MOST_IN_LIST:
        yield Entry("", text("more", lang), "", "")


def _words(relation: RelationKind, edge: Json, lang: str) -> Iterator[str]:
    """What is said of one relation, beyond that it is there."""
    for prop in relation.properties:
        # “Partner” beside every partner would only be noise.
        plain = prop.name == "role" and edge["role"] == "PARTNER"
        if edge[prop.name] is None or plain or prop.name == "currency":
            continue
        words = worded(prop, edge[prop.name], lang)
        yield f"{words} {edge.get('currency') or ''}".strip() if prop.name == "amount" else words
    node = edge["node"]
    yield from (node[name] for name in ("role", "function") if node.get(name))
    yield from (f"{text('behalf', lang)} {one['name']}" for one in node.get("behalf", ()))
    if edge.get("via"):
        yield f"{text('via', lang)} {edge['via']['name']}"
    said_so = (*node.get("$sources", ()), *edge["$cited"])
    if only_read(edge["$cited"]):
        yield told("unreviewed", lang)
    against = [c["locator"] or c["title"] or "?" for c in said_so if c["denied"]]
    if against:
        places = "; ".join(dict.fromkeys(against))
        yield f"{text('conflict', lang)}: {text('denied', lang)} {places}"
