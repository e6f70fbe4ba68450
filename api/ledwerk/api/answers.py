"""Questions that the command line asks, and their answers as lines of text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ledwerk.api.language import language_of
from ledwerk.api.words import enum_name
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.vocabularies import HELIX, PARTY_KIND

Ask = Callable[[str, dict[str, Any]], Any]

GAPS = """
query ($from: PartyFilter!, $to: PartyFilter!, $after: String) {
  gaps(from: $from, to: $to, first: 200, after: $after) {
    edges { node { name } distance nearest { name } introducers { name strength } }
    pageInfo { hasNextPage endCursor }
  }
}
"""
WHICH = """
query ($name: String!) {
  path(from: $name, to: $name) { nodes { __typename id } }
}
"""
_FACTS = """
query ($id: ID!, $lang: Language = NL) {
  node(id: $id) {
    __typename id name text(lang: $lang)
    unreviewed confirmed
    sources { title locator basis denied unreviewed acceptedBy }
    conflicts { property statements { value title locator basis note } }
    ... on Party {
      aliases kind helix sme descriptionNl
      projects { edges { unreviewed %(relation)srole via { name } node { name } } }
      programmes { edges { unreviewed %(relation)srole via { name } node { name } } }
      memberOf { edges { unreviewed %(relation)snode { name } } }
      seats { unreviewed name role }
      seatsFrom { unreviewed name role function }
      representedBy { unreviewed name }
      collaborators(first: 10) { edges { weight node { name } } }
    }
    ... on Group { members { edges { unreviewed %(relation)snode { name } } } }
    ... on Project {
      aliases descriptionNl period { start end }
      partners { edges { unreviewed %(relation)srole via { name } node { name } } }
    }
    ... on Programme {
      aliases descriptionNl bottleneck period { start end }
      partners { edges { unreviewed %(relation)srole via { name } node { name } } }
    }
    ... on Board {
      aliases
      seats { unreviewed name role function onBehalfOf { name } sources { %(seat)slocator denied } }
    }
    ... on Person {
      seats { unreviewed name role function }
      worksFor { edges { unreviewed %(relation)sfunction node { name } } }
    }
  }
}
"""
FACTS = _FACTS % {"relation": "", "seat": ""}
# The same, with where each relation and seat is stated.
FACTS_CITED = _FACTS % {
    "relation": "sources { title locator basis denied unreviewed } ",
    "seat": "title basis unreviewed ",
}


def party_filter(words: str) -> dict[str, Any]:
    """A filter from a word: sme, a helix or a kind. Raises InvalidQuestion for another."""
    word = words.strip().lower().replace("-", "_").replace(" ", "_")
    if word in {"sme", "mkb"}:
        return {"sme": True}
    if word in HELIX.values and word != "unknown":
        return {"helix": enum_name(word)}
    if word in PARTY_KIND.values:
        return {"kind": enum_name(word)}
    known = ", ".join(("sme", *HELIX.values, *PARTY_KIND.values))
    raise InvalidQuestion(f"{words!r} is not known; one of {known}")


def gap_lines(edges: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One gap a line: who, how far, to whom, through whom."""
    for edge in edges:
        name = edge["node"]["name"]
        if edge["distance"] is None:
            yield f"{name}: not connected"
            continue
        nearest = ", ".join(one["name"] for one in edge["nearest"])
        through = ", ".join(f"{i['name']} ({i['strength']})" for i in edge["introducers"])
        yield f"{name}: {edge['distance']} ties from {nearest}; through {through}"


def who_lines(ask: Ask, name: str) -> Iterator[str]:
    """What is known of one node, with its sources."""
    node_id = ask(WHICH, {"name": name})["path"]["nodes"][0]["id"]
    variables = {"id": node_id, "lang": language_of((), os.environ).upper()}
    return fact_lines(ask(FACTS, variables)["node"])


def fact_lines(node: dict[str, Any]) -> Iterator[str]:
    """The answer to FACTS as lines of text."""
    yield f"{node['name']}  ({node['__typename']}, {node['id']})"
    if node["unreviewed"]:
        yield "  NOT REVIEWED: a program read this, and nobody has looked at it"
    for label in ("kind", "helix", "sme", "bottleneck", "descriptionNl"):
        if label in node and node[label] is not None:
            value = {True: "yes", False: "no"}.get(node[label], node[label])
            yield f"  {label.removesuffix('Nl')}: {value}"
    if node.get("aliases"):
        yield f"  also known as: {', '.join(node['aliases'])}"
    period = node.get("period") or {}
    if any(period.values()):
        yield f"  period: {period['start'] or '?'} to {period['end'] or '…'}"
    if node.get("text"):
        yield "  text:"
        yield from (f"    {line}".rstrip() for line in node["text"].split("\n"))
    for label, lines in _lists(node):
        if lines:
            yield f"  {label}:"
            yield from (f"    {line}" for line in lines)
    yield from _provenance(node)


def _lists(node: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for label in ("projects", "programmes", "partners", "memberOf", "members", "worksFor"):
        yield _spaced(label), [_edge(edge) for edge in node.get(label, {}).get("edges", ())]
    for label in ("seats", "seatsFrom", "representedBy"):
        yield _spaced(label), [_seat(seat) for seat in node.get(label, ())]
    ties = node.get("collaborators", {}).get("edges", ())
    yield "works with", [f"{edge['node']['name']} ({edge['weight']})" for edge in ties]


def _edge(edge: dict[str, Any]) -> str:
    extra = [str(edge[key]).lower() for key in ("role", "function") if edge.get(key)]
    if edge.get("via"):
        extra.append(f"through {edge['via']['name']}")
    return _marked(_with(edge["node"]["name"], extra), edge)


def _seat(seat: dict[str, Any]) -> str:
    words = [str(seat[key]) for key in ("role", "function") if seat.get(key)]
    if seat.get("onBehalfOf"):
        words.append("on behalf of " + ", ".join(one["name"] for one in seat["onBehalfOf"]))
    against = [one["locator"] for one in seat.get("sources", ()) if one["denied"]]
    if against:
        words.append(f"CONFLICT: not so by {'; '.join(against)}")
    return _marked(_with(seat["name"], words), seat)


def _marked(line: str, told: dict[str, Any]) -> str:
    return f"{line} [not reviewed]" if told.get("unreviewed") else line


def _with(name: str, words: list[str]) -> str:
    return f"{name} ({', '.join(words)})" if words else name


def _spaced(label: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in label)


def _provenance(node: dict[str, Any]) -> Iterator[str]:
    for conflict in node["conflicts"]:
        yield f"  CONFLICT on {conflict['property'] or 'whether it exists'}:"
        for said in conflict["statements"]:
            place = f"{said['title']}, {said['locator']}"
            yield f"    {said['value']}: {place} [{said['basis'].lower()}]"
    if node["confirmed"]:
        yield f"  last confirmed: {node['confirmed']}"
    yield "  sources:"
    for source in node["sources"]:
        place = ", ".join(filter(None, (source["title"] or "an editor", source["locator"])))
        yield f"    {place} [{_ground(source)}]"


def _ground(source: dict[str, Any]) -> str:
    words = source["basis"].lower()
    if source["unreviewed"]:
        return f"{words}, not reviewed"
    if source.get("acceptedBy"):
        return f"{words}, accepted by {source['acceptedBy']}"
    return f"{words}, denies it" if source["denied"] else words
