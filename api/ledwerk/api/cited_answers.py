"""What an assistant's questions are answered with: lines to read, data, and numbered sources."""

from __future__ import annotations

import asyncio
from typing import Any

from ledwerk.api.answers import FACTS_CITED, WHICH, fact_lines, party_filter
from ledwerk.api.cited_ties import noted, path_steps, together, together_words
from ledwerk.api.citing import BRIEF, CITATION, Answer, Ask, Json, Notes, marks, numbered
from ledwerk.schema.errors import InvalidQuestion
from ledwerk.schema.kinds import Model

MOST = 50
_MOST_INTRODUCERS = 5


async def who_works_with(ask: Ask, name: str, limit: int) -> Answer:
    """The parties with a tie to one, strongest first, and what they do together."""
    party = (await ask(_PARTNERS, {"name": name, "first": limit}))["party"]
    edges = party["collaborators"]["edges"]
    notes = Notes()
    shared = await asyncio.gather(*(together(ask, party["id"], e["node"]["id"]) for e in edges))
    found = [
        {"party": edge["node"], "weight": edge["weight"], "together": noted(notes, rows)}
        for edge, rows in zip(edges, shared, strict=True)
    ]
    total = party["collaborators"]["totalCount"]
    lines = [f"{party['name']} ({party['id']}) works with {_counted(total, 'party', 'parties')}"]
    if total > len(found):
        lines[0] += f"; the {len(found)} with the strongest ties:"
    lines += [f"- {one['party']['name']}: {together_words(one['together'])}" for one in found]
    about = {key: party[key] for key in ("id", "name", "kind", "helix")}
    return Answer(lines, {"party": about, "total": total, "worksWith": found}, notes)


async def find_gaps(ask: Ask, from_: str, to: str, limit: int) -> Answer:
    """Parties of one set without a tie to any of another, and who could introduce them."""
    asked = {"from": party_filter(from_), "to": party_filter(to), "first": limit}
    gaps = (await ask(_GAPS, asked))["gaps"]
    notes, found = Notes(), []
    total = gaps["totalCount"]
    lines = [f"{_counted(total, 'gap', 'gaps')} from {from_} to {to}"]
    if total > len(gaps["edges"]):
        lines[0] += f"; the first {len(gaps['edges'])}:"
    for edge in gaps["edges"]:
        node = edge["node"]
        parts = [
            {**one["node"], "via": one["via"] and one["via"]["name"],
             "sources": notes.cite(one["sources"])}
            for one in (*node["projects"]["edges"], *node["programmes"]["edges"])
        ]  # fmt: skip
        known = notes.cite(node["sources"])
        row = {key: edge[key] for key in ("distance", "nearest", "introducers")}
        about = {key: node[key] for key in ("id", "name", "kind", "helix")}
        found.append({"party": about, **row, "takesPartIn": parts, "sources": known})
        lines.append(f"- {node['name']}{marks(known[:2])}: {_gap_words(found[-1])}")
    return Answer(lines, {"total": total, "gaps": found}, notes)


async def introduce(ask: Ask, model: Model, who: str, to_whom: str) -> Answer:
    """How one could get to another: who could introduce them, and the shortest way between."""
    ends = await ask(_ENDS, {"one": who, "other": to_whom})
    one, other = ends["one"]["nodes"][0], ends["other"]["nodes"][0]
    if one["id"] == other["id"]:
        raise InvalidQuestion(f"{who!r} and {to_whom!r} are both {one['id']}; name two")
    notes = Notes()
    found: Json = {"who": one, "toWhom": other, "distance": None, "together": [], "introducers": []}
    lines = []
    if {one["__typename"], other["__typename"]} <= set(model.parties):
        lines = await _acquaint(ask, found, notes)
    path = await path_steps(ask, model, ends["path"], notes)
    if path is None:
        lines.append(f"No path leads from {one['name']} to {other['name']}.")
    else:
        lines.append("The shortest path:")
        lines += [
            f"- {step['from']['name']} {step['label']} {step['to']['name']}{marks(step['sources'])}"
            for step in path
        ]
    return Answer(lines, {**found, "path": path}, notes)


