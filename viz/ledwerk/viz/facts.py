"""The facts behind a node as a panel shows them, for every kind from the model's own links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ledwerk.graph import plan as p
from ledwerk.schema.fields import Shape, Value
from ledwerk.schema.kinds import Link, Model, NodeKind, Reach, RelationKind, link_targets
from ledwerk.schema.vocabularies import BASIS
from ledwerk.viz.texts import said, text

_MOST = 100_000
_MOST_IN_LIST = 200
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
class Cited:
    """A source, where in it, and on what ground."""

    title: str
    locator: str
    basis: str
    denied: bool
    note: str


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
    disputed: bool


def facts_plan(model: Model) -> p.Find:
    """One plan for the facts of every node; people and boards too, sources and seats not."""
    kinds = tuple(kind for kind in model.nodes if kind.name not in {"Source", "Seat"})
    branches = tuple(((kind.name,), _items(model, kind)) for kind in kinds)
    start = p.OfKinds(tuple(kind.name for kind in kinds))
    return p.Find(start, p.ListOf(p.Shape(branches), _MOST))


def facts_of(model: Model, row: Json, lang: str) -> Facts:
    """A plan's row as facts in a language."""
    kind = model.node(row["label"])
    cited = tuple(
        Cited(
            one["title"] or "",
            one["locator"] or "",
            said(BASIS.term(one["basis"].lower()).label, lang),
            bool(one["denied"]),
            one["note"] or "",
        )
        for one in row["$sources"]
    )
    lists = [
        (said(link.label, lang), tuple(_entry(relation, e, lang) for e in row[link.name]["edges"]))
        for relation, link, _ in model.links(kind.name)
        if row[link.name]["edges"]
    ]
    return Facts(
        row["id"],
        row["name"],
        said(kind.label, lang),
        tuple(row.get("aliases") or ()),
        tuple(_rows(kind, row, lang)),
        tuple(lists),
        cited,
        len({one.denied for one in cited}) > 1,
    )


def _items(model: Model, kind: NodeKind) -> tuple[p.Item, ...]:
    sources = ("title", "locator", "basis", "denied", "note")
    leaves = [p.Leaf(prop.name, prop.name) for prop in kind.properties]
    hops = [_hop(*link) for link in model.links(kind.name)]
    return (
        p.Leaf("id", "id"),
        p.Leaf("label", "label"),
        *leaves,
        p.Citations("$sources", tuple(p.Leaf(one, one) for one in sources), distinct=True),
        *hops,
    )


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
    shape = _SEAT if relation.name == "ON" and not outgoing else _FAR
    cited = p.Citations("$cited", (p.Leaf("locator", "locator"),), distinct=True)
    edge: tuple[p.Item, ...] = (p.NodeAt("node", shape), *said_of, *via, cited)
    edges = p.Connection((p.Edges("edges", edge),), p.Page(_MOST_IN_LIST))
    return p.Hop(link.name, step, edges)


_SEAT = p.Shape(
    (
        (
            (),
            (
                p.Leaf("id", "id"),
                p.Leaf("name", "name"),
                p.Leaf("role", "role"),
                p.Leaf("function", "function"),
                p.Citations(
                    "$sources",
                    (p.Leaf("locator", "locator"), p.Leaf("denied", "denied")),
                    distinct=True,
                ),
                p.Hop(
                    "behalf",
                    p.Step(
                        "relation",
                        "ON_BEHALF_OF",
                        outgoing=True,
                        to=("Organisation", "Campus", "Municipality", "Group"),
                    ),
                    p.ListOf(p.Shape((((), (p.Leaf("name", "name"),)),))),
                ),
            ),
        ),
    )
)


def _rows(kind: NodeKind, row: Json, lang: str) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    for prop in kind.properties:
        language = prop.name.rpartition("_")[2]
        if prop.name in {"name", "aliases", "start", "end", "currency"}:
            continue
        if language in {"nl", "en"} and (language != lang or row[prop.name] is None):
            continue
        if prop.name == "bottleneck" and lang == "en" and row.get("bottleneck_en"):
            continue
        value = row[prop.name]
        if value is None and prop.name != "sme":
            continue
        label = said(prop.label, lang).split(" (")[0]
        made.append((label, _value(prop.type.vocabulary, prop.type.shape, value, lang)))
    if row.get("start") or row.get("end"):
        made.append((text("period", lang), f"{row['start'] or '?'} – {row['end'] or '…'}"))
    return made


def _value(vocabulary: Any, shape: Shape, value: Value, lang: str) -> str:
    if value is None:
        return text("unknown", lang)
    if isinstance(value, bool):
        return text("yes" if value else "no", lang)
    if vocabulary:
        return said(vocabulary.term(str(value).lower()).label, lang)
    if shape is Shape.NUMBER and isinstance(value, int | float):
        number = f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"
        return number if lang == "en" else number.translate(str.maketrans(",.", ".,"))
    return str(value)


def _entry(relation: RelationKind, edge: Json, lang: str) -> Entry:
    words = [
        _value(prop.type.vocabulary, prop.type.shape, edge[prop.name], lang)
        for prop in relation.properties
        if edge.get(prop.name) is not None and not _is_plain_partner(prop.name, edge)
    ]
    node = edge["node"]
    words += [node[name] for name in ("role", "function") if node.get(name)]
    words += [f"namens {one['name']}" for one in node.get("behalf", ())]
    if edge.get("via"):
        words.append(f"{text('via', lang)} {edge['via']['name']}")
    against = [one["locator"] for one in node.get("$sources", ()) if one["denied"]]
    if against:
        words.append(f"{text('conflict', lang)}: {text('denied', lang)}: {'; '.join(against)}")
    cited = "; ".join(one["locator"] for one in edge["$cited"][:2] if one["locator"])
    return Entry(node["id"], node["name"], ", ".join(words), cited)


def _is_plain_partner(name: str, edge: Json) -> bool:
    """“Partner” beside every partner would only be noise."""
    return name == "role" and edge[name] == "PARTNER"