async def _acquaint(ask: Ask, found: Json, notes: Notes) -> list[str]:
    """Fill in the distance, what is shared, and the introducers; in words too."""
    one, other = found["who"], found["toWhom"]
    both = {"one": one["id"], "other": other["id"]}
    gaps, rows = await asyncio.gather(ask(_GAP, both), together(ask, one["id"], other["id"]))
    names = f"{one['name']} and {other['name']}"
    if not gaps["gaps"]["edges"]:
        found["together"] = noted(notes, rows)
        if not rows:
            return [f"{names} have no ties of their own: a group's ties are those of its members."]
        found["distance"] = 1
        return [f"{names} work together already: {together_words(found['together'])}"]
    gap = gaps["gaps"]["edges"][0]
    found["distance"] = gap["distance"]
    if gap["distance"] is None:
        return [f"No chain of ties leads from {one['name']} to {other['name']}."]
    chosen = gap["introducers"][:_MOST_INTRODUCERS]
    ties = [together(ask, one["id"], intro["id"]) for intro in chosen]
    if gap["distance"] == 2:
        ties += [together(ask, intro["id"], other["id"]) for intro in chosen]
    shared = [noted(notes, rows) for rows in await asyncio.gather(*ties)]
    lines = [f"{names} are {gap['distance']} ties apart. Who could introduce them:"]
    for number, intro in enumerate(chosen):
        first, rest = shared[number], shared[number + len(chosen) :][:1]
        words = f"with {one['name']}: {together_words(first)}"
        if rest:
            words += f"; with {other['name']}: {together_words(rest[0])}"
        lines.append(f"- {intro['name']} (strength {intro['strength']}): {words}")
        row = {"withWho": first, "withToWhom": rest[0] if rest else []}
        found["introducers"].append({**intro, **row})
    found["introducersInTotal"] = len(gap["introducers"])
    return lines


async def search(ask: Ask, text: str, limit: int) -> Answer:
    """What has these words in its names or texts, best first."""
    rows = (await ask(_SEARCH, {"text": text, "first": limit}))["search"]
    notes, found = Notes(), []
    lines = [f"{_counted(rows['totalCount'], 'match', 'matches')} for {text!r}"]
    for edge in rows["edges"]:
        node = edge["node"]
        cited = notes.cite(node["sources"])
        found.append({**node, "snippet": edge["snippet"], "sources": cited})
        words = "" if edge["snippet"] == node["name"] else f": {edge['snippet']}"
        kind = f"{node['__typename']}, {node['id']}"
        lines.append(f"- {node['name']} ({kind}){words}{marks(cited[:2])}")
    return Answer(lines, {"total": rows["totalCount"], "matches": found}, notes)


async def get(ask: Ask, name: str | None, id_: str | None) -> Answer:
    """All that is known of one node, by its name or id."""
    if (name is None) == (id_ is None):
        raise InvalidQuestion("give either name or id")
    # A name may also be an id, so that both give the same hints where nothing is found.
    node_id = (await ask(WHICH, {"name": id_ or name}))["path"]["nodes"][0]["id"]
    node = (await ask(FACTS_CITED, {"id": node_id}))["node"]
    lines = list(fact_lines(node))
    # Sources are listed below every answer, in one form.
    lines = lines[: lines.index("  sources:")]
    notes = Notes()
    notes.cite(node["sources"])
    return Answer(lines, numbered(node, notes), notes)


def cited_in(data: Any) -> Notes:
    """The sources anywhere in the answer to a question of somebody's own."""
    notes = Notes()
    numbered(data, notes)
    return notes


def _gap_words(row: Json) -> str:
    parts = "; ".join(f"{one['name']}{marks(one['sources'])}" for one in row["takesPartIn"])
    where = f"; takes part in {parts}" if parts else ""
    if row["distance"] is None:
        return f"not connected{where}"
    nearest = ", ".join(one["name"] for one in row["nearest"])
    through = ", ".join(f"{i['name']} ({i['strength']})" for i in row["introducers"])
    return f"{row['distance']} ties from {nearest}; could be introduced by {through}{where}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


_PARTNERS = f"""
query ($name: String!, $first: Int!) {{
  party(name: $name) {{
    {BRIEF} kind helix
    collaborators(first: $first) {{ totalCount edges {{ weight node {{ {BRIEF} kind helix }} }} }}
  }}
}}
"""
_PART = f"{{ edges {{ node {{ {BRIEF} }} via {{ name }} {CITATION} }} }}"
_GAPS = f"""
query ($from: PartyFilter!, $to: PartyFilter!, $first: Int!) {{
  gaps(from: $from, to: $to, first: $first) {{
    totalCount
    edges {{
      node {{
        {BRIEF} kind helix {CITATION}
        projects(first: 10) {_PART} programmes(first: 10) {_PART}
      }}
      distance nearest {{ id name }} introducers {{ id name strength }}
    }}
  }}
}}
"""
_GAP = """
query ($one: ID!, $other: ID!) {
  gaps(from: {id: $one}, to: {id: $other}, first: 1) {
    edges { distance introducers { id name strength } }
  }
}
"""
_ENDS = f"""
query ($one: String!, $other: String!) {{
  one: path(from: $one, to: $one) {{ nodes {{ {BRIEF} }} }}
  other: path(from: $other, to: $other) {{ nodes {{ {BRIEF} }} }}
  path(from: $one, to: $other, language: EN) {{
    nodes {{ {BRIEF} {CITATION} }} steps {{ relation outgoing label }}
  }}
}}
"""
_SEARCH = f"""
query ($text: String!, $first: Int!) {{
  search(text: $text, first: $first) {{
    totalCount edges {{ snippet node {{ {BRIEF} {CITATION} }} }}
  }}
}}
"""
